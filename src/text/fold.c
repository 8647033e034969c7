/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparing texts without case. */
#include "kernpunt/text.h"

#include <stdlib.h>
#include <string.h>

/* Bytes of a blank at `at`, 0 when there is none. */
static size_t blank_at(const unsigned char *at) {
  if (*at != '\0' && (*at <= ' ' || *at == 0x7F))
    return 1;
  if (at[0] == 0xC2 && at[1] == 0xA0)
    return 2;
  if (at[0] == 0xE2 && at[1] == 0x80 && (at[2] == 0xAF || at[2] == 0x8B))
    return 3; /* narrow no-break space, zero width space */
  return 0;
}

static const unsigned char *skip_blanks(const char *text) {
  const unsigned char *at = (const unsigned char *)text;
  for (size_t size = blank_at(at); size > 0; size = blank_at(at))
    at += size;
  return at;
}

/* The next byte without case; U+00C0 to U+00DE are C3 80 to C3 9E, small letters 20 higher. */
static unsigned char folded(const unsigned char *at, const unsigned char *start) {
  if (*at >= 'A' && *at <= 'Z')
    return (unsigned char)(*at | 0x20);
  if (at > start && at[-1] == 0xC3 && *at >= 0x80 && *at <= 0x9E && *at != 0x97)
    return (unsigned char)(*at + 0x20);
  return *at;
}

/* One folded byte of the text, a run of blanks as one ' ', 0 at the end; blanks at the end do not
 * count. */
static unsigned char next_byte(const unsigned char **at, const unsigned char *start) {
  size_t size = blank_at(*at);
  if (size > 0) {
    for (; size > 0; size = blank_at(*at))
      *at += size;
    return **at == '\0' ? '\0' : ' ';
  }
  unsigned char byte = folded(*at, start);
  if (byte != '\0')
    (*at)++;
  return byte;
}

bool kp_fold_blank(const char *text) {
  return *skip_blanks(text) == '\0';
}

bool kp_fold_same(const char *one, const char *other) {
  const unsigned char *left = skip_blanks(one);
  const unsigned char *right = skip_blanks(other);
  while (*left == *right && *left > ' ' && *left < 0x7F) { /* most texts to their end */
    left++;
    right++;
  }
  const unsigned char *left_start = left;
  const unsigned char *right_start = right;
  unsigned char byte;
  do {
    byte = next_byte(&left, left_start);
    if (byte != next_byte(&right, right_start))
      return false;
  } while (byte != '\0');
  return true;
}

uint32_t kp_fold_hash(const char *text) {
  const unsigned char *at = skip_blanks(text);
  const unsigned char *start = at;
  uint32_t hash = 2166136261u; /* FNV-1a */
  for (unsigned char byte = next_byte(&at, start); byte != '\0'; byte = next_byte(&at, start))
    hash = (hash ^ byte) * 16777619u;
  return hash;
}

bool kp_fold_word(const char **at, const char **word, size_t *length) {
  *at += strspn(*at, " \t\r\n");
  *word = *at;
  *length = strcspn(*at, " \t\r\n");
  *at += *length;
  return *length > 0;
}

/* Reads by hand: strtod follows the locale of the process, and takes "nan" and "0x1p3". */
bool kp_fold_number(const char *text, double *number) {
  const unsigned char *at = skip_blanks(text);
  bool negative = *at == '-';
  double value = 0;
  double scale = 1;
  int digits = 0;
  bool fraction = false;
  if (*at == '-' || *at == '+')
    at++;
  for (;; at++) {
    if (*at >= '0' && *at <= '9') {
      if (++digits > 30)
        return false;
      value = 10 * value + (*at - '0');
      scale *= fraction ? 10 : 1;
    } else if ((*at == ',' || *at == '.') && !fraction) {
      fraction = true;
    } else {
      break;
    }
  }
  if (digits == 0 || *skip_blanks((const char *)at) != '\0')
    return false;
  *number = (negative ? -value : value) / scale;
  return true;
}

/* Bytes of the character at `at`, of which `left` are there; 0 when it is none. */
static size_t character_size(const unsigned char *at, size_t left) {
  size_t size = at[0] < 0x80 ? 1 : at[0] < 0xC2 ? 0 : at[0] < 0xE0 ? 2 : at[0] < 0xF0 ? 3 : 4;
  if (at[0] == '\0' || at[0] > 0xF4 || size > left)
    return 0;
  for (size_t i = 1; i < size; i++)
    if ((at[i] & 0xC0u) != 0x80u)
      return 0;
  bool overlong = (at[0] == 0xE0 && at[1] < 0xA0) || (at[0] == 0xF0 && at[1] < 0x90);
  bool outside = (at[0] == 0xED && at[1] > 0x9F) || (at[0] == 0xF4 && at[1] > 0x8F);
  return overlong || outside ? 0 : size;
}

bool kp_fold_utf8(const char *bytes, size_t size) {
  const unsigned char *at = (const unsigned char *)bytes;
  for (size_t step = 0; size > 0; at += step, size -= step) {
    step = character_size(at, size);
    if (step == 0)
      return false;
  }
  return true;
}
