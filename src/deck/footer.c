/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The footer of a panel: a board of its own in the same window, so that what is above can come and
 * go without it. */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

enum { RULE, STRIPE, HEAD, TEXT, LINK, SAVE, SLOT, PLACES };

typedef struct message {
  char *head; /* NULL: the word of the state */
  char *text; /* NULL: not set */
} message;

struct kp_footer {
  kp_pane *pane;
  kp_board *board;
  message messages[KP_FOOTER_STATES];
  char *offer; /* label of the slot, or NULL */
  kp_footer_slot rest;
  bool saves;    /* Save is there */
  bool hidden;   /* all of it */
  bool undoes;   /* something that was written can be taken back */
  bool reviews;  /* and Check has something to say of it */
  int32_t steps; /* of undo, after it was written */
  int width;
  int bottom; /* where it ends, in the window */
};

static const struct {
  kp_text head;
  kp_tone tone;
} looks[KP_FOOTER_STATES] = {
    [KP_FOOTER_NOTHING] = {KP_TEXT_NONE, KP_TONE_PLAIN},
    [KP_FOOTER_TIP] = {KP_TEXT_FOOTER_TIP, KP_TONE_TIP},
    [KP_FOOTER_UNSAVED] = {KP_TEXT_FOOTER_UNSAVED, KP_TONE_TIP},
    [KP_FOOTER_SAVED] = {KP_TEXT_FOOTER_SAVED, KP_TONE_SAVED},
    [KP_FOOTER_NOTE] = {KP_TEXT_FOOTER_NOTE, KP_TONE_NOTE},
    [KP_FOOTER_REFUSED] = {KP_TEXT_FOOTER_REFUSED, KP_TONE_REFUSED},
};

/* ------------------------------------------------------------------------------------- showing */

static kp_footer_state shown(const kp_footer *footer) {
  bool set[KP_FOOTER_STATES] = {false};
  for (int i = 0; i < KP_FOOTER_STATES; i++)
    set[i] = footer->messages[i].text != NULL;
  return kp_footer_strongest(set);
}

static kp_footer_slot slot_of(const kp_footer *footer) {
  return kp_footer_slot_of(footer->rest, footer->offer != NULL,
                           footer->messages[KP_FOOTER_UNSAVED].text != NULL, footer->undoes);
}

static const char *slot_label(const kp_footer *footer, kp_footer_slot slot) {
  static const kp_text labels[KP_FOOTER_SLOTS] = {[KP_FOOTER_CANCEL] = KP_TEXT_FOOTER_CANCEL,
                                                  [KP_FOOTER_DISCARD] = KP_TEXT_FOOTER_DISCARD,
                                                  [KP_FOOTER_UNDO] = KP_TEXT_FOOTER_UNDO};
  return slot == KP_FOOTER_OFFER ? footer->offer : kp_pane_word(footer->pane, labels[slot]);
}

static void arrange(kp_footer *footer) {
  kp_board *board = footer->board;
  if (footer->width <= 0)
    return;
  bool slot = slot_of(footer) != KP_FOOTER_NO_SLOT;
  bool any = shown(footer) != KP_FOOTER_NOTHING;
  bool link = footer->reviews && shown(footer) == KP_FOOTER_SAVED;
  int least = footer->saves ? kp_board_least(board, SAVE) : 0;
  int other = slot ? kp_board_least(board, SLOT) : 0;
  kp_footer_places at = kp_footer_place(footer->width, kp_board_line_height(board),
                                        least > other ? least : other, footer->saves, slot);
  int wanted = link ? kp_board_least(board, LINK) : 0;
  at.link.width = wanted < at.link.width ? wanted : at.link.width;
  if (link)
    at.text.height = at.link.y - at.text.y;
  kp_board_set_top(board, footer->bottom - at.height);
  bool gone = footer->hidden;
#define PUT(widget, where, there)                                                                  \
  kp_board_put_in(board, widget, at.where.x, at.where.y, !gone && (there) ? at.where.width : 0,    \
                  at.where.height)
  PUT(RULE, rule, true);
  PUT(STRIPE, stripe, any);
  PUT(HEAD, head, any);
  PUT(TEXT, text, any);
  PUT(LINK, link, link);
  PUT(SAVE, save, footer->saves);
  PUT(SLOT, slot, slot);
#undef PUT
}

static void show(kp_footer *footer) {
  kp_board *board = footer->board;
  kp_footer_state state = shown(footer);
  const message *message = &footer->messages[state];
  const char *head =
      message->head != NULL ? message->head : kp_pane_word(footer->pane, looks[state].head);
  const char *text = message->text != NULL ? message->text : "";
  const kp_look strong = {.tone = looks[state].tone, .strong = true};
  if (kp_board_gone(board))
    return;
  kp_board_set_label(board, HEAD, head);
  kp_board_set_look(board, HEAD, &strong);
  kp_board_set_tone(board, STRIPE, looks[state].tone);
  kp_board_set_label(board, TEXT, text);
  kp_board_set_help(board, TEXT, text); /* whole, where two lines are too few */
  kp_board_set_label(board, SLOT, slot_label(footer, slot_of(footer)));
  kp_board_set_undo(footer->pane->board, footer->undoes && state == KP_FOOTER_SAVED);
  arrange(footer);
}

int kp_footer_height(const kp_footer *footer) {
  return footer == NULL || footer->hidden || kp_board_gone(footer->board)
             ? 0
             : kp_footer_place(300, kp_board_line_height(footer->board), 0, false, false).height;
}

void kp_footer_put(kp_footer *footer, int width, int bottom) {
  if (footer == NULL || (footer->width == width && footer->bottom == bottom))
    return;
  footer->width = width;
  footer->bottom = bottom;
  arrange(footer);
}

/* ------------------------------------------------------------------------------------ messages */

static void forget(message *message) {
  free(message->head);
  free(message->text);
  message->head = message->text = NULL;
}

void kp_footer_say(kp_pane *pane, kp_footer_state state, const char *head, const char *text) {
  kp_footer *footer = pane->footer;
  if (footer == NULL || state == KP_FOOTER_NOTHING)
    return;
  forget(&footer->messages[state]);
  if (text != NULL) {
    footer->messages[state].head = head != NULL ? kp_text_copy(head) : NULL;
    footer->messages[state].text = kp_text_copy(text);
  }
  show(footer);
}

kp_footer_state kp_footer_shown(const kp_pane *pane) {
  return pane->footer != NULL ? shown(pane->footer) : KP_FOOTER_NOTHING;
}

void kp_footer_clear(kp_pane *pane) {
  kp_footer *footer = pane->footer;
  if (footer == NULL)
    return;
  for (int i = 0; i < KP_FOOTER_STATES; i++)
    forget(&footer->messages[i]);
  show(footer);
}

void kp_footer_save(kp_pane *pane, bool there, bool enabled) {
  kp_footer *footer = pane->footer;
  if (footer == NULL)
    return;
  footer->saves = there;
  kp_board_enable(footer->board, SAVE, enabled);
  arrange(footer);
}

void kp_footer_rest(kp_pane *pane, kp_footer_slot slot) {
  if (pane->footer == NULL || pane->footer->rest == slot)
    return;
  pane->footer->rest = slot;
  show(pane->footer);
}

void kp_footer_offer(kp_pane *pane, const char *label) {
  if (pane->footer == NULL)
    return;
  free(pane->footer->offer);
  pane->footer->offer = label != NULL ? kp_text_copy(label) : NULL;
  show(pane->footer);
}

void kp_footer_show(kp_pane *pane, bool there) {
  if (pane->footer == NULL || pane->footer->hidden == !there)
    return;
  pane->footer->hidden = !there;
  arrange(pane->footer);
}

void kp_footer_focus(kp_pane *pane) {
  if (pane->footer != NULL)
    kp_board_focus(pane->footer->board, SAVE);
}

void kp_footer_typed(kp_pane *pane) {
  if (pane->footer != NULL && pane->footer->messages[KP_FOOTER_SAVED].text != NULL)
    kp_footer_say(pane, KP_FOOTER_SAVED, NULL, NULL);
}

/* ---------------------------------------------------------------------------------------- undo */

static uno_Interface *model_of(const kp_pane *pane) {
  return pane->desk != NULL ? kp_desk_model(pane->desk) : NULL;
}

void kp_footer_wrote(kp_pane *pane, const char *head, const char *text) {
  kp_footer *footer = pane->footer;
  if (footer == NULL)
    return;
  footer->steps = kp_undone_count(model_of(pane));
  footer->undoes = footer->steps > 0;
  footer->reviews = false;
  kp_footer_say(pane, KP_FOOTER_REFUSED, NULL, NULL);
  kp_footer_say(pane, KP_FOOTER_UNSAVED, NULL, NULL);
  kp_footer_say(pane, KP_FOOTER_SAVED, head, text);
}

void kp_footer_review(kp_pane *pane, const char *label) {
  kp_footer *footer = pane->footer;
  if (footer == NULL)
    return;
  footer->reviews = label != NULL;
  if (label != NULL)
    kp_board_set_label(footer->board, LINK, label);
  arrange(footer);
}

/* What was written may have been taken back elsewhere, or something else was written since. */
void kp_footer_look(kp_pane *pane) {
  kp_footer *footer = pane->footer;
  uno_Interface *model = model_of(pane);
  if (footer == NULL || !footer->undoes)
    return;
  if (model != NULL && kp_undone_count(model) == footer->steps)
    return;
  footer->undoes = false;
  kp_footer_say(pane, KP_FOOTER_SAVED, NULL, NULL);
}

bool kp_footer_take_back(kp_pane *pane) {
  static kp_uno_method get =
      KP_UNO_METHOD("com.sun.star.document.XUndoManagerSupplier::getUndoManager");
  static kp_uno_method undo = KP_UNO_METHOD("com.sun.star.document.XUndoManager::undo");
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_footer *footer = pane->footer;
  uno_Interface *model = kp_uno_acquire(model_of(pane));
  uno_Interface *manager = NULL;
  bool ours = footer != NULL && footer->undoes && model != NULL;
  bool last = ours && kp_undone_count(model) == footer->steps;
  if (ours)
    footer->undoes = false;
  bool done = last && kp_uno_call(&ignored, model, &get, &manager) &&
              kp_uno_call(&ignored, manager, &undo, NULL);
  if (ours && !pane->disposed) {
    kp_footer_say(pane, KP_FOOTER_SAVED, NULL, NULL);
    if (done)
      kp_footer_say(pane, KP_FOOTER_SAVED, kp_pane_word(pane, KP_TEXT_FOOTER_UNDONE), "");
    else
      kp_footer_say(pane, KP_FOOTER_NOTE, NULL, kp_pane_word(pane, KP_TEXT_FOOTER_NOT_LAST));
    kp_desk_touch(pane->desk);
    kp_pane_refresh(pane);
  }
  kp_uno_release(manager);
  kp_uno_release(model);
  return done;
}

/* -------------------------------------------------------------------------------------- events */

static void tell(kp_pane *pane, kp_footer_event event) {
  if (!pane->disposed && pane->kind->footer != NULL)
    pane->kind->footer(pane, event);
}

static void press_slot(kp_pane *pane) {
  switch (slot_of(pane->footer)) {
  case KP_FOOTER_CANCEL:
    tell(pane, KP_FOOTER_CANCELS);
    break;
  case KP_FOOTER_DISCARD:
    tell(pane, KP_FOOTER_DISCARDS);
    break;
  case KP_FOOTER_UNDO:
    if (kp_footer_take_back(pane))
      tell(pane, KP_FOOTER_UNDOES);
    break;
  case KP_FOOTER_OFFER:
    tell(pane, KP_FOOTER_OFFERS);
    break;
  default:
    break;
  }
}

static void handle(kp_pane *pane, const kp_board_event *event) {
  if (event->kind == KP_EVENT_SAVE || (event->kind == KP_EVENT_PRESS && event->widget == SAVE))
    tell(pane, KP_FOOTER_SAVES);
  else if (event->kind == KP_EVENT_PRESS && event->widget == SLOT)
    press_slot(pane);
  else if (event->kind == KP_EVENT_PRESS && event->widget == LINK)
    kp_pane_show_other(pane, KP_DECK_CHECK);
  else if (event->kind == KP_EVENT_HELP)
    kp_pane_help(pane);
}

static void on_event(void *data, const kp_board_event *event) {
  kp_pane_run(data, event, handle);
}

static void on_resized(void *data) {
  (void)data; /* it is as high as it is */
}

/* ------------------------------------------------------------------------------ birth and death */

bool kp_footer_add(kp_pane *pane, bool saves, kp_uno_error *error) {
  const kp_widget_spec widgets[PLACES] = {
      [RULE] = {.name = "foot_rule", .kind = KP_WIDGET_STRIPE, .look = {.tone = KP_TONE_TRACK}},
      [STRIPE] = {.name = "foot_stripe", .kind = KP_WIDGET_STRIPE},
      [HEAD] = {.name = "foot_state", .kind = KP_WIDGET_NOTE, .look = {.strong = true}},
      [TEXT] = {.name = "foot_text", .kind = KP_WIDGET_NOTE},
      [LINK] = {.name = "foot_check",
                .kind = KP_WIDGET_BUTTON,
                .label = "",
                .help = kp_pane_word(pane, KP_TEXT_FOOTER_CHECK_HELP),
                .look = {.small = true}},
      [SAVE] = {.name = "foot_save",
                .kind = KP_WIDGET_BUTTON,
                .label = kp_pane_word(pane, KP_TEXT_FOOTER_SAVE),
                .help = kp_pane_word(pane, KP_TEXT_FOOTER_SAVE_HELP),
                .look = {.strong = true}},
      [SLOT] = {.name = "foot_slot",
                .kind = KP_WIDGET_BUTTON,
                .label = "",
                .look = {.small = true}},
  };
  const kp_board_owner owner = {pane, on_event, on_resized, kp_pane_focused, true};
  kp_footer *footer = pane->footer != NULL ? pane->footer : calloc(1, sizeof *footer);
  if (footer == NULL)
    return kp_uno_error_memory(error);
  if (pane->footer != NULL)
    return true; /* the panel is built anew, of another document */
  pane->footer = footer;
  footer->pane = pane;
  footer->saves = saves;
  footer->board = kp_board_new(error, pane->context, pane->window, &owner);
  bool good = footer->board != NULL;
  for (int i = 0; good && i < PLACES; i++)
    good = kp_board_add(error, footer->board, &widgets[i]) == i;
  if (good)
    show(footer);
  return good;
}

void kp_footer_reset(kp_pane *pane) {
  kp_footer *footer = pane->footer;
  if (footer == NULL)
    return;
  footer->undoes = false;
  footer->rest = KP_FOOTER_NO_SLOT;
  kp_footer_offer(pane, NULL);
  kp_footer_clear(pane);
}

void kp_footer_close(kp_footer *footer) {
  if (footer != NULL && footer->board != NULL)
    kp_board_close(footer->board);
}

void kp_footer_free(kp_footer *footer) {
  if (footer == NULL)
    return;
  kp_board_free(footer->board);
  for (int i = 0; i < KP_FOOTER_STATES; i++)
    forget(&footer->messages[i]);
  free(footer->offer);
  free(footer);
}

void kp_footer_order(const kp_pane *pane) {
  if (pane->footer != NULL && pane->board != NULL)
    kp_board_order(pane->board, pane->footer->board);
}

int kp_footer_focused(const kp_footer *footer) {
  return footer != NULL ? kp_board_focused(footer->board) : KP_BOARD_NONE;
}
