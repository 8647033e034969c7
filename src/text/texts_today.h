/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Texts of the panels Today and Check: X(id, English, Dutch). Part of texts.h. */
#ifndef KERNPUNT_TEXT_TEXTS_TODAY_H
#define KERNPUNT_TEXT_TEXTS_TODAY_H

#define KP_TEXTS_TODAY(X)                                                                          \
  /* titles of the panels, as in registry/Sidebar.xcu */                                           \
  X(PANEL_TODAY, "Today", "Vandaag")                                                               \
  X(PANEL_FOLLOW, "Follow-up", "Opvolging")                                                        \
  X(PANEL_CHECK, "Check", "Controle")                                                              \
  /* what stands in the way */                                                                     \
  X(TODAY_NOT_SET_UP,                                                                              \
    "Set up this workbook to see here what needs attention. Until then, nothing is "               \
    "changed.",                                                                                    \
    "Richt deze werkmap in om hier te zien wat aandacht vraagt. Tot die tijd "                     \
    "verandert er niets.")                                                                         \
  X(TODAY_SET_UP, "Set ~up workbook…", "Werkmap i~nrichten…")                                      \
  X(TODAY_HELP_SET_UP, "Choose what you want to use and the language, then add the sheets",        \
    "Kies wat je wilt gebruiken en de taal, en voeg dan de bladen toe")                            \
  X(TODAY_READ_ONLY, "Read-only: you can look and go to cells, but not change anything.",          \
    "Alleen-lezen: je kunt kijken en naar cellen gaan, maar niets wijzigen.")                      \
  X(TODAY_UNTRACKED,                                                                               \
    "Shared, but changes are not being recorded. Saving could lose rows, so you "                  \
    "can only look.",                                                                              \
    "Gedeeld, maar wijzigingen worden niet bijgehouden. Opslaan kan rijen kosten; "                \
    "je kunt daarom alleen kijken.")                                                               \
  X(TODAY_BROKEN, "Kernpunt is damaged: reinstall the extension. Details: {1}",                    \
    "Kernpunt is beschadigd: installeer de extensie opnieuw. Details: {1}")                        \
  X(TODAY_UNREADABLE, "The sheets cannot be read right now. Try again in a moment.",               \
    "De bladen zijn nu niet te lezen. Probeer het straks opnieuw.")                                \
  /* whose */                                                                                      \
  X(TODAY_MINE, "Only ~mine", "Alleen van ~mij")                                                   \
  X(TODAY_HELP_MINE, "Show what you own and what has no owner yet",                                \
    "Toon wat van jou is en wat nog geen eigenaar heeft")                                          \
  X(TODAY_WHO_ASK, "Who are you? Until you choose your name, you see everyone's items.",           \
    "Wie ben je? Zolang je geen naam kiest, zie je alles van iedereen.")                           \
  X(TODAY_WHO, "Choose your name…", "Kies je naam…")                                               \
  X(TODAY_NO_PEOPLE, "The list of people is empty. Add people on the sheet “{1}”.",                \
    "De lijst met mensen is leeg. Voeg mensen toe op het blad “{1}”.")                             \
  /* counted */                                                                                    \
  X(TODAY_SUM_TODAY, "{1} today", "{1} vandaag")                                                   \
  X(TODAY_SUM_WEEK, "{1} this week", "{1} deze week")                                              \
  X(TODAY_SUM_LATER, "{1} later", "{1} later")                                                     \
  /* when */                                                                                       \
  X(TODAY_NOW, "Today", "Vandaag")                                                                 \
  X(TODAY_TOMORROW, "Tomorrow", "Morgen")                                                          \
  X(TODAY_IN, "In {1} days", "Over {1} dagen")                                                     \
  X(TODAY_NAMED, "{1}: {2}", "{1}: {2}")                                                           \
  X(TODAY_DATE, "{1} ({2})", "{1} ({2})")                                                          \
  X(TODAY_MORE, "Show more ({1})…", "Meer tonen ({1})…")                                           \
  X(TODAY_MORE_HELP, "Press Enter or double-click to show more.",                                  \
    "Druk op Enter of dubbelklik om meer te tonen.")                                               \
  /* what can be done */                                                                           \
  X(TODAY_HELP_JUMP, "Go to the cell (Enter in the list)", "Ga naar de cel (Enter in de lijst)")   \
  X(TODAY_GONE, "This row is no longer in the workbook.",                                          \
    "Deze rij staat niet meer in de werkmap.")                                                     \
  X(TODAY_NO_CELL, "This cell cannot be shown. Its sheet or row may be hidden.",                   \
    "Deze cel is niet te tonen. Misschien is het blad of de rij verborgen.")                       \
  /* nothing to do */                                                                              \
  X(TODAY_EMPTY, "Nothing needs attention in the next {1} days.",                                  \
    "De komende {1} dagen vraagt niets om aandacht.")                                              \
  X(TODAY_EMPTY_MINE, "You have nothing due in the next {1} days.",                                \
    "De komende {1} dagen staat er niets voor jou.")                                               \
  X(TODAY_NEXT_CHOOSE, "Next step: choose a focus point.", "Volgende stap: kies een focuspunt.")   \
  /* the check */                                                                                  \
  X(CHECKED_HELP_NOW, "Check the whole workbook; nothing is changed",                              \
    "Controleer de hele werkmap; er verandert niets")                                              \
  X(CHECKED_BUSY, "Checking…", "Bezig met controleren…")                                           \
  X(CHECKED_NOTHING, "Nothing to check yet: set up this workbook first.",                          \
    "Nog niets te controleren: richt eerst deze werkmap in.")                                      \
  X(CHECKED_NOT_YET, "Not checked yet.", "Nog niet gecontroleerd.")                                \
  X(CHECKED_ONE_MISTAKE, "1 error", "1 fout")                                                      \
  X(CHECKED_MISTAKES, "{1} errors", "{1} fouten")                                                  \
  X(CHECKED_ONE_WARNING, "1 to review", "1 aandachtspunt")                                         \
  X(CHECKED_WARNINGS, "{1} to review", "{1} aandachtspunten")                                      \
  X(CHECKED_ONE_CLEAN, "All good: 1 row checked.", "Alles in orde: 1 rij gecontroleerd.")          \
  X(CHECKED_CLEAN, "All good: {1} rows checked.", "Alles in orde: {1} rijen gecontroleerd.")       \
  X(CHECKED_CHANGED, "Changed since the check at {1}.", "Gewijzigd sinds de controle van {1}.")    \
  X(CHECKED_MORE, "… and {1} more", "… en nog {1}")                                                \
  X(CHECKED_MORE_HELP, "Fix some of these first, then check again.",                               \
    "Los er eerst een paar op en controleer opnieuw.")                                             \
  X(CHECKED_MISTAKE, "Error", "Fout")                                                              \
  X(CHECKED_WARNING, "To review", "Aandachtspunt")                                                 \
  X(CHECKED_AGAIN, "Check a~gain", "~Controleren")                                                 \
  X(CHECKED_ONE_SHEET, "1 sheet", "1 blad")                                                        \
  X(CHECKED_SHEETS, "{1} sheets", "{1} bladen")                                                    \
  X(CHECKED_ONE_ROW, "1 row", "1 rij")                                                             \
  X(CHECKED_ROWS, "{1} rows", "{1} rijen")                                                         \
  X(CHECKED_ONE_LEFT, "1 left as it is", "1 blijft staan")                                         \
  X(CHECKED_LEFT, "{1} left as they are", "{1} blijven staan")                                     \
  X(CHECKED_OPEN, "Open ~cell", "Op~enen")                                                         \
  X(CHECKED_PREVIOUS, "Previous", "Vorige")                                                        \
  X(CHECKED_NEXT, "Next", "Volgende")                                                              \
  X(CHECKED_LEAVE, "~Leave it ▾", "Laten ~staan ▾")                                                \
  X(CHECKED_HELP_LEAVE, "For what you have seen and do not want to change now",                    \
    "Voor wat je hebt gezien en nu niet wilt wijzigen")                                            \
  X(CHECKED_LEAVE_DAYS, "For 30 days", "30 dagen lang")                                            \
  X(CHECKED_LEAVE_CHANGED, "Until the row changes", "Tot de rij wijzigt")                          \
  X(CHECKED_LEAVE_RULE, "Never report this again", "Dit nooit meer melden")                        \
  X(CHECKED_LEAVE_NOTHING, "Report everything again", "Alles weer melden")                         \
  X(CHECKED_NOT_LEFT, "An error cannot be left as it is. Correct it in the sheet.",                \
    "Een fout kun je niet laten staan. Verbeter die in het blad.")                                 \
  X(CHECKED_LEFT_SAID, "Left as it is, for the whole team.", "Blijft staan, voor het hele team.")  \
  X(CHECKED_TOLD_SAID, "Everything is reported again.", "Alles wordt weer gemeld.")                \
  X(CHECKED_TIPS_FOLDED, "▸ Tips ({1})", "▸ Tips ({1})")                                           \
  X(CHECKED_TIPS_SHOWN, "▾ Tips ({1})", "▾ Tips ({1})")                                            \
  X(CHECKED_TIPS_NOTE, "good to have, nothing is wrong", "handig, er is niets mis")                \
  X(CHECKED_TIP, "Tip", "Tip")                                                                     \
  X(CHECKED_NOTE, "Note", "Let op")                                                                \
  X(CHECKED_READS, "Check reads. It never changes a cell.",                                        \
    "Controle leest alleen en wijzigt nooit een cel.")                                             \
  X(CHECKED_FAILED, "This check failed. Details: {1}", "Deze controle is mislukt. Details: {1}")   \
  X(CHECKED_REPAIR, "Re~pair…", "Hers~tellen…")                                                    \
  X(CHECKED_HELP_REPAIR, "Move the end line to the bottom and show hidden rows",                   \
    "Zet de eindregel onderaan en toon verborgen rijen")                                           \
  X(CHECKED_TIDY_ASK,                                                                              \
    "Remove from the backup what is named here?\n\nThe workbook stays as it is. "                  \
    "You cannot undo this.",                                                                       \
    "Verwijderen uit de reservekopie wat hier staat?\n\nDe werkmap blijft zoals "                  \
    "die is. Je kunt dit niet ongedaan maken.")                                                    \
  X(CHECKED_REPAIR_ASK,                                                                            \
    "Repair “{1}”?\n\nThe end line moves to the bottom and hidden rows become "                \
    "visible. Rows stay where they are. You can undo this in one step.",                           \
    "“{1}” herstellen?\n\nDe eindregel komt onderaan en verborgen rijen worden "               \
    "zichtbaar. Rijen blijven waar ze staan. Je kunt dit in één stap ongedaan "                  \
    "maken.")

#endif
