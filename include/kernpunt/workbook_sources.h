/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Sources: people's own answer sheets, as the hidden sheet remembers them, so that nobody types an
 * address and colleagues share what was found.
 *
 * A column is kept by its header and its place, which Calc itself lets follow what people move and
 * rename. When only one of them is right, that one counts; when neither is, people are asked. How
 * far the answers go is looked up each time: rows added later count by themselves.
 */
#ifndef KERNPUNT_WORKBOOK_SOURCES_H
#define KERNPUNT_WORKBOOK_SOURCES_H

#include "kernpunt/workbook.h"

/** A column of a source. */
typedef struct kp_source_column {
  char *part;     /**< "score", "unit", "driver2" */
  char *header;   /**< as it was when it was chosen; "" for none */
  int32_t column; /**< on the sheet now; -1: people must be asked */
  bool twice;     /**< another column has this header too */
} kp_source_column;

/** A measurement whose answers stand in a source. */
typedef struct kp_source_wave {
  char *id;   /**< of its row in the table of measurements */
  char *name; /**< as it stands in the source's column; "" with none */
} kp_source_wave;

typedef struct kp_source {
  char *key;      /**< "1" */
  char *sheet;    /**< its name now; as it was when it is gone */
  bool gone;      /**< the sheet was deleted */
  int32_t header; /**< row of the header now; -1 when it is gone */
  int least;      /**< ends of the scale */
  int most;
  char *wave; /**< measurement of the whole sheet; "" by column or date */
  kp_source_column *columns;
  size_t count;
  kp_source_wave *waves;
  size_t wave_count;
} kp_source;

typedef struct kp_sources {
  kp_source *list;
  size_t count;
} kp_sources;

/** Reads all sources; none when the workbook has none. kp_sources_clear it, whatever the answer. */
bool kp_sources_read(kp_uno_error *error, uno_Interface *model, kp_sources *sources);
void kp_sources_clear(kp_sources *sources);
/** The column of a part, NULL when the source has none. */
const kp_source_column *kp_sources_column(const kp_source *source, const char *part);
/** The source on a sheet, or NULL. */
const kp_source *kp_sources_on(const kp_sources *sources, const char *sheet);

/* ------------------------------------------------------------------------------------ choosing */

/** A column as people chose it; rows and columns count from 0 on the sheet. */
typedef struct kp_source_part {
  const char *part;
  const char *header;
  int32_t column;
} kp_source_part;

/** A measurement found in the answers; NULL or "" for what is not known. */
typedef struct kp_source_found {
  const char *name;
  const char *start; /**< "2026-09-01" */
  const char *end;
  const char *scores;  /**< address, "Answers.C2:C244" */
  const char *invited; /**< as it was typed */
} kp_source_found;

/** What is to be written. Everything is borrowed. */
typedef struct kp_source_choice {
  const char *sheet;
  int32_t header;
  int32_t first; /**< column with which the table begins */
  int32_t tail;  /**< column of numbers or dates that is filled to the last answer */
  const kp_source_part *parts;
  size_t count;
  int least;
  int most;
  bool whole; /**< one measurement for the whole sheet: the first of `waves` */
  const kp_source_found *waves;
  size_t wave_count;
  const char *const *units; /**< to add to the lists: only what is not there yet is added */
  size_t unit_count;
  const char *const *people;
  size_t people_count;
} kp_source_choice;

/**
 * Remembers the source, names its columns for formulas ("Survey_Score"), and adds units, people and
 * measurements that are new, as one step of undo; what stands in a list stays as it is. With
 * `setup` (or NULL: the workbook is set up) the sheets are made in the same step. `choice` may be
 * NULL with a set-up: no answers yet.
 */
kp_workbook_answer kp_workbook_set_up(kp_uno_error *error, const kp_document *document,
                                      const kp_setup *setup, const kp_source_choice *choice,
                                      kp_outcome *outcome);

/** Tells which of the texts are in no row of the column of the team's list. All, when the workbook
 * has no such list. */
bool kp_sources_fresh(kp_uno_error *error, const kp_document *document,
                      const kp_method_column *list, const char *const *texts, size_t count,
                      bool *fresh);
/** The column that holds the team's units; NULL when the method has none. */
const kp_method_column *kp_sources_units(const kp_method *method);

#endif
