/* SPDX-License-Identifier: GPL-3.0-or-later */
/* XDriver::passThrough: one typed call out of an any, for every type the binding can pass. */
#include "binding.h"

#include <stdlib.h>

typedef struct route {
  const char *member;
  const char *type;
  kp_uno_method method;
} route;

#define ROUTE(member, type)                                                                        \
  { member, type, KP_UNO_METHOD(TEST_KINDS "::" member) }

static route routes[] = {
    ROUTE("echoBoolean", "boolean"),
    ROUTE("echoByte", "byte"),
    ROUTE("echoShort", "short"),
    ROUTE("echoUnsignedShort", "unsigned short"),
    ROUTE("echoLong", "long"),
    ROUTE("echoUnsignedLong", "unsigned long"),
    ROUTE("echoHyper", "hyper"),
    ROUTE("echoUnsignedHyper", "unsigned hyper"),
    ROUTE("echoFloat", "float"),
    ROUTE("echoDouble", "double"),
    ROUTE("echoChar", "char"),
    ROUTE("echoString", "string"),
    ROUTE("echoType", "type"),
    ROUTE("echoColor", TEST "Color"),
    ROUTE("echoPoint", "com.sun.star.awt.Point"),
    ROUTE("echoPair", TEST "Pair"),
    ROUTE("echoWide", TEST "Wide"),
    ROUTE("echoBytes", "[]byte"),
    ROUTE("echoStrings", "[]string"),
    ROUTE("echoAnys", "[]any"),
    ROUTE("echoTable", "[][]any"),
    ROUTE("echoProperties", "[]com.sun.star.beans.PropertyValue"),
    ROUTE("echoObject", "com.sun.star.uno.XInterface"),
};

/* Room for a result of any of these types. */
typedef union answer {
  sal_Int64 hyper;
  double real;
  void *pointer;
  test_wide wide;
} answer;

static bool pass_string(kp_uno_error *error, uno_Interface *other, kp_uno_method *method,
                        const uno_Any *value, uno_Any *result) {
  char *text = NULL;
  char *back = NULL;
  bool good = kp_uno_any_get_string(value, &text) || kp_uno_error_memory(error);
  good = good && kp_uno_call(error, other, method, &back, text) &&
         kp_uno_any_set_string(result, back, error);
  free(text);
  free(back);
  return good;
}

static bool pass_type(kp_uno_error *error, uno_Interface *other, kp_uno_method *method,
                      const uno_Any *value, answer *back) {
  typelib_TypeDescriptionReference *type = *(typelib_TypeDescriptionReference **)value->pData;
  char *name = kp_uno_string_utf8(type->pTypeName);
  bool good =
      (name != NULL || kp_uno_error_memory(error)) && kp_uno_call(error, other, method, back, name);
  free(name);
  return good;
}

/* The call with the argument as the C value its type asks for. */
static bool pass_plain(kp_uno_error *error, uno_Interface *other, kp_uno_method *method,
                       const uno_Any *value, answer *back) {
  const void *data = value->pData;
  switch (value->pType->eTypeClass) {
  case typelib_TypeClass_BOOLEAN:
    return kp_uno_call(error, other, method, back, (int)*(const sal_Bool *)data);
  case typelib_TypeClass_BYTE:
    return kp_uno_call(error, other, method, back, (int)*(const sal_Int8 *)data);
  case typelib_TypeClass_SHORT:
    return kp_uno_call(error, other, method, back, (int)*(const sal_Int16 *)data);
  case typelib_TypeClass_UNSIGNED_SHORT:
  case typelib_TypeClass_CHAR:
    return kp_uno_call(error, other, method, back, (int)*(const sal_uInt16 *)data);
  case typelib_TypeClass_LONG:
  case typelib_TypeClass_ENUM:
    return kp_uno_call(error, other, method, back, *(const sal_Int32 *)data);
  case typelib_TypeClass_UNSIGNED_LONG:
    return kp_uno_call(error, other, method, back, *(const sal_uInt32 *)data);
  case typelib_TypeClass_HYPER:
  case typelib_TypeClass_UNSIGNED_HYPER:
    return kp_uno_call(error, other, method, back, *(const sal_Int64 *)data);
  case typelib_TypeClass_FLOAT:
    return kp_uno_call(error, other, method, back, (double)*(const float *)data);
  case typelib_TypeClass_DOUBLE:
    return kp_uno_call(error, other, method, back, *(const double *)data);
  case typelib_TypeClass_TYPE:
    return pass_type(error, other, method, value, back);
  case typelib_TypeClass_STRUCT:
    return kp_uno_call(error, other, method, back, data);
  case typelib_TypeClass_SEQUENCE:
    return kp_uno_call(error, other, method, back, *(uno_Sequence *const *)data);
  case typelib_TypeClass_INTERFACE:
    return kp_uno_call(error, other, method, back, *(uno_Interface *const *)data);
  default:
    return kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "this type is not passed");
  }
}

bool test_pass_through(kp_uno_incoming *in) {
  static kp_uno_method echo_any = KP_UNO_METHOD(TEST_KINDS "::echoAny");
  uno_Interface *other = KP_UNO_ARG(uno_Interface *, in, 0);
  const rtl_uString *member = KP_UNO_ARG(rtl_uString *, in, 1);
  uno_Any *value = in->args[2];
  route *way = NULL;
  if (kp_uno_string_is(member, "echoAny"))
    return kp_uno_call(in->error, other, &echo_any, in->result, value);
  for (size_t i = 0; i < sizeof routes / sizeof *routes; i++)
    if (kp_uno_string_is(member, routes[i].member))
      way = &routes[i];
  if (way == NULL || !kp_uno_string_is(value->pType->pTypeName, way->type))
    return kp_uno_error_set(in->error, KP_UNO_RUNTIME_EXCEPTION, "no such member or another type");
  uno_Any result;
  answer back;
  kp_uno_any_init(&result);
  bool good;
  if (value->pType->eTypeClass == typelib_TypeClass_STRING) {
    good = pass_string(in->error, other, &way->method, value, &result);
  } else {
    good = pass_plain(in->error, other, &way->method, value, &back);
    if (good) {
      good = kp_uno_any_set(&result, way->type, &back, in->error);
      kp_uno_value_clear(&back, way->type);
    }
  }
  if (good) {
    kp_uno_any_init(in->result);
    kp_uno_any_copy(in->result, &result);
  }
  kp_uno_any_clear(&result);
  return good;
}
