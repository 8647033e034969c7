/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which charts there are: what they show of their table, and the columns only they need.
 *
 * Error bars want the distance to each bound, not the bound; a matrix wants a column for each dot
 * that has a name. Those stand to the right of the table, behind an empty column. */
#include "chart.h"

#include <stdlib.h>
#include <string.h>

kp_export_what kp_export_table_of(kp_export_what what) {
  switch (what) {
  case KP_EXPORT_CHART_SHARES:
  case KP_EXPORT_CHART_SCORES:
    return KP_EXPORT_UNITS;
  case KP_EXPORT_CHART_CHANGES:
    return KP_EXPORT_CHANGES;
  case KP_EXPORT_CHART_TREND:
    return KP_EXPORT_TREND;
  case KP_EXPORT_CHART_DRIVERS:
    return KP_EXPORT_DRIVERS;
  default:
    return what;
  }
}

/* Makes the table wider, and higher when need be; the note stays in its last row. */
static bool widen(kp_export_table *table, int columns, int rows) {
  kp_export_table wide = *table;
  rows = rows > table->rows ? rows : table->rows;
  if (!kp_export_table_start(&wide, table->columns + columns, rows))
    return false;
  wide.total = table->total;
  for (int row = 0; row < table->rows; row++)
    for (int column = 0; column < table->columns; column++) {
      int to = row == table->rows - 1 ? rows - 1 : row;
      *kp_export_at(&wide, column, to) = *kp_export_at(table, column, row);
    }
  free(table->cells);
  wide.failed = table->failed;
  *table = wide;
  return true;
}

/* Columns of a table: value, lower and upper bound, and the first free one behind an empty one. */
static void bounds_of(kp_export_what what, int *value, int *lower, int *upper) {
  *value = what == KP_EXPORT_CHART_TREND ? 2 : 5;
  *lower = what == KP_EXPORT_CHART_TREND ? 3 : 6;
  *upper = *lower + 1;
}

static bool add_distances(const kp_export_source *source, kp_export_what what,
                          kp_export_table *table) {
  int value = 0;
  int bound[2] = {0, 0};
  int at = table->columns + 1;
  bounds_of(what, &value, &bound[0], &bound[1]);
  if (!widen(table, 3, 0))
    return false;
  for (int side = 0; side < 2; side++) {
    kp_export_words(
        table, at + side, table->header, KP_EXPORT_SMALL,
        kp_text_get(side == 0 ? KP_TEXT_EXPORT_BELOW : KP_TEXT_EXPORT_ABOVE, source->language));
    for (int row = table->first; row <= table->last; row++) {
      char v[KP_EXPORT_CELL_SIZE];
      char b[KP_EXPORT_CELL_SIZE];
      kp_export_place(table, value, row, v);
      kp_export_place(table, bound[side], row, b);
      kp_export_formula(
          table, at + side, row, KP_EXPORT_COUNT, false,
          kp_export_format("=IF(AND(ISNUMBER(%s);ISNUMBER(%s));ABS(%s-%s);\"\")", v, b, b, v));
    }
  }
  return !table->failed;
}

/* ------------------------------------------------------------------------------------ the matrix
 */

enum { MEAN = 2, WEIGHT = 3, QUADRANTS = 4, LINES = 2 };

/* Words of the quadrants, from left above, and where they stand: which side in x and y. */
static const kp_text corners[QUADRANTS] = {KP_TEXT_EXPORT_IMPROVE, KP_TEXT_EXPORT_STRENGTHEN,
                                           KP_TEXT_EXPORT_MONITOR, KP_TEXT_EXPORT_MAINTAIN};

static char *over(const kp_export_table *table, const char *function, int column) {
  char from[KP_EXPORT_CELL_SIZE];
  char to[KP_EXPORT_CELL_SIZE];
  kp_export_place(table, column, table->first, from);
  kp_export_place(table, column, table->last, to);
  return kp_export_format("%s(%s:%s)", function, from, to);
}

/* The edge of the drawing, a bit beyond the last dot; weights begin at 0. */
static char *edge(const kp_export_table *table, int column, bool high, double share) {
  char *least = over(table, "MIN", column);
  char *most = over(table, "MAX", column);
  char *made = NULL;
  if (least != NULL && most != NULL)
    made = column == WEIGHT ? kp_export_format("%.2f*%s", high ? 1 + share / 2 : 0.3 - share, most)
                            : kp_export_format("%s%s%.2f*(%s-%s)", high ? most : least,
                                               high ? "+" : "-", share, most, least);
  free(least);
  free(most);
  return made;
}

/* A point of a series: a row of its own, x in the first column, y in that of the series. */
static void point(kp_export_table *table, int at, int series, int row, char *x, char *y) {
  kp_export_formula(table, at, row, KP_EXPORT_DECIMAL, false,
                    x != NULL ? kp_export_format("=IFERROR(%s;\"\")", x) : NULL);
  kp_export_formula(table, at + 1 + series, row, KP_EXPORT_SHARE, false,
                    y != NULL ? kp_export_format("=IFERROR(%s;\"\")", y) : NULL);
  free(x);
  free(y);
}

static char *cell_of(const kp_export_table *table, int column, int row) {
  char name[KP_EXPORT_CELL_SIZE];
  return kp_text_copy(kp_export_place(table, column, row, name));
}

static bool add_matrix(const kp_export_source *source, kp_export_table *table) {
  int drivers = table->last - table->first + 1;
  int at = table->columns + 1;
  int row = table->first;
  if (!widen(table, 2 + drivers + LINES + QUADRANTS,
             table->first + drivers + 2 * LINES + QUADRANTS + 1))
    return false;
  kp_export_words(table, at, table->header, KP_EXPORT_SMALL,
                  kp_text_get(KP_TEXT_EXPORT_MEAN, source->language));
  for (int i = 0; i < drivers; i++, row++) {
    char *name = cell_of(table, 0, row);
    kp_export_formula(table, at + 1 + i, table->header, KP_EXPORT_SMALL, false,
                      name != NULL ? kp_export_format("=%s", name) : NULL);
    free(name);
    point(table, at, i, row, cell_of(table, MEAN, row), cell_of(table, WEIGHT, row));
  }
  for (int line = 0; line < LINES; line++) {
    kp_export_words(table, at + 1 + drivers + line, table->header, KP_EXPORT_SMALL,
                    kp_text_get(KP_TEXT_EXPORT_AVERAGE, source->language));
    for (int end = 0; end < 2; end++, row++)
      point(table, at, drivers + line, row,
            line == 0 ? over(table, "AVERAGE", MEAN) : edge(table, MEAN, end == 1, 0.3),
            line == 0 ? edge(table, WEIGHT, end == 1, 0.3) : over(table, "AVERAGE", WEIGHT));
  }
  for (int i = 0; i < QUADRANTS; i++, row++) {
    kp_export_words(table, at + 1 + drivers + LINES + i, table->header, KP_EXPORT_SMALL,
                    kp_text_get(corners[i], source->language));
    point(table, at, drivers + LINES + i, row, edge(table, MEAN, i % 2 == 1, 0.2),
          edge(table, WEIGHT, i < 2, 0.25));
  }
  return !table->failed;
}

bool kp_export_chart_columns(const kp_export_source *source, kp_export_what what,
                             kp_export_table *table) {
  switch (what) {
  case KP_EXPORT_CHART_SCORES:
  case KP_EXPORT_CHART_CHANGES:
  case KP_EXPORT_CHART_TREND:
    return add_distances(source, what, table);
  case KP_EXPORT_CHART_DRIVERS:
    return add_matrix(source, table);
  default:
    return true;
  }
}

/* ---------------------------------------------------------------------------------- descriptions
 */

void kp_export_chart_of(const kp_export_source *source, kp_export_what what,
                        const kp_export_table *table, kp_export_chart *chart) {
  static const struct {
    kp_export_shape shape;
    kp_text title;
    kp_text alt;
    double least, most, step;
  } kinds[KP_EXPORT_WHAT_COUNT] = {
      [KP_EXPORT_CHART_SHARES] = {KP_EXPORT_STACK, KP_TEXT_EXPORT_CHART_SHARES,
                                  KP_TEXT_EXPORT_ALT_SHARES, 0, 1, 0.25},
      [KP_EXPORT_CHART_SCORES] = {KP_EXPORT_DOTS, KP_TEXT_EXPORT_CHART_SCORES,
                                  KP_TEXT_EXPORT_ALT_SCORES, -100, 100, 50},
      [KP_EXPORT_CHART_CHANGES] = {KP_EXPORT_BARS, KP_TEXT_EXPORT_CHART_CHANGES,
                                   KP_TEXT_EXPORT_ALT_CHANGES, -100, 100, 50},
      [KP_EXPORT_CHART_TREND] = {KP_EXPORT_LINE, KP_TEXT_EXPORT_CHART_TREND,
                                 KP_TEXT_EXPORT_ALT_TREND, -100, 100, 50},
      [KP_EXPORT_CHART_DRIVERS] = {KP_EXPORT_MATRIX, KP_TEXT_EXPORT_CHART_DRIVERS,
                                   KP_TEXT_EXPORT_ALT_DRIVERS, 0, 0, 0},
  };
  int value = 0;
  int lower = 0;
  int upper = 0;
  bounds_of(what, &value, &lower, &upper);
  *chart = (kp_export_chart){.shape = kinds[what].shape,
                             .title = kp_text_get(kinds[what].title, source->language),
                             .alt = kp_text_get(kinds[what].alt, source->language),
                             .header = table->top + table->header,
                             .last = table->top + table->last,
                             .names = table->left,
                             .first_series = table->left + value,
                             .last_series = table->left + value,
                             .below = table->left + table->columns - 2,
                             .above = table->left + table->columns - 1,
                             .least = kinds[what].least,
                             .most = kinds[what].most,
                             .step = kinds[what].step};
  if (chart->shape == KP_EXPORT_STACK) {
    chart->first_series = table->left + 2;
    chart->last_series = table->left + 4;
  } else if (chart->shape == KP_EXPORT_MATRIX) {
    int drivers = table->last - table->first + 1;
    chart->dots = drivers;
    chart->last_series = table->left + table->columns - 1;
    chart->first_series = chart->last_series - (drivers + LINES + QUADRANTS) + 1;
    chart->names = chart->first_series - 1;
    chart->last = chart->header + drivers + 2 * LINES + QUADRANTS;
    chart->x_title = kp_text_get(KP_TEXT_EXPORT_MEAN, source->language);
    chart->y_title = kp_text_get(KP_TEXT_EXPORT_WEIGHT, source->language);
  }
}
