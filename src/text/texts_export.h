/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Texts of what people take away: X(id, English, Dutch). Part of texts.h. */
#ifndef KERNPUNT_TEXT_TEXTS_EXPORT_H
#define KERNPUNT_TEXT_TEXTS_EXPORT_H

#define KP_TEXTS_EXPORT(X)                                                                           \
  X(EXPORT_UNITS, "Table per unit", "Tabel per eenheid")                                             \
  X(EXPORT_CHANGES, "Table of changes", "Tabel met verschillen")                                     \
  X(EXPORT_CROSS, "Units by measurement", "Eenheden per meting")                                     \
  X(EXPORT_DRIVERS, "Drivers", "Drivers")                                                            \
  X(EXPORT_TREND, "Measurements", "Metingen")                                                        \
  X(EXPORT_MEASUREMENT, "Measurement", "Meting")                                                     \
  X(EXPORT_BEFORE, "Before", "Daarvoor")                                                             \
  X(EXPORT_UNIT, "Unit", "Eenheid")                                                                  \
  X(EXPORT_TOTAL, "Total", "Totaal")                                                                 \
  X(EXPORT_NO_UNIT, "(no unit)", "(geen eenheid)")                                                   \
  X(EXPORT_N, "n", "n")                                                                              \
  X(EXPORT_N_LONG, "Answers (n)", "Antwoorden (n)")                                                  \
  X(EXPORT_N_THEN, "n before", "n eerder")                                                           \
  X(EXPORT_N_NOW, "n now", "n nu")                                                                   \
  X(EXPORT_NPS, "NPS", "NPS")                                                                        \
  X(EXPORT_NPS_THEN, "NPS before", "NPS eerder")                                                     \
  X(EXPORT_NPS_NOW, "NPS now", "NPS nu")                                                             \
  X(EXPORT_DETRACTORS, "Detractors", "Criticasters")                                                 \
  X(EXPORT_PASSIVES, "Passives", "Passieven")                                                        \
  X(EXPORT_PROMOTERS, "Promoters", "Promotors")                                                      \
  X(EXPORT_LOWER, "Lower", "Ondergrens")                                                             \
  X(EXPORT_UPPER, "Upper", "Bovengrens")                                                             \
  X(EXPORT_CHANGE, "Change", "Verschil")                                                             \
  X(EXPORT_VERDICT, "Verdict", "Oordeel")                                                            \
  X(EXPORT_REST, "Against the rest", "Tegenover de rest")                                            \
  X(EXPORT_DRIVER, "Driver", "Driver")                                                               \
  X(EXPORT_MEAN, "Mean", "Gemiddelde")                                                               \
  X(EXPORT_WEIGHT, "Weight", "Gewicht")                                                              \
  X(EXPORT_QUADRANT, "Quadrant", "Kwadrant")                                                         \
  X(EXPORT_BELOW, "below", "eronder")                                                                \
  X(EXPORT_ABOVE, "above", "erboven")                                                                \
  X(EXPORT_AVERAGE, "average", "gemiddelde")                                                         \
  X(EXPORT_IMPROVE, "Improve", "Verbeteren")                                                         \
  X(EXPORT_STRENGTHEN, "Strengthen", "Uitbouwen")                                                    \
  X(EXPORT_MONITOR, "Monitor", "Bewaken")                                                            \
  X(EXPORT_MAINTAIN, "Maintain", "Onderhouden")                                                      \
  X(EXPORT_CHART_SHARES, "Answers per unit", "Antwoorden per eenheid")                               \
  X(EXPORT_CHART_SCORES, "NPS per unit", "NPS per eenheid")                                          \
  X(EXPORT_CHART_CHANGES, "Change per unit", "Verschil per eenheid")                                 \
  X(EXPORT_CHART_TREND, "NPS per measurement", "NPS per meting")                                     \
  X(EXPORT_CHART_DRIVERS, "What weighs most", "Wat het zwaarst weegt")                               \
  X(EXPORT_ALT_SHARES,                                                                               \
    "For each unit the shares of detractors, passives and promoters, as in the table above it.",     \
    "Per eenheid het aandeel criticasters, passieven en promotors, zoals in de tabel erboven.")      \
  X(EXPORT_ALT_SCORES,                                                                               \
    "For each unit the NPS as a dot with its 95% margin as a line, in the order of the table. "      \
    "Not a ranking.",                                                                                \
    "Per eenheid de NPS als stip met de 95%-marge als lijn, in de volgorde van de tabel. Geen "      \
    "rangorde.")                                                                                     \
  X(EXPORT_ALT_CHANGES,                                                                              \
    "For each unit the difference with the measurement before, with its 95% margin and a line at "   \
    "zero.",                                                                                         \
    "Per eenheid het verschil met de meting ervoor, met de 95%-marge en een lijn bij nul.")          \
  X(EXPORT_ALT_TREND, "The NPS of each measurement with its 95% margin.",                            \
    "De NPS van elke meting met de 95%-marge.")                                                      \
  X(EXPORT_ALT_DRIVERS,                                                                              \
    "Each driver by its mean (across) and its weight for the score (up). Association is no proof "   \
    "of cause.",                                                                                     \
    "Elke driver met het gemiddelde (horizontaal) en het gewicht voor de score (verticaal). "        \
    "Samenhang bewijst geen oorzaak.")                                                               \
  X(EXPORT_PAGE, "Results", "Resultaten")                                                            \
  X(EXPORT_PAGE_TITLE, "What our customers say, {1}", "Wat onze klanten zeggen, {1}")                \
  X(EXPORT_PAGE_UNDER, "From the sheet “{1}”, made on {2}", "Uit het blad “{1}”, gemaakt op {2}")    \
  X(EXPORT_PAGE_FOOTER, "95% intervals, adjusted Wald. Kernpunt",                                    \
    "95%-intervallen, adjusted Wald. Kernpunt")                                                      \
  X(EXPORT_PAGE_CAUTION,                                                                             \
    "Not a ranking. “No demonstrable difference” is not the same as no difference; association " \
    "is no proof of cause.",                                                                         \
    "Geen rangorde. “Geen aantoonbaar verschil” is niet hetzelfde als geen verschil; samenhang " \
    "bewijst geen oorzaak.")                                                                         \
  X(EXPORT_BETWEEN, "between", "tussen")                                                             \
  X(EXPORT_AND, "and", "en")                                                                         \
  X(EXPORT_SAVED_AS, "Saved as {1}.", "Opgeslagen als {1}.")                                         \
  X(EXPORT_NOT_SAVED, "The file could not be saved. Details: {1}",                                   \
    "Het bestand kon niet worden opgeslagen. Details: {1}")                                          \
  X(EXPORT_FREEZE, "Freeze results as values", "Resultaten vastzetten als waarden")                  \
  X(EXPORT_FROZEN,                                                                                   \
    "{1} formulas are numbers now. A copy with the formulas: {2}. You can undo this.",               \
    "{1} formules zijn nu getallen. Een kopie met de formules: {2}. Je kunt dit ongedaan maken.")    \
  X(EXPORT_SAVE_FIRST,                                                                               \
    "Save the workbook first, so that a copy with the formulas can be kept beside it.",              \
    "Sla de werkmap eerst op, zodat er een kopie met de formules naast kan blijven staan.")          \
  X(EXPORT_CALENDAR_ONE, "{1} date saved.", "{1} datum opgeslagen.")                                 \
  X(EXPORT_CALENDAR_MANY, "{1} dates saved.", "{1} datums opgeslagen.")                              \
  X(EXPORT_CALENDAR_IN, "Import {1} in your calendar; later changes are not passed on.",             \
    "Importeer {1} in je agenda; latere wijzigingen gaan niet mee.")                                 \
  X(EXPORT_CALENDAR_LEFT, "Not saved, because the row has no ID: {1}.",                              \
    "Niet opgeslagen, omdat de rij geen ID heeft: {1}.")                                             \
  X(EXPORT_CALENDAR_NONE, "There is nothing with a date to save yet.",                               \
    "Er is nog niets met een datum om op te slaan.")                                                 \
  X(EXPORT_CALENDAR_WHO, "Choose who you are first, in the panel Today.",                            \
    "Kies eerst wie je bent, in het paneel Vandaag.")                                                \
  X(EXPORT_NOTE_LIVE, "Formulas {1} over the sheet “{2}”.", "Formules {1} over het blad “{2}”.")     \
  X(EXPORT_NOTE_PLAIN, "Formulas {1} over the sheet “{2}”, without margins.",                        \
    "Formules {1} over het blad “{2}”, zonder marges.")                                              \
  X(EXPORT_NOTE_VALUES, "Numbers of {1} over the sheet “{2}”.",                                      \
    "Getallen van {1} over het blad “{2}”.")                                                         \
  X(EXPORT_NOTE_DAY, "Inserted on {1} with Kernpunt.", "Ingevoegd op {1} met Kernpunt.")             \
  X(EXPORT_NOTE_HIDDEN, "Groups with fewer than {1} answers are hidden.",                            \
    "Groepen met minder dan {1} antwoorden zijn verborgen.")                                         \
  X(EXPORT_INSERTED, "Inserted at {1}. You can undo this.",                                          \
    "Ingevoegd op {1}. Je kunt dit ongedaan maken.")                                                 \
  X(EXPORT_SHARED,                                                                                   \
    "A shared workbook cannot get new tables or charts. Stop sharing (Tools ▸ Share "              \
    "Spreadsheet), insert it, then share again.",                                                    \
    "In een gedeelde werkmap kunnen geen tabellen of diagrammen bij. Zet delen uit (Extra ▸ "      \
    "Werkblad delen), voeg in en deel opnieuw.")                                                     \
  X(EXPORT_NO_ANSWERS, "No answers with scores yet. Choose where they are: Kernpunt ▸ Answers.",     \
    "Nog geen antwoorden met scores. Kies waar ze staan: Kernpunt ▸ Antwoorden.")                    \
  X(EXPORT_NO_NPS,                                                                                   \
    "The scores of “{1}” are not on the scale 0 to 10, so there is no NPS. Choose another "      \
    "column: Kernpunt ▸ Answers.",                                                                   \
    "De scores van “{1}” zijn niet van 0 t/m 10, dus is er geen NPS. Kies een andere kolom: "    \
    "Kernpunt ▸ Antwoorden.")                                                                        \
  X(EXPORT_NO_UNITS, "No column with units is known. Choose one: Kernpunt ▸ Answers.",               \
    "Er is geen kolom met eenheden bekend. Kies er een: Kernpunt ▸ Antwoorden.")                     \
  X(EXPORT_NO_BEFORE,                                                                                \
    "There is no measurement before this one. Choose the column with the measurement: "              \
    "Kernpunt ▸ Answers.",                                                                           \
    "Er is geen meting vóór deze. Kies de kolom met de meting: Kernpunt ▸ Antwoorden.")              \
  X(EXPORT_NO_DRIVERS, "Choose at least two columns with drivers: Kernpunt ▸ Answers.",              \
    "Kies minstens twee kolommen met drivers: Kernpunt ▸ Antwoorden.")                               \
  X(EXPORT_DRIVERS_APART,                                                                            \
    "The columns with drivers of “{1}” do not stand side by side. Move them together first.",        \
    "De kolommen met drivers van “{1}” staan niet naast elkaar. Zet ze eerst bij elkaar.")           \
  X(EXPORT_NO_PLAIN, "This table needs the functions of Kernpunt. Insert it as numbers instead.",    \
    "Deze tabel heeft de functies van Kernpunt nodig. Voeg de getallen in.")

#endif
