/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the form itself leads to: the verdict on a measurement. */
#include "internal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <rtl/math.h>

/* --------------------------------------------------------------------------------- measure again
 */

static const kp_method_column *asked(const kp_follow *follow, kp_method_role role) {
  for (size_t i = 0; follow->form_count > 0 && i < follow->asked_count; i++)
    if (follow->asked[i]->role == role)
      return follow->asked[i];
  return NULL;
}

static char *value_of(const kp_follow_input *in, const kp_follow_view *view, kp_method_role role) {
  const kp_method_column *column = kp_method_role_column(view->table, role);
  return column != NULL ? kp_follow_value(in, view, column) : kp_text_copy("");
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

/* The word of a verdict in the language of the sheets; NULL when the list has none. */
static char *verdict_word(const kp_follow_input *in, const kp_method_column *column,
                          kp_method_role role) {
  const kp_method_item *item =
      column->list != NULL && role != KP_ROLE_NONE ? kp_method_role_item(column->list, role) : NULL;
  return item != NULL ? kp_text_copy(item->name.in[in->rows->language]) : NULL;
}

static void offer_values(kp_follow *follow, const kp_follow_input *in,
                         const kp_measure_result *result) {
  const kp_method_column *verdict = asked(follow, KP_ROLE_VERDICT);
  const kp_method_column *value = asked(follow, KP_ROLE_VALUE_LATER);
  char *word = verdict != NULL ? verdict_word(in, verdict, result->verdict) : NULL;
  if (word != NULL)
    kp_form_set_value(kp_follow_form(follow), verdict->key, word);
  free(word);
  if (value != NULL && result->same)
    kp_form_set_value(kp_follow_form(follow), value->key, result->later);
}

/* The range of one of them is not there. */
static char *range_text(const kp_pane *pane, const kp_follow_input *in, const char *wave) {
  const kp_method_table *waves = kp_method_role_table(in->method, KP_ROLE_WAVE);
  size_t row = 0;
  char *title = waves != NULL && kp_method_book_find(in->book, waves, wave, &row)
                    ? kp_follow_title(in, waves, row)
                    : kp_text_copy(wave);
  char *text =
      title != NULL ? kp_text_fill(KP_TEXT_FOLLOW_NO_RANGE, pane->language, title, NULL) : NULL;
  free(title);
  return text;
}

static char *compare(kp_pane *pane, const kp_follow_input *in, const char *earlier,
                     const char *later, kp_measure_result *result) {
  const kp_follow_view *view = &kp_follow_of(pane)->view;
  const kp_measure_input source = {in->method, in->rows, in->book, kp_desk_model(pane->desk)};
  kp_measure_scores first;
  kp_measure_scores second;
  char *now = value_of(in, view, KP_ROLE_VALUE_NOW);
  char *measure = value_of(in, view, KP_ROLE_MEASURE);
  bool is_score = measure != NULL && kp_measure_is_score(in->method, measure);
  kp_measure_read(&source, earlier, &first);
  kp_measure_read(&source, later, &second);
  char *text =
      kp_measure_compare(&first, &second, number_of(now), is_score, pane->language, result);
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
                      kp_measure_result *result) {
  char *earlier = value_of(in, &kp_follow_of(pane)->view, KP_ROLE_EARLIER);
  bool two = later != NULL && earlier != NULL && later[0] != '\0' && earlier[0] != '\0' &&
             strcmp(later, earlier) != 0 && kp_desk_model(pane->desk) != NULL;
  char *text = two ? compare(pane, in, earlier, later, result) : NULL;
  free(earlier);
  return text;
}

void kp_follow_compare(kp_pane *pane, const kp_follow_input *in, bool offer) {
  kp_follow *follow = kp_follow_of(pane);
  const kp_method_column *column = asked(follow, KP_ROLE_LATER);
  bool asks = column != NULL && asked(follow, KP_ROLE_VERDICT) != NULL;
  char *later = asks ? kp_form_value(kp_follow_form(follow), column->key) : NULL;
  kp_measure_result result = {.verdict = KP_ROLE_NONE};
  bool other = follow->measured == NULL || later == NULL || strcmp(follow->measured, later) != 0;
  if (!offer || (asks && other)) {
    char *text = compared(pane, in, later, &result);
    kp_board_set_label(pane->board, follow->widgets[KP_FOLLOW_MEASURE], text != NULL ? text : "");
    if (offer && result.known)
      offer_values(follow, in, &result);
    free(follow->measured);
    follow->measured = kp_text_copy(later);
    free(text);
  }
  free(later);
}

void kp_follow_offer(kp_pane *pane, const kp_follow_input *in) {
  kp_follow_view *view = &kp_follow_of(pane)->view;
  const kp_method_column *verdict = NULL;
  const kp_method_column *later = NULL;
  const kp_method_column *value = NULL;
  kp_measure_result result = {.verdict = KP_ROLE_NONE};
  for (size_t i = 0; i < view->asked_count; i++) {
    const kp_method_column *column = view->asked[i];
    verdict = column->role == KP_ROLE_VERDICT ? column : verdict;
    later = column->role == KP_ROLE_LATER ? column : later;
    value = column->role == KP_ROLE_VALUE_LATER ? column : value;
  }
  if (verdict == NULL || later == NULL || view->task == NULL || !view->task->itself)
    return;
  char *wave = kp_follow_value(in, view, later);
  free(compared(pane, in, wave, &result));
  free(wave);
  char *word = result.known ? verdict_word(in, verdict, result.verdict) : NULL;
  if (word != NULL)
    kp_follow_put(&view->offered, verdict->key, word);
  if (result.same && value != NULL)
    kp_follow_put(&view->offered, value->key, kp_text_copy(result.later));
}

/* ---------------------------------------------------------------------------------------- done */

/* What "Done" in Today would write besides: the day. */
void kp_follow_answer(kp_pane *pane, const kp_follow_input *in) {
  kp_follow *follow = kp_follow_of(pane);
  const kp_method_task *task = follow->view.task;
  kp_form *form = kp_follow_form(follow);
  for (size_t i = 0; form != NULL && task != NULL && i < in->method->source_count; i++) {
    const kp_method_source *source = in->method->sources[i];
    if (source->form != task->form || source->answer_count < 2)
      continue;
    char *value = kp_form_value(form, source->answers[0]->column->key);
    bool answered = value != NULL && source->answers[0]->value != NULL &&
                    strcmp(value, source->answers[0]->value) == 0;
    free(value);
    for (size_t k = 1; answered && k < source->answer_count; k++) {
      const kp_method_preset *preset = source->answers[k];
      char *now = kp_form_value(form, preset->column->key);
      char *text = now != NULL && now[0] == '\0' && preset->value != NULL
                       ? kp_follow_value_text(in, preset->column, preset->value)
                       : NULL;
      if (text != NULL)
        kp_form_set_value(form, preset->column->key, text);
      free(text);
      free(now);
    }
  }
}
