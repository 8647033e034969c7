/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Texts as people compare them: blanks at both ends and case do not count. */
#ifndef KERNPUNT_METHOD_FOLD_H
#define KERNPUNT_METHOD_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** True when nothing in the text can be seen: blanks, no-break spaces, control characters. */
bool kp_fold_blank(const char *text);
/** True when both texts are the same but for case (ASCII and Latin-1 letters) and blanks around. */
bool kp_fold_same(const char *one, const char *other);
/** Equal for texts that kp_fold_same calls the same. */
uint32_t kp_fold_hash(const char *text);
/** The word at `*at` up to the next blank, moved behind it; false at the end of the text. */
bool kp_fold_word(const char **at, const char **word, size_t *length);
/** Valid UTF-8 without NUL, overlong forms and surrogates. */
bool kp_fold_utf8(const char *bytes, size_t size);
/** A number with a decimal comma or point, no thousands separators; false when it is none. */
bool kp_fold_number(const char *text, double *number);

#endif
