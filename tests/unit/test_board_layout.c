/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The layout of the form: no overlap, nothing outside, at any width. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../src/board/layout.h"

enum { LABEL, FIELD, DATE, MENU, ECHO, BUTTON, MESSAGE, COUNT };

static const kp_layout_item form[COUNT] = {
    [LABEL] = {.stretch = true, .width = 40},
    [FIELD] = {.stretch = true, .gap = 2, .width = 100},
    [DATE] = {.stretch = true, .gap = 6, .width = 90},
    [MENU] = {.beside = true, .width = 30, .near = 6},
    [ECHO] = {.stretch = true, .gap = 2, .width = 40},
    [BUTTON] = {.gap = 8, .width = 120},
    [MESSAGE] = {.stretch = true, .gap = 4, .width = 40},
};

/* Labels wrap: 600 pixels of text at 15 a line. Fields and buttons have one height. */
static int measure(void *context, size_t item, int width) {
  int *calls = context;
  if (calls != NULL)
    (*calls)++;
  assert_true(width > 0);
  if (item == ECHO || item == MESSAGE)
    return 15 * ((600 + width - 1) / width);
  return item == FIELD ? 60 : item == MENU ? 25 : 31;
}

static int flow(kp_layout_item items[COUNT], int width) {
  for (size_t i = 0; i < COUNT; i++)
    items[i] = form[i];
  return kp_layout_flow(items, COUNT, width, 6, 480, measure, NULL);
}

static int right(const kp_layout_item *item) {
  return item->x + item->placed_width;
}

static int bottom(const kp_layout_item *item) {
  return item->y + item->placed_height;
}

static void test_nothing_overlaps_or_leaves(void **state) {
  (void)state;
  for (int width = 0; width < 1200; width++) {
    kp_layout_item items[COUNT];
    int height = flow(items, width);
    int usable = width > KP_LAYOUT_NARROWEST ? width : KP_LAYOUT_NARROWEST;
    for (size_t i = 0; i < COUNT; i++) {
      assert_true(items[i].x >= 6 && right(&items[i]) <= usable - 6);
      assert_true(items[i].y >= 6 && bottom(&items[i]) <= height - 6);
      assert_true(items[i].placed_width > 0 && items[i].placed_width <= 480);
      for (size_t j = 0; j < i; j++)
        assert_true(right(&items[j]) <= items[i].x || bottom(&items[j]) <= items[i].y);
    }
  }
}

static void test_narrow_and_wide(void **state) {
  (void)state;
  kp_layout_item items[COUNT];
  int narrow = flow(items, 165);
  assert_int_equal(items[FIELD].placed_width, 153);
  assert_int_equal(items[DATE].placed_width, 153 - 6 - 30);
  assert_int_equal(items[MENU].x, 6 + 117 + 6);
  assert_int_equal(items[MENU].y, items[DATE].y + 3); /* centered on the taller field */
  assert_int_equal(items[BUTTON].placed_width, 120);
  int wide = flow(items, 400);
  assert_true(wide < narrow); /* the labels wrap less */
  assert_int_equal(items[FIELD].placed_width, 388);
  flow(items, 1000);
  assert_int_equal(items[FIELD].placed_width, 480);
}

static void test_gaps_and_height(void **state) {
  (void)state;
  kp_layout_item items[COUNT];
  int height = flow(items, 312); /* 300 inside: two lines of echo and message */
  int expected = 6 + 31 + 2 + 60 + 6 + 31 + 2 + 30 + 8 + 31 + 4 + 30 + 6;
  assert_int_equal(height, expected);
}

static void test_beside_moves_down_when_there_is_no_room(void **state) {
  (void)state;
  kp_layout_item items[COUNT];
  for (int menu = 57; menu <= 58; menu++) {
    for (size_t i = 0; i < COUNT; i++)
      items[i] = form[i];
    items[MENU].width = menu; /* 153 inside: 90 + 6 + 57 just fits */
    kp_layout_flow(items, COUNT, 165, 6, 480, measure, NULL);
    assert_int_equal(items[MENU].y >= bottom(&items[DATE]), menu == 58);
    assert_int_equal(items[DATE].placed_width, menu == 58 ? 153 : 90);
  }
}

static void test_hidden_takes_no_room(void **state) {
  (void)state;
  kp_layout_item items[COUNT];
  int calls = 0;
  int full = flow(items, 300);
  for (size_t i = 0; i < COUNT; i++)
    items[i] = form[i];
  items[MESSAGE].hidden = true;
  items[MENU].hidden = true;
  int less = kp_layout_flow(items, COUNT, 300, 6, 480, measure, &calls);
  assert_int_equal(calls, COUNT - 2);
  assert_int_equal(full - less, 4 + 15 * 3);
  assert_int_equal(items[DATE].placed_width, 288);
}

static void test_wider_than_the_panel_is_cut(void **state) {
  (void)state;
  kp_layout_item items[COUNT];
  for (size_t i = 0; i < COUNT; i++)
    items[i] = form[i];
  items[BUTTON].width = 400;
  kp_layout_flow(items, COUNT, 165, 6, 480, measure, NULL);
  assert_int_equal(items[BUTTON].placed_width, 153);
}

/* "Save" beside "Discard changes": the longer one is not cut while the other has room to spare. */
static void test_each_keeps_its_own_width(void **state) {
  (void)state;
  for (int width = 200; width < 480; width += 7) {
    kp_layout_item pair[] = {{.stretch = true, .width = 50},
                             {.stretch = true, .beside = true, .width = 110, .near = 6}};
    kp_layout_flow(pair, 2, width, 6, 480, measure, NULL);
    assert_true(right(&pair[0]) < pair[1].x);
    assert_true(pair[0].placed_width >= 50 && pair[1].placed_width >= 110);
    assert_in_range(width - 6 - right(&pair[1]), 0, 1);
  }
}

static void test_one_item_takes_what_is_left(void **state) {
  (void)state;
  kp_layout_item items[COUNT];
  int height = flow(items, 300);
  int below = items[BUTTON].y;
  assert_int_equal(kp_layout_stretch(items, COUNT, FIELD, height, height + 200, 40), height + 200);
  assert_int_equal(items[FIELD].placed_height, 260);
  assert_int_equal(items[BUTTON].y, below + 200);
  assert_int_equal(items[LABEL].y, 6);
  for (size_t i = 1; i < COUNT; i++)
    for (size_t j = 0; j < i; j++)
      assert_true(right(&items[j]) <= items[i].x || bottom(&items[j]) <= items[i].y);
}

static void test_it_gives_way_down_to_its_least(void **state) {
  (void)state;
  kp_layout_item items[COUNT];
  int height = flow(items, 300);
  assert_int_equal(kp_layout_stretch(items, COUNT, FIELD, height, height - 15, 40), height - 15);
  assert_int_equal(items[FIELD].placed_height, 45);
  height = flow(items, 300);
  assert_int_equal(kp_layout_stretch(items, COUNT, FIELD, height, 10, 40), height - 20);
  assert_int_equal(items[FIELD].placed_height, 40);
}

static void test_columns_of_a_grid(void **state) {
  (void)state;
  int widths[4];
  kp_layout_columns(288, 40, 15, false, widths);
  assert_int_equal(widths[0], 22);
  assert_int_equal(widths[1], 56);
  assert_int_equal(widths[2], 288 - 2 - 22 - 56);
  assert_int_equal(widths[3], 0);
  kp_layout_columns(288, 200, 15, true, widths);
  assert_int_equal(widths[1], 88);
  assert_int_equal(widths[2], 288 - 2 - 16 - 22 - 88);
  kp_layout_columns(468, 60, 15, false, widths);
  assert_int_equal(widths[1], 70);
  assert_int_equal(widths[3], 112);
  for (int width = 0; width < 800; width++) {
    kp_layout_columns(width, 64, 15, true, widths);
    assert_true(widths[2] > 0); /* what it is about is always there */
    if (width > 220)
      assert_true(widths[0] + widths[1] + widths[2] + widths[3] <= width);
  }
}

static void test_a_letter_goes_round(void **state) {
  (void)state;
  /* Every other text belongs to another column. */
  static const char *const texts[] = {"Ask", "-", "bring", "-", "Étape", "-", "Bake", "-"};
  assert_int_equal(kp_layout_letter(texts, 2, 4, -1, 'b'), 1);
  assert_int_equal(kp_layout_letter(texts, 2, 4, 1, 'b'), 3);
  assert_int_equal(kp_layout_letter(texts, 2, 4, 3, 'B'), 1);
  assert_int_equal(kp_layout_letter(texts, 2, 4, 0, 'a'), 0); /* the only one */
  assert_int_equal(kp_layout_letter(texts, 2, 4, 0, 0xE9), 2);
  assert_int_equal(kp_layout_letter(texts, 2, 4, 0, 'z'), -1);
  assert_int_equal(kp_layout_letter(texts, 2, 0, -1, 'a'), -1);
}

static void test_distances_grow_with_the_text(void **state) {
  (void)state;
  assert_int_equal(kp_layout_scale(KP_SPACE_GAP, KP_LAYOUT_LINE), 6);
  assert_int_equal(kp_layout_scale(KP_SPACE_GAP, 2 * KP_LAYOUT_LINE), 12);
  assert_int_equal(kp_layout_scale(KP_SPACE_GAP, 0), 6);
}

/* Two fields with a label each, and one of several lines between two more. */
enum { OWNER, NAME, DAY, DATED, PICK, WHAT, LINES, LAST, CHOICE, FIELDS };
static const kp_layout_item fields[FIELDS] = {
    [OWNER] = {.stretch = true, .gap = 6, .width = 60, .group = 1, .label = 50},
    [NAME] = {.stretch = true, .gap = 3, .width = 60, .group = 1},
    [DAY] = {.stretch = true, .gap = 6, .width = 60, .group = 2, .label = 70},
    [DATED] = {.stretch = true, .gap = 3, .width = 60, .group = 2},
    [PICK] = {.beside = true, .near = 4, .width = 30, .group = 2},
    [WHAT] = {.stretch = true, .gap = 6, .width = 60, .group = 3, .label = 30},
    [LINES] = {.stretch = true, .gap = 3, .width = 60, .group = 3, .full = true},
    [LAST] = {.gap = 6, .width = 60, .group = 4, .label = 60},
    [CHOICE] = {.stretch = true, .beside = true, .near = 6, .width = 60, .group = 4},
};

static int field_height(void *context, size_t item, int width) {
  (void)context;
  assert_true(width > 0);
  return fields[item].label > 0 ? 15 : item == LINES ? 60 : 31;
}

static int flow_fields(kp_layout_item items[FIELDS], int width, kp_layout_fields how) {
  for (size_t i = 0; i < FIELDS; i++)
    items[i] = fields[i];
  return kp_layout_form(items, FIELDS, width, 6, 800, how, field_height, NULL);
}

static void test_two_fields_in_a_row(void **state) {
  (void)state;
  kp_layout_item items[FIELDS];
  flow_fields(items, 432, KP_LAYOUT_TWO); /* 420 inside: twice 205 and 10 between */
  assert_int_equal(items[NAME].placed_width, 205);
  assert_int_equal(items[DAY].x, 6 + 215);
  assert_int_equal(items[DAY].y, items[OWNER].y);
  assert_int_equal(items[DATED].placed_width, 205 - 34);
  assert_int_equal(right(&items[PICK]), 426);
  assert_int_equal(items[LINES].placed_width, 420); /* whole */
  assert_true(items[WHAT].y >= bottom(&items[PICK]) + 6);
  /* The last has no other beside it, and is as it is in one column. */
  assert_true(items[CHOICE].x > right(&items[LAST]));
  assert_int_equal(right(&items[CHOICE]), 426);
  for (size_t i = 0; i < FIELDS; i++)
    items[i] = fields[i];
  items[OWNER].hidden = items[NAME].hidden = true;
  kp_layout_form(items, FIELDS, 432, 6, 800, KP_LAYOUT_TWO, field_height, NULL);
  assert_int_equal(items[DATED].placed_width, 420 - 34); /* alone before the one of lines */
}

static void test_labels_before_fields(void **state) {
  (void)state;
  kp_layout_item items[FIELDS];
  int height = flow_fields(items, 652, KP_LAYOUT_LEFT);
  for (size_t i = 0; i < FIELDS; i++)
    if (fields[i].label > 0)
      assert_int_equal(items[i].placed_width, 70); /* the widest */
  assert_int_equal(items[NAME].x, 6 + 70 + 6);
  assert_int_equal(items[LINES].x, items[NAME].x);
  assert_int_equal(items[CHOICE].x, items[NAME].x);
  assert_int_equal(right(&items[PICK]), 646);
  assert_int_equal(items[OWNER].y, items[NAME].y + 8);
  assert_true(items[WHAT].y < items[LINES].y + 15); /* beside its first line */
  assert_int_equal(height, 6 + 4 * 6 + 31 + 31 + 60 + 31 + 6);
  assert_int_equal(kp_layout_fields_at(419, 15), KP_LAYOUT_BELOW);
  assert_int_equal(kp_layout_fields_at(420, 15), KP_LAYOUT_TWO);
  assert_int_equal(kp_layout_fields_at(639, 15), KP_LAYOUT_TWO);
  assert_int_equal(kp_layout_fields_at(640, 15), KP_LAYOUT_LEFT);
  assert_int_equal(kp_layout_fields_at(640, 23), KP_LAYOUT_BELOW); /* at 150 % */
}

static void test_wide_toggles_want_the_whole_row(void **state) {
  (void)state;
  for (int width = 99; width <= 103; width += 4) {
    kp_layout_item items[5] = {
        {.stretch = true, .width = 60, .group = 1, .label = 40},
        {.width = width, .beside = true, .near = 4, .group = 1, .bundle = true},
        {.width = 100, .beside = true, .near = 4, .group = 1, .bundle = true},
        {.stretch = true, .width = 60, .group = 2, .label = 40},
        {.stretch = true, .width = 60, .group = 2},
    };
    kp_layout_form(items, 5, 432, 6, 800, KP_LAYOUT_TWO, field_height, NULL); /* 205 each */
    assert_int_equal(items[3].y == items[0].y, width == 99);
    assert_true(items[2].x > items[1].x);
  }
}

/* Toggles stay together: all of them go to the next row before one does. */
static void test_a_bundle_stays_together(void **state) {
  (void)state;
  kp_layout_item items[4] = {{.width = 60},
                             {.width = 80, .beside = true, .near = 4, .bundle = true},
                             {.width = 80, .beside = true, .near = 4, .bundle = true},
                             {.width = 30, .beside = true, .near = 4, .bundle = true}};
  kp_layout_flow(items, 4, 300, 6, 800, field_height, NULL);
  assert_true(items[3].x > items[2].x && items[1].x > 60);
  kp_layout_flow(items, 4, 270, 6, 800, field_height, NULL); /* 262 are needed, 258 are there */
  assert_int_equal(items[1].x, 6);
  assert_true(items[1].y >= bottom(&items[0]));
  assert_int_equal(items[3].y, items[1].y);
  kp_layout_flow(items, 4, 190, 6, 800, field_height, NULL); /* too narrow for the bundle itself */
  assert_true(items[3].y > items[1].y);
}

static void test_no_items(void **state) {
  (void)state;
  assert_int_equal(kp_layout_flow(NULL, 0, 300, 6, 480, measure, NULL), 12);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_nothing_overlaps_or_leaves),
      cmocka_unit_test(test_narrow_and_wide),
      cmocka_unit_test(test_gaps_and_height),
      cmocka_unit_test(test_beside_moves_down_when_there_is_no_room),
      cmocka_unit_test(test_hidden_takes_no_room),
      cmocka_unit_test(test_wider_than_the_panel_is_cut),
      cmocka_unit_test(test_each_keeps_its_own_width),
      cmocka_unit_test(test_one_item_takes_what_is_left),
      cmocka_unit_test(test_it_gives_way_down_to_its_least),
      cmocka_unit_test(test_columns_of_a_grid),
      cmocka_unit_test(test_a_letter_goes_round),
      cmocka_unit_test(test_distances_grow_with_the_text),
      cmocka_unit_test(test_no_items),
      cmocka_unit_test(test_two_fields_in_a_row),
      cmocka_unit_test(test_labels_before_fields),
      cmocka_unit_test(test_a_bundle_stays_together),
      cmocka_unit_test(test_wide_toggles_want_the_whole_row),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
