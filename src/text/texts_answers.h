/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Texts of answer sheets and their set-up: X(id, English, Dutch). Part of texts.h. */
#ifndef KERNPUNT_TEXT_TEXTS_ANSWERS_H
#define KERNPUNT_TEXT_TEXTS_ANSWERS_H

#define KP_TEXTS_ANSWERS(X)                                                                             \
  X(ANSWERS_MANY, "{1} answers, {2} valid", "{1} antwoorden, {2} geldig")                               \
  X(ANSWERS_ONE, "{1} answer, {2} valid", "{1} antwoord, {2} geldig")                                   \
  X(ANSWERS_UNIT, "{1} unit", "{1} eenheid")                                                            \
  X(ANSWERS_UNITS, "{1} units", "{1} eenheden")                                                         \
  X(ANSWERS_MANAGER, "{1} account manager", "{1} accountmanager")                                       \
  X(ANSWERS_MANAGERS, "{1} account managers", "{1} accountmanagers")                                    \
  X(ANSWERS_DIRT, "{1} do not count: {2}.", "{1} tellen niet mee: {2}.")                                \
  X(ANSWERS_DIRT_ONE, "{1} does not count: {2}.", "{1} telt niet mee: {2}.")                            \
  X(ANSWERS_VALID, "{1} valid", "{1} geldig")                                                           \
  X(ANSWERS_EMPTY, "{1} empty", "{1} leeg")                                                             \
  X(ANSWERS_TEXT, "{1} text", "{1} tekst")                                                              \
  X(ANSWERS_TRUTH, "{1} TRUE/FALSE", "{1} WAAR/ONWAAR")                                                 \
  X(ANSWERS_NOT_WHOLE, "{1} not whole", "{1} niet geheel")                                              \
  X(ANSWERS_ERROR, "{1} with an error", "{1} met een fout")                                             \
  X(ANSWERS_OUTSIDE, "{1} outside {2}", "{1} buiten {2}")                                               \
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
    "Het blad “{1}” heeft geen tabel: een rij met koppen en antwoorden eronder.")                       \
  X(WIZARD_TITLE, "Answers", "Antwoorden")                                                              \
  X(WIZARD_ACCEPT, "Save", "Opslaan")                                                                   \
  X(WIZARD_WHERE, "Where are your answers?", "Waar staan je antwoorden?")                               \
  X(WIZARD_STAYS,                                                                                       \
    "Your answer sheet stays as it is. Suggested from the headers; change what is wrong.",              \
    "Je blad met antwoorden blijft zoals het is. Voorgesteld op basis van de koppen; pas aan wat "      \
    "niet klopt.")                                                                                      \
  X(WIZARD_SHEET, "Answer sheet", "Blad met antwoorden")                                                \
  X(WIZARD_SKIP, "No answers yet: skip", "Nog geen antwoorden: overslaan")                              \
  X(WIZARD_LATER, "Choose them later: Kernpunt ▸ Answers", "Kies ze later: Kernpunt ▸ Antwoorden")      \
  X(WIZARD_NONE, "(none)", "(geen)")                                                                    \
  X(WIZARD_SIZE, "{1} rows, header in row {2}", "{1} rijen, kop in rij {2}")                            \
  X(WIZARD_NAME, "{1} name", "{1} naam")                                                                \
  X(WIZARD_NAMES, "{1} names", "{1} namen")                                                             \
  X(WIZARD_WAVE, "{1} measurement", "{1} meting")                                                       \
  X(WIZARD_WAVES, "{1} measurements", "{1} metingen")                                                   \
  X(WIZARD_ALL_KNOWN, "⚠ Then everyone counts as known by name",                                        \
    "⚠ Dan geldt iedereen als bekend bij naam")                                                         \
  X(WIZARD_CHOOSE_SCORE, "Choose the column with the scores.", "Kies de kolom met de scores.")          \
  X(WIZARD_NO_TABLE, "This sheet has no table with answers. Choose another sheet, or skip.",            \
    "Dit blad heeft geen tabel met antwoorden. Kies een ander blad of sla dit over.")                   \
  X(WIZARD_NO_SCORES, "This column has no scores on this scale. Choose another column or scale.",       \
    "In deze kolom staan geen scores op deze schaal. Kies een andere kolom of schaal.")                 \
  X(WIZARD_TOTALS, "The totals below the answers do not count.",                                        \
    "De totalen onder de antwoorden tellen niet mee.")                                                  \
  X(WIZARD_SCALE, "Scale", "Schaal")                                                                    \
  X(WIZARD_NPS, "Recommendation (0–10)", "Aanbeveling (0 t/m 10)")                                      \
  X(WIZARD_GRADE, "Grade (1–10)", "Cijfer (1 t/m 10)")                                                  \
  X(WIZARD_CSAT, "CSAT (1–5)", "CSAT (1 t/m 5)")                                                        \
  X(WIZARD_CES, "CES (1–7)", "CES (1 t/m 7)")                                                           \
  X(WIZARD_MEASUREMENT, "Measurement", "Meting")                                                        \
  X(WIZARD_MEASUREMENT_HELP, "Such as “Autumn 2026”", "Zoals “Najaar 2026”")                            \
  X(WIZARD_INVITED, "Invited", "Uitgenodigd")                                                           \
  X(WIZARD_INVITED_HELP, "Number of customers asked, for the response rate",                            \
    "Aantal gevraagde klanten, voor de respons")                                                        \
  X(WIZARD_ADD_UNIT, "Add this {1} unit to the lists",                                                  \
    "Deze {1} eenheid toevoegen aan de lijsten")                                                        \
  X(WIZARD_ADD_UNITS, "Add these {1} units to the lists",                                               \
    "Deze {1} eenheden toevoegen aan de lijsten")                                                       \
  X(WIZARD_ADD_PERSON, "Add this {1} name to the list of people",                                       \
    "Deze {1} naam toevoegen aan de lijst met mensen")                                                  \
  X(WIZARD_ADD_PEOPLE, "Add these {1} names to the list of people",                                     \
    "Deze {1} namen toevoegen aan de lijst met mensen")                                                 \
  X(WIZARD_WHO, "Who are you?", "Wie ben je?")                                                          \
  X(WIZARD_WHO_LATER, "(choose later)", "(later kiezen)")                                               \
  X(WIZARD_ONLY_ACTIONS, "Actions only", "Alleen acties")                                               \
  X(WIZARD_ONLY_ACTIONS_HINT, "Who does what, and by when; no steps. More can be added later.",         \
    "Wie doet wat en wanneer; geen stappen. Meer kan later.")                                           \
  X(WIZARD_DONE, "The answers are saved. You can undo this in one step.",                               \
    "De antwoorden zijn opgeslagen. Je kunt dit in één stap ongedaan maken.")                           \
  X(ANSWERS_THEN, ",", ";")                                                                             \
  X(ANSWERS_BOTH, "{1}, {2} found.", "{1} en {2} gevonden.")                                            \
  X(ANSWERS_FOUND, "{1} found.", "{1} gevonden.")                                                       \
  X(ANSWERS_UP_TO, "{1}–{2}", "{1} t/m {2}")

#endif
