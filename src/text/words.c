/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers and lists as people read them. */
#include "kernpunt/text.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *kp_text_number(size_t number, kp_language language, char text[KP_TEXT_NUMBER_SIZE]) {
  const char separator = language == KP_LANGUAGE_NL ? '.' : ',';
  char digits[24];
  size_t length = (size_t)snprintf(digits, sizeof digits, "%zu", number);
  size_t at = 0;
  for (size_t i = 0; i < length; i++) {
    if (i > 0 && (length - i) % 3 == 0)
      text[at++] = separator;
    text[at++] = digits[i];
  }
  text[at] = '\0';
  return text;
}

char *kp_text_counted(kp_text text, size_t number, kp_language language) {
  char digits[KP_TEXT_NUMBER_SIZE];
  return kp_text_fill(text, language, kp_text_number(number, language, digits), NULL);
}

char *kp_text_number_of(kp_text one, kp_text many, size_t number, kp_language language) {
  return kp_text_counted(number == 1 ? one : many, number, language);
}

char *kp_text_join(const char *const *parts, size_t count, const char *between) {
  size_t gap = strlen(between);
  size_t size = 1;
  for (size_t i = 0; i < count; i++)
    size += (parts[i] != NULL ? strlen(parts[i]) : 0) + gap;
  char *joined = malloc(size);
  size_t at = 0;
  if (joined == NULL)
    return NULL;
  for (size_t i = 0; i < count; i++) {
    if (parts[i] == NULL || parts[i][0] == '\0')
      continue;
    size_t length = strlen(parts[i]);
    if (at > 0) {
      memcpy(joined + at, between, gap);
      at += gap;
    }
    memcpy(joined + at, parts[i], length);
    at += length;
  }
  joined[at] = '\0';
  return joined;
}

char *kp_text_copy(const char *text) {
  return strdup(text != NULL ? text : "");
}

/* A "~" would become a mnemonic, a line break would make a button two lines high. */
char *kp_text_cut(const char *text, size_t most) {
  size_t length = strlen(text);
  char *cut = malloc(length + 4);
  size_t used = 0;
  size_t characters = 0;
  if (cut == NULL)
    return NULL;
  for (size_t i = 0; i < length; i++) {
    bool begins = ((unsigned char)text[i] & 0xC0U) != 0x80U;
    if (begins && characters++ == most) {
      used += (size_t)snprintf(cut + used, 4, "…");
      break;
    }
    if (text[i] != '~') {
      cut[used] = text[i];
      if ((unsigned char)text[i] < ' ')
        cut[used] = ' ';
      used++;
    }
  }
  cut[used] = '\0';
  return cut;
}

bool kp_text_add(char **text, const char *between, const char *more) {
  assert(text != NULL && between != NULL && more != NULL);
  size_t length = *text != NULL ? strlen(*text) : 0;
  size_t size = length + strlen(between) + strlen(more) + 1;
  char *longer = realloc(*text, size);
  if (longer == NULL)
    return false;
  snprintf(longer + length, size - length, "%s%s", length > 0 ? between : "", more);
  *text = longer;
  return true;
}
