/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wanted IDs in the columns where they belong; members of a zip as streams of nodes. */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

/* ----------------------------------------------------------------------------------- the texts */

bool kp_saved_scan_start(kp_saved_scan *scan, const char *mark, kp_saved_id *ids, size_t count) {
  *scan = (kp_saved_scan){.mark = mark, .ids = ids, .count = count, .end = -1};
  return true;
}

void kp_saved_scan_clear(kp_saved_scan *scan) {
  free(scan->hits);
}

void kp_saved_scan_text(kp_saved_scan *scan, const xmlChar *text) {
  size_t size = strlen((const char *)text);
  if (scan->length + size > KP_SAVED_LONGEST) {
    scan->length = KP_SAVED_LONGEST + 1;
  } else {
    memcpy(scan->text + scan->length, text, size);
    scan->length += size;
  }
}

/* The end line stands in the column of the IDs. */
static bool is_end(const kp_saved_scan *scan) {
  return strncmp(scan->text, scan->mark, strlen(scan->mark)) == 0;
}

/* Ends the text; false when there is none that could be wanted. */
static bool end_text(kp_saved_scan *scan) {
  if (scan->length == 0 || scan->length > KP_SAVED_LONGEST)
    return false;
  scan->text[scan->length] = '\0';
  return true;
}

bool kp_saved_scan_wanted(kp_saved_scan *scan) {
  if (!end_text(scan))
    return false;
  for (size_t i = 0; i < scan->count; i++)
    if (strcmp(scan->text, scan->ids[i].id) == 0)
      return true;
  return is_end(scan);
}

bool kp_saved_scan_cell(kp_saved_scan *scan, int column) {
  if (!end_text(scan))
    return true;
  if (is_end(scan))
    scan->end = column;
  for (size_t i = 0; i < scan->count; i++) {
    if (scan->ids[i].anywhere && strcmp(scan->text, scan->ids[i].id) == 0)
      scan->ids[i].seen = true;
    if (!scan->ids[i].seen && strcmp(scan->text, scan->ids[i].id) == 0) {
      kp_saved_hit *more = realloc(scan->hits, (scan->hit_count + 1) * sizeof *more);
      if (more == NULL)
        return false;
      scan->hits = more;
      scan->hits[scan->hit_count++] = (kp_saved_hit){i, column};
    }
  }
  return true;
}

void kp_saved_scan_sheet(kp_saved_scan *scan) {
  for (size_t h = 0; h < scan->hit_count; h++)
    if (scan->end == scan->hits[h].column)
      scan->ids[scan->hits[h].id].seen = true;
  scan->hit_count = 0;
  scan->end = -1;
}

/* -------------------------------------------------------------------------------- the stream */

typedef struct source {
  uno_Interface *stream;
  bool failed;
} source;

static int read_some(void *context, char *buffer, int size) {
  static kp_uno_method read = KP_UNO_METHOD("com.sun.star.io.XInputStream::readBytes");
  source *from = context;
  kp_uno_error ignored = KP_UNO_IGNORED;
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

static uno_Interface *open_member(uno_Interface *zip, const char *member) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.container.XNameAccess::getByName");
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *stream = NULL;
  uno_Any answer;
  if (kp_uno_call(&ignored, zip, &get, &answer, member)) {
    kp_uno_any_get_interface(&answer, &stream);
    kp_uno_any_clear(&answer);
  }
  return stream;
}

bool kp_saved_read(uno_Interface *zip, const char *member, kp_saved_step step, void *data) {
  source from = {open_member(zip, member), false};
  xmlTextReaderPtr reader = NULL;
  int more = -1;
  if (from.stream != NULL)
    reader = xmlReaderForIO(read_some, NULL, &from, NULL, NULL,
                            XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (reader != NULL) {
    more = xmlTextReaderRead(reader);
    while (more == 1)
      more = step(data, reader);
    xmlFreeTextReader(reader);
  }
  kp_uno_release(from.stream);
  return more == 0 && !from.failed;
}
