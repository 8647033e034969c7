/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Colours that carry meaning can be read in every theme. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>

#include "../../src/board/tone.h"

/* Grounds of panels with gtk3's Adwaita, and of the generic back end. */
static const int32_t grounds[2][2] = {{0xF6F5F4, 0xF0F0F0}, {0x353535, 0x2D2D2D}};

static double part(int32_t value) {
  double share = value / 255.0;
  return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4);
}

/* Relative luminance and contrast of WCAG 2. */
static double luminance(int32_t colour) {
  return 0.2126 * part((colour >> 16) & 0xFF) + 0.7152 * part((colour >> 8) & 0xFF) +
         0.0722 * part(colour & 0xFF);
}

static double contrast(int32_t one, int32_t other) {
  double a = luminance(one);
  double b = luminance(other);
  return a > b ? (a + 0.05) / (b + 0.05) : (b + 0.05) / (a + 0.05);
}

static void test_every_text_can_be_read(void **state) {
  (void)state;
  for (int theme = KP_THEME_LIGHT; theme <= KP_THEME_DARK; theme++)
    for (int tone = KP_TONE_QUIET; tone < KP_TONE_TRACK; tone++)
      for (int i = 0; i < 2; i++) {
        int32_t colour = kp_tone_colour((kp_tone)tone, (kp_theme)theme);
        assert_true(colour >= 0);
        if (contrast(colour, grounds[theme][i]) < 4.5)
          fail_msg("tone %d in theme %d: %.2f", tone, theme, contrast(colour, grounds[theme][i]));
      }
}

static void test_high_contrast_has_the_colours_of_the_office(void **state) {
  (void)state;
  for (int tone = 0; tone < KP_TONES; tone++)
    assert_int_equal(kp_tone_colour((kp_tone)tone, KP_THEME_CONTRAST), KP_TONE_SYSTEM);
  assert_int_equal(kp_tone_tint(KP_THEME_CONTRAST), KP_TONE_SYSTEM);
}

static void test_a_plain_text_is_that_of_the_office(void **state) {
  (void)state;
  assert_int_equal(kp_tone_colour(KP_TONE_PLAIN, KP_THEME_LIGHT), KP_TONE_SYSTEM);
  assert_int_equal(kp_tone_colour(KP_TONE_PLAIN, KP_THEME_DARK), KP_TONE_SYSTEM);
}

static void test_the_theme_is_told_by_the_ground(void **state) {
  (void)state;
  assert_int_equal(kp_theme_of(0xF6F5F4, false), KP_THEME_LIGHT);
  assert_int_equal(kp_theme_of(0xFFFFFF, false), KP_THEME_LIGHT);
  assert_int_equal(kp_theme_of(0x353535, false), KP_THEME_DARK);
  assert_int_equal(kp_theme_of(0x000000, false), KP_THEME_DARK);
  assert_int_equal(kp_theme_of(0x000000, true), KP_THEME_CONTRAST);
  assert_int_equal(kp_theme_of(0xFFFFFF, true), KP_THEME_CONTRAST);
}

static void test_text_on_the_ground_of_something_refused(void **state) {
  (void)state;
  assert_true(contrast(0x000000, kp_tone_tint(KP_THEME_LIGHT)) > 7);
  assert_true(contrast(0xFFFFFF, kp_tone_tint(KP_THEME_DARK)) > 7);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_every_text_can_be_read),
      cmocka_unit_test(test_high_contrast_has_the_colours_of_the_office),
      cmocka_unit_test(test_a_plain_text_is_that_of_the_office),
      cmocka_unit_test(test_the_theme_is_told_by_the_ground),
      cmocka_unit_test(test_text_on_the_ground_of_something_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
