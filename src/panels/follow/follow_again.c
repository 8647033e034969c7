/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the form itself leads to: the next why of another branch, the verdict on a measurement. */
#include "internal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <rtl/math.h>

/* --------------------------------------------------------------------------------- measure again
 */

/* Keys of the columns in which a measurement is compared with an earlier one. */
static const char earlier_key[] = "wave";
static const char later_key[] = "wave_after";
static const char now_key[] = "value_now";
static const char value_key[] = "value_later";
static const char verdict_key[] = "verdict";
static const char measure_key[] = "measure";

static const kp_method_column *asked(const kp_follow *follow, const char *key) {
  for (size_t i = 0; follow->form != NULL && i < follow->asked_count; i++)
    if (strcmp(follow->asked[i]->key, key) == 0)
      return follow->asked[i];
  return NULL;
}

static char *value_of(const kp_follow_input *in, const kp_follow_view *view, const char *key) {
  const kp_method_column *column = kp_method_find_column(view->table, key);
  return column != NULL ? kp_follow_value(in, view, column) : kp_follow_copy("");
}

/* Decimal comma or point, whatever the locale of the process; NaN for nothing. */
static double number_of(char *text) {
  enum rtl_math_ConversionStatus status = rtl_math_ConversionStatus_Ok;
  const char *end = NULL;
  char *comma = text != NULL ? strchr(text, ',') : NULL;
  if (comma != NULL)
    *comma = '.';
  double number = text != NULL
                      ? rtl_math_stringToDouble(text, text + strlen(text), '.', 0, &status, &end)
                      : NAN;
  return text == NULL || end == text ? NAN : number;
}

static void offer_values(kp_follow *follow, const kp_follow_input *in,
                         const kp_follow_measured *measured) {
  const kp_method_column *verdict = asked(follow, verdict_key);
  if (verdict != NULL && measured->verdict != NULL) {
    char *word = kp_follow_value_text(in, verdict, measured->verdict);
    if (word != NULL)
      kp_form_set_value(follow->form, verdict_key, word);
    free(word);
  }
  if (asked(follow, value_key) != NULL && measured->same)
    kp_form_set_value(follow->form, value_key, measured->later);
}

/* The range of one of them is not there. */
static char *range_text(const kp_pane *pane, const kp_follow_input *in, const char *wave) {
  const kp_method_column *column = kp_method_find_column(kp_follow_of(pane)->view.table, later_key);
  size_t row = 0;
  char *title = column != NULL && column->target != NULL &&
                        kp_method_book_find(in->book, column->target, wave, &row)
                    ? kp_follow_title(in, column->target, row)
                    : kp_follow_copy(wave);
  char *text =
      title != NULL ? kp_text_fill(KP_TEXT_FOLLOW_NO_RANGE, pane->language, title, NULL) : NULL;
  free(title);
  return text;
}

static char *compare(kp_pane *pane, const kp_follow_input *in, const char *earlier,
                     const char *later, kp_follow_measured *measured) {
  const kp_follow_view *view = &kp_follow_of(pane)->view;
  kp_follow_scores first;
  kp_follow_scores second;
  char *now = value_of(in, view, now_key);
  char *measure = value_of(in, view, measure_key);
  kp_follow_scores_read(in, kp_desk_model(pane->desk), earlier, &first);
  kp_follow_scores_read(in, kp_desk_model(pane->desk), later, &second);
  char *text = kp_follow_measure(&first, &second, number_of(now), measure != NULL ? measure : "",
                                 pane->language, measured);
  if (!first.story && !second.story && (!first.readable || !second.readable)) {
    free(text);
    text = range_text(pane, in, first.readable ? later : earlier);
  }
  free(measure);
  free(now);
  return text;
}

/* What the two measurements say, malloc'ed; NULL when there are no two. */
static char *compared(kp_pane *pane, const kp_follow_input *in, const char *later,
                      kp_follow_measured *measured) {
  char *earlier = value_of(in, &kp_follow_of(pane)->view, earlier_key);
  bool two = later != NULL && earlier != NULL && later[0] != '\0' && earlier[0] != '\0' &&
             strcmp(later, earlier) != 0 && kp_desk_model(pane->desk) != NULL;
  char *text = two ? compare(pane, in, earlier, later, measured) : NULL;
  free(earlier);
  return text;
}

void kp_follow_compare(kp_pane *pane, const kp_follow_input *in, bool offer) {
  kp_follow *follow = kp_follow_of(pane);
  bool asks = asked(follow, later_key) != NULL && asked(follow, verdict_key) != NULL;
  char *later = asks ? kp_form_value(follow->form, later_key) : NULL;
  kp_follow_measured measured = {.verdict = NULL};
  bool other = follow->measured == NULL || later == NULL || strcmp(follow->measured, later) != 0;
  if (!offer || (asks && other)) {
    char *text = compared(pane, in, later, &measured);
    kp_board_set_label(pane->board, follow->widgets[KP_FOLLOW_MEASURE], text != NULL ? text : "");
    if (offer && measured.known)
      offer_values(follow, in, &measured);
    free(follow->measured);
    follow->measured = kp_follow_copy(later);
    free(text);
  }
  free(later);
}

void kp_follow_offer(kp_pane *pane, const kp_follow_input *in) {
  kp_follow_view *view = &kp_follow_of(pane)->view;
  const kp_method_column *verdict = NULL;
  const kp_method_column *later = NULL;
  kp_follow_measured measured = {.verdict = NULL};
  for (size_t i = 0; i < view->asked_count; i++) {
    if (strcmp(view->asked[i]->key, verdict_key) == 0)
      verdict = view->asked[i];
    else if (strcmp(view->asked[i]->key, later_key) == 0)
      later = view->asked[i];
  }
  if (verdict == NULL || later == NULL || view->task == NULL || !view->task->itself)
    return;
  char *wave = kp_follow_value(in, view, later);
  free(compared(pane, in, wave, &measured));
  free(wave);
  if (measured.known && measured.verdict != NULL)
    kp_follow_put(&view->offered, verdict_key, kp_follow_value_text(in, verdict, measured.verdict));
  if (measured.same)
    kp_follow_put(&view->offered, value_key, kp_follow_copy(measured.later));
}

/* ---------------------------------------------------------------------------------------- chain */

static const char *offered(const kp_follow_view *view, const char *key) {
  for (size_t i = 0; i < view->offered.count; i++)
    if (strcmp(view->offered.list[i].key, key) == 0)
      return view->offered.list[i].text;
  return "";
}

/* Puts the new offer in a field that still holds the old one. */
static void offer_instead(kp_follow *follow, const kp_follow_values *before, const char *key) {
  char *value = kp_form_value(follow->form, key);
  for (size_t i = 0; value != NULL && i < before->count; i++)
    if (strcmp(before->list[i].key, key) == 0 && strcmp(before->list[i].text, value) == 0 &&
        strcmp(offered(&follow->view, key), value) != 0)
      kp_form_set_value(follow->form, key, offered(&follow->view, key));
  free(value);
}

static void react_to_branch(kp_follow *follow, const kp_follow_input *in) {
  kp_follow_view *view = &follow->view;
  const kp_method_chain *chain = view->task != NULL ? view->task->chain : NULL;
  if (chain == NULL || chain->branch == NULL || view->entry_id[0] != '\0')
    return;
  char *branch = kp_form_value(follow->form, chain->branch->key);
  if (branch != NULL && branch[0] != '\0' &&
      strcmp(branch, offered(view, chain->branch->key)) != 0) {
    kp_follow_values before = view->offered;
    view->offered = (kp_follow_values){NULL, NULL, 0};
    if (kp_follow_find_chain(in, view, branch)) {
      offer_instead(follow, &before, chain->number->key);
      offer_instead(follow, &before, chain->question->key);
    }
    kp_follow_values_clear(&before);
  }
  free(branch);
}

void kp_follow_react(kp_pane *pane, const kp_follow_input *in) {
  kp_follow *follow = kp_follow_of(pane);
  if (follow->form == NULL || follow->view.focus == NULL)
    return;
  react_to_branch(follow, in);
  kp_follow_compare(pane, in, true);
}
