/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The saved file read as a zip, its content.xml as a stream. */
#include "saved.h"

#include "document.h"
#include "grid.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/xmlreader.h>

/* No ID and no token of a table is longer; the name that stands for an ID may
 * be. */
enum { LONGEST = 400 };

/* A wanted ID seen on the present sheet, before it is known which column holds
 * the IDs. */
typedef struct hit {
  size_t id;
  int column;
} hit;

typedef struct scan {
  kp_saved_id *ids;
  size_t count;
  hit *hits;
  size_t hit_count;
  int *anchors; /* for each wanted ID the column of its table's IDs on the
                   present sheet, or -1 */
  int column;   /* of the present cell */
  int cell_depth;
  char text[LONGEST + 1]; /* of the present cell */
  size_t length;          /* LONGEST + 1 when it is too long to be of interest */
} scan;

/* -------------------------------------------------------------------------------- the stream */

typedef struct source {
  uno_Interface *stream;
  bool failed;
} source;

static int read_some(void *context, char *buffer, int size) {
  static kp_uno_method read = KP_UNO_METHOD("com.sun.star.io.XInputStream::readBytes");
  source *from = context;
  kp_uno_error ignored = KP_UNO_NO_ERROR;
  uno_Sequence *bytes = NULL;
  sal_Int32 got = 0;
  if (!kp_uno_call(&ignored, from->stream, &read, &got, &bytes, size) || got > size) {
    from->failed = true;
    got = -1;
  } else if (got > 0) {
    memcpy(buffer, KP_UNO_ELEMENTS(char, bytes), (size_t)got);
  }
  kp_uno_sequence_free(bytes, "[]byte");
  return got;
}

/* The content of a zip, acquired; NULL when there is none. The zip must live as long. */
static uno_Interface *open_content(uno_Interface *context, const char *url, uno_Interface **zip) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.container.XNameAccess::getByName");
  kp_uno_error ignored = KP_UNO_NO_ERROR;
  uno_Interface *stream = NULL;
  uno_Any answer;
  if (kp_document_service(&ignored, context, "com.sun.star.packages.zip.ZipFileAccess", url, zip) &&
      kp_uno_call(&ignored, *zip, &get, &answer, "content.xml")) {
    kp_uno_any_get_interface(&answer, &stream);
    kp_uno_any_clear(&answer);
  }
  return stream;
}

/* ------------------------------------------------------------------------------ the elements */

static void add_text(scan *job, const xmlChar *text) {
  size_t size = strlen((const char *)text);
  if (job->length + size > LONGEST) {
    job->length = LONGEST + 1;
  } else {
    memcpy(job->text + job->length, text, size);
    job->length += size;
  }
}

static bool end_cell(scan *job) {
  if (job->length == 0 || job->length > LONGEST)
    return true;
  job->text[job->length] = '\0';
  for (size_t i = 0; i < job->count; i++) {
    char token[KP_GRID_TOKEN_SIZE];
    snprintf(token, sizeof token, "[%s]", job->ids[i].table);
    if (strcmp(job->text, token) == 0)
      job->anchors[i] = job->column;
    if (!job->ids[i].seen && strcmp(job->text, job->ids[i].id) == 0) {
      hit *more = realloc(job->hits, (job->hit_count + 1) * sizeof *more);
      if (more == NULL)
        return false;
      job->hits = more;
      job->hits[job->hit_count++] = (hit){i, job->column};
    }
  }
  return true;
}

static void end_sheet(scan *job) {
  for (size_t h = 0; h < job->hit_count; h++)
    if (job->anchors[job->hits[h].id] == job->hits[h].column)
      job->ids[job->hits[h].id].seen = true;
  job->hit_count = 0;
  for (size_t i = 0; i < job->count; i++)
    job->anchors[i] = -1;
}

static int repeated(xmlTextReaderPtr reader) {
  xmlChar *text = xmlTextReaderGetAttribute(reader, BAD_CAST "table:number-columns-repeated");
  long number = text != NULL ? strtol((const char *)text, NULL, 10) : 1;
  xmlFree(text);
  return number > 0 && number < 100000 ? (int)number : 1;
}

typedef enum element { OTHER, SHEET, ROW, CELL, CHANGES } element;

static element element_of(xmlTextReaderPtr reader) {
  static const struct {
    const char *name;
    element element;
  } names[] = {{"table:table-cell", CELL},
               {"table:covered-table-cell", CELL},
               {"table:table-row", ROW},
               {"table:table", SHEET},
               {"table:tracked-changes", CHANGES}};
  const char *name = (const char *)xmlTextReaderConstName(reader);
  for (size_t i = 0; name != NULL && i < sizeof names / sizeof *names; i++)
    if (strcmp(name, names[i].name) == 0)
      return names[i].element;
  return OTHER;
}

/* One node. Texts count where they are in a paragraph of the cell itself: two
 * levels below it or, in a span, more; notes lie as deep, but only behind
 * office:annotation. */
static int step(scan *job, xmlTextReaderPtr reader, int *width) {
  int type = xmlTextReaderNodeType(reader);
  if (type == XML_READER_TYPE_ELEMENT) {
    element what = element_of(reader);
    const char *name = (const char *)xmlTextReaderConstName(reader);
    /* Removed content that is only remembered would look like content. */
    if (what == CHANGES || (name != NULL && strcmp(name, "office:annotation") == 0))
      return xmlTextReaderNext(reader);
    if (what == ROW)
      job->column = 0;
    if (what == CELL) {
      *width = repeated(reader);
      job->length = 0;
      job->cell_depth = xmlTextReaderDepth(reader);
      if (xmlTextReaderIsEmptyElement(reader)) {
        job->column += *width;
        job->cell_depth = INT_MAX;
      }
    }
  } else if (type == XML_READER_TYPE_TEXT && xmlTextReaderDepth(reader) > job->cell_depth + 1) {
    add_text(job, xmlTextReaderConstValue(reader));
  } else if (type == XML_READER_TYPE_END_ELEMENT) {
    element what = element_of(reader);
    if (what == CELL) {
      if (!end_cell(job))
        return -1;
      job->column += *width;
      job->cell_depth = INT_MAX;
    } else if (what == SHEET) {
      end_sheet(job);
    }
  }
  return xmlTextReaderRead(reader);
}

static bool scan_stream(scan *job, uno_Interface *stream) {
  source from = {stream, false};
  int width = 1;
  xmlTextReaderPtr reader =
      xmlReaderForIO(read_some, NULL, &from, NULL, NULL,
                     XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (reader == NULL)
    return false;
  job->cell_depth = INT_MAX;
  end_sheet(job);
  int more = xmlTextReaderRead(reader);
  while (more == 1)
    more = step(job, reader, &width);
  xmlFreeTextReader(reader);
  return more == 0 && !from.failed;
}

bool kp_saved_look(kp_uno_error *error, uno_Interface *context, const char *url, kp_saved_id *ids,
                   size_t count, bool *readable) {
  scan job = {.ids = ids, .count = count};
  uno_Interface *zip = NULL;
  uno_Interface *stream = open_content(context, url, &zip);
  bool good = true;
  *readable = false;
  for (size_t i = 0; i < count; i++)
    ids[i].seen = false;
  if (stream != NULL) {
    job.anchors = calloc(count > 0 ? count : 1, sizeof *job.anchors);
    if (job.anchors != NULL)
      *readable = scan_stream(&job, stream);
    else
      good = kp_uno_error_memory(error);
    for (size_t i = 0; !*readable && i < count; i++)
      ids[i].seen = false;
  }
  free(job.hits);
  free(job.anchors);
  kp_uno_release(stream);
  kp_uno_release(zip);
  return good;
}
