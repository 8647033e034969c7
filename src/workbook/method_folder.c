/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the method's files are: beside the library, in the folder of the
 * extension. */
#include "kernpunt/workbook_tables.h"

#include "strings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <osl/file.h>
#include <osl/module.h>

/* Cuts the last part of a path or URL. */
static bool cut(char *path) {
  char *slash = strrchr(path, '/');
  if (slash == NULL)
    return false;
  *slash = '\0';
  return true;
}

char *kp_workbook_system_path(const char *url) {
  rtl_uString *from = kp_uno_string_new(url);
  rtl_uString *path = NULL;
  char *text = NULL;
  if (from != NULL && osl_getSystemPathFromFileURL(from, &path) == osl_File_E_None)
    text = kp_uno_string_utf8(path);
  if (path != NULL)
    rtl_uString_release(path);
  if (from != NULL)
    rtl_uString_release(from);
  return text;
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
    path = folder != NULL ? kp_workbook_system_path(folder) : NULL;
    free(folder);
  }
  free(url);
  if (own != NULL)
    rtl_uString_release(own);
  return path;
}

kp_method *kp_workbook_method(kp_language language, kp_method_error *error) {
  char *folder = method_folder();
  kp_method *method = NULL;
  if (folder != NULL)
    method = kp_method_load(folder, language, error);
  else
    snprintf(error->message, sizeof error->message, "%s", kp_text_get(KP_TEXT_NO_MEMORY, language));
  free(folder);
  return method;
}
