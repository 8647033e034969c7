/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates: what was understood, and the menu of days. */
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *kp_form_date_note(const kp_form *form, const kp_form_field *field, bool left, bool *strong) {
  char text[KP_DATE_TEXT_SIZE];
  kp_date date;
  *strong = false;
  switch (kp_date_parse(field->value, kp_workbook_today(), &date)) {
  case KP_DATE_GOOD:
    kp_date_format(date, form->language, text);
    return strdup(text);
  case KP_DATE_EMPTY:
    return strdup("");
  case KP_DATE_IMPOSSIBLE:
    *strong = left;
    return strdup(kp_text_get(KP_TEXT_FORM_DATE_IMPOSSIBLE, form->language));
  default:
    *strong = left; /* half a date is no mistake yet */
    return strdup(kp_text_get(KP_TEXT_FORM_DATE_UNCLEAR, form->language));
  }
}

/* The quick days: what people would type for it and a text for the menu. */
typedef struct quick_day {
  const char *typed; /* NULL: the day before */
  kp_text text;
  bool past;
  bool future;
} quick_day;

static const quick_day quick[] = {
    {NULL, KP_TEXT_FORM_YESTERDAY, true, false},
    {"today", KP_TEXT_FORM_TODAY, true, false},
    {"tomorrow", KP_TEXT_FORM_TOMORROW, false, true},
    {"next week", KP_TEXT_FORM_NEXT_WEEK, false, true},
    {"+14", KP_TEXT_FORM_TWO_WEEKS, false, true},
    {"end of month", KP_TEXT_FORM_END_OF_MONTH, false, true},
};

static bool day_of(const quick_day *of, kp_date today, kp_date *date) {
  return of->typed != NULL ? kp_date_parse(of->typed, today, date) == KP_DATE_GOOD
                           : kp_date_from_serial(kp_date_serial(today) - 1, date);
}

static bool refuses_day(const kp_form *form, const kp_form_field *field, int days) {
  kp_date date = kp_workbook_today();
  char iso[KP_DATE_ISO_SIZE];
  kp_date_from_serial(kp_date_serial(date) + days, &date);
  kp_date_iso(date, iso);
  return kp_form_refuses(form, field, iso);
}

/* A deadline lies ahead, what was done lies behind: the rules know which. */
static void add_days(const kp_form *form, const kp_form_field *field, kp_form_rows *rows) {
  kp_date today = kp_workbook_today();
  bool ahead = refuses_day(form, field, -1) && !refuses_day(form, field, 1);
  bool behind = !ahead && refuses_day(form, field, 1);
  for (size_t i = 0; i < sizeof quick / sizeof *quick; i++) {
    const quick_day *of = &quick[i];
    char iso[KP_DATE_ISO_SIZE];
    char day[KP_DATE_TEXT_SIZE];
    kp_date date;
    if ((ahead && of->past) || (behind && of->future) || (!behind && of->typed == NULL) ||
        !day_of(of, today, &date))
      continue;
    kp_date_iso(date, iso);
    kp_date_format(date, form->language, day);
    char *text =
        kp_text_fill(KP_TEXT_FORM_DAY, form->language, kp_text_get(of->text, form->language), day);
    kp_board_row *row = text != NULL ? kp_form_rows_add(rows, field, text, iso) : NULL;
    if (row != NULL)
      row->checked = kp_form_same(field->column, field->value, iso);
    free(text);
  }
}

/* The calendar; the office runs on meanwhile. */
static void ask_calendar(kp_form *form, kp_form_field *field) {
  kp_date date;
  char iso[KP_DATE_ISO_SIZE];
  if (kp_date_parse(field->value, kp_workbook_today(), &date) != KP_DATE_GOOD)
    date = kp_workbook_today();
  kp_board_set_busy(form->board, true);
  bool chosen = form->asks->date(form->context, form->frame, form->language, &date);
  kp_board_set_busy(form->board, false);
  if (!chosen || kp_form_gone(form))
    return;
  kp_date_iso(date, iso);
  kp_form_chosen(form, field, iso);
}

void kp_form_choose_date(kp_form *form, kp_form_field *field) {
  static const char calendar[] = "calendar";
  kp_form_rows rows = {.list = NULL};
  add_days(form, field, &rows);
  kp_board_row *row =
      kp_form_rows_add(&rows, field, kp_text_get(KP_TEXT_FORM_CALENDAR, form->language), calendar);
  if (row != NULL)
    row->separated = true;
  const char *chosen = kp_form_menu(form, field, &rows);
  if (chosen != NULL && strcmp(chosen, calendar) == 0)
    ask_calendar(form, field);
  else
    kp_form_chosen(form, field, chosen);
  kp_form_rows_clear(&rows);
}
