/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Status and deadline: the office's popup menus, because drop-down controls open at the wrong place
 * in a panel with gtk3. */
#include "internal.h"

#include "kernpunt/workbook.h"

#include <stdio.h>
#include <stdlib.h>

static bool add_item(uno_Interface *menu, int id, const char *text, bool checked) {
  static kp_uno_method insert = KP_UNO_METHOD("com.sun.star.awt.XMenu::insertItem");
  static kp_uno_method check = KP_UNO_METHOD("com.sun.star.awt.XPopupMenu::checkItem");
  enum { CHECKABLE = 1, AUTOCHECK = 4 };
  kp_uno_error ignored = KP_UNO_NO_ERROR;
  return kp_uno_call(&ignored, menu, &insert, NULL, id, text, checked ? CHECKABLE : 0, id - 1) &&
         (!checked || kp_uno_call(&ignored, menu, &check, NULL, id, 1));
}

/* With gtk3 a menu survives the window it belongs to, and the office could not end any more: while
 * a menu is open the document refuses to close, as the generic back end sees to by itself. */
static void veto_close(kp_panel *panel, uno_Interface *model, bool on) {
  static kp_uno_method add = KP_UNO_METHOD("com.sun.star.util.XCloseBroadcaster::addCloseListener");
  static kp_uno_method remove =
      KP_UNO_METHOD("com.sun.star.util.XCloseBroadcaster::removeCloseListener");
  kp_uno_error ignored = KP_UNO_NO_ERROR;
  if (model != NULL)
    kp_uno_call(&ignored, model, on ? &add : &remove, NULL, panel->self);
}

bool kp_panel_query_closing(kp_uno_incoming *in) {
  return kp_uno_error_set(in->error, "com.sun.star.util.CloseVetoException", "a menu is open");
}

/* Opens the menu under a control; 0 when nothing was chosen or the panel died meanwhile. */
static int choose(kp_panel *panel, uno_Interface *menu, kp_panel_control under) {
  static kp_uno_method get_peer = KP_UNO_METHOD("com.sun.star.awt.XControl::getPeer");
  static kp_uno_method get_place = KP_UNO_METHOD("com.sun.star.awt.XWindow::getPosSize");
  static kp_uno_method execute = KP_UNO_METHOD("com.sun.star.awt.XPopupMenu::execute");
  enum { DOWN = 1 };
  kp_uno_error ignored = KP_UNO_NO_ERROR;
  uno_Interface *model = NULL;
  uno_Interface *controller = NULL;
  uno_Interface *peer = NULL;
  kp_uno_rectangle place = {0, 0, 0, 0};
  sal_Int16 chosen = 0;
  panel->busy = true;
  kp_panel_document(panel, &model, &controller);
  veto_close(panel, model, true);
  bool good = kp_uno_call(&ignored, panel->window, &get_peer, &peer) &&
              kp_uno_call(&ignored, panel->controls[under], &get_place, &place) &&
              kp_uno_call(&ignored, menu, &execute, &chosen, peer, &place, DOWN);
  veto_close(panel, model, false);
  panel->busy = false;
  kp_uno_release(peer);
  kp_uno_release(controller);
  kp_uno_release(model);
  return good && !panel->disposed ? chosen : 0;
}

void kp_panel_show_status(kp_panel *panel) {
  const char *word = kp_status_text(panel->status, panel->language);
  char *help = kp_text_fill(KP_TEXT_HELP_STATUS, panel->language, word, NULL);
  kp_panel_set_label(panel, KP_PANEL_STATUS, word);
  if (help != NULL)
    kp_panel_set_help(panel, KP_PANEL_STATUS, help);
  free(help);
}

void kp_panel_choose_status(kp_panel *panel) {
  kp_uno_error ignored = KP_UNO_NO_ERROR;
  uno_Interface *menu = NULL;
  bool good = kp_uno_create(&ignored, panel->context, "com.sun.star.awt.PopupMenu", &menu);
  for (int i = 0; good && i < KP_STATUS_NEW_COUNT; i++)
    good = add_item(menu, i + 1, kp_status_text((kp_status)i, panel->language),
                    i == (int)panel->status);
  int chosen = good ? choose(panel, menu, KP_PANEL_STATUS) : 0;
  if (chosen >= 1 && chosen <= KP_STATUS_NEW_COUNT) {
    panel->status = (kp_status)(chosen - 1);
    kp_panel_show_status(panel);
    kp_panel_relayout(panel);
    kp_panel_focus(panel, KP_PANEL_STATUS);
  }
  kp_uno_release(menu);
}

/* The quick deadlines: a text for the menu and what a person would type for it. */
static const struct {
  kp_text text;
  const char *typed;
} quick[] = {
    {KP_TEXT_MENU_TOMORROW, "tomorrow"},
    {KP_TEXT_MENU_NEXT_WEEK, "next week"},
    {KP_TEXT_MENU_TWO_WEEKS, "+14"},
    {KP_TEXT_MENU_END_OF_MONTH, "end of month"},
};
enum { QUICK_COUNT = sizeof quick / sizeof *quick };

void kp_panel_choose_deadline(kp_panel *panel) {
  kp_uno_error ignored = KP_UNO_NO_ERROR;
  kp_date dates[QUICK_COUNT];
  uno_Interface *menu = NULL;
  kp_date today = kp_workbook_today();
  bool good = kp_uno_create(&ignored, panel->context, "com.sun.star.awt.PopupMenu", &menu);
  for (int i = 0; good && i < QUICK_COUNT; i++) {
    char date[KP_DATE_TEXT_SIZE];
    good = kp_date_parse(quick[i].typed, today, &dates[i]) == KP_DATE_GOOD;
    if (good) {
      kp_date_format(dates[i], panel->language, date);
      char *item = kp_text_fill(KP_TEXT_MENU_DATE, panel->language,
                                kp_text_get(quick[i].text, panel->language), date);
      good = item != NULL && add_item(menu, i + 1, item, false);
      free(item);
    }
  }
  int chosen = good ? choose(panel, menu, KP_PANEL_DEADLINE_MENU) : 0;
  if (chosen >= 1 && chosen <= QUICK_COUNT) {
    char text[16];
    const kp_date *date = &dates[chosen - 1];
    snprintf(text, sizeof text, "%04d-%02d-%02d", date->year % 10000, date->month % 100,
             date->day % 100);
    kp_panel_set_text(panel, KP_PANEL_DEADLINE, text);
    kp_panel_show_echo(panel);
    kp_panel_focus(panel, KP_PANEL_DEADLINE);
  }
  kp_uno_release(menu);
}

void kp_panel_show_echo(kp_panel *panel) {
  char text[KP_DATE_TEXT_SIZE];
  char *typed = kp_panel_text(panel, KP_PANEL_DEADLINE);
  kp_date date;
  if (typed != NULL) {
    const char *echo = text;
    switch (kp_date_parse(typed, kp_workbook_today(), &date)) {
    case KP_DATE_GOOD:
      kp_date_format(date, panel->language, text);
      break;
    case KP_DATE_EMPTY:
      echo = kp_text_get(KP_TEXT_HINT_DEADLINE, panel->language);
      break;
    case KP_DATE_IMPOSSIBLE:
      echo = kp_text_get(KP_TEXT_DEADLINE_IMPOSSIBLE, panel->language);
      break;
    default:
      echo = kp_text_get(KP_TEXT_HINT_DEADLINE, panel->language);
    }
    kp_panel_set_label(panel, KP_PANEL_DEADLINE_ECHO, echo);
    kp_panel_relayout(panel);
  }
  free(typed);
}
