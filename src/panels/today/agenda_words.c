/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the panel Today words things. */
#include "agenda.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The day of the week is the first word of the full date; it begins the line, so with a capital. */
static char *weekday(kp_date date, kp_language language) {
  char text[KP_DATE_TEXT_SIZE];
  kp_date_format(date, language, text);
  text[strcspn(text, " ")] = '\0';
  if (text[0] >= 'a' && text[0] <= 'z')
    text[0] = (char)(text[0] - 'a' + 'A');
  const char *part = text;
  return kp_text_join(&part, 1, "");
}

char *kp_agenda_when(const kp_agenda_row *row, kp_language language) {
  if (row->days == -1)
    return kp_text_fill(KP_TEXT_TODAY_ONE_LATE, language, NULL, NULL);
  if (row->days < 0)
    return kp_text_counted(KP_TEXT_TODAY_LATE, (size_t)(-(int64_t)row->days), language);
  if (row->days == 0)
    return kp_text_fill(KP_TEXT_TODAY_NOW, language, NULL, NULL);
  if (row->days == 1)
    return kp_text_fill(KP_TEXT_TODAY_TOMORROW, language, NULL, NULL);
  if (row->due == KP_METHOD_THIS_WEEK)
    return weekday(row->date, language);
  return kp_text_counted(KP_TEXT_TODAY_IN, (size_t)row->days, language);
}

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

char *kp_agenda_line(const kp_agenda_row *row, bool named, kp_language language) {
  char *when = kp_agenda_when(row, language);
  char *what =
      named || row->what[0] == '\0' ? kp_agenda_title(row->source, row->what, language) : NULL;
  const char *parts[] = {when, what != NULL ? what : row->what, row->who};
  char *line = when != NULL ? kp_text_join(parts, 3, " · ") : NULL;
  free(what);
  free(when);
  return line;
}

/* "in 12 days": beside the full date, so without a day of the week, and within a line. */
static char *when_within(const kp_agenda_row *row, kp_language language) {
  char *when = row->days > 1 ? kp_text_counted(KP_TEXT_TODAY_IN, (size_t)row->days, language)
                             : kp_agenda_when(row, language);
  if (when != NULL && when[0] >= 'A' && when[0] <= 'Z')
    when[0] = (char)(when[0] - 'A' + 'a');
  return when;
}

char *kp_agenda_detail(const kp_agenda_row *row, kp_language language) {
  char date[KP_DATE_TEXT_SIZE];
  kp_date_format(row->date, language, date);
  char *what = kp_agenda_title(row->source, row->what, language);
  char *when = when_within(row, language);
  char *day = kp_text_fill(KP_TEXT_TODAY_DATE, language, date, when);
  const char *tail[] = {row->who, row->id};
  char *who = kp_text_join(tail, 2, " · ");
  const char *parts[] = {what, day, who};
  bool good = what != NULL && when != NULL && day != NULL && who != NULL;
  char *detail = good ? kp_text_join(parts, 3, "\n") : NULL;
  free(who);
  free(day);
  free(when);
  free(what);
  return detail;
}

char *kp_agenda_summary(const kp_agenda_view *view, kp_language language) {
  static const kp_text texts[KP_AGENDA_DUES] = {
      [KP_METHOD_OVERDUE] = KP_TEXT_TODAY_SUM_LATE,
      [KP_METHOD_TODAY] = KP_TEXT_TODAY_SUM_TODAY,
      [KP_METHOD_THIS_WEEK] = KP_TEXT_TODAY_SUM_WEEK,
      [KP_METHOD_LATER] = KP_TEXT_TODAY_SUM_LATER,
  };
  char *parts[KP_AGENDA_DUES] = {NULL};
  bool good = true;
  for (int i = 0; i < KP_AGENDA_DUES; i++) {
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
