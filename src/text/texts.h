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

#include "texts_answers.h"
#include "texts_deck.h"
#include "texts_dialogs.h"
#include "texts_export.h"
#include "texts_follow.h"
#include "texts_form.h"
#include "texts_results.h"
#include "texts_today.h"

#define KP_TEXTS(X)                                                                                \
  X(NONE, "", "")                                                                                  \
  /* refusals of every field */                                                                    \
  X(WHAT_LONG, "This text is {1} characters too long (maximum 2,000).",                            \
    "Deze tekst is {1} tekens te lang (maximaal 2.000).")                                          \
  /* refusals and warnings of the workbook; what was typed stays in the form */                    \
  X(ASK_TITLE, "Kernpunt", "Kernpunt")                                                             \
  X(NO_DOCUMENT, "There is no workbook in this window.", "In dit venster staat geen werkmap.")     \
  X(READ_ONLY,                                                                                     \
    "This workbook is read-only, so nothing was changed. Save a copy and work in "                 \
    "that.",                                                                                       \
    "Deze werkmap is alleen-lezen; er is niets gewijzigd. Sla een kopie op en werk "               \
    "daarin.")                                                                                     \
  X(SHARED_UNTRACKED,                                                                              \
    "This workbook is shared, but changes are not being recorded. Saving could "                   \
    "lose rows, so nothing was changed. Stop sharing and choose Kernpunt ▸ Share "               \
    "workbook.",                                                                                   \
    "Deze werkmap is gedeeld, maar wijzigingen worden niet bijgehouden. Opslaan "                  \
    "kan rijen kosten; daarom is er niets gewijzigd. Zet delen uit en kies "                       \
    "Kernpunt ▸ Werkmap delen.")                                                                   \
  X(SHEET_PROTECTED,                                                                               \
    "The sheet “{1}” is protected, so nothing was changed. Remove the protection "             \
    "and try again.",                                                                              \
    "Het blad “{1}” is beveiligd; er is niets gewijzigd. Hef de beveiliging op en "            \
    "probeer het opnieuw.")                                                                        \
  X(STRUCTURE_PROTECTED,                                                                           \
    "No sheets can be added: the spreadsheet structure is protected (Tools ▸ "                   \
    "Protect Spreadsheet Structure). Remove the protection and try again.",                        \
    "Er kunnen geen bladen bij: de werkbladstructuur is beveiligd (Extra ▸ "                     \
    "Beveilig werkbladstructuur). Hef de beveiliging op en probeer het opnieuw.")                  \
  X(WRITE_FAILED, "Saving failed; nothing was changed. Details: {1}",                              \
    "Opslaan is mislukt; er is niets gewijzigd. Details: {1}")                                     \
  X(ROW_BLOCKED_LAST,                                                                              \
    "No row fits on the sheet: its very last row is not empty ({1}). Clear that row; nothing was " \
    "saved.",                                                                                      \
    "Er past geen rij meer op het blad: de allerlaatste rij is niet leeg ({1}). "                  \
    "Maak die rij leeg; er is niets opgeslagen.")                                                  \
  X(ROW_BLOCKED_ARRAY,                                                                             \
    "An array formula is in the way of new rows ({1}). Move it and try again; "                    \
    "nothing was saved.",                                                                          \
    "Een matrixformule staat nieuwe rijen in de weg ({1}). Verplaats die en "                      \
    "probeer het opnieuw; er is niets opgeslagen.")                                                \
  X(ROW_BLOCKED_MERGED,                                                                            \
    "Merged cells are in the way of new rows ({1}). Split them and try again; "                    \
    "nothing was saved.",                                                                          \
    "Samengevoegde cellen staan nieuwe rijen in de weg ({1}). Splits ze en probeer "               \
    "het opnieuw; er is niets opgeslagen.")                                                        \
  X(CELL_COVERED,                                                                                  \
    "Cell {1} is hidden under merged cells, so nothing was saved. Split them and "                 \
    "try again.",                                                                                  \
    "Cel {1} ligt onder samengevoegde cellen; er is niets opgeslagen. Splits ze en "               \
    "probeer het opnieuw.")                                                                        \
  X(CELL_OF_ARRAY,                                                                                 \
    "Cell {1} is part of an array formula, so nothing was saved. Move the formula "                \
    "and try again.",                                                                              \
    "Cel {1} hoort bij een matrixformule; er is niets opgeslagen. Verplaats de "                   \
    "formule en probeer het opnieuw.")                                                             \
  X(NOT_TAKEN_BACK, "Saving failed, and not everything could be undone. Check {1}. Details: {2}",  \
    "Opslaan is mislukt en niet alles kon ongedaan worden gemaakt. Controleer {1}. "               \
    "Details: {2}")                                                                                \
  X(MARKER_MISSING,                                                                                \
    "Note: the end line of this table is missing. Your row is at the bottom. Check "               \
    "▸ Repair puts the line back.",                                                                \
    "Let op: de eindregel van deze tabel ontbreekt. Je rij staat onderaan. "                       \
    "Controle ▸ Herstellen zet de regel terug.")                                                   \
  X(MARKER_NOT_LAST,                                                                               \
    "Note: there are rows below the end line. Your row comes after the last one. "                 \
    "Check ▸ Repair moves the line down.",                                                         \
    "Let op: er staan rijen onder de eindregel. Je rij staat na de laatste. "                      \
    "Controle ▸ Herstellen zet de regel onderaan.")                                                \
  /* the sheet */                                                                                  \
  X(MARKER_WORDS, "new rows above this line", "nieuwe rijen boven deze regel")                     \
  X(MARKER_NOTE, "End of the table. New rows go above this line; rows below it count too.",        \
    "Einde van de tabel. Nieuwe rijen komen boven deze regel; rijen eronder tellen "               \
    "ook mee.")                                                                                    \
  X(LIST_PERSON,                                                                                   \
    "This name is not in the list of people yet. Your text stays. Add the name on "                \
    "the sheet “{1}” to choose it from now on.",                                                   \
    "Deze naam staat nog niet in de lijst met mensen. Je tekst blijft staan. Zet "                 \
    "de naam op het blad “{1}”, dan kun je die voortaan kiezen.")                                  \
  X(LIST_OPEN,                                                                                     \
    "This word is not in the list yet. Your text stays. Add it on the sheet “{1}” "            \
    "to choose it from now on.",                                                                   \
    "Dit woord staat nog niet in de lijst. Je tekst blijft staan. Zet het op het "                 \
    "blad “{1}”, dan kun je het voortaan kiezen.")                                                 \
  X(LIST_CLOSED, "This is not in the list, so it does not count. Choose a word from the list.",    \
    "Dit staat niet in de lijst en telt daarom niet mee. Kies een woord uit de "                   \
    "lijst.")                                                                                      \
  X(LAYOUT_FOREIGN,                                                                                \
    "These sheets come from another version of Kernpunt that this one cannot read, "               \
    "so nothing was changed. Update Kernpunt.",                                                    \
    "Deze bladen komen uit een andere versie van Kernpunt, die deze niet kan "                     \
    "lezen; er is niets gewijzigd. Werk Kernpunt bij.")                                            \
  /* the tables */                                                                                 \
  X(SHARED_NO_SHEETS,                                                                              \
    "A shared workbook cannot get new sheets. Stop sharing (Tools ▸ Share "                      \
    "Spreadsheet), set it up, then share it again.",                                               \
    "In een gedeelde werkmap kunnen geen bladen bij. Zet delen uit (Extra ▸ "                    \
    "Werkblad delen), richt de werkmap in en deel die opnieuw.")                                   \
  X(TABLE_MISSING,                                                                                 \
    "The sheet “{1}” is missing, so nothing was saved. Choose Kernpunt ▸ Set up "            \
    "workbook to add it.",                                                                         \
    "Het blad “{1}” ontbreekt; er is niets opgeslagen. Kies Kernpunt ▸ Werkmap "             \
    "inrichten om het toe te voegen.")                                                             \
  X(TABLE_COLUMN_MISSING,                                                                          \
    "The column “{1}” is missing, so nothing was saved. Put the column back and "              \
    "try again.",                                                                                  \
    "De kolom “{1}” ontbreekt; er is niets opgeslagen. Zet de kolom terug en "                 \
    "probeer het opnieuw.")                                                                        \
  X(ROW_MISSING, "Row {1} no longer exists, so nothing was saved.",                                \
    "Rij {1} bestaat niet meer; er is niets opgeslagen.")                                          \
  X(ROW_THERE, "Row {1} already exists, so nothing was added.",                                    \
    "Rij {1} bestaat al; er is niets toegevoegd.")                                                 \
  X(ROW_TWICE,                                                                                     \
    "Several rows have ID {1}, so nothing was saved. Give each row its own ID; "                   \
    "Check shows where.",                                                                          \
    "Meerdere rijen hebben ID {1}; er is niets opgeslagen. Geef elke rij een eigen "               \
    "ID; Controle laat zien waar.")                                                                \
  X(UNDO_RESTORE, "Restore rows from backup", "Rijen uit reservekopie terugzetten")                \
  X(UNDO_APPEND, "Add to {1}", "Toevoegen aan {1}")                                                \
  X(UNDO_CHANGE, "Change {1}", "{1} wijzigen")                                                     \
  X(UNDO_SETUP, "Set up workbook", "Werkmap inrichten")                                            \
  X(SHARE_ALREADY, "This workbook is already shared.", "Deze werkmap is al gedeeld.")              \
  X(SHARE_SAVE_FIRST, "Save the workbook as an .ods file first.",                                  \
    "Sla de werkmap eerst op als .ods-bestand.")                                                   \
  X(SHARE_ODS_ONLY, "Only .ods files can be shared. Save the workbook as .ods first.",             \
    "Je kunt alleen .ods-bestanden delen. Sla de werkmap eerst op als .ods.")                      \
  X(SHARE_EXPLAIN,                                                                                 \
    "Several people can then work in this workbook at the same time. While it is "                 \
    "shared, you cannot format cells, sort or add sheets. Sharing was tested on "                  \
    "local disks; in a folder that syncs with the cloud, let one person work at a "                \
    "time.",                                                                                       \
    "Daarna kunnen meer mensen tegelijk in deze werkmap werken. Zolang die gedeeld "               \
    "is, kun je niet opmaken, sorteren of bladen toevoegen. Delen is getest op "                   \
    "lokale schijven; laat in een map die met de cloud synchroniseert één persoon "              \
    "tegelijk werken.")                                                                            \
  X(FIELD_NO_DATE,                                                                                 \
    "“{1}”: date not recognized. Type for example 31-12 (day first), +14 or friday.",              \
    "“{1}”: datum niet herkend. Typ bijvoorbeeld 31-12, +14 of vrijdag.")                          \
  X(FIELD_NO_DAY, "“{1}”: this day does not exist.", "“{1}”: deze dag bestaat niet.")              \
  X(CHECK_BLOCKED_PROTECTED,                                                                       \
    "The sheet “{1}” is protected, so nothing can be saved on it. Remove the "                 \
    "protection.",                                                                                 \
    "Het blad “{1}” is beveiligd; er kan niets op worden opgeslagen. Hef de "                  \
    "beveiliging op.")                                                                             \
  X(CHECK_BLOCKED_LAST, "No rows fit on “{1}”: its very last row is not empty. Clear that row.",   \
    "Op “{1}” past geen rij meer: de allerlaatste rij is niet leeg. Maak die rij "             \
    "leeg.")                                                                                       \
  X(CHECK_BLOCKED_ARRAY, "No rows fit on “{1}”: an array formula is in the way. Move it.",         \
    "Op “{1}” past geen rij meer: een matrixformule staat in de weg. Verplaats die.")              \
  X(CHECK_BLOCKED_MERGED, "No rows fit on “{1}”: merged cells are in the way. Split them.",        \
    "Op “{1}” past geen rij meer: samengevoegde cellen staan in de weg. Splits ze.")               \
  X(CHECK_TABLE_GONE,                                                                              \
    "The sheet “{1}” is missing. Set up the workbook again to add an empty one.",                  \
    "Het blad “{1}” ontbreekt. Richt de werkmap opnieuw in om een leeg blad toe te "           \
    "voegen.")                                                                                     \
  X(CHECK_COLUMN_GONE, "The column “{1}” is missing. Put it back, or set up the workbook again.",  \
    "De kolom “{1}” ontbreekt. Zet die terug, of richt de werkmap opnieuw in.")                    \
  X(CHECK_HEADER, "This column was renamed; it used to be “{1}”. Everything still works.",         \
    "Deze kolom is hernoemd en heette “{1}”. Alles werkt nog.")                                    \
  X(CHECK_HEADER_GONE, "The header of “{1}” is missing. Repair puts it back.",                     \
    "De kop van “{1}” ontbreekt. Herstellen zet die terug.")                                       \
  X(CHECK_HEADER_MOVED,                                                                            \
    "The header of “{1}” is no longer above its rows, because the sheet was sorted.",              \
    "De kop van “{1}” staat niet meer boven de rijen, doordat het blad is "                    \
    "gesorteerd.")                                                                                 \
  X(CHECK_RANGE,                                                                                   \
    "“{1}” has rows outside its table, so filters, colors and printing leave them "            \
    "out.",                                                                                        \
    "“{1}” heeft rijen buiten de tabel; filters, kleuren en afdrukken slaan die "              \
    "over.")                                                                                       \
  X(CHECK_NO_END, "“{1}” has no end line. New rows go below the last row.",                        \
    "“{1}” heeft geen eindregel. Nieuwe rijen komen onder de laatste rij.")                        \
  X(CHECK_END_ABOVE, "“{1}” has rows below its end line. New rows go below the last row.",         \
    "“{1}” heeft rijen onder de eindregel. Nieuwe rijen komen onder de laatste rij.")              \
  X(CHECK_END_USED,                                                                                \
    "The end line of “{1}” contains text. Move it to a row above; the end line "               \
    "does not count.",                                                                             \
    "In de eindregel van “{1}” staat tekst. Zet die in een rij erboven; de "                   \
    "eindregel telt niet mee.")                                                                    \
  X(CHECK_HIDDEN, "Row {1} is hidden.", "Rij {1} is verborgen.")                                   \
  X(CHECK_NAME_BLANKS,                                                                             \
    "“{1}” and “{2}” differ only in spaces, so formulas count them as two groups.",                \
    "“{1}” en “{2}” verschillen alleen in spaties; formules tellen ze als twee "           \
    "groepen.")                                                                                    \
  X(CHECK_NAME_CAPITALS,                                                                           \
    "“{1}” and “{2}” differ only in capitals; formulas count them as one group.",                  \
    "“{1}” en “{2}” verschillen alleen in hoofdletters; formules tellen ze als één "     \
    "groep.")                                                                                      \
  X(CHECK_WHOLE_COLUMN,                                                                            \
    "{1} reads a whole column ({2}). That is correct but slow: 0.3 s each time. "                  \
    "Better: B2:B400 or a name.",                                                                  \
    "{1} leest een hele kolom ({2}). Dat klopt, maar is traag: 0,3 s per keer. "                   \
    "Beter: B2:B400 of een naam.")                                                                 \
  X(SAVED, "Saved.", "Opgeslagen.")                                                                \
  X(SAVED_ONE, "Saved. The new or changed row is in the file.",                                    \
    "Opgeslagen. De nieuwe of gewijzigde rij staat in het bestand.")                               \
  X(SAVED_MANY, "Saved. All {1} new or changed rows are in the file.",                             \
    "Opgeslagen. Alle {1} nieuwe of gewijzigde rijen staan in het bestand.")                       \
  X(SAVED_MISSING_ONE,                                                                             \
    "Saved, but one row is not in the file. Choose “Restore rows” in Follow-up.",                  \
    "Opgeslagen, maar één rij staat niet in het bestand. Kies “Terugzetten” in Opvolging.")        \
  X(SAVED_MISSING, "Saved, but {1} rows are not in the file. Choose “Restore rows” in Follow-up.", \
    "Opgeslagen, maar {1} rijen staan niet in het bestand. Kies “Terugzetten” in Opvolging.")      \
  X(RESTORE_LATER,                                                                                 \
    "What was changed in the sheet since then stays. The older change is in the log.",             \
    "Wat daarna in het blad is gewijzigd, blijft staan. De oudere wijziging staat in het "         \
    "logboek.")                                                                                    \
  X(RESTORE_LATER_LOG, "Not restored: the cell was changed later.",                                \
    "Niet teruggezet: de cel is later gewijzigd.")                                                 \
  X(SAVED_UNVERIFIED, "Saved. Kernpunt could not check whether every row is in the file.",         \
    "Opgeslagen. Kernpunt kon niet nagaan of elke rij in het bestand staat.")                      \
  X(SAVED_NO_JOURNAL,                                                                              \
    "Saved. Kernpunt could not check whether every row is in the file, because the "               \
    "backup in your profile cannot be read ({1}).",                                                \
    "Opgeslagen. Kernpunt kon niet nagaan of elke rij in het bestand staat, want "                 \
    "de reservekopie in je profiel is niet te lezen ({1}).")                                       \
  X(CHECK_JOURNAL_LOST,                                                                            \
    "Saved rows are no longer in this workbook, after a crash or a save: {1}. "                    \
    "Choose “Restore rows” in Follow-up.",                                                         \
    "Opgeslagen rijen staan niet meer in deze werkmap, na een crash of een keer "                  \
    "opslaan: {1}. Kies “Terugzetten” in Opvolging.")                                              \
  X(CHECK_JOURNAL_OLD,                                                                             \
    "The backup in your profile holds rows older than 90 days of files that are "                  \
    "gone: {1} ({2}). Repair removes them.",                                                       \
    "De reservekopie in je profiel bevat rijen van meer dan 90 dagen oud, van "                    \
    "bestanden die er niet meer zijn: {1} ({2}). Herstellen verwijdert ze.")                       \
  X(CHECK_JOURNAL_CUT,                                                                             \
    "A power cut or a full disk damaged the backup in your profile; a row may be "                 \
    "missing: {1}. Repair removes this message.",                                                  \
    "De reservekopie in je profiel is beschadigd door stroomuitval of een volle "                  \
    "schijf; misschien ontbreekt een rij: {1}. Herstellen verwijdert deze melding.")               \
  X(JOURNAL_TIDIED, "The backup in your profile is cleaned up.",                                   \
    "De reservekopie in je profiel is opgeruimd.")                                                 \
  X(SAVE_LOCKED,                                                                                   \
    "{1} is saving or has a question open. Your rows are safe: save again in a "                   \
    "moment.",                                                                                     \
    "{1} is aan het opslaan of heeft een vraag openstaan. Je rijen zijn veilig: "                  \
    "sla straks opnieuw op.")                                                                      \
  X(SAVE_CHANGED,                                                                                  \
    "Someone else changed this file. Saving would overwrite their work: reload the "               \
    "file or save a copy.",                                                                        \
    "Iemand anders heeft dit bestand gewijzigd. Opslaan zou dat overschrijven: "                   \
    "laad het bestand opnieuw of sla een kopie op.")                                               \
  X(SAVE_NO_NAME, "Save the workbook first: File ▸ Save As.",                                      \
    "Sla de werkmap eerst op: Bestand ▸ Opslaan als.")                                             \
  X(PROFILE_LOCKED,                                                                                \
    "Kernpunt cannot save in your LibreOffice profile ({1}). Check that you may "                  \
    "write in that folder.",                                                                       \
    "Kernpunt kan niet opslaan in je LibreOffice-profiel ({1}). Controleer of je "                 \
    "in die map mag schrijven.")                                                                   \
  X(SOMEBODY, "A colleague", "Een collega")                                                        \
  X(UNDO_REPAIR, "Repair {1}", "{1} herstellen")                                                   \
  X(REPAIRED, "“{1}” is repaired: header and end line are in place and all rows are visible.",     \
    "“{1}” is hersteld: kop en eindregel staan op hun plaats en alle rijen zijn "              \
    "zichtbaar.")                                                                                  \
  X(NO_MEMORY, "there is not enough memory.", "er is te weinig geheugen.")                         \
  /* the settings */                                                                               \
  X(UNDO_SETTINGS, "Settings", "Instellingen")                                                     \
  X(UNDO_LEAVE, "Leave a check result", "Controlepunt laten staan")                                \
  X(SETTING_BOUNDS, "Not saved. Enter a whole number within the limits – {1}.",                    \
    "Niet opgeslagen. Vul een heel getal binnen de grenzen in – {1}.")                             \
  X(NOT_SET_UP, "Set up this workbook first: Kernpunt ▸ Set up workbook.",                         \
    "Richt deze werkmap eerst in: Kernpunt ▸ Werkmap inrichten.")                                  \
  X(SHARED_MANY_FORMULAS,                                                                          \
    "{1} formulas use this number, too many to change while the workbook is "                      \
    "shared. Stop sharing, change the number, then share again.",                                  \
    "{1} formules gebruiken dit getal; dat zijn er te veel om te wijzigen zolang "                 \
    "de werkmap gedeeld is. Zet delen uit, wijzig het getal en deel opnieuw.")                     \
  X(CHECK_NO_REGISTRY,                                                                             \
    "The hidden sheet “{1}” is missing, and your team's settings with it. Set up "             \
    "the workbook again.",                                                                         \
    "Het verborgen blad “{1}” ontbreekt, en daarmee de instellingen van je team. "             \
    "Richt de werkmap opnieuw in.")                                                                \
  X(PERSON_THERE, "“{1}” is already in the list.", "“{1}” staat al in de lijst.")                  \
  KP_TEXTS_ANSWERS(X)                                                                              \
  KP_TEXTS_DIALOGS(X)                                                                              \
  KP_TEXTS_FOLLOW(X)                                                                               \
  KP_TEXTS_FORM(X)                                                                                 \
  KP_TEXTS_TODAY(X)                                                                                \
  KP_TEXTS_DECK(X)                                                                                 \
  KP_TEXTS_EXPORT(X)                                                                               \
  KP_TEXTS_RESULTS(X)

#endif
