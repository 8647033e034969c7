/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Faults on purpose: the k-th allocation of the product fails, or its k-th call to the office.
 *
 *     static bool scene(void *data) { … set up what is needed, not armed …
 *       fault_arm(); … the product's work … fault_disarm();
 *       … look: either it was done, or it was refused and nothing was lost …
 *     }
 *     fault_sweep(FAULT_MEMORY, 0, scene, data);
 *     fault_sweep(FAULT_CALL, 0, scene, data);
 *
 * A sweep runs the scene again and again, with the 1st, 2nd … point made to fail, until it ran
 * through without having met one. A scene must see to it that all it made is given back (ASan and
 * valgrind look) and may ask fault_fired() whether it was hurt.
 *
 * Memory: test programs that link tests/fake are linked with -Wl,--wrap=malloc,--wrap=calloc,
 * --wrap=realloc, so only allocations in our own C code count: those of libxml2, GSL and the
 * office's libraries do not, nor do those of the fake office while it serves a call.
 */
#ifndef KERNPUNT_TESTS_FAKE_FAULT_H
#define KERNPUNT_TESTS_FAKE_FAULT_H

#include <stdbool.h>

typedef enum fault_kind {
  FAULT_MEMORY,          /**< one allocation fails, later ones succeed */
  FAULT_MEMORY_FOR_GOOD, /**< it and all later ones fail */
  FAULT_CALL,            /**< one call to the office raises a RuntimeException */
  FAULT_CALL_FOR_GOOD,   /**< the office is gone from then on */
  FAULT_FILE             /**< one operation on files fails; a write has written half */
} fault_kind;

/** Runs a scene with every point failing in turn; the number of points. `step` thins it out: 1
 * takes each, 0 each when KP_EVERY_FAULT is in the environment and else only some, in the same
 * places each time. The scene returns false to end the sweep (a cmocka assertion in it ends the
 * test; fault_point() tells where). */
long fault_sweep(fault_kind kind, long step, bool (*scene)(void *data), void *data);

/** From here on points count, until fault_disarm. Outside of a sweep both do nothing. */
void fault_arm(void);
void fault_disarm(void);
/** Whether the present run was hurt. */
bool fault_fired(void);
/** The point that fails in the present run, from 1. */
long fault_point(void);

/** Makes the k-th allocation from now fail, once or for good; 0: none. For tests that want one. */
void fault_memory(long k, bool for_good);

/** Makes the k-th operation on files from now fail; 0: none. Counted are those of our own code
 * through the office's file layer and the system's open, fsync and fcntl (fault_file.c). */
void fault_files(long k);
bool fault_files_failed(void);

/** While suspended no allocation counts; nests. */
bool fault_suspend(void);
void fault_resume(bool armed);

#endif
