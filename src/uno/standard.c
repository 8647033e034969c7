/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The interfaces every object has: XTypeProvider, XServiceInfo, XComponent. */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

const char *const kp_uno_standard_interfaces[] = {
    "com.sun.star.uno.XInterface",
    "com.sun.star.lang.XTypeProvider",
    "com.sun.star.lang.XServiceInfo",
    "com.sun.star.lang.XComponent",
};
const size_t kp_uno_standard_interface_count =
    sizeof kp_uno_standard_interfaces / sizeof *kp_uno_standard_interfaces;

static bool get_types(kp_uno_incoming *in) {
  const kp_uno_object *object = in->state;
  const kp_uno_binding *binding = object->binding;
  uno_Sequence *types = kp_uno_sequence_new("[]type", binding->listed_count);
  if (types == NULL)
    return kp_uno_error_memory(in->error);
  typelib_TypeDescriptionReference **elements =
      KP_UNO_ELEMENTS(typelib_TypeDescriptionReference *, types);
  for (size_t i = 0; i < binding->listed_count; i++)
    typelib_typedescriptionreference_assign(&elements[i], binding->types[i]->pWeakRef);
  *(uno_Sequence **)in->result = types;
  return true;
}

/* An empty id: the classes of a table differ, so nothing could be cached by it. */
static bool get_implementation_id(kp_uno_incoming *in) {
  uno_Sequence *id = kp_uno_sequence_new("[]byte", 0);
  if (id == NULL)
    return kp_uno_error_memory(in->error);
  *(uno_Sequence **)in->result = id;
  return true;
}

static bool get_implementation_name(kp_uno_incoming *in) {
  const kp_uno_object *object = in->state;
  return kp_uno_return_string(in, object->class->implementation);
}

static size_t service_count(const kp_uno_class *class) {
  size_t count = 0;
  while (class->services != NULL && class->services[count] != NULL)
    count++;
  return count;
}

static bool supports_service(kp_uno_incoming *in) {
  const kp_uno_object *object = in->state;
  const rtl_uString *wanted = KP_UNO_ARG(rtl_uString *, in, 0);
  bool found = false;
  for (size_t i = 0; !found && i < service_count(object->class); i++)
    found = kp_uno_string_is(wanted, object->class->services[i]);
  *(sal_Bool *)in->result = found;
  return true;
}

static bool get_supported_service_names(kp_uno_incoming *in) {
  const kp_uno_object *object = in->state;
  size_t count = service_count(object->class);
  uno_Sequence *names = kp_uno_sequence_new("[]string", count);
  if (names == NULL)
    return kp_uno_error_memory(in->error);
  for (size_t i = 0; i < count; i++) {
    rtl_uString *name = kp_uno_string_new(object->class->services[i]);
    if (name == NULL) {
      kp_uno_sequence_free(names, "[]string");
      return kp_uno_error_memory(in->error);
    }
    rtl_uString_release(KP_UNO_ELEMENTS(rtl_uString *, names)[i]);
    KP_UNO_ELEMENTS(rtl_uString *, names)[i] = name;
  }
  *(uno_Sequence **)in->result = names;
  return true;
}

static void tell_disposing(uno_Interface *listener, uno_Interface *source) {
  static kp_uno_method disposing = KP_UNO_METHOD("com.sun.star.lang.XEventListener::disposing");
  /* A listener that fails has no say in our end; EventObject is a struct of one interface. */
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_uno_call(&ignored, listener, &disposing, NULL, (const void *)&source);
}

static bool dispose(kp_uno_incoming *in) {
  kp_uno_object *object = in->state;
  oslMutex mutex = *osl_getGlobalMutex();
  osl_acquireMutex(mutex);
  bool first = !object->disposed;
  uno_Interface **listeners = object->listeners;
  size_t count = object->listener_count;
  object->disposed = true;
  object->listeners = NULL;
  object->listener_count = 0;
  osl_releaseMutex(mutex);
  uno_Interface *self = kp_uno_query(in->object, "com.sun.star.uno.XInterface");
  for (size_t i = 0; i < count; i++) {
    tell_disposing(listeners[i], self);
    kp_uno_release(listeners[i]);
  }
  kp_uno_release(self);
  free(listeners);
  if (first && object->class->dispose != NULL)
    object->class->dispose(object->state);
  return true;
}

static bool add_event_listener(kp_uno_incoming *in) {
  kp_uno_object *object = in->state;
  uno_Interface *listener = KP_UNO_ARG(uno_Interface *, in, 0);
  if (listener == NULL)
    return true;
  kp_uno_acquire(listener); /* before the lock: nobody else's code runs under it */
  oslMutex mutex = *osl_getGlobalMutex();
  osl_acquireMutex(mutex);
  bool disposed = object->disposed;
  /* An array of pointers: NOLINTNEXTLINE(bugprone-sizeof-expression) */
  size_t room = (object->listener_count + 1) * sizeof *object->listeners;
  uno_Interface **grown = disposed ? NULL : realloc(object->listeners, room);
  if (grown != NULL) {
    object->listeners = grown;
    grown[object->listener_count++] = listener;
  }
  osl_releaseMutex(mutex);
  if (grown != NULL)
    return true;
  if (disposed)
    tell_disposing(listener, in->object);
  kp_uno_release(listener);
  return disposed || kp_uno_error_memory(in->error);
}

/* The i-th listener, acquired; NULL behind the last. */
static uno_Interface *listener_at(kp_uno_object *object, size_t i) {
  uno_Interface *listener = NULL;
  oslMutex mutex = *osl_getGlobalMutex();
  osl_acquireMutex(mutex);
  if (i < object->listener_count)
    listener = kp_uno_acquire(object->listeners[i]); /* ours already: this only counts */
  osl_releaseMutex(mutex);
  return listener;
}

/* Takes one entry with this pointer out; true when there was one, whose reference is the caller's
 * from then on. */
static bool take_out(kp_uno_object *object, const uno_Interface *listener) {
  bool found = false;
  oslMutex mutex = *osl_getGlobalMutex();
  osl_acquireMutex(mutex);
  for (size_t i = 0; !found && i < object->listener_count; i++) {
    if (object->listeners[i] == listener) {
      found = true;
      object->listener_count--;
      for (; i < object->listener_count; i++)
        object->listeners[i] = object->listeners[i + 1];
    }
  }
  osl_releaseMutex(mutex);
  return found;
}

/* Listeners are known by identity: the same object may come by another pointer. */
static bool remove_event_listener(kp_uno_incoming *in) {
  kp_uno_object *object = in->state;
  uno_Interface *listener = KP_UNO_ARG(uno_Interface *, in, 0);
  uno_Interface *candidate = NULL;
  bool removed = listener == NULL;
  if (!removed && take_out(object, listener)) {
    kp_uno_release(listener);
    removed = true;
  }
  for (size_t i = 0; !removed && (candidate = listener_at(object, i)) != NULL; i++) {
    if (kp_uno_same(candidate, listener) && take_out(object, candidate)) {
      kp_uno_release(candidate);
      removed = true;
    }
    kp_uno_release(candidate);
  }
  return true;
}

void kp_uno_listeners_free(kp_uno_object *object) {
  for (size_t i = 0; i < object->listener_count; i++)
    kp_uno_release(object->listeners[i]);
  free(object->listeners);
}

const kp_uno_row kp_uno_standard_rows[] = {
    {"com.sun.star.lang.XTypeProvider::getTypes", get_types, NULL},
    {"com.sun.star.lang.XTypeProvider::getImplementationId", get_implementation_id, NULL},
    {"com.sun.star.lang.XServiceInfo::getImplementationName", get_implementation_name, NULL},
    {"com.sun.star.lang.XServiceInfo::supportsService", supports_service, NULL},
    {"com.sun.star.lang.XServiceInfo::getSupportedServiceNames", get_supported_service_names, NULL},
    {"com.sun.star.lang.XComponent::dispose", dispose, NULL},
    {"com.sun.star.lang.XComponent::addEventListener", add_event_listener, NULL},
    {"com.sun.star.lang.XComponent::removeEventListener", remove_event_listener, NULL},
};
const size_t kp_uno_standard_row_count = sizeof kp_uno_standard_rows / sizeof *kp_uno_standard_rows;

bool kp_uno_is_standard_row(const kp_uno_row *row) {
  for (size_t i = 0; i < kp_uno_standard_row_count; i++)
    if (row == &kp_uno_standard_rows[i])
      return true;
  return false;
}
