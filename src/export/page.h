/* SPDX-License-Identifier: GPL-3.0-or-later */
/** The page on which results are printed. Within src/export only. */
#ifndef KERNPUNT_EXPORT_PAGE_H
#define KERNPUNT_EXPORT_PAGE_H

#include "sheet.h"

/** Gives a sheet an upright A4 page of its own, one page for the cells from the first to this one,
 * with a footer. */
bool kp_export_page_style(kp_uno_error *error, uno_Interface *model, uno_Interface *sheet,
                          kp_language language, int32_t right, int32_t bottom);

#endif
