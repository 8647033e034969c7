/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What formulas give. The functions are those that the method's own formulas use; an unknown one
 * is an error, as a missing add-in would be. */
#include "model.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "kernpunt/method.h"

enum { DEEPEST = 200, ARGUMENTS = 32 };

/* A formula that is being read. */
typedef struct work {
  fake_document *document;
  const fake_area *home;
  const fake_token *at;
  const fake_token *end;
} work;

static fake_value expression(work *w);

static fake_value error_value(const char *name) {
  return (fake_value){.kind = FAKE_VALUE_ERROR, .text = (char *)(uintptr_t)name};
}

static fake_value number_value(double number) {
  return (fake_value){.kind = FAKE_VALUE_NUMBER, .number = number};
}

static fake_value text_value(const char *text) {
  return (fake_value){.kind = FAKE_VALUE_TEXT, .text = fake_copy(text)};
}

void fake_value_clear(fake_value *value) {
  if (value->kind == FAKE_VALUE_TEXT)
    free(value->text);
  value->kind = FAKE_VALUE_EMPTY;
}

/* ---------------------------------------------------------------------------------- the values */

/* A place becomes what stands in it: of a range the part in the formula's own row. */
static fake_value single(work *w, fake_value value) {
  if (value.kind != FAKE_VALUE_PLACE)
    return value;
  int32_t row = value.place.top == value.place.bottom ? value.place.top : w->home->top;
  int32_t column = value.place.left == value.place.right ? value.place.left : w->home->left;
  if (value.place.sheet == 0)
    return error_value("#REF!");
  if (row < value.place.top || row > value.place.bottom || column < value.place.left ||
      column > value.place.right)
    return error_value("#VALUE!");
  return fake_cell_value(w->document, value.place.sheet, column, row);
}

static bool as_number(const fake_value *value, double *number) {
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

static char *as_text(const fake_value *value) {
  char number[40] = "";
  if (value->kind == FAKE_VALUE_TEXT)
    return fake_copy(value->text);
  if (value->kind == FAKE_VALUE_NUMBER)
    snprintf(number, sizeof number, "%.15g", value->number);
  return fake_copy(number);
}

static bool next_is(work *w, const char *sign) {
  bool is = w->at < w->end && w->at->kind == FAKE_SIGN_TOKEN && strcmp(w->at->text, sign) == 0;
  w->at += is;
  return is;
}

/* ------------------------------------------------------------------------------- the functions */

typedef struct call {
  work *w;
  fake_value arguments[ARGUMENTS];
  size_t count;
} call;

static double argument(call *c, size_t i, double otherwise) {
  double number = otherwise;
  if (i < c->count) {
    fake_value value = single(c->w, c->arguments[i]);
    if (!as_number(&value, &number))
      number = NAN;
    if (c->arguments[i].kind == FAKE_VALUE_PLACE)
      fake_value_clear(&value);
  }
  return number;
}

static fake_value checked(double number) {
  return isnan(number) ? error_value("#VALUE!") : number_value(number);
}

/* Whether a value of an argument is an error; `at` cells of ranges are looked at by the callers. */
static const char *first_error(call *c) {
  for (size_t i = 0; i < c->count; i++) {
    fake_value value = single(c->w, c->arguments[i]);
    const char *name = value.kind == FAKE_VALUE_ERROR ? value.text : NULL;
    if (c->arguments[i].kind == FAKE_VALUE_PLACE)
      fake_value_clear(&value);
    if (name != NULL)
      return name;
  }
  return NULL;
}

typedef struct totals {
  double sum;
  double least;
  double most;
  long numbers;
  long any;
} totals;

static void count_value(const fake_value *value, bool direct, totals *into) {
  double number = value->number;
  bool is_number = value->kind == FAKE_VALUE_NUMBER || (direct && as_number(value, &number));
  into->any += value->kind != FAKE_VALUE_EMPTY;
  if (is_number) {
    into->least = into->numbers == 0 || number < into->least ? number : into->least;
    into->most = into->numbers == 0 || number > into->most ? number : into->most;
    into->sum += number;
    into->numbers++;
  }
}

static totals count_all(call *c) {
  totals all = {0, 0, 0, 0, 0};
  for (size_t i = 0; i < c->count; i++) {
    const fake_area *place = &c->arguments[i].place;
    if (c->arguments[i].kind != FAKE_VALUE_PLACE) {
      count_value(&c->arguments[i], true, &all);
      continue;
    }
    const fake_sheet *sheet = fake_sheet_by_id(c->w->document, place->sheet);
    for (int32_t r = place->top; sheet != NULL && r <= place->bottom && r < sheet->line_count; r++)
      for (int32_t k = place->left; k <= place->right && k < sheet->lines[r].width; k++) {
        fake_value value = fake_cell_value(c->w->document, place->sheet, k, r);
        count_value(&value, false, &all);
        fake_value_clear(&value);
      }
  }
  return all;
}

static fake_value total(call *c, char which) {
  totals all = count_all(c);
  switch (which) {
  case 'S':
    return number_value(all.sum);
  case 'C':
    return number_value((double)all.numbers);
  case 'A':
    return number_value((double)all.any);
  case 'L':
    return number_value(all.least);
  default:
    return number_value(all.most);
  }
}

static double today(const fake_document *document) {
  time_t now = time(NULL);
  struct tm local;
  if (document->today != 0)
    return document->today;
  localtime_r(&now, &local);
  return kp_date_serial((kp_date){local.tm_year + 1900, local.tm_mon + 1, local.tm_mday});
}

static fake_value edate(double start, double months) {
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  kp_date date;
  if (isnan(start) || isnan(months) || !kp_date_from_serial((int32_t)start, &date))
    return error_value("#VALUE!");
  int month = date.year * 12 + date.month - 1 + (int)months;
  date.year = month / 12;
  date.month = month % 12 + 1;
  bool leap = (date.year % 4 == 0 && date.year % 100 != 0) || date.year % 400 == 0;
  int longest = days[date.month - 1] + (leap && date.month == 2);
  date.day = date.day < longest ? date.day : longest;
  return number_value(kp_date_serial(date));
}

/* Monday to Friday. */
static fake_value workday(double start, double count) {
  if (isnan(start) || isnan(count))
    return error_value("#VALUE!");
  int32_t day = (int32_t)start;
  for (int32_t left = (int32_t)count; left != 0;) {
    day += left > 0 ? 1 : -1;
    if ((day + 5) % 7 < 5)
      left += left > 0 ? -1 : 1;
  }
  return number_value(day);
}

static fake_value substitute(call *c) {
  fake_value values[3];
  char *texts[3];
  for (size_t i = 0; i < 3; i++) {
    values[i] = single(c->w, c->arguments[i]);
    texts[i] = as_text(&values[i]);
    if (c->arguments[i].kind == FAKE_VALUE_PLACE)
      fake_value_clear(&values[i]);
  }
  char *made = fake_alloc(strlen(texts[0]) * (strlen(texts[2]) + 1) + 1);
  size_t length = strlen(texts[1]);
  for (const char *at = texts[0]; *at != '\0';) {
    if (length > 0 && strncmp(at, texts[1], length) == 0) {
      strcat(made, texts[2]);
      at += length;
    } else {
      made[strlen(made)] = *at++;
    }
  }
  fake_value value = text_value(made);
  free(made);
  for (size_t i = 0; i < 3; i++)
    free(texts[i]);
  return value;
}

static fake_value indirect(call *c) {
  fake_value value = single(c->w, c->arguments[0]);
  char *text = as_text(&value);
  fake_formula formula;
  fake_area area;
  if (c->arguments[0].kind == FAKE_VALUE_PLACE)
    fake_value_clear(&value);
  fake_formula_read(c->w->document, text, c->w->home, &formula);
  bool good = fake_formula_range(&formula, &area);
  fake_formula_clear(&formula);
  free(text);
  return good ? (fake_value){.kind = FAKE_VALUE_PLACE, .place = area} : error_value("#REF!");
}

/* MATCH(value; range; 0), capitals apart or not: as Calc, not. */
static fake_value match(call *c) {
  fake_value wanted = single(c->w, c->arguments[0]);
  char *text = as_text(&wanted);
  const fake_area *place = &c->arguments[1].place;
  fake_value found = error_value("#N/A");
  bool down = place->left == place->right;
  int32_t count = down ? place->bottom - place->top : place->right - place->left;
  if (c->arguments[0].kind == FAKE_VALUE_PLACE)
    fake_value_clear(&wanted);
  for (int32_t i = 0; found.kind == FAKE_VALUE_ERROR && i <= count; i++) {
    fake_value value = fake_cell_value(c->w->document, place->sheet, place->left + (down ? 0 : i),
                                       place->top + (down ? i : 0));
    char *other = as_text(&value);
    if (value.kind != FAKE_VALUE_EMPTY && strcasecmp(other, text) == 0)
      found = number_value(i + 1);
    free(other);
    fake_value_clear(&value);
  }
  free(text);
  return found;
}

static fake_value moved(call *c, int32_t row, int32_t column, int32_t height, int32_t width) {
  fake_value value = c->arguments[0];
  if (value.kind != FAKE_VALUE_PLACE)
    return error_value("#VALUE!");
  value.place.top += row;
  value.place.left += column;
  value.place.bottom = value.place.top + height - 1;
  value.place.right = value.place.left + width - 1;
  return height < 1 || width < 1 || value.place.top < 0 || value.place.left < 0
             ? error_value("#REF!")
             : value;
}

static fake_value type_test(call *c, char which) {
  fake_value value = single(c->w, c->arguments[0]);
  bool yes = which == 'N'   ? value.kind == FAKE_VALUE_NUMBER
             : which == 'T' ? value.kind == FAKE_VALUE_TEXT
             : which == 'B' ? value.kind == FAKE_VALUE_EMPTY
                            : value.kind == FAKE_VALUE_ERROR;
  if (c->arguments[0].kind == FAKE_VALUE_PLACE)
    fake_value_clear(&value);
  return number_value(yes);
}

static fake_value logic(call *c, bool all) {
  bool result = all;
  const char *wrong = first_error(c);
  if (wrong != NULL)
    return error_value(wrong);
  for (size_t i = 0; i < c->count; i++) {
    double number = argument(c, i, 0);
    if (!isnan(number))
      result = all ? result && number != 0 : result || number != 0;
  }
  return number_value(result);
}

static fake_value number_of(call *c) {
  fake_value value = single(c->w, c->arguments[0]);
  char *text = as_text(&value);
  char *end = NULL;
  double number = strtod(text, &end);
  bool good = end != text && *end == '\0';
  if (c->arguments[0].kind == FAKE_VALUE_PLACE)
    fake_value_clear(&value);
  free(text);
  return good ? number_value(number) : error_value("#VALUE!");
}

static int32_t height(const fake_area *place) {
  return place->bottom - place->top + 1;
}

/* Those that want to see errors or places themselves. */
static bool apply_raw(const char *name, call *c, fake_value *value) {
  const fake_area *place = &c->arguments[0].place;
  bool of_place = c->count > 0 && c->arguments[0].kind == FAKE_VALUE_PLACE;
  if (strcasecmp(name, "ISNUMBER") == 0)
    *value = type_test(c, 'N');
  else if (strcasecmp(name, "ISTEXT") == 0)
    *value = type_test(c, 'T');
  else if (strcasecmp(name, "ISBLANK") == 0)
    *value = type_test(c, 'B');
  else if (strcasecmp(name, "ISERROR") == 0)
    *value = type_test(c, 'E');
  else if (strcasecmp(name, "COUNT") == 0)
    *value = total(c, 'C');
  else if (strcasecmp(name, "COUNTA") == 0)
    *value = total(c, 'A');
  else if (strcasecmp(name, "SUM") == 0)
    *value = total(c, 'S');
  else if (strcasecmp(name, "MIN") == 0)
    *value = total(c, 'L');
  else if (strcasecmp(name, "MAX") == 0)
    *value = total(c, 'M');
  else if (strcasecmp(name, "ROWS") == 0)
    *value = of_place ? number_value(height(place)) : error_value("#VALUE!");
  else if (strcasecmp(name, "ROW") == 0)
    *value = number_value((of_place ? place->top : c->w->home->top) + 1);
  else if (strcasecmp(name, "COLUMN") == 0)
    *value = number_value((of_place ? place->left : c->w->home->left) + 1);
  else if (strcasecmp(name, "INDIRECT") == 0)
    *value = indirect(c);
  else if (strcasecmp(name, "MATCH") == 0 && c->count >= 2)
    *value = match(c);
  else if (strcasecmp(name, "OFFSET") == 0)
    *value = moved(c, (int32_t)argument(c, 1, 0), (int32_t)argument(c, 2, 0),
                   (int32_t)argument(c, 3, height(place)),
                   (int32_t)argument(c, 4, place->right - place->left + 1));
  else if (strcasecmp(name, "INDEX") == 0) {
    double index = argument(c, 1, 1);
    const char *wrong = first_error(&(call){c->w, {c->arguments[1]}, c->count > 1});
    *value = wrong != NULL ? error_value(wrong)
                           : moved(c, (int32_t)index - 1, (int32_t)argument(c, 2, 1) - 1, 1, 1);
  } else
    return false;
  return true;
}

static fake_value apply(const char *name, call *c) {
  fake_value value = error_value("#NAME?");
  const char *wrong = NULL;
  if (apply_raw(name, c, &value))
    return value;
  if (strcasecmp(name, "AND") == 0)
    return logic(c, true);
  if (strcasecmp(name, "OR") == 0)
    return logic(c, false);
  wrong = first_error(c);
  if (wrong != NULL)
    return error_value(wrong);
  if (strcasecmp(name, "NOT") == 0)
    return checked(argument(c, 0, 0) == 0);
  if (strcasecmp(name, "TODAY") == 0)
    return number_value(today(c->w->document));
  if (strcasecmp(name, "EDATE") == 0)
    return edate(argument(c, 0, 0), argument(c, 1, 0));
  if (strcasecmp(name, "WORKDAY") == 0)
    return workday(argument(c, 0, 0), argument(c, 1, 0));
  if (strcasecmp(name, "ROUND") == 0)
    return checked(round(argument(c, 0, 0) * pow(10, argument(c, 1, 0))) /
                   pow(10, argument(c, 1, 0)));
  if (strcasecmp(name, "N") == 0)
    return number_value(isnan(argument(c, 0, 0)) ? 0 : argument(c, 0, 0));
  if (strcasecmp(name, "NUMBERVALUE") == 0)
    return number_of(c);
  if (strcasecmp(name, "SUBSTITUTE") == 0 && c->count == 3)
    return substitute(c);
  return value;
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
  fake_value first = single(w, expression(w));
  fake_value value = if_error ? first : number_value(0);
  double number = 0;
  if (!if_error && first.kind == FAKE_VALUE_ERROR)
    value = first;
  bool decided = !if_error && as_number(&first, &number);
  if (!if_error && !decided && first.kind != FAKE_VALUE_ERROR)
    value = error_value("#VALUE!");
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
    if (c.count < ARGUMENTS)
      c.arguments[c.count++] = expression(w);
    if (!next_is(w, ";") && w->at < w->end && strcmp(w->at->text != NULL ? w->at->text : "", ")"))
      w->at++; /* what cannot be read is passed over */
  }
  fake_value value = apply(name, &c);
  for (size_t i = 0; i < c.count; i++)
    fake_value_clear(&c.arguments[i]);
  return value;
}

/* --------------------------------------------------------------------------------- expressions */

static fake_value word(work *w, const char *name) {
  if (next_is(w, "("))
    return function(w, name);
  if (strcasecmp(name, "TRUE") == 0 || strcasecmp(name, "FALSE") == 0)
    return number_value(strcasecmp(name, "TRUE") == 0);
  for (size_t i = 0; i < w->document->content.name_count; i++)
    if (strcasecmp(w->document->content.names[i].name, name) == 0)
      return fake_formula_value(w->document, &w->document->content.names[i].content, w->home);
  return error_value("#NAME?");
}

static fake_value primary(work *w) {
  if (w->at >= w->end)
    return error_value("Err:509");
  if (next_is(w, "-")) {
    fake_value value = single(w, primary(w));
    double number = 0;
    bool good = as_number(&value, &number);
    fake_value_clear(&value);
    return good ? number_value(-number) : error_value("#VALUE!");
  }
  if (next_is(w, "(")) {
    fake_value value = expression(w);
    next_is(w, ")");
    return value;
  }
  const fake_token *token = w->at++;
  switch (token->kind) {
  case FAKE_NUMBER_TOKEN:
    return number_value(token->number);
  case FAKE_TEXT_TOKEN:
    return text_value(token->text);
  case FAKE_PLACE_TOKEN:
    return token->place.sheet != 0 ? (fake_value){.kind = FAKE_VALUE_PLACE, .place = token->place}
                                   : error_value("#REF!");
  case FAKE_NAME_TOKEN:
    return word(w, token->text);
  default:
    return error_value("Err:509");
  }
}

static fake_value compare(fake_value *one, fake_value *other, const char *sign) {
  int order = 0;
  if (one->kind == FAKE_VALUE_TEXT || other->kind == FAKE_VALUE_TEXT) {
    bool mixed = one->kind == FAKE_VALUE_NUMBER || other->kind == FAKE_VALUE_NUMBER;
    char *left = as_text(one);
    char *right = as_text(other);
    order = mixed ? (one->kind == FAKE_VALUE_NUMBER ? -1 : 1) : strcasecmp(left, right);
    free(left);
    free(right);
  } else {
    double left = 0;
    double right = 0;
    as_number(one, &left);
    as_number(other, &right);
    order = left < right ? -1 : left > right;
  }
  bool yes = (sign[0] == '=' && order == 0) || (sign[0] == '<' && sign[1] == '>' && order != 0) ||
             (sign[0] == '<' && sign[1] != '>' && order < 0) || (sign[0] == '>' && order > 0) ||
             (sign[1] == '=' && order == 0);
  return number_value(yes);
}

static fake_value combine(fake_value *one, fake_value *other, const char *sign) {
  double left = 0;
  double right = 0;
  if (one->kind == FAKE_VALUE_ERROR || other->kind == FAKE_VALUE_ERROR)
    return error_value(one->kind == FAKE_VALUE_ERROR ? one->text : other->text);
  if (strchr("=<>", sign[0]) != NULL)
    return compare(one, other, sign);
  if (sign[0] == '&') {
    char *first = as_text(one);
    char *second = as_text(other);
    first = fake_grow(first, strlen(first) + strlen(second) + 1);
    strcat(first, second);
    free(second);
    fake_value value = text_value(first);
    free(first);
    return value;
  }
  if (!as_number(one, &left) || !as_number(other, &right))
    return error_value("#VALUE!");
  if (sign[0] == '/' && right == 0)
    return error_value("#DIV/0!");
  return number_value(sign[0] == '+'   ? left + right
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
      fake_value left = single(w, value);
      fake_value right = single(w, level(w, depth + 1));
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
    return error_value("Err:522");
  document->depth++;
  fake_value value = expression(&w);
  if (w.at != w.end && value.kind != FAKE_VALUE_ERROR) {
    fake_value_clear(&value);
    value = error_value("Err:509");
  }
  document->depth--;
  return value;
}

fake_value fake_cell_value(fake_document *document, int id, int32_t column, int32_t row) {
  const fake_sheet *sheet = fake_sheet_by_id(document, id);
  const fake_area home = {id, column, row, column, row};
  if (sheet == NULL)
    return error_value("#REF!");
  const fake_cell *cell = fake_cell_at(sheet, column, row);
  work w = {document, &home, NULL, NULL};
  switch (cell->kind) {
  case FAKE_NUMBER:
    return number_value(cell->number);
  case FAKE_TEXT:
    return text_value(cell->text);
  case FAKE_FORMULA: {
    fake_value value = single(&w, fake_formula_value(document, &cell->formula, &home));
    /* A reference to an empty cell gives 0, which shows as nothing only there. */
    return value.kind == FAKE_VALUE_EMPTY ? number_value(0) : value;
  }
  default:
    return (fake_value){.kind = FAKE_VALUE_EMPTY};
  }
}
