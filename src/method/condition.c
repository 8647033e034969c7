/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether something holds of a row. */
#include "book.h"

static bool is_set(kp_unless unless, bool value) {
  return unless == KP_EITHER || (unless == KP_YES) == value;
}

static bool item_holds(const kp_condition *condition, kp_method_cell cell) {
  if (condition->is == 0)
    return true;
  const kp_method_item *item = kp_cell_item(condition->column, cell);
  bool among = item != NULL && (condition->is & (uint64_t)1 << item->index) != 0;
  return among != condition->negate;
}

static bool dates_hold(const kp_method_book *book, const kp_condition *condition,
                       kp_method_cell cell) {
  int32_t serial;
  if (!condition->from.set && !condition->until.set)
    return true;
  if (!kp_cell_date(cell, &serial))
    return false;
  double days = (double)serial - book->today_serial;
  return (!condition->from.set || days >= kp_book_amount(book, &condition->from)) &&
         (!condition->until.set || days <= kp_book_amount(book, &condition->until));
}

static bool numbers_hold(const kp_method_book *book, const kp_condition *condition,
                         kp_method_cell cell) {
  double number;
  if (!condition->least.set && !condition->most.set)
    return true;
  if (!kp_cell_number(cell, &number))
    return false;
  return (!condition->least.set || number >= kp_book_amount(book, &condition->least)) &&
         (!condition->most.set || number <= kp_book_amount(book, &condition->most));
}

/* Comparisons with the row that asks. */
static bool own_holds(const kp_method_book *book, const kp_condition *condition,
                      kp_method_cell cell, size_t asker_row) {
  if (condition->same != NULL) {
    kp_method_cell own = kp_book_cell(book, condition->same, asker_row);
    if (!kp_cell_filled(own) || !kp_cell_same(own, cell))
      return false;
  }
  if (condition->not_after != NULL) {
    double number;
    double own;
    if (!kp_cell_number(cell, &number) ||
        !kp_cell_number(kp_book_cell(book, condition->not_after, asker_row), &own) || number > own)
      return false;
  }
  return true;
}

bool kp_condition_holds(kp_method_book *book, const kp_condition *condition,
                        const kp_method_table *table, size_t row, size_t asker_row) {
  if (!is_set(condition->fresh, row == KP_METHOD_NEW_ROW))
    return false;
  if (condition->column == NULL)
    return true;
  if (condition->changed != KP_EITHER &&
      !is_set(condition->changed,
              kp_book_is_entry(book, table, row) && kp_book_changed(book, condition->column)))
    return false;
  /* A link that leads nowhere leads to nothing: as if the cell were blank. */
  kp_method_cell cell = {KP_METHOD_BLANK, NULL, 0};
  if (kp_book_follow(book, &condition->via, &table, &row))
    cell = kp_book_cell(book, condition->column, row);
  bool filled = kp_cell_filled(cell);
  if (!filled && condition->or_blank)
    return true;
  return is_set(condition->filled, filled) && item_holds(condition, cell) &&
         dates_hold(book, condition, cell) && numbers_hold(book, condition, cell) &&
         own_holds(book, condition, cell, asker_row);
}

bool kp_conditions_hold(kp_method_book *book, const kp_condition *const *list, size_t count,
                        const kp_method_table *table, size_t row, size_t asker_row) {
  for (size_t i = 0; i < count; i++)
    if (!kp_condition_holds(book, list[i], table, row, asker_row))
      return false;
  return true;
}
