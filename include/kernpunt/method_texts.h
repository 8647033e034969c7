/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Every text in both languages: X(id, English, Dutch). Part of kernpunt/method.h.
 *
 * Rules: the same {1} {2} in both; mnemonics (~) differ within the panel and keep clear of the
 * letters of Calc's menu bar, because with gtk3 the menu wins.
 */
#ifndef KERNPUNT_METHOD_TEXTS_H
#define KERNPUNT_METHOD_TEXTS_H

#define KP_TEXTS(X)                                                                                \
  X(NONE, "", "")                                                                                  \
  /* the form */                                                                                   \
  X(LABEL_WHAT, "Wh~at", "W~at")                                                                   \
  X(LABEL_OWNER, "Ow~ner (one person)", "Eige~naar (één persoon)")                                 \
  X(LABEL_DEADLINE, "Dead~line", "D~eadline")                                                      \
  X(LABEL_STATUS, "Stat~us", "Stat~us")                                                            \
  X(BUTTON_SAVE, "Lo~g action", "A~ctie vastleggen")                                               \
  X(HELP_WHAT, "What will be done, in one concrete sentence",                                      \
    "Wat er gedaan wordt, in één concrete zin")                                                    \
  X(HELP_OWNER, "The one person who sees to it", "De ene persoon die ervoor zorgt")                \
  X(HELP_DEADLINE, "A date, such as 31-12, +14 or friday",                                         \
    "Een datum, zoals 31-12, +14 of vrijdag")                                                      \
  X(HELP_DEADLINE_MENU, "Choose a deadline", "Kies een deadline")                                  \
  X(HELP_STATUS, "Status: {1}", "Status: {1}")                                                     \
  X(HELP_SAVE, "Add the action to the sheet (Ctrl+Enter)",                                         \
    "Voeg de actie toe aan het blad (Ctrl+Enter)")                                                 \
  X(HINT_DEADLINE, "such as 31-12, +14, friday", "zoals 31-12, +14, vrijdag")                      \
  X(MENU_TOMORROW, "Tomorrow", "Morgen")                                                           \
  X(MENU_NEXT_WEEK, "Next week", "Volgende week")                                                  \
  X(MENU_TWO_WEEKS, "In 14 days", "Over 14 dagen")                                                 \
  X(MENU_END_OF_MONTH, "End of the month", "Eind van de maand")                                    \
  X(MENU_DATE, "{1} ({2})", "{1} ({2})")                                                           \
  X(CHARACTERS_LEFT, "{1} characters left", "nog {1} tekens")                                      \
  X(LOGGED, "Logged as {1} in row {2}.", "Vastgelegd als {1} in rij {2}.")                         \
  X(LOGGED_HINT, "Undo takes it back in one step.", "Ongedaan maken haalt het in één stap terug.") \
  /* refusals of the rules */                                                                      \
  X(WHAT_MISSING, "Write what will be done.", "Schrijf op wat er gedaan wordt.")                   \
  X(WHAT_LONG, "The text is {1} characters too long (at most 2,000).",                             \
    "De tekst is {1} tekens te lang (hoogstens 2.000).")                                           \
  X(OWNER_MISSING, "Name the owner: one person.", "Noem de eigenaar: één persoon.")                \
  X(OWNER_SEVERAL, "One owner only: name the one person who sees to it. Others can help.",         \
    "Eén eigenaar: noem de ene persoon die ervoor zorgt. Anderen kunnen helpen.")                  \
  X(OWNER_LONG, "The name is {1} characters too long (at most 2,000).",                            \
    "De naam is {1} tekens te lang (hoogstens 2.000).")                                            \
  X(DEADLINE_MISSING, "Give a deadline, such as 31-12, +14 or friday.",                            \
    "Geef een deadline, zoals 31-12, +14 of vrijdag.")                                             \
  X(DEADLINE_UNKNOWN, "This date is not clear. Try 31-12 (day first), +14 or friday.",             \
    "Deze datum is niet duidelijk. Probeer 31-12, +14 of vrijdag.")                                \
  X(DEADLINE_IMPOSSIBLE, "There is no such day.", "Deze dag bestaat niet.")                        \
  X(DEADLINE_PAST, "This deadline lies in the past.", "Deze deadline ligt in het verleden.")       \
  X(STATUS_WRONG, "Choose a status.", "Kies een status.")                                          \
  /* refusals and warnings of the workbook; what was typed stays in the form */                    \
  X(ASK_TITLE, "Kernpunt", "Kernpunt")                                                             \
  X(ASK_CREATE, "This workbook has no table of actions yet.\n\nMake the sheet “{1}” now?",         \
    "Deze werkmap heeft nog geen tabel met acties.\n\nHet blad “{1}” nu maken?")                   \
  X(NOT_CREATED, "Nothing was written: the sheet was not made.",                                   \
    "Er is niets geschreven: het blad is niet gemaakt.")                                           \
  X(NO_DOCUMENT, "There is no spreadsheet in this window.", "In dit venster is geen werkblad.")    \
  X(READ_ONLY, "The document is read-only. Nothing was written.",                                  \
    "Het document is alleen-lezen. Er is niets geschreven.")                                       \
  X(SHARED_UNTRACKED,                                                                              \
    "The document is shared but changes are not recorded: saving would lose them. "                \
    "Nothing was written.",                                                                        \
    "Het document is gedeeld maar wijzigingen worden niet bijgehouden: opslaan zou ze verliezen. " \
    "Er is niets geschreven.")                                                                     \
  X(SHARED_NO_TABLE, "The document is shared. Stop sharing, log one action, then share it again.", \
    "Het document is gedeeld. Stop het delen, leg één actie vast en deel het dan weer.")           \
  X(SHEET_PROTECTED, "The sheet “{1}” is protected. Nothing was written.",                         \
    "Het blad “{1}” is beveiligd. Er is niets geschreven.")                                        \
  X(STRUCTURE_PROTECTED,                                                                           \
    "The structure of the document is protected, so no sheet can be made. Nothing was written.",   \
    "De structuur van het document is beveiligd, dus er kan geen blad bij. Er is niets "           \
    "geschreven.")                                                                                 \
  X(COLUMN_MISSING, "The table of actions lacks the column “{1}”. Nothing was written.",           \
    "De actietabel mist de kolom “{1}”. Er is niets geschreven.")                                  \
  X(WRITE_FAILED, "Writing failed and was taken back: {1}",                                        \
    "Schrijven is mislukt en teruggedraaid: {1}")                                                  \
  X(MARKER_MISSING, "The end line of the table is gone; the row was added after the last one.",    \
    "De eindregel van de tabel is weg; de rij is na de laatste toegevoegd.")                       \
  X(MARKER_NOT_LAST, "There are rows below the end line; the row was added after the last one.",   \
    "Er staan rijen onder de eindregel; de rij is na de laatste toegevoegd.")                      \
  /* the sheet */                                                                                  \
  X(SHEET_ACTIONS, "Actions", "Acties")                                                            \
  X(UNDO_LOG, "Log action", "Actie vastleggen")                                                    \
  X(COLUMN_ID, "ID", "ID")                                                                         \
  X(COLUMN_ACTION, "Action", "Actie")                                                              \
  X(COLUMN_OWNER, "Owner", "Eigenaar")                                                             \
  X(COLUMN_DEADLINE, "Deadline", "Deadline")                                                       \
  X(COLUMN_STATUS, "Status", "Status")                                                             \
  X(COLUMN_OVERDUE, "Days overdue", "Dagen te laat")                                               \
  X(COLUMN_CHANGED_BY, "Changed by", "Gewijzigd door")                                             \
  X(COLUMN_CHANGED_ON, "Changed on", "Gewijzigd op")                                               \
  X(MARKER_WORDS, "▲ Add new rows above this line", "▲ Voeg nieuwe rijen toe boven deze regel")    \
  X(STATUS_TODO, "To do", "Te doen")                                                               \
  X(STATUS_PROGRESS, "In progress", "Bezig")                                                       \
  X(STATUS_DONE, "Done", "Gereed")                                                                 \
  X(STATUS_HOLD, "On hold", "Wacht op")                                                            \
  X(STATUS_CANCELLED, "Cancelled", "Vervallen")

#endif
