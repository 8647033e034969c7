/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Texts of the panel Results: X(id, English, Dutch). Part of texts.h. */
#ifndef KERNPUNT_TEXT_TEXTS_RESULTS_H
#define KERNPUNT_TEXT_TEXTS_RESULTS_H

#define KP_TEXTS_RESULTS(X)                                                                        \
  X(PANEL_RESULTS, "Results", "Resultaten")                                                        \
  /* where to begin */                                                                             \
  X(RESULTS_NONE_YET, "No answers yet.", "Nog geen antwoorden.")                                   \
  X(RESULTS_BEGIN_SET_UP,                                                                          \
    "Choose your answer sheet to see your results here. Or select scores in a sheet: two or more " \
    "cells.",                                                                                      \
    "Kies je blad met antwoorden om hier je resultaten te zien. Of selecteer scores in een blad: " \
    "twee of meer cellen.")                                                                        \
  X(RESULTS_BEGIN,                                                                                 \
    "Select scores in a sheet, two or more cells, to see their results here. To keep your answer " \
    "sheet at hand, set up this workbook.",                                                        \
    "Selecteer scores in een blad, twee of meer cellen, om hier hun resultaten te zien. Richt "    \
    "deze werkmap in om je blad met antwoorden bij de hand te houden.")                            \
  X(RESULTS_LOST,                                                                                  \
    "Your answer sheet has changed: the column with scores or measurements cannot be found. "      \
    "Choose it again.",                                                                            \
    "Je blad met antwoorden is veranderd: de kolom met scores of metingen is niet te vinden. "     \
    "Kies die opnieuw.")                                                                           \
  X(RESULTS_CHOOSE, "Choose answer sheet…", "Blad kiezen…")                                        \
  X(RESULTS_CHOOSE_HELP, "Choose the sheet with your answers, and what its columns hold",          \
    "Kies het blad met je antwoorden, en wat er in de kolommen staat")                             \
  X(RESULTS_FAILED, "The answers cannot be read right now. Try again in a moment. Details: {1}",   \
    "De antwoorden zijn nu niet te lezen. Probeer het straks opnieuw. Details: {1}")               \
  X(RESULTS_READING, "Reading {1} cells…", "{1} cellen lezen…")                                    \
  X(RESULTS_READING_ANSWERS, "Reading the answers…", "De antwoorden lezen…")                       \
  /* what it is about */                                                                           \
  X(RESULTS_HOLD, "Ho~ld", "V~asthouden")                                                          \
  X(RESULTS_HOLD_HELP, "Keep showing this, whatever you select",                                   \
    "Dit blijven tonen, wat je ook selecteert")                                                    \
  X(RESULTS_RANGE, "{1}, {2}", "{1}, {2}")                                                         \
  X(RESULTS_SELECTION, "Selection: {1} cells · {2}", "Selectie: {1} cellen · {2}")                 \
  X(RESULTS_SCALE, "{1} to {2}", "{1} t/m {2}")                                                    \
  X(RESULTS_WAVE, "{1} ▾", "{1} ▾")                                                                \
  X(RESULTS_WAVE_HELP, "Choose a measurement", "Kies een meting")                                  \
  X(RESULTS_ALL_UNITS, "All units", "Alle eenheden")                                               \
  X(RESULTS_UNIT_HELP, "Choose a unit. Units are in order of name, never of score.",               \
    "Kies een eenheid. Eenheden staan op naam, nooit op score.")                                   \
  X(RESULTS_AGAIN, "Read ~again", "Op~nieuw lezen")                                                \
  X(RESULTS_STALE, "The answers may have changed since they were read.",                           \
    "De antwoorden kunnen veranderd zijn sinds ze gelezen zijn.")                                  \
  /* the score */                                                                                  \
  X(RESULTS_NPS, "NPS", "NPS")                                                                     \
  X(RESULTS_SHARE, "Top two", "Top twee")                                                          \
  X(RESULTS_MEAN, "Mean", "Gemiddelde")                                                            \
  X(RESULTS_MARGIN, "± {1}", "± {1}")                                                              \
  X(RESULTS_N, "n = {1}", "n = {1}")                                                               \
  X(RESULTS_INTERVAL, "95% margin: {1} to {2}", "95%-marge: {1} tot {2}")                          \
  X(RESULTS_NO_MARGIN, "Too few answers for a margin.", "Te weinig antwoorden voor een marge.")    \
  X(RESULTS_FEW, "Too few answers ({1}): at least {2} are needed.",                                \
    "Te weinig antwoorden ({1}): minstens {2} nodig.")                                             \
  X(RESULTS_EMPTY, "No valid scores.", "Geen geldige scores.")                                     \
  X(RESULTS_STORY, "Conversations: no score, no verdict.",                                         \
    "Gesprekken: geen score, geen oordeel.")                                                       \
  X(RESULTS_PART, "{1} ({2})", "{1} ({2})")                                                        \
  X(RESULTS_DETRACTOR, "{1} detractor", "{1} criticaster")                                         \
  X(RESULTS_DETRACTORS, "{1} detractors", "{1} criticasters")                                      \
  X(RESULTS_PASSIVE, "{1} passive", "{1} passief")                                                 \
  X(RESULTS_PASSIVES, "{1} passives", "{1} passieven")                                             \
  X(RESULTS_PROMOTER, "{1} promoter", "{1} promotor")                                              \
  X(RESULTS_PROMOTERS, "{1} promoters", "{1} promotors")                                           \
  X(RESULTS_BELOW, "{1} below the middle", "{1} onder het midden")                                 \
  X(RESULTS_IN_MIDDLE, "{1} in the middle", "{1} in het midden")                                   \
  X(RESULTS_ABOVE, "{1} above the middle", "{1} boven het midden")                                 \
  X(RESULTS_LOWER, "{1} gave 1 to 3", "{1} gaven 1 t/m 3")                                         \
  X(RESULTS_TOP, "{1} gave 4 or 5", "{1} gaven 4 of 5")                                            \
  X(RESULTS_COUNT, "{1} of {2} answers count.", "{1} van {2} antwoorden tellen mee.")              \
  X(RESULTS_COUNT_ALL, "All {1} answers count.", "Alle {1} antwoorden tellen mee.")                \
  X(RESULTS_LEFT_ONE, "{1} is {2}", "{1} is {2}")                                                  \
  X(RESULTS_LEFT_BLANK, "empty", "leeg")                                                           \
  X(RESULTS_LEFT_TEXT, "text", "tekst")                                                            \
  X(RESULTS_LEFT_ERROR, "an error", "een fout")                                                    \
  X(RESULTS_LEFT_MORE, "and {1} more", "en nog {1}")                                               \
  X(RESULTS_CELLS, "Cells ▾", "Cellen ▾")                                                          \
  X(RESULTS_CELLS_HELP, "List the cells that do not count, and go to one",                         \
    "Toon de cellen die niet meetellen, en ga naar een ervan")                                     \
  X(RESULTS_RESPONSE, "Response: {1} of {2} invited", "Respons: {1} van {2} uitgenodigd")          \
  /* the change */                                                                                 \
  X(RESULTS_POINTS, "{1} points", "{1} punten")                                                    \
  X(RESULTS_CHANGE, "Change", "Verschil")                                                          \
  X(RESULTS_SINCE, "since {1} ▾", "sinds {1} ▾")                                                   \
  X(RESULTS_SINCE_HELP, "Choose the measurement to compare with",                                  \
    "Kies de meting om mee te vergelijken")                                                        \
  X(RESULTS_DELTA_MORE, "{1} · n was {2}", "{1} · n was {2}")                                      \
  X(RESULTS_BOUNDS, "({1} to {2})", "({1} tot {2})")                                               \
  X(RESULTS_VERDICT_RISE, "▲ A rise", "▲ Een stijging")                                            \
  X(RESULTS_VERDICT_FALL, "▼ A fall", "▼ Een daling")                                              \
  X(RESULTS_VERDICT_NONE, "≈ No demonstrable difference", "≈ Geen aantoonbaar verschil")           \
  X(RESULTS_VERDICT_FEW, "… Too few answers for a verdict ({1}).",                                 \
    "… Te weinig antwoorden voor een oordeel ({1}).")                                              \
  X(RESULTS_WHY_DIFFERENT, "More than chance explains, at 95%.",                                   \
    "Meer dan toeval verklaart, bij 95%.")                                                         \
  X(RESULTS_WHY_NONE, "There may still be a difference; these answers cannot show it.",            \
    "Er kan toch verschil zijn; deze antwoorden kunnen het niet aantonen.")                        \
  X(RESULTS_OTHER_SCALE, "On another scale: the two cannot be compared.",                          \
    "Op een andere schaal: de twee zijn niet te vergelijken.")                                     \
  X(RESULTS_FIRST, "The first measurement: nothing to compare with yet.",                          \
    "De eerste meting: er is nog niets om mee te vergelijken.")                                    \
  X(RESULTS_TIP_SELECT, "Select the scores of one unit to see only those.",                        \
    "Selecteer de scores van één eenheid om alleen die te zien.")                                  \
  X(RESULTS_TIP_TWO,                                                                               \
    "Hold Ctrl and select a second range that does not touch the first: the upper one counts as "  \
    "the earlier.",                                                                                \
    "Houd Ctrl ingedrukt en selecteer een tweede bereik dat het eerste niet raakt: het bovenste "  \
    "geldt als het eerdere.")                                                                      \
  X(RESULTS_TIP_HELD, "Held: selecting cells changes nothing here.",                               \
    "Vastgehouden: cellen selecteren verandert hier niets.")

#endif
