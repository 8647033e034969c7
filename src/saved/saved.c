/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The saved file read as a zip. */
#include "internal.h"

/* A service made with one string argument, acquired. */
static bool make_service(kp_uno_error *error, uno_Interface *context, const char *service,
                         const char *argument, uno_Interface **result) {
  static kp_uno_method get_manager =
      KP_UNO_METHOD("com.sun.star.uno.XComponentContext::getServiceManager");
  static kp_uno_method create = KP_UNO_METHOD("com.sun.star.lang.XMultiComponentFactory::"
                                              "createInstanceWithArgumentsAndContext");
  uno_Interface *manager = NULL;
  uno_Sequence *arguments = kp_uno_sequence_new("[]any", 1);
  bool good = (arguments != NULL || kp_uno_error_memory(error)) &&
              kp_uno_any_set_string(KP_UNO_ELEMENTS(uno_Any, arguments), argument, error) &&
              kp_uno_call(error, context, &get_manager, &manager) &&
              kp_uno_call(error, manager, &create, result, service, arguments, context);
  kp_uno_sequence_free(arguments, "[]any");
  kp_uno_release(manager);
  return good && (*result != NULL ||
                  kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "no service %s", service));
}

bool kp_saved_look(kp_uno_error *error, uno_Interface *context, const char *url, const char *mark,
                   kp_saved_id *ids, size_t count, bool *readable) {
  static kp_uno_method has = KP_UNO_METHOD("com.sun.star.container.XNameAccess::hasByName");
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *zip = NULL;
  kp_saved_scan scan;
  sal_Bool content = 0;
  *readable = false;
  for (size_t i = 0; i < count; i++)
    ids[i].seen = false;
  if (!make_service(&ignored, context, "com.sun.star.packages.zip.ZipFileAccess", url, &zip))
    return true;
  bool good = kp_saved_scan_start(&scan, mark, ids, count) || kp_uno_error_memory(error);
  if (good && kp_uno_call(&ignored, zip, &has, &content, "content.xml"))
    *readable = content ? kp_saved_ods(zip, &scan) : kp_saved_xlsx(zip, &scan);
  for (size_t i = 0; !*readable && i < count; i++)
    ids[i].seen = false;
  kp_saved_scan_clear(&scan);
  kp_uno_release(zip);
  return good;
}
