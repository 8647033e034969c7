/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The score interval: the differences delta = p - d that a test would not reject, with the spread
 * under delta estimated by restricted maximum likelihood. The same as Tango's interval for paired
 * proportions with discordant counts P and D (Tango 1998, Stat. Med. 17:891); R package NPS calls
 * it "iterative". That loop stops early; here the bound is bisected to the last bit. */
#include "internal.h"

/* Variance per answer under p - d = delta. The restricted estimate q of d solves
 * 2 q^2 + B q + C = 0. */
static double restricted_variance(double p, double d, double delta) {
  double b = -(d + p) + (2.0 - p + d) * delta;
  double c = -d * delta * (1.0 - delta);
  double root = sqrt(fmax(0.0, b * b - 8.0 * c));
  double q;
  if (b > 0.0) {
    q = -2.0 * c / (b + root); /* the other form would subtract nearly equal numbers */
  } else {
    q = (root - b) / 4.0;
  }
  return fmax(0.0, 2.0 * q + delta * (1.0 - delta));
}

/* Largest delta below p - d whose score statistic is still >= z: falls as delta rises. */
static double lower_bound(double n, double p, double d, double z) {
  double low = -1.0;
  double high = p - d;
  for (;;) {
    double middle = low + (high - low) / 2.0;
    if (!(middle > low && middle < high)) {
      return middle;
    }
    double se = sqrt(restricted_variance(p, d, middle) / n);
    if ((p - d) - middle >= z * se) {
      low = middle;
    } else {
      high = middle;
    }
  }
}

void kp_survey_score_bounds(double n, double p, double d, double z, double *lower, double *upper) {
  *lower = lower_bound(n, p, d, z);
  *upper = -lower_bound(n, d, p, z); /* the mirror image */
}
