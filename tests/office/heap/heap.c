/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preloaded into an office by soak_deck.py: tells how many bytes its heap has given out. What a
 * process holds of the system says little: holes in the heap hide what is not given back. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Each line that comes in by one pipe is answered by a number in the other. */
static void *serve(void *data) {
  (void)data;
  int questions = open(getenv("KP_HEAP_ASK"), O_RDWR);
  int answers = open(getenv("KP_HEAP_ANSWER"), O_RDWR);
  char question;
  char answer[32];
  while (questions >= 0 && answers >= 0 && read(questions, &question, 1) == 1) {
    struct mallinfo2 heap = mallinfo2();
    int length = snprintf(answer, sizeof answer, "%zu\n", heap.uordblks + heap.hblkhd);
    if (write(answers, answer, (size_t)length) != length)
      break;
  }
  return NULL;
}

__attribute__((constructor)) static void start(void) {
  pthread_t thread;
  /* The shell and the splash program get it too. */
  if (strcmp(program_invocation_short_name, "soffice.bin") == 0 && getenv("KP_HEAP_ASK") != NULL &&
      getenv("KP_HEAP_ANSWER") != NULL && pthread_create(&thread, NULL, serve, NULL) == 0)
    pthread_detach(thread);
}
