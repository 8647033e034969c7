/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * What people's answer sheets say, for people to see: the scores of a measurement, and what two of
 * them say of each other. Measurements are the rows of the table with the role of waves.
 */
#ifndef KERNPUNT_MEASURE_H
#define KERNPUNT_MEASURE_H

#include "kernpunt/survey.h"
#include "kernpunt/uno.h"
#include "kernpunt/workbook.h"

/** The scores of a measurement. */
typedef struct kp_measure_scores {
  bool story;    /**< qualitative: no verdict */
  bool readable; /**< its range was found */
  bool nps;      /**< 0 to 10; else a mean on another scale */
  kp_survey_tally tally;
  kp_survey_scale scale;
  bool changed; /**< circumstances or questions were other than before */
} kp_measure_scores;

/** Begins a measurement on a scale from `least` to `most`; false for a scale that cannot be. */
bool kp_measure_scores_start(kp_measure_scores *scores, int least, int most);
/** Adds a number, or a cell without one. */
void kp_measure_scores_add(kp_measure_scores *scores, bool number, double value);

/** What is read of the workbook; all borrowed. */
typedef struct kp_measure_input {
  const kp_method *method;
  const kp_method_rows *rows;
  kp_method_book *book;
  uno_Interface *model;
} kp_measure_input;

/** Reads the scores of the measurement with this ID; not `readable` when there are none. */
void kp_measure_read(const kp_measure_input *in, const char *wave, kp_measure_scores *scores);

/** What two measurements say. */
typedef struct kp_measure_result {
  bool known;             /**< both could be read */
  kp_method_role verdict; /**< of the verdict's word, or KP_ROLE_NONE */
  bool same;              /**< the value at the start is this score, so that the later one may be
                             offered */
  char later[24];         /**< later score as a number */
} kp_measure_result;

/** Whether a measure is the recommendation score: it holds one of the method's words for it. */
bool kp_measure_is_score(const kp_method *method, const char *measure);

/**
 * Compares: `value_now` is what was noted at the start (NaN when nothing was), `is_score` says
 * whether the measure is the score itself. The text says score, number and margin of both,
 * difference and verdict; malloc'ed, "" when there is nothing to say, NULL without memory.
 */
char *kp_measure_compare(const kp_measure_scores *earlier, const kp_measure_scores *later,
                         double value_now, bool is_score, kp_language language,
                         kp_measure_result *result);

/* Parts of this header, each a subject. Include this one. */
#include "kernpunt/measure_answers.h"
#include "kernpunt/measure_plan.h"
#include "kernpunt/measure_results.h"

#endif
