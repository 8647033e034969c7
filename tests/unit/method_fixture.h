/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * A workbook in memory for the rules of the method. Rows are written as text:
 *
 *   id=A-11111|action=Call the customers|deadline=@+3|status=To do|number=#7.5
 *
 * with @+3 or @-3 for a day from today, #… for a number, ! for a formula error, ? for a column that
 * the sheet lacks, anything else for text. Columns not named are blank. Today is 2026-07-15, a
 * Wednesday.
 */
#ifndef KERNPUNT_TESTS_METHOD_FIXTURE_H
#define KERNPUNT_TESTS_METHOD_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "kernpunt/method.h"

enum { MX_TABLES = 32, MX_COLUMNS = 120, MX_VALUES = 40 };

typedef struct mx_row {
  kp_method_cell cells[MX_COLUMNS];
  char *text; /* behind the cells */
  char *more; /* behind cells set later */
} mx_row;

typedef struct mx_sheet {
  mx_row *rows;
  size_t count;
  size_t capacity;
  bool missing;
} mx_sheet;

typedef struct mx {
  kp_method *method;
  kp_method_rows rows;
  mx_sheet sheets[MX_TABLES];
  kp_method_findings findings;
  const char *setting; /* a setting that the team changed … */
  double value;        /* … to this */
  const char *off;     /* a practice that is switched off */
} mx;

extern const kp_date mx_today;
/** A minimal set of messages and lists for methods made in a test. */
extern const char mx_common[];

/** A message with the same text in both languages. */
#define MX_MESSAGE(text) "<message en='" text "' nl='" text "'/>"
/** A rule with key r. */
#define MX_RULE(attributes, content)                                                               \
  "<rule key='r' " attributes ">" content MX_MESSAGE("m") "</rule>"

/** The method that is shipped. */
mx *mx_new(void);
/** A method in memory: mx_common and this text within <method>. */
mx *mx_new_from(const char *body);
/**
 * A method to try rule words on: a table p with a column of each kind (name, who, status, unit,
 * day, day2, n from 1 to 5, m, yes, story, other, p, sum), a table c of rows that belong to it
 * (name, p, day, status, c), lists (person, unit), settings most (2, 1 to 5) and days (30); and
 * these rules.
 */
mx *mx_trial(const char *rules);
/** The shipped method with the practice of tests/fixtures/practices beside it. */
mx *mx_two(void);
void mx_free(mx *book);

/** A file beside mx_common cannot be used; the error says these words, and names the line unless it
 * is 0. */
void mx_expect_error(const char *bytes, size_t size, kp_language language, int line,
                     const char *words);

/** The last practice with steps: the only one, but in mx_two. */
const kp_method_practice *mx_stepped(const mx *book);
const kp_method_table *mx_table(const mx *book, const char *table);
const kp_method_column *mx_column(const mx *book, const char *table, const char *column);

/** Adds a row and returns its place. */
size_t mx_put(mx *book, const char *table, const char *row);
/** Puts other values into a row; the texts stay as long as the row. */
void mx_set(mx *book, const char *table, size_t row, const char *values);
/** A small sound workbook: one improvement round in which no rule has anything to say. */
void mx_sound(mx *book);
/** Takes all rows out again. */
void mx_clear(mx *book);

/** Checks a new row, or a change of a row, into `findings`. */
void mx_enter(mx *book, const char *table, const char *row);
void mx_change(mx *book, const char *table, size_t row, const char *values, const char *note);
/** Checks the whole workbook into `findings`. */
void mx_check(mx *book);
/** Whether a column must be filled in a new row. */
bool mx_required(mx *book, const char *table, const char *row, const char *column);
/** Key of the rule that wants a note for a change, or NULL. */
const char *mx_wants_note(mx *book, const char *table, size_t row, const char *values);

/** What a rule said; fails when it said nothing. */
const kp_method_finding *mx_finding(const mx *book, const char *rule);
size_t mx_count(const mx *book, const char *rule);
bool mx_said(const mx *book, const char *rule);
void mx_expect(const mx *book, const char *rule, kp_method_severity severity, const char *column);
void mx_expect_silent(const mx *book, const char *rule);
/** A new row is refused by the rule r, or not spoken about. */
void mx_refuses(mx *book, const char *table, const char *row);
void mx_accepts(mx *book, const char *table, const char *row);
/** Nothing at all was said. */
void mx_expect_nothing(const mx *book);

#endif
