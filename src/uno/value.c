/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values: strings, types, anys, sequences, structs. */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

#include <rtl/textcvt.h>
#include <rtl/textenc.h>

rtl_uString *kp_uno_string_new(const char *utf8) {
  rtl_uString *string = NULL;
  size_t length = utf8 != NULL ? strlen(utf8) : 0;
  if (length == 0)
    rtl_uString_new(&string);
  else if (length <= INT32_MAX)
    rtl_string2UString(&string, utf8, (sal_Int32)length, RTL_TEXTENCODING_UTF8,
                       OSTRING_TO_OUSTRING_CVTFLAGS);
  return string;
}

char *kp_uno_string_utf8(const rtl_uString *string) {
  rtl_String *bytes = NULL;
  char *copy = NULL;
  if (string == NULL)
    return calloc(1, 1);
  rtl_uString2String(&bytes, string->buffer, string->length, RTL_TEXTENCODING_UTF8,
                     OUSTRING_TO_OSTRING_CVTFLAGS);
  if (bytes != NULL) {
    size_t length = strlen(bytes->buffer);
    copy = malloc(length + 1);
    if (copy != NULL)
      memcpy(copy, bytes->buffer, length + 1);
    rtl_string_release(bytes);
  }
  return copy;
}

bool kp_uno_string_is(const rtl_uString *string, const char *ascii) {
  /* The length first: the comparison would stop at a NUL inside the string. */
  return (size_t)string->length == strlen(ascii) &&
         rtl_ustr_ascii_compare_WithLength(string->buffer, string->length, ascii) == 0;
}

typelib_TypeDescription *kp_uno_type_new(const char *name) {
  typelib_TypeDescription *type = NULL;
  rtl_uString *text = kp_uno_string_new(name);
  if (text != NULL) {
    typelib_typedescription_getByName(&type, text);
    rtl_uString_release(text);
  }
  return type;
}

bool kp_uno_string_assign(rtl_uString **target, const char *utf8, kp_uno_error *error) {
  rtl_uString *string = kp_uno_string_new(utf8);
  if (string == NULL)
    return kp_uno_error_memory(error);
  if (*target != NULL)
    rtl_uString_release(*target);
  *target = string;
  return true;
}

void kp_uno_any_init(uno_Any *any) {
  uno_any_construct(any, NULL, NULL, NULL);
}

void kp_uno_any_clear(uno_Any *any) {
  uno_any_clear(any, NULL);
}

void kp_uno_any_copy(uno_Any *target, const uno_Any *source) {
  if (target != source)
    uno_type_any_assign(target, source->pData, source->pType, NULL, NULL);
}

bool kp_uno_any_is_void(const uno_Any *any) {
  return any->pType->eTypeClass == typelib_TypeClass_VOID;
}

static void any_assign(uno_Any *any, typelib_TypeClass class, void *value) {
  uno_type_any_assign(any, value, *typelib_static_type_getByTypeClass(class), NULL, NULL);
}

void kp_uno_any_set_bool(uno_Any *any, bool value) {
  sal_Bool data = value;
  any_assign(any, typelib_TypeClass_BOOLEAN, &data);
}

void kp_uno_any_set_short(uno_Any *any, int16_t value) {
  any_assign(any, typelib_TypeClass_SHORT, &value);
}

void kp_uno_any_set_long(uno_Any *any, int32_t value) {
  any_assign(any, typelib_TypeClass_LONG, &value);
}

void kp_uno_any_set_double(uno_Any *any, double value) {
  any_assign(any, typelib_TypeClass_DOUBLE, &value);
}

bool kp_uno_any_set(uno_Any *any, const char *type, const void *value, kp_uno_error *error) {
  typelib_TypeDescription *description = kp_uno_type_new(type);
  if (description == NULL)
    return kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "unknown type %s", type);
  uno_any_assign(any, (void *)value, description, NULL, NULL);
  typelib_typedescription_release(description);
  return true;
}

bool kp_uno_any_set_string(uno_Any *any, const char *utf8, kp_uno_error *error) {
  rtl_uString *string = kp_uno_string_new(utf8);
  if (string == NULL)
    return kp_uno_error_memory(error);
  any_assign(any, typelib_TypeClass_STRING, &string);
  rtl_uString_release(string);
  return true;
}

bool kp_uno_any_set_interface(uno_Any *any, const char *type, uno_Interface *object,
                              kp_uno_error *error) {
  uno_Interface *typed = NULL;
  if (object != NULL) {
    typed = kp_uno_query(object, type);
    if (typed == NULL)
      return kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "the object has no %s", type);
  }
  bool done = kp_uno_any_set(any, type, &typed, error);
  kp_uno_release(typed);
  return done;
}

bool kp_uno_any_get_bool(const uno_Any *any, bool *value) {
  if (any->pType->eTypeClass != typelib_TypeClass_BOOLEAN)
    return false;
  *value = *(const sal_Bool *)any->pData != 0;
  return true;
}

bool kp_uno_any_get_long(const uno_Any *any, int32_t *value) {
  switch (any->pType->eTypeClass) {
  case typelib_TypeClass_BYTE:
    *value = (int32_t)(*(const sal_Int8 *)any->pData);
    return true;
  case typelib_TypeClass_SHORT:
    *value = *(const sal_Int16 *)any->pData;
    return true;
  case typelib_TypeClass_UNSIGNED_SHORT:
    *value = *(const sal_uInt16 *)any->pData;
    return true;
  case typelib_TypeClass_LONG:
  case typelib_TypeClass_ENUM:
    *value = *(const sal_Int32 *)any->pData;
    return true;
  case typelib_TypeClass_UNSIGNED_LONG:
    if (*(const sal_uInt32 *)any->pData > INT32_MAX)
      return false;
    *value = (int32_t) * (const sal_uInt32 *)any->pData;
    return true;
  default:
    return false;
  }
}

bool kp_uno_any_get_double(const uno_Any *any, double *value) {
  int32_t whole = 0;
  switch (any->pType->eTypeClass) {
  case typelib_TypeClass_DOUBLE:
    *value = *(const double *)any->pData;
    return true;
  case typelib_TypeClass_FLOAT:
    *value = (double)*(const float *)any->pData;
    return true;
  case typelib_TypeClass_UNSIGNED_LONG:
    *value = (double)*(const sal_uInt32 *)any->pData;
    return true;
  case typelib_TypeClass_UNSIGNED_HYPER:
    *value = (double)*(const sal_uInt64 *)any->pData;
    return true;
  case typelib_TypeClass_HYPER:
    *value = (double)*(const sal_Int64 *)any->pData;
    return true;
  case typelib_TypeClass_ENUM:
    return false;
  default:
    if (!kp_uno_any_get_long(any, &whole))
      return false;
    *value = whole;
    return true;
  }
}

bool kp_uno_any_get_string(const uno_Any *any, char **value) {
  if (any->pType->eTypeClass != typelib_TypeClass_STRING)
    return false;
  char *text = kp_uno_string_utf8(*(rtl_uString *const *)any->pData);
  if (text == NULL)
    return false;
  *value = text;
  return true;
}

bool kp_uno_any_get_interface(const uno_Any *any, uno_Interface **value) {
  if (any->pType->eTypeClass != typelib_TypeClass_INTERFACE)
    return false;
  uno_Interface *object = *(uno_Interface *const *)any->pData;
  if (object == NULL)
    return false;
  *value = kp_uno_acquire(object);
  return true;
}

uno_Sequence *kp_uno_any_get_sequence(const uno_Any *any, const char *type) {
  if (any->pType->eTypeClass != typelib_TypeClass_SEQUENCE ||
      !kp_uno_string_is(any->pType->pTypeName, type))
    return NULL;
  return *(uno_Sequence *const *)any->pData;
}

bool kp_uno_any_get_struct(const uno_Any *any, const char *type, void *value) {
  if (any->pType->eTypeClass != typelib_TypeClass_STRUCT ||
      !kp_uno_string_is(any->pType->pTypeName, type))
    return false;
  uno_type_copyData(value, any->pData, any->pType, NULL);
  return true;
}

uno_Sequence *kp_uno_sequence_new(const char *type, size_t count) {
  uno_Sequence *sequence = NULL;
  typelib_TypeDescription *description = count <= INT32_MAX ? kp_uno_type_new(type) : NULL;
  if (description != NULL) {
    if (description->eTypeClass != typelib_TypeClass_SEQUENCE ||
        !uno_sequence_construct(&sequence, description, NULL, (sal_Int32)count, NULL))
      sequence = NULL;
    typelib_typedescription_release(description);
  }
  return sequence;
}

void kp_uno_sequence_free(uno_Sequence *sequence, const char *type) {
  if (sequence != NULL)
    kp_uno_value_clear(&sequence, type);
}

bool kp_uno_value_init(void *raw, const char *type) {
  typelib_TypeDescription *description = kp_uno_type_new(type);
  if (description == NULL)
    return false;
  uno_constructData(raw, description);
  typelib_typedescription_release(description);
  return true;
}

bool kp_uno_value_copy(void *raw, const void *source, const char *type) {
  typelib_TypeDescription *description = kp_uno_type_new(type);
  if (description == NULL)
    return false;
  uno_copyData(raw, (void *)source, description, NULL);
  typelib_typedescription_release(description);
  return true;
}

void kp_uno_value_clear(void *value, const char *type) {
  typelib_TypeDescription *description = kp_uno_type_new(type);
  if (description != NULL) {
    uno_destructData(value, description, NULL);
    typelib_typedescription_release(description);
  }
}
