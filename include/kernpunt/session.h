/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * A session: one per open document. Its desk listens to the document, keeps the rows that were read
 * until something changes, tells those who watch, settles the journal around saves, and keeps the
 * drafts. The desk of a workbook that was set up stays until the workbook is closed, with or
 * without a sidebar; that of another document goes with the last who watches it.
 */
#ifndef KERNPUNT_SESSION_H
#define KERNPUNT_SESSION_H

#include "kernpunt/method.h"
#include "kernpunt/workbook.h"

typedef struct kp_desk kp_desk;

/** Somebody who wants to know that the document changed; many changes may make one call. */
typedef struct kp_desk_watcher {
  void *data;
  void (*changed)(void *data);
} kp_desk_watcher;

/** What stops people from writing, in the order in which it is told. */
typedef enum kp_desk_lock {
  KP_DESK_FREE,
  KP_DESK_NO_DOCUMENT,
  KP_DESK_READ_ONLY,
  KP_DESK_UNTRACKED /**< shared, but changes are not recorded: a save would write nothing */
} kp_desk_lock;

/** The desk of a document; the same one for the same document. NULL after an error. Every open has
 * its kp_desk_close. `watcher` is copied; `watcher->data` tells them apart. */
kp_desk *kp_desk_open(kp_uno_error *error, uno_Interface *context, uno_Interface *model,
                      kp_language language, const kp_desk_watcher *watcher);
void kp_desk_close(kp_desk *desk, void *watcher_data);

/** From now on this watcher hears of changes before the others: people look at what they work in.
 */
void kp_desk_prefer(kp_desk *desk, const void *watcher_data);

/** The method, borrowed for as long as the desk is open; NULL when its files are broken, and then
 * kp_desk_trouble says what is wrong with them. */
const kp_method *kp_desk_method(const kp_desk *desk);
const char *kp_desk_trouble(const kp_desk *desk);

/** The document, borrowed; NULL when it was closed under the panes. */
uno_Interface *kp_desk_model(const kp_desk *desk);
kp_desk_lock kp_desk_locked(kp_desk *desk);
/** Whether it is a shared document. */
bool kp_desk_shared(kp_desk *desk);
/** Whether the workbook has the tables of the method. */
bool kp_desk_set_up(kp_desk *desk);

/**
 * The rows as they are now, for rules, agenda and steps; read again only after a change. NULL when
 * the workbook was not set up or cannot be read. Borrowed, valid until the document changes or the
 * office runs on: fetch it anew in every event.
 */
kp_method_book *kp_desk_book(kp_desk *desk);
/** The reader behind the book, under the same terms. */
kp_reader *kp_desk_reader(kp_desk *desk);
const kp_method_rows *kp_desk_rows(kp_desk *desk);
/** Text of a cell of row `row` as a form would show it (a date as ISO 8601), malloc'ed; "" when
 * blank; NULL without memory. */
char *kp_desk_cell(kp_desk *desk, const kp_method_column *column, size_t row);
/** A row by its ID. */
bool kp_desk_find(kp_desk *desk, const kp_method_table *table, const char *id, size_t *row);

/** Before an event or refresh: what was read another day is old. Not while a book is borrowed. */
void kp_desk_wake(kp_desk *desk);
/** After a write of our own: what was read is old. The watchers hear of it too. */
void kp_desk_touch(kp_desk *desk);
/** Another number whenever the content changed; saving is no change. */
unsigned kp_desk_edition(const kp_desk *desk);

/** Rows and changes that were written into this document and lost, by a crash or a save; 0 when all
 * is well. kp_desk_restored after kp_journal_restore or kp_journal_forget. */
size_t kp_desk_missing(const kp_desk *desk);
void kp_desk_restored(kp_desk *desk);

/**
 * Drafts: what was typed and not saved, by key ("follow/F-7K3Q2/action//owner"), per document; they
 * survive panel, deck, sheet and theme switches and a crash. Kept in a file in the user's profile.
 * "" or NULL forgets a key. kp_desk_draft: borrowed until the next change of drafts; NULL when
 * there is none.
 */
const char *kp_desk_draft(const kp_desk *desk, const char *key);
bool kp_desk_set_draft(kp_desk *desk, const char *key, const char *text);
/** Forgets every key that begins with `prefix`. */
void kp_desk_drop_drafts(kp_desk *desk, const char *prefix);
/** True when there is a key that begins with `prefix`. */
bool kp_desk_has_drafts(const kp_desk *desk, const char *prefix);

/** The person at the keyboard as the list of people has them, malloc'ed: the name chosen with
 * kp_desk_set_me, or the office's user name when it is in the list. "" when unknown, NULL without
 * memory. */
char *kp_desk_me(kp_desk *desk);
bool kp_desk_set_me(kp_desk *desk, const char *name);

/* --------------------------------------------------------------------- without a sidebar */

/** Sees to it that a document has its session when it is a workbook that was set up. On the
 * office's own thread only. */
void kp_session_keep(uno_Interface *context, uno_Interface *model);

/** org.kernpunt.calc.Session, an XJob that does so for every spreadsheet that comes up. */
extern kp_uno_class kp_session_class;
bool kp_session_create(uno_Interface *context, const uno_Sequence *arguments,
                       uno_Interface **result, kp_uno_error *error);

/* ---------------------------------------------- whether people took back what was done */

/** Steps that can be undone in a document; 0 when it does not tell, or for NULL. */
int32_t kp_undone_count(uno_Interface *model);
/** Whether the step that was the last of `then` steps was undone since. */
bool kp_undone_since(uno_Interface *model, int32_t then);

#endif
