/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a score to its segment (Reichheld 2003: 0-6, 7-8, 9-10). */
#include "internal.h"

kp_survey_status kp_survey_segment_of_value(double value, kp_survey_segment *out) {
  *out = KP_SURVEY_NO_SEGMENT;
  if (!(value >= 0.0 && value <= 10.0)) {
    return KP_SURVEY_OUT_OF_RANGE;
  }
  *out = value >= 9.0 ? KP_SURVEY_PROMOTER : value >= 7.0 ? KP_SURVEY_PASSIVE : KP_SURVEY_DETRACTOR;
  return KP_SURVEY_OK;
}

kp_survey_status kp_survey_segment_of_score(double score, kp_survey_segment *out) {
  static const kp_survey_segments nps = {0.0, 10.0, 6.0, 9.0};
  return kp_survey_segment_on_scale(score, &nps, out);
}

kp_survey_status kp_survey_segment_on_scale(double score, const kp_survey_segments *scale,
                                            kp_survey_segment *out) {
  *out = KP_SURVEY_NO_SEGMENT;
  if (!isfinite(scale->min) || !isfinite(scale->max) || !(scale->min <= scale->detractor_max) ||
      !(scale->detractor_max < scale->promoter_min) || !(scale->promoter_min <= scale->max)) {
    return KP_SURVEY_PARAMETER;
  }
  if (!(score >= scale->min && score <= scale->max)) {
    return KP_SURVEY_OUT_OF_RANGE;
  }
  if (floor(score) != score) {
    return KP_SURVEY_NON_INTEGER;
  }
  *out = score >= scale->promoter_min    ? KP_SURVEY_PROMOTER
         : score <= scale->detractor_max ? KP_SURVEY_DETRACTOR
                                         : KP_SURVEY_PASSIVE;
  return KP_SURVEY_OK;
}
