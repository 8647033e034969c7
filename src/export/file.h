/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Files that are made of the workbook. Within src/export only. */
#ifndef KERNPUNT_EXPORT_FILE_H
#define KERNPUNT_EXPORT_FILE_H

#include "sheet.h"

/** A named argument of a call: one of text, an object (by this interface), or TRUE. */
typedef struct kp_export_named_value {
  const char *name;
  const char *text;
  const char *type; /**< of the object */
  uno_Interface *object;
} kp_export_named_value;

/** Arguments as the office wants them; free with kp_uno_sequence_free(…, KP_EXPORT_MEDIA). */
#define KP_EXPORT_MEDIA "[]com.sun.star.beans.PropertyValue"
uno_Sequence *kp_export_media(kp_uno_error *error, const kp_export_named_value *values,
                              size_t count);
/** Writes the document into another file, as it is now; the document keeps its own. */
bool kp_export_store(kp_uno_error *error, uno_Interface *model, const char *url,
                     uno_Sequence *media);
/** Whether a file is there. */
bool kp_export_exists(kp_uno_error *error, uno_Interface *context, const char *url, bool *is);
/** The file becomes these bytes. */
bool kp_export_write_file(kp_uno_error *error, uno_Interface *context, const char *url,
                          const char *bytes, size_t size);

#endif
