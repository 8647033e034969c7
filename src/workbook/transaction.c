/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several writes as one, and taking them back. */
#include "transaction.h"

#include "cells.h"
#include "identity.h"
#include "track.h"
#include "strings.h"

#include <stdlib.h>
#include <string.h>

/* A cell that was written: what stood there, and what stands there since. */
typedef struct memory {
  struct memory *next;
  kp_track *line;      /* NULL for a cell in no row of a table */
  uno_Interface *cell; /* follows it when rows come and go */
  kp_content before;
  kp_content after;
  bool known; /* what stands there since */
} memory;

/* A sheet that was shown. */
typedef struct shown {
  struct shown *next;
  uno_Interface *sheet;
} shown;

struct kp_transaction {
  const kp_document *document;
  kp_undo undo;
  bool failed;
  int ours; /* what we put into the step of undo, when nobody else did */
  bool foreign;
  bool past;        /* something was written that only the office can undo */
  kp_track *lines;  /* the last one first */
  memory *memories; /* likewise */
  shown *sheets;
  char **journal; /* lines of the records in the journal */
  size_t journal_count;
  char *identity; /* that the workbook gets with the rows; or NULL */
};

/* --------------------------------------------------------------------------- begin, join, journal
 */

kp_transaction *kp_transaction_begin(kp_uno_error *error, const kp_document *document,
                                     const char *title) {
  kp_transaction *transaction = calloc(1, sizeof *transaction);
  if (transaction == NULL) {
    kp_uno_error_memory(error);
    return NULL;
  }
  transaction->document = document;
  if (!kp_undo_enter(error, document, title, &transaction->undo)) {
    free(transaction);
    return NULL;
  }
  transaction->ours = kp_undo_actions(&transaction->undo);
  return transaction;
}

kp_transaction *kp_transaction_join(kp_uno_error *error, const kp_document *document,
                                    const char *title, bool *own) {
  *own = document->transaction == NULL;
  return *own ? kp_transaction_begin(error, document, title) : document->transaction;
}

void kp_transaction_fail(kp_transaction *transaction) {
  transaction->failed = true;
}

void kp_transaction_past(kp_transaction *transaction, bool matters) {
  transaction->undo.wrote = true;
  transaction->ours = kp_undo_actions(&transaction->undo);
  transaction->past = transaction->past || matters;
}

bool kp_transaction_journal(kp_uno_error *error, kp_transaction *transaction,
                            const kp_registry *registry, bool shared, const kp_record *records,
                            size_t count) {
  size_t whole = transaction->journal_count + count;
  char **more = realloc(transaction->journal, (whole + 1) * sizeof *more);
  if (more == NULL)
    return kp_uno_error_memory(error);
  transaction->journal = more;
  for (size_t i = 0; i < count; i++) {
    char *line = kp_record_line(&records[i]);
    if (line == NULL)
      return kp_uno_error_memory(error);
    line[strcspn(line, "\n")] = '\0';
    more[transaction->journal_count++] = line;
  }
  char *identity = NULL;
  bool good =
      kp_journal_add(error, transaction->document, registry, shared, records, count, &identity);
  if (identity != NULL) {
    free(transaction->identity);
    transaction->identity = identity;
  }
  return good;
}

static void withdraw(const kp_transaction *transaction) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  for (size_t i = 0; i < transaction->journal_count; i++) {
    kp_record record;
    if (kp_record_parse(transaction->journal[i], &record)) {
      kp_journal_withdraw(&ignored, transaction->document->context, &record, 1);
      kp_record_clear(&record);
    }
  }
}

/* ------------------------------------------------------------------------------------- writing */

/* Around each call that writes: whatever else was put into the step meanwhile is not ours. */
static int before_call(kp_transaction *transaction) {
  int actions = kp_undo_actions(&transaction->undo);
  transaction->foreign = transaction->foreign || actions != transaction->ours;
  transaction->undo.wrote = true;
  return actions;
}

static void after_call(kp_transaction *transaction, int before) {
  transaction->ours = kp_undo_actions(&transaction->undo);
  transaction->foreign = transaction->foreign || transaction->ours > before + 1;
}

bool kp_transaction_insert(kp_uno_error *error, kp_transaction *transaction, const kp_grid *grid,
                           const char *id, int32_t row, kp_track **line) {
  *line = kp_track_new(error, &transaction->lines, grid, id);
  if (*line == NULL)
    return false;
  int before = before_call(transaction);
  bool good = kp_track_insert(error, *line, row);
  after_call(transaction, before);
  return good && kp_track_stays(error, *line) &&
         (id[0] == '\0' || (kp_transaction_text(error, transaction, *line, grid->id, id) &&
                            ((*line)->named || kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION,
                                                                "the row did not stay"))));
}

bool kp_transaction_line(kp_uno_error *error, kp_transaction *transaction, const kp_grid *grid,
                         const char *id, int32_t row, kp_track **line) {
  *line = kp_track_new(error, &transaction->lines, grid, id);
  if (*line == NULL)
    return false;
  (*line)->named = true;
  return kp_track_cell(error, grid->sheet, grid->id, row, &(*line)->cell) &&
         kp_track_stays(error, *line);
}

static bool call_write(kp_uno_error *error, kp_transaction *transaction, uno_Interface *cell,
                       const kp_content *what) {
  int before = before_call(transaction);
  bool good = kp_content_write(error, cell, what);
  after_call(transaction, before);
  return good;
}

/* Writes a cell, with a look before and a look behind. */
static bool write_cell(kp_uno_error *error, kp_transaction *transaction, memory *of,
                       const kp_content *what) {
  kp_uno_error later = KP_UNO_IGNORED;
  of->next = transaction->memories;
  transaction->memories = of;
  bool good = call_write(error, transaction, of->cell, what);
  of->known = kp_content_look(good ? error : &later, of->cell, &of->after);
  return good && of->known;
}

static bool remember(kp_uno_error *error, kp_track *line, uno_Interface *sheet, int32_t column,
                     int32_t row, memory **of) {
  *of = calloc(1, sizeof **of);
  if (*of == NULL)
    return kp_uno_error_memory(error);
  (*of)->line = line;
  if (kp_track_cell(error, sheet, column, row, &(*of)->cell) &&
      kp_content_read(error, (*of)->cell, &(*of)->before))
    return true;
  kp_content_clear(&(*of)->before);
  kp_uno_release((*of)->cell);
  free(*of);
  return false;
}

/* Rows may have been put above while a cell was written: cell and ID go along. Not when they were
 * sorted. */
static bool stayed(kp_uno_error *error, const kp_track *line, uno_Interface *cell) {
  kp_uno_cell_range_address place;
  int32_t row = -1;
  return kp_track_stays(error, line) && kp_track_row(error, line, &row) &&
         kp_track_place(error, cell, &place) &&
         (place.start_row == row ||
          kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "the row did not stay"));
}

/* A row that came is taken back as a whole, found by its ID: nobody asks what stood in its cells.
 */
static bool write_new(kp_uno_error *error, kp_transaction *transaction, const kp_track *line,
                      int32_t column, int32_t row, const kp_content *what) {
  uno_Interface *cell = NULL;
  bool good = kp_track_cell(error, line->sheet, column, row, &cell) &&
              call_write(error, transaction, cell, what) && stayed(error, line, cell);
  kp_uno_release(cell);
  return good;
}

static bool write_line(kp_uno_error *error, kp_transaction *transaction, kp_track *line,
                       int32_t column, int32_t wanted, const kp_content *what) {
  memory *of = NULL;
  int32_t row = -1;
  bool id = line->inserted && !line->named; /* the first thing that is written */
  if (!kp_track_stays(error, line) || !kp_track_row(error, line, &row))
    return false;
  if (wanted >= 0 && row != wanted)
    return kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "the row did not stay");
  if (line->inserted && line->named)
    return write_new(error, transaction, line, column, row, what);
  if (!remember(error, line, line->sheet, column, row, &of))
    return false;
  bool good = write_cell(error, transaction, of, what);
  line->named = line->named || (id && of->known && kp_content_is(&of->after, line->id));
  good = good && stayed(error, line, of->cell);
  /* Then what stands in the cell is another row's, and does not tell what ours holds. */
  of->known = of->known && good;
  return good;
}

/* For a content that is only written, never cleared. */
static kp_content text_content(kp_content_kind kind, const char *text) {
  kp_content content = {.kind = kind};
  memcpy(&content.text, &text, sizeof content.text); /* const for whoever writes it */
  return content;
}

bool kp_transaction_text(kp_uno_error *error, kp_transaction *transaction, kp_track *line,
                         int32_t column, const char *text) {
  kp_content what = text_content(KP_CONTENT_TEXT, text);
  return write_line(error, transaction, line, column, -1, &what);
}

bool kp_transaction_number(kp_uno_error *error, kp_transaction *transaction, kp_track *line,
                           int32_t column, double number) {
  kp_content what = {.kind = KP_CONTENT_NUMBER, .number = number};
  return write_line(error, transaction, line, column, -1, &what);
}

bool kp_transaction_formula(kp_uno_error *error, kp_transaction *transaction, kp_track *line,
                            int32_t column, int32_t row, const char *formula) {
  kp_content what = text_content(KP_CONTENT_FORMULA, formula);
  return write_line(error, transaction, line, column, row, &what);
}

static bool write_loose(kp_uno_error *error, kp_transaction *transaction, uno_Interface *sheet,
                        int32_t column, int32_t row, const kp_content *what) {
  memory *of = NULL;
  return remember(error, NULL, sheet, column, row, &of) && write_cell(error, transaction, of, what);
}

bool kp_transaction_cell_text(kp_uno_error *error, kp_transaction *transaction,
                              uno_Interface *sheet, int32_t column, int32_t row, const char *text) {
  kp_content what = text_content(KP_CONTENT_TEXT, text);
  return transaction != NULL ? write_loose(error, transaction, sheet, column, row, &what)
                             : kp_cells_set_text(error, sheet, column, row, text);
}

bool kp_transaction_cell_formula(kp_uno_error *error, kp_transaction *transaction,
                                 uno_Interface *sheet, int32_t column, int32_t row,
                                 const char *formula) {
  kp_content what = text_content(KP_CONTENT_FORMULA, formula);
  return transaction != NULL ? write_loose(error, transaction, sheet, column, row, &what)
                             : kp_cells_set_formula(error, sheet, column, row, formula);
}

bool kp_transaction_show(kp_uno_error *error, kp_transaction *transaction, uno_Interface *sheet) {
  bool visible = true;
  if (!kp_uno_property_get_bool(error, sheet, "IsVisible", &visible) || visible)
    return visible;
  shown *of = calloc(1, sizeof *of);
  if (of == NULL)
    return kp_uno_error_memory(error);
  *of = (shown){.next = transaction->sheets, .sheet = kp_uno_acquire(sheet)};
  transaction->sheets = of;
  int before = before_call(transaction);
  bool good = kp_uno_property_set_bool(error, sheet, "IsVisible", true);
  after_call(transaction, before);
  return good;
}

/* --------------------------------------------------------------------------------- taking back */

/* The cell in which a memory's content is now: it follows its row, also when that was sorted. */
static bool cell_now(kp_uno_error *error, const memory *of, uno_Interface **cell) {
  kp_uno_cell_range_address place;
  int32_t row = -1;
  *cell = NULL;
  if (of->line == NULL) {
    *cell = kp_uno_acquire(of->cell);
    return true;
  }
  if (!kp_track_seek(error, of->line, &row))
    return false;
  if (row < 0) /* deleted, with all that was written */
    return true;
  if (!kp_track_place(error, of->cell, &place))
    return false;
  return kp_track_cell(error, of->line->sheet, place.start_column, row, cell);
}

/* Puts back what we wrote, and looks; what somebody wrote over it stays. */
static bool put_back(kp_uno_error *error, const memory *of) {
  kp_content now = {.kind = KP_CONTENT_EMPTY};
  uno_Interface *cell = NULL;
  bool good = cell_now(error, of, &cell);
  if (good && cell != NULL) {
    good = kp_content_look(error, cell, &now);
    if (good && !kp_content_same(&now, &of->before) &&
        (!of->known || kp_content_same(&now, &of->after))) {
      kp_content_clear(&now);
      good = kp_content_put(error, cell, &of->before) && kp_content_look(error, cell, &now) &&
             kp_content_same(&now, &of->before);
    }
  }
  kp_content_clear(&now);
  kp_uno_release(cell);
  return good;
}

/* What could not be taken back: where people have to look. The first one of all is told. */
static void note(kp_outcome *outcome, uno_Interface *sheet, const char *id) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  char *name = NULL;
  if (outcome->text == KP_TEXT_NOT_TAKEN_BACK)
    return;
  outcome->text = KP_TEXT_NOT_TAKEN_BACK;
  if (sheet == NULL || !kp_cells_name(&ignored, sheet, &name))
    name = NULL;
  free(outcome->detail);
  outcome->detail = kp_strings_join(&ignored, name, name != NULL && id[0] != '\0' ? " · " : "", id);
  free(name);
}

/* Whether all that we wrote into a row is there still. */
static bool is_whole(const kp_transaction *transaction, const kp_track *line) {
  bool whole = false;
  bool other = false;
  for (const memory *of = transaction->memories; !other && of != NULL; of = of->next) {
    kp_uno_error ignored = KP_UNO_IGNORED;
    kp_content now;
    if (of->line != line || !of->known)
      continue;
    whole = kp_content_look(&ignored, of->cell, &now) && kp_content_same(&now, &of->after);
    other = !whole;
    kp_content_clear(&now);
  }
  return whole;
}

static bool remove_line(const kp_transaction *transaction, const kp_track *line, bool undone) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  return kp_track_remove(&ignored, line, !line->named && is_whole(transaction, line), undone);
}

/* What fails is tried once more: whatever it was may have passed. */
static void put_all_back(const kp_transaction *transaction, bool undone, kp_outcome *outcome) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  for (const memory *of = transaction->memories; of != NULL; of = of->next) {
    if ((of->line == NULL || !of->line->inserted) && !put_back(&ignored, of) &&
        !put_back(&ignored, of))
      note(outcome, of->line != NULL ? of->line->sheet : NULL,
           of->line != NULL ? of->line->id : "");
  }
  for (const kp_track *line = transaction->lines; line != NULL; line = line->next) {
    if (line->inserted && !remove_line(transaction, line, undone) &&
        !remove_line(transaction, line, undone))
      note(outcome, line->sheet, line->id);
  }
  for (const shown *of = transaction->sheets; of != NULL; of = of->next)
    if (!kp_uno_property_set_bool(&ignored, of->sheet, "IsVisible", false))
      note(outcome, of->sheet, "");
}

/* Ours alone is undone by the office: that brings back also how a text was formatted, and leaves no
 * step behind. Else it is put back by hand, within the step. In both cases it is looked for. */
static void take_back(kp_transaction *transaction, kp_outcome *outcome) {
  kp_undo *undo = &transaction->undo;
  int actions = kp_undo_actions(undo);
  bool ours = actions > 0 && !transaction->foreign && actions == transaction->ours;
  if (!ours)
    put_all_back(transaction, false, outcome);
  bool undone = kp_undo_close(undo) && ours && kp_undo_take_back(undo);
  if (ours)
    put_all_back(transaction, undone, outcome);
  if (transaction->past && !undone)
    note(outcome, NULL, "");
}

static void clear(kp_transaction *transaction) {
  while (transaction->memories != NULL) {
    memory *of = transaction->memories;
    transaction->memories = of->next;
    kp_content_clear(&of->before);
    kp_content_clear(&of->after);
    kp_uno_release(of->cell);
    free(of);
  }
  while (transaction->lines != NULL) {
    kp_track *line = transaction->lines;
    transaction->lines = line->next;
    kp_track_free(line);
  }
  while (transaction->sheets != NULL) {
    shown *of = transaction->sheets;
    transaction->sheets = of->next;
    kp_uno_release(of->sheet);
    free(of);
  }
  for (size_t i = 0; i < transaction->journal_count; i++)
    free(transaction->journal[i]);
  free(transaction->journal);
  free(transaction->identity);
  free(transaction);
}

bool kp_transaction_end(kp_transaction *transaction, bool good, kp_outcome *outcome) {
  if (transaction == NULL)
    return good;
  good = good && !transaction->failed;
  if (good) {
    kp_undo_close(&transaction->undo);
    if (transaction->identity != NULL)
      kp_identity_write(transaction->document, transaction->identity);
  } else {
    take_back(transaction, outcome);
    if (outcome->text != KP_TEXT_NOT_TAKEN_BACK) /* else it may be needed yet */
      withdraw(transaction);
  }
  kp_undo_free(&transaction->undo);
  clear(transaction);
  return good;
}
