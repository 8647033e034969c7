/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The method of following up, without an office: words in both languages, dates as people type
 * them, and the rules for an action. Knows nothing of UNO; all texts are UTF-8.
 */
#ifndef KERNPUNT_METHOD_H
#define KERNPUNT_METHOD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "kernpunt/method_texts.h"

/* ------------------------------------------------------------------------------------- texts */

typedef enum kp_language { KP_LANGUAGE_EN, KP_LANGUAGE_NL, KP_LANGUAGE_COUNT } kp_language;

#define KP_TEXT_ENUM(id, en, nl) KP_TEXT_##id,
/** Every text the product says in a window or writes into a sheet. KP_TEXT_NONE is "". */
typedef enum kp_text { KP_TEXTS(KP_TEXT_ENUM) KP_TEXT_COUNT } kp_text;
#undef KP_TEXT_ENUM

/** The language for a locale tag such as "nl-NL"; English for everything but Dutch and for NULL. */
kp_language kp_language_from_locale(const char *tag);

/** The text, static; "" for an id out of range. A "~" stands before the mnemonic letter. */
const char *kp_text_get(kp_text id, kp_language language);

/** A malloc'ed copy in which {1} and {2} are replaced (NULL counts as ""); NULL without memory. */
char *kp_text_fill(kp_text id, kp_language language, const char *first, const char *second);

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

/** Longest text of kp_date_format, with its end. */
enum { KP_DATE_TEXT_SIZE = 48 };
/** "Thursday 31 December 2026" or "donderdag 31 december 2026". */
void kp_date_format(kp_date date, kp_language language, char text[KP_DATE_TEXT_SIZE]);

#endif
