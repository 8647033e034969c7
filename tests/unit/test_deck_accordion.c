/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One working panel at a time: which ones fold, and how high the open one is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../src/deck/accordion.h"

enum { TODAY = 1, RESULTS = 2, FOLLOW = 4, CUSTOMER = 8, CHECK = 16 };

static void expect(unsigned before, unsigned asked, unsigned fold, unsigned open) {
  kp_accordion_step step = kp_accordion_decide(before, asked, TODAY);
  assert_int_equal(step.fold, fold);
  assert_int_equal(step.open, open);
}

static void test_opening_one_folds_the_other(void **state) {
  (void)state;
  expect(TODAY | FOLLOW, TODAY | FOLLOW | CHECK, FOLLOW, TODAY | CHECK);
  expect(FOLLOW, FOLLOW | CHECK, FOLLOW, CHECK); /* a title that was closed stays closed */
  expect(TODAY, TODAY | FOLLOW, 0, TODAY | FOLLOW);
}

static void test_today_stands_beside_any(void **state) {
  (void)state;
  expect(FOLLOW, FOLLOW | TODAY, 0, FOLLOW | TODAY);
  expect(0, TODAY, 0, TODAY);
}

static void test_closing_folds_nothing(void **state) {
  (void)state;
  expect(TODAY | FOLLOW, TODAY, 0, TODAY);
  expect(TODAY | FOLLOW, FOLLOW, 0, FOLLOW);
}

static void test_several_at_once_keep_the_first(void **state) {
  (void)state;
  expect(0, TODAY | RESULTS | FOLLOW | CHECK, FOLLOW | CHECK, TODAY | RESULTS);
  expect(TODAY | CHECK, TODAY | FOLLOW | CUSTOMER | CHECK, CUSTOMER | CHECK, TODAY | FOLLOW);
}

/* Folding makes the office ask again: nothing may come of that, or it would never end. */
static void test_it_comes_to_rest(void **state) {
  (void)state;
  for (unsigned before = 0; before < 32; before++)
    for (unsigned asked = 0; asked < 32; asked++) {
      kp_accordion_step once = kp_accordion_decide(before, asked, TODAY);
      kp_accordion_step again = kp_accordion_decide(once.open, once.open, TODAY);
      assert_int_equal(again.fold, 0);
      assert_int_equal(again.open, once.open);
      unsigned working = once.open & ~(unsigned)TODAY;
      if ((asked & ~before & ~(unsigned)TODAY) != 0)
        assert_int_equal(working & (working - 1), 0); /* one at most */
    }
}

static void test_today_shrinks_beside_another(void **state) {
  (void)state;
  assert_true(kp_accordion_shrinks(TODAY | CHECK, TODAY));
  assert_false(kp_accordion_shrinks(TODAY, TODAY));
  assert_false(kp_accordion_shrinks(CHECK, TODAY));
}

static void test_heights(void **state) {
  (void)state;
  /* Measured with gtk3 and three titles: 84 pixels are not the panels'. */
  assert_int_equal(kp_accordion_room(482, 3, 15, 0), 482 - 84 - 4);
  assert_int_equal(kp_accordion_room(482, 3, 15, 37), 482 - 84 - 37 - 4);
  assert_int_equal(kp_accordion_room(482, 3, 13, 0), 394); /* titles stay as high */
  assert_true(kp_accordion_room(482, 3, 22, 0) < 394);
  assert_true(kp_accordion_room(0, 3, 15, 0) > 0);
  assert_int_equal(kp_accordion_strip(15, 900), 37);
  assert_int_equal(kp_accordion_strip(30, 1800), 74);
  assert_int_equal(kp_accordion_strip(15, 380), 0); /* the work first */
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_opening_one_folds_the_other),
      cmocka_unit_test(test_today_stands_beside_any),
      cmocka_unit_test(test_closing_folds_nothing),
      cmocka_unit_test(test_several_at_once_keep_the_first),
      cmocka_unit_test(test_it_comes_to_rest),
      cmocka_unit_test(test_today_shrinks_beside_another),
      cmocka_unit_test(test_heights),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
