/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to do when nothing is due: the next step of the follow-up. */
#include "agenda.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Rows that are looked at before it gives up: each look counts rows of other tables. */
enum { MOST_TRIES = 20 };

typedef struct search {
  kp_method_book *book;
  const kp_method_rows *rows;
  const kp_method_table *table;
  const kp_method_column *status; /* or NULL: all rows are alike */
  kp_language language;
  int tries;
  bool failed;
} search;

static bool is_used(const search *in, const kp_method_practice *practice) {
  return practice->step_count > 0 &&
         (in->rows->enabled == NULL || in->rows->enabled(in->rows->data, practice)) &&
         in->rows->count(in->rows->data, practice->table) != KP_METHOD_NO_TABLE;
}

/* Which rows come first: 0 for those under way, then the later ones, then those that only begin; -1
 * for rows that are at their end or aside. */
static int rank_of(const search *in, size_t row) {
  if (in->status == NULL)
    return 0;
  kp_method_cell cell = in->rows->cell(in->rows->data, in->status, row);
  const kp_method_item *item =
      cell.kind == KP_METHOD_WORDS ? kp_method_item_of(in->status->list, cell.text) : NULL;
  if (item == NULL || item->step == 0 || item->end)
    return -1;
  return item->step == 2 ? 0 : item->step > 2 ? 1 : 2;
}

static const char *text_at(const search *in, const kp_method_column *column, size_t row) {
  kp_method_cell cell = {KP_METHOD_BLANK, NULL, 0};
  if (column != NULL)
    cell = in->rows->cell(in->rows->data, column, row);
  return cell.kind == KP_METHOD_WORDS ? cell.text : "";
}

/* The first open step of a row; false when it has none. */
static bool find_step(search *in, size_t row, kp_agenda_left *left) {
  kp_method_progress progress = {NULL, 0};
  bool found = false;
  if (!kp_method_book_steps(in->book, in->table, row, in->language, &progress)) {
    in->failed = true;
    return false;
  }
  for (size_t i = 0; !found && i < progress.count; i++) {
    if (progress.list[i].state != KP_METHOD_OPEN)
      continue;
    char at[24];
    char of[24];
    snprintf(at, sizeof at, "%zu", i + 1);
    snprintf(of, sizeof of, "%zu", progress.count);
    char *count = kp_text_fill(KP_TEXT_DUE_STEP, in->language, at, of);
    const char *parts[] = {count, progress.list[i].step->name.in[in->language]};
    found = true;
    left->title = kp_text_copy(text_at(in, in->table->title, row));
    left->step = count != NULL ? kp_text_join(parts, 2, " · ") : NULL;
    left->id = kp_text_copy(text_at(in, in->table->id, row));
    in->failed = left->title == NULL || left->step == NULL || left->id == NULL;
    free(count);
  }
  kp_method_progress_clear(&progress);
  return found;
}

static void look_at(search *in, const kp_method_practice *practice) {
  in->table = practice->table;
  in->status = kp_method_status(practice->table);
}

/* The rows of one practice that have this rank. */
static bool search_rows(search *in, const kp_method_practice *practice, int rank,
                        kp_agenda_left *left) {
  bool found = false;
  look_at(in, practice);
  size_t count = in->rows->count(in->rows->data, in->table);
  for (size_t row = 0; row < count && !found; row++) {
    if (in->failed || in->tries >= MOST_TRIES || rank_of(in, row) != rank)
      continue;
    in->tries++;
    found = find_step(in, row, left);
  }
  return found;
}

/* The row that was worked on last, while it is on its way. */
static bool search_chosen(search *in, const kp_method_practice *practice, const char *chosen,
                          kp_agenda_left *left) {
  size_t row = 0;
  look_at(in, practice);
  size_t count = in->rows->count(in->rows->data, in->table);
  while (row < count && strcmp(text_at(in, in->table->id, row), chosen) != 0)
    row++;
  return row < count && rank_of(in, row) >= 0 && find_step(in, row, left);
}

void kp_agenda_left_clear(kp_agenda_left *left) {
  free(left->title);
  free(left->step);
  free(left->id);
  *left = (kp_agenda_left){NULL, NULL, NULL};
}

bool kp_agenda_left_off(kp_method_book *book, const kp_method *method, const kp_method_rows *rows,
                        const char *chosen, kp_language language, kp_agenda_left *left) {
  search in = {.book = book, .rows = rows, .language = language};
  bool any = false;
  bool found = false;
  *left = (kp_agenda_left){NULL, NULL, NULL};
  for (size_t i = 0; chosen != NULL && !found && i < method->practice_count; i++)
    if (is_used(&in, method->practices[i]))
      found = search_chosen(&in, method->practices[i], chosen, left);
  for (int rank = 0; !found && rank <= 2; rank++)
    for (size_t i = 0; !found && i < method->practice_count; i++)
      if (is_used(&in, method->practices[i])) {
        any = true;
        found = search_rows(&in, method->practices[i], rank, left);
      }
  if (!found && !in.failed) {
    left->title = kp_text_copy("");
    left->step = kp_text_fill(any ? KP_TEXT_TODAY_NEXT_CHOOSE : KP_TEXT_NONE, language, NULL, NULL);
    left->id = kp_text_copy("");
    in.failed = left->title == NULL || left->step == NULL || left->id == NULL;
  }
  if (in.failed)
    kp_agenda_left_clear(left);
  return !in.failed;
}
