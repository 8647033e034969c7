/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clang-format off */
/**
 * The verbs of org.kernpunt.calc.Automation on tables. Named values in, named values out.
 *
 * Every verb takes Document (the spreadsheet) and may take Language ("en", "nl": of messages, the
 * office's own by default). Answers of verbs that write: Answer ("written", "refused", "no table"),
 * Id, Row (as people count), Message (refusal or warning, "" when there is nothing to say) and
 * Findings, a sequence of (severity "refuse" or "warn", rule, column, message). What fails raises.
 *
 * | verb     | takes                                  | answers                                   |
 * |----------|----------------------------------------|-------------------------------------------|
 * | setup    | Language of the workbook, Practices    | as above                                  |
 * |          | (sequence of keys; all when left out)  |                                           |
 * |          | ; with Sheet also what setAnswers does |                                           |
 * | findAnswers | Sheet (the one in front), Values | Sheet, Header (row from 1), Scale, Said,  |
 * |          | (part, column or header or ""), Scale  | Dirt, Parts (part, column, header,        |
 * |          | ("0-10"), Wave (of the whole sheet)    | examples), Units and People (name, "new"),|
 * |          |                                        | Waves (name, start, end, scores)          |
 * | setAnswers | the same; Invited, AddUnits,         | as above                                  |
 * |          | AddPeople (both true when left out)    |                                           |
 * | insert   | What ("units", "changes", "cross",     | Answer ("written" or "refused"), Message  |
 * |          | "drivers", "trend", "chart shares",    |                                           |
 * |          | "chart scores" …), Form ("", "plain",  |                                           |
 * |          | "values"), Sheet, Later, Earlier (of   |                                           |
 * |          | measurements), Smallest (group shown)  |                                           |
 * | results  | Name of the answer sheet               | the same                                  |
 * | pdf      | Url, Name of a sheet (or in front)     | the same                                  |
 * | freeze   |                                        | the same                                  |
 * | calendar | Url, Name of a person (or everyone)    | the same                                  |
 * | append   | Table, Values (named texts)            | as above                                  |
 * | change   | Table, Id, Values, Note                | as above                                  |
 * | read     | Table                                  | Keys (of the columns), Rows (texts and    |
 * |          |                                        | numbers), SheetRows (from 1), Sheet       |
 * | check    |                                        | Items: (severity, sheet, cell, table, ID, |
 * |          |                                        | column, message)                          |
 * | agenda   | Who ("" or left out: everyone),        | Rows: (source, table, ID, date as ISO,    |
 * |          | Horizon in days (14)                   | who, what, days from today), by date      |
 * | steps    | Id of a row; or "" for a new one of a  | Rows: (step, "closed", "open" or "done",  |
 * |          | Practice (by key) or a Table           | what is needed or missing)                |
 * | settings |                                        | Settings: (key, name, value, least,       |
 * |          |                                        | most); Practices: (key, name, "yes", "no" |
 * |          |                                        | or "always"); Language; SetUp             |
 * | settings | Values (named numbers as text),        | as above                                  |
 * |          | Practices (sequence of keys: those on) |                                           |
 * | people   |                                        | Names                                     |
 * | repair   | Table                                  | as above                                  |
 * | jump     | Table, Id, Column                      | Answer                                    |
 * | save     |                                        | as above                                  |
 * | share    |                                        | as above; the document was loaded anew    |
 * | journal  | Do ("list", "verify", "restore",       | Records: (append or change, table, ID,    |
 * |          | "forget"), Id (or all)                 | time); Readable, Seen, Missing; Count;    |
 * |          |                                        | Answer and Message of a restore           |
 */
/* clang-format on */
#ifndef KERNPUNT_AUTOMATION_INTERNAL_H
#define KERNPUNT_AUTOMATION_INTERNAL_H

#include "kernpunt/workbook.h"
#include "kernpunt/uno.h"

/** One call, taken apart. The model of the method is read anew: files may have
 * changed. */
typedef struct kp_automation {
  kp_uno_incoming *in;
  kp_document document;
  kp_method *method;
  uno_Interface *model;
  uno_Interface *controller;
  uno_Sequence *answer; /**< reserved by a verb that writes */
} kp_automation;

/** Names and types of what comes and goes. */
#define KP_AUTOMATION_NAMED "[]com.sun.star.beans.NamedValue"

/** The argument with this name, borrowed, or NULL. */
const uno_Any *kp_automation_argument(const kp_uno_incoming *in, const char *name);
/** A text argument, malloc'ed; NULL when it is missing. */
char *kp_automation_text(const kp_uno_incoming *in, const char *name);

/** An answer of `count` named values; NULL without memory. */
uno_Sequence *kp_automation_answer(kp_uno_error *error, size_t count);
/** Names the i-th value and hands it out to be filled; NULL without memory. */
uno_Any *kp_automation_value(uno_Sequence *answer, size_t i, const char *name);
bool kp_automation_put_text(kp_uno_error *error, uno_Sequence *answer, size_t i, const char *name,
                            const char *text);
bool kp_automation_put_long(kp_uno_error *error, uno_Sequence *answer, size_t i, const char *name,
                            int32_t number);
bool kp_automation_put_bool(kp_uno_error *error, uno_Sequence *answer, size_t i, const char *name,
                            bool value);
/** A sequence of rows of texts, row by row; NULL counts as "". */
bool kp_automation_put_table(kp_uno_error *error, uno_Sequence *answer, size_t i, const char *name,
                             const char *const *texts, size_t rows, size_t columns);
/** Makes the answer the result of the call when `good`; frees it in any case.
 */
bool kp_automation_return(kp_uno_incoming *in, uno_Sequence *answer, bool good);

/** Opens a call: document, its view, method, language. Close it, whatever the
 * answer. */
bool kp_automation_open(kp_uno_incoming *in, kp_automation *call);
void kp_automation_close(kp_automation *call);

/** Reserves the answer of a verb that writes, before it does: call it first. */
bool kp_automation_reserve(kp_automation *call);
/** Answers what came of a verb that writes, and clears outcome and findings. After something was
 * written it answers "written", even without memory for the rest. */
bool kp_automation_outcome(kp_automation *call, kp_workbook_answer answer, kp_outcome *outcome,
                           kp_method_findings *findings);

/** The named texts of the argument Values, each malloc'ed; none when there is no such argument. */
bool kp_automation_values(const kp_uno_incoming *in, kp_entry_value **values, size_t *count);
void kp_automation_values_free(kp_entry_value *values, size_t count);
/** The texts of a sequence, each malloc'ed; `found` says whether there is such an argument. */
bool kp_automation_texts(const kp_uno_incoming *in, const char *name, char ***texts, size_t *count,
                         bool *found);
void kp_automation_texts_free(char **texts, size_t count);

/** The verbs that follow up: what is due, how far it is, what the team chose. */
bool kp_automation_agenda(kp_uno_incoming *in);
bool kp_automation_steps(kp_uno_incoming *in);
bool kp_automation_settings(kp_uno_incoming *in);
bool kp_automation_people(kp_uno_incoming *in);

/** The verbs that tell. */
bool kp_automation_read(kp_uno_incoming *in);
bool kp_automation_check(kp_uno_incoming *in);
bool kp_automation_journal(kp_uno_incoming *in);

/** Runs a verb with the office's lock held from its first look to its last, whoever calls. */
bool kp_automation_under_lock(kp_uno_incoming *in, kp_uno_handler verb);

/** The verbs that write, and show. */
bool kp_automation_setup(kp_uno_incoming *in);
bool kp_automation_find_answers(kp_uno_incoming *in);
bool kp_automation_set_answers(kp_uno_incoming *in);
/** Remembers the answer sheet that the call names; `setup` may be NULL. */
kp_workbook_answer kp_automation_choose(kp_uno_incoming *in, const kp_document *document,
                                        const kp_setup *setup, kp_outcome *outcome);
bool kp_automation_append(kp_uno_incoming *in);
bool kp_automation_insert(kp_uno_incoming *in);
bool kp_automation_results(kp_uno_incoming *in);
bool kp_automation_pdf(kp_uno_incoming *in);
bool kp_automation_freeze(kp_uno_incoming *in);
bool kp_automation_calendar(kp_uno_incoming *in);
bool kp_automation_change(kp_uno_incoming *in);
bool kp_automation_save(kp_uno_incoming *in);
bool kp_automation_share(kp_uno_incoming *in);
bool kp_automation_repair(kp_uno_incoming *in);
bool kp_automation_jump(kp_uno_incoming *in);

#endif
