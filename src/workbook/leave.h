/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * What the team does not want to hear of again, as rows of the hidden sheet that colleagues share:
 * kind "leave", key "rule" or "rule/table/row/column", value "never", "until 2026-12-30", "changed
 * MARK", or nothing when it is told again. Within src/workbook only.
 */
#ifndef KERNPUNT_WORKBOOK_LEAVE_INTERNAL_H
#define KERNPUNT_WORKBOOK_LEAVE_INTERNAL_H

#include "kernpunt/workbook.h"
#include "registry.h"

/** Name stored in users' files: never change. */
#define KP_REGISTRY_LEAVE "leave"

enum {
  KP_LEAVE_MARK_SIZE = 17, /**< 64 bits in hexadecimal */
  KP_LEAVE_RULE_SIZE = 200,
  KP_LEAVE_VALUE_SIZE = 40,
  KP_LEAVE_KEY_SIZE = 400
};

/** Of a text. */
void kp_leave_mark_text(const char *text, char mark[KP_LEAVE_MARK_SIZE]);
/** Of what people typed in a row: not of formulas, and not of who saved it when. */
void kp_leave_mark_row(const kp_method_rows *rows, const kp_method_table *table, size_t row,
                       char mark[KP_LEAVE_MARK_SIZE]);

/** The key of an item, of the whole rule with KP_LEAVE_RULE; false when it cannot be left. */
bool kp_leave_key(const kp_check_item *item, kp_leave how, char key[KP_LEAVE_KEY_SIZE]);
/** What is noted. */
void kp_leave_value(kp_leave how, const char *mark, kp_date today, char value[KP_LEAVE_VALUE_SIZE]);
/** Whether a value that was noted still holds. A value of a later version does not. */
bool kp_leave_holds(const char *value, const char *mark, kp_date today);

/** Takes out of the check what is left, and counts it. Errors stay. */
void kp_leave_out(const kp_registry *registry, kp_check *check);

#endif
