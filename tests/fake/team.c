/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workbook that a team set up, in a fake office. */
#include "team.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

enum { MOST_FIELDS = 40 };

void fake_team_open(fake_team *team, const char *folder) {
  kp_method_error error;
  memset(team, 0, sizeof *team);
  if (!fake_office_open(&team->office))
    fail_msg("no fake office: was build/office.idl made?");
  fake_calc_open(&team->office, "nl-NL", &team->calc);
  team->method = kp_workbook_method_in(folder != NULL ? folder : KP_ROOT "/extension/method",
                                       KP_LANGUAGE_NL, &error);
  if (team->method == NULL)
    fail_msg("%s", error.message);
  team->document = (kp_document){.context = team->office.context,
                                 .model = team->calc.model,
                                 .controller = team->calc.controller,
                                 .method = team->method,
                                 .language = KP_LANGUAGE_NL};
}

void fake_team_clear(fake_team *team) {
  kp_outcome_clear(&team->outcome);
  kp_method_findings_clear(&team->findings);
  memset(&team->outcome, 0, sizeof team->outcome);
  team->error = (kp_uno_error)KP_UNO_NO_ERROR;
}

void fake_team_close(fake_team *team) {
  fake_team_clear(team);
  kp_method_free(team->method);
  fake_calc_close(&team->calc);
  fake_office_close(&team->office);
  assert_int_equal(fake_object_count(), 0);
}

void fake_team_link_method(void) {
  char own[400] = "";
  char *slash = NULL;
  assert_true(readlink("/proc/self/exe", own, sizeof own - 20) > 0);
  for (int i = 0; i < 2 && (slash = strrchr(own, '/')) != NULL; i++)
    *slash = '\0';
  strcat(own, "/method");
  if (symlink(KP_ROOT "/extension/method", own) != 0)
    assert_int_equal(access(own, R_OK), 0);
}

void fake_team_reopen(fake_team *team) {
  fake_calc_reopen(&team->calc);
  team->document.model = team->calc.model;
  team->document.controller = team->calc.controller;
}

kp_workbook_answer fake_team_set_up(fake_team *team, const char *const *practices) {
  kp_setup setup = {.language = KP_LANGUAGE_NL, .practices = practices};
  while (practices != NULL && practices[setup.count] != NULL)
    setup.count++;
  fake_team_clear(team);
  return kp_workbook_setup(&team->error, &team->document, &setup, &team->outcome);
}

static size_t take(va_list *rest, kp_entry_value values[MOST_FIELDS]) {
  size_t count = 0;
  for (const char *key; count < MOST_FIELDS && (key = va_arg(*rest, const char *)) != NULL;)
    values[count++] = (kp_entry_value){key, va_arg(*rest, const char *)};
  return count;
}

kp_workbook_answer fake_team_append(fake_team *team, const char *table, ...) {
  kp_entry_value values[MOST_FIELDS];
  kp_entry entry = {.table = table, .values = values};
  va_list rest;
  va_start(rest, table);
  entry.count = take(&rest, values);
  va_end(rest);
  fake_team_clear(team);
  return kp_workbook_append(&team->error, &team->document, &entry, &team->findings, &team->outcome);
}

kp_workbook_answer fake_team_change(fake_team *team, const char *table, const char *id,
                                    const char *note, ...) {
  kp_entry_value values[MOST_FIELDS];
  kp_entry entry = {.table = table, .id = id, .note = note, .values = values};
  va_list rest;
  va_start(rest, note);
  entry.count = take(&rest, values);
  va_end(rest);
  fake_team_clear(team);
  return kp_workbook_change(&team->error, &team->document, &entry, &team->findings, &team->outcome);
}

/* ------------------------------------------------------------------------------------- its cells
 */

static const kp_method_table *table_of(const fake_team *team, const char *key) {
  const kp_method_table *table = kp_method_find_table(team->method, key);
  if (table == NULL)
    fail_msg("no table %s", key);
  return table;
}

const char *fake_team_sheet(const fake_team *team, const char *table) {
  return table_of(team, table)->name.in[KP_LANGUAGE_NL];
}

/* A column that shows the name behind a link has the link's own header, and the link says that it
 * holds the ID. */
static const char *header_of(const kp_method_column *column, char *text, size_t size) {
  const kp_method_table *table = column->table;
  bool named = false;
  for (size_t i = 0; i < table->count; i++)
    named = named || table->columns[i]->names == column;
  snprintf(text, size, "%s%s",
           (column->names != NULL ? column->names : column)->name.in[KP_LANGUAGE_NL],
           named ? " (ID)" : "");
  return text;
}

static const char *column_of(fake_team *team, const char *table, const char *key) {
  char text[120];
  const kp_method_column *column = kp_method_find_column(table_of(team, table), key);
  const char *header = column != NULL ? header_of(column, text, sizeof text) : key;
  const char *letters =
      fake_column_of(team->calc.document, fake_team_sheet(team, table), 1, header);
  if (letters[0] == '\0')
    fail_msg("no column %s.%s", table, key);
  return letters;
}

const char *fake_team_cell(fake_team *team, const char *table, const char *key, int row) {
  static char name[24];
  snprintf(name, sizeof name, "%s%d", column_of(team, table, key), row);
  return name;
}

int fake_team_row(fake_team *team, const char *table, const char *id) {
  const kp_method_column *column = table_of(team, table)->id;
  char letters[8];
  snprintf(letters, sizeof letters, "%s",
           column_of(team, table, column != NULL ? column->key : ""));
  return fake_row_of(team->calc.document, fake_team_sheet(team, table), letters, id);
}

void fake_team_expect(fake_team *team, const char *table, const char *id, const char *key,
                      const char *expected) {
  int row = fake_team_row(team, table, id);
  if (row == 0)
    fail_msg("no row %s in %s", id, table);
  fake_expect(team->calc.document, fake_team_sheet(team, table),
              fake_team_cell(team, table, key, row), expected);
}
