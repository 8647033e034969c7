/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The saved file read as a zip. */
#include "saved_scan.h"

#include "document.h"

bool kp_saved_look(kp_uno_error *error, uno_Interface *context, const char *url, kp_saved_id *ids,
                   size_t count, bool *readable) {
  static kp_uno_method has = KP_UNO_METHOD("com.sun.star.container.XNameAccess::hasByName");
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *zip = NULL;
  kp_saved_scan scan;
  sal_Bool content = 0;
  *readable = false;
  for (size_t i = 0; i < count; i++)
    ids[i].seen = false;
  if (!kp_document_service(&ignored, context, "com.sun.star.packages.zip.ZipFileAccess", url, &zip))
    return true;
  bool good = kp_saved_scan_start(&scan, ids, count) || kp_uno_error_memory(error);
  if (good && kp_uno_call(&ignored, zip, &has, &content, "content.xml"))
    *readable = content ? kp_saved_ods(zip, &scan) : kp_saved_xlsx(zip, &scan);
  for (size_t i = 0; !*readable && i < count; i++)
    ids[i].seen = false;
  kp_saved_scan_clear(&scan);
  kp_uno_release(zip);
  return good;
}
