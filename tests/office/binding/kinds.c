/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The component as a callee: returns what it gets, of every kind. */
#include "binding.h"

#include <stdlib.h>

typedef struct kinds {
  int32_t number;
} kinds;

/* The row tells the type of argument and result: a table row larger than the binding's own. */
typedef struct echo_row {
  kp_uno_row row;
  const char *type;
} echo_row;

static bool echo(kp_uno_incoming *in) {
  const echo_row *row = (const void *)in->row;
  return kp_uno_value_copy(in->result, in->args[0], row->type) ||
         kp_uno_error_set(in->error, KP_UNO_RUNTIME_EXCEPTION, "unknown type %s", row->type);
}

static bool fill(kp_uno_incoming *in) {
  sal_Int32 *number = in->args[1];
  uno_Sequence **names = in->args[3];
  uno_Sequence *grown = kp_uno_sequence_new("[]string", (size_t)(*names)->nElements + 1);
  if (grown == NULL)
    return kp_uno_error_memory(in->error);
  *(rtl_uString **)in->args[0] = kp_uno_string_new("filled");
  kp_uno_any_init(in->args[2]);
  kp_uno_any_set_long(in->args[2], *number);
  *(sal_Int32 *)in->result = (*names)->nElements;
  *number += 1;
  kp_uno_sequence_free(*names, "[]string");
  *names = grown;
  return true;
}

static bool raise(kp_uno_incoming *in) {
  char *type = kp_uno_string_utf8(KP_UNO_ARG(rtl_uString *, in, 0));
  char *message = kp_uno_string_utf8(KP_UNO_ARG(rtl_uString *, in, 1));
  if (type != NULL && message != NULL)
    kp_uno_error_set(in->error, type, "%s", message);
  free(type);
  free(message);
  return false;
}

static bool get_number(kp_uno_incoming *in) {
  *(sal_Int32 *)in->result = ((const kinds *)in->state)->number;
  return true;
}

static bool set_number(kp_uno_incoming *in) {
  ((kinds *)in->state)->number = KP_UNO_ARG(sal_Int32, in, 0);
  return true;
}

static bool get_label(kp_uno_incoming *in) {
  return kp_uno_return_string(in, "na\xC3\xAFve \xF0\x9F\x98\x80");
}

static bool twice(kp_uno_incoming *in) {
  *(sal_Int32 *)in->result = 2 * KP_UNO_ARG(sal_Int32, in, 0);
  return true;
}

#define ECHO(member, type)                                                                         \
  { {TEST_KINDS "::" member, echo, NULL}, type }

static const echo_row rows[] = {
    ECHO("echoBoolean", "boolean"),
    ECHO("echoByte", "byte"),
    ECHO("echoShort", "short"),
    ECHO("echoUnsignedShort", "unsigned short"),
    ECHO("echoLong", "long"),
    ECHO("echoUnsignedLong", "unsigned long"),
    ECHO("echoHyper", "hyper"),
    ECHO("echoUnsignedHyper", "unsigned hyper"),
    ECHO("echoFloat", "float"),
    ECHO("echoDouble", "double"),
    ECHO("echoChar", "char"),
    ECHO("echoString", "string"),
    ECHO("echoType", "type"),
    ECHO("echoAny", "any"),
    ECHO("echoColor", TEST "Color"),
    ECHO("echoPoint", "com.sun.star.awt.Point"),
    ECHO("echoPair", TEST "Pair"),
    ECHO("echoWide", TEST "Wide"),
    ECHO("echoBytes", "[]byte"),
    ECHO("echoStrings", "[]string"),
    ECHO("echoAnys", "[]any"),
    ECHO("echoTable", "[][]any"),
    ECHO("echoProperties", "[]com.sun.star.beans.PropertyValue"),
    ECHO("echoObject", "com.sun.star.uno.XInterface"),
    {{TEST_KINDS "::fill", fill, NULL}, NULL},
    {{TEST_KINDS "::fail", raise, NULL}, NULL},
    {{TEST_KINDS "::Number", get_number, set_number}, NULL},
    {{TEST_KINDS "::Label", get_label, NULL}, NULL},
    {{TEST "XDerived::twice", twice, NULL}, NULL},
};
static const char *const services[] = {TEST "Kinds", NULL};
static const char *const interfaces[] = {TEST "XDerived", NULL};

kp_uno_class test_kinds_class = {
    .implementation = TEST "comp.Kinds",
    .services = services,
    .interfaces = interfaces,
    .rows = rows,
    .row_count = sizeof rows / sizeof *rows,
    .row_size = sizeof *rows,
    .state_size = sizeof(kinds),
};
