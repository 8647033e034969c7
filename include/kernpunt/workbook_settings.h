/* SPDX-License-Identifier: GPL-3.0-or-later */
/** A former name of kernpunt/workbook.h. */
#include "kernpunt/workbook.h"
