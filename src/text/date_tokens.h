/* SPDX-License-Identifier: GPL-3.0-or-later */
/** The words and numbers of a typed date. Shared by the two files of the date parser only. */
#ifndef KERNPUNT_TEXT_DATE_TOKENS_H
#define KERNPUNT_TEXT_DATE_TOKENS_H

#include <stdbool.h>
#include <stddef.h>

enum { MAX_TOKENS = 6, WORD_SIZE = 16 };

typedef enum token_kind { TOKEN_NUMBER, TOKEN_WORD, TOKEN_PLUS } token_kind;

typedef struct token {
  token_kind kind;
  int value;
  int digits;
  char word[WORD_SIZE];
} token;

typedef struct tokens {
  token list[MAX_TOKENS];
  size_t count;
} tokens;

/** Takes a text apart, without fillers and single separators; words become lower case. False when
 * the text holds something that no date has. */
bool kp_date_tokens(const char *text, tokens *found);
/** True when the text is blanks only. */
bool kp_date_blank(const char *text);

#endif
