/* SPDX-License-Identifier: GPL-3.0-or-later */
/** What a document of the fake office is made of. Within tests/fake only. */
#ifndef KERNPUNT_TESTS_FAKE_MODEL_H
#define KERNPUNT_TESTS_FAKE_MODEL_H

#include "calc.h"

#include "kernpunt/uno.h"

enum { FAKE_ROWS_MAX = 1048576, FAKE_COLUMNS_MAX = 16384 };

/** A rectangle of a sheet, both ends included, from 0. */
typedef struct fake_area {
  int sheet; /**< id; 0: gone */
  int32_t left;
  int32_t top;
  int32_t right;
  int32_t bottom;
} fake_area;

/* ----------------------------------------------------------------------------------- formulas */

typedef enum fake_token_kind {
  FAKE_NUMBER_TOKEN,
  FAKE_TEXT_TOKEN, /**< `text` without quotes */
  FAKE_NAME_TOKEN, /**< of a function, a range or a constant */
  FAKE_SIGN_TOKEN, /**< operator, bracket, semicolon */
  FAKE_BLANK_TOKEN,
  FAKE_PLACE_TOKEN, /**< a cell or a range */
} fake_token_kind;

typedef struct fake_token {
  fake_token_kind kind;
  char *text;
  double number;
  fake_area place;
  bool range;        /**< else one cell */
  bool other_sheet;  /**< the sheet is written */
  bool fixed[4];     /**< "$" before left, top, right, bottom */
  bool lost_columns; /**< they were taken out; where they were is still known */
  bool lost_rows;
} fake_token;

typedef struct fake_formula {
  fake_token *tokens;
  size_t count;
} fake_formula;

/* -------------------------------------------------------------------------------------- cells */

typedef enum fake_kind { FAKE_EMPTY, FAKE_NUMBER, FAKE_TEXT, FAKE_FORMULA } fake_kind;

/** How a cell looks. Copied into inserted rows. */
typedef struct fake_look {
  int32_t format;     /**< key of a number format */
  int32_t style;      /**< index of a cell style */
  int32_t validation; /**< index + 1; 0: none */
  int32_t justify;
  bool wrapped;
} fake_look;

typedef struct fake_cell {
  fake_kind kind;
  double number;
  char *text;
  fake_formula formula;
  char *note; /**< NULL: none */
  fake_look look;
} fake_cell;

typedef struct fake_line {
  fake_cell *cells;
  int32_t width;
  int32_t height; /**< 0: as it comes */
  bool hidden;
  bool filtered;
} fake_line;

/** A conditional format: entries as they were given. */
typedef struct fake_condition {
  fake_area area;
  char *formula;
  fake_formula compiled;
  char *style;
  int32_t operator;
  int32_t group; /**< entries that were set together */
} fake_condition;

typedef struct fake_sheet {
  int id;
  char *name;
  bool visible;
  bool protected;
  int32_t tab_color;
  fake_line *lines;
  int32_t line_count;
  int32_t *widths; /**< of columns; 0: as it comes */
  int32_t width_count;
  fake_condition *conditions;
  size_t condition_count;
  fake_area *merged;
  size_t merged_count;
  fake_area *arrays; /**< matrix formulas: only their place */
  size_t array_count;
  fake_area print; /**< sheet 0: none */
  fake_area title_rows;
  char *page_style;
} fake_sheet;

typedef struct fake_name {
  char *name;
  fake_formula content;
} fake_name;

typedef struct fake_database {
  char *name;
  fake_area area;
  bool header;
  bool auto_filter;
} fake_database;

/** All that undo can bring back. */
typedef struct fake_content {
  fake_sheet *sheets;
  size_t sheet_count;
  fake_name *names;
  size_t name_count;
  fake_database *databases;
  size_t database_count;
} fake_content;

/* ----------------------------------------------------------------------------- the rest of it */

/** A bag of properties for things that are only remembered: styles, validations, page styles. */
typedef struct fake_bag {
  char *name; /**< of a style */
  char **keys;
  uno_Any *values; /**< never moved: allocated one by one */
  size_t count;
} fake_bag;

typedef struct fake_format {
  char *code;
  char *locale; /**< "en-US", "" */
} fake_format;

typedef struct fake_validation {
  int32_t type;
  int32_t alert;
  int16_t list;
  bool shows_error;
  bool ignores_blank;
  char *message;
  char *title;
  char *formula; /**< as it was set */
  char *broken;  /**< a name that was unknown when it was set: "#NAME?" until loaded again */
} fake_validation;

typedef enum fake_change_kind { FAKE_CELLS, FAKE_INSERTED, FAKE_LINES, FAKE_ALL } fake_change_kind;

/** A change that can be taken back. Taking it back makes of it the change that does it again. */
typedef struct fake_change {
  fake_change_kind kind;
  fake_area area;
  fake_cell *cells;     /**< FAKE_CELLS */
  fake_line *lines;     /**< FAKE_LINES: hidden, filtered, height only */
  fake_content content; /**< FAKE_ALL */
  bool removes;         /**< FAKE_INSERTED: taken back, so the rows come again */
} fake_change;

typedef struct fake_step {
  char *title;
  fake_change *changes;
  size_t count;
} fake_step;

typedef struct fake_history {
  fake_step *steps; /**< done, and behind `done` those that can be done again */
  size_t count;
  size_t done;
  size_t most; /**< steps that are kept; 0: none */
  int locks;   /**< asked for */
  bool off;    /**< locked now: writing a cell forgets the locks (measured) */
  int depth;   /**< contexts that are open */
  bool added;  /**< something was put on the list and nobody was told yet */
  bool within; /**< a context of Calc's own is open */
  bool hidden;
  fake_step open; /**< of the outermost context */
  uno_Interface **listeners;
  size_t listener_count;
} fake_history;

struct fake_document {
  int references;
  fake_content content;
  fake_content saved; /**< as it is in the file */
  fake_content kept;  /**< by fake_calc_keep */
  void (*saving)(void *data, fake_document *file);
  void *saving_data;
  int next_id; /**< of a sheet */
  fake_history undo;
  fake_area **live; /**< places of range objects, which move with the cells */
  size_t live_count;
  fake_format *formats;
  size_t format_count;
  fake_bag *style_bags; /**< cell styles, "Default" first */
  size_t style_count;
  fake_bag *pages;
  size_t page_count;
  fake_validation *validations;
  size_t validation_count;
  char *url; /**< "" while it has none */
  char *uid;
  char *locale; /**< "nl-NL" */
  bool readonly;
  bool shared;
  bool tracked;
  bool modified;
  bool structure; /**< protected */
  int locked_views;
  int active; /**< id of the sheet in front */
  fake_area selected;
  fake_area frozen; /**< columns and rows of the sheet `sheet` */
  int stores;
  int reloads;
  int failing_stores;     /**< so many stores raise 0x11b */
  int32_t today;          /**< serial of TODAY(); 0: the clock */
  int depth;              /**< of evaluating */
  uno_Interface *manager; /**< of undo; borrowed */
  uno_Interface *model;   /**< borrowed */
  bool in_listener;
  void (*listener)(void *data, fake_document *document, const fake_place *where);
  void *listener_data;
  uno_Interface **modify_listeners;
  size_t modify_count;
  uno_Interface **event_listeners;
  size_t event_count;
};

/* ------------------------------------------------------------------------------- content.c */

/** A negative id is that of a sheet that is gone: whichever stands in its place now. */
fake_sheet *fake_sheet_by_id(fake_document *document, int id);
fake_sheet *fake_sheet_by_name(fake_document *document, const char *name);
int32_t fake_sheet_index(const fake_document *document, int id);
void fake_cell_clear(fake_cell *cell); /**< content only */
void fake_cell_free(fake_cell *cell);  /**< its note too */
void fake_cell_copy(fake_cell *to, const fake_cell *from);
/** The cell, made when needed; for reading it may be NULL. */
fake_cell *fake_cell_make(fake_sheet *sheet, int32_t column, int32_t row);
const fake_cell *fake_cell_at(const fake_sheet *sheet, int32_t column, int32_t row);
fake_line *fake_line_make(fake_sheet *sheet, int32_t row);
void fake_sheet_clear(fake_sheet *sheet);
void fake_content_clear(fake_content *content);
void fake_content_copy(fake_content *to, const fake_content *from);
/** Last column and row with content; 0, 0 of an empty sheet. */
void fake_sheet_used(const fake_sheet *sheet, int32_t *column, int32_t *row);
/** Makes room for one more element at the end of a list. */
#define FAKE_APPEND(list, count)                                                                   \
  ((list) = fake_grow((list), ((size_t)(count) + 1) * sizeof *(list)),                             \
   memset(&(list)[(count)], 0, sizeof *(list)), &(list)[(count)++])

/* -------------------------------------------------------------------------------- moving.c */

/** Puts rows in or takes them out, with all that follows for addresses. Nothing is recorded. */
void fake_rows_insert(fake_document *document, int sheet, int32_t row, int32_t count);
void fake_rows_remove(fake_document *document, int sheet, int32_t row, int32_t count);
void fake_columns_insert(fake_document *document, int sheet, int32_t column, int32_t count);
/** Whether rows can be put in there: nothing is pushed out, no matrix or merged cells are cut. */
bool fake_rows_fit(const fake_sheet *sheet, int32_t row, int32_t count);
/** References to a sheet that goes. */
void fake_sheet_lost(fake_document *document, int sheet);

/* ------------------------------------------------------------------------------- formula.c */

/** Reads a formula without "=", in English notation; `home` is where it stands. */
void fake_formula_read(fake_document *document, const char *text, const fake_area *home,
                       fake_formula *formula);
/** As Calc writes it, without "="; to be freed. */
char *fake_formula_text(fake_document *document, const fake_formula *formula);
void fake_formula_clear(fake_formula *formula);
void fake_formula_copy(fake_formula *to, const fake_formula *from);
/** As it is when its cell is copied so far away. */
void fake_formula_move(fake_formula *formula, int32_t columns, int32_t rows);
/** The name of a column, "A", "AB". */
void fake_column_name(int32_t column, char name[8]);
/** The one range that a formula is; false when it is something else. */
bool fake_formula_range(const fake_formula *formula, fake_area *area);

/* ------------------------------------------------------------------------------ evaluate.c */

typedef enum fake_value_kind {
  FAKE_VALUE_EMPTY,
  FAKE_VALUE_NUMBER,
  FAKE_VALUE_TEXT,
  FAKE_VALUE_ERROR,
  FAKE_VALUE_PLACE
} fake_value_kind;

typedef struct fake_value {
  fake_value_kind kind;
  double number;
  char *text; /**< of a text: to be freed; of an error: its name, static */
  fake_area place;
} fake_value;

/** What a cell shows: never FAKE_VALUE_PLACE. */
fake_value fake_cell_value(fake_document *document, int sheet, int32_t column, int32_t row);
/** What a formula gives at a place; a place stays one. */
fake_value fake_formula_value(fake_document *document, const fake_formula *formula,
                              const fake_area *home);
void fake_value_clear(fake_value *value);

/* --------------------------------------------------------------------------------- undo.c */

/** Remembers what is going to change; call it before. */
void fake_record_cells(fake_document *document, const fake_area *area);
void fake_record_lines(fake_document *document, const fake_area *area);
void fake_record_insert(fake_document *document, const fake_area *area);
void fake_record_remove(fake_document *document, const fake_area *area);
void fake_record_all(fake_document *document);
/** Ends what a single call recorded outside of any context, and tells listeners. */
void fake_changed(fake_document *document, const fake_area *where);
void fake_changed_name(fake_document *document);
void fake_history_clear(fake_document *document);
uno_Interface *fake_undo_manager(fake_document *document);

/* ------------------------------------------------------------------------------- the objects */

void fake_document_release(fake_document *document);
uno_Interface *fake_sheets_new(fake_document *document);
uno_Interface *fake_range_new(fake_document *document, const fake_area *area);
uno_Interface *fake_sheet_new(fake_document *document, int sheet);
uno_Interface *fake_cursor_new(fake_document *document, const fake_area *area);
uno_Interface *fake_ranges_new(fake_document *document, const fake_area *areas, size_t count);
uno_Interface *fake_lines_new(fake_document *document, const fake_area *area, bool columns);
uno_Interface *fake_names_new(fake_document *document);
uno_Interface *fake_databases_new(fake_document *document);
uno_Interface *fake_formats_new(fake_document *document);
uno_Interface *fake_families_new(fake_document *document);
uno_Interface *fake_style_new(fake_document *document, bool page);
uno_Interface *fake_settings_new(fake_document *document);
uno_Interface *fake_notes_new(fake_document *document, int sheet);
uno_Interface *fake_footer_new(void);
uno_Interface *fake_field_new(const char *service);
uno_Interface *fake_view_new(fake_document *document);
uno_Interface *fake_validation_new(fake_document *document, const fake_area *area);
/** Takes over what a validation object holds. */
bool fake_validation_apply(fake_document *document, const fake_area *area, uno_Interface *object);
uno_Interface *fake_conditions_new(fake_document *document, const fake_area *area);
bool fake_conditions_apply(fake_document *document, const fake_area *area, uno_Interface *object);
/** The area of any range, cell or sheet object; false for others. */
bool fake_area_of(uno_Interface *object, fake_document **document, fake_area *area);
/** Where a range is now; raises when its sheet is gone. */
bool fake_here(kp_uno_incoming *in, fake_document **document, fake_area *area, fake_sheet **sheet);

/** Puts content into one cell as the API does: false when the sheet is protected (nothing is
 * written and nobody is told). */
bool fake_put_text(fake_document *document, const fake_area *cell, const char *text);
bool fake_put_number(fake_document *document, const fake_area *cell, double number);
bool fake_put_formula(fake_document *document, const fake_area *cell, const char *text);

/** Writes the document as it is saved: a text that only the fake's own zip reads. */
bool fake_save(fake_document *document, kp_uno_error *error);

#endif
