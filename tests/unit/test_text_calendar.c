/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calendar against an independent count, and dates as text and back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "kernpunt/method.h"

static const kp_date wednesday = {2026, 7, 15};

static void test_every_day_has_the_next_number(void **state) {
  (void)state;
  kp_date day = {1900, 1, 1};
  static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  int weekday = 0; /* 1900-01-01 was a Monday */
  int32_t serial = 2;
  for (; day.year <= 9999; serial++) {
    kp_date back = {0, 0, 0};
    assert_true(kp_date_valid(day));
    assert_int_equal(kp_date_serial(day), serial);
    assert_int_equal(kp_date_weekday(day), weekday);
    assert_true(kp_date_from_serial(serial, &back));
    assert_memory_equal(&back, &day, sizeof day);
    int leap = (day.year % 4 == 0 && day.year % 100 != 0) || day.year % 400 == 0;
    int last = lengths[day.month - 1] + (day.month == 2 ? leap : 0);
    if (++day.day > last) {
      assert_false(kp_date_valid(day));
      day.day = 1;
      if (++day.month > 12) {
        day.month = 1;
        day.year++;
      }
    }
    weekday = (weekday + 1) % 7;
  }
  assert_int_equal(serial - 1, 2958465); /* what Calc gives for DATE(9999;12;31) */
}

static void test_limits_of_the_calendar(void **state) {
  (void)state;
  kp_date date = {1, 2, 3};
  assert_false(kp_date_from_serial(1, &date));
  assert_false(kp_date_from_serial(2958466, &date));
  assert_false(kp_date_from_serial(INT32_MIN, &date));
  assert_int_equal(date.year, 1);
  assert_false(kp_date_valid((kp_date){1899, 12, 31}));
  assert_false(kp_date_valid((kp_date){10000, 1, 1}));
  assert_false(kp_date_valid((kp_date){2026, 0, 1}));
  assert_false(kp_date_valid((kp_date){2026, 13, 1}));
  assert_false(kp_date_valid((kp_date){2026, 1, 0}));
  assert_int_equal(kp_date_serial((kp_date){2026, 12, 31}), 46387);
}

/* What the panel shows under the field can be typed back, in both languages, every day. */
static void test_format_and_back(void **state) {
  (void)state;
  char text[KP_DATE_TEXT_SIZE];
  kp_date_format((kp_date){2026, 12, 31}, KP_LANGUAGE_EN, text);
  assert_string_equal(text, "Thursday 31 December 2026");
  kp_date_format((kp_date){2026, 12, 31}, KP_LANGUAGE_NL, text);
  assert_string_equal(text, "donderdag 31 december 2026");
  kp_date_format((kp_date){2028, 2, 29}, KP_LANGUAGE_NL, text);
  assert_string_equal(text, "dinsdag 29 februari 2028");
  kp_date_format((kp_date){2026, 2, 30}, KP_LANGUAGE_NL, text);
  assert_string_equal(text, "");
  for (int32_t serial = 46023; serial < 46023 + 4 * 366; serial++) {
    for (int language = 0; language < KP_LANGUAGE_COUNT; language++) {
      kp_date date;
      kp_date back;
      assert_true(kp_date_from_serial(serial, &date));
      kp_date_format(date, (kp_language)language, text);
      assert_int_equal(kp_date_parse(text, wednesday, &back), KP_DATE_GOOD);
      assert_int_equal(kp_date_serial(back), serial);
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_every_day_has_the_next_number),
      cmocka_unit_test(test_limits_of_the_calendar),
      cmocka_unit_test(test_format_and_back),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
