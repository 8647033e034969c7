/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kernpunt/journal.txt in the folder of the user's profile. */
#include "journal_file.h"

#include "kernpunt/workbook.h"
#include "strings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <osl/file.h>

/* Stored in users' profiles: never change. */
static const char folder_name[] = "/kernpunt";
static const char file_name[] = "/journal.txt";
static const char new_name[] = "/journal.new";

/* The URL of the folder, malloc'ed; the folder is there. */
static bool get_folder(kp_uno_error *error, uno_Interface *context, char **folder) {
  static kp_uno_method substitute =
      KP_UNO_METHOD("com.sun.star.util.XStringSubstitution::substituteVariables");
  uno_Interface *paths = NULL;
  char *user = NULL;
  rtl_uString *url = NULL;
  bool good = kp_uno_create(error, context, "com.sun.star.util.PathSubstitution", &paths) &&
              kp_uno_call(error, paths, &substitute, &user, "$(user)", 1);
  if (good) {
    *folder = kp_strings_join(error, user, folder_name, NULL);
    good = *folder != NULL;
  }
  if (good) {
    url = kp_uno_string_new(*folder);
    good = url != NULL || kp_uno_error_memory(error);
  }
  if (good) {
    oslFileError made = osl_createDirectory(url);
    good = made == osl_File_E_None || made == osl_File_E_EXIST ||
           kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "cannot make %s (%d)", *folder,
                            (int)made);
  }
  if (url != NULL)
    rtl_uString_release(url);
  free(user);
  kp_uno_release(paths);
  return good;
}

/* URL of a file of the folder, to be released. */
static bool get_url(kp_uno_error *error, uno_Interface *context, const char *name,
                    rtl_uString **url) {
  char *folder = NULL;
  char *text = NULL;
  bool good = get_folder(error, context, &folder);
  if (good) {
    text = kp_strings_join(error, folder, name, NULL);
    *url = text != NULL ? kp_uno_string_new(text) : NULL;
    good = *url != NULL || kp_uno_error_memory(error);
  }
  free(text);
  free(folder);
  return good;
}

static bool fail(kp_uno_error *error, const char *what, oslFileError code) {
  return kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "the journal cannot be %s (%d)", what,
                          (int)code);
}

static bool read_all(kp_uno_error *error, oslFileHandle file, char **text) {
  sal_uInt64 size = 0;
  sal_uInt64 got = 0;
  oslFileError code = osl_getFileSize(file, &size);
  if (code != osl_File_E_None || size > SIZE_MAX / 2)
    return fail(error, "read", code);
  *text = malloc((size_t)size + 1);
  if (*text == NULL)
    return kp_uno_error_memory(error);
  code = osl_readFile(file, *text, size, &got);
  (*text)[code == osl_File_E_None ? (size_t)got : 0] = '\0';
  return code == osl_File_E_None || fail(error, "read", code);
}

bool kp_journal_file_read(kp_uno_error *error, uno_Interface *context, char **text) {
  rtl_uString *url = NULL;
  oslFileHandle file = NULL;
  *text = NULL;
  bool good = get_url(error, context, file_name, &url);
  if (good) {
    oslFileError code = osl_openFile(url, &file, osl_File_OpenFlag_Read);
    if (code == osl_File_E_None) {
      good = read_all(error, file, text);
      osl_closeFile(file);
    } else if (code == osl_File_E_NOENT) {
      *text = calloc(1, 1);
      good = *text != NULL || kp_uno_error_memory(error);
    } else {
      good = fail(error, "opened", code);
    }
  }
  if (!good) {
    free(*text);
    *text = NULL;
  }
  if (url != NULL)
    rtl_uString_release(url);
  return good;
}

/* Writes at the end, and what was there before stays whole whatever happens: a
 * line that an earlier crash cut short is ended first. */
static oslFileError write_end(oslFileHandle file, const char *lines) {
  sal_uInt64 size = 0;
  sal_uInt64 done = 0;
  char last = '\n';
  oslFileError code = osl_getFileSize(file, &size);
  if (code == osl_File_E_None && size > 0) {
    code = osl_setFilePos(file, osl_Pos_Absolut, (sal_Int64)size - 1);
    if (code == osl_File_E_None)
      code = osl_readFile(file, &last, 1, &done);
  }
  if (code == osl_File_E_None)
    code = osl_setFilePos(file, osl_Pos_Absolut, (sal_Int64)size);
  if (code == osl_File_E_None && last != '\n')
    code = osl_writeFile(file, "\n", 1, &done);
  for (size_t at = 0, all = strlen(lines); code == osl_File_E_None && at < all;) {
    code = osl_writeFile(file, lines + at, all - at, &done);
    at += (size_t)done;
    if (code == osl_File_E_None && done == 0)
      code = osl_File_E_IO;
  }
  return code == osl_File_E_None ? osl_syncFile(file) : code;
}

static bool write_file(kp_uno_error *error, rtl_uString *url, const char *lines, bool anew) {
  enum { READ_WRITE = osl_File_OpenFlag_Read | osl_File_OpenFlag_Write };
  oslFileHandle file = NULL;
  if (anew)
    osl_removeFile(url); /* of a crash; mostly not there */
  oslFileError code = osl_openFile(url, &file, READ_WRITE);
  if (code == osl_File_E_NOENT)
    code = osl_openFile(url, &file, READ_WRITE | osl_File_OpenFlag_Create);
  if (code == osl_File_E_None) {
    code = write_end(file, lines);
    oslFileError closed = osl_closeFile(file);
    code = code == osl_File_E_None ? closed : code;
  }
  return code == osl_File_E_None || fail(error, "written", code);
}

/* Says it to people: a write that cannot be kept in the journal is not done. Always false. */
static bool explain(kp_uno_error *error, uno_Interface *context) {
  char *said =
      kp_text_fill(KP_TEXT_PROFILE_LOCKED, kp_workbook_language(context), error->message, NULL);
  if (said != NULL)
    kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "%s", said);
  free(said);
  return false;
}

bool kp_journal_file_append(kp_uno_error *error, uno_Interface *context, const char *lines) {
  rtl_uString *url = NULL;
  bool good = get_url(error, context, file_name, &url) && write_file(error, url, lines, false);
  if (url != NULL)
    rtl_uString_release(url);
  return good || explain(error, context);
}

bool kp_journal_file_replace(kp_uno_error *error, uno_Interface *context, const char *lines) {
  rtl_uString *url = NULL;
  rtl_uString *new_url = NULL;
  bool good = get_url(error, context, file_name, &url) &&
              get_url(error, context, new_name, &new_url) &&
              write_file(error, new_url, lines, true);
  if (good) {
    oslFileError code = osl_moveFile(new_url, url);
    good = code == osl_File_E_None || fail(error, "replaced", code);
  }
  if (url != NULL)
    rtl_uString_release(url);
  if (new_url != NULL)
    rtl_uString_release(new_url);
  return good;
}
