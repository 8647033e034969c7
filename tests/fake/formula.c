/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Formulas as lists of tokens, so that their addresses move with the cells. */
#include "model.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Calc gives these back under the names of its own add-in (measured). */
static const char addin[] = "COM.SUN.STAR.SHEET.ADDIN.ANALYSIS.GET";
static const char *const addin_functions[] = {"EDATE", "EOMONTH", "WORKDAY", "NETWORKDAYS",
                                              "WEEKNUM"};

void fake_column_name(int32_t column, char name[8]) {
  char reversed[8];
  size_t length = 0;
  for (int32_t rest = column + 1; rest > 0 && length < 7; rest = (rest - 1) / 26)
    reversed[length++] = (char)('A' + (rest - 1) % 26);
  for (size_t i = 0; i < length; i++)
    name[i] = reversed[length - 1 - i];
  name[length] = '\0';
}

void fake_formula_clear(fake_formula *formula) {
  for (size_t i = 0; i < formula->count; i++)
    free(formula->tokens[i].text);
  free(formula->tokens);
  formula->tokens = NULL;
  formula->count = 0;
}

void fake_formula_copy(fake_formula *to, const fake_formula *from) {
  fake_formula made = {.count = from->count};
  if (from->count > 0) {
    made.tokens = fake_alloc(from->count * sizeof *made.tokens);
    for (size_t i = 0; i < from->count; i++) {
      made.tokens[i] = from->tokens[i];
      made.tokens[i].text = from->tokens[i].text != NULL ? fake_copy(from->tokens[i].text) : NULL;
    }
  }
  *to = made;
}

/* ------------------------------------------------------------------------------------ reading */

/* What stands for a row, a column or a sheet that is gone. */
static const char lost[] = "#REF!";

/* "$B$12"; the place behind it, or NULL. What is gone is -1. */
static const char *read_cell(const char *at, int32_t *column, int32_t *row, bool *fixed_column,
                             bool *fixed_row) {
  int32_t letters = 0;
  int32_t digits = 0;
  *fixed_column = *at == '$';
  at += *at == '$';
  *column = 0;
  if (strncmp(at, lost, sizeof lost - 1) == 0)
    at += letters = sizeof lost - 1;
  for (; isalpha((unsigned char)*at) && letters < 3; at++, letters++)
    *column = *column * 26 + (toupper((unsigned char)*at) - 'A' + 1);
  *fixed_row = *at == '$';
  at += *at == '$';
  *row = 0;
  if (letters > 0 && strncmp(at, lost, sizeof lost - 1) == 0)
    at += digits = sizeof lost - 1;
  for (; isdigit((unsigned char)*at) && digits < 7; at++, digits++)
    *row = *row * 10 + (*at - '0');
  --*column;
  --*row;
  if (letters == 0 || digits == 0 || isalnum((unsigned char)*at) || *at == '_')
    return NULL;
  return at;
}

/* "$'Jan''s list'." or "$Acties."; NULL when there is no such. */
static const char *read_sheet(const char *at, char name[256]) {
  size_t used = 0;
  at += *at == '$';
  if (*at == '\'') {
    for (at++; *at != '\0' && (at[0] != '\'' || at[1] == '\'') && used < 255; at++) {
      at += at[0] == '\'';
      name[used++] = *at;
    }
    at += *at == '\'';
  } else {
    for (; (isalnum((unsigned char)*at) || *at == '_' || (unsigned char)*at >= 0x80) && used < 255;
         at++)
      name[used++] = *at;
  }
  name[used] = '\0';
  return used > 0 && *at == '.' ? at + 1 : NULL;
}

static const char *read_place(fake_document *document, const char *at, const fake_area *home,
                              fake_token *token) {
  char name[256];
  fake_area *place = &token->place;
  const char *behind = read_sheet(at, name);
  place->sheet = home->sheet;
  if (behind != NULL) {
    const fake_sheet *sheet = fake_sheet_by_name(document, name);
    place->sheet = sheet != NULL ? sheet->id : 0;
    token->other_sheet = true;
    at = behind;
  }
  at = read_cell(at, &place->left, &place->top, &token->fixed[0], &token->fixed[1]);
  if (at == NULL)
    return NULL;
  place->right = place->left;
  place->bottom = place->top;
  if (*at == ':') {
    const char *second = at + 1;
    behind = read_sheet(second, name);
    behind = read_cell(behind != NULL ? behind : second, &place->right, &place->bottom,
                       &token->fixed[2], &token->fixed[3]);
    token->range = behind != NULL;
    at = behind != NULL ? behind : at;
  }
  token->lost_columns = place->left < 0 || place->right < 0;
  token->lost_rows = place->top < 0 || place->bottom < 0;
  token->kind = FAKE_PLACE_TOKEN;
  return at;
}

static const char *read_text(const char *at, fake_token *token) {
  size_t used = 0;
  token->kind = FAKE_TEXT_TOKEN;
  token->text = fake_alloc(strlen(at) + 1);
  for (at++; *at != '\0' && (at[0] != '"' || at[1] == '"'); at++) {
    at += at[0] == '"';
    token->text[used++] = *at;
  }
  return at + (*at == '"');
}

static const char *read_word(const char *at, fake_token *token) {
  size_t length = 0;
  while (isalnum((unsigned char)at[length]) || at[length] == '_' || at[length] == '.' ||
         (unsigned char)at[length] >= 0x80)
    length++;
  token->kind = FAKE_NAME_TOKEN;
  token->text = fake_alloc(length + 1);
  memcpy(token->text, at, length);
  if (strncasecmp(token->text, addin, sizeof addin - 1) == 0)
    memmove(token->text, token->text + sizeof addin - 1, length - sizeof addin + 2);
  return at + length;
}

static const char *read_sign(const char *at, fake_token *token) {
  size_t length =
      strncmp(at, "<>", 2) == 0 || strncmp(at, "<=", 2) == 0 || strncmp(at, ">=", 2) == 0 ? 2 : 1;
  token->kind = FAKE_SIGN_TOKEN;
  token->text = fake_alloc(length + 1);
  memcpy(token->text, at, length);
  return at + length;
}

static bool begins_word(char c) {
  return isalpha((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80;
}

void fake_formula_read(fake_document *document, const char *text, const fake_area *home,
                       fake_formula *formula) {
  memset(formula, 0, sizeof *formula);
  for (const char *at = text; *at != '\0';) {
    fake_token token = {.kind = FAKE_SIGN_TOKEN};
    const char *behind = NULL;
    if (*at == ' ') {
      token.kind = FAKE_BLANK_TOKEN;
      token.text = fake_copy(" ");
      behind = at + 1;
    } else if (*at == '"') {
      behind = read_text(at, &token);
    } else if (isdigit((unsigned char)*at)) {
      char *end = NULL;
      token.kind = FAKE_NUMBER_TOKEN;
      token.number = strtod(at, &end);
      behind = end;
    } else if (*at == '$' || *at == '\'' || begins_word(*at)) {
      behind = read_place(document, at, home, &token);
      if (behind == NULL && begins_word(*at)) {
        memset(&token, 0, sizeof token);
        behind = read_word(at, &token);
      }
    } else if (strncmp(at, "#REF!", 5) == 0) {
      token.kind = FAKE_PLACE_TOKEN;
      behind = at + 5;
    }
    if (behind == NULL) {
      memset(&token, 0, sizeof token);
      behind = read_sign(at, &token);
    }
    *FAKE_APPEND(formula->tokens, formula->count) = token;
    at = behind;
  }
}

/* ------------------------------------------------------------------------------------ writing */

typedef struct out {
  char *text;
  size_t used;
} out;

static void put(out *to, const char *text, size_t length) {
  to->text = fake_grow(to->text, to->used + length + 1);
  memcpy(to->text + to->used, text, length);
  to->used += length;
  to->text[to->used] = '\0';
}

static void put_text(out *to, const char *text) {
  put(to, text, strlen(text));
}

static bool is_plain(const char *name) {
  bool plain = begins_word(name[0]);
  for (const char *at = name; *at != '\0'; at++)
    plain = plain && (begins_word(*at) || isdigit((unsigned char)*at));
  return plain;
}

static void put_quoted(out *to, const char *text, char quote) {
  put(to, &quote, 1);
  for (const char *at = text; *at != '\0'; at++) {
    if (*at == quote)
      put(to, &quote, 1);
    put(to, at, 1);
  }
  put(to, &quote, 1);
}

static void put_cell(out *to, int32_t column, int32_t row, bool fixed_column, bool fixed_row) {
  char name[8];
  char text[24];
  fake_column_name(column, name);
  snprintf(text, sizeof text, "%d", (int)row + 1);
  put_text(to, fixed_column ? "$" : "");
  put_text(to, column >= 0 ? name : lost);
  put_text(to, fixed_row ? "$" : "");
  put_text(to, row >= 0 ? text : lost);
}

static void put_place(fake_document *document, out *to, const fake_token *token) {
  const fake_area *place = &token->place;
  const fake_sheet *sheet = place->sheet > 0 ? fake_sheet_by_id(document, place->sheet) : NULL;
  if (sheet == NULL && !token->other_sheet) {
    put_text(to, lost);
    return;
  }
  if (token->other_sheet) {
    put_text(to, "$");
    if (sheet == NULL)
      put_text(to, lost);
    else if (is_plain(sheet->name))
      put_text(to, sheet->name);
    else
      put_quoted(to, sheet->name, '\'');
    put_text(to, ".");
  }
  int32_t column = token->lost_columns ? -1 : 0;
  int32_t row = token->lost_rows ? -1 : 0;
  put_cell(to, column < 0 ? column : place->left, row < 0 ? row : place->top, token->fixed[0],
           token->fixed[1]);
  if (token->range) {
    put_text(to, ":");
    put_cell(to, column < 0 ? column : place->right, row < 0 ? row : place->bottom, token->fixed[2],
             token->fixed[3]);
  }
}

static void put_name(out *to, const char *name) {
  for (size_t i = 0; i < sizeof addin_functions / sizeof *addin_functions; i++)
    if (strcasecmp(name, addin_functions[i]) == 0)
      put_text(to, addin);
  put_text(to, name);
}

char *fake_formula_text(fake_document *document, const fake_formula *formula) {
  out to = {.text = NULL};
  char number[40];
  put_text(&to, "");
  for (size_t i = 0; i < formula->count; i++) {
    const fake_token *token = &formula->tokens[i];
    switch (token->kind) {
    case FAKE_NUMBER_TOKEN:
      snprintf(number, sizeof number, "%.15g", token->number);
      put_text(&to, number);
      break;
    case FAKE_TEXT_TOKEN:
      put_quoted(&to, token->text, '"');
      break;
    case FAKE_NAME_TOKEN:
      put_name(&to, token->text);
      break;
    case FAKE_PLACE_TOKEN:
      put_place(document, &to, token);
      break;
    default:
      put_text(&to, token->text);
    }
  }
  return to.text;
}

void fake_formula_move(fake_formula *formula, int32_t columns, int32_t rows) {
  for (size_t i = 0; i < formula->count; i++) {
    fake_token *token = &formula->tokens[i];
    if (token->kind != FAKE_PLACE_TOKEN)
      continue;
    token->place.left += token->fixed[0] ? 0 : columns;
    token->place.top += token->fixed[1] ? 0 : rows;
    token->place.right += token->fixed[token->range ? 2 : 0] ? 0 : columns;
    token->place.bottom += token->fixed[token->range ? 3 : 1] ? 0 : rows;
  }
}

bool fake_formula_range(const fake_formula *formula, fake_area *area) {
  bool one = formula->count == 1 && formula->tokens[0].kind == FAKE_PLACE_TOKEN &&
             formula->tokens[0].place.sheet != 0 && formula->tokens[0].place.left >= 0 &&
             formula->tokens[0].place.top >= 0;
  if (one)
    *area = formula->tokens[0].place;
  return one;
}
