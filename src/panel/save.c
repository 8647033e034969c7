/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Save: rules, workbook, answer. The document is that of the panel's own frame at this moment. */
#include "internal.h"

#include "kernpunt/workbook.h"

#include <stdio.h>
#include <stdlib.h>

/* The text of the form. */
typedef struct typed {
  char *what;
  char *owner;
  char *deadline;
} typed;

static void typed_clear(typed *form) {
  free(form->what);
  free(form->owner);
  free(form->deadline);
}

static void say(kp_panel *panel, kp_text text, const char *first, const char *second, bool strong) {
  char *said = kp_text_fill(text, panel->language, first, second);
  panel->counting = false;
  kp_panel_say(panel, said != NULL ? said : kp_text_get(text, panel->language), strong);
  free(said);
}

bool kp_panel_document(const kp_panel *panel, uno_Interface **model, uno_Interface **controller) {
  static kp_uno_method get_controller = KP_UNO_METHOD("com.sun.star.frame.XFrame::getController");
  static kp_uno_method get_model = KP_UNO_METHOD("com.sun.star.frame.XController::getModel");
  kp_uno_error ignored = KP_UNO_NO_ERROR;
  return kp_uno_call(&ignored, panel->frame, &get_controller, controller) &&
         kp_uno_call(&ignored, *controller, &get_model, model) && *model != NULL;
}

/* Asks whether the sheet may be made. The office runs on meanwhile: anything may be gone after. */
static bool ask_create(kp_panel *panel, const char *sheet) {
  static kp_uno_method get_window = KP_UNO_METHOD("com.sun.star.frame.XFrame::getContainerWindow");
  static kp_uno_method create =
      KP_UNO_METHOD("com.sun.star.awt.XMessageBoxFactory::createMessageBox");
  static kp_uno_method execute = KP_UNO_METHOD("com.sun.star.awt.XMessageBox::execute");
  static kp_uno_method dispose = KP_UNO_METHOD("com.sun.star.lang.XComponent::dispose");
  enum { QUERYBOX = 4, YES_NO = 3, DEFAULT_YES = 0x40000, YES = 2 };
  kp_uno_error ignored = KP_UNO_NO_ERROR;
  uno_Interface *window = NULL;
  uno_Interface *toolkit = NULL;
  uno_Interface *box = NULL;
  sal_Int16 answer = 0;
  char *question = kp_text_fill(KP_TEXT_ASK_CREATE, panel->language, sheet, NULL);
  panel->busy = true;
  if (question != NULL && kp_uno_call(&ignored, panel->frame, &get_window, &window) &&
      kp_uno_create(&ignored, panel->context, "com.sun.star.awt.Toolkit", &toolkit) &&
      kp_uno_call(&ignored, toolkit, &create, &box, window, QUERYBOX, YES_NO | DEFAULT_YES,
                  kp_text_get(KP_TEXT_ASK_TITLE, panel->language), question) &&
      !kp_uno_call(&ignored, box, &execute, &answer))
    answer = 0;
  panel->busy = false;
  if (box != NULL)
    kp_uno_call(&ignored, box, &dispose, NULL);
  free(question);
  kp_uno_release(box);
  kp_uno_release(toolkit);
  kp_uno_release(window);
  return answer == YES;
}

static void show_written(kp_panel *panel, const kp_workbook_result *result, const char *warning) {
  static const kp_panel_control fields[] = {KP_PANEL_WHAT, KP_PANEL_OWNER, KP_PANEL_DEADLINE};
  char row[16];
  snprintf(row, sizeof row, "%d", (int)result->row);
  for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
    kp_panel_set_text(panel, fields[i], "");
  panel->status = KP_STATUS_TODO;
  kp_panel_show_status(panel);
  kp_panel_show_echo(panel);
  char *logged = kp_text_fill(KP_TEXT_LOGGED, panel->language, result->id, row);
  const char *more = kp_text_get(result->text != KP_TEXT_NONE ? result->text : KP_TEXT_LOGGED_HINT,
                                 panel->language);
  if (warning != NULL)
    more = warning;
  char said[1000];
  snprintf(said, sizeof said, "%s %s", logged != NULL ? logged : result->id, more);
  free(logged);
  panel->counting = false;
  kp_panel_say(panel, said, false);
  kp_panel_focus(panel, KP_PANEL_WHAT);
}

/* Writes into one document, after asking when its table has to be made first. */
static kp_workbook_answer write_action(kp_panel *panel, uno_Interface *model,
                                       uno_Interface *controller, const kp_action *action,
                                       kp_workbook_result *result, char **warning,
                                       kp_uno_error *error) {
  kp_workbook_answer answer = KP_WORKBOOK_FAILED;
  if (kp_panel_save_by_method(panel, model, controller, action, &answer, result, warning, error))
    return answer;
  answer = kp_workbook_append_action(panel->context, model, controller, action, panel->language,
                                     false, result, error);
  if (answer != KP_WORKBOOK_NO_TABLE || !ask_create(panel, result->detail) || panel->disposed)
    return answer;
  uno_Interface *model_now = NULL;
  uno_Interface *controller_now = NULL;
  if (kp_panel_document(panel, &model_now, &controller_now) && kp_uno_same(model, model_now)) {
    kp_workbook_result_clear(result);
    answer = kp_workbook_append_action(panel->context, model, controller_now, action,
                                       panel->language, true, result, error);
  }
  kp_uno_release(controller_now);
  kp_uno_release(model_now);
  return answer;
}

static void save_action(kp_panel *panel, const kp_action *action) {
  uno_Interface *model = NULL;
  uno_Interface *controller = NULL;
  kp_uno_error error = KP_UNO_NO_ERROR;
  kp_workbook_result result = {"", 0, KP_TEXT_NONE, NULL};
  kp_workbook_answer answer = KP_WORKBOOK_REFUSED;
  char *by_rules = NULL;
  if (kp_panel_document(panel, &model, &controller))
    answer = write_action(panel, model, controller, action, &result, &by_rules, &error);
  else
    result.text = KP_TEXT_NO_DOCUMENT;
  if (!panel->disposed) {
    switch (answer) {
    case KP_WORKBOOK_WRITTEN:
      show_written(panel, &result, by_rules);
      break;
    case KP_WORKBOOK_NO_TABLE:
      say(panel, KP_TEXT_NOT_CREATED, NULL, NULL, false);
      break;
    case KP_WORKBOOK_REFUSED:
      panel->counting = false;
      if (by_rules != NULL && result.text == KP_TEXT_NONE)
        kp_panel_say(panel, by_rules, true);
      else
        say(panel, result.text, result.detail, NULL, true);
      break;
    default:
      say(panel, KP_TEXT_WRITE_FAILED, error.message, NULL, true);
    }
  }
  free(by_rules);
  kp_workbook_result_clear(&result);
  kp_uno_release(controller);
  kp_uno_release(model);
}

static void refuse(kp_panel *panel, const kp_problem *problem) {
  static const kp_panel_control fields[KP_FIELD_COUNT] = {KP_PANEL_WHAT, KP_PANEL_OWNER,
                                                          KP_PANEL_DEADLINE, KP_PANEL_STATUS};
  char number[24];
  snprintf(number, sizeof number, "%zu", problem->excess);
  say(panel, problem->text, number, NULL, true);
  kp_panel_focus(panel, fields[problem->field]);
}

void kp_panel_save(kp_panel *panel) {
  if (panel->busy || panel->disposed)
    return;
  typed form = {kp_panel_text(panel, KP_PANEL_WHAT), kp_panel_text(panel, KP_PANEL_OWNER),
                kp_panel_text(panel, KP_PANEL_DEADLINE)};
  if (form.what != NULL && form.owner != NULL && form.deadline != NULL) {
    kp_action_entry entry = {form.what, form.owner, form.deadline, panel->status};
    kp_action action;
    kp_problem problem;
    switch (kp_action_check(&entry, kp_workbook_today(), &action, &problem)) {
    case KP_ACTION_GOOD:
      save_action(panel, &action);
      kp_action_clear(&action);
      break;
    case KP_ACTION_REFUSED:
      refuse(panel, &problem);
      break;
    default:
      say(panel, KP_TEXT_WRITE_FAILED, kp_text_get(KP_TEXT_NO_MEMORY, panel->language), NULL, true);
    }
  }
  typed_clear(&form);
}
