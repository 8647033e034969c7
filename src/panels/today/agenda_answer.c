/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What "Done" writes. */
#include "agenda.h"

#include <stdlib.h>
#include <string.h>

bool kp_agenda_answerable(const kp_method_source *source) {
  return source->table->id != NULL && (source->answer_count > 0 || source->asked_count > 0);
}

static char *answer_text(const kp_method_preset *preset, const kp_agenda_asker *asker) {
  return preset->from != NULL ? asker->cell(asker->data, preset->from)
                              : kp_method_preset_text(preset->column, preset->value, asker->me,
                                                      asker->words, asker->today);
}

bool kp_agenda_answers_fill(const kp_method_source *source, const kp_agenda_asker *asker,
                            kp_agenda_answers *answers) {
  *answers =
      (kp_agenda_answers){.values = calloc(source->answer_count + 1, sizeof *answers->values),
                          .texts = calloc(source->answer_count + 1, sizeof *answers->texts)};
  bool good = answers->values != NULL && answers->texts != NULL;
  for (size_t i = 0; good && i < source->answer_count; i++) {
    char *text = answer_text(source->answers[i], asker);
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
    if (column != NULL)
      values[entry.count++] = (kp_method_value){
          column, kp_method_cell_given(column, answers->values[i].text, words, today)};
  }
  size_t without = refusals(book, &entry, words);
  entry.note = "-";
  bool wanted = refusals(book, &entry, words) < without;
  free(values);
  return wanted;
}
