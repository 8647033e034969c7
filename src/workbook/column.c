/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the cells of the office to those of the rules. */
#include "column.h"

#include "grid.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Memory for texts, given back all at once. */
struct kp_column_texts {
  kp_column_texts *next;
  size_t used;
  size_t size;
  char bytes[];
};

/* The same word in many cells is one string to Calc; so most texts are known by their place. */
enum { KNOWN = 256, BLOCK = 16 * 1024 };

typedef struct known {
  const rtl_uString *string;
  const char *text;
} known;

static char *get_room(kp_column *column, size_t size) {
  kp_column_texts *block = column->texts;
  if (block == NULL || block->size - block->used < size) {
    size_t wanted = size > BLOCK ? size : BLOCK;
    block = malloc(sizeof *block + wanted);
    if (block == NULL)
      return NULL;
    *block = (kp_column_texts){.next = column->texts, .size = wanted};
    column->texts = block;
  }
  char *room = block->bytes + block->used;
  block->used += size;
  return room;
}

/* Copies text that is plain ASCII, as most is; false at the first other character. */
static bool copy_plain(const rtl_uString *string, char *into) {
  sal_Unicode seen = 0;
  for (sal_Int32 i = 0; i < string->length; i++) {
    seen |= string->buffer[i];
    into[i] = (char)(string->buffer[i] & 0x7F);
  }
  into[string->length] = '\0';
  return seen < 0x80;
}

static const char *new_text(kp_column *column, const rtl_uString *string) {
  size_t size = (size_t)string->length + 1;
  char *room = get_room(column, size);
  if (room == NULL || copy_plain(string, room))
    return room;
  column->texts->used -= size;
  char *text = kp_uno_string_utf8(string);
  size = text != NULL ? strlen(text) + 1 : 0;
  room = text != NULL ? get_room(column, size) : NULL;
  if (room != NULL)
    memcpy(room, text, size);
  free(text);
  return room;
}

static const char *text_of(kp_column *column, const rtl_uString *string, known *seen) {
  known *place = &seen[((uintptr_t)string >> 4) % KNOWN];
  if (place->string != string)
    *place = (known){string, new_text(column, string)};
  return place->text;
}

static bool take_cell(kp_column *column, const uno_Any *value, known *seen, kp_method_cell *cell) {
  *cell = (kp_method_cell){.kind = KP_METHOD_BLANK};
  if (value == NULL)
    return true;
  if (value->pType->eTypeClass == typelib_TypeClass_STRING) {
    const rtl_uString *string = *(rtl_uString *const *)value->pData;
    cell->text = text_of(column, string, seen);
    cell->kind = string->length > 0 ? KP_METHOD_WORDS : KP_METHOD_BLANK;
    return cell->text != NULL;
  }
  /* getDataArray answers void for an error and for nothing: nothing comes as an empty text. */
  if (kp_uno_any_get_double(value, &cell->number))
    cell->kind = KP_METHOD_VALUE;
  else if (kp_uno_any_is_void(value))
    cell->kind = KP_METHOD_BROKEN;
  return true;
}

void kp_column_clear(kp_column *column) {
  while (column->texts != NULL) {
    kp_column_texts *next = column->texts->next;
    free(column->texts);
    column->texts = next;
  }
  free(column->cells);
  *column = (kp_column){NULL, NULL};
}

bool kp_column_take(kp_uno_error *error, const uno_Sequence *from, int32_t column,
                    const int32_t *rows, size_t count, kp_column *into) {
  known seen[KNOWN] = {{NULL, NULL}};
  *into = (kp_column){.cells = malloc((count + 1) * sizeof *into->cells)};
  bool good = into->cells != NULL;
  for (size_t i = 0; good && i < count; i++)
    good = take_cell(into, kp_rows_cell(from, rows[i], column), seen, &into->cells[i]);
  if (!good)
    kp_column_clear(into);
  return good || kp_uno_error_memory(error);
}
