/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kind.h"

static const struct {
  double min, max;
  bool whole;
} scales[] = {
    [KP_KIND_GRADE] = {1, 10, false},  [KP_KIND_CES] = {1, 7, true},
    [KP_KIND_TOPBOX] = {1, 5, true},   [KP_KIND_EASY_HIGH] = {1, 7, true},
    [KP_KIND_EASY_LOW] = {1, 7, true},
};

kp_calc_error kp_kind_start(const kp_arguments *a, kp_survey_scale *scale) {
  double min = a->min_given ? a->min : scales[a->kind].min;
  double max = a->max_given ? a->max : scales[a->kind].max;
  bool boxes_can_be = a->top >= 1 && a->top <= max - min + 1 && floor(a->top) == a->top;
  double boxes = a->kind == KP_KIND_TOPBOX ? a->top : 0;
  kp_survey_status status =
      boxes_can_be ? kp_survey_scale_start(scale, min, max, scales[a->kind].whole, boxes)
                   : KP_SURVEY_PARAMETER;
  return kp_calc_error_of(status);
}

bool kp_kind_is_share(kp_kind kind) {
  return kind == KP_KIND_TOPBOX || kind == KP_KIND_EASY_HIGH || kind == KP_KIND_EASY_LOW;
}

kp_survey_share kp_kind_share(kp_kind kind, const kp_survey_scale *scale) {
  kp_survey_share share = kp_survey_top_share(scale);
  if (kind == KP_KIND_EASY_HIGH)
    share.count = (double)scale->above;
  else if (kind == KP_KIND_EASY_LOW)
    share.count = (double)scale->below;
  return share;
}

static void share_figure(const kp_survey_share *share, double confidence, kp_figure *figure) {
  figure->status = kp_survey_share_value(share, &figure->value);
  figure->bounds_ok = kp_survey_wilson(share, confidence, &figure->lower, &figure->upper);
  figure->margin = (figure->upper - figure->lower) / 2;
}

static void mean_figure(const kp_survey_scale *scale, double confidence, kp_figure *figure) {
  kp_survey_mean_interval interval = {0};
  figure->bounds_ok = kp_survey_mean_ci(&scale->moments, confidence, &interval);
  figure->status = figure->bounds_ok == KP_SURVEY_TOO_FEW ? KP_SURVEY_OK : figure->bounds_ok;
  figure->value = interval.mean;
  figure->margin = interval.margin;
  figure->lower = interval.lower;
  figure->upper = interval.upper;
}

void kp_kind_figure(kp_kind kind, const kp_survey_scale *scale, double confidence,
                    kp_figure *figure) {
  kp_survey_share share = kp_kind_share(kind, scale);
  bool is_share = kp_kind_is_share(kind);
  *figure = (kp_figure){.n = share.n};
  if (is_share)
    share_figure(&share, confidence, figure);
  else
    mean_figure(scale, confidence, figure);
  if (figure->bounds_ok == KP_SURVEY_OK)
    kp_survey_show(figure->value, is_share ? 0 : scale->min, is_share ? 1 : scale->max,
                   &figure->lower, &figure->upper);
}
