/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Leaving what the check found: for a while, until it changes, or for good. */
#ifndef KERNPUNT_WORKBOOK_LEAVE_H
#define KERNPUNT_WORKBOOK_LEAVE_H

#include "kernpunt/workbook.h"

typedef enum kp_leave {
  KP_LEAVE_DAYS,    /**< for KP_LEAVE_FOR days */
  KP_LEAVE_CHANGED, /**< until the row changes */
  KP_LEAVE_RULE     /**< this rule never again, wherever it speaks */
} kp_leave;

enum { KP_LEAVE_FOR = 30 };

/** Whether the item can be left: an error cannot, nor what only this computer knows. */
bool kp_workbook_can_leave(const kp_check_item *item);

/**
 * Notes in the workbook that the item is left, so that colleagues do not hear of it either, as one
 * step of undo with a line in the log. KP_WORKBOOK_REFUSED when the document is read-only, shared
 * without recorded changes, not set up, or its hidden sheet is protected, and for an item that
 * cannot be left.
 */
kp_workbook_answer kp_workbook_leave(kp_uno_error *error, const kp_document *document,
                                     const kp_check_item *item, kp_leave how, kp_outcome *outcome);

/** Everything that was left is told again; the same answers. */
kp_workbook_answer kp_workbook_leave_nothing(kp_uno_error *error, const kp_document *document,
                                             kp_outcome *outcome);

#endif
