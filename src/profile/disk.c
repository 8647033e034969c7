/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Locks, links and the order of writes, which the office's own layer does not know. */
#ifndef _WIN32
#define _XOPEN_SOURCE 700 /* NOLINT(bugprone-reserved-identifier): realpath */
#endif
#include "disk.h"

#include "kernpunt/profile.h"

#include <stdlib.h>
#include <string.h>

#include <osl/mutex.h>
#include <osl/thread.h>
#include <rtl/string.h>
#include <rtl/textcvt.h>

#ifdef _WIN32
#include <windows.h>
#else
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

/* Stored in users' profiles: never change. */
static const char lock_name[] = "lock";

/* How long others may hold it: they write small files. */
enum { PATIENCE_MS = 3000, PAUSE_MS = 10 };

/* Threads of one office. The files are the same for all documents, so the lock is the process's. */
static oslMutex mutex(void) {
  static oslMutex only;
  oslMutex *global = osl_getGlobalMutex();
  osl_acquireMutex(*global);
  if (only == NULL)
    only = osl_createMutex();
  oslMutex made = only;
  osl_releaseMutex(*global);
  return made;
}

#ifdef _WIN32

char *kp_profile_path(rtl_uString *url) {
  (void)url;
  return NULL;
}

void kp_profile_sync_folder(rtl_uString *file) {
  (void)file; /* MoveFileEx writes through */
}

static HANDLE open_to_look(const char *url) {
  rtl_uString *from = kp_uno_string_new(url);
  rtl_uString *path = NULL;
  HANDLE file = INVALID_HANDLE_VALUE;
  if (from != NULL && osl_getSystemPathFromFileURL(from, &path) == osl_File_E_None)
    file = CreateFileW((LPCWSTR)path->buffer, 0,
                       FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL, OPEN_EXISTING,
                       FILE_FLAG_BACKUP_SEMANTICS, NULL);
  kp_profile_free_url(path);
  kp_profile_free_url(from);
  return file;
}

bool kp_profile_same_file(const char *url, const char *other) {
  BY_HANDLE_FILE_INFORMATION one;
  BY_HANDLE_FILE_INFORMATION two;
  HANDLE first = open_to_look(url);
  HANDLE second = open_to_look(other);
  bool same = first != INVALID_HANDLE_VALUE && second != INVALID_HANDLE_VALUE &&
              GetFileInformationByHandle(first, &one) && GetFileInformationByHandle(second, &two) &&
              one.dwVolumeSerialNumber == two.dwVolumeSerialNumber &&
              one.nFileIndexHigh == two.nFileIndexHigh && one.nFileIndexLow == two.nFileIndexLow;
  if (first != INVALID_HANDLE_VALUE)
    CloseHandle(first);
  if (second != INVALID_HANDLE_VALUE)
    CloseHandle(second);
  return same;
}

typedef enum attempt { GOT, BUSY, NO_LOCKS, BROKEN } attempt;

/* Whoever has a file open for writing has it alone. */
static attempt try_office(rtl_uString *url, kp_profile_hold *hold) {
  oslFileHandle file = NULL;
  oslFileError code = osl_openFile(url, &file, osl_File_OpenFlag_Write);
  if (code == osl_File_E_NOENT)
    code = osl_openFile(url, &file, osl_File_OpenFlag_Write | osl_File_OpenFlag_Create);
  hold->file = file;
  return code == osl_File_E_None ? GOT : code == osl_File_E_NOENT ? BROKEN : BUSY;
}

static void leave_office(kp_profile_hold *hold) {
  osl_closeFile(hold->file);
}

#else

char *kp_profile_path(rtl_uString *url) {
  enum { FLAGS = RTL_UNICODETOTEXT_FLAGS_UNDEFINED_ERROR | RTL_UNICODETOTEXT_FLAGS_INVALID_ERROR };
  rtl_uString *path = NULL;
  rtl_String *bytes = NULL;
  char *text = NULL;
  if (url != NULL && osl_getSystemPathFromFileURL(url, &path) == osl_File_E_None &&
      rtl_convertUStringToString(&bytes, path->buffer, path->length, osl_getThreadTextEncoding(),
                                 FLAGS)) {
    text = malloc((size_t)bytes->length + 1);
    if (text != NULL)
      memcpy(text, bytes->buffer, (size_t)bytes->length + 1);
  }
  if (bytes != NULL)
    rtl_string_release(bytes);
  kp_profile_free_url(path);
  return text;
}

void kp_profile_sync_folder(rtl_uString *file) {
  char *path = kp_profile_path(file);
  char *slash = path != NULL ? strrchr(path, '/') : NULL;
  if (slash != NULL) {
    *slash = '\0';
    int folder = open(path, O_RDONLY | O_CLOEXEC);
    if (folder >= 0) {
      fsync(folder);
      close(folder);
    }
  }
  free(path);
}

/* The number of a file in its folder, as all of its names have it; 0 when it is not there. From the
 * folder, because `stat` has another name in older C libraries. */
static ino_t number_of(const char *url) {
  rtl_uString *name = kp_uno_string_new(url);
  char *path = kp_profile_path(name);
  char *real = path != NULL ? realpath(path, NULL) : NULL;
  char *slash = real != NULL ? strrchr(real, '/') : NULL;
  DIR *folder = NULL;
  ino_t number = 0;
  if (slash != NULL) {
    *slash = '\0';
    folder = opendir(real[0] != '\0' ? real : "/");
  }
  for (const struct dirent *entry = NULL; folder != NULL && (entry = readdir(folder)) != NULL;)
    if (strcmp(entry->d_name, slash + 1) == 0)
      number = entry->d_ino;
  if (folder != NULL)
    closedir(folder);
  free(real);
  free(path);
  kp_profile_free_url(name);
  return number;
}

bool kp_profile_same_file(const char *url, const char *other) {
  ino_t number = number_of(url);
  return number != 0 && number == number_of(other);
}

typedef enum attempt { GOT, BUSY, NO_LOCKS, BROKEN } attempt;

/* A lock of the system, which ends with its process. */
static attempt try_office(rtl_uString *url, kp_profile_hold *hold) {
  struct flock all = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
  char *path = kp_profile_path(url);
  int file = path != NULL ? open(path, O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR) : -1;
  free(path);
  if (file < 0)
    return BROKEN;
  if (fcntl(file, F_SETLK, &all) == 0) {
    hold->descriptor = file;
    return GOT;
  }
  attempt came = errno == EACCES || errno == EAGAIN ? BUSY : NO_LOCKS;
  close(file);
  return came;
}

static void leave_office(kp_profile_hold *hold) {
  close(hold->descriptor); /* and with it the lock goes */
}

#endif

bool kp_profile_take_hold(kp_uno_error *error, const char *folder, kp_profile_hold *hold) {
  oslMutex threads = mutex();
  TimeValue pause = {0, PAUSE_MS * 1000000};
  attempt came = BROKEN;
  *hold = (kp_profile_hold){.thread = threads != NULL && osl_acquireMutex(threads)};
  rtl_uString *url = hold->thread && kp_profile_prepare(error, folder, lock_name)
                         ? kp_profile_url(error, folder, lock_name, "")
                         : NULL;
  if (url != NULL) {
    came = try_office(url, hold);
    for (int waited = 0; came == BUSY && waited < PATIENCE_MS; waited += PAUSE_MS) {
      osl_waitThread(&pause);
      came = try_office(url, hold);
    }
  }
  kp_profile_free_url(url);
  hold->office = came == GOT;
  if (!hold->thread)
    return kp_uno_error_memory(error);
  return url != NULL && (came == GOT || came == NO_LOCKS ||
                         kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION,
                                          came == BUSY ? "another office holds the file “%s”"
                                                       : "the file “%s” cannot be opened",
                                          lock_name));
}

void kp_profile_let_go(kp_profile_hold *hold) {
  if (hold->office)
    leave_office(hold);
  if (hold->thread)
    osl_releaseMutex(mutex());
  *hold = (kp_profile_hold){.descriptor = -1};
}
