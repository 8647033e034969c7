/* SPDX-License-Identifier: GPL-3.0-or-later */
/** What the files of the set-up share. Within src/workbook only. */
#ifndef KERNPUNT_WORKBOOK_SETUP_H
#define KERNPUNT_WORKBOOK_SETUP_H

#include "document.h"
#include "grid.h"

/** Rows of a new table. */
enum { KP_SETUP_HEADER, KP_SETUP_GAP, KP_SETUP_SEPARATOR, KP_SETUP_END };

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

/** Where a table is while its cells get their looks. The separator lies below the gap. */
typedef struct kp_setup_area {
  const kp_method_table *table;
  uno_Interface *sheet;
  const int32_t *at; /**< column on the sheet of each column of the table, or -1 */
  int32_t left;      /**< outermost columns */
  int32_t right;
  int32_t header;
  int32_t gap;
  int32_t end;
} kp_setup_area;

/** Makes all that is missing, within an open step of undo; `job` has document and setup. */
bool kp_setup_run(kp_uno_error *error, kp_setup_job *job);
/** Call it after the step has ended, whatever the answer of kp_setup_run: freezes the headers of
 * new sheets when `good`, and clears the job. */
void kp_setup_finish(kp_setup_job *job, bool good);

/** Whether the team uses what belongs to a practice. */
bool kp_setup_uses(const kp_setup_job *job, const kp_method_practice *practice);

/** Reads what formats and words need; job->language is set. */
bool kp_setup_formats(kp_uno_error *error, kp_setup_job *job);

/** A new table on its way: its sheet first, because lists of words must have their names before a
 * column of any table offers them. */
typedef struct kp_setup_new {
  kp_setup_area area; /**< table NULL: this table is not made */
  int32_t *at;
} kp_setup_new;

/** Makes the sheet of a table, and the names of its lists of words. kp_setup_new_clear it, whatever
 * the answer. */
bool kp_setup_sheet(kp_uno_error *error, kp_setup_job *job, const kp_method_table *table,
                    kp_setup_new *fresh);
/** Fills it: header, formats, looks, end line. */
bool kp_setup_fill(kp_uno_error *error, kp_setup_job *job, const kp_setup_new *fresh);
void kp_setup_new_clear(kp_setup_new *fresh);
/** Adds to a table that is there the columns that it never had. */
bool kp_setup_extend(kp_uno_error *error, kp_setup_job *job, const kp_method_table *table,
                     const kp_grid *grid);

/** Formats and list of one column, from header to separator. */
bool kp_setup_column(kp_uno_error *error, const kp_setup_job *job, const kp_setup_area *area,
                     const kp_method_column *column);
/** Its width; a link whose name stands in another column is hidden. */
bool kp_setup_width(kp_uno_error *error, const kp_setup_area *area, const kp_method_column *column);
/** Width of a column in 1/100 mm. */
int32_t kp_setup_width_of(const kp_method_column *column);

/** Names of the lists of words that the table holds. */
bool kp_setup_names(kp_uno_error *error, const kp_setup_job *job, const kp_setup_area *area);
/** Conditional format, end line, separator, database range and print area. */
bool kp_setup_look(kp_uno_error *error, const kp_setup_job *job, const kp_setup_area *area);
/** The formula that refers to the header of a column, malloc'ed. */
char *kp_setup_place(kp_uno_error *error, const kp_setup_area *area,
                     const kp_method_column *column);

/** Name of the range that holds the words of an open list, its source column.
 */
void kp_setup_list_name(const kp_method_column *source, char name[2 * KP_GRID_TOKEN_SIZE]);

#endif
