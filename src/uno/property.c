/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Properties and services: the calls every component makes all day. */
#include "internal.h"

#include <string.h>

bool kp_uno_property_get(kp_uno_error *error, uno_Interface *object, const char *name,
                         uno_Any *value) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.beans.XPropertySet::getPropertyValue");
  uno_Any answer;
  if (!kp_uno_call(error, object, &get, &answer, name))
    return false;
  kp_uno_any_copy(value, &answer);
  uno_any_destruct(&answer, NULL);
  return true;
}

bool kp_uno_property_set(kp_uno_error *error, uno_Interface *object, const char *name,
                         uno_Any *value) {
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.beans.XPropertySet::setPropertyValue");
  return kp_uno_call(error, object, &set, NULL, name, value);
}

bool kp_uno_property_set_bool(kp_uno_error *error, uno_Interface *object, const char *name,
                              bool value) {
  uno_Any any;
  kp_uno_any_init(&any);
  kp_uno_any_set_bool(&any, value);
  return kp_uno_property_set(error, object, name, &any);
}

bool kp_uno_property_set_short(kp_uno_error *error, uno_Interface *object, const char *name,
                               int16_t value) {
  uno_Any any;
  kp_uno_any_init(&any);
  kp_uno_any_set_short(&any, value);
  return kp_uno_property_set(error, object, name, &any);
}

bool kp_uno_property_set_long(kp_uno_error *error, uno_Interface *object, const char *name,
                              int32_t value) {
  uno_Any any;
  kp_uno_any_init(&any);
  kp_uno_any_set_long(&any, value);
  return kp_uno_property_set(error, object, name, &any);
}

bool kp_uno_property_set_double(kp_uno_error *error, uno_Interface *object, const char *name,
                                double value) {
  uno_Any any;
  kp_uno_any_init(&any);
  kp_uno_any_set_double(&any, value);
  return kp_uno_property_set(error, object, name, &any);
}

bool kp_uno_property_set_string(kp_uno_error *error, uno_Interface *object, const char *name,
                                const char *utf8) {
  uno_Any any;
  kp_uno_any_init(&any);
  bool good =
      kp_uno_any_set_string(&any, utf8, error) && kp_uno_property_set(error, object, name, &any);
  kp_uno_any_clear(&any);
  return good;
}

static bool wrong_kind(kp_uno_error *error, const char *name) {
  return kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "property %s is of another kind", name);
}

bool kp_uno_property_get_bool(kp_uno_error *error, uno_Interface *object, const char *name,
                              bool *value) {
  uno_Any any;
  kp_uno_any_init(&any);
  bool good = kp_uno_property_get(error, object, name, &any) &&
              (kp_uno_any_get_bool(&any, value) || wrong_kind(error, name));
  kp_uno_any_clear(&any);
  return good;
}

bool kp_uno_property_get_long(kp_uno_error *error, uno_Interface *object, const char *name,
                              int32_t *value) {
  uno_Any any;
  kp_uno_any_init(&any);
  bool good = kp_uno_property_get(error, object, name, &any) &&
              (kp_uno_any_get_long(&any, value) || wrong_kind(error, name));
  kp_uno_any_clear(&any);
  return good;
}

bool kp_uno_property_get_string(kp_uno_error *error, uno_Interface *object, const char *name,
                                char **utf8) {
  uno_Any any;
  kp_uno_any_init(&any);
  bool good = kp_uno_property_get(error, object, name, &any) &&
              (kp_uno_any_get_string(&any, utf8) || wrong_kind(error, name));
  kp_uno_any_clear(&any);
  return good;
}

bool kp_uno_property_get_interface(kp_uno_error *error, uno_Interface *object, const char *name,
                                   uno_Interface **value) {
  uno_Any any;
  kp_uno_any_init(&any);
  bool good = kp_uno_property_get(error, object, name, &any) &&
              (kp_uno_any_get_interface(&any, value) || wrong_kind(error, name));
  kp_uno_any_clear(&any);
  return good;
}

bool kp_uno_create(kp_uno_error *error, uno_Interface *context, const char *service,
                   uno_Interface **result) {
  static kp_uno_method get_manager =
      KP_UNO_METHOD("com.sun.star.uno.XComponentContext::getServiceManager");
  static kp_uno_method create =
      KP_UNO_METHOD("com.sun.star.lang.XMultiComponentFactory::createInstanceWithContext");
  uno_Interface *manager = NULL;
  uno_Interface *instance = NULL;
  bool good = kp_uno_call(error, context, &get_manager, &manager) &&
              kp_uno_call(error, manager, &create, &instance, service, context);
  if (good && instance == NULL)
    good = kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "no service %s", service);
  if (good)
    *result = instance;
  kp_uno_release(manager);
  return good;
}

bool kp_uno_singleton(kp_uno_error *error, uno_Interface *context, const char *name,
                      uno_Interface **result) {
  static kp_uno_method get_value =
      KP_UNO_METHOD("com.sun.star.uno.XComponentContext::getValueByName");
  char path[128] = "/singletons/";
  size_t start = strlen(path);
  size_t length = strlen(name);
  if (length >= sizeof path - start)
    return kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "no singleton %s", name);
  memcpy(path + start, name, length + 1);
  uno_Any any;
  if (!kp_uno_call(error, context, &get_value, &any, path))
    return false;
  bool good = kp_uno_any_get_interface(&any, result) ||
              kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "no singleton %s", name);
  uno_any_destruct(&any, NULL);
  return good;
}
