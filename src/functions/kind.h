/* SPDX-License-Identifier: GPL-3.0-or-later */
/** The kinds of answers of the CX functions: a scale, what counts on it and what is shown of it. */
#ifndef KERNPUNT_FUNCTIONS_KIND_H
#define KERNPUNT_FUNCTIONS_KIND_H

#include "internal.h"

/** The scale of a call: the kind's own ends where none are given. #NUM! for ends or boxes that
 * cannot be, also where the kind has no boxes. */
kp_calc_error kp_kind_start(const kp_arguments *a, kp_survey_scale *scale);

/** True for a share of the answers, false for a mean. */
bool kp_kind_is_share(kp_kind kind);
/** The share of a tally: its top boxes, or the answers on the easy side of the middle. */
kp_survey_share kp_kind_share(kp_kind kind, const kp_survey_scale *scale);

/** A mean in points of the scale, or a share as a fraction. */
typedef struct kp_figure {
  double n, value;
  double margin;              /**< half the width before clamping */
  double lower, upper;        /**< shown: clamped to the scale, containing the value */
  kp_survey_status status;    /**< of the value: NO_DATA without answers */
  kp_survey_status bounds_ok; /**< of margin and bounds: TOO_FEW for a mean of one answer */
} kp_figure;

void kp_kind_figure(kp_kind kind, const kp_survey_scale *scale, double confidence,
                    kp_figure *figure);

#endif
