/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Content of cells in the forms in which the API gives and takes it. Within tests/fake only. */
#ifndef KERNPUNT_TESTS_FAKE_PUT_H
#define KERNPUNT_TESTS_FAKE_PUT_H

#include "model.h"

#include "kernpunt/method.h"

/** Raises when the sizes differ or the sheet is protected. */
bool fake_put_data(fake_document *document, const fake_area *area, const uno_Sequence *data,
                   kp_uno_error *error);
/** [][]any and [][]string, to be freed. */
uno_Sequence *fake_take_data(fake_document *document, const fake_area *area);
uno_Sequence *fake_take_formulas(fake_document *document, const fake_area *area);
/** As one would have to type it; to be freed. */
char *fake_take_formula(fake_document *document, const fake_cell *cell);
/** As it is shown; to be freed. */
char *fake_take_shown(fake_document *document, const fake_area *at);

#endif
