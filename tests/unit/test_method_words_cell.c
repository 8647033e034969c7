/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule words that look at one cell, both sides of each. */
#include "method_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void test_required(void **state) {
  (void)state;
  mx *book = mx_trial(
      MX_RULE("table='p' check='required' column='name'", "<when column='yes' is='yes'/>"));
  mx_refuses(book, "p", "yes=Yes");
  mx_refuses(book, "p", "yes=ja|name= \xC2\xA0 ");
  mx_accepts(book, "p", "yes=Yes|name=x");
  mx_accepts(book, "p", "yes=No");
  mx_accepts(book, "p", "yes=Yes|name=?");
  assert_true(mx_required(book, "p", "yes=Yes", "name"));
  assert_true(mx_required(book, "p", "yes=Yes|name=there", "name"));
  assert_false(mx_required(book, "p", "yes=No", "name"));
  mx_free(book);
}

static void test_is_date(void **state) {
  (void)state;
  mx *book = mx_trial("");
  static const char *const bad[] = {"day=tomorrow", "day=2026-07-15", "day=#-1",    "day=#1",
                                    "day=!",        "day=#2958466",   "day=#1e300", "day=#nan"};
  static const char *const good[] = {"day=@0",       "day=#2", "day=#2958465",
                                     "day=#46000.5", "day=",   "day=?"};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    mx_enter(book, "p", bad[i]);
    mx_expect(book, "p_day_is-date", KP_METHOD_REFUSE, "day");
  }
  for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
    mx_enter(book, "p", good[i]);
    mx_expect_silent(book, "p_day_is-date");
  }
  mx_free(book);
}

static void test_is_number(void **state) {
  (void)state;
  mx *book = mx_trial("");
  static const char *const bad[] = {"n=many", "n=#0.99", "n=5,01", "n=!",  "n=1.000,5",
                                    "n=0x2",  "n=1e0",   "n=-",    "n=nan"};
  static const char *const good[] = {"n=#1", "n=#5", "n=4,5", "n= 4.5 ",
                                     "n=+2", "n=",   "n=1,",  "m=-7,25"};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    mx_enter(book, "p", bad[i]);
    mx_expect(book, "p_n_is-number", KP_METHOD_REFUSE, "n");
  }
  for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
    mx_enter(book, "p", good[i]);
    mx_expect_nothing(book);
  }
  mx_free(book);
}

/* A rule may be stricter than the column. */
static void test_is_number_with_own_bounds(void **state) {
  (void)state;
  mx *book = mx_trial(MX_RULE("table='p' check='is-number' column='n' least='2' most='most'", ""));
  mx_refuses(book, "p", "n=#1");
  mx_accepts(book, "p", "n=#2");
  mx_refuses(book, "p", "n=#3");
  book->setting = "most";
  book->value = 4;
  mx_accepts(book, "p", "n=#3");
  mx_free(book);
}

static void test_in_list(void **state) {
  (void)state;
  mx *book = mx_trial("");
  mx_enter(book, "p", "status=Newish");
  mx_expect(book, "p_status_in-list", KP_METHOD_REFUSE, "status");
  mx_enter(book, "p", "status=#3");
  mx_expect(book, "p_status_in-list", KP_METHOD_REFUSE, "status");
  mx_enter(book, "p", "status= NEW ");
  mx_expect_nothing(book);
  /* the word of the other language is understood, but formulas in the sheet do not see it */
  mx_enter(book, "p", "status=Nieuw");
  mx_expect(book, "p_status_in-list", KP_METHOD_REFUSE, "status");
  book->rows.language = KP_LANGUAGE_NL;
  mx_enter(book, "p", "status=Nieuw");
  mx_expect_nothing(book);
  mx_enter(book, "p", "yes=Nee");
  mx_expect_nothing(book);
  mx_free(book);
}

static void test_in_open_list(void **state) {
  (void)state;
  mx *book = mx_trial("");
  mx_put(book, "lists", "unit=North");
  mx_put(book, "lists", "person=Petra");
  mx_enter(book, "p", "unit=South");
  mx_expect(book, "p_unit_in-list", KP_METHOD_WARN, "unit");
  mx_enter(book, "p", "unit=north");
  mx_expect_nothing(book);
  mx_enter(book, "p", "unit=Whole");
  mx_expect_nothing(book);
  mx_free(book);
}

static void test_text_length(void **state) {
  (void)state;
  mx *book =
      mx_trial(MX_RULE("table='p' check='text-length' column='name' least='3' most='5'", ""));
  mx_refuses(book, "p", "name=ab");
  mx_accepts(book, "p", "name=abc");
  mx_accepts(book, "p", "name=éééé€");
  mx_refuses(book, "p", "name=abcdef");
  mx_accepts(book, "p", "name=");
  char row[2100] = "story=";
  memset(row + 6, 'x', KP_TEXT_MAXIMUM);
  mx_enter(book, "p", row);
  mx_expect_nothing(book);
  row[6 + KP_TEXT_MAXIMUM] = 'x';
  mx_enter(book, "p", row);
  mx_expect(book, "p_story_text-length", KP_METHOD_REFUSE, "story");
  mx_free(book);
}

static void test_ids(void **state) {
  (void)state;
  mx *book = mx_trial("");
  static const char *const bad[] = {"id=P-1234",          "id=C-12345", "id=P12345",  "id=P-1234a",
                                    "id=P-1234567890123", "id=p-12345", "id=P-12 45", "id=#12345"};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    mx_enter(book, "p", bad[i]);
    mx_expect(book, "p_id_valid-id", KP_METHOD_REFUSE, "id");
  }
  mx_enter(book, "p", "id=P-7K3Q2");
  mx_expect_nothing(book);
  mx_enter(book, "p", "name=the writer gives the ID");
  mx_expect_nothing(book);
  mx_put(book, "p", "id=P-7K3Q2|name=a");
  mx_enter(book, "p", "id=P-7K3Q2|name=b");
  mx_expect(book, "p_id_unique", KP_METHOD_REFUSE, "id");
  mx_change(book, "p", 0, "id=P-7K3Q2|name=b", NULL);
  mx_expect_nothing(book);
  mx_free(book);
}

static void test_exists(void **state) {
  (void)state;
  mx *book = mx_trial("");
  mx_put(book, "p", "id=P-11111|name=a");
  mx_enter(book, "c", "p=P-22222");
  mx_expect(book, "c_p_exists", KP_METHOD_REFUSE, "p");
  mx_enter(book, "c", "p=#5");
  mx_expect(book, "c_p_exists", KP_METHOD_REFUSE, "p");
  mx_enter(book, "c", "p=P-11111");
  mx_expect_nothing(book);
  book->sheets[mx_table(book, "p")->index].missing = true;
  mx_enter(book, "c", "p=P-22222");
  mx_expect_nothing(book);
  mx_free(book);
}

static void test_no_error(void **state) {
  (void)state;
  mx *book = mx_trial("");
  mx_put(book, "p", "id=P-11111|sum=!");
  mx_check(book);
  mx_expect(book, "p_sum_no-error", KP_METHOD_WARN, "sum");
  mx_clear(book);
  mx_put(book, "p", "id=P-11111|sum=#3");
  mx_check(book);
  mx_expect_nothing(book);
  mx_free(book);
}

static void test_in_workbook(void **state) {
  (void)state;
  mx *book = mx_trial(MX_RULE("table='p' check='in-workbook' column='name'", ""));
  static const char *const inside[] = {
      "Responses.G2:G500", "$Responses.$G$2:$G$500", "'Survey (2026)'.G2:G500", "Responses!G2:G500",
      "scores_q1",         "Team 'North'.A1"};
  static const char *const outside[] = {"https://example.invalid/scores.ods",
                                        "'file:///tmp/x.ods'#$Sheet1.A1:A3",
                                        "file:///tmp/x.ods#$Sheet1.A1",
                                        "'x.ods'#Sheet1.A1",
                                        "[x.xlsx]Sheet1!A1",
                                        "'C:\\x\\[x.xlsx]Sheet1'!A1",
                                        "\\\\server\\share",
                                        "WEBSERVICE(\"http://example.invalid/\")"};
  for (size_t i = 0; i < sizeof inside / sizeof *inside; i++) {
    char row[100];
    snprintf(row, sizeof row, "name=%s", inside[i]);
    mx_accepts(book, "p", row);
  }
  for (size_t i = 0; i < sizeof outside / sizeof *outside; i++) {
    char row[100];
    snprintf(row, sizeof row, "name=%s", outside[i]);
    mx_refuses(book, "p", row);
  }
  mx_accepts(book, "p", "name=");
  mx_free(book);
}

static void test_one_person(void **state) {
  (void)state;
  mx *book = mx_trial("");
  static const char *const several[] = {"Petra/Jan",        "Petra & Jan",   "Petra + Jan",
                                        "Petra; Jan",       "Petra and Jan", "Petra en Jan",
                                        "Petra EN Jan",     "team",          "Team Noord",
                                        "het team",         "iedereen",      "Everyone",
                                        "Jan, Petra, Kees", "Petra\nJan",    "(team)"};
  static const char *const one[] = {"Petra",    "Petra Jansen", "Jansen, Petra", "P. de Vries",
                                    "Andersen", "Een Steen",    "Teamster",      "Mary-Ann O'Neill",
                                    "Ben",      "Jan en"};
  for (size_t i = 0; i < sizeof several / sizeof *several; i++) {
    char row[100];
    snprintf(row, sizeof row, "who=%s", several[i]);
    mx_enter(book, "p", row);
    mx_expect(book, "p_who_one-person", KP_METHOD_REFUSE, "who");
  }
  for (size_t i = 0; i < sizeof one / sizeof *one; i++) {
    char row[100];
    snprintf(row, sizeof row, "who=%s", one[i]);
    mx_enter(book, "p", row);
    mx_expect_nothing(book);
  }
  mx_free(book);
}

/* A name from the list is one person, whatever its punctuation. */
static void test_known_person(void **state) {
  (void)state;
  mx *book = mx_trial("");
  mx_put(book, "lists", "person=Jansen, Petra");
  mx_put(book, "lists", "person=Vries & Zoon");
  mx_put(book, "lists", "person=Kees");
  mx_put(book, "lists", "person=Team Noord");
  static const char *const known[] = {"Jansen, Petra", "jansen,petra", "Petra Jansen",
                                      "Vries & Zoon",  "Vries Zoon",   "KEES",
                                      "Kees.",         "Team Noord"};
  for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
    char row[100];
    snprintf(row, sizeof row, "who=%s", known[i]);
    mx_enter(book, "p", row);
    mx_expect_nothing(book);
  }
  mx_enter(book, "p", "who=Klaas");
  mx_expect(book, "p_who_known-person", KP_METHOD_WARN, "who");
  /* a comma between two people from the list is an enumeration */
  mx_enter(book, "p", "who=Kees, Petra Jansen");
  mx_expect(book, "p_who_one-person", KP_METHOD_REFUSE, "who");
  mx_expect_silent(book, "p_who_known-person");
  mx_enter(book, "p", "who=Team Zuid");
  mx_expect(book, "p_who_one-person", KP_METHOD_REFUSE, "who");
  mx_free(book);
}

static void test_unique(void **state) {
  (void)state;
  mx *book = mx_trial(MX_RULE("table='p' check='unique' column='name' per='unit day'", ""));
  mx_put(book, "p", "id=P-11111|name=Same|unit=Whole|day=@1");
  mx_refuses(book, "p", "name=same|unit=Whole|day=@1");
  mx_accepts(book, "p", "name=same|unit=Whole|day=@2");
  mx_accepts(book, "p", "name=same|unit=North|day=@1");
  mx_accepts(book, "p", "unit=Whole|day=@1");
  mx_put(book, "p", "id=P-22222|name=SAME |unit=Whole|day=@1");
  mx_put(book, "p", "id=P-33333|name=SAME |unit=Whole|day=@1");
  mx_check(book);
  assert_int_equal(mx_count(book, "r"), 2);
  assert_int_equal(mx_finding(book, "r")->row, 1);
  mx_change(book, "p", 1, "day=@3", NULL);
  mx_expect_silent(book, "r");
  mx_change(book, "p", 1, "story=x", NULL);
  assert_int_equal(mx_finding(book, "r")->severity, KP_METHOD_WARN);
  mx_free(book);
}

static void test_date_not_past(void **state) {
  (void)state;
  mx *book = mx_trial(MX_RULE("table='p' check='date-not-past' column='day'",
                              "<when column='status' not='done'/>"));
  mx_refuses(book, "p", "day=@-1");
  mx_accepts(book, "p", "day=@0");
  mx_accepts(book, "p", "day=@1");
  mx_accepts(book, "p", "day=@-1|status=Done");
  mx_put(book, "p", "id=P-11111|day=@-9|status=Busy");
  mx_change(book, "p", 0, "name=x", NULL);
  mx_expect_silent(book, "r");
  mx_change(book, "p", 0, "day=@-9|name=x", NULL);
  mx_expect_silent(book, "r");
  mx_change(book, "p", 0, "day=@-8", NULL);
  assert_int_equal(mx_finding(book, "r")->severity, KP_METHOD_REFUSE);
  mx_check(book);
  mx_expect_silent(book, "r");
  mx_free(book);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_required),      cmocka_unit_test(test_is_date),
      cmocka_unit_test(test_is_number),     cmocka_unit_test(test_is_number_with_own_bounds),
      cmocka_unit_test(test_in_list),       cmocka_unit_test(test_in_open_list),
      cmocka_unit_test(test_text_length),   cmocka_unit_test(test_ids),
      cmocka_unit_test(test_exists),        cmocka_unit_test(test_no_error),
      cmocka_unit_test(test_in_workbook),   cmocka_unit_test(test_one_person),
      cmocka_unit_test(test_known_person),  cmocka_unit_test(test_unique),
      cmocka_unit_test(test_date_not_past),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
