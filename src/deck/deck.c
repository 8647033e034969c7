/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening the deck. A sidebar that was hidden is filled only when the office comes round to it, so
 * a wish for the focus waits until the panel is made. */
#include "kernpunt/deck.h"

#include "kernpunt/uno.h"

#include <stdlib.h>
#include <string.h>

/* The panel that is to have the focus once it is there; NULL for none. One wish for the whole
 * office is enough: only one window has the focus. Guarded by the office's lock. */
static const kp_deck_panel *wanted;

/* The panel that had the focus last, and whether it has it now; as `wanted`. */
static size_t last;
static bool inside;

/* The panel with this id; NULL: the one that had the focus last, or the next one. */
static const kp_deck_panel *panel_of(const char *id) {
  const kp_deck_panel *panel = id != NULL ? kp_deck_panel_find(id) : NULL;
  return panel != NULL ? panel : &kp_deck_panels[inside ? (last + 1) % kp_deck_panel_count : last];
}

void kp_deck_focused(const kp_deck_panel *panel, bool on) {
  size_t place = (size_t)(panel - kp_deck_panels);
  if (on)
    last = place;
  if (on || last == place)
    inside = on;
}

/* --------------------------------------------------------------------------------------- focus */

static bool takes_focus(uno_Interface *control) {
  static kp_uno_method visible = KP_UNO_METHOD("com.sun.star.awt.XWindow2::isVisible");
  static kp_uno_method enabled = KP_UNO_METHOD("com.sun.star.awt.XWindow2::isEnabled");
  kp_uno_error ignored = KP_UNO_IGNORED;
  sal_Bool shown = 0;
  sal_Bool able = 0;
  uno_Interface *text = kp_uno_query(control, "com.sun.star.awt.XFixedText");
  bool label = text != NULL;
  kp_uno_release(text);
  return !label && kp_uno_call(&ignored, control, &visible, &shown) && shown &&
         kp_uno_call(&ignored, control, &enabled, &able) && able;
}

/* Controls come in the order in which they were made, which is that of the tabs. */
static bool focus_first(uno_Interface *window) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.awt.XControlContainer::getControls");
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.awt.XWindow::setFocus");
  static const char type[] = "[]com.sun.star.awt.XControl";
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Sequence *controls = NULL;
  bool done = false;
  if (!kp_uno_call(&ignored, window, &get, &controls))
    return false;
  for (sal_Int32 i = 0; !done && i < controls->nElements; i++) {
    uno_Interface *control = KP_UNO_ELEMENTS(uno_Interface *, controls)[i];
    done = takes_focus(control) && kp_uno_call(&ignored, control, &set, NULL);
  }
  kp_uno_sequence_free(controls, type);
  return done;
}

/* ---------------------------------------------------------------------------------------- deck */

static bool dispatch(kp_uno_error *error, uno_Interface *context, uno_Interface *frame,
                     const char *command) {
  static kp_uno_method run = KP_UNO_METHOD("com.sun.star.frame.XDispatchHelper::executeDispatch");
  static const char type[] = "[]com.sun.star.beans.PropertyValue";
  uno_Interface *helper = NULL;
  uno_Sequence *none = kp_uno_sequence_new(type, 0);
  uno_Any answer;
  bool good = (none != NULL || kp_uno_error_memory(error)) &&
              kp_uno_create(error, context, "com.sun.star.frame.DispatchHelper", &helper) &&
              kp_uno_call(error, helper, &run, &answer, frame, command, "", 0, none);
  if (good)
    kp_uno_any_clear(&answer);
  kp_uno_sequence_free(none, type);
  kp_uno_release(helper);
  return good;
}

static bool child(kp_uno_error *error, uno_Interface *container, const char *name,
                  uno_Interface **found) {
  static kp_uno_method has = KP_UNO_METHOD("com.sun.star.container.XNameAccess::hasByName");
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.container.XNameAccess::getByName");
  sal_Bool there = 0;
  uno_Any any;
  *found = NULL;
  if (!kp_uno_call(error, container, &has, &there, name))
    return false;
  if (!there)
    return true;
  if (!kp_uno_call(error, container, &get, &any, name))
    return false;
  kp_uno_any_get_interface(&any, found);
  kp_uno_any_clear(&any);
  return true;
}

static int height_of(uno_Interface *window) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.awt.XWindow::getPosSize");
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_uno_rectangle at = {0, 0, 0, 0};
  return window != NULL && kp_uno_call(&ignored, window, &get, &at) ? at.height : 0;
}

int kp_deck_height(uno_Interface *frame) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.frame.XFrame::getComponentWindow");
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *beside = NULL; /* the sheet's window is as high as the deck */
  int height = frame != NULL && kp_uno_call(&ignored, frame, &get, &beside) ? height_of(beside) : 0;
  kp_uno_release(beside);
  return height;
}

/* Folds those of the panels that are open. */
static void fold(uno_Interface *panels, unsigned which) {
  static kp_uno_method expanded = KP_UNO_METHOD("com.sun.star.ui.XPanel::isExpanded");
  static kp_uno_method collapse = KP_UNO_METHOD("com.sun.star.ui.XPanel::collapse");
  kp_uno_error ignored = KP_UNO_IGNORED;
  for (size_t i = 0; i < kp_deck_panel_count; i++) {
    uno_Interface *panel = NULL;
    sal_Bool open = 0;
    if ((which & (1U << i)) != 0 && child(&ignored, panels, kp_deck_panels[i].id, &panel) &&
        panel != NULL && kp_uno_call(&ignored, panel, &expanded, &open) && open)
      kp_uno_call(&ignored, panel, &collapse, NULL);
    kp_uno_release(panel);
  }
}

/* Opens the panel in a deck that is there; its window, acquired, or NULL. The others fold by
 * themselves (accordion.c); Today, which stands beside any, is to be seen whole. */
static bool open_panel(kp_uno_error *error, uno_Interface *panels, const kp_deck_panel *wished,
                       uno_Interface **window) {
  static kp_uno_method expand = KP_UNO_METHOD("com.sun.star.ui.XPanel::expand");
  static kp_uno_method get_dialog = KP_UNO_METHOD("com.sun.star.ui.XPanel::getDialog");
  static kp_uno_method expanded = KP_UNO_METHOD("com.sun.star.ui.XPanel::isExpanded");
  uno_Interface *panel = NULL;
  sal_Bool open = 0;
  bool good = child(error, panels, wished->id, &panel);
  if (good && panel != NULL)
    good = kp_uno_call(error, panel, &expanded, &open) &&
           (open || kp_uno_call(error, panel, &expand, NULL, 0)) &&
           kp_uno_call(error, panel, &get_dialog, window);
  if (good && wished == &kp_deck_panels[0])
    fold(panels, ~1U);
  kp_uno_release(panel);
  return good;
}

/* Deck, panels and panel stay in variables meanwhile: the office keeps references between them
 * that do not keep them alive. */
static bool show(kp_uno_error *error, uno_Interface *decks, const kp_deck_panel *panel,
                 uno_Interface **window, bool *there) {
  static kp_uno_method is_active = KP_UNO_METHOD("com.sun.star.ui.XDeck::isActive");
  static kp_uno_method activate = KP_UNO_METHOD("com.sun.star.ui.XDeck::activate");
  static kp_uno_method get_panels = KP_UNO_METHOD("com.sun.star.ui.XDeck::getPanels");
  uno_Interface *deck = NULL;
  uno_Interface *panels = NULL;
  sal_Bool active = 0;
  bool good = child(error, decks, KP_DECK, &deck);
  *there = deck != NULL;
  if (good && deck != NULL)
    good = kp_uno_call(error, deck, &is_active, &active) &&
           (active || kp_uno_call(error, deck, &activate, NULL, 1)) &&
           kp_uno_call(error, deck, &get_panels, &panels) &&
           open_panel(error, panels, panel, window);
  kp_uno_release(panels);
  kp_uno_release(deck);
  return good;
}

/* The decks of a frame, or NULL when its sidebar is hidden. */
static bool open_decks(kp_uno_error *error, uno_Interface *frame, uno_Interface **decks) {
  static kp_uno_method get_controller = KP_UNO_METHOD("com.sun.star.frame.XFrame::getController");
  static kp_uno_method get_sidebar = KP_UNO_METHOD("com.sun.star.frame.XController2::getSidebar");
  static kp_uno_method is_visible = KP_UNO_METHOD("com.sun.star.ui.XSidebarProvider::isVisible");
  static kp_uno_method show_decks = KP_UNO_METHOD("com.sun.star.ui.XSidebarProvider::showDecks");
  static kp_uno_method get_decks = KP_UNO_METHOD("com.sun.star.ui.XSidebarProvider::getDecks");
  uno_Interface *controller = NULL;
  uno_Interface *sidebar = NULL;
  sal_Bool visible = 0;
  *decks = NULL;
  bool good = kp_uno_call(error, frame, &get_controller, &controller) &&
              kp_uno_call(error, controller, &get_sidebar, &sidebar) &&
              kp_uno_call(error, sidebar, &is_visible, &visible) &&
              (!visible || (kp_uno_call(error, sidebar, &show_decks, NULL, 1) &&
                            kp_uno_call(error, sidebar, &get_decks, decks)));
  kp_uno_release(sidebar);
  kp_uno_release(controller);
  return good;
}

bool kp_deck_show(kp_uno_error *error, uno_Interface *context, uno_Interface *frame, const char *id,
                  bool focus) {
  const kp_deck_panel *panel = panel_of(id);
  uno_Interface *decks = NULL;
  uno_Interface *window = NULL;
  bool there = false;
  wanted = focus ? panel : NULL;
  bool good = open_decks(error, frame, &decks) &&
              (decks == NULL || show(error, decks, panel, &window, &there));
  /* The command opens a hidden sidebar, but hides one that shows this deck already. */
  if (good && !there)
    good = dispatch(error, context, frame, ".uno:SidebarDeck." KP_DECK);
  if (good && focus && window != NULL && focus_first(window))
    wanted = NULL;
  if (!good)
    wanted = NULL;
  kp_uno_release(window);
  kp_uno_release(decks);
  return good;
}

bool kp_deck_is_wanted(void) {
  return wanted != NULL;
}

bool kp_deck_is_open(uno_Interface *frame) {
  static kp_uno_method get_controller = KP_UNO_METHOD("com.sun.star.frame.XFrame::getController");
  static kp_uno_method get_sidebar = KP_UNO_METHOD("com.sun.star.frame.XController2::getSidebar");
  static kp_uno_method is_visible = KP_UNO_METHOD("com.sun.star.ui.XSidebarProvider::isVisible");
  static kp_uno_method get_decks = KP_UNO_METHOD("com.sun.star.ui.XSidebarProvider::getDecks");
  static kp_uno_method is_active = KP_UNO_METHOD("com.sun.star.ui.XDeck::isActive");
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *controller = NULL;
  uno_Interface *sidebar = NULL;
  uno_Interface *decks = NULL;
  uno_Interface *deck = NULL;
  sal_Bool visible = 0;
  sal_Bool active = 0;
  bool open = kp_uno_call(&ignored, frame, &get_controller, &controller) &&
              kp_uno_call(&ignored, controller, &get_sidebar, &sidebar) && sidebar != NULL &&
              kp_uno_call(&ignored, sidebar, &is_visible, &visible) && visible &&
              kp_uno_call(&ignored, sidebar, &get_decks, &decks) && decks != NULL &&
              child(&ignored, decks, KP_DECK, &deck) && deck != NULL &&
              kp_uno_call(&ignored, deck, &is_active, &active) && active;
  kp_uno_release(deck);
  kp_uno_release(decks);
  kp_uno_release(sidebar);
  kp_uno_release(controller);
  return open;
}

/* As a click would, once the office comes round to it. */
static bool press_button(kp_uno_error *error, uno_Interface *control) {
  static kp_uno_method get =
      KP_UNO_METHOD("com.sun.star.accessibility.XAccessible::getAccessibleContext");
  static kp_uno_method act =
      KP_UNO_METHOD("com.sun.star.accessibility.XAccessibleAction::doAccessibleAction");
  uno_Interface *accessible = NULL;
  sal_Bool done = 0;
  bool good = kp_uno_call(error, control, &get, &accessible) &&
              kp_uno_call(error, accessible, &act, &done, 0);
  kp_uno_release(accessible);
  return good && done;
}

bool kp_deck_focus(uno_Interface *frame, const char *panel, const char *control, bool press) {
  static kp_uno_method get_control =
      KP_UNO_METHOD("com.sun.star.awt.XControlContainer::getControl");
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.awt.XWindow::setFocus");
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *decks = NULL;
  uno_Interface *window = NULL;
  uno_Interface *found = NULL;
  bool there = false;
  bool good = open_decks(&ignored, frame, &decks) && decks != NULL &&
              show(&ignored, decks, panel_of(panel), &window, &there) && window != NULL &&
              kp_uno_call(&ignored, window, &get_control, &found, control) && found != NULL &&
              takes_focus(found) && kp_uno_call(&ignored, found, &set, NULL) &&
              (!press || press_button(&ignored, found));
  if (good)
    wanted = NULL;
  kp_uno_release(found);
  kp_uno_release(window);
  kp_uno_release(decks);
  return good;
}

void kp_deck_fold(uno_Interface *frame, unsigned which) {
  static kp_uno_method get_panels = KP_UNO_METHOD("com.sun.star.ui.XDeck::getPanels");
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *decks = NULL;
  uno_Interface *deck = NULL;
  uno_Interface *panels = NULL;
  if (open_decks(&ignored, frame, &decks) && decks != NULL &&
      child(&ignored, decks, KP_DECK, &deck) && deck != NULL &&
      kp_uno_call(&ignored, deck, &get_panels, &panels))
    fold(panels, which);
  kp_uno_release(panels);
  kp_uno_release(deck);
  kp_uno_release(decks);
}

void kp_deck_shown(uno_Interface *frame, const kp_deck_panel *panel) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *decks = NULL;
  uno_Interface *window = NULL;
  bool there = false;
  if (wanted != panel)
    return;
  /* A deck that was just made opens with its first panel only. */
  if (open_decks(&ignored, frame, &decks) && decks != NULL &&
      show(&ignored, decks, panel, &window, &there) && window != NULL && focus_first(window))
    wanted = NULL;
  kp_uno_release(window);
  kp_uno_release(decks);
}
