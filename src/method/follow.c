/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Phase and steps of a row: tests of the method, asked of what the workbook holds. */
#include "book.h"
#include "kernpunt/method.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The first of the tests that fires; false when all are silent. */
static bool first_firing(kp_method_book *book, const kp_method_rule *const *tests, size_t count,
                         size_t row, kp_language language, kp_eval *eval) {
  for (size_t i = 0; i < count; i++) {
    *eval = (kp_eval){.book = book, .rule = tests[i], .row = row, .language = language};
    if (kp_rule_applies(book, tests[i]) && kp_rule_fires(eval))
      return true;
  }
  return false;
}

const kp_method_phase *kp_method_book_phase(kp_method_book *book, const kp_method_table *table,
                                            size_t row) {
  const kp_method *method = book->method;
  kp_eval eval;
  for (size_t i = 0; i < method->phase_count; i++)
    if (method->phases[i]->table == table &&
        !first_firing(book, method->phases[i]->tests, method->phases[i]->test_count, row,
                      KP_LANGUAGE_EN, &eval))
      return method->phases[i];
  return NULL;
}

/* Puts a name behind the others; false without memory. */
static bool add_name(char **names, const char *name) {
  size_t used = strlen(*names);
  size_t size = used + strlen(name) + sizeof ", ";
  char *more = realloc(*names, size);
  if (more == NULL)
    return false;
  snprintf(more + used, size - used, "%s%s", used > 0 ? ", " : "", name);
  *names = more;
  return true;
}

/* Names of the columns whose tests fire with the words of the first one that does, when those name
 * the column; "" for one alone, NULL without memory. People then see at once all they have to fill
 * in. */
static char *columns_of(kp_method_book *book, const kp_method_step *step, const kp_eval *first) {
  size_t count = 0;
  char *names = kp_book_get(book, 1, 1);
  if (first->rule == NULL || strstr(first->rule->message.in[first->language], "{column}") == NULL)
    return names;
  const char *words = first->rule->message.in[first->language];
  for (size_t i = 0; names != NULL && i < step->test_count && !book->failed; i++) {
    const kp_method_rule *test = step->tests[i];
    kp_eval eval = {.book = book, .rule = test, .row = first->row, .language = first->language};
    if (strcmp(test->message.in[first->language], words) != 0 || !kp_rule_applies(book, test) ||
        !kp_rule_fires(&eval))
      continue;
    book->failed = !add_name(&names, test->column->name.in[first->language]);
    count++;
  }
  if (names != NULL && count < 2)
    names[0] = '\0';
  return names;
}

static char *gap_message(kp_method_book *book, const kp_method_step *step, kp_eval *eval) {
  char *names = columns_of(book, step, eval);
  char *text = NULL;
  if (names != NULL && names[0] != '\0')
    text = kp_text_fill(KP_TEXT_FORM_EMPTY, eval->language, names, NULL);
  else if (names != NULL)
    text = kp_rule_message(eval);
  free(names);
  return text;
}

static bool judge(kp_method_book *book, const kp_method_step *step, size_t row,
                  kp_language language, kp_method_step_state *state) {
  kp_eval eval = {.book = book, .row = row, .language = language};
  *state = (kp_method_step_state){step, KP_METHOD_DONE, NULL};
  if (first_firing(book, step->gates, step->gate_count, row, language, &eval))
    state->state = KP_METHOD_CLOSED;
  else if (first_firing(book, step->tests, step->test_count, row, language, &eval))
    state->state = KP_METHOD_OPEN;
  state->message = state->state == KP_METHOD_DONE     ? kp_book_get(book, 1, 1)
                   : state->state == KP_METHOD_CLOSED ? kp_rule_message(&eval)
                                                      : gap_message(book, step, &eval);
  return state->message != NULL;
}

void kp_method_progress_clear(kp_method_progress *progress) {
  for (size_t i = 0; i < progress->count; i++)
    free(progress->list[i].message);
  free(progress->list);
  *progress = (kp_method_progress){NULL, 0};
}

bool kp_method_book_steps(kp_method_book *book, const kp_method_table *table, size_t row,
                          kp_language language, kp_method_progress *progress) {
  assert(book != NULL && progress != NULL);
  const kp_method_practice *practice = kp_method_practice_of(book->method, table);
  size_t count = practice != NULL ? practice->step_count : 0;
  *progress = (kp_method_progress){kp_book_get(book, count + 1, sizeof *progress->list), 0};
  bool good = progress->list != NULL;
  if (language != KP_LANGUAGE_NL)
    language = KP_LANGUAGE_EN;
  for (size_t i = 0; good && i < count; i++)
    good = judge(book, practice->steps[i], row, language, &progress->list[progress->count]) &&
           ++progress->count > 0;
  if (!good || book->failed) {
    kp_method_progress_clear(progress);
    return false;
  }
  return true;
}
