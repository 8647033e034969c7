/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Phase and steps of a row: tests of the method, asked of what the workbook holds. */
#include "book.h"
#include "kernpunt/method_follow.h"

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

static bool judge(kp_method_book *book, const kp_method_step *step, size_t row,
                  kp_language language, kp_method_step_state *state) {
  kp_eval eval;
  *state = (kp_method_step_state){step, KP_METHOD_DONE, NULL};
  if (first_firing(book, step->gates, step->gate_count, row, language, &eval))
    state->state = KP_METHOD_CLOSED;
  else if (first_firing(book, step->tests, step->test_count, row, language, &eval))
    state->state = KP_METHOD_OPEN;
  state->message =
      state->state == KP_METHOD_DONE ? kp_book_get(book, 1, 1) : kp_rule_message(&eval);
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
  const kp_method *method = book->method;
  *progress =
      (kp_method_progress){kp_book_get(book, method->step_count, sizeof *progress->list), 0};
  bool good = progress->list != NULL;
  if (language != KP_LANGUAGE_NL)
    language = KP_LANGUAGE_EN;
  for (size_t i = 0; good && i < method->step_count; i++)
    if (method->steps[i]->table == table)
      good = judge(book, method->steps[i], row, language, &progress->list[progress->count]) &&
             ++progress->count > 0;
  if (!good || book->failed) {
    kp_method_progress_clear(progress);
    return false;
  }
  return true;
}
