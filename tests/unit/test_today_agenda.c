/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the panel Today says: counts, how late, rows cut off, the next step, what "Done" writes. */
#include "method_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/panels/today/agenda.h"
#include "kernpunt/deck.h"

static const kp_language EN = KP_LANGUAGE_EN;
static const kp_language NL = KP_LANGUAGE_NL;

static void expect(char *text, const char *wanted) {
  assert_non_null(text);
  assert_string_equal(text, wanted);
  free(text);
}

/* A row `days` from the fixture's today, Wednesday 2026-07-15. */
static kp_agenda_row row_in(int32_t days) {
  static const kp_method_source action = {
      .key = "action", .name = {{"Action", "Actie"}}, .ahead = false};
  static char id[] = "A-7K3Q2";
  static char who[] = "Jansen, Petra";
  static char what[] = "Call back";
  kp_agenda_row row = {.source = &action, .days = days, .id = id, .who = who, .what = what};
  assert_true(kp_date_from_serial(kp_date_serial(mx_today) + days, &row.date));
  row.due = days < 0    ? KP_METHOD_OVERDUE
            : days == 0 ? KP_METHOD_TODAY
            : days <= 4 ? KP_METHOD_THIS_WEEK
                        : KP_METHOD_LATER;
  return row;
}

static void expect_when(int32_t days, const char *english, const char *dutch) {
  kp_agenda_row row = row_in(days);
  expect(kp_agenda_when(&row, EN), english);
  expect(kp_agenda_when(&row, NL), dutch);
}

static void test_how_late(void **state) {
  (void)state;
  expect_when(-1234, "1,234 d late", "1.234 d te laat");
  expect_when(-1, "1 d late", "1 d te laat");
  expect_when(0, "Today", "Vandaag");
  expect_when(1, "Tomorrow", "Morgen");
  expect_when(2, "Fri 17", "Vr 17");
  expect_when(4, "Sun 19", "Zo 19");
  expect_when(13, "Tue 28", "Di 28");
  expect_when(14, "29 July", "29 juli");
  expect_when(60, "13 Sep", "13 sep");
}

static void test_numbers(void **state) {
  (void)state;
  char text[KP_TEXT_NUMBER_SIZE];
  assert_string_equal(kp_text_number(0, EN, text), "0");
  assert_string_equal(kp_text_number(999, EN, text), "999");
  assert_string_equal(kp_text_number(9800, EN, text), "9,800");
  assert_string_equal(kp_text_number(1234567, NL, text), "1.234.567");
  assert_string_equal(kp_text_number(100, NL, text), "100");
}

static void test_what_a_row_is(void **state) {
  (void)state;
  static char nothing[] = "";
  kp_agenda_row row = row_in(-3);
  expect(kp_agenda_what(&row, false, EN), "Call back");
  expect(kp_agenda_what(&row, true, NL), "Actie: Call back");
  row.what = nothing; /* then at least what it is */
  expect(kp_agenda_what(&row, false, EN), "Action");
  static const kp_method_source helped = {.key = "helped",
                                          .name = {{"Did it help?", "Werkt het?"}}};
  row = row_in(0);
  row.source = &helped;
  expect(kp_agenda_what(&row, true, NL), "Werkt het? Call back");
}

static void test_the_detail_says_the_rest(void **state) {
  (void)state;
  kp_agenda_row row = row_in(-1);
  expect(kp_agenda_detail(&row, "Focus point: Access", EN),
         "Jansen, Petra · was due Tue 14 July\nFocus point: Access");
  expect(kp_agenda_detail(&row, NULL, NL), "Jansen, Petra · was voor di 14 juli");
  row = row_in(5);
  expect(kp_agenda_detail(&row, NULL, EN), "Jansen, Petra · Mon 20 July (in 5 days)");
  row = row_in(0);
  expect(kp_agenda_detail(&row, NULL, EN), "Jansen, Petra · Wed 15 July (today)");
}

static void test_the_summary_leaves_out_what_is_none(void **state) {
  (void)state;
  kp_agenda_view view = {.counts = {3, 1, 2, 4}, .total = 10};
  expect(kp_agenda_late(&view, EN), "3 late");
  expect(kp_agenda_late(&view, NL), "3 te laat");
  expect(kp_agenda_summary(&view, EN), "1 today · 2 this week · 4 later");
  expect(kp_agenda_summary(&view, NL), "1 vandaag · 2 deze week · 4 later");
  expect(kp_agenda_to_come(&view, EN), "7 to come");
  view = (kp_agenda_view){.counts = {0, 0, 0, 10000}, .total = 10000};
  expect(kp_agenda_late(&view, EN), "");
  expect(kp_agenda_summary(&view, NL), "10.000 later");
  view = (kp_agenda_view){.counts = {0}};
  expect(kp_agenda_summary(&view, EN), "");
}

static kp_date on(int year, int month, int day) {
  return (kp_date){year, month, day};
}

static void expect_postponed(kp_date today, kp_agenda_delay delay, kp_date wanted) {
  kp_date got = kp_agenda_postponed(delay, today);
  assert_int_equal(kp_date_serial(got), kp_date_serial(wanted));
}

static void test_days_to_put_off_to(void **state) {
  (void)state;
  expect_postponed(on(2026, 11, 30), KP_AGENDA_TOMORROW, on(2026, 12, 1));
  expect_postponed(on(2026, 11, 30), KP_AGENDA_NEXT_WEEK, on(2026, 12, 7));
  expect_postponed(on(2026, 11, 30), KP_AGENDA_TWO_WEEKS, on(2026, 12, 14));
  expect_postponed(on(2026, 11, 30), KP_AGENDA_END_OF_MONTH, on(2026, 12, 31)); /* not today */
  expect_postponed(on(2026, 11, 29), KP_AGENDA_END_OF_MONTH, on(2026, 11, 30));
  expect_postponed(on(2026, 12, 31), KP_AGENDA_TOMORROW, on(2027, 1, 1));
  expect_postponed(on(2026, 12, 31), KP_AGENDA_END_OF_MONTH, on(2027, 1, 31));
  expect_postponed(on(2028, 2, 1), KP_AGENDA_END_OF_MONTH, on(2028, 2, 29));
  expect_postponed(on(2026, 12, 2), KP_AGENDA_END_OF_MONTH, on(2026, 12, 31));
}

/* Of the shipped method: an action needs no more than a press, the others must be asked. */
static void test_what_is_done_put_off_and_aside(void **state) {
  (void)state;
  mx *book = mx_new();
  static const struct {
    const char *source;
    bool at_once, postponable;
    const char *aside;
  } wanted[] = {{"action", true, true, "On hold"},
                {"helped", false, false, "On hold"},
                {"agenda", false, true, NULL},
                {"wave", false, false, NULL}};
  size_t seen = 0;
  for (size_t i = 0; i < book->method->source_count; i++)
    for (size_t k = 0; k < sizeof wanted / sizeof *wanted; k++) {
      const kp_method_source *source = book->method->sources[i];
      if (strcmp(source->key, wanted[k].source) != 0)
        continue;
      seen++;
      const kp_method_item *aside = kp_agenda_aside(source);
      assert_int_equal(kp_agenda_at_once(source), wanted[k].at_once);
      assert_int_equal(kp_agenda_postponable(source), wanted[k].postponable);
      assert_int_equal(aside != NULL, wanted[k].aside != NULL);
      if (aside != NULL)
        assert_string_equal(aside->name.in[EN], wanted[k].aside);
    }
  assert_int_equal(seen, sizeof wanted / sizeof *wanted);
  mx_free(book);
}

static void test_how_often_it_was_put_off(void **state) {
  (void)state;
  mx *book = mx_new();
  const kp_method_table *actions = kp_method_role_table(book->method, KP_ROLE_ACTION);
  const kp_method_column *deadline = kp_method_find_column(actions, "deadline");
  mx_put(book, "actions", "id=A-00001|action=What|owner=Kees|status=To do|deadline=@-1");
  assert_int_equal(kp_agenda_times_postponed(book->method, &book->rows, deadline, "A-00001"), 0);
  mx_put(book, "log", "row=A-00001|field=Deadline|was=2026-07-01|becomes=2026-07-08");
  mx_put(book, "log", "row=A-00001|field=Deadline|was=2026-07-08|becomes=2026-07-14");
  mx_put(book, "log", "row=A-00001|field=Owner|was=Kees|becomes=Anna");
  mx_put(book, "log", "row=A-00002|field=Deadline|was=2026-07-08|becomes=2026-07-14");
  mx_put(book, "log", "row=A-00001|field=Deadline|becomes=2026-07-14"); /* its first day */
  assert_int_equal(kp_agenda_times_postponed(book->method, &book->rows, deadline, "A-00001"), 2);
  mx_free(book);
}

static void test_cell_names(void **state) {
  (void)state;
  char name[KP_AGENDA_CELL_SIZE];
  assert_true(kp_agenda_cell(0, 0, name));
  assert_string_equal(name, "A1");
  assert_true(kp_agenda_cell(25, 11, name));
  assert_string_equal(name, "Z12");
  assert_true(kp_agenda_cell(26, 0, name));
  assert_string_equal(name, "AA1");
  assert_true(kp_agenda_cell(1023, 1048575, name));
  assert_string_equal(name, "AMJ1048576");
  assert_true(kp_agenda_cell(16383, 0, name));
  assert_string_equal(name, "XFD1");
  assert_false(kp_agenda_cell(-1, 0, name));
  assert_false(kp_agenda_cell(0, -1, name));
}

static void test_a_short_list_takes_little_room(void **state) {
  (void)state;
  assert_int_equal(kp_pane_lines(0), 3);
  assert_int_equal(kp_pane_lines(1), 3);
  assert_int_equal(kp_pane_lines(4), 5); /* and the scroll bar */
  assert_int_equal(kp_pane_lines(9), 10);
  assert_int_equal(kp_pane_lines(10000), 10);
}

/* ------------------------------------------------------------------------------------- the list */

static void put_action(mx *book, int number, int days) {
  char row[200];
  snprintf(row, sizeof row, "id=A-%05d|action=What %d|deadline=@%+d|status=To do|owner=Petra",
           number, number, days);
  mx_put(book, "actions", row);
}

static kp_agenda_view view_of(mx *book, size_t most) {
  kp_method_book *opened = kp_method_book_new(book->method, &book->rows, mx_today);
  kp_method_agenda agenda = {NULL, 0};
  kp_agenda_view view;
  assert_true(kp_method_book_agenda(opened, NULL, KP_AGENDA_HORIZON, &agenda));
  assert_true(kp_agenda_view_fill(&agenda, most, &view));
  kp_method_agenda_clear(&agenda);
  kp_method_book_free(opened);
  return view;
}

static void test_overdue_first_and_cut_off(void **state) {
  (void)state;
  mx *book = mx_new();
  const int days[] = {20, -1, 3, 0, -9, 1};
  for (int i = 0; i < 6; i++)
    put_action(book, i, days[i]);
  kp_agenda_view view = view_of(book, 4);
  assert_int_equal(view.count, 4);
  assert_int_equal(view.total, 6);
  assert_string_equal(view.rows[0].id, "A-00004");
  assert_string_equal(view.rows[1].id, "A-00001");
  assert_string_equal(view.rows[2].id, "A-00003");
  assert_int_equal(view.counts[KP_METHOD_OVERDUE], 2);
  assert_int_equal(view.counts[KP_METHOD_TODAY], 1);
  assert_int_equal(view.counts[KP_METHOD_THIS_WEEK], 2);
  assert_int_equal(view.counts[KP_METHOD_LATER], 1); /* counted though not shown */
  expect(kp_text_counted(KP_TEXT_TODAY_MORE, view.total - view.count, EN), "Show more (2)…");
  mx_clear(book); /* texts are the view's own */
  assert_string_equal(view.rows[0].what, "What 4");
  kp_agenda_view_clear(&view);
  mx_free(book);
}

static void test_same_or_not(void **state) {
  (void)state;
  mx *book = mx_new();
  put_action(book, 1, -1);
  put_action(book, 2, 1);
  kp_agenda_view one = view_of(book, 10);
  kp_agenda_view two = view_of(book, 10);
  assert_true(kp_agenda_view_same(&one, &two));
  kp_agenda_view_clear(&two);
  mx_set(book, "actions", 1, "owner=Kees");
  two = view_of(book, 10);
  assert_false(kp_agenda_view_same(&one, &two));
  kp_agenda_view_clear(&two);
  two = view_of(book, 1);
  assert_false(kp_agenda_view_same(&one, &two));
  kp_agenda_view_clear(&two);
  kp_agenda_view_clear(&one);
  mx_free(book);
}

static void test_a_key_finds_its_row_again(void **state) {
  (void)state;
  mx *book = mx_new();
  put_action(book, 1, -1);
  put_action(book, 2, -2);
  mx_put(book, "actions", "action=Typed by hand|deadline=@-3|status=To do");
  kp_agenda_view view = view_of(book, 10);
  char *key = kp_agenda_key(&view.rows[2]);
  assert_string_equal(key, "action/A-00001");
  assert_int_equal(kp_agenda_find(&view, key), 2);
  char *bare = kp_agenda_key(&view.rows[0]);
  assert_string_equal(bare, "action/#2");
  assert_int_equal(kp_agenda_find(&view, bare), 0);
  assert_int_equal(kp_agenda_find(&view, "helped/A-00001"), view.count);
  assert_int_equal(kp_agenda_find(&view, NULL), view.count);
  const kp_method_source *source = NULL;
  const char *id = NULL;
  assert_true(kp_agenda_parse(book->method, key, &source, &id));
  assert_string_equal(source->key, "action");
  assert_string_equal(id, "A-00001");
  assert_false(kp_agenda_parse(book->method, bare, &source, &id));
  assert_false(kp_agenda_parse(book->method, "act/A-00001", &source, &id));
  assert_false(kp_agenda_parse(book->method, "action/", &source, &id));
  assert_false(kp_agenda_parse(book->method, "", &source, &id));
  assert_false(kp_agenda_parse(book->method, NULL, &source, &id));
  free(bare);
  free(key);
  kp_agenda_view_clear(&view);
  mx_free(book);
}

/* ------------------------------------------------------------------------------------ what next */

static void expect_left(mx *book, kp_language language, const char *chosen, const char *title,
                        const char *step, const char *id) {
  kp_agenda_left left;
  kp_method_book *opened = kp_method_book_new(book->method, &book->rows, mx_today);
  assert_true(kp_agenda_left_off(opened, book->method, &book->rows, chosen, language, &left));
  assert_string_equal(left.title, title);
  assert_int_equal(strncmp(left.step, step, strlen(step)), 0);
  assert_string_equal(left.id, id);
  kp_agenda_left_clear(&left);
  kp_method_book_free(opened);
}

static void test_where_people_left_off(void **state) {
  (void)state;
  mx *book = mx_new();
  expect_left(book, EN, NULL, "", "Next", "");
  mx_put(book, "focus", "id=F-00001|focus=Parked|status=Parked");
  mx_put(book, "focus", "id=F-00002|focus=Idea|status=Proposed");
  mx_put(book, "focus", "id=F-00003|focus=Over|status=Completed");
  expect_left(book, EN, NULL, "Idea", "Step ", "F-00002");
  mx_put(book, "focus", "id=F-00004|focus=Access|status=Active");
  expect_left(book, NL, NULL, "Access", "Stap ", "F-00004");
  /* What was worked on last goes before what is furthest, while it is on its way. */
  expect_left(book, EN, "F-00002", "Idea", "Step ", "F-00002");
  expect_left(book, EN, "F-00003", "Access", "Step ", "F-00004");
  expect_left(book, EN, "loose", "Access", "Step ", "F-00004");
  mx_free(book);
}

/* Rows of both are looked at, those under way first. */
static void test_left_off_in_two_practices(void **state) {
  (void)state;
  mx *book = mx_two();
  mx_put(book, "praise", "id=L-00001|what=Friendly|status=Heard");
  expect_left(book, EN, NULL, "Friendly", "Step ", "L-00001");
  mx_put(book, "focus", "id=F-00001|focus=Access|status=Active");
  expect_left(book, EN, NULL, "Access", "Step ", "F-00001");
  book->off = "structural";
  expect_left(book, EN, NULL, "Friendly", "Step ", "L-00001");
  mx_free(book);
}

static void test_no_step_without_its_practice(void **state) {
  (void)state;
  mx *book = mx_new();
  book->off = "structural";
  expect_left(book, EN, NULL, "", "", "");
  mx_free(book);
}

/* ------------------------------------------------------------------------------------ answering */

static char *cell(void *data, const kp_method_column *column) {
  const mx *book = data;
  kp_method_cell found = book->rows.cell(book->rows.data, column, 0);
  return strdup(found.kind == KP_METHOD_WORDS ? found.text : "");
}

/* An answer for the action table: done, by me, checked again in two weeks, and the owner as the
 * helper. */
static void test_the_values_of_an_answer(void **state) {
  (void)state;
  mx *book = mx_new();
  mx_put(book, "actions", "id=A-00001|action=What|owner=Kees|status=To do|deadline=@-1");
  const kp_method_preset presets[] = {
      {.column = mx_column(book, "actions", "status"), .value = "done"},
      {.column = mx_column(book, "actions", "owner"), .value = "me"},
      {.column = mx_column(book, "actions", "done_on"), .value = "today+14"},
      {.column = mx_column(book, "actions", "helpers"),
       .from = mx_column(book, "actions", "owner")},
      {.column = mx_column(book, "actions", "solution"),
       .from = mx_column(book, "actions", "solution")},
  };
  const kp_method_preset *const list[] = {&presets[0], &presets[1], &presets[2], &presets[3],
                                          &presets[4]};
  const kp_method_source source = {
      .key = "x", .table = mx_table(book, "actions"), .answers = list, .answer_count = 5};
  kp_agenda_answers answers;
  assert_true(kp_agenda_answerable(&source));
  assert_true(kp_agenda_answers_fill(
      &source,
      &(kp_agenda_asker){.me = "Petra", .words = EN, .today = mx_today, .cell = cell, .data = book},
      &answers));
  assert_int_equal(answers.count, 4); /* the blank one is left out */
  assert_string_equal(answers.values[0].key, "status");
  assert_string_equal(answers.values[0].text, "Done");
  assert_string_equal(answers.values[1].text, "Petra");
  assert_string_equal(answers.values[2].text, "2026-07-29");
  assert_string_equal(answers.values[3].text, "Kees");
  kp_agenda_answers_clear(&answers);
  const kp_method_source bare = {.key = "y", .table = mx_table(book, "actions")};
  assert_false(kp_agenda_answerable(&bare));
  mx_free(book);
}

static bool wants_note(mx *book, const char *status) {
  const kp_method_preset preset = {.column = mx_column(book, "actions", "status"), .value = status};
  const kp_method_preset *const list[] = {&preset};
  const kp_method_source source = {
      .key = "x", .table = mx_table(book, "actions"), .answers = list, .answer_count = 1};
  kp_method_book *opened = kp_method_book_new(book->method, &book->rows, mx_today);
  kp_agenda_answers answers;
  assert_true(kp_agenda_answers_fill(
      &source,
      &(kp_agenda_asker){.me = "", .words = EN, .today = mx_today, .cell = cell, .data = book},
      &answers));
  bool wanted = kp_agenda_wants_note(opened, book->rows.language, &source, 0, &answers, mx_today);
  kp_agenda_answers_clear(&answers);
  kp_method_book_free(opened);
  return wanted;
}

static void test_a_note_when_the_rules_want_one(void **state) {
  (void)state;
  mx *book = mx_new();
  mx_put(book, "actions",
         "id=A-00001|action=Call every customer|owner=Kees|status=In progress|deadline=@3");
  assert_false(wants_note(book, "done"));
  assert_true(wants_note(book, "todo")); /* a step back */
  mx_free(book);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_how_late),
      cmocka_unit_test(test_numbers),
      cmocka_unit_test(test_what_a_row_is),
      cmocka_unit_test(test_the_detail_says_the_rest),
      cmocka_unit_test(test_the_summary_leaves_out_what_is_none),
      cmocka_unit_test(test_cell_names),
      cmocka_unit_test(test_a_short_list_takes_little_room),
      cmocka_unit_test(test_overdue_first_and_cut_off),
      cmocka_unit_test(test_same_or_not),
      cmocka_unit_test(test_a_key_finds_its_row_again),
      cmocka_unit_test(test_where_people_left_off),
      cmocka_unit_test(test_days_to_put_off_to),
      cmocka_unit_test(test_what_is_done_put_off_and_aside),
      cmocka_unit_test(test_how_often_it_was_put_off),
      cmocka_unit_test(test_left_off_in_two_practices),
      cmocka_unit_test(test_no_step_without_its_practice),
      cmocka_unit_test(test_the_values_of_an_answer),
      cmocka_unit_test(test_a_note_when_the_rules_want_one),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
