/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Broken and hostile files give a clear error and cost little. */
#include "method_fixture.h"

#include "kernpunt/workbook.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define HEAD "<method version='1' practice='trial' en='T' nl='T' hint-en='T' hint-nl='T'>\n"

/* The body begins on line 2. */
static void expect_error(const char *body, int line, const char *words) {
  char text[6000];
  int size = snprintf(text, sizeof text, HEAD "%s\n</method>", body);
  assert_true(size > 0 && (size_t)size < sizeof text);
  mx_expect_error(text, (size_t)size, KP_LANGUAGE_EN, line, words);
}

/* -------------------------------------------------------------------------------------- hostile */

static void test_broken_xml(void **state) {
  (void)state;
  expect_error("<table>", 3, "not well-formed XML");
  expect_error("<a b=c/>", 2, "not well-formed XML");
  expect_error("&nbsp;", 2, "not well-formed XML");
  mx_expect_error("", 0, KP_LANGUAGE_EN, 0, "not well-formed XML");
  mx_expect_error("<method", 7, KP_LANGUAGE_NL, 0, "dit is geen welgevormde XML");
}

static void test_other_encodings(void **state) {
  (void)state;
  static const char *const wrong[] = {"\xFF\xFE<",
                                      "<a b='\x80'/>",
                                      "<a b='\xC0\x80'/>",
                                      "<a b='\xED\xA0\x80'/>",
                                      "<a b='\xF4\x90\x80\x80'/>",
                                      "<a b='\xE2\x82"};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
    mx_expect_error(wrong[i], strlen(wrong[i]), KP_LANGUAGE_EN, 0,
                    "trial.xml: the file is not UTF-8 text.");
  mx_expect_error("\0\0\0\0", 4, KP_LANGUAGE_EN, 0, "not UTF-8");
  static const char declared[] = "<?xml version='1.0' encoding='UTF-16'?><other b='é€😀'/>";
  mx_expect_error(declared, strlen(declared), KP_LANGUAGE_EN, 1, "the element “method”");
}

static void test_entities_are_refused(void **state) {
  (void)state;
  static const char bomb[] =
      "<!DOCTYPE method [<!ENTITY a 'aaaaaaaaaaaaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
      "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;'>"
      "<!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;'><!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;'>]>"
      "<method version='1' practice='p' en='&f;' nl='&f;'>&f;</method>";
  static const char external[] = "<!DOCTYPE method [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
                                 "<method version='1' practice='p' en='n' nl='n'>&x;</method>";
  static const char remote[] =
      "<?xml version='1.0'?>\n<!DOCTYPE method SYSTEM 'http://localhost:1/method.dtd'><method/>";
  mx_expect_error(bomb, strlen(bomb), KP_LANGUAGE_EN, 1, "a document type is not allowed");
  mx_expect_error(external, strlen(external), KP_LANGUAGE_EN, 1, "a document type is not allowed");
  mx_expect_error(remote, strlen(remote), KP_LANGUAGE_EN, 2, "a document type is not allowed");
}

/* `count` times `piece` between head and end, malloc'ed. */
static char *repeat(const char *head, const char *piece, size_t count, const char *end) {
  size_t length = strlen(piece);
  char *text = malloc(strlen(head) + count * length + strlen(end) + 1);
  assert_non_null(text);
  strcpy(text, head);
  char *at = text + strlen(head);
  for (size_t i = 0; i < count; i++, at += length)
    memcpy(at, piece, length);
  strcpy(at, end);
  return text;
}

static void test_limits(void **state) {
  (void)state;
  char *deep = repeat("", "<method>", 5000, "");
  mx_expect_error(deep, strlen(deep), KP_LANGUAGE_EN, 1, "nested too deep");
  free(deep);
  char *many = repeat(HEAD, "<agenda/>", KP_METHOD_ELEMENTS + 1, "</method>");
  mx_expect_error(many, strlen(many), KP_LANGUAGE_EN, 2, "too many of “element”");
  free(many);
  char *huge = repeat("", " ", KP_METHOD_FILE_BYTES + 1, "");
  mx_expect_error(huge, strlen(huge), KP_LANGUAGE_EN, 0, "larger than 262144 bytes");
  free(huge);
  char *text = repeat(HEAD "<setting key='a' value='1' least='0' most='2' nl='a' en='", "x", 1501,
                      "'/></method>");
  mx_expect_error(text, strlen(text), KP_LANGUAGE_EN, 2, "the text of “en” is too long");
  free(text);
  kp_method_error error;
  kp_method_file files[KP_METHOD_FILES + 1] = {{"a.xml", "", 0}};
  assert_null(kp_method_read(files, KP_METHOD_FILES + 1, KP_LANGUAGE_EN, &error));
  assert_string_equal(error.message, "the folder holds more than 64 files.");
}

/* Small in bytes, large in what it asks for. */
static void test_greedy_rules(void **state) {
  (void)state;
  static const char table[] = HEAD
      "<table key='t' prefix='T' title='n' en='T' nl='T' hint-en='h' hint-nl='h'>"
      "<column key='n' kind='text' en='n' nl='n' hint-en='h' hint-nl='h'/>"
      "<column key='u' kind='link' target='t' en='u' nl='u' hint-en='h' hint-nl='h'/>"
      "</table>\n<rule key='r' table='t' check='at-least' column='n' limit='1' link='u' rows='";
  char *rows = repeat(table, "t ", 9, "'/></method>");
  mx_expect_error(rows, strlen(rows), KP_LANGUAGE_EN, 3, "too many of “rows”");
  free(rows);
  char *where = repeat("'>", "<where column='n' filled='yes'/>", 25, "</rule></method>");
  char *rule = repeat(table, "t", 1, where);
  mx_expect_error(rule, strlen(rule), KP_LANGUAGE_EN, 3, "too many of “where”");
  free(rule);
  free(where);
  char *attributes = repeat("<method ", "a='' ", 40000, "/>");
  mx_expect_error(attributes, strlen(attributes), KP_LANGUAGE_EN, 1, "not well-formed");
  free(attributes);
}

/* Just within the depth: the shape is judged, not the nesting. */
static void test_depth_limit_has_two_sides(void **state) {
  (void)state;
  char *within = repeat("", "<method>", KP_METHOD_DEPTH,
                        "</method></method></method></method>"
                        "</method></method></method></method>");
  mx_expect_error(within, strlen(within), KP_LANGUAGE_EN, 1, "lacks the attribute “version”");
  free(within);
  char *beyond = repeat("", "<method>", KP_METHOD_DEPTH + 1, "");
  mx_expect_error(beyond, strlen(beyond), KP_LANGUAGE_EN, 1, "nested too deep");
  free(beyond);
}

/* ------------------------------------------------------------------------------------ directory */

static void write_file(const char *folder, const char *name, const char *text) {
  char path[200];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  fputs(text, file);
  fclose(file);
}

static void remove_file(const char *folder, const char *name) {
  char path[200];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  unlink(path);
}

static void test_directory(void **state) {
  (void)state;
  kp_method_error error;
  char folder[] = "/tmp/kp-method-XXXXXX";
  assert_non_null(mkdtemp(folder));
  assert_null(kp_workbook_method_in(folder, KP_LANGUAGE_EN, &error));
  assert_non_null(strstr(error.message, "holds no method files"));
  write_file(folder, "b.xml", mx_common);
  write_file(folder, ".hidden.xml", "<broken");
  write_file(folder, "notes.txt", "<broken");
  kp_method *method = kp_workbook_method_in(folder, KP_LANGUAGE_EN, &error);
  assert_non_null(method);
  assert_string_equal(method->practices[0]->key, "basis");
  kp_method_free(method);
  write_file(folder, "c.xml", "<method>\n<broken");
  assert_null(kp_workbook_method_in(folder, KP_LANGUAGE_EN, &error));
  assert_string_equal(error.file, "c.xml");
  char *huge = repeat("", " ", KP_METHOD_FILE_BYTES + 1, "");
  write_file(folder, "a.xml", huge);
  free(huge);
  assert_null(kp_workbook_method_in(folder, KP_LANGUAGE_EN, &error));
  assert_string_equal(error.message, "a.xml: the file is larger than 262144 bytes.");
  remove_file(folder, "a.xml");
  remove_file(folder, "b.xml");
  remove_file(folder, "c.xml");
  remove_file(folder, ".hidden.xml");
  remove_file(folder, "notes.txt");
  rmdir(folder);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_broken_xml),
      cmocka_unit_test(test_other_encodings),
      cmocka_unit_test(test_entities_are_refused),
      cmocka_unit_test(test_limits),
      cmocka_unit_test(test_greedy_rules),
      cmocka_unit_test(test_depth_limit_has_two_sides),
      cmocka_unit_test(test_directory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
