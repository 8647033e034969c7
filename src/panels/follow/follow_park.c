/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The limit of active focus points refuses one more: another one can be parked, and the form is
 * saved again. */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

/* The form as an entry, for the rules. Texts are kept beside it. */
typedef struct trial {
  kp_method_value *values;
  char **texts;
  size_t count;
} trial;

static void trial_clear(trial *of) {
  for (size_t i = 0; i < of->count; i++)
    free(of->texts[i]);
  free(of->texts);
  free(of->values);
}

static bool trial_add(const kp_follow_input *in, trial *of, const kp_method_column *column,
                      char *text) {
  if (text == NULL)
    return false;
  of->texts[of->count] = text;
  of->values[of->count] =
      (kp_method_value){column, kp_method_cell_given(column, text, in->rows->language, in->today)};
  of->count++;
  return true;
}

static bool trial_make(const kp_follow *follow, const kp_follow_input *in, trial *of) {
  *of = (trial){calloc(follow->asked_count + 1, sizeof *of->values),
                calloc(follow->asked_count + 1, sizeof *of->texts), 0};
  bool good = of->values != NULL && of->texts != NULL;
  for (size_t i = 0; good && i < follow->asked_count; i++)
    good = trial_add(in, of, follow->asked[i],
                     kp_form_value(kp_follow_form(follow), follow->asked[i]->key));
  return good;
}

bool kp_follow_is_limited(kp_pane *pane) {
  const kp_follow *follow = kp_follow_of(pane);
  const kp_follow_view *view = &follow->view;
  kp_method_findings findings = {NULL, 0, 0};
  kp_method_limit limit;
  kp_follow_input in;
  char *me = NULL;
  trial of = {NULL, NULL, 0};
  bool limited = false;
  if (kp_follow_form(follow) != NULL && view->task != NULL && view->task->itself &&
      kp_follow_read(pane, &in, &me) && kp_method_book_limit(in.book, view->table, &limit) &&
      trial_make(follow, &in, &of)) {
    const kp_method_entry entry = {view->table, view->row, of.values, of.count, NULL};
    kp_method_check_entry(in.book, &entry, pane->language, &findings);
    for (size_t i = 0; i < findings.count; i++)
      limited = limited || (findings.list[i].severity == KP_METHOD_REFUSE &&
                            strcmp(findings.list[i].rule, limit.rule) == 0);
  }
  kp_method_findings_clear(&findings);
  trial_clear(&of);
  free(me);
  return limited;
}

void kp_follow_park_end(kp_follow *follow) {
  free(follow->parking);
  follow->parking = NULL;
  follow->reason = NULL;
  follow->limited = false;
}

/* ------------------------------------------------------------------------------------- which one
 */

/* What parking a row asks that is not there yet: the first text. */
static const kp_method_column *asked_of(const kp_follow_input *in, size_t row,
                                        const kp_method_column *status,
                                        const kp_method_item *parked) {
  const kp_method_table *table = status->table;
  const kp_method_value value = {
      status, {.kind = KP_METHOD_WORDS, .text = parked->name.in[in->rows->language]}};
  const kp_method_entry entry = {table, row, &value, 1, NULL};
  for (size_t i = 0; i < table->count; i++) {
    const kp_method_column *column = table->columns[i];
    bool text = column->kind == KP_METHOD_TEXT || column->kind == KP_METHOD_LONGTEXT;
    if (text && kp_method_required(in->book, &entry, column) && kp_follow_says(in, column, row, ""))
      return column;
  }
  return NULL;
}

/* Asks which one; its ID, malloc'ed, or NULL: rows may move while the menu is open. */
static char *choose(kp_pane *pane, const kp_follow_input *in, const kp_method_limit *limit) {
  const kp_follow *follow = kp_follow_of(pane);
  const kp_follow_view *view = &follow->view;
  size_t rows = kp_follow_count(in, view->table);
  kp_board_row *menu = calloc(KP_FOLLOW_MENU, sizeof *menu);
  char *titles[KP_FOLLOW_MENU] = {NULL};
  char *ids[KP_FOLLOW_MENU] = {NULL};
  size_t count = 0;
  char *per = kp_form_value(kp_follow_form(follow), limit->per->key);
  if (per != NULL && per[0] == '\0') {
    free(per);
    per = kp_follow_value(in, view, limit->per);
  }
  for (size_t row = 0; menu != NULL && per != NULL && row < rows && count < KP_FOLLOW_MENU; row++) {
    if (row == view->row || !kp_method_book_active(in->book, view->table, row) ||
        !kp_follow_says(in, limit->per, row, per))
      continue;
    titles[count] = kp_follow_title(in, view->table, row);
    menu[count].text = titles[count] != NULL ? titles[count] : "";
    ids[count++] = kp_follow_text(in, view->table->id, row);
  }
  int chosen = kp_board_menu(pane->board, follow->widgets[KP_FOLLOW_PARK], menu, count,
                             kp_desk_model(pane->desk));
  char *id = NULL;
  if (chosen != KP_BOARD_NONE && !pane->disposed) {
    id = ids[chosen];
    ids[chosen] = NULL;
  }
  for (size_t i = 0; i < count; i++) {
    free(titles[i]);
    free(ids[i]);
  }
  free(per);
  free(menu);
  return id;
}

void kp_follow_park_choose(kp_pane *pane) {
  kp_follow *follow = kp_follow_of(pane);
  kp_method_limit limit;
  kp_follow_input in;
  char *me = NULL;
  if (kp_follow_form(follow) == NULL || !kp_follow_read(pane, &in, &me) ||
      !kp_method_book_limit(in.book, follow->view.table, &limit)) {
    free(me);
    return;
  }
  char *id = choose(pane, &in, &limit);
  size_t row = 0;
  free(me);
  me = NULL;
  /* The office ran on: what was read before may be gone. */
  if (id != NULL && kp_follow_read(pane, &in, &me) &&
      kp_method_book_find(in.book, follow->view.table, id, &row)) {
    const kp_method_item *parked = kp_follow_parked(limit.column->list);
    char *title = kp_follow_title(&in, follow->view.table, row);
    char *label = kp_text_fill(KP_TEXT_FOLLOW_PARK_WHY, pane->language, title, NULL);
    free(follow->parking);
    follow->parking = id;
    id = NULL;
    follow->reason = parked != NULL ? asked_of(&in, row, limit.column, parked) : NULL;
    if (label != NULL)
      kp_board_set_label(pane->board, follow->widgets[KP_FOLLOW_REASON_LABEL], label);
    kp_board_set_text(pane->board, follow->widgets[KP_FOLLOW_REASON], "");
    free(label);
    free(title);
    kp_follow_show_bottom(pane);
    if (follow->reason == NULL)
      kp_follow_park(pane);
    else
      kp_board_focus(pane->board, follow->widgets[KP_FOLLOW_REASON]);
  }
  free(id);
  free(me);
}

/* -------------------------------------------------------------------------------------- parking */

static bool write_parked(kp_pane *pane, const kp_document *document, const char *reason) {
  const kp_follow *follow = kp_follow_of(pane);
  const kp_method_column *status = kp_method_status(follow->view.table);
  const kp_method_item *parked = status != NULL ? kp_follow_parked(status->list) : NULL;
  kp_method_findings findings = {NULL, 0, 0};
  kp_outcome outcome = {.text = KP_TEXT_NONE};
  kp_uno_error error = KP_UNO_NO_ERROR;
  if (parked == NULL)
    return false;
  const kp_entry_value values[] = {{status->key, parked->key},
                                   {follow->reason != NULL ? follow->reason->key : "", reason}};
  const kp_entry entry = {.table = follow->view.table->key,
                          .id = follow->parking,
                          .values = values,
                          .count = follow->reason != NULL ? 2 : 1,
                          .note = reason};
  kp_workbook_answer answer = kp_workbook_change(&error, document, &entry, &findings, &outcome);
  if (answer != KP_WORKBOOK_WRITTEN)
    kp_follow_refuse(pane,
                     kp_workbook_told(answer, &outcome, &findings, &error, pane->language, " "));
  kp_outcome_clear(&outcome);
  kp_method_findings_clear(&findings);
  return answer == KP_WORKBOOK_WRITTEN;
}

static void save_again(kp_pane *pane) {
  kp_follow_park_end(kp_follow_of(pane));
  kp_desk_touch(pane->desk);
  kp_follow_save(pane);
}

void kp_follow_park(kp_pane *pane) {
  kp_follow *follow = kp_follow_of(pane);
  kp_document document;
  if (follow->parking == NULL || kp_board_busy(pane->board) || !kp_follow_document(pane, &document))
    return;
  char *reason = kp_board_text(pane->board, follow->widgets[KP_FOLLOW_REASON]);
  bool good = write_parked(pane, &document, reason != NULL ? reason : "");
  kp_pane_done(&document);
  free(reason);
  if (good)
    save_again(pane);
}
