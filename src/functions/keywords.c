/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keywords people type as arguments, in English and Dutch. */
#include "internal.h"

typedef struct keyword {
  const char *text; /* ASCII, small letters */
  int value;
} keyword;

static const keyword languages[] = {{"en", KP_LANGUAGE_EN}, {"nl", KP_LANGUAGE_NL}, {NULL, 0}};
static const keyword segments[] = {
    {"promoter", KP_SURVEY_PROMOTER},      {"promoters", KP_SURVEY_PROMOTER},
    {"promotor", KP_SURVEY_PROMOTER},      {"promotors", KP_SURVEY_PROMOTER},
    {"promotoren", KP_SURVEY_PROMOTER},    {"passive", KP_SURVEY_PASSIVE},
    {"passives", KP_SURVEY_PASSIVE},       {"passief", KP_SURVEY_PASSIVE},
    {"passieven", KP_SURVEY_PASSIVE},      {"detractor", KP_SURVEY_DETRACTOR},
    {"detractors", KP_SURVEY_DETRACTOR},   {"criticaster", KP_SURVEY_DETRACTOR},
    {"criticasters", KP_SURVEY_DETRACTOR}, {NULL, 0}};
static const keyword methods[] = {{"adjusted", KP_SURVEY_ADJUSTED},
                                  {"aangepast", KP_SURVEY_ADJUSTED},
                                  {"wald", KP_SURVEY_WALD},
                                  {"score", KP_SURVEY_SCORE},
                                  {"t", KP_SURVEY_T},
                                  {NULL, 0}};
static const keyword kinds[] = {
    {"valid", 0},      {"geldig", 0},      {"blank", 1},    {"leeg", 1},   {"text", 2},
    {"tekst", 2},      {"boolean", 3},     {"logisch", 3},  {"range", 4},  {"bereik", 4},
    {"noninteger", 5}, {"niet-geheel", 5}, {"error", 6},    {"fout", 6},   {"blanks", 1},
    {"texts", 2},      {"teksten", 2},     {"booleans", 3}, {"errors", 6}, {"fouten", 6},
    {NULL, 0}};
static const keyword changes[] = {{"points", KP_AS_POINTS},
                                  {"punten", KP_AS_POINTS},
                                  {"relative", KP_AS_RELATIVE},
                                  {"relatief", KP_AS_RELATIVE},
                                  {NULL, 0}};
static const keyword ces[] = {{"mean", KP_CES_MEAN},
                              {"gemiddelde", KP_CES_MEAN},
                              {"easy", KP_CES_EASY},
                              {"makkelijk", KP_CES_EASY},
                              {"net", KP_CES_NET},
                              {"netto", KP_CES_NET},
                              {NULL, 0}};
static const keyword directions[] = {{"high", KP_SURVEY_HIGH_IS_EASY},
                                     {"hoog", KP_SURVEY_HIGH_IS_EASY},
                                     {"low", KP_SURVEY_LOW_IS_EASY},
                                     {"laag", KP_SURVEY_LOW_IS_EASY},
                                     {NULL, 0}};
static const keyword importances[] = {{"weights", 0}, {"gewichten", 0}, {"shapley", 1}, {NULL, 0}};

static const keyword corrections[] = {{"holm", KP_SURVEY_HOLM},
                                      {"bh", KP_SURVEY_BH},
                                      {"none", KP_SURVEY_UNCORRECTED},
                                      {"geen", KP_SURVEY_UNCORRECTED},
                                      {NULL, 0}};

static const keyword cx_kinds[] = {{"grade", KP_KIND_GRADE},
                                   {"cijfer", KP_KIND_GRADE},
                                   {"ces", KP_KIND_CES},
                                   {"topbox", KP_KIND_TOPBOX},
                                   {"csat", KP_KIND_TOPBOX},
                                   {"easy-high", KP_KIND_EASY_HIGH},
                                   {"makkelijk-hoog", KP_KIND_EASY_HIGH},
                                   {"easy-low", KP_KIND_EASY_LOW},
                                   {"makkelijk-laag", KP_KIND_EASY_LOW},
                                   {NULL, 0}};

#define BOUNDS                                                                                     \
  {"margin", KP_MEASURE_MARGIN}, {"marge", KP_MEASURE_MARGIN}, {"lower", KP_MEASURE_LOWER},        \
      {"ondergrens", KP_MEASURE_LOWER}, {"upper", KP_MEASURE_UPPER}, {                             \
    "bovengrens", KP_MEASURE_UPPER                                                                 \
  }
#define TWO_WAVES                                                                                  \
  {"earlier", KP_MEASURE_EARLIER}, {"eerder", KP_MEASURE_EARLIER}, {"later", KP_MEASURE_LATER},    \
      {"n_earlier", KP_MEASURE_N_EARLIER}, {"n_eerder", KP_MEASURE_N_EARLIER},                     \
      {"n_later", KP_MEASURE_N_LATER}, {"delta", KP_MEASURE_DELTA},                                \
      {"verschil", KP_MEASURE_DELTA}, {"p", KP_MEASURE_P}, {"verdict", KP_MEASURE_VERDICT}, {      \
    "oordeel", KP_MEASURE_VERDICT                                                                  \
  }
static const keyword nps_unit[] = {{"score", KP_MEASURE_SCORE},
                                   {"n", KP_MEASURE_N},
                                   {"promoters", KP_MEASURE_PROMOTERS},
                                   {"promotors", KP_MEASURE_PROMOTERS},
                                   {"passives", KP_MEASURE_PASSIVES},
                                   {"passieven", KP_MEASURE_PASSIVES},
                                   {"detractors", KP_MEASURE_DETRACTORS},
                                   {"criticasters", KP_MEASURE_DETRACTORS},
                                   BOUNDS,
                                   {NULL, 0}};
static const keyword nps_change[] = {TWO_WAVES,
                                     BOUNDS,
                                     {"detectable", KP_MEASURE_DETECTABLE},
                                     {"merkbaar", KP_MEASURE_DETECTABLE},
                                     {"trend", KP_MEASURE_TREND},
                                     {"trend_p", KP_MEASURE_TREND_P},
                                     {"trend_verdict", KP_MEASURE_TREND_VERDICT},
                                     {"trend_oordeel", KP_MEASURE_TREND_VERDICT},
                                     {NULL, 0}};
static const keyword cx_unit[] = {{"value", KP_MEASURE_VALUE},
                                  {"waarde", KP_MEASURE_VALUE},
                                  {"n", KP_MEASURE_N},
                                  BOUNDS,
                                  {NULL, 0}};
static const keyword cx_change[] = {TWO_WAVES, BOUNDS, {NULL, 0}};

static const keyword *const sets[] = {
    [KP_KEYWORDS_LANGUAGE] = languages,     [KP_KEYWORDS_SEGMENT] = segments,
    [KP_KEYWORDS_METHOD] = methods,         [KP_KEYWORDS_WHAT] = kinds,
    [KP_KEYWORDS_CHANGE] = changes,         [KP_KEYWORDS_CES] = ces,
    [KP_KEYWORDS_DIRECTION] = directions,   [KP_KEYWORDS_IMPORTANCE] = importances,
    [KP_KEYWORDS_CORRECTION] = corrections, [KP_KEYWORDS_NPS_UNIT] = nps_unit,
    [KP_KEYWORDS_NPS_CHANGE] = nps_change,  [KP_KEYWORDS_CX_UNIT] = cx_unit,
    [KP_KEYWORDS_CX_CHANGE] = cx_change,    [KP_KEYWORDS_KIND] = cx_kinds,
};

bool kp_keyword_find_in(kp_keyword_set set, const sal_Unicode *text, size_t length, int *value) {
  for (const keyword *k = sets[set]; k->text != NULL; k++) {
    if (rtl_ustr_ascii_compareIgnoreAsciiCase_WithLength(text, (sal_Int32)length, k->text) == 0) {
      *value = k->value;
      return true;
    }
  }
  return false;
}

bool kp_keyword_find(kp_keyword_set set, const rtl_uString *text, int *value) {
  return kp_keyword_find_in(set, text->buffer, (size_t)text->length, value);
}
