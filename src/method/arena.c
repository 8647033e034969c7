/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chain of blocks; only the first has room. */
#include "arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 32 * 1024 };

struct kp_arena_block {
  kp_arena_block *next;
  alignas(max_align_t) unsigned char bytes[];
};

void *kp_arena_get(kp_arena *arena, size_t size) {
  const size_t step = alignof(max_align_t);
  if (size > SIZE_MAX / 2)
    return NULL;
  size = (size + step - 1) / step * step;
  if (arena->blocks == NULL || size > arena->size - arena->used) {
    size_t wanted = size > BLOCK ? size : BLOCK;
    kp_arena_block *block = calloc(1, sizeof *block + wanted);
    if (block == NULL)
      return NULL;
    block->next = arena->blocks;
    arena->blocks = block;
    arena->used = 0;
    arena->size = wanted;
  }
  void *found = arena->blocks->bytes + arena->used;
  arena->used += size;
  return found;
}

char *kp_arena_piece(kp_arena *arena, const char *text, size_t length) {
  char *copy = kp_arena_get(arena, length + 1);
  if (copy != NULL)
    memcpy(copy, text, length);
  return copy;
}

char *kp_arena_text(kp_arena *arena, const char *text) {
  return kp_arena_piece(arena, text, strlen(text));
}

bool kp_arena_push(kp_arena *arena, void *list, size_t *count, const void *item) {
  unsigned char *items;
  memcpy(&items, list, sizeof items);
  /* The room is the next power of two, so a full list is one whose count is a power of two. */
  if ((*count & (*count - 1)) == 0) {
    unsigned char *larger = kp_arena_get(arena, (*count == 0 ? 1 : 2 * *count) * sizeof item);
    if (larger == NULL)
      return false;
    if (*count > 0)
      memcpy(larger, items, *count * sizeof item);
    items = larger;
    memcpy(list, &items, sizeof items);
  }
  memcpy(items + *count * sizeof item, &item, sizeof item);
  (*count)++;
  return true;
}

void kp_arena_free(kp_arena *arena) {
  while (arena->blocks != NULL) {
    kp_arena_block *next = arena->blocks->next;
    free(arena->blocks);
    arena->blocks = next;
  }
}
