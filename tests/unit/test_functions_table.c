/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The function table against the IDL, the help in CalcAddIns.xcu and the frozen stored names. */
#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "kernpunt/functions.h"

static char *read_file(const char *path) {
  FILE *file = fopen(path, "rb");
  assert_non_null(file);
  assert_int_equal(fseek(file, 0, SEEK_END), 0);
  long size = ftell(file);
  assert_true(size > 0);
  rewind(file);
  char *text = malloc((size_t)size + 1);
  assert_non_null(text);
  assert_int_equal(fread(text, 1, (size_t)size, file), (size_t)size);
  text[size] = '\0';
  fclose(file);
  return text;
}

/* "org.kernpunt.XNps::score" -> service "NPS", method "score". */
static void split(size_t index, char service[8], const char **method) {
  const char *name = kp_functions_method(index);
  const char *colons = strstr(name, "::");
  assert_non_null(colons);
  *method = colons + 2;
  const char *dot = strchr(kp_functions_name(index), '.');
  assert_non_null(dot);
  size_t length = (size_t)(dot - kp_functions_name(index));
  assert_in_range(length, 1, 7);
  memcpy(service, kp_functions_name(index), length);
  service[length] = '\0';
}

/* Comments out, white space squeezed to single blanks, none beside punctuation. */
static char *squeeze(const char *text) {
  char *out = malloc(strlen(text) + 1);
  assert_non_null(out);
  size_t at = 0;
  for (const char *p = text; *p != '\0'; p++) {
    if (p[0] == '/' && p[1] == '*')
      p = strstr(p, "*/") + 1;
    else if (p[0] == '/' && p[1] == '/')
      p = strchr(p, '\n');
    else if (strchr(" \n\t", *p) == NULL)
      out[at++] = *p;
    else if (at > 0 && strchr(" ,(){};", out[at - 1]) == NULL)
      out[at++] = ' ';
  }
  out[at] = '\0';
  return out;
}

static void the_idl_declares_every_function_as_the_table_has_it(void **state) {
  (void)state;
  char *text = read_file(KP_ROOT "/idl/kernpunt.idl");
  char *idl = squeeze(text);
  size_t declared = 0;
  for (size_t i = 0; i < kp_functions_count(); i++) {
    char service[8];
    const char *method = NULL;
    char expected[1024];
    kp_functions_argument argument;
    split(i, service, &method);
    int length = snprintf(expected, sizeof expected, "any %s(", method);
    for (size_t a = 0; kp_functions_argument_at(i, a, &argument); a++)
      length += snprintf(expected + length, sizeof expected - (size_t)length, "%s[in] %s %s",
                         a > 0 ? "," : "", argument.type, argument.name);
    snprintf(expected + length, sizeof expected - (size_t)length, ");");
    if (strstr(idl, expected) == NULL)
      fail_msg("not in the IDL: %s", expected);
  }
  for (const char *p = idl; (p = strstr(p, ");")) != NULL; p++)
    declared++;
  assert_int_equal(declared, kp_functions_count());
  free(idl);
  free(text);
}

static xmlXPathObjectPtr evaluate(xmlXPathContextPtr context, const char *format, ...) {
  char path[512];
  va_list list;
  va_start(list, format);
  vsnprintf(path, sizeof path, format, list);
  va_end(list);
  xmlXPathObjectPtr found = xmlXPathEvalExpression(BAD_CAST path, context);
  assert_non_null(found);
  return found;
}

static char *value_of(xmlXPathContextPtr context, const char *node, const char *property,
                      const char *language) {
  xmlXPathObjectPtr found = evaluate(
      context, "string(%s/prop[@oor:name='%s']/value[@xml:lang='%s'])", node, property, language);
  char *value = strdup((const char *)found->stringval);
  assert_non_null(value);
  xmlXPathFreeObject(found);
  return value;
}

static void assert_value(xmlXPathContextPtr context, const char *node, const char *property,
                         const char *expected) {
  static const char *const languages[] = {"en-US", "nl"};
  for (size_t i = 0; i < 2; i++) {
    char *value = value_of(context, node, property, languages[i]);
    if (expected != NULL && strcmp(value, expected) != 0)
      fail_msg("%s %s (%s): \"%s\", not \"%s\"", node, property, languages[i], value, expected);
    if (value[0] == '\0')
      fail_msg("%s has no %s in %s", node, property, languages[i]);
    free(value);
  }
}

static double count(xmlXPathContextPtr context, const char *path) {
  xmlXPathObjectPtr found = evaluate(context, "count(%s)", path);
  double number = found->floatval;
  xmlXPathFreeObject(found);
  return number;
}

static void every_function_and_argument_has_help_in_both_languages(void **state) {
  (void)state;
  xmlDocPtr document = xmlReadFile(KP_ROOT "/registry/CalcAddIns.xcu", NULL, XML_PARSE_NONET);
  assert_non_null(document);
  xmlXPathContextPtr context = xmlXPathNewContext(document);
  assert_non_null(context);
  xmlXPathRegisterNs(context, BAD_CAST "oor", BAD_CAST "http://openoffice.org/2001/registry");
  for (size_t i = 0; i < kp_functions_count(); i++) {
    char service[8];
    const char *method = NULL;
    char node[256];
    char inner[384];
    kp_functions_argument argument;
    size_t visible = 0;
    split(i, service, &method);
    snprintf(node, sizeof node,
             "//node[@oor:name='AddInInfo']/node[@oor:name='%s']/node[@oor:name='AddInFunctions']"
             "/node[@oor:name='%s']",
             service, method);
    if (count(context, node) != 1)
      fail_msg("%s is not in CalcAddIns.xcu once", kp_functions_name(i));
    assert_value(context, node, "DisplayName", kp_functions_name(i));
    assert_value(context, node, "CompatibilityName", kp_functions_name(i));
    assert_value(context, node, "Description", NULL);
    snprintf(inner, sizeof inner, "%s/prop[@oor:name='Category'][value='Statistical']", node);
    assert_true(count(context, inner) == 1);
    for (size_t a = 0; kp_functions_argument_at(i, a, &argument); a++) {
      if (argument.hidden)
        continue;
      visible++;
      snprintf(inner, sizeof inner, "%s/node[@oor:name='Parameters']/node[@oor:name='%s']", node,
               argument.name);
      if (count(context, inner) != 1)
        fail_msg("%s: no help for argument %s", kp_functions_name(i), argument.name);
      assert_value(context, inner, "DisplayName", NULL);
      assert_value(context, inner, "Description", NULL);
    }
    snprintf(inner, sizeof inner, "%s/node[@oor:name='Parameters']/node", node);
    if (count(context, inner) != (double)visible)
      fail_msg("%s: help for an argument it does not have", kp_functions_name(i));
  }
  assert_true(count(context, "//node[@oor:name='AddInFunctions']/node") ==
              (double)kp_functions_count());
  xmlXPathFreeContext(context);
  xmlFreeDoc(document);
  xmlCleanupParser();
}

static size_t find_function(const char *name) {
  for (size_t i = 0; i < kp_functions_count(); i++)
    if (strcmp(kp_functions_name(i), name) == 0)
      return i;
  fail_msg("the stored name %s has disappeared: users' files would break", name);
  return 0;
}

/* Each line: NAME method argument argument … as once released. More arguments may follow. */
static void stored_names_and_argument_orders_never_change(void **state) {
  (void)state;
  char *text = read_file(KP_FIXTURES "/stored_names.txt");
  size_t lines = 0;
  char *rest = text;
  for (char *line = strtok_r(text, "\n", &rest); line != NULL; line = strtok_r(NULL, "\n", &rest)) {
    char *words = line;
    if (line[0] == '#')
      continue;
    size_t index = find_function(strtok_r(line, " ", &words));
    char service[8];
    const char *method = NULL;
    split(index, service, &method);
    assert_string_equal(strtok_r(NULL, " ", &words), method);
    kp_functions_argument argument;
    size_t at = 0;
    for (char *word = strtok_r(NULL, " ", &words); word != NULL;
         word = strtok_r(NULL, " ", &words)) {
      assert_true(kp_functions_argument_at(index, at++, &argument));
      assert_string_equal(argument.name, word);
    }
    lines++;
  }
  assert_int_equal(lines, kp_functions_count());
  free(text);
}

/* SERVICE.METHOD in capitals is what Calc stores; any other display name would break somewhere. */
static void names_are_service_and_method_in_capitals(void **state) {
  (void)state;
  for (size_t i = 0; i < kp_functions_count(); i++) {
    char service[8];
    const char *method = NULL;
    split(i, service, &method);
    const char *capital = strchr(kp_functions_name(i), '.') + 1;
    assert_int_equal(strlen(capital), strlen(method));
    for (size_t c = 0; method[c] != '\0'; c++)
      assert_int_equal(capital[c],
                       method[c] >= 'a' && method[c] <= 'z' ? method[c] - 'a' + 'A' : method[c]);
    char interface[64];
    snprintf(interface, sizeof interface, "org.kernpunt.X%c%c", service[0], service[1] + 32);
    assert_memory_equal(kp_functions_method(i), interface, strlen(interface));
  }
}

/* A function without a row in a spreadsheet of tests/calc is one whose result nobody looks at. */
static void test_every_result_is_tested(void **state) {
  (void)state;
  glob_t found;
  assert_int_equal(glob(KP_ROOT "/tests/calc/*.fods", 0, NULL, &found), 0);
  char **texts = calloc(found.gl_pathc, sizeof *texts);
  assert_non_null(texts);
  for (size_t k = 0; k < found.gl_pathc; k++)
    texts[k] = read_file(found.gl_pathv[k]);
  for (size_t i = 0; i < kp_functions_count(); i++) {
    char call[80];
    bool there = false;
    snprintf(call, sizeof call, "%s(", kp_functions_name(i));
    for (size_t k = 0; k < found.gl_pathc; k++)
      there = there || strstr(texts[k], call) != NULL;
    if (!there)
      fail_msg("no row of tests/calc looks at %s", kp_functions_name(i));
  }
  for (size_t k = 0; k < found.gl_pathc; k++)
    free(texts[k]);
  free(texts);
  globfree(&found);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_idl_declares_every_function_as_the_table_has_it),
      cmocka_unit_test(every_function_and_argument_has_help_in_both_languages),
      cmocka_unit_test(stored_names_and_argument_orders_never_change),
      cmocka_unit_test(names_are_service_and_method_in_capitals),
      cmocka_unit_test(test_every_result_is_tested),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
