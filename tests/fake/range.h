/* SPDX-License-Identifier: GPL-3.0-or-later */
/** What ranges, cells, sheets and cursors share. Within tests/fake only. */
#ifndef KERNPUNT_TESTS_FAKE_RANGE_H
#define KERNPUNT_TESTS_FAKE_RANGE_H

#include "put.h"

/** State of all of them. */
typedef struct range {
  fake_document *document;
  fake_area area; /**< moves with the cells */
} range;

/** The state and its sheet; raises when the sheet is gone. */
bool fake_range_here(kp_uno_incoming *in, range **of, fake_sheet **sheet);

extern const fake_rows fake_query_rows;
extern const fake_rows fake_cell_rows;
extern const fake_rows fake_sheet_rows;

#endif
