/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Texts of the form maker: X(id, English, Dutch). Part of texts.h. */
#ifndef KERNPUNT_TEXT_TEXTS_FORM_H
#define KERNPUNT_TEXT_TEXTS_FORM_H

#define KP_TEXTS_FORM(X)                                                                           \
  X(FORM_MORE, "▸ More fields ({1})", "▸ Meer velden ({1})")                                       \
  X(FORM_BACK, "◂ Back", "◂ Terug")                                                                \
  X(FORM_CHOOSE, "Choose…", "Kiezen…")                                                             \
  X(FORM_NOTHING, "(none)", "(geen)")                                                              \
  X(FORM_NEEDED, "{1} (required)", "{1} (verplicht)")                                              \
  X(FORM_SHOWN, "{1}: {2}", "{1}: {2}")                                                            \
  X(FORM_HELP_DATE, "{1}: choose a date", "{1}: kies een datum")                                   \
  X(FORM_HELP_PERSON, "{1}: choose a person", "{1}: kies een persoon")                             \
  X(FORM_HELP_WORD, "{1}: choose from the list", "{1}: kies uit de lijst")                         \
  /* dates */                                                                                      \
  X(FORM_YESTERDAY, "Yesterday", "Gisteren")                                                       \
  X(FORM_TODAY, "Today", "Vandaag")                                                                \
  X(FORM_TOMORROW, "Tomorrow", "Morgen")                                                           \
  X(FORM_NEXT_WEEK, "Next week", "Volgende week")                                                  \
  X(FORM_TWO_WEEKS, "In two weeks", "Over twee weken")                                             \
  X(FORM_END_OF_MONTH, "End of month", "Eind van de maand")                                        \
  X(FORM_DAY, "{1} – {2}", "{1} – {2}")                                                            \
  X(FORM_CALENDAR, "Calendar…", "Kalender…")                                                       \
  X(FORM_DATE_UNCLEAR, "Date not recognized. Type for example 31-12 (day first), +14 or friday.",  \
    "Datum niet herkend. Typ bijvoorbeeld 31-12, +14 of vrijdag.")                                 \
  X(FORM_DATE_IMPOSSIBLE, "This day does not exist.", "Deze dag bestaat niet.")                    \
  /* people, rows */                                                                               \
  X(FORM_ADD_PERSON, "Add person…", "Persoon toevoegen…")                                          \
  X(FORM_ASK_TITLE, "List of people", "Lijst met mensen")                                          \
  X(FORM_ASK_PERSON, "Add “{1}” to the list of people?",                                           \
    "“{1}” toevoegen aan de lijst met mensen?")                                                    \
  X(FORM_NO_PEOPLE, "No people in the list yet", "Nog geen mensen in de lijst")                    \
  X(FORM_NO_ROWS, "Nothing to choose from yet", "Nog niets om uit te kiezen")                      \
  X(FORM_OLDER, "… and {1} more in the sheet", "… en nog {1} op het blad")                         \
  /* long texts */                                                                                 \
  X(FORM_ONE_LEFT, "{1} character left", "Nog {1} teken")                                          \
  X(FORM_LEFT, "{1} characters left", "Nog {1} tekens")                                            \
  X(FORM_ONE_OVER, "{1} character too many", "{1} teken te veel")                                  \
  X(FORM_OVER, "{1} characters too many", "{1} tekens te veel")                                    \
  /* the reason of a change */                                                                     \
  X(FORM_REASON, "Reason for this change", "Reden van deze wijziging")                             \
  X(FORM_REASON_HINT, "Kept in the log; required when you go back a status",                       \
    "Komt in het logboek; verplicht als je een status teruggaat")                                  \
  /* saving */                                                                                     \
  X(FORM_LOOK, "Look at {1}. What you typed is kept.", "Pas {1} aan. Wat je typte blijft staan.")  \
  X(FORM_LOOK_MORE, "Look at {1} and {2} more. What you typed is kept.",                           \
    "Pas {1} en nog {2} aan. Wat je typte blijft staan.")                                          \
  X(FORM_UNKNOWN_PERSON, "“{1}” is not in the list of people.",                                    \
    "“{1}” staat niet in de lijst met mensen.")                                                    \
  X(FORM_UNKNOWN_WORD, "“{1}” is not in the list yet.", "“{1}” staat nog niet in de lijst.")       \
  X(FORM_ADD_NAME, "Add {1}", "{1} toevoegen")                                                     \
  X(FORM_LEAVE_NAME, "Use it as it is", "Zo gebruiken")                                            \
  X(FORM_ONE_OWNER, "{1}, {2} helps", "{1}, {2} helpt")                                            \
  X(FORM_NOT_SAVED, "Not saved.", "Niet opgeslagen.")                                              \
  X(FORM_SAVED, "Saved in row {2} ({1}). To undo: Ctrl+Z in the sheet.",                           \
    "Opgeslagen in rij {2} ({1}). Ongedaan maken: Ctrl+Z in het blad.")                            \
  X(FORM_SAVED_ROW, "Saved in row {1}. To undo: Ctrl+Z in the sheet.",                             \
    "Opgeslagen in rij {1}. Ongedaan maken: Ctrl+Z in het blad.")                                  \
  X(FORM_EMPTY, "Still to fill in: {1}.", "Nog in te vullen: {1}.")                                \
  X(FORM_TIP, "Tip: {1}", "Tip: {1}")                                                              \
  X(FORM_TIP_EMPTY, "Tip: still empty: {1}.", "Tip: nog leeg: {1}.")                               \
  X(FORM_UNCHANGED, "Nothing to save: the sheet already says this.",                               \
    "Niets op te slaan: dit staat al zo in het blad.")                                             \
  X(FORM_FROM_ROW, "From the row you are on ({1}, row {2}).",                                      \
    "Van de rij waar je staat ({1}, rij {2}).")                                                    \
  X(FORM_OTHER_DOCUMENT, "This window now shows another workbook, so nothing was saved.",          \
    "Dit venster toont nu een andere werkmap; er is niets opgeslagen.")

#endif
