/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names in the team's list of people. */
#include "kernpunt/workbook.h"

#include "record.h"

#include <stdlib.h>

void kp_workbook_people_free(char **names, size_t count) {
  for (size_t i = 0; names != NULL && i < count; i++)
    free(names[i]);
  free(names);
}

static bool collect(kp_uno_error *error, const kp_method_rows *rows, const kp_method_column *people,
                    char ***names, size_t *count) {
  size_t size = rows->count(rows->data, people->table);
  if (size == KP_METHOD_NO_TABLE)
    return true;
  *names = calloc(size + 1, sizeof **names);
  if (*names == NULL)
    return kp_uno_error_memory(error);
  for (size_t row = 0; row < size; row++) {
    kp_method_cell cell = rows->cell(rows->data, people, row);
    if (cell.kind != KP_METHOD_WORDS || !kp_method_present(rows, people, row))
      continue;
    (*names)[*count] = kp_record_copy(error, cell.text);
    if ((*names)[*count] == NULL)
      return false;
    ++*count;
  }
  return true;
}

bool kp_workbook_people(kp_uno_error *error, const kp_document *document, char ***names,
                        size_t *count) {
  const kp_method_column *people = document->method->people;
  *names = NULL;
  *count = 0;
  if (people == NULL)
    return true;
  kp_reader *reader = kp_reader_new(error, document);
  bool good = reader != NULL && collect(error, kp_reader_rows(reader), people, names, count) &&
              !kp_reader_failed(reader, error);
  kp_reader_free(reader);
  if (!good) {
    kp_workbook_people_free(*names, *count);
    *names = NULL;
    *count = 0;
  }
  return good;
}
