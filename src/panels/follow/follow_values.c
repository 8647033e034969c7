/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a form begins with: what the focus point gives, what the method offers, the next why. */
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---------------------------------------------------------------------------------------- chain */

static double number_of(const kp_follow_input *in, const kp_method_column *column, size_t row) {
  char *text = column != NULL ? kp_follow_text(in, column, row) : NULL;
  double number = text != NULL ? strtod(text, NULL) : 0;
  free(text);
  return number;
}

/* The row with the highest number of a branch; NULL when the branch has none. `*next` is the number
 * that comes after it. */
static const kp_follow_row *last_of(const kp_follow_input *in, const kp_follow_rows *rows,
                                    const kp_method_chain *chain, double branch, double *next) {
  const kp_follow_row *last = NULL;
  double highest = 0;
  for (size_t i = 0; i < rows->count; i++) {
    double number = number_of(in, chain->number, rows->list[i].row);
    if (chain->branch != NULL && number_of(in, chain->branch, rows->list[i].row) != branch)
      continue;
    if (last == NULL || number >= highest) {
      last = &rows->list[i];
      highest = number;
    }
  }
  *next = last != NULL ? highest + 1 : 1;
  return last;
}

/* Words of the method with {value} in them. */
static char *fill_value(const char *words, const char *value) {
  static const char mark[] = "{value}";
  const char *at = strstr(words, mark);
  size_t size = strlen(words) + strlen(value) + 1;
  char *text = malloc(size);
  if (text != NULL && at != NULL)
    snprintf(text, size, "%.*s%s%s", (int)(at - words), words, value, at + sizeof mark - 1);
  else if (text != NULL)
    snprintf(text, size, "%s", words);
  return text;
}

/* The question of the next row; it stands in the sheet, so in the language of the sheets. */
static char *question_of(const kp_follow_input *in, const kp_follow_view *view,
                         const kp_method_chain *chain, const kp_follow_row *last) {
  const kp_words *words = last != NULL ? &chain->words : &chain->first;
  char *value = last != NULL ? kp_follow_text(in, chain->answer, last->row)
                             : kp_follow_value(in, view, chain->about);
  if (value != NULL && value[0] == '\0') {
    free(value);
    value = last != NULL ? kp_follow_text(in, chain->question, last->row)
                         : kp_follow_title(in, view->table, view->row);
  }
  char *text = value != NULL ? fill_value(words->in[in->rows->language], value) : NULL;
  free(value);
  return text;
}

bool kp_follow_find_chain(const kp_follow_input *in, kp_follow_view *view, const char *branch) {
  const kp_method_chain *chain = view->task->chain;
  char number[24];
  double next = 1;
  const kp_follow_row *last =
      last_of(in, &view->rows, chain, branch != NULL ? strtod(branch, NULL) : 1, &next);
  snprintf(number, sizeof number, "%.15g", next);
  bool good = kp_follow_put(&view->offered, chain->number->key, kp_text_copy(number));
  if (chain->branch != NULL)
    good = good && kp_follow_put(&view->offered, chain->branch->key, kp_text_copy(branch));
  return good &&
         kp_follow_put(&view->offered, chain->question->key, question_of(in, view, chain, last));
}

/* "Why 1: … → answer", a line for each; what is in the form is left out. */
static bool tell_chain(const kp_follow_input *in, kp_follow_view *view) {
  const kp_method_chain *chain = view->task->chain;
  enum { LONG = 120 };
  bool good = true;
  for (size_t i = 0; good && i < view->rows.count; i++) {
    const kp_follow_row *row = &view->rows.list[i];
    if (i == view->entry)
      continue;
    char *number = kp_follow_text(in, chain->number, row->row);
    char *answer = kp_follow_text(in, chain->answer, row->row);
    char *question = kp_follow_text(in, chain->question, row->row);
    bool blank = answer == NULL || answer[0] == '\0';
    char *said = kp_text_cut(blank && question != NULL ? question : blank ? "" : answer, LONG);
    good = number != NULL && said != NULL &&
           kp_text_add(&view->chain, "\n", view->task->form->name.in[in->language]) &&
           kp_text_add(&view->chain, " ", number) &&
           kp_text_add(&view->chain, blank ? ": " : " → ", said);
    free(said);
    free(question);
    free(answer);
    free(number);
  }
  return good;
}

/* -------------------------------------------------------------------------------------- presets */

static bool take_preset(const kp_follow_input *in, kp_follow_view *view,
                        const kp_method_preset *preset) {
  bool fresh = view->entry_id[0] == '\0';
  if (preset->from != NULL) {
    char *text = kp_follow_value(in, view, preset->from);
    /* What the focus point does not know yet may be asked. */
    if (text != NULL && text[0] == '\0' && !view->loose) {
      free(text);
      return true;
    }
    return kp_follow_put(&view->given, preset->column->key, text);
  }
  char *text = kp_follow_value_text(in, preset->column, preset->value);
  if (preset->fixed)
    return kp_follow_put(&view->given, preset->column->key, text);
  bool blank = fresh || (view->task->itself && kp_follow_says(in, preset->column, view->row, ""));
  if (blank)
    return kp_follow_put(&view->offered, preset->column->key, text);
  free(text);
  return true;
}

/* The branch of the row that was made last. */
static char *last_branch(const kp_follow_input *in, const kp_follow_view *view) {
  const kp_method_chain *chain = view->task->chain;
  char *text = chain->branch != NULL && view->rows.count > 0
                   ? kp_follow_text(in, chain->branch, view->rows.list[view->rows.count - 1].row)
                   : NULL;
  if (text == NULL || text[0] == '\0') {
    free(text);
    text = kp_text_copy("1");
  }
  return text;
}

bool kp_follow_find_values(const kp_follow_input *in, kp_follow_view *view) {
  bool good = true;
  for (size_t i = 0; good && i < view->task->preset_count; i++)
    good = take_preset(in, view, view->task->presets[i]);
  view->chain = kp_text_copy("");
  good = good && view->chain != NULL;
  if (good && view->task->chain != NULL) {
    char *branch = last_branch(in, view);
    good = tell_chain(in, view) && branch != NULL &&
           (view->entry_id[0] != '\0' || kp_follow_find_chain(in, view, branch));
    free(branch);
  }
  return good;
}
