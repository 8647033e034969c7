/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people changed since is not overwritten by what a crash lost. */
#include "journal_spare.h"

#include "formulas.h"
#include "held.h"
#include "log.h"
#include "strings.h"
#include "writer.h"

#include <stdlib.h>
#include <string.h>

struct kp_spared {
  kp_spared *next;
  kp_cell *cells; /* of a line of the log; borrows all but `reason` */
  char *reason;
};

typedef struct job {
  const kp_document *document;
  kp_registry registry;
  kp_reader *reader;
  kp_held held;
  const kp_method_table *log;
  kp_record *records;
  size_t count;
} job;

void kp_spared_free(kp_spared *spared) {
  while (spared != NULL) {
    kp_spared *next = spared->next;
    free(spared->cells);
    free(spared->reason);
    free(spared);
    spared = next;
  }
}

static const char *text_in(const job *of, const kp_record *line, kp_method_role role) {
  const kp_method_column *column = kp_method_role_column(of->log, role);
  const kp_cell *cell = column != NULL ? kp_record_cell(line, column->key) : NULL;
  return cell != NULL && cell->text != NULL ? cell->text : "";
}

/* The line of the log that was written with a change. */
static kp_record *line_of(const job *of, const kp_record *change) {
  for (size_t i = 0; i < of->count; i++)
    if (strcmp(of->records[i].table, of->log->key) == 0 &&
        strcmp(of->records[i].id, change->proof) == 0)
      return &of->records[i];
  return NULL;
}

/* Its place among the rows as they are now; KP_METHOD_NEW_ROW when it is not there. */
static size_t row_of(const job *of, const kp_method_table *table, const char *id) {
  const kp_method_rows *rows = kp_reader_rows(of->reader);
  size_t count = rows->count(rows->data, table);
  for (size_t i = 0; count != KP_METHOD_NO_TABLE && table->id != NULL && i < count; i++) {
    kp_method_cell cell = rows->cell(rows->data, table->id, i);
    if (cell.kind == KP_METHOD_WORDS && strcmp(cell.text, id) == 0)
      return i;
  }
  return KP_METHOD_NEW_ROW;
}

/* Who changed the row and when changes with every save. */
static bool is_signature(const kp_method_table *table, const kp_cell *cell) {
  const kp_method_column *column = kp_method_find_column(table, cell->key);
  return column != NULL &&
         (column->role == KP_ROLE_CHANGED_BY || column->role == KP_ROLE_CHANGED_ON);
}

static bool share_cells(const kp_method_table *table, const kp_record *one,
                        const kp_record *other) {
  for (size_t i = 0; i < one->count; i++)
    if (!is_signature(table, &one->cells[i]) && kp_record_cell(other, one->cells[i].key) != NULL)
      return true;
  return false;
}

/* Where an earlier change of these cells is made again, this one stands on it. */
static bool has_earlier(const job *of, const kp_method_table *table, size_t at) {
  const kp_record *change = &of->records[at];
  for (size_t i = 0; i < at; i++)
    if (of->records[i].change && strcmp(of->records[i].table, change->table) == 0 &&
        strcmp(of->records[i].id, change->id) == 0 && share_cells(table, &of->records[i], change))
      return true;
  return false;
}

/* Whether the cells hold what the log says they held before, or after. */
static bool is_as_it_was(kp_uno_error *error, const job *of, const kp_record *change,
                         const kp_record *line, const kp_method_table *table, size_t row,
                         bool *same) {
  kp_log_line now = {.document = of->document,
                     .reader = of->reader,
                     .table = table,
                     .row = row,
                     .note = "",
                     .user = "",
                     .language = kp_formulas_language(of->document, &of->registry)};
  kp_record probe = *change;
  kp_record log = {.change = false};
  probe.proof = NULL;
  probe.count = 0;
  probe.cells = malloc((change->count + 1) * sizeof *probe.cells);
  if (probe.cells == NULL)
    return kp_uno_error_memory(error);
  for (size_t i = 0; i < change->count; i++)
    if (!is_signature(table, &change->cells[i]))
      probe.cells[probe.count++] = change->cells[i];
  bool good = kp_log_make(error, &now, &probe, &log);
  if (good) {
    const char *stands = text_in(of, &log, KP_ROLE_WAS);
    *same = strcmp(stands, text_in(of, line, KP_ROLE_WAS)) == 0 ||
            strcmp(stands, text_in(of, line, KP_ROLE_BECOMES)) == 0;
  }
  kp_record_clear(&log);
  free(probe.proof);
  free(probe.cells);
  return good;
}

/* The line of the log says that the change was not made again. */
static bool explain(kp_uno_error *error, const job *of, kp_record *line, kp_spared **spared) {
  const kp_method_column *column = kp_method_role_column(of->log, KP_ROLE_REASON);
  const char *why =
      kp_text_get(KP_TEXT_RESTORE_LATER_LOG, kp_formulas_language(of->document, &of->registry));
  const char *note = text_in(of, line, KP_ROLE_REASON);
  kp_spared *one = calloc(1, sizeof *one);
  if (one == NULL)
    return kp_uno_error_memory(error);
  one->next = *spared;
  *spared = one;
  one->reason = kp_strings_join(error, note, note[0] != '\0' ? " / " : "", why);
  one->cells = malloc((line->count + 1) * sizeof *one->cells);
  if (one->reason == NULL || one->cells == NULL)
    return kp_uno_error_memory(error);
  memcpy(one->cells, line->cells, line->count * sizeof *one->cells);
  for (size_t i = 0; column != NULL && i < line->count; i++)
    if (strcmp(one->cells[i].key, column->key) == 0)
      one->cells[i].text = one->reason;
  line->cells = one->cells;
  return true;
}

static bool look_at(kp_uno_error *error, job *of, size_t at, bool *spare) {
  const kp_record *change = &of->records[at];
  const kp_method_table *table = kp_method_find_table(of->document->method, change->table);
  const kp_record *line = line_of(of, change);
  bool there = false;
  bool same = true;
  *spare = false;
  if (!change->change || table == NULL || line == NULL || has_earlier(of, table, at))
    return true;
  if (!kp_held_has(error, &of->held, of->log->key, change->proof, &there))
    return false;
  size_t row = there ? KP_METHOD_NEW_ROW : row_of(of, table, change->id);
  if (row == KP_METHOD_NEW_ROW)
    return !kp_reader_failed(of->reader, error);
  bool good = is_as_it_was(error, of, change, line, table, row, &same) &&
              !kp_reader_failed(of->reader, error);
  *spare = good && !same;
  return good;
}

static bool spare_all(kp_uno_error *error, job *of, kp_spared **spared) {
  bool good = true;
  for (size_t i = 0; good && i < of->count;) {
    bool spare = false;
    good = look_at(error, of, i, &spare) &&
           (!spare || explain(error, of, line_of(of, &of->records[i]), spared));
    if (good && spare)
      memmove(&of->records[i], &of->records[i + 1], (--of->count - i) * sizeof *of->records);
    else
      i++;
  }
  return good;
}

bool kp_journal_spare(kp_uno_error *error, const kp_document *document, kp_record *records,
                      size_t *count, kp_spared **spared) {
  job of = {.document = document,
            .held = {.document = document},
            .log = kp_method_role_table(document->method, KP_ROLE_LOG),
            .records = records,
            .count = *count};
  bool any = false;
  *spared = NULL;
  for (size_t i = 0; i < of.count; i++)
    any = any || records[i].change;
  if (!any || of.log == NULL)
    return true;
  of.reader = kp_reader_new(error, document);
  bool good = of.reader != NULL && kp_registry_read(error, document->model, &of.registry) &&
              spare_all(error, &of, spared);
  *count = of.count;
  kp_held_clear(&of.held);
  kp_reader_free(of.reader);
  kp_registry_clear(&of.registry);
  return good;
}
