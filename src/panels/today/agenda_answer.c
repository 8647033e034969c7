/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What "Done" writes. */
#include "agenda.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool kp_agenda_answerable(const kp_method_source *source) {
  return source->table->id != NULL && (source->answer_count > 0 || source->asked_count > 0);
}

/* The text of a preset as somebody would type it, malloc'ed; NULL without memory. */
static char *preset_text(const kp_method_preset *preset, const char *me,
                         char *(*cell)(void *data, const kp_method_column *column), void *data) {
  if (preset->from != NULL)
    return cell(data, preset->from);
  const char *value = preset->value != NULL ? preset->value : "";
  if (preset->column->kind == KP_METHOD_PERSON && strcmp(value, "me") == 0)
    value = me;
  else if (preset->column->kind == KP_METHOD_DATE && strncmp(value, "today+", 6) == 0)
    value += 5; /* "+14" is how people write it */
  return kp_text_join(&value, 1, "");
}

bool kp_agenda_answers_fill(const kp_method_source *source, const char *me,
                            char *(*cell)(void *data, const kp_method_column *column), void *data,
                            kp_agenda_answers *answers) {
  *answers =
      (kp_agenda_answers){.values = calloc(source->answer_count + 1, sizeof *answers->values),
                          .texts = calloc(source->answer_count + 1, sizeof *answers->texts)};
  bool good = answers->values != NULL && answers->texts != NULL;
  for (size_t i = 0; good && i < source->answer_count; i++) {
    char *text = preset_text(source->answers[i], me, cell, data);
    good = text != NULL;
    if (!good || text[0] == '\0') {
      free(text);
      continue;
    }
    answers->texts[answers->count] = text;
    answers->values[answers->count++] = (kp_entry_value){source->answers[i]->column->key, text};
  }
  if (!good)
    kp_agenda_answers_clear(answers);
  return good;
}

void kp_agenda_answers_clear(kp_agenda_answers *answers) {
  for (size_t i = 0; answers->texts != NULL && i < answers->count; i++)
    free(answers->texts[i]);
  free(answers->texts);
  free(answers->values);
  *answers = (kp_agenda_answers){NULL, NULL, 0};
}

/* How many findings refuse the entry. */
static size_t refusals(kp_method_book *book, const kp_method_entry *entry, kp_language language) {
  kp_method_findings findings = {NULL, 0, 0};
  size_t count = 0;
  if (kp_method_check_entry(book, entry, language, &findings))
    for (size_t i = 0; i < findings.count; i++)
      count += findings.list[i].severity == KP_METHOD_REFUSE;
  kp_method_findings_clear(&findings);
  return count;
}

bool kp_agenda_wants_note(kp_method_book *book, kp_language words, const kp_method_source *source,
                          size_t row, const kp_agenda_answers *answers, kp_date today) {
  kp_method_value *values = calloc(answers->count + 1, sizeof *values);
  kp_method_entry entry = {.table = source->table, .row = row, .values = values};
  if (values == NULL)
    return false;
  for (size_t i = 0; i < answers->count; i++) {
    const kp_method_column *column = kp_method_find_column(source->table, answers->values[i].key);
    const char *text = answers->values[i].text;
    const kp_method_item *item =
        column != NULL && column->list != NULL ? kp_method_find_item(column->list, text) : NULL;
    if (item != NULL)
      text = item->name.in[words]; /* cells hold words, not keys */
    if (column != NULL)
      values[entry.count++] = (kp_method_value){column, kp_method_cell_typed(column, text, today)};
  }
  size_t without = refusals(book, &entry, words);
  entry.note = "-";
  bool wanted = refusals(book, &entry, words) < without;
  free(values);
  return wanted;
}
