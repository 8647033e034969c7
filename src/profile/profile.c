/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private files in the user's profile: read whole, replaced whole. */
#include "kernpunt/profile.h"

#include "disk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Stored in users' profiles: never change. */
static const char product_folder[] = "/kernpunt";

/* A malloc'ed text of three parts; NULL with the error filled without memory. */
static char *join(kp_uno_error *error, const char *first, const char *second, const char *third) {
  size_t size = strlen(first) + strlen(second) + strlen(third) + 1;
  char *text = malloc(size);
  if (text != NULL)
    snprintf(text, size, "%s%s%s", first, second, third);
  else
    kp_uno_error_memory(error);
  return text;
}

char *kp_profile_folder(kp_uno_error *error, uno_Interface *context) {
  static kp_uno_method substitute =
      KP_UNO_METHOD("com.sun.star.util.XStringSubstitution::substituteVariables");
  uno_Interface *paths = NULL;
  char *user = NULL;
  char *folder = NULL;
  if (kp_uno_create(error, context, "com.sun.star.util.PathSubstitution", &paths) &&
      kp_uno_call(error, paths, &substitute, &user, "$(user)", 1))
    folder = join(error, user, product_folder, "");
  free(user);
  kp_uno_release(paths);
  return folder;
}

static bool fail(kp_uno_error *error, const char *name, const char *what, oslFileError code) {
  return kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "%s cannot be %s (%d)", name, what,
                          (int)code);
}

rtl_uString *kp_profile_url(kp_uno_error *error, const char *folder, const char *name,
                            const char *ending) {
  char *start = join(error, folder, name[0] != '\0' ? "/" : "", name);
  char *text = start != NULL ? join(error, start, ending, "") : NULL;
  rtl_uString *url = text != NULL ? kp_uno_string_new(text) : NULL;
  if (text != NULL && url == NULL)
    kp_uno_error_memory(error);
  free(text);
  free(start);
  return url;
}

void kp_profile_free_url(rtl_uString *url) {
  if (url != NULL)
    rtl_uString_release(url);
}

/* ------------------------------------------------------------------------------------- privacy */

enum {
  ONLY_OWNER = osl_File_Attribute_OwnRead | osl_File_Attribute_OwnWrite,
  OTHERS = osl_File_Attribute_GrpRead | osl_File_Attribute_GrpWrite | osl_File_Attribute_GrpExe |
           osl_File_Attribute_OthRead | osl_File_Attribute_OthWrite | osl_File_Attribute_OthExe
};

static void close_file(void *data, const char *file) {
  const char *const *place = data;
  kp_uno_error ignored = KP_UNO_IGNORED;
  char *name = join(&ignored, place[1], place[1][0] != '\0' ? "/" : "", file);
  rtl_uString *url = name != NULL ? kp_profile_url(&ignored, place[0], name, "") : NULL;
  if (url != NULL)
    osl_setFileAttributes(url, ONLY_OWNER);
  kp_profile_free_url(url);
  free(name);
}

/* A folder that others may enter is closed, and so is all that lies in it. That somebody else owns
 * it, or that the file system knows no owners, is no reason to lose what is typed. */
static void close_folder(const char *folder, const char *name) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  rtl_uString *url = kp_profile_url(&ignored, folder, name, "");
  oslDirectoryItem item = NULL;
  oslFileStatus status = {.uStructSize = sizeof status};
  if (url != NULL && osl_getDirectoryItem(url, &item) == osl_File_E_None) {
    if (osl_getFileStatus(item, &status, osl_FileStatus_Mask_Attributes) == osl_File_E_None &&
        (status.uAttributes & OTHERS) != 0) {
      const char *place[] = {folder, name};
      osl_setFileAttributes(url, ONLY_OWNER | osl_File_Attribute_OwnExe);
      kp_profile_each(folder, name, close_file, place);
    }
    osl_releaseDirectoryItem(item);
  }
  kp_profile_free_url(url);
}

/* The folder of a name: all before its last slash, in `part`. */
static bool folder_of(const char *name, char part[64]) {
  const char *slash = strrchr(name, '/');
  size_t size = slash != NULL ? (size_t)(slash - name) : 0;
  if (size >= 64)
    return false;
  memcpy(part, name, size);
  part[size] = '\0';
  return true;
}

static void keep_private(const char *folder, const char *name) {
  char part[64];
  close_folder(folder, "");
  if (folder_of(name, part) && part[0] != '\0')
    close_folder(folder, part);
}

static bool make_folder(kp_uno_error *error, const char *folder, const char *part) {
  rtl_uString *url = kp_profile_url(error, folder, part, "");
  if (url == NULL)
    return false;
  oslFileError code = osl_createDirectory(url);
  bool good = code == osl_File_E_None || code == osl_File_E_EXIST ||
              fail(error, part[0] != '\0' ? part : "the folder", "made", code);
  kp_profile_free_url(url);
  return good;
}

bool kp_profile_prepare(kp_uno_error *error, const char *folder, const char *name) {
  char part[64];
  bool good = folder_of(name, part) && make_folder(error, folder, "") &&
              (part[0] == '\0' || make_folder(error, folder, part));
  if (good)
    keep_private(folder, name);
  return good;
}

/* -------------------------------------------------------------------------------- read, replace */

static bool read_all(kp_uno_error *error, const char *name, oslFileHandle file, char **bytes,
                     size_t *size) {
  sal_uInt64 all = 0;
  sal_uInt64 got = 1;
  oslFileError code = osl_getFileSize(file, &all);
  if (code != osl_File_E_None || all > SIZE_MAX / 2)
    return fail(error, name, "read", code);
  *bytes = malloc((size_t)all + 1);
  if (*bytes == NULL)
    return kp_uno_error_memory(error);
  while (code == osl_File_E_None && got > 0 && *size < all) {
    code = osl_readFile(file, *bytes + *size, all - *size, &got);
    *size += code == osl_File_E_None ? (size_t)got : 0;
  }
  (*bytes)[*size] = '\0';
  return code == osl_File_E_None || fail(error, name, "read", code);
}

bool kp_profile_read(kp_uno_error *error, const char *folder, const char *name, char **bytes,
                     size_t *size) {
  rtl_uString *url = kp_profile_url(error, folder, name, "");
  oslFileHandle file = NULL;
  bool good = url != NULL;
  *bytes = NULL;
  *size = 0;
  if (good) {
    keep_private(folder, name);
    oslFileError code = osl_openFile(url, &file, osl_File_OpenFlag_Read);
    if (code == osl_File_E_None) {
      good = read_all(error, name, file, bytes, size);
      osl_closeFile(file);
    } else if (code == osl_File_E_NOENT) {
      *bytes = calloc(1, 1);
      good = *bytes != NULL || kp_uno_error_memory(error);
    } else {
      good = fail(error, name, "opened", code);
    }
  }
  if (!good) {
    free(*bytes);
    *bytes = NULL;
    *size = 0;
  }
  kp_profile_free_url(url);
  return good;
}

static oslFileError write_all(oslFileHandle file, const char *bytes, size_t size) {
  oslFileError code = osl_File_E_None;
  for (size_t at = 0; code == osl_File_E_None && at < size;) {
    sal_uInt64 done = 0;
    code = osl_writeFile(file, bytes + at, size - at, &done);
    at += (size_t)done;
    if (code == osl_File_E_None && done == 0)
      code = osl_File_E_IO;
  }
  return code == osl_File_E_None ? osl_syncFile(file) : code;
}

static oslFileError write_new(rtl_uString *url, const char *bytes, size_t size) {
  enum { FLAGS = osl_File_OpenFlag_Write | osl_File_OpenFlag_Create };
  oslFileHandle file = NULL;
  osl_removeFile(url); /* of a crash; mostly not there */
  oslFileError code = osl_openFile(url, &file, FLAGS);
  if (code != osl_File_E_None)
    return code;
  osl_setFileAttributes(url, ONLY_OWNER);
  code = write_all(file, bytes, size);
  oslFileError closed = osl_closeFile(file);
  return code == osl_File_E_None ? closed : code;
}

bool kp_profile_replace(kp_uno_error *error, const char *folder, const char *name,
                        const char *bytes, size_t size) {
  rtl_uString *url = kp_profile_url(error, folder, name, "");
  rtl_uString *fresh = url != NULL ? kp_profile_url(error, folder, name, ".new") : NULL;
  bool good = fresh != NULL && kp_profile_prepare(error, folder, name);
  if (good) {
    oslFileError code = write_new(fresh, bytes, size);
    if (code == osl_File_E_None)
      code = osl_moveFile(fresh, url);
    good = code == osl_File_E_None || fail(error, name, "written", code);
    if (good)
      kp_profile_sync_folder(url); /* the new name too */
    else
      osl_removeFile(fresh);
  }
  kp_profile_free_url(fresh);
  kp_profile_free_url(url);
  return good;
}

/* ------------------------------------------------------------------------------------ in place */

static oslFileError patch_open(oslFileHandle file, const kp_profile_patch *patch) {
  sal_uInt64 before = 0;
  oslFileError code = osl_getFileSize(file, &before);
  if (code == osl_File_E_None && before < patch->at)
    code = osl_File_E_INVAL;
  if (code == osl_File_E_None)
    code = osl_setFilePos(file, osl_Pos_Absolut, (sal_Int64)patch->at);
  if (code != osl_File_E_None)
    return code;
  code = write_all(file, patch->bytes, patch->size);
  if (code == osl_File_E_None && patch->cut && before > patch->at + patch->size) {
    code = osl_setFileSize(file, patch->at + patch->size);
    if (code == osl_File_E_None)
      code = osl_syncFile(file);
  }
  if (code != osl_File_E_None && patch->at == before && osl_setFileSize(file, before) == 0)
    osl_syncFile(file);
  return code;
}

bool kp_profile_write_in(kp_uno_error *error, const char *folder, const char *name,
                         const kp_profile_patch *patch) {
  enum { READ_WRITE = osl_File_OpenFlag_Read | osl_File_OpenFlag_Write };
  rtl_uString *url = kp_profile_url(error, folder, name, "");
  oslFileHandle file = NULL;
  bool good = url != NULL && kp_profile_prepare(error, folder, name);
  if (good) {
    oslFileError code = osl_openFile(url, &file, READ_WRITE);
    if (code == osl_File_E_NOENT) {
      code = osl_openFile(url, &file, READ_WRITE | osl_File_OpenFlag_Create);
      if (code == osl_File_E_None)
        kp_profile_sync_folder(url);
    }
    if (code == osl_File_E_None) {
      osl_setFileAttributes(url, ONLY_OWNER);
      code = patch_open(file, patch);
      osl_closeFile(file); /* all is on the disk by now */
    }
    good = code == osl_File_E_None || fail(error, name, "written", code);
  }
  kp_profile_free_url(url);
  return good;
}

bool kp_profile_remove(kp_uno_error *error, const char *folder, const char *name) {
  rtl_uString *url = kp_profile_url(error, folder, name, "");
  oslFileError code = url != NULL ? osl_removeFile(url) : osl_File_E_NOMEM;
  bool good =
      code == osl_File_E_None || code == osl_File_E_NOENT || fail(error, name, "removed", code);
  kp_profile_free_url(url);
  return good;
}

void kp_profile_each(const char *folder, const char *name,
                     void (*each)(void *data, const char *file), void *data) {
  enum { MASK = osl_FileStatus_Mask_FileName | osl_FileStatus_Mask_Type };
  kp_uno_error ignored = KP_UNO_IGNORED;
  oslDirectory directory = NULL;
  oslDirectoryItem item = NULL;
  rtl_uString *url = kp_profile_url(&ignored, folder, name, "");
  if (url != NULL && osl_openDirectory(url, &directory) == osl_File_E_None) {
    while (osl_getNextDirectoryItem(directory, &item, 16) == osl_File_E_None) {
      oslFileStatus status = {.uStructSize = sizeof status};
      char *file = NULL;
      if (osl_getFileStatus(item, &status, MASK) == osl_File_E_None &&
          status.eType == osl_File_Type_Regular)
        file = kp_uno_string_utf8(status.ustrFileName);
      if (file != NULL)
        each(data, file);
      free(file);
      kp_profile_free_url(status.ustrFileName);
      osl_releaseDirectoryItem(item);
      item = NULL;
    }
    osl_closeDirectory(directory);
  }
  kp_profile_free_url(url);
}
