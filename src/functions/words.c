/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words in results, English and Dutch, and the language they are in. */
#include "internal.h"

static const char *const words[KP_WORD_COUNT][KP_LANGUAGE_COUNT] = {
    [KP_WORD_EMPTY] = {"", ""},
    [KP_WORD_DETRACTOR] = {"Detractor", "Criticaster"},
    [KP_WORD_PASSIVE] = {"Passive", "Passief"},
    [KP_WORD_PROMOTER] = {"Promoter", "Promotor"},
    [KP_WORD_TOO_FEW] = {"too few answers", "te weinig antwoorden"},
    [KP_WORD_RISE] = {"rise", "stijging"},
    [KP_WORD_FALL] = {"fall", "daling"},
    [KP_WORD_NO_DIFFERENCE] = {"no demonstrable difference", "geen aantoonbaar verschil"},
    [KP_WORD_VALID] = {"valid", "geldig"},
    [KP_WORD_BLANK] = {"blank", "leeg"},
    [KP_WORD_TEXT] = {"text", "tekst"},
    [KP_WORD_BOOLEAN] = {"boolean", "logisch"},
    [KP_WORD_RANGE] = {"range", "bereik"},
    [KP_WORD_NONINTEGER] = {"noninteger", "niet-geheel"},
    [KP_WORD_ERROR] = {"error", "fout"},
    [KP_WORD_GROUP] = {"Group", "Groep"},
    [KP_WORD_N] = {"n", "n"},
    [KP_WORD_PROMOTERS] = {"Promoters", "Promotors"},
    [KP_WORD_PASSIVES] = {"Passives", "Passieven"},
    [KP_WORD_DETRACTORS] = {"Detractors", "Criticasters"},
    [KP_WORD_NPS] = {"NPS", "NPS"},
    [KP_WORD_LOWER] = {"Lower", "Ondergrens"},
    [KP_WORD_UPPER] = {"Upper", "Bovengrens"},
    [KP_WORD_NO_GROUP] = {"(no group)", "(geen groep)"},
    [KP_WORD_TOTAL] = {"Total", "Totaal"},
    [KP_WORD_N_EARLIER] = {"n earlier", "n eerder"},
    [KP_WORD_N_LATER] = {"n later", "n later"},
    [KP_WORD_NPS_EARLIER] = {"NPS earlier", "NPS eerder"},
    [KP_WORD_NPS_LATER] = {"NPS later", "NPS later"},
    [KP_WORD_DELTA] = {"Delta", "Verschil"},
    [KP_WORD_VERDICT] = {"Verdict", "Oordeel"},
    [KP_WORD_QUADRANT_NONE] = {"", ""},
    [KP_WORD_IMPROVE] = {"Improve", "Verbeteren"},
    [KP_WORD_STRENGTHEN] = {"Strengthen", "Uitbouwen"},
    [KP_WORD_MONITOR] = {"Monitor", "Bewaken"},
    [KP_WORD_MAINTAIN] = {"Maintain", "Onderhouden"},
    [KP_WORD_DRIVER] = {"Driver", "Driver"},
    [KP_WORD_CORRELATION] = {"r", "r"},
    [KP_WORD_COEFFICIENT] = {"b", "b"},
    [KP_WORD_IMPORTANCE] = {"Importance", "Belang"},
    [KP_WORD_MEAN] = {"Mean", "Gemiddelde"},
    [KP_WORD_PRIORITY] = {"Priority", "Prioriteit"},
    [KP_WORD_QUADRANT] = {"Quadrant", "Kwadrant"},
    [KP_WORD_R_SQUARED] = {"R²", "R²"},
    [KP_WORD_N_USED] = {"n used", "n gebruikt"},
    [KP_WORD_LEFT_OUT] = {"rows left out", "rijen weggelaten"},
    [KP_WORD_VIF] = {"largest VIF", "grootste VIF"},
    [KP_WORD_WARNING] = {"warning", "waarschuwing"},
    [KP_WORD_WARN_PER_DRIVER] = {"fewer than 10 answers per driver",
                                 "minder dan 10 antwoorden per driver"},
    [KP_WORD_WARN_FEW] = {"fewer than 50 answers", "minder dan 50 antwoorden"},
    [KP_WORD_WARN_WEAK] = {"the drivers explain less than 20 %",
                           "de drivers verklaren minder dan 20 %"},
    [KP_WORD_WARN_VIF] = {"drivers overlap strongly (VIF above 5)",
                          "drivers overlappen sterk (VIF boven 5)"},
    [KP_WORD_WARN_NOISE] = {"importance is not clearly above chance",
                            "het belang steekt niet duidelijk boven toeval uit"},
    [KP_WORD_REST] = {"NPS of the rest", "NPS van de rest"},
    [KP_WORD_DIFFERENCE] = {"Difference", "Verschil"},
    [KP_WORD_P] = {"p", "p"},
    [KP_WORD_ADJUSTED_P] = {"adjusted p", "p gecorrigeerd"},
    [KP_WORD_ABOVE] = {"above", "boven"},
    [KP_WORD_BELOW] = {"below", "onder"},
    [KP_WORD_UNITS_DIFFER] = {"units differ", "eenheden verschillen"},
    [KP_WORD_HIDDEN] = {"hidden", "verborgen"},
    [KP_WORD_WAVE] = {"Wave", "Meting"},
    [KP_WORD_TREND] = {"trend per wave", "trend per meting"},
    [KP_WORD_MARGIN] = {"Margin", "Marge"},
    [KP_WORD_SHARE] = {"Share", "Aandeel"},
    [KP_WORD_WEIGHT] = {"Weight", "Gewicht"},
    [KP_WORD_RANKED_FIRST] = {"Ranked first", "Op één"},
    [KP_WORD_ABOVE_NOISE] = {"Lower above noise", "Ondergrens boven ruis"},
    [KP_WORD_ABOVE_CHANCE] = {"clearly above chance", "duidelijk boven toeval"},
    [KP_WORD_NOT_ABOVE_CHANCE] = {"not clearly above chance", "niet duidelijk boven toeval"},
    [KP_WORD_REPETITIONS] = {"repetitions", "herhalingen"},
    [KP_WORD_SEED] = {"seed", "startgetal"},
    [KP_WORD_OF_VALID] = {"%.0f of %.0f valid", "%.0f van %.0f geldig"},
    [KP_WORD_IN_TEXT] = {"text", "tekst"},
    [KP_WORD_IN_BOOLEAN] = {"TRUE/FALSE", "WAAR/ONWAAR"},
    [KP_WORD_IN_RANGE] = {"out of range", "buiten bereik"},
    [KP_WORD_IN_NONINTEGER] = {"not whole", "niet geheel"},
    [KP_WORD_IN_ERROR] = {"with an error", "met een fout"},
    [KP_WORD_IN_BLANK] = {"blank", "leeg"},
};

const char *kp_functions_word(kp_word word, kp_language language) {
  return words[word][language];
}

/* com.sun.star.lang.Locale */
typedef struct locale_struct {
  rtl_uString *language, *country, *variant;
} locale_struct;

kp_language kp_functions_language(uno_Interface *document) {
  static const char type[] = "com.sun.star.lang.Locale";
  kp_language language = KP_LANGUAGE_EN;
  kp_uno_error ignored = KP_UNO_IGNORED; /* a document without a locale is read as English */
  locale_struct locale;
  uno_Any any;
  kp_uno_any_init(&any);
  if (document != NULL && kp_uno_property_get(&ignored, document, "CharLocale", &any) &&
      kp_uno_any_get_struct(&any, type, &locale)) {
    if (kp_uno_string_is(locale.language, "nl"))
      language = KP_LANGUAGE_NL;
    kp_uno_value_clear(&locale, type);
  }
  kp_uno_any_clear(&any);
  return language;
}
