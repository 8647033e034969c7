/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Whether people took back what a panel says it did. */
#ifndef KERNPUNT_PANEL_UNDONE_H
#define KERNPUNT_PANEL_UNDONE_H

#include "kernpunt/uno.h"

/** Steps that can be undone in a document; 0 when it does not tell, or for NULL. */
int32_t kp_undone_count(uno_Interface *model);
/** Whether the step that was the last of `then` steps was undone since. */
bool kp_undone_since(uno_Interface *model, int32_t then);

#endif
