/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shares: Wilson's interval (Wilson 1927; checked against Newcombe 1998, Stat. Med. 17:857), the
 * one of Agresti and Coull (1998), the pooled z-test and Newcombe's hybrid interval of a
 * difference. */
#include "internal.h"
#include "kernpunt/survey.h"

kp_survey_status kp_survey_share_value(const kp_survey_share *s, double *share) {
  *share = KP_NAN;
  if (!(s->count >= 0.0) || !(s->count <= s->n) || isinf(s->n)) {
    return KP_SURVEY_PARAMETER;
  }
  if (s->n == 0.0) {
    return KP_SURVEY_NO_DATA;
  }
  *share = s->count / s->n;
  return KP_SURVEY_OK;
}

/* The share after all checks, with its complement free of cancellation. */
static kp_survey_status check(const kp_survey_share *s, double confidence, double *p, double *q) {
  *q = KP_NAN;
  kp_survey_status status = kp_survey_share_value(s, p);
  if (!kp_survey_confidence_ok(confidence)) {
    status = KP_SURVEY_PARAMETER;
  }
  if (status == KP_SURVEY_OK) {
    *q = (s->n - s->count) / s->n;
  }
  return status;
}

kp_survey_status kp_survey_wilson(const kp_survey_share *s, double confidence, double *lower,
                                  double *upper) {
  double p;
  double q;
  *lower = *upper = KP_NAN;
  kp_survey_status status = check(s, confidence, &p, &q);
  if (status != KP_SURVEY_OK) {
    return status;
  }
  double z = kp_survey_normal_critical(confidence);
  double k = z * z / s->n;
  double centre = (p + k / 2.0) / (1.0 + k);
  double half = z / (1.0 + k) * sqrt((p * q + k / 4.0) / s->n);
  /* At the ends the bound is 0 or 1 exactly; rounding must not show another. */
  *lower = s->count == 0.0 ? 0.0 : fmax(0.0, centre - half);
  *upper = s->count == s->n ? 1.0 : fmin(1.0, centre + half);
  return KP_SURVEY_OK;
}

kp_survey_status kp_survey_agresti_coull(const kp_survey_share *s, double confidence, double *lower,
                                         double *upper) {
  double p;
  double q;
  *lower = *upper = KP_NAN;
  kp_survey_status status = check(s, confidence, &p, &q);
  if (status != KP_SURVEY_OK) {
    return status;
  }
  double z = kp_survey_normal_critical(confidence);
  double n = s->n + z * z;
  double centre = (s->count + z * z / 2.0) / n;
  double half = z * sqrt(centre * (1.0 - centre) / n);
  *lower = centre - half;
  *upper = centre + half;
  return KP_SURVEY_OK;
}

/* sqrt(a^2 + b^2) of two distances from a share to a bound of its interval. */
static double join(double a, double b) {
  return sqrt(a * a + b * b);
}

kp_survey_status kp_survey_share_delta(const kp_survey_share *earlier, const kp_survey_share *later,
                                       double confidence, kp_survey_share_change *out) {
  *out = (kp_survey_share_change){KP_NAN, KP_NAN, KP_NAN, KP_NAN, KP_NAN,
                                  KP_NAN, KP_NAN, KP_NAN, KP_NAN, KP_NAN};
  double p1;
  double q1;
  double p2;
  double q2;
  kp_survey_status first = check(earlier, confidence, &p1, &q1);
  kp_survey_status second = check(later, confidence, &p2, &q2);
  if (first == KP_SURVEY_PARAMETER || second == KP_SURVEY_PARAMETER) {
    return KP_SURVEY_PARAMETER;
  }
  out->earlier = p1;
  out->later = p2;
  if (first != KP_SURVEY_OK || second != KP_SURVEY_OK) {
    return KP_SURVEY_NO_DATA;
  }
  double n1 = earlier->n;
  double n2 = later->n;
  out->delta = p2 - p1;
  out->relative = p1 > 0.0 ? out->delta / p1 : KP_NAN;
  /* Pooled with weights n1 and n2; as ratios, because the sums may overflow. */
  double part = 1.0 / (1.0 + n2 / n1);
  double p = part * p1 + (1.0 - part) * p2;
  double q = part * q1 + (1.0 - part) * q2;
  double pooled = sqrt(p * q * (1.0 / n1 + 1.0 / n2));
  out->z = pooled > 0.0 ? out->delta / pooled : 0.0;
  out->p = kp_survey_normal_p(out->z);
  double z = kp_survey_normal_critical(confidence);
  double half = z * sqrt(p1 * q1 / n1 + p2 * q2 / n2);
  out->wald_lower = out->delta - half;
  out->wald_upper = out->delta + half;
  double l1;
  double u1;
  double l2;
  double u2;
  (void)kp_survey_wilson(earlier, confidence, &l1, &u1);
  (void)kp_survey_wilson(later, confidence, &l2, &u2);
  out->newcombe_lower = out->delta - join(p2 - l2, u1 - p1);
  out->newcombe_upper = out->delta + join(u2 - p2, p1 - l1);
  return KP_SURVEY_OK;
}

/* Read off the bounds that are shown: the pooled test is too eager when one side is small and
 * extreme (9 of 10 against 40 of 40), and would then contradict the interval beside it. */
kp_survey_status kp_survey_share_verdict(const kp_survey_share *earlier,
                                         const kp_survey_share *later, double confidence,
                                         double minimum_n, kp_survey_verdict *out) {
  kp_survey_share_change change;
  kp_survey_status status = kp_survey_share_delta(earlier, later, confidence, &change);
  kp_survey_status early;
  bool done = kp_survey_verdict_early(earlier->n, later->n, confidence, minimum_n, out, &early);
  if (status == KP_SURVEY_PARAMETER) {
    return status;
  }
  if (done) {
    return early;
  }
  if (status == KP_SURVEY_OK) {
    *out = KP_SURVEY_NO_DIFFERENCE;
    if (change.newcombe_lower > 0.0) {
      *out = KP_SURVEY_RISE;
    } else if (change.newcombe_upper < 0.0) {
      *out = KP_SURVEY_FALL;
    }
  }
  return status;
}
