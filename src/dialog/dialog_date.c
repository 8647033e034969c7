/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A calendar: one month of buttons, Monday first. Arrows walk by day and week,
 * Page Up and Page Down by month, Enter or a click chooses. */
#include "dialog.h"

#include "kernpunt/uno.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DAYS = 31, WEEK = 7, WEEKS = 6 };

/* A control with its model, both ours. */
typedef struct part {
  uno_Interface *control;
  uno_Interface *model;
} part;

typedef struct calendar {
  kp_dialog *dialog;
  kp_language language;
  kp_date date; /* chosen so far; its month is shown */
  int days;     /* of that month */
  int first;    /* weekday of its first day, 0 = Monday */
  int focused;  /* the day whose button has the focus, 0 for none */
  int top;      /* of the place where it stands */
  int width;
  part previous;
  part title;
  part next;
  part week[WEEK];
  part day[DAYS];
  part today;
} calendar;

/* ---------------------------------------------------------------------------------------
 * words */

/* "December 2026" out of "Thursday 31 December 2026". */
static const char *month_words(const char *text) {
  const char *space = strchr(text, ' ');
  space = space != NULL ? strchr(space + 1, ' ') : NULL;
  return space != NULL ? space + 1 : text;
}

static void set_label(const part *of, const char *label) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_uno_property_set_string(&ignored, of->model, "Label", label);
}

static void set_bold(const part *of, bool bold) {
  const float weight = bold ? 150.0F : 100.0F; /* awt::FontWeight BOLD and NORMAL */
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Any any;
  kp_uno_any_init(&any);
  if (kp_uno_any_set(&any, "float", &weight, &ignored))
    kp_uno_property_set(&ignored, of->model, "FontWeight", &any);
  kp_uno_any_clear(&any);
}

/* ------------------------------------------------------------------------------------
 * the month */

static kp_date day_of(const calendar *self, int day) {
  return (kp_date){self->date.year, self->date.month, day};
}

static void measure_month(calendar *self) {
  self->days = DAYS;
  while (!kp_date_valid(day_of(self, self->days)))
    self->days--;
  self->first = kp_date_weekday(day_of(self, 1));
}

static void put_days(const calendar *self) {
  static kp_uno_method show = KP_UNO_METHOD("com.sun.star.awt.XWindow::setVisible");
  kp_uno_error ignored = KP_UNO_IGNORED;
  int gap = kp_dialog_pixels(self->dialog, 4);
  int cell = (self->width - 2 * gap) / WEEK;
  int least = 0;
  int height = 0;
  kp_dialog_least(self->day[DAYS - 1].control, &least, &height);
  for (int i = 0; i < DAYS; i++) {
    int place = self->first + i;
    kp_dialog_put(self->day[i].control, gap + place % WEEK * cell,
                  self->top + place / WEEK * height, cell, height);
    kp_uno_call(&ignored, self->day[i].control, &show, NULL, i < self->days);
  }
}

/* Shows the chosen day as a button that is pressed; only that one is on the way
 * of the Tab key. */
static void mark_days(const calendar *self) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_date today = kp_workbook_today();
  for (int i = 0; i < self->days; i++) {
    char text[KP_DATE_TEXT_SIZE];
    const part *day = &self->day[i];
    kp_date date = day_of(self, i + 1);
    bool chosen = i + 1 == self->date.day;
    kp_date_format(date, self->language, text);
    kp_uno_property_set_string(&ignored, day->model, "HelpText", text);
    kp_uno_property_set_short(&ignored, day->model, "State", chosen ? 1 : 0);
    kp_uno_property_set_bool(&ignored, day->model, "Tabstop", chosen);
    set_bold(day, kp_date_serial(date) == kp_date_serial(today));
  }
}

static void show_month(calendar *self) {
  char text[KP_DATE_TEXT_SIZE];
  measure_month(self);
  kp_date_format(self->date, self->language, text);
  set_label(&self->title, month_words(text));
  if (self->width > 0)
    put_days(self);
  mark_days(self);
}

static void focus_day(const calendar *self) {
  static kp_uno_method focus = KP_UNO_METHOD("com.sun.star.awt.XWindow::setFocus");
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_uno_call(&ignored, self->day[self->date.day - 1].control, &focus, NULL);
}

/* ----------------------------------------------------------------------------------------
 * moving
 */

static void go_to(calendar *self, kp_date date, bool focus) {
  self->date = date;
  show_month(self);
  if (focus)
    focus_day(self);
}

static void go_by_days(calendar *self, int days) {
  kp_date date;
  if (kp_date_from_serial(kp_date_serial(self->date) + days, &date))
    go_to(self, date, true);
}

/* The same day of another month, or its last one. */
static void go_by_month(calendar *self, int months, bool focus) {
  int month = self->date.year * 12 + self->date.month - 1 + months;
  kp_date date = {month / 12, month % 12 + 1, self->date.day};
  while (!kp_date_valid(date) && date.day > 28)
    date.day--;
  if (kp_date_valid(date))
    go_to(self, date, focus);
}

static bool on_key(void *data, int code) {
  calendar *self = data;
  bool among_days = self->focused > 0;
  if (code == KP_UNO_KEY_PAGEUP || code == KP_UNO_KEY_PAGEDOWN) {
    go_by_month(self, code == KP_UNO_KEY_PAGEUP ? -1 : 1, true);
    return true;
  }
  if (!among_days)
    return false;
  switch (code) {
  case KP_UNO_KEY_LEFT:
    go_by_days(self, -1);
    return true;
  case KP_UNO_KEY_RIGHT:
    go_by_days(self, 1);
    return true;
  case KP_UNO_KEY_UP:
    go_by_days(self, -WEEK);
    return true;
  case KP_UNO_KEY_DOWN:
    go_by_days(self, WEEK);
    return true;
  case KP_UNO_KEY_HOME:
    go_to(self, day_of(self, 1), true);
    return true;
  case KP_UNO_KEY_END:
    go_to(self, day_of(self, self->days), true);
    return true;
  default:
    return false;
  }
}

static int find_day(const calendar *self, uno_Interface *control) {
  for (int i = 0; i < DAYS; i++)
    if (kp_uno_same(self->day[i].control, control))
      return i + 1;
  return 0;
}

static void on_press(void *data, uno_Interface *control) {
  calendar *self = data;
  int day = find_day(self, control);
  if (kp_uno_same(control, self->previous.control)) {
    go_by_month(self, -1, false);
  } else if (kp_uno_same(control, self->next.control)) {
    go_by_month(self, 1, false);
  } else if (kp_uno_same(control, self->today.control)) {
    go_to(self, kp_workbook_today(), true);
  } else if (day > 0 && day <= self->days) {
    self->date.day = day;
    kp_dialog_end(self->dialog, true);
  }
}

static void on_focus(void *data, uno_Interface *control, bool has) {
  calendar *self = data;
  int day = find_day(self, control);
  if (has)
    self->focused = day;
  else if (day == self->focused)
    self->focused = 0;
}

/* ----------------------------------------------------------------------------------
 * its place */

static int on_place(void *data, int top, int width) {
  calendar *self = data;
  int gap = kp_dialog_pixels(self->dialog, 4);
  int cell = (width - 2 * gap) / WEEK;
  int least = 0;
  int row = 0;
  int text = 0;
  int button = 0;
  kp_dialog_least(self->day[DAYS - 1].control, &least, &row);
  kp_dialog_least(self->week[0].control, &least, &text);
  int y = top;
  kp_dialog_put(self->previous.control, gap, y, cell, row);
  kp_dialog_put(self->title.control, gap + cell, y + (row - text) / 2, (WEEK - 2) * cell, text);
  kp_dialog_put(self->next.control, gap + (WEEK - 1) * cell, y, cell, row);
  y += row + gap;
  for (int i = 0; i < WEEK; i++)
    kp_dialog_put(self->week[i].control, gap + i * cell, y, cell, text);
  y += text + gap / 2;
  self->top = y;
  self->width = width;
  put_days(self);
  y += WEEKS * row + gap;
  kp_dialog_least(self->today.control, &button, &row);
  kp_dialog_put(self->today.control, gap, y, button + gap, row);
  return y + row - top;
}

/* ---------------------------------------------------------------------------------------
 * making */

static bool add_button(kp_uno_error *error, calendar *self, const char *name, int tab, part *of) {
  return kp_dialog_add(error, self->dialog, "com.sun.star.awt.UnoControlButtonModel", name, tab,
                       &of->control, &of->model);
}

static bool add_words(kp_uno_error *error, calendar *self, const char *name, int tab, part *of) {
  enum { CENTRED = 1 };
  return kp_dialog_add(error, self->dialog, "com.sun.star.awt.UnoControlFixedTextModel", name, tab,
                       &of->control, &of->model) &&
         kp_uno_property_set_short(error, of->model, "Align", CENTRED) &&
         kp_uno_property_set_bool(error, of->model, "NoLabel", true);
}

static bool add_days(kp_uno_error *error, calendar *self, int tab) {
  bool good = true;
  for (int i = 0; good && i < DAYS; i++) {
    char name[24];
    char label[16];
    snprintf(name, sizeof name, "day_%d", i + 1);
    snprintf(label, sizeof label, "%d", i + 1);
    good = add_button(error, self, name, tab + i, &self->day[i]) &&
           kp_uno_property_set_bool(error, self->day[i].model, "Toggle", true) &&
           kp_uno_property_set_string(error, self->day[i].model, "Label", label);
  }
  return good;
}

/* The first two letters of the days of a week. */
static bool add_week(kp_uno_error *error, calendar *self, int tab) {
  static const kp_date monday = {2024, 1, 1};
  bool good = true;
  for (int i = 0; good && i < WEEK; i++) {
    char name[24];
    char text[KP_DATE_TEXT_SIZE];
    kp_date date = {monday.year, monday.month, monday.day + i};
    snprintf(name, sizeof name, "week_%d", i + 1);
    kp_date_format(date, self->language, text);
    text[2] = '\0';
    good = add_words(error, self, name, tab + i, &self->week[i]);
    if (good)
      set_label(&self->week[i], text);
  }
  return good;
}

static bool build(kp_uno_error *error, calendar *self) {
  enum { DAY = 0, TODAY = 40, PREVIOUS, TITLE, NEXT, HEADS }; /* the days come first */
  bool good = add_days(error, self, DAY) && add_button(error, self, "today", TODAY, &self->today) &&
              add_button(error, self, "previous", PREVIOUS, &self->previous) &&
              add_words(error, self, "month", TITLE, &self->title) &&
              add_button(error, self, "next", NEXT, &self->next) && add_week(error, self, HEADS);
  if (good) {
    kp_uno_error ignored = KP_UNO_IGNORED;
    set_label(&self->today, kp_text_get(KP_TEXT_DIALOG_DATE_TODAY, self->language));
    set_label(&self->previous, "◀");
    set_label(&self->next, "▶");
    kp_uno_property_set_string(&ignored, self->previous.model, "HelpText",
                               kp_text_get(KP_TEXT_DIALOG_DATE_PREVIOUS, self->language));
    kp_uno_property_set_string(&ignored, self->next.model, "HelpText",
                               kp_text_get(KP_TEXT_DIALOG_DATE_NEXT, self->language));
    set_bold(&self->title, true);
    show_month(self);
  }
  return good;
}

static void part_clear(part *of) {
  kp_uno_release(of->control);
  kp_uno_release(of->model);
}

static void clear(calendar *self) {
  part_clear(&self->previous);
  part_clear(&self->title);
  part_clear(&self->next);
  part_clear(&self->today);
  for (int i = 0; i < WEEK; i++)
    part_clear(&self->week[i]);
  for (int i = 0; i < DAYS; i++)
    part_clear(&self->day[i]);
  kp_dialog_free(self->dialog);
}

bool kp_dialog_date(uno_Interface *context, uno_Interface *frame, kp_language language,
                    kp_date *date) {
  enum { WIDTH = 150 };
  kp_uno_error ignored = KP_UNO_IGNORED;
  calendar self = {.language = language,
                   .date = kp_date_valid(*date) ? *date : kp_workbook_today()};
  const kp_dialog_plan plan = {.context = context,
                               .frame = frame,
                               .language = language,
                               .title = KP_TEXT_DIALOG_DATE_TITLE,
                               .accept = KP_TEXT_DIALOG_OK,
                               .help = "dates",
                               .width = WIDTH,
                               .data = &self,
                               .place = on_place,
                               .key = on_key,
                               .pressed = on_press,
                               .focused = on_focus};
  self.dialog = kp_dialog_new(&ignored, &plan);
  bool good = self.dialog != NULL && build(&ignored, &self);
  if (good) {
    focus_day(&self);
    self.focused = self.date.day; /* gtk3 said so before anybody listened */
    good = kp_dialog_run(self.dialog, KP_BOARD_NONE);
  }
  if (good)
    *date = self.date;
  clear(&self);
  return good;
}
