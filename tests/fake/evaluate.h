/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Formulas at work. Within tests/fake only. */
#ifndef KERNPUNT_TESTS_FAKE_EVALUATE_H
#define KERNPUNT_TESTS_FAKE_EVALUATE_H

#include "model.h"

enum { FAKE_ARGUMENTS = 32 };

/** A formula that is being read. */
typedef struct work {
  fake_document *document;
  const fake_area *home;
  const fake_token *at;
  const fake_token *end;
} work;

/** A function with its arguments. */
typedef struct call {
  work *w;
  fake_value arguments[FAKE_ARGUMENTS];
  size_t count;
} call;

/** What a function gives; IF and IFERROR are not among them. */
fake_value fake_function(const char *name, call *c);

fake_value fake_error(const char *name); /**< `name` is static */
fake_value fake_number(double number);
fake_value fake_text(const char *text);
/** A place becomes what stands in it. */
fake_value fake_single(work *w, fake_value value);
bool fake_as_number(const fake_value *value, double *number);
/** malloc'ed. */
char *fake_as_text(const fake_value *value);

#endif
