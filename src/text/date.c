/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days of the Gregorian calendar and their numbers in a spreadsheet. */
#include "kernpunt/text.h"

#include <stdio.h>
#include <string.h>

enum { FIRST_YEAR = 1900, LAST_YEAR = 9999, FIRST_SERIAL = 2, LAST_SERIAL = 2958465 };

static bool leap(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in_month(int year, int month) {
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && leap(year) ? 29 : days[month - 1];
}

bool kp_date_valid(kp_date date) {
  return date.year >= FIRST_YEAR && date.year <= LAST_YEAR && date.month >= 1 && date.month <= 12 &&
         date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

int32_t kp_date_serial(kp_date date) {
  /* Years that begin in March put the leap day last; 400 of them have 146097 days. */
  int year = date.month > 2 ? date.year : date.year - 1;
  int month = date.month > 2 ? date.month - 3 : date.month + 9;
  int days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + date.day - 1;
  return days - 693899; /* the day number of 1899-12-30 in that count */
}

bool kp_date_from_serial(int32_t serial, kp_date *date) {
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL)
    return false;
  /* An estimate that is never too late, then forward to the right year and month. */
  kp_date found = {FIRST_YEAR + (serial - FIRST_SERIAL) / 366, 1, 1};
  while (found.year < LAST_YEAR && kp_date_serial((kp_date){found.year + 1, 1, 1}) <= serial)
    found.year++;
  while (found.month < 12 && kp_date_serial((kp_date){found.year, found.month + 1, 1}) <= serial)
    found.month++;
  found.day = serial - kp_date_serial(found) + 1;
  *date = found;
  return true;
}

int kp_date_weekday(kp_date date) {
  return (kp_date_serial(date) + 5) % 7; /* serial 2, 1900-01-01, was a Monday */
}

void kp_date_format(kp_date date, kp_language language, char text[KP_DATE_TEXT_SIZE]) {
  static const char *const days[KP_LANGUAGE_COUNT][7] = {
      {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
      {"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"}};
  static const char *const months[KP_LANGUAGE_COUNT][12] = {
      {"January", "February", "March", "April", "May", "June", "July", "August", "September",
       "October", "November", "December"},
      {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
       "oktober", "november", "december"}};
  if (!kp_date_valid(date)) {
    text[0] = '\0';
    return;
  }
  snprintf(text, KP_DATE_TEXT_SIZE, "%s %d %s %d", days[language][kp_date_weekday(date)], date.day,
           months[language][date.month - 1], date.year);
}

/* A word of the full date ("Thursday 31 December 2026"), as short as people write it. */
static void word_of(const char *full, int place, int most, char *into) {
  const char *at = full;
  for (int i = 0; i < place; i++)
    at += strcspn(at, " ") + (at[strcspn(at, " ")] != '\0');
  int length = (int)strcspn(at, " ");
  length = length <= most + 2 && most > 2 ? length : most; /* "March", but "Sep" */
  memcpy(into, at, (size_t)length);
  into[length] = '\0';
}

void kp_date_near(kp_date date, kp_language language, char text[KP_DATE_TEXT_SIZE]) {
  char full[KP_DATE_TEXT_SIZE];
  char day[16];
  char month[16];
  kp_date_format(date, language, full);
  word_of(full, 0, language == KP_LANGUAGE_NL ? 2 : 3, day);
  day[language == KP_LANGUAGE_NL ? 2 : 3] = '\0';
  word_of(full, 2, 3, month);
  snprintf(text, KP_DATE_TEXT_SIZE, "%s %d %s", day, date.day, month);
}

void kp_date_short(kp_date date, kp_language language, char text[KP_DATE_TEXT_SIZE]) {
  static const char *const months[KP_LANGUAGE_COUNT][12] = {
      {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
      {"jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"}};
  text[0] = '\0';
  if (kp_date_valid(date))
    snprintf(text, KP_DATE_TEXT_SIZE, "%d %s %d", date.day, months[language][date.month - 1],
             date.year);
}

void kp_date_iso(kp_date date, char text[KP_DATE_ISO_SIZE]) {
  snprintf(text, KP_DATE_ISO_SIZE, "%04d-%02d-%02d", date.year % 10000, date.month % 100,
           date.day % 100);
}
