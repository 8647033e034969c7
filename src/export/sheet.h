/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Short words for the calls on sheets, ranges and steps of undo. Within src/export only. */
#ifndef KERNPUNT_EXPORT_SHEET_H
#define KERNPUNT_EXPORT_SHEET_H

#include "kernpunt/text.h"
#include "kernpunt/uno.h"
#include "kernpunt/uno_types.h"

/** A malloc'ed text by the rules of printf; NULL without memory. */
char *kp_export_format(const char *format, ...) __attribute__((format(printf, 1, 2)));
/** A text as a string of a formula, with its quotes doubled: "\"Jan \"\"\"". Malloc'ed. */
char *kp_export_quote(const char *text);

/** The name of a column, "A" to "AMJ" and beyond. */
void kp_export_column(int32_t column, char name[8]);
/** A cell as people write it, "B3", or "$B$3" when `fixed`. */
enum { KP_EXPORT_CELL_SIZE = 24 };
const char *kp_export_cell_name(int32_t column, int32_t row, bool fixed,
                                char name[KP_EXPORT_CELL_SIZE]);

/** An element of a container by its name; acquired. */
bool kp_export_named(kp_uno_error *error, uno_Interface *container, const char *name,
                     uno_Interface **element);
bool kp_export_has(kp_uno_error *error, uno_Interface *container, const char *name, bool *has);
bool kp_export_name_of(kp_uno_error *error, uno_Interface *named, char **name);
bool kp_export_sheets(kp_uno_error *error, uno_Interface *model, uno_Interface **sheets);
bool kp_export_sheet(kp_uno_error *error, uno_Interface *model, const char *name,
                     uno_Interface **sheet);
/** A new sheet with a name that is free: `base`, else "base 2" …; acquired. It stands behind the
 * sheet in front, or at the end without a view. */
bool kp_export_new_sheet(kp_uno_error *error, uno_Interface *model, const char *base,
                         uno_Interface **sheet);
/** A sheet's name quoted for a formula, "$'Jan''s list'"; malloc'ed. */
char *kp_export_reference(const char *sheet);

/** A range of a sheet, both ends included, from 0; acquired. */
bool kp_export_range(kp_uno_error *error, uno_Interface *sheet, int32_t left, int32_t top,
                     int32_t right, int32_t bottom, uno_Interface **range);
bool kp_export_address(kp_uno_error *error, uno_Interface *range, kp_uno_cell_range_address *where);
/** Whether cells of a rectangle hold something, or take part in a merge. */
bool kp_export_filled(kp_uno_error *error, uno_Interface *sheet, int32_t left, int32_t top,
                      int32_t right, int32_t bottom, bool *filled);
bool kp_export_protected(kp_uno_error *error, uno_Interface *object, bool *is);

/** The key of a number format with an English code. */
bool kp_export_number_format(kp_uno_error *error, uno_Interface *model, const char *code,
                             int32_t *key);
/** A service of the document itself; acquired. */
bool kp_export_make(kp_uno_error *error, uno_Interface *model, const char *service,
                    uno_Interface **object);
/** Sets an enum of the type with this UNO name. */
bool kp_export_set_enum(kp_uno_error *error, uno_Interface *object, const char *name,
                        const char *type, int32_t value);
/** Sets a property that is a float: some take no other number. */
bool kp_export_set_float(kp_uno_error *error, uno_Interface *object, const char *name, float value);
/** Sets a property that is an interface. */
bool kp_export_set_object(kp_uno_error *error, uno_Interface *object, const char *name,
                          const char *type, uno_Interface *value);
/** Makes a cell style, or hands out the one that is there; acquired. `*fresh` tells which. */
bool kp_export_style(kp_uno_error *error, uno_Interface *model, const char *family,
                     const char *service, const char *name, uno_Interface **style, bool *fresh);

/** One step of undo, with the views at rest meanwhile. */
typedef struct kp_export_step {
  uno_Interface *model;
  uno_Interface *manager; /**< NULL: the list of steps cannot be had */
  bool entered;
  bool resting;
} kp_export_step;

void kp_export_step_begin(kp_export_step *step, uno_Interface *model, const char *title);
/** Ends it; what was done is undone unless `good`. */
void kp_export_step_end(kp_export_step *step, bool good);

#endif
