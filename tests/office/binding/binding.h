/* SPDX-License-Identifier: GPL-3.0-or-later */
/** The classes of the test component. */
#ifndef KERNPUNT_TESTS_BINDING_H
#define KERNPUNT_TESTS_BINDING_H

#include "kernpunt/uno.h"

#define TEST "org.kernpunt.test."
#define TEST_KINDS TEST "XKinds"
#define TEST_DRIVER TEST "XDriver"

typedef struct test_pair {
  rtl_uString *name;
  double value;
  uno_Any extra;
  sal_Bool flag;
} test_pair;

typedef struct test_wide {
  test_pair base;
  sal_Int64 big;
  uno_Sequence *pairs;
  uno_Interface *object;
} test_wide;

extern kp_uno_class test_kinds_class;
extern kp_uno_class test_driver_class;
extern kp_uno_class test_changes_class;

/** XDriver::passThrough. */
bool test_pass_through(kp_uno_incoming *in);
/** XDriver::layoutDifferences, LayoutCount, constants. */
bool test_layout_differences(kp_uno_incoming *in);
bool test_layout_count(kp_uno_incoming *in);
bool test_constants(kp_uno_incoming *in);

/** What a listener of the driver has seen. */
typedef struct test_changes {
  int32_t events;
  bool gone;
} test_changes;

#endif
