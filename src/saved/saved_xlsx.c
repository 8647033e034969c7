/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets of an .xlsx file: their texts are numbers of shared strings, or stand in the cell. */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

/* A shared string that is wanted. */
typedef struct shared {
  long index;
  char text[KP_SAVED_LONGEST + 1];
} shared;

typedef struct place {
  kp_saved_scan *scan;
  shared *strings; /* by index */
  size_t string_count;
  long index;  /* of the present shared string */
  int column;  /* of the present cell */
  bool number; /* the cell holds the number of a shared string */
  bool inside; /* a text counts here */
} place;

/* The name without its prefix: writers choose their own. */
static bool is(xmlTextReaderPtr reader, const char *name) {
  const char *local = (const char *)xmlTextReaderConstLocalName(reader);
  return local != NULL && strcmp(local, name) == 0;
}

static bool is_text(int type) {
  return type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE ||
         type == XML_READER_TYPE_CDATA;
}

/* ------------------------------------------------------------------------------ shared strings */

static bool keep_string(place *at) {
  if (!kp_saved_scan_wanted(at->scan))
    return true;
  shared *more = realloc(at->strings, (at->string_count + 1) * sizeof *more);
  if (more == NULL)
    return false;
  at->strings = more;
  at->strings[at->string_count].index = at->index;
  memcpy(at->strings[at->string_count++].text, at->scan->text, sizeof at->scan->text);
  return true;
}

static int string_step(void *data, xmlTextReaderPtr reader) {
  place *at = data;
  int type = xmlTextReaderNodeType(reader);
  bool ends = type == XML_READER_TYPE_END_ELEMENT ||
              (type == XML_READER_TYPE_ELEMENT && xmlTextReaderIsEmptyElement(reader));
  if (type == XML_READER_TYPE_ELEMENT) {
    if (is(reader, "rPh")) /* how it is pronounced is not what it says */
      return xmlTextReaderNext(reader);
    if (is(reader, "si"))
      at->scan->length = 0;
    at->inside = is(reader, "t");
  } else if (is_text(type) && at->inside) {
    kp_saved_scan_text(at->scan, xmlTextReaderConstValue(reader));
  }
  if (ends && is(reader, "si")) {
    if (!keep_string(at))
      return -1;
    at->index++;
  }
  if (ends)
    at->inside = false;
  return xmlTextReaderRead(reader);
}

/* -------------------------------------------------------------------------------------- sheets */

/* "AB12" is column 27; without a reference the cell follows the one before it. */
static int column_of(xmlTextReaderPtr reader, int before) {
  enum { MOST = 100000 };
  xmlChar *text = xmlTextReaderGetAttribute(reader, BAD_CAST "r");
  int column = 0;
  for (const xmlChar *at = text; at != NULL && *at >= 'A' && *at <= 'Z' && column < MOST; at++)
    column = 26 * column + (*at - 'A') + 1;
  xmlFree(text);
  return column > 0 ? column - 1 : before + 1;
}

static bool is_number(xmlTextReaderPtr reader) {
  xmlChar *type = xmlTextReaderGetAttribute(reader, BAD_CAST "t");
  bool number = type != NULL && strcmp((const char *)type, "s") == 0;
  xmlFree(type);
  return number;
}

/* Puts the shared string in place of its number. */
static void look_up(place *at) {
  kp_saved_scan *scan = at->scan;
  long index = -1;
  if (scan->length > 0 && scan->length <= KP_SAVED_LONGEST) {
    scan->text[scan->length] = '\0';
    index = strtol(scan->text, NULL, 10);
  }
  scan->length = 0;
  size_t low = 0;
  size_t high = at->string_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (at->strings[middle].index < index)
      low = middle + 1;
    else
      high = middle;
  }
  if (low < at->string_count && at->strings[low].index == index)
    kp_saved_scan_text(scan, BAD_CAST at->strings[low].text);
}

static int sheet_step(void *data, xmlTextReaderPtr reader) {
  place *at = data;
  int type = xmlTextReaderNodeType(reader);
  if (type == XML_READER_TYPE_ELEMENT) {
    if (is(reader, "row")) {
      at->column = -1;
    } else if (is(reader, "c")) {
      at->column = column_of(reader, at->column);
      at->number = is_number(reader);
      at->scan->length = 0;
    }
    at->inside = !xmlTextReaderIsEmptyElement(reader) && (is(reader, "v") || is(reader, "t"));
  } else if (is_text(type) && at->inside) {
    kp_saved_scan_text(at->scan, xmlTextReaderConstValue(reader));
  } else if (type == XML_READER_TYPE_END_ELEMENT) {
    at->inside = false;
    if (is(reader, "c")) {
      if (at->number)
        look_up(at);
      if (!kp_saved_scan_cell(at->scan, at->column))
        return -1;
    }
  }
  return xmlTextReaderRead(reader);
}

static bool read_sheet(uno_Interface *zip, const rtl_uString *member, place *at) {
  static const char folder[] = "xl/worksheets/";
  char *name = kp_uno_string_utf8(member);
  size_t length = name != NULL ? strlen(name) : 0;
  bool good = name != NULL;
  /* Not those in folders of their own: relations. */
  if (length > sizeof folder + 3 && strncmp(name, folder, sizeof folder - 1) == 0 &&
      strchr(name + sizeof folder - 1, '/') == NULL && strcmp(name + length - 4, ".xml") == 0) {
    at->column = -1;
    good = kp_saved_read(zip, name, sheet_step, at);
    kp_saved_scan_sheet(at->scan);
  }
  free(name);
  return good;
}

bool kp_saved_xlsx(uno_Interface *zip, kp_saved_scan *scan) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.container.XNameAccess::getElementNames");
  static kp_uno_method has = KP_UNO_METHOD("com.sun.star.container.XNameAccess::hasByName");
  static const char strings[] = "xl/sharedStrings.xml";
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Sequence *members = NULL;
  sal_Bool workbook = 0;
  sal_Bool shared_strings = 0;
  place at = {.scan = scan, .column = -1};
  bool good = kp_uno_call(&ignored, zip, &has, &workbook, "xl/workbook.xml") && workbook &&
              kp_uno_call(&ignored, zip, &has, &shared_strings, strings) &&
              kp_uno_call(&ignored, zip, &get, &members);
  /* A file whose texts all stand in their cells has no shared strings. */
  if (good && shared_strings)
    good = kp_saved_read(zip, strings, string_step, &at);
  for (sal_Int32 i = 0; good && i < members->nElements; i++)
    good = read_sheet(zip, KP_UNO_ELEMENTS(rtl_uString *const, members)[i], &at);
  kp_uno_sequence_free(members, "[]string");
  free(at.strings);
  return good;
}
