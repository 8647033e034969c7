/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Which document a record of the journal belongs to. Within src/workbook only. */
#ifndef KERNPUNT_WORKBOOK_ORIGIN_H
#define KERNPUNT_WORKBOOK_ORIGIN_H

#include "record.h"

typedef enum kp_file_state {
  KP_FILE_NONE,  /**< no address, or one that is no file here */
  KP_FILE_THERE, /**< size and end are known */
  KP_FILE_GONE   /**< it is not there, or cannot be read now */
} kp_file_state;

/** How a file is at one moment. */
typedef struct kp_file_look {
  kp_file_state state;
  unsigned long long size;
  unsigned end; /**< checksum of its last 64 KiB: in a zip that is the list of what is in it, with a
                   checksum of each part, so it tells any two savings apart */
} kp_file_look;

kp_file_look kp_file_look_at(const char *url);
/** As it stands in records: size, checksum and the present, malloc'ed. */
char *kp_file_stamp(kp_uno_error *error, const kp_file_look *file);
/** Whether a file is as a record says: the same bytes, wherever they lie now. */
bool kp_file_is(const kp_file_look *file, const char *stamp);
/** When a stamp was taken, in seconds since 1970; 0 when it says nothing. */
long long kp_file_stamp_time(const char *stamp);
/** Seconds since 1970. */
long long kp_file_now(void);

typedef enum kp_origin_answer {
  KP_ORIGIN_OTHER,
  KP_ORIGIN_MINE,
  KP_ORIGIN_MAYBE /**< only when the document holds another record of that session and file */
} kp_origin_answer;

/** An open document. kp_origin_clear it, whatever the answer of kp_origin_read. */
typedef struct kp_origin {
  char *uid;
  char *book;
  char *url;
  kp_file_look file;
  uno_Interface *context; /**< borrowed */
  /* What was found out before: records come in rows. */
  const kp_record *last;
  kp_origin_answer last_answer;
  const kp_record *asked; /* whose file was looked into */
  bool asked_holds;
} kp_origin;

bool kp_origin_read(kp_uno_error *error, const kp_document *document, kp_origin *origin);
void kp_origin_clear(kp_origin *origin);

/**
 * Whether a record belongs to the document:
 * - it was written into it since it was opened; or
 * - it was written into the file that the document has, by its address, and that file is the same
 *   workbook or has not changed since; or
 * - it has the identity of the workbook, and its own file is this one by a link, or is not there
 * any more or another workbook now. Then copies are told apart ("Save As" leaves many): the file
 * that was renamed has not changed since, or was saved by that session, and then holds what that
 * wrote.
 */
kp_origin_answer kp_origin_of(kp_origin *origin, const kp_record *record);

#endif
