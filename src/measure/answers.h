/* SPDX-License-Identifier: GPL-3.0-or-later */
/** What the files of the answer sheets share. Within src/measure only. */
#ifndef KERNPUNT_MEASURE_ANSWERS_INTERNAL_H
#define KERNPUNT_MEASURE_ANSWERS_INTERNAL_H

#include "kernpunt/measure.h"

enum { KP_ANSWERS_WORD = 200 /**< bytes of a header that are looked at */ };

/** A header as words are compared: small letters, one blank between words, none around. */
void kp_answers_fold(const char *text, char folded[KP_ANSWERS_WORD]);
/** How strongly a folded header says one of the words of a list, 0: not at all. */
int kp_answers_strength(const kp_method_list *list, const char *folded,
                        const kp_method_item **item);
/** The header of a column as it stands; "" when it is none. */
const char *kp_answers_header(const kp_answers_grid *grid, const kp_answers_map *map, int column);

/** How well a column holds something, from 0 to 1; `alone`: its header says nothing. */
double kp_answers_holds(const kp_method *method, const kp_answers_grid *grid,
                        const kp_answers_map *map, const kp_method_list *list, int column,
                        bool alone);
/** Whether the row has anything in it. */
bool kp_answers_filled(const kp_answers_grid *grid, int row);

bool kp_answers_read_sheet(kp_uno_error *error, uno_Interface *model, const char *name,
                           kp_answers_grid *grid);
/** Reads some columns (-1: left blank) from the row of the header down; they stand side by side in
 * the grid, whose row 0 is that of the header. kp_answers_grid_free it in any case. */
bool kp_answers_read_columns(kp_uno_error *error, uno_Interface *model, uno_Interface *sheet,
                             const int32_t *columns, int count, int32_t header,
                             kp_answers_grid *grid);
/** Reads the header as row 0, and the rows `first` to `last` of the sheet below it. */
bool kp_answers_read_tail(kp_uno_error *error, uno_Interface *sheet, int32_t header, int32_t first,
                          int32_t last, kp_answers_grid *grid);
/** kp_answers_names_of that also tells each row of the grid its place among the names, -1 for none.
 */
bool kp_answers_names_at(const kp_answers_grid *grid, const kp_answers_map *map, int column,
                         kp_answers_names *names, int32_t *places);
/** Measurements, oldest first: for qsort. */
int kp_answers_by_time(const void *one, const void *other);
/** The column of a part that cannot be told any more: people must be asked. */
bool kp_answers_is_lost(const kp_method *method, const kp_source *source, kp_method_role role);
/** The sheet of that name, acquired. */
bool kp_answers_sheet(kp_uno_error *error, uno_Interface *model, const char *name,
                      uno_Interface **sheet);
/** The columns of a source on the grid of its sheet; false when its header is gone. */
bool kp_answers_map_of(const kp_method *method, const kp_source *source,
                       const kp_answers_grid *grid, kp_answers_map *map);
/** Adds the scores of a measurement (its ID, title and row) from the source that has its answers;
 * false when none has. */
bool kp_answers_read_wave(const kp_measure_input *in, const char *id, const char *title, size_t row,
                          kp_measure_scores *scores);

#endif
