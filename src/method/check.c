/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holding an entry, or a whole workbook, against the rules. */
#include "book.h"

#include <stdlib.h>
#include <string.h>

void kp_method_findings_clear(kp_method_findings *findings) {
  for (size_t i = 0; i < findings->count; i++) {
    free(findings->list[i].id);
    free(findings->list[i].message);
  }
  free(findings->list);
  *findings = (kp_method_findings){NULL, 0, 0};
}

bool kp_method_findings_refuse(const kp_method_findings *findings) {
  for (size_t i = 0; i < findings->count; i++)
    if (findings->list[i].severity == KP_METHOD_REFUSE)
      return true;
  return false;
}

static bool grow(kp_method_findings *findings) {
  if (findings->count < findings->capacity)
    return true;
  size_t capacity = findings->capacity == 0 ? 8 : 2 * findings->capacity;
  kp_method_finding *larger = realloc(findings->list, capacity * sizeof *larger);
  if (larger == NULL)
    return false;
  findings->list = larger;
  findings->capacity = capacity;
  return true;
}

static char *copy_id(const kp_method_book *book, const kp_method_table *table, size_t row) {
  kp_method_cell cell = {KP_METHOD_BLANK, NULL, 0};
  if (table->id != NULL)
    cell = kp_book_cell(book, table->id, row);
  const char *id = cell.kind == KP_METHOD_WORDS ? cell.text : "";
  size_t size = strlen(id) + 1;
  char *copy = malloc(size);
  if (copy != NULL)
    memcpy(copy, id, size);
  return copy;
}

bool kp_eval_report(kp_eval *eval, kp_method_severity severity, const kp_method_column *column,
                    size_t row) {
  kp_method_finding finding = {.severity = severity,
                               .rule = eval->rule->key,
                               .table = column->table,
                               .row = row,
                               .column = column,
                               .id = copy_id(eval->book, column->table, row),
                               .message = kp_rule_message(eval)};
  if (finding.id != NULL && finding.message != NULL && grow(eval->findings)) {
    eval->findings->list[eval->findings->count++] = finding;
    return true;
  }
  free(finding.id);
  free(finding.message);
  eval->book->failed = true;
  return false;
}

static bool is_whole(const kp_method_rule *rule) {
  return (rule->word->manner & KP_WORD_WHOLE) != 0;
}

static kp_eval new_eval(kp_method_book *book, const kp_method_rule *rule, size_t row,
                        kp_language language, kp_method_findings *findings) {
  return (kp_eval){.book = book,
                   .rule = rule,
                   .row = row,
                   .language = language == KP_LANGUAGE_NL ? KP_LANGUAGE_NL : KP_LANGUAGE_EN,
                   .findings = findings};
}

/* ---------------------------------------------------------------------------------- one entry */

/* Whether the entry brings something that the rule looks at in the row itself. */
static bool concerns(const kp_method_book *book, const kp_method_rule *rule) {
  bool reached = rule->via.count > 0;
  if (book->entry->row == KP_METHOD_NEW_ROW || kp_book_changed(book, rule->column) ||
      (reached && kp_book_changed(book, rule->via.hops[0])) ||
      (!reached && rule->other != NULL && kp_book_changed(book, rule->other)) ||
      (!reached && rule->by != NULL && kp_book_changed(book, rule->by)))
    return true;
  for (size_t i = 0; i < rule->per_count; i++)
    if (kp_book_changed(book, rule->per[i]))
      return true;
  for (size_t i = 0; !reached && i < rule->confirmed_count; i++)
    if (kp_book_changed(book, rule->confirmed[i]))
      return true;
  for (size_t i = 0; i < rule->when_count; i++) {
    const kp_condition *when = rule->when[i];
    const kp_method_column *column = when->via.count > 0 ? when->via.hops[0] : when->column;
    if (column != NULL && kp_book_changed(book, column))
      return true;
  }
  return false;
}

bool kp_method_check_entry(kp_method_book *book, const kp_method_entry *entry, kp_language language,
                           kp_method_findings *findings) {
  const kp_method *method = book->method;
  book->entry = entry;
  for (size_t i = 0; i < method->rule_count && !book->failed; i++) {
    const kp_method_rule *rule = method->rules[i];
    if (rule->table != entry->table || is_whole(rule) || !rule->at_entry ||
        !kp_rule_applies(book, rule))
      continue;
    kp_eval eval = new_eval(book, rule, entry->row, language, findings);
    if (kp_rule_fires(&eval))
      kp_eval_report(&eval,
                     rule->severity != KP_METHOD_REFUSE || concerns(book, rule) ? rule->severity
                                                                                : KP_METHOD_WARN,
                     rule->column, entry->row);
  }
  book->entry = NULL;
  return !book->failed;
}

bool kp_method_required(kp_method_book *book, const kp_method_entry *entry,
                        const kp_method_column *column) {
  const kp_method *method = book->method;
  bool required = false;
  book->entry = entry;
  for (size_t i = 0; i < method->rule_count && !required; i++) {
    const kp_method_rule *rule = method->rules[i];
    required =
        rule->column == column && rule->severity == KP_METHOD_REFUSE && rule->at_entry &&
        strcmp(rule->word->name, "required") == 0 && kp_rule_applies(book, rule) &&
        kp_conditions_hold(book, rule->when, rule->when_count, rule->table, entry->row, entry->row);
  }
  book->entry = NULL;
  return required;
}

static bool asks_note(const kp_method_rule *rule) {
  return rule->severity == KP_METHOD_REFUSE && rule->at_entry &&
         (strcmp(rule->word->name, "forward-only") == 0 ||
          strcmp(rule->word->name, "needs-note") == 0);
}

/* `bare`: the entry without its note. */
static const char *note_rule(kp_method_book *book, const kp_method_entry *bare) {
  const kp_method *method = book->method;
  const char *key = NULL;
  book->entry = bare;
  for (size_t i = 0; i < method->rule_count && key == NULL && !book->failed; i++) {
    const kp_method_rule *rule = method->rules[i];
    if (rule->table != bare->table || !asks_note(rule) || !kp_rule_applies(book, rule))
      continue;
    kp_eval eval = new_eval(book, rule, bare->row, KP_LANGUAGE_EN, NULL);
    if (kp_rule_fires(&eval) && concerns(book, rule))
      key = rule->key;
  }
  book->entry = NULL;
  return key;
}

const char *kp_method_wants_note(kp_method_book *book, const kp_method_entry *entry) {
  kp_method_entry bare = *entry;
  bare.note = NULL;
  return note_rule(book, &bare);
}

/* ----------------------------------------------------------------------------- a whole workbook */

/* The rules of one table, which stand together. */
static void find_rules(const kp_method *method, const kp_method_table *table, size_t *first,
                       size_t *end) {
  *first = 0;
  while (*first < method->rule_count && method->rules[*first]->table != table)
    (*first)++;
  *end = *first;
  while (*end < method->rule_count && method->rules[*end]->table == table)
    (*end)++;
}

static bool speaks(const kp_method_book *book, const kp_method_rule *rule) {
  return rule->at_check && (rule->word->manner & KP_WORD_ENTRY) == 0 && kp_rule_applies(book, rule);
}

/* What stands in the sheet cannot be refused any more: empty is an error where it stops the work.
 */
static kp_method_severity severity_at_check(const kp_method_rule *rule) {
  bool needed = strcmp(rule->word->name, "required") == 0;
  return needed && rule->severity == KP_METHOD_REFUSE && !rule->blocks ? KP_METHOD_WARN
                                                                       : rule->severity;
}

static void check_row(kp_method_book *book, const kp_method_rule *const *rules, size_t count,
                      size_t row, kp_language language, kp_method_findings *findings) {
  for (size_t i = 0; i < count && !book->failed; i++) {
    kp_eval eval = new_eval(book, rules[i], row, language, findings);
    if (kp_rule_fires(&eval))
      kp_eval_report(&eval, severity_at_check(rules[i]), rules[i]->column, row);
  }
}

static void check_table(kp_method_book *book, const kp_method_table *table, kp_language language,
                        kp_method_findings *findings) {
  const kp_method *method = book->method;
  size_t rows = kp_book_rows(book, table);
  size_t first;
  size_t end;
  size_t count = 0;
  find_rules(method, table, &first, &end);
  const kp_method_rule **rules = kp_book_get(book, end - first, sizeof(void *));
  for (size_t i = first; rules != NULL && i < end; i++) {
    if (!speaks(book, method->rules[i]) || is_whole(method->rules[i]))
      continue;
    rules[count++] = method->rules[i];
    if (method->rules[i]->by != NULL || method->rules[i]->per_count > 0)
      book->memo[i] = kp_book_get(book, rows, sizeof **book->memo);
  }
  for (size_t row = 0; row < rows && !book->failed; row++)
    if (!kp_book_blank_row(book, table, row))
      check_row(book, rules, count, row, language, findings);
  for (size_t i = first; i < end && !book->failed; i++) {
    if (!is_whole(method->rules[i]) || !speaks(book, method->rules[i]))
      continue;
    kp_eval eval = new_eval(book, method->rules[i], KP_METHOD_NEW_ROW, language, findings);
    method->rules[i]->word->fires(&eval);
  }
  for (size_t i = first; i < end; i++) {
    free(book->memo[i]);
    book->memo[i] = NULL;
  }
  free(rules);
}

bool kp_method_check_book(kp_method_book *book, kp_language language,
                          kp_method_findings *findings) {
  for (size_t i = 0; i < book->method->table_count && !book->failed; i++)
    if (kp_book_has(book, book->method->tables[i]))
      check_table(book, book->method->tables[i], language, findings);
  return !book->failed;
}
