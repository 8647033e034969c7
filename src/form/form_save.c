/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving a form: local checks, rules, people, workbook; and what to say of it. */
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void kp_form_result_clear(kp_form_result *result) {
  free(result->message);
  result->message = NULL;
  free(result->others);
  result->others = NULL;
  for (size_t i = 0; i < result->mark_count; i++) {
    free(result->marks[i].key);
    free(result->marks[i].text);
  }
  free(result->marks);
  result->marks = NULL;
  result->mark_count = 0;
}

/* ---------------------------------------------------------------------------------------- words */

static void tell(kp_form_result *result, const char *text) {
  kp_text_add(&result->message, " ", text);
}

void kp_form_tell(const kp_form *form, kp_form_result *result, kp_text text, const char *first,
                  const char *second) {
  char *said = kp_text_fill(text, form->language, first, second);
  if (said != NULL)
    tell(result, said);
  free(said);
}

static void refuse(const kp_form *form, kp_form_result *result, kp_text text, const char *detail) {
  result->answer = KP_WORKBOOK_REFUSED;
  kp_form_tell(form, result, text, detail, NULL);
}

/* ------------------------------------------------------------------------------------- problems */

/* What is wrong with a field that rules never see: a date that is none, a text that is too long. */
static char *local_problem(const kp_form *form, const kp_form_field *field) {
  bool strong = false;
  char *text = NULL;
  if (field->kind == KP_FORM_SHOWN)
    return NULL;
  if (field->kind == KP_FORM_DATE) {
    text = kp_form_date_note(form, field, true, &strong);
  } else {
    char *clean = kp_text_clean(field->value);
    size_t length = clean != NULL ? kp_text_length(clean) : 0;
    free(clean);
    strong = length > KP_TEXT_MAXIMUM;
    if (strong)
      text = kp_text_number_of(KP_TEXT_FORM_ONE_OVER, KP_TEXT_FORM_OVER, length - KP_TEXT_MAXIMUM,
                               form->language);
  }
  if (!strong) {
    free(text);
    text = NULL;
  }
  return text;
}

static void clear_marks(kp_form *form) {
  for (size_t i = 0; i < form->count; i++)
    if (form->fields[i].marked)
      kp_form_show_note(form, &form->fields[i]);
}

kp_form_field *kp_form_field_of(const kp_form *form, const kp_method_column *column) {
  for (size_t i = 0; column != NULL && i < form->count; i++)
    if (form->fields[i].column == column && form->fields[i].kind != KP_FORM_SHOWN)
      return &form->fields[i];
  return NULL;
}

/* Several things may be wrong with one field. */
static void mark(kp_form *form, kp_form_field *field, char **said, const char *text) {
  char *all = NULL;
  size_t at = (size_t)(field - form->fields);
  kp_text_add(&said[at], " ", text);
  kp_text_add(&all, " ", said[at] != NULL ? said[at] : text);
  if (all != NULL)
    kp_form_mark_field(form, field, all);
  free(all);
}

/* What was said of each marked field goes along: a form that is made anew says it again. */
static void keep_marks(const kp_form *form, char *const *said, kp_form_result *result) {
  if (result->marks == NULL)
    result->marks = calloc(form->count + 1, sizeof *result->marks);
  for (size_t i = 0; result->marks != NULL && i < form->count; i++) {
    const kp_form_field *field = &form->fields[i];
    if (!field->marked || said[i] == NULL || result->mark_count >= form->count)
      continue;
    kp_form_mark *made = &result->marks[result->mark_count];
    made->key = strdup(field->column != NULL ? field->column->key : "");
    made->text = strdup(said[i]);
    if (made->key != NULL && made->text != NULL) {
      result->mark_count++;
    } else {
      free(made->key);
      free(made->text);
    }
  }
}

/* "Look at Owner and 1 more", and the focus on the first of them. */
static void sum_up(kp_form *form, char *const *said, kp_form_result *result) {
  const kp_form_field *first = NULL;
  size_t more = 0;
  char number[24];
  for (size_t i = 0; i < form->count; i++) {
    if (!form->fields[i].marked)
      continue;
    more += first != NULL ? 1 : 0;
    first = first != NULL ? first : &form->fields[i];
  }
  result->answer = KP_WORKBOOK_REFUSED;
  keep_marks(form, said, result);
  result->others = result->message;
  result->message = NULL;
  snprintf(number, sizeof number, "%zu", more);
  if (first != NULL)
    kp_form_tell(form, result, more > 0 ? KP_TEXT_FORM_LOOK_MORE : KP_TEXT_FORM_LOOK,
                 kp_form_name(form, first), number);
  if (result->others != NULL)
    tell(result, result->others);
  if (first != NULL && kp_form_is_shown(form, first))
    kp_form_go(form, first->field);
}

/* Marks fields with the refusals among the findings; those of other columns go into the message.
 * True when there was any. */
static bool mark_findings(kp_form *form, const kp_method_findings *findings, char **said,
                          kp_form_result *result) {
  bool any = false;
  const char *wanted = kp_form_note(form) == NULL ? kp_form_wants_note(form) : NULL;
  for (size_t i = 0; i < findings->count; i++) {
    const kp_method_finding *finding = &findings->list[i];
    if (finding->severity != KP_METHOD_REFUSE)
      continue;
    /* That a reason is missing is said where it is to be given. */
    kp_form_field *field = wanted != NULL && strcmp(finding->rule, wanted) == 0
                               ? kp_form_reason(form)
                               : kp_form_field_of(form, finding->column);
    any = true;
    if (field == NULL)
      tell(result, finding->message);
    else if (!field->unfit)
      mark(form, field, said, finding->message);
  }
  return any;
}

/* ---------------------------------------------------------------------------------------- entry */

/* What goes to the workbook; values are borrowed from the form. */
typedef struct outgoing {
  kp_entry_value *values;
  size_t count;
  kp_entry entry;
} outgoing;

/* Whether the workbook gets a value: of a new row all that says something, of another only what
 * people changed and what is not so by now. */
static bool goes_out(const kp_form *form, const kp_method_column *column, const char *value,
                     const char *origin) {
  if (form->id[0] == '\0')
    return value[0] != '\0' || (column != NULL && column->initial != NULL);
  if (origin != NULL && kp_form_same(column, value, origin))
    return false;
  char *now = kp_form_now(form, column);
  bool differs = now == NULL || !kp_form_same(column, value, now);
  free(now);
  return differs;
}

static bool gather(const kp_form *form, outgoing *out) {
  out->count = 0;
  out->values = calloc(form->count + form->given_count + 1, sizeof *out->values);
  if (out->values == NULL)
    return false;
  for (size_t i = 0; i < form->given_count; i++)
    if (goes_out(form, form->given[i].column, form->given[i].text, NULL))
      out->values[out->count++] = (kp_entry_value){form->given[i].key, form->given[i].text};
  for (size_t i = 0; i < form->count; i++) {
    const kp_form_field *field = &form->fields[i];
    if (field->column != NULL && field->kind != KP_FORM_SHOWN &&
        goes_out(form, field->column, field->value, field->origin))
      out->values[out->count++] = (kp_entry_value){field->column->key, field->value};
  }
  out->entry = (kp_entry){.table = form->table->key,
                          .id = form->id[0] != '\0' ? form->id : NULL,
                          .values = out->values,
                          .count = out->count,
                          .note = kp_form_note(form),
                          .link = form->link};
  return true;
}

/* The same for the rules; NULL without memory. */
static kp_method_value *cells_of(const kp_form *form, const outgoing *out, size_t *count) {
  kp_method_value *cells = calloc(out->count + 1, sizeof *cells);
  *count = 0;
  for (size_t i = 0; cells != NULL && i < out->count; i++) {
    const kp_method_column *column = kp_method_find_column(form->table, out->values[i].key);
    if (column != NULL)
      cells[(*count)++] =
          (kp_method_value){column, kp_form_cell(form, column, out->values[i].text)};
  }
  return cells;
}

/* Asks the rules before people are asked anything; true when they refuse. */
static bool rules_refuse(kp_form *form, const outgoing *out, char **said, kp_form_result *result) {
  kp_method_book *book = kp_desk_book(form->desk);
  kp_method_findings findings = {NULL, 0, 0};
  size_t count = 0;
  size_t row = 0;
  bool refused = false;
  bool there = kp_form_row(form, &row);
  if (form->id[0] != '\0' && !there)
    return false; /* the workbook says so */
  kp_method_value *cells = book != NULL ? cells_of(form, out, &count) : NULL;
  if (cells == NULL)
    return false;
  const kp_method_entry entry = {.table = form->table,
                                 .row = there ? row : KP_METHOD_NEW_ROW,
                                 .values = cells,
                                 .count = count,
                                 .note = out->entry.note};
  if (kp_method_check_entry(book, &entry, form->language, &findings))
    refused = mark_findings(form, &findings, said, result);
  kp_method_findings_clear(&findings);
  free(cells);
  return refused;
}

/* -------------------------------------------------------------------------------------- writing */

/* After writing the fields are what the row holds. */
static void keep_written(kp_form *form) {
  for (size_t i = 0; i < form->count; i++) {
    kp_form_field *field = &form->fields[i];
    if (field->kind == KP_FORM_REASON) {
      kp_form_keep(&field->value, "");
      kp_form_show_value(form, field);
    }
    kp_form_keep(&field->base, field->value);
    kp_form_keep(&field->origin, field->value);
  }
  /* Written with others, it may yet be taken back: then they are the only ones who have it. */
  if (form->unseen)
    return;
  kp_desk_drop_drafts(form->desk, form->draft);
  kp_form_turn(form, false);
}

static void tell_outcome(kp_form *form, const kp_outcome *outcome,
                         const kp_method_findings *findings, char **said, const kp_uno_error *error,
                         kp_form_result *result) {
  switch (result->answer) {
  case KP_WORKBOOK_WRITTEN:
    memcpy(result->id, outcome->id, sizeof result->id);
    result->row = outcome->row;
    kp_form_tell_written(form, outcome, findings, result);
    break;
  case KP_WORKBOOK_REFUSED:
    if (outcome->text != KP_TEXT_NONE)
      kp_form_tell(form, result, outcome->text, outcome->detail, NULL);
    if (mark_findings(form, findings, said, result))
      sum_up(form, said, result);
    break;
  default:
    result->message = kp_workbook_told(result->answer, outcome, NULL, error, form->language, " ");
  }
}

static void write(kp_form *form, const kp_document *document, const outgoing *out, char **said,
                  kp_form_result *result) {
  kp_uno_error error = KP_UNO_NO_ERROR;
  kp_method_findings findings = {NULL, 0, 0};
  kp_outcome outcome;
  result->answer = out->entry.id != NULL
                       ? kp_workbook_change(&error, document, &out->entry, &findings, &outcome)
                       : kp_workbook_append(&error, document, &out->entry, &findings, &outcome);
  tell_outcome(form, &outcome, &findings, said, &error, result);
  if (result->answer == KP_WORKBOOK_WRITTEN)
    keep_written(form);
  if (result->answer != KP_WORKBOOK_REFUSED || outcome.text != KP_TEXT_NONE)
    kp_desk_touch(form->desk); /* else a rule refused: what was read is still true */
  kp_outcome_clear(&outcome);
  kp_method_findings_clear(&findings);
}

/* Where nobody can be asked, a name that is in no list is refused: with offers to add it. */
static bool mark_unknown(kp_form *form, char **said) {
  bool any = false;
  for (size_t i = 0; form->unseen && i < form->count; i++) {
    kp_form_field *field = &form->fields[i];
    if (!kp_form_is_new_name(form, field) || kp_form_name_settled(form, field))
      continue;
    char *text = kp_text_fill(field->kind == KP_FORM_PERSON ? KP_TEXT_FORM_UNKNOWN_PERSON
                                                            : KP_TEXT_FORM_UNKNOWN_WORD,
                              form->language, field->value, NULL);
    mark(form, field, said, text != NULL ? text : "");
    free(text);
    any = true;
  }
  return any;
}

static bool has_new_name(const kp_form *form) {
  for (size_t i = 0; i < form->count; i++)
    if (kp_form_is_new_name(form, &form->fields[i]))
      return true;
  return false;
}

/* Everything before the writing; false when it ends there. */
static bool may_write(kp_form *form, const kp_document *document, outgoing *out, char **said,
                      kp_form_result *result) {
  bool problem = false;
  for (size_t i = 0; i < form->count; i++) {
    char *text = local_problem(form, &form->fields[i]);
    if (text != NULL)
      mark(form, &form->fields[i], said, text);
    form->fields[i].unfit = text != NULL;
    problem = problem || text != NULL;
    free(text);
  }
  if (out->count == 0 && form->id[0] != '\0' && !problem) {
    result->answer = KP_WORKBOOK_WRITTEN;
    result->unchanged = true;
    snprintf(result->id, sizeof result->id, "%s", form->id);
    kp_form_tell(form, result, KP_TEXT_FORM_UNCHANGED, NULL, NULL);
    keep_written(form);
    return false;
  }
  problem = mark_unknown(form, said) || problem;
  /* The workbook asks the rules as it writes. They are asked before that only where people would
   * be kept busy for nothing, and where they must hear of everything at once. */
  if ((problem || has_new_name(form)) && (rules_refuse(form, out, said, result) || problem)) {
    sum_up(form, said, result);
    return false;
  }
  if (form->unseen) {
    kp_form_add_names(form, document);
  } else if (!kp_form_ask_people(form, document)) {
    refuse(form, result, kp_form_gone(form) ? KP_TEXT_FORM_OTHER_DOCUMENT : KP_TEXT_FORM_NOT_SAVED,
           NULL);
    return false;
  }
  return true;
}

/* What was typed becomes what it means, and what was said of it before goes. */
static void settle(kp_form *form) {
  clear_marks(form);
  for (size_t i = 0; i < form->count; i++)
    kp_form_settle(form, &form->fields[i]);
  kp_form_settled(form);
}

void kp_form_save(kp_form *form, const kp_document *document, kp_form_result *result) {
  outgoing out = {.values = NULL};
  char **said = calloc(form->count + 1, sizeof *said);
  memset(result, 0, sizeof *result);
  result->answer = KP_WORKBOOK_FAILED;
  if (!kp_uno_same(document->model, kp_desk_model(form->desk))) {
    refuse(form, result, KP_TEXT_FORM_OTHER_DOCUMENT, NULL);
  } else if (said != NULL) {
    kp_form_hold(form, true);
    settle(form);
    if (gather(form, &out) && may_write(form, document, &out, said, result))
      write(form, document, &out, said, result);
    kp_form_hold(form, false);
  }
  if (out.values == NULL && result->message == NULL)
    kp_form_tell(form, result, KP_TEXT_WRITE_FAILED, kp_text_get(KP_TEXT_NO_MEMORY, form->language),
                 NULL);
  for (size_t i = 0; said != NULL && i < form->count; i++)
    free(said[i]);
  free(said);
  free(out.values);
}
