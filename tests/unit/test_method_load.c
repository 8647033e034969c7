/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shipped files load and follow their schema; broken and hostile ones give a clear error. */
#include "method_fixture.h"

#include "kernpunt/workbook.h"

#include "../../src/method/model.h"

#include <libxml/parser.h>
#include <libxml/relaxng.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ------------------------------------------------------------------------------- shipped files */

static void test_shipped_method_loads(void **state) {
  (void)state;
  static const char *const tables[] = {"goals",   "waves",     "sessions", "focus",
                                       "causes",  "solutions", "agenda",   "projects",
                                       "actions", "lists",     "log"};
  mx *book = mx_new();
  size_t found = 0; /* in this order; another practice may have tables in between */
  for (size_t i = 0; i < book->method->table_count; i++) {
    assert_int_equal(book->method->tables[i]->index, i);
    if (found < sizeof tables / sizeof *tables &&
        strcmp(book->method->tables[i]->key, tables[found]) == 0)
      found++;
  }
  assert_int_equal(found, sizeof tables / sizeof *tables);
  const kp_method_table *actions = mx_table(book, "actions");
  assert_string_equal(actions->prefix, "A");
  assert_string_equal(actions->id->key, "id");
  assert_string_equal(actions->title->key, "action");
  assert_string_equal(actions->columns[0]->key, "id");
  assert_string_equal(actions->columns[actions->count - 1]->key, "changed_on");
  assert_null(mx_table(book, "log")->id);
  assert_string_equal(book->method->people->key, "person");
  assert_string_equal(mx_column(book, "focus", "unit")->list->source->key, "unit");
  assert_ptr_equal(mx_column(book, "causes", "focus")->target, mx_table(book, "focus"));
  assert_int_equal(mx_stepped(book)->step_count, 9);
  mx_free(book);
}

/* Keys that stand in workbooks already. */
static void test_keys_of_actions_stay(void **state) {
  (void)state;
  static const char *const keys[] = {"id",     "action",  "owner",      "deadline",
                                     "status", "overdue", "changed_by", "changed_on"};
  mx *book = mx_new();
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
    mx_column(book, "actions", keys[i]);
  static const char *const words[] = {"To do", "In progress", "Done",     "On hold",   "Te doen",
                                      "Bezig", "Gereed",      "Wacht op", "Vervallen", "Cancelled"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    assert_non_null(kp_method_item_of(mx_column(book, "actions", "status")->list, words[i]));
  /* Words that were renamed are read as the same key, whichever stands in the cell. */
  static const struct {
    const char *table;
    const char *column;
    const char *key;
    const char *word;
    const char *was;
  } renamed[] = {{"actions", "status", "hold", "In de wacht", "Wacht op"},
                 {"actions", "helped", "unclear", "Too early to say", "Cannot be said yet"},
                 {"focus", "status", "secured", "Embedded", "Secured"},
                 {"goals", "course", "off", "Van koers", "Uit koers"},
                 {"goals", "course", "unclear", "Nog niet duidelijk", "Niet aantoonbaar"},
                 {"goals", "course", "unclear", "Not clear yet", "Not demonstrable"},
                 {"causes", "angle", "means", "Resources", "Means"}};
  for (size_t i = 0; i < sizeof renamed / sizeof *renamed; i++) {
    const kp_method_list *list = mx_column(book, renamed[i].table, renamed[i].column)->list;
    const kp_method_item *item = kp_method_item_of(list, renamed[i].was);
    assert_non_null(item);
    assert_ptr_equal(item, kp_method_item_of(list, renamed[i].word));
    assert_string_equal(item->key, renamed[i].key);
  }
  mx_free(book);
}

/* No text is empty, and headers of one sheet differ in both languages. */
static void test_texts_of_the_model(void **state) {
  (void)state;
  mx *book = mx_new();
  for (size_t i = 0; i < book->method->table_count; i++) {
    const kp_method_table *table = book->method->tables[i];
    for (size_t j = 0; j < table->count; j++) {
      for (int language = 0; language < KP_LANGUAGE_COUNT; language++) {
        const char *name = table->columns[j]->name.in[language];
        assert_true(strlen(name) > 0 && kp_text_length(name) <= 40);
        assert_true(kp_text_length(table->columns[j]->hint.in[language]) <= 80);
        for (size_t k = 0; k < j; k++)
          assert_string_not_equal(table->columns[k]->name.in[language], name);
      }
    }
  }
  mx_free(book);
}

static void test_shipped_files_follow_the_schema(void **state) {
  (void)state;
  static const char *const files[] = {"actions.xml", "answers.xml", "common.xml", "structural.xml"};
  xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewParserCtxt(KP_ROOT "/extension/method/method.rng");
  xmlRelaxNG *schema = xmlRelaxNGParse(parser);
  assert_non_null(schema);
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
    char path[1000];
    snprintf(path, sizeof path, "%s/extension/method/%s", KP_ROOT, files[i]);
    xmlDoc *document = xmlReadFile(path, NULL, XML_PARSE_NONET);
    assert_non_null(document);
    xmlRelaxNGValidCtxt *valid = xmlRelaxNGNewValidCtxt(schema);
    assert_int_equal(xmlRelaxNGValidateDoc(valid, document), 0);
    xmlRelaxNGFreeValidCtxt(valid);
    xmlFreeDoc(document);
  }
  xmlRelaxNGFree(schema);
  xmlRelaxNGFreeParserCtxt(parser);
}

/* The text of a file, malloc'ed. */
static char *read_text(const char *path) {
  char *text = calloc(1, 100000);
  FILE *file = fopen(path, "rb");
  assert_non_null(text);
  assert_non_null(file);
  assert_true(fread(text, 1, 99999, file) < 99999);
  fclose(file);
  return text;
}

/* Every rule word is in the schema and explained in the README. */
static void test_every_word_is_documented(void **state) {
  (void)state;
  char *schema = read_text(KP_ROOT "/extension/method/method.rng");
  char *readme = read_text(KP_ROOT "/extension/method/README.md");
  size_t count = 0;
  for (; kp_rule_word_at(count) != NULL; count++) {
    char quoted[60];
    snprintf(quoted, sizeof quoted, "<value>%s</value>", kp_rule_word_at(count)->name);
    if (strstr(schema, quoted) == NULL)
      fail_msg("%s is not in the schema", quoted);
    snprintf(quoted, sizeof quoted, "`%s`", kp_rule_word_at(count)->name);
    if (strstr(readme, quoted) == NULL)
      fail_msg("%s is not in the README", quoted);
  }
  assert_true(count > 25);
  free(schema);
  free(readme);
}

/* ------------------------------------------------------------------------------------ mistakes */

#define HEAD "<method version='1' practice='trial' en='T' nl='T' hint-en='T' hint-nl='T'>\n"

/* The body begins on line 2. */
static void expect_error(const char *body, int line, const char *words) {
  char text[6000];
  int size = snprintf(text, sizeof text, HEAD "%s\n</method>", body);
  assert_true(size > 0 && (size_t)size < sizeof text);
  mx_expect_error(text, (size_t)size, KP_LANGUAGE_EN, line, words);
}

#define TABLE                                                                                      \
  "<table key='t' prefix='T' title='name' en='T' nl='T' hint-en='h' hint-nl='h'>"                  \
  "<column key='name' kind='text' en='N' nl='N' hint-en='h' hint-nl='h'/>"                         \
  "<column key='day' kind='date' en='D' nl='D' hint-en='h' hint-nl='h'/>"                          \
  "<column key='up' kind='link' target='t' en='U' nl='U' hint-en='h' hint-nl='h'/>"                \
  "<column key='yes' kind='yesno' en='Y' nl='Y' hint-en='h' hint-nl='h'/>"                         \
  "<column key='n' kind='number' en='#' nl='#' hint-en='h' hint-nl='h'/>"                          \
  "</table>\n"
#define MSG "<message en='m' nl='m'/>"

static void test_unknown_things(void **state) {
  (void)state;
  expect_error("<sheet/>", 2, "“sheet” is not known in “method”");
  expect_error("\n<table key='t' colour='red' title='x'/>", 3, "“colour” is not known in “table”");
  expect_error("<table title='x'/>", 2, "“table” lacks the attribute “key”");
  expect_error("<form key='f' table='t' columns='a' en='f' nl='f'/>", 2, "no table “t”");
  expect_error("words", 1, "loose text does not belong in “method”");
  expect_error("<list key='l' en='l' nl='l'/>", 2, "“list” lacks the element “item”");
  expect_error("<x:setting xmlns:x='urn:x' key='s'/>", 2, "“setting” is not known");
  expect_error(TABLE "<rule key='r' table='t' check='sing' column='name'/>", 3,
               "no rule word “sing”");
  expect_error("<table key='t' prefix='T' title='a' en='T' nl='T' hint-en='h' hint-nl='h'>"
               "<column key='a' kind='colour' en='a' nl='a' hint-en='a' hint-nl='a'/></table>",
               2, "“colour” is not a good value for “kind”");
  mx_expect_error("<other/>", 8, KP_LANGUAGE_EN, 1, "does not begin with the element “method”");
  mx_expect_error("<method version='2' practice='p' en='' nl=''/>", 46, KP_LANGUAGE_EN, 1,
                  "version 2");
}

static void test_keys(void **state) {
  (void)state;
  expect_error(TABLE TABLE, 3, "the key “t” is used twice");
  expect_error("<setting key='a' value='1' least='0' most='2' en='a' nl='a'/>\n"
               "<setting key='a' value='1' least='0' most='2' en='a' nl='a'/>",
               3, "the key “a” is used twice");
  expect_error("<list key='l' en='l' nl='l'><item key='a' en='a' nl='a'/>\n"
               "<item key='a' en='b' nl='b'/></list>",
               3, "the key “a” is used twice");
  expect_error("<list key='l' en='l' nl='l'><item key='a' en='Same' nl='a'/>\n"
               "<item key='b' en='b' nl='same'/></list>",
               3, "“same” is used twice");
  expect_error(TABLE "<rule key='r' table='t' check='required' column='name'/>\n"
                     "<rule key='r' table='t' check='required' column='day'/>",
               4, "the key “r” is used twice");
  expect_error("<setting key='A b' value='1' least='0' most='2' en='a' nl='a'/>", 2,
               "“A b” is not a good key");
  expect_error("<setting key='' value='1' least='0' most='2' en='a' nl='a'/>", 2, "not a good key");
  /* the practice of a file of its own */
  kp_method_error error;
  kp_method_file twice[] = {{"a.xml", mx_common, strlen(mx_common)},
                            {"b.xml", mx_common, strlen(mx_common)}};
  assert_null(kp_method_read(twice, 2, KP_LANGUAGE_EN, &error));
  assert_string_equal(error.message, "b.xml, line 1: the key “basis” is used twice.");
}

static void test_both_languages(void **state) {
  (void)state;
  expect_error("<setting key='a' value='1' least='0' most='2' en='a'/>", 2,
               "“setting” lacks a text in “nl”");
  expect_error("<setting key='a' value='1' least='0' most='2' nl='a'/>", 2, "lacks a text in “en”");
  expect_error("<setting key='a' value='1' least='0' most='2' nl='a' en=' '/>", 2, "in “en”");
  expect_error(TABLE
               "<rule key='r' table='t' check='required' column='name'>\n<message en='m'/></rule>",
               4, "“message” lacks a text in “nl”");
  expect_error(TABLE "<rule key='r' table='t' check='required' column='name'>"
                     "<message en='{count}' nl='m'/></rule>",
               3, "“{count}” is not a placeholder, or not in both languages");
  expect_error(TABLE "<rule key='r' table='t' check='required' column='name'>"
                     "<message en='{wish}' nl='{wish}'/></rule>",
               3, "“{wish}”");
  expect_error(TABLE "<rule key='r' table='t' check='never' column='name'/>", 3,
               "“never” has no message");
}

static void test_dangling_references(void **state) {
  (void)state;
  static const struct {
    const char *body;
    const char *words;
  } cases[] = {
      {"<rule key='r' table='x' check='required' column='name'/>", "no table “x”"},
      {"<rule key='r' table='t' check='required' column='x'/>", "table “t” has no column “x”"},
      {"<rule key='r' table='t' check='required' columns='name x'/>", "no column “x”"},
      {"<rule key='r' table='t' check='required'/>", "“rule” lacks the attribute “column”"},
      {"<rule key='r' table='t' check='required' column='name'><when column='x' "
       "filled='yes'/></rule>",
       "no column “x”"},
      {"<rule key='r' table='t' check='required' column='name'><when column='yes' "
       "is='perhaps'/></rule>",
       "list “yesno” has no item “perhaps”"},
      {"<rule key='r' table='t' check='required' column='name'><when column='name' "
       "is='yes'/></rule>",
       "“is” does not fit"},
      {"<rule key='r' table='t' check='required' column='name'><when column='name' "
       "from='0'/></rule>",
       "“from” does not fit"},
      {"<rule key='r' table='t' check='required' column='name'><when column='day' "
       "least='0'/></rule>",
       "“least” does not fit"},
      {"<rule key='r' table='t' check='required' column='name'><when column='day' "
       "from='soon'/></rule>",
       "no setting “soon”"},
      {"<rule key='r' table='t' check='required' column='name'><when/></rule>",
       "lacks the attribute “column”"},
      {"<rule key='r' table='t' check='required' column='name' limit='2'/>",
       "“required” has no use for “limit”"},
      {"<rule key='r' table='t' check='at-least' column='name' limit='2'>" MSG "</rule>",
       "“at-least” lacks the attribute “rows”"},
      {"<rule key='r' table='t' check='at-least' column='name' limit='2' rows='x' link='up'>" MSG
       "</rule>",
       "no table “x”"},
      {"<rule key='r' table='t' check='at-least' column='name' limit='2' rows='t' link='x'>" MSG
       "</rule>",
       "no column “x”"},
      {"<rule key='r' table='t' check='at-least' column='name' limit='many' rows='t' link='up'>" MSG
       "</rule>",
       "no setting “many”"},
      {"<rule key='r' table='t' check='agrees' column='name' via='name' other='name'>" MSG
       "</rule>",
       "“name” is not a link"},
      {"<rule key='r' table='t' check='agrees' column='name' via='up up up up up' other='name'>" MSG
       "</rule>",
       "too many of “via”"},
      {"<rule key='r' table='t' check='date-not-past' column='name'/>",
       "“date-not-past” does not fit the kind of the column “name”"},
      {"<rule key='r' table='t' check='not-after' column='day' other='n'>" MSG "</rule>",
       "does not fit the kind of the column “n”"},
      {"<rule key='r' table='t' check='unique' column='name' per='day up yes n'/>",
       "too many of “per”"},
      {"<rule key='r' table='t' check='covers' column='name' other='name' list='x'>" MSG "</rule>",
       "no list “x”"},
      {"<rule key='r' table='t' check='required' column='name' severity='cry'/>", "“cry”"},
      {"<rule key='r' table='t' check='required' column='name' at='night'/>", "“night”"},
      {"<rule key='r' table='t' check='required' column='name'><where column='name'/></rule>",
       "“required” has no use for “where”"},
      {"<steps table='t'><step key='s' form='x' en='s' nl='s' hint-en='s' hint-nl='s'/></steps>",
       "no form “x”"},
      {"<form key='f' table='t' columns='id' en='f' nl='f'/>",
       "“form” does not fit the kind of the column “id”"},
      {"<agenda><source key='s' table='t' date='name' en='s' nl='s'/></agenda>",
       "“date” does not fit"},
      {"<extend table='x'><column key='a' kind='text' en='a' nl='a' hint-en='a' "
       "hint-nl='a'/></extend>",
       "no table “x”"},
      {"<extend table='t'><column key='a' kind='list' list='x' en='a' nl='a' hint-en='a' "
       "hint-nl='a'/></extend>",
       "no list “x”"},
      {"<extend table='t'><column key='a' kind='link' target='x' en='a' nl='a' hint-en='a' "
       "hint-nl='a'/></extend>",
       "no table “x”"},
      {"<extend table='t'><column key='a' kind='link' en='a' nl='a' hint-en='a' "
       "hint-nl='a'/></extend>",
       "lacks the attribute “target”"},
      {"<extend table='t'><column key='a' kind='formula' en='a' nl='a' hint-en='a' "
       "hint-nl='a'/></extend>",
       "lacks the attribute “formula”"},
      {"<extend table='t'><column key='a' kind='formula' formula='1+[x]' en='a' nl='a' hint-en='a' "
       "hint-nl='a'/></extend>",
       "mistake at “[x]”"},
      {"<extend table='t'><column key='a' kind='formula' formula='1+{yesno.x}' en='a' nl='a' "
       "hint-en='a' hint-nl='a'/></extend>",
       "mistake at “{yesno.x}”"},
      {"<extend table='t'><column key='a' kind='formula' names='name' en='a' nl='a' hint-en='a' "
       "hint-nl='a'/></extend>",
       "“name” is not a link"},
      {"<extend table='t'><column key='a' kind='date' initial='soon' en='a' nl='a' hint-en='a' "
       "hint-nl='a'/></extend>",
       "“soon”"},
      {"<extend table='t'><column key='name' kind='date' en='a' nl='a' hint-en='a' "
       "hint-nl='a'/></extend>",
       "“name” is used twice"},
      {"<list key='l' open='yes' source='t.x' en='a' nl='a'><item key='a' en='a' nl='a'/></list>",
       "no column “x”"},
      {"<list key='l' open='yes' source='x.x' en='a' nl='a'><item key='a' en='a' nl='a'/></list>",
       "no table “x”"},
      {"<list key='l' en='a' nl='a'><item key='a' to='b' en='a' nl='a'/></list>",
       "list “l” has no item “b”"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char body[4000];
    snprintf(body, sizeof body, TABLE "%s", cases[i].body);
    expect_error(body, 3, cases[i].words);
  }
}

static void test_errors_are_in_the_language_of_the_reader(void **state) {
  (void)state;
  static const char broken[] = HEAD "<sheet/></method>";
  mx_expect_error(broken, strlen(broken), KP_LANGUAGE_NL, 2,
                  "trial.xml, regel 2: het element “sheet” is niet bekend in “method”.");
  mx_expect_error("<method", 7, KP_LANGUAGE_NL, 0, "geen welgevormde XML");
  kp_method_error error;
  assert_null(kp_workbook_method_in("/nowhere/at/all", KP_LANGUAGE_NL, &error));
  assert_string_equal(error.message, "de map “/nowhere/at/all” bevat geen methodebestanden.");
}

static void test_free_nothing(void **state) {
  (void)state;
  kp_method_free(NULL);
  kp_method_book_free(NULL);
}

/* A practice of its own may add tables, columns to tables of others, and rules, without any C. */
static void test_a_practice_extends_another(void **state) {
  (void)state;
  mx *book = mx_new_from(
      TABLE "<extend table='t'><column key='sponsor' kind='person' width='30' required='yes' "
            "en='Sponsor' nl='Sponsor' hint-en='h' hint-nl='h'/></extend>");
  const kp_method_column *sponsor = mx_column(book, "t", "sponsor");
  assert_int_equal(sponsor->width, 30);
  assert_true(isinf(sponsor->most));
  assert_int_equal(sponsor->index, mx_table(book, "t")->count - 1);
  mx_enter(book, "t", "name=x");
  mx_expect(book, "t_sponsor_required", KP_METHOD_REFUSE, "sponsor");
  mx_enter(book, "t", "name=x|sponsor=Petra Jansen");
  mx_expect_silent(book, "t_sponsor_required");
  mx_free(book);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_shipped_method_loads),
      cmocka_unit_test(test_keys_of_actions_stay),
      cmocka_unit_test(test_texts_of_the_model),
      cmocka_unit_test(test_shipped_files_follow_the_schema),
      cmocka_unit_test(test_every_word_is_documented),
      cmocka_unit_test(test_unknown_things),
      cmocka_unit_test(test_keys),
      cmocka_unit_test(test_both_languages),
      cmocka_unit_test(test_dangling_references),
      cmocka_unit_test(test_errors_are_in_the_language_of_the_reader),
      cmocka_unit_test(test_free_nothing),
      cmocka_unit_test(test_a_practice_extends_another),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
