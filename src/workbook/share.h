/* SPDX-License-Identifier: GPL-3.0-or-later */
/** What sharing leaves behind. Within src/workbook only. */
#ifndef KERNPUNT_WORKBOOK_SHARE_H
#define KERNPUNT_WORKBOOK_SHARE_H

#include "grid.h"

/** Row of the registry, kind "workbook": "off" while the arrows in the headers are switched off
 * because the workbook is shared. */
#define KP_SHARE_FILTERS "filters"

/** After sharing has ended the arrows come back with the first write; nothing otherwise. Not to be
 * called in a shared document. */
bool kp_share_filters_back(kp_uno_error *error, uno_Interface *model, const kp_registry *registry,
                           bool *changed);

#endif
