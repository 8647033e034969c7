/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file may say and yet leads nowhere is told with file and line; two practices together. */
#include "method_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HEAD                                                                                       \
  "<method version='1' practice='trial' en='T' nl='T' hint-en='T' hint-nl='T'>\n"                  \
  "<list key='status' statuses='yes' en='S' nl='S'>\n"                                             \
  "<item key='new' step='1' start='yes' en='New' nl='Nieuw'/>\n"                                   \
  "<item key='busy' step='2' en='Busy' nl='Bezig'/>\n"                                             \
  "<item key='done' step='3' end='yes' en='Done' nl='Klaar'/></list>\n"                            \
  "<table key='p' prefix='P' title='name' en='P' nl='P' hint-en='h' hint-nl='h'>\n"                \
  "<column key='name' kind='text' required='yes' en='N' nl='N' hint-en='h' hint-nl='h'/>\n"        \
  "<column key='status' kind='list' list='status' en='S' nl='S' hint-en='h' hint-nl='h'/>\n"       \
  "<column key='unit' kind='text' en='U' nl='U' hint-en='h' hint-nl='h'>\n"
#define REQUIRED "<required><when column='status' is='new'/><message en='m' nl='m'/></required>\n"
#define MIDDLE "</column></table>\n"
#define STEPS                                                                                      \
  "<steps table='p'><step key='s' form='f' en='s' nl='s' hint-en='h' hint-nl='h'/></steps>"

/* The second of two files, read as a method of its own; NULL words: it is good. */
static void expect(const char *bytes, int line, const char *words) {
  kp_method_error error;
  const kp_method_file files[] = {{"common.xml", mx_common, strlen(mx_common)},
                                  {"trial.xml", bytes, strlen(bytes)}};
  kp_method *method = kp_method_read_whole(files, 2, KP_LANGUAGE_EN, &error);
  if (words == NULL && method == NULL)
    fail_msg("%s", error.message);
  if (words != NULL && method != NULL)
    fail_msg("loaded, though: %s", words);
  if (words != NULL) {
    if (strstr(error.message, words) == NULL)
      fail_msg("“%s” does not say “%s”", error.message, words);
    assert_string_equal(error.file, "trial.xml");
    assert_int_equal(error.line, line);
  }
  kp_method_free(method);
}

static void test_a_practice_without_steps(void **state) {
  (void)state;
  expect(HEAD MIDDLE "</method>", 1, "the practice “trial” has no steps");
  expect(HEAD MIDDLE "<form key='f' table='p' columns='name' en='F' nl='F'/>" STEPS "</method>", 0,
         NULL);
}

static void test_a_required_column_that_no_form_shows(void **state) {
  (void)state;
  expect(HEAD MIDDLE "<form key='f' table='p' columns='unit' en='F' nl='F'/>" STEPS "</method>", 7,
         "no form of the table “p” shows “name”");
  /* also when it is required now and then, or by a rule */
  expect(HEAD REQUIRED MIDDLE "<rule key='c' table='p' check='required' column='name'>"
                              "<when column='status' is='busy done'/></rule>"
                              "<form key='f' table='p' columns='name' en='F' nl='F'/>" STEPS
                              "</method>",
         10, "no form of the table “p” shows “unit”");
  /* another form, or a step that sets it, will do */
  expect(HEAD MIDDLE "<form key='f' table='p' columns='unit' en='F' nl='F'/>"
                     "<form key='g' table='p' columns='name' en='F' nl='F'/>" STEPS "</method>",
         0, NULL);
  expect(HEAD MIDDLE "<form key='f' table='p' columns='unit' en='F' nl='F'/><steps table='p'>"
                     "<step key='s' en='s' nl='s' hint-en='h' hint-nl='h'><task form='f'>"
                     "<set column='name' value='n'/></task></step></steps></method>",
         0, NULL);
}

static void test_a_status_that_nothing_counts(void **state) {
  (void)state;
  static const char form[] = "<form key='f' table='p' columns='name unit' en='F' nl='F'/>";
  char bytes[4000];
  snprintf(bytes, sizeof bytes, "%s%s%s%s%s", HEAD REQUIRED MIDDLE, form,
           "<rule key='c' table='p' check='never' column='name'><when column='status' not='done'/>"
           "<message en='m' nl='m'/></rule>",
           STEPS, "</method>");
  expect(bytes, 4, "whether “busy” of the list “status” is still open");
  snprintf(bytes, sizeof bytes, "%s%s%s%s%s", HEAD REQUIRED MIDDLE, form,
           "<rule key='c' table='p' check='never' column='name'><when column='status' ended='no'/>"
           "<message en='m' nl='m'/></rule>",
           STEPS, "</method>");
  expect(bytes, 0, NULL);
}

static void test_a_role_that_lacks_others(void **state) {
  (void)state;
  expect(HEAD MIDDLE "<table key='l' plain='yes' role='log' title='a' en='L' nl='L' hint-en='h' "
                     "hint-nl='h'><column key='a' kind='text' role='when' en='A' nl='A' "
                     "hint-en='h' hint-nl='h'/></table>"
                     "<form key='f' table='p' columns='name' en='F' nl='F'/>" STEPS "</method>",
         11, "the table “l” lacks a column with the role “who”");
}

static void test_roles_are_checked_where_they_stand(void **state) {
  (void)state;
#define TABLE(attributes, column)                                                                  \
  "<method version='1' practice='trial' en='T' nl='T' hint-en='T' hint-nl='T'>\n"                  \
  "<table key='p' prefix='P' title='name' " attributes " en='P' nl='P' hint-en='h' hint-nl='h'>\n" \
  "<column key='name' kind='text' role='reason' en='N' nl='N' hint-en='h' hint-nl='h'/>\n"         \
  "<column key='more' kind='text' " column                                                         \
  " en='M' nl='M' hint-en='h' hint-nl='h'/></table></method>"
#define EXPECT(bytes, line, words)                                                                 \
  mx_expect_error(bytes, strlen(bytes), KP_LANGUAGE_EN, line, words)
  EXPECT(TABLE("role='owl'", ""), 2, "“owl” is not a good value for “role”");
  EXPECT(TABLE("role='reason'", ""), 2, "“reason” is not a good value for “role”");
  EXPECT(TABLE("role='wave'", "role='wave'"), 4, "“wave” is not a good value for “role”");
  EXPECT(TABLE("", "role='reason'"), 4, "“reason” is used twice");
#undef EXPECT
#undef TABLE
}

/* A status that somebody adds to a list counts by itself. */
static void test_ended_counts_what_is_added(void **state) {
  (void)state;
  mx *book = mx_trial("<rule key='r' table='p' check='never' column='name'>"
                      "<when column='status' ended='no'/><message en='m' nl='m'/></rule>");
  mx_refuses(book, "p", "name=n|status=New");
  mx_refuses(book, "p", "name=n|status=Hold");
  mx_refuses(book, "p", "name=n");
  mx_accepts(book, "p", "name=n|status=Done");
  mx_accepts(book, "p", "name=n|status=Out");
  mx_free(book);
}

static void test_two_practices(void **state) {
  (void)state;
  mx *book = mx_two();
  const kp_method_table *praise = mx_table(book, "praise");
  const kp_method_table *focus = mx_table(book, "focus");
  assert_string_equal(kp_method_practice_of(book->method, praise)->key, "praise");
  assert_string_equal(kp_method_practice_of(book->method, focus)->key, "structural");
  assert_null(kp_method_practice_of(book->method, mx_table(book, "actions")));
  assert_ptr_equal(kp_method_table_of_id(book->method, "L-7K3Q2"), praise);
  assert_ptr_equal(kp_method_table_of_id(book->method, "F-7K3Q2"), focus);
  assert_null(kp_method_table_of_id(book->method, "Z-7K3Q2"));
  assert_null(kp_method_table_of_id(book->method, ""));
  assert_string_equal(kp_method_role_table(book->method, KP_ROLE_LOG)->key, "log");

  mx_sound(book);
  size_t row = mx_put(book, "praise", "id=L-11111|what=So friendly|status=Heard|teller=Anna");
  kp_method_book *opened = kp_method_book_new(book->method, &book->rows, mx_today);
  kp_method_progress progress;
  assert_true(kp_method_book_steps(opened, praise, row, KP_LANGUAGE_EN, &progress));
  assert_int_equal(progress.count, 2);
  assert_int_equal(progress.list[0].state, KP_METHOD_DONE);
  assert_int_equal(progress.list[1].state, KP_METHOD_OPEN);
  kp_method_progress_clear(&progress);
  assert_true(kp_method_book_steps(opened, focus, 0, KP_LANGUAGE_EN, &progress));
  assert_int_equal(progress.count, 9);
  kp_method_progress_clear(&progress);
  assert_true(
      kp_method_book_steps(opened, mx_table(book, "actions"), 0, KP_LANGUAGE_EN, &progress));
  assert_int_equal(progress.count, 0);
  kp_method_progress_clear(&progress);
  kp_method_book_free(opened);
  mx_free(book);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_a_practice_without_steps),
      cmocka_unit_test(test_a_required_column_that_no_form_shows),
      cmocka_unit_test(test_a_status_that_nothing_counts),
      cmocka_unit_test(test_a_role_that_lacks_others),
      cmocka_unit_test(test_roles_are_checked_where_they_stand),
      cmocka_unit_test(test_ended_counts_what_is_added),
      cmocka_unit_test(test_two_practices),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
