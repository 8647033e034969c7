// SPDX-License-Identifier: GPL-3.0-or-later
/** The parts of the sample workbook, in the order in which they are written. */
#ifndef KERNPUNT_SAMPLE_WORKBOOK_H
#define KERNPUNT_SAMPLE_WORKBOOK_H

#include "flat_ods.h"
#include "responses.h"

#define KP_SAMPLE_RESULTS "Resultaten"
#define KP_SAMPLE_ANSWERS "Antwoorden"
#define KP_SAMPLE_PAIRS "Klanten"
#define KP_SAMPLE_HELP "Uitleg"

extern const char *const kp_sample_wave_names[KP_SAMPLE_WAVES];

/** Cell, column, number and page styles. */
void kp_sample_styles_write(struct kp_ods *ods);

/**
 * The sheet with the outcomes: formulas over the named ranges of the other sheets. Returns the row
 * of the variance of the second measurement, which the formulas call Spreiding.
 */
int kp_sample_results_write(struct kp_ods *ods);

/** The sheet with a row for each response. */
void kp_sample_answers_write(struct kp_ods *ods, const struct kp_sample_survey *survey);

/** The sheet that finds both scores of each customer, for the paired comparison. */
void kp_sample_pairs_write(struct kp_ods *ods, const struct kp_sample_survey *survey);

/** The sheet that explains. */
void kp_sample_help_write(struct kp_ods *ods);

/** The names that the formulas use, after the last sheet. */
void kp_sample_names_write(struct kp_ods *ods, const struct kp_sample_survey *survey,
                           int spread_row);

#endif
