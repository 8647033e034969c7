/* SPDX-License-Identifier: GPL-3.0-or-later */
/** What stands in one cell: to remember it, to compare it, to put it back. Within src/workbook
 * only. */
#ifndef KERNPUNT_WORKBOOK_CONTENT_H
#define KERNPUNT_WORKBOOK_CONTENT_H

#include "kernpunt/uno.h"

/** com.sun.star.table.CellContentType. */
typedef enum kp_content_kind {
  KP_CONTENT_EMPTY,
  KP_CONTENT_NUMBER,
  KP_CONTENT_TEXT,
  KP_CONTENT_FORMULA
} kp_content_kind;

typedef struct kp_content {
  kp_content_kind kind;
  char *text;     /**< of a text, or the formula in English notation; else NULL */
  double number;  /**< of a number */
  int32_t format; /**< key of the number format; writing a text may change it */
} kp_content;

/** Reads a cell; kp_content_clear it, whatever the answer. */
bool kp_content_read(kp_uno_error *error, uno_Interface *cell, kp_content *content);
/** The same without its number format, to compare it only. */
bool kp_content_look(kp_uno_error *error, uno_Interface *cell, kp_content *content);
void kp_content_clear(kp_content *content);
/** Whether the same stands there; formats do not count. */
bool kp_content_same(const kp_content *one, const kp_content *other);
/** Whether it is exactly this text; an empty cell is "". */
bool kp_content_is(const kp_content *content, const char *text);
/** Writes it into the cell. Its number format is not looked at. */
bool kp_content_write(kp_uno_error *error, uno_Interface *cell, const kp_content *content);
/** Puts it back into the cell, its number format included. A text that was formatted in parts comes
 * back without them. */
bool kp_content_put(kp_uno_error *error, uno_Interface *cell, const kp_content *content);

#endif
