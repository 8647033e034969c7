/* SPDX-License-Identifier: GPL-3.0-or-later */
/** What the files of the desk share. */
#ifndef KERNPUNT_SESSION_INTERNAL_H
#define KERNPUNT_SESSION_INTERNAL_H

#include "kernpunt/session.h"
#include "draft.h"
#include "kernpunt/workbook.h"

struct kp_desk {
  struct kp_desk *next; /* in the list of open desks */
  uno_Interface *context;
  uno_Interface *model; /* NULL when the document was closed */
  uno_Interface *listener;
  kp_method *method;
  char *trouble; /* why there is no method; "" else */
  kp_language language;
  kp_desk_watcher *watchers;
  size_t watcher_count;
  const void *preferred; /* data of the watcher that hears first */
  /* What was read, until something changes. */
  bool stale;
  unsigned edition; /* counts changes of the content */
  bool saving;      /* then the office only clears its mark of modification */
  bool marked;      /* as modified, when last heard of */
  bool set_up;
  kp_workbook_state state;
  kp_date today;
  kp_reader *reader;
  kp_method_book *book;
  size_t missing;
  kp_drafts *drafts;
  kp_drafts *profile; /* of the user, not of the document */
};

/** The document for the functions of src/workbook, without a view. */
kp_document kp_desk_document(const kp_desk *desk);
/** Forgets a desk that nobody watches. */
void kp_desk_end(kp_desk *desk);
/** Reads state and set-up again when something changed. */
void kp_desk_look(kp_desk *desk);
/** Makes the object that listens to the document, and forgets it. */
bool kp_desk_listen(kp_uno_error *error, kp_desk *desk);
void kp_desk_unlisten(kp_desk *desk);
/** Looks for the rows of the journal in the saved file and in the document. */
void kp_desk_verify(kp_desk *desk, bool after_save);
/** Tells the watchers. */
void kp_desk_tell(kp_desk *desk);

#endif
