/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Raking. Rows that fall into the same categories get the same weight, so they are counted once and
 * weighed together: a hundred thousand rows of three regions and two sexes are six cells. */
#include <stdlib.h>

#include "internal.h"
#include "kernpunt/survey.h"

enum { ROUNDS = 1000, MOST_CELLS = 65536 };
static const double settled = 1e-12;

typedef struct raking {
  const kp_survey_margin *margins;
  size_t count, rows;
  size_t *cell;    /* of each row, KP_SURVEY_NO_CATEGORY when it does not count */
  size_t *first;   /* a row of each cell: its categories are those of all */
  double *members; /* rows of each cell */
  double *weight;  /* of each cell */
  double *sum;     /* of weights, by category of the margin at hand */
  double *share[KP_SURVEY_MARGINS_MAX];
  size_t cells;
  double total; /* rows that count */
} raking;

static kp_survey_status check(const kp_survey_margin *margins, size_t count, double largest) {
  if (count < 1 || count > KP_SURVEY_MARGINS_MAX) {
    return KP_SURVEY_SHAPE;
  }
  if (!(largest > 1.0)) {
    return KP_SURVEY_PARAMETER;
  }
  for (size_t m = 0; m < count; m++) {
    double sum = 0.0;
    for (size_t c = 0; c < margins[m].categories; c++) {
      double size = margins[m].population[c];
      if (!(size >= 0.0) || isinf(size)) {
        return KP_SURVEY_PARAMETER;
      }
      sum += size;
    }
    if (isinf(sum)) {
      return KP_SURVEY_PARAMETER;
    }
    if (!(sum > 0.0)) {
      return KP_SURVEY_NO_WEIGHT;
    }
  }
  return KP_SURVEY_OK;
}

/* The number of possible cells, or 0 when there are too many to number them all. */
static size_t possible_cells(const raking *r) {
  size_t product = 1;
  for (size_t m = 0; m < r->count; m++) {
    if (r->margins[m].categories > MOST_CELLS / product) {
      return 0;
    }
    product *= r->margins[m].categories;
  }
  return product;
}

static size_t place_of(const raking *r, size_t row) {
  size_t place = 0;
  for (size_t m = 0; m < r->count; m++) {
    size_t category = r->margins[m].category[row];
    if (category >= r->margins[m].categories) {
      return KP_SURVEY_NO_CATEGORY;
    }
    place = place * r->margins[m].categories + category;
  }
  return place;
}

/* Sorts the rows into cells; where there are too many cells each row is one. */
static void fill_cells(raking *r, size_t possible, size_t *number) {
  for (size_t place = 0; place < possible; place++) {
    number[place] = KP_SURVEY_NO_CATEGORY;
  }
  for (size_t row = 0; row < r->rows; row++) {
    size_t place = place_of(r, row);
    r->cell[row] = place;
    if (place == KP_SURVEY_NO_CATEGORY) {
      continue;
    }
    if (possible == 0 || number[place] == KP_SURVEY_NO_CATEGORY) {
      r->first[r->cells] = row;
      r->members[r->cells] = 0.0;
      r->weight[r->cells] = 1.0;
      if (possible > 0) {
        number[place] = r->cells;
      }
      r->cell[row] = r->cells++;
    } else {
      r->cell[row] = number[place];
    }
    r->members[r->cell[row]] += 1.0;
    r->total += 1.0;
  }
}

static kp_survey_status start(raking *r) {
  size_t possible = possible_cells(r);
  size_t most = possible > 0 && possible < r->rows ? possible : r->rows;
  size_t categories = 1;
  for (size_t m = 0; m < r->count; m++) {
    categories = r->margins[m].categories > categories ? r->margins[m].categories : categories;
    r->share[m] = calloc(r->margins[m].categories + 1, sizeof **r->share);
    if (r->share[m] == NULL) {
      return KP_SURVEY_MEMORY;
    }
  }
  size_t *number = malloc((possible + 1) * sizeof *number);
  r->cell = malloc((r->rows + 1) * sizeof *r->cell);
  r->first = malloc((most + 1) * sizeof *r->first);
  r->members = malloc((most + 1) * sizeof *r->members);
  r->weight = malloc((most + 1) * sizeof *r->weight);
  r->sum = malloc(categories * sizeof *r->sum);
  bool good = number != NULL && r->cell != NULL && r->first != NULL && r->members != NULL &&
              r->weight != NULL && r->sum != NULL;
  if (good) {
    fill_cells(r, possible, number);
  }
  free(number);
  for (size_t m = 0; good && m < r->count; m++) {
    double sum = 0.0;
    for (size_t c = 0; c < r->margins[m].categories; c++) {
      sum += r->margins[m].population[c];
    }
    for (size_t c = 0; c < r->margins[m].categories; c++) {
      r->share[m][c] = r->margins[m].population[c] / sum;
    }
  }
  return good ? KP_SURVEY_OK : KP_SURVEY_MEMORY;
}

static void finish(raking *r) {
  for (size_t m = 0; m < r->count; m++) {
    free(r->share[m]);
  }
  free(r->sum);
  free(r->weight);
  free(r->members);
  free(r->first);
  free(r->cell);
}

/* Brings one margin into line. *moved tells whether a factor was not 1. */
static kp_survey_status fit(raking *r, size_t m, bool *moved) {
  const kp_survey_margin *margin = &r->margins[m];
  const double *share = r->share[m];
  for (size_t c = 0; c < margin->categories; c++) {
    r->sum[c] = 0.0;
  }
  for (size_t i = 0; i < r->cells; i++) {
    r->sum[margin->category[r->first[i]]] += r->weight[i] * r->members[i];
  }
  for (size_t c = 0; c < margin->categories; c++) {
    if (share[c] > 0.0 && !(r->sum[c] > 0.0)) {
      return KP_SURVEY_NO_DATA;
    }
    /* From here on a factor: 0 where nobody lives, whatever was answered there. */
    r->sum[c] = share[c] > 0.0 ? r->total * share[c] / r->sum[c] : 0.0;
    *moved = *moved || (share[c] > 0.0 && fabs(r->sum[c] - 1.0) > settled);
  }
  for (size_t i = 0; i < r->cells; i++) {
    r->weight[i] *= r->sum[margin->category[r->first[i]]];
  }
  return KP_SURVEY_OK;
}

static kp_survey_status converge(raking *r) {
  for (int round = 0; round < ROUNDS; round++) {
    bool moved = false;
    for (size_t m = 0; m < r->count; m++) {
      kp_survey_status status = fit(r, m, &moved);
      if (status != KP_SURVEY_OK) {
        return status;
      }
    }
    if (!moved) {
      return KP_SURVEY_OK;
    }
  }
  return KP_SURVEY_NO_CONVERGENCE;
}

/* Weights above the largest become it and the others share what that sets free, until none is
 * above: in the end w = min(largest, lambda w) with mean 1. */
static kp_survey_status cut(raking *r, double largest) {
  bool above = true;
  while (above) {
    double fixed = 0.0; /* rows at the largest weight */
    double rest = 0.0;
    above = false;
    for (size_t i = 0; i < r->cells; i++) {
      above = above || r->weight[i] > largest;
      r->weight[i] = fmin(r->weight[i], largest);
      fixed += r->weight[i] == largest ? r->members[i] : 0.0;
      rest += r->weight[i] == largest ? 0.0 : r->weight[i] * r->members[i];
    }
    if (!above) {
      break;
    }
    double factor = (r->total - largest * fixed) / rest;
    if (!(factor >= 1.0 - settled) || isinf(factor)) {
      return KP_SURVEY_PARAMETER; /* too few rows count at all */
    }
    for (size_t i = 0; i < r->cells; i++) {
      r->weight[i] *= r->weight[i] == largest ? 1.0 : factor;
    }
  }
  return KP_SURVEY_OK;
}

kp_survey_status kp_survey_rake(const kp_survey_margin *margins, size_t count, size_t rows,
                                double largest, double *weights) {
  raking r = {.margins = margins, .count = count, .rows = rows};
  kp_survey_status status = check(margins, count, largest);
  for (size_t row = 0; row < rows; row++) {
    weights[row] = KP_NAN;
  }
  if (status != KP_SURVEY_OK) {
    return status;
  }
  status = start(&r);
  if (status == KP_SURVEY_OK) {
    status = converge(&r);
  }
  if (status == KP_SURVEY_OK) {
    status = cut(&r, largest);
  }
  for (size_t row = 0; status == KP_SURVEY_OK && row < rows; row++) {
    if (r.cell[row] != KP_SURVEY_NO_CATEGORY) {
      weights[row] = r.weight[r.cell[row]];
    }
  }
  finish(&r);
  return status;
}
