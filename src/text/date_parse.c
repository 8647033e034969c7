/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Dates as people type them, Dutch and English at once.
 *
 * The text becomes a few tokens: numbers, words, a plus. Filler words and single separators fall
 * away, and what is left is held against three shapes: words only, a distance, a calendar day.
 */
#include "kernpunt/text.h"

#include "date_tokens.h"

#include <string.h>

enum { MAX_DISTANCE = 36500 };

/* ---------------------------------------------------------------------------------- the words */

/* Index of the name that `word` is or abbreviates, or -1. A table of pairs: English, Dutch. */
static int find_name(const char *word, const char *const names[][2], int count, size_t least) {
  size_t length = strlen(word);
  for (int i = 0; length >= least && i < count; i++)
    for (int language = 0; language < 2; language++)
      if (strncmp(names[i][language], word, length) == 0)
        return i;
  return -1;
}

static int find_weekday(const token *word) {
  static const char *const days[7][2] = {{"monday", "maandag"},     {"tuesday", "dinsdag"},
                                         {"wednesday", "woensdag"}, {"thursday", "donderdag"},
                                         {"friday", "vrijdag"},     {"saturday", "zaterdag"},
                                         {"sunday", "zondag"}};
  return word->kind == TOKEN_WORD ? find_name(word->word, days, 7, 2) : -1;
}

/* Month 1 to 12, or 0. */
static int find_month(const token *word) {
  static const char *const months[12][2] = {
      {"january", "januari"}, {"february", "februari"}, {"march", "maart"},
      {"april", "april"},     {"may", "mei"},           {"june", "juni"},
      {"july", "juli"},       {"august", "augustus"},   {"september", "september"},
      {"october", "oktober"}, {"november", "november"}, {"december", "december"}};
  if (word->kind != TOKEN_WORD)
    return 0;
  return strcmp(word->word, "mrt") == 0 ? 3 : find_name(word->word, months, 12, 3) + 1;
}

typedef enum unit { UNIT_NONE, UNIT_DAY, UNIT_WEEK, UNIT_MONTH, UNIT_YEAR } unit;

static unit find_unit(const token *word) {
  static const struct {
    const char *word;
    unit unit;
  } units[] = {{"d", UNIT_DAY},       {"day", UNIT_DAY},       {"days", UNIT_DAY},
               {"dag", UNIT_DAY},     {"dagen", UNIT_DAY},     {"w", UNIT_WEEK},
               {"week", UNIT_WEEK},   {"weeks", UNIT_WEEK},    {"weken", UNIT_WEEK},
               {"m", UNIT_MONTH},     {"month", UNIT_MONTH},   {"months", UNIT_MONTH},
               {"maand", UNIT_MONTH}, {"maanden", UNIT_MONTH}, {"year", UNIT_YEAR},
               {"years", UNIT_YEAR},  {"jaar", UNIT_YEAR}};
  for (size_t i = 0; word->kind == TOKEN_WORD && i < sizeof units / sizeof *units; i++)
    if (strcmp(word->word, units[i].word) == 0)
      return units[i].unit;
  return UNIT_NONE;
}

static bool is_word(const token *word, const char *english, const char *dutch) {
  return word->kind == TOKEN_WORD &&
         (strcmp(word->word, english) == 0 || strcmp(word->word, dutch) == 0);
}

/* ------------------------------------------------------------------------------- calculations */

static kp_date_answer after_days(kp_date today, int days, kp_date *date) {
  return kp_date_from_serial(kp_date_serial(today) + days, date) ? KP_DATE_GOOD
                                                                 : KP_DATE_IMPOSSIBLE;
}

/* `months` later, on the last day when the month is too short. */
static kp_date_answer after_months(kp_date today, int months, kp_date *date) {
  int month = today.month - 1 + months;
  kp_date found = {today.year + month / 12, month % 12 + 1, today.day};
  while (!kp_date_valid(found) && found.day > 28)
    found.day--;
  if (!kp_date_valid(found))
    return KP_DATE_IMPOSSIBLE;
  *date = found;
  return KP_DATE_GOOD;
}

static kp_date_answer after(kp_date today, int count, unit what, kp_date *date) {
  switch (what) {
  case UNIT_WEEK:
    return after_days(today, 7 * count, date);
  case UNIT_MONTH:
    return after_months(today, count, date);
  case UNIT_YEAR:
    return after_months(today, 12 * count, date);
  default:
    return after_days(today, count, date);
  }
}

static kp_date_answer end_of_month(kp_date day, kp_date *date) {
  day.day = 31;
  while (!kp_date_valid(day))
    day.day--;
  *date = day;
  return KP_DATE_GOOD;
}

/* ----------------------------------------------------------------------------------- the shapes */

static kp_date_answer parse_end(const tokens *text, kp_date today, kp_date *date) {
  const token *list = text->list;
  if (text->count == 2 && find_unit(&list[1]) == UNIT_MONTH)
    return end_of_month(today, date);
  if (text->count == 2 && find_unit(&list[1]) == UNIT_YEAR) {
    *date = (kp_date){today.year, 12, 31};
    return KP_DATE_GOOD;
  }
  if (text->count == 3 && is_word(&list[1], "next", "volgende") &&
      find_unit(&list[2]) == UNIT_MONTH) {
    kp_date_answer answer = after_months(today, 1, date);
    return answer == KP_DATE_GOOD ? end_of_month(*date, date) : answer;
  }
  return KP_DATE_UNKNOWN;
}

static kp_date_answer parse_next(const token *what, kp_date today, kp_date *date) {
  unit distance = find_unit(what);
  int weekday = find_weekday(what);
  if (strlen(what->word) > 1 && distance != UNIT_NONE && distance != UNIT_DAY)
    return after(today, 1, distance, date);
  if (weekday >= 0)
    return after_days(today, 7 - kp_date_weekday(today) + weekday, date);
  return KP_DATE_UNKNOWN;
}

static kp_date_answer parse_weekday(int weekday, kp_date today, kp_date *date) {
  int ahead = (weekday - kp_date_weekday(today) + 7) % 7;
  return after_days(today, ahead == 0 ? 7 : ahead, date);
}

static kp_date_answer parse_words(const tokens *text, kp_date today, kp_date *date) {
  const token *list = text->list;
  if (is_word(&list[0], "end", "eind") || is_word(&list[0], "end", "einde"))
    return parse_end(text, today, date);
  if (text->count == 2) {
    if (is_word(&list[0], "next", "volgende") && list[1].kind == TOKEN_WORD)
      return parse_next(&list[1], today, date);
    int weekday = find_weekday(&list[1]);
    if (weekday >= 0 &&
        (is_word(&list[0], "coming", "komende") || is_word(&list[0], "coming", "aanstaande")))
      return parse_weekday(weekday, today, date);
  }
  if (text->count == 3 && is_word(&list[0], "day", "") && is_word(&list[1], "after", "") &&
      is_word(&list[2], "tomorrow", ""))
    return after_days(today, 2, date);
  if (text->count != 1)
    return KP_DATE_UNKNOWN;
  if (is_word(&list[0], "today", "vandaag"))
    return after_days(today, 0, date);
  if (is_word(&list[0], "tomorrow", "morgen"))
    return after_days(today, 1, date);
  if (is_word(&list[0], "overmorgen", "overmorgen"))
    return after_days(today, 2, date);
  int weekday = find_weekday(&list[0]);
  return weekday >= 0 ? parse_weekday(weekday, today, date) : KP_DATE_UNKNOWN;
}

/* +14, +2 weeks, in 3 days, over een week, 14 dagen */
static kp_date_answer parse_distance(const tokens *text, kp_date today, kp_date *date) {
  size_t at = 0;
  bool plus = text->list[0].kind == TOKEN_PLUS;
  int count = 1;
  if (plus || is_word(&text->list[0], "in", "over"))
    at++;
  if (at == text->count)
    return KP_DATE_UNKNOWN;
  if (text->list[at].kind == TOKEN_NUMBER)
    count = text->list[at].value;
  else if (plus || at == 0 ||
           !(is_word(&text->list[at], "a", "een") || is_word(&text->list[at], "one", "an")))
    return KP_DATE_UNKNOWN;
  at++;
  unit what = at < text->count ? find_unit(&text->list[at]) : UNIT_NONE;
  if (at + (what != UNIT_NONE ? 1 : 0) != text->count || (what == UNIT_NONE && !plus))
    return KP_DATE_UNKNOWN;
  return count > MAX_DISTANCE ? KP_DATE_IMPOSSIBLE : after(today, count, what, date);
}

/* The first such day from today on: 29 February may be eight years away. */
static kp_date_answer next_occurrence(kp_date day, kp_date today, kp_date *date) {
  for (day.year = today.year; day.year <= today.year + 8; day.year++) {
    if (kp_date_valid(day) && kp_date_serial(day) >= kp_date_serial(today)) {
      *date = day;
      return KP_DATE_GOOD;
    }
  }
  return KP_DATE_IMPOSSIBLE;
}

static kp_date_answer parse_calendar(const token *list, size_t count, kp_date today,
                                     kp_date *date) {
  kp_date day = {0, 0, 0};
  const token *year = count == 3 ? &list[2] : NULL;
  if (count < 2 || count > 3)
    return KP_DATE_UNKNOWN;
  if (year != NULL && list[0].kind == TOKEN_NUMBER && list[0].digits == 4) {
    year = &list[0]; /* 2026-12-31 */
    day.month = list[1].kind == TOKEN_NUMBER ? list[1].value : find_month(&list[1]);
    if (list[2].kind != TOKEN_NUMBER || list[2].digits > 2)
      return KP_DATE_UNKNOWN;
    day.day = list[2].value;
  } else {
    const token *first = list[0].kind == TOKEN_NUMBER ? &list[0] : &list[1];
    const token *second = first == &list[0] ? &list[1] : &list[0]; /* dec 31 */
    if (first->kind != TOKEN_NUMBER || first->digits > 2)
      return KP_DATE_UNKNOWN;
    day.day = first->value;
    day.month = second->kind == TOKEN_NUMBER ? second->value : find_month(second);
    if (second->kind == TOKEN_NUMBER ? second->digits > 2 : day.month == 0)
      return KP_DATE_UNKNOWN;
  }
  if (list[1].kind == TOKEN_WORD && day.month == 0)
    return KP_DATE_UNKNOWN;
  if (year == NULL)
    return next_occurrence(day, today, date);
  if (year->kind != TOKEN_NUMBER || (year->digits != 2 && year->digits != 4))
    return KP_DATE_UNKNOWN;
  day.year = year->digits == 2 ? 2000 + year->value : year->value;
  if (!kp_date_valid(day))
    return KP_DATE_IMPOSSIBLE;
  *date = day;
  return KP_DATE_GOOD;
}

/* A calendar day, perhaps with its weekday before it, which must then be right. */
static kp_date_answer parse_day(const tokens *text, kp_date today, kp_date *date) {
  int weekday = text->count > 2 ? find_weekday(&text->list[0]) : -1;
  size_t skip = weekday >= 0 ? 1 : 0;
  kp_date found;
  /* "ma 3" and "maa" are Mondays; "mar 31 2026" is March: a month wins before two numbers. */
  if (skip == 1 && text->count == 3 && text->list[2].kind == TOKEN_NUMBER &&
      find_month(&text->list[0]) != 0)
    skip = 0;
  kp_date_answer answer = parse_calendar(text->list + skip, text->count - skip, today, &found);
  if (answer != KP_DATE_GOOD)
    return answer;
  if (skip == 1 && kp_date_weekday(found) != weekday)
    return KP_DATE_IMPOSSIBLE;
  *date = found;
  return KP_DATE_GOOD;
}

kp_date_answer kp_date_parse(const char *text, kp_date today, kp_date *date) {
  tokens found;
  if (!kp_date_tokens(text, &found))
    return KP_DATE_UNKNOWN;
  if (found.count == 0)
    return kp_date_blank(text) ? KP_DATE_EMPTY : KP_DATE_UNKNOWN; /* unknown: fillers alone */
  kp_date_answer answer = parse_distance(&found, today, date);
  if (answer == KP_DATE_UNKNOWN)
    answer = parse_words(&found, today, date);
  if (answer == KP_DATE_UNKNOWN)
    answer = parse_day(&found, today, date);
  return answer;
}
