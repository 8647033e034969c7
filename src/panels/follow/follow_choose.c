/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The focus points to choose from, and the one that is shown first. */
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const kp_method_column *kp_follow_status(const kp_method_table *table) {
  for (size_t i = 0; i < table->count; i++)
    if (table->columns[i]->kind == KP_METHOD_LIST && table->columns[i]->list->statuses)
      return table->columns[i];
  return NULL;
}

const kp_method_item *kp_follow_parked(const kp_method_list *statuses) {
  for (size_t i = 0; i < statuses->count; i++)
    if (statuses->items[i]->step == 0 && !statuses->items[i]->end)
      return statuses->items[i];
  return NULL;
}

static kp_follow_group group_of(const kp_follow_input *in, const kp_method_table *table,
                                size_t row) {
  const kp_method_column *column = kp_follow_status(table);
  if (kp_method_book_active(in->book, table, row))
    return KP_FOLLOW_ACTIVE;
  char *word = column != NULL ? kp_follow_text(in, column, row) : NULL;
  const kp_method_item *item = word != NULL ? kp_method_item_of(column->list, word) : NULL;
  free(word);
  if (item == NULL)
    return KP_FOLLOW_PROPOSED; /* blank, or a word of their own */
  if (item->end)
    return KP_FOLLOW_CLOSED;
  if (item->step == 0)
    return KP_FOLLOW_PARKED;
  return item->start ? KP_FOLLOW_PROPOSED : KP_FOLLOW_SECURED;
}

static double touched_on(const kp_follow_input *in, const kp_method_table *table, size_t row) {
  const kp_method_column *column = kp_method_find_column(table, "changed_on");
  if (column == NULL)
    return 0;
  kp_method_cell cell = in->rows->cell(in->rows->data, column, row);
  return cell.kind == KP_METHOD_VALUE ? cell.number : 0;
}

/* One row; those without an ID cannot be linked to and are left to the check. */
static bool take(const kp_follow_input *in, const kp_method_table *table, size_t row,
                 kp_follow_choices *choices) {
  char *id = kp_follow_text(in, table->id, row);
  if (id == NULL || id[0] == '\0') {
    free(id);
    return id != NULL;
  }
  kp_follow_choice *choice = &choices->list[choices->count++];
  *choice = (kp_follow_choice){.id = id,
                               .title = kp_follow_title(in, table, row),
                               .row = row,
                               .group = group_of(in, table, row),
                               .touched = touched_on(in, table, row)};
  return choice->title != NULL;
}

static int by_group(const void *one, const void *other) {
  const kp_follow_choice *a = one;
  const kp_follow_choice *b = other;
  if (a->group != b->group)
    return a->group < b->group ? -1 : 1;
  return a->row < b->row ? -1 : a->row > b->row;
}

bool kp_follow_choices_make(const kp_follow_input *in, kp_follow_choices *choices) {
  const kp_method_table *table = kp_method_follow_table(in->method);
  size_t count = table != NULL && table->id != NULL ? kp_follow_count(in, table) : 0;
  *choices = (kp_follow_choices){calloc(count + 1, sizeof *choices->list), 0};
  bool good = choices->list != NULL;
  for (size_t row = 0; good && row < count; row++)
    good = take(in, table, row, choices);
  if (!good)
    kp_follow_choices_clear(choices);
  else if (choices->count > 1)
    qsort(choices->list, choices->count, sizeof *choices->list, by_group);
  return good;
}

void kp_follow_choices_clear(kp_follow_choices *choices) {
  for (size_t i = 0; choices->list != NULL && i < choices->count; i++) {
    free(choices->list[i].id);
    free(choices->list[i].title);
  }
  free(choices->list);
  *choices = (kp_follow_choices){NULL, 0};
}

const char *kp_follow_default(const kp_follow_choices *choices) {
  const kp_follow_choice *best = NULL;
  for (size_t i = 0; i < choices->count; i++) {
    const kp_follow_choice *choice = &choices->list[i];
    bool active = choice->group == KP_FOLLOW_ACTIVE;
    if (choice->group == KP_FOLLOW_CLOSED || (best != NULL && !active && best->group == 0))
      continue;
    if (best == NULL || (active && choice->touched >= best->touched) ||
        (!active && choice->row > best->row))
      best = choice;
  }
  return best != NULL ? best->id : KP_FOLLOW_NEW;
}

size_t kp_follow_active(const kp_follow_input *in, const kp_method_limit *limit, const char *per) {
  const kp_method_table *table = limit->column->table;
  size_t count = kp_follow_count(in, table);
  size_t active = 0;
  for (size_t row = 0; row < count; row++)
    if (kp_method_book_active(in->book, table, row) && kp_follow_says(in, limit->per, row, per))
      active++;
  return active;
}

/* How many are active in the unit of the focus point, "" when that says nothing. */
static char *limit_text(const kp_follow_input *in, const kp_follow_view *view) {
  kp_method_limit limit;
  char active[24];
  char most[24];
  if (!kp_method_book_limit(in->book, view->table, &limit))
    return kp_follow_copy("");
  char *per = kp_follow_value(in, view, limit.per);
  bool known = per != NULL && per[0] != '\0';
  snprintf(active, sizeof active, "%zu", known ? kp_follow_active(in, &limit, per) : 0);
  snprintf(most, sizeof most, "%.0f", limit.most);
  free(per);
  return known ? kp_text_fill(KP_TEXT_FOLLOW_ACTIVE, in->language, active, most)
               : kp_follow_copy("");
}

static bool add_part(char **text, char *part) {
  bool good = part != NULL && (part[0] == '\0' || kp_follow_add(text, " · ", part));
  free(part);
  return good;
}

char *kp_follow_state_text(const kp_follow_input *in, const kp_follow_view *view) {
  char *text = kp_follow_copy("");
  kp_method_limit limit;
  if (text == NULL || view->loose)
    return text;
  const kp_method_column *status = kp_follow_status(view->table);
  const kp_method_phase *phase = view->row != KP_METHOD_NEW_ROW
                                     ? kp_method_book_phase(in->book, view->table, view->row)
                                     : NULL;
  bool good = status == NULL || add_part(&text, kp_follow_text(in, status, view->row));
  if (kp_method_book_limit(in->book, view->table, &limit))
    good = good && add_part(&text, kp_follow_text(in, limit.per, view->row));
  if (phase != NULL)
    good = good && add_part(&text, kp_follow_copy(phase->name.in[in->language]));
  char *active = good ? limit_text(in, view) : NULL;
  if (active != NULL && active[0] != '\0')
    kp_follow_add(&text, "\n", active);
  free(active);
  return text;
}
