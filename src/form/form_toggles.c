/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A choice among few: a toggle each, of which one is down. */
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAIN_LINE = 3 };

/* Of a status the main line; what stands aside is behind "▾". */
bool kp_form_has_toggles(kp_form_field *field) {
  const kp_method_list *list = field->column != NULL ? field->column->list : NULL;
  field->toggle_count = 0;
  if (field->kind != KP_FORM_CHOICE || list == NULL || list->count == 0)
    return false;
  if (list->count > KP_FORM_TOGGLES && !list->statuses)
    return false;
  for (size_t i = 0; i < list->count; i++) {
    bool aside = list->count > KP_FORM_TOGGLES &&
                 (list->items[i]->step == 0 || field->toggle_count >= MAIN_LINE);
    if (!aside && field->toggle_count < KP_FORM_TOGGLES)
      field->items[field->toggle_count++] = list->items[i];
  }
  return field->toggle_count > 0;
}

static bool has_menu(const kp_form_field *field) {
  return field->column->list->count > field->toggle_count;
}

bool kp_form_add_toggles(kp_uno_error *error, const kp_form *form, kp_form_field *field) {
  bool good = true;
  for (size_t i = 0; good && i < field->toggle_count; i++) {
    char part[64];
    snprintf(part, sizeof part, "toggle_%s_", field->items[i]->key);
    field->toggles[i] =
        kp_form_add_widget(error, form, field, part,
                           (kp_widget_spec){.kind = KP_WIDGET_TOGGLE,
                                            .label = field->items[i]->name.in[form->language],
                                            .beside = true,
                                            .narrow = true,
                                            .look = {.small = true}});
    good = field->toggles[i] != KP_BOARD_NONE;
  }
  if (good && has_menu(field)) {
    char *help =
        kp_text_fill(KP_TEXT_FORM_HELP_WORD, form->language, kp_form_name(form, field), NULL);
    field->menu = kp_form_add_widget(error, form, field, "menu_",
                                     (kp_widget_spec){.kind = KP_WIDGET_TOGGLE,
                                                      .label = "▾",
                                                      .help = help,
                                                      .beside = true,
                                                      .narrow = true,
                                                      .look = {.small = true}});
    free(help);
    good = field->menu != KP_BOARD_NONE;
  }
  field->field = field->toggles[0];
  return good;
}

void kp_form_show_toggles(const kp_form *form, const kp_form_field *field) {
  const kp_method_item *now = kp_method_find_item(field->column->list, field->value);
  bool on_toggle = now == NULL;
  kp_form_hold(form, true);
  for (size_t i = 0; i < field->toggle_count; i++) {
    on_toggle = on_toggle || field->items[i] == now;
    kp_board_set_checked(form->board, field->toggles[i], field->items[i] == now);
    kp_board_enable(form->board, field->toggles[i],
                    kp_form_may_follow(form, field, field->items[i]));
  }
  if (field->menu != KP_BOARD_NONE) {
    char label[100];
    snprintf(label, sizeof label, "%s%s▾", on_toggle ? "" : now->name.in[form->language],
             on_toggle ? "" : " ");
    kp_board_set_label(form->board, field->menu, label);
    kp_board_set_checked(form->board, field->menu, !on_toggle);
  }
  kp_form_hold(form, false);
}

/* The one that is down goes up again where nothing need be chosen. */
bool kp_form_press_toggle(kp_form *form, kp_form_field *field, int widget) {
  for (size_t i = 0; i < field->toggle_count; i++) {
    if (field->toggles[i] != widget)
      continue;
    bool again = strcmp(field->value, field->items[i]->key) == 0;
    field->field = widget;
    kp_form_chosen(form, field, again && !field->needed ? "" : field->items[i]->key);
    kp_form_show_toggles(form, field);
    return true;
  }
  return false;
}
