/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Grouping in one pass, whatever the number of groups.
 *
 * Calc keeps equal texts once and hands over the same string object for each, so a table by
 * address answers nearly every row; the table by content settles the rest.
 */
#include "groups.h"

#include "kernpunt/text.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_SIZE = 64 };

void kp_groups_start(kp_groups *groups) {
  memset(groups, 0, sizeof *groups);
  groups->slots = calloc(FIRST_SIZE, sizeof *groups->slots);
  groups->known = calloc(FIRST_SIZE, sizeof *groups->known);
  groups->mask = groups->known_mask = FIRST_SIZE - 1;
  groups->failed = groups->slots == NULL || groups->known == NULL;
}

void kp_groups_end(kp_groups *groups) {
  free((void *)groups->labels);
  free(groups->slots);
  free(groups->known);
  memset(groups, 0, sizeof *groups);
}

static size_t mix(uint64_t value) {
  value = (value ^ (value >> 33)) * UINT64_C(0xff51afd7ed558ccd);
  return (size_t)(value ^ (value >> 33));
}

static size_t hash_of(const uno_Any *cell) {
  const rtl_uString *text = kp_functions_cell_text(cell);
  uint64_t hash = UINT64_C(14695981039346656037);
  if (text == NULL) {
    double number = kp_functions_cell_number(cell) + 0.0; /* -0 is 0 */
    memcpy(&hash, &number, sizeof hash);
    return mix(hash);
  }
  for (sal_Int32 i = 0; i < text->length; i++)
    hash = (hash ^ kp_text_small_letter(text->buffer[i])) * UINT64_C(1099511628211);
  return mix(hash);
}

int kp_groups_compare(const uno_Any *one, const uno_Any *other) {
  const rtl_uString *text = kp_functions_cell_text(one);
  const rtl_uString *other_text = kp_functions_cell_text(other);
  if (text == NULL && other_text == NULL) {
    double a = kp_functions_cell_number(one);
    double b = kp_functions_cell_number(other);
    return (a > b) - (a < b);
  }
  if (text == NULL || other_text == NULL)
    return text == NULL ? -1 : 1;
  return kp_compare_folded(text->buffer, (size_t)text->length, other_text->buffer,
                           (size_t)other_text->length);
}

static size_t lookup(const kp_groups *groups, const uno_Any *cell, size_t hash) {
  size_t slot = hash & groups->mask;
  while (groups->slots[slot].group != 0 &&
         (groups->slots[slot].hash != hash ||
          kp_groups_compare(groups->labels[groups->slots[slot].group - 1], cell) != 0))
    slot = (slot + 1) & groups->mask;
  return slot;
}

static size_t known_slot(const kp_group_slot *known, size_t mask, const rtl_uString *text) {
  size_t slot = mix((uint64_t)(uintptr_t)text) & mask;
  while (known[slot].group != 0 && known[slot].text != text)
    slot = (slot + 1) & mask;
  return slot;
}

/* Doubles a table when it is half full. */
static bool grow(kp_groups *groups) {
  size_t size = 2 * (groups->mask + 1);
  kp_group_slot *slots = calloc(size, sizeof *slots);
  if (slots == NULL)
    return false;
  for (size_t i = 0; i <= groups->mask; i++) {
    if (groups->slots[i].group != 0) {
      size_t slot = groups->slots[i].hash & (size - 1);
      while (slots[slot].group != 0)
        slot = (slot + 1) & (size - 1);
      slots[slot] = groups->slots[i];
    }
  }
  free(groups->slots);
  groups->slots = slots;
  groups->mask = size - 1;
  return true;
}

static bool grow_known(kp_groups *groups) {
  size_t size = 2 * (groups->known_mask + 1);
  kp_group_slot *known = calloc(size, sizeof *known);
  if (known == NULL)
    return false;
  for (size_t i = 0; i <= groups->known_mask; i++)
    if (groups->known[i].group != 0)
      known[known_slot(known, size - 1, groups->known[i].text)] = groups->known[i];
  free(groups->known);
  groups->known = known;
  groups->known_mask = size - 1;
  return true;
}

static bool new_group(kp_groups *groups, const uno_Any *cell, size_t hash, size_t slot) {
  if (groups->count == groups->capacity) {
    size_t capacity = groups->capacity == 0 ? FIRST_SIZE : 2 * groups->capacity;
    const uno_Any **labels = realloc((void *)groups->labels, capacity * sizeof(const uno_Any *));
    if (labels == NULL)
      return false;
    groups->labels = labels;
    groups->capacity = capacity;
  }
  groups->labels[groups->count] = cell;
  groups->slots[slot] = (kp_group_slot){.group = ++groups->count, .hash = hash};
  return 2 * groups->count <= groups->mask || grow(groups);
}

static bool usable(const kp_groups *groups, const uno_Any *cell) {
  return !groups->failed && !kp_functions_cell_blank(cell) &&
         (kp_functions_cell_text(cell) != NULL || !isnan(kp_functions_cell_number(cell)));
}

size_t kp_groups_add(kp_groups *groups, const uno_Any *cell) {
  if (!usable(groups, cell))
    return KP_NO_GROUP;
  const rtl_uString *text = kp_functions_cell_text(cell);
  if (text != NULL) {
    size_t slot = known_slot(groups->known, groups->known_mask, text);
    if (groups->known[slot].group != 0)
      return groups->known[slot].group - 1;
  }
  size_t hash = hash_of(cell);
  size_t slot = lookup(groups, cell, hash);
  size_t group = groups->slots[slot].group;
  if (group == 0) {
    if (!new_group(groups, cell, hash, slot)) {
      groups->failed = true;
      return KP_NO_GROUP;
    }
    group = groups->count;
  }
  if (text != NULL) {
    if (2 * ++groups->known_count > groups->known_mask && !grow_known(groups)) {
      groups->failed = true;
      return KP_NO_GROUP;
    }
    groups->known[known_slot(groups->known, groups->known_mask, text)] =
        (kp_group_slot){.group = group, .text = text};
  }
  return group - 1;
}

size_t kp_groups_find(const kp_groups *groups, const uno_Any *cell) {
  if (!usable(groups, cell))
    return KP_NO_GROUP;
  size_t group = groups->slots[lookup(groups, cell, hash_of(cell))].group;
  return group == 0 ? KP_NO_GROUP : group - 1;
}
