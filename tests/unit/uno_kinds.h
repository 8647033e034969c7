/* SPDX-License-Identifier: GPL-3.0-or-later */
/** A class with a member of every kind: test.XDerived, and listeners that count. */
#ifndef KERNPUNT_TESTS_UNO_KINDS_H
#define KERNPUNT_TESTS_UNO_KINDS_H

#include "uno_fixture.h"

typedef struct kinds {
  int32_t number;
  int disposed;        /**< how often dispose ran */
  int *finalized;      /**< counted up by the finalizer when not NULL */
  uno_Interface *self; /**< borrowed; handed out by the finalizer when not NULL */
} kinds;

extern kp_uno_class kinds_class;

/** A new object; its state by `*state`. Fails the test when there is none. */
uno_Interface *kinds_new(kinds **state);

typedef struct listener {
  int told;
  uno_Interface *source;      /**< of the last event, not acquired: only to compare */
  uno_Interface *dispose_too; /**< disposed from within disposing(), not acquired */
  uno_Interface *release_too; /**< released from within disposing() */
} listener;

extern kp_uno_class listener_class;

/** An XEventListener. */
uno_Interface *listener_new(listener **state);

#endif
