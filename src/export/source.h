/* SPDX-License-Identifier: GPL-3.0-or-later */
/** The answers as formulas name them. Within src/export only. */
#ifndef KERNPUNT_EXPORT_SOURCE_H
#define KERNPUNT_EXPORT_SOURCE_H

#include "kernpunt/export.h"
#include "kernpunt/measure_plan.h"

/** How the answers of one measurement are told from the others. */
typedef enum kp_export_parting {
  KP_EXPORT_WHOLE,   /**< there is but one */
  KP_EXPORT_BY_NAME, /**< by a column of names */
  KP_EXPORT_BY_DAY   /**< by the days of a column of dates */
} kp_export_parting;

typedef struct kp_export_source {
  kp_answers_plan plan;
  kp_language language; /**< of the words in the workbook */
  int smallest;
  char *score; /**< the columns as formulas name them: "Survey_Score"; NULL for none */
  char *unit;
  char *parts;   /**< the column that parts the measurements */
  char *drivers; /**< all drivers as one block; NULL for none, or when they are not side by side */
  char *driver_names; /**< their headers */
  kp_export_parting parting;
  const kp_answers_name *later;   /**< the measurement to show; NULL: all answers are one */
  const kp_answers_name *earlier; /**< the one before it; NULL when there is none */
  kp_text lacking;                /**< why there are no answers to use, or KP_TEXT_NONE */
} kp_export_source;

/** Finds and reads the answers. False after an error; `source->lacking` tells why there are none.
 * kp_export_source_clear it, whatever the answer. */
bool kp_export_source_open(kp_uno_error *error, const kp_document *document,
                           const kp_export_choice *choice, kp_export_source *source);
void kp_export_source_clear(kp_export_source *source);

/** Scores of one unit in one measurement. */
typedef struct kp_export_counts {
  uint64_t n, promoters, passives, detractors;
} kp_export_counts;

/** Counts the valid scores of a measurement (NULL: all) per unit: `counts` has a place for each of
 * plan.units, then one for rows without a unit, then one for all. False without memory. */
bool kp_export_count(const kp_export_source *source, const kp_answers_name *wave,
                     kp_export_counts *counts);

#endif
