/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the method's files are: beside the library, in the folder of the
 * extension. */
#include "kernpunt/workbook.h"

#include "kernpunt/port.h"
#include "strings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <osl/module.h>

/* Cuts the last part of a path or URL. */
static bool cut(char *path) {
  char *slash = strrchr(path, '/');
  if (slash == NULL)
    return false;
  *slash = '\0';
  return true;
}

/* The folder "method" of the extension, malloc'ed: the library lies in
 * <extension>/<platform>/. */
static char *method_folder(void) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  rtl_uString *own = NULL;
  char *url = NULL;
  char *path = NULL;
  if (osl_getModuleURLFromFunctionAddress((oslGenericFunction)kp_workbook_method, &own))
    url = kp_uno_string_utf8(own);
  if (url != NULL && cut(url) && cut(url)) {
    char *folder = kp_strings_join(&ignored, url, "/method", NULL);
    path = folder != NULL ? kp_port_path(folder) : NULL;
    free(folder);
  }
  free(url);
  if (own != NULL)
    rtl_uString_release(own);
  return path;
}

static bool list(void *data, bool (*found)(void *to, const char *name), void *to) {
  return kp_port_list(data, found, to);
}

static bool read_file(void *data, const char *name, char *bytes, size_t most, size_t *size) {
  return kp_port_read(data, name, bytes, most, size);
}

static kp_method *no_memory(kp_language language, kp_method_error *error) {
  memset(error, 0, sizeof *error);
  snprintf(error->message, sizeof error->message, "%s", kp_text_get(KP_TEXT_NO_MEMORY, language));
  return NULL;
}

kp_method *kp_workbook_method_in(const char *path, kp_language language, kp_method_error *error) {
  char *url = kp_port_url(path);
  const kp_method_folder folder = {path, url, list, read_file};
  kp_method *method =
      url != NULL ? kp_method_load(&folder, language, error) : no_memory(language, error);
  free(url);
  return method;
}

kp_method *kp_workbook_method(kp_language language, kp_method_error *error) {
  char *path = method_folder();
  kp_method *method =
      path != NULL ? kp_workbook_method_in(path, language, error) : no_memory(language, error);
  free(path);
  return method;
}
