/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Objects: life time and the one dispatcher behind every class table. */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

static atomic_long live_objects; /* only ever counted, nothing depends on it */

static void object_acquire(uno_Interface *interface) {
  atomic_fetch_add_explicit(&((kp_uno_object *)interface)->references, 1, memory_order_relaxed);
}

static void object_release(uno_Interface *interface) {
  kp_uno_object *object = (kp_uno_object *)interface;
  if (atomic_fetch_sub_explicit(&object->references, 1, memory_order_acq_rel) != 1)
    return;
  /* Held once more while it dies: a finalizer may hand the object to a call that acquires it. */
  object_acquire(interface);
  if (object->class->finalize != NULL)
    object->class->finalize(object->state);
  kp_uno_listeners_free(object);
  free(object);
  atomic_fetch_sub(&live_objects, 1);
}

long kp_uno_object_count(void) {
  return atomic_load(&live_objects);
}

/* XInterface::queryInterface: one pointer answers for every interface of the class. */
static void answer_query(kp_uno_object *object, void *result, void *const *args) {
  typelib_TypeDescriptionReference *wanted = *(typelib_TypeDescriptionReference *const *)args[0];
  const kp_uno_binding *binding = object->binding;
  for (size_t i = 0; i < binding->type_count; i++) {
    if (typelib_typedescriptionreference_equals(wanted, binding->types[i]->pWeakRef)) {
      uno_Interface *self = &object->interface;
      uno_type_any_construct(result, &self, wanted, NULL);
      return;
    }
  }
  uno_any_construct(result, NULL, NULL, NULL);
}

/* XInterface comes first in every interface: positions 0 to 2 are its three methods. */
static bool dispatch_interface(kp_uno_object *object, const typelib_TypeDescription *member,
                               void *result, void *const *args) {
  switch (((const typelib_InterfaceMemberTypeDescription *)member)->nPosition) {
  case 0:
    answer_query(object, result, args);
    return true;
  case 1:
    object_acquire(&object->interface);
    return true;
  case 2:
    object_release(&object->interface);
    return true;
  default:
    return false;
  }
}

static void object_dispatch(uno_Interface *interface, const typelib_TypeDescription *member,
                            void *result, void *args[], uno_Any **exception) {
  kp_uno_object *object = (kp_uno_object *)interface;
  kp_uno_error error = KP_UNO_NO_ERROR;
  bool done = false;
  if (dispatch_interface(object, member, result, args)) {
    *exception = NULL;
    return;
  }
  const kp_uno_row *row = kp_uno_binding_find(object->binding, object->class, member);
  bool writes = result == NULL && member->eTypeClass == typelib_TypeClass_INTERFACE_ATTRIBUTE;
  kp_uno_handler handler = row == NULL ? NULL : writes ? row->set : row->call;
  if (handler == NULL) {
    char *name = kp_uno_string_utf8(member->pTypeName);
    kp_uno_error_set(&error, KP_UNO_RUNTIME_EXCEPTION, "%s does not implement %s",
                     object->class->implementation, name != NULL ? name : "this member");
    free(name);
  } else {
    /* The handler may drop the caller's last reference (dispose does): outlive the call. */
    object_acquire(interface);
    kp_uno_incoming in = {.state =
                              kp_uno_is_standard_row(row) ? (void *)object : (void *)object->state,
                          .object = interface,
                          .row = row,
                          .args = args,
                          .result = result,
                          .error = &error};
    done = handler(&in);
  }
  if (done) {
    *exception = NULL;
  } else {
    if (error.type[0] == '\0')
      kp_uno_error_set(&error, KP_UNO_RUNTIME_EXCEPTION, "the call failed");
    kp_uno_error_raise(&error, member, writes, interface, *exception);
  }
  if (handler != NULL)
    object_release(interface);
}

uno_Interface *kp_uno_object_new(kp_uno_class *class, void **state, kp_uno_error *error) {
  const kp_uno_binding *binding = kp_uno_class_resolve(class, error);
  if (binding == NULL)
    return NULL;
  kp_uno_object *object = calloc(1, sizeof *object + class->state_size);
  if (object == NULL) {
    kp_uno_error_memory(error);
    return NULL;
  }
  object->interface.acquire = object_acquire;
  object->interface.release = object_release;
  object->interface.pDispatcher = object_dispatch;
  atomic_init(&object->references, 1);
  object->class = class;
  object->binding = binding;
  atomic_fetch_add(&live_objects, 1);
  if (state != NULL)
    *state = object->state;
  return &object->interface;
}

void *kp_uno_object_state(uno_Interface *object, const kp_uno_class *class) {
  if (object == NULL || object->pDispatcher != object_dispatch ||
      ((kp_uno_object *)object)->class != class)
    return NULL;
  return ((kp_uno_object *)object)->state;
}

bool kp_uno_ignore(kp_uno_incoming *in) {
  (void)in;
  return true;
}

bool kp_uno_return_string(kp_uno_incoming *in, const char *utf8) {
  rtl_uString *string = kp_uno_string_new(utf8);
  if (string == NULL)
    return kp_uno_error_memory(in->error);
  *(rtl_uString **)in->result = string;
  return true;
}

bool kp_uno_return_interface(kp_uno_incoming *in, const char *type, uno_Interface *object) {
  uno_Interface *typed = NULL;
  if (object != NULL) {
    typed = kp_uno_query(object, type);
    if (typed == NULL)
      return kp_uno_error_set(in->error, KP_UNO_RUNTIME_EXCEPTION, "the object has no %s", type);
  }
  *(uno_Interface **)in->result = typed;
  return true;
}
