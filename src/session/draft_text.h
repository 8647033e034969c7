/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Drafts as text: keys with their texts, in memory and as the lines of a file. No office. */
#ifndef KERNPUNT_SESSION_DRAFT_TEXT_H
#define KERNPUNT_SESSION_DRAFT_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/** Most bytes of a file with drafts. */
enum { KP_DRAFT_BYTES = 1 << 20 };

typedef struct kp_draft_item {
  char *key;
  char *text;
} kp_draft_item;

/** Keys with their texts, in the order in which they came. Begin with {NULL, 0, 0, 0}. */
typedef struct kp_draft_items {
  kp_draft_item *list;
  size_t count;
  size_t capacity;
  size_t bytes; /**< of keys and texts, as an upper bound of what a file needs */
} kp_draft_items;

typedef enum kp_draft_change {
  KP_DRAFT_SAME, /**< it was so already */
  KP_DRAFT_CHANGED,
  KP_DRAFT_REFUSED /**< no memory, or more than KP_DRAFT_BYTES; nothing changed */
} kp_draft_change;

void kp_draft_items_clear(kp_draft_items *items);

/** The text of a key, borrowed; NULL when there is none. */
const char *kp_draft_items_get(const kp_draft_items *items, const char *key);

/** Sets the text of a key; "" or NULL takes the key out. */
kp_draft_change kp_draft_items_set(kp_draft_items *items, const char *key, const char *text);

/** Takes out every key that begins with `prefix`; KP_DRAFT_SAME when there was none. */
kp_draft_change kp_draft_items_drop(kp_draft_items *items, const char *prefix);

bool kp_draft_items_has(const kp_draft_items *items, const char *prefix);

/**
 * Adds what the lines "key<TAB>text" say; \n \r \t \\ stand for themselves. A line that is broken
 * (without tab or line end, with another escape, no UTF-8) is passed over. False without memory.
 */
bool kp_draft_items_read(kp_draft_items *items, const char *bytes, size_t size);

/** The lines, malloc'ed and ended by NUL; NULL without memory. */
char *kp_draft_items_write(const kp_draft_items *items);

/** Name of a file for a document: a hash of its URL, and the last part of it for people; malloc'ed.
 * Stored in users' profiles: never change. */
char *kp_draft_name_of_url(const char *url);

#endif
