/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Guards, and appending a row as one step of undo. */
#include "table.h"

#include "format.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <rtl/random.h>

/* All that one append needs to know. */
typedef struct append {
  uno_Interface *context;
  uno_Interface *model;
  uno_Interface *controller;
  const kp_action *action;
  kp_language language;
  kp_workbook_result *result;
  kp_table table;
  bool shared;
  bool wrote; /* something is on the undo stack */
} append;

/* Where the row goes. */
typedef struct place {
  int32_t row;
  bool below_end; /* not above the end line: formats are not inherited */
} place;

static bool is_true(kp_uno_error *error, uno_Interface *object, kp_uno_method *method,
                    bool *answer) {
  sal_Bool value = 0;
  if (!kp_uno_call(error, object, method, &value))
    return false;
  *answer = value != 0;
  return true;
}

static kp_workbook_answer refuse(append *job, kp_text text) {
  job->result->text = text;
  return KP_WORKBOOK_REFUSED;
}

/* ------------------------------------------------------------------------------------- guards */

static bool read_shared(kp_uno_error *error, append *job, bool *tracked) {
  static kp_uno_method create =
      KP_UNO_METHOD("com.sun.star.lang.XMultiServiceFactory::createInstance");
  uno_Interface *settings = NULL;
  bool good =
      kp_uno_call(error, job->model, &create, &settings, "com.sun.star.document.Settings") &&
      kp_uno_property_get_bool(error, settings, "IsDocumentShared", &job->shared) &&
      kp_uno_property_get_bool(error, job->model, "RecordChanges", tracked);
  kp_uno_release(settings);
  return good;
}

/* KP_WORKBOOK_WRITTEN means: nothing speaks against writing into this document. */
static kp_workbook_answer guard_document(append *job, kp_uno_error *error) {
  static kp_uno_method is_readonly = KP_UNO_METHOD("com.sun.star.frame.XStorable::isReadonly");
  uno_Interface *spreadsheet = kp_uno_query(job->model, "com.sun.star.sheet.XSpreadsheetDocument");
  bool is_spreadsheet = spreadsheet != NULL;
  kp_uno_release(spreadsheet);
  bool readonly = false;
  bool tracked = false;
  if (!is_spreadsheet)
    return refuse(job, KP_TEXT_NO_DOCUMENT);
  if (!is_true(error, job->model, &is_readonly, &readonly) || !read_shared(error, job, &tracked))
    return KP_WORKBOOK_FAILED;
  if (readonly)
    return refuse(job, KP_TEXT_READ_ONLY);
  if (job->shared && !tracked)
    return refuse(job, KP_TEXT_SHARED_UNTRACKED);
  return KP_WORKBOOK_WRITTEN;
}

static kp_workbook_answer guard_create(append *job, kp_uno_error *error) {
  static kp_uno_method is_protected = KP_UNO_METHOD("com.sun.star.util.XProtectable::isProtected");
  bool locked = false;
  if (job->shared)
    return refuse(job, KP_TEXT_SHARED_NO_TABLE);
  if (!is_true(error, job->model, &is_protected, &locked) ||
      !kp_table_free_name(error, job->model, job->language, &job->result->detail))
    return KP_WORKBOOK_FAILED;
  return locked ? refuse(job, KP_TEXT_STRUCTURE_PROTECTED) : KP_WORKBOOK_NO_TABLE;
}

static kp_workbook_answer guard_table(append *job, kp_uno_error *error) {
  static kp_uno_method is_protected = KP_UNO_METHOD("com.sun.star.util.XProtectable::isProtected");
  bool locked = false;
  if (!is_true(error, job->table.sheet, &is_protected, &locked))
    return KP_WORKBOOK_FAILED;
  if (locked)
    return kp_cells_name(error, job->table.sheet, &job->result->detail)
               ? refuse(job, KP_TEXT_SHEET_PROTECTED)
               : KP_WORKBOOK_FAILED;
  for (int i = 0; i < KP_TABLE_COLUMNS; i++) {
    if (kp_table_columns[i].required && job->table.columns[i] < 0) {
      job->result->detail = kp_text_fill(kp_table_columns[i].title, job->language, NULL, NULL);
      return refuse(job, KP_TEXT_COLUMN_MISSING);
    }
  }
  return KP_WORKBOOK_WRITTEN;
}

/* --------------------------------------------------------------------------------- the new row */

/* A new ID that the column of IDs does not hold. */
static bool make_id(kp_uno_error *error, const uno_Sequence *ids, char id[16]) {
  static const char digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; /* no I L O U: misread easily */
  rtlRandomPool pool = rtl_random_createPool();
  bool unique = false;
  if (pool == NULL)
    return kp_uno_error_memory(error);
  for (int attempt = 0; !unique && attempt < 1000; attempt++) {
    unsigned char bytes[5];
    rtl_random_getBytes(pool, bytes, sizeof bytes);
    snprintf(id, 16, "A-%c%c%c%c%c", digits[bytes[0] & 31], digits[bytes[1] & 31],
             digits[bytes[2] & 31], digits[bytes[3] & 31], digits[bytes[4] & 31]);
    unique = true;
    for (int32_t row = 0; unique && row < ids->nElements; row++)
      unique = !kp_cells_is(ids, 0, row, id);
  }
  rtl_random_destroyPool(pool);
  return unique || kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "no free ID");
}

static void table_edges(const kp_table *table, int32_t *left, int32_t *right) {
  *left = INT32_MAX;
  *right = 0;
  for (int i = 0; i < KP_TABLE_COLUMNS; i++) {
    int32_t column = table->columns[i];
    if (column >= 0) {
      *left = column < *left ? column : *left;
      *right = column > *right ? column : *right;
    }
  }
}

/* Finds the end line now, by its token, and a free ID in the same look. */
static bool find_place(append *job, kp_uno_error *error, place *where) {
  const kp_table *table = &job->table;
  int32_t column = table->columns[KP_TABLE_ID];
  int32_t left = 0;
  int32_t right = 0;
  int32_t last_column = 0;
  int32_t last_row = 0;
  int32_t end = -1;
  uno_Sequence *ids = NULL;
  table_edges(table, &left, &right);
  bool good = kp_cells_used(error, table->sheet, &last_column, &last_row) &&
              kp_cells_data(error, table->sheet, column, table->anchor, column, last_row, &ids) &&
              make_id(error, ids, job->result->id);
  for (int32_t row = 0; good && row < ids->nElements; row++)
    if (kp_cells_is(ids, 0, row, KP_WORKBOOK_END))
      end = table->anchor + row;
  kp_uno_sequence_free(ids, "[][]any");
  if (good) {
    int32_t first = (end >= 0 ? end : table->anchor) + 1;
    int32_t last = 0;
    good = kp_cells_last(error, table->sheet, left, first, right, last_row, &last);
    where->below_end = end < 0 || last >= first;
    where->row = where->below_end ? last + 1 : end;
    if (where->below_end)
      job->result->text = end < 0 ? KP_TEXT_MARKER_MISSING : KP_TEXT_MARKER_NOT_LAST;
  }
  return good;
}

/* Below the end line nothing is inherited. In a shared document formats would not be saved. */
static bool format_row(append *job, kp_uno_error *error, int32_t row) {
  int32_t formats[] = {0, 0, 0};
  bool good = kp_format_key(error, job->model, "@", &formats[KP_TABLE_TEXT]) &&
              kp_format_key(error, job->model, "YYYY-MM-DD", &formats[KP_TABLE_DATE]);
  for (int i = 0; good && i < KP_TABLE_COLUMNS; i++) {
    int32_t column = job->table.columns[i];
    uno_Interface *cell = NULL;
    if (column < 0)
      continue;
    good = kp_cells_range(error, job->table.sheet, column, row, column, row, &cell) &&
           kp_uno_property_set_string(error, cell, "CellStyle", "Default") &&
           kp_uno_property_set_long(error, cell, "NumberFormat", formats[kp_table_columns[i].kind]);
    kp_uno_release(cell);
  }
  return good;
}

static bool write_overdue(append *job, kp_uno_error *error, int32_t row, kp_language words) {
  const kp_table *table = &job->table;
  char deadline[8];
  char status[8];
  char formula[256];
  int32_t line = row + 1;
  if (table->columns[KP_TABLE_OVERDUE] < 0)
    return true;
  kp_cells_column_name(table->columns[KP_TABLE_DEADLINE], deadline);
  kp_cells_column_name(table->columns[KP_TABLE_STATUS], status);
  snprintf(formula, sizeof formula,
           "=IF(AND(ISNUMBER(%s%d);%s%d<TODAY();%s%d<>\"%s\";%s%d<>\"%s\");TODAY()-%s%d;\"\")",
           deadline, (int)line, deadline, (int)line, status, (int)line,
           kp_status_text(KP_STATUS_DONE, words), status, (int)line,
           kp_status_text(KP_STATUS_CANCELLED, words), deadline, (int)line);
  return kp_cells_set_formula(error, table->sheet, table->columns[KP_TABLE_OVERDUE], row, formula);
}

static bool write_text(append *job, kp_uno_error *error, kp_table_column column, int32_t row,
                       const char *text) {
  int32_t at = job->table.columns[column];
  return at < 0 || kp_cells_set_text(error, job->table.sheet, at, row, text);
}

static bool write_date(append *job, kp_uno_error *error, kp_table_column column, int32_t row,
                       kp_date date) {
  int32_t at = job->table.columns[column];
  return at < 0 || kp_cells_set_number(error, job->table.sheet, at, row, kp_date_serial(date));
}

static bool write_row(append *job, kp_uno_error *error, const char *user) {
  static kp_uno_method get_rows = KP_UNO_METHOD("com.sun.star.table.XColumnRowRange::getRows");
  static kp_uno_method insert = KP_UNO_METHOD("com.sun.star.table.XTableRows::insertByIndex");
  place where = {0, false};
  uno_Interface *rows = NULL;
  bool good = find_place(job, error, &where) &&
              kp_uno_call(error, job->table.sheet, &get_rows, &rows) &&
              kp_uno_call(error, rows, &insert, NULL, (int)where.row, 1);
  kp_uno_release(rows);
  job->wrote = job->wrote || good;
  if (good && where.below_end && !job->shared)
    good = format_row(job, error, where.row);
  kp_language words = kp_table_language(&job->table, job->language);
  job->result->row = where.row + 1;
  return good && write_text(job, error, KP_TABLE_ID, where.row, job->result->id) &&
         write_text(job, error, KP_TABLE_ACTION, where.row, job->action->what) &&
         write_text(job, error, KP_TABLE_OWNER, where.row, job->action->owner) &&
         write_date(job, error, KP_TABLE_DEADLINE, where.row, job->action->deadline) &&
         write_text(job, error, KP_TABLE_STATUS, where.row,
                    kp_status_text(job->action->status, words)) &&
         write_overdue(job, error, where.row, words) &&
         write_text(job, error, KP_TABLE_CHANGED_BY, where.row, user) &&
         write_date(job, error, KP_TABLE_CHANGED_ON, where.row, kp_workbook_today());
}

/* ------------------------------------------------------------------------------- one undo step */

static bool write_in_context(append *job, kp_uno_error *error, bool create) {
  static kp_uno_method get_manager =
      KP_UNO_METHOD("com.sun.star.document.XUndoManagerSupplier::getUndoManager");
  static kp_uno_method enter =
      KP_UNO_METHOD("com.sun.star.document.XUndoManager::enterUndoContext");
  static kp_uno_method leave =
      KP_UNO_METHOD("com.sun.star.document.XUndoManager::leaveUndoContext");
  static kp_uno_method undo = KP_UNO_METHOD("com.sun.star.document.XUndoManager::undo");
  static kp_uno_method lock = KP_UNO_METHOD("com.sun.star.frame.XModel::lockControllers");
  static kp_uno_method unlock = KP_UNO_METHOD("com.sun.star.frame.XModel::unlockControllers");
  kp_uno_error ignored = KP_UNO_NO_ERROR;
  uno_Interface *manager = NULL;
  char *user = kp_workbook_user(job->context);
  bool good =
      (user != NULL || kp_uno_error_memory(error)) &&
      kp_uno_call(error, job->model, &get_manager, &manager) &&
      kp_uno_call(error, manager, &enter, NULL, kp_text_get(KP_TEXT_UNDO_LOG, job->language));
  if (good) {
    bool locked = kp_uno_call(&ignored, job->model, &lock, NULL);
    if (create) {
      good = kp_table_create(error, job->model, job->controller, job->result->detail, job->language,
                             &job->table);
      job->wrote = job->table.sheet != NULL;
    }
    good = good && write_row(job, error, user);
    if (locked)
      kp_uno_call(&ignored, job->model, &unlock, NULL);
    kp_uno_call(&ignored, manager, &leave, NULL);
    if (!good && job->wrote)
      kp_uno_call(&ignored, manager, &undo, NULL);
  }
  kp_uno_release(manager);
  free(user);
  return good;
}

kp_workbook_answer kp_workbook_append_action(uno_Interface *context, uno_Interface *model,
                                             uno_Interface *controller, const kp_action *action,
                                             kp_language language, bool create,
                                             kp_workbook_result *result, kp_uno_error *error) {
  append job = {.context = context,
                .model = model,
                .controller = controller,
                .action = action,
                .language = language,
                .result = result};
  bool found = false;
  memset(result, 0, sizeof *result);
  kp_workbook_answer answer = guard_document(&job, error);
  if (answer == KP_WORKBOOK_WRITTEN && !kp_table_find(error, model, &job.table, &found))
    answer = KP_WORKBOOK_FAILED;
  if (answer == KP_WORKBOOK_WRITTEN)
    answer = found ? guard_table(&job, error) : guard_create(&job, error);
  if (answer == KP_WORKBOOK_WRITTEN || (answer == KP_WORKBOOK_NO_TABLE && create))
    answer = write_in_context(&job, error, !found) ? KP_WORKBOOK_WRITTEN : KP_WORKBOOK_FAILED;
  kp_table_clear(&job.table);
  return answer;
}

void kp_workbook_result_clear(kp_workbook_result *result) {
  free(result->detail);
  result->detail = NULL;
}
