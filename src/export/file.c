/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are made of the workbook: a sheet as PDF, a copy beside the file. */
#include "file.h"

#include "kernpunt/export.h"
#include "spot.h"

#include <stdlib.h>
#include <string.h>

uno_Sequence *kp_export_media(kp_uno_error *error, const kp_export_named_value *values,
                              size_t count) {
  uno_Sequence *media = kp_uno_sequence_new(KP_EXPORT_MEDIA, count);
  bool good = media != NULL || kp_uno_error_memory(error);
  for (size_t i = 0; good && i < count; i++) {
    kp_uno_property_value *to = &KP_UNO_ELEMENTS(kp_uno_property_value, media)[i];
    good = kp_uno_string_assign(&to->name, values[i].name, error);
    if (good && values[i].text != NULL)
      good = kp_uno_any_set_string(&to->value, values[i].text, error);
    else if (good && values[i].type != NULL)
      good = kp_uno_any_set_interface(&to->value, values[i].type, values[i].object, error);
    else if (good)
      kp_uno_any_set_bool(&to->value, true);
  }
  if (good)
    return media;
  kp_uno_sequence_free(media, KP_EXPORT_MEDIA);
  return NULL;
}

bool kp_export_store(kp_uno_error *error, uno_Interface *model, const char *url,
                     uno_Sequence *media) {
  static kp_uno_method store = KP_UNO_METHOD("com.sun.star.frame.XStorable::storeToURL");
  return media != NULL && kp_uno_call(error, model, &store, NULL, url, media);
}

static const char access_service[] = "com.sun.star.ucb.SimpleFileAccess";

bool kp_export_exists(kp_uno_error *error, uno_Interface *context, const char *url, bool *is) {
  static kp_uno_method ask = KP_UNO_METHOD("com.sun.star.ucb.XSimpleFileAccess::exists");
  uno_Interface *files = NULL;
  sal_Bool there = 0;
  bool good = kp_uno_create(error, context, access_service, &files) &&
              kp_uno_call(error, files, &ask, &there, url);
  *is = good && there != 0;
  kp_uno_release(files);
  return good;
}

/* A file that is not there yet. */
static bool fill_file(kp_uno_error *error, uno_Interface *files, const char *url,
                      uno_Sequence *data) {
  static kp_uno_method open = KP_UNO_METHOD("com.sun.star.ucb.XSimpleFileAccess::openFileWrite");
  static kp_uno_method write = KP_UNO_METHOD("com.sun.star.io.XOutputStream::writeBytes");
  static kp_uno_method close = KP_UNO_METHOD("com.sun.star.io.XOutputStream::closeOutput");
  uno_Interface *stream = NULL;
  bool good = kp_uno_call(error, files, &open, &stream, url) &&
              kp_uno_call(error, stream, &write, NULL, data) &&
              kp_uno_call(error, stream, &close, NULL);
  kp_uno_release(stream);
  return good;
}

/* Beside it first: on a full disk the file that was there before stays. */
bool kp_export_write_file(kp_uno_error *error, uno_Interface *context, const char *url,
                          const char *bytes, size_t size) {
  static kp_uno_method kill = KP_UNO_METHOD("com.sun.star.ucb.XSimpleFileAccess::kill");
  static kp_uno_method move = KP_UNO_METHOD("com.sun.star.ucb.XSimpleFileAccess::move");
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *files = NULL;
  bool there = false;
  char *part = kp_export_format("%s.part", url);
  uno_Sequence *data = kp_uno_sequence_new("[]byte", size);
  bool good = part != NULL && data != NULL;
  if (!good)
    kp_uno_error_memory(error);
  good = good && kp_uno_create(error, context, access_service, &files) &&
         kp_export_exists(error, context, part, &there);
  if (good) {
    memcpy(data->elements, bytes, size);
    /* What was longer would keep its end. */
    good = (!there || kp_uno_call(error, files, &kill, NULL, part)) &&
           fill_file(error, files, part, data) && kp_uno_call(error, files, &move, NULL, part, url);
    if (!good)
      kp_uno_call(&ignored, files, &kill, NULL, part);
  }
  kp_uno_sequence_free(data, "[]byte");
  kp_uno_release(files);
  free(part);
  return good;
}

/* -------------------------------------------------------------------------------------- as PDF */

/* The sheet of that name, or the one in front. */
static bool sheet_for(kp_uno_error *error, const kp_document *document, const char *name,
                      uno_Interface **sheet) {
  static kp_uno_method active =
      KP_UNO_METHOD("com.sun.star.sheet.XSpreadsheetView::getActiveSheet");
  return name != NULL ? kp_export_sheet(error, document->model, name, sheet)
                      : kp_uno_call(error, document->controller, &active, sheet);
}

/* Only "Selection" leaves the other sheets out; a range of sheets is passed over (measured, 7.4).
 */
bool kp_export_pdf(const kp_document *document, const char *name, const char *url, char **message) {
  kp_uno_error error = KP_UNO_NO_ERROR;
  uno_Interface *sheet = NULL;
  uno_Sequence *filter = NULL;
  uno_Sequence *media = NULL;
  bool good = sheet_for(&error, document, name, &sheet);
  if (good) {
    const kp_export_named_value parts[] = {
        {.name = "Selection", .type = "com.sun.star.uno.XInterface", .object = sheet},
        {.name = "UseTaggedPDF"}};
    const kp_export_named_value arguments[] = {{.name = "FilterName", .text = "calc_pdf_Export"},
                                               {.name = "FilterData"}};
    filter = kp_export_media(&error, parts, 2);
    media = filter != NULL ? kp_export_media(&error, arguments, 2) : NULL;
    good = media != NULL &&
           kp_uno_any_set(&KP_UNO_ELEMENTS(kp_uno_property_value, media)[1].value, KP_EXPORT_MEDIA,
                          &filter, &error) &&
           kp_export_store(&error, document->model, url, media);
  }
  *message = kp_text_fill(good ? KP_TEXT_EXPORT_SAVED_AS : KP_TEXT_EXPORT_NOT_SAVED,
                          document->language, good ? url : error.message, NULL);
  kp_uno_sequence_free(media, KP_EXPORT_MEDIA);
  kp_uno_sequence_free(filter, KP_EXPORT_MEDIA);
  kp_uno_release(sheet);
  return good;
}
