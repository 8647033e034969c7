/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small letters: the table against the C library, unit by unit. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <locale.h>
#include <wctype.h>

#include "kernpunt/text.h"

static void test_every_unit(void **state) {
  (void)state;
  enum { SIGMA_AT_THE_END = 0x03C2, SIGMA = 0x03C3 };
  locale_t locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  assert_true(locale != (locale_t)0);
  for (unsigned unit = 0; unit <= UINT16_MAX; unit++) {
    unsigned small = (unsigned)towlower_l((wint_t)unit, locale);
    if (unit == SIGMA_AT_THE_END)
      small = SIGMA;
    if (small <= UINT16_MAX && kp_text_small_letter((uint16_t)unit) != small)
      fail_msg("U+%04X: %04X, not %04X", unit, small, kp_text_small_letter((uint16_t)unit));
  }
  freelocale(locale);
}

static void test_what_people_write(void **state) {
  (void)state;
  static const uint16_t pairs[][2] = {{'A', 'a'},       {'Z', 'z'},       {'[', '['},
                                      {0xC9, 0xE9},     {0xD7, 0xD7},     {0x0130, 'i'},
                                      {0x0132, 0x0133}, {0x0178, 0xFF},   {0x0391, 0x03B1},
                                      {0x0416, 0x0436}, {0x1E9E, 0x00DF}, {0xDF, 0xDF}};
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
    assert_int_equal(kp_text_small_letter(pairs[i][0]), pairs[i][1]);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_every_unit),
      cmocka_unit_test(test_what_people_write),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
