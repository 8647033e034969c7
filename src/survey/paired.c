/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same customers twice: a t-test on the differences of the codes -100/0/100, which are -200,
 * -100, 0, 100 or 200. A table of nine cells holds everything the test needs. */
#include "internal.h"

uint64_t kp_survey_pairs_n(const kp_survey_pairs *t) {
  uint64_t n = 0;
  for (int a = 0; a < 3; a++) {
    for (int b = 0; b < 3; b++) {
      n += t->cell[a][b];
    }
  }
  return n;
}

kp_survey_status kp_survey_nps_paired(const kp_survey_pairs *pairs, double confidence,
                                      kp_survey_paired *out) {
  out->n = (double)kp_survey_pairs_n(pairs);
  out->earlier = out->later = out->delta = KP_NAN;
  out->constant = false;
  kp_survey_test_clear(&out->t);
  kp_survey_test_clear(&out->z);
  if (!kp_survey_confidence_ok(confidence)) {
    return KP_SURVEY_PARAMETER;
  }
  if (out->n == 0.0) {
    return KP_SURVEY_NO_DATA;
  }
  double moved[5] = {0.0, 0.0, 0.0, 0.0, 0.0}; /* by -2, -1, 0, 1, 2 segments */
  double before = 0.0;
  double after = 0.0;
  for (int a = 0; a < 3; a++) {
    for (int b = 0; b < 3; b++) {
      double count = (double)pairs->cell[a][b];
      moved[b - a + 2] += count;
      before += count * (a - 1);
      after += count * (b - 1);
    }
  }
  out->earlier = 100.0 * before / out->n;
  out->later = 100.0 * after / out->n;
  out->delta = 100.0 * (after - before) / out->n;
  double squares = 0.0;
  for (int i = 0; i < 5; i++) {
    double distance = 100.0 * (i - 2) - out->delta;
    squares += moved[i] * distance * distance;
    out->constant = out->constant || moved[i] == out->n;
  }
  out->t.delta = out->z.delta = out->delta;
  if (out->n < 2.0) {
    return KP_SURVEY_TOO_FEW;
  }
  double se = out->constant ? 0.0 : sqrt(squares / (out->n - 1.0) / out->n);
  kp_survey_test_fill(&out->t, out->delta, se, out->n - 1.0, confidence);
  kp_survey_test_fill(&out->z, out->delta, se, KP_INFINITY, confidence);
  return KP_SURVEY_OK;
}
