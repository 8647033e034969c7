/* SPDX-License-Identifier: GPL-3.0-or-later */
/** The document as a whole. Within tests/fake only. */
#ifndef KERNPUNT_TESTS_FAKE_DOCUMENT_H
#define KERNPUNT_TESTS_FAKE_DOCUMENT_H

#include "model.h"

/** With one empty sheet; fake_document_release it. */
fake_document *fake_document_new(const char *uid, const char *locale);
uno_Interface *fake_model_new(fake_document *document);
/** Takes all files out of the office's profile. */
void fake_office_empty(fake_office *office);
/** It is closed: whoever listens is told. */
void fake_document_dispose(fake_document *document);
/** The document that a frame object shows, or NULL. */
fake_document *fake_frame_document(uno_Interface *frame);
/** Key of a number format, made when it is not there. */
int32_t fake_format_add(fake_document *document, const char *code, const char *locale);
void fake_formats_start(fake_document *document);
void fake_formats_clear(fake_document *document);
/** Number formats, styles and validations go with the file. */
void fake_formats_move(fake_document *to, fake_document *from);
void fake_validations_clear(fake_document *document);
/** A stored file as the office's zip service shows it; NULL when it is none. */
uno_Interface *fake_zip_new(const char *url);
int32_t fake_style_index(const fake_document *document, const char *name);

#endif
