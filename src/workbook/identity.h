/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Who a document is: while it is open, and for good.
 *
 * The office numbers its documents from 1 in every process, so after a crash its number says
 * nothing; ours has the process in it. For good a workbook has a random text in the hidden sheet.
 * It goes along when the file is renamed, moved or sent; but also when it is copied. So it says
 * which workbook something cannot belong to, and where the file lies says the rest (origin.h).
 * Within src/workbook only.
 */
#ifndef KERNPUNT_WORKBOOK_IDENTITY_H
#define KERNPUNT_WORKBOOK_IDENTITY_H

#include "document.h"
#include "registry.h"

/** Key of the identity in the registry's KP_REGISTRY_WORKBOOK. Stored in users' files: never
 * change. */
#define KP_IDENTITY_KEY "identity"

enum { KP_IDENTITY_SIZE = 27 };

/** A new identity: 26 letters and digits. The first 16 of them are the process's, the rest chance.
 */
bool kp_identity_new(kp_uno_error *error, char identity[KP_IDENTITY_SIZE]);

/**
 * The identity that a document has or is to get when it is written, malloc'ed. One that has none
 * gets one, and so does a document without a file whose identity neither this process made nor any
 * record of the journal has, because then it came with a template. "" when there is no hidden
 * sheet, and in a shared document, where two people would make two. `*fresh`: it is still to be
 * written.
 */
bool kp_identity_take(kp_uno_error *error, const kp_document *document, const kp_registry *registry,
                      bool shared, const char *url, char **identity, bool *fresh);
/** Writes it, once the rows that have it are there: no step of undo. Where that fails (somebody
 * protected the hidden sheet) the next write tries again. */
void kp_identity_write(const kp_document *document, const char *identity);

#endif
