/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list in columns. The office's grid clips a text without saying so, walks columns with Home and
 * End, moves only its cursor a page, and is grey on grey without the focus: all that is seen to
 * here. Its rows have no colour or weight of their own: picture and word say it. */
#include "internal.h"
#include "layout.h"

#include <stdlib.h>
#include <string.h>

static const char row_type[] = "[]any";
static const char rows_type[] = "[][]any";

/* ---------------------------------------------------------------------------------- making, end */

static bool set_object(kp_uno_error *error, uno_Interface *model, const char *property,
                       const char *type, uno_Interface *object) {
  uno_Any any;
  kp_uno_any_init(&any);
  bool good = kp_uno_any_set_interface(&any, type, object, error) &&
              kp_uno_property_set(error, model, property, &any);
  kp_uno_any_clear(&any);
  return good;
}

bool kp_board_grid_describe(kp_uno_error *error, const kp_board *board, uno_Interface *model) {
  const sal_Int32 single = 1;
  uno_Interface *data = NULL;
  uno_Interface *columns = NULL;
  uno_Any any;
  kp_uno_any_init(&any);
  bool good =
      kp_uno_create(error, board->context, "com.sun.star.awt.grid.DefaultGridDataModel", &data) &&
      kp_uno_create(error, board->context, "com.sun.star.awt.grid.DefaultGridColumnModel",
                    &columns) &&
      set_object(error, model, "GridDataModel", "com.sun.star.awt.grid.XGridDataModel", data) &&
      set_object(error, model, "ColumnModel", "com.sun.star.awt.grid.XGridColumnModel", columns) &&
      kp_uno_property_set_bool(error, model, "ShowColumnHeader", false) &&
      kp_uno_property_set_bool(error, model, "ShowRowHeader", false) &&
      kp_uno_property_set_bool(error, model, "UseGridLines", false) &&
      kp_uno_property_set_bool(error, model, "HScroll", false) &&
      kp_uno_property_set_bool(error, model, "Tabstop", true) &&
      kp_uno_any_set(&any, "com.sun.star.view.SelectionType", &single, error) &&
      kp_uno_property_set(error, model, "SelectionModel", &any);
  kp_uno_any_clear(&any);
  kp_uno_release(columns);
  kp_uno_release(data);
  return good;
}

bool kp_board_grid_open(kp_uno_error *error, kp_widget *widget) {
  widget->grid = calloc(1, sizeof *widget->grid);
  if (widget->grid == NULL)
    return kp_uno_error_memory(error);
  return kp_uno_property_get_interface(error, widget->model, "GridDataModel",
                                       &widget->grid->data) &&
         kp_uno_property_get_interface(error, widget->model, "ColumnModel", &widget->grid->columns);
}

static void forget_texts(kp_board_grid *grid) {
  for (size_t i = 0; grid->texts != NULL && i < grid->count * KP_GRID_COLUMNS; i++)
    free(grid->texts[i]);
  free(grid->texts);
  grid->texts = NULL;
  grid->count = 0;
}

void kp_board_grid_close(kp_widget *widget) {
  kp_board_grid *grid = widget->grid;
  if (grid == NULL)
    return;
  forget_texts(grid);
  for (int i = 0; i < KP_GRID_COLUMNS; i++)
    kp_uno_release(grid->column[i]);
  kp_board_dispose(grid->data);
  kp_board_dispose(grid->columns);
  kp_uno_release(grid->data);
  kp_uno_release(grid->columns);
  free(grid);
  widget->grid = NULL;
}

void kp_board_grid_colour(const kp_board *board, const kp_widget *widget) {
  static kp_uno_method field = KP_UNO_METHOD("com.sun.star.awt.XStyleSettings::FieldColor");
  static kp_uno_method text = KP_UNO_METHOD("com.sun.star.awt.XStyleSettings::FieldTextColor");
  static kp_uno_method ground = KP_UNO_METHOD("com.sun.star.awt.XStyleSettings::HighlightColor");
  static kp_uno_method front = KP_UNO_METHOD("com.sun.star.awt.XStyleSettings::HighlightTextColor");
  const struct {
    const char *property;
    int32_t colour;
  } colours[] = {{"BackgroundColor", kp_board_style(board, &field)},
                 {"TextColor", kp_board_style(board, &text)},
                 {"ActiveSelectionBackgroundColor", kp_board_style(board, &ground)},
                 {"ActiveSelectionTextColor", kp_board_style(board, &front)},
                 {"InactiveSelectionBackgroundColor", kp_board_style(board, &ground)},
                 {"InactiveSelectionTextColor", kp_board_style(board, &front)}};
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Sequence *grounds = kp_uno_sequence_new("[]long", 1);
  uno_Any any;
  kp_uno_any_init(&any);
  for (size_t i = 0; i < sizeof colours / sizeof *colours; i++)
    if (colours[i].colour >= 0)
      kp_uno_property_set_long(&ignored, widget->model, colours[i].property, colours[i].colour);
  if (grounds != NULL && colours[0].colour >= 0) {
    KP_UNO_ELEMENTS(sal_Int32, grounds)[0] = colours[0].colour;
    if (kp_uno_any_set(&any, "[]long", &grounds, &ignored))
      kp_uno_property_set(&ignored, widget->model, "RowBackgroundColors", &any);
  }
  kp_uno_any_clear(&any);
  kp_uno_sequence_free(grounds, "[]long");
}

/* --------------------------------------------------------------------------------------- sizes */

int kp_board_grid_height(const kp_board *board, int lines) {
  int row = kp_layout_scale(KP_SPACE_ROW, kp_board_line_height(board));
  return lines * row + 2;
}

/* Columns and rows are as high and wide as the office's units for dialogs say. */
static kp_uno_size to_units(const kp_board *board, int width, int height) {
  static kp_uno_method convert =
      KP_UNO_METHOD("com.sun.star.awt.XUnitConversion::convertSizeToLogic");
  enum { APPFONT = 17 };
  kp_uno_error ignored = KP_UNO_IGNORED;
  const kp_uno_size pixels = {width, height};
  kp_uno_size units = {width / 2, height / 2};
  kp_uno_call(&ignored, board->window, &convert, &units, &pixels, APPFONT);
  return units;
}

static uno_Interface *add_column(const kp_widget *widget, int place) {
  static kp_uno_method create =
      KP_UNO_METHOD("com.sun.star.awt.grid.XGridColumnModel::createColumn");
  static kp_uno_method add = KP_UNO_METHOD("com.sun.star.awt.grid.XGridColumnModel::addColumn");
  static kp_uno_method data = KP_UNO_METHOD("com.sun.star.awt.grid.XGridColumn::DataColumnIndex");
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *column = NULL;
  sal_Int32 at = 0;
  if (!kp_uno_call(&ignored, widget->grid->columns, &create, &column))
    return NULL;
  kp_uno_call(&ignored, column, &data, NULL, place);
  if (kp_uno_call(&ignored, widget->grid->columns, &add, &at, column))
    return column;
  kp_uno_release(column);
  return NULL;
}

static void drop_column(const kp_widget *widget, int place) {
  static kp_uno_method remove =
      KP_UNO_METHOD("com.sun.star.awt.grid.XGridColumnModel::removeColumn");
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_uno_call(&ignored, widget->grid->columns, &remove, NULL, place);
}

static void set_width(const kp_board *board, uno_Interface *column, int width, bool rest) {
  static kp_uno_method least = KP_UNO_METHOD("com.sun.star.awt.grid.XGridColumn::MinWidth");
  static kp_uno_method most = KP_UNO_METHOD("com.sun.star.awt.grid.XGridColumn::MaxWidth");
  static kp_uno_method wide = KP_UNO_METHOD("com.sun.star.awt.grid.XGridColumn::ColumnWidth");
  static kp_uno_method sized = KP_UNO_METHOD("com.sun.star.awt.grid.XGridColumn::Resizeable");
  static kp_uno_method flex = KP_UNO_METHOD("com.sun.star.awt.grid.XGridColumn::Flexibility");
  kp_uno_error ignored = KP_UNO_IGNORED;
  int units = to_units(board, width, width).width;
  kp_uno_call(&ignored, column, &sized, NULL, rest ? 1 : 0);
  kp_uno_call(&ignored, column, &flex, NULL, rest ? 1 : 0);
  if (!rest) {
    kp_uno_call(&ignored, column, &least, NULL, units);
    kp_uno_call(&ignored, column, &most, NULL, units);
  }
  kp_uno_call(&ignored, column, &wide, NULL, units);
}

/* ---------------------------------------------------------------------------------------- rows */

static uno_Interface *graphic_of(const kp_board *board, const char *image) {
  static kp_uno_method query = KP_UNO_METHOD("com.sun.star.graphic.XGraphicProvider::queryGraphic");
  static const char type[] = "[]com.sun.star.beans.PropertyValue";
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *provider = NULL;
  uno_Interface *graphic = NULL;
  char url[160];
  uno_Sequence *media = kp_uno_sequence_new(type, 1);
  kp_board_image_url(image, url);
  if (media != NULL && url[0] != '\0') {
    kp_uno_property_value *value = KP_UNO_ELEMENTS(kp_uno_property_value, media);
    if (kp_uno_string_assign(&value->name, "URL", &ignored) &&
        kp_uno_any_set_string(&value->value, url, &ignored) &&
        kp_uno_create(&ignored, board->context, "com.sun.star.graphic.GraphicProvider",
                      &provider) &&
        !kp_uno_call(&ignored, provider, &query, &graphic, media))
      graphic = NULL;
  }
  kp_uno_release(provider);
  kp_uno_sequence_free(media, type);
  return graphic;
}

/* The pictures of one filling: rows share a few. */
typedef struct pictures {
  const char *name[8];
  uno_Interface *graphic[8];
  size_t count;
} pictures;

static uno_Interface *picture(pictures *of, const kp_board *board, const char *name) {
  for (size_t i = 0; i < of->count; i++)
    if (strcmp(of->name[i], name) == 0)
      return of->graphic[i];
  if (of->count == sizeof of->name / sizeof *of->name)
    return NULL;
  of->name[of->count] = name;
  of->graphic[of->count] = graphic_of(board, name);
  return of->graphic[of->count++];
}

static uno_Sequence *row_of(const kp_board *board, char *const *texts, const int *widths,
                            pictures *with) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Sequence *row = kp_uno_sequence_new(row_type, KP_GRID_COLUMNS);
  uno_Any *cells = row != NULL ? KP_UNO_ELEMENTS(uno_Any, row) : NULL;
  if (row == NULL)
    return NULL;
  if (texts[KP_GRID_ICON][0] != '\0') {
    uno_Interface *graphic = picture(with, board, texts[KP_GRID_ICON]);
    if (graphic != NULL)
      kp_uno_any_set_interface(&cells[KP_GRID_ICON], "com.sun.star.graphic.XGraphic", graphic,
                               &ignored);
  }
  for (int i = KP_GRID_WHEN; i < KP_GRID_COLUMNS; i++) {
    char *text = widths[i] > 0 ? kp_board_cut_text(board, texts[i], widths[i]) : NULL;
    kp_uno_any_set_string(&cells[i], text != NULL ? text : texts[i], &ignored);
    free(text);
  }
  return row;
}

static void tell_rows(const kp_widget *widget, uno_Sequence *rows, size_t count) {
  static kp_uno_method clear =
      KP_UNO_METHOD("com.sun.star.awt.grid.XMutableGridDataModel::removeAllRows");
  static kp_uno_method add = KP_UNO_METHOD("com.sun.star.awt.grid.XMutableGridDataModel::addRows");
  static kp_uno_method tip =
      KP_UNO_METHOD("com.sun.star.awt.grid.XMutableGridDataModel::updateRowToolTip");
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Sequence *headings = kp_uno_sequence_new(row_type, count);
  kp_uno_call(&ignored, widget->grid->data, &clear, NULL);
  if (headings != NULL && count > 0 &&
      kp_uno_call(&ignored, widget->grid->data, &add, NULL, headings, rows))
    for (size_t i = 0; i < count; i++) {
      uno_Any any;
      kp_uno_any_init(&any);
      if (kp_uno_any_set_string(&any, widget->grid->texts[i * KP_GRID_COLUMNS + KP_GRID_WHAT],
                                &ignored))
        kp_uno_call(&ignored, widget->grid->data, &tip, NULL, (int)i, &any);
      kp_uno_any_clear(&any);
    }
  kp_uno_sequence_free(headings, row_type);
}

/* Shows the rows, cut to what their columns show. */
static void fill(const kp_board *board, const kp_widget *widget, const int *widths) {
  const kp_board_grid *grid = widget->grid;
  pictures with = {.count = 0};
  size_t count = grid->count;
  uno_Sequence *rows = kp_uno_sequence_new(rows_type, count);
  bool good = rows != NULL;
  for (size_t i = 0; good && i < count; i++) {
    uno_Sequence *row = row_of(board, grid->texts + i * KP_GRID_COLUMNS, widths, &with);
    good = row != NULL;
    if (!good)
      break;
    kp_uno_sequence_free(KP_UNO_ELEMENTS(uno_Sequence *, rows)[i], row_type);
    KP_UNO_ELEMENTS(uno_Sequence *, rows)[i] = row;
  }
  if (good)
    tell_rows(widget, rows, count);
  for (size_t i = 0; i < with.count; i++)
    kp_uno_release(with.graphic[i]);
  kp_uno_sequence_free(rows, rows_type);
  kp_board_grid_select(widget, widget->selected);
}

static void widths_of(const kp_board *board, const kp_widget *widget, int width, int height,
                      int widths[KP_GRID_COLUMNS]) {
  bool bar = kp_board_grid_height(board, (int)widget->grid->count) > height;
  kp_layout_columns(width, widget->grid->when, kp_board_line_height(board), bar, widths);
}

void kp_board_grid_place(kp_board *board, kp_widget *widget, int width, int height) {
  kp_board_grid *grid = widget->grid;
  kp_uno_error ignored = KP_UNO_IGNORED;
  int widths[KP_GRID_COLUMNS];
  int key = width * 4096 + height;
  if (grid == NULL || grid->placed == key)
    return;
  grid->placed = key;
  widths_of(board, widget, width, height, widths);
  int row = kp_layout_scale(KP_SPACE_ROW, kp_board_line_height(board));
  board->quiet++;
  kp_uno_property_set_long(&ignored, widget->model, "RowHeight", to_units(board, row, row).height);
  if (grid->column[KP_GRID_WHO] != NULL && widths[KP_GRID_WHO] == 0) {
    drop_column(widget, KP_GRID_WHO);
    kp_uno_release(grid->column[KP_GRID_WHO]);
    grid->column[KP_GRID_WHO] = NULL;
  }
  for (int i = 0; i < KP_GRID_COLUMNS; i++) {
    if (grid->column[i] == NULL && widths[i] > 0)
      grid->column[i] = add_column(widget, i);
    if (grid->column[i] != NULL)
      set_width(board, grid->column[i], widths[i], i == KP_GRID_WHAT);
  }
  fill(board, widget, widths);
  board->quiet--;
}

static bool keep_texts(kp_board_grid *grid, const kp_board_row *rows, size_t count) {
  grid->texts = calloc(count * KP_GRID_COLUMNS + 1, sizeof *grid->texts);
  bool good = grid->texts != NULL;
  for (size_t i = 0; good && i < count; i++) {
    const char *parts[KP_GRID_COLUMNS] = {rows[i].image, rows[i].when, rows[i].text, rows[i].who};
    for (int j = 0; good && j < KP_GRID_COLUMNS; j++) {
      char *copy = strdup(parts[j] != NULL ? parts[j] : "");
      grid->texts[i * KP_GRID_COLUMNS + (size_t)j] = copy;
      good = copy != NULL;
    }
  }
  return good;
}

void kp_board_grid_set_rows(kp_board *board, kp_widget *widget, const kp_board_row *rows,
                            size_t count) {
  kp_board_grid *grid = widget->grid;
  forget_texts(grid);
  if (!keep_texts(grid, rows, count)) {
    for (size_t i = 0; grid->texts != NULL && i < count * KP_GRID_COLUMNS; i++)
      free(grid->texts[i]);
    free(grid->texts);
    grid->texts = NULL;
    count = 0;
  }
  grid->count = count;
  widget->selected = KP_BOARD_NONE;
  grid->when = 0;
  for (size_t i = 0; i < count; i++) {
    int width = kp_board_text_width(board, grid->texts[i * KP_GRID_COLUMNS + KP_GRID_WHEN]);
    grid->when = width > grid->when ? width : grid->when;
  }
  grid->placed = 0;
  if (widget->at.width > 0)
    kp_board_grid_place(board, widget, widget->at.width, widget->at.height);
}

/* ----------------------------------------------------------------------------------- selection */

void kp_board_grid_select(const kp_widget *widget, int row) {
  static kp_uno_method clear =
      KP_UNO_METHOD("com.sun.star.awt.grid.XGridRowSelection::deselectAllRows");
  static kp_uno_method go = KP_UNO_METHOD("com.sun.star.awt.grid.XGridControl::goToCell");
  static kp_uno_method select = KP_UNO_METHOD("com.sun.star.awt.grid.XGridRowSelection::selectRow");
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_uno_call(&ignored, widget->control, &clear, NULL);
  if (row < 0 || (size_t)row >= widget->grid->count || widget->grid->column[0] == NULL)
    return;
  kp_uno_call(&ignored, widget->control, &go, NULL, 0, row);
  kp_uno_call(&ignored, widget->control, &select, NULL, row);
}

int kp_board_grid_selected(const kp_widget *widget) {
  static kp_uno_method get =
      KP_UNO_METHOD("com.sun.star.awt.grid.XGridRowSelection::getSelectedRows");
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Sequence *rows = NULL;
  int row = KP_BOARD_NONE;
  if (kp_uno_call(&ignored, widget->control, &get, &rows)) {
    row = rows->nElements > 0 ? KP_UNO_ELEMENTS(sal_Int32, rows)[0] : KP_BOARD_NONE;
    kp_uno_sequence_free(rows, "[]long");
  }
  return row;
}

int kp_board_grid_row(const kp_widget *widget, const kp_uno_key_event *event) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.awt.grid.XGridControl::getCurrentRow");
  kp_uno_error ignored = KP_UNO_IGNORED;
  int modifiers = event->base.modifiers;
  int last = (int)widget->grid->count - 1;
  sal_Int32 cursor = KP_BOARD_NONE;
  if (last < 0 || (modifiers & ~(KP_UNO_MODIFIER_SHIFT | KP_UNO_MODIFIER_MOD1)) != 0)
    return KP_BOARD_NONE;
  switch (event->key_code) {
  case KP_UNO_KEY_HOME:
    return 0;
  case KP_UNO_KEY_END:
    return last;
  case KP_UNO_KEY_PAGEUP:
  case KP_UNO_KEY_PAGEDOWN: /* where the office's own cursor went */
    return kp_uno_call(&ignored, widget->control, &get, &cursor) ? (int)cursor : KP_BOARD_NONE;
  default:
    break;
  }
  if (modifiers != 0 || event->key_char <= ' ' || widget->grid->texts == NULL)
    return KP_BOARD_NONE;
  return kp_layout_letter((const char *const *)widget->grid->texts + KP_GRID_WHAT, KP_GRID_COLUMNS,
                          widget->grid->count, widget->selected, event->key_char);
}
