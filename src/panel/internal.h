/* SPDX-License-Identifier: GPL-3.0-or-later */
/** What the files of the panel share. */
#ifndef KERNPUNT_PANEL_INTERNAL_H
#define KERNPUNT_PANEL_INTERNAL_H

#include "kernpunt/method.h"
#include "kernpunt/panel.h"
#include "kernpunt/uno.h"
#include "kernpunt/uno_types.h"
#include "kernpunt/workbook_tables.h"

#define KP_PANEL_ACTION_RESOURCE "private:resource/toolpanel/KernpuntPanelFactory/ActionPanel"

/** The controls in tab order, which is also the order for screen readers: a label comes directly
 * before its field. */
typedef enum kp_panel_control {
  KP_PANEL_WHAT_LABEL,
  KP_PANEL_WHAT,
  KP_PANEL_OWNER_LABEL,
  KP_PANEL_OWNER,
  KP_PANEL_DEADLINE_LABEL,
  KP_PANEL_DEADLINE,
  KP_PANEL_DEADLINE_MENU,
  KP_PANEL_DEADLINE_ECHO,
  KP_PANEL_STATUS_LABEL,
  KP_PANEL_STATUS,
  KP_PANEL_SAVE,
  KP_PANEL_MESSAGE,
  KP_PANEL_CONTROLS
} kp_panel_control;

/** Everything of one panel. After dispose() all interfaces but the context are gone. */
typedef struct kp_panel {
  uno_Interface *context;
  uno_Interface *self; /* borrowed: the object itself */
  uno_Interface *frame;
  uno_Interface *sidebar; /* may be NULL: asks for new heights */
  uno_Interface *window;  /* the container, a dialog control */
  uno_Interface *controls[KP_PANEL_CONTROLS];
  char *resource;
  kp_language language;
  kp_status status;
  int width;     /* last width that was laid out */
  int height;    /* and its height */
  bool busy;     /* a menu or question is open: a second click must not start another */
  bool counting; /* the message says how many characters are left */
  bool disposed;
  uint32_t saved_at; /* office's milliseconds when the last save by key ended */
} kp_panel;

/* panel.c */
uno_Interface *kp_panel_new(uno_Interface *context, const char *resource,
                            const uno_Sequence *arguments, kp_uno_error *error);

/* controls.c */
/** Makes the window and its controls and listens to them. */
bool kp_panel_build(kp_panel *panel, uno_Interface *parent, kp_uno_error *error);
/** Stops listening and lets go of everything. May be called twice. */
void kp_panel_detach(kp_panel *panel);
/** The control that an event came from, or KP_PANEL_CONTROLS. */
kp_panel_control kp_panel_find(const kp_panel *panel, uno_Interface *source);
/** Text of a field, malloc'ed; NULL when it cannot be read. */
char *kp_panel_text(const kp_panel *panel, kp_panel_control control);
void kp_panel_set_text(const kp_panel *panel, kp_panel_control control, const char *text);
/** Label of a text or button. */
void kp_panel_set_label(const kp_panel *panel, kp_panel_control control, const char *label);
void kp_panel_set_help(const kp_panel *panel, kp_panel_control control, const char *help);
void kp_panel_focus(const kp_panel *panel, kp_panel_control control);
/** Says something below the button; `strong` for a refusal. */
void kp_panel_say(kp_panel *panel, const char *text, bool strong);

/* place.c */
/** Places the controls for a width and returns the height. Remembers the width. */
int kp_panel_place(kp_panel *panel, int width);
/** After a text changed: places anew and asks the sidebar when the height is another. */
void kp_panel_relayout(kp_panel *panel);

/* save_method.c */
/** Logs the action by the method when the workbook was set up for it; false when it was not, and
 * nothing has been done. `*said` gets what the rules say, malloc'ed, or stays as it is. */
bool kp_panel_save_by_method(kp_panel *panel, uno_Interface *model, uno_Interface *controller,
                             const kp_action *action, kp_workbook_answer *answer,
                             kp_workbook_result *result, char **said, kp_uno_error *error);

/* menus.c */
void kp_panel_show_status(kp_panel *panel);
void kp_panel_show_echo(kp_panel *panel);
void kp_panel_choose_status(kp_panel *panel);
void kp_panel_choose_deadline(kp_panel *panel);
/** XCloseListener::queryClosing, listened to while a menu is open. */
bool kp_panel_query_closing(kp_uno_incoming *in);

/* save.c */
/** The document in the panel's window now, and its view; both acquired, NULL when there is none. */
bool kp_panel_document(const kp_panel *panel, uno_Interface **model, uno_Interface **controller);
void kp_panel_save(kp_panel *panel);

#endif
