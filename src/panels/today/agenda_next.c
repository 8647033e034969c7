/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to do when nothing is due: the next step of the follow-up. */
#include "agenda.h"

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

/* The first open step of a row in words; NULL when it has none. */
static char *step_of(search *in, size_t row) {
  kp_method_progress progress = {NULL, 0};
  char *text = NULL;
  bool found = false;
  if (!kp_method_book_steps(in->book, in->table, row, in->language, &progress)) {
    in->failed = true;
    return NULL;
  }
  for (size_t i = 0; !found && i < progress.count; i++) {
    const kp_method_step_state *state = &progress.list[i];
    if (state->state != KP_METHOD_OPEN)
      continue;
    found = true;
    char *head = kp_text_fill(KP_TEXT_TODAY_NEXT, in->language, text_at(in, in->table->title, row),
                              state->step->name.in[in->language]);
    const char *parts[] = {head, state->message};
    text = head != NULL ? kp_text_join(parts, 2, "\n") : NULL;
    in->failed = text == NULL;
    free(head);
  }
  kp_method_progress_clear(&progress);
  return text;
}

/* The rows of one practice that have this rank. */
static char *search_rows(search *in, const kp_method_practice *practice, int rank, char **id) {
  char *text = NULL;
  in->table = practice->table;
  in->status = kp_method_status(practice->table);
  size_t count = in->rows->count(in->rows->data, in->table);
  for (size_t row = 0; row < count && text == NULL; row++) {
    if (in->failed || in->tries >= MOST_TRIES || rank_of(in, row) != rank)
      continue;
    in->tries++;
    text = step_of(in, row);
    if (text != NULL && id != NULL) {
      const char *part = text_at(in, in->table->id, row);
      *id = kp_text_join(&part, 1, "");
    }
  }
  return text;
}

char *kp_agenda_next(kp_method_book *book, const kp_method *method, const kp_method_rows *rows,
                     kp_language language, char **id) {
  search in = {.book = book, .rows = rows, .language = language};
  char *text = NULL;
  bool any = false;
  if (id != NULL)
    *id = NULL;
  for (int rank = 0; rank <= 2; rank++)
    for (size_t i = 0; text == NULL && i < method->practice_count; i++)
      if (is_used(&in, method->practices[i])) {
        any = true;
        text = search_rows(&in, method->practices[i], rank, id);
      }
  if (text == NULL && !in.failed)
    text = kp_text_fill(any ? KP_TEXT_TODAY_NEXT_CHOOSE : KP_TEXT_NONE, language, NULL, NULL);
  if (id != NULL && *id == NULL)
    *id = kp_text_join(NULL, 0, "");
  return text;
}
