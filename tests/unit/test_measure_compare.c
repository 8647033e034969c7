/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two measurements in words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "kernpunt/method.h"
#include "kernpunt/measure.h"
#include "kernpunt/workbook.h"

static void fill(kp_measure_scores *scores, int least, int most, double low, int lows, double high,
                 int highs) {
  assert_true(kp_measure_scores_start(scores, least, most));
  scores->readable = true;
  for (int i = 0; i < lows; i++)
    kp_measure_scores_add(scores, true, low);
  for (int i = 0; i < highs; i++)
    kp_measure_scores_add(scores, true, high);
  kp_measure_scores_add(scores, false, 0); /* a text or blank cell */
  kp_measure_scores_add(scores, true, 99); /* out of range */
}

static char *measure(const kp_measure_scores *earlier, const kp_measure_scores *later, double now,
                     bool is_score, kp_language language, kp_measure_result *measured) {
  char *text = kp_measure_compare(earlier, later, now, is_score, language, measured);
  assert_non_null(text);
  return text;
}

static void test_rise(void **state) {
  (void)state;
  kp_measure_scores earlier;
  kp_measure_scores later;
  kp_measure_result measured;
  fill(&earlier, 0, 10, 5, 50, 9, 50);
  fill(&later, 0, 10, 5, 10, 9, 90);
  char *text = measure(&earlier, &later, 0, false, KP_LANGUAGE_EN, &measured);
  assert_true(measured.known);
  assert_true(measured.same); /* 0 is the score at the start */
  assert_int_equal(measured.verdict, KP_ROLE_RISE);
  assert_string_equal(measured.later, "80");
  assert_non_null(strstr(text, "Before: NPS 0 (−19 … +19), n 100\n"));
  assert_non_null(strstr(text, "After: NPS +80 ("));
  assert_non_null(strstr(text, "Difference: +80 ("));
  assert_non_null(strstr(text, "): a rise\n"));
  assert_null(strstr(text, "be careful"));
  free(text);
  later.changed = true;
  text = measure(&earlier, &later, 3, false, KP_LANGUAGE_NL, &measured);
  assert_false(measured.same); /* the measure is another thing */
  assert_non_null(strstr(text, "een stijging"));
  assert_non_null(strstr(text, "wees voorzichtig met vergelijken"));
  free(text);
  text = measure(&earlier, &later, NAN, true, KP_LANGUAGE_EN, &measured);
  assert_true(measured.same);
  free(text);
  text = measure(&later, &earlier, NAN, false, KP_LANGUAGE_EN, &measured);
  assert_int_equal(measured.verdict, KP_ROLE_FALL);
  assert_false(measured.same);
  assert_non_null(strstr(text, "Difference: −80 ("));
  free(text);
}

static void test_no_verdict(void **state) {
  (void)state;
  kp_measure_scores earlier;
  kp_measure_scores later;
  kp_measure_result measured;
  fill(&earlier, 0, 10, 5, 50, 9, 50);
  fill(&later, 0, 10, 5, 48, 9, 52);
  char *text = measure(&earlier, &later, NAN, false, KP_LANGUAGE_EN, &measured);
  assert_int_equal(measured.verdict, KP_ROLE_NO_DIFFERENCE);
  assert_non_null(strstr(text, "no demonstrable difference"));
  free(text);
  fill(&later, 0, 10, 5, 4, 9, 5);
  text = measure(&earlier, &later, NAN, false, KP_LANGUAGE_EN, &measured);
  assert_int_equal(measured.verdict, KP_ROLE_FEW_ANSWERS);
  free(text);
  fill(&later, 0, 10, 5, 5, 9, 5); /* ten are enough */
  text = measure(&earlier, &later, NAN, false, KP_LANGUAGE_EN, &measured);
  assert_int_equal(measured.verdict, KP_ROLE_NO_DIFFERENCE);
  free(text);
  fill(&later, 0, 10, 5, 0, 9, 0);
  text = measure(&earlier, &later, NAN, false, KP_LANGUAGE_EN, &measured);
  assert_int_equal(measured.verdict, KP_ROLE_NONE);
  assert_false(measured.known);
  assert_non_null(strstr(text, "After: n 0"));
  free(text);
  later.story = true;
  text = measure(&earlier, &later, NAN, false, KP_LANGUAGE_NL, &measured);
  assert_int_equal(measured.verdict, KP_ROLE_STORY);
  assert_string_equal(text, kp_text_get(KP_TEXT_FOLLOW_STORY, KP_LANGUAGE_NL));
  free(text);
  later.story = false;
  later.readable = false;
  text = measure(&earlier, &later, NAN, false, KP_LANGUAGE_EN, &measured);
  assert_string_equal(text, "");
  assert_false(measured.known);
  free(text);
}

static void test_means(void **state) {
  (void)state;
  kp_measure_scores earlier;
  kp_measure_scores later;
  kp_measure_result measured;
  fill(&earlier, 1, 10, 6, 30, 7.5, 30);
  fill(&later, 1, 10, 6, 5, 8, 55);
  char *text = measure(&earlier, &later, 6.75, false, KP_LANGUAGE_NL, &measured);
  assert_int_equal(measured.verdict, KP_ROLE_RISE);
  assert_true(measured.same);
  assert_string_equal(measured.later, "7,8");
  assert_non_null(strstr(text, "Eerder: 6,8 ("));
  assert_non_null(strstr(text, "Verschil: +1,1 ("));
  assert_null(strstr(text, "NPS"));
  free(text);
  fill(&later, 1, 7, 5, 20, 6, 20);
  text = measure(&earlier, &later, NAN, false, KP_LANGUAGE_EN, &measured);
  assert_string_equal(text, kp_text_get(KP_TEXT_FOLLOW_OTHER_SCALE, KP_LANGUAGE_EN));
  assert_false(measured.known);
  free(text);
  assert_false(kp_measure_scores_start(&later, 5, 5));
  fill(&earlier, 0, 5, 1, 30, 4, 30); /* from 0, and yet no NPS */
  fill(&later, 0, 5, 1, 5, 4, 55);
  text = measure(&earlier, &later, NAN, false, KP_LANGUAGE_EN, &measured);
  assert_null(strstr(text, "NPS"));
  free(text);
}

/* A measure is the score itself when it says so in one of the method's words. */
static void test_the_score_itself(void **state) {
  (void)state;
  kp_method_error error;
  kp_method *method = kp_workbook_method_in(KP_ROOT "/extension/method", KP_LANGUAGE_EN, &error);
  assert_non_null(method);
  assert_true(kp_measure_is_score(method, "Our NPS"));
  assert_false(kp_measure_is_score(method, "Calls a day"));
  assert_false(kp_measure_is_score(method, ""));
  kp_method_free(method);
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_rise),
      cmocka_unit_test(test_no_verdict),
      cmocka_unit_test(test_means),
      cmocka_unit_test(test_the_score_itself),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
