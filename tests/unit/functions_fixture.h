/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Calls the functions as Calc does, without an office: the arguments become what Calc hands over,
 * the result is read as Calc reads it.
 *
 * Values are written like this, in formulas and in expectations:
 *   9  -0.0  1e308  nan  inf     numbers
 *   'text'  'it''s'  _           texts; _ is "", which is how an empty cell of a range arrives
 *   TRUE  void                   a boolean, nothing: in a range Calc never sends them
 *   {1,2|3,4}  {}  {1|2,3}       an array of rows, none at all, a ragged one
 *   #DIV/0! #VALUE! #NUM! #N/A Err:523
 *   *                            in an expectation: anything
 * and formulas as in Calc: NPS.MARGIN({9|3};0.9;;'wald'), where nothing is an argument left out.
 */
#ifndef KERNPUNT_TESTS_FUNCTIONS_FIXTURE_H
#define KERNPUNT_TESTS_FUNCTIONS_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../src/functions/internal.h"

typedef enum fx_kind {
  FX_VOID, /* left out */
  FX_NUMBER,
  FX_TEXT,
  FX_BOOLEAN,
  FX_ERROR, /* number holds Calc's error number */
  FX_ARRAY, /* of rows */
  FX_ROW,
  FX_ANYTHING
} fx_kind;

typedef struct fx_value {
  fx_kind kind;
  double number;
  char *text;
  rtl_uString *string; /* instead of text: one object for equal texts, as Calc has it; borrowed */
  size_t count;        /* rows of an array, cells of a row */
  struct fx_value *cells;
} fx_value;

fx_value fx_number(double number);
fx_value fx_text(const char *utf8);
fx_value fx_string(rtl_uString *string);
/** An array of blanks. */
fx_value fx_array(size_t rows, size_t columns);
/** A copy of a list of numbers as a column; NaN becomes a blank. */
fx_value fx_column(const double *numbers, size_t count);
fx_value *fx_at(const fx_value *array, size_t row, size_t column);
fx_value fx_copy(const fx_value *value);
void fx_free(fx_value *value);

/** Adds an item to a row, or a row to an array; it takes the item over. */
void fx_append(fx_value *list, fx_value item);

/** Reads one value; the test fails when that cannot be done. */
fx_value fx_read(const char *source);
/** The parts of it: reading a value, or one word if it stands there, and moving on. */
fx_value fx_read_value(const char **place);
bool fx_eat(const char **place, const char *word);

/** Calls a function by name; arguments beyond `count` are left out, the document is none. */
fx_value fx_call(const char *function, const fx_value *arguments, size_t count);
fx_value fx_evaluate(const char *formula);

/** Numbers may differ by the tolerance, absolute up to 1 and relative beyond. */
bool fx_same(const fx_value *actual, const fx_value *expected, double tolerance);
void fx_print(const fx_value *value);
/** True when the value is this error. */
bool fx_is_error(const fx_value *value, kp_calc_error error);

/** Evaluates a formula and fails, saying why, unless it gives what is expected. */
void fx_expect(const char *why, const char *formula, const char *expected, const char *file,
               int line);
#define FX(formula, expected) fx_expect("", (formula), (expected), __FILE__, __LINE__)

/** One row of a table of cases. */
typedef struct fx_case {
  const char *why, *formula, *expected;
} fx_case;
void fx_run(const fx_case *cases, size_t count, const char *file, int line);
#define FX_RUN(cases) fx_run((cases), sizeof(cases) / sizeof(*(cases)), __FILE__, __LINE__)

#endif
