/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Looks of cells: formats, styles, lists of words, conditional formats. Within tests/fake only. */
#ifndef KERNPUNT_TESTS_FAKE_LOOKS_H
#define KERNPUNT_TESTS_FAKE_LOOKS_H

#include "document.h"

typedef enum fake_look_field {
  FAKE_LOOK_FORMAT,
  FAKE_LOOK_STYLE,
  FAKE_LOOK_JUSTIFY,
  FAKE_LOOK_WRAPPED,
  FAKE_LOOK_VALIDATION
} fake_look_field;

/** Changes one thing of all cells of an area; nothing on a protected sheet. */
void fake_look_set(fake_document *document, const fake_area *area, fake_look_field field,
                   int32_t value);

bool fake_get_validation(kp_uno_incoming *in, uno_Any *value);
bool fake_set_validation(kp_uno_incoming *in, const uno_Any *value);
bool fake_get_conditions(kp_uno_incoming *in, uno_Any *value);
bool fake_set_conditions(kp_uno_incoming *in, const uno_Any *value);

#endif
