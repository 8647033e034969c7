// SPDX-License-Identifier: GPL-3.0-or-later
#include "flat_ods.h"

#include <libxml/xmlwriter.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

struct kp_ods {
  xmlTextWriterPtr writer;
  bool failed;
};

#define KP_ODS_URN "urn:oasis:names:tc:opendocument:xmlns:"

static void check(struct kp_ods *ods, int written) {
  if (written < 0)
    ods->failed = true;
}

static void attributes_write(struct kp_ods *ods, const char *const *attributes) {
  for (; attributes != NULL && attributes[0] != NULL; attributes += 2)
    check(ods,
          xmlTextWriterWriteAttribute(ods->writer, BAD_CAST attributes[0], BAD_CAST attributes[1]));
}

static void attribute(struct kp_ods *ods, const char *name, const char *value) {
  if (!ods->failed)
    check(ods, xmlTextWriterWriteAttribute(ods->writer, BAD_CAST name, BAD_CAST value));
}

static void attribute_number(struct kp_ods *ods, const char *name, double value) {
  char text[40];
  snprintf(text, sizeof text, "%.15g", value);
  attribute(ods, name, text);
}

void kp_ods_start(struct kp_ods *ods, const char *element, const char *const *attributes) {
  if (ods->failed)
    return;
  check(ods, xmlTextWriterStartElement(ods->writer, BAD_CAST element));
  attributes_write(ods, attributes);
}

void kp_ods_end(struct kp_ods *ods) {
  if (!ods->failed)
    check(ods, xmlTextWriterEndElement(ods->writer));
}

void kp_ods_empty(struct kp_ods *ods, const char *element, const char *const *attributes) {
  kp_ods_start(ods, element, attributes);
  kp_ods_end(ods);
}

void kp_ods_text_run(struct kp_ods *ods, const char *element, const char *text) {
  if (!ods->failed)
    check(ods, xmlTextWriterWriteElement(ods->writer, BAD_CAST element, BAD_CAST text));
}

void kp_ods_run(struct kp_ods *ods, const char *text) {
  if (!ods->failed)
    check(ods, xmlTextWriterWriteString(ods->writer, BAD_CAST text));
}

static void setting(struct kp_ods *ods, const char *name, const char *type, const char *value) {
  kp_ods_start(ods, "config:config-item",
               KP_ODS_ATTRIBUTES("config:name", name, "config:type", type));
  if (!ods->failed)
    check(ods, xmlTextWriterWriteString(ods->writer, BAD_CAST value));
  kp_ods_end(ods);
}

static void view_write(struct kp_ods *ods, const struct kp_ods_view *view) {
  kp_ods_start(ods, "config:config-item-map-entry", KP_ODS_ATTRIBUTES("config:name", view->sheet));
  setting(ods, "ShowGrid", "boolean", view->grid ? "true" : "false");
  if (view->frozen) {
    setting(ods, "VerticalSplitMode", "short", "2");
    setting(ods, "VerticalSplitPosition", "int", "1");
    setting(ods, "ActiveSplitRange", "short", "2");
    setting(ods, "PositionBottom", "int", "1");
  }
  kp_ods_end(ods);
}

static void settings_write(struct kp_ods *ods, const struct kp_ods_view *views, unsigned count) {
  kp_ods_start(ods, "office:settings", NULL);
  kp_ods_start(ods, "config:config-item-set",
               KP_ODS_ATTRIBUTES("config:name", "ooo:view-settings"));
  kp_ods_start(ods, "config:config-item-map-indexed", KP_ODS_ATTRIBUTES("config:name", "Views"));
  kp_ods_start(ods, "config:config-item-map-entry", NULL);
  setting(ods, "ViewId", "string", "view1");
  kp_ods_start(ods, "config:config-item-map-named", KP_ODS_ATTRIBUTES("config:name", "Tables"));
  for (unsigned i = 0; i < count; i++)
    view_write(ods, &views[i]);
  for (int open = 5; open > 0; open--)
    kp_ods_end(ods);
}

static void document_start(struct kp_ods *ods, const struct kp_ods_view *views, unsigned count) {
  check(ods, xmlTextWriterSetIndent(ods->writer, 1));
  check(ods, xmlTextWriterStartDocument(ods->writer, NULL, "UTF-8", NULL));
  kp_ods_start(ods, "office:document",
               KP_ODS_ATTRIBUTES(
                   "xmlns:office", KP_ODS_URN "office:1.0", "xmlns:table", KP_ODS_URN "table:1.0",
                   "xmlns:text", KP_ODS_URN "text:1.0", "xmlns:style", KP_ODS_URN "style:1.0",
                   "xmlns:fo", KP_ODS_URN "xsl-fo-compatible:1.0", "xmlns:number",
                   KP_ODS_URN "datastyle:1.0", "xmlns:config", KP_ODS_URN "config:1.0", "xmlns:of",
                   KP_ODS_URN "of:1.2", "xmlns:dc", "http://purl.org/dc/elements/1.1/", "xmlns:ooo",
                   "http://openoffice.org/2004/office", "office:version", "1.3", "office:mimetype",
                   "application/vnd.oasis.opendocument.spreadsheet"));
  settings_write(ods, views, count);
}

struct kp_ods *kp_ods_new(const char *path, const struct kp_ods_view *views, unsigned count) {
  struct kp_ods *ods = calloc(1, sizeof *ods);
  if (ods == NULL)
    return NULL;
  ods->writer = xmlNewTextWriterFilename(path, 0);
  if (ods->writer == NULL) {
    free(ods);
    return NULL;
  }
  document_start(ods, views, count);
  return ods;
}

bool kp_ods_close(struct kp_ods *ods) {
  if (ods == NULL)
    return false;
  if (!ods->failed)
    check(ods, xmlTextWriterEndDocument(ods->writer));
  if (!ods->failed)
    check(ods, xmlTextWriterFlush(ods->writer));
  xmlFreeTextWriter(ods->writer);
  bool well = !ods->failed;
  free(ods);
  return well;
}

void kp_ods_sheet(struct kp_ods *ods, const char *name, const char *const *columns) {
  kp_ods_start(ods, "table:table",
               KP_ODS_ATTRIBUTES("table:name", name, "table:style-name", "sheet"));
  for (; *columns != NULL; columns++)
    kp_ods_empty(ods, "table:table-column", KP_ODS_ATTRIBUTES("table:style-name", *columns));
}

void kp_ods_row(struct kp_ods *ods, const char *style) {
  kp_ods_start(ods, "table:table-row", KP_ODS_ATTRIBUTES("table:style-name", style));
}

void kp_ods_skip_rows(struct kp_ods *ods, unsigned count) {
  kp_ods_start(ods, "table:table-row", NULL);
  attribute_number(ods, "table:number-rows-repeated", count);
  kp_ods_empty(ods, "table:table-cell", NULL);
  kp_ods_end(ods);
}

static void cell_start(struct kp_ods *ods, const char *style) {
  kp_ods_start(ods, "table:table-cell", KP_ODS_ATTRIBUTES("table:style-name", style));
}

void kp_ods_blank(struct kp_ods *ods, const char *style, unsigned count) {
  if (count == 0)
    return;
  cell_start(ods, style);
  attribute_number(ods, "table:number-columns-repeated", count);
  kp_ods_end(ods);
}

void kp_ods_wide_text(struct kp_ods *ods, const char *style, unsigned columns, const char *text) {
  cell_start(ods, style);
  if (columns > 1) {
    attribute_number(ods, "table:number-columns-spanned", columns);
    attribute(ods, "table:number-rows-spanned", "1");
  }
  attribute(ods, "office:value-type", "string");
  kp_ods_text_run(ods, "text:p", text);
  kp_ods_end(ods);
  if (columns > 1) {
    kp_ods_start(ods, "table:covered-table-cell", NULL);
    attribute_number(ods, "table:number-columns-repeated", columns - 1);
    kp_ods_end(ods);
  }
}

void kp_ods_text(struct kp_ods *ods, const char *style, const char *text) {
  kp_ods_wide_text(ods, style, 1, text);
}

void kp_ods_number(struct kp_ods *ods, const char *style, double value) {
  cell_start(ods, style);
  attribute(ods, "office:value-type", "float");
  attribute_number(ods, "office:value", value);
  kp_ods_end(ods);
}

void kp_ods_date(struct kp_ods *ods, const char *style, int year, int month, int day) {
  char text[40];
  snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
  cell_start(ods, style);
  attribute(ods, "office:value-type", "date");
  attribute(ods, "office:date-value", text);
  kp_ods_end(ods);
}

static void formula_write(struct kp_ods *ods, const char *style, bool array, const char *format,
                          va_list values) {
  char text[512] = "of:=";
  const size_t prefix = 4;
  int length = vsnprintf(text + prefix, sizeof text - prefix, format, values);
  if (length < 0 || (size_t)length >= sizeof text - prefix)
    ods->failed = true;
  cell_start(ods, style);
  if (array) {
    attribute(ods, "table:number-matrix-columns-spanned", "1");
    attribute(ods, "table:number-matrix-rows-spanned", "1");
  }
  attribute(ods, "table:formula", text);
  kp_ods_end(ods);
}

void kp_ods_formula(struct kp_ods *ods, const char *style, const char *format, ...) {
  va_list values;
  va_start(values, format);
  formula_write(ods, style, false, format, values);
  va_end(values);
}

void kp_ods_array_formula(struct kp_ods *ods, const char *style, const char *format, ...) {
  va_list values;
  va_start(values, format);
  formula_write(ods, style, true, format, values);
  va_end(values);
}
