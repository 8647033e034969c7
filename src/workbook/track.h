/* SPDX-License-Identifier: GPL-3.0-or-later */
/** A row on its way into a sheet, followed wherever it goes. Within src/workbook only. */
#ifndef KERNPUNT_WORKBOOK_TRACK_H
#define KERNPUNT_WORKBOOK_TRACK_H

#include "content.h"
#include "kernpunt/uno.h"
#include "transaction.h"

struct kp_track {
  kp_track *next;
  uno_Interface *sheet;
  uno_Interface *cell;  /**< of the ID; follows it when rows come and go. NULL until it is known */
  uno_Interface *below; /**< of an inserted row: the one it pushed down */
  int32_t column;       /**< of the ID when the line was begun */
  int32_t row;          /**< before which it was inserted */
  char *id;
  bool inserted; /**< else it was there before */
  bool named;    /**< its ID was written, or it was there before */
};

/** A new line, put before `*list`; NULL without memory. */
kp_track *kp_track_new(kp_uno_error *error, kp_track **list, const kp_grid *grid, const char *id);
void kp_track_free(kp_track *line);

/** Inserts the row. After an error `inserted` tells whether it came all the same. */
bool kp_track_insert(kp_uno_error *error, kp_track *line, int32_t row);

/** Where a cell is; it follows when rows and columns come and go. */
bool kp_track_place(kp_uno_error *error, uno_Interface *cell, kp_uno_cell_range_address *place);
/** A cell of a sheet, acquired. */
bool kp_track_cell(kp_uno_error *error, uno_Interface *sheet, int32_t column, int32_t row,
                   uno_Interface **cell);
/** Whether its ID is still where it was, or followed. */
bool kp_track_stays(kp_uno_error *error, const kp_track *line);
/** Looks for the line wherever it may be by now, by its ID; -1 when it is gone. An ID that stands
 * twice is no error when one of them is where it was. */
bool kp_track_seek(kp_uno_error *error, const kp_track *line, int32_t *row);

/** Takes an inserted row away, and looks: false when it is there still, or nobody knows. `whole`:
 * all that was written into it is there still, which tells a row without its ID. `undone`: by the
 * office already, perhaps. */
bool kp_track_remove(kp_uno_error *error, const kp_track *line, bool whole, bool undone);

#endif
