/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Texts of the panels Today and Check: X(id, English, Dutch). Part of texts.h. */
#ifndef KERNPUNT_TEXT_TEXTS_TODAY_H
#define KERNPUNT_TEXT_TEXTS_TODAY_H

#define KP_TEXTS_TODAY(X)                                                                             \
  /* titles of the panels, as in registry/Sidebar.xcu */                                              \
  X(PANEL_TODAY, "Today", "Vandaag")                                                                  \
  X(PANEL_FOLLOW, "Follow-up", "Opvolging")                                                           \
  X(PANEL_CHECK, "Check", "Controle")                                                                 \
  /* what stands in the way */                                                                        \
  X(TODAY_NOT_SET_UP,                                                                                 \
    "This workbook has no tables for the follow-up yet. Nothing is written until you set it up.",     \
    "Deze werkmap heeft nog geen tabellen voor de opvolging. Er wordt niets geschreven tot je "       \
    "hem inricht.")                                                                                   \
  X(TODAY_SET_UP, "Set ~up workbook…", "Werkmap i~nrichten…")                                         \
  X(TODAY_HELP_SET_UP, "Choose practices and language, then make the tables",                         \
    "Kies werkwijzen en taal, maak dan de tabellen")                                                  \
  X(TODAY_READ_ONLY, "Read-only: you can look and jump to cells, but not change anything.",           \
    "Alleen-lezen: je kunt kijken en naar cellen springen, maar niets wijzigen.")                     \
  X(TODAY_UNTRACKED,                                                                                  \
    "This document is shared, but its changes are not recorded: saving would lose them. So "          \
    "nothing can be changed here.",                                                                   \
    "Dit document is gedeeld, maar wijzigingen worden niet bijgehouden: opslaan zou ze "              \
    "verliezen. Daarom kun je hier niets wijzigen.")                                                  \
  X(TODAY_BROKEN, "The files of the method cannot be read: {1}",                                      \
    "De bestanden van de methode zijn niet te lezen: {1}")                                            \
  X(TODAY_UNREADABLE, "The tables of this workbook cannot be read.",                                  \
    "De tabellen van deze werkmap zijn niet te lezen.")                                               \
  /* whose */                                                                                         \
  X(TODAY_MINE, "Only ~mine", "Alleen van ~mij")                                                      \
  X(TODAY_HELP_MINE, "Show what you see to, and what has no owner",                                   \
    "Toon waar jij voor zorgt, en wat geen eigenaar heeft")                                           \
  X(TODAY_WHO_ASK, "Who are you? Until you say, everyone's is shown.",                                \
    "Wie ben jij? Tot je het zegt, staat alles hier.")                                                \
  X(TODAY_WHO, "Choose your name…", "Kies je naam…")                                                  \
  X(TODAY_NO_PEOPLE, "The list of people is empty: add people to “{1}” first.",                       \
    "De lijst met mensen is leeg: voeg eerst mensen toe in “{1}”.")                                   \
  /* counted */                                                                                       \
  X(TODAY_SUM_LATE, "{1} overdue", "{1} te laat")                                                     \
  X(TODAY_SUM_TODAY, "{1} today", "{1} vandaag")                                                      \
  X(TODAY_SUM_WEEK, "{1} this week", "{1} deze week")                                                 \
  X(TODAY_SUM_LATER, "{1} later", "{1} later")                                                        \
  /* when */                                                                                          \
  X(TODAY_ONE_LATE, "1 day late", "1 dag te laat")                                                    \
  X(TODAY_LATE, "{1} days late", "{1} dagen te laat")                                                 \
  X(TODAY_NOW, "Today", "Vandaag")                                                                    \
  X(TODAY_TOMORROW, "Tomorrow", "Morgen")                                                             \
  X(TODAY_IN, "In {1} days", "Over {1} dagen")                                                        \
  X(TODAY_NAMED, "{1}: {2}", "{1}: {2}")                                                              \
  X(TODAY_DATE, "{1} ({2})", "{1} ({2})")                                                             \
  X(TODAY_MORE, "… and {1} more (show more)", "… en nog {1} (toon meer)")                             \
  X(TODAY_MORE_HELP, "Enter or double-click shows the next ones.",                                    \
    "Enter of dubbelklik toont de volgende.")                                                         \
  /* what can be done */                                                                              \
  X(TODAY_JUMP, "Show in sheet", "Toon in blad")                                                      \
  X(TODAY_HELP_JUMP, "Go to its cell (Enter in the list)", "Ga naar de cel (Enter in de lijst)")      \
  X(TODAY_DONE, "Do~ne", "Ge~reed")                                                                   \
  X(TODAY_HELP_DONE, "Answer what is asked, and off the list",                                        \
    "Beantwoord wat er gevraagd wordt, en van de lijst")                                              \
  X(TODAY_OPEN, "Ope~n…", "Ope~nen…")                                                                 \
  X(TODAY_HELP_OPEN, "Fill in its form", "Vul het formulier ervan in")                                \
  X(TODAY_ANSWER, "Write down", "Vastleggen")                                                         \
  X(TODAY_SAVE, "S~ave", "O~pslaan")                                                                  \
  X(TODAY_HELP_SAVE, "Write it (Ctrl+Enter)", "Schrijf het op (Ctrl+Enter)")                          \
  X(TODAY_CANCEL, "Cancel", "Annuleren")                                                              \
  X(TODAY_HELP_CANCEL, "Forget what was typed here", "Vergeet wat hier is getypt")                    \
  X(TODAY_UNDO, "Undo takes it back in one step.", "Ongedaan maken haalt het in één stap terug.")     \
  X(TODAY_ANSWERED, "Written – {1}", "Opgeschreven – {1}")                                            \
  X(TODAY_GONE, "This row cannot be found any more.", "Deze rij is niet meer te vinden.")             \
  X(TODAY_NO_CELL, "This cell cannot be shown.", "Deze cel is niet te tonen.")                        \
  /* nothing to do */                                                                                 \
  X(TODAY_EMPTY, "Nothing asks for attention in the next {1} days.",                                  \
    "Er vraagt niets om aandacht in de komende {1} dagen.")                                           \
  X(TODAY_EMPTY_MINE, "Nothing of yours asks for attention in the next {1} days.",                    \
    "Er vraagt niets van jou om aandacht in de komende {1} dagen.")                                   \
  X(TODAY_NEXT, "Next for “{1}”: {2}.", "Hierna voor “{1}”: {2}.")                                    \
  X(TODAY_NEXT_CHOOSE, "Next: choose a focus point.", "Hierna: kies een focuspunt.")                  \
  X(TODAY_NEXT_GO, "Go to this step", "Naar deze stap")                                               \
  /* the check */                                                                                     \
  X(CHECKED_NOW, "~Check now", "Nu ~controleren")                                                     \
  X(CHECKED_HELP_NOW, "Hold the whole workbook against the rules; changes nothing",                   \
    "Houd de hele werkmap tegen de regels; wijzigt niets")                                            \
  X(CHECKED_BUSY, "Checking…", "Bezig met controleren…")                                              \
  X(CHECKED_NOTHING, "There is nothing to check yet.", "Er valt nog niets te controleren.")           \
  X(CHECKED_NOT_YET, "Not checked yet.", "Nog niet gecontroleerd.")                                   \
  X(CHECKED_ONE_MISTAKE, "1 mistake", "1 fout")                                                       \
  X(CHECKED_MISTAKES, "{1} mistakes", "{1} fouten")                                                   \
  X(CHECKED_ONE_WARNING, "1 warning", "1 waarschuwing")                                               \
  X(CHECKED_WARNINGS, "{1} warnings", "{1} waarschuwingen")                                           \
  X(CHECKED_ONE_CLEAN, "Nothing to report: 1 row checked.",                                           \
    "Niets te melden: 1 rij gecontroleerd.")                                                          \
  X(CHECKED_CLEAN, "Nothing to report: {1} rows checked.",                                            \
    "Niets te melden: {1} rijen gecontroleerd.")                                                      \
  X(CHECKED_CHANGED, "Changed since the check of {1}.", "Gewijzigd na de controle van {1}.")          \
  X(CHECKED_AT, "Checked at {1}.", "Gecontroleerd om {1}.")                                           \
  X(CHECKED_MORE, "… and {1} more", "… en nog {1}")                                                   \
  X(CHECKED_MORE_HELP, "Solve some of these first, then check again.",                                \
    "Los er eerst een paar op en controleer dan opnieuw.")                                            \
  X(CHECKED_MISTAKE, "Mistake", "Fout")                                                               \
  X(CHECKED_WARNING, "Warning", "Waarschuwing")                                                       \
  X(CHECKED_FAILED, "The check failed: {1}", "De controle is mislukt: {1}")                           \
  X(CHECKED_REPAIR, "Re~pair…", "Hers~tellen…")                                                       \
  X(CHECKED_HELP_REPAIR, "Put the end line last and show hidden rows",                                \
    "Zet de eindregel onderaan en toon verborgen rijen")                                              \
  X(CHECKED_TIDY_ASK,                                                                                 \
    "Remove from the journal what this says?\n\nThe workbook stays as it is. It cannot be "           \
    "undone.",                                                                                        \
    "Uit het journaal halen wat hier staat?\n\nDe werkmap blijft zoals die is. Het is niet "          \
    "ongedaan "                                                                                       \
    "te maken.")                                                                                      \
  X(CHECKED_REPAIR_ASK,                                                                               \
    "Put the end line of “{1}” last and show its hidden rows?\n\nRows stay where they are. Undo " \
    "takes it back in one step.",                                                                     \
    "De eindregel van “{1}” onderaan zetten en verborgen rijen tonen?\n\nRijen blijven waar ze "  \
    "staan. Ongedaan maken haalt het in één stap terug.")

#endif
