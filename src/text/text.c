/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text table, and text made fit for a cell. */
#include "kernpunt/text.h"

#include "texts.h"

#include <stdlib.h>
#include <string.h>

/* Words for an unknown name do not compile; nor do two for one name, or a name without words. */
static const char *const texts[KP_TEXT_COUNT][KP_LANGUAGE_COUNT] = {
#define KP_TEXT_ROW(id, en, nl) [KP_TEXT_##id] = {en, nl},
    KP_TEXTS(KP_TEXT_ROW)
#undef KP_TEXT_ROW
};
/* A sum cannot be built of terms in brackets. NOLINTNEXTLINE(bugprone-macro-parentheses) */
#define KP_TEXT_ONE(id, en, nl) +1
_Static_assert((0 KP_TEXTS(KP_TEXT_ONE)) == KP_TEXT_COUNT, "a name in text_ids.h lacks its words");
#undef KP_TEXT_ONE

kp_language kp_language_from_locale(const char *tag) {
  bool dutch = tag != NULL && (tag[0] == 'n' || tag[0] == 'N') &&
               (tag[1] == 'l' || tag[1] == 'L') &&
               (tag[2] == '\0' || tag[2] == '-' || tag[2] == '_');
  return dutch ? KP_LANGUAGE_NL : KP_LANGUAGE_EN;
}

const char *kp_text_get(kp_text id, kp_language language) {
  size_t row = (size_t)id;
  size_t column = (size_t)language < KP_LANGUAGE_COUNT ? (size_t)language : KP_LANGUAGE_EN;
  return row < KP_TEXT_COUNT ? texts[row][column] : "";
}

/* The value for a placeholder at `at`, or NULL when there is none. */
static const char *placeholder(const char *at, const char *first, const char *second) {
  if (strncmp(at, "{1}", 3) == 0)
    return first != NULL ? first : "";
  if (strncmp(at, "{2}", 3) == 0)
    return second != NULL ? second : "";
  return NULL;
}

char *kp_text_fill(kp_text id, kp_language language, const char *first, const char *second) {
  const char *pattern = kp_text_get(id, language);
  size_t size = 1;
  for (const char *at = pattern; *at != '\0';) {
    const char *value = placeholder(at, first, second);
    size += value != NULL ? strlen(value) : 1;
    at += value != NULL ? 3 : 1;
  }
  char *filled = malloc(size);
  if (filled == NULL)
    return NULL;
  char *out = filled;
  for (const char *at = pattern; *at != '\0';) {
    const char *value = placeholder(at, first, second);
    if (value != NULL) {
      size_t length = strlen(value);
      memcpy(out, value, length);
      out += length;
      at += 3;
    } else {
      *out++ = *at++;
    }
  }
  *out = '\0';
  return filled;
}

size_t kp_text_length(const char *utf8) {
  size_t count = 0;
  for (const char *at = utf8; *at != '\0'; at++)
    if (((unsigned char)*at & 0xC0u) != 0x80u)
      count++;
  return count;
}

typedef enum character {
  CHARACTER_KEPT,
  CHARACTER_DROPPED,
  CHARACTER_BLANK,
  CHARACTER_BREAK
} character;

/* What becomes of the character at `at`, and how many bytes it has. */
static character classify(const unsigned char *at, size_t *bytes) {
  *bytes = 1;
  if (*at == '\n' || *at == '\r' || *at == '\v' || *at == '\f')
    return CHARACTER_BREAK;
  if (*at == '\t' || *at == ' ')
    return CHARACTER_BLANK;
  if (*at < 0x20)
    return CHARACTER_DROPPED;
  if (at[0] == 0xC2 && at[1] == 0x85) {
    *bytes = 2;
    return CHARACTER_BREAK;
  }
  if (at[0] == 0xE2 && at[1] == 0x80 && (at[2] == 0xA8 || at[2] == 0xA9)) {
    *bytes = 3;
    return CHARACTER_BREAK;
  }
  if (at[0] == 0xEF && at[1] == 0xBF && (at[2] == 0xBE || at[2] == 0xBF)) {
    *bytes = 3;
    return CHARACTER_DROPPED;
  }
  return CHARACTER_KEPT;
}

char *kp_text_clean(const char *utf8) {
  /* The worst growth is one line break into " / ". */
  char *clean = malloc(3 * strlen(utf8) + 1);
  if (clean == NULL)
    return NULL;
  char *out = clean;
  char *end = clean; /* behind the last character that is no blank */
  bool broken = false;
  for (const unsigned char *at = (const unsigned char *)utf8; *at != '\0';) {
    size_t bytes = 0;
    switch (classify(at, &bytes)) {
    case CHARACTER_BREAK:
      broken = end != clean;
      out = end;
      break;
    case CHARACTER_BLANK:
      if (end != clean && !broken)
        *out++ = ' ';
      break;
    case CHARACTER_KEPT:
      if (broken) {
        memcpy(out, " / ", 3);
        out += 3;
        broken = false;
      }
      *out++ = (char)*at;
      end = out;
      break;
    default:
      break;
    }
    at += bytes;
  }
  *end = '\0';
  return clean;
}
