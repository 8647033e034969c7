/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Containers of a document and their elements, known by name. Within tests/fake only. */
#ifndef KERNPUNT_TESTS_FAKE_PART_H
#define KERNPUNT_TESTS_FAKE_PART_H

#include "model.h"

/** State of a container, or of one element by its name. */
typedef struct fake_part {
  fake_document *document;
  char *name;
} fake_part;

uno_Interface *fake_part_new(fake_class *class, fake_document *document, const char *name);
void fake_part_finalize(void *state);
/** Raises NoSuchElementException. */
bool fake_no_element(kp_uno_incoming *in, const char *name);

#define FAKE_INDEX "com.sun.star.container.XIndexAccess::"
#define FAKE_NAMES "com.sun.star.container.XNameAccess::"
#define FAKE_PART_CLASS(label, list, row_list)                                                     \
  {                                                                                                \
    .table = {                                                                                     \
      .implementation = label,                                                                     \
      .interfaces = list,                                                                          \
      FAKE_ROWS(row_list),                                                                         \
      .state_size = sizeof(fake_part),                                                             \
      .finalize = fake_part_finalize                                                               \
    }                                                                                              \
  }

#endif
