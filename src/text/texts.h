/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Every text in both languages: X(id, English, Dutch). Their names
 * stand in kernpunt/text_ids.h.
 *
 * Rules: the same {1} {2} in both; mnemonics (~) differ within the panel and keep clear of the
 * letters of Calc's menu bar, because with gtk3 the menu wins.
 */
#ifndef KERNPUNT_TEXT_TEXTS_H
#define KERNPUNT_TEXT_TEXTS_H

#include "texts_dialogs.h"
#include "texts_follow.h"
#include "texts_form.h"
#include "texts_today.h"

#define KP_TEXTS(X)                                                                                \
  X(NONE, "", "")                                                                                  \
  /* refusals of every field */                                                                    \
  X(WHAT_LONG, "The text is {1} characters too long (at most 2,000).",                             \
    "De tekst is {1} tekens te lang (hoogstens 2.000).")                                           \
  /* refusals and warnings of the workbook; what was typed stays in the form */                    \
  X(ASK_TITLE, "Kernpunt", "Kernpunt")                                                             \
  X(NO_DOCUMENT, "There is no spreadsheet in this window.", "In dit venster is geen werkblad.")    \
  X(READ_ONLY, "The document is read-only. Nothing was written.",                                  \
    "Het document is alleen-lezen. Er is niets geschreven.")                                       \
  X(SHARED_UNTRACKED,                                                                              \
    "The document is shared but changes are not recorded: saving would lose them. "                \
    "Nothing was written.",                                                                        \
    "Het document is gedeeld maar wijzigingen worden niet bijgehouden: opslaan zou ze verliezen. " \
    "Er is niets geschreven.")                                                                     \
  X(SHEET_PROTECTED, "The sheet “{1}” is protected. Nothing was written.",                         \
    "Het blad “{1}” is beveiligd. Er is niets geschreven.")                                        \
  X(STRUCTURE_PROTECTED,                                                                           \
    "The structure of the document is protected, so no sheet can be made. Nothing was written.",   \
    "De structuur van het document is beveiligd, dus er kan geen blad bij. Er is niets "           \
    "geschreven.")                                                                                 \
  X(WRITE_FAILED, "Writing failed and was taken back: {1}",                                        \
    "Schrijven is mislukt en teruggedraaid: {1}")                                                  \
  X(ROW_BLOCKED_LAST,                                                                              \
    "No row fits into the sheet: its very last row is not empty ({1}). Nothing was written.",      \
    "Er past geen rij meer in het blad: de allerlaatste rij is niet leeg ({1}). Er is niets "      \
    "geschreven.")                                                                                 \
  X(ROW_BLOCKED_ARRAY, "An array formula stands where new rows come ({1}). Nothing was written.",  \
    "Een matrixformule staat waar nieuwe rijen komen ({1}). Er is niets geschreven.")              \
  X(ROW_BLOCKED_MERGED,                                                                            \
    "Merged cells reach across the place where new rows come ({1}). Nothing was written.",         \
    "Samengevoegde cellen liggen over de plaats waar nieuwe rijen komen ({1}). Er is niets "       \
    "geschreven.")                                                                                 \
  X(CELL_COVERED,                                                                                  \
    "The cell {1} is covered by merged cells, so nobody would see it. Nothing was written.",       \
    "De cel {1} ligt onder samengevoegde cellen, dus niemand zou het zien. Er is niets "           \
    "geschreven.")                                                                                 \
  X(CELL_OF_ARRAY, "The cell {1} belongs to an array formula. Nothing was written.",               \
    "De cel {1} hoort bij een matrixformule. Er is niets geschreven.")                             \
  X(NOT_TAKEN_BACK,                                                                                \
    "Writing failed, and not all of it could be taken back. Please look at {1}: {2}",              \
    "Schrijven is mislukt en niet alles kon worden teruggedraaid. Kijk naar {1}: {2}")             \
  X(MARKER_MISSING, "The end line of the table is gone; the row was added after the last one.",    \
    "De eindregel van de tabel is weg; de rij is na de laatste toegevoegd.")                       \
  X(MARKER_NOT_LAST, "There are rows below the end line; the row was added after the last one.",   \
    "Er staan rijen onder de eindregel; de rij is na de laatste toegevoegd.")                      \
  /* the sheet */                                                                                  \
  X(MARKER_WORDS, "new rows above this line", "nieuwe rijen boven deze regel")                     \
  X(MARKER_NOTE, "End of the table. New rows come above this line; rows below it count too.",      \
    "Einde van de tabel. Nieuwe rijen komen boven deze regel; rijen eronder tellen ook mee.")      \
  X(LIST_PERSON,                                                                                   \
    "This name is not in the list of people yet. It stays as you typed it. Add it on the sheet "   \
    "“{1}” to choose it from now on.",                                                             \
    "Deze naam staat nog niet in de lijst met mensen. De naam blijft staan. Zet hem op het blad "  \
    "“{1}” om hem voortaan te kiezen.")                                                            \
  X(LIST_OPEN,                                                                                     \
    "This word is not in the list yet. It stays as you typed it. Add it on the sheet “{1}” "   \
    "to choose it from now on.",                                                                   \
    "Dit woord staat nog niet in de lijst. Het blijft staan. Zet het op het blad “{1}” om "    \
    "het voortaan te kiezen.")                                                                     \
  X(LIST_CLOSED, "This list has fixed words. Choose one of them; your own word does not count.",   \
    "Deze lijst heeft vaste woorden. Kies er een; een eigen woord telt niet mee.")                 \
  X(LAYOUT_FOREIGN,                                                                                \
    "The sheets of this workbook were made by another version of Kernpunt, which this one "        \
    "cannot read. Nothing was changed.",                                                           \
    "De bladen van deze werkmap zijn gemaakt door een andere versie van Kernpunt, die deze "       \
    "niet kan lezen. Er is niets gewijzigd.")                                                      \
  /* the tables */                                                                                 \
  X(SHARED_NO_SHEETS, "The document is shared. Stop sharing, set it up, then share it again.",     \
    "Het document is gedeeld. Stop het delen, richt het in en deel het dan weer.")                 \
  X(TABLE_MISSING,                                                                                 \
    "The sheet “{1}” is missing. Set up the workbook to add it. Nothing was written.",             \
    "Het blad “{1}” ontbreekt. Richt de werkmap in om het toe te voegen. Er is niets geschreven.") \
  X(TABLE_COLUMN_MISSING, "The column “{1}” is missing. Nothing was written.",                     \
    "De kolom “{1}” ontbreekt. Er is niets geschreven.")                                           \
  X(ROW_MISSING, "There is no row {1} any more. Nothing was written.",                             \
    "De rij {1} is er niet meer. Er is niets geschreven.")                                         \
  X(ROW_THERE, "The row {1} is there already. Nothing was written.",                               \
    "De rij {1} is er al. Er is niets geschreven.")                                                \
  X(ROW_TWICE,                                                                                     \
    "Several rows have the ID {1}. Give each of them an ID of its own in the sheet; Check shows "  \
    "where. Nothing was written.",                                                                 \
    "Meer rijen hebben het ID {1}. Geef ze in het blad elk een eigen ID; Controle laat zien "      \
    "waar. Er is niets geschreven.")                                                               \
  X(UNDO_RESTORE, "Add again from the journal", "Opnieuw toevoegen uit het journaal")              \
  X(UNDO_APPEND, "Add to {1}", "Toevoegen aan {1}")                                                \
  X(UNDO_CHANGE, "Change {1}", "Wijzig {1}")                                                       \
  X(UNDO_SETUP, "Set up workbook", "Werkmap inrichten")                                            \
  X(SHARE_ALREADY, "This workbook is shared already.", "Deze werkmap is al gedeeld.")              \
  X(SHARE_SAVE_FIRST, "Save the workbook first, as an .ods file.",                                 \
    "Sla de werkmap eerst op, als .ods-bestand.")                                                  \
  X(SHARE_ODS_ONLY, "Only an .ods file can be shared. Save the workbook as .ods first.",           \
    "Alleen een .ods-bestand kan worden gedeeld. Sla de werkmap eerst op als .ods.")               \
  X(SHARE_EXPLAIN,                                                                                 \
    "Several people can then write in this workbook at the same time. Formatting, sorting and "    \
    "new "                                                                                         \
    "sheets are not possible while it is shared. This was measured on local disks; in a folder "   \
    "that is synchronised with the cloud only one person at a time should write.",                 \
    "Meerdere mensen kunnen dan tegelijk in deze werkmap schrijven. Opmaken, sorteren en nieuwe "  \
    "bladen gaan niet zolang hij gedeeld is. Dit is gemeten op lokale schijven; in een map die "   \
    "met "                                                                                         \
    "de cloud wordt gesynchroniseerd moet één persoon tegelijk schrijven.")                        \
  X(FIELD_NO_DATE, "“{1}”: this date is not clear. Try 31-12 (day first), +14 or friday.",         \
    "“{1}”: deze datum is niet duidelijk. Probeer 31-12, +14 of vrijdag.")                         \
  X(FIELD_NO_DAY, "“{1}”: there is no such day.", "“{1}”: deze dag bestaat niet.")                 \
  X(CHECK_BLOCKED_PROTECTED, "The sheet “{1}” is protected: nothing can be written to it.",        \
    "Het blad “{1}” is beveiligd: er kan niets in worden geschreven.")                             \
  X(CHECK_BLOCKED_LAST, "No row can be added to “{1}”: its very last row is not empty.",           \
    "Aan “{1}” kan geen rij worden toegevoegd: de allerlaatste rij is niet leeg.")                 \
  X(CHECK_BLOCKED_ARRAY,                                                                           \
    "No row can be added to “{1}”: an array formula stands where new rows come.",                  \
    "Aan “{1}” kan geen rij worden toegevoegd: een matrixformule staat waar nieuwe rijen komen.")  \
  X(CHECK_BLOCKED_MERGED, "No row can be added to “{1}”: merged cells reach across the place.",    \
    "Aan “{1}” kan geen rij worden toegevoegd: samengevoegde cellen liggen over de plaats.")       \
  X(CHECK_TABLE_GONE, "The sheet “{1}” was deleted or cannot be found.",                           \
    "Het blad “{1}” is verwijderd of niet te vinden.")                                             \
  X(CHECK_COLUMN_GONE, "The column “{1}” was deleted.", "De kolom “{1}” is verwijderd.")           \
  X(CHECK_HEADER, "This column was called “{1}”. It still works.",                                 \
    "Deze kolom heette “{1}”. Alles werkt nog.")                                                   \
  X(CHECK_HEADER_GONE, "The header of “{1}” was deleted.", "De kop van “{1}” is verwijderd.")      \
  X(CHECK_HEADER_MOVED, "The header of “{1}” is no longer above its rows: a sort moved it.",       \
    "De kop van “{1}” staat niet meer boven de rijen: een sortering heeft hem verplaatst.")        \
  X(CHECK_RANGE, "“{1}” has rows outside its table: filters, colors and paper leave them out.",    \
    "“{1}” heeft rijen buiten de tabel: filters, kleuren en afdrukken slaan ze over.")             \
  X(CHECK_NO_END, "The end line of “{1}” is gone. New rows come after the last one.",              \
    "De eindregel van “{1}” is weg. Nieuwe rijen komen na de laatste.")                            \
  X(CHECK_END_ABOVE,                                                                               \
    "There are rows below the end line of “{1}”. New rows come after the last one.",               \
    "Er staan rijen onder de eindregel van “{1}”. Nieuwe rijen komen na de laatste.")              \
  X(CHECK_END_USED, "Somebody typed in the end line of “{1}”: that is no row of the table.",       \
    "Iemand heeft in de eindregel van “{1}” getypt: dat is geen rij van de tabel.")                \
  X(CHECK_HIDDEN, "The row of {1} is hidden.", "De rij van {1} is verborgen.")                     \
  X(CHECK_NAME_BLANKS,                                                                             \
    "“{1}” and “{2}” differ in blanks only: formulas count them as two groups.",                   \
    "“{1}” en “{2}” verschillen alleen in spaties: formules tellen ze als twee groepen.")          \
  X(CHECK_NAME_CAPITALS,                                                                           \
    "“{1}” and “{2}” differ in capitals only: formulas count them as one group.",                  \
    "“{1}” en “{2}” verschillen alleen in hoofdletters: formules tellen ze als één groep.")        \
  X(CHECK_WHOLE_COLUMN,                                                                            \
    "{1} reads a whole column ({2}): right, but 0.3 s each time. Better B2:B400 or a name.",       \
    "{1} leest een hele kolom ({2}): juist, maar 0,3 s per keer. Beter B2:B400 of een naam.")      \
  X(SAVED, "Saved; {1} new or changed rows were seen in the file.",                                \
    "Opgeslagen; {1} nieuwe of gewijzigde rijen zijn in het bestand gezien.")                      \
  X(SAVED_MISSING,                                                                                 \
    "Saved, but {1} rows are not in the file. They are in the journal: add them again.",           \
    "Opgeslagen, maar {1} rijen staan niet in het bestand. Ze staan in het journaal: voeg ze "     \
    "weer toe.")                                                                                   \
  X(SAVED_UNVERIFIED, "Saved; whether every row is in the file was not verified.",                 \
    "Opgeslagen; of elke rij in het bestand staat is niet nagekeken.")                             \
  X(SAVED_NO_JOURNAL,                                                                              \
    "Saved; the journal in your profile cannot be read, so it was not verified whether every row " \
    "is in the file ({1}).",                                                                       \
    "Opgeslagen; het journaal in je profiel is niet te lezen, dus is niet nagekeken of elke rij "  \
    "in het bestand staat ({1}).")                                                                 \
  X(CHECK_JOURNAL_LOST,                                                                            \
    "Rows were written into this workbook and are not in it; a crash or a save lost them: {1}. "   \
    "Follow-up adds them again.",                                                                  \
    "Rijen die in deze werkmap zijn geschreven staan er niet in; een crash of een keer opslaan "   \
    "is ze kwijtgeraakt: {1}. Opvolging zet ze terug.")                                            \
  X(CHECK_JOURNAL_OLD,                                                                             \
    "The journal in your profile holds rows, older than 90 days, of files that are gone: {1} "     \
    "({2}). Repair removes them from it.",                                                         \
    "Het journaal in je profiel bevat rijen, ouder dan 90 dagen, van bestanden die er niet meer "  \
    "zijn: {1} ({2}). Herstellen haalt ze eruit.")                                                 \
  X(CHECK_JOURNAL_CUT,                                                                             \
    "A line of the journal was cut short by a power cut or a full disk; a row may be missing: "    \
    "{1}. Repair removes this note.",                                                              \
    "Een regel van het journaal is afgebroken door stroomuitval of een volle schijf; mogelijk "    \
    "ontbreekt een rij: {1}. Herstellen haalt deze melding weg.")                                  \
  X(JOURNAL_TIDIED, "The journal in your profile is tidied.",                                      \
    "Het journaal in je profiel is opgeruimd.")                                                    \
  X(SAVE_LOCKED,                                                                                   \
    "{1} is saving or has a question open. Your rows are kept: save again in a moment.",           \
    "{1} slaat op of heeft een vraag openstaan. Je rijen blijven: sla straks opnieuw op.")         \
  X(SAVE_CHANGED,                                                                                  \
    "Someone else changed the file. Saving again would overwrite that: reload, or save a copy.",   \
    "Iemand anders heeft het bestand gewijzigd. Nog eens opslaan overschrijft dat: laad het "      \
    "opnieuw "                                                                                     \
    "of sla een kopie op.")                                                                        \
  X(SAVE_NO_NAME, "Save the workbook under a name first.",                                         \
    "Sla de werkmap eerst onder een naam op.")                                                     \
  X(PROFILE_LOCKED, "Kernpunt cannot write in your LibreOffice profile ({1}).",                    \
    "Kernpunt kan niet in je LibreOffice-profiel schrijven ({1}).")                                \
  X(SOMEBODY, "A colleague", "Een collega")                                                        \
  X(UNDO_REPAIR, "Repair {1}", "{1} herstellen")                                                   \
  X(REPAIRED, "“{1}” is repaired: header and end line are in place and all rows are visible.",     \
    "“{1}” is hersteld: kop en eindregel staan op hun plaats en alle rijen zijn zichtbaar.")       \
  X(NO_MEMORY, "there is not enough memory.", "er is te weinig geheugen.")                         \
  /* the settings */                                                                               \
  X(UNDO_SETTINGS, "Settings", "Instellingen")                                                     \
  X(SETTING_BOUNDS, "Choose a whole number within its limits – {1}. Nothing was written.",         \
    "Kies een heel getal binnen de grenzen – {1}. Er is niets geschreven.")                        \
  X(NOT_SET_UP, "This workbook has not been set up yet. Nothing was written.",                     \
    "Deze werkmap is nog niet ingericht. Er is niets geschreven.")                                 \
  X(SHARED_MANY_FORMULAS,                                                                          \
    "{1} formulas have this number, too many for a shared document. Stop sharing, change it, "     \
    "then share it again. Nothing was written.",                                                   \
    "{1} formules hebben dit getal, te veel voor een gedeeld document. Stop het delen, "           \
    "wijzig het en deel het dan weer. Er is niets geschreven.")                                    \
  X(CHECK_NO_REGISTRY,                                                                             \
    "The hidden sheet “{1}” is gone, and with it what the team chose. Set up the workbook again.", \
    "Het verborgen blad “{1}” is weg, en daarmee wat het team koos. Richt de werkmap opnieuw in.") \
  X(PERSON_THERE, "“{1}” is in the list already. Nothing was written.",                            \
    "“{1}” staat al in de lijst. Er is niets geschreven.")                                         \
  KP_TEXTS_DIALOGS(X)                                                                              \
  KP_TEXTS_FOLLOW(X)                                                                               \
  KP_TEXTS_FORM(X)                                                                                 \
  KP_TEXTS_TODAY(X)

#endif
