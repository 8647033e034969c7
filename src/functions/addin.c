/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two UNO services and the one handler behind every function. */
#include "internal.h"

static const char *const nps_services[] = {"NPS", NULL};
static const char *const nps_interfaces[] = {"org.kernpunt.XNps", NULL};

kp_uno_class kp_functions_nps_class = {
    .implementation = "org.kernpunt.calc.Nps",
    .services = nps_services,
    .interfaces = nps_interfaces,
    .rows = kp_functions_nps,
    .row_count = KP_NPS_FUNCTIONS,
    .row_size = sizeof(kp_function),
};

static const char *const cx_services[] = {"CX", NULL};
static const char *const cx_interfaces[] = {"org.kernpunt.XCx", NULL};

kp_uno_class kp_functions_cx_class = {
    .implementation = "org.kernpunt.calc.Cx",
    .services = cx_services,
    .interfaces = cx_interfaces,
    .rows = kp_functions_cx,
    .row_count = KP_CX_FUNCTIONS,
    .row_size = sizeof(kp_function),
};

bool kp_functions_nps_create(uno_Interface *context, const uno_Sequence *arguments,
                             uno_Interface **result, kp_uno_error *error) {
  (void)context;
  (void)arguments;
  *result = kp_uno_object_new(&kp_functions_nps_class, NULL, error);
  return *result != NULL;
}

bool kp_functions_cx_create(uno_Interface *context, const uno_Sequence *arguments,
                            uno_Interface **result, kp_uno_error *error) {
  (void)context;
  (void)arguments;
  *result = kp_uno_object_new(&kp_functions_cx_class, NULL, error);
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
  return index < KP_NPS_FUNCTIONS ? &kp_functions_nps[index]
                                  : &kp_functions_cx[index - KP_NPS_FUNCTIONS];
}

size_t kp_functions_count(void) {
  return KP_NPS_FUNCTIONS + KP_CX_FUNCTIONS;
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
