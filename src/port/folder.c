/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folders and files by URL. */
#include "kernpunt/port.h"

#include "kernpunt/uno.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <osl/file.h>
#include <osl/process.h>

typedef oslFileError SAL_CALL convert(rtl_uString *from, rtl_uString **to);

static void drop(rtl_uString *text) {
  if (text != NULL)
    rtl_uString_release(text);
}

static char *converted(convert *how, const char *from) {
  rtl_uString *text = kp_uno_string_new(from);
  rtl_uString *other = NULL;
  char *result = NULL;
  if (text != NULL && how(text, &other) == osl_File_E_None)
    result = kp_uno_string_utf8(other);
  drop(other);
  drop(text);
  return result;
}

/* Programs that are started by a relative path find themselves by one. */
static oslFileError absolute(rtl_uString *path, rtl_uString **url) {
  rtl_uString *here = NULL;
  rtl_uString *relative = NULL;
  oslFileError code = osl_getFileURLFromSystemPath(path, &relative);
  if (code == osl_File_E_None && osl_getProcessWorkingDir(&here) != osl_Process_E_None)
    code = osl_File_E_INVAL;
  if (code == osl_File_E_None)
    code = osl_getAbsoluteFileURL(here, relative, url);
  drop(here);
  drop(relative);
  return code;
}

char *kp_port_url(const char *path) {
  return converted(absolute, path);
}

char *kp_port_path(const char *url) {
  return converted(osl_getSystemPathFromFileURL, url);
}

/* False at the end, or when there is no memory. */
static bool next_name(oslDirectory folder, char **name, bool *good) {
  oslDirectoryItem item = NULL;
  oslFileStatus status;
  memset(&status, 0, sizeof status);
  status.uStructSize = sizeof status;
  oslFileError code = osl_getNextDirectoryItem(folder, &item, 0);
  if (code == osl_File_E_NOENT)
    return false;
  *good = code == osl_File_E_None &&
          osl_getFileStatus(item, &status, osl_FileStatus_Mask_FileName) == osl_File_E_None &&
          (*name = kp_uno_string_utf8(status.ustrFileName)) != NULL;
  drop(status.ustrFileName);
  if (item != NULL)
    osl_releaseDirectoryItem(item);
  return *good;
}

bool kp_port_list(const char *url, bool (*found)(void *to, const char *name), void *to) {
  rtl_uString *text = kp_uno_string_new(url);
  oslDirectory folder = NULL;
  bool good = text != NULL && osl_openDirectory(text, &folder) == osl_File_E_None;
  if (good) {
    char *name = NULL;
    for (bool goes_on = true; goes_on && next_name(folder, &name, &good); free(name))
      goes_on = found(to, name);
    osl_closeDirectory(folder);
  }
  drop(text);
  return good;
}

/* The URL of a file in a folder: names may hold what a URL may not. */
static rtl_uString *within(const char *url, const char *name) {
  rtl_uString *folder = kp_uno_string_new(url);
  rtl_uString *path = NULL;
  rtl_uString *whole = NULL;
  char *text = NULL;
  if (folder != NULL && osl_getSystemPathFromFileURL(folder, &path) == osl_File_E_None) {
    char *start = kp_uno_string_utf8(path);
    size_t size = start != NULL ? strlen(start) + strlen(name) + 2 : 0;
    text = start != NULL ? malloc(size) : NULL;
    if (text != NULL)
      snprintf(text, size, "%s%c%s", start, SAL_PATHDELIMITER, name);
    free(start);
  }
  drop(path);
  drop(folder);
  path = text != NULL ? kp_uno_string_new(text) : NULL;
  if (path != NULL && osl_getFileURLFromSystemPath(path, &whole) != osl_File_E_None)
    whole = NULL;
  drop(path);
  free(text);
  return whole;
}

bool kp_port_read(const char *url, const char *name, char *bytes, size_t most, size_t *size) {
  rtl_uString *whole = within(url, name);
  oslFileHandle file = NULL;
  sal_uInt64 had = 0;
  bool good =
      whole != NULL && osl_openFile(whole, &file, osl_File_OpenFlag_Read) == osl_File_E_None;
  *size = 0;
  if (good) {
    do {
      had = 0;
      good = osl_readFile(file, bytes + *size, most - *size, &had) == osl_File_E_None;
      *size += (size_t)had;
    } while (good && had > 0 && *size < most);
    osl_closeFile(file);
  }
  drop(whole);
  return good;
}
