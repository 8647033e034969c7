/* SPDX-License-Identifier: GPL-3.0-or-later */
/** The stack of steps behind the undo manager. Within tests/fake only. */
#ifndef KERNPUNT_TESTS_FAKE_HISTORY_H
#define KERNPUNT_TESTS_FAKE_HISTORY_H

#include "model.h"

/** Whether what happens now is put on the list. */
bool fake_history_keeps(const fake_document *document);
/** Ends the open step; without changes it leaves none. */
void fake_history_end(fake_document *document, const char *title);
/** Makes its changes part of the step before it. */
void fake_history_merge(fake_document *document);
/** Takes one step back, or does it again; there must be one. */
void fake_history_move(fake_document *document, bool back);
void fake_history_drop_redo(fake_document *document);
/** Tells those who listen to the manager: name of the event behind "XUndoManagerListener::". */
void fake_history_tell(fake_document *document, kp_uno_method *event, const char *title);

#define FAKE_UNDO_EVENT(name) KP_UNO_METHOD("com.sun.star.document.XUndoManagerListener::" name)

#endif
