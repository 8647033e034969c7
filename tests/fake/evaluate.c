/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What formulas give. */
#include "evaluate.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

enum { DEEPEST = 200 };

static fake_value expression(work *w);

fake_value fake_error(const char *name) {
  return (fake_value){.kind = FAKE_VALUE_ERROR, .text = (char *)(uintptr_t)name};
}

fake_value fake_number(double number) {
  return (fake_value){.kind = FAKE_VALUE_NUMBER, .number = number};
}

fake_value fake_text(const char *text) {
  return (fake_value){.kind = FAKE_VALUE_TEXT, .text = fake_copy(text)};
}

void fake_value_clear(fake_value *value) {
  if (value->kind == FAKE_VALUE_TEXT)
    free(value->text);
  value->kind = FAKE_VALUE_EMPTY;
}

/* ---------------------------------------------------------------------------------- the values */

/* A place becomes what stands in it: of a range the part in the formula's own row. */
fake_value fake_single(work *w, fake_value value) {
  if (value.kind != FAKE_VALUE_PLACE)
    return value;
  int32_t row = value.place.top == value.place.bottom ? value.place.top : w->home->top;
  int32_t column = value.place.left == value.place.right ? value.place.left : w->home->left;
  if (value.place.sheet == 0)
    return fake_error("#REF!");
  if (row < value.place.top || row > value.place.bottom || column < value.place.left ||
      column > value.place.right)
    return fake_error("#VALUE!");
  return fake_cell_value(w->document, value.place.sheet, column, row);
}

bool fake_as_number(const fake_value *value, double *number) {
  char *end = NULL;
  switch (value->kind) {
  case FAKE_VALUE_EMPTY:
    *number = 0;
    return true;
  case FAKE_VALUE_NUMBER:
    *number = value->number;
    return true;
  case FAKE_VALUE_TEXT: /* a text that is a number counts as one, "" does not */
    *number = strtod(value->text, &end);
    return end != value->text && *end == '\0';
  default:
    return false;
  }
}

char *fake_as_text(const fake_value *value) {
  char number[40] = "";
  if (value->kind == FAKE_VALUE_TEXT)
    return fake_copy(value->text);
  if (value->kind == FAKE_VALUE_NUMBER)
    snprintf(number, sizeof number, "%.15g", value->number);
  return fake_copy(number);
}

/* ------------------------------------------------------------------------------- the functions */

static bool next_is(work *w, const char *sign) {
  while (w->at < w->end && w->at->kind == FAKE_BLANK_TOKEN)
    w->at++;
  bool is = w->at < w->end && w->at->kind == FAKE_SIGN_TOKEN && strcmp(w->at->text, sign) == 0;
  w->at += is;
  return is;
}

/* IF and IFERROR look at one branch only; the other is passed over. */
static void skip(work *w) {
  int depth = 0;
  for (; w->at < w->end; w->at++) {
    const char *sign = w->at->kind == FAKE_SIGN_TOKEN ? w->at->text : "";
    if (depth == 0 && (strcmp(sign, ";") == 0 || strcmp(sign, ")") == 0))
      return;
    depth += strcmp(sign, "(") == 0;
    depth -= strcmp(sign, ")") == 0;
  }
}

static fake_value branch(work *w, bool if_error) {
  fake_value first = fake_single(w, expression(w));
  fake_value value = if_error ? first : fake_number(0);
  double number = 0;
  if (!if_error && first.kind == FAKE_VALUE_ERROR)
    value = first;
  bool decided = !if_error && fake_as_number(&first, &number);
  if (!if_error && !decided && first.kind != FAKE_VALUE_ERROR)
    value = fake_error("#VALUE!");
  for (int part = 0; next_is(w, ";"); part++) {
    bool wanted = if_error ? part == 0 && first.kind == FAKE_VALUE_ERROR
                           : decided && (part == 0) == (number != 0);
    if (wanted)
      value = expression(w);
    else
      skip(w);
  }
  next_is(w, ")");
  if (!if_error)
    fake_value_clear(&first);
  return value;
}

static fake_value function(work *w, const char *name) {
  call c = {.w = w};
  if (strcasecmp(name, "IF") == 0 || strcasecmp(name, "IFERROR") == 0)
    return branch(w, strcasecmp(name, "IFERROR") == 0);
  while (w->at < w->end && !next_is(w, ")")) {
    if (c.count < FAKE_ARGUMENTS)
      c.arguments[c.count++] = expression(w);
    if (!next_is(w, ";") && w->at < w->end && strcmp(w->at->text != NULL ? w->at->text : "", ")"))
      w->at++; /* what cannot be read is passed over */
  }
  fake_value value = fake_function(name, &c);
  for (size_t i = 0; i < c.count; i++)
    fake_value_clear(&c.arguments[i]);
  return value;
}

/* --------------------------------------------------------------------------------- expressions */

static fake_value word(work *w, const char *name) {
  if (next_is(w, "("))
    return function(w, name);
  if (strcasecmp(name, "TRUE") == 0 || strcasecmp(name, "FALSE") == 0)
    return fake_number(strcasecmp(name, "TRUE") == 0);
  for (size_t i = 0; i < w->document->content.name_count; i++)
    if (strcasecmp(w->document->content.names[i].name, name) == 0)
      return fake_formula_value(w->document, &w->document->content.names[i].content, w->home);
  return fake_error("#NAME?");
}

static fake_value primary(work *w) {
  if (next_is(w, "-")) {
    fake_value value = fake_single(w, primary(w));
    double number = 0;
    bool good = fake_as_number(&value, &number);
    fake_value_clear(&value);
    return good ? fake_number(-number) : fake_error("#VALUE!");
  }
  if (next_is(w, "(")) {
    fake_value value = expression(w);
    next_is(w, ")");
    return value;
  }
  if (w->at >= w->end)
    return fake_error("Err:509");
  const fake_token *token = w->at++;
  switch (token->kind) {
  case FAKE_NUMBER_TOKEN:
    return fake_number(token->number);
  case FAKE_TEXT_TOKEN:
    return fake_text(token->text);
  case FAKE_PLACE_TOKEN:
    return token->place.sheet > 0 && !token->lost_columns && !token->lost_rows
               ? (fake_value){.kind = FAKE_VALUE_PLACE, .place = token->place}
               : fake_error("#REF!");
  case FAKE_NAME_TOKEN:
    return word(w, token->text);
  default:
    return fake_error("Err:509");
  }
}

static fake_value compare(fake_value *one, fake_value *other, const char *sign) {
  int order = 0;
  if (one->kind == FAKE_VALUE_TEXT || other->kind == FAKE_VALUE_TEXT) {
    bool mixed = one->kind == FAKE_VALUE_NUMBER || other->kind == FAKE_VALUE_NUMBER;
    char *left = fake_as_text(one);
    char *right = fake_as_text(other);
    order = mixed ? (one->kind == FAKE_VALUE_NUMBER ? -1 : 1) : strcasecmp(left, right);
    free(left);
    free(right);
  } else {
    double left = 0;
    double right = 0;
    fake_as_number(one, &left);
    fake_as_number(other, &right);
    order = left < right ? -1 : left > right;
  }
  bool yes = (sign[0] == '=' && order == 0) || (sign[0] == '<' && sign[1] == '>' && order != 0) ||
             (sign[0] == '<' && sign[1] != '>' && order < 0) || (sign[0] == '>' && order > 0) ||
             (sign[1] == '=' && order == 0);
  return fake_number(yes);
}

static fake_value combine(fake_value *one, fake_value *other, const char *sign) {
  double left = 0;
  double right = 0;
  if (one->kind == FAKE_VALUE_ERROR || other->kind == FAKE_VALUE_ERROR)
    return fake_error(one->kind == FAKE_VALUE_ERROR ? one->text : other->text);
  if (strchr("=<>", sign[0]) != NULL)
    return compare(one, other, sign);
  if (sign[0] == '&') {
    char *first = fake_as_text(one);
    char *second = fake_as_text(other);
    first = fake_grow(first, strlen(first) + strlen(second) + 1);
    strcat(first, second);
    free(second);
    fake_value value = fake_text(first);
    free(first);
    return value;
  }
  if (!fake_as_number(one, &left) || !fake_as_number(other, &right))
    return fake_error("#VALUE!");
  if (sign[0] == '/' && right == 0)
    return fake_error("#DIV/0!");
  return fake_number(sign[0] == '+'   ? left + right
                     : sign[0] == '-' ? left - right
                     : sign[0] == '*' ? left * right
                                      : left / right);
}

/* Signs of one level, loosest first. */
static fake_value level(work *w, int depth) {
  static const char *const signs[][7] = {
      {"=", "<>", "<=", ">=", "<", ">", NULL}, {"&", NULL}, {"+", "-", NULL}, {"*", "/", NULL}};
  if (depth == 4)
    return primary(w);
  fake_value value = level(w, depth + 1);
  for (bool more = true; more;) {
    more = false;
    for (const char *const *sign = signs[depth]; !more && *sign != NULL; sign++) {
      if (!next_is(w, *sign))
        continue;
      fake_value left = fake_single(w, value);
      fake_value right = fake_single(w, level(w, depth + 1));
      value = combine(&left, &right, *sign);
      fake_value_clear(&left);
      fake_value_clear(&right);
      more = true;
    }
  }
  return value;
}

static fake_value expression(work *w) {
  return level(w, 0);
}

fake_value fake_formula_value(fake_document *document, const fake_formula *formula,
                              const fake_area *home) {
  work w = {document, home, formula->tokens, formula->tokens + formula->count};
  if (document->depth >= DEEPEST)
    return fake_error("Err:522");
  document->depth++;
  fake_value value = expression(&w);
  next_is(&w, "\n"); /* blanks at the end */
  if (w.at != w.end && value.kind != FAKE_VALUE_ERROR) {
    fake_value_clear(&value);
    value = fake_error("Err:509");
  }
  document->depth--;
  return value;
}

fake_value fake_cell_value(fake_document *document, int id, int32_t column, int32_t row) {
  const fake_sheet *sheet = fake_sheet_by_id(document, id);
  const fake_area home = {id, column, row, column, row};
  if (sheet == NULL)
    return fake_error("#REF!");
  const fake_cell *cell = fake_cell_at(sheet, column, row);
  work w = {document, &home, NULL, NULL};
  switch (cell->kind) {
  case FAKE_NUMBER:
    return fake_number(cell->number);
  case FAKE_TEXT:
    return fake_text(cell->text);
  case FAKE_FORMULA: {
    fake_value value = fake_single(&w, fake_formula_value(document, &cell->formula, &home));
    /* A reference to an empty cell gives 0, which shows as nothing only there. */
    return value.kind == FAKE_VALUE_EMPTY ? fake_number(0) : value;
  }
  default:
    return (fake_value){.kind = FAKE_VALUE_EMPTY};
  }
}
