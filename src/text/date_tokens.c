/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A typed date taken apart. */
#include "date_tokens.h"

#include <string.h>

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

static bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_one_of(const char *word, const char *const *list) {
  for (; *list != NULL; list++)
    if (strcmp(word, *list) == 0)
      return true;
  return false;
}

/* Words that say nothing; and what follows a day: 31st, 1e, 2de. */
static bool is_filler(const char *word) {
  static const char *const fillers[] = {"de", "het",  "van",  "of",   "the",       "op", "on",
                                        "by", "voor", "this", "deze", "uiterlijk", NULL};
  return is_one_of(word, fillers);
}

static bool is_ordinal(const char *word) {
  static const char *const ordinals[] = {"st", "nd", "rd", "th", "e", "ste", "de", NULL};
  return is_one_of(word, ordinals);
}

static bool read_number(const char **at, token *into) {
  into->kind = TOKEN_NUMBER;
  into->value = 0;
  into->digits = 0;
  for (; is_digit(**at); (*at)++) {
    if (++into->digits > 6)
      return false;
    into->value = 10 * into->value + (**at - '0');
  }
  return true;
}

static bool read_word(const char **at, token *into) {
  size_t length = 0;
  into->kind = TOKEN_WORD;
  for (; is_letter(**at); (*at)++) {
    if (length + 1 == WORD_SIZE)
      return false;
    into->word[length++] = (char)(**at | 0x20);
  }
  into->word[length] = '\0';
  return true;
}

/* Bytes of a blank at `at`: ASCII, no-break space (U+00A0), narrow no-break space (U+202F). */
static size_t blank_size(const char *at) {
  if (*at == ' ' || *at == '\t' || *at == '\n' || *at == '\r' || *at == ',')
    return 1;
  if (strncmp(at, "\xC2\xA0", 2) == 0)
    return 2;
  return strncmp(at, "\xE2\x80\xAF", 3) == 0 ? 3 : 0;
}

/* Bytes of a separator: - / . and the hyphens and dashes that programs put in their place. */
static size_t separator_size(const char *at) {
  if (*at == '-' || *at == '/' || *at == '.')
    return 1;
  if (strncmp(at, "\xE2\x80\x90", 3) == 0 || strncmp(at, "\xE2\x80\x91", 3) == 0 ||
      strncmp(at, "\xE2\x80\x93", 3) == 0)
    return 3;
  return 0;
}

bool kp_date_tokens(const char *text, tokens *found) {
  bool separated = true; /* a separator needs something before it, and only one may stand there */
  bool open = false;     /* a - or / waits for what follows */
  found->count = 0;
  for (const char *at = text; *at != '\0';) {
    size_t size = blank_size(at);
    if (size > 0) {
      at += size;
      continue;
    }
    size = separator_size(at);
    if (size > 0) {
      if (separated)
        return false;
      separated = true;
      open = *at != '.';
      at += size;
      continue;
    }
    if (found->count == MAX_TOKENS)
      return false;
    token *next = &found->list[found->count];
    bool attached = at > text && is_digit(at[-1]);
    bool good = false;
    if (is_digit(*at)) {
      good = read_number(&at, next);
    } else if (is_letter(*at)) {
      good = read_word(&at, next);
    } else if (*at == '+' && found->count == 0) {
      next->kind = TOKEN_PLUS;
      good = true;
      at++;
    }
    if (!good)
      return false;
    separated = next->kind == TOKEN_PLUS;
    open = false;
    if (next->kind != TOKEN_WORD || !(attached ? is_ordinal(next->word) : is_filler(next->word)))
      found->count++;
  }
  return !open;
}

bool kp_date_blank(const char *text) {
  while (blank_size(text) > 0)
    text += blank_size(text);
  return *text == '\0';
}
