/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names and words as people begin them; letters of labels for the keyboard. */
#include "complete.h"

#include <stdlib.h>
#include <string.h>

/* ------------------------------------------------------------------------------------ characters
 */

/* The character at `*at`, moved behind it; 0 at the end. Bytes that are no UTF-8 count as such. */
static uint32_t next(const char **at) {
  const unsigned char *byte = (const unsigned char *)*at;
  int more = *byte >= 0xF0 ? 3 : *byte >= 0xE0 ? 2 : *byte >= 0xC2 ? 1 : 0;
  uint32_t code = more > 0 ? *byte & (0x3Fu >> more) : *byte;
  if (*byte == '\0')
    return 0;
  for (byte++; more > 0 && (*byte & 0xC0u) == 0x80u; byte++, more--)
    code = (code << 6) | (*byte & 0x3Fu);
  *at = (const char *)byte;
  return code;
}

/* Without case and accent. */
static uint32_t plain(uint32_t code) {
  static const char base[] = "aaaaaaaceeeeiiiidnooooo?ouuuuytsaaaaaaaceeeeiiiidnooooo?ouuuuyty"
                             "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
                             "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
  enum { FIRST = 0xC0 };
  if (code >= 'A' && code <= 'Z')
    return code + ('a' - 'A');
  if (code == 0xA0)
    return ' ';
  if (code >= FIRST && code < FIRST + sizeof base - 1 && base[code - FIRST] != '?')
    return (uint32_t)base[code - FIRST];
  return code;
}

/* How far `text` goes along with the beginning of `word`: behind it in `word`, or NULL. */
static const char *begins(const char *word, const char *text) {
  while (*text != '\0') {
    if (*word == '\0' || plain(next(&text)) != plain(next(&word)))
      return NULL;
  }
  return word;
}

static bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

static char *join(const char *first, size_t first_size, const char *between, const char *second,
                  size_t second_size) {
  size_t gap = strlen(between);
  char *made = malloc(first_size + gap + second_size + 1);
  if (made != NULL) {
    memcpy(made, first, first_size);
    memcpy(made + first_size, between, gap);
    memcpy(made + first_size + gap, second, second_size);
    made[first_size + gap + second_size] = '\0';
  }
  return made;
}

/* ----------------------------------------------------------------------------------- completing */

bool kp_complete_appended(const char *typed, const char *shown, const char *text) {
  size_t before = strlen(typed);
  size_t now = strlen(text);
  if (now <= before || strncmp(text, typed, before) != 0)
    return false;
  /* A beginning of what was shown, and longer by more than one character: taken away, not typed. */
  const char *rest = text + before;
  next(&rest);
  return *rest == '\0' || strncmp(shown, text, now) != 0;
}

/* The name from its part at `part` on, with what stands before it behind a comma. "Smit, Chantal"
 * turns into "Chantal Smit". */
static char *turn(const char *name, const char *part) {
  const char *end = part;
  while (end > name && (is_blank(end[-1]) || end[-1] == ','))
    end--;
  const char *comma = strchr(name, ',');
  if (comma != NULL && (comma != end || strchr(comma + 1, ',') != NULL))
    return NULL;
  return join(part, strlen(part), comma != NULL ? " " : ", ", name, (size_t)(end - name));
}

static char *begin_by_part(const char *text, const char *name) {
  for (const char *at = name + 1; name[0] != '\0' && *at != '\0'; at++) {
    if ((is_blank(at[-1]) || at[-1] == ',') && !is_blank(*at) && begins(at, text) != NULL) {
      char *turned = turn(name, at);
      if (turned != NULL)
        return turned;
    }
  }
  return NULL;
}

char *kp_complete_find(const char *text, const char *const *words, size_t count, bool people) {
  char *found = NULL;
  if (text[0] == '\0' || is_blank(text[0]) || kp_complete_same(text, words, count, false) != NULL)
    return NULL;
  for (size_t i = 0; found == NULL && i < count; i++)
    if (begins(words[i], text) != NULL)
      found = join(words[i], strlen(words[i]), "", "", 0);
  for (size_t i = 0; people && found == NULL && i < count; i++)
    found = begin_by_part(text, words[i]);
  /* Nothing to add is nothing to show. */
  if (found != NULL && *begins(found, text) == '\0') {
    free(found);
    found = NULL;
  }
  return found;
}

/* ------------------------------------------------------------------------------------- the same */

/* Reads a name as if it had no punctuation, parts after the comma first. */
typedef struct reading {
  const char *pieces[2];
  const char *ends[2];
  int piece;
  bool people;
} reading;

static reading read_name(const char *text, bool people) {
  const char *comma = people ? strchr(text, ',') : NULL;
  const char *end = text + strlen(text);
  if (comma == NULL || strchr(comma + 1, ',') != NULL)
    return (reading){{text, end}, {end, end}, 0, people};
  return (reading){{comma + 1, text}, {end, comma}, 0, people};
}

static bool is_gap(const reading *of, uint32_t code) {
  return code == ' ' || code == '\t' ||
         (of->people && code < 0x80 && strchr(".,;:'\"/&+-()", (int)code) != NULL);
}

/* The next character; ' ' between words, 0 at the end, no blank at either end. */
static uint32_t next_plain(reading *of, bool *started) {
  bool gap = false;
  for (; of->piece < 2; of->piece++, gap = true) {
    while (of->pieces[of->piece] < of->ends[of->piece]) {
      const char *at = of->pieces[of->piece];
      uint32_t code = plain(next(&at));
      if (!is_gap(of, code)) {
        if (gap && *started)
          return ' '; /* the character itself comes next time */
        *started = true;
        of->pieces[of->piece] = at;
        return code;
      }
      gap = true;
      of->pieces[of->piece] = at;
    }
  }
  return 0;
}

static bool same(const char *one, const char *other, bool people) {
  reading left = read_name(one, people);
  reading right = read_name(other, people);
  bool left_started = false;
  bool right_started = false;
  uint32_t code;
  do {
    code = next_plain(&left, &left_started);
    if (code != next_plain(&right, &right_started))
      return false;
  } while (code != 0);
  return true;
}

const char *kp_complete_same(const char *text, const char *const *words, size_t count,
                             bool people) {
  bool blank = true;
  for (const char *at = text; blank && *at != '\0'; at++)
    blank = is_blank(*at);
  for (size_t i = 0; !blank && i < count; i++)
    if (strcmp(words[i], text) == 0)
      return words[i];
  for (size_t i = 0; !blank && i < count; i++)
    if (same(words[i], text, people))
      return words[i];
  return NULL;
}

int kp_complete_start(const char *text, const char *completed) {
  int units = 0;
  while (*text != '\0' && *completed != '\0') {
    next(&text);
    units += next(&completed) > 0xFFFF ? 2 : 1;
  }
  return units;
}

/* -------------------------------------------------------------------------------------- letters */

static int letter_of(char c) {
  if (c >= 'a' && c <= 'z')
    return c - 'a';
  return c >= 'A' && c <= 'Z' ? c - 'A' : -1;
}

static void take_letter(kp_mnemonics *taken, char c) {
  int letter = letter_of(c);
  if (letter >= 0)
    *taken |= (kp_mnemonics)1 << letter;
}

kp_mnemonics kp_mnemonics_of_menu(kp_language language) {
  /* File Edit View Insert Format Styles Sheet Data Tools Window Help; Bestand Bewerken Beeld
   * Invoegen Opmaak Opmaakprofielen Blad Gegevens Extra Venster Help; and Kernpunt. */
  kp_mnemonics taken = 0;
  for (const char *at = language == KP_LANGUAGE_NL ? "BWDIOLGXVHK" : "FEVIOYSDTWHK"; *at != '\0';
       at++)
    take_letter(&taken, *at);
  return taken;
}

static void take_texts(kp_mnemonics *taken, const kp_text *texts, size_t count,
                       kp_language language) {
  for (size_t i = 0; i < count; i++)
    kp_mnemonics_take(taken, kp_text_get(texts[i], language));
}

kp_mnemonics kp_mnemonics_of_form(kp_language language) {
  static const kp_text buttons[] = {KP_TEXT_FOOTER_SAVE, KP_TEXT_FOOTER_DISCARD};
  kp_mnemonics taken = kp_mnemonics_of_menu(language);
  take_texts(&taken, buttons, sizeof buttons / sizeof *buttons, language);
  return taken;
}

kp_mnemonics kp_mnemonics_of_deck(kp_language language) {
  static const kp_text buttons[] = {
      KP_TEXT_TODAY_MINE,    KP_TEXT_DUE_LOG,      KP_TEXT_DUE_DONE,      KP_TEXT_DUE_POSTPONE,
      KP_TEXT_CHECKED_AGAIN, KP_TEXT_CHECKED_OPEN, KP_TEXT_CHECKED_LEAVE, KP_TEXT_CHECKED_REPAIR};
  kp_mnemonics taken = 0;
  take_texts(&taken, buttons, sizeof buttons / sizeof *buttons, language);
  return taken;
}

void kp_mnemonics_take(kp_mnemonics *taken, const char *label) {
  const char *mark = strchr(label, '~');
  if (mark != NULL)
    take_letter(taken, mark[1]);
}

char *kp_mnemonics_give(kp_mnemonics *taken, const char *name) {
  char *label = malloc(strlen(name) + 2);
  char *out = label;
  bool given = false;
  for (; label != NULL && *name != '\0'; name++) {
    int letter = letter_of(*name);
    if (!given && letter >= 0 && (*taken & (kp_mnemonics)1 << letter) == 0) {
      take_letter(taken, *name);
      *out++ = '~';
      given = true;
    }
    if (*name != '~')
      *out++ = *name;
  }
  if (label != NULL)
    *out = '\0';
  return label;
}

enum { LETTERS = 26 };
#define NOBODY SIZE_MAX

/* Who has each letter, and where the search for another one came by. */
typedef struct sharing {
  kp_mnemonics taken;
  const char *const *names;
  size_t owner[LETTERS];
  int via[LETTERS]; /* the letter that its owner would give away for this one; -1: none */
} sharing;

static bool is_taken(kp_mnemonics taken, int letter) {
  return letter < 0 || (taken & (kp_mnemonics)1 << letter) != 0;
}

/* Hands letters over along the way that was found, back to the name that had none. */
static void hand_over(sharing *of, int letter, size_t name) {
  while (of->via[letter] >= 0) {
    of->owner[letter] = of->owner[of->via[letter]];
    letter = of->via[letter];
  }
  of->owner[letter] = name;
}

/* Looks for a letter for one name: its own first, then those that others can do without. */
static void find_letter(sharing *of, size_t name) {
  int queue[LETTERS + 1] = {-1}; /* letters that may be given away; -1: the name itself asks */
  size_t end = 1;
  kp_mnemonics seen = of->taken;
  for (size_t at = 0; at < end; at++) {
    size_t asks = queue[at] < 0 ? name : of->owner[queue[at]];
    for (const char *c = of->names[asks]; *c != '\0'; c++) {
      int letter = letter_of(*c);
      if (is_taken(seen, letter))
        continue;
      take_letter(&seen, *c);
      of->via[letter] = queue[at];
      if (of->owner[letter] == NOBODY) {
        hand_over(of, letter, name);
        return;
      }
      queue[end++] = letter;
    }
  }
}

static bool owns(const sharing *of, size_t name) {
  for (int i = 0; i < LETTERS; i++)
    if (of->owner[i] == name)
      return true;
  return false;
}

bool kp_mnemonics_share(kp_mnemonics taken, kp_mnemonics avoid, const char *const *names,
                        size_t count, char **labels) {
  sharing of = {.taken = taken | avoid, .names = names};
  bool good = true;
  for (int i = 0; i < LETTERS; i++)
    of.owner[i] = NOBODY;
  for (size_t i = 0; i < count; i++)
    find_letter(&of, i);
  of.taken = taken;
  for (size_t i = 0; i < count; i++)
    if (!owns(&of, i))
      find_letter(&of, i);
  for (size_t i = 0; i < count; i++) {
    kp_mnemonics others = ~(kp_mnemonics)0; /* all but its own */
    for (int letter = 0; letter < LETTERS; letter++)
      if (of.owner[letter] == i)
        others &= ~((kp_mnemonics)1 << letter);
    labels[i] = kp_mnemonics_give(&others, names[i]);
    good = good && labels[i] != NULL;
  }
  for (size_t i = 0; !good && i < count; i++) {
    free(labels[i]);
    labels[i] = NULL;
  }
  return good;
}
