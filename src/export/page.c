/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The results sheet: one upright A4 page of what the answers say.
 *
 * Tables and charts are those that people insert one by one, with what only the charts need outside
 * the range that is printed. */
#include "kernpunt/export.h"

#include "chart.h"
#include "page.h"
#include "spot.h"

#include <stdlib.h>

enum {
  COLUMNS = 9,  /* printed */
  ASIDE = 14,   /* where tables stand that only charts need */
  CHART = 15,   /* rows of a chart */
  ROW = 452,    /* height of a row, 1/100 mm */
  WIDE = 25000, /* the columns together */
  GREY = 0x5A6068
};

typedef struct page {
  kp_uno_error *error;
  const kp_document *document;
  const kp_export_source *source;
  uno_Interface *sheet;
  int row; /* the next free one */
} page;

/* ------------------------------------------------------------------------------- tables and charts
 */

/* A part of the page; one that the answers have no data for is left out. */
static bool put_table(page *self, kp_export_what what, int left, int top, kp_export_table *table,
                      bool *there) {
  const kp_export_choice choice = {.what = what, .form = KP_EXPORT_LIVE};
  kp_text lacking = KP_TEXT_NONE;
  bool good = kp_export_build(self->source, &choice, left, top, table, &lacking) ||
              kp_uno_error_memory(self->error);
  *there = good && lacking == KP_TEXT_NONE;
  if (!*there)
    return good;
  /* One line at the end says where all of it is from. */
  kp_export_cell *note = kp_export_at(table, 0, table->rows - 1);
  free(note->text);
  *note = (kp_export_cell){.kind = KP_EXPORT_NOTHING};
  return kp_export_write(self->error, self->document->model, self->sheet, table);
}

static bool put_chart(page *self, kp_export_what what, const kp_export_table *table, int x,
                      int width, int top, int rows) {
  kp_export_chart chart;
  uno_Interface *cell = NULL;
  kp_uno_point corner = {0, 0};
  uno_Any any;
  kp_uno_any_init(&any);
  kp_export_chart_of(self->source, what, table, &chart);
  bool good = kp_export_range(self->error, self->sheet, 0, top, 0, top, &cell) &&
              kp_uno_property_get(self->error, cell, "Position", &any) &&
              kp_uno_any_get_struct(&any, "com.sun.star.awt.Point", &corner);
  kp_uno_rectangle place = {corner.x + x, corner.y, width, rows * ROW};
  good = good && kp_export_chart_add(self->error, self->sheet, &chart, &place);
  kp_uno_any_clear(&any);
  kp_uno_release(cell);
  return good;
}

static bool put_units(page *self) {
  kp_export_table table = {.total = -1};
  bool there = false;
  bool good = put_table(self, KP_EXPORT_CHART_SCORES, 0, self->row, &table, &there);
  if (good && there) {
    self->row += table.rows;
    good = put_chart(self, KP_EXPORT_CHART_SCORES, &table, 0, WIDE / 2, self->row, CHART) &&
           put_chart(self, KP_EXPORT_CHART_SHARES, &table, WIDE / 2, WIDE / 2, self->row, CHART);
    self->row += CHART + 1;
  }
  kp_export_table_clear(&table);
  return good;
}

static bool put_changes(page *self) {
  kp_export_table table = {.total = -1};
  bool there = false;
  bool good = put_table(self, KP_EXPORT_CHANGES, 0, self->row, &table, &there);
  if (good && there)
    self->row += table.rows + 1;
  kp_export_table_clear(&table);
  return good;
}

/* What weighs most, and how it went over the measurements: side by side, their tables aside. */
static bool put_pair(page *self) {
  static const kp_export_what pair[] = {KP_EXPORT_CHART_DRIVERS, KP_EXPORT_CHART_TREND};
  int aside = 0;
  int charts = 0;
  bool good = true;
  for (int i = 0; good && i < 2; i++) {
    kp_export_table table = {.total = -1};
    bool there = false;
    good = put_table(self, pair[i], ASIDE, aside, &table, &there);
    if (good && there) {
      good = put_chart(self, pair[i], &table, charts * (WIDE / 2), WIDE / 2, self->row, CHART + 4);
      aside += table.rows + 2;
      charts++;
    }
    kp_export_table_clear(&table);
  }
  self->row += charts > 0 ? CHART + 5 : 0;
  return good;
}

/* ------------------------------------------------------------------------------- title and numbers
 */

static bool put_text(page *self, int column, int row, const char *text, float height, bool bold,
                     int32_t color) {
  static kp_uno_method at = KP_UNO_METHOD("com.sun.star.table.XCellRange::getCellByPosition");
  static kp_uno_method formula = KP_UNO_METHOD("com.sun.star.table.XCell::setFormula");
  static kp_uno_method words = KP_UNO_METHOD("com.sun.star.text.XTextRange::setString");
  enum { BOLD = 150 };
  uno_Interface *cell = NULL;
  bool good = text != NULL && kp_uno_call(self->error, self->sheet, &at, &cell, column, row) &&
              kp_uno_call(self->error, cell, text[0] == '=' ? &formula : &words, NULL, text) &&
              kp_export_set_float(self->error, cell, "CharHeight", height) &&
              (!bold || kp_uno_property_set_double(self->error, cell, "CharWeight", BOLD)) &&
              kp_uno_property_set_long(self->error, cell, "CharColor", color);
  kp_uno_release(cell);
  return good;
}

/* The score of all with its bounds and n, out of the total of the table per unit: so it is hidden
 * when that is. */
static bool put_score(page *self, int32_t total) {
  enum { INK = 0x1F2A38 };
  kp_language language = self->source->language;
  int32_t row = total + 1;
  char *nps = kp_export_format("=IF(ISNUMBER($F$%d);\"NPS \"&TEXT($F$%d;\"+0;\xE2\x88\x92"
                               "0;0\");\"n \"&$B$%d)",
                               (int)row, (int)row, (int)row);
  char *bounds = kp_export_format("=IF(ISNUMBER($F$%d);\"%s \"&TEXT($G$%d;\"+0;\xE2\x88\x92"
                                  "0;0\")&\" %s \"&TEXT($H$%d;\"+0;\xE2\x88\x92"
                                  "0;0\")&\" \xC2\xB7 n = \"&$B$%d;\"\")",
                                  (int)row, kp_text_get(KP_TEXT_EXPORT_BETWEEN, language), (int)row,
                                  kp_text_get(KP_TEXT_EXPORT_AND, language), (int)row, (int)row);
  bool good = nps != NULL && bounds != NULL;
  if (!good)
    kp_uno_error_memory(self->error);
  good = good && put_text(self, 0, 2, nps, 26, true, INK) &&
         put_text(self, 3, 2, bounds, 10, false, GREY);
  free(nps);
  free(bounds);
  return good;
}

static bool put_title(page *self) {
  enum { INK = 0x1F2A38 };
  const kp_answers_name *wave = self->source->later;
  kp_language language = self->source->language;
  char day[KP_DATE_TEXT_SIZE];
  kp_date_format(kp_workbook_today(), language, day);
  char *title = kp_text_fill(KP_TEXT_EXPORT_PAGE_TITLE, language,
                             wave != NULL ? wave->text : self->source->plan.sheet, NULL);
  char *under = kp_text_fill(KP_TEXT_EXPORT_PAGE_UNDER, language, self->source->plan.sheet, day);
  bool good = (title != NULL && under != NULL) || kp_uno_error_memory(self->error);
  good = good && put_text(self, 0, 0, title, 20, true, INK) &&
         put_text(self, 0, 1, under, 9, false, GREY);
  free(title);
  free(under);
  return good;
}

static bool put_end(page *self) {
  kp_language language = self->source->language;
  char *hidden =
      kp_text_counted(KP_TEXT_EXPORT_NOTE_HIDDEN, (size_t)self->source->smallest, language);
  bool good = hidden != NULL || kp_uno_error_memory(self->error);
  good = good &&
         put_text(self, 0, self->row, kp_text_get(KP_TEXT_EXPORT_PAGE_CAUTION, language), 8, false,
                  GREY) &&
         (self->source->smallest < 2 || put_text(self, 0, self->row + 1, hidden, 8, false, GREY));
  self->row += 2;
  free(hidden);
  return good;
}

static bool set_columns(page *self) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.table.XColumnRowRange::getColumns");
  static kp_uno_method by_index = KP_UNO_METHOD("com.sun.star.container.XIndexAccess::getByIndex");
  static const int widths[COLUMNS] = {3600, 1700, 2500, 2200, 2500, 2200, 2000, 2100, 6200};
  uno_Interface *columns = NULL;
  bool good = kp_uno_call(self->error, self->sheet, &get, &columns);
  for (int i = 0; good && i < COLUMNS; i++) {
    uno_Interface *column = NULL;
    uno_Any any;
    kp_uno_any_init(&any);
    good = kp_uno_call(self->error, columns, &by_index, &any, i) &&
           kp_uno_any_get_interface(&any, &column) &&
           kp_uno_property_set_long(self->error, column, "Width", widths[i]);
    kp_uno_any_clear(&any);
    kp_uno_release(column);
  }
  kp_uno_release(columns);
  return good;
}

/* ------------------------------------------------------------------------------------------ whole
 */

static bool fill(page *self) {
  enum { TOP = 4 };
  self->row = TOP;
  bool good = set_columns(self) && put_title(self) && put_units(self);
  /* The total of the table per unit: title, measurement, headers, units, total, an empty row. */
  int32_t total = self->row - CHART - 1 - 2;
  return good && put_score(self, total) && put_changes(self) && put_pair(self) && put_end(self) &&
         kp_export_page_style(self->error, self->document->model, self->sheet,
                              self->source->language, COLUMNS - 1, self->row - 1);
}

bool kp_export_results(const kp_document *document, const kp_export_choice *choice,
                       char **message) {
  kp_uno_error error = KP_UNO_NO_ERROR;
  kp_export_source source = {.plan = {.sheet = NULL}};
  kp_export_spot spot = {.sheet = NULL};
  kp_text refusal = KP_TEXT_NONE;
  bool locked = false;
  bool good = kp_export_may(&error, document, &refusal);
  if (good && refusal == KP_TEXT_NONE) {
    good = kp_export_source_open(&error, document, choice, &source) &&
           kp_export_protected(&error, document->model, &locked);
    refusal = source.lacking != KP_TEXT_NONE ? source.lacking
              : source.unit == NULL          ? KP_TEXT_EXPORT_NO_UNITS
              : locked                       ? KP_TEXT_STRUCTURE_PROTECTED
                                             : KP_TEXT_NONE;
  }
  bool done = false;
  if (good && refusal == KP_TEXT_NONE) {
    const char *title = kp_text_get(KP_TEXT_EXPORT_PAGE, source.language);
    page self = {.error = &error, .document = document, .source = &source};
    kp_export_step step;
    kp_export_step_begin(&step, document->model, title);
    good = kp_export_spot_open(&error, document, title, &spot);
    self.sheet = spot.on;
    done = good = good && fill(&self);
    kp_export_step_end(&step, good);
  }
  char *name = kp_export_spot_name(&spot);
  *message = done   ? kp_text_fill(KP_TEXT_EXPORT_INSERTED, document->language, name, NULL)
             : good ? kp_text_fill(refusal, document->language, source.plan.sheet, NULL)
                    : kp_text_fill(KP_TEXT_WRITE_FAILED, document->language, error.message, NULL);
  if (done)
    kp_export_spot_show(document, &spot);
  free(name);
  kp_export_spot_clear(&spot);
  kp_export_source_clear(&source);
  return done;
}
