/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Looking through the sheets of a file for IDs, whatever its format. Within src/saved only. */
#ifndef KERNPUNT_SAVED_INTERNAL_H
#define KERNPUNT_SAVED_INTERNAL_H

#include "kernpunt/saved.h"

#include <libxml/xmlreader.h>

/* No ID is longer; the name that stands for an ID may
 * be. */
enum { KP_SAVED_LONGEST = 400 };

/** A wanted ID seen on the present sheet, before it is known which column holds
 * the IDs. */
typedef struct kp_saved_hit {
  size_t id;
  int column;
} kp_saved_hit;

typedef struct kp_saved_scan {
  const char *mark;
  kp_saved_id *ids;
  size_t count;
  kp_saved_hit *hits;
  size_t hit_count;
  int end;                         /**< column of the end line on the present sheet, or -1 */
  char text[KP_SAVED_LONGEST + 1]; /**< what is being read */
  size_t length; /**< KP_SAVED_LONGEST + 1 when it is too long to be of interest */
} kp_saved_scan;

/** False without memory; kp_saved_scan_clear it, whatever the answer. */
bool kp_saved_scan_start(kp_saved_scan *scan, const char *mark, kp_saved_id *ids, size_t count);
void kp_saved_scan_clear(kp_saved_scan *scan);

/** Adds a piece to the text. */
void kp_saved_scan_text(kp_saved_scan *scan, const xmlChar *text);
/** Whether the text is a wanted ID or an end line. */
bool kp_saved_scan_wanted(kp_saved_scan *scan);
/** Takes the text as the content of a cell in this column. False without memory. */
bool kp_saved_scan_cell(kp_saved_scan *scan, int column);
/** Before the first and after each sheet: what was found there counts. */
void kp_saved_scan_sheet(kp_saved_scan *scan);

/** One node of a file. Answers like xmlTextReaderRead, by which it goes on. */
typedef int (*kp_saved_step)(void *data, xmlTextReaderPtr reader);

/** Reads a member of a zip, node by node. False when it is not there or cannot be read whole. */
bool kp_saved_read(uno_Interface *zip, const char *member, kp_saved_step step, void *data);

/** The formats. `zip` is an open file; false when it is none of this format or cannot be read. */
bool kp_saved_ods(uno_Interface *zip, kp_saved_scan *scan);
bool kp_saved_xlsx(uno_Interface *zip, kp_saved_scan *scan);

#endif
