/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The focus points to choose from, and the one that is shown first. */
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const kp_method_item *kp_follow_parked(const kp_method_list *statuses) {
  for (size_t i = 0; i < statuses->count; i++)
    if (statuses->items[i]->step == 0 && !statuses->items[i]->end)
      return statuses->items[i];
  return NULL;
}

/* ------------------------------------------------------------------------------------ practices */

static bool is_used(const kp_follow_input *in, const kp_method_practice *practice) {
  return practice->step_count > 0 && practice->table->id != NULL &&
         (in->rows->enabled == NULL || in->rows->enabled(in->rows->data, practice));
}

/* The one at `index` of those with steps; of those that the team uses when there are any. */
const kp_method_practice *kp_follow_practice(const kp_follow_input *in, size_t index) {
  const kp_method *method = in->method;
  bool any = false;
  for (size_t i = 0; i < method->practice_count; i++)
    any = any || is_used(in, method->practices[i]);
  for (size_t i = 0; i < method->practice_count; i++) {
    const kp_method_practice *practice = method->practices[i];
    bool good = any ? is_used(in, practice) : practice->step_count > 0;
    if (good && index-- == 0)
      return practice;
  }
  return NULL;
}

/* --------------------------------------------------------------------------------- the choices */

static kp_follow_group group_of(const kp_follow_input *in, const kp_method_table *table,
                                size_t row) {
  const kp_method_column *column = kp_method_status(table);
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
  const kp_method_column *column = kp_method_role_column(table, KP_ROLE_CHANGED_ON);
  if (column == NULL)
    return 0;
  kp_method_cell cell = in->rows->cell(in->rows->data, column, row);
  return cell.kind == KP_METHOD_VALUE ? cell.number : 0;
}

/* One row; those without an ID cannot be linked to and are left to the check. */
static bool take(const kp_follow_input *in, const kp_method_practice *practice, size_t row,
                 kp_follow_choices *choices) {
  const kp_method_table *table = practice->table;
  char *id = kp_follow_text(in, table->id, row);
  if (id == NULL || id[0] == '\0') {
    free(id);
    return id != NULL;
  }
  kp_follow_choice *choice = &choices->list[choices->count++];
  *choice = (kp_follow_choice){.practice = practice,
                               .id = id,
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
  if (a->practice != b->practice)
    return a->practice->table->index < b->practice->table->index ? -1 : 1;
  return a->row < b->row ? -1 : a->row > b->row;
}

bool kp_follow_choices_make(const kp_follow_input *in, kp_follow_choices *choices) {
  const kp_method_practice *practice = NULL;
  size_t count = 0;
  for (size_t i = 0; (practice = kp_follow_practice(in, i)) != NULL; i++)
    count += kp_follow_count(in, practice->table);
  *choices = (kp_follow_choices){calloc(count + 1, sizeof *choices->list), 0};
  bool good = choices->list != NULL;
  for (size_t i = 0; good && (practice = kp_follow_practice(in, i)) != NULL; i++)
    for (size_t row = 0; good && row < kp_follow_count(in, practice->table); row++)
      good = take(in, practice, row, choices);
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

const kp_follow_choice *kp_follow_default(const kp_follow_choices *choices) {
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
  return best;
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
    return kp_text_copy("");
  char *per = kp_follow_value(in, view, limit.per);
  bool known = per != NULL && per[0] != '\0';
  snprintf(active, sizeof active, "%zu", known ? kp_follow_active(in, &limit, per) : 0);
  snprintf(most, sizeof most, "%.0f", limit.most);
  free(per);
  return known ? kp_text_fill(KP_TEXT_FOLLOW_ACTIVE, in->language, active, most) : kp_text_copy("");
}

static bool add_part(char **text, char *part) {
  bool good = part != NULL && (part[0] == '\0' || kp_text_add(text, " · ", part));
  free(part);
  return good;
}

char *kp_follow_state_text(const kp_follow_input *in, const kp_follow_view *view) {
  char *text = kp_text_copy("");
  kp_method_limit limit;
  if (text == NULL || view->loose)
    return text;
  const kp_method_column *status = kp_method_status(view->table);
  const kp_method_phase *phase = view->row != KP_METHOD_NEW_ROW
                                     ? kp_method_book_phase(in->book, view->table, view->row)
                                     : NULL;
  bool good = status == NULL || add_part(&text, kp_follow_text(in, status, view->row));
  if (kp_method_book_limit(in->book, view->table, &limit))
    good = good && add_part(&text, kp_follow_text(in, limit.per, view->row));
  if (phase != NULL)
    good = good && add_part(&text, kp_text_copy(phase->name.in[in->language]));
  char *active = good ? limit_text(in, view) : NULL;
  if (active != NULL && active[0] != '\0')
    kp_text_add(&text, " · ", active);
  free(active);
  return text;
}
