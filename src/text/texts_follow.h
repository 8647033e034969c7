/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Texts of the panel Follow-up: X(id, English, Dutch). Part of texts.h. */
#ifndef KERNPUNT_TEXT_TEXTS_FOLLOW_H
#define KERNPUNT_TEXT_TEXTS_FOLLOW_H

#define KP_TEXTS_FOLLOW(X)                                                                         \
  /* what stops or helps */                                                                        \
  X(FOLLOW_READ_ONLY, "Read-only: you can look, but not save. Save a copy to make changes.",       \
    "Alleen-lezen: je kunt kijken, maar niet opslaan. Sla een kopie op om iets te "                \
    "wijzigen.")                                                                                   \
  X(FOLLOW_UNTRACKED,                                                                              \
    "Shared, but changes are not being recorded. Saving could lose rows, so you "                  \
    "can only look.",                                                                              \
    "Gedeeld, maar wijzigingen worden niet bijgehouden. Opslaan kan rijen kosten; "                \
    "je kunt daarom alleen kijken.")                                                               \
  X(FOLLOW_SHARED, "Shared: colleagues see your rows once you save the file.",                     \
    "Gedeeld: collega's zien je rijen zodra je het bestand opslaat.")                              \
  X(FOLLOW_BROKEN, "Kernpunt is damaged: reinstall the extension. Details: {1}",                   \
    "Kernpunt is beschadigd: installeer de extensie opnieuw. Details: {1}")                        \
  X(FOLLOW_MISSING_ONE, "1 saved row is not in the file.",                                         \
    "1 opgeslagen rij staat niet in het bestand.")                                                 \
  X(FOLLOW_MISSING, "{1} saved rows are not in the file.",                                         \
    "{1} opgeslagen rijen staan niet in het bestand.")                                             \
  X(FOLLOW_ADD_AGAIN, "Restore rows", "Terugzetten")                                               \
  X(FOLLOW_ADDED_AGAIN, "Restored: {1}. Now save the file.",                                       \
    "Teruggezet: {1}. Sla nu het bestand op.")                                                     \
  X(FOLLOW_ALL_THERE, "All rows are in the workbook. Now save the file.",                          \
    "Alle rijen staan in de werkmap. Sla nu het bestand op.")                                      \
  X(FOLLOW_NOT_SET_UP,                                                                             \
    "Set up this workbook to follow up on your results. Until then, nothing is "                   \
    "changed.",                                                                                    \
    "Richt deze werkmap in om je resultaten op te volgen. Tot die tijd verandert "                 \
    "er niets.")                                                                                   \
  X(FOLLOW_SET_UP, "Set up workbook…", "Werkmap inrichten…")                                       \
  X(FOLLOW_UNREADABLE, "The sheets cannot be read right now. Try again in a moment.",              \
    "De bladen zijn nu niet te lezen. Probeer het straks opnieuw.")                                \
  X(FOLLOW_NO_SHEET, "The sheet “{1}” is missing. Set up the workbook again to add an empty one.", \
    "Het blad “{1}” ontbreekt. Richt de werkmap opnieuw in om een leeg blad toe te "           \
    "voegen.")                                                                                     \
  /* the focus point */                                                                            \
  X(FOLLOW_CHOICE, "Focus point", "Focuspunt")                                                     \
  X(FOLLOW_NEW, "New focus point…", "Nieuw focuspunt…")                                            \
  X(FOLLOW_NEW_IS, "New focus point", "Nieuw focuspunt")                                           \
  X(FOLLOW_LOOSE, "Separate action…", "Losse actie…")                                              \
  X(FOLLOW_LOOSE_IS, "Separate action", "Losse actie")                                             \
  X(FOLLOW_ACTIVE, "{1} of {2} in use", "{1} van {2} in gebruik")                                  \
  X(FOLLOW_BACK, "◀", "◀")                                                                         \
  X(FOLLOW_ON, "▶", "▶")                                                                           \
  X(FOLLOW_PREVIOUS, "Previous step", "Vorige stap")                                               \
  X(FOLLOW_NEXT, "Next step", "Volgende stap")                                                     \
  X(FOLLOW_STEP_OF, "Step {1} of {2}", "Stap {1} van {2}")                                         \
  X(FOLLOW_OF, "{1} of {2}", "{1} van {2}")                                                        \
  X(FOLLOW_FIRST, "first finish step {1}", "eerst stap {1}")                                       \
  X(FOLLOW_EDIT_ROW, "Edit {1}: {2}", "{1} bewerken: {2}")                                         \
  X(FOLLOW_NOW, "Now: {1}", "Nu: {1}")                                                             \
  X(FOLLOW_COUNT, "{1} ({2})", "{1} ({2})")                                                        \
  X(FOLLOW_FRESH, "+ ~New", "+ ~Nieuw")                                                            \
  X(FOLLOW_GO, "↗", "↗")                                                                           \
  X(FOLLOW_CORE, "Root cause *", "Kernoorzaak *")                                                  \
  X(FOLLOW_CORE_HELP, "Choose which answer is the root cause",                                     \
    "Kies welk antwoord de kernoorzaak is")                                                        \
  X(FOLLOW_NO_CORE, "First answer a “why” question", "Beantwoord eerst een waarom-vraag")          \
  X(FOLLOW_TICK, "The team confirms this", "Het team bevestigt dit")                               \
  X(FOLLOW_NEXT_WHY, "+ Next why", "+ Volgende")                                                   \
  X(FOLLOW_BRANCH, "+ Branch", "+ Tak")                                                            \
  X(FOLLOW_EVIDENCE, "Evidence ▸", "Bewijs ▸")                                                     \
  X(FOLLOW_BRANCH_IS, "Branch {1}", "Tak {1}")                                                     \
  X(FOLLOW_EARLIER_WHYS, "◂ Earlier ({1})", "◂ Eerdere ({1})")                                     \
  X(FOLLOW_LATER_WHYS, "▸ Later ({1})", "▸ Latere ({1})")                                          \
  X(FOLLOW_TIP, "Tip: {1}.", "Tip: {1}.")                                                          \
  X(FOLLOW_UNSAVED, "Save writes everything you began in this step.",                              \
    "Opslaan schrijft alles wat je in deze stap begon.")                                           \
  X(FOLLOW_UNSAVED_WHY, "{1} {2}. Save writes all whys in one step.",                              \
    "{1} {2}. Opslaan schrijft alle waarom-vragen in één keer.")                                   \
  X(FOLLOW_SAVED_ROW, "{1}, row {2}.", "{1}, rij {2}.")                                            \
  X(FOLLOW_SAVED_ROWS, "{1} rows in one step.", "{1} rijen in één keer.")                          \
  X(FOLLOW_SAVED_WARNING, "1 to review ▸ Check", "1 aandachtspunt ▸ Controle")                     \
  X(FOLLOW_SAVED_WARNINGS, "{1} to review ▸ Check", "{1} aandachtspunten ▸ Controle")              \
  X(FOLLOW_STEPS, "Steps", "Stappen")                                                              \
  /* task and row */                                                                               \
  X(FOLLOW_NEW_ROW, "New: {1}", "Nieuw: {1}")                                                      \
  X(FOLLOW_JUMP, "Show in sheet", "In blad tonen")                                                 \
  X(FOLLOW_NO_ROW, "This row is no longer in the workbook.",                                       \
    "Deze rij staat niet meer in de werkmap.")                                                     \
  X(FOLLOW_LINKED, "Linked to this focus point: {1}.", "Gekoppeld aan dit focuspunt: {1}.")        \
  X(FOLLOW_UNDO_TASK, "Add {1}", "{1} toevoegen")                                                  \
  /* saving */                                                                                     \
  X(FOLLOW_UNCHANGED, "Nothing to save: the sheet already says this.",                             \
    "Niets op te slaan: dit staat al zo in het blad.")                                             \
  X(FOLLOW_OTHER_DOCUMENT, "This window now shows another workbook, so nothing was saved.",        \
    "Dit venster toont nu een andere werkmap; er is niets opgeslagen.")                            \
  /* parking */                                                                                    \
  X(FOLLOW_PARK, "Park another one…", "Ander parkeren…")                                           \
  X(FOLLOW_PARK_WHY, "Why are you parking “{1}”?", "Waarom parkeer je “{1}”?")                     \
  X(FOLLOW_PARK_NOW, "Park and save", "Parkeren, opslaan")                                         \
  /* measured again */                                                                             \
  X(FOLLOW_STORY, "A qualitative measurement gives stories, not scores to compare.",               \
    "Een kwalitatieve meting geeft verhalen, geen scores om te vergelijken.")                      \
  X(FOLLOW_NO_RANGE, "No scores found for “{1}”. Fill in its score range.",                        \
    "Geen scores gevonden voor “{1}”. Vul het bereik met scores in.")                              \
  X(FOLLOW_OTHER_SCALE, "These measurements use different scales, so they cannot be compared.",    \
    "Deze metingen gebruiken verschillende schalen en zijn daarom niet te "                        \
    "vergelijken.")                                                                                \
  X(FOLLOW_BEFORE, "Before: {1}", "Eerder: {1}")                                                   \
  X(FOLLOW_AFTER, "After: {1}", "Nu: {1}")                                                         \
  X(FOLLOW_DIFFERENCE, "Difference: {1}", "Verschil: {1}")                                         \
  X(FOLLOW_VERDICT_RISE, "a rise", "een stijging")                                                 \
  X(FOLLOW_VERDICT_FALL, "a fall", "een daling")                                                   \
  X(FOLLOW_VERDICT_NONE, "no demonstrable difference", "geen aantoonbaar verschil")                \
  X(FOLLOW_VERDICT_FEW, "too few answers for a verdict", "te weinig antwoorden voor een oordeel")  \
  X(FOLLOW_ASSOCIATION,                                                                            \
    "The change came after your actions. That alone does not prove that they "                     \
    "caused it.",                                                                                  \
    "De verandering kwam na je acties. Dat bewijst nog niet dat die de oorzaak "                   \
    "zijn.")                                                                                       \
  X(FOLLOW_CAREFUL, "Circumstances or questions have changed: be careful when comparing.",         \
    "Omstandigheden of vragen zijn veranderd: wees voorzichtig met vergelijken.")

#endif
