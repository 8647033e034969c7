/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check of a whole workbook: what people break by hand, and how much work it is. */
#include "method_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void test_broken_and_duplicate_ids(void **state) {
  (void)state;
  mx *book = mx_new();
  mx_sound(book);
  size_t missing = mx_put(book, "projects", "name=By hand");
  size_t broken = mx_put(book, "projects", "id=P-1|name=Cut off");
  size_t foreign = mx_put(book, "projects", "id=A-11111|name=Pasted");
  size_t twice = mx_put(book, "projects", "id= p-11111 |name=Copied");
  mx_check(book);
  assert_int_equal(book->findings.count, 5); /* the copied one is broken and double */
  assert_int_equal(mx_finding(book, "projects_id_has-id")->row, missing);
  mx_expect(book, "projects_id_has-id", KP_METHOD_WARN, "id");
  assert_int_equal(mx_count(book, "projects_id_valid-id"), 3);
  assert_int_equal(mx_finding(book, "projects_id_valid-id")->row, broken);
  assert_string_equal(mx_finding(book, "projects_id_valid-id")->id, "P-1");
  assert_int_equal(mx_finding(book, "projects_id_unique")->row, twice);
  mx_expect(book, "projects_id_unique", KP_METHOD_REFUSE, "id");
  (void)foreign;
  mx_free(book);
}

static void test_alien_words(void **state) {
  (void)state;
  mx *book = mx_new();
  mx_sound(book);
  mx_set(book, "actions", 0, "status=almost|deadline=next week");
  mx_check(book);
  const kp_method_finding *status = mx_finding(book, "actions_status_in-list");
  assert_string_equal(status->id, "A-11111");
  assert_string_equal(status->table->key, "actions");
  assert_int_equal(status->severity, KP_METHOD_REFUSE);
  assert_string_equal(
      status->message,
      "“almost” is not in this list. Choose: To do, In progress, Done, On hold, Cancelled.");
  mx_expect(book, "actions_deadline_is-date", KP_METHOD_REFUSE, "deadline");
  assert_string_equal(mx_finding(book, "actions_deadline_is-date")->message,
                      "“Deadline”: “next week” is not a date. Type for example 31-12 or friday.");
  assert_int_equal(book->findings.count, 2);
  mx_free(book);
}

static void test_orphans(void **state) {
  (void)state;
  mx *book = mx_new();
  mx_sound(book);
  mx_set(book, "actions", 0, "solution=O-99999|focus=F-99999");
  mx_check(book);
  mx_expect(book, "actions_solution_exists", KP_METHOD_REFUSE, "solution");
  assert_string_equal(mx_finding(book, "actions_focus_exists")->message,
                      "“F-99999” refers to a row that does not exist.");
  assert_int_equal(book->findings.count, 2);
  mx_free(book);
}

static void test_blank_rows_are_passed_over(void **state) {
  (void)state;
  mx *book = mx_new();
  mx_sound(book);
  mx_put(book, "actions", "");
  mx_put(book, "actions", "overdue=!"); /* a formula alone is no row */
  mx_put(book, "actions", "owner= ");
  mx_check(book);
  mx_expect_nothing(book);
  mx_free(book);
}

/* Sheets and columns that are gone are told by whoever looks for them, not a thousand times. */
static void test_missing_tables_and_columns(void **state) {
  (void)state;
  mx *book = mx_new();
  mx_sound(book);
  book->sheets[mx_table(book, "agenda")->index].missing = true;
  book->sheets[mx_table(book, "projects")->index].missing = true;
  mx_set(book, "focus", 0, "status=Secured|quote=?|lead=?|project=P-44444");
  mx_check(book);
  mx_expect_silent(book, "focus_stay_secured");
  mx_expect_silent(book, "focus_quote");
  mx_expect_silent(book, "focus_lead_required");
  mx_expect_silent(book, "focus_project_exists");
  for (size_t i = 0; i < MX_TABLES; i++)
    book->sheets[i].missing = true;
  mx_check(book);
  mx_expect_nothing(book);
  for (size_t i = 0; i < MX_TABLES; i++)
    book->sheets[i].missing = false;
  mx_free(book);
}

static void test_order_and_languages(void **state) {
  (void)state;
  mx *book = mx_new();
  mx_put(book, "actions", "id=A-22222|owner=team|deadline=soon|action=Something concrete");
  mx_put(book, "actions", "id=A-11111|owner=team|deadline=soon|action=Something concrete");
  mx_put(book, "goals", "id=G-1|reason=r|shared=No");
  kp_method_book *opened = kp_method_book_new(book->method, &book->rows, mx_today);
  assert_true(kp_method_check_book(opened, KP_LANGUAGE_NL, &book->findings));
  kp_method_book_free(opened);
  assert_true(book->findings.count > 6);
  for (size_t i = 1; i < book->findings.count; i++) {
    const kp_method_finding *one = &book->findings.list[i - 1];
    const kp_method_finding *other = &book->findings.list[i];
    assert_true(one->table->index <= other->table->index);
    if (one->table == other->table && one->row == other->row)
      assert_true(one->column->index <= other->column->index);
    if (one->table == other->table)
      assert_true(one->row <= other->row);
  }
  assert_string_equal(mx_finding(book, "goals_goal_required")->message, "Vul “Doel” in.");
  assert_string_equal(mx_finding(book, "actions_owner_one-person")->message,
                      "Kies één persoon bij “Eigenaar”. Anderen kunnen helpen, maar één persoon is "
                      "verantwoordelijk.");
  mx_free(book);
}

static void test_a_dutch_workbook(void **state) {
  (void)state;
  mx *book = mx_new();
  book->rows.language = KP_LANGUAGE_NL;
  mx_put(book, "actions",
         "id=A-11111|action=Bel alle klanten|owner=Petra|deadline=@-3"
         "|status=Gereed|done_on=@-3|focus=F-11111|solution=O-11111");
  mx_put(book, "actions",
         "id=A-22222|action=Bel alle klanten|owner=Petra|deadline=@3"
         "|status=Done|done_on=@-3|focus=F-11111|solution=O-11111");
  mx_check(book);
  assert_int_equal(mx_count(book, "actions_status_in-list"), 1);
  assert_string_equal(mx_finding(book, "actions_status_in-list")->id, "A-22222");
  mx_free(book);
}

/* --------------------------------------------------------------------------------------- effort */

static size_t reads;
static kp_method_cell (*real_cell)(void *data, const kp_method_column *column, size_t row);

static kp_method_cell counting_cell(void *data, const kp_method_column *column, size_t row) {
  reads++;
  return real_cell(data, column, row);
}

/* `count` actions that all point at the same rows, half of them wrong: the worst for rules that
 * look at other rows. */
static size_t effort(size_t count) {
  mx *book = mx_new();
  mx_sound(book);
  for (size_t i = 0; i < count; i++) {
    char row[300];
    snprintf(row, sizeof row,
             "id=A-%05zu|action=Something to do|owner=%s|deadline=%s|status=%s|focus=F-11111"
             "|solution=%s",
             i + 50000, i % 3 == 0 ? "Petra Jansen" : "Kees en Petra", i % 2 == 0 ? "@4" : "soon",
             i % 5 == 0 ? "Done" : "To do", i % 7 == 0 ? "O-22222" : "O-11111");
    mx_put(book, "actions", row);
    snprintf(row, sizeof row, "id=O-%05zu|focus=F-22222|solution=Same|decision=Open|cause=C-11111",
             i + 50000);
    mx_put(book, "solutions", row);
    snprintf(row, sizeof row, "id=F-%05zu|focus=Same|unit=North|status=Active|wave=M-11111",
             i + 60000);
    mx_put(book, "focus", row);
    snprintf(row, sizeof row, "id=C-%05zu|focus=F-22222|why_number=1|question=Why?", i + 60000);
    mx_put(book, "causes", row);
  }
  real_cell = book->rows.cell;
  book->rows.cell = counting_cell;
  reads = 0;
  mx_check(book);
  assert_true(book->findings.count > count);
  mx_free(book);
  return reads;
}

/* Twice the rows, twice the work. */
static void test_work_grows_with_the_rows_only(void **state) {
  (void)state;
  size_t once = effort(500);
  size_t twice = effort(1000);
  assert_true(once > 0);
  if (twice > 2 * once + once / 10)
    fail_msg("%zu reads for 500 rows, %zu for 1000", once, twice);
}

static void test_find_a_row(void **state) {
  (void)state;
  mx *book = mx_new();
  mx_sound(book);
  size_t row = 99;
  kp_method_book *opened = kp_method_book_new(book->method, &book->rows, mx_today);
  assert_true(kp_method_book_find(opened, mx_table(book, "actions"), "A-22222", &row));
  assert_int_equal(row, 1);
  assert_false(kp_method_book_find(opened, mx_table(book, "actions"), "A-2222", &row));
  assert_false(kp_method_book_find(opened, mx_table(book, "actions"), "", &row));
  assert_false(kp_method_book_find(opened, mx_table(book, "log"), "A-22222", &row));
  kp_method_book_free(opened);
  mx_free(book);
}

static void test_settings_stay_within_bounds(void **state) {
  (void)state;
  mx *book = mx_new();
  const kp_method_setting *whys = kp_method_find_setting(book->method, "whys");
  kp_method_book *opened = kp_method_book_new(book->method, &book->rows, mx_today);
  assert_true(kp_method_book_setting(opened, whys) == 3);
  book->setting = "whys";
  static const double values[][2] = {{0, 1}, {1, 1}, {9, 9}, {10, 9}, {-1e300, 1}};
  for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
    book->value = values[i][0];
    assert_true(kp_method_book_setting(opened, whys) == values[i][1]);
  }
  kp_method_book_free(opened);
  mx_free(book);
}

/* Empty is an error only where the work would stand still: where a step or the agenda looks. */
static void test_what_is_empty_and_blocks(void **state) {
  (void)state;
  mx *book = mx_new();
  mx_sound(book);
  mx_put(book, "actions", "id=A-77777|action=Call them|deadline=@3|status=To do");
  mx_put(book, "solutions", "id=O-77777|focus=F-11111|decision=Parked");
  mx_check(book);
  mx_expect(book, "actions_owner_required", KP_METHOD_REFUSE, "owner");
  mx_expect(book, "solutions_solution_required", KP_METHOD_WARN, "solution");
  mx_expect(book, "action_alone", KP_METHOD_TIP, "solution");
  mx_enter(book, "solutions", "focus=F-11111|decision=Parked");
  mx_expect(book, "solutions_solution_required", KP_METHOD_REFUSE, "solution");
  mx_free(book);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_broken_and_duplicate_ids),
      cmocka_unit_test(test_alien_words),
      cmocka_unit_test(test_orphans),
      cmocka_unit_test(test_blank_rows_are_passed_over),
      cmocka_unit_test(test_missing_tables_and_columns),
      cmocka_unit_test(test_order_and_languages),
      cmocka_unit_test(test_a_dutch_workbook),
      cmocka_unit_test(test_work_grows_with_the_rows_only),
      cmocka_unit_test(test_find_a_row),
      cmocka_unit_test(test_settings_stay_within_bounds),
      cmocka_unit_test(test_what_is_empty_and_blocks),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
