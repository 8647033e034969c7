/* SPDX-License-Identifier: GPL-3.0-or-later */
/** What the files of the sources share. Within src/workbook only. */
#ifndef KERNPUNT_WORKBOOK_SOURCES_INTERNAL_H
#define KERNPUNT_WORKBOOK_SOURCES_INTERNAL_H

#include "grid.h"
#include "kernpunt/workbook.h"
#include "registry.h"

/** Kind of their rows in the registry. Stored in users' files: never change. */
#define KP_SOURCES_KIND "source"

/** Takes the sources out of a registry that was read. */
bool kp_sources_of(kp_uno_error *error, uno_Interface *model, const kp_registry *registry,
                   kp_sources *sources);

/** Writes the rows of a source into the registry of the document; `key` gets its key. */
bool kp_sources_write(kp_uno_error *error, const kp_document *document,
                      const kp_source_choice *choice, char key[16]);
/** Names its columns for formulas. */
bool kp_sources_name(kp_uno_error *error, const kp_document *document,
                     const kp_source_choice *choice, const char *key);
/** Adds units, people and measurements, and remembers which measurement is which. */
kp_workbook_answer kp_sources_fill(kp_uno_error *error, const kp_document *document,
                                   const kp_source_choice *choice, const char *key,
                                   kp_outcome *outcome);

#endif
