/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Words for people in both languages, text made fit for a cell, texts as people compare them, and
 * dates as they type them. Knows nothing above it; all texts are UTF-8.
 */
#ifndef KERNPUNT_TEXT_H
#define KERNPUNT_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "kernpunt/text_ids.h"

/* ------------------------------------------------------------------------------------- texts */

typedef enum kp_language { KP_LANGUAGE_EN, KP_LANGUAGE_NL, KP_LANGUAGE_COUNT } kp_language;

/** The language for a locale tag such as "nl-NL"; English for everything but Dutch and for NULL. */
kp_language kp_language_from_locale(const char *tag);

/** The text, static; "" for an id out of range. A "~" stands before the mnemonic letter. */
const char *kp_text_get(kp_text id, kp_language language);

/** A malloc'ed copy in which {1} and {2} are replaced (NULL counts as ""); NULL without memory. */
char *kp_text_fill(kp_text id, kp_language language, const char *first, const char *second);

enum { KP_TEXT_NUMBER_SIZE = 32 };
/** "9,800" or "9.800". */
const char *kp_text_number(size_t number, kp_language language, char text[KP_TEXT_NUMBER_SIZE]);
/** kp_text_fill with a number for {1}. */
char *kp_text_counted(kp_text text, size_t number, kp_language language);
/** The same, with the text for exactly one where that fits. */
char *kp_text_number_of(kp_text one, kp_text many, size_t number, kp_language language);
/** Those of `parts` that say something, with `between` in between; malloc'ed, NULL without
 * memory. */
char *kp_text_join(const char *const *parts, size_t count, const char *between);

/** malloc'ed copy; NULL counts as "". NULL without memory. */
char *kp_text_copy(const char *text);
/** malloc'ed copy of at most so many characters, with "…" when it is cut; fit for a label. */
char *kp_text_cut(const char *text, size_t most);
/** Adds `more` to a malloc'ed text (or NULL), `between` before it when there is a text already.
 * False without memory: the text is as it was. */
bool kp_text_add(char **text, const char *between, const char *more);

/** Most characters (Unicode code points) in one cell. */
enum { KP_TEXT_MAXIMUM = 2000 };

/** Number of Unicode characters in valid UTF-8. */
size_t kp_text_length(const char *utf8);

/**
 * A malloc'ed copy that is safe in a cell of a shared workbook; NULL without memory. Line breaks
 * (also U+0085, U+2028, U+2029) between text become " / ", a tab becomes a blank, other control
 * characters below U+0020 and U+FFFE, U+FFFF go, blanks at both ends go. Not shortened.
 */
char *kp_text_clean(const char *utf8);

/* ------------------------------------------------------------- texts as people compare them */

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
/** The small letter of a capital, in any script of the first plane (a UTF-16 unit); the unit itself
 * when it is none. A Greek sigma at the end of a word counts as any other. */
uint16_t kp_text_small_letter(uint16_t unit);
/** A number with a decimal comma or point, no thousands separators; false when it is none. */
bool kp_fold_number(const char *text, double *number);

/* ------------------------------------------------------------------------------------- dates */

/** A day of the Gregorian calendar, 1900-01-01 to 9999-12-31. month and day count from 1. */
typedef struct kp_date {
  int year;
  int month;
  int day;
} kp_date;

typedef enum kp_date_answer {
  KP_DATE_GOOD,
  KP_DATE_EMPTY,      /**< nothing was typed */
  KP_DATE_UNKNOWN,    /**< the words are not a date */
  KP_DATE_IMPOSSIBLE, /**< a date, but no such day: 31-2, or outside 1900 to 9999 */
} kp_date_answer;

/** True when the day exists and lies in the range of kp_date. */
bool kp_date_valid(kp_date date);
/** Days since 1899-12-30, which is what a date cell holds. The date must be valid. */
int32_t kp_date_serial(kp_date date);
/** The opposite; false (and `date` untouched) when the number is outside the range of kp_date. */
bool kp_date_from_serial(int32_t serial, kp_date *date);
/** Day of the week, 0 = Monday to 6 = Sunday. */
int kp_date_weekday(kp_date date);

/**
 * Understands a date as people type it, in both languages at once, whatever the case:
 * 31-12 31/12 31.12 31-12-2026 31-12-26 2026-12-31 "31 dec" "December 31, 2026" +14 "+2 weeks"
 * "over 3 dagen" today tomorrow overmorgen friday vr "next friday" "volgende week" "next month"
 * "eind van de maand" "end of next month" "end of year".
 *
 * Numbers are day first. Without a year the next such day counts, today included; a weekday is the
 * next one after today, "next friday" the one in the week after this one (weeks begin on Monday);
 * "next week" is in 7 days. Two-digit years are 2000 to 2099.
 */
kp_date_answer kp_date_parse(const char *text, kp_date today, kp_date *date);

/** "2026-12-31": how a form and the log write a day. */
enum { KP_DATE_ISO_SIZE = 16 };
void kp_date_iso(kp_date date, char text[KP_DATE_ISO_SIZE]);

/** Longest text of kp_date_format, with its end. */
enum { KP_DATE_TEXT_SIZE = 48 };
/** "Thursday 31 December 2026" or "donderdag 31 december 2026". */
void kp_date_format(kp_date date, kp_language language, char text[KP_DATE_TEXT_SIZE]);
/** "Thu 31 Dec" or "do 31 dec": of a day within the year. */
void kp_date_near(kp_date date, kp_language language, char text[KP_DATE_TEXT_SIZE]);
/** "31 Dec 2026" or "31 dec 2026": as the sheets show it, and as people may type it. */
void kp_date_short(kp_date date, kp_language language, char text[KP_DATE_TEXT_SIZE]);

#endif
