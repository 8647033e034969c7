/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the footer of a panel shows of what it was told, and where. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "kernpunt/deck.h"

static void test_the_strongest_message_is_shown(void **state) {
  (void)state;
  static const kp_footer_state order[] = {KP_FOOTER_REFUSED, KP_FOOTER_NOTE, KP_FOOTER_SAVED,
                                          KP_FOOTER_UNSAVED, KP_FOOTER_TIP};
  bool set[KP_FOOTER_STATES];
  for (int i = 0; i < KP_FOOTER_STATES; i++)
    set[i] = i != KP_FOOTER_NOTHING;
  for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
    assert_int_equal(kp_footer_strongest(set), order[i]);
    set[order[i]] = false; /* the next one stands again */
  }
  assert_int_equal(kp_footer_strongest(set), KP_FOOTER_NOTHING);
}

static void test_the_slot(void **state) {
  (void)state;
  /* Undo until the next write, unless something is typed. */
  assert_int_equal(kp_footer_slot_of(KP_FOOTER_NO_SLOT, false, false, false), KP_FOOTER_NO_SLOT);
  assert_int_equal(kp_footer_slot_of(KP_FOOTER_NO_SLOT, false, false, true), KP_FOOTER_UNDO);
  assert_int_equal(kp_footer_slot_of(KP_FOOTER_NO_SLOT, false, true, true), KP_FOOTER_DISCARD);
  /* A form that is always empty is cancelled. */
  assert_int_equal(kp_footer_slot_of(KP_FOOTER_CANCEL, false, false, false), KP_FOOTER_CANCEL);
  assert_int_equal(kp_footer_slot_of(KP_FOOTER_CANCEL, false, true, true), KP_FOOTER_CANCEL);
  assert_int_equal(kp_footer_slot_of(KP_FOOTER_CANCEL, false, false, true), KP_FOOTER_UNDO);
  /* What solves a refusal goes before all. */
  assert_int_equal(kp_footer_slot_of(KP_FOOTER_CANCEL, true, true, true), KP_FOOTER_OFFER);
}

static void test_sizes_of_the_drawing(void **state) {
  (void)state;
  kp_footer_places at = kp_footer_place(300, 15, 60, true, true);
  assert_int_equal(at.height, 72);
  assert_int_equal(at.stripe.width, 4);
  assert_int_equal(at.save.width, 84);
  assert_int_equal(at.save.height, 29);
  assert_int_equal(at.save.x + at.save.width, 294);
  assert_int_equal(at.slot.height, 25);
  assert_int_equal(at.head.x, 16);
  assert_true(at.text.height >= 2 * 15);
  assert_true(at.link.y >= at.text.y + 15); /* under one line of text */
  assert_true(at.link.y + at.link.height <= at.height);
  assert_true(at.link.x + at.link.width <= at.save.x);
}

static void test_nothing_overlaps_or_leaves(void **state) {
  (void)state;
  for (int width = 160; width < 700; width++)
    for (int line = 12; line <= 32; line++)
      for (int kinds = 0; kinds < 4; kinds++) {
        bool save = (kinds & 1) != 0;
        bool slot = (kinds & 2) != 0;
        kp_footer_places at = kp_footer_place(width, line, 100, save, slot);
        assert_true(at.text.x > at.stripe.x + at.stripe.width);
        assert_true(at.text.width > 0);
        assert_true(at.text.y >= at.head.y + at.head.height);
        assert_true(at.text.y + at.text.height <= at.height + 1);
        assert_true(at.stripe.y + at.stripe.height <= at.height);
        assert_int_equal(at.save.width > 0, save);
        assert_int_equal(at.slot.width > 0, slot);
        if (save)
          assert_true(at.save.x + at.save.width <= width);
        if (slot)
          assert_true(at.slot.y + at.slot.height <= at.height);
        if (save && slot)
          assert_true(at.slot.y >= at.save.y + at.save.height);
        if ((save || slot) && width >= 220 && line <= 20)
          assert_true(at.text.x + at.text.width <= (save ? at.save.x : at.slot.x));
      }
}

static void test_nothing_moves_by_a_message(void **state) {
  (void)state;
  kp_footer_places with = kp_footer_place(300, 15, 60, true, true);
  kp_footer_places without = kp_footer_place(300, 15, 60, true, false);
  assert_int_equal(with.height, without.height);
  assert_int_equal(with.save.y, without.save.y);
  assert_int_equal(with.save.x, without.save.x);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_the_strongest_message_is_shown),
      cmocka_unit_test(test_the_slot),
      cmocka_unit_test(test_sizes_of_the_drawing),
      cmocka_unit_test(test_nothing_overlaps_or_leaves),
      cmocka_unit_test(test_nothing_moves_by_a_message),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
