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
  X(FOOTER_UNDONE, "✓ Undone", "✓ Ongedaan gemaakt")                                               \
  X(FOOTER_NOT_LAST, "You have changed something else since then. Use Edit ▸ Undo.",               \
    "Je hebt daarna iets anders gewijzigd. Gebruik Bewerken ▸ Ongedaan maken.")

#endif
