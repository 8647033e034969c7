/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * An answer sheet on its way to become a source: what was found, what people changed of it, and
 * what will be written. Reading only; the writing is kp_workbook_set_up.
 */
#ifndef KERNPUNT_MEASURE_PLAN_H
#define KERNPUNT_MEASURE_PLAN_H

#include "kernpunt/measure_answers.h"
#include "kernpunt/workbook.h"

typedef struct kp_answers_plan {
  const kp_document *document;
  char *sheet; /**< name */
  kp_answers_grid grid;
  kp_answers_map map; /**< change it, then call kp_answers_plan_settle */
  char *whole;        /**< name of the measurement when there is one for the sheet */
  char *invited;      /**< as typed, "" */
  bool add_units;     /**< what is not in the lists yet is added */
  bool add_people;
  /* what follows from the columns: */
  kp_answers_names units;
  kp_answers_names people;
  kp_answers_names waves;
  bool *new_units; /**< which of them are not in the lists */
  bool *new_people;
  size_t new_unit_count;
  size_t new_people_count;
} kp_answers_plan;

/** Names of the sheets on which answers may stand: visible, and not ours; malloc'ed each and
 * together. `*front` is the place of the one in front, else 0. */
bool kp_answers_sheets(kp_uno_error *error, const kp_document *document, char ***names,
                       size_t *count, size_t *front);
void kp_answers_sheets_free(char **names, size_t count);

/** Reads a sheet and finds table and columns; a source that is there already keeps its columns.
 * `plan->map.header` is -1 when there is no table. kp_answers_plan_clear it in any case. */
bool kp_answers_plan_open(kp_uno_error *error, const kp_document *document, const char *sheet,
                          kp_answers_plan *plan);
/** Looks anew at units, people and measurements. */
bool kp_answers_plan_settle(kp_uno_error *error, kp_answers_plan *plan);
void kp_answers_plan_clear(kp_answers_plan *plan);

/** The part in formulas and in the registry, "score"; "" when the method has no such list. */
const char *kp_answers_part_name(const kp_method *method, kp_method_role role);

/** What the columns of the plan become; free with kp_answers_choice_free. NULL without memory. */
kp_source_choice *kp_answers_choice(const kp_answers_plan *plan);
void kp_answers_choice_free(kp_source_choice *choice);

#endif
