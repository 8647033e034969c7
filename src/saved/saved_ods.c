/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The content of an .ods file. */
#include "internal.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

typedef struct place {
  kp_saved_scan *scan;
  int column; /* of the present cell */
  int width;  /* in columns */
  int depth;  /* of the present cell; INT_MAX between cells */
} place;

static int repeated(xmlTextReaderPtr reader) {
  xmlChar *text = xmlTextReaderGetAttribute(reader, BAD_CAST "table:number-columns-repeated");
  long number = text != NULL ? strtol((const char *)text, NULL, 10) : 1;
  xmlFree(text);
  return number > 0 && number < 100000 ? (int)number : 1;
}

typedef enum element { OTHER, SHEET, ROW, CELL, ASIDE } element;

static element element_of(xmlTextReaderPtr reader) {
  static const struct {
    const char *name;
    element element;
  } names[] = {{"table:table-cell", CELL},
               {"table:covered-table-cell", CELL},
               {"table:table-row", ROW},
               {"table:table", SHEET},
               /* Removed content that is only remembered would look like content. */
               {"table:tracked-changes", ASIDE},
               {"office:annotation", ASIDE}};
  const char *name = (const char *)xmlTextReaderConstName(reader);
  for (size_t i = 0; name != NULL && i < sizeof names / sizeof *names; i++)
    if (strcmp(name, names[i].name) == 0)
      return names[i].element;
  return OTHER;
}

static void begin(place *at, xmlTextReaderPtr reader, element what) {
  if (what == ROW)
    at->column = 0;
  if (what != CELL)
    return;
  at->width = repeated(reader);
  at->scan->length = 0;
  at->depth = xmlTextReaderDepth(reader);
  if (xmlTextReaderIsEmptyElement(reader)) {
    at->column += at->width;
    at->depth = INT_MAX;
  }
}

/* Texts count where they are in a paragraph of the cell itself: two levels below it or, in a span,
 * more. */
static int step(void *data, xmlTextReaderPtr reader) {
  place *at = data;
  int type = xmlTextReaderNodeType(reader);
  if (type == XML_READER_TYPE_ELEMENT) {
    element what = element_of(reader);
    if (what == ASIDE)
      return xmlTextReaderNext(reader);
    begin(at, reader, what);
  } else if (type == XML_READER_TYPE_TEXT && xmlTextReaderDepth(reader) - 1 > at->depth) {
    kp_saved_scan_text(at->scan, xmlTextReaderConstValue(reader));
  } else if (type == XML_READER_TYPE_END_ELEMENT) {
    element what = element_of(reader);
    if (what == CELL) {
      if (!kp_saved_scan_cell(at->scan, at->column))
        return -1;
      at->column += at->width;
      at->depth = INT_MAX;
    } else if (what == SHEET) {
      kp_saved_scan_sheet(at->scan);
    }
  }
  return xmlTextReaderRead(reader);
}

bool kp_saved_ods(uno_Interface *zip, kp_saved_scan *scan) {
  place at = {.scan = scan, .depth = INT_MAX, .width = 1};
  return kp_saved_read(zip, "content.xml", step, &at);
}
