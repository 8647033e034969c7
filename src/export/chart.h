/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Charts, made from one description. Within src/export only. */
#ifndef KERNPUNT_EXPORT_CHART_H
#define KERNPUNT_EXPORT_CHART_H

#include "table.h"

typedef enum kp_export_shape {
  KP_EXPORT_STACK, /**< lying bars of shares that make up 100 % */
  KP_EXPORT_DOTS,  /**< dots with error bars, names along x */
  KP_EXPORT_LINE,  /**< the same with a line through them */
  KP_EXPORT_BARS,  /**< lying bars with error bars and a zero line */
  KP_EXPORT_MATRIX /**< dots with names, two lines, four named quadrants */
} kp_export_shape;

enum { KP_EXPORT_NO_COLOR = -1 };

/** A chart. Columns and rows count from 0 on the sheet; ranges begin with the row of headers. */
typedef struct kp_export_chart {
  kp_export_shape shape;
  const char *title;
  const char *alt;     /**< what it shows, for who cannot see it */
  const char *x_title; /**< or NULL */
  const char *y_title;
  int32_t header; /**< row of headers */
  int32_t last;   /**< the last row with values */
  int32_t names;  /**< column of names; of a matrix that of x values */
  int32_t first_series;
  int32_t last_series;
  int32_t below; /**< columns of error bars, or -1 */
  int32_t above;
  double least; /**< ends of the axis of values; equal: as the office thinks */
  double most;
  double step;
  int dots; /**< of a matrix: so many series are dots with names; then two lines, then quadrants */
} kp_export_chart;

/** Adds it to a sheet, in 1/100 mm from its corner. */
bool kp_export_chart_add(kp_uno_error *error, uno_Interface *sheet, const kp_export_chart *chart,
                         const kp_uno_rectangle *place);

/** Columns beside a table that only its chart needs, and the description of the chart; the texts
 * stay as long as the table. False without memory. */
bool kp_export_chart_columns(const kp_export_source *source, kp_export_what what,
                             kp_export_table *table);
void kp_export_chart_of(const kp_export_source *source, kp_export_what what,
                        const kp_export_table *table, kp_export_chart *chart);
/** The table that a chart shows; the same for a table itself. */
kp_export_what kp_export_table_of(kp_export_what what);

#endif
