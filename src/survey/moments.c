/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mean and variance of a stream of numbers; adding is inline in the header. */
#include "internal.h"
#include "kernpunt/survey.h"

kp_survey_status kp_survey_mean(const kp_survey_moments *m, double *mean) {
  *mean = KP_NAN;
  if (m->n == 0) {
    return KP_SURVEY_NO_DATA;
  }
  double sum = m->sum + m->lost;
  /* The sum of huge numbers may overflow while their running mean does not. And the running mean of
   * equal numbers is that number exactly, so that two constant columns differ by 0, not by an ulp.
   */
  double value = isfinite(sum) && m->m2 != 0.0 ? sum / (double)m->n : m->mean;
  if (!isfinite(value)) {
    return KP_SURVEY_OUT_OF_RANGE;
  }
  *mean = value;
  return KP_SURVEY_OK;
}

kp_survey_status kp_survey_variance(const kp_survey_moments *m, double *variance) {
  *variance = KP_NAN;
  if (m->n == 0) {
    return KP_SURVEY_NO_DATA;
  }
  if (m->n < 2) {
    return KP_SURVEY_TOO_FEW;
  }
  if (!isfinite(m->m2)) {
    return KP_SURVEY_OUT_OF_RANGE;
  }
  *variance = m->m2 / ((double)m->n - 1.0);
  return KP_SURVEY_OK;
}
