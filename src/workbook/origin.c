/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose a record is. In doubt nobody's: what is offered in the wrong workbook is worse than what is
 * offered later. */
#include "origin.h"

#include "identity.h"
#include "kernpunt/profile.h"
#include "kernpunt/saved.h"
#include "strings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <osl/file.h>
#include <osl/time.h>
#include <rtl/crc.h>

/* ---------------------------------------------------------------------------------------- files */

static bool read_end(oslFileHandle file, kp_file_look *look) {
  enum { MOST = 65536 };
  sal_uInt64 size = 0;
  sal_uInt64 got = 0;
  char *bytes = malloc(MOST);
  bool good = bytes != NULL && osl_getFileSize(file, &size) == osl_File_E_None;
  if (good && size > MOST)
    good = osl_setFilePos(file, osl_Pos_Absolut, (sal_Int64)(size - MOST)) == osl_File_E_None;
  sal_uInt64 wanted = size < MOST ? size : MOST;
  good = good && osl_readFile(file, bytes, wanted, &got) == osl_File_E_None && got == wanted;
  if (good)
    *look = (kp_file_look){KP_FILE_THERE, size, rtl_crc32(0, bytes, (sal_uInt32)got)};
  free(bytes);
  return good;
}

kp_file_look kp_file_look_at(const char *url) {
  kp_file_look look = {.state = KP_FILE_NONE};
  oslFileHandle file = NULL;
  if (strncmp(url, "file:", 5) != 0)
    return look;
  rtl_uString *name = kp_uno_string_new(url);
  look.state = KP_FILE_GONE;
  /* Without a lock: on some systems that would take away the one of whoever has the file open. */
  if (name != NULL &&
      osl_openFile(name, &file, osl_File_OpenFlag_Read | osl_File_OpenFlag_NoLock) ==
          osl_File_E_None) {
    read_end(file, &look);
    osl_closeFile(file);
  }
  if (name != NULL)
    rtl_uString_release(name);
  return look;
}

long long kp_file_now(void) {
  TimeValue now = {0, 0};
  return osl_getSystemTime(&now) ? (long long)now.Seconds : 0;
}

char *kp_file_stamp(kp_uno_error *error, const kp_file_look *file) {
  char text[80] = "";
  if (file->state == KP_FILE_THERE)
    snprintf(text, sizeof text, "%llu %08x %lld", file->size, file->end, kp_file_now());
  else
    snprintf(text, sizeof text, "- - %lld", kp_file_now());
  return kp_strings_join(error, text, NULL, NULL);
}

bool kp_file_is(const kp_file_look *file, const char *stamp) {
  char text[40];
  int size = snprintf(text, sizeof text, "%llu %08x ", file->size, file->end);
  return file->state == KP_FILE_THERE && strncmp(stamp, text, (size_t)size) == 0;
}

long long kp_file_stamp_time(const char *stamp) {
  const char *last = strrchr(stamp, ' ');
  return last != NULL ? strtoll(last, NULL, 10) : 0;
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

static kp_origin_answer came_from_elsewhere(kp_origin *origin, const kp_record *record) {
  if (record->book[0] == '\0' || strcmp(record->book, origin->book) != 0)
    return KP_ORIGIN_OTHER;
  if (record->url[0] == '\0') /* written before there was a file; it has the identity since then */
    return KP_ORIGIN_MINE;
  if (origin->file.state != KP_FILE_THERE)
    return KP_ORIGIN_OTHER;
  kp_file_look there = kp_file_look_at(record->url);
  if (there.state == KP_FILE_NONE)
    return KP_ORIGIN_OTHER;
  /* Two disks may number their files alike, but not two files with the same bytes. */
  if (there.state == KP_FILE_THERE && there.size == origin->file.size &&
      there.end == origin->file.end && kp_profile_same_file(record->url, origin->url))
    return KP_ORIGIN_MINE;
  if (there.state == KP_FILE_THERE && still_holds(origin, record))
    return KP_ORIGIN_OTHER;
  return kp_file_is(&origin->file, record->file) ? KP_ORIGIN_MINE : KP_ORIGIN_MAYBE;
}

static kp_origin_answer decide(kp_origin *origin, const kp_record *record) {
  if (strcmp(record->uid, origin->uid) == 0)
    return KP_ORIGIN_MINE;
  if (origin->url[0] == '\0' || strcmp(record->url, origin->url) != 0)
    return came_from_elsewhere(origin, record);
  return record->book[0] == '\0' || strcmp(record->book, origin->book) == 0 ||
                 kp_file_is(&origin->file, record->file)
             ? KP_ORIGIN_MINE
             : KP_ORIGIN_OTHER;
}

kp_origin_answer kp_origin_of(kp_origin *origin, const kp_record *record) {
  const kp_record *last = origin->last;
  if (last == NULL || strcmp(last->uid, record->uid) != 0 ||
      strcmp(last->book, record->book) != 0 || strcmp(last->url, record->url) != 0 ||
      strcmp(last->file, record->file) != 0) {
    origin->last_answer = decide(origin, record);
    origin->last = record;
  }
  return origin->last_answer;
}
