/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "answers_fixture.h"

#include "kernpunt/method.h"
#include "kernpunt/text.h"
#include "kernpunt/workbook.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

kp_method *answers_method(void) {
  kp_method_error error;
  kp_method *method = kp_workbook_method_in(KP_ROOT "/extension/method", KP_LANGUAGE_EN, &error);
  if (method == NULL)
    fail_msg("%s", error.message);
  return method;
}

static kp_answers_cell cell_of(const char *text) {
  kp_answers_cell cell = {KP_ANSWERS_TEXT, 0, text};
  int year = 0;
  int month = 0;
  int day = 0;
  if (text[0] == '\0')
    cell = (kp_answers_cell){KP_ANSWERS_BLANK, 0, NULL};
  else if (strcmp(text, "TRUE") == 0)
    cell = (kp_answers_cell){KP_ANSWERS_TRUTH, 1, NULL};
  else if (strcmp(text, "#N/A") == 0)
    cell = (kp_answers_cell){KP_ANSWERS_ERROR, 0, NULL};
  else if (strlen(text) == 10 && sscanf(text, "%4d-%2d-%2d", &year, &month, &day) == 3)
    cell = (kp_answers_cell){KP_ANSWERS_DAY, kp_date_serial((kp_date){year, month, day}), NULL};
  else if (kp_fold_number(text, &cell.number))
    cell = (kp_answers_cell){KP_ANSWERS_NUMBER, cell.number, NULL};
  return cell;
}

static int count_of(const char *text, char sign) {
  int count = 1;
  for (; *text != '\0'; text++)
    count += *text == sign;
  return count;
}

void answers_grid(const char *rows, int keep, int times, kp_answers_grid *grid) {
  /* A block as kp_answers_grid_free frees it: the next one first. */
  char *block = calloc(1, sizeof(void *) + strlen(rows) + 1);
  assert_non_null(block);
  char *memory = strcpy(block + sizeof(void *), rows);
  int lines = count_of(rows, '\n');
  int columns = 0;
  char **line = calloc((size_t)lines, sizeof *line);
  assert_non_null(line);
  int at = 0;
  for (char *next = memory; next != NULL;) {
    char *end = strchr(next, '\n');
    if (end != NULL)
      *end++ = '\0';
    int count = count_of(next, '|');
    columns = count > columns ? count : columns;
    line[at++] = next;
    next = end;
  }
  *grid = (kp_answers_grid){.columns = columns, .rows = keep + (lines - keep) * times};
  grid->memory = block;
  grid->cells = calloc((size_t)columns * (size_t)grid->rows, sizeof *grid->cells);
  assert_non_null(grid->cells);
  for (int row = 0; row < lines; row++) {
    char *cell = line[row];
    for (int column = 0; cell != NULL; column++) {
      char *end = strchr(cell, '|');
      if (end != NULL)
        *end++ = '\0';
      kp_answers_cell made = cell_of(cell);
      for (int i = 0; i < (row < keep ? 1 : times); i++)
        grid->cells[(row + i * (lines - keep)) * columns + column] = made;
      cell = end;
    }
  }
  free(line);
}

const char *answers_column(const kp_answers_map *map, kp_method_role role) {
  static char name[2];
  int column = map->column[KP_ANSWERS_PART(role)];
  name[0] = column >= 0 ? (char)('A' + column) : '\0';
  return name;
}
