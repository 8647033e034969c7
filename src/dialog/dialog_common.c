/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the dialogs share: the document they are about, texts, widgets. */
#include "dialog.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *kp_dialog_text(kp_text text, kp_language language, const char *first) {
  return kp_text_fill(text, language, first, NULL);
}

/* --------------------------------------------------------------------------------
 * the document */

bool kp_dialog_document_open(uno_Interface *context, uno_Interface *frame, kp_language language,
                             kp_dialog_document *of, char **message) {
  static kp_uno_method get_controller = KP_UNO_METHOD("com.sun.star.frame.XFrame::getController");
  static kp_uno_method get_model = KP_UNO_METHOD("com.sun.star.frame.XController::getModel");
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_method_error problem = {.file = "", .line = 0, .message = ""};
  memset(of, 0, sizeof *of);
  if (frame != NULL && kp_uno_call(&ignored, frame, &get_controller, &of->controller))
    kp_uno_call(&ignored, of->controller, &get_model, &of->model);
  uno_Interface *sheets =
      of->model != NULL ? kp_uno_query(of->model, "com.sun.star.sheet.XSpreadsheetDocument") : NULL;
  kp_uno_release(sheets);
  if (sheets == NULL) {
    *message = kp_dialog_text(KP_TEXT_NO_DOCUMENT, language, NULL);
    return false;
  }
  of->method = kp_workbook_method(language, &problem);
  if (of->method == NULL) {
    *message = kp_dialog_text(KP_TEXT_COMMAND_FAILED, language, problem.message);
    return false;
  }
  of->document = (kp_document){.context = context,
                               .model = of->model,
                               .controller = of->controller,
                               .method = of->method,
                               .language = language};
  return true;
}

void kp_dialog_document_close(kp_dialog_document *of) {
  kp_method_free(of->method);
  kp_uno_release(of->controller);
  kp_uno_release(of->model);
  memset(of, 0, sizeof *of);
}

void kp_dialog_document_end(kp_dialog_document *of, bool done, const kp_uno_error *error,
                            kp_language language, char **message) {
  kp_dialog_document_close(of);
  bool failed = !done && error->type[0] != '\0';
  if (failed) {
    free(*message);
    *message = NULL;
  }
  if (*message == NULL)
    *message = kp_dialog_text(failed ? KP_TEXT_COMMAND_FAILED : KP_TEXT_NONE, language,
                              failed ? error->message : NULL);
}

/* --------------------------------------------------------------------------------------
 * widgets */

int kp_dialog_widget(kp_uno_error *error, kp_board *board, const char *name, kp_widget_kind kind,
                     const char *label) {
  const kp_widget_spec spec = {.name = name, .kind = kind, .label = label};
  return kp_board_add(error, board, &spec);
}

int kp_dialog_field(kp_uno_error *error, kp_board *board, const char *name, kp_widget_kind kind,
                    const char *label, const char *help) {
  char label_name[80];
  const kp_widget_spec field = {.name = name, .kind = kind, .help = help};
  snprintf(label_name, sizeof label_name, "label_%s", name);
  return kp_dialog_widget(error, board, label_name, KP_WIDGET_LABEL, label) >= 0
             ? kp_board_add(error, board, &field)
             : KP_BOARD_NONE;
}
