/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The vocabulary: every rule word, what it takes, and whether a rule speaks. */
#include "book.h"

#include <string.h>

enum {
  DATES = 1u << KP_METHOD_DATE,
  AMOUNTS = 1u << KP_METHOD_DATE | 1u << KP_METHOD_NUMBER,
  WORDS = 1u << KP_METHOD_TEXT | 1u << KP_METHOD_LONGTEXT | 1u << KP_METHOD_PERSON,
  CHOICES = 1u << KP_METHOD_LIST | 1u << KP_METHOD_YESNO
};

/* Explained one by one in extension/method/README.md. */
static const kp_rule_word words[] = {
    {"required", 0, 0, 0, 0, kp_word_required},
    {"one-person", 0, 0, WORDS, 0, kp_word_one_person},
    {"known-person", 0, 0, WORDS, 0, kp_word_known_person},
    {"in-list", 0, 0, CHOICES, 0, kp_word_in_list},
    {"is-date", 0, 0, DATES, 0, kp_word_is_date},
    {"is-number", 0, KP_HAS_LEAST | KP_HAS_MOST, 1u << KP_METHOD_NUMBER, 0, kp_word_is_number},
    {"in-workbook", 0, 0, WORDS, 0, kp_word_in_workbook},
    {"text-length", 0, KP_HAS_LEAST | KP_HAS_MOST, WORDS, 0, kp_word_text_length},
    {"has-id", 0, 0, 1u << KP_METHOD_ID, 0, kp_word_has_id},
    {"valid-id", 0, 0, 1u << KP_METHOD_ID, 0, kp_word_valid_id},
    {"unique", 0, KP_HAS_PER, 0, 0, kp_word_unique},
    {"exists", 0, 0, 1u << KP_METHOD_LINK, 0, kp_word_exists},
    {"no-error", 0, 0, 0, 0, kp_word_no_error},

    {"date-not-past", 0, 0, DATES, KP_WORD_ENTRY, kp_word_date_not_past},
    {"not-before", KP_HAS_OTHER, KP_HAS_VIA, AMOUNTS, 0, kp_word_not_before},
    {"not-after", KP_HAS_OTHER, KP_HAS_VIA, AMOUNTS, 0, kp_word_not_after},
    {"agrees", KP_HAS_OTHER | KP_HAS_VIA, 0, 0, 0, kp_word_agrees},
    {"differs", KP_HAS_OTHER, KP_HAS_VIA, 0, 0, kp_word_differs},
    {"as-many", KP_HAS_OTHER, 0, WORDS, 0, kp_word_as_many},
    {"never", 0, 0, 0, 0, kp_word_never},
    {"always", 0, 0, 0, KP_WORD_OTHERWISE, kp_word_never},

    {"status-step", 0, 0, CHOICES, KP_WORD_ENTRY, kp_word_status_step},
    {"forward-only", 0, 0, CHOICES, KP_WORD_ENTRY, kp_word_forward_only},
    {"needs-note", 0, 0, 0, KP_WORD_ENTRY, kp_word_needs_note},

    {"earlier-confirmed", KP_HAS_CONFIRMED, KP_HAS_VIA | KP_HAS_IS | KP_HAS_ROWS | KP_HAS_LIMIT, 0,
     0, kp_word_earlier_confirmed},
    {"earlier-exists", KP_HAS_ROWS, KP_HAS_VIA, 0, 0, kp_word_earlier_exists},
    {"at-least", KP_HAS_ROWS | KP_HAS_LIMIT, KP_HAS_VIA, 0, 0, kp_word_at_least},
    {"at-most", KP_HAS_ROWS | KP_HAS_LIMIT, KP_HAS_VIA, 0, 0, kp_word_at_most},
    {"max-active", KP_HAS_PER | KP_HAS_LIMIT, 0, 0, 0, kp_word_max_active},
    {"touched", KP_HAS_ROWS | KP_HAS_LIMIT, 0, DATES, 0, kp_word_touched},

    {"covers", KP_HAS_OTHER | KP_HAS_LIST, KP_HAS_VIA, 0, KP_WORD_WHOLE, kp_word_covers},
    {"max-share", KP_HAS_LIMIT, KP_HAS_LEAST, 0, KP_WORD_WHOLE, kp_word_max_share},
};

const kp_rule_word *kp_rule_word_find(const char *name) {
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (strcmp(words[i].name, name) == 0)
      return &words[i];
  return NULL;
}

const kp_rule_word *kp_rule_word_at(size_t index) {
  return index < sizeof words / sizeof *words ? &words[index] : NULL;
}

bool kp_rule_applies(const kp_method_book *book, const kp_method_rule *rule) {
  if (book->rows.enabled != NULL && !book->rows.enabled(book->rows.data, rule->practice))
    return false;
  /* Without their table no rows can be asked for: the missing sheet is told elsewhere. */
  bool there = rule->rows_count == 0;
  for (size_t i = 0; i < rule->rows_count; i++)
    there = there || kp_book_has(book, rule->rows[i]->table);
  return there;
}

bool kp_rule_fires(kp_eval *eval) {
  const kp_method_rule *rule = eval->rule;
  kp_method_book *book = eval->book;
  if ((rule->word->manner & KP_WORD_ENTRY) != 0 && book->entry == NULL)
    return false;
  if (kp_book_cell(book, rule->column, eval->row).kind == KP_METHOD_ABSENT)
    return false;
  bool hold =
      kp_conditions_hold(book, rule->when, rule->when_count, rule->table, eval->row, eval->row);
  if ((rule->word->manner & KP_WORD_OTHERWISE) != 0)
    hold = !hold;
  return hold && rule->word->fires(eval);
}
