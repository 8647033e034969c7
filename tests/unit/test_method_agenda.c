/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What asks for attention: overdue, today, this week (Wednesday 15 July to Sunday 19), later. */
#include "method_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static kp_method_agenda agenda;

static void gather(mx *book, const char *who, int32_t horizon) {
  kp_method_book *opened = kp_method_book_new(book->method, &book->rows, mx_today);
  kp_method_agenda_clear(&agenda);
  assert_true(kp_method_book_agenda(opened, who, horizon, &agenda));
  kp_method_book_free(opened);
}

static const kp_method_agenda_item *item_of(const char *id) {
  for (size_t i = 0; i < agenda.count; i++)
    if (strcmp(agenda.list[i].id, id) == 0)
      return &agenda.list[i];
  return NULL;
}

static void expect_item(const char *id, const char *source, int32_t days, kp_method_due due) {
  const kp_method_agenda_item *item = item_of(id);
  if (item == NULL)
    fail_msg("%s is not on the agenda", id);
  assert_string_equal(item->source->key, source);
  assert_int_equal(item->days, days);
  assert_int_equal(item->due, due);
}

static void put_action(mx *book, const char *id, const char *values) {
  char row[300];
  snprintf(row, sizeof row, "id=%s|action=What %s|%s", id, id, values);
  mx_put(book, "actions", row);
}

static void test_deadlines(void **state) {
  (void)state;
  mx *book = mx_new();
  put_action(book, "A-00001", "deadline=@-1|status=To do|owner=Petra");
  put_action(book, "A-00002", "deadline=@0|status=In progress|owner=Petra");
  put_action(book, "A-00003", "deadline=@1|status=On hold|owner=Petra");
  put_action(book, "A-00004", "deadline=@4|owner=Petra");
  put_action(book, "A-00005", "deadline=@5|status=To do|owner=Petra");
  put_action(book, "A-00006", "deadline=@15|status=To do|owner=Petra");
  put_action(book, "A-00007", "deadline=@-9|status=Done|owner=Petra");
  put_action(book, "A-00008", "deadline=@-9|status=Vervallen|owner=Petra");
  put_action(book, "A-00009", "deadline=soon|status=To do|owner=Petra");
  put_action(book, "A-00010", "status=To do");
  gather(book, NULL, 14);
  assert_int_equal(agenda.count, 5);
  expect_item("A-00001", "action", -1, KP_METHOD_OVERDUE);
  expect_item("A-00002", "action", 0, KP_METHOD_TODAY);
  expect_item("A-00003", "action", 1, KP_METHOD_THIS_WEEK);
  expect_item("A-00004", "action", 4, KP_METHOD_THIS_WEEK);
  expect_item("A-00005", "action", 5, KP_METHOD_LATER);
  assert_string_equal(agenda.list[0].what, "What A-00001");
  assert_string_equal(agenda.list[0].who, "Petra");
  assert_int_equal(agenda.list[0].date.day, 14);
  for (size_t i = 1; i < agenda.count; i++)
    assert_true(agenda.list[i - 1].days <= agenda.list[i].days);
  gather(book, NULL, 0); /* this week is always in sight */
  assert_int_equal(agenda.count, 4);
  gather(book, NULL, 15);
  assert_int_equal(agenda.count, 6);
  mx_free(book);
}

static void test_mine(void **state) {
  (void)state;
  mx *book = mx_new();
  put_action(book, "A-00001", "deadline=@0|owner=Jansen, Petra");
  put_action(book, "A-00002", "deadline=@0|owner=petra jansen");
  put_action(book, "A-00003", "deadline=@0|owner=Kees");
  put_action(book, "A-00004", "deadline=@0");
  mx_put(book, "agenda", "id=V-00001|meeting=m|next=@2");
  gather(book, "Petra Jansen", 7);
  assert_int_equal(agenda.count, 3); /* a meeting is everyone's */
  assert_null(item_of("A-00003"));
  assert_null(item_of("A-00004"));
  gather(book, NULL, 7);
  assert_int_equal(agenda.count, 5);
  gather(book, "Nobody", 7);
  assert_int_equal(agenda.count, 1);
  mx_free(book);
}

static void test_did_it_help(void **state) {
  (void)state;
  mx *book = mx_new();
  put_action(book, "A-00001", "status=Done|deadline=@-99|check_on=@-2|owner=P");
  put_action(book, "A-00002", "status=Done|deadline=@-99|check_on=@-2|helped=Yes|owner=P");
  put_action(book, "A-00003", "status=To do|check_on=@-2|owner=P");
  gather(book, NULL, 7);
  assert_int_equal(agenda.count, 1);
  expect_item("A-00001", "helped", -2, KP_METHOD_OVERDUE);
  mx_free(book);
}

/* The next agenda date and the next measurement are shown however far ahead. */
static void test_looking_ahead(void **state) {
  (void)state;
  mx *book = mx_new();
  mx_put(book, "agenda", "id=V-00001|meeting=m|next=@200");
  mx_put(book, "agenda", "id=V-00002|meeting=m|next=@100");
  mx_put(book, "agenda", "id=V-00003|meeting=m|next=@-3|until=@-3"); /* over */
  mx_put(book, "waves", "id=M-00001|name=first|next=@-20");          /* followed by … */
  mx_put(book, "waves", "id=M-00002|name=second|next=@160");
  gather(book, NULL, 7);
  assert_int_equal(agenda.count, 2);
  expect_item("V-00002", "agenda", 100, KP_METHOD_LATER);
  expect_item("M-00002", "wave", 160, KP_METHOD_LATER);
  mx_put(book, "agenda", "id=V-00004|meeting=m|next=@-3|until=@30");
  gather(book, NULL, 7);
  expect_item("V-00004", "agenda", -3, KP_METHOD_OVERDUE);
  expect_item("V-00002", "agenda", 100, KP_METHOD_LATER);
  mx_free(book);
}

static void test_a_practice_that_is_off(void **state) {
  (void)state;
  mx *book = mx_new();
  put_action(book, "A-00001", "deadline=@0|owner=P");
  mx_put(book, "waves", "id=M-00001|name=first|next=@3");
  gather(book, NULL, 7);
  assert_int_equal(agenda.count, 2);
  book->off = "structural"; /* actions are the base of every other, and stay */
  gather(book, NULL, 7);
  assert_int_equal(agenda.count, 1);
  expect_item("A-00001", "action", 0, KP_METHOD_TODAY);
  mx_free(book);
}

static int clear(void **state) {
  (void)state;
  kp_method_agenda_clear(&agenda);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_deadlines),
      cmocka_unit_test(test_mine),
      cmocka_unit_test(test_did_it_help),
      cmocka_unit_test(test_looking_ahead),
      cmocka_unit_test(test_a_practice_that_is_off),
  };
  return cmocka_run_group_tests(tests, NULL, clear);
}
