/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Progress from a baseline to a target. */
#include "internal.h"
#include "kernpunt/survey.h"

kp_survey_status kp_survey_progress_of(double baseline, double target, double actual,
                                       kp_survey_progress *out) {
  *out = (kp_survey_progress){KP_NAN, KP_NAN, KP_NAN, false};
  if (!isfinite(baseline) || !isfinite(target) || !isfinite(actual)) {
    return KP_SURVEY_PARAMETER;
  }
  out->change = actual - baseline;
  out->relative = baseline != 0.0 ? out->change / baseline : KP_NAN;
  out->met = target >= baseline ? actual >= target : actual <= target;
  if (target == baseline) {
    return KP_SURVEY_UNDEFINED;
  }
  double way = target - baseline;
  double progress = out->change / way;
  if (isinf(out->change) || isinf(way)) { /* halves of huge numbers do not overflow */
    progress = (actual / 2.0 - baseline / 2.0) / (target / 2.0 - baseline / 2.0);
  }
  if (!isfinite(progress)) {
    return KP_SURVEY_OUT_OF_RANGE;
  }
  out->progress = progress;
  return KP_SURVEY_OK;
}
