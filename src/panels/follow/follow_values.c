/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a form begins with: what the focus point gives, what the method offers, the next why. */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

/* -------------------------------------------------------------------------------------- presets */

/* Whether the row that is linked there is being typed in this step, and will be saved with this
 * one. */
static bool is_coming(const kp_follow_input *in, const kp_follow_view *view,
                      const kp_method_column *column) {
  const kp_method_step *step = kp_follow_step(view);
  for (size_t i = 0; step != NULL && i < step->task_count; i++) {
    char key[KP_FOLLOW_KEY];
    if (step->tasks[i]->fills != column)
      continue;
    kp_follow_key_form(view->focus, step, step->tasks[i], "", key);
    if (in->begun(in->memory, key))
      return true;
  }
  return false;
}

static bool take_preset(const kp_follow_input *in, kp_follow_view *view,
                        const kp_method_preset *preset) {
  bool fresh = view->entry_id[0] == '\0';
  if (preset->from != NULL) {
    char *text = kp_follow_value(in, view, preset->from);
    /* What the focus point does not know yet may be asked. */
    if (text != NULL && text[0] == '\0' && !view->loose && !is_coming(in, view, preset->from)) {
      free(text);
      return true;
    }
    return kp_follow_put(&view->given, preset->column->key, text);
  }
  /* Beside a chain people tick that it is confirmed: then it gets its day. */
  if (view->task->itself && kp_follow_chain_task(kp_follow_step(view)) != NULL)
    return true;
  char *text = kp_follow_value_text(in, preset->column, preset->value);
  if (preset->fixed)
    return kp_follow_put(&view->given, preset->column->key, text);
  bool blank = fresh || (view->task->itself && kp_follow_says(in, preset->column, view->row, ""));
  if (blank)
    return kp_follow_put(&view->offered, preset->column->key, text);
  free(text);
  return true;
}

/* ------------------------------------------------------------------------------- what is at hand
 */

static bool is_there(const kp_follow_values *values, const char *key) {
  for (size_t i = 0; i < values->count; i++)
    if (strcmp(values->list[i].key, key) == 0)
      return true;
  return false;
}

/* What is given and offered so far, as an entry for the rules. */
static kp_method_value *cells_of(const kp_follow_input *in, const kp_follow_view *view,
                                 size_t *count) {
  const kp_method_table *table = view->task->form->table;
  const kp_follow_values *lists[] = {&view->given, &view->offered};
  kp_method_value *cells = calloc(view->given.count + view->offered.count + 2, sizeof *cells);
  *count = 0;
  for (size_t k = 0; cells != NULL && k < 2; k++)
    for (size_t i = 0; i < lists[k]->count; i++) {
      const kp_method_column *column = kp_method_find_column(table, lists[k]->list[i].key);
      if (column != NULL)
        cells[(*count)++] =
            (kp_method_value){column, kp_method_cell_given(column, lists[k]->list[i].text,
                                                           in->rows->language, in->today)};
    }
  return cells;
}

/* Whether rules would refuse this row in that column. */
static bool fits(const kp_follow_input *in, const kp_follow_view *view,
                 const kp_method_column *column, const char *id) {
  kp_method_findings findings = {NULL, 0, 0};
  size_t count = 0;
  kp_method_value *cells = cells_of(in, view, &count);
  bool good = cells != NULL;
  if (good) {
    cells[count++] =
        (kp_method_value){column, kp_method_cell_given(column, id, in->rows->language, in->today)};
    const kp_method_entry entry = {.table = view->task->form->table,
                                   .row = KP_METHOD_NEW_ROW,
                                   .values = cells,
                                   .count = count};
    good = kp_method_check_entry(in->book, &entry, in->language, &findings);
    for (size_t i = 0; good && i < findings.count; i++)
      good = findings.list[i].severity != KP_METHOD_REFUSE || findings.list[i].column != column;
  }
  kp_method_findings_clear(&findings);
  free(cells);
  return good;
}

/* The column by which rows of a table belong to the focus point. */
static const kp_method_column *link_to(const kp_method_table *table,
                                       const kp_method_table *wanted) {
  for (size_t i = 0; i < table->count; i++)
    if (table->columns[i]->kind == KP_METHOD_LINK && table->columns[i]->target == wanted)
      return table->columns[i];
  return NULL;
}

/* The column that marks one of the rows of a table: of a chain. */
static const kp_method_column *mark_of(const kp_follow_view *view, const kp_method_table *table) {
  for (size_t i = 0; i < view->practice->step_count; i++) {
    const kp_method_task *task = kp_follow_chain_task(view->practice->steps[i]);
    if (task != NULL && task->form->table == table)
      return task->chain->core;
  }
  return NULL;
}

/* The only row that a link can lead to, or the one that is marked; its ID, malloc'ed, or NULL. */
static char *only_row(const kp_follow_input *in, const kp_follow_view *view,
                      const kp_method_column *column) {
  const kp_method_table *table = column->target;
  const kp_method_column *link = link_to(table, view->table);
  const kp_method_column *mark = mark_of(view, table);
  const kp_method_item *yes = kp_method_yes(in->method, true);
  char *only = NULL;
  size_t found = 0;
  bool marked = false;
  for (size_t row = 0; row < kp_follow_count(in, table) && !(found > 1 && mark == NULL); row++) {
    if (link != NULL && !kp_follow_says(in, link, row, view->focus))
      continue;
    bool core = mark != NULL && yes != NULL && kp_follow_says(in, mark, row, yes->key);
    char *id = table->id != NULL && (core || !marked) ? kp_follow_text(in, table->id, row) : NULL;
    if (id != NULL && id[0] != '\0' && fits(in, view, column, id)) {
      free(only);
      only = id;
      id = NULL;
      found = core && !marked ? 1 : found + 1;
      marked = marked || core;
    }
    free(id);
  }
  if (found != 1) {
    free(only);
    only = NULL;
  }
  return only;
}

/* Links that are asked and can lead to one row only. */
static bool offer_links(const kp_follow_input *in, kp_follow_view *view) {
  const kp_method_step *step = kp_follow_step(view);
  bool good = true;
  for (size_t i = 0; good && i < view->asked_count; i++) {
    const kp_method_column *column = view->asked[i];
    size_t count = 0;
    if (column->kind != KP_METHOD_LINK || column->target == NULL ||
        is_there(&view->given, column->key) || is_there(&view->offered, column->key))
      continue;
    kp_method_value *cells = cells_of(in, view, &count);
    const kp_method_entry entry = {.table = view->task->form->table,
                                   .row = KP_METHOD_NEW_ROW,
                                   .values = cells,
                                   .count = count};
    bool wanted = cells != NULL && (kp_method_required(in->book, &entry, column) ||
                                    (step != NULL && kp_method_book_asks(in->book, step, column)));
    free(cells);
    char *only = wanted ? only_row(in, view, column) : NULL;
    if (only != NULL)
      good = kp_follow_put(&view->offered, column->key, only);
  }
  return good;
}

/* Another form for rows of the same table, in an earlier step: what was said there holds on. */
static const kp_method_task *earlier_task(const kp_follow_view *view) {
  const kp_method_step *step = kp_follow_step(view);
  for (size_t i = 0; step != NULL && i < view->practice->step_count; i++) {
    const kp_method_step *before = view->practice->steps[i];
    for (size_t k = 0; before != step && k < before->task_count; k++)
      if (before->tasks[k]->form->table == view->task->form->table &&
          before->tasks[k]->form != view->task->form && !before->tasks[k]->itself &&
          before->tasks[k]->fills == NULL)
        return before->tasks[k];
    if (before == step)
      break;
  }
  return NULL;
}

static bool offer_earlier(const kp_follow_input *in, kp_follow_view *view) {
  const kp_method_task *task = earlier_task(view);
  const kp_method_step *step = kp_follow_step(view);
  kp_follow_rows rows = {NULL, 0};
  bool good = task == NULL || kp_follow_belonging(in, view, task, 1, &rows);
  for (size_t i = 0; good && rows.count > 0 && i < view->asked_count; i++) {
    const kp_method_column *column = view->asked[i];
    if (is_there(&view->given, column->key) || is_there(&view->offered, column->key) ||
        kp_method_book_asks(in->book, step, column))
      continue;
    char *text = kp_follow_text(in, column, rows.list[0].row);
    if (text != NULL && text[0] != '\0')
      good = kp_follow_put(&view->offered, column->key, text);
    else
      free(text);
  }
  kp_follow_rows_clear(&rows);
  return good;
}

/* Who was the last to get one, is so again. */
static bool offer_owner(const kp_follow_input *in, kp_follow_view *view) {
  const char *owner = in->recall(in->memory, KP_FOLLOW_OWNER);
  bool good = true;
  for (size_t i = 0; owner != NULL && good && i < in->method->source_count; i++) {
    const kp_method_source *source = in->method->sources[i];
    if (source->form == view->task->form && source->who != NULL &&
        source->table->role == KP_ROLE_ACTION)
      good = kp_follow_put(&view->offered, source->who->key, kp_text_copy(owner));
  }
  return good;
}

/* "+2.1": below branch 2. */
static int branch_of(const kp_follow_input *in, const kp_follow_view *view) {
  return view->fresh[0] == '+' ? (int)strtol(view->fresh + 1, NULL, 10)
                               : kp_follow_branch(in, view);
}

bool kp_follow_find_values(const kp_follow_input *in, kp_follow_view *view) {
  bool good = true;
  for (size_t i = 0; good && i < view->task->preset_count; i++)
    good = take_preset(in, view, view->task->presets[i]);
  if (!good || view->entry_id[0] != '\0' || view->closed)
    return good;
  if (view->task->chain != NULL)
    return kp_follow_find_chain(in, view, branch_of(in, view));
  return offer_links(in, view) && offer_earlier(in, view) && offer_owner(in, view);
}
