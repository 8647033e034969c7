/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * libFuzzer target: any bytes as a method file. What loads is put to work on made-up rows, so that
 * rules nobody would write are run too. `make fuzz` builds and runs it.
 */
#include "kernpunt/method.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define SAY(check) "<message check='" check "' en='{value} {count}' nl='{count} {value}'/>"

/* What a file may lean on. */
static const char common[] =
    "<method version='1' practice='basis' always='yes' en='B' nl='B' hint-en='B' hint-nl='B'>"
    "<setting key='most' value='2' least='1' most='5' en='M' nl='M'/>"
    "<list key='yesno' en='Y' nl='J'><item key='yes' en='Yes' nl='Ja'/>"
    "<item key='no' en='No' nl='Nee'/></list><list key='groups' en='G' nl='G'>"
    "<item key='team' en='team' nl='teams'/></list>" SAY("required") SAY("one-person")
        SAY("known-person") SAY("in-list") SAY("is-date") SAY("is-number") SAY("text-length")
            SAY("has-id") SAY("valid-id") SAY("unique") SAY("exists") SAY("no-error")
                SAY("date-not-past") SAY("status-step") SAY("forward-only")
                    SAY("never") "<every-table><column key='id' kind='id' en='ID' nl='ID' "
                                 "hint-en='i' hint-nl='i'/>"
                                 "</every-table></method>";

enum { ROWS = 7 };

typedef struct made_up {
  char ids[ROWS][16];
  unsigned seed;
} made_up;

static unsigned mix(unsigned one, unsigned other) {
  unsigned mixed = (one ^ (other * 0x9E3779B9u)) * 0x85EBCA6Bu;
  return mixed ^ (mixed >> 13);
}

static size_t count_rows(void *data, const kp_method_table *table) {
  const made_up *rows = data;
  return mix(rows->seed, (unsigned)table->index) % 9 == 0 ? KP_METHOD_NO_TABLE : ROWS;
}

static kp_method_cell read_cell(void *data, const kp_method_column *column, size_t row) {
  static const char *const texts[] = {"",     "Petra Jansen", "Jansen, Petra",
                                      "team", "a / b;c",      "3,5"};
  made_up *rows = data;
  unsigned number = mix(mix(rows->seed, (unsigned)column->index), (unsigned)row + 77u);
  kp_method_cell cell = {KP_METHOD_WORDS, texts[number / 16 % 6], 0};
  switch (number % 8) {
  case 0:
    cell.kind = KP_METHOD_BLANK;
    break;
  case 1:
    cell.kind = KP_METHOD_VALUE;
    cell.number = 46200.0 + number / 16 % 40;
    break;
  case 2:
    cell.kind = number % 3 == 0 ? KP_METHOD_BROKEN : KP_METHOD_ABSENT;
    break;
  default:
    if (column->kind == KP_METHOD_ID || column->kind == KP_METHOD_LINK) {
      const kp_method_table *table = column->kind == KP_METHOD_ID ? column->table : column->target;
      size_t wanted = column->kind == KP_METHOD_ID ? row : number / 16 % ROWS;
      snprintf(rows->ids[row], sizeof rows->ids[row], "%s-0000%zu", table->prefix, wanted);
      cell.text = wanted == row ? rows->ids[row] : "X-00001";
    } else if (column->list != NULL) {
      cell.text = column->list->items[number / 16 % column->list->count]->name.in[number / 8 % 2];
    } else if (column->result == KP_METHOD_DATE || column->result == KP_METHOD_NUMBER) {
      cell.kind = KP_METHOD_VALUE;
      cell.number = column->result == KP_METHOD_DATE ? 46200.0 + number / 16 % 40 : number % 6;
    }
  }
  return cell;
}

static bool write_address(void *data, const kp_method_column *column, bool whole, char *text,
                          size_t size) {
  (void)data;
  return snprintf(text, size, whole ? "$%zu$" : "%zu", column->index) > 0;
}

static void work_on_table(kp_method_book *book, const kp_method *method,
                          const kp_method_table *table, made_up *rows) {
  kp_method_value values[8];
  size_t count = 0;
  kp_method_findings findings = {NULL, 0, 0};
  kp_method_progress progress;
  kp_method_places places = {NULL, write_address, NULL};
  for (size_t i = 0; i < table->count; i++) {
    if (table->columns[i]->formula != NULL)
      free(kp_method_formula(method, table->columns[i], KP_LANGUAGE_NL, &places));
    if (count < 8)
      values[count++] = (kp_method_value){table->columns[i], read_cell(rows, table->columns[i], 1)};
  }
  for (size_t row = 0; row < 2; row++) {
    kp_method_entry entry = {table, row == 0 ? KP_METHOD_NEW_ROW : row + 1, values, count, NULL};
    if (row > 0 && count_rows(rows, table) == KP_METHOD_NO_TABLE)
      continue;
    kp_method_check_entry(book, &entry, KP_LANGUAGE_NL, &findings);
    kp_method_required(book, &entry, table->columns[0]);
  }
  kp_method_book_phase(book, table, 0);
  if (kp_method_book_steps(book, table, 0, KP_LANGUAGE_EN, &progress))
    kp_method_progress_clear(&progress);
  kp_method_findings_clear(&findings);
}

static void work(const kp_method *method, unsigned seed) {
  made_up rows = {{""}, seed};
  kp_method_rows reader = {&rows, KP_LANGUAGE_EN, count_rows, read_cell, NULL, NULL};
  kp_method_book *book = kp_method_book_new(method, &reader, (kp_date){2026, 7, 15});
  kp_method_findings findings = {NULL, 0, 0};
  kp_method_agenda agenda;
  if (book == NULL)
    return;
  kp_method_check_book(book, KP_LANGUAGE_EN, &findings);
  kp_method_findings_clear(&findings);
  for (size_t i = 0; i < method->table_count && i < 6; i++)
    work_on_table(book, method, method->tables[i], &rows);
  if (kp_method_book_agenda(book, "Petra Jansen", 10, &agenda))
    kp_method_agenda_clear(&agenda);
  kp_method_book_free(book);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  kp_method_error error;
  kp_method_file files[] = {{"common.xml", common, sizeof common - 1},
                            {"fuzz.xml", (const char *)data, size}};
  kp_method *method =
      kp_method_read(files, 2, size % 2 == 0 ? KP_LANGUAGE_EN : KP_LANGUAGE_NL, &error);
  if (method != NULL)
    work(method, (unsigned)size);
  else if (error.message[0] == '\0')
    abort(); /* an error must be said */
  kp_method_free(method);
  return 0;
}
