/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts by the published interface com.sun.star.chart, from one description.
 *
 * The office adds a chart to a protected sheet without complaint, raises for a name that another
 * sheet has, and makes none at all for some names: so it is looked for afterwards. Colors are those
 * for print: in a document a chart stands on white. */
#include "chart.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
  INK = 0x1F2A38,
  GRID = 0xDFE2E6,
  ZERO = 0x5A6068,
  DETRACTOR = 0x9A3B00,
  PASSIVE = 0xDFE2E6,
  PROMOTER = 0x5B9BD5,
  DOT = 0x30506E,
  CIRCLE = 8,
  NO_SYMBOL = -3
};

/* The chart in the document, while it is made. */
typedef struct making {
  kp_uno_error *error;
  const kp_export_chart *chart;
  uno_Interface *model;   /* the chart's own document */
  uno_Interface *diagram; /* once it has one */
  char *sheet;            /* "$'Sheet'" */
} making;

/* ---------------------------------------------------------------------------------------- adding
 */

static uno_Sequence *ranges_of(kp_uno_error *error, const kp_export_chart *chart, int16_t sheet) {
  uno_Sequence *ranges = kp_uno_sequence_new("[]com.sun.star.table.CellRangeAddress", 2);
  if (ranges == NULL) {
    kp_uno_error_memory(error);
    return NULL;
  }
  kp_uno_cell_range_address *list = KP_UNO_ELEMENTS(kp_uno_cell_range_address, ranges);
  list[0] =
      (kp_uno_cell_range_address){sheet, chart->names, chart->header, chart->names, chart->last};
  list[1] = (kp_uno_cell_range_address){sheet, chart->first_series, chart->header,
                                        chart->last_series, chart->last};
  return ranges;
}

/* A name that no chart of the workbook has: another one is tried when the office refuses it. */
static bool add_named(kp_uno_error *error, uno_Interface *charts, const kp_uno_rectangle *place,
                      uno_Sequence *ranges, bool names, char name[32]) {
  static kp_uno_method add = KP_UNO_METHOD("com.sun.star.table.XTableCharts::addNewByName");
  enum { TRIES = 400 };
  bool done = false;
  for (int number = 1; !done && number <= TRIES; number++) {
    kp_uno_error refused = KP_UNO_NO_ERROR;
    bool there = false;
    snprintf(name, 32, "Kernpunt %d", number);
    if (!kp_export_has(error, charts, name, &there))
      return false;
    if (!there && kp_uno_call(&refused, charts, &add, NULL, name, place, ranges, 1, names ? 1 : 0))
      done = true;
    if (number == TRIES && !done)
      *error = refused;
  }
  bool there = false;
  return done && kp_export_has(error, charts, name, &there) &&
         (there || kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "no chart was made"));
}

/* The name people see, and words for who cannot see the chart: of the shape it stands in. */
static bool describe(kp_uno_error *error, uno_Interface *sheet, const char *name,
                     const kp_export_chart *chart) {
  static kp_uno_method page = KP_UNO_METHOD("com.sun.star.drawing.XDrawPageSupplier::getDrawPage");
  static kp_uno_method count = KP_UNO_METHOD("com.sun.star.container.XIndexAccess::getCount");
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.container.XIndexAccess::getByIndex");
  uno_Interface *shapes = NULL;
  sal_Int32 all = 0;
  bool found = false;
  bool good = kp_uno_call(error, sheet, &page, &shapes) && kp_uno_call(error, shapes, &count, &all);
  for (int i = all - 1; good && !found && i >= 0; i--) {
    kp_uno_error other = KP_UNO_NO_ERROR;
    uno_Interface *shape = NULL;
    char *own = NULL;
    uno_Any any;
    kp_uno_any_init(&any);
    good = kp_uno_call(error, shapes, &get, &any, i) && kp_uno_any_get_interface(&any, &shape);
    if (good && kp_uno_property_get_string(&other, shape, "PersistName", &own) &&
        strcmp(own, name) == 0) {
      found = true;
      good = kp_uno_property_set_string(error, shape, "Title", chart->title) &&
             kp_uno_property_set_string(error, shape, "Description", chart->alt);
    }
    free(own);
    kp_uno_any_clear(&any);
    kp_uno_release(shape);
  }
  kp_uno_release(shapes);
  return good;
}

/* ------------------------------------------------------------------------------- looks in common
 */

static bool make_diagram(making *self) {
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.chart.XChartDocument::setDiagram");
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.chart.XChartDocument::getDiagram");
  static const char *const services[] = {[KP_EXPORT_STACK] = "com.sun.star.chart.BarDiagram",
                                         [KP_EXPORT_DOTS] = "com.sun.star.chart.LineDiagram",
                                         [KP_EXPORT_LINE] = "com.sun.star.chart.LineDiagram",
                                         [KP_EXPORT_BARS] = "com.sun.star.chart.BarDiagram",
                                         [KP_EXPORT_MATRIX] = "com.sun.star.chart.XYDiagram"};
  uno_Interface *made = NULL;
  bool good = kp_export_make(self->error, self->model, services[self->chart->shape], &made) &&
              kp_uno_call(self->error, self->model, &set, NULL, made) &&
              kp_uno_call(self->error, self->model, &get, &self->diagram);
  kp_uno_release(made);
  return good;
}

static bool no_fill(kp_uno_error *error, uno_Interface *area) {
  return kp_export_set_enum(error, area, "FillStyle", "com.sun.star.drawing.FillStyle", 0) &&
         kp_export_set_enum(error, area, "LineStyle", "com.sun.star.drawing.LineStyle", 0);
}

static bool set_title(kp_uno_error *error, uno_Interface *title, const char *text, double height) {
  return kp_uno_property_set_string(error, title, "String", text) &&
         kp_export_set_float(error, title, "CharHeight", (float)height) &&
         kp_uno_property_set_long(error, title, "CharColor", INK);
}

static bool dress(making *self) {
  static kp_uno_method area = KP_UNO_METHOD("com.sun.star.chart.XChartDocument::getArea");
  static kp_uno_method title = KP_UNO_METHOD("com.sun.star.chart.XChartDocument::getTitle");
  static kp_uno_method wall = KP_UNO_METHOD("com.sun.star.chart.X3DDisplay::getWall");
  kp_uno_error *error = self->error;
  uno_Interface *ground = NULL;
  uno_Interface *back = NULL;
  uno_Interface *head = NULL;
  bool legend = self->chart->shape == KP_EXPORT_STACK;
  bool good = kp_uno_call(error, self->model, &area, &ground) && no_fill(error, ground) &&
              kp_uno_call(error, self->diagram, &wall, &back) && no_fill(error, back) &&
              kp_uno_property_set_bool(error, self->model, "HasLegend", legend) &&
              kp_uno_property_set_bool(error, self->model, "HasMainTitle", true) &&
              kp_uno_call(error, self->model, &title, &head) &&
              set_title(error, head, self->chart->title, 11);
  kp_uno_release(head);
  if (good && legend) {
    static kp_uno_method get = KP_UNO_METHOD("com.sun.star.chart.XChartDocument::getLegend");
    enum { BOTTOM = 4 };
    uno_Interface *key = NULL;
    good = kp_uno_call(error, self->model, &get, &key) &&
           kp_export_set_enum(error, key, "Alignment", "com.sun.star.chart.ChartLegendPosition",
                              BOTTOM) &&
           kp_export_set_float(error, key, "CharHeight", (float)9) && no_fill(error, key);
    kp_uno_release(key);
  }
  kp_uno_release(back);
  kp_uno_release(ground);
  return good;
}

/* A format of the chart's own: it counts once the link to the cells is cut. */
static bool set_format(making *self, uno_Interface *object, const char *code) {
  int32_t key = 0;
  return kp_uno_property_set_bool(self->error, object, "LinkNumberFormatToSource", false) &&
         kp_export_number_format(self->error, self->model, code, &key) &&
         kp_uno_property_set_long(self->error, object, "NumberFormat", key);
}

static bool set_ends(making *self, uno_Interface *axis, double least, double most, double step) {
  kp_uno_error *error = self->error;
  return kp_uno_property_set_bool(error, axis, "AutoMin", false) &&
         kp_uno_property_set_bool(error, axis, "AutoMax", false) &&
         kp_uno_property_set_bool(error, axis, "AutoStepMain", false) &&
         kp_uno_property_set_double(error, axis, "Min", least) &&
         kp_uno_property_set_double(error, axis, "Max", most) &&
         kp_uno_property_set_double(error, axis, "StepMain", step);
}

static bool put_axis_title(making *self, bool x) {
  static kp_uno_method get[] = {KP_UNO_METHOD("com.sun.star.chart.XAxisYSupplier::getYAxisTitle"),
                                KP_UNO_METHOD("com.sun.star.chart.XAxisXSupplier::getXAxisTitle")};
  const char *text = x ? self->chart->x_title : self->chart->y_title;
  uno_Interface *title = NULL;
  if (text == NULL)
    return true;
  bool good = kp_uno_property_set_bool(self->error, self->diagram,
                                       x ? "HasXAxisTitle" : "HasYAxisTitle", true) &&
              kp_uno_call(self->error, self->diagram, &get[x], &title) &&
              set_title(self->error, title, text, 9);
  kp_uno_release(title);
  return good;
}

/* The axis of values, its grid, and the axis of names, which is the zero line. */
static bool set_axes(making *self) {
  static kp_uno_method get_y = KP_UNO_METHOD("com.sun.star.chart.XAxisYSupplier::getYAxis");
  static kp_uno_method get_x = KP_UNO_METHOD("com.sun.star.chart.XAxisXSupplier::getXAxis");
  static kp_uno_method get_grid = KP_UNO_METHOD("com.sun.star.chart.XAxisYSupplier::getYMainGrid");
  enum { OUTSIDE_START = 2, END = 2 };
  const kp_export_chart *chart = self->chart;
  kp_uno_error *error = self->error;
  bool lying = chart->shape == KP_EXPORT_STACK || chart->shape == KP_EXPORT_BARS;
  bool matrix = chart->shape == KP_EXPORT_MATRIX;
  uno_Interface *x = NULL;
  uno_Interface *y = NULL;
  uno_Interface *grid = NULL;
  bool good = kp_uno_call(error, self->diagram, &get_x, &x) &&
              kp_uno_call(error, self->diagram, &get_y, &y) &&
              kp_uno_call(error, self->diagram, &get_grid, &grid) &&
              kp_uno_property_set_long(error, grid, "LineColor", GRID) &&
              kp_export_set_float(error, x, "CharHeight", (float)9) &&
              kp_export_set_float(error, y, "CharHeight", (float)9) &&
              (!(chart->least < chart->most) ||
               set_ends(self, y, chart->least, chart->most, chart->step)) &&
              set_format(self, y,
                         chart->shape == KP_EXPORT_STACK || matrix ? "0 %"
                                                                   : "+0;\xE2\x88\x92"
                                                                     "0;0") &&
              (!matrix || set_format(self, x, "0.0")) &&
              kp_export_set_enum(error, x, "LabelPosition",
                                 "com.sun.star.chart.ChartAxisLabelPosition", OUTSIDE_START) &&
              kp_uno_property_set_long(error, x, "LineColor", ZERO) && put_axis_title(self, true) &&
              put_axis_title(self, false);
  if (good && lying) /* the sheet's order from top to bottom, numbers below */
    good = kp_uno_property_set_bool(error, x, "ReverseDirection", true) &&
           kp_export_set_enum(error, y, "CrossoverPosition", "com.sun.star.chart.ChartAxisPosition",
                              END);
  kp_uno_release(grid);
  kp_uno_release(y);
  kp_uno_release(x);
  return good;
}

/* ---------------------------------------------------------------------------------------- series
 */

static bool series_at(making *self, int i, uno_Interface **series) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.chart.XDiagram::getDataRowProperties");
  return kp_uno_call(self->error, self->diagram, &get, series, i);
}

static char *cells_of(const making *self, int32_t column) {
  char from[KP_EXPORT_CELL_SIZE];
  char to[KP_EXPORT_CELL_SIZE];
  kp_export_cell_name(column, self->chart->header + 1, true, from);
  kp_export_cell_name(column, self->chart->last, true, to);
  return kp_export_format("%s.%s:%s", self->sheet, from, to);
}

static bool set_bars(making *self, uno_Interface *series) {
  enum { FROM_DATA = 7, BOTH = 1 };
  kp_uno_error *error = self->error;
  uno_Interface *look = NULL;
  char *below = cells_of(self, self->chart->below);
  char *above = cells_of(self, self->chart->above);
  bool good = (below != NULL && above != NULL) || kp_uno_error_memory(error);
  good = good && kp_uno_property_set_long(error, series, "ErrorBarStyle", FROM_DATA) &&
         kp_uno_property_set_string(error, series, "ErrorBarRangeNegative", below) &&
         kp_uno_property_set_string(error, series, "ErrorBarRangePositive", above) &&
         kp_export_set_enum(error, series, "ErrorIndicator",
                            "com.sun.star.chart.ChartErrorIndicatorType", BOTH) &&
         kp_uno_property_get_interface(error, series, "DataErrorProperties", &look) &&
         kp_uno_property_set_long(error, look, "LineColor", DOT) &&
         kp_uno_property_set_long(error, look, "LineWidth", 50);
  kp_uno_release(look);
  free(below);
  free(above);
  return good;
}

static bool set_color(making *self, uno_Interface *series, int32_t color) {
  return kp_uno_property_set_long(self->error, series, "FillColor", color) &&
         kp_uno_property_set_long(self->error, series, "LineColor", color);
}

static bool set_caption(making *self, uno_Interface *series, int caption, int placement,
                        double height) {
  return kp_uno_property_set_long(self->error, series, "DataCaption", caption) &&
         kp_uno_property_set_long(self->error, series, "LabelPlacement", placement) &&
         kp_export_set_float(self->error, series, "CharHeight", (float)height);
}

enum { VALUE = 1, NAME = 64, CENTER = 1, TOP = 2, RIGHT = 8 };

/* Shares with their number where it fits; percentages of the office's own get lost in .xlsx. */
static bool stack(making *self) {
  static const int32_t colors[] = {DETRACTOR, PASSIVE, PROMOTER};
  static const int32_t inks[] = {0xFFFFFF, INK, INK};
  static kp_uno_method get_y = KP_UNO_METHOD("com.sun.star.chart.XAxisYSupplier::getYAxis");
  kp_uno_error *error = self->error;
  uno_Interface *y = NULL;
  bool good = kp_uno_property_set_bool(error, self->diagram, "Vertical", true) &&
              kp_uno_property_set_bool(error, self->diagram, "Percent", true) &&
              kp_uno_call(error, self->diagram, &get_y, &y) &&
              kp_uno_property_set_long(error, y, "GapWidth", 40) &&
              kp_uno_property_set_long(error, y, "Overlap", 100);
  for (int i = 0; good && i < 3; i++) {
    uno_Interface *series = NULL;
    good = series_at(self, i, &series) && set_color(self, series, colors[i]) &&
           set_caption(self, series, VALUE, CENTER, 9) &&
           kp_uno_property_set_long(error, series, "CharColor", inks[i]) &&
           set_format(self, series, "[>=0.05]0 %;");
    kp_uno_release(series);
  }
  kp_uno_release(y);
  return good;
}

static bool dots(making *self, bool line) {
  kp_uno_error *error = self->error;
  uno_Interface *series = NULL;
  kp_uno_size size = {220, 220};
  uno_Any any;
  kp_uno_any_init(&any);
  bool good = kp_uno_property_set_bool(error, self->diagram, "Lines", line) &&
              series_at(self, 0, &series) && set_color(self, series, DOT) &&
              kp_uno_property_set_long(error, series, "SymbolType", CIRCLE) &&
              kp_uno_any_set(&any, "com.sun.star.awt.Size", &size, error) &&
              kp_uno_property_set(error, series, "SymbolSize", &any) &&
              set_caption(self, series, VALUE, RIGHT, 9) &&
              set_format(self, series,
                         "+0;\xE2\x88\x92"
                         "0;0") &&
              set_bars(self, series);
  kp_uno_any_clear(&any);
  kp_uno_release(series);
  return good;
}

static bool bars(making *self) {
  uno_Interface *series = NULL;
  bool good = kp_uno_property_set_bool(self->error, self->diagram, "Vertical", true) &&
              series_at(self, 0, &series) && set_color(self, series, 0xB9CBDD) &&
              set_bars(self, series);
  kp_uno_release(series);
  return good;
}

/* One series of a matrix: a driver with its name, a dashed line, or only a word in a corner. In
 * such a chart the first two places are both the first series. */
static bool matrix_series(making *self, int i) {
  int named = self->chart->dots;
  bool line = i >= named && i < named + 2;
  uno_Interface *series = NULL;
  kp_uno_error *error = self->error;
  bool good =
      series_at(self, i + 1, &series) &&
      kp_uno_property_set_long(error, series, "SymbolType", i < named ? CIRCLE : NO_SYMBOL) &&
      kp_export_set_enum(error, series, "LineStyle", "com.sun.star.drawing.LineStyle",
                         line ? 1 : 0) &&
      set_color(self, series, line ? ZERO : DOT);
  if (good && line)
    good = kp_uno_property_set_long(error, series, "LineWidth", 30);
  else if (good)
    good = set_caption(self, series, NAME, i < named ? RIGHT : TOP, 9) &&
           kp_uno_property_set_long(error, series, "CharColor", i < named ? INK : ZERO);
  kp_uno_release(series);
  return good;
}

static bool matrix(making *self) {
  bool good = kp_uno_property_set_bool(self->error, self->diagram, "Lines", true);
  int all = self->chart->last_series - self->chart->first_series + 1;
  for (int i = 0; good && i < all; i++)
    good = matrix_series(self, i);
  return good;
}

static bool fill(making *self) {
  switch (self->chart->shape) {
  case KP_EXPORT_STACK:
    return stack(self);
  case KP_EXPORT_BARS:
    return bars(self);
  case KP_EXPORT_MATRIX:
    return matrix(self);
  default:
    return dots(self, self->chart->shape == KP_EXPORT_LINE);
  }
}

/* ----------------------------------------------------------------------------------------- whole
 */

static bool compose(making *self, uno_Interface *charts, const char *name) {
  static kp_uno_method get =
      KP_UNO_METHOD("com.sun.star.document.XEmbeddedObjectSupplier::getEmbeddedObject");
  static kp_uno_method rest = KP_UNO_METHOD("com.sun.star.frame.XModel::lockControllers");
  static kp_uno_method wake = KP_UNO_METHOD("com.sun.star.frame.XModel::unlockControllers");
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *table = NULL;
  bool good = kp_export_named(self->error, charts, name, &table) &&
              kp_uno_call(self->error, table, &get, &self->model) &&
              kp_uno_call(self->error, self->model, &rest, NULL);
  if (good) {
    good = make_diagram(self) && fill(self) && set_axes(self) && dress(self);
    kp_uno_call(&ignored, self->model, &wake, NULL);
  }
  kp_uno_release(self->diagram);
  kp_uno_release(self->model);
  kp_uno_release(table);
  return good;
}

bool kp_export_chart_add(kp_uno_error *error, uno_Interface *sheet, const kp_export_chart *chart,
                         const kp_uno_rectangle *place) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.table.XTableChartsSupplier::getCharts");
  kp_uno_cell_range_address where;
  uno_Interface *charts = NULL;
  char *own = NULL;
  char name[32];
  making self = {.error = error, .chart = chart};
  bool good = kp_export_address(error, sheet, &where) && kp_export_name_of(error, sheet, &own) &&
              kp_uno_call(error, sheet, &get, &charts);
  uno_Sequence *ranges = good ? ranges_of(error, chart, where.sheet) : NULL;
  self.sheet = good ? kp_export_reference(own) : NULL;
  good = good && ranges != NULL && (self.sheet != NULL || kp_uno_error_memory(error)) &&
         add_named(error, charts, place, ranges, chart->shape != KP_EXPORT_MATRIX, name) &&
         compose(&self, charts, name) && describe(error, sheet, name, chart);
  free(self.sheet);
  free(own);
  kp_uno_sequence_free(ranges, "[]com.sun.star.table.CellRangeAddress");
  kp_uno_release(charts);
  return good;
}
