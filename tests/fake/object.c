/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One dispatcher for all objects of the fake office. */
#include "object.h"

#include "../../src/uno/internal.h"
#include "fault.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct object {
  uno_Interface interface; /* first: the object is its one interface */
  int references;
  fake_class *class;
  max_align_t state[];
} object;

/* A member as it was called, and what serves it. Kept as long as the process: descriptions of
 * types are never given back, so that an address stands for one member only. */
typedef struct known {
  const fake_class *class;
  typelib_TypeDescription *member;
  char *name; /* without the suffix of an inherited member */
  const kp_uno_row *row;
} known;

enum { SLOTS = 8192 };
static known table[SLOTS];
static size_t used;

static long objects;

static struct {
  long count;
  long fail_at; /* 0: never */
  bool for_good;
  bool failed;
  void (*watch)(void *data, const char *member);
  void *data;
} calls;

/* ------------------------------------------------------------------------------------- memory */

static void *check(void *made) {
  if (made == NULL) {
    fputs("the fake office has no memory\n", stderr);
    abort();
  }
  return made;
}

void *fake_alloc(size_t size) {
  bool armed = fault_suspend();
  void *made = check(calloc(1, size > 0 ? size : 1));
  fault_resume(armed);
  return made;
}

void *fake_grow(void *old, size_t size) {
  bool armed = fault_suspend();
  void *made = check(realloc(old, size > 0 ? size : 1));
  fault_resume(armed);
  return made;
}

char *fake_copy(const char *text) {
  size_t size = strlen(text != NULL ? text : "") + 1;
  char *made = fake_alloc(size);
  memcpy(made, text != NULL ? text : "", size);
  return made;
}

/* -------------------------------------------------------------------------------------- calls */

long fake_calls_count(void) {
  return calls.count;
}

void fake_calls_start(void) {
  calls.count = 0;
}

void fake_calls_fail(long k, bool for_good) {
  calls.fail_at = k > 0 ? calls.count + k : 0;
  calls.for_good = for_good;
  calls.failed = false;
}

void fake_calls_fail_no_more(void) {
  calls.fail_at = 0;
}

bool fake_calls_failed(void) {
  return calls.failed;
}

void fake_calls_watch(void (*watch)(void *data, const char *member), void *data) {
  calls.watch = watch;
  calls.data = data;
}

static bool must_fail(const char *member) {
  calls.count++;
  if (calls.watch != NULL)
    calls.watch(calls.data, member);
  bool fails = calls.fail_at > 0 &&
               (calls.for_good ? calls.count >= calls.fail_at : calls.count == calls.fail_at);
  calls.failed = calls.failed || fails;
  return fails;
}

/* ---------------------------------------------------------------------------------- properties */

static const fake_property *find_property(const fake_class *class, const char *name) {
  for (size_t i = 0; i < class->property_count; i++)
    if (strcmp(class->properties[i].name, name) == 0 || strcmp(class->properties[i].name, "*") == 0)
      return &class->properties[i];
  return NULL;
}

static const fake_class *class_of(const kp_uno_incoming *in) {
  return ((const object *)(const void *)in->object)->class;
}

static bool get_property(kp_uno_incoming *in) {
  char *name = fake_text_argument(in, 0);
  const fake_property *property = find_property(class_of(in), name);
  uno_Any *value = in->result;
  bool good = property != NULL && property->get != NULL;
  if (good) {
    kp_uno_any_init(value);
    good = property->get(in, value);
    if (!good)
      kp_uno_any_clear(value);
  } else {
    kp_uno_error_set(in->error, FAKE_UNKNOWN_PROPERTY, "%s", name);
  }
  free(name);
  return good;
}

static bool set_property(kp_uno_incoming *in) {
  char *name = fake_text_argument(in, 0);
  const fake_property *property = find_property(class_of(in), name);
  bool good = property != NULL && property->set != NULL;
  if (good)
    good = property->set(in, in->args[1]);
  else
    kp_uno_error_set(in->error, FAKE_UNKNOWN_PROPERTY, "%s", name);
  free(name);
  return good;
}

static const kp_uno_row property_rows[] = {
    {"com.sun.star.beans.XPropertySet::getPropertyValue", get_property, NULL},
    {"com.sun.star.beans.XPropertySet::setPropertyValue", set_property, NULL},
};

/* ------------------------------------------------------------------------------------ dispatch */

static const kp_uno_row *find_row(const kp_uno_row *rows, size_t count, const char *name) {
  for (size_t i = 0; i < count; i++)
    if (strcmp(rows[i].name, name) == 0)
      return &rows[i];
  return NULL;
}

static const known *find_known(const fake_class *class, const typelib_TypeDescription *member) {
  size_t at = (((uintptr_t)member >> 4) * 31 + ((uintptr_t) class >> 4)) % SLOTS;
  for (; table[at].member != NULL; at = (at + 1) % SLOTS)
    if (table[at].member == member && table[at].class == class)
      return &table[at];
  if (++used == SLOTS)
    abort();
  known *k = &table[at];
  k->class = class;
  k->member = (typelib_TypeDescription *)(uintptr_t)member;
  typelib_typedescription_acquire(k->member);
  k->name = check(kp_uno_string_utf8(member->pTypeName));
  char *suffix = strstr(k->name, ":@");
  if (suffix != NULL)
    *suffix = '\0';
  k->row = find_row(class->table.rows, class->table.row_count, k->name);
  for (const fake_rows *const *more = class->more; k->row == NULL && more != NULL && *more != NULL;
       more++)
    k->row = find_row((*more)->rows, (*more)->count, k->name);
  if (k->row == NULL && class->property_count > 0)
    k->row = find_row(property_rows, 2, k->name);
  return k;
}

static void object_acquire(uno_Interface *interface) {
  ((object *)interface)->references++;
}

static void object_release(uno_Interface *interface) {
  object *o = (object *)interface;
  if (o->references < 1) {
    fputs("released too often\n", stderr);
    abort();
  }
  if (--o->references > 0)
    return;
  if (o->class->table.finalize != NULL)
    o->class->table.finalize(o->state);
  free(o);
  objects--;
}

/* Answers to queries, kept for ever like the members. */
static struct {
  const fake_class *class;
  typelib_TypeDescriptionReference *wanted;
  bool has;
} answers[SLOTS];
static size_t answered;

static bool look_for_interface(const object *o, typelib_TypeDescriptionReference *wanted) {
  bool has = kp_uno_string_is(wanted->pTypeName, "com.sun.star.uno.XInterface");
  for (const char *const *name = o->class->table.interfaces; !has && *name != NULL; name++) {
    if (kp_uno_string_is(wanted->pTypeName, *name)) {
      has = true;
    } else {
      typelib_TypeDescription *own = kp_uno_type_new(*name);
      if (own == NULL) {
        fprintf(stderr, "no type %s\n", *name);
        abort();
      }
      has = typelib_typedescriptionreference_isAssignableFrom(wanted, own->pWeakRef);
      typelib_typedescription_release(own);
    }
  }
  return has;
}

static bool has_interface(const object *o, typelib_TypeDescriptionReference *wanted) {
  size_t at = (((uintptr_t)wanted >> 4) * 31 + ((uintptr_t)o->class >> 4)) % SLOTS;
  for (; answers[at].wanted != NULL; at = (at + 1) % SLOTS)
    if (answers[at].wanted == wanted && answers[at].class == o->class)
      return answers[at].has;
  if (++answered == SLOTS)
    abort();
  typelib_typedescriptionreference_acquire(wanted);
  answers[at].class = o->class;
  answers[at].wanted = wanted;
  answers[at].has = look_for_interface(o, wanted);
  return answers[at].has;
}

static void dispatch(uno_Interface *interface, const typelib_TypeDescription *member, void *result,
                     void *args[], uno_Any **exception) {
  object *o = (object *)interface;
  kp_uno_error error = KP_UNO_NO_ERROR;
  sal_Int32 position = ((const typelib_InterfaceMemberTypeDescription *)member)->nPosition;
  bool armed = fault_suspend();
  bool done = true;
  bool writes = false;
  if (position == 0) {
    typelib_TypeDescriptionReference *wanted = *(typelib_TypeDescriptionReference **)args[0];
    if (has_interface(o, wanted))
      uno_type_any_construct(result, &interface, wanted, NULL);
    else
      uno_any_construct(result, NULL, NULL, NULL);
  } else if (position == 1) {
    object_acquire(interface);
  } else if (position == 2) {
    object_release(interface);
  } else {
    const known *k = find_known(o->class, member);
    writes = result == NULL && member->eTypeClass == typelib_TypeClass_INTERFACE_ATTRIBUTE;
    kp_uno_handler handler = k->row == NULL ? NULL : writes ? k->row->set : k->row->call;
    kp_uno_incoming in = {.state = o->state,
                          .object = interface,
                          .row = k->row,
                          .args = args,
                          .result = result,
                          .error = &error};
    object_acquire(interface);
    if (must_fail(k->name))
      done = kp_uno_error_set(&error, KP_UNO_RUNTIME_EXCEPTION, "made to fail: %s", k->name);
    else if (handler == NULL)
      done = kp_uno_error_set(&error, KP_UNO_RUNTIME_EXCEPTION, "%s of the fake has no %s",
                              o->class->table.implementation, k->name);
    else
      done = handler(&in);
    if (!done)
      kp_uno_error_raise(&error, member, writes, NULL, *exception);
    object_release(interface);
  }
  if (done)
    *exception = NULL;
  fault_resume(armed);
}

uno_Interface *fake_object_new(fake_class *class, void **state) {
  object *made = fake_alloc(sizeof *made + class->table.state_size);
  made->interface = (uno_Interface){object_acquire, object_release, dispatch};
  made->references = 1;
  made->class = class;
  objects++;
  if (state != NULL)
    *state = made->state;
  return &made->interface;
}

void *fake_object_state(uno_Interface *interface, const fake_class *class) {
  object *o = (object *)interface;
  return o != NULL && o->interface.pDispatcher == dispatch && o->class == class ? o->state : NULL;
}

long fake_object_count(void) {
  return objects;
}

/* ------------------------------------------------------------------------------------- results */

bool fake_return(kp_uno_incoming *in, uno_Interface *object_made) {
  *(uno_Interface **)in->result = object_made;
  return true;
}

bool fake_return_any(kp_uno_incoming *in, uno_Interface *object_made) {
  kp_uno_any_init(in->result);
  kp_uno_any_set_interface(in->result, "com.sun.star.uno.XInterface", object_made, in->error);
  kp_uno_release(object_made);
  return true;
}

bool fake_return_bool(kp_uno_incoming *in, bool value) {
  *(sal_Bool *)in->result = value;
  return true;
}

bool fake_return_long(kp_uno_incoming *in, int32_t value) {
  *(sal_Int32 *)in->result = value;
  return true;
}

bool fake_return_names(kp_uno_incoming *in, const char *const *names, size_t count) {
  uno_Sequence *list = check(kp_uno_sequence_new("[]string", count));
  for (size_t i = 0; i < count; i++)
    kp_uno_string_assign(&KP_UNO_ELEMENTS(rtl_uString *, list)[i], names[i], in->error);
  *(uno_Sequence **)in->result = list;
  return true;
}

char *fake_text_argument(const kp_uno_incoming *in, int index) {
  return check(kp_uno_string_utf8(KP_UNO_ARG(rtl_uString *, in, index)));
}
