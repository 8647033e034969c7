/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * A Calc document in memory, for tests of src/workbook and above without an office.
 *
 * The objects answer the interfaces that our code calls, with the types of the installed office
 * (idl.h). What was measured of Calc 7.4, or read in its sources, and is modelled:
 * - cells: text stays text (setString, setDataArray), a number a number, "=…" by setFormula a
 *   formula, also in a text column; formulas come back as Calc writes them (needless quotes gone,
 *   EDATE under its add-in name, what was taken out as #REF!); getDataArray gives "" for an empty
 *   cell and void for an error;
 * - rows put in and taken out move formulas, named ranges, database ranges, conditional formats,
 *   print areas and ranges that somebody holds: a range grows when the row is put between its ends
 *   and moves when it is put at its first row; behind its last row nothing happens, but a
 *   conditional format grows there too, because
 * - a new row looks as the one above it; it is hidden when the row it pushes down is;
 * - inserting raises when the sheet is protected, when the row is one of a matrix formula, or when
 *   something would be pushed out at the bottom; merged cells grow;
 * - a protected sheet raises for setDataArray and for rows that come or go, ignores formats, and
 *   does not mind texts, numbers, formulas and hidden rows;
 * - writing to a read-only document works; storing it raises;
 * - undo with contexts, hidden contexts, locks and 0 steps; what listeners of the list hear; nearly
 *   every change forgets that the list was locked (undo.c, history.c);
 * - a list of words whose name did not exist when it was set stays broken;
 * - a named range whose rows or sheet are gone goes on to refer to their places; database ranges
 *   are gone with them;
 * - the document's uid counts from 1 in each office, as in each process.
 * Not modelled: everything visible, merging of shared files (a test can lose rows itself, see
 * fake_calc_saving), sorting and filtering by Calc's own dialogs (hide rows and move cells
 * yourself), number recognition (fake_type knows whole numbers and ISO dates).
 *
 * tests/office/test_fake.py runs the same list of operations over this and over a real Calc.
 */
#ifndef KERNPUNT_TESTS_FAKE_CALC_H
#define KERNPUNT_TESTS_FAKE_CALC_H

#include "fault.h"
#include "object.h"

typedef struct fake_document fake_document;

/** An office: its profile is a real folder, empty at first and gone with it. */
typedef struct fake_office {
  uno_Interface *context;
  char profile[64];  /**< path of the folder */
  int documents;     /**< opened so far: the next uid */
  char language[16]; /**< ooLocale: "nl" */
  char given[64];    /**< name of the user */
  char surname[64];
  uno_Interface *manager;
} fake_office;

/** Set-up of a group or a test; false when the types of the office are not there. */
bool fake_office_open(fake_office *office);
void fake_office_close(fake_office *office);

/** A spreadsheet with its view. */
typedef struct fake_calc {
  fake_office *office;
  fake_document *document;
  uno_Interface *model;
  uno_Interface *controller;
} fake_calc;

/** A new document with one empty sheet, never saved; `locale` is its own, "nl-NL". */
void fake_calc_open(fake_office *office, const char *locale, fake_calc *calc);
void fake_calc_close(fake_calc *calc);
/** Gives it a file in the office's profile folder and stores it there. */
void fake_calc_save_as(fake_calc *calc, const char *file_name);
/** Closes it and opens what was stored last, as another document of the same file. */
void fake_calc_reopen(fake_calc *calc);
/** Keeps what the document holds now (nothing is stored); fake_calc_back makes it so again, with an
 * empty undo stack and an empty profile folder: for sweeps. */
void fake_calc_keep(fake_calc *calc);
void fake_calc_back(fake_calc *calc);
/** Called when the document is about to be stored, with the content as it will be in the file:
 * change it by the functions below and it is what a merge or a crash made of it. NULL: nobody. */
void fake_calc_saving(fake_calc *calc, void (*saving)(void *data, fake_document *file), void *data);

/* ------------------------------------------------------------------------- looking and typing */

/** What a cell shows, "Acties", "B3": "" when empty, days as 2026-11-22; malloc'ed. An unknown
 * sheet ends the test. */
char *fake_shown(fake_document *document, const char *sheet, const char *cell);
/** As one would type it: a formula with "="; malloc'ed. */
char *fake_content_of(fake_document *document, const char *sheet, const char *cell);
/** Ends the test when the cell shows something else. */
void fake_expect(fake_document *document, const char *sheet, const char *cell,
                 const char *expected);
/** The row, from 1, in whose column `column` a cell shows the text; 0: none. */
int fake_row_of(fake_document *document, const char *sheet, const char *column, const char *text);
/** The column, "A", whose cell in that row (from 1) shows the text; "" when there is none. */
const char *fake_column_of(fake_document *document, const char *sheet, int row, const char *text);
/** As a person types: in a text cell text, else a number, an ISO day, a formula or text. One step
 * of undo. */
void fake_type(fake_document *document, const char *sheet, const char *cell, const char *text);
/** As a person: rows in and out (`row` from 1), hidden or shown, filtered away. */
void fake_insert_rows(fake_document *document, const char *sheet, int row, int count);
void fake_remove_rows(fake_document *document, const char *sheet, int row, int count);
void fake_insert_columns(fake_document *document, const char *sheet, const char *column, int count);
void fake_hide_row(fake_document *document, const char *sheet, int row, bool hidden, bool filtered);
bool fake_row_hidden(fake_document *document, const char *sheet, int row);
/** Exchanges two rows with all they hold, as sorting does. */
void fake_exchange_rows(fake_document *document, const char *sheet, int one, int other);
void fake_rename_sheet(fake_document *document, const char *sheet, const char *name);
void fake_remove_sheet(fake_document *document, const char *sheet);
bool fake_has_sheet(fake_document *document, const char *sheet);
bool fake_sheet_visible(fake_document *document, const char *sheet);
void fake_protect_sheet(fake_document *document, const char *sheet, bool on);
void fake_merge_cells(fake_document *document, const char *sheet, const char *range);
/** A matrix formula over a range. */
void fake_matrix(fake_document *document, const char *sheet, const char *range);
/** Number format code, cell style, and formula of the list of a cell; borrowed. */
const char *fake_format_of(fake_document *document, const char *sheet, const char *cell);
const char *fake_style_of(fake_document *document, const char *sheet, const char *cell);
const char *fake_list_of(fake_document *document, const char *sheet, const char *cell);
/** Style that the conditional formats give a cell now; "" when none applies. */
const char *fake_condition_of(fake_document *document, const char *sheet, const char *cell);
/** Where a named range or database range lies, "$Acties.$A$1:$H$3" or ""; malloc'ed. */
char *fake_name_range(fake_document *document, const char *name);
char *fake_database_range(fake_document *document, const char *name);
size_t fake_sheet_count(fake_document *document);
/** Cells that were asked for by getDataArray and getFormulaArray since the last call of this. */
long fake_cells_read(void);
/** All cells, names and hidden rows in one text, to compare a document with itself later;
 * malloc'ed. */
char *fake_dump(fake_document *document);

/* ------------------------------------------------------------------------------------ its state */

/** Tells those who listen to the document: "OnModeChanged". Saving tells by itself. */
void fake_tell(fake_document *document, const char *event);
void fake_set_readonly(fake_document *document, bool on);
void fake_set_shared(fake_document *document, bool shared, bool tracked);
void fake_protect_structure(fake_document *document, bool on);
void fake_set_today(fake_document *document, int32_t serial);
void fake_set_undo_steps(fake_document *document, size_t most);
void fake_lock_undo(fake_document *document, bool on);
/** Steps that can be undone, and the title of the last; "" when there is none. */
size_t fake_undo_steps(fake_document *document);
const char *fake_undo_title(fake_document *document);
/** Open contexts: 0 after every call of ours. */
int fake_undo_depth(fake_document *document);
/** A context of somebody else around what follows. */
void fake_undo_context(fake_document *document, const char *title, bool enter);
void fake_undo(fake_document *document);
void fake_redo(fake_document *document);
bool fake_modified(fake_document *document);
int fake_stores(fake_document *document);
int fake_reloads(fake_document *document);
/** So many stores raise the office's "aborted", 0x11b. */
void fake_fail_stores(fake_document *document, int count);
/** Locks of the views that are still held: 0 after every call of ours. */
int fake_view_locks(fake_document *document);
/** The sheet in front, and what is selected, "$Acties.$B$3"; malloc'ed. */
char *fake_selected(fake_document *document);

/** Where a change took place, indices from 0; sheet "" when it is not one of cells. */
typedef struct fake_place {
  const char *sheet;
  int32_t column;
  int32_t row;
} fake_place;

/** A macro that listens: called after each change that is not its own, while our code is still at
 * work. NULL: nobody. */
void fake_listen(fake_document *document,
                 void (*listener)(void *data, fake_document *document, const fake_place *where),
                 void *data);

#endif
