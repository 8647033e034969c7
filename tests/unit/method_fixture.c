/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows in memory. */
#include "method_fixture.h"

#include "kernpunt/workbook.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const kp_date mx_today = {2026, 7, 15};

#define MESSAGE(check) "<message check='" check "' en='{column}' nl='{column}'/>"

const char mx_common[] =
    "<method version='1' practice='basis' always='yes' en='B' nl='B' hint-en='B' hint-nl='B'>"
    "<list key='yesno' en='Yes or no' nl='Ja of nee'><item key='yes' en='Yes' nl='Ja'/>"
    "<item key='no' en='No' nl='Nee'/></list>"
    "<list key='groups' en='Groups' nl='Groepen'><item key='team' en='team' nl='teams'/>"
    "<item key='all' en='everyone' nl='iedereen'/></list>" MESSAGE("required") MESSAGE("one-person")
        MESSAGE("known-person") MESSAGE("in-list") MESSAGE("is-date") MESSAGE("is-number")
            MESSAGE("text-length") MESSAGE("has-id") MESSAGE("valid-id") MESSAGE("unique")
                MESSAGE("exists") MESSAGE("no-error") MESSAGE("date-not-past")
                    MESSAGE("status-step")
                        MESSAGE("forward-only") "<every-table><column key='id' kind='id' en='ID' "
                                                "nl='ID' hint-en='i' hint-nl='i'/>"
                                                "</every-table></method>";

/* -------------------------------------------------------------------------------------- reader */

static size_t count_rows(void *data, const kp_method_table *table) {
  const mx *book = data;
  const mx_sheet *sheet = &book->sheets[table->index];
  return sheet->missing ? KP_METHOD_NO_TABLE : sheet->count;
}

static kp_method_cell read_cell(void *data, const kp_method_column *column, size_t row) {
  const mx *book = data;
  const mx_sheet *sheet = &book->sheets[column->table->index];
  assert_true(row < sheet->count);
  return sheet->rows[row].cells[column->index];
}

static bool read_setting(void *data, const kp_method_setting *setting, double *value) {
  const mx *book = data;
  if (book->setting == NULL || strcmp(book->setting, setting->key) != 0)
    return false;
  *value = book->value;
  return true;
}

static bool is_enabled(void *data, const kp_method_practice *practice) {
  const mx *book = data;
  return book->off == NULL || strcmp(book->off, practice->key) != 0;
}

static mx *begin(kp_method *method, const kp_method_error *error) {
  if (method == NULL)
    fail_msg("%s", error->message);
  mx *book = calloc(1, sizeof *book);
  assert_non_null(book);
  assert_true(method->table_count <= MX_TABLES);
  book->method = method;
  book->rows = (kp_method_rows){.data = book,
                                .language = KP_LANGUAGE_EN,
                                .count = count_rows,
                                .cell = read_cell,
                                .setting = read_setting,
                                .enabled = is_enabled};
  return book;
}

mx *mx_new(void) {
  kp_method_error error;
  return begin(kp_workbook_method_in(KP_ROOT "/extension/method", KP_LANGUAGE_EN, &error), &error);
}

static kp_method_file read_file(const char *path, const char *name) {
  enum { SIZE = KP_METHOD_FILE_BYTES };
  char *bytes = malloc(SIZE);
  FILE *file = fopen(path, "rb");
  assert_non_null(bytes);
  if (file == NULL)
    fail_msg("no %s", path);
  size_t size = fread(bytes, 1, SIZE, file);
  fclose(file);
  return (kp_method_file){name, bytes, size};
}

mx *mx_two(void) {
  kp_method_error error;
  kp_method_file files[] = {
      read_file(KP_ROOT "/extension/method/actions.xml", "actions.xml"),
      read_file(KP_ROOT "/extension/method/common.xml", "common.xml"),
      read_file(KP_FIXTURES "/practices/praise.xml", "praise.xml"),
      read_file(KP_ROOT "/extension/method/structural.xml", "structural.xml"),
  };
  mx *book = begin(
      kp_method_read_whole(files, sizeof files / sizeof *files, KP_LANGUAGE_EN, &error), &error);
  for (size_t i = 0; i < sizeof files / sizeof *files; i++)
    free((char *)files[i].bytes);
  return book;
}

mx *mx_new_from(const char *body) {
  static const char head[] =
      "<method version='1' practice='trial' en='T' nl='T' hint-en='T' hint-nl='T'>";
  kp_method_error error;
  size_t size = sizeof head + strlen(body) + sizeof "</method>";
  char *text = malloc(size);
  assert_non_null(text);
  snprintf(text, size, "%s%s</method>", head, body);
  kp_method_file files[] = {{"common.xml", mx_common, strlen(mx_common)},
                            {"trial.xml", text, strlen(text)}};
  mx *book = begin(kp_method_read(files, 2, KP_LANGUAGE_EN, &error), &error);
  free(text);
  return book;
}

#define COL(key, more)                                                                             \
  "<column key='" key "' en='" key "' nl='" key "' hint-en='h' hint-nl='h' " more "/>"

/* Two tables: parents and children, with a column of each kind. */
#define TABLES                                                                                     \
  "<setting key='most' value='2' least='1' most='5' en='Most' nl='Most'/>"                         \
  "<setting key='days' value='30' least='1' most='90' en='Days' nl='Dagen'/>"                      \
  "<list key='status' statuses='yes' en='S' nl='S'>"                                               \
  "<item key='new' step='1' start='yes' to='busy out hold' en='New' nl='Nieuw'/>"                  \
  "<item key='busy' step='2' start='yes' to='new done hold out' en='Busy' nl='Bezig'/>"            \
  "<item key='done' step='3' end='yes' to='busy' en='Done' nl='Klaar'/>"                           \
  "<item key='hold' to='new busy' en='Hold' nl='Wacht'/>"                                          \
  "<item key='out' end='yes' en='Out' nl='Uit'/></list>"                                           \
  "<list key='unit' open='yes' source='lists.unit' en='U' nl='U'>"                                 \
  "<item key='whole' en='Whole' nl='Geheel'/></list>"                                              \
  "<table key='p' prefix='P' title='name' en='P' nl='P' hint-en='h' hint-nl='h'>" COL(             \
      "name", "kind='text'") COL("who", "kind='person'") COL("status",                             \
                                                             "kind='list' list='status'")          \
      COL("unit", "kind='list' list='unit'") COL("day", "kind='date'") COL("day2", "kind='date'")  \
          COL("n", "kind='number' least='1' most='5'") COL("m", "kind='number'")                   \
              COL("yes", "kind='yesno'") COL("story", "kind='longtext'")                           \
                  COL("other", "kind='longtext'") COL("p", "kind='link' target='p'")               \
                      COL("sum",                                                                   \
                          "kind='formula' result='number' "                                        \
                          "formula='[n]+[m]'") "</table>"                                          \
                                               "<table key='c' prefix='C' "                        \
                                               "title='name' en='C' nl='C' "                       \
                                               "hint-en='h' "                                      \
                                               "hint-nl='h'>" COL("name", "kind='text'") COL(      \
                                                   "p", "kind"                                     \
                                                        "='"                                       \
                                                        "link"                                     \
                                                        "' "                                       \
                                                        "targ"                                     \
                                                        "et='"                                     \
                                                        "p'") COL("day", "kind='date'")            \
                                                   COL("status", "kind='list' "                    \
                                                                 "list='status'")                  \
                                                       COL("c",                                    \
                                                           "kind='link'"                           \
                                                           " target='"                             \
                                                           "c'") "</"                              \
                                                                 "table"                           \
                                                                 ">"                               \
                                                                 "<tabl"                           \
                                                                 "e "                              \
                                                                 "key='"                           \
                                                                 "lists"                           \
                                                                 "' "                              \
                                                                 "plain"                           \
                                                                 "='"                              \
                                                                 "yes' "                           \
                                                                 "peopl"                           \
                                                                 "e='"                             \
                                                                 "perso"                           \
                                                                 "n' "                             \
                                                                 "title"                           \
                                                                 "='"                              \
                                                                 "perso"                           \
                                                                 "n' "                             \
                                                                 "en='"                            \
                                                                 "L' "                             \
                                                                 "nl='"                            \
                                                                 "L' "                             \
                                                                 "hint-"                           \
                                                                 "en='"                            \
                                                                 "h' "                             \
                                                                 "hint-"                           \
                                                                 "nl='"                            \
                                                                 "h'"                              \
                                                                 ">" COL("p"                       \
                                                                         "e"                       \
                                                                         "r"                       \
                                                                         "s"                       \
                                                                         "o"                       \
                                                                         "n",                      \
                                                                         "k"                       \
                                                                         "i"                       \
                                                                         "n"                       \
                                                                         "d"                       \
                                                                         "="                       \
                                                                         "'"                       \
                                                                         "t"                       \
                                                                         "e"                       \
                                                                         "x"                       \
                                                                         "t"                       \
                                                                         "'")                      \
                                                                     COL("unit",                   \
                                                                         "kind='text'") "</table>"

mx *mx_trial(const char *rules) {
  size_t size = sizeof TABLES + strlen(rules);
  char *body = malloc(size);
  assert_non_null(body);
  snprintf(body, size, "%s%s", TABLES, rules);
  mx *book = mx_new_from(body);
  free(body);
  return book;
}

void mx_clear(mx *book) {
  for (size_t i = 0; i < MX_TABLES; i++) {
    for (size_t row = 0; row < book->sheets[i].count; row++) {
      free(book->sheets[i].rows[row].text);
      free(book->sheets[i].rows[row].more);
    }
    free(book->sheets[i].rows);
    book->sheets[i] = (mx_sheet){NULL, 0, 0, false};
  }
}

void mx_free(mx *book) {
  mx_clear(book);
  kp_method_findings_clear(&book->findings);
  kp_method_free(book->method);
  free(book);
}

void mx_expect_error(const char *bytes, size_t size, kp_language language, int line,
                     const char *words) {
  kp_method_error error;
  kp_method_file files[] = {{"common.xml", mx_common, strlen(mx_common)},
                            {"trial.xml", bytes, size}};
  kp_method *method = kp_method_read(files, 2, language, &error);
  if (method != NULL) {
    kp_method_free(method);
    fail_msg("loaded, though: %s", words);
  }
  if (strstr(error.message, words) == NULL)
    fail_msg("“%s” does not say “%s”", error.message, words);
  if (line > 0) {
    assert_string_equal(error.file, "trial.xml");
    assert_int_equal(error.line, line);
  }
}

/* ---------------------------------------------------------------------------------------- rows */

const kp_method_practice *mx_stepped(const mx *book) {
  const kp_method_practice *found = NULL;
  for (size_t i = 0; i < book->method->practice_count; i++)
    if (book->method->practices[i]->step_count > 0 &&
        (found == NULL || strcmp(book->method->practices[i]->key, "structural") == 0))
      found = book->method->practices[i];
  assert_non_null(found);
  return found;
}

const kp_method_table *mx_table(const mx *book, const char *table) {
  const kp_method_table *found = kp_method_find_table(book->method, table);
  if (found == NULL)
    fail_msg("no table %s", table);
  return found;
}

const kp_method_column *mx_column(const mx *book, const char *table, const char *column) {
  const kp_method_column *found = kp_method_find_column(mx_table(book, table), column);
  if (found == NULL)
    fail_msg("no column %s in %s", column, table);
  return found;
}

static kp_method_cell parse_cell(const char *text) {
  if (*text == '@')
    return (kp_method_cell){KP_METHOD_VALUE, NULL,
                            (double)kp_date_serial(mx_today) + strtod(text + 1, NULL)};
  if (*text == '#')
    return (kp_method_cell){KP_METHOD_VALUE, NULL, strtod(text + 1, NULL)};
  if (strcmp(text, "!") == 0)
    return (kp_method_cell){KP_METHOD_BROKEN, NULL, 0};
  if (strcmp(text, "?") == 0)
    return (kp_method_cell){KP_METHOD_ABSENT, NULL, 0};
  return (kp_method_cell){*text == '\0' ? KP_METHOD_BLANK : KP_METHOD_WORDS, text, 0};
}

/* Cuts a row into values; the texts stay in `copy`, which is the caller's. */
static size_t parse_row(const mx *book, const char *table, const char *row, char **copy,
                        kp_method_value values[MX_VALUES]) {
  size_t count = 0;
  *copy = malloc(strlen(row) + 1);
  assert_non_null(*copy);
  strcpy(*copy, row);
  for (char *at = *copy; at != NULL && *at != '\0';) {
    char *end = strchr(at, '|');
    char *sign = strchr(at, '=');
    assert_non_null(sign);
    assert_true(count < MX_VALUES);
    *sign = '\0';
    if (end != NULL)
      *end = '\0';
    values[count++] = (kp_method_value){mx_column(book, table, at), parse_cell(sign + 1)};
    at = end != NULL ? end + 1 : NULL;
  }
  return count;
}

size_t mx_put(mx *book, const char *table, const char *row) {
  kp_method_value values[MX_VALUES];
  mx_sheet *sheet = &book->sheets[mx_table(book, table)->index];
  if (sheet->count == sheet->capacity) {
    sheet->capacity = sheet->capacity == 0 ? 8 : 2 * sheet->capacity;
    sheet->rows = realloc(sheet->rows, sheet->capacity * sizeof *sheet->rows);
    assert_non_null(sheet->rows);
  }
  mx_row *into = &sheet->rows[sheet->count];
  memset(into, 0, sizeof *into);
  size_t count = parse_row(book, table, row, &into->text, values);
  for (size_t i = 0; i < count; i++)
    into->cells[values[i].column->index] = values[i].cell;
  return sheet->count++;
}

void mx_set(mx *book, const char *table, size_t row, const char *text) {
  kp_method_value values[MX_VALUES];
  mx_row *into = &book->sheets[mx_table(book, table)->index].rows[row];
  assert_null(into->more); /* once per row is enough for a test */
  size_t count = parse_row(book, table, text, &into->more, values);
  for (size_t i = 0; i < count; i++)
    into->cells[values[i].column->index] = values[i].cell;
}

static kp_method_book *open_book(mx *book) {
  kp_method_book *opened = kp_method_book_new(book->method, &book->rows, mx_today);
  assert_non_null(opened);
  return opened;
}

static void enter(mx *book, const char *table, size_t row, const char *text, const char *note) {
  kp_method_value values[MX_VALUES];
  char *copy;
  size_t count = parse_row(book, table, text, &copy, values);
  kp_method_entry entry = {mx_table(book, table), row, values, count, note};
  kp_method_book *opened = open_book(book);
  kp_method_findings_clear(&book->findings);
  assert_true(kp_method_check_entry(opened, &entry, KP_LANGUAGE_EN, &book->findings));
  kp_method_book_free(opened);
  free(copy);
}

void mx_enter(mx *book, const char *table, const char *row) {
  enter(book, table, KP_METHOD_NEW_ROW, row, NULL);
}

void mx_change(mx *book, const char *table, size_t row, const char *values, const char *note) {
  enter(book, table, row, values, note);
}

void mx_check(mx *book) {
  kp_method_book *opened = open_book(book);
  kp_method_findings_clear(&book->findings);
  assert_true(kp_method_check_book(opened, KP_LANGUAGE_EN, &book->findings));
  kp_method_book_free(opened);
}

bool mx_required(mx *book, const char *table, const char *row, const char *column) {
  kp_method_value values[MX_VALUES];
  char *copy;
  size_t count = parse_row(book, table, row, &copy, values);
  kp_method_entry entry = {mx_table(book, table), KP_METHOD_NEW_ROW, values, count, NULL};
  kp_method_book *opened = open_book(book);
  bool required = kp_method_required(opened, &entry, mx_column(book, table, column));
  kp_method_book_free(opened);
  free(copy);
  return required;
}

const char *mx_wants_note(mx *book, const char *table, size_t row, const char *values) {
  kp_method_value parsed[MX_VALUES];
  char *copy;
  size_t count = parse_row(book, table, values, &copy, parsed);
  kp_method_entry entry = {mx_table(book, table), row, parsed, count, "said already"};
  kp_method_book *opened = open_book(book);
  const char *rule = kp_method_wants_note(opened, &entry);
  kp_method_book_free(opened);
  free(copy);
  return rule;
}

/* ------------------------------------------------------------------------------------ findings */

size_t mx_count(const mx *book, const char *rule) {
  size_t count = 0;
  for (size_t i = 0; i < book->findings.count; i++)
    count += strcmp(book->findings.list[i].rule, rule) == 0;
  return count;
}

bool mx_said(const mx *book, const char *rule) {
  return mx_count(book, rule) > 0;
}

static void print_findings(const mx *book) {
  for (size_t i = 0; i < book->findings.count; i++)
    print_message("  %s: %s\n", book->findings.list[i].rule, book->findings.list[i].message);
}

const kp_method_finding *mx_finding(const mx *book, const char *rule) {
  for (size_t i = 0; i < book->findings.count; i++)
    if (strcmp(book->findings.list[i].rule, rule) == 0)
      return &book->findings.list[i];
  print_findings(book);
  fail_msg("%s said nothing", rule);
  return NULL;
}

void mx_expect(const mx *book, const char *rule, kp_method_severity severity, const char *column) {
  const kp_method_finding *finding = mx_finding(book, rule);
  assert_int_equal(finding->severity, severity);
  assert_string_equal(finding->column->key, column);
}

void mx_expect_silent(const mx *book, const char *rule) {
  if (mx_said(book, rule))
    fail_msg("%s said: %s", rule, mx_finding(book, rule)->message);
}

void mx_refuses(mx *book, const char *table, const char *row) {
  mx_enter(book, table, row);
  assert_int_equal(mx_finding(book, "r")->severity, KP_METHOD_REFUSE);
}

void mx_accepts(mx *book, const char *table, const char *row) {
  mx_enter(book, table, row);
  mx_expect_silent(book, "r");
}

void mx_expect_nothing(const mx *book) {
  print_findings(book);
  assert_int_equal(book->findings.count, 0);
}
