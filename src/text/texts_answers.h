/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Texts of answer sheets and their set-up: X(id, English, Dutch). Part of texts.h. */
#ifndef KERNPUNT_TEXT_TEXTS_ANSWERS_H
#define KERNPUNT_TEXT_TEXTS_ANSWERS_H

#define KP_TEXTS_ANSWERS(X)                                                                             \
  X(ANSWERS_MANY, "{1} answers, {2} valid", "{1} antwoorden, {2} geldig")                               \
  X(ANSWERS_ONE, "{1} answer, {2} valid", "{1} antwoord, {2} geldig")                                   \
  X(ANSWERS_THEN, ", ", "; ")                                                                           \
  X(ANSWERS_AND, ", ", " en ")                                                                          \
  X(ANSWERS_UNIT, "{1} unit", "{1} eenheid")                                                            \
  X(ANSWERS_UNITS, "{1} units", "{1} eenheden")                                                         \
  X(ANSWERS_MANAGER, "{1} account manager", "{1} accountmanager")                                       \
  X(ANSWERS_MANAGERS, "{1} account managers", "{1} accountmanagers")                                    \
  X(ANSWERS_FOUND, " found.", " gevonden.")                                                             \
  X(ANSWERS_DIRT, "{1} do not count: {2}.", "{1} tellen niet mee: {2}.")                                \
  X(ANSWERS_DIRT_ONE, "{1} does not count: {2}.", "{1} telt niet mee: {2}.")                            \
  X(ANSWERS_VALID, "{1} valid", "{1} geldig")                                                           \
  X(ANSWERS_EMPTY, "{1} empty", "{1} leeg")                                                             \
  X(ANSWERS_TEXT, "{1} text", "{1} tekst")                                                              \
  X(ANSWERS_TRUTH, "{1} TRUE/FALSE", "{1} WAAR/ONWAAR")                                                 \
  X(ANSWERS_NOT_WHOLE, "{1} not whole", "{1} niet geheel")                                              \
  X(ANSWERS_ERROR, "{1} with an error", "{1} met een fout")                                             \
  X(ANSWERS_OUTSIDE, "{1} outside {2}", "{1} buiten {2}")                                               \
  X(ANSWERS_UP_TO, "–", " t/m ")                                                                        \
  X(SOURCE_WAVE_REFUSED, "The measurement cannot be added: {1}", "De meting kan er niet bij: {1}")      \
  X(SOURCE_GONE, "The answer sheet “{1}” was deleted. Choose another one: Kernpunt ▸ Answers.",         \
    "Het blad met antwoorden “{1}” is verwijderd. Kies een ander: Kernpunt ▸ Antwoorden.")              \
  X(SOURCE_LOST,                                                                                        \
    "The column “{1}” of the answer sheet cannot be found. Choose it again: Kernpunt ▸ Answers.",       \
    "De kolom “{1}” van het blad met antwoorden is niet te vinden. Kies die opnieuw: Kernpunt ▸ " \
    "Antwoorden.")                                                                                      \
  X(SOURCE_TWICE,                                                                                       \
    "The header “{1}” stands more than once in the answer sheet. Give each column its own "         \
    "header.",                                                                                          \
    "De kop “{1}” staat meer dan één keer in het blad met antwoorden. Geef elke kolom een eigen " \
    "kop.")                                                                                             \
  X(SOURCE_SAME_WAVE,                                                                                   \
    "The measurement “{1}” stands in two answer sheets: “{2}” too. Rename one of them.",                \
    "De meting “{1}” staat in twee bladen met antwoorden: ook in “{2}”. Hernoem een van beide.")        \
  X(ANSWERS_UNDO, "Choose answers", "Antwoorden kiezen")                                                \
  X(ANSWERS_NO_TABLE, "The sheet “{1}” has no table: a row of headers with answers below it.",          \
    "Het blad “{1}” heeft geen tabel: een rij met koppen en antwoorden eronder.")

#endif
