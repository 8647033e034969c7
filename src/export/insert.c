/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inserting a table: may it, what of, where, and all of it as one step. */
#include "kernpunt/export.h"

#include "chart.h"
#include "spot.h"
#include "table.h"

#include <stdlib.h>

/* A new sheet is ours: names get room, numbers enough. */
static bool set_widths(kp_uno_error *error, const kp_export_spot *spot,
                       const kp_export_table *table) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.table.XColumnRowRange::getColumns");
  static kp_uno_method by_index = KP_UNO_METHOD("com.sun.star.container.XIndexAccess::getByIndex");
  enum { NAMES = 4200, NUMBERS = 2300, WORDS = 4600 };
  uno_Interface *columns = NULL;
  bool good = kp_uno_call(error, spot->on, &get, &columns);
  for (int i = 0; good && i < table->columns; i++) {
    uno_Interface *column = NULL;
    uno_Any any;
    kp_uno_any_init(&any);
    bool words = kp_export_at(table, i, table->header)->look == KP_EXPORT_HEAD;
    good = kp_uno_call(error, columns, &by_index, &any, (int)(table->left + i)) &&
           kp_uno_any_get_interface(&any, &column) &&
           kp_uno_property_set_long(error, column, "Width",
                                    i == 0  ? NAMES
                                    : words ? WORDS
                                            : NUMBERS);
    kp_uno_any_clear(&any);
    kp_uno_release(column);
  }
  kp_uno_release(columns);
  return good;
}

/* The chart goes below its table, as high as its rows need. */
enum { CHART_ROWS = 30, CHART_WIDTH = 16500 };

static bool is_chart(kp_export_what what) {
  return kp_export_table_of(what) != what;
}

static bool put_chart(kp_uno_error *error, const kp_export_source *source, kp_export_what what,
                      const kp_export_spot *spot, const kp_export_table *table) {
  enum { LOW = 6000, HIGH = 24000, ROW = 950, AROUND = 3200, UPRIGHT = 8500, SQUARE = 11500 };
  kp_export_chart chart;
  uno_Interface *below = NULL;
  kp_uno_point corner = {0, 0};
  uno_Any any;
  kp_uno_any_init(&any);
  kp_export_chart_of(source, what, table, &chart);
  int height = AROUND + ROW * (table->last - table->first + 1);
  height = chart.shape == KP_EXPORT_MATRIX                                  ? SQUARE
           : chart.shape == KP_EXPORT_DOTS || chart.shape == KP_EXPORT_LINE ? UPRIGHT
           : height < LOW                                                   ? LOW
           : height > HIGH                                                  ? HIGH
                                                                            : height;
  int32_t row = table->top + table->rows + 1;
  bool good = kp_export_range(error, spot->on, table->left, row, table->left, row, &below) &&
              kp_uno_property_get(error, below, "Position", &any) &&
              kp_uno_any_get_struct(&any, "com.sun.star.awt.Point", &corner);
  kp_uno_rectangle place = {corner.x, corner.y, CHART_WIDTH, height};
  good = good && kp_export_chart_add(error, spot->on, &chart, &place);
  kp_uno_any_clear(&any);
  kp_uno_release(below);
  return good;
}

static bool write(kp_uno_error *error, const kp_document *document, const kp_export_choice *choice,
                  const kp_export_source *source, kp_export_spot *spot, kp_export_table *table) {
  const char *title = kp_text_get(kp_export_title(choice->what), source->language);
  kp_export_step step;
  bool fresh = spot->on == NULL;
  kp_export_step_begin(&step, document->model, title);
  bool good = kp_export_spot_open(error, document, title, spot) &&
              (!fresh || set_widths(error, spot, table)) &&
              kp_export_write(error, document->model, spot->on, table) &&
              (choice->form != KP_EXPORT_VALUES ||
               kp_export_settle(error, spot->on, table->left, table->top,
                                table->left + table->columns - 1, table->top + table->rows - 1)) &&
              (!is_chart(choice->what) || put_chart(error, source, choice->what, spot, table));
  kp_export_step_end(&step, good);
  return good;
}

/* From the size of the table to the table at its place. */
static bool place(kp_uno_error *error, const kp_document *document, const kp_export_choice *choice,
                  const kp_export_source *source, kp_export_spot *spot, kp_export_table *table,
                  kp_text *refusal) {
  bool good = kp_export_build(source, choice, 0, 0, table, refusal) || kp_uno_error_memory(error);
  if (!good || *refusal != KP_TEXT_NONE)
    return good;
  good =
      kp_export_spot_find(error, document, source->plan.sheet, table->columns,
                          table->rows + (is_chart(choice->what) ? CHART_ROWS : 0), spot, refusal);
  if (good && *refusal == KP_TEXT_NONE) {
    kp_export_table_clear(table);
    good = kp_export_build(source, choice, spot->left, spot->top, table, refusal) ||
           kp_uno_error_memory(error);
  }
  return good;
}

bool kp_export_insert(const kp_document *document, const kp_export_choice *choice, char **message) {
  kp_uno_error error = KP_UNO_NO_ERROR;
  kp_export_source source = {.plan = {.sheet = NULL}};
  kp_export_table table = {.total = -1};
  kp_export_spot spot = {.sheet = NULL};
  kp_text refusal = KP_TEXT_NONE;
  bool done = false;
  bool good = kp_export_may(&error, document, &refusal);
  if (good && refusal == KP_TEXT_NONE) {
    good = kp_export_source_open(&error, document, choice, &source);
    refusal = source.lacking;
  }
  if (good && refusal == KP_TEXT_NONE)
    good = place(&error, document, choice, &source, &spot, &table, &refusal);
  if (good && refusal == KP_TEXT_NONE)
    done = good = write(&error, document, choice, &source, &spot, &table);
  if (done) {
    char *name = kp_export_spot_name(&spot);
    *message = kp_text_fill(KP_TEXT_EXPORT_INSERTED, document->language, name, NULL);
    kp_export_spot_show(document, &spot);
    free(name);
  } else {
    *message = good ? kp_text_fill(refusal, document->language, source.plan.sheet, NULL)
                    : kp_text_fill(KP_TEXT_WRITE_FAILED, document->language, error.message, NULL);
  }
  kp_export_table_clear(&table);
  kp_export_spot_clear(&spot);
  kp_export_source_clear(&source);
  return done;
}
