/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the panel Follow-up shows: focus point, step, task, row, and what a form begins with. */
#include "method_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/panels/follow/internal.h"

/* Drafts in memory. */
enum { DRAFTS = 16 };
typedef struct drafts {
  const char *keys[DRAFTS];
  const char *texts[DRAFTS];
} drafts;

static const char *recall(const void *memory, const char *key) {
  const drafts *of = memory;
  for (size_t i = 0; i < DRAFTS; i++)
    if (of->keys[i] != NULL && strcmp(of->keys[i], key) == 0)
      return of->texts[i];
  return NULL;
}

static bool begun(const void *memory, const char *prefix) {
  const drafts *of = memory;
  for (size_t i = 0; i < DRAFTS; i++)
    if (of->keys[i] != NULL && of->texts[i][0] != '\0' &&
        strncmp(of->keys[i], prefix, strlen(prefix)) == 0)
      return true;
  return false;
}

/* A workbook with its drafts, looked at once. */
typedef struct look {
  mx *book;
  kp_method_book *opened;
  kp_follow_input in;
  drafts kept;
  kp_follow_view view;
} look;

static void look_at(look *of, mx *book) {
  *of = (look){.book = book};
}

static void keep(look *of, const char *key, const char *text) {
  for (size_t i = 0; i < DRAFTS; i++)
    if (of->kept.keys[i] == NULL || strcmp(of->kept.keys[i], key) == 0) {
      of->kept.keys[i] = key;
      of->kept.texts[i] = text;
      return;
    }
  fail_msg("too many drafts");
}

static void look_away(look *of) {
  kp_follow_view_clear(&of->view);
  kp_method_book_free(of->opened);
  of->opened = NULL;
}

static void see(look *of) {
  if (of->opened != NULL)
    look_away(of);
  of->opened = kp_method_book_new(of->book->method, &of->book->rows, mx_today);
  assert_non_null(of->opened);
  of->in = (kp_follow_input){.method = of->book->method,
                             .rows = &of->book->rows,
                             .book = of->opened,
                             .language = KP_LANGUAGE_EN,
                             .today = mx_today,
                             .me = "Petra Jansen",
                             .memory = &of->kept,
                             .recall = recall,
                             .begun = begun};
  assert_true(kp_follow_view_make(&of->in, &of->view));
}

/* focus, step, task, row: "F-11111 act action A-11111". */
static void expect(look *of, const char *wanted) {
  char shown[200];
  see(of);
  const kp_method_step *step = kp_follow_step(&of->view);
  snprintf(shown, sizeof shown, "%s %s%s %s %s", of->view.focus, of->view.closed ? "!" : "",
           step != NULL ? step->key : "-", of->view.task != NULL ? of->view.task->form->key : "-",
           of->view.entry_id[0] != '\0' ? of->view.entry_id : "new");
  assert_string_equal(shown, wanted);
}

static void wants(const kp_follow_values *values, const char *key, const char *text) {
  for (size_t i = 0; i < values->count; i++)
    if (strcmp(values->list[i].key, key) == 0) {
      assert_string_equal(values->list[i].text, text);
      return;
    }
  if (text != NULL)
    fail_msg("nothing for %s", key);
}

static void expect_text(char *text, const char *wanted) {
  assert_non_null(text);
  assert_string_equal(text, wanted);
  free(text);
}

/* ------------------------------------------------------------------------------------ the round */

static void test_from_nothing(void **state) {
  (void)state;
  mx *book = mx_new();
  look at;
  look_at(&at, book);
  expect(&at, "new prepare goal new");
  assert_int_equal(at.view.present, 0);
  expect_text(kp_follow_state_text(&at.in, &at.view), "");
  mx_put(book, "goals", "id=G-11111|goal=g|reason=r");
  expect(&at, "new prepare goal new"); /* made, but not for this focus point */
  keep(&at, "follow/new/choose.focus//goal", "G-11111");
  expect(&at, "new prepare wave new");
  mx_put(book, "waves", "id=M-11111|number=#0|name=n|kind=Quantitative");
  keep(&at, "follow/new/choose.focus//wave", "M-11111");
  expect(&at, "new prepare session new");
  wants(&at.view.given, "wave", "M-11111");
  wants(&at.view.given, "kind", "Preparation");
  mx_put(book, "sessions", "id=S-11111|wave=M-11111|kind=Preparation");
  expect(&at, "new discuss discussion new"); /* the preparation is no discussion */
  wants(&at.view.given, "kind", "Results");
  assert_int_equal(at.view.rows.count, 0);
  expect_text(kp_follow_step_text(&at.in, &at.view, 0), "1 Prepare");
  expect_text(kp_follow_step_text(&at.in, &at.view, 1), "2 Discuss");
  expect_text(kp_follow_step_text(&at.in, &at.view, 2), "3 Choose focus");
  expect_text(kp_follow_step_text(&at.in, &at.view, 3), "4 Situation · first finish step 2");
  mx_put(book, "sessions", "id=S-22222|wave=M-11111|kind=Results|strengths=s");
  expect(&at, "new choose focus new");
  assert_string_equal(at.view.draft, "follow/new/choose.focus//");
  keep(&at, "follow/_step/new", "act");
  expect(&at, "new !act action new");
  look_away(&at);
  mx_free(book);
}

static void test_a_round(void **state) {
  (void)state;
  mx *book = mx_new();
  look at;
  look_at(&at, book);
  mx_put(book, "goals", "id=G-11111|goal=g");
  mx_put(book, "waves", "id=M-11111|number=#0|name=n|kind=Quantitative");
  size_t row =
      mx_put(book, "focus", "id=F-11111|focus=Fewer calls|status=Proposed|unit=North|wave=M-11111");
  expect(&at, "F-11111 prepare goal new"); /* the link is blank */
  mx_set(book, "focus", row, "goal=G-11111");
  expect(&at, "F-11111 prepare goal G-11111"); /* its reason is blank */
  mx_set(book, "goals", 0, "reason=r");
  expect(&at, "F-11111 prepare session new");
  mx_put(book, "sessions", "id=S-11111|wave=M-11111|kind=Preparation");
  size_t discussed = mx_put(book, "sessions", "id=S-22222|wave=M-11111|kind=Results");
  expect(&at, "F-11111 discuss discussion new");
  assert_int_equal(at.view.rows.count, 1); /* the discussion without strengths */
  mx_set(book, "sessions", discussed, "strengths=s");
  expect(&at, "F-11111 choose focus F-11111");
  look_away(&at);
  mx_free(book);
}

static mx *active_book(const char *more) {
  char row[600];
  mx *book = mx_new();
  mx_put(book, "goals", "id=G-11111|goal=g|reason=r");
  mx_put(book, "waves", "id=M-11111|number=#0|name=n|kind=Quantitative");
  mx_put(book, "sessions", "id=S-11111|wave=M-11111|kind=Preparation");
  mx_put(book, "sessions", "id=S-22222|wave=M-11111|kind=Results|strengths=s");
  snprintf(row, sizeof row,
           "id=F-11111|focus=Fewer calls|status=Active|unit=North|goal=G-11111|wave=M-11111"
           "|lead=P|changed_on=@-1|%s",
           more);
  mx_put(book, "focus", row);
  return book;
}

static const char situation[] = "current=Three calls|desired=One|measure=Calls|value_now=#3"
                                "|value_wanted=#1|wanted_by=@60";

static void test_whys(void **state) {
  (void)state;
  mx *book = active_book(situation);
  look at;
  look_at(&at, book);
  expect(&at, "F-11111 cause cause new");
  wants(&at.view.given, "focus", "F-11111");
  wants(&at.view.offered, "why_number", "1");
  wants(&at.view.offered, "branch", "1");
  wants(&at.view.offered, "question", "Why is it like this? “Three calls”");
  mx_put(book, "causes", "id=C-11111|focus=F-11111|branch=#1|why_number=#1|question=Q|answer=A1");
  expect(&at, "F-11111 cause cause new");
  wants(&at.view.offered, "why_number", "2");
  wants(&at.view.offered, "question", "Why? “A1”");
  expect_text(kp_follow_step_hint(&at.in, &at.view),
              "Keep asking why until you reach something you can change");
  expect_text(kp_follow_step_reason(&at.in, &at.view, 4), "1 of 3 “why” questions answered.");
  expect_text(kp_follow_step_text(&at.in, &at.view, 4), "5 Root cause · 1 of 3");
  expect_text(kp_follow_step_text(&at.in, &at.view, 5), "6 Solutions · first finish step 5");
  expect_text(kp_follow_step_text(&at.in, &at.view, 6), "7 Actions");
  expect_text(kp_follow_line_text(&at.in, &at.view), "Step 5 of 9 · Root cause");
  expect_text(kp_follow_task_text(&at.in, &at.view, at.view.task), "Whys 1 of 3");
  expect_text(kp_follow_about_text(&at.in, &at.view), "Now: Three calls");
  assert_true(kp_follow_may_go(&at.view, false));
  assert_false(kp_follow_may_go(&at.view, true)); /* not confirmed yet */
  mx_put(book, "causes", "id=C-22222|focus=F-11111|branch=#1|why_number=#2|question=Q2");
  expect(&at, "F-11111 cause cause new");
  wants(&at.view.offered, "why_number", "3");
  wants(&at.view.offered, "question", "Why? “Q2”"); /* no answer yet */
  /* another branch begins anew */
  kp_follow_values_clear(&at.view.offered);
  assert_true(kp_follow_find_chain(&at.in, &at.view, 2));
  wants(&at.view.offered, "why_number", "1");
  wants(&at.view.offered, "question", "Why is it like this? “Three calls”");
  keep(&at, "follow/_row/F-11111/cause.cause", "C-22222");
  expect(&at, "F-11111 cause cause C-22222");
  assert_int_equal(at.view.offered.count, 0);
  keep(&at, "follow/_row/F-11111/cause.cause", "C-99999"); /* taken back by undo */
  expect(&at, "F-11111 cause cause new");
  mx_set(book, "causes", 1, "answer=A2");
  mx_put(book, "causes", "id=C-33333|focus=F-11111|branch=#1|why_number=#3|question=Q|answer=A3");
  keep(&at, "follow/_row/F-11111/cause.cause", "");
  expect(&at, "F-11111 cause confirm F-11111");
  wants(&at.view.offered, "confirmed_on", NULL); /* people tick that first */
  look_away(&at);
  mx_free(book);
}

static void test_to_the_end(void **state) {
  (void)state;
  char more[400];
  snprintf(more, sizeof more, "%s|confirmed_on=@-9", situation);
  mx *book = active_book(more);
  look at;
  look_at(&at, book);
  for (int i = 1; i <= 3; i++) {
    char why[120];
    snprintf(why, sizeof why, "id=C-1111%d|focus=F-11111|why_number=#%d|question=q|answer=a", i, i);
    mx_put(book, "causes", why);
  }
  expect(&at, "F-11111 solve solution new");
  assert_false(kp_follow_next_is_new(&at.view, &at.view, "O-00000")); /* is new already */
  mx_put(book, "solutions", "id=O-11111|focus=F-11111|solution=s|decision=Chosen");
  expect(&at, "F-11111 act action new");
  wants(&at.view.offered, "status", "To do");
  wants(&at.view.given, "focus", "F-11111");
  mx_put(book, "actions", "id=A-11111|focus=F-11111|status=Done");
  mx_put(book, "actions", "id=A-22222|focus=F-22222|status=To do");
  size_t open = mx_put(book, "actions", "id=A-33333|focus=F-11111|status=In progress");
  expect(&at, "F-11111 act action A-33333"); /* the one that is still open */
  assert_int_equal(at.view.rows.count, 2);
  /* the next action is not typed over it, whatever the step still asks of it */
  assert_true(kp_follow_next_is_new(&at.view, &at.view, "A-33333"));
  mx_set(book, "actions", open, "status=Done");
  expect(&at, "F-11111 secure agenda new");
  mx_put(book, "agenda", "id=V-11111|focus=F-11111|meeting=m|next=@9");
  expect(&at, "F-11111 secure secure F-11111");
  assert_false(kp_follow_next_is_new(&at.view, &at.view, "F-11111")); /* the row in hand */
  mx_set(book, "focus", 0, "status=Secured");
  expect(&at, "F-11111 again wave new");
  keep(&at, "follow/_task/F-11111/again", "again");
  expect(&at, "F-11111 again again F-11111");
  keep(&at, "follow/_step/F-11111", "cause");
  expect(&at, "F-11111 cause cause new"); /* done, and can be looked at */
  look_away(&at);
  mx_free(book);
}

/* ----------------------------------------------------------------------------------- the choice */

static void expect_choices(look *of, const char *wanted) {
  char found[200] = "";
  kp_follow_choices choices;
  see(of);
  assert_true(kp_follow_choices_make(&of->in, &choices));
  for (size_t i = 0; i < choices.count; i++)
    snprintf(found + strlen(found), sizeof found - strlen(found), "%s%d", choices.list[i].id + 2,
             (int)choices.list[i].group);
  kp_follow_choices_clear(&choices);
  assert_string_equal(found, wanted);
}

static void test_choices(void **state) {
  (void)state;
  mx *book = mx_new();
  look at;
  look_at(&at, book);
  mx_put(book, "focus", "id=F-00001|focus=a|status=Parked");
  mx_put(book, "focus", "id=F-00002|focus=b|status=Stopped");
  mx_put(book, "focus", "focus=without ID|status=Active");
  mx_put(book, "focus", "id=F-00003|focus=c|status=Proposed");
  expect_choices(&at, "000031000013000024");
  expect(&at, "F-00003 prepare goal new"); /* the newest */
  mx_put(book, "focus", "id=F-00004|focus=d|status=Secured");
  mx_put(book, "focus", "id=F-00005|focus=e|status=active|unit=North|changed_on=@-3");
  mx_put(book, "focus", "id=F-00006|focus=f|status=Active|unit=South|changed_on=@-9");
  expect_choices(&at, "000050000060000031000042000013000024");
  expect(&at, "F-00005 prepare goal new"); /* active, touched last */
  expect_text(kp_follow_state_text(&at.in, &at.view), "active · North · Plan · 1 of 2 in use");
  keep(&at, KP_FOLLOW_CHOSEN, "F-00001");
  expect(&at, "F-00001 prepare goal new");
  keep(&at, KP_FOLLOW_CHOSEN, "F-77777"); /* not there any more */
  expect(&at, "F-00005 prepare goal new");
  keep(&at, KP_FOLLOW_CHOSEN, KP_FOLLOW_NEW);
  expect(&at, "new prepare goal new");
  look_away(&at);
  mx_free(book);
}

static void test_loose_action(void **state) {
  (void)state;
  mx *book = mx_new();
  look at;
  look_at(&at, book);
  mx_sound(book);
  keep(&at, KP_FOLLOW_CHOSEN, KP_FOLLOW_LOOSE);
  expect(&at, "loose - action new");
  wants(&at.view.given, "focus", "");
  assert_int_equal(at.view.rows.count, 0);
  mx_put(book, "actions", "id=A-77777|action=a|status=To do");
  expect(&at, "loose - action new");
  assert_int_equal(at.view.rows.count, 1);
  expect_text(kp_follow_state_text(&at.in, &at.view), "");
  look_away(&at);
  mx_free(book);
}

static void test_missing_sheets(void **state) {
  (void)state;
  mx *book = mx_new();
  look at;
  look_at(&at, book);
  for (size_t i = 0; i < MX_TABLES; i++)
    book->sheets[i].missing = true;
  expect(&at, "new prepare goal new");
  look_away(&at);
  mx_free(book);
}

/* -------------------------------------------------------------------------------------- texts */

static void test_texts(void **state) {
  (void)state;
  mx *book = mx_new();
  look at;
  look_at(&at, book);
  see(&at);
  expect_text(kp_text_cut("één ~twee\ndrie", 40), "één twee drie");
  expect_text(kp_text_cut("één twee", 3), "één…");
  expect_text(kp_text_cut("één", 3), "één");
  const kp_method_column *date = mx_column(book, "actions", "deadline");
  const kp_method_column *person = mx_column(book, "actions", "owner");
  const kp_method_column *status = mx_column(book, "actions", "status");
  expect_text(kp_follow_value_text(&at.in, date, "today"), "2026-07-15");
  expect_text(kp_follow_value_text(&at.in, date, "today+14"), "2026-07-29");
  expect_text(kp_follow_value_text(&at.in, person, "me"), "Petra Jansen");
  expect_text(kp_follow_value_text(&at.in, status, "todo"), "To do");
  expect_text(kp_follow_value_text(&at.in, mx_column(book, "goals", "goal"), "me"), "me");
  const kp_method_list *list = status->list;
  assert_string_equal(kp_follow_parked(list)->key, "hold");
  look_away(&at);
  mx_free(book);
}

/* A gap points at the row that is not good yet; the limit counts per unit. */
static void test_gap_and_limit(void **state) {
  (void)state;
  mx *book = active_book(situation);
  look at;
  look_at(&at, book);
  see(&at);
  kp_method_gap gap;
  kp_method_limit limit;
  const kp_method_table *focus = mx_table(book, "focus");
  assert_false(kp_method_book_gap(at.opened, mx_stepped(book)->steps[0], 0, &gap));
  assert_true(kp_method_book_gap(at.opened, mx_stepped(book)->steps[4], 0, &gap));
  assert_string_equal(gap.table->key, "causes");
  assert_null(gap.column);
  assert_true(gap.row == KP_METHOD_NEW_ROW);
  assert_true(kp_method_book_limit(at.opened, focus, &limit));
  assert_string_equal(limit.rule, "focus_limit");
  assert_string_equal(limit.per->key, "unit");
  assert_true(limit.most == 2);
  assert_true(kp_method_book_active(at.opened, focus, 0));
  assert_false(kp_method_book_active(at.opened, focus, 1));
  assert_int_equal(kp_follow_active(&at.in, &limit, "North"), 1);
  assert_int_equal(kp_follow_active(&at.in, &limit, "South"), 0);
  assert_false(kp_method_book_limit(at.opened, mx_table(book, "goals"), &limit));
  look_away(&at);
  mx_free(book);
}

/* A finished step opens at what finished it. */
static void test_the_chosen_solution_is_shown(void **state) {
  (void)state;
  mx *book = mx_new();
  look at;
  look_at(&at, book);
  mx_put(book, "focus",
         "id=F-11111|focus=f|status=Active|unit=North|current=c|desired=d|measure=m|value_now=#1|"
         "value_wanted=#2|wanted_by=#46100|confirmed_on=#46000");
  mx_put(book, "causes", "id=C-11111|focus=F-11111|why_number=#1|question=q|answer=a");
  mx_put(book, "solutions", "id=O-11111|focus=F-11111|solution=s|decision=Parked");
  size_t chosen = mx_put(book, "solutions", "id=O-22222|focus=F-11111|solution=s|decision=Chosen");
  mx_put(book, "solutions", "id=O-33333|focus=F-11111|solution=s|decision=Parked");
  mx_put(book, "solutions", "id=O-44444|focus=F-22222|solution=s|decision=Chosen");
  keep(&at, "follow/_step/F-11111", "solve");
  expect(&at, "F-11111 solve solution O-22222");
  mx_put(book, "solutions", "id=O-55555|focus=F-11111|solution=s|decision=Chosen");
  expect(&at, "F-11111 solve solution O-55555"); /* the last of them */
  mx_set(book, "solutions", chosen, "decision=Rejected");
  expect(&at, "F-11111 solve solution O-55555");
  keep(&at, "follow/_row/F-11111/solve.solution", "O-11111");
  expect(&at, "F-11111 solve solution O-11111"); /* people chose this one */
  look_away(&at);
  mx_free(book);
}

/* Two practices with steps: a choice among the rows of both, and something new in either. */
static void test_two_practices(void **state) {
  (void)state;
  mx *book = mx_two();
  look at;
  look_at(&at, book);
  expect(&at, "new hear praise new"); /* nothing yet: the first that is used */
  mx_put(book, "focus", "id=F-11111|focus=a|status=Proposed|unit=North");
  mx_put(book, "praise", "id=L-11111|what=b|status=Heard");
  mx_put(book, "praise", "id=L-22222|what=c|status=Kept");
  expect_choices(&at, "111111111111222224");
  expect(&at, "L-11111 hear praise L-11111");
  keep(&at, KP_FOLLOW_CHOSEN, "F-11111");
  expect(&at, "F-11111 prepare goal new");
  assert_string_equal(at.view.practice->key, "structural");
  keep(&at, KP_FOLLOW_CHOSEN, "L-22222");
  expect(&at, "L-22222 hear praise L-22222");
  keep(&at, KP_FOLLOW_CHOSEN, KP_FOLLOW_NEW);
  keep(&at, KP_FOLLOW_PRACTICE, "structural");
  expect(&at, "new prepare goal new");
  keep(&at, KP_FOLLOW_PRACTICE, "praise");
  expect(&at, "new hear praise new");
  keep(&at, KP_FOLLOW_CHOSEN, KP_FOLLOW_LOOSE); /* only the other one has actions */
  expect(&at, "loose - action new");
  assert_string_equal(at.view.practice->key, "structural");
  keep(&at, KP_FOLLOW_CHOSEN, KP_FOLLOW_NEW);
  book->off = "praise"; /* a practice that is not used offers nothing */
  expect(&at, "new prepare goal new");
  assert_null(kp_follow_practice(&at.in, 1));
  look_away(&at);
  mx_free(book);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_from_nothing),
      cmocka_unit_test(test_a_round),
      cmocka_unit_test(test_whys),
      cmocka_unit_test(test_to_the_end),
      cmocka_unit_test(test_choices),
      cmocka_unit_test(test_loose_action),
      cmocka_unit_test(test_two_practices),
      cmocka_unit_test(test_missing_sheets),
      cmocka_unit_test(test_texts),
      cmocka_unit_test(test_gap_and_limit),
      cmocka_unit_test(test_the_chosen_solution_is_shown),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
