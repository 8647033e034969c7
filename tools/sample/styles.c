// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbook.h"

#include <stddef.h>

#define INK "#1f3b4d"
#define SOFT "#5b6b75"
#define BAND "#e3edf2"
#define LINE "0.5pt solid #b9c7cf"

static const struct {
  const char *name, *width;
} columns[] = {
    {"label", "5.2cm"}, {"figure", "2.65cm"}, {"verdict", "3cm"},
    {"id", "2.5cm"},    {"customer", "5cm"},  {"person", "4.2cm"},
    {"grade", "3.1cm"}, {"comment", "13cm"},  {"page", "23cm"},
};

static const struct {
  const char *name, *height;
} rows[] = {{"plain", "0.6cm"}, {"answer", NULL},      {"tall", "1.15cm"},
            {"title", "1.1cm"}, {"section", "0.95cm"}, {"heads", "0.75cm"}};

/* A cell style; what is left out takes the plain value. */
static const struct {
  const char *name, *number, *align, *indent, *wrap, *colour, *weight, *size, *background, *line;
} cells[] = {
    {.name = "title", .colour = INK, .weight = "bold", .size = "18pt"},
    {.name = "section", .colour = INK, .weight = "bold", .size = "13pt"},
    {.name = "note", .wrap = "wrap", .colour = SOFT},
    {.name = "text", .wrap = "wrap"},
    {.name = "head",
     .align = "end",
     .wrap = "wrap",
     .weight = "bold",
     .background = BAND,
     .line = LINE},
    {.name = "head-left",
     .align = "start",
     .wrap = "wrap",
     .weight = "bold",
     .background = BAND,
     .line = LINE},
    {.name = "head-word",
     .align = "start",
     .indent = "0.3cm",
     .wrap = "wrap",
     .weight = "bold",
     .background = BAND,
     .line = LINE},
    {.name = "row-label", .line = LINE},
    {.name = "word", .align = "start", .indent = "0.3cm", .line = LINE, .weight = "bold"},
    {.name = "count", .number = "N-whole", .align = "end", .line = LINE},
    {.name = "score", .number = "N-signed", .align = "end", .weight = "bold", .line = LINE},
    {.name = "bound", .number = "N-signed", .align = "end", .line = LINE},
    {.name = "margin", .number = "N-margin", .align = "end", .line = LINE},
    {.name = "share", .number = "N-share", .align = "end", .line = LINE},
    {.name = "chance", .number = "N-chance", .align = "end", .line = LINE},
    {.name = "spread", .number = "N-spread", .align = "end", .line = LINE},
    {.name = "grade", .number = "N-grade", .align = "end", .weight = "bold", .line = LINE},
    {.name = "grade-margin", .number = "N-grade-margin", .align = "end", .line = LINE},
    {.name = "grade-change", .number = "N-grade-change", .align = "end", .line = LINE},
    {.name = "data", .line = LINE},
    {.name = "data-comment", .wrap = "wrap", .line = LINE},
    {.name = "data-number", .align = "center", .line = LINE},
    {.name = "data-date", .number = "N-date", .align = "center", .line = LINE},
};

static void number_style_start(struct kp_ods *ods, const char *name, const char *before,
                               const char *decimals) {
  kp_ods_start(ods, "number:number-style", KP_ODS_ATTRIBUTES("style:name", name));
  if (before != NULL)
    kp_ods_text_run(ods, "number:text", before);
  kp_ods_empty(ods, "number:number",
               KP_ODS_ATTRIBUTES("number:decimal-places", decimals, "number:min-decimal-places",
                                 decimals, "number:min-integer-digits", "1"));
}

static void number_style(struct kp_ods *ods, const char *name, const char *before,
                         const char *decimals) {
  number_style_start(ods, name, before, decimals);
  kp_ods_end(ods);
}

/* Takes another style when the (rounded) value has a sign; a format with conditions shows none. */
static void number_style_map(struct kp_ods *ods, const char *condition, const char *style) {
  kp_ods_empty(ods, "style:map",
               KP_ODS_ATTRIBUTES("style:condition", condition, "style:apply-style-name", style));
}

static void number_styles_write(struct kp_ods *ods) {
  number_style(ods, "N-whole", NULL, "0");
  number_style(ods, "N-margin", "± ", "0");
  number_style(ods, "N-chance", NULL, "3");
  number_style(ods, "N-spread", NULL, "2");
  number_style(ods, "N-grade", NULL, "1");
  number_style(ods, "N-grade-margin", "± ", "1");
  number_style(ods, "N-grade-plus", "+", "1");
  number_style(ods, "N-grade-minus", "-", "1");
  number_style_start(ods, "N-grade-change", NULL, "1");
  number_style_map(ods, "value()>=0.05", "N-grade-plus");
  number_style_map(ods, "value()<=-0.05", "N-grade-minus");
  kp_ods_end(ods);
  number_style(ods, "N-plus", "+", "0");
  number_style(ods, "N-minus", "-", "0");
  number_style_start(ods, "N-signed", NULL, "0");
  number_style_map(ods, "value()>=0.5", "N-plus");
  number_style_map(ods, "value()<=-0.5", "N-minus");
  kp_ods_end(ods);

  kp_ods_start(ods, "number:percentage-style", KP_ODS_ATTRIBUTES("style:name", "N-share"));
  kp_ods_empty(ods, "number:number",
               KP_ODS_ATTRIBUTES("number:decimal-places", "0", "number:min-integer-digits", "1"));
  kp_ods_text_run(ods, "number:text", " %");
  kp_ods_end(ods);

  kp_ods_start(ods, "number:date-style", KP_ODS_ATTRIBUTES("style:name", "N-date"));
  kp_ods_empty(ods, "number:day", KP_ODS_ATTRIBUTES("number:style", "long"));
  kp_ods_text_run(ods, "number:text", "-");
  kp_ods_empty(ods, "number:month", KP_ODS_ATTRIBUTES("number:style", "long"));
  kp_ods_text_run(ods, "number:text", "-");
  kp_ods_empty(ods, "number:year", KP_ODS_ATTRIBUTES("number:style", "long"));
  kp_ods_end(ods);
}

static void cell_style(struct kp_ods *ods, size_t i) {
  kp_ods_start(ods, "style:style",
               KP_ODS_ATTRIBUTES("style:name", cells[i].name, "style:family", "table-cell",
                                 "style:parent-style-name", "Default", "style:data-style-name",
                                 cells[i].number != NULL ? cells[i].number : "N-general"));
  kp_ods_start(
      ods, "style:table-cell-properties",
      KP_ODS_ATTRIBUTES("style:vertical-align", "middle", "fo:wrap-option",
                        cells[i].wrap != NULL ? cells[i].wrap : "no-wrap", "fo:background-color",
                        cells[i].background != NULL ? cells[i].background : "transparent",
                        "fo:border-bottom", cells[i].line != NULL ? cells[i].line : "none",
                        "style:text-align-source", cells[i].align != NULL ? "fix" : "value-type"));
  kp_ods_end(ods);
  if (cells[i].align != NULL)
    kp_ods_empty(ods, "style:paragraph-properties",
                 KP_ODS_ATTRIBUTES("fo:text-align", cells[i].align, "fo:margin-left",
                                   cells[i].indent != NULL ? cells[i].indent : "0cm"));
  kp_ods_empty(ods, "style:text-properties",
               KP_ODS_ATTRIBUTES("fo:color", cells[i].colour != NULL ? cells[i].colour : "#000000",
                                 "fo:font-weight",
                                 cells[i].weight != NULL ? cells[i].weight : "normal",
                                 "fo:font-size", cells[i].size != NULL ? cells[i].size : "10pt"));
  kp_ods_end(ods);
}

static void size_styles_write(struct kp_ods *ods) {
  for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++) {
    kp_ods_start(ods, "style:style",
                 KP_ODS_ATTRIBUTES("style:name", columns[i].name, "style:family", "table-column"));
    kp_ods_empty(ods, "style:table-column-properties",
                 KP_ODS_ATTRIBUTES("style:column-width", columns[i].width));
    kp_ods_end(ods);
  }
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    kp_ods_start(ods, "style:style",
                 KP_ODS_ATTRIBUTES("style:name", rows[i].name, "style:family", "table-row"));
    if (rows[i].height != NULL)
      kp_ods_empty(ods, "style:table-row-properties",
                   KP_ODS_ATTRIBUTES("style:row-height", rows[i].height,
                                     "style:use-optimal-row-height", "false"));
    else
      kp_ods_empty(ods, "style:table-row-properties",
                   KP_ODS_ATTRIBUTES("style:use-optimal-row-height", "true"));
    kp_ods_end(ods);
  }
}

static void footer_style_write(struct kp_ods *ods) {
  kp_ods_start(ods, "style:footer-style", NULL);
  kp_ods_empty(ods, "style:header-footer-properties",
               KP_ODS_ATTRIBUTES("fo:min-height", "0.6cm", "fo:margin-top", "0.3cm"));
  kp_ods_end(ods);
}

/* File and sheet, page, day: as on the sheets that the extension makes. */
static void footer_write(struct kp_ods *ods) {
  kp_ods_start(ods, "style:footer", NULL);
  kp_ods_start(ods, "style:region-left", NULL);
  kp_ods_start(ods, "text:p", NULL);
  kp_ods_empty(ods, "text:file-name", KP_ODS_ATTRIBUTES("text:display", "name-and-extension"));
  kp_ods_run(ods, " \xC2\xB7 ");
  kp_ods_empty(ods, "text:sheet-name", NULL);
  kp_ods_end(ods);
  kp_ods_end(ods);
  kp_ods_start(ods, "style:region-center", NULL);
  kp_ods_start(ods, "text:p", NULL);
  kp_ods_empty(ods, "text:page-number", NULL);
  kp_ods_run(ods, " / ");
  kp_ods_empty(ods, "text:page-count", NULL);
  kp_ods_end(ods);
  kp_ods_end(ods);
  kp_ods_start(ods, "style:region-right", NULL);
  kp_ods_start(ods, "text:p", NULL);
  kp_ods_empty(ods, "text:date", NULL);
  kp_ods_end(ods);
  kp_ods_end(ods);
  kp_ods_end(ods);
}

void kp_sample_styles_write(struct kp_ods *ods) {
  kp_ods_start(ods, "office:styles", NULL);
  kp_ods_start(ods, "style:default-style", KP_ODS_ATTRIBUTES("style:family", "table-cell"));
  kp_ods_empty(ods, "style:text-properties",
               KP_ODS_ATTRIBUTES("fo:language", "nl", "fo:country", "NL", "style:font-name",
                                 "Liberation Sans", "fo:font-family", "Liberation Sans",
                                 "fo:font-size", "10pt"));
  kp_ods_end(ods);
  kp_ods_empty(ods, "style:style",
               KP_ODS_ATTRIBUTES("style:name", "Default", "style:family", "table-cell"));
  kp_ods_end(ods);

  kp_ods_start(ods, "office:automatic-styles", NULL);
  number_styles_write(ods);
  size_styles_write(ods);
  for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++)
    cell_style(ods, i);
  kp_ods_empty(ods, "style:style",
               KP_ODS_ATTRIBUTES("style:name", "sheet", "style:family", "table",
                                 "style:master-page-name", "Liggend"));
  kp_ods_start(ods, "style:page-layout", KP_ODS_ATTRIBUTES("style:name", "landscape"));
  kp_ods_empty(ods, "style:page-layout-properties",
               KP_ODS_ATTRIBUTES("fo:page-width", "29.7cm", "fo:page-height", "21cm",
                                 "style:print-orientation", "landscape", "fo:margin", "1.5cm",
                                 "style:scale-to-X", "1", "style:scale-to-Y", "0"));
  /* Without these the office makes header and footer as high as the page is wide. */
  kp_ods_empty(ods, "style:header-style", NULL);
  footer_style_write(ods);
  kp_ods_end(ods);
  kp_ods_end(ods);

  kp_ods_start(ods, "office:master-styles", NULL);
  kp_ods_start(ods, "style:master-page",
               KP_ODS_ATTRIBUTES("style:name", "Liggend", "style:page-layout-name", "landscape"));
  kp_ods_empty(ods, "style:header", KP_ODS_ATTRIBUTES("style:display", "false"));
  footer_write(ods);
  kp_ods_end(ods);
  kp_ods_end(ods);
}
