/* SPDX-License-Identifier: GPL-3.0-or-later */
/** A measure of one unit. */
#ifndef KERNPUNT_FUNCTIONS_UNIT_H
#define KERNPUNT_FUNCTIONS_UNIT_H

#include "internal.h"

/** One of the measures of NPS.UNIT, bounds at z standard errors. NO_DATA without an answer, except
 * for the counts. */
kp_survey_status kp_unit_measure(kp_measure measure, const kp_survey_counts *counts, double z,
                                 double *value);

#endif
