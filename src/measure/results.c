/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of a group of scores, by the code that the functions use. */
#include "kernpunt/measure.h"

#include "kernpunt/survey.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

static const double confidence = 0.95;

kp_results_kind kp_results_kind_of(int least, int most) {
  if (least == 0 && most == 10)
    return KP_RESULTS_NPS;
  return least == 1 && most == 5 ? KP_RESULTS_SHARE : KP_RESULTS_MEAN;
}

bool kp_results_start(kp_results_group *group, int least, int most) {
  const bool grades = least == 1 && most == 10; /* decimals count */
  memset(group, 0, sizeof *group);
  group->kind = kp_results_kind_of(least, most);
  return kp_survey_scale_start(&group->scale, least, most, !grades,
                               group->kind == KP_RESULTS_SHARE ? 2 : 0) == KP_SURVEY_OK;
}

/* A score that cannot count, of a number that was added. */
static kp_results_reason reason_of(const kp_results_group *group, double number) {
  if (!(number >= group->scale.min && number <= group->scale.max))
    return KP_RESULTS_OUTSIDE;
  return group->scale.whole && floor(number) != number ? KP_RESULTS_NOT_WHOLE : KP_RESULTS_COUNTS;
}

kp_results_reason kp_results_add(kp_results_group *group, const kp_answers_cell *cell) {
  const bool nps = group->kind == KP_RESULTS_NPS;
  switch (cell->kind) {
  case KP_ANSWERS_NUMBER:
  case KP_ANSWERS_DAY:
  case KP_ANSWERS_TRUTH: /* a number for the functions */
    if (nps)
      kp_survey_tally_add_number(&group->tally, cell->number);
    else
      kp_survey_scale_add_number(&group->scale, cell->number);
    return reason_of(group, cell->number);
  case KP_ANSWERS_TEXT:
    if (nps)
      kp_survey_tally_add_text(&group->tally);
    else
      kp_survey_scale_add_text(&group->scale);
    return KP_RESULTS_TEXT;
  case KP_ANSWERS_ERROR:
    if (nps)
      kp_survey_tally_add_error(&group->tally);
    else
      kp_survey_scale_add_error(&group->scale);
    return KP_RESULTS_ERROR;
  default:
    if (nps)
      kp_survey_tally_add_blank(&group->tally);
    else
      kp_survey_scale_add_blank(&group->scale);
    return KP_RESULTS_BLANK;
  }
}

static uint64_t valid(const kp_results_group *group) {
  return group->kind == KP_RESULTS_NPS ? kp_survey_tally_valid(&group->tally)
                                       : group->scale.moments.n;
}

/* ------------------------------------------------------------------------------------ figures */

static void count_cells(const kp_results_group *group, kp_results_figures *out) {
  const kp_survey_tally *tally = &group->tally;
  const kp_survey_scale *scale = &group->scale;
  const uint64_t tallied[] = {0,
                              tally->blank,
                              tally->text,
                              tally->out_of_range,
                              tally->non_integer,
                              tally->error + tally->boolean};
  const uint64_t scaled[] = {0,
                             scale->blank,
                             scale->text,
                             scale->out_of_range,
                             scale->non_integer,
                             scale->error + scale->boolean};
  out->answers = out->n = valid(group);
  for (int i = KP_RESULTS_BLANK; i < KP_RESULTS_REASONS; i++) {
    out->left[i] = group->kind == KP_RESULTS_NPS ? tallied[i] : scaled[i];
    out->answers += out->left[i];
  }
}

static void nps_figures(const kp_results_group *group, kp_results_figures *out) {
  kp_survey_counts counts = kp_survey_counts_of(&group->tally);
  kp_survey_interval interval;
  out->part[KP_RESULTS_LOW] = group->tally.detractors;
  out->part[KP_RESULTS_MIDDLE] = group->tally.passives;
  out->part[KP_RESULTS_HIGH] = group->tally.promoters;
  if (kp_survey_nps_interval(&counts, KP_SURVEY_ADJUSTED, confidence, KP_SURVEY_UNLIMITED,
                             &interval) != KP_SURVEY_OK)
    return;
  out->value = interval.nps;
  out->margin = interval.margin;
  out->lower = interval.lower;
  out->upper = interval.upper;
}

static void share_figures(const kp_results_group *group, kp_results_figures *out) {
  kp_survey_share share = kp_survey_top_share(&group->scale);
  out->part[KP_RESULTS_HIGH] = group->scale.top;
  out->part[KP_RESULTS_LOW] = out->n - group->scale.top;
  if (kp_survey_share_value(&share, &out->value) != KP_SURVEY_OK ||
      kp_survey_wilson(&share, confidence, &out->lower, &out->upper) != KP_SURVEY_OK)
    return;
  out->margin = (out->upper - out->lower) / 2;
  kp_survey_show(out->value, 0, 1, &out->lower, &out->upper);
}

static void mean_figures(const kp_results_group *group, kp_results_figures *out) {
  const kp_survey_scale *scale = &group->scale;
  kp_survey_mean_interval interval = {.mean = NAN};
  out->part[KP_RESULTS_LOW] = scale->below;
  out->part[KP_RESULTS_HIGH] = scale->above;
  out->part[KP_RESULTS_MIDDLE] = out->n - scale->below - scale->above;
  bool bounds = kp_survey_mean_ci(&scale->moments, confidence, &interval) == KP_SURVEY_OK;
  out->value = interval.mean;
  if (!bounds)
    return;
  out->margin = interval.margin;
  out->lower = interval.lower;
  out->upper = interval.upper;
  kp_survey_show(out->value, scale->min, scale->max, &out->lower, &out->upper);
}

void kp_results_figures_of(const kp_results_group *group, double minimum, kp_results_figures *out) {
  *out = (kp_results_figures){.kind = group->kind,
                              .least = (int)group->scale.min,
                              .most = (int)group->scale.max,
                              .value = NAN,
                              .margin = NAN,
                              .lower = NAN,
                              .upper = NAN};
  count_cells(group, out);
  out->few = out->n == 0 || (double)out->n < minimum;
  if (out->few)
    return;
  if (group->kind == KP_RESULTS_NPS)
    nps_figures(group, out);
  else if (group->kind == KP_RESULTS_SHARE)
    share_figures(group, out);
  else
    mean_figures(group, out);
}

/* ------------------------------------------------------------------------------------- change */

static kp_survey_status nps_change(const kp_results_group *earlier, const kp_results_group *later,
                                   double minimum, kp_results_change *out) {
  kp_survey_counts before = kp_survey_counts_of(&earlier->tally);
  kp_survey_counts after = kp_survey_counts_of(&later->tally);
  kp_survey_estimate both[2];
  kp_survey_change change;
  kp_survey_status status =
      kp_survey_nps_verdict(&before, &after, confidence, minimum, &out->verdict);
  if (status != KP_SURVEY_OK || out->verdict == KP_SURVEY_TOO_FEW_ANSWERS)
    return status;
  status = kp_survey_worse(kp_survey_estimate_counts(&before, &both[0]),
                           kp_survey_estimate_counts(&after, &both[1]));
  if (status != KP_SURVEY_OK)
    return status;
  kp_survey_change_of(&both[0], &both[1], kp_survey_normal_critical(confidence), &change);
  out->delta = change.delta;
  out->margin = change.margin;
  out->lower = change.lower;
  out->upper = change.upper;
  return KP_SURVEY_OK;
}

static kp_survey_status share_change(const kp_results_group *earlier, const kp_results_group *later,
                                     double minimum, kp_results_change *out) {
  kp_survey_share before = kp_survey_top_share(&earlier->scale);
  kp_survey_share after = kp_survey_top_share(&later->scale);
  kp_survey_share_change change;
  kp_survey_status status =
      kp_survey_share_verdict(&before, &after, confidence, minimum, &out->verdict);
  if (status != KP_SURVEY_OK || out->verdict == KP_SURVEY_TOO_FEW_ANSWERS)
    return status;
  status = kp_survey_share_delta(&before, &after, confidence, &change);
  if (status != KP_SURVEY_OK)
    return status;
  out->delta = change.delta;
  out->lower = change.newcombe_lower;
  out->upper = change.newcombe_upper;
  out->margin = (out->upper - out->lower) / 2;
  kp_survey_show(out->delta, -1, 1, &out->lower, &out->upper);
  return KP_SURVEY_OK;
}

static kp_survey_status mean_change(const kp_results_group *earlier, const kp_results_group *later,
                                    double minimum, kp_results_change *out) {
  const kp_survey_moments *before = &earlier->scale.moments;
  const kp_survey_moments *after = &later->scale.moments;
  kp_survey_test test;
  kp_survey_status status =
      kp_survey_mean_verdict(before, after, confidence, minimum, &out->verdict);
  if (status != KP_SURVEY_OK || out->verdict == KP_SURVEY_TOO_FEW_ANSWERS)
    return status;
  status = kp_survey_mean_delta(before, after, confidence, &test);
  if (status != KP_SURVEY_OK)
    return status;
  out->delta = test.delta;
  out->margin = test.margin;
  out->lower = test.lower;
  out->upper = test.upper;
  double widest = later->scale.max - later->scale.min;
  kp_survey_show(out->delta, -widest, widest, &out->lower, &out->upper);
  return KP_SURVEY_OK;
}

void kp_results_change_of(const kp_results_group *earlier, const kp_results_group *later,
                          double minimum, kp_results_change *out) {
  kp_survey_status status = KP_SURVEY_OK;
  *out = (kp_results_change){
      .delta = NAN, .margin = NAN, .lower = NAN, .upper = NAN, .n_before = valid(earlier)};
  out->other_scale =
      earlier->scale.min != later->scale.min || earlier->scale.max != later->scale.max;
  if (out->other_scale || valid(earlier) == 0 || valid(later) == 0)
    return;
  if (later->kind == KP_RESULTS_NPS)
    status = nps_change(earlier, later, minimum, out);
  else if (later->kind == KP_RESULTS_SHARE)
    status = share_change(earlier, later, minimum, out);
  else
    status = mean_change(earlier, later, minimum, out);
  out->known = status == KP_SURVEY_OK && out->verdict != KP_SURVEY_TOO_FEW_ANSWERS;
}

/* ------------------------------------------------------------------------------------ addresses */

static int put_cell(int32_t column, int32_t row, char *text, size_t size) {
  char letters[8];
  int at = (int)sizeof letters - 1;
  letters[at] = '\0';
  for (column++; column > 0 && at > 0; column = (column - 1) / 26)
    letters[--at] = (char)('A' + (column - 1) % 26);
  return snprintf(text, size, "%s%d", &letters[at], (int)row + 1);
}

void kp_results_address(const kp_results_area *area, char text[KP_RESULTS_ADDRESS]) {
  int size = put_cell(area->left, area->top, text, KP_RESULTS_ADDRESS);
  assert(size > 0 && size < KP_RESULTS_ADDRESS / 2);
  if (area->left == area->right && area->top == area->bottom)
    return;
  text[size++] = ':';
  put_cell(area->right, area->bottom, text + size, KP_RESULTS_ADDRESS - (size_t)size);
}
