/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Which document a record of the journal belongs to. Within src/workbook only. */
#ifndef KERNPUNT_WORKBOOK_ORIGIN_H
#define KERNPUNT_WORKBOOK_ORIGIN_H

#include "record.h"

typedef enum kp_file_state {
  KP_FILE_NONE,   /**< no address, or one that is no file here */
  KP_FILE_THERE,  /**< size and time are known */
  KP_FILE_GONE,   /**< its folder is there, it is not */
  KP_FILE_UNKNOWN /**< its folder cannot be seen either: a drive that is not there now */
} kp_file_state;

/** How a file is at one moment. */
typedef struct kp_file_look {
  kp_file_state state;
  unsigned long long size;
  long long changed; /**< seconds since 1970, UTC */
} kp_file_look;

kp_file_look kp_file_look_at(const char *url);
/** As it stands in records: size, time of change and the present, malloc'ed; "" when it is not
 * there. */
char *kp_file_stamp(kp_uno_error *error, const kp_file_look *file);
/** Whether a file is as a record says: size and, to two seconds, time. */
bool kp_file_is(const kp_file_look *file, const char *stamp);
/** When a stamp was taken, in seconds since 1970; 0 when it says nothing. */
long long kp_file_stamp_time(const char *stamp);
/** Seconds since 1970. */
long long kp_file_now(void);

/** An open document. kp_origin_clear it, whatever the answer of kp_origin_read. */
typedef struct kp_origin {
  char *uid;
  char *book;
  char *url;
  kp_file_look file;
  uno_Interface *context; /**< borrowed */
  /* What was found out before: records come in rows. */
  const kp_record *last;
  bool last_mine;
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
 * - it has the identity of the workbook, and its own file is not there any more, or is another
 *   workbook now, or is this very file by a link. Of several copies the one that has not changed
 *   since the record is the file that was renamed; one that was older than the record cannot be.
 */
bool kp_origin_has(kp_origin *origin, const kp_record *record);

#endif
