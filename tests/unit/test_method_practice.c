/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every rule of the shipped practice, both sides of it, in a workbook that is sound otherwise. */
#include "../../src/method/model.h"
#include "method_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef enum manner {
  ENTER,    /* a new row */
  CHANGE,   /* values for the first row */
  CHECK,    /* values for the first row, then the whole workbook */
  CHECK_NEW /* a row more, then the whole workbook */
} manner;

typedef struct rule_case {
  const char *rule;
  kp_method_severity severity;
  const char *column;
  manner manner;
  const char *table;
  const char *bad;
  const char *good;
} rule_case;

#define REFUSE KP_METHOD_REFUSE
#define WARN KP_METHOD_WARN
#define TIP KP_METHOD_TIP
#define CHOSEN "focus=F-11111|solution=Another|decision=Chosen|cause=C-33333|achieve=a|bridge=b"
#define ACTION "action=Do something concrete|owner=Kees de Wit|status=To do"

static const rule_case cases[] = {
    {"person_once", WARN, "person", ENTER, "lists", "person=kees de wit", "person=Kees"},
    {"unit_once", WARN, "unit", ENTER, "lists", "unit=north", "unit=South"},

    {"goals_goal_required", REFUSE, "goal", ENTER, "goals", "reason=r", "goal=g|reason=r"},
    {"goals_shared_on_required", REFUSE, "shared_on", ENTER, "goals", "goal=g|shared=Yes",
     "goal=g|shared=No"},
    {"goal_reason", WARN, "reason", ENTER, "goals", "goal=g", "goal=g|reason=r"},
    {"goal_shared", TIP, "shared", ENTER, "goals", "goal=g|shared=No",
     "goal=g|shared=Yes|shared_on=@0"},

    {"waves_name_required", REFUSE, "name", ENTER, "waves", "number=#2", "name=Autumn"},
    {"wave_number", REFUSE, "number", ENTER, "waves", "number=1", "number=2"},
    {"wave_start", WARN, "start", ENTER, "waves", "number=#3", "number=#3|start=@0"},
    {"wave_period", REFUSE, "end", ENTER, "waves", "start=@0|end=@-1", "start=@0|end=@0"},
    {"wave_invited", WARN, "invited", ENTER, "waves", "invited=#121|population=#120",
     "invited=#120|population=#120"},
    {"wave_scores", REFUSE, "scores", ENTER, "waves", "scores=https://example.invalid/x.ods",
     "scores=Responses.G2:G500"},
    {"wave_scale", WARN, "scale", ENTER, "waves", "kind=Quantitative", "kind=Qualitative"},
    {"wave_benchmark", TIP, "benchmark_source", ENTER, "waves", "benchmark=32",
     "benchmark=32|benchmark_source=b"},
    {"wave_follow_up", WARN, "known_on", CHECK_NEW, "waves", "id=M-33333|known_on=@-14",
     "id=M-33333|known_on=@-13"},

    {"session_prepared", TIP, "place", ENTER, "sessions", "date=@3", "date=@3|place=Room"},
    {"session_strengths", WARN, "strengths", ENTER, "sessions", "improvements=a",
     "improvements=a|strengths=b"},
    {"session_balance", TIP, "strengths", ENTER, "sessions", "improvements=a / b|strengths=c",
     "improvements=a / b|strengths=c / d"},
    {"session_achieved", TIP, "achieved", CHECK, "sessions", "achieved=|date=@-1",
     "achieved=|date=@0"},

    {"focus_focus_required", REFUSE, "focus", ENTER, "focus", "unit=North", "focus=x"},
    {"focus_goal_required", REFUSE, "goal", ENTER, "focus", "focus=x|status=Active",
     "focus=x|status=Proposed"},
    {"focus_wave_required", REFUSE, "wave", ENTER, "focus", "focus=x|status=Active",
     "focus=x|status=Active|wave=M-11111"},
    {"focus_lead_required", REFUSE, "lead", ENTER, "focus", "focus=x|status=Active",
     "focus=x|status=Active|lead=Petra Jansen"},
    {"focus_reason_required", REFUSE, "reason", CHANGE, "focus", "status=Parked",
     "status=Parked|reason=r"},
    {"focus_wave_after_required", REFUSE, "wave_after", CHANGE, "focus", "status=Completed",
     "status=Completed|wave_after=M-22222"},
    {"focus_why", TIP, "why", ENTER, "focus", "status=Active", "status=Proposed"},
    {"focus_quote", TIP, "quote", ENTER, "focus", "status=Active", "status=Active|quote=q"},
    {"focus_by", REFUSE, "wanted_by", CHANGE, "focus", "wanted_by=@-1", "wanted_by=@0"},
    {"cause_confirmed_today", REFUSE, "confirmed_on", CHANGE, "focus", "confirmed_on=@1",
     "confirmed_on=@0"},
    {"cause_situation", REFUSE, "measure", CHANGE, "focus", "measure=|confirmed_on=@0",
     "confirmed_on=@0"},
    {"cause_answered", REFUSE, "confirmed_on", ENTER, "focus", "focus=x|confirmed_on=@0",
     "focus=x"},
    {"focus_needs_cause", REFUSE, "confirmed_on", CHANGE, "focus",
     "status=Secured|confirmed_on=", "status=Secured"},
    {"focus_open_actions", WARN, "status", CHANGE, "focus", "status=Secured", "quote=q"},
    {"focus_again", REFUSE, "wave_after", CHANGE, "focus", "wave_after=M-11111",
     "wave_after=M-22222"},
    {"focus_result", WARN, "verdict", CHANGE, "focus",
     "status=Completed|wave_after=M-22222|value_later=#1",
     "status=Completed|wave_after=M-22222|value_later=#1|verdict=rise"},
    {"focus_untouched", WARN, "changed_on", CHECK, "focus", "changed_on=@-31", "changed_on=@-30"},

    {"causes_focus_required", REFUSE, "focus", ENTER, "causes", "question=q", "focus=F-11111"},
    {"causes_question_required", REFUSE, "question", ENTER, "causes", "focus=F-11111",
     "question=q"},
    {"cause_after_situation", REFUSE, "focus", ENTER, "causes", "focus=F-22222|question=q",
     "focus=F-11111|question=q"},
    {"cause_place", WARN, "why_number", ENTER, "causes", "focus=F-11111|branch=1|why_number=3",
     "focus=F-11111|branch=2|why_number=3"},
    {"cause_answer", TIP, "answer", CHECK, "causes", "answer=", "answer=yes"},
    {"cause_core_answer", REFUSE, "answer", ENTER, "causes", "focus=F-11111|core=Yes",
     "focus=F-11111|core=No"},
    {"cause_core_grounds", TIP, "evidence", ENTER, "causes", "core=Yes", "core=No"},

    {"solutions_cause_required", REFUSE, "cause", ENTER, "solutions", "decision=Chosen",
     "decision=Open"},
    {"solutions_achieve_required", REFUSE, "achieve", ENTER, "solutions", "decision=Chosen",
     "decision=Rejected"},
    {"solutions_bridge_required", REFUSE, "bridge", ENTER, "solutions", "decision=Chosen",
     "decision=Parked"},
    {"solution_after_cause", REFUSE, "decision", ENTER, "solutions", "focus=F-22222|decision=Open",
     "focus=F-22222|decision=Parked"},
    {"solution_after_cause", REFUSE, "decision", ENTER, "solutions",
     "focus=F-22222|decision=Chosen", CHOSEN},
    {"solution_after_why", REFUSE, "decision", ENTER, "solutions", "focus=F-55555|decision=Chosen",
     CHOSEN},
    {"solution_same_focus", REFUSE, "focus", ENTER, "solutions", "focus=F-22222|cause=C-33333",
     "focus=F-11111|cause=C-33333"},
    {"solution_weighed", TIP, "support", ENTER, "solutions", CHOSEN, CHOSEN "|support=3"},
    {"solution_has_action", WARN, "decision", CHECK_NEW, "solutions", "id=O-99999|" CHOSEN,
     "id=O-99999|focus=F-11111|solution=Another|decision=Open"},

    {"actions_action_required", REFUSE, "action", ENTER, "actions", "status=To do", ACTION},
    {"actions_owner_required", REFUSE, "owner", ENTER, "actions", "status=To do", ACTION},
    {"actions_owner_one-person", REFUSE, "owner", ENTER, "actions", "owner=Kees en Petra",
     "owner=De Vries, Anna"},
    {"actions_owner_known-person", WARN, "owner", ENTER, "actions", "owner=Klaas",
     "owner=Jansen, Petra"},
    {"actions_deadline_required", REFUSE, "deadline", ENTER, "actions", ACTION,
     ACTION "|deadline=@1"},
    {"actions_reason_required", REFUSE, "reason", CHANGE, "actions", "status=On hold",
     "status=On hold|reason=parts"},
    {"actions_reason_required", REFUSE, "reason", CHANGE, "actions", "status=Cancelled",
     "status=Cancelled|reason=sold"},
    {"actions_solution_required", REFUSE, "solution", ENTER, "actions", ACTION "|focus=F-11111",
     ACTION "|focus=F-11111|solution=O-11111"},
    {"action_concrete", TIP, "action", ENTER, "actions", "action=Call them", "action=Call them."},
    {"action_deadline", REFUSE, "deadline", ENTER, "actions", ACTION "|deadline=@-1",
     ACTION "|deadline=@0"},
    {"action_deadline", REFUSE, "deadline", ENTER, "actions", "status=In progress|deadline=@-1",
     "status=Done|deadline=@-1"},
    {"action_before_wave", WARN, "deadline", ENTER, "actions", "focus=F-11111|deadline=@91",
     "focus=F-11111|deadline=@90"},
    {"action_chosen", REFUSE, "solution", ENTER, "actions", ACTION "|solution=O-22222",
     ACTION "|solution=O-11111"},
    {"action_same_focus", REFUSE, "focus", ENTER, "actions", "focus=F-22222|solution=O-11111",
     "focus=F-11111|solution=O-11111"},
    {"action_alone", TIP, "solution", ENTER, "actions", ACTION, ACTION "|solution=O-11111"},
    {"action_done_on", WARN, "done_on", ENTER, "actions", "status=Done", "status=Done|done_on=@0"},
    {"action_done_before", REFUSE, "done_on", ENTER, "actions", "done_on=@1", "done_on=@0"},
    {"action_helped", TIP, "helped", CHECK_NEW, "actions", "id=A-77777|status=Done|check_on=@0",
     "id=A-77777|status=Done|check_on=@1"},
    {"actions_status_forward-only", REFUSE, "status", CHANGE, "actions", "status=To do",
     "status=Done"},

    {"waves_number_required", REFUSE, "number", ENTER, "waves", "name=n", "number=#2"},
    {"waves_kind_required", REFUSE, "kind", ENTER, "waves", "name=n", "kind=Quantitative"},
    {"sessions_date_required", REFUSE, "date", ENTER, "sessions", "purpose=p", "date=@3"},
    {"sessions_kind_required", REFUSE, "kind", ENTER, "sessions", "purpose=p", "kind=Results"},
    {"sessions_purpose_required", REFUSE, "purpose", ENTER, "sessions", "date=@3", "purpose=p"},
    {"focus_status_required", REFUSE, "status", ENTER, "focus", "focus=x", "status=Proposed"},
    {"focus_unit_required", REFUSE, "unit", ENTER, "focus", "focus=x", "unit=North"},
    {"causes_why_number_required", REFUSE, "why_number", ENTER, "causes", "question=q",
     "why_number=1"},
    {"solutions_focus_required", REFUSE, "focus", ENTER, "solutions", "solution=s",
     "focus=F-11111"},
    {"solutions_solution_required", REFUSE, "solution", ENTER, "solutions", "focus=F-11111",
     "solution=s"},
    {"solutions_decision_required", REFUSE, "decision", ENTER, "solutions", "solution=s",
     "decision=Open"},
    {"actions_status_required", REFUSE, "status", ENTER, "actions", "action=a", "status=To do"},
    {"agenda_rhythm_required", REFUSE, "rhythm", ENTER, "agenda", "topic=t", "rhythm=Weekly"},

    {"agenda_topic_required", REFUSE, "topic", ENTER, "agenda", "meeting=m", "focus=F-11111"},
    {"agenda_meeting_required", REFUSE, "meeting", ENTER, "agenda", "topic=t", "meeting=m"},
    {"agenda_next_required", REFUSE, "next", ENTER, "agenda", "topic=t", "next=@1"},
    {"agenda_until", WARN, "until", ENTER, "agenda", "next=@2|until=@1", "next=@2|until=@2"},
    {"agenda_next", REFUSE, "next", ENTER, "agenda", "next=@-1", "next=@0"},
    {"projects_name_required", REFUSE, "name", ENTER, "projects", "until=@1", "name=n"},
    {"projects_owner_one-person", REFUSE, "owner", ENTER, "projects", "owner=team", "owner=Anna"},
};

static void apply(mx *book, const rule_case *rule, const char *values) {
  mx_sound(book);
  if (rule->manner == ENTER) {
    mx_enter(book, rule->table, values);
  } else if (rule->manner == CHANGE) {
    mx_change(book, rule->table, 0, values, NULL);
  } else {
    if (rule->manner == CHECK)
      mx_set(book, rule->table, 0, values);
    else
      mx_put(book, rule->table, values);
    mx_check(book);
  }
}

static void test_every_rule_both_sides(void **state) {
  (void)state;
  mx *book = mx_new();
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    apply(book, &cases[i], cases[i].bad);
    bool seen = false;
    for (size_t j = 0; j < book->findings.count; j++) {
      const kp_method_finding *finding = &book->findings.list[j];
      seen = seen ||
             (strcmp(finding->rule, cases[i].rule) == 0 && finding->severity == cases[i].severity &&
              strcmp(finding->column->key, cases[i].column) == 0);
    }
    if (!seen)
      fail_msg("%s is silent about %s", cases[i].rule, cases[i].bad);
    apply(book, &cases[i], cases[i].good);
    for (size_t j = 0; j < book->findings.count; j++)
      if (strcmp(book->findings.list[j].rule, cases[i].rule) == 0 &&
          strcmp(book->findings.list[j].column->key, cases[i].column) == 0)
        fail_msg("%s speaks about %s", cases[i].rule, cases[i].good);
  }
  mx_free(book);
}

static void test_a_sound_workbook_is_silent(void **state) {
  (void)state;
  mx *book = mx_new();
  mx_sound(book);
  mx_check(book);
  mx_expect_nothing(book);
  mx_free(book);
}

/* A limit per unit, which a team may set. */
static void test_third_focus_point(void **state) {
  (void)state;
  mx *book = mx_new();
  mx_sound(book); /* one is active in North */
  mx_enter(book, "focus", "focus=Second|unit=North|status=Active");
  mx_expect_silent(book, "focus_limit");
  mx_put(book, "focus", "id=F-99999|focus=Second|unit=north|status=Active");
  mx_enter(book, "focus", "focus=Third|unit=North|status=Active");
  mx_expect(book, "focus_limit", KP_METHOD_REFUSE, "status");
  assert_string_equal(mx_finding(book, "focus_limit")->message,
                      "North already has 2 active focus points; the maximum is 2. Park one first.");
  mx_enter(book, "focus", "focus=Third|unit=South|status=Active");
  mx_expect_silent(book, "focus_limit");
  mx_enter(book, "focus", "focus=Third|unit=North|status=Parked|reason=r");
  mx_expect_silent(book, "focus_limit");
  book->setting = "focus_active";
  book->value = 3;
  mx_enter(book, "focus", "focus=Third|unit=North|status=Active");
  mx_expect_silent(book, "focus_limit");
  mx_free(book);
}

/* One answered why opens the gate; fewer than three, a setting, is a warning. */
static void test_whys(void **state) {
  (void)state;
  static const char focus[] = "id=F-88888|focus=x|current=c|desired=d|measure=m|value_now=1"
                              "|value_wanted=2|wanted_by=@9|status=Active";
  mx *book = mx_new();
  mx_sound(book);
  size_t row = mx_put(book, "focus", focus);
  mx_put(book, "causes", "id=C-80001|focus=F-88888|question=q");
  mx_change(book, "focus", row, "confirmed_on=@0", NULL);
  mx_expect(book, "cause_answered", KP_METHOD_REFUSE, "confirmed_on");
  for (int why = 1; why <= 3; why++) {
    char cause[100];
    snprintf(cause, sizeof cause, "id=C-8000%d|focus=F-88888|question=q|answer=a|core=Yes",
             why + 1);
    mx_expect(book, "cause_whys", KP_METHOD_WARN, "confirmed_on");
    mx_put(book, "causes", cause);
    mx_change(book, "focus", row, "confirmed_on=@0", NULL);
    mx_expect_silent(book, "cause_answered");
  }
  mx_expect_silent(book, "cause_whys");
  mx_expect_silent(book, "cause_marked");
  book->setting = "whys";
  book->value = 4;
  mx_change(book, "focus", row, "confirmed_on=@0", NULL);
  assert_string_equal(mx_finding(book, "cause_whys")->message,
                      "3 of 4 “why” questions answered: is this really the root cause?");
  mx_free(book);
}

static void test_root_cause_is_marked(void **state) {
  (void)state;
  mx *book = mx_new();
  mx_sound(book);
  mx_set(book, "causes", 2, "core=No");
  mx_check(book);
  mx_expect(book, "cause_marked", KP_METHOD_WARN, "confirmed_on");
  mx_free(book);
}

/* "Secured" needs an agenda date to come; later the check warns when there is none any more. */
static void test_secured(void **state) {
  (void)state;
  mx *book = mx_new();
  mx_sound(book);
  mx_change(book, "focus", 0, "status=Secured", NULL);
  mx_expect_silent(book, "focus_secure");
  mx_set(book, "agenda", 0, "next=@0");
  mx_change(book, "focus", 0, "status=Secured", NULL);
  mx_expect(book, "focus_secure", KP_METHOD_REFUSE, "status");
  mx_set(book, "focus", 0, "status=Secured");
  mx_check(book);
  mx_expect_silent(book, "focus_secure");
  mx_expect_silent(book, "focus_stay_secured");
  mx_sound(book);
  mx_set(book, "agenda", 0, "next=@-1");
  mx_set(book, "focus", 0, "status=Secured");
  mx_check(book);
  mx_expect(book, "focus_stay_secured", KP_METHOD_WARN, "status");
  mx_free(book);
}

static void test_verdicts(void **state) {
  (void)state;
  mx *book = mx_new();
  static const char verdict[] = "wave_after=M-22222|verdict=fall";
  mx_sound(book);
  mx_change(book, "focus", 0, verdict, NULL);
  mx_expect_silent(book, "verdict_qualitative");
  mx_expect_silent(book, "verdict_changes");
  mx_expect_silent(book, "verdict_circumstances");
  mx_set(book, "waves", 1, "kind=Qualitative|changes=two questions|circumstances=holidays");
  mx_change(book, "focus", 0, verdict, NULL);
  mx_expect(book, "verdict_qualitative", KP_METHOD_REFUSE, "verdict");
  mx_expect(book, "verdict_changes", KP_METHOD_TIP, "verdict");
  mx_expect(book, "verdict_circumstances", KP_METHOD_TIP, "verdict");
  mx_change(book, "focus", 0, "wave_after=M-22222|verdict=no verdict: qualitative", NULL);
  mx_expect_silent(book, "verdict_qualitative");
  mx_change(book, "focus", 0, "wave_after=M-22222|verdict=rise", NULL);
  mx_expect_silent(book, "verdict_without_action");
  mx_sound(book);
  mx_change(book, "focus", 1, "wave_after=M-22222|verdict=rise", NULL); /* nothing was done */
  mx_expect(book, "verdict_without_action", KP_METHOD_WARN, "verdict");
  mx_free(book);
}

/* An owner with more than half, a level and a unit without: told for the whole workbook. */
static void test_spread_of_actions(void **state) {
  (void)state;
  mx *book = mx_new();
  mx_sound(book); /* three open, one each */
  mx_put(book, "actions",
         "id=A-80001|action=Something to do|owner=Petra Jansen|deadline=@3|status=To "
         "do|solution=O-11111|focus=F-11111");
  mx_check(book); /* two of four is half */
  mx_expect_nothing(book);
  mx_put(book, "actions",
         "id=A-80002|action=Something to do|owner=Petra Jansen|deadline=@3|status=To "
         "do|solution=O-11111|focus=F-11111");
  mx_check(book);
  assert_string_equal(
      mx_finding(book, "action_share")->message,
      "Petra Jansen has 3 open actions, more than 50% of all. Who can take some over?");
  mx_put(book, "lists", "unit=South");
  mx_check(book);
  assert_string_equal(mx_finding(book, "action_units")->message, "“South” has no action yet.");
  mx_expect_silent(book, "action_levels");
  mx_set(book, "focus", 2, "level=Tactical"); /* the only operational one with an action */
  mx_check(book);
  assert_string_equal(mx_finding(book, "action_levels")->message,
                      "There is no action yet at level “Operational”.");
  mx_free(book);
}

/* Nobody forgot to test a rule that a file brings. */
static void test_no_rule_is_forgotten(void **state) {
  (void)state;
  static const char *const elsewhere[] = {"focus_limit",
                                          "cause_whys",
                                          "cause_marked",
                                          "focus_secure",
                                          "focus_stay_secured",
                                          "verdict_qualitative",
                                          "verdict_changes",
                                          "verdict_circumstances",
                                          "verdict_without_action",
                                          "action_share",
                                          "action_units",
                                          "action_levels"};
  mx *book = mx_new();
  size_t rules = 0;
  size_t forgotten = 0;
  for (size_t r = 0; r < book->method->rule_count; r++) {
    const kp_method_rule *rule = book->method->rules[r];
    bool tested = rule->line == 0; /* what a kind means: test_method_rules.c */
    rules += !tested;
    for (size_t i = 0; !tested && i < sizeof cases / sizeof *cases; i++)
      tested = strcmp(cases[i].rule, rule->key) == 0;
    for (size_t i = 0; !tested && i < sizeof elsewhere / sizeof *elsewhere; i++)
      tested = strcmp(elsewhere[i], rule->key) == 0;
    if (!tested)
      print_error("%s, line %d: no test for the rule %s\n", rule->file, rule->line, rule->key);
    forgotten += !tested;
  }
  assert_int_equal(forgotten, 0);
  assert_true(rules > 50);
  mx_free(book);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_a_sound_workbook_is_silent),
      cmocka_unit_test(test_every_rule_both_sides),
      cmocka_unit_test(test_third_focus_point),
      cmocka_unit_test(test_whys),
      cmocka_unit_test(test_root_cause_is_marked),
      cmocka_unit_test(test_secured),
      cmocka_unit_test(test_verdicts),
      cmocka_unit_test(test_spread_of_actions),
      cmocka_unit_test(test_no_rule_is_forgotten),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
