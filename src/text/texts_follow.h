/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Texts of the panel Follow-up: X(id, English, Dutch). Part of texts.h. */
#ifndef KERNPUNT_TEXT_TEXTS_FOLLOW_H
#define KERNPUNT_TEXT_TEXTS_FOLLOW_H

#define KP_TEXTS_FOLLOW(X)                                                                         \
  /* what stops or helps */                                                                        \
  X(FOLLOW_READ_ONLY, "Read-only: you can look and jump to rows, but not save.",                   \
    "Alleen-lezen: je kunt kijken en naar rijen springen, maar niet opslaan.")                     \
  X(FOLLOW_UNTRACKED,                                                                              \
    "Shared, but changes are not recorded: a save would lose your rows. You can look and jump.",   \
    "Gedeeld, maar wijzigingen worden niet bijgehouden: opslaan zou je rijen verliezen. Je kunt "  \
    "kijken en springen.")                                                                         \
  X(FOLLOW_SHARED, "Shared: colleagues see your rows when you have saved the file.",               \
    "Gedeeld: collega's zien je rijen als je het bestand hebt opgeslagen.")                        \
  X(FOLLOW_BROKEN, "The method cannot be read: {1}", "De methode is niet te lezen: {1}")           \
  X(FOLLOW_MISSING_ONE, "1 row is not in the saved file.",                                         \
    "1 rij staat niet in het opgeslagen bestand.")                                                 \
  X(FOLLOW_MISSING, "{1} rows are not in the saved file.",                                         \
    "{1} rijen staan niet in het opgeslagen bestand.")                                             \
  X(FOLLOW_ADD_AGAIN, "Add again", "Zet terug")                                                    \
  X(FOLLOW_ADDED_AGAIN, "Added again: {1}. Save the file.",                                        \
    "Teruggezet: {1}. Sla het bestand op.")                                                        \
  X(FOLLOW_ALL_THERE, "All rows are there. Save the file.",                                        \
    "Alle rijen staan er. Sla het bestand op.")                                                    \
  X(FOLLOW_NOT_SET_UP,                                                                             \
    "This workbook is not set up for follow-up yet. Nothing is written before you do that.",       \
    "Deze werkmap is nog niet ingericht voor opvolging. Tot dan wordt er niets geschreven.")       \
  X(FOLLOW_SET_UP, "Set up workbook…", "Werkmap inrichten…")                                       \
  X(FOLLOW_UNREADABLE, "The sheets cannot be read now.", "De bladen zijn nu niet te lezen.")       \
  X(FOLLOW_NO_SHEET, "The sheet “{1}” is missing. Set up the workbook to bring it back, empty.",   \
    "Het blad “{1}” ontbreekt. Richt de werkmap in om het leeg terug te zetten.")                  \
  /* the focus point */                                                                            \
  X(FOLLOW_CHOICE, "Focus point", "Focuspunt")                                                     \
  X(FOLLOW_NEW, "New focus point…", "Nieuw focuspunt…")                                            \
  X(FOLLOW_NEW_IS, "New focus point", "Nieuw focuspunt")                                           \
  X(FOLLOW_LOOSE, "Action without focus point…", "Actie zonder focuspunt…")                        \
  X(FOLLOW_LOOSE_IS, "Action without focus point", "Actie zonder focuspunt")                       \
  X(FOLLOW_ACTIVE, "{1} of {2} active", "{1} van {2} actief")                                      \
  X(FOLLOW_STEPS, "Steps", "Stappen")                                                              \
  X(FOLLOW_DONE, "{1}, done", "{1}, klaar")                                                        \
  X(FOLLOW_LATER, "{1}, later", "{1}, later")                                                      \
  /* task and row */                                                                               \
  X(FOLLOW_TASK, "What you fill in now", "Wat je nu invult")                                       \
  X(FOLLOW_TASK_IS, "Task: {1}", "Taak: {1}")                                                      \
  X(FOLLOW_NEW_ROW, "New: {1}", "Nieuw: {1}")                                                      \
  X(FOLLOW_CHANGES_ROW, "Changes {1}: {2}", "Wijzigt {1}: {2}")                                    \
  X(FOLLOW_ROW_HELP, "Choose a row, or a new one", "Kies een rij, of een nieuwe")                  \
  X(FOLLOW_JUMP, "Show in sheet", "Toon in blad")                                                  \
  X(FOLLOW_NO_ROW, "The row cannot be found in the sheets.",                                       \
    "De rij is niet te vinden in de bladen.")                                                      \
  X(FOLLOW_LINKED, "Linked to this focus point: {1}.", "Gekoppeld aan dit focuspunt: {1}.")        \
  X(FOLLOW_UNDO_TASK, "Add {1}", "{1} toevoegen")                                                  \
  /* saving */                                                                                     \
  X(FOLLOW_SAVE, "S~ave", "Opsl~aan")                                                              \
  X(FOLLOW_DISCARD, "Discard", "Wis invoer")                                                       \
  X(FOLLOW_SAVED_AS, "Saved as {1}.", "Opgeslagen als {1}.")                                       \
  X(FOLLOW_UNCHANGED, "Nothing to save: all is in the sheet already.",                             \
    "Niets op te slaan: alles staat al in het blad.")                                              \
  X(FOLLOW_OTHER_DOCUMENT, "Another document is in this window now. Nothing was written.",         \
    "In dit venster staat nu een ander document. Er is niets geschreven.")                         \
  /* parking */                                                                                    \
  X(FOLLOW_PARK, "Park another…", "Parkeer een ander…")                                            \
  X(FOLLOW_PARK_WHY, "Why park “{1}”?", "Waarom “{1}” parkeren?")                                  \
  X(FOLLOW_PARK_NOW, "Park and save", "Parkeer, sla op")                                           \
  X(FOLLOW_PARKED, "Parked: {1}.", "Geparkeerd: {1}.")                                             \
  /* measured again */                                                                             \
  X(FOLLOW_STORY, "A qualitative measurement: stories, no verdict on a difference.",               \
    "Een kwalitatieve meting: verhalen, geen oordeel over een verschil.")                          \
  X(FOLLOW_NO_RANGE, "The scores of “{1}” were not found: fill in its score range.",               \
    "De scores van “{1}” zijn niet gevonden: vul het bereik van de scores in.")                    \
  X(FOLLOW_OTHER_SCALE, "The two measurements have different scales: they cannot be compared.",    \
    "De twee metingen hebben een andere schaal: ze zijn niet te vergelijken.")                     \
  X(FOLLOW_BEFORE, "Before: {1}", "Eerst: {1}")                                                    \
  X(FOLLOW_AFTER, "After: {1}", "Nu: {1}")                                                         \
  X(FOLLOW_DIFFERENCE, "Difference: {1}", "Verschil: {1}")                                         \
  X(FOLLOW_VERDICT_RISE, "a rise", "een stijging")                                                 \
  X(FOLLOW_VERDICT_FALL, "a fall", "een daling")                                                   \
  X(FOLLOW_VERDICT_NONE, "no demonstrable difference", "geen aantoonbaar verschil")                \
  X(FOLLOW_VERDICT_FEW, "too few answers for a verdict", "te weinig antwoorden voor een oordeel")  \
  X(FOLLOW_ASSOCIATION, "That it came after your actions does not prove it came of them.",         \
    "Dat het na je acties kwam, bewijst niet dat het erdoor kwam.")                                \
  X(FOLLOW_CAREFUL, "Circumstances or questions had changed: compare with care.",                  \
    "Omstandigheden of vragen waren anders: vergelijk voorzichtig.")

#endif
