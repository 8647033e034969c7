/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Texts of the form maker: X(id, English, Dutch). Part of texts.h. */
#ifndef KERNPUNT_TEXT_TEXTS_FORM_H
#define KERNPUNT_TEXT_TEXTS_FORM_H

#define KP_TEXTS_FORM(X)                                                                           \
  X(FORM_MORE, "More fields ({1})", "Meer velden ({1})")                                           \
  X(FORM_FEWER, "Fewer fields", "Minder velden")                                                   \
  X(FORM_CHOOSE, "Choose", "Kies")                                                                 \
  X(FORM_NOTHING, "(nothing)", "(niets)")                                                          \
  X(FORM_NEEDED, "{1} (needed)", "{1} (nodig)")                                                    \
  X(FORM_SHOWN, "{1}: {2}", "{1}: {2}")                                                            \
  X(FORM_HELP_DATE, "{1}: choose a date", "{1}: kies een datum")                                   \
  X(FORM_HELP_PERSON, "{1}: choose a person", "{1}: kies een persoon")                             \
  X(FORM_HELP_WORD, "{1}: choose a word", "{1}: kies een woord")                                   \
  /* dates */                                                                                      \
  X(FORM_YESTERDAY, "Yesterday", "Gisteren")                                                       \
  X(FORM_TODAY, "Today", "Vandaag")                                                                \
  X(FORM_TOMORROW, "Tomorrow", "Morgen")                                                           \
  X(FORM_NEXT_WEEK, "Next week", "Volgende week")                                                  \
  X(FORM_TWO_WEEKS, "In 14 days", "Over 14 dagen")                                                 \
  X(FORM_END_OF_MONTH, "End of month", "Eind van de maand")                                        \
  X(FORM_DAY, "{1} – {2}", "{1} – {2}")                                                            \
  X(FORM_CALENDAR, "Calendar…", "Kalender…")                                                       \
  X(FORM_DATE_UNCLEAR, "Not clear. Try 31-12 (day first), +14 or friday.",                         \
    "Niet duidelijk. Probeer 31-12, +14 of vrijdag.")                                              \
  X(FORM_DATE_IMPOSSIBLE, "There is no such day.", "Deze dag bestaat niet.")                       \
  /* people, rows */                                                                               \
  X(FORM_ADD_PERSON, "Add person…", "Persoon toevoegen…")                                          \
  X(FORM_ASK_TITLE, "List of people", "Lijst met mensen")                                          \
  X(FORM_ASK_PERSON, "Add “{1}” to the list of people?",                                           \
    "“{1}” toevoegen aan de lijst met mensen?")                                                    \
  X(FORM_NO_PEOPLE, "Nobody in the list yet", "Nog niemand in de lijst")                           \
  X(FORM_NO_ROWS, "Nothing to choose yet", "Nog niets te kiezen")                                  \
  X(FORM_OLDER, "… and {1} more in the sheet", "… en nog {1} in het blad")                         \
  /* long texts */                                                                                 \
  X(FORM_LEFT, "{1} characters left", "Nog {1} tekens")                                            \
  X(FORM_OVER, "{1} characters too many", "{1} tekens te veel")                                    \
  /* the reason of a change */                                                                     \
  X(FORM_REASON, "Reason for the change", "Reden van de wijziging")                                \
  X(FORM_REASON_HINT, "Goes into the log; needed for a step back",                                 \
    "Komt in het logboek; nodig voor een stap terug")                                              \
  /* saving */                                                                                     \
  X(FORM_REFUSED, "Not saved yet. Look at: {1}.", "Nog niet opgeslagen. Kijk naar: {1}.")          \
  X(FORM_NOT_SAVED, "Not saved.", "Niet opgeslagen.")                                              \
  X(FORM_SAVED, "Saved as {1}, row {2}. Undo takes it back.",                                      \
    "Opgeslagen als {1}, rij {2}. Ongedaan maken haalt het weer weg.")                             \
  X(FORM_SAVED_ROW, "Saved in row {1}. Undo takes it back.",                                       \
    "Opgeslagen in rij {1}. Ongedaan maken haalt het weer weg.")                                   \
  X(FORM_EMPTY, "Still empty: {1}.", "Nog leeg: {1}.")                                             \
  X(FORM_UNCHANGED, "Nothing to save: all is in the sheet already.",                               \
    "Niets op te slaan: alles staat al in het blad.")                                              \
  X(FORM_OTHER_DOCUMENT, "Another document is here now. Nothing was written.",                     \
    "Hier staat nu een ander document. Er is niets geschreven.")

#endif
