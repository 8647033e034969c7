/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headers, and the words that name what a column holds. */
#include "answers.h"

#include <string.h>

/* Small letters; accents stay, but for case. What is neither letter nor digit parts words. */
void kp_answers_fold(const char *text, char folded[KP_ANSWERS_WORD]) {
  size_t size = 0;
  bool blank = false;
  for (const unsigned char *at = (const unsigned char *)text;
       *at != '\0' && size + 3 < KP_ANSWERS_WORD; at++) {
    unsigned char byte = *at;
    if (byte >= 'A' && byte <= 'Z')
      byte |= 0x20;
    else if (at != (const unsigned char *)text && at[-1] == 0xC3 && byte >= 0x80 && byte <= 0x9E &&
             byte != 0x97)
      byte += 0x20;
    bool space = (byte == 0xC2 && at[1] == 0xA0);
    at += space;
    if (space || !((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte >= 0x80)) {
      blank = size > 0;
      continue;
    }
    if (blank)
      folded[size++] = ' ';
    blank = false;
    folded[size++] = (char)byte;
  }
  folded[size] = '\0';
}

/* Longer words say more; a whole word more than its beginning; the whole header most. */
static int strength_of(const char *word, const char *folded) {
  enum { BEGINS = 4, ENDS = 5, EACH = 10, WHOLE = 5, ALL = 200 };
  size_t length = strlen(word);
  int best = 0;
  for (const char *at = length > 0 ? strstr(folded, word) : NULL; at != NULL;
       at = strstr(at + 1, word)) {
    bool begins = at == folded || at[-1] == ' ';
    bool ends = at[length] == '\0' || at[length] == ' ';
    int strength = EACH * (int)length;
    if (begins && ends)
      strength += WHOLE + (length == strlen(folded) ? ALL : 0);
    else if (!(begins && length >= BEGINS) && !(ends && length >= ENDS))
      continue;
    best = strength > best ? strength : best;
  }
  return best;
}

int kp_answers_strength(const kp_method_list *list, const char *folded,
                        const kp_method_item **item) {
  int best = 0;
  for (size_t i = 0; folded[0] != '\0' && i < list->count; i++)
    for (int language = 0; language < KP_LANGUAGE_COUNT; language++) {
      char word[KP_ANSWERS_WORD];
      kp_answers_fold(list->items[i]->name.in[language], word);
      int strength = strength_of(word, folded);
      if (strength > best) {
        best = strength;
        if (item != NULL)
          *item = list->items[i];
      }
    }
  return best;
}
