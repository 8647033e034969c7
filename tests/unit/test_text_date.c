/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates: every shape people type, in both languages. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "kernpunt/method.h"

static const char *answer_name(kp_date_answer answer) {
  static const char *const names[] = {"good", "empty", "unknown", "impossible"};
  return names[answer];
}

/* Parses with a given today and compares with "2026-12-31", "empty", "unknown" or "impossible". */
static void expect(const char *text, kp_date today, const char *wanted) {
  kp_date date = {0, 0, 0};
  char got[64];
  kp_date_answer answer = kp_date_parse(text, today, &date);
  if (answer == KP_DATE_GOOD)
    snprintf(got, sizeof got, "%04d-%02d-%02d", date.year, date.month, date.day);
  else
    snprintf(got, sizeof got, "%s", answer_name(answer));
  if (strcmp(got, wanted) != 0)
    fail_msg("\"%s\" gives %s, not %s", text, got, wanted);
}

/* A Wednesday in the middle of a year. */
static const kp_date wednesday = {2026, 7, 15};

typedef struct example {
  const char *text;
  const char *wanted;
} example;

static void expect_all(const example *examples, size_t count, kp_date today) {
  for (size_t i = 0; i < count; i++)
    expect(examples[i].text, today, examples[i].wanted);
}

#define EXPECT_ALL(list, today) expect_all(list, sizeof(list) / sizeof *(list), today)

static void test_full_dates(void **state) {
  (void)state;
  static const example examples[] = {
      {"31-12-2026", "2026-12-31"},
      {"31/12/2026", "2026-12-31"},
      {"31.12.2026", "2026-12-31"},
      {"31 12 2026", "2026-12-31"},
      {"2026-12-31", "2026-12-31"},
      {"2026/12/31", "2026-12-31"},
      {"2026-1-2", "2026-01-02"},
      {"1-2-2027", "2027-02-01"},
      {"01-02-27", "2027-02-01"},
      {"1-1-00", "2000-01-01"},
      {"31-12-99", "2099-12-31"},
      {"31 december 2026", "2026-12-31"},
      {"31 dec 2026", "2026-12-31"},
      {"31-dec-2026", "2026-12-31"},
      {"31 dec. 2026", "2026-12-31"},
      {"31dec2026", "2026-12-31"},
      {"December 31, 2026", "2026-12-31"},
      {"december 31st 2026", "2026-12-31"},
      {"the 1st of march 2027", "2027-03-01"},
      {"2026-dec-31", "2026-12-31"},
      {"  31-12-2026\t", "2026-12-31"},
      {"31\xE2\x80\x93"
       "12\xE2\x80\x93"
       "2026",
       "2026-12-31"},
      {"31\xC2\xA0"
       "december\xE2\x80\xAF"
       "2026",
       "2026-12-31"},
      {"1-1-2020", "2020-01-01"},
      {"1-1-1900", "1900-01-01"},
      {"31-12-9999", "9999-12-31"},
      {"Thursday 31 December 2026", "2026-12-31"},
      {"donderdag 31 december 2026", "2026-12-31"},
      {"do 31-12-2026", "2026-12-31"},
      {"mar 31 2027", "2027-03-31"},
      {"vrijdag 31 december 2026", "impossible"},
  };
  EXPECT_ALL(examples, wednesday);
}

static void test_without_a_year_the_next_one(void **state) {
  (void)state;
  static const example examples[] = {
      {"31-12", "2026-12-31"},      {"31/12", "2026-12-31"},      {"31.12.", "2026-12-31"},
      {"31 dec", "2026-12-31"},     {"dec 31", "2026-12-31"},     {"16-7", "2026-07-16"},
      {"15-7", "2026-07-15"},       {"14-7", "2027-07-14"},       {"1-1", "2027-01-01"},
      {"29-2", "2028-02-29"},       {"3 mrt", "2027-03-03"},      {"3 maa", "2027-03-03"},
      {"3 mei", "2027-05-03"},      {"3 may", "2027-05-03"},      {"1e augustus", "2026-08-01"},
      {"wo 15 juli", "2026-07-15"}, {"vr 31 juli", "2026-07-31"},
  };
  EXPECT_ALL(examples, wednesday);
  expect("31-12", (kp_date){2026, 12, 31}, "2026-12-31");
  expect("1-1", (kp_date){2026, 12, 31}, "2027-01-01");
  expect("30-12", (kp_date){2026, 12, 31}, "2027-12-30");
  expect("29-2", (kp_date){2028, 2, 29}, "2028-02-29");
  expect("29-2", (kp_date){2028, 3, 1}, "2032-02-29");
  expect("29-2", (kp_date){2096, 3, 1}, "2104-02-29"); /* 2100 is no leap year */
}

static void test_every_month_in_both_languages(void **state) {
  (void)state;
  static const char *const names[][4] = {{"january", "januari", "jan", "jan"},
                                         {"february", "februari", "feb", "feb"},
                                         {"march", "maart", "mar", "mrt"},
                                         {"april", "april", "apr", "apr"},
                                         {"may", "mei", "may", "mei"},
                                         {"june", "juni", "jun", "jun"},
                                         {"july", "juli", "jul", "jul"},
                                         {"august", "augustus", "aug", "aug"},
                                         {"september", "september", "sep", "sept"},
                                         {"october", "oktober", "oct", "okt"},
                                         {"november", "november", "nov", "nov"},
                                         {"december", "december", "dec", "dec"}};
  for (int month = 1; month <= 12; month++) {
    for (int form = 0; form < 4; form++) {
      char text[40];
      char wanted[32];
      snprintf(text, sizeof text, "5 %s 2027", names[month - 1][form]);
      snprintf(wanted, sizeof wanted, "2027-%02d-05", month);
      expect(text, wednesday, wanted);
      text[2] = (char)(text[2] - 0x20); /* a capital */
      expect(text, wednesday, wanted);
    }
  }
}

static void test_every_weekday_in_both_languages(void **state) {
  (void)state;
  static const char *const names[7][6] = {{"monday", "mon", "maandag", "ma", "MAANDAG", "mo"},
                                          {"tuesday", "tues", "dinsdag", "di", "Din", "tu"},
                                          {"wednesday", "wed", "woensdag", "wo", "Woe", "we"},
                                          {"thursday", "thu", "donderdag", "do", "Don", "thurs"},
                                          {"friday", "fri", "vrijdag", "vr", "Vrij", "fr"},
                                          {"saturday", "sat", "zaterdag", "za", "Zat", "sa"},
                                          {"sunday", "sun", "zondag", "zo", "Zon", "su"}};
  for (int today = 0; today < 7; today++) {
    kp_date now = {2026, 12, 28 + (today > 3 ? 0 : today)};
    if (today > 3)
      now = (kp_date){2027, 1, today - 3};
    assert_int_equal(kp_date_weekday(now), today);
    for (int day = 0; day < 7; day++) {
      for (int form = 0; form < 6; form++) {
        kp_date found = {0, 0, 0};
        assert_int_equal(kp_date_parse(names[day][form], now, &found), KP_DATE_GOOD);
        int ahead = kp_date_serial(found) - kp_date_serial(now);
        assert_int_equal(kp_date_weekday(found), day);
        assert_in_range(ahead, 1, 7);
        char next[32];
        snprintf(next, sizeof next, "next %s", names[day][form]);
        assert_int_equal(kp_date_parse(next, now, &found), KP_DATE_GOOD);
        ahead = kp_date_serial(found) - kp_date_serial(now);
        assert_int_equal(kp_date_weekday(found), day);
        assert_in_range(ahead + today, 7, 13); /* the week after this one */
      }
    }
  }
}

static void test_words(void **state) {
  (void)state;
  static const example examples[] = {
      {"today", "2026-07-15"},
      {"Vandaag", "2026-07-15"},
      {"tomorrow", "2026-07-16"},
      {"MORGEN", "2026-07-16"},
      {"overmorgen", "2026-07-17"},
      {"day after tomorrow", "2026-07-17"},
      {"the day after tomorrow", "2026-07-17"},
      {"vrijdag", "2026-07-17"},
      {"komende vrijdag", "2026-07-17"},
      {"aanstaande vrijdag", "2026-07-17"},
      {"this friday", "2026-07-17"},
      {"volgende vrijdag", "2026-07-24"},
      {"next friday", "2026-07-24"},
      {"wednesday", "2026-07-22"},
      {"voor vrijdag", "2026-07-17"},
      {"next week", "2026-07-22"},
      {"volgende week", "2026-07-22"},
      {"next month", "2026-08-15"},
      {"volgende maand", "2026-08-15"},
      {"next year", "2027-07-15"},
      {"end of month", "2026-07-31"},
      {"end of the month", "2026-07-31"},
      {"eind van de maand", "2026-07-31"},
      {"einde maand", "2026-07-31"},
      {"Eind deze maand", "2026-07-31"},
      {"end of next month", "2026-08-31"},
      {"eind volgende maand", "2026-08-31"},
      {"end of year", "2026-12-31"},
      {"eind van het jaar", "2026-12-31"},
  };
  EXPECT_ALL(examples, wednesday);
}

static void test_distances(void **state) {
  (void)state;
  static const example examples[] = {
      {"+14", "2026-07-29"},
      {"+ 14", "2026-07-29"},
      {"+0", "2026-07-15"},
      {"+1", "2026-07-16"},
      {"+14 days", "2026-07-29"},
      {"+14d", "2026-07-29"},
      {"+2w", "2026-07-29"},
      {"+2 weken", "2026-07-29"},
      {"+1 maand", "2026-08-15"},
      {"14 days", "2026-07-29"},
      {"14 dagen", "2026-07-29"},
      {"in 14 days", "2026-07-29"},
      {"over 14 dagen", "2026-07-29"},
      {"in a week", "2026-07-22"},
      {"over een week", "2026-07-22"},
      {"over 3 maanden", "2026-10-15"},
      {"in 1 year", "2027-07-15"},
      {"+6 months", "2027-01-15"},
      {"+36500", "2126-06-21"},
      {"+36501", "impossible"},
      {"+999999", "impossible"},
      {"+1000000", "unknown"},
      {"-3", "unknown"},
      {"+", "unknown"},
      {"+-3", "unknown"},
      {"14", "unknown"},
      {"in 14", "unknown"},
      {"+14 mei", "unknown"},
      {"over", "unknown"},
      {"+ week", "unknown"},
  };
  EXPECT_ALL(examples, wednesday);
}

static void test_ends_of_month_and_year(void **state) {
  (void)state;
  expect("+1 month", (kp_date){2027, 1, 31}, "2027-02-28");
  expect("+1 month", (kp_date){2028, 1, 31}, "2028-02-29");
  expect("+12 months", (kp_date){2028, 2, 29}, "2029-02-28");
  expect("+1 month", (kp_date){2026, 12, 31}, "2027-01-31");
  expect("next year", (kp_date){2028, 2, 29}, "2029-02-28");
  expect("+1", (kp_date){2026, 12, 31}, "2027-01-01");
  expect("+1", (kp_date){2028, 2, 28}, "2028-02-29");
  expect("+1", (kp_date){2027, 2, 28}, "2027-03-01");
  expect("end of month", (kp_date){2028, 2, 1}, "2028-02-29");
  expect("end of month", (kp_date){2027, 2, 28}, "2027-02-28");
  expect("end of month", (kp_date){2026, 12, 31}, "2026-12-31");
  expect("end of next month", (kp_date){2026, 12, 31}, "2027-01-31");
  expect("end of next month", (kp_date){2027, 1, 31}, "2027-02-28");
  expect("friday", (kp_date){2026, 12, 31}, "2027-01-01");
  expect("next week", (kp_date){2026, 12, 31}, "2027-01-07");
  expect("+1", (kp_date){9999, 12, 31}, "impossible");
  expect("next month", (kp_date){9999, 12, 1}, "impossible");
}

static void test_no_such_day(void **state) {
  (void)state;
  static const example examples[] = {
      {"31-2", "impossible"},       {"30-2", "impossible"},        {"29-2-2027", "impossible"},
      {"29-2-2028", "2028-02-29"},  {"29-2-2100", "impossible"},   {"29-2-2000", "2000-02-29"},
      {"31-4", "impossible"},       {"31 november", "impossible"}, {"32-1", "impossible"},
      {"0-1", "impossible"},        {"1-0", "impossible"},         {"1-13", "impossible"},
      {"12/31", "impossible"},      {"2026-02-30", "impossible"},  {"1-1-1899", "impossible"},
      {"2026-13-01", "impossible"}, {"0 jan", "impossible"},
  };
  EXPECT_ALL(examples, wednesday);
}

static void test_not_a_date(void **state) {
  (void)state;
  static const example examples[] = {
      {"", "empty"},
      {"   ", "empty"},
      {"\t", "empty"},
      {"\xC2\xA0", "empty"},
      {"soon", "unknown"},
      {"de", "unknown"},
      {"asap", "unknown"},
      {"31-12-", "unknown"},
      {"-31-12", "unknown"},
      {"31--12", "unknown"},
      {"31-12-2026-1", "unknown"},
      {"31-12-026", "unknown"},
      {"31-12-6", "unknown"},
      {"31-12-20266", "unknown"},
      {"310-12", "unknown"},
      {"31-120", "unknown"},
      {"2026-12", "unknown"},
      {"dec 2026", "unknown"},
      {"2026", "unknown"},
      {"20261231", "unknown"},
      {"31 decembre", "unknown"},
      {"31 ma", "unknown"},
      {"m", "unknown"},
      {"f", "unknown"},
      {"next", "unknown"},
      {"next day", "unknown"},
      {"next 3", "unknown"},
      {"end", "unknown"},
      {"end of friday", "unknown"},
      {"31 12 2026 9 9", "unknown"},
      {"1 2 3 4 5 6 7 8 9", "unknown"},
      {"=1+1", "unknown"},
      {"@31-12", "unknown"},
      {"31\xC3\xA9 12", "unknown"},
      {"averyveryverylongwordindeed", "unknown"},
      {"31 dec 2026 friday", "unknown"},
      {"\xFF\xFE", "unknown"},
  };
  EXPECT_ALL(examples, wednesday);
}

static void test_an_answer_leaves_the_date_alone_unless_good(void **state) {
  (void)state;
  kp_date date = {1, 2, 3};
  static const char *const texts[] = {"", "soon", "31-2", "vrijdag 31 december 2026", "+999999"};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    assert_int_not_equal(kp_date_parse(texts[i], wednesday, &date), KP_DATE_GOOD);
    assert_int_equal(date.year, 1);
  }
}

static void test_a_short_date_may_be_typed(void **state) {
  (void)state;
  char text[KP_DATE_TEXT_SIZE];
  kp_date_short((kp_date){2026, 3, 4}, KP_LANGUAGE_NL, text);
  assert_string_equal(text, "4 mrt 2026");
  kp_date_short((kp_date){2026, 12, 31}, KP_LANGUAGE_EN, text);
  assert_string_equal(text, "31 Dec 2026");
  for (int language = 0; language < KP_LANGUAGE_COUNT; language++)
    for (int month = 1; month <= 12; month++) {
      kp_date date = {0, 0, 0};
      kp_date_short((kp_date){2026, month, 28}, (kp_language)language, text);
      assert_int_equal(kp_date_parse(text, wednesday, &date), KP_DATE_GOOD);
      assert_int_equal(date.month, month);
      assert_int_equal(date.year, 2026);
    }
  kp_date_short((kp_date){2026, 2, 30}, KP_LANGUAGE_EN, text);
  assert_string_equal(text, "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_full_dates),
      cmocka_unit_test(test_a_short_date_may_be_typed),
      cmocka_unit_test(test_without_a_year_the_next_one),
      cmocka_unit_test(test_every_month_in_both_languages),
      cmocka_unit_test(test_every_weekday_in_both_languages),
      cmocka_unit_test(test_words),
      cmocka_unit_test(test_distances),
      cmocka_unit_test(test_ends_of_month_and_year),
      cmocka_unit_test(test_no_such_day),
      cmocka_unit_test(test_not_a_date),
      cmocka_unit_test(test_an_answer_leaves_the_date_alone_unless_good),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
