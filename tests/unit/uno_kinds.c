/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The class behind the tests: echoes every kind of value, fails in every way. */
#include "uno_kinds.h"

#define ECHO(name, type)                                                                           \
  static bool echo_##name(kp_uno_incoming *in) {                                                   \
    *(type *)in->result = KP_UNO_ARG(type, in, 0);                                                 \
    return true;                                                                                   \
  }

ECHO(boolean, sal_Bool)
ECHO(byte, sal_Int8)
ECHO(short, sal_Int16)
ECHO(unsigned_short, sal_uInt16)
ECHO(long, sal_Int32)
ECHO(unsigned_long, sal_uInt32)
ECHO(hyper, sal_Int64)
ECHO(unsigned_hyper, sal_uInt64)
ECHO(float, float)
ECHO(double, double)
ECHO(char, sal_Unicode)
ECHO(color, sal_Int32)

/* Values that own something are copied, which acquires what they hold. */
#define COPY(name, type)                                                                           \
  static bool echo_##name(kp_uno_incoming *in) {                                                   \
    return kp_uno_value_copy(in->result, in->args[0], type) || kp_uno_error_memory(in->error);     \
  }

COPY(string, "string")
COPY(type, "type")
COPY(any, "any")
COPY(pair, TEST_PAIR)
COPY(strings, "[]string")

static bool echo_object(kp_uno_incoming *in) {
  return kp_uno_return_interface(in, "com.sun.star.uno.XInterface",
                                 KP_UNO_ARG(uno_Interface *, in, 0));
}

static bool echo_component(kp_uno_incoming *in) {
  return kp_uno_return_interface(in, "com.sun.star.lang.XComponent",
                                 KP_UNO_ARG(uno_Interface *, in, 0));
}

/* out parameters are raw and constructed here, inout parameters are replaced. */
static bool fill(kp_uno_incoming *in) {
  rtl_uString **changed = in->args[2];
  uno_Sequence **strings = in->args[4];
  if (!kp_uno_string_assign(changed, "changed", in->error))
    return false;
  *(sal_Int32 *)in->args[0] = (*strings)->nElements;
  *(rtl_uString **)in->args[1] = kp_uno_string_new("out");
  kp_uno_any_init(in->args[3]);
  kp_uno_any_set_double(in->args[3], 0.5);
  kp_uno_sequence_free(*strings, "[]string");
  *strings = kp_uno_sequence_new("[]string", 1);
  return true;
}

/* "" fails without a word; otherwise raises the named type. */
static bool raise(kp_uno_incoming *in) {
  char *type = kp_uno_string_utf8(KP_UNO_ARG(rtl_uString *, in, 0));
  char *message = kp_uno_string_utf8(KP_UNO_ARG(rtl_uString *, in, 1));
  if (type != NULL && message != NULL && type[0] != '\0')
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
  sal_Int32 number = KP_UNO_ARG(sal_Int32, in, 0);
  if (number < 0)
    return kp_uno_error_set(in->error, KP_UNO_RUNTIME_EXCEPTION, "%d is negative", (int)number);
  ((kinds *)in->state)->number = number;
  return true;
}

static bool get_label(kp_uno_incoming *in) {
  return kp_uno_return_string(in, "label");
}

static bool twice(kp_uno_incoming *in) {
  *(sal_Int32 *)in->result = 2 * KP_UNO_ARG(sal_Int32, in, 0);
  return true;
}

static void kinds_dispose(void *state) {
  ((kinds *)state)->disposed++;
}

static void kinds_finalize(void *state) {
  kinds *self = state;
  if (self->self != NULL) { /* what a clean-up that removes itself as a listener does */
    kp_uno_acquire(self->self);
    kp_uno_release(self->self);
  }
  if (self->finalized != NULL)
    ++*self->finalized;
}

static const kp_uno_row kinds_rows[] = {
    {TEST_KINDS "::echoBoolean", echo_boolean, NULL},
    {TEST_KINDS "::echoByte", echo_byte, NULL},
    {TEST_KINDS "::echoShort", echo_short, NULL},
    {TEST_KINDS "::echoUnsignedShort", echo_unsigned_short, NULL},
    {TEST_KINDS "::echoLong", echo_long, NULL},
    {TEST_KINDS "::echoUnsignedLong", echo_unsigned_long, NULL},
    {TEST_KINDS "::echoHyper", echo_hyper, NULL},
    {TEST_KINDS "::echoUnsignedHyper", echo_unsigned_hyper, NULL},
    {TEST_KINDS "::echoFloat", echo_float, NULL},
    {TEST_KINDS "::echoDouble", echo_double, NULL},
    {TEST_KINDS "::echoChar", echo_char, NULL},
    {TEST_KINDS "::echoString", echo_string, NULL},
    {TEST_KINDS "::echoType", echo_type, NULL},
    {TEST_KINDS "::echoAny", echo_any, NULL},
    {TEST_KINDS "::echoColor", echo_color, NULL},
    {TEST_KINDS "::echoPair", echo_pair, NULL},
    {TEST_KINDS "::echoStrings", echo_strings, NULL},
    {TEST_KINDS "::echoObject", echo_object, NULL},
    {TEST_KINDS "::echoComponent", echo_component, NULL},
    {TEST_KINDS "::fill", fill, NULL},
    {TEST_KINDS "::fail", raise, NULL},
    {TEST_KINDS "::Number", get_number, set_number},
    {TEST_KINDS "::Label", get_label, NULL},
    {TEST_DERIVED "::twice", twice, NULL},
};
static const char *const kinds_services[] = {"test.Kinds", "test.Echo", NULL};
static const char *const kinds_interfaces[] = {TEST_DERIVED, NULL};

kp_uno_class kinds_class = {
    .implementation = "test.comp.Kinds",
    .services = kinds_services,
    .interfaces = kinds_interfaces,
    .rows = kinds_rows,
    .row_count = sizeof kinds_rows / sizeof *kinds_rows,
    .state_size = sizeof(kinds),
    .dispose = kinds_dispose,
    .finalize = kinds_finalize,
};

uno_Interface *kinds_new(kinds **state) {
  kp_uno_error error = KP_UNO_NO_ERROR;
  void *memory = NULL;
  uno_Interface *object = kp_uno_object_new(&kinds_class, &memory, &error);
  uno_fixture_check(object != NULL, &error);
  if (state != NULL)
    *state = memory;
  return object;
}

static bool disposing(kp_uno_incoming *in) {
  static kp_uno_method dispose = KP_UNO_METHOD("com.sun.star.lang.XComponent::dispose");
  listener *self = in->state;
  self->told++;
  self->source = KP_UNO_ARG(kp_uno_event_object, in, 0).source;
  if (self->release_too != NULL) {
    kp_uno_release(self->release_too);
    self->release_too = NULL;
  }
  return self->dispose_too == NULL || kp_uno_call(in->error, self->dispose_too, &dispose, NULL);
}

static const kp_uno_row listener_rows[] = {
    {"com.sun.star.lang.XEventListener::disposing", disposing, NULL},
};
static const char *const listener_interfaces[] = {"com.sun.star.lang.XEventListener", NULL};

kp_uno_class listener_class = {
    .implementation = "test.comp.Listener",
    .interfaces = listener_interfaces,
    .rows = listener_rows,
    .row_count = 1,
    .state_size = sizeof(listener),
};

uno_Interface *listener_new(listener **state) {
  kp_uno_error error = KP_UNO_NO_ERROR;
  void *memory = NULL;
  uno_Interface *object = kp_uno_object_new(&listener_class, &memory, &error);
  uno_fixture_check(object != NULL, &error);
  *state = memory;
  return object;
}
