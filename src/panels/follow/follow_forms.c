/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms on the board: one, or the whys of a chain. */
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_FIRST = 16, WHYS = 3, QUESTION = 74 };

kp_form *kp_follow_form(const kp_follow *follow) {
  if (follow->form_count == 0)
    return NULL;
  return follow->forms[follow->current < follow->form_count ? follow->current : 0].form;
}

/* ------------------------------------------------------------------------- what they are made for
 */

static uint64_t mix(uint64_t hash, const char *text) {
  for (; *text != '\0'; text++)
    hash = (hash ^ (unsigned char)*text) * 1099511628211U;
  return (hash ^ 0xFFU) * 1099511628211U;
}

static uint64_t mix_values(uint64_t hash, const kp_follow_values *values) {
  for (size_t i = 0; i < values->count; i++)
    hash = mix(mix(hash, values->list[i].key), values->list[i].text);
  return hash;
}

static uint64_t mix_row(uint64_t hash, const kp_follow_input *in, const kp_follow_view *view,
                        const char *id) {
  size_t row = 0;
  if (kp_follow_is_fresh(id) || !kp_method_book_find(in->book, view->task->form->table, id, &row))
    return hash;
  for (size_t i = 0; i < view->asked_count; i++) {
    char *text = kp_follow_text(in, view->asked[i], row);
    hash = mix(hash, text != NULL ? text : "");
    free(text);
  }
  return hash;
}

/* What the workbook says in the forms: a form in which nothing was typed follows the workbook. */
static uint64_t content_of(const kp_follow_input *in, const kp_follow *follow) {
  const kp_follow_view *view = &follow->view;
  uint64_t hash = mix_values(mix_values(14695981039346656037U, &view->given), &view->offered);
  if (follow->links.list == NULL)
    return mix_row(hash, in, view, view->entry_id);
  for (size_t i = 0; i < follow->links.count; i++)
    hash = mix_row(mix(hash, follow->links.list[i].question), in, view, follow->links.list[i].id);
  return hash;
}

static bool is_dirty(const kp_follow *follow) {
  for (size_t i = 0; i < follow->form_count; i++)
    if (kp_form_dirty(follow->forms[i].form))
      return true;
  return false;
}

/* --------------------------------------------------------------------------------- which of them
 */

/* A why whose other fields are open stands alone. */
static const kp_follow_link *opened(const kp_pane *pane) {
  const kp_follow_links *links = &kp_follow_of(pane)->links;
  for (size_t i = 0; i < links->count; i++) {
    char key[KP_FOLLOW_KEY + 8];
    snprintf(key, sizeof key, "page/%s", links->list[i].draft);
    if (kp_desk_draft(pane->desk, key) != NULL)
      return &links->list[i];
  }
  return NULL;
}

/* As many as fit; the last ones, unless people went back. */
static size_t first_link(const kp_pane *pane) {
  const kp_follow *follow = kp_follow_of(pane);
  char key[KP_FOLLOW_KEY];
  kp_follow_key_branch(&follow->view, -1, key);
  const char *back = kp_desk_draft(pane->desk, key);
  if (back != NULL || follow->links.count <= WHYS)
    return 0;
  return follow->links.count - WHYS;
}

static uint64_t shape_of(const kp_pane *pane) {
  const kp_follow *follow = kp_follow_of(pane);
  uint64_t hash = mix(14695981039346656037U, follow->view.draft);
  const kp_follow_link *alone = opened(pane);
  if (follow->links.list == NULL)
    return hash;
  if (alone != NULL)
    return mix(mix(hash, "alone"), alone->id);
  for (size_t i = first_link(pane); i < follow->links.count; i++)
    hash = mix(hash, follow->links.list[i].id);
  return hash;
}

/* ----------------------------------------------------------------------------------------- making
 */

void kp_follow_drop_forms(kp_pane *pane) {
  kp_follow *follow = kp_follow_of(pane);
  for (size_t i = 0; i < follow->form_count; i++)
    kp_form_free(follow->forms[i].form);
  follow->form_count = 0;
  follow->current = 0;
  follow->shape = 0;
  free(follow->asked);
  follow->asked = NULL;
  follow->asked_count = 0;
  kp_board_cut(pane->board, KP_FOLLOW_TOP);
  for (int i = KP_FOLLOW_TOP; i < KP_FOLLOW_WIDGETS; i++)
    follow->widgets[i] = KP_BOARD_NONE;
}

static bool add_form(kp_pane *pane, const char *id, kp_form_subject *subject) {
  kp_follow *follow = kp_follow_of(pane);
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_follow_shown *shown = &follow->forms[follow->form_count];
  if (follow->form_count == KP_FOLLOW_FORMS)
    return true;
  if (strcmp(subject->draft, follow->refused_draft) == 0) {
    subject->marks = follow->refused.marks;
    subject->mark_count = follow->refused.mark_count;
  }
  snprintf(shown->id, sizeof shown->id, "%s", id);
  snprintf(shown->draft, sizeof shown->draft, "%s", subject->draft);
  shown->form = kp_form_new(&ignored, pane->board, pane->desk, pane->context, pane->frame,
                            pane->language, &kp_pane_asks, subject);
  follow->form_count += shown->form != NULL ? 1 : 0;
  return shown->form != NULL;
}

static bool make_one(kp_pane *pane, const kp_follow_input *in) {
  kp_follow *follow = kp_follow_of(pane);
  const kp_method_column *first[MOST_FIRST];
  kp_form_subject subject = kp_follow_subject(&follow->view);
  subject.first_count = kp_follow_asked_first(in, &follow->view, first, MOST_FIRST);
  subject.first = first;
  return add_form(pane, follow->view.entry_id, &subject);
}

/* "2  Why in the evening?" */
static char *question_of(const kp_follow_link *link, bool first) {
  char number[24];
  char *cut = kp_text_cut(link->question, QUESTION);
  char *text = NULL;
  snprintf(number, sizeof number, "%.0f  ", link->number);
  if (cut != NULL && kp_text_add(&text, "", number) && kp_text_add(&text, "", cut) && first)
    kp_text_add(&text, "", " *");
  free(cut);
  return text;
}

static bool make_why(kp_pane *pane, const kp_follow_link *link) {
  kp_follow *follow = kp_follow_of(pane);
  const kp_follow_view *view = &follow->view;
  char suffix[16];
  char *question = question_of(link, link == follow->links.list);
  snprintf(suffix, sizeof suffix, "_%d", (int)(link - follow->links.list) + 1);
  kp_form_subject subject = {.table = view->task->form->table,
                             .columns = follow->asked,
                             .count = follow->asked_count,
                             .id = kp_follow_is_fresh(link->id) ? "" : link->id,
                             .given = view->given.list,
                             .given_count = view->given.count,
                             .draft = link->draft,
                             .suffix = suffix,
                             .only = view->task->chain->answer,
                             .question = question != NULL ? question : ""};
  bool good = add_form(pane, link->id, &subject);
  free(question);
  return good;
}

static bool make_chain(kp_pane *pane) {
  kp_follow *follow = kp_follow_of(pane);
  const kp_follow_link *alone = opened(pane);
  if (alone != NULL)
    return make_why(pane, alone);
  bool good = true;
  size_t first = first_link(pane);
  for (size_t i = first; good && i < follow->links.count && i < first + WHYS; i++)
    good = make_why(pane, &follow->links.list[i]);
  return good;
}

/* The forms only borrow the columns, and the view is made anew at every refresh. */
static bool make(kp_pane *pane, const kp_follow_input *in) {
  kp_follow *follow = kp_follow_of(pane);
  kp_follow_view *view = &follow->view;
  if (follow->links.list == NULL && !make_one(pane, in))
    return false;
  follow->asked = view->asked;
  follow->asked_count = view->asked_count;
  view->asked = NULL;
  view->asked_count = 0;
  return follow->links.list == NULL || make_chain(pane);
}

/* ------------------------------------------------------------------------------------------ focus
 */

/* In a chain the first why without an answer, else the last. */
static void focus_forms(kp_pane *pane) {
  kp_follow *follow = kp_follow_of(pane);
  follow->focus_form = false;
  if (follow->form_count == 0)
    return;
  follow->current = 0;
  if (follow->links.list != NULL && follow->refused_draft[0] == '\0' && follow->form_count > 1) {
    const char *key = follow->view.task->chain->answer->key;
    follow->current = follow->form_count - 1;
    for (size_t i = follow->form_count; i-- > 0;) {
      char *answer = kp_form_value(follow->forms[i].form, key);
      if (answer != NULL && answer[0] == '\0')
        follow->current = i;
      free(answer);
    }
  }
  for (size_t i = 0; i < follow->form_count; i++)
    if (follow->refused_draft[0] != '\0' &&
        strcmp(follow->refused_draft, follow->forms[i].draft) == 0)
      follow->current = i;
  kp_form_focus(kp_follow_form(follow));
}

/* Where the focus was, by row and column. */
typedef struct place {
  char draft[KP_FOLLOW_KEY];
  const kp_method_column *column;
  int widget; /* above the forms */
} place;

static place place_of(const kp_pane *pane) {
  const kp_follow *follow = kp_follow_of(pane);
  place at = {.widget = kp_board_focused(pane->board)};
  for (size_t i = 0; i < follow->form_count; i++) {
    const kp_method_column *column = kp_form_focused(follow->forms[i].form);
    if (column == NULL)
      continue;
    at.column = column;
    snprintf(at.draft, sizeof at.draft, "%s", follow->forms[i].draft);
  }
  return at;
}

static void focus_again(kp_pane *pane, const place *at) {
  kp_follow *follow = kp_follow_of(pane);
  for (size_t i = 0; at->column != NULL && i < follow->form_count; i++)
    if (strcmp(follow->forms[i].draft, at->draft) == 0 &&
        kp_form_focus_on(follow->forms[i].form, at->column))
      follow->current = i;
}

void kp_follow_renew_forms(kp_pane *pane, const kp_follow_input *in) {
  kp_follow *follow = kp_follow_of(pane);
  const kp_follow_view *view = &follow->view;
  kp_uno_error ignored = KP_UNO_IGNORED;
  bool wanted = view->task != NULL && !view->closed && !follow->no_sheet;
  uint64_t shape = wanted ? shape_of(pane) : 0;
  uint64_t content = wanted ? content_of(in, follow) : 0;
  bool same = wanted && follow->form_count > 0 && shape == follow->shape;
  if (same && !follow->rebuild && (content == follow->content || is_dirty(follow))) {
    if (follow->focus_form)
      focus_forms(pane);
    return;
  }
  place at = place_of(pane);
  kp_follow_drop_forms(pane);
  follow->shape = shape;
  follow->content = content;
  follow->rebuild = false;
  if (wanted && !make(pane, in))
    kp_follow_refuse_text(pane, KP_TEXT_NO_MEMORY, NULL);
  kp_follow_add_bottom(pane, &ignored);
  if (follow->form_count > 0 && follow->focus_form)
    focus_forms(pane);
  else
    focus_again(pane, &at);
  follow->focus_form = false;
}

/* ------------------------------------------------------------------------------------------ chain
 */

void kp_follow_next_why(kp_pane *pane) {
  kp_follow *follow = kp_follow_of(pane);
  const kp_follow_links *links = &follow->links;
  char key[KP_FOLLOW_KEY];
  char number[24];
  size_t fresh = 0;
  if (links->list == NULL || links->count == 0)
    return;
  for (size_t i = 0; i < links->count; i++)
    fresh += kp_follow_is_fresh(links->list[i].id) ? 1 : 0;
  char *last = NULL;
  for (size_t i = 0; i < follow->form_count; i++)
    if (strcmp(follow->forms[i].id, links->list[links->count - 1].id) == 0)
      last = kp_form_value(follow->forms[i].form, follow->view.task->chain->answer->key);
  bool answered = last != NULL ? last[0] != '\0' : links->list[links->count - 1].answer[0] != '\0';
  free(last);
  snprintf(number, sizeof number, "%zu", fresh + (answered ? 1 : 0));
  kp_follow_key_places(&follow->view, links->branch, key);
  kp_desk_set_draft(pane->desk, key, number);
  kp_follow_key_branch(&follow->view, -1, key);
  if (kp_desk_draft(pane->desk, key) != NULL)
    kp_desk_set_draft(pane->desk, key, NULL);
  kp_follow_pin(pane);
  follow->focus_form = true;
  kp_pane_refresh(pane);
}

void kp_follow_evidence(kp_pane *pane) {
  kp_follow *follow = kp_follow_of(pane);
  kp_form *form = kp_follow_form(follow);
  if (form == NULL || follow->links.list == NULL)
    return;
  kp_form_turn(form, opened(pane) == NULL);
  follow->rebuild = true;
  follow->focus_form = true;
  kp_pane_refresh(pane);
}
