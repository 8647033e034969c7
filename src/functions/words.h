/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Words in results and keywords in arguments, English and Dutch; comparing texts. */
#ifndef KERNPUNT_FUNCTIONS_WORDS_H
#define KERNPUNT_FUNCTIONS_WORDS_H

#include "kernpunt/functions.h"
#include "kernpunt/text.h"

/** Words in results. They follow the workbook's language, not the reader's. */
typedef enum kp_word {
  KP_WORD_EMPTY,
  KP_WORD_DETRACTOR, /* order of kp_survey_segment */
  KP_WORD_PASSIVE,
  KP_WORD_PROMOTER,
  KP_WORD_TOO_FEW, /* order of kp_survey_verdict */
  KP_WORD_RISE,
  KP_WORD_FALL,
  KP_WORD_NO_DIFFERENCE,
  KP_WORD_VALID, /* order of the rows of NPS.CHECK */
  KP_WORD_BLANK,
  KP_WORD_TEXT,
  KP_WORD_BOOLEAN,
  KP_WORD_RANGE,
  KP_WORD_NONINTEGER,
  KP_WORD_ERROR,
  KP_WORD_GROUP,
  KP_WORD_N,
  KP_WORD_PROMOTERS,
  KP_WORD_PASSIVES,
  KP_WORD_DETRACTORS,
  KP_WORD_NPS,
  KP_WORD_LOWER,
  KP_WORD_UPPER,
  KP_WORD_NO_GROUP,
  KP_WORD_TOTAL,
  KP_WORD_N_EARLIER,
  KP_WORD_N_LATER,
  KP_WORD_NPS_EARLIER,
  KP_WORD_NPS_LATER,
  KP_WORD_DELTA,
  KP_WORD_VERDICT,
  KP_WORD_QUADRANT_NONE, /* order of kp_survey_quadrant */
  KP_WORD_IMPROVE,
  KP_WORD_STRENGTHEN,
  KP_WORD_MONITOR,
  KP_WORD_MAINTAIN,
  KP_WORD_DRIVER,
  KP_WORD_CORRELATION,
  KP_WORD_COEFFICIENT,
  KP_WORD_IMPORTANCE,
  KP_WORD_MEAN,
  KP_WORD_PRIORITY,
  KP_WORD_QUADRANT,
  KP_WORD_R_SQUARED,
  KP_WORD_N_USED,
  KP_WORD_LEFT_OUT,
  KP_WORD_VIF,
  KP_WORD_WARNING,
  KP_WORD_WARN_PER_DRIVER, /* order of the KP_SURVEY_WARN_ bits */
  KP_WORD_WARN_FEW,
  KP_WORD_WARN_WEAK,
  KP_WORD_WARN_VIF,
  KP_WORD_WARN_NOISE,
  KP_WORD_REST, /* NPS.COMPARE */
  KP_WORD_DIFFERENCE,
  KP_WORD_P,
  KP_WORD_ADJUSTED_P,
  KP_WORD_ABOVE,
  KP_WORD_BELOW,
  KP_WORD_UNITS_DIFFER,
  KP_WORD_HIDDEN,
  KP_WORD_WAVE,
  KP_WORD_TREND,
  KP_WORD_MARGIN,
  KP_WORD_SHARE,
  KP_WORD_WEIGHT,
  KP_WORD_RANKED_FIRST,
  KP_WORD_ABOVE_NOISE,
  KP_WORD_ABOVE_CHANCE,
  KP_WORD_NOT_ABOVE_CHANCE,
  KP_WORD_REPETITIONS,
  KP_WORD_SEED,
  KP_WORD_OF_VALID, /* the sentence of NPS.CHECK: numbers before each */
  KP_WORD_IN_TEXT,  /* order of the sentence */
  KP_WORD_IN_BOOLEAN,
  KP_WORD_IN_RANGE,
  KP_WORD_IN_NONINTEGER,
  KP_WORD_IN_ERROR,
  KP_WORD_IN_BLANK,
  KP_WORD_COUNT
} kp_word;

const char *kp_functions_word(kp_word word, kp_language language);

/** Keywords people type as arguments. */
typedef enum kp_keyword_set {
  KP_KEYWORDS_LANGUAGE,
  KP_KEYWORDS_SEGMENT,
  KP_KEYWORDS_METHOD,
  KP_KEYWORDS_WHAT,
  KP_KEYWORDS_CHANGE,
  KP_KEYWORDS_CES,
  KP_KEYWORDS_DIRECTION,
  KP_KEYWORDS_IMPORTANCE,
  KP_KEYWORDS_CORRECTION,
  KP_KEYWORDS_NPS_UNIT, /* measures */
  KP_KEYWORDS_NPS_CHANGE,
  KP_KEYWORDS_CX_UNIT,
  KP_KEYWORDS_CX_CHANGE,
  KP_KEYWORDS_KIND
} kp_keyword_set;

/** What a column of answers is. Which end of an effort scale is easy is never guessed. */
typedef enum kp_kind {
  KP_KIND_GRADE,
  KP_KIND_CES,
  KP_KIND_TOPBOX,
  KP_KIND_EASY_HIGH,
  KP_KIND_EASY_LOW
} kp_kind;

/** What a scalar is asked for. */
typedef enum kp_measure {
  KP_MEASURE_SCORE,
  KP_MEASURE_VALUE,
  KP_MEASURE_N,
  KP_MEASURE_PROMOTERS,
  KP_MEASURE_PASSIVES,
  KP_MEASURE_DETRACTORS,
  KP_MEASURE_MARGIN,
  KP_MEASURE_LOWER,
  KP_MEASURE_UPPER,
  KP_MEASURE_EARLIER,
  KP_MEASURE_LATER,
  KP_MEASURE_N_EARLIER,
  KP_MEASURE_N_LATER,
  KP_MEASURE_DELTA,
  KP_MEASURE_P,
  KP_MEASURE_VERDICT,
  KP_MEASURE_DETECTABLE,
  KP_MEASURE_TREND,
  KP_MEASURE_TREND_P,
  KP_MEASURE_TREND_VERDICT
} kp_measure;

enum { KP_AS_POINTS, KP_AS_RELATIVE };
enum { KP_CES_MEAN, KP_CES_EASY, KP_CES_NET };

/** Looks a word up, whatever its case, in English and Dutch; false when it is not in the set. */
bool kp_keyword_find(kp_keyword_set set, const rtl_uString *text, int *value);
bool kp_keyword_find_in(kp_keyword_set set, const sal_Unicode *text, size_t length, int *value);

/** The language of a document by its default character locale; English for any but Dutch. */
kp_language kp_functions_language(uno_Interface *document);

/** Compares texts without regard to case: <0, 0, >0. */
int kp_compare_folded(const sal_Unicode *one, size_t one_length, const sal_Unicode *other,
                      size_t other_length);

#endif
