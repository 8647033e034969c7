// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * A spreadsheet in the flat OpenDocument format, written from top to bottom.
 *
 * The first write that fails is remembered and all later calls do nothing; kp_ods_close says so.
 * Only kp_ods_new and kp_ods_close have to be checked.
 */
#ifndef KERNPUNT_SAMPLE_FLAT_ODS_H
#define KERNPUNT_SAMPLE_FLAT_ODS_H

#include <stdbool.h>

struct kp_ods;

/** How a sheet is shown: with its first row always in sight, with or without grid lines. */
struct kp_ods_view {
  const char *sheet;
  bool frozen, grid;
};

/** Starts the document at `path`; it opens on its first sheet. NULL on failure. */
struct kp_ods *kp_ods_new(const char *path, const struct kp_ods_view *views, unsigned count);

/** Ends and frees the document. False when anything could not be written, or for NULL. */
bool kp_ods_close(struct kp_ods *ods);

/** An element; `attributes` are name, value, …, NULL. Ended by kp_ods_end. */
void kp_ods_start(struct kp_ods *ods, const char *element, const char *const *attributes);
void kp_ods_end(struct kp_ods *ods);

/** An element without content. */
void kp_ods_empty(struct kp_ods *ods, const char *element, const char *const *attributes);

/** An element that holds only text. */
void kp_ods_text_run(struct kp_ods *ods, const char *element, const char *text);

/** Text within the open element. */
void kp_ods_run(struct kp_ods *ods, const char *text);

/** The attribute list of kp_ods_start, in place. */
#define KP_ODS_ATTRIBUTES(...) ((const char *const[]){__VA_ARGS__, NULL})

/** A sheet of table style "sheet", ended by kp_ods_end; `columns` names column styles, then NULL.
 */
void kp_ods_sheet(struct kp_ods *ods, const char *name, const char *const *columns);

/** A row in the given row style, ended by kp_ods_end. */
void kp_ods_row(struct kp_ods *ods, const char *style);

/** `count` empty rows. */
void kp_ods_skip_rows(struct kp_ods *ods, unsigned count);

/** Cells of the open row, from left to right. `style` is the name of a cell style. */
void kp_ods_blank(struct kp_ods *ods, const char *style, unsigned count);
void kp_ods_text(struct kp_ods *ods, const char *style, const char *text);
void kp_ods_number(struct kp_ods *ods, const char *style, double value);
void kp_ods_date(struct kp_ods *ods, const char *style, int year, int month, int day);

/** A text over `columns` cells. */
void kp_ods_wide_text(struct kp_ods *ods, const char *style, unsigned columns, const char *text);

/** A formula in OpenFormula notation without "of:", printf-like; nothing is calculated here. */
void kp_ods_formula(struct kp_ods *ods, const char *style, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/** The same as an array formula in one cell. */
void kp_ods_array_formula(struct kp_ods *ods, const char *style, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
