/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Small texts by key in a file of the user's profile: drafts of a document, and what the panel
 * remembers of its user. Every change is written at once, to a new file that takes the place of the
 * old one, so that a crash leaves one or the other.
 */
#ifndef KERNPUNT_SESSION_DRAFT_H
#define KERNPUNT_SESSION_DRAFT_H

#include "kernpunt/uno.h"

typedef struct kp_drafts kp_drafts;

/** Opens the drafts called `name` ("settings", or what kp_drafts_name makes of a document); a
 * missing or unreadable file counts as empty. NULL without memory. */
kp_drafts *kp_drafts_open(uno_Interface *context, const char *name);
void kp_drafts_free(kp_drafts *drafts);
/** Name for a document: of its URL, or of its runtime id while it has none; malloc'ed. */
char *kp_drafts_name(const char *url, const char *uid);
/** Under another name from now on ("Save As"); takes what is there along. */
bool kp_drafts_rename(kp_drafts *drafts, const char *name);
const char *kp_drafts_get(const kp_drafts *drafts, const char *key);
bool kp_drafts_set(kp_drafts *drafts, const char *key, const char *text);
void kp_drafts_drop(kp_drafts *drafts, const char *prefix);
bool kp_drafts_has(const kp_drafts *drafts, const char *prefix);

#endif
