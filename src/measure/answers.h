/* SPDX-License-Identifier: GPL-3.0-or-later */
/** What the files of the answer sheets share. Within src/measure only. */
#ifndef KERNPUNT_MEASURE_ANSWERS_INTERNAL_H
#define KERNPUNT_MEASURE_ANSWERS_INTERNAL_H

#include "kernpunt/measure.h"
#include "kernpunt/measure_plan.h"

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
/** The columns of a source on the grid of its sheet; false when its header is gone. */
bool kp_answers_map_of(const kp_method *method, const kp_source *source,
                       const kp_answers_grid *grid, kp_answers_map *map);
/** Adds the scores of a measurement (its ID, title and row) from the source that has its answers;
 * false when none has. */
bool kp_answers_read_wave(const kp_measure_input *in, const char *id, const char *title, size_t row,
                          kp_measure_scores *scores);

#endif
