/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the panel Results shows and says, without an office. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/panels/results/results.h"

static void is(char *text, const char *expected) {
  assert_non_null(text);
  assert_string_equal(text, expected);
  free(text);
}

/* 94 promoters, 107 passives, 40 detractors: the example of the design. */
static const kp_results_figures example = {.kind = KP_RESULTS_NPS,
                                           .most = 10,
                                           .answers = 243,
                                           .n = 241,
                                           .left = {0, 1, 0, 1},
                                           .value = 22.4,
                                           .margin = 9.1,
                                           .lower = 13.2,
                                           .upper = 31.4,
                                           .part = {40, 107, 94}};
static const kp_results_cell dirt[] = {{2, 6, 0, KP_RESULTS_OUTSIDE, 99},
                                       {2, 10, 1, KP_RESULTS_BLANK, 0},
                                       {2, 11, 1, KP_RESULTS_NOT_WHOLE, 7.5},
                                       {2, 12, 1, KP_RESULTS_TEXT, 0}};

static void test_numbers(void **state) {
  (void)state;
  char text[KP_SHOWN_VALUE];
  kp_shown_value(KP_RESULTS_NPS, 22.4, false, KP_LANGUAGE_EN, text);
  assert_string_equal(text, "+22");
  kp_shown_value(KP_RESULTS_NPS, -0.3, false, KP_LANGUAGE_EN, text);
  assert_string_equal(text, "0");
  kp_shown_value(KP_RESULTS_NPS, -2.6, true, KP_LANGUAGE_NL, text);
  assert_string_equal(text, "−3");
  kp_shown_value(KP_RESULTS_SHARE, 0.391, false, KP_LANGUAGE_NL, text);
  assert_string_equal(text, "39%");
  kp_shown_value(KP_RESULTS_SHARE, 0.05, true, KP_LANGUAGE_NL, text);
  assert_string_equal(text, "+5");
  kp_shown_value(KP_RESULTS_MEAN, 7.44, false, KP_LANGUAGE_NL, text);
  assert_string_equal(text, "7,4");
  kp_shown_margin(KP_RESULTS_MEAN, 0.26, KP_LANGUAGE_EN, text);
  assert_string_equal(text, "0.3");
}

static void test_sentences(void **state) {
  (void)state;
  is(kp_shown_interval(&example, KP_LANGUAGE_EN), "95% margin: +13 to +31");
  is(kp_shown_interval(&example, KP_LANGUAGE_NL), "95%-marge: +13 tot +31");
  is(kp_shown_parts(&example, KP_LANGUAGE_EN),
     "40 detractors (17%) · 107 passives (44%) · 94 promoters (39%)");
  is(kp_shown_counts(&example, dirt, 2, -1, KP_LANGUAGE_EN),
     "241 of 243 answers count. C7 is 99, C11 is empty.");
  is(kp_shown_counts(&example, dirt, 4, 1, KP_LANGUAGE_NL),
     "241 van 243 antwoorden tellen mee. C11 is leeg, C12 is 7,5.");
  is(kp_shown_response(&example, 612, KP_LANGUAGE_EN), "Response: 243 of 612 invited (40%)");
  is(kp_shown_response(&example, NAN, KP_LANGUAGE_EN), "");
  is(kp_shown_response(&example, 100, KP_LANGUAGE_EN), ""); /* more answers than were asked */
  is(kp_shown_scale(0, 10, KP_LANGUAGE_EN), "Recommendation (0–10)");
  is(kp_shown_scale(1, 4, KP_LANGUAGE_NL), "1 t/m 4");
  const kp_results_figures few = {.kind = KP_RESULTS_NPS, .n = 8, .answers = 8, .few = true};
  is(kp_shown_few(&few, KP_LANGUAGE_EN), "Too few answers (8): at least 10 are needed.");
  is(kp_shown_counts(&few, NULL, 0, -1, KP_LANGUAGE_EN), "All 8 answers count.");
}

static void test_verdicts(void **state) {
  (void)state;
  kp_results_change change = {.known = true,
                              .verdict = KP_SURVEY_NO_DIFFERENCE,
                              .delta = 11,
                              .margin = 13.2,
                              .lower = -2,
                              .upper = 24,
                              .n_before = 233};
  is(kp_shown_delta(&example, &change, KP_LANGUAGE_EN), "± 13 (−2 to +24) · n was 233");
  is(kp_shown_verdict(&example, &change, KP_LANGUAGE_EN), "≈ No demonstrable difference");
  assert_int_equal(kp_shown_why(&change), KP_TEXT_RESULTS_WHY_NONE);
  assert_int_equal(kp_shown_tone(&change), KP_TONE_TO_DO);
  change.verdict = KP_SURVEY_FALL;
  is(kp_shown_verdict(&example, &change, KP_LANGUAGE_NL), "▼ Een daling");
  assert_int_equal(kp_shown_tone(&change), KP_TONE_LATE);
  change.known = false;
  is(kp_shown_verdict(&example, &change, KP_LANGUAGE_EN),
     "… Too few answers for a verdict (233; 241).");
  assert_int_equal(kp_shown_why(&change), KP_TEXT_NONE);
}

static char *names[] = {"2024", "2025 csat", "2025", "2026"};
static char *units[] = {"west", "North", "East"};

static void test_choosing(void **state) {
  (void)state;
  kp_results_wave waves[4] = {{.least = 0}};
  kp_answers_name unit_names[3];
  kp_results results = {.waves = waves, .count = 4, .units = {unit_names, 3}};
  int places[4];
  for (int i = 0; i < 4; i++) {
    waves[i].name.text = names[i];
    waves[i].least = i == 1;
    waves[i].most = i == 1 ? 5 : 10;
  }
  for (int i = 0; i < 3; i++)
    unit_names[i] = (kp_answers_name){.text = units[i]};
  /* the newest against the one before it on its scale */
  kp_shown_places at = kp_shown_choose(&results, NULL, NULL, NULL);
  assert_int_equal(at.wave, 3);
  assert_int_equal(at.against, 2);
  assert_int_equal(at.unit, KP_SHOWN_NONE);
  at = kp_shown_choose(&results, "2025", NULL, "NORTH ");
  assert_int_equal(at.wave, 2);
  assert_int_equal(at.against, 0);
  assert_int_equal(at.unit, 1);
  at = kp_shown_choose(&results, "2026", "2024", "gone");
  assert_int_equal(at.against, 0);
  assert_int_equal(at.unit, KP_SHOWN_NONE);
  at = kp_shown_choose(&results, "2025", "2026", NULL); /* not earlier */
  assert_int_equal(at.against, 0);
  at = kp_shown_choose(&results, "2025 csat", NULL, NULL); /* the first on its scale */
  assert_int_equal(at.against, KP_SHOWN_NONE);
  assert_int_equal(kp_shown_earlier(&results, 3, places), 2);
  assert_int_equal(places[0], 2);
  assert_int_equal(places[1], 0);
  kp_shown_by_name(&results, places);
  assert_int_equal(places[0], 2);
  assert_int_equal(places[1], 1);
  assert_int_equal(places[2], 0);
  results.count = 0;
  assert_int_equal(kp_shown_choose(&results, "2026", NULL, NULL).wave, KP_SHOWN_NONE);
}

static void test_the_picture(void **state) {
  (void)state;
  kp_board_canvas canvas = {.width = 288,
                            .height = 62,
                            .line = 15,
                            .ground = 0xF6F5F4,
                            .text = 0x101010,
                            .quiet = 0x5A6066,
                            .track = 0xD0CFCC};
  size_t size = 0;
  char *picture = kp_shown_draw(&example, &canvas, &size);
  assert_non_null(picture);
  assert_int_equal(size, strlen(picture));
  assert_non_null(strstr(picture, "width='48' height='20' fill='#c65102'"));
  assert_non_null(strstr(picture, ">17%<"));
  assert_non_null(strstr(picture, ">39%<"));
  assert_non_null(strstr(picture, "#1f6fb2"));
  assert_non_null(strstr(picture, "</svg>"));
  free(picture);
  canvas.dark = true;
  picture = kp_shown_draw(&example, &canvas, &size);
  assert_non_null(strstr(picture, "#f08a4b"));
  assert_null(strstr(picture, "#c65102"));
  free(picture);
  /* too few: no bar, no score, whatever else the figures hold */
  kp_results_figures few = example;
  few.few = true;
  few.n = 8;
  picture = kp_shown_draw(&few, &canvas, &size);
  assert_null(strstr(picture, "#f08a4b"));
  assert_null(strstr(picture, "circle"));
  assert_non_null(strstr(picture, "stroke-dasharray"));
  free(picture);
  /* one answer a part, no passives: the parts still fill the bar */
  kp_results_figures two = example;
  two.n = 2;
  two.part[0] = two.part[2] = 1;
  two.part[1] = 0;
  picture = kp_shown_draw(&two, &canvas, &size);
  assert_non_null(strstr(picture, ">50%<"));
  assert_null(strstr(picture, "#62686e"));
  free(picture);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_numbers),     cmocka_unit_test(test_sentences),
      cmocka_unit_test(test_verdicts),    cmocka_unit_test(test_choosing),
      cmocka_unit_test(test_the_picture),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
