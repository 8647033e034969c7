/* SPDX-License-Identifier: GPL-3.0-or-later */
/* First use from several threads at once: classes and method handles resolve themselves once. */
#include "uno_kinds.h"

#include <pthread.h>

enum { THREADS = 4, ROUNDS = 300 };

typedef struct work {
  uno_Interface *shared;
  pthread_barrier_t *start;
  int failures;
} work;

static const kp_uno_row fresh_rows[] = {
    {"com.sun.star.lang.XEventListener::disposing", kp_uno_ignore, NULL},
};
static const char *const fresh_interfaces[] = {"com.sun.star.lang.XEventListener", NULL};
static kp_uno_class fresh_class = {.implementation = "test.comp.Fresh",
                                   .interfaces = fresh_interfaces,
                                   .rows = fresh_rows,
                                   .row_count = 1};

/* No cmocka in here: an assertion must not jump out of another thread. */
static void *run(void *argument) {
  static kp_uno_method echo = KP_UNO_METHOD(TEST_KINDS "::echoLong");
  static kp_uno_method add = KP_UNO_METHOD("com.sun.star.lang.XComponent::addEventListener");
  static kp_uno_method remove = KP_UNO_METHOD("com.sun.star.lang.XComponent::removeEventListener");
  work *self = argument;
  kp_uno_error error = KP_UNO_NO_ERROR;
  pthread_barrier_wait(self->start);
  for (int i = 0; i < ROUNDS; i++) {
    sal_Int32 answer = 0;
    uno_Interface *own = kp_uno_object_new(&fresh_class, NULL, &error);
    uno_Interface *same = kp_uno_query(self->shared, "com.sun.star.lang.XComponent");
    bool good = own != NULL && same == self->shared &&
                kp_uno_call(&error, self->shared, &echo, &answer, i) && answer == i &&
                kp_uno_call(&error, self->shared, &add, NULL, own) &&
                kp_uno_call(&error, self->shared, &remove, NULL, own);
    self->failures += !good;
    kp_uno_release(same);
    kp_uno_release(own);
  }
  return NULL;
}

static void test_first_use_from_many_threads(void **state) {
  (void)state;
  pthread_t threads[THREADS];
  pthread_barrier_t start;
  work works[THREADS];
  uno_Interface *shared = kinds_new(NULL);
  assert_int_equal(pthread_barrier_init(&start, NULL, THREADS), 0);
  for (int i = 0; i < THREADS; i++) {
    works[i] = (work){shared, &start, 0};
    assert_int_equal(pthread_create(&threads[i], NULL, run, &works[i]), 0);
  }
  for (int i = 0; i < THREADS; i++) {
    assert_int_equal(pthread_join(threads[i], NULL), 0);
    assert_int_equal(works[i].failures, 0);
  }
  pthread_barrier_destroy(&start);
  kp_uno_release(shared);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_first_use_from_many_threads),
      cmocka_unit_test(uno_fixture_nothing_left),
  };
  return cmocka_run_group_tests(tests, uno_fixture_setup, uno_fixture_teardown);
}
