/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The one table of functions.
 *
 * Names, methods and argument orders are STORED IN USERS' FILES: never rename, never reorder, add
 * optional arguments only at the end. tests/unit/test_functions_table.c holds this table against
 * the IDL, registry/CalcAddIns.xcu and the frozen list in tests/fixtures/stored_names.txt.
 */
#include "internal.h"

#define NPS(method)                                                                                \
  { "org.kernpunt.XNps::" method, kp_functions_handle, NULL }

const kp_function kp_functions_nps[] = {
    {.row = NPS("score"),
     .name = "NPS.SCORE",
     .compute = kp_compute_score,
     .arguments = {KP_ARG_SCORES, KP_ARG_WEIGHTS}},
    {.row = NPS("ifs"),
     .name = "NPS.IFS",
     .compute = kp_compute_ifs,
     .arguments = {KP_ARG_SCORES, KP_ARG_RANGE1, KP_ARG_CRITERION1, KP_ARG_MORE}},
    {.row = NPS("fromCounts"),
     .name = "NPS.FROMCOUNTS",
     .compute = kp_compute_from_counts,
     .arguments = {KP_ARG_PROMOTERS, KP_ARG_PASSIVES, KP_ARG_DETRACTORS}},
    {.row = NPS("segment"),
     .name = "NPS.SEGMENT",
     .compute = kp_compute_segment,
     .arguments = {KP_ARG_DOCUMENT, KP_ARG_CELLS, KP_ARG_LANGUAGE}},
    {.row = NPS("segmentOf"),
     .name = "NPS.SEGMENTOF",
     .compute = kp_compute_segment_of,
     .arguments = {KP_ARG_DOCUMENT, KP_ARG_VALUE, KP_ARG_LANGUAGE}},
    {.row = NPS("share"),
     .name = "NPS.SHARE",
     .compute = kp_compute_share,
     .arguments = {KP_ARG_SCORES, KP_ARG_SEGMENT}},
    {.row = NPS("n"), .name = "NPS.N", .compute = kp_compute_n, .arguments = {KP_ARG_SCORES}},
    {.row = NPS("check"),
     .name = "NPS.CHECK",
     .compute = kp_compute_check,
     .arguments = {KP_ARG_DOCUMENT, KP_ARG_CELLS, KP_ARG_WHAT, KP_ARG_LANGUAGE}},
#define INTERVAL                                                                                   \
  { KP_ARG_SCORES, KP_ARG_CONFIDENCE, KP_ARG_POPULATION, KP_ARG_METHOD, KP_ARG_WEIGHTS }
    {.row = NPS("margin"),
     .name = "NPS.MARGIN",
     .compute = kp_compute_interval,
     .variant = KP_MARGIN,
     .arguments = INTERVAL},
    {.row = NPS("lower"),
     .name = "NPS.LOWER",
     .compute = kp_compute_interval,
     .variant = KP_LOWER,
     .arguments = INTERVAL},
    {.row = NPS("upper"),
     .name = "NPS.UPPER",
     .compute = kp_compute_interval,
     .variant = KP_UPPER,
     .arguments = INTERVAL},
#undef INTERVAL
    {.row = NPS("delta"),
     .name = "NPS.DELTA",
     .compute = kp_compute_delta,
     .variant = KP_DELTA,
     .arguments = {KP_ARG_EARLIER, KP_ARG_LATER, KP_ARG_PAIRED}},
#define DELTA                                                                                      \
  { KP_ARG_EARLIER, KP_ARG_LATER, KP_ARG_CONFIDENCE, KP_ARG_PAIRED }
    {.row = NPS("deltaMargin"),
     .name = "NPS.DELTAMARGIN",
     .compute = kp_compute_delta,
     .variant = KP_DELTA_MARGIN,
     .arguments = DELTA},
    {.row = NPS("deltaLower"),
     .name = "NPS.DELTALOWER",
     .compute = kp_compute_delta,
     .variant = KP_DELTA_LOWER,
     .arguments = DELTA},
    {.row = NPS("deltaUpper"),
     .name = "NPS.DELTAUPPER",
     .compute = kp_compute_delta,
     .variant = KP_DELTA_UPPER,
     .arguments = DELTA},
#undef DELTA
    {.row = NPS("pValue"),
     .name = "NPS.PVALUE",
     .compute = kp_compute_delta,
     .variant = KP_P_VALUE,
     .arguments = {KP_ARG_EARLIER, KP_ARG_LATER, KP_ARG_PAIRED}},
    {.row = NPS("verdict"),
     .name = "NPS.VERDICT",
     .compute = kp_compute_verdict,
     .minimum = 10,
     .arguments = {KP_ARG_DOCUMENT, KP_ARG_EARLIER, KP_ARG_LATER, KP_ARG_CONFIDENCE, KP_ARG_PAIRED,
                   KP_ARG_MINIMUM, KP_ARG_LANGUAGE}},
    {.row = NPS("sampleSize"),
     .name = "NPS.SAMPLESIZE",
     .compute = kp_compute_sample_size,
     .arguments = {KP_ARG_MARGIN, KP_ARG_CONFIDENCE, KP_ARG_VARIANCE, KP_ARG_POPULATION}},
    {.row = NPS("sampleSizeDelta"),
     .name = "NPS.SAMPLESIZEDELTA",
     .compute = kp_compute_sample_size_delta,
     .arguments = {KP_ARG_DELTA, KP_ARG_CONFIDENCE, KP_ARG_POWER, KP_ARG_VARIANCE1,
                   KP_ARG_VARIANCE2}},
};
const size_t kp_functions_nps_count = sizeof kp_functions_nps / sizeof *kp_functions_nps;

static const char *const nps_services[] = {"NPS", NULL};
static const char *const nps_interfaces[] = {"org.kernpunt.XNps", NULL};

kp_uno_class kp_functions_nps_class = {
    .implementation = "org.kernpunt.calc.Nps",
    .services = nps_services,
    .interfaces = nps_interfaces,
    .rows = kp_functions_nps,
    .row_count = sizeof kp_functions_nps / sizeof *kp_functions_nps,
    .row_size = sizeof(kp_function),
};

bool kp_functions_nps_create(uno_Interface *context, const uno_Sequence *arguments,
                             uno_Interface **result, kp_uno_error *error) {
  (void)context;
  (void)arguments;
  *result = kp_uno_object_new(&kp_functions_nps_class, NULL, error);
  return *result != NULL;
}

bool kp_functions_handle(kp_uno_incoming *in) {
  const kp_function *function = (const kp_function *)(const void *)in->row;
  kp_arguments arguments;
  uno_Any *result = in->result;
  kp_uno_any_init(result);
  kp_calc_error error = kp_arguments_read(&arguments, function, in->args);
  if (error == KP_CALC_OK)
    error = function->compute(function, &arguments, result);
  if (error != KP_CALC_OK)
    kp_uno_any_set_double(result, kp_calc_error_value(error));
  return true;
}

static const kp_function *function_at(size_t index) {
  return index < kp_functions_nps_count ? &kp_functions_nps[index] : NULL;
}

size_t kp_functions_count(void) {
  return kp_functions_nps_count;
}

const char *kp_functions_name(size_t index) {
  return function_at(index)->name;
}

const char *kp_functions_method(size_t index) {
  return function_at(index)->row.name;
}

bool kp_functions_argument_at(size_t index, size_t argument, kp_functions_argument *out) {
  const kp_function *function = function_at(index);
  for (size_t i = 0; i <= argument; i++)
    if (function->arguments[i] == KP_ARG_END)
      return false;
  kp_argument_describe((kp_argument)function->arguments[argument], out);
  return true;
}
