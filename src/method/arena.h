/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Memory that is given back all at once: a model grows, then never changes. */
#ifndef KERNPUNT_METHOD_ARENA_H
#define KERNPUNT_METHOD_ARENA_H

#include <stdbool.h>
#include <stddef.h>

typedef struct kp_arena_block kp_arena_block;

typedef struct kp_arena {
  kp_arena_block *blocks;
  size_t used; /**< of the first block */
  size_t size;
} kp_arena;

/** Zeroed memory, aligned for anything; NULL without memory. */
void *kp_arena_get(kp_arena *arena, size_t size);
/** A copy of a text. */
char *kp_arena_text(kp_arena *arena, const char *text);
/** A copy of the first `length` bytes, ended. */
char *kp_arena_piece(kp_arena *arena, const char *text, size_t length);
/** Puts `item` behind a list of `count` pointers, which may move; `list` is the address of the
 * pointer to the first, whatever it points to. */
bool kp_arena_push(kp_arena *arena, void *list, size_t *count, const void *item);
void kp_arena_free(kp_arena *arena);

#endif
