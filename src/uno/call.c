/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calling out: method handles, argument conversion, query, identity. */
#include "internal.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_ARGUMENTS = 16 };

/* Room for one converted argument, whatever its type. */
typedef union argument {
  sal_Bool boolean;
  sal_Int8 byte;
  sal_Int16 word;
  sal_Unicode character;
  sal_Int32 number;
  sal_Int64 hyper;
  float single;
  double real;
  rtl_uString *string;
  typelib_TypeDescriptionReference *type;
  uno_Interface *object;
  uno_Sequence *sequence;
} argument;

/* What of the arguments is ours to give back after the call. */
typedef struct arguments {
  argument values[MAX_ARGUMENTS];
  void *pointers[MAX_ARGUMENTS];
  typelib_TypeDescriptionReference *owned[MAX_ARGUMENTS];
  sal_Int32 count;
} arguments;

uno_Interface *kp_uno_acquire(uno_Interface *object) {
  if (object != NULL)
    object->acquire(object);
  return object;
}

void kp_uno_release(uno_Interface *object) {
  if (object != NULL)
    object->release(object);
}

/* The description behind a handle; borrowed, kept for ever. */
static const typelib_TypeDescription *method_type(kp_uno_method *method) {
  typelib_TypeDescription *type = atomic_load_explicit(&method->type, memory_order_acquire);
  if (type == NULL) {
    typelib_TypeDescription *expected = NULL;
    /* XInterface and the simple types are made by the first such call, not at start-up. */
    typelib_static_type_getByTypeClass(typelib_TypeClass_INTERFACE);
    type = kp_uno_type_new(method->name);
    if (type != NULL && !atomic_compare_exchange_strong(&method->type, &expected, type)) {
      typelib_typedescription_release(type);
      type = expected;
    }
  }
  return type;
}

uno_Interface *kp_uno_query_type(uno_Interface *object, typelib_TypeDescriptionReference *type) {
  static kp_uno_method query = KP_UNO_METHOD("com.sun.star.uno.XInterface::queryInterface");
  const typelib_TypeDescription *member = method_type(&query);
  uno_Interface *result = NULL;
  if (object != NULL && member != NULL) {
    uno_Any answer;
    uno_Any raised;
    uno_Any *exception = &raised;
    void *args[] = {&type};
    object->pDispatcher(object, member, &answer, args, &exception);
    if (exception != NULL) {
      uno_any_destruct(exception, NULL);
    } else {
      kp_uno_any_get_interface(&answer, &result);
      uno_any_destruct(&answer, NULL);
    }
  }
  return result;
}

uno_Interface *kp_uno_query(uno_Interface *object, const char *interface) {
  uno_Interface *result = NULL;
  typelib_TypeDescription *type = object != NULL ? kp_uno_type_new(interface) : NULL;
  if (type != NULL) {
    if (type->eTypeClass == typelib_TypeClass_INTERFACE)
      result = kp_uno_query_type(object, type->pWeakRef);
    typelib_typedescription_release(type);
  }
  return result;
}

bool kp_uno_same(uno_Interface *one, uno_Interface *other) {
  uno_Interface *first = kp_uno_query(one, "com.sun.star.uno.XInterface");
  uno_Interface *second = kp_uno_query(other, "com.sun.star.uno.XInterface");
  bool same = first != NULL && first == second;
  kp_uno_release(first);
  kp_uno_release(second);
  return same;
}

/* Only interfaces may be null in UNO, and NULL strings stand for "". */
static bool null_argument(const arguments *list, kp_uno_error *error) {
  return kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "argument %d is NULL",
                          (int)list->count + 1);
}

/* Takes the next argument from the list; the declared type says what the caller passed. */
static bool add_argument(arguments *list, typelib_TypeDescriptionReference *type, va_list *rest,
                         kp_uno_error *error) {
  sal_Int32 at = list->count;
  argument *value = &list->values[at];
  list->pointers[at] = value;
  list->owned[at] = NULL;
  switch (type->eTypeClass) {
  case typelib_TypeClass_BOOLEAN:
    value->boolean = va_arg(*rest, int) != 0;
    break;
  case typelib_TypeClass_BYTE:
    value->byte = (sal_Int8)va_arg(*rest, int);
    break;
  case typelib_TypeClass_SHORT:
  case typelib_TypeClass_UNSIGNED_SHORT:
    value->word = (sal_Int16)va_arg(*rest, int);
    break;
  case typelib_TypeClass_CHAR:
    value->character = (sal_Unicode)va_arg(*rest, int);
    break;
  case typelib_TypeClass_LONG:
  case typelib_TypeClass_UNSIGNED_LONG:
  case typelib_TypeClass_ENUM:
    value->number = va_arg(*rest, int);
    break;
  case typelib_TypeClass_HYPER:
  case typelib_TypeClass_UNSIGNED_HYPER:
    value->hyper = va_arg(*rest, int64_t);
    break;
  case typelib_TypeClass_FLOAT:
    value->single = (float)va_arg(*rest, double);
    break;
  case typelib_TypeClass_DOUBLE:
    value->real = va_arg(*rest, double);
    break;
  case typelib_TypeClass_STRING:
    value->string = kp_uno_string_new(va_arg(*rest, const char *));
    if (value->string == NULL)
      return kp_uno_error_memory(error);
    list->owned[at] = type;
    break;
  case typelib_TypeClass_TYPE: {
    const char *name = va_arg(*rest, const char *);
    typelib_TypeDescription *description = name != NULL ? kp_uno_type_new(name) : NULL;
    if (description == NULL)
      return kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "unknown type %s",
                              name != NULL ? name : "NULL");
    value->type = description->pWeakRef;
    typelib_typedescriptionreference_acquire(value->type);
    typelib_typedescription_release(description);
    list->owned[at] = type;
    break;
  }
  case typelib_TypeClass_INTERFACE: {
    uno_Interface *object = va_arg(*rest, uno_Interface *);
    value->object = NULL;
    if (object != NULL) {
      value->object = kp_uno_query_type(object, type);
      if (value->object == NULL)
        return kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION,
                                "argument %d lacks the interface it is declared with", (int)at + 1);
      list->owned[at] = type;
    }
    break;
  }
  case typelib_TypeClass_SEQUENCE:
    value->sequence = va_arg(*rest, uno_Sequence *);
    if (value->sequence == NULL)
      return null_argument(list, error);
    break;
  case typelib_TypeClass_ANY:
  case typelib_TypeClass_STRUCT:
  case typelib_TypeClass_EXCEPTION:
    list->pointers[at] = va_arg(*rest, void *);
    if (list->pointers[at] == NULL)
      return null_argument(list, error);
    break;
  default:
    return kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "argument %d has no C form",
                            (int)at + 1);
  }
  list->count++;
  return true;
}

static bool collect(arguments *list, const typelib_TypeDescription *member, bool writes,
                    va_list *rest, kp_uno_error *error) {
  bool good = true;
  if (member->eTypeClass == typelib_TypeClass_INTERFACE_ATTRIBUTE) {
    const typelib_InterfaceAttributeTypeDescription *attribute =
        (const typelib_InterfaceAttributeTypeDescription *)member;
    return !writes || add_argument(list, attribute->pAttributeTypeRef, rest, error);
  }
  const typelib_InterfaceMethodTypeDescription *method =
      (const typelib_InterfaceMethodTypeDescription *)member;
  if (method->nParams > MAX_ARGUMENTS)
    return kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "too many arguments");
  for (sal_Int32 i = 0; good && i < method->nParams; i++) {
    if (method->pParams[i].bOut) {
      list->pointers[list->count] = va_arg(*rest, void *);
      list->owned[list->count] = NULL;
      if (list->pointers[list->count] == NULL)
        return null_argument(list, error);
      list->count++;
    } else {
      good = add_argument(list, method->pParams[i].pTypeRef, rest, error);
    }
  }
  return good;
}

/* Brings a result into the caller's form: strings become UTF-8, the rest is as it is. */
static bool deliver(void *result, const typelib_TypeDescriptionReference *type,
                    kp_uno_error *error) {
  if (result == NULL || type->eTypeClass != typelib_TypeClass_STRING)
    return true;
  rtl_uString *string = *(rtl_uString **)result;
  char *text = kp_uno_string_utf8(string);
  rtl_uString_release(string);
  *(char **)result = text;
  return text != NULL || kp_uno_error_memory(error);
}

static const typelib_TypeDescriptionReference *result_type(const typelib_TypeDescription *member) {
  if (member->eTypeClass == typelib_TypeClass_INTERFACE_ATTRIBUTE)
    return ((const typelib_InterfaceAttributeTypeDescription *)member)->pAttributeTypeRef;
  return ((const typelib_InterfaceMethodTypeDescription *)member)->pReturnTypeRef;
}

static typelib_TypeDescriptionReference *interface_of(const typelib_TypeDescription *member) {
  if (member->eTypeClass == typelib_TypeClass_INTERFACE_ATTRIBUTE)
    return ((const typelib_InterfaceAttributeTypeDescription *)member)->pInterface->aBase.pWeakRef;
  return ((const typelib_InterfaceMethodTypeDescription *)member)->pInterface->aBase.pWeakRef;
}

static bool dispatch(kp_uno_error *error, uno_Interface *typed,
                     const typelib_TypeDescription *member, void *result, arguments *list) {
  uno_Any raised;
  uno_Any *exception = &raised;
  const typelib_TypeDescriptionReference *type = result_type(member);
  typed->pDispatcher(typed, member, result, list->pointers, &exception);
  if (exception != NULL) {
    kp_uno_error_from_exception(error, exception);
    return false;
  }
  return deliver(result, type, error);
}

/* The mistakes that would make the callee write where nothing is, or run something else: a bridge
 * has no place for the setter of a read-only attribute and would call its neighbour. */
static bool check_use(const kp_uno_method *method, const typelib_TypeDescription *member,
                      const void *result, kp_uno_error *error) {
  const char *mistake = NULL;
  if (member->eTypeClass == typelib_TypeClass_INTERFACE_ATTRIBUTE) {
    if (result == NULL && ((const typelib_InterfaceAttributeTypeDescription *)member)->bReadOnly)
      mistake = "is read-only";
  } else if (result_type(member)->eTypeClass == typelib_TypeClass_VOID) {
    if (result != NULL)
      mistake = "has no result";
  } else if (result == NULL) {
    mistake = "has a result, which would be lost";
  }
  return mistake == NULL ||
         kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "%s %s", method->name, mistake);
}

bool kp_uno_call(kp_uno_error *error, uno_Interface *object, kp_uno_method *method, void *result,
                 ...) {
  arguments list;
  list.count = 0;
  if (object == NULL)
    return kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "no object for %s", method->name);
  const typelib_TypeDescription *member = method_type(method);
  if (member == NULL || (member->eTypeClass != typelib_TypeClass_INTERFACE_METHOD &&
                         member->eTypeClass != typelib_TypeClass_INTERFACE_ATTRIBUTE))
    return kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "unknown method %s", method->name);
  if (!check_use(method, member, result, error))
    return false;
  uno_Interface *typed = kp_uno_query_type(object, interface_of(member));
  if (typed == NULL)
    return kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "the object has no interface with %s",
                            method->name);
  va_list rest;
  va_start(rest, result);
  bool good = collect(&list, member, result == NULL, &rest, error);
  va_end(rest);
  if (good)
    good = dispatch(error, typed, member, result, &list);
  for (sal_Int32 i = 0; i < list.count; i++)
    if (list.owned[i] != NULL)
      uno_type_destructData(&list.values[i], list.owned[i], NULL);
  kp_uno_release(typed);
  return good;
}
