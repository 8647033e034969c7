/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of people: who is known, and what is no one person. */
#include "book.h"

#include "kernpunt/text.h"

#include <stdlib.h>
#include <string.h>

static bool is_punctuation(char c) {
  return strchr(".,;:'\"/&+-()", c) != NULL || c == '\t' || c == '\n';
}

/* Letters of a piece, punctuation as blanks. */
static size_t copy_plain(char *into, const char *text, size_t length) {
  memcpy(into, text, length);
  for (size_t i = 0; i < length; i++)
    if (is_punctuation(into[i]))
      into[i] = ' ';
  return length;
}

char *kp_people_plain(const char *name, size_t length) {
  char *plain = malloc(length + 2);
  if (plain == NULL)
    return NULL;
  const char *comma = memchr(name, ',', length);
  size_t used = 0;
  if (comma != NULL && memchr(comma + 1, ',', length - (size_t)(comma + 1 - name)) == NULL) {
    size_t before = (size_t)(comma - name);
    used = copy_plain(plain, comma + 1, length - before - 1);
    plain[used++] = ' ';
    used += copy_plain(plain + used, name, before);
  } else {
    used = copy_plain(plain, name, length);
  }
  plain[used] = '\0';
  return plain;
}

static char **slot(const kp_people *people, const char *plain) {
  size_t at = kp_fold_hash(plain) & people->mask;
  while (people->names[at] != NULL && !kp_fold_same(people->names[at], plain))
    at = (at + 1) & people->mask;
  return &people->names[at];
}

static bool add(kp_method_book *book, const char *name) {
  char *plain = kp_people_plain(name, strlen(name));
  if (plain == NULL) {
    book->failed = true;
    return false;
  }
  char **place = slot(&book->people, plain);
  if (*place != NULL || kp_fold_blank(plain)) {
    free(plain);
    return true;
  }
  *place = plain;
  book->people.count++;
  return true;
}

/* Reads the list of people once. */
static bool prepare(kp_method_book *book) {
  kp_people *people = &book->people;
  const kp_method_column *column = book->method->people;
  if (people->ready)
    return true;
  size_t rows = column != NULL ? kp_book_rows(book, column->table) : 0;
  size_t size = 16;
  while (size < 2 * rows)
    size *= 2;
  people->names = kp_book_get(book, size, sizeof *people->names);
  if (people->names == NULL)
    return false;
  people->mask = size - 1;
  people->ready = true;
  const kp_method_entry *entry = book->entry;
  bool good = true;
  book->entry = NULL; /* the set outlives the entry */
  for (size_t row = 0; good && row < rows; row++) {
    kp_method_cell cell = kp_book_cell(book, column, row);
    good = cell.kind != KP_METHOD_WORDS || add(book, cell.text);
  }
  book->entry = entry;
  return good;
}

void kp_people_free(kp_people *people) {
  for (size_t i = 0; people->names != NULL && i <= people->mask; i++)
    free(people->names[i]);
  free(people->names);
}

static bool known(kp_method_book *book, const char *name, size_t length) {
  if (!prepare(book))
    return false;
  char *plain = kp_people_plain(name, length);
  if (plain == NULL) {
    book->failed = true;
    return false;
  }
  bool found = !kp_fold_blank(plain) && *slot(&book->people, plain) != NULL;
  free(plain);
  return found;
}

bool kp_people_known(kp_method_book *book, const char *name) {
  return known(book, name, strlen(name));
}

bool kp_people_any(kp_method_book *book) {
  return prepare(book) && book->people.count > 0;
}

/* -------------------------------------------------------------------------------- several names */

/* Whether `word` is the next word of the text, blanks around it, whatever the case. */
static bool word_at(const char *at, const char *word) {
  char piece[48];
  size_t length = strcspn(at, " ,.;:/&+()!?\xC2");
  if (length == 0 || length >= sizeof piece)
    return false;
  memcpy(piece, at, length);
  piece[length] = '\0';
  return kp_fold_same(piece, word);
}

/* A word that means a group: team, everyone … */
static bool names_group(const kp_method_book *book, const char *text) {
  const kp_method_list *groups = book->method->groups;
  for (const char *at = text; groups != NULL && *at != '\0'; at++) {
    if (at > text && at[-1] != ' ' && !is_punctuation(at[-1]))
      continue;
    for (size_t i = 0; i < groups->count; i++)
      for (int language = 0; language < KP_LANGUAGE_COUNT; language++)
        if (word_at(at, groups->items[i]->name.in[language]))
          return true;
  }
  return false;
}

static bool joined_by_word(const char *text) {
  for (const char *at = strchr(text, ' '); at != NULL; at = strchr(at + 1, ' '))
    if ((word_at(at + 1, "and") || word_at(at + 1, "en")) && strchr(at + 1, ' ') != NULL)
      return true;
  return false;
}

/* Whether a comma stands between two names from the list. */
static bool known_around_comma(kp_method_book *book, const char *text, const char *comma) {
  return known(book, text, (size_t)(comma - text)) && kp_people_known(book, comma + 1);
}

bool kp_method_several_people(kp_method_book *book, const char *text) {
  if (kp_people_known(book, text))
    return false;
  if (strpbrk(text, "/;&+\n") != NULL || joined_by_word(text) || names_group(book, text))
    return true;
  /* One comma is "last, first" unless both sides are people; two are an enumeration. */
  const char *comma = strchr(text, ',');
  return comma != NULL && (strchr(comma + 1, ',') != NULL || known_around_comma(book, text, comma));
}

bool kp_method_known_person(kp_method_book *book, const char *name) {
  return kp_people_known(book, name);
}
