/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors in both directions: a kp_uno_error on our side, an exception struct in an any on UNO's. */
#include "internal.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* com.sun.star.uno.Exception, the head of every exception. */
typedef struct exception_head {
  rtl_uString *message;
  uno_Interface *context;
} exception_head;

/* com.sun.star.lang.WrappedTargetException and the like: one more member. */
typedef struct wrapping_exception {
  exception_head base;
  uno_Any target;
} wrapping_exception;

static void copy_text(char *target, size_t size, const char *source) {
  size_t length = strlen(source);
  if (length >= size) {
    length = size - 1;
    /* Never cut inside a UTF-8 sequence: the text goes back to people. */
    while (length > 0 && ((unsigned char)source[length] & 0xC0u) == 0x80u)
      length--;
  }
  memmove(target, source, length); /* the source may be the target: errors are re-thrown */
  target[length] = '\0';
}

/* Texts of people may stand in messages: only who asks for it sees them. */
static void trace(const kp_uno_error *error) {
  const char *asked = getenv("KP_TRACE");
  if (error->passed_over == NULL || asked == NULL || strcmp(asked, "1") != 0)
    return;
  char line[640];
  int length = snprintf(line, sizeof line, "kernpunt: %s went on after %s: %s\n",
                        error->passed_over, error->type, error->message);
  if (length > 0)
    fwrite(line, 1, (size_t)length < sizeof line ? (size_t)length : sizeof line - 1, stderr);
}

bool kp_uno_error_set(kp_uno_error *error, const char *type, const char *format, ...) {
  char text[1024] = "";
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  copy_text(error->type, sizeof error->type, type);
  copy_text(error->message, sizeof error->message, text);
  trace(error);
  return false;
}

bool kp_uno_error_memory(kp_uno_error *error) {
  return kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "out of memory");
}

bool kp_uno_error_is(const kp_uno_error *error, const char *type) {
  return strcmp(error->type, type) == 0;
}

static bool derives(typelib_TypeDescriptionReference *type, const char *base) {
  typelib_TypeDescription *description = kp_uno_type_new(base);
  bool derived = false;
  if (description != NULL) {
    derived = typelib_typedescriptionreference_isAssignableFrom(description->pWeakRef, type);
    typelib_typedescription_release(description);
  }
  return derived;
}

static bool is_wrapper(typelib_TypeDescriptionReference *type) {
  return derives(type, "com.sun.star.lang.WrappedTargetException") ||
         derives(type, "com.sun.star.lang.WrappedTargetRuntimeException");
}

/* A wrapper (WrappedTargetException and its kin) often has no words of its own: then what it wraps
 * says what went wrong. */
static const exception_head *with_message(const uno_Any *exception) {
  const exception_head *head = NULL;
  for (int depth = 0; depth < 8 && exception->pType->eTypeClass == typelib_TypeClass_EXCEPTION;
       depth++) {
    const wrapping_exception *wrapper = exception->pData;
    if (head == NULL || wrapper->base.message->length != 0)
      head = &wrapper->base;
    if (head->message->length != 0 || !is_wrapper(exception->pType))
      break;
    exception = &wrapper->target;
  }
  return head;
}

void kp_uno_error_from_exception(kp_uno_error *error, uno_Any *exception) {
  char *type = kp_uno_string_utf8(exception->pType->pTypeName);
  const exception_head *head = with_message(exception);
  char *message = head != NULL ? kp_uno_string_utf8(head->message) : NULL;
  kp_uno_error_set(error, type != NULL ? type : KP_UNO_RUNTIME_EXCEPTION, "%s",
                   message != NULL ? message : "");
  free(type);
  free(message);
  uno_any_destruct(exception, NULL);
}

static bool is_among(typelib_TypeDescriptionReference *type,
                     typelib_TypeDescriptionReference *const *declared, sal_Int32 count) {
  bool found = false;
  for (sal_Int32 i = 0; !found && i < count; i++)
    found = typelib_typedescriptionreference_isAssignableFrom(declared[i], type);
  return found;
}

/* May a caller of this member expect the exception? Always the run-time ones, else those the IDL
 * declares. */
static bool is_expected(typelib_TypeDescriptionReference *type,
                        const typelib_TypeDescription *member, bool writes) {
  if (derives(type, KP_UNO_RUNTIME_EXCEPTION))
    return true;
  if (member->eTypeClass == typelib_TypeClass_INTERFACE_ATTRIBUTE) {
    const typelib_InterfaceAttributeTypeDescription *attribute =
        (const typelib_InterfaceAttributeTypeDescription *)member;
    return writes ? is_among(type, attribute->ppSetExceptions, attribute->nSetExceptions)
                  : is_among(type, attribute->ppGetExceptions, attribute->nGetExceptions);
  }
  const typelib_InterfaceMethodTypeDescription *method =
      (const typelib_InterfaceMethodTypeDescription *)member;
  return is_among(type, method->ppExceptions, method->nExceptions);
}

void kp_uno_error_raise(const kp_uno_error *error, const typelib_TypeDescription *member,
                        bool writes, uno_Interface *context, uno_Any *exception) {
  typelib_TypeDescription *type = kp_uno_type_new(error->type);
  kp_uno_error told = *error;
  exception_head *value = NULL;
  if (type == NULL || type->eTypeClass != typelib_TypeClass_EXCEPTION ||
      !is_expected(type->pWeakRef, member, writes)) {
    /* C++ callers guard against what the IDL declares; anything else could end the office. */
    kp_uno_error_set(&told, KP_UNO_RUNTIME_EXCEPTION, "%s: %s", error->type, error->message);
    if (type != NULL)
      typelib_typedescription_release(type);
    type = kp_uno_type_new(KP_UNO_RUNTIME_EXCEPTION);
  }
  if (type != NULL)
    value = calloc(1, (size_t)type->nSize);
  if (value == NULL) {
    /* Without memory or types there is still the promise to signal: a void any does. */
    uno_any_construct(exception, NULL, NULL, NULL);
  } else {
    uno_constructData(value, type);
    rtl_uString *message = kp_uno_string_new(told.message);
    if (message != NULL) {
      rtl_uString_release(value->message);
      value->message = message;
    }
    value->context = kp_uno_query(context, "com.sun.star.uno.XInterface");
    uno_any_construct(exception, value, type, NULL);
    uno_destructData(value, type, NULL);
    free(value);
  }
  if (type != NULL)
    typelib_typedescription_release(type);
}
