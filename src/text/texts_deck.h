/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Texts that all panels share: X(id, English, Dutch). Part of texts.h. */
#ifndef KERNPUNT_TEXT_TEXTS_DECK_H
#define KERNPUNT_TEXT_TEXTS_DECK_H

#define KP_TEXTS_DECK(X)                                                                           \
  /* the footer */                                                                                 \
  X(FOOTER_TIP, "Tip", "Tip")                                                                      \
  X(FOOTER_UNSAVED, "Not saved yet", "Nog niet opgeslagen")                                        \
  X(FOOTER_SAVED, "✓ Saved", "✓ Opgeslagen")                                                       \
  X(FOOTER_NOTE, "! Note", "! Let op")                                                             \
  X(FOOTER_REFUSED, "✕ Not saved", "✕ Niet opgeslagen")                                            \
  X(FOOTER_SAVE, "S~ave", "O~pslaan")                                                              \
  X(FOOTER_SAVE_HELP, "Save what was typed here (Ctrl+Enter)",                                     \
    "Opslaan wat hier is getypt (Ctrl+Enter)")                                                     \
  X(FOOTER_CANCEL, "Cancel", "Annuleren")                                                          \
  X(FOOTER_DISCARD, "Discard", "Invoer wissen")                                                    \
  X(FOOTER_UNDO, "~Undo", "Onged~aan maken")                                                       \
  X(FOOTER_CHECK_HELP, "See what is to review, in Check",                                          \
    "Bekijk de aandachtspunten, in Controle")                                                      \
  X(FOOTER_UNDONE, "✓ Undone", "✓ Ongedaan gemaakt")                                               \
  X(FOOTER_NOT_LAST, "You have changed something else since then. Use Edit ▸ Undo.",               \
    "Je hebt daarna iets anders gewijzigd. Gebruik Bewerken ▸ Ongedaan maken.")                    \
  /* what is due */                                                                                \
  X(DUE_LATE, "{1} d late", "{1} d te laat")                                                       \
  X(DUE_SUM_LATE, "{1} late", "{1} te laat")                                                       \
  X(DUE_TO_COME, "{1} to come", "nog {1}")                                                         \
  X(DUE_WAS, "was due {1}", "was voor {1}")                                                        \
  X(DUE_STEP, "Step {1} of {2}", "Stap {1} van {2}")                                               \
  X(DUE_BEFORE, "Nothing due before {1}.", "Niets te doen vóór {1}.")                              \
  X(DUE_OTHERS, "Others: {1} late. Clear “Only mine” to see them.",                                \
    "Van anderen: {1} te laat. Zet “Alleen van mij” uit om die te zien.")                          \
  X(DUE_SHOW_ALL, "Show Today in full", "Vandaag helemaal tonen")                                  \
  X(DUE_LEFT, "Where you left off", "Waar je gebleven was")                                        \
  X(DUE_GO_ON, "Go on", "Verder")                                                                  \
  X(DUE_LOG, "+ ~Log action", "+ Nieuwe a~ctie")                                                   \
  X(DUE_LOG_HELP, "Write down a new action (Ctrl+Alt+L)",                                          \
    "Een nieuwe actie vastleggen (Ctrl+Alt+L)")                                                    \
  X(DUE_DONE, "Do~ne", "Afha~ndelen")                                                              \
  X(DUE_DONE_HELP, "Take it off the list (Space in the list); you can undo it",                    \
    "Haal het van de lijst (spatie in de lijst); je kunt het ongedaan maken")                      \
  X(DUE_ANSWER, "A~nswer", "Beantwoorde~n")                                                        \
  X(DUE_POSTPONE, "~Postpone ▾", "~Uitstellen ▾")                                                  \
  X(DUE_POSTPONE_HELP, "Another day, on hold, or another owner",                                   \
    "Een andere dag, in de wacht, of een andere eigenaar")                                         \
  X(DUE_OPEN, "Open", "Openen")                                                                    \
  X(DUE_OPEN_HELP, "Go to its row and open its form (Enter in the list)",                          \
    "Naar de rij gaan en het formulier openen (Enter in de lijst)")                                \
  X(DUE_TOMORROW, "Tomorrow · {1}", "Morgen · {1}")                                                \
  X(DUE_NEXT_WEEK, "Next week · {1}", "Volgende week · {1}")                                       \
  X(DUE_TWO_WEEKS, "In two weeks · {1}", "Over twee weken · {1}")                                  \
  X(DUE_END_OF_MONTH, "End of month · {1}", "Eind van de maand · {1}")                             \
  X(DUE_CHOOSE_DATE, "Choose date…", "Datum kiezen…")                                              \
  X(DUE_ASIDE, "{1}, with reason…", "{1}, met reden…")                                             \
  X(DUE_HAND_OVER, "Hand over to…", "Overdragen aan…")                                             \
  X(DUE_SAID_DONE, "✓ Done", "✓ Afgehandeld")                                                      \
  X(DUE_SAID_POSTPONED, "✓ Postponed", "✓ Uitgesteld")                                             \
  X(DUE_SAID_OVER, "✓ Handed over", "✓ Overgedragen")                                              \
  X(DUE_TO, "{1} · to {2}", "{1} · tot {2}")                                                       \
  X(DUE_WHY, "Postponed {1} times already. Why ~again?",                                           \
    "Al {1} keer uitgesteld. Waa~rom opnieuw?")                                                    \
  X(DUE_WHY_HELP, "The reason is kept in the log", "De reden komt in het logboek")                 \
  X(DUE_WHY_EMPTY, "Type the reason first.", "Typ eerst de reden.")                                \
  X(DUE_SAVE_HINT, "Ctrl+Enter saves, Esc cancels.", "Ctrl+Enter slaat op, Esc annuleert.")        \
  X(DUE_NEW_ACTION, "New action", "Nieuwe actie")                                                  \
  X(DUE_NEW_ROW, "New row in {1}", "Nieuwe rij in {1}")                                            \
  X(DUE_LOGGED, "{1} will do this by {2}.", "{1} doet dit uiterlijk {2}.")                         \
  /* the same in a dialog */                                                                       \
  X(DIALOG_LOG_TITLE, "Log action", "Actie vastleggen")                                            \
  X(DIALOG_LOG_SAVE, "~Save", "~Opslaan")                                                          \
  X(DIALOG_LOG_ANOTHER, "Save and a~nother", "Opslaan en ~nog een")                                \
  X(DIALOG_LOG_ANOTHER_HELP, "Save, and begin the next one",                                       \
    "Opslaan en met de volgende beginnen")                                                         \
  X(DIALOG_LOG_TIP,                                                                                \
    "Tip: Ctrl+Enter saves. “Save and another” keeps owner, date and where it belongs.",           \
    "Tip: Ctrl+Enter slaat op. “Opslaan en nog een” houdt eigenaar, datum en waar het bij hoort.") \
  X(DIALOG_LOG_SAVED, "✓ Saved: {1}", "✓ Opgeslagen: {1}")

#endif
