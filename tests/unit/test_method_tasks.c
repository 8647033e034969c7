/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shipped practice can be worked through wholly from its tasks and answers. */
#include "method_fixture.h"

#include "../../src/method/model.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BUTTON = 18 /* characters that a button in a narrow panel has room for */ };

/* The nine steps: form, "!" when it is for the row in hand, ">" and the column it fills, then what
 * new rows begin with. */
static const struct {
  const char *step;
  const char *tasks;
} expected[] = {
    {"prepare", "goal>goal wave>wave session(wave<wave kind=preparation*)"},
    {"discuss", "discussion(wave<wave kind=results*)"},
    {"choose", "focus!(status=active) project>project"},
    {"situation", "situation!"},
    {"cause", "cause(focus<id)… confirm!(confirmed_on=today)"},
    {"solve", "solution(focus<id decision=chosen)"},
    {"act", "action(focus<id status=todo)"},
    {"secure", "agenda(focus<id) secure!"},
    {"again", "wave>wave_after again!"},
};

static void add(char text[500], const char *more) {
  assert_true(strlen(text) + strlen(more) < 500);
  strcat(text, more);
}

static void describe(const kp_method_task *task, char text[500]) {
  add(text, text[0] != '\0' ? " " : "");
  add(text, task->form->key);
  add(text, task->itself ? "!" : "");
  add(text, task->fills != NULL ? ">" : "");
  add(text, task->fills != NULL ? task->fills->key : "");
  for (size_t i = 0; i < task->preset_count; i++) {
    const kp_method_preset *preset = task->presets[i];
    add(text, i == 0 ? "(" : " ");
    add(text, preset->column->key);
    add(text, preset->from != NULL ? "<" : "=");
    add(text, preset->from != NULL ? preset->from->key : preset->value);
    add(text, preset->fixed && preset->from == NULL ? "*" : "");
    add(text, i + 1 == task->preset_count ? ")" : "");
  }
  add(text, task->chain != NULL ? "…" : "");
}

static void test_tasks_of_the_nine_steps(void **state) {
  (void)state;
  mx *book = mx_new();
  assert_int_equal(mx_stepped(book)->step_count, sizeof expected / sizeof *expected);
  for (size_t i = 0; i < mx_stepped(book)->step_count; i++) {
    const kp_method_step *step = mx_stepped(book)->steps[i];
    char found[500] = "";
    for (size_t j = 0; j < step->task_count; j++)
      describe(step->tasks[j], found);
    assert_string_equal(step->key, expected[i].step);
    assert_string_equal(found, expected[i].tasks);
    assert_ptr_equal(step->form, step->tasks[0]->form);
  }
  mx_free(book);
}

static void test_names_fit_a_button(void **state) {
  (void)state;
  mx *book = mx_new();
  for (size_t i = 0; i < mx_stepped(book)->step_count; i++) {
    const kp_method_step *step = mx_stepped(book)->steps[i];
    for (size_t j = 0; j < step->task_count; j++)
      for (int language = 0; language < KP_LANGUAGE_COUNT; language++) {
        const char *name = step->tasks[j]->name.in[language];
        if (kp_text_length(name) > BUTTON)
          fail_msg("“%s” is too long for a button", name);
        for (size_t k = 0; k < j; k++)
          assert_string_not_equal(step->tasks[k]->name.in[language], name);
      }
  }
  mx_free(book);
}

static bool in_form(const kp_method_form *form, const kp_method_column *column) {
  for (size_t i = 0; i < form->count; i++)
    for (size_t j = 0; j < form->pages[i]->count; j++)
      if (form->pages[i]->columns[j] == column)
        return true;
  return false;
}

static bool in_presets(const kp_method_task *task, const kp_method_column *column) {
  for (size_t i = 0; i < task->preset_count; i++)
    if (task->presets[i]->column == column)
      return true;
  return false;
}

/* A new row needs nothing that its form does not ask. */
static void test_new_rows_are_complete(void **state) {
  (void)state;
  mx *book = mx_new();
  for (size_t i = 0; i < mx_stepped(book)->step_count; i++) {
    const kp_method_step *step = mx_stepped(book)->steps[i];
    for (size_t j = 0; j < step->task_count; j++) {
      const kp_method_task *task = step->tasks[j];
      const kp_method_table *table = task->form->table;
      for (size_t k = 0; !task->itself && k < table->count; k++)
        if (table->columns[k]->required && !in_form(task->form, table->columns[k]) &&
            !in_presets(task, table->columns[k]))
          fail_msg("%s does not ask %s", task->form->key, table->columns[k]->key);
      if (task->chain != NULL) {
        assert_true(in_form(task->form, task->chain->number));
        assert_true(in_form(task->form, task->chain->question));
        assert_true(in_form(task->form, task->chain->answer));
      }
    }
  }
  mx_free(book);
}

/* Whether a test of a step can be satisfied by this task. */
static bool satisfies(const kp_method_task *task, const kp_method_rule *test) {
  for (size_t i = 0; i < test->rows_count; i++)
    if (!task->itself && task->form->table == test->rows[i]->table)
      return true;
  return test->rows_count == 0 &&
         (task->fills == test->column || (task->itself && in_form(task->form, test->column)));
}

/* What a step needs to be done can be filled in in that step. */
static void test_steps_can_be_done(void **state) {
  (void)state;
  mx *book = mx_new();
  size_t count = 0;
  for (size_t i = 0; i < mx_stepped(book)->step_count; i++) {
    const kp_method_step *step = mx_stepped(book)->steps[i];
    for (size_t j = 0; j < step->test_count; j++, count++) {
      bool can = false;
      for (size_t k = 0; k < step->task_count; k++)
        can = can || satisfies(step->tasks[k], step->tests[j]);
      if (!can)
        fail_msg("no task of %s fills %s", step->key, step->tests[j]->column->key);
    }
  }
  assert_true(count > 20);
  mx_free(book);
}

static void test_why_asks_on(void **state) {
  (void)state;
  mx *book = mx_new();
  const kp_method_chain *chain = mx_stepped(book)->steps[4]->tasks[0]->chain;
  assert_string_equal(chain->number->key, "why_number");
  assert_string_equal(chain->branch->key, "branch");
  assert_ptr_equal(chain->about, mx_column(book, "focus", "current"));
  assert_string_equal(chain->first.in[KP_LANGUAGE_EN], "Why is it like this? “{value}”");
  assert_string_equal(chain->words.in[KP_LANGUAGE_NL], "Waarom? “{value}”");
  mx_free(book);
}

/* ------------------------------------------------------------------------------------- answers */

static const kp_method_source *source_of(const mx *book, const char *key) {
  for (size_t i = 0; i < book->method->source_count; i++)
    if (strcmp(book->method->sources[i]->key, key) == 0)
      return book->method->sources[i];
  fail_msg("no source %s", key);
  return NULL;
}

/* Every source can be answered: "set" and "ask", or a form. */
static void test_answers(void **state) {
  (void)state;
  static const struct {
    const char *source;
    const char *answers;
    const char *asked;
  } all[] = {{"action", "status=done done_on=today ", "progress "},
             {"helped", "", "helped "},
             {"situation", "", ""},
             {"session", "", ""},
             {"agenda", "discussed=today ", "next decision "},
             {"wave", "", ""}};
  mx *book = mx_new();
  size_t ours = 0; /* of the practices beside it, each source answers for itself */
  for (size_t i = 0; i < book->method->source_count; i++)
    for (size_t j = 0; j < sizeof all / sizeof *all; j++)
      ours += strcmp(book->method->sources[i]->key, all[j].source) == 0;
  assert_int_equal(ours, sizeof all / sizeof *all);
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
    const kp_method_source *source = source_of(book, all[i].source);
    char answers[500] = "", asked[500] = "";
    for (size_t j = 0; j < source->answer_count; j++) {
      add(answers, source->answers[j]->column->key);
      add(answers, "=");
      add(answers, source->answers[j]->value);
      add(answers, " ");
    }
    for (size_t j = 0; j < source->asked_count; j++) {
      add(asked, source->asked[j]->key);
      add(asked, " ");
    }
    assert_string_equal(answers, all[i].answers);
    assert_string_equal(asked, all[i].asked);
    assert_non_null(source->form);
  }
  mx_free(book);
}

static size_t refusals(const mx *book) {
  size_t count = 0;
  for (size_t i = 0; i < book->findings.count; i++)
    count += book->findings.list[i].severity == KP_METHOD_REFUSE;
  return count;
}

static size_t asking(mx *book, const char *source) {
  kp_method_agenda agenda;
  size_t count = 0;
  kp_method_book *opened = kp_method_book_new(book->method, &book->rows, mx_today);
  assert_true(kp_method_book_agenda(opened, NULL, 7, &agenda));
  for (size_t i = 0; i < agenda.count; i++)
    count += strcmp(agenda.list[i].source->key, source) == 0 && agenda.list[i].days <= 0;
  kp_method_agenda_clear(&agenda);
  kp_method_book_free(opened);
  return count;
}

/* The values that "Done" writes pass the rules, also for a row that is late, and then the row asks
 * no more. */
static void test_done_passes_the_rules(void **state) {
  (void)state;
  static const struct {
    const char *source;
    const char *table;
    size_t row;
    const char *before;
    const char *done;
  } cases[] = {
      {"action", "actions", 0, "deadline=@-5", "status=Done|done_on=@0|progress=p"},
      {"action", "actions", 0, "deadline=@0|status=On hold|reason=r", "status=Done|done_on=@0"},
      {"action", "actions", 1, "deadline=@-1", "status=Done|done_on=@0"},
      {"helped", "actions", 2, "check_on=@-3", "helped=Partly"},
      {"agenda", "agenda", 0, "next=@-2", "discussed=@0|next=@26|decision=d"},
  };
  mx *book = mx_new();
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    mx_sound(book);
    mx_set(book, cases[i].table, cases[i].row, cases[i].before);
    assert_int_equal(asking(book, cases[i].source), 1);
    mx_change(book, cases[i].table, cases[i].row, cases[i].done, NULL);
    for (size_t j = 0; j < book->findings.count; j++)
      if (book->findings.list[j].severity == KP_METHOD_REFUSE)
        fail_msg("%s: %s", cases[i].done, book->findings.list[j].message);
    char both[200];
    snprintf(both, sizeof both, "%s|%s", cases[i].before, cases[i].done);
    mx_sound(book);
    mx_set(book, cases[i].table, cases[i].row, both);
    assert_int_equal(asking(book, cases[i].source), 0);
  }
  /* what is asked is needed: the same date again is refused */
  mx_sound(book);
  mx_set(book, "agenda", 0, "next=@12");
  mx_change(book, "agenda", 0, "discussed=@0|next=@-1", NULL);
  assert_true(refusals(book) > 0);
  mx_free(book);
}

/* The last task of "Secure" is refused until the one before it was done. */
static void test_secure_in_order(void **state) {
  (void)state;
  mx *book = mx_new();
  mx_sound(book);
  mx_set(book, "agenda", 0, "focus=F-44444");
  mx_change(book, "focus", 0, "status=Secured", NULL);
  mx_expect(book, "focus_secure", KP_METHOD_REFUSE, "status");
  mx_put(book, "agenda", "id=V-22222|focus=F-11111|meeting=m|rhythm=Monthly|next=@9");
  mx_change(book, "focus", 0, "status=Secured", NULL);
  assert_int_equal(refusals(book), 0);
  mx_free(book);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_tasks_of_the_nine_steps),
      cmocka_unit_test(test_names_fit_a_button),
      cmocka_unit_test(test_new_rows_are_complete),
      cmocka_unit_test(test_steps_can_be_done),
      cmocka_unit_test(test_why_asks_on),
      cmocka_unit_test(test_answers),
      cmocka_unit_test(test_done_passes_the_rules),
      cmocka_unit_test(test_secure_in_order),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
