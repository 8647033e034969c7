/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a rule says, with the particulars of the case. */
#include "book.h"

#include "kernpunt/text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A text that is cut when it is full; long values are quoted in part anyway. */
enum { MESSAGE_BYTES = 1800, QUOTED_CHARACTERS = 60 };

typedef struct writer {
  char text[MESSAGE_BYTES];
  size_t used;
} writer;

static void put(writer *into, const char *text, size_t length) {
  if (length > MESSAGE_BYTES - 1 - into->used) {
    length = MESSAGE_BYTES - 1 - into->used;
    while (length > 0 && ((unsigned char)text[length] & 0xC0u) == 0x80u)
      length--;
  }
  memcpy(into->text + into->used, text, length);
  into->used += length;
  into->text[into->used] = '\0';
}

/* A value that may be long. */
static void put_quoted(writer *into, const char *text) {
  size_t characters = 0;
  const char *at = text;
  for (; *at != '\0'; at++)
    if (((unsigned char)*at & 0xC0u) != 0x80u && ++characters > QUOTED_CHARACTERS)
      break;
  put(into, text, (size_t)(at - text));
  if (*at != '\0')
    put(into, "…", strlen("…"));
}

/* Whole numbers and tenths, with the decimal sign of the language. */
static void put_number(writer *into, double number, kp_language language) {
  char text[40];
  if (!(fabs(number) < 1e12))
    return;
  double tenths = round(fabs(number) * 10);
  long long whole = (long long)(tenths / 10);
  int rest = (int)(tenths - 10 * (double)whole);
  const char *sign = number < 0 && tenths > 0 ? "-" : "";
  if (rest == 0)
    snprintf(text, sizeof text, "%s%lld", sign, whole);
  else
    snprintf(text, sizeof text, "%s%lld%c%d", sign, whole, language == KP_LANGUAGE_NL ? ',' : '.',
             rest);
  put(into, text, strlen(text));
}

static void put_day(writer *into, double serial, kp_language language) {
  char text[KP_DATE_TEXT_SIZE];
  kp_date date;
  if (!(serial >= 0 && serial < 3e6) || !kp_date_from_serial((int32_t)serial, &date))
    return;
  kp_date_format(date, language, text);
  put(into, text, strlen(text));
}

static void put_cell(writer *into, const kp_method_column *column, kp_method_cell cell,
                     kp_language language) {
  if (cell.kind == KP_METHOD_WORDS)
    put_quoted(into, cell.text);
  else if (cell.kind == KP_METHOD_VALUE && column->result == KP_METHOD_DATE)
    put_day(into, cell.number, language);
  else if (cell.kind == KP_METHOD_VALUE)
    put_number(into, cell.number, language);
}

/* What a row is called: its title, else its ID. */
static void put_row(writer *into, const kp_eval *eval, const kp_method_table *table, size_t row) {
  kp_method_cell cell = kp_book_cell(eval->book, table->title, row);
  const kp_method_column *column = table->title;
  if (!kp_cell_filled(cell) && table->id != NULL) {
    column = table->id;
    cell = kp_book_cell(eval->book, column, row);
  }
  put_cell(into, column, cell, eval->language);
}

/* The words of a list as they stand in the workbook. */
static void put_words(writer *into, const kp_eval *eval) {
  enum { SHOWN = 12 };
  const kp_method_list *list = eval->rule->column->list;
  for (size_t i = 0; list != NULL && i < list->count && i < SHOWN; i++) {
    const char *word = list->items[i]->name.in[eval->book->rows.language];
    put(into, ", ", i > 0 ? 2 : 0);
    put(into, word, strlen(word));
  }
}

static void put_limit(writer *into, const kp_eval *eval, bool day) {
  if (day)
    put_day(into, eval->limit, eval->language);
  else
    put_number(into, eval->limit, eval->language);
}

static bool is(const char *at, size_t length, const char *name) {
  return strlen(name) == length && strncmp(at, name, length) == 0;
}

static void put_placeholder(writer *into, const kp_eval *eval, const char *name, size_t length) {
  const kp_method_rule *rule = eval->rule;
  const char *column = rule->column->name.in[eval->language];
  if (is(name, length, "column")) {
    put(into, column, strlen(column));
  } else if (is(name, length, "value")) {
    if (eval->value != NULL)
      put_quoted(into, eval->value);
    else
      put_cell(into, rule->column, kp_book_cell(eval->book, rule->column, eval->row),
               eval->language);
  } else if (is(name, length, "count")) {
    put_number(into, eval->count, eval->language);
  } else if (is(name, length, "limit") || is(name, length, "date")) {
    put_limit(into, eval, name[0] == 'd');
  } else if (is(name, length, "words")) {
    put_words(into, eval);
  } else if (is(name, length, "other") && rule->other != NULL) {
    column = rule->other->name.in[eval->language];
    put(into, column, strlen(column));
  } else if (is(name, length, "row")) {
    put_row(into, eval, rule->table, eval->row);
  } else if (is(name, length, "name") && eval->reached != NULL) {
    put_row(into, eval, eval->reached, eval->reached_row);
  }
}

char *kp_rule_message(kp_eval *eval) {
  writer into = {"", 0};
  const char *at = eval->rule->message.in[eval->language];
  while (at != NULL && *at != '\0') {
    const char *end = *at == '{' ? strchr(at, '}') : NULL;
    if (end != NULL) {
      put_placeholder(&into, eval, at + 1, (size_t)(end - at - 1));
      at = end + 1;
    } else {
      size_t run = 1 + strcspn(at + 1, "{");
      put(&into, at, run);
      at += run;
    }
  }
  char *message = malloc(into.used + 1);
  if (message == NULL) {
    eval->book->failed = true;
    return NULL;
  }
  memcpy(message, into.text, into.used + 1);
  return message;
}
