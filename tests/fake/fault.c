/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Allocations and calls that fail on purpose. */
#include "fault.h"

#include "object.h"

#include <stddef.h>
#include <stdlib.h>

static struct {
  bool armed;
  bool for_good;
  long count;
  long fail_at; /* 0: never */
  bool failed;
} memory;

static struct {
  bool active;
  fault_kind kind;
  long point;
} sweep;

bool fault_suspend(void) {
  bool armed = memory.armed;
  memory.armed = false;
  return armed;
}

void fault_resume(bool armed) {
  memory.armed = armed;
}

void fault_memory(long k, bool for_good) {
  memory.armed = k > 0;
  memory.for_good = for_good;
  memory.count = 0;
  memory.fail_at = k;
  memory.failed = false;
}

static bool must_fail(void) {
  if (!memory.armed)
    return false;
  memory.count++;
  bool fails = memory.for_good ? memory.count >= memory.fail_at : memory.count == memory.fail_at;
  fails = fails && memory.fail_at > 0;
  memory.failed = memory.failed || fails;
  return fails;
}

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);

void *__wrap_malloc(size_t size) {
  return must_fail() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size) {
  return must_fail() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *old, size_t size) {
  return must_fail() ? NULL : __real_realloc(old, size);
}

static bool of_memory(void) {
  return sweep.kind == FAULT_MEMORY || sweep.kind == FAULT_MEMORY_FOR_GOOD;
}

static bool for_good(void) {
  return sweep.kind == FAULT_MEMORY_FOR_GOOD || sweep.kind == FAULT_CALL_FOR_GOOD;
}

void fault_arm(void) {
  if (!sweep.active)
    return;
  if (of_memory())
    fault_memory(sweep.point, for_good());
  else if (sweep.kind == FAULT_FILE)
    fault_files(sweep.point);
  else
    fake_calls_fail(sweep.point, for_good());
}

void fault_disarm(void) {
  memory.armed = false;
  fault_files(0);
  fake_calls_fail_no_more();
}

bool fault_fired(void) {
  return of_memory()                ? memory.failed
         : sweep.kind == FAULT_FILE ? fault_files_failed()
                                    : fake_calls_failed();
}

long fault_point(void) {
  return sweep.point;
}

long fault_sweep(fault_kind kind, long step, bool (*scene)(void *data), void *data) {
#ifdef __SANITIZE_ADDRESS__
  enum { THIN = 307 }; /* each step takes ten times as long there */
#else
  enum { THIN = 31 };
#endif
  long every = step > 0 ? step : getenv("KP_EVERY_FAULT") != NULL ? 1 : THIN;
  bool more = true;
  sweep.active = true;
  sweep.kind = kind;
  for (sweep.point = 1; more; sweep.point += every) {
    memory.failed = false;
    fake_calls_fail(0, false);
    more = scene(data) && fault_fired();
    fault_disarm();
  }
  sweep.active = false;
  return sweep.point - every - 1;
}
