/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tasks of steps and answers of sources: what is read, and every mistake. */
#include "method_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NAMES "en='f' nl='f'"
#define FORMS                                                                                      \
  "<form key='of_p' table='p' columns='name day' en='Of p' nl='Van p'/>"                           \
  "<form key='of_c' table='c' columns='name day' en='Of c' nl='Van c'/>"
#define STEP "<steps table='p'><step key='s' en='s' nl='s' hint-en='h' hint-nl='h'>"
#define END "</step></steps>"
#define CHAIN(more)                                                                                \
  "<chain question='story' answer='other' en='Why {value}' nl='Hoe {value}' " more "/>"
#define FIRST "first-en='F' first-nl='E' "

static const kp_method_task *task_of(const mx *book, size_t index) {
  assert_int_equal(mx_stepped(book)->step_count, 1);
  assert_true(index < mx_stepped(book)->steps[0]->task_count);
  return mx_stepped(book)->steps[0]->tasks[index];
}

static void test_a_task_with_everything(void **state) {
  (void)state;
  mx *book = mx_trial(FORMS STEP
                      "<task form='of_p' en='Why' nl='Hoe' fills='p'>"
                      "<set column='day' value='today+14'/><set column='p' from='id'/>"
                      "<set column='status' value='new' fixed='yes'/><set column='who' value='me'/>"
                      "<chain number='n' branch='m' question='story' answer='other' about='other' "
                      "first-en='First {value}' first-nl='Eerst {value}' en='Why {value}' "
                      "nl='Hoe {value}'/></task>"
                      "<task form='of_c'/>" END);
  const kp_method_table *p = mx_table(book, "p");
  const kp_method_task *task = task_of(book, 0);
  assert_int_equal(mx_stepped(book)->steps[0]->task_count, 2);
  assert_ptr_equal(mx_stepped(book)->steps[0]->form, task->form);
  assert_string_equal(task->form->key, "of_p");
  assert_string_equal(task->name.in[KP_LANGUAGE_EN], "Why");
  assert_string_equal(task->name.in[KP_LANGUAGE_NL], "Hoe");
  assert_ptr_equal(task->fills, mx_column(book, "p", "p"));
  assert_false(task->itself); /* a row of the same table, but linked to the one in hand */
  assert_int_equal(task->preset_count, 4);
  assert_ptr_equal(task->presets[0]->column, mx_column(book, "p", "day"));
  assert_string_equal(task->presets[0]->value, "today+14");
  assert_null(task->presets[0]->from);
  assert_false(task->presets[0]->fixed);
  assert_ptr_equal(task->presets[1]->from, p->id);
  assert_null(task->presets[1]->value);
  assert_true(task->presets[1]->fixed);
  assert_string_equal(task->presets[2]->value, "new");
  assert_true(task->presets[2]->fixed);
  assert_string_equal(task->presets[3]->value, "me");
  assert_ptr_equal(task->chain->number, mx_column(book, "p", "n"));
  assert_ptr_equal(task->chain->branch, mx_column(book, "p", "m"));
  assert_ptr_equal(task->chain->question, mx_column(book, "p", "story"));
  assert_ptr_equal(task->chain->answer, mx_column(book, "p", "other"));
  assert_ptr_equal(task->chain->about, mx_column(book, "p", "other"));
  assert_string_equal(task->chain->first.in[KP_LANGUAGE_NL], "Eerst {value}");
  assert_string_equal(task->chain->words.in[KP_LANGUAGE_EN], "Why {value}");
  mx_free(book);
}

/* Without a name, presets, chain, and so on. */
static void test_a_task_with_nothing(void **state) {
  (void)state;
  mx *book = mx_trial(FORMS STEP "<task form='of_c'/><task form='of_p'/>"
                                 "<task form='of_c'><set column='p' from='p'/></task>" END);
  const kp_method_task *task = task_of(book, 0);
  assert_string_equal(task->name.in[KP_LANGUAGE_EN], "Of c");
  assert_string_equal(task->name.in[KP_LANGUAGE_NL], "Van c");
  assert_null(task->fills);
  assert_null(task->chain);
  assert_int_equal(task->preset_count, 0);
  assert_false(task->itself);
  assert_true(task_of(book, 1)->itself);
  assert_false(task_of(book, 2)->itself);
  assert_ptr_equal(task_of(book, 2)->presets[0]->from, mx_column(book, "p", "p"));
  mx_free(book);
}

static void test_a_form_is_one_task(void **state) {
  (void)state;
  mx *book = mx_trial(FORMS "<steps table='p'><step key='s' form='of_p' en='s' nl='s' hint-en='h' "
                            "hint-nl='h'/><step key='t' form='of_c' en='t' nl='t' hint-en='h' "
                            "hint-nl='h'/><step key='u' en='u' nl='u' hint-en='h' hint-nl='h'/>"
                            "</steps>");
  const kp_method_step *const *steps = mx_stepped(book)->steps;
  for (size_t i = 0; i < 2; i++) {
    assert_int_equal(steps[i]->task_count, 1);
    assert_ptr_equal(steps[i]->tasks[0]->form, steps[i]->form);
    assert_ptr_equal(steps[i]->tasks[0]->name.in[0], steps[i]->form->name.in[0]);
    assert_int_equal(steps[i]->tasks[0]->itself, i == 0);
  }
  assert_int_equal(steps[2]->task_count, 0);
  assert_null(steps[2]->form);
  mx_free(book);
}

/* The first row asks about the title when nothing else was said. */
static void test_a_short_chain(void **state) {
  (void)state;
  mx *book =
      mx_trial(FORMS STEP "<task form='of_p' fills='p'>" CHAIN(FIRST "number='n'") "</task>" END);
  assert_null(task_of(book, 0)->chain->branch);
  assert_ptr_equal(task_of(book, 0)->chain->about, mx_table(book, "p")->title);
  mx_free(book);
}

static void test_answers_of_a_source(void **state) {
  (void)state;
  mx *book = mx_trial("<agenda><source key='a' table='p' date='day' en='a' nl='a'>"
                      "<when column='status' not='done'/>"
                      "<ask column='story'/><set column='status' value='done'/>"
                      "<set column='day2' value='today'/><ask column='n'/></source>"
                      "<source key='b' table='c' date='day' en='b' nl='b'/></agenda>");
  const kp_method_source *const *sources = book->method->sources;
  assert_int_equal(sources[0]->answer_count, 2);
  assert_ptr_equal(sources[0]->answers[0]->column, mx_column(book, "p", "status"));
  assert_string_equal(sources[0]->answers[0]->value, "done");
  assert_string_equal(sources[0]->answers[1]->value, "today");
  assert_int_equal(sources[0]->asked_count, 2);
  assert_ptr_equal(sources[0]->asked[0], mx_column(book, "p", "story"));
  assert_ptr_equal(sources[0]->asked[1], mx_column(book, "p", "n"));
  assert_int_equal(sources[1]->answer_count, 0);
  assert_int_equal(sources[1]->asked_count, 0);
  mx_free(book);
}

/* Values of every kind, also at the bounds of a number. */
static void test_values_that_fit(void **state) {
  (void)state;
  static const char *const good[] = {
      "'name' value='Anything'", "'story' value='me'",  "'status' value='hold'",
      "'unit' value='whole'",    "'yes' value='no'",    "'day' value='today'",
      "'day' value='today+0'",   "'n' value='1'",       "'n' value='5'",
      "'m' value='-2,5'",        "'who' value='me'",    "'who' from='who'",
      "'name' from='who'",       "'story' from='name'", "'status' from='status'",
      "'day' from='day2'",       "'n' from='sum'",      "'p' from='p'",
      "'p' from='id'",           "'yes' from='yes'"};
  for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
    char body[2000];
    snprintf(body, sizeof body,
             FORMS STEP "<task form='of_p' fills='p'><set column=%s/></task>" END, good[i]);
    mx *book = mx_trial(body);
    assert_int_equal(task_of(book, 0)->preset_count, 1);
    mx_free(book);
  }
}

/* ------------------------------------------------------------------------------------ mistakes */

#define TABLE                                                                                      \
  "<method version='1' practice='trial' en='T' nl='T' hint-en='T' hint-nl='T'>"                    \
  "<list key='s' en='s' nl='s'><item key='a' en='a' nl='a'/></list>"                               \
  "<list key='r' en='r' nl='r'><item key='a' en='a' nl='a'/></list>"                               \
  "<table key='p' prefix='P' title='name' en='P' nl='P' hint-en='h' hint-nl='h'>"                  \
  "<column key='name' kind='text' en='N' nl='N' hint-en='h' hint-nl='h'/>"                         \
  "<column key='story' kind='longtext' en='S' nl='S' hint-en='h' hint-nl='h'/>"                    \
  "<column key='other' kind='longtext' en='O' nl='O' hint-en='h' hint-nl='h'/>"                    \
  "<column key='who' kind='person' en='W' nl='W' hint-en='h' hint-nl='h'/>"                        \
  "<column key='day' kind='date' en='D' nl='D' hint-en='h' hint-nl='h'/>"                          \
  "<column key='n' kind='number' least='1' most='5' en='#' nl='#' hint-en='h' hint-nl='h'/>"       \
  "<column key='s' kind='list' list='s' en='L' nl='L' hint-en='h' hint-nl='h'/>"                   \
  "<column key='r' kind='list' list='r' en='R' nl='R' hint-en='h' hint-nl='h'/>"                   \
  "<column key='p' kind='link' target='p' en='U' nl='U' hint-en='h' hint-nl='h'/>"                 \
  "<column key='c' kind='link' target='c' en='V' nl='V' hint-en='h' hint-nl='h'/>"                 \
  "<column key='p_name' kind='formula' names='p' en='F' nl='F' hint-en='h' hint-nl='h'/></table>"  \
  "<table key='c' prefix='C' title='title' en='C' nl='C' hint-en='h' hint-nl='h'>"                 \
  "<column key='title' kind='text' en='N' nl='N' hint-en='h' hint-nl='h'/>"                        \
  "<column key='p' kind='link' target='p' en='U' nl='U' hint-en='h' hint-nl='h'/>"                 \
  "</table><form key='of_p' table='p' columns='name' en='f' nl='f'/>"                              \
  "<form key='of_c' table='c' columns='title' en='f' nl='f'/>"

/* `before` and `after` stand around the wrong element, which is on line 2. */
static void expect_error(const char *before, const char *wrong, const char *after,
                         const char *words) {
  char text[6000];
  int size = snprintf(text, sizeof text, TABLE "%s\n%s%s</method>", before, wrong, after);
  assert_true(size > 0 && (size_t)size < sizeof text);
  mx_expect_error(text, (size_t)size, KP_LANGUAGE_EN, 2, words);
}

typedef struct mistake {
  const char *wrong;
  const char *words;
} mistake;

static void test_mistakes_in_tasks(void **state) {
  (void)state;
  static const mistake cases[] = {
      {"<task/>", "“task” lacks the attribute “form”"},
      {"<task form='x'/>", "no form “x”"},
      {"<task form='of_c' en='Only'/>", "“task” lacks a text in “nl”"},
      {"<task form='of_c' nl='Enkel'/>", "“task” lacks a text in “en”"},
      {"<task form='of_c' fills='x'/>", "table “p” has no column “x”"},
      {"<task form='of_c' fills='name'/>", "“name” is not a link"},
      {"<task form='of_c' fills='p'/>", "“p” and “of_c” do not go together"},
      {"<task form='of_c' colour='red'/>", "“colour” is not known in “task”"},
      {"<task form='of_c'><test check='required' column='name'/></task>",
       "“test” is not known in “task”"},
      {"<task form='of_p'><set column='s' value='a' fixed='yes'/></task>",
       "“task” has no use for “fixed”"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    expect_error(STEP, cases[i].wrong, END, cases[i].words);
  expect_error("<steps table='p'><step key='s' form='of_p' en='s' nl='s' hint-en='h' hint-nl='h'>",
               "<task form='of_c'/>", END, "“form” and “task” do not go together");
}

static void test_mistakes_in_values(void **state) {
  (void)state;
  static const mistake cases[] = {
      {"<set value='x'/>", "“set” lacks the attribute “column”"},
      {"<set column='name'/>", "“set” lacks the attribute “value”"},
      {"<set column='name' value='a' from='name'/>", "“value” and “from” do not go together"},
      {"<set column='title' value='a'/>", "table “p” has no column “title”"},
      {"<set column='name' from='title'/>", "table “p” has no column “title”"},
      {"<set column='s' value='b'/>", "the list “s” has no item “b”"},
      {"<set column='s' value=''/>", "the list “s” has no item “”"},
      {"<set column='name' value=''/>", "“” does not fit the kind of the column “name”"},
      {"<set column='n' value='many'/>", "“many” does not fit the kind of the column “n”"},
      {"<set column='n' value='6'/>", "“6” does not fit"},
      {"<set column='n' value='0'/>", "“0” does not fit"},
      {"<set column='day' value='soon'/>", "“soon” does not fit the kind of the column “day”"},
      {"<set column='day' value='today-1'/>", "“today-1” does not fit"},
      {"<set column='day' value='today+99999'/>", "“today+99999” does not fit"},
      {"<set column='who' value='Petra'/>", "“Petra” does not fit the kind of the column “who”"},
      {"<set column='c' value='C-11111'/>", "“C-11111” does not fit the kind of the column “c”"},
      {"<set column='id' value='P-11111'/>", "“set” does not fit the kind of the column “id”"},
      {"<set column='p_name' value='a'/>", "“set” does not fit the kind of the column “p_name”"},
      {"<set column='c' from='id'/>", "“id” does not fit the kind of the column “c”"},
      {"<set column='c' from='p'/>", "“p” does not fit the kind of the column “c”"},
      {"<set column='c' from='name'/>", "“name” does not fit the kind of the column “c”"},
      {"<set column='name' from='day'/>", "“day” does not fit the kind of the column “name”"},
      {"<set column='day' from='n'/>", "“n” does not fit the kind of the column “day”"},
      {"<set column='s' from='r'/>", "“r” does not fit the kind of the column “s”"},
      {"<set column='name' value='a' fixed='perhaps'/>", "“perhaps” is not a good value"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    expect_error(STEP "<task form='of_p' fills='p'>", cases[i].wrong, "</task>" END,
                 cases[i].words);
  expect_error(STEP "<task form='of_p' fills='p'><set column='name' value='a'/>",
               "<set column='name' value='b'/>", "</task>" END, "the key “name” is used twice");
  /* the columns are those of the form's table, the sources those of the step's */
  expect_error(STEP "<task form='of_c'>", "<set column='name' value='a'/>", "</task>" END,
               "table “c” has no column “name”");
}

static void test_mistakes_in_chains(void **state) {
  (void)state;
  static const mistake cases[] = {
      {CHAIN(FIRST), "“chain” lacks the attribute “number”"},
      {CHAIN(FIRST "number='x'"), "no column “x”"},
      {CHAIN(FIRST "number='name'"), "“number” does not fit the kind of the column “name”"},
      {CHAIN(FIRST "number='n' branch='x'"), "no column “x”"},
      {CHAIN(FIRST "number='n' branch='day'"), "“branch” does not fit the kind"},
      {CHAIN(FIRST "number='n' about='title'"), "no column “title”"},
      {CHAIN(FIRST "number='n' about='n'"), "“about” does not fit the kind of the column “n”"},
      {CHAIN("number='n'"), "“chain” lacks a text in “first-en”"},
      {CHAIN("number='n' first-en='a'"), "“chain” lacks a text in “first-nl”"},
      {CHAIN("number='n' first-en='{value}' first-nl='a'"), "“{value}” is not a placeholder"},
      {CHAIN("number='n' first-en='{row}' first-nl='{row}'"), "“{row}” is not a placeholder"},
      {"<chain number='n' question='x' answer='other' first-en='a' first-nl='a' " NAMES "/>",
       "no column “x”"},
      {"<chain number='n' question='n' answer='other' first-en='a' first-nl='a' " NAMES "/>",
       "“question” does not fit the kind of the column “n”"},
      {"<chain number='n' question='story' first-en='a' first-nl='a' " NAMES "/>",
       "lacks the attribute “answer”"},
      {"<chain number='n' question='story' answer='x' first-en='a' first-nl='a' " NAMES "/>",
       "no column “x”"},
      {"<chain number='n' question='story' answer='s' first-en='a' first-nl='a' " NAMES "/>",
       "“answer” does not fit the kind of the column “s”"},
      {"<chain number='n' question='story' answer='other' first-en='a' first-nl='a' en='a'/>",
       "“chain” lacks a text in “nl”"},
      {"<chain number='n' question='story' answer='other' first-en='a' first-nl='a' en='{value}' "
       "nl='a'/>",
       "“{value}” is not a placeholder, or not in both languages"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    expect_error(STEP "<task form='of_p' fills='p'>", cases[i].wrong, "</task>" END,
                 cases[i].words);
  expect_error(STEP "<task form='of_p'>", CHAIN(FIRST "number='n'"), "</task>" END,
               "“task” has no use for “chain”");
  expect_error(STEP "<task form='of_p' fills='p'>" CHAIN(FIRST "number='n'"),
               CHAIN(FIRST "number='n'"), "</task>" END, "too many of “chain”");
}

#define SOURCE "<agenda><source key='a' table='p' date='day' en='a' nl='a'>"

static void test_mistakes_in_answers(void **state) {
  (void)state;
  static const mistake cases[] = {
      {"<set column='title' value='a'/>", "table “p” has no column “title”"},
      {"<set column='s' value='b'/>", "the list “s” has no item “b”"},
      {"<set column='s' from='s'/>", "“source” has no use for “from”"},
      {"<set column='s' value='a' fixed='yes'/>", "“source” has no use for “fixed”"},
      {"<set column='p_name' value='a'/>", "“set” does not fit"},
      {"<ask/>", "“ask” lacks the attribute “column”"},
      {"<ask column='title'/>", "table “p” has no column “title”"},
      {"<ask column='id'/>", "“ask” does not fit the kind of the column “id”"},
      {"<ask column='p_name'/>", "“ask” does not fit the kind of the column “p_name”"},
      {"<ask column='s' value='a'/>", "“value” is not known in “ask”"},
      {"<chain/>", "“chain” is not known in “source”"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    expect_error(SOURCE, cases[i].wrong, "</source></agenda>", cases[i].words);
  expect_error(SOURCE "<ask column='s'/>", "<ask column='s'/>", "</source></agenda>",
               "“s” is used twice");
  expect_error(SOURCE "<set column='s' value='a'/>", "<ask column='s'/>", "</source></agenda>",
               "“s” is used twice");
  expect_error(SOURCE "<set column='s' value='a'/>", "<set column='s' value='a'/>",
               "</source></agenda>", "“s” is used twice");
  expect_error("<agenda>", "<source key='a' table='p' date='day' form='of_c' en='a' nl='a'/>",
               "</agenda>", "“of_c” and “p” do not go together");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_a_task_with_everything), cmocka_unit_test(test_a_task_with_nothing),
      cmocka_unit_test(test_a_form_is_one_task),     cmocka_unit_test(test_a_short_chain),
      cmocka_unit_test(test_answers_of_a_source),    cmocka_unit_test(test_values_that_fit),
      cmocka_unit_test(test_mistakes_in_tasks),      cmocka_unit_test(test_mistakes_in_values),
      cmocka_unit_test(test_mistakes_in_chains),     cmocka_unit_test(test_mistakes_in_answers),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
