/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Eigenvalues and eigenvectors of a small symmetric matrix, by GSL. */
#include <string.h>

#include <gsl/gsl_eigen.h>

#include "internal.h"

/* GSL makes numbers of anything: what is not finite comes out as it went in. */
static bool all_finite(size_t count, const double *numbers) {
  for (size_t i = 0; i < count; i++) {
    if (!isfinite(numbers[i])) {
      return false;
    }
  }
  return true;
}

kp_survey_status kp_survey_eigen(size_t count, const double *matrix, double *values,
                                 double *vectors) {
  double scratch[KP_SURVEY_DRIVERS_MAX * KP_SURVEY_DRIVERS_MAX];
  if (!all_finite(count * count, matrix)) {
    return KP_SURVEY_NO_CONVERGENCE;
  }
  gsl_eigen_symmv_workspace *workspace = gsl_eigen_symmv_alloc(count);
  if (workspace == NULL) {
    return KP_SURVEY_MEMORY;
  }
  memcpy(scratch, matrix, count * count * sizeof *scratch);
  gsl_matrix_view from = gsl_matrix_view_array(scratch, count, count);
  gsl_matrix_view to = gsl_matrix_view_array(vectors, count, count);
  gsl_vector_view found = gsl_vector_view_array(values, count);
  int failed = gsl_eigen_symmv(&from.matrix, &found.vector, &to.matrix, workspace);
  gsl_eigen_symmv_free(workspace);
  return failed == 0 && all_finite(count, values) ? KP_SURVEY_OK : KP_SURVEY_NO_CONVERGENCE;
}
