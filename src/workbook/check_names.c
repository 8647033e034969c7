/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check_names.h"

#include "kernpunt/text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* One character of well-formed UTF-8, and the place behind it. */
static uint32_t next_character(const char **at) {
  const unsigned char *byte = (const unsigned char *)*at;
  size_t more = byte[0] >= 0xF0 ? 3 : byte[0] >= 0xE0 ? 2 : byte[0] >= 0xC0 ? 1 : 0;
  uint32_t character = more == 0 ? byte[0] : byte[0] & (0x3Fu >> more);
  size_t i = 1;
  for (; i <= more && byte[i] != 0; i++)
    character = (character << 6) | (byte[i] & 0x3Fu);
  *at += i;
  return character;
}

/* Everything that shows as a gap or as nothing: no-break, thin and zero-width blanks too. */
static bool is_blank(uint32_t c) {
  return c <= 0x20 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F ||
         c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

/* A malloc'ed copy with single plain blanks between words and none around them. */
static char *visible(const char *text) {
  char *out = malloc(strlen(text) + 1);
  size_t length = 0;
  bool gap = false;
  while (out != NULL && *text != '\0') {
    const char *from = text;
    if (is_blank(next_character(&text))) {
      gap = length > 0;
      continue;
    }
    if (gap)
      out[length++] = ' ';
    gap = false;
    memcpy(out + length, from, (size_t)(text - from));
    length += (size_t)(text - from);
  }
  if (out != NULL)
    out[length] = '\0';
  return out;
}

/* True when two texts have the same blanks in the same places. */
static bool same_blanks(const char *one, const char *other) {
  while (*one != '\0' && *other != '\0') {
    uint32_t a = next_character(&one);
    uint32_t b = next_character(&other);
    if ((is_blank(a) || is_blank(b)) && a != b)
      return false;
  }
  return *one == *other;
}

static bool keep(kp_names *names, const char *text, char *key) {
  char **raw = realloc(names->raw, (names->count + 1) * sizeof *raw);
  if (raw != NULL)
    names->raw = raw;
  char **keys = realloc(names->key, (names->count + 1) * sizeof *keys);
  if (keys != NULL)
    names->key = keys;
  char *copy = raw != NULL && keys != NULL ? kp_text_copy(text) : NULL;
  if (copy == NULL)
    return false;
  names->raw[names->count] = copy;
  names->key[names->count++] = key;
  return true;
}

kp_names_answer kp_names_add(kp_names *names, const char *text, const char **earlier) {
  kp_names_answer answer = KP_NAMES_FINE;
  for (size_t i = 0; i < names->count; i++)
    if (strcmp(names->raw[i], text) == 0)
      return KP_NAMES_FINE;
  if (names->count == KP_NAMES_MOST)
    return KP_NAMES_MANY;
  char *key = visible(text);
  for (size_t i = 0; key != NULL && key[0] != '\0' && answer == KP_NAMES_FINE && i < names->count;
       i++) {
    if (kp_fold_same(names->key[i], key)) {
      *earlier = names->raw[i];
      answer = same_blanks(names->raw[i], text) ? KP_NAMES_CAPITALS : KP_NAMES_BLANKS;
    }
  }
  if (key == NULL || !keep(names, text, key)) {
    free(key);
    return KP_NAMES_MEMORY;
  }
  return answer;
}

void kp_names_clear(kp_names *names) {
  for (size_t i = 0; i < names->count; i++) {
    free(names->raw[i]);
    free(names->key[i]);
  }
  free(names->raw);
  free(names->key);
  *names = (kp_names){NULL, NULL, 0};
}
