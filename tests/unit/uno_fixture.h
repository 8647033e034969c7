/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Types and foreign objects for tests of the binding that run without an office.
 *
 * libuno has the type system but no types beyond XInterface and Exception: an office gets them
 * from its registries. Here a table of a few lines takes their place.
 */
#ifndef KERNPUNT_TESTS_UNO_FIXTURE_H
#define KERNPUNT_TESTS_UNO_FIXTURE_H

#include "kernpunt/uno.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

/** The names of the test types; uno_fixture.c declares their members. */
#define TEST_KINDS "test.XKinds"
#define TEST_DERIVED "test.XDerived"
#define TEST_PAIR "test.Pair"
#define TEST_COLOR "test.Color"

typedef struct test_pair {
  rtl_uString *name;
  double value;
  uno_Any extra;
  sal_Bool flag;
} test_pair;

/** Group set-up and tear-down: declares the types. */
int uno_fixture_setup(void **state);
int uno_fixture_teardown(void **state);

/** The last test of every program: no object and no proxy is alive. */
void uno_fixture_nothing_left(void **state);

/** The description of "interface::member" as a bridge would see it through `seen_by`, which may
 * inherit it; acquired. */
typelib_TypeDescription *uno_fixture_member(const char *seen_by, const char *member);

/** A second description of a method, unknown to the type library: equal name, other address. */
typelib_TypeDescription *uno_fixture_member_copy(const char *member, sal_Int32 position);

/**
 * What the office hands out for a C++ object: a proxy that stands for one interface only. Another
 * interface is another pointer, and a member of a wrong interface fails the test. Acquired.
 */
uno_Interface *uno_fixture_proxy(uno_Interface *target, const char *type);
/** Objects behind proxies that are alive. */
int uno_fixture_proxy_count(void);

/** Calls as a bridge does; true and a void exception when all went well. */
bool uno_fixture_dispatch(uno_Interface *object, const typelib_TypeDescription *member,
                          void *result, void **args, uno_Any *exception);

/** Fails the test with the error's words unless `good`. */
void uno_fixture_check(bool good, const kp_uno_error *error);

#endif
