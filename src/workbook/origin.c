/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose a record is. In doubt nobody's: what is offered in the wrong workbook is worse than what is
 * offered later. */
#include "origin.h"

#include "identity.h"
#include "profile_disk.h"
#include "kernpunt/saved.h"
#include "strings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <osl/file.h>
#include <osl/time.h>

/* Some file systems keep even seconds only. */
enum { TOLERANCE = 2 };

/* ---------------------------------------------------------------------------------------- files */

static bool read_status(rtl_uString *url, oslFileStatus *status, sal_uInt32 mask) {
  oslDirectoryItem item = NULL;
  bool good = osl_getDirectoryItem(url, &item) == osl_File_E_None &&
              osl_getFileStatus(item, status, mask) == osl_File_E_None;
  if (item != NULL)
    osl_releaseDirectoryItem(item);
  return good;
}

static bool folder_is_there(const char *url) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  char *folder = kp_strings_join(&ignored, url, NULL, NULL);
  char *slash = folder != NULL ? strrchr(folder, '/') : NULL;
  bool there = false;
  if (slash != NULL) {
    *slash = '\0';
    rtl_uString *name = kp_uno_string_new(folder);
    oslFileStatus status = {.uStructSize = sizeof status};
    there = name != NULL && read_status(name, &status, osl_FileStatus_Mask_Type);
    kp_profile_free_url(name);
  }
  free(folder);
  return there;
}

static kp_file_look look_of(const oslFileStatus *status) {
  return (kp_file_look){KP_FILE_THERE, status->uFileSize, (long long)status->aModifyTime.Seconds};
}

/* The file itself, not a link to it. */
static oslFileError read_file(rtl_uString *url, int links, oslFileStatus *status) {
  enum {
    LOOK = osl_FileStatus_Mask_FileSize | osl_FileStatus_Mask_ModifyTime,
    LINK = osl_FileStatus_Mask_Type | osl_FileStatus_Mask_LinkTargetURL
  };
  oslDirectoryItem item = NULL;
  oslFileStatus link = {.uStructSize = sizeof link};
  oslFileError code = osl_getDirectoryItem(url, &item);
  if (code == osl_File_E_None)
    code = osl_getFileStatus(item, &link, LINK);
  if (code == osl_File_E_None && link.eType == osl_File_Type_Link && links > 0)
    code = link.ustrLinkTargetURL != NULL ? read_file(link.ustrLinkTargetURL, links - 1, status)
                                          : osl_File_E_INVAL;
  else if (code == osl_File_E_None)
    code = osl_getFileStatus(item, status, LOOK);
  kp_profile_free_url(link.ustrLinkTargetURL);
  if (item != NULL)
    osl_releaseDirectoryItem(item);
  return code;
}

kp_file_look kp_file_look_at(const char *url) {
  enum { LINKS = 8 };
  kp_file_look look = {.state = KP_FILE_NONE};
  if (strncmp(url, "file:", 5) != 0)
    return look;
  rtl_uString *name = kp_uno_string_new(url);
  oslFileStatus status = {.uStructSize = sizeof status};
  oslFileError code = name != NULL ? read_file(name, LINKS, &status) : osl_File_E_NOMEM;
  look.state = KP_FILE_UNKNOWN;
  if (code == osl_File_E_None)
    look = look_of(&status);
  else if (code == osl_File_E_NOENT && folder_is_there(url))
    look.state = KP_FILE_GONE;
  kp_profile_free_url(name);
  return look;
}

long long kp_file_now(void) {
  TimeValue now = {0, 0};
  return osl_getSystemTime(&now) ? (long long)now.Seconds : 0;
}

char *kp_file_stamp(kp_uno_error *error, const kp_file_look *file) {
  char text[80] = "";
  if (file->state == KP_FILE_THERE)
    snprintf(text, sizeof text, "%llu %lld %lld", file->size, file->changed, kp_file_now());
  else
    snprintf(text, sizeof text, "- - %lld", kp_file_now());
  return kp_strings_join(error, text, NULL, NULL);
}

bool kp_file_is(const kp_file_look *file, const char *stamp) {
  char *end = NULL;
  unsigned long long size = strtoull(stamp, &end, 10);
  if (file->state != KP_FILE_THERE || end == stamp || *end != ' ')
    return false;
  long long apart = strtoll(end, NULL, 10) - file->changed;
  return size == file->size && apart <= TOLERANCE && apart >= -TOLERANCE;
}

long long kp_file_stamp_time(const char *stamp) {
  const char *last = strrchr(stamp, ' ');
  return last != NULL ? strtoll(last, NULL, 10) : 0;
}

/* Whether the folder where a file was has one now that is as the record says: under another name.
 */
static bool is_beside(const char *url, const char *stamp) {
  enum {
    MASK = osl_FileStatus_Mask_Type | osl_FileStatus_Mask_FileSize | osl_FileStatus_Mask_ModifyTime
  };
  kp_uno_error ignored = KP_UNO_IGNORED;
  char *folder = kp_strings_join(&ignored, url, NULL, NULL);
  char *slash = folder != NULL ? strrchr(folder, '/') : NULL;
  oslDirectory directory = NULL;
  oslDirectoryItem item = NULL;
  bool found = false;
  if (slash != NULL)
    *slash = '\0';
  rtl_uString *name = slash != NULL ? kp_uno_string_new(folder) : NULL;
  if (name != NULL && osl_openDirectory(name, &directory) == osl_File_E_None) {
    while (!found && osl_getNextDirectoryItem(directory, &item, 64) == osl_File_E_None) {
      oslFileStatus status = {.uStructSize = sizeof status};
      if (osl_getFileStatus(item, &status, MASK) == osl_File_E_None &&
          status.eType == osl_File_Type_Regular) {
        kp_file_look look = look_of(&status);
        found = kp_file_is(&look, stamp);
      }
      osl_releaseDirectoryItem(item);
    }
    osl_closeDirectory(directory);
  }
  kp_profile_free_url(name);
  free(folder);
  return found;
}

/* ------------------------------------------------------------------------------------- documents
 */

bool kp_origin_read(kp_uno_error *error, const kp_document *document, kp_origin *origin) {
  kp_registry registry;
  *origin = (kp_origin){.context = document->context};
  bool good = kp_registry_read_head(error, document->model, &registry);
  if (good && registry.count > 0 &&
      kp_registry_get(&registry, KP_REGISTRY_WORKBOOK, KP_IDENTITY_KEY) == NULL) {
    kp_registry_clear(&registry);
    good = kp_registry_read(error, document->model, &registry);
  }
  if (good) {
    const char *book = kp_registry_get(&registry, KP_REGISTRY_WORKBOOK, KP_IDENTITY_KEY);
    origin->book = kp_strings_join(error, book, NULL, NULL);
    good = origin->book != NULL && kp_document_uid(error, document, &origin->uid) &&
           kp_document_url(error, document, &origin->url);
  }
  if (good)
    origin->file = kp_file_look_at(origin->url);
  kp_registry_clear(&registry);
  return good;
}

void kp_origin_clear(kp_origin *origin) {
  free(origin->uid);
  free(origin->book);
  free(origin->url);
  *origin = (kp_origin){.uid = NULL};
}

/* A file of the record's address: does it still hold that workbook? Yes when it cannot be read. */
static bool still_holds(kp_origin *origin, const kp_record *record) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_saved_id identity = {.table = "", .id = record->book, .anywhere = true};
  bool readable = false;
  if (origin->asked == NULL || strcmp(origin->asked->url, record->url) != 0 ||
      strcmp(origin->asked->book, record->book) != 0) {
    origin->asked_holds = !kp_saved_look(&ignored, origin->context, record->url, KP_WORKBOOK_END,
                                         &identity, 1, &readable) ||
                          !readable || identity.seen;
    origin->asked = record;
  }
  return origin->asked_holds;
}

static bool came_from_elsewhere(kp_origin *origin, const kp_record *record) {
  if (record->book[0] == '\0' || strcmp(record->book, origin->book) != 0)
    return false;
  if (record->url[0] == '\0') /* written before there was a file; it has the identity since then */
    return true;
  if (origin->file.state != KP_FILE_THERE)
    return false;
  kp_file_look there = kp_file_look_at(record->url);
  if (there.state == KP_FILE_NONE)
    return false;
  /* Two disks may number their files alike, but hardly two files of one size and time. */
  if (there.state == KP_FILE_THERE && there.size == origin->file.size &&
      there.changed == origin->file.changed && kp_disk_same_file(record->url, origin->url))
    return true;
  if (there.state == KP_FILE_THERE && still_holds(origin, record))
    return false;
  if (kp_file_is(&origin->file, record->file))
    return true;
  return there.state != KP_FILE_UNKNOWN &&
         origin->file.changed + TOLERANCE >= kp_file_stamp_time(record->file) &&
         !is_beside(record->url, record->file);
}

static bool decide(kp_origin *origin, const kp_record *record) {
  if (strcmp(record->uid, origin->uid) == 0)
    return true;
  if (origin->url[0] == '\0' || strcmp(record->url, origin->url) != 0)
    return came_from_elsewhere(origin, record);
  return record->book[0] == '\0' || strcmp(record->book, origin->book) == 0 ||
         kp_file_is(&origin->file, record->file);
}

bool kp_origin_has(kp_origin *origin, const kp_record *record) {
  const kp_record *last = origin->last;
  if (last == NULL || strcmp(last->uid, record->uid) != 0 ||
      strcmp(last->book, record->book) != 0 || strcmp(last->url, record->url) != 0 ||
      strcmp(last->file, record->file) != 0) {
    origin->last_mine = decide(origin, record);
    origin->last = record;
  }
  return origin->last_mine;
}
