/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands of menu and shortcuts:
 * "service:org.kernpunt.calc.Command?setup". */
#include "kernpunt/dialog.h"
#include "kernpunt/deck.h"

#include "command_export.h"
#include "kernpunt/command.h"
#include "kernpunt/session.h"
#include "kernpunt/uno.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A control of a panel that is to have the focus, and perhaps to be pressed. */
typedef struct wish {
  const char *panel;
  const char *control; /* NULL for no wish */
  bool press;
} wish;

typedef struct command {
  uno_Interface *context;
  uno_Interface *frame; /* the window in front when it was called */
  char *name;
  wish wish; /* what is left to do when a panel has come */
  int tries; /* it is looked for so many times more */
} command;

/* What a command works with. */
typedef struct job {
  uno_Interface *context;
  uno_Interface *frame;
  kp_language language;
  wish *wish;
} job;

/* ----------------------------------------------------------------------------------
 * the window */

static void tell(const job *with, bool good, char *text) {
  kp_dialog_tell(with->context, with->frame, with->language,
                 good ? KP_DIALOG_INFO : KP_DIALOG_WARNING, text);
  free(text);
}

/* ------------------------------------------------------------------------------------
 * commands */

static void show_deck(const job *with, const char *panel, bool focus) {
  kp_uno_error error = KP_UNO_NO_ERROR;
  if (!kp_deck_show(&error, with->context, with->frame, panel, focus))
    tell(with, false, kp_dialog_text(KP_TEXT_COMMAND_NO_DECK, with->language, NULL));
}

static void do_setup(const job *with) {
  char *message = NULL;
  bool good = kp_dialog_setup(with->context, with->frame, with->language, &message);
  if (good)
    show_deck(with, NULL, false);
  tell(with, good, message);
}

static void do_answers(const job *with) {
  char *message = NULL;
  bool good = kp_dialog_answer_sheet(with->context, with->frame, with->language, &message);
  tell(with, good, message);
}

static void do_settings(const job *with) {
  char *message = NULL;
  bool good = kp_dialog_settings(with->context, with->frame, with->language, &message);
  tell(with, good, message);
}

static void ignore_change(void *data) {
  (void)data;
}

/* Lets the panel Today show the form of a new action, whatever it shows now. `*writes`: an action
 * can be written. */
static bool choose_log(kp_uno_error *error, const job *with, uno_Interface *model, bool *writes) {
  const kp_desk_watcher watcher = {(void *)with, ignore_change};
  kp_desk *desk = kp_desk_open(error, with->context, model, with->language, &watcher);
  bool there = desk != NULL && kp_desk_set_up(desk);
  bool open = kp_deck_is_open(with->frame);
  *writes = there && kp_desk_locked(desk) == KP_DESK_FREE;
  if (there && open) {
    kp_desk_set_draft(desk, KP_DECK_LOGS, "yes");
    kp_desk_touch(desk);
  }
  if (desk != NULL)
    kp_desk_close(desk, (void *)with);
  return there;
}

static void log_in_dialog(const job *with) {
  char *message = NULL;
  kp_dialog_log(with->context, with->frame, with->language, &message);
  tell(with, false, message);
}

/* In the panel where that is open, else in a dialog. What stands in the way, a workbook that was
 * not set up or cannot be written, the panel says. */
static void do_log(const job *with) {
  kp_dialog_document of;
  kp_uno_error ignored = KP_UNO_IGNORED;
  char *message = NULL;
  bool dialog = false;
  if (!kp_dialog_document_open(with->context, with->frame, with->language, &of, &message)) {
    tell(with, false, message);
  } else {
    bool writes = false;
    bool there = choose_log(&ignored, with, of.model, &writes);
    dialog = writes && !kp_deck_is_open(with->frame);
    if (there && !dialog)
      *with->wish = (wish){KP_DECK_TODAY, "field_action", false};
    if (!dialog)
      show_deck(with, KP_DECK_TODAY, true);
  }
  kp_dialog_document_close(&of);
  if (dialog)
    log_in_dialog(with);
}

static void do_check(const job *with) {
  *with->wish = (wish){KP_DECK_CHECK, "check", true};
  show_deck(with, KP_DECK_CHECK, true);
}

static void do_panel(const job *with) {
  show_deck(with, NULL, true);
}

static bool ask_share(const job *with) {
  enum { BUTTONS_YES_NO = 3, YES = 2 };
  kp_language language = with->language;
  const char *explained = kp_text_get(KP_TEXT_SHARE_EXPLAIN, language);
  const char *asked = kp_text_get(KP_TEXT_COMMAND_SHARE_ASK, language);
  size_t size = strlen(explained) + strlen(asked) + sizeof "\n\n";
  char *text = malloc(size);
  if (text == NULL)
    return false;
  snprintf(text, size, "%s\n\n%s", explained, asked);
  int answer = kp_board_ask(NULL, with->context, with->frame, KP_DIALOG_QUESTION, BUTTONS_YES_NO,
                            kp_text_get(KP_TEXT_COMMAND_TITLE, language), text);
  free(text);
  return answer == YES;
}

static void do_share(const job *with) {
  kp_dialog_document of;
  kp_uno_error error = KP_UNO_NO_ERROR;
  kp_outcome outcome = {.text = KP_TEXT_NONE};
  char *message = NULL;
  bool good = kp_dialog_document_open(with->context, with->frame, with->language, &of, &message);
  if (good && ask_share(with)) {
    kp_workbook_answer answer = kp_workbook_share(&error, &of.document, &outcome);
    good = answer == KP_WORKBOOK_WRITTEN;
    message = good ? kp_dialog_text(KP_TEXT_COMMAND_SHARED, with->language, NULL)
                   : kp_workbook_told(answer, &outcome, NULL, &error, with->language, " ");
    kp_outcome_clear(&outcome);
  }
  kp_dialog_document_close(&of);
  tell(with, good, message);
}

static void open_example(const job *with, const char *path) {
  static kp_uno_method load =
      KP_UNO_METHOD("com.sun.star.frame.XComponentLoader::loadComponentFromURL");
  static const char type[] = "[]com.sun.star.beans.PropertyValue";
  kp_uno_error error = KP_UNO_NO_ERROR;
  uno_Interface *desktop = NULL;
  uno_Interface *document = NULL;
  uno_Sequence *media = kp_uno_sequence_new(type, 0);
  char *url = kp_dialog_url(with->context, path);
  bool good = url != NULL && media != NULL &&
              kp_uno_singleton(&error, with->context, "com.sun.star.frame.theDesktop", &desktop) &&
              kp_uno_call(&error, desktop, &load, &document, url, "_blank", 0, media) &&
              document != NULL;
  if (!good)
    tell(with, false,
         kp_dialog_text(KP_TEXT_COMMAND_NO_EXAMPLE, with->language,
                        error.message[0] != '\0' ? error.message : path));
  free(url);
  kp_uno_sequence_free(media, type);
  kp_uno_release(document);
  kp_uno_release(desktop);
}

static void do_example(const job *with) {
  open_example(with, "templates/Kernpunt/klantonderzoek-voorbeeld.ots");
}

static void do_round(const job *with) {
  open_example(with, "templates/Kernpunt/verbeterronde-voorbeeld.ots");
}

static void do_functions(const job *with) {
  kp_dialog_functions(with->context, with->language);
}

static void do_help(const job *with) {
  kp_dialog_help(with->context, with->language, NULL);
}

/* The names are in registry/Addons.xcu and Accelerators.xcu, and in macros of
 * users: keep. */
static const struct {
  const char *name;
  void (*run)(const job *with);
} commands[] = {
    {"setup", do_setup},     {"answers", do_answers},     {"log", do_log},
    {"check", do_check},     {"share", do_share},         {"settings", do_settings},
    {"example", do_example}, {"example_round", do_round}, {"functions", do_functions},
    {"help", do_help},       {"panel", do_panel},
};

static void run(command *self) {
  /* Whoever triggers it again while a dialog is open replaces name and frame. */
  uno_Interface *frame = kp_uno_acquire(self->frame);
  const job with = {self->context, frame, kp_workbook_language(self->context), &self->wish};
  size_t found = 0;
  while (found < sizeof commands / sizeof *commands &&
         strcmp(commands[found].name, self->name) != 0)
    found++;
  char *message = NULL;
  bool good = false;
  if (found < sizeof commands / sizeof *commands)
    commands[found].run(&with);
  else if (kp_command_export(with.context, with.frame, with.language, self->name, &good, &message))
    tell(&with, good, message);
  kp_uno_release(frame);
}

/* ---------------------------------------------------------------------------------- the object */

static void post(const command *self, uno_Interface *object) {
  static kp_uno_method add = KP_UNO_METHOD("com.sun.star.awt.XRequestCallback::addCallback");
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *later = NULL;
  uno_Any nothing;
  kp_uno_any_init(&nothing);
  if (kp_uno_create(&ignored, self->context, "com.sun.star.awt.AsyncCallback", &later))
    kp_uno_call(&ignored, later, &add, NULL, object, &nothing);
  kp_uno_release(later);
}

/* Outside of the menu that called, and on the office's own thread: XCallback. A panel fills itself
 * by such calls too, so that its form is there after some of them. */
static bool on_notify(kp_uno_incoming *in) {
  enum { TRIES = 20 };
  command *self = in->state;
  if (self->name == NULL || self->frame == NULL)
    return true;
  if (self->tries == 0) {
    run(self);
    self->tries = self->wish.control != NULL ? TRIES : 0;
  } else {
    bool done = kp_deck_focus(self->frame, self->wish.panel, self->wish.control, self->wish.press);
    self->tries = done ? 0 : self->tries - 1;
  }
  if (self->tries > 0)
    post(self, in->object);
  return true;
}

static bool on_trigger(kp_uno_incoming *in) {
  command *self = in->state;
  free(self->name);
  kp_uno_release(self->frame);
  self->name = kp_uno_string_utf8(KP_UNO_ARG(rtl_uString *, in, 0));
  self->frame = kp_dialog_frame(self->context);
  self->wish = (wish){NULL, NULL, false};
  self->tries = 0;
  post(self, in->object);
  return true;
}

static void finalize(void *state) {
  command *self = state;
  free(self->name);
  kp_uno_release(self->frame);
  kp_uno_release(self->context);
}

static const kp_uno_row rows[] = {
    {"com.sun.star.task.XJobExecutor::trigger", on_trigger, NULL},
    {"com.sun.star.awt.XCallback::notify", on_notify, NULL},
};
static const char *const services[] = {"org.kernpunt.calc.Command", NULL};
static const char *const interfaces[] = {"com.sun.star.task.XJobExecutor",
                                         "com.sun.star.awt.XCallback", NULL};

kp_uno_class kp_command_class = {
    .implementation = "org.kernpunt.calc.Command",
    .services = services,
    .interfaces = interfaces,
    .rows = rows,
    .row_count = sizeof rows / sizeof *rows,
    .state_size = sizeof(command),
    .finalize = finalize,
};

bool kp_command_create(uno_Interface *context, const uno_Sequence *arguments,
                       uno_Interface **result, kp_uno_error *error) {
  void *state = NULL;
  (void)arguments;
  *result = kp_uno_object_new(&kp_command_class, &state, error);
  if (*result == NULL)
    return false;
  ((command *)state)->context = kp_uno_acquire(context);
  return true;
}
