/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the panel Today words things. */
#include "agenda.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --------------------------------------------------------------------------------------- dates */

/* "Wed 2": within two weeks nobody needs the month. */
static char *near_day(kp_date date, kp_language language) {
  char text[KP_DATE_TEXT_SIZE];
  kp_date_near(date, language, text);
  *strrchr(text, ' ') = '\0';
  if (text[0] >= 'a' && text[0] <= 'z')
    text[0] = (char)(text[0] - 'a' + 'A'); /* it begins the line */
  return kp_text_copy(text);
}

/* "1 March". */
static char *far_day(kp_date date, kp_language language) {
  char text[KP_DATE_TEXT_SIZE];
  kp_date_near(date, language, text);
  return kp_text_copy(strchr(text, ' ') + 1);
}

char *kp_agenda_when(const kp_agenda_row *row, kp_language language) {
  enum { NEAR = 13 };
  if (row->days < 0)
    return kp_text_counted(KP_TEXT_DUE_LATE, (size_t)(-(int64_t)row->days), language);
  if (row->days == 0)
    return kp_text_fill(KP_TEXT_TODAY_NOW, language, NULL, NULL);
  if (row->days == 1)
    return kp_text_fill(KP_TEXT_TODAY_TOMORROW, language, NULL, NULL);
  return row->days <= NEAR ? near_day(row->date, language) : far_day(row->date, language);
}

/* ---------------------------------------------------------------------------------------- rows */

char *kp_agenda_title(const kp_method_source *source, const char *what, kp_language language) {
  const char *name = source->name.in[language];
  if (what[0] == '\0')
    return kp_text_join(&name, 1, "");
  if (name[0] != '\0' && name[strlen(name) - 1] == '?') {
    const char *parts[] = {name, what};
    return kp_text_join(parts, 2, " ");
  }
  return kp_text_fill(KP_TEXT_TODAY_NAMED, language, name, what);
}

char *kp_agenda_what(const kp_agenda_row *row, bool named, kp_language language) {
  return named || row->what[0] == '\0' ? kp_agenda_title(row->source, row->what, language)
                                       : kp_text_copy(row->what);
}

/* "in 12 days", "today": within a line. */
static char *when_within(const kp_agenda_row *row, kp_language language) {
  char *when = row->days > 1 ? kp_text_counted(KP_TEXT_TODAY_IN, (size_t)row->days, language)
                             : kp_agenda_when(row, language);
  if (when != NULL && when[0] >= 'A' && when[0] <= 'Z')
    when[0] = (char)(when[0] - 'A' + 'a');
  return when;
}

char *kp_agenda_detail(const kp_agenda_row *row, const char *belongs, kp_language language) {
  char date[KP_DATE_TEXT_SIZE];
  kp_date_near(row->date, language, date);
  char *when = row->days < 0 ? NULL : when_within(row, language);
  char *day = row->days < 0 ? kp_text_fill(KP_TEXT_DUE_WAS, language, date, NULL)
                            : kp_text_fill(KP_TEXT_TODAY_DATE, language, date, when);
  const char *first[] = {row->who, day};
  char *line = day != NULL ? kp_text_join(first, 2, " · ") : NULL;
  const char *parts[] = {line, belongs};
  char *detail = line != NULL ? kp_text_join(parts, 2, "\n") : NULL;
  free(line);
  free(day);
  free(when);
  return detail;
}

/* -------------------------------------------------------------------------------------- counts */

char *kp_agenda_late(const kp_agenda_view *view, kp_language language) {
  size_t late = view->counts[KP_METHOD_OVERDUE];
  return late > 0 ? kp_text_counted(KP_TEXT_DUE_SUM_LATE, late, language) : kp_text_copy("");
}

char *kp_agenda_summary(const kp_agenda_view *view, kp_language language) {
  static const kp_text texts[KP_AGENDA_DUES] = {
      [KP_METHOD_TODAY] = KP_TEXT_TODAY_SUM_TODAY,
      [KP_METHOD_THIS_WEEK] = KP_TEXT_TODAY_SUM_WEEK,
      [KP_METHOD_LATER] = KP_TEXT_TODAY_SUM_LATER,
  };
  char *parts[KP_AGENDA_DUES] = {NULL};
  bool good = true;
  for (int i = KP_METHOD_OVERDUE + 1; i < KP_AGENDA_DUES; i++) {
    if (view->counts[i] > 0) {
      parts[i] = kp_text_counted(texts[i], view->counts[i], language);
      good = good && parts[i] != NULL;
    }
  }
  char *summary = good ? kp_text_join((const char *const *)parts, KP_AGENDA_DUES, " · ") : NULL;
  for (int i = 0; i < KP_AGENDA_DUES; i++)
    free(parts[i]);
  return summary;
}

char *kp_agenda_to_come(const kp_agenda_view *view, kp_language language) {
  size_t late = view->counts[KP_METHOD_OVERDUE];
  size_t rest = view->total > late ? view->total - late : 0;
  return kp_text_counted(KP_TEXT_DUE_TO_COME, rest, language);
}

bool kp_agenda_cell(int32_t column, int32_t row, char name[KP_AGENDA_CELL_SIZE]) {
  char letters[8];
  size_t at = sizeof letters - 1;
  letters[at] = '\0';
  if (column < 0 || row < 0)
    return false;
  for (int32_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    letters[--at] = (char)('A' + (rest - 1) % 26);
  snprintf(name, KP_AGENDA_CELL_SIZE, "%s%d", letters + at, (int)row + 1);
  return true;
}
