/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Completing names and words while somebody types, and letters for the keyboard. No office. */
#ifndef KERNPUNT_FORM_COMPLETE_H
#define KERNPUNT_FORM_COMPLETE_H

#include "kernpunt/text.h"

/**
 * Whether `text` came of typing on at the end, so that it may be completed: it goes on where
 * `typed` ended, and is no part of what was `shown` (somebody takes letters away again).
 */
bool kp_complete_appended(const char *typed, const char *shown, const char *text);

/**
 * What `text` may become: the first of `words` that begins with it, whatever case and accents, in
 * its own spelling; malloc'ed, NULL when there is none, when `text` is one of them already or
 * without memory. For `people` a name also begins with each of its parts, and is turned around for
 * that: "Smi" becomes "Smit, Chantal", which means the same person.
 */
char *kp_complete_find(const char *text, const char *const *words, size_t count, bool people);

/** The one of `words` that `text` means: the same but for case and accents, and for `people` also
 * for punctuation and a turned-around name. NULL when there is none. */
const char *kp_complete_same(const char *text, const char *const *words, size_t count, bool people);

/** Where the text that was added begins: as many characters as `text` has, counted as the office
 * counts (UTF-16). `completed` is what kp_complete_find made of it. */
int kp_complete_start(const char *text, const char *completed);

/** Letters that are taken, a bit each, from a. */
typedef uint32_t kp_mnemonics;

/** The letters of Calc's menu bar, and of our own menu: with gtk3 the menu wins. */
kp_mnemonics kp_mnemonics_of_menu(kp_language language);
/** Those, and the letters of the buttons below a form. */
kp_mnemonics kp_mnemonics_of_form(kp_language language);
/** The letters of the other panels. With the generic back end the whole deck hears a letter, the
 * panel that has the focus first. */
kp_mnemonics kp_mnemonics_of_deck(kp_language language);
/** Takes the letter after the "~" of a label; nothing when it has none. */
void kp_mnemonics_take(kp_mnemonics *taken, const char *label);
/** A malloc'ed copy of a name with "~" before its first free letter, which is taken then; without
 * "~" when none is free. A "~" in the name itself goes. NULL without memory. */
char *kp_mnemonics_give(kp_mnemonics *taken, const char *name);
/**
 * The same for many names, so that as many as possible get a letter: a name gives way to another
 * one when it has another letter that is free. Names that come first go first. Letters to `avoid`
 * are for those that have no other. Fills `labels`, malloc'ed; false without memory, and then all
 * of them are NULL.
 */
bool kp_mnemonics_share(kp_mnemonics taken, kp_mnemonics avoid, const char *const *names,
                        size_t count, char **labels);

#endif
