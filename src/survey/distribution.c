/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Normal, t and F. GSL does the work; where it loses digits (measured against 40-digit arithmetic)
 * another form is taken. All results are good to about 1e-13 relative. */
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_sf_gamma.h>

#include "internal.h"

void kp_survey_init(void) {
  gsl_set_error_handler_off();
}

double kp_survey_normal_quantile(double p) {
  if (!(p > 0.0 && p < 1.0)) {
    return KP_NAN;
  }
  return gsl_cdf_ugaussian_Pinv(p);
}

double kp_survey_normal_critical(double confidence) {
  if (!(confidence > 0.0 && confidence < 1.0)) {
    return KP_NAN;
  }
  return gsl_cdf_ugaussian_Qinv((1.0 - confidence) / 2.0);
}

double kp_survey_normal_p(double z) {
  return erfc(fabs(z) / sqrt(2.0));
}

/* Between these degrees of freedom GSL uses an expansion that is off by 1e-7 in the far tail. */
static bool expansion_is_poor(double t, double df) {
  return df > 30.0 && df < 1000.0 && t > 3.0;
}

double kp_survey_t_p(double t, double df) {
  if (isnan(t) || !(df > 0.0)) {
    return KP_NAN;
  }
  if (isinf(t)) {
    return 0.0;
  }
  t = fabs(t);
  if (isinf(df)) {
    return kp_survey_normal_p(t);
  }
  if (expansion_is_poor(t, df)) {
    double x = 1.0 / (1.0 + t / df * t);
    return x > 0.0 ? gsl_cdf_beta_P(x, df / 2.0, 0.5) : 0.0;
  }
  return 2.0 * gsl_cdf_tdist_Q(t, df);
}

double kp_survey_t_critical(double confidence, double df) {
  if (!(confidence > 0.0 && confidence < 1.0 && df > 0.0)) {
    return KP_NAN;
  }
  double tail = (1.0 - confidence) / 2.0;
  if (isinf(df)) {
    return kp_survey_normal_critical(confidence);
  }
  if (df == 1.0) {
    return 1.0 / tan(acos(-1.0) * tail);
  }
  double t = gsl_cdf_tdist_Qinv(tail, df);
  for (int i = 0; i < 3 && expansion_is_poor(t, df); i++) {
    double density = gsl_ran_tdist_pdf(t, df);
    if (!(density > 0.0)) {
      break;
    }
    t += (kp_survey_t_p(t, df) / 2.0 - tail) / density;
  }
  return t;
}

double kp_survey_f_p(double f, double df1, double df2) {
  if (isnan(f) || !(df1 > 0.0) || !(df2 > 0.0)) {
    return KP_NAN;
  }
  if (f <= 0.0) {
    return 1.0;
  }
  if (isinf(f)) {
    return 0.0;
  }
  return gsl_cdf_fdist_Q(f, df1, df2);
}
