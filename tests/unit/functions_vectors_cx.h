/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The runners of test_functions_vectors.c for shares, grades, effort, drivers and progress. */
#ifndef KERNPUNT_FUNCTIONS_VECTORS_CX_H
#define KERNPUNT_FUNCTIONS_VECTORS_CX_H

static void run_topbox(vector *v) {
  fx_value s = cells_of(json_object_get(v->in, "scores"));
  fx_value boxes = fx_number(input(v, "boxes"));
  fx_value min = option(v, "scale_min");
  fx_value max = option(v, "scale_max");
  fx_value c = option(v, "confidence");
  double share = NUMBER("CX.TOPBOX", s, boxes, min, max);
  want(v, "share", share);
  want(v, "share", NUMBER("CX.CSAT", s, min, max, boxes));
  want(v, "count", share * (double)s.count);
  want(v, "wilson_lower", NUMBER("CX.TOPBOXLOWER", s, boxes, min, max, c));
  want(v, "wilson_upper", NUMBER("CX.TOPBOXUPPER", s, boxes, min, max, c));
  fx_free(&s);
}

/* A share as scores on 1 to 5: the top box is 5. */
static fx_value share_scores(const json_t *object) {
  fx_value cells = {.kind = FX_ARRAY};
  repeat(&cells, 5, number(object, "count"));
  repeat(&cells, 3, number(object, "n") - number(object, "count"));
  return cells;
}

static void run_share_delta(vector *v) {
  const json_t *earlier = json_object_get(v->in, "old");
  const json_t *later = json_object_get(v->in, "new");
  fx_value a = share_scores(earlier);
  fx_value b = share_scores(later);
  fx_value one = fx_number(1);
  fx_value c = option(v, "confidence");
  want(v, "p1", NUMBER("CX.TOPBOX", b, one));
  want(v, "p2", NUMBER("CX.TOPBOX", a, one));
  want(v, "delta", NUMBER("CX.TOPBOXDELTA", a, b, one) / 100);
  want(v, "relative", NUMBER("CX.TOPBOXDELTA", a, b, one, LEFT_OUT, LEFT_OUT, word("relative")));
  double lower = NUMBER("CX.TOPBOXDELTALOWER", a, b, one, LEFT_OUT, LEFT_OUT, c);
  double upper = NUMBER("CX.TOPBOXDELTAUPPER", a, b, one, LEFT_OUT, LEFT_OUT, c);
  want(v, "newcombe_lower", lower / 100);
  want(v, "newcombe_upper", upper / 100);
  double p =
      NUMBER("CX.SHAREPVALUE", fx_number(number(earlier, "count")), fx_number(number(earlier, "n")),
             fx_number(number(later, "count")), fx_number(number(later, "n")));
  want(v, "p_value", p);
  fx_value arguments[7] = {a, b, one, LEFT_OUT, LEFT_OUT, c, fx_number(0)};
  fx_value verdict = fx_call("CX.TOPBOXVERDICT", arguments, 7);
  assert_string_equal(verdict.text, lower > 0   ? "rise"
                                    : upper < 0 ? "fall"
                                                : "no demonstrable difference");
  fx_free(&verdict);
  fx_free(&a);
  fx_free(&b);
}

static void run_mean_ci(vector *v) {
  fx_value s = cells_of(json_object_get(v->in, "scores"));
  double mean = NUMBER("CX.GRADE", s);
  double margin = NUMBER("CX.GRADEMARGIN", s, LEFT_OUT, LEFT_OUT, option(v, "confidence"));
  want(v, "mean", mean);
  want(v, "moe", margin);
  want(v, "lower", mean - margin);
  want(v, "upper", mean + margin);
  fx_free(&s);
}

static void run_ces(vector *v) {
  fx_value s = cells_of(json_object_get(v->in, "scores"));
  fx_value high = word("high");
  fx_value low = word("low");
  fx_value min = option(v, "scale_min");
  fx_value max = option(v, "scale_max");
  want(v, "mean", NUMBER("CX.CES", s, high, min, max));
  want(v, "mean", NUMBER("CX.CES", s, low, min, max));
  want(v, "easy_share", NUMBER("CX.CES", s, high, min, max, word("easy")));
  want(v, "difficult_share", NUMBER("CX.CES", s, low, min, max, word("easy")));
  want(v, "net_easy", NUMBER("CX.CES", s, high, min, max, word("net")));
  want(v, "net_easy", -NUMBER("CX.CES", s, low, min, max, word("net")));
  fx_free(&s);
}

static void run_goal_progress(vector *v) {
  fx_value a[3] = {fx_number(input(v, "baseline")), fx_number(input(v, "target")),
                   fx_number(input(v, "actual"))};
  if (!wants_error(v, "progress_error", "CX.PROGRESS", a, 3))
    want(v, "progress", number_of("CX.PROGRESS", a, 3));
}

/* Columns of the vector, side by side. */
static fx_value side_by_side(const json_t *columns) {
  size_t rows = json_array_size(json_array_get(columns, 0));
  fx_value cells = fx_array(rows, json_array_size(columns));
  for (size_t column = 0; column < json_array_size(columns); column++) {
    for (size_t row = 0; row < rows; row++) {
      double x = cell(json_array_get(columns, column), row);
      if (!isnan(x)) {
        fx_free(fx_at(&cells, row, column));
        *fx_at(&cells, row, column) = fx_number(x);
      }
    }
  }
  return cells;
}

/* One column of the result, below the header. */
static void want_column(vector *v, const char *key, const fx_value *result, size_t column,
                        size_t count, double factor) {
  double numbers[KP_MAX_ARGUMENTS];
  for (size_t i = 0; i < count; i++)
    numbers[i] = factor * fx_at(result, 1 + i, column)->number;
  want_array(v, key, numbers, count);
}

static void want_quadrants(vector *v, const fx_value *result, size_t count) {
  const json_t *quadrants = array_of(v, "quadrant", count);
  for (size_t i = 0; quadrants != NULL && i < count; i++)
    assert_int_equal(
        strcasecmp(fx_at(result, 1 + i, 7)->text, json_string_value(json_array_get(quadrants, i))),
        0);
}

static void run_drivers(vector *v) {
  fx_value nl = word("nl");
  fx_value a[8] = {cells_of(json_object_get(v->in, "outcome")),
                   side_by_side(json_object_get(v->in, "drivers"))};
  size_t count = a[1].cells[0].count;
  for (int shapley = 0; shapley < 2; shapley++) {
    a[2] = shapley ? word("shapley") : LEFT_OUT;
    a[7] = nl;
    if (wants_error(v, "error", "CX.DRIVERS", a, 8))
      continue;
    fx_value result = fx_call("CX.DRIVERS", a, 8);
    assert_int_equal(result.kind, FX_ARRAY);
    want_column(v, "r", &result, 2, count, 1);
    want_column(v, "b_unstandardised", &result, 3, count, 1);
    want_column(v, shapley ? "lmg_pct" : "relative_weight_pct", &result, 4, count, 100);
    want_column(v, "performance_mean", &result, 5, count, 1);
    if (!shapley) { /* priority and quadrant follow the method */
      want_column(v, "priority", &result, 6, count, 1);
      want_quadrants(v, &result, count);
    }
    want(v, "r_squared", fx_at(&result, 1 + count, 1)->number);
    want(v, "n", fx_at(&result, 2 + count, 1)->number);
    want(v, "excluded", fx_at(&result, 3 + count, 1)->number);
    double largest = 0; /* of these only the largest is shown */
    const json_t *vif = json_object_get(v->expected, "vif");
    for (size_t i = 0; i < json_array_size(vif); i++)
      largest = fmax(largest, cell(vif, i));
    offer(v, "vif");
    if (vif != NULL)
      NEAR(fx_at(&result, 4 + count, 1)->number, largest, v->tolerance);
    /* The multipliers are ratios of b; CX.DRIVERRATIO refuses those that are not clear. */
    const json_t *multiplier = json_object_get(v->expected, "multiplier_b_vs_smallest");
    offer(v, "multiplier_b_vs_smallest");
    if (multiplier != NULL)
      for (size_t i = 0; i < count; i++)
        NEAR(fx_at(&result, 1 + i, 3)->number / fx_at(&result, count, 3)->number,
             cell(multiplier, i), v->tolerance);
    fx_free(&result);
  }
  fx_free(&a[0]);
  fx_free(&a[1]);
}

#endif
