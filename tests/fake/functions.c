/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Functions in formulas: those that the method's own formulas use; an unknown one is an error, as a
 * missing add-in would be. */
#include "evaluate.h"

#include "kernpunt/method.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

static double argument(call *c, size_t i, double otherwise) {
  double number = otherwise;
  if (i < c->count) {
    fake_value value = fake_single(c->w, c->arguments[i]);
    if (!fake_as_number(&value, &number))
      number = NAN;
    if (c->arguments[i].kind == FAKE_VALUE_PLACE)
      fake_value_clear(&value);
  }
  return number;
}

static fake_value checked(double number) {
  return isnan(number) ? fake_error("#VALUE!") : fake_number(number);
}

/* Whether a value of an argument is an error; `at` cells of ranges are looked at by the callers. */
static const char *first_error(call *c) {
  for (size_t i = 0; i < c->count; i++) {
    fake_value value = fake_single(c->w, c->arguments[i]);
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
  bool is_number = value->kind == FAKE_VALUE_NUMBER || (direct && fake_as_number(value, &number));
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
    return fake_number(all.sum);
  case 'C':
    return fake_number((double)all.numbers);
  case 'A':
    return fake_number((double)all.any);
  case 'L':
    return fake_number(all.least);
  default:
    return fake_number(all.most);
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
    return fake_error("#VALUE!");
  int month = date.year * 12 + date.month - 1 + (int)months;
  date.year = month / 12;
  date.month = month % 12 + 1;
  bool leap = (date.year % 4 == 0 && date.year % 100 != 0) || date.year % 400 == 0;
  int longest = days[date.month - 1] + (leap && date.month == 2);
  date.day = date.day < longest ? date.day : longest;
  return fake_number(kp_date_serial(date));
}

/* Monday to Friday. */
static fake_value workday(double start, double count) {
  if (isnan(start) || isnan(count))
    return fake_error("#VALUE!");
  int32_t day = (int32_t)start;
  for (int32_t left = (int32_t)count; left != 0;) {
    day += left > 0 ? 1 : -1;
    if ((day + 5) % 7 < 5)
      left += left > 0 ? -1 : 1;
  }
  return fake_number(day);
}

static fake_value substitute(call *c) {
  fake_value values[3];
  char *texts[3];
  for (size_t i = 0; i < 3; i++) {
    values[i] = fake_single(c->w, c->arguments[i]);
    texts[i] = fake_as_text(&values[i]);
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
  fake_value value = fake_text(made);
  free(made);
  for (size_t i = 0; i < 3; i++)
    free(texts[i]);
  return value;
}

static fake_value indirect(call *c) {
  fake_value value = fake_single(c->w, c->arguments[0]);
  char *text = fake_as_text(&value);
  fake_formula formula;
  fake_area area;
  if (c->arguments[0].kind == FAKE_VALUE_PLACE)
    fake_value_clear(&value);
  fake_formula_read(c->w->document, text, c->w->home, &formula);
  bool good = fake_formula_range(&formula, &area);
  fake_formula_clear(&formula);
  free(text);
  return good ? (fake_value){.kind = FAKE_VALUE_PLACE, .place = area} : fake_error("#REF!");
}

/* MATCH(value; range; 0), capitals apart or not: as Calc, not. */
static fake_value match(call *c) {
  fake_value wanted = fake_single(c->w, c->arguments[0]);
  char *text = fake_as_text(&wanted);
  const fake_area *place = &c->arguments[1].place;
  fake_value found = fake_error("#N/A");
  bool down = place->left == place->right;
  int32_t count = down ? place->bottom - place->top : place->right - place->left;
  if (c->arguments[0].kind == FAKE_VALUE_PLACE)
    fake_value_clear(&wanted);
  for (int32_t i = 0; found.kind == FAKE_VALUE_ERROR && i <= count; i++) {
    fake_value value = fake_cell_value(c->w->document, place->sheet, place->left + (down ? 0 : i),
                                       place->top + (down ? i : 0));
    char *other = fake_as_text(&value);
    if (value.kind != FAKE_VALUE_EMPTY && strcasecmp(other, text) == 0)
      found = fake_number(i + 1);
    free(other);
    fake_value_clear(&value);
  }
  free(text);
  return found;
}

static fake_value moved(call *c, int32_t row, int32_t column, int32_t height, int32_t width) {
  fake_value value = c->arguments[0];
  if (value.kind != FAKE_VALUE_PLACE)
    return fake_error("#VALUE!");
  value.place.top += row;
  value.place.left += column;
  value.place.bottom = value.place.top + height - 1;
  value.place.right = value.place.left + width - 1;
  return height < 1 || width < 1 || value.place.top < 0 || value.place.left < 0
             ? fake_error("#REF!")
             : value;
}

static fake_value type_test(call *c, char which) {
  fake_value value = fake_single(c->w, c->arguments[0]);
  bool yes = which == 'N'   ? value.kind == FAKE_VALUE_NUMBER
             : which == 'T' ? value.kind == FAKE_VALUE_TEXT
             : which == 'B' ? value.kind == FAKE_VALUE_EMPTY
                            : value.kind == FAKE_VALUE_ERROR;
  if (c->arguments[0].kind == FAKE_VALUE_PLACE)
    fake_value_clear(&value);
  return fake_number(yes);
}

static fake_value logic(call *c, bool all) {
  bool result = all;
  const char *wrong = first_error(c);
  if (wrong != NULL)
    return fake_error(wrong);
  for (size_t i = 0; i < c->count; i++) {
    double number = argument(c, i, 0);
    if (!isnan(number))
      result = all ? result && number != 0 : result || number != 0;
  }
  return fake_number(result);
}

static fake_value number_of(call *c) {
  fake_value value = fake_single(c->w, c->arguments[0]);
  char *text = fake_as_text(&value);
  char *end = NULL;
  double number = strtod(text, &end);
  bool good = end != text && *end == '\0';
  if (c->arguments[0].kind == FAKE_VALUE_PLACE)
    fake_value_clear(&value);
  free(text);
  return good ? fake_number(number) : fake_error("#VALUE!");
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
    *value = of_place ? fake_number(height(place)) : fake_error("#VALUE!");
  else if (strcasecmp(name, "ROW") == 0)
    *value = fake_number((of_place ? place->top : c->w->home->top) + 1);
  else if (strcasecmp(name, "COLUMN") == 0)
    *value = fake_number((of_place ? place->left : c->w->home->left) + 1);
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
    *value = wrong != NULL ? fake_error(wrong)
                           : moved(c, (int32_t)index - 1, (int32_t)argument(c, 2, 1) - 1, 1, 1);
  } else
    return false;
  return true;
}

fake_value fake_function(const char *name, call *c) {
  fake_value value = fake_error("#NAME?");
  const char *wrong = NULL;
  if (apply_raw(name, c, &value))
    return value;
  if (strcasecmp(name, "AND") == 0)
    return logic(c, true);
  if (strcasecmp(name, "OR") == 0)
    return logic(c, false);
  wrong = first_error(c);
  if (wrong != NULL)
    return fake_error(wrong);
  if (strcasecmp(name, "NOT") == 0)
    return checked(argument(c, 0, 0) == 0);
  if (strcasecmp(name, "TODAY") == 0)
    return fake_number(today(c->w->document));
  if (strcasecmp(name, "EDATE") == 0)
    return edate(argument(c, 0, 0), argument(c, 1, 0));
  if (strcasecmp(name, "WORKDAY") == 0)
    return workday(argument(c, 0, 0), argument(c, 1, 0));
  if (strcasecmp(name, "ROUND") == 0)
    return checked(round(argument(c, 0, 0) * pow(10, argument(c, 1, 0))) /
                   pow(10, argument(c, 1, 0)));
  if (strcasecmp(name, "N") == 0)
    return fake_number(isnan(argument(c, 0, 0)) ? 0 : argument(c, 0, 0));
  if (strcasecmp(name, "NUMBERVALUE") == 0)
    return number_of(c);
  if (strcasecmp(name, "SUBSTITUTE") == 0 && c->count == 3)
    return substitute(c);
  return value;
}
