/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Objects that answer as the office's do, made of the tables of kernpunt/uno.h.
 *
 * An office's objects have hundreds of members of which a test needs a few, so this dispatcher is
 * more lenient than that of src/uno: a member without a row raises an exception that names it.
 * Every call is counted, and the k-th can be made to fail.
 */
#ifndef KERNPUNT_TESTS_FAKE_OBJECT_H
#define KERNPUNT_TESTS_FAKE_OBJECT_H

#include "kernpunt/uno.h"

#define FAKE_UNKNOWN_PROPERTY "com.sun.star.beans.UnknownPropertyException"
#define FAKE_NO_ELEMENT "com.sun.star.container.NoSuchElementException"
#define FAKE_ELEMENT_EXISTS "com.sun.star.container.ElementExistException"
#define FAKE_OUT_OF_BOUNDS "com.sun.star.lang.IndexOutOfBoundsException"

/** A property: `get` fills a void any, `set` reads one. NULL: not readable, read-only. `name` "*"
 * stands for every other name, which `in->args[0]` tells. */
typedef struct fake_property {
  const char *name;
  bool (*get)(kp_uno_incoming *in, uno_Any *value);
  bool (*set)(kp_uno_incoming *in, const uno_Any *value);
} fake_property;

/** Rows that several classes share. */
typedef struct fake_rows {
  const kp_uno_row *rows;
  size_t count;
} fake_rows;

#define FAKE_ROW_LIST(list) (list), sizeof(list) / sizeof *(list)

/** A class: the table of the binding, more rows (NULL-terminated, may be NULL), and properties when
 * it has XPropertySet among its interfaces. */
typedef struct fake_class {
  kp_uno_class table;
  const fake_rows *const *more;
  const fake_property *properties;
  size_t property_count;
} fake_class;

#define FAKE_ROWS(list) .rows = (list), .row_count = sizeof(list) / sizeof *(list)
#define FAKE_PROPERTIES(list) .properties = (list), .property_count = sizeof(list) / sizeof *(list)

/** A new object, acquired once. Never fails: the fake ends the program when memory is short. */
uno_Interface *fake_object_new(fake_class *class, void **state);
/** Its state if it is one of this class, else NULL. */
void *fake_object_state(uno_Interface *object, const fake_class *class);
/** Objects that are alive. */
long fake_object_count(void);

/** Result of a handler: an object that becomes the caller's (NULL allowed); `wrapped` puts it into
 * an any. */
bool fake_return(kp_uno_incoming *in, uno_Interface *object);
bool fake_return_any(kp_uno_incoming *in, uno_Interface *object);
bool fake_return_bool(kp_uno_incoming *in, bool value);
bool fake_return_long(kp_uno_incoming *in, int32_t value);
/** A sequence of strings, copied. */
bool fake_return_names(kp_uno_incoming *in, const char *const *names, size_t count);

/** A string argument in UTF-8; to be freed. */
char *fake_text_argument(const kp_uno_incoming *in, int index);

/* -------------------------------------------------------------------------------------- calls */

/** What came in since fake_calls_start: method calls, without queries and reference counting. */
long fake_calls_count(void);
void fake_calls_start(void);
/** Makes the k-th call from now (1 is the next) raise a RuntimeException, once; 0: none. `for_good`
 * makes every later one fail too. */
void fake_calls_fail(long k, bool for_good);
void fake_calls_fail_no_more(void);
/** Whether a call has failed since fake_calls_fail. */
bool fake_calls_failed(void);
/** Told of every call, "interface::member", before it is served; NULL: nobody. */
void fake_calls_watch(void (*watch)(void *data, const char *member), void *data);

/** Memory of the fake itself: zeroed, never NULL, and never made to fail (tests/fake/fault.h). */
void *fake_alloc(size_t size);
void *fake_grow(void *old, size_t size);
char *fake_copy(const char *text);

#endif
