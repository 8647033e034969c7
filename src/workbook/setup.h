/* SPDX-License-Identifier: GPL-3.0-or-later */
/** What the files of the set-up share. Within src/workbook only. */
#ifndef KERNPUNT_WORKBOOK_SETUP_H
#define KERNPUNT_WORKBOOK_SETUP_H

#include "document.h"
#include "grid.h"

/** Rows of a new table. */
enum { KP_SETUP_HEADER, KP_SETUP_ANCHOR, KP_SETUP_END };

typedef struct kp_setup_job {
  const kp_document *document;
  const kp_setup *setup;
  kp_language language; /**< of the workbook */
  kp_registry before;   /**< what was there */
  kp_registry added;    /**< what this set-up adds */
  kp_undo undo;
  int32_t text_format;
  int32_t day_format;
} kp_setup_job;

/** Where the rows of a table are while its columns are made. */
typedef struct kp_setup_rows {
  uno_Interface *sheet;
  int32_t header;
  int32_t anchor;
  int32_t end;
} kp_setup_rows;

/** Makes all that is missing, within an open step of undo; `job` has document and setup. */
bool kp_setup_run(kp_uno_error *error, kp_setup_job *job);
/** Call it after the step has ended, whatever the answer of kp_setup_run: freezes the headers of
 * new sheets when `good`, and clears the job. */
void kp_setup_finish(kp_setup_job *job, bool good);

/** Whether the team uses what belongs to a practice. */
bool kp_setup_uses(const kp_setup_job *job, const kp_method_practice *practice);

/** Makes the sheet of a table with its columns. */
bool kp_setup_table(kp_uno_error *error, kp_setup_job *job, const kp_method_table *table);
/** Adds to a table that is there the columns that it never had. */
bool kp_setup_extend(kp_uno_error *error, kp_setup_job *job, const kp_method_table *table,
                     const kp_grid *grid);

/** Formats, width, list and condition of one column; its header and key are
 * there. */
bool kp_setup_column(kp_uno_error *error, const kp_setup_job *job, const kp_setup_rows *rows,
                     const kp_method_column *column, int32_t index);

/** Name of the range that holds the words of an open list, its source column.
 */
void kp_setup_list_name(const kp_method_column *source, char name[2 * KP_GRID_TOKEN_SIZE]);

#endif
