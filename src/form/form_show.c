/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on the widgets of a form. */
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
  COUNTED_FROM = 200, /* characters left from which they are counted down */
  ON_BUTTON = 60      /* most characters of a title on a button */
};

/* A day that was understood stands there as the sheets show it; the form means ISO 8601. */
static void show_date(const kp_form *form, const kp_form_field *field) {
  char text[KP_DATE_TEXT_SIZE];
  char iso[KP_DATE_ISO_SIZE] = "";
  kp_date date;
  if (kp_date_parse(field->value, kp_workbook_today(), &date) == KP_DATE_GOOD)
    kp_date_iso(date, iso);
  bool settled = iso[0] != '\0' && strcmp(field->value, iso) == 0;
  if (settled)
    kp_date_short(date, form->language, text);
  kp_board_set_text(form->board, field->field, settled ? text : field->value);
}

void kp_form_show_value(kp_form *form, kp_form_field *field) {
  if (!field->seen)
    return;
  if (field->toggle_count > 0) {
    kp_form_show_toggles(form, field);
  } else if (kp_form_is_choice(field)) {
    char *text = kp_form_choice_text(form, field);
    char *plain = text != NULL ? kp_form_plain(text, ON_BUTTON) : NULL;
    if (plain != NULL)
      kp_board_set_text(form->board, field->field, plain);
    free(plain);
    free(text);
  } else if (field->kind == KP_FORM_DATE) {
    show_date(form, field);
  } else {
    kp_board_set_text(form->board, field->field, field->value);
  }
}

void kp_form_say(kp_form *form, kp_form_field *field, const char *text, bool strong) {
  if (!field->seen)
    return;
  kp_form_hold(form, true);
  kp_board_set_label(form->board, field->note, text);
  kp_board_set_tone(form->board, field->note, strong ? KP_TONE_REFUSED : KP_TONE_QUIET);
  kp_form_hold(form, false);
}

static char *count_down(const kp_form *form, const kp_form_field *field, bool *strong) {
  char *clean = kp_text_clean(field->value);
  size_t length = clean != NULL ? kp_text_length(clean) : 0;
  free(clean);
  if (length + COUNTED_FROM < KP_TEXT_MAXIMUM)
    return NULL;
  *strong = length > KP_TEXT_MAXIMUM;
  if (*strong)
    return kp_text_number_of(KP_TEXT_FORM_ONE_OVER, KP_TEXT_FORM_OVER, length - KP_TEXT_MAXIMUM,
                             form->language);
  return kp_text_number_of(KP_TEXT_FORM_ONE_LEFT, KP_TEXT_FORM_LEFT, KP_TEXT_MAXIMUM - length,
                           form->language);
}

/* What was refused is another thing now. */
static void unmark(kp_form *form, kp_form_field *field) {
  const kp_look plain = {.tone = KP_TONE_PLAIN};
  field->marked = false;
  if (!field->seen)
    return;
  if (field->stripe != KP_BOARD_NONE) {
    kp_board_show(form->board, field->stripe, false);
    kp_board_set_look(form->board, field->field, &plain);
  }
  kp_board_set_look(form->board, field->label, &plain);
  kp_form_show_label(form, field);
  kp_form_hide_offers(form, field);
}

void kp_form_show_note(kp_form *form, kp_form_field *field) {
  bool strong = false;
  if (field->marked)
    unmark(form, field);
  if (!field->seen) {
    field->marked = field->hinted = false;
    return;
  }
  bool left = kp_board_focused(form->board) != field->field;
  char *text = field->kind == KP_FORM_DATE ? kp_form_date_note(form, field, left, &strong)
                                           : count_down(form, field, &strong);
  field->marked = field->hinted = false;
  kp_form_say(form, field, text != NULL ? text : "", strong);
  free(text);
}

void kp_form_mark_field(kp_form *form, kp_form_field *field, const char *text) {
  field->marked = true;
  field->hinted = false;
  kp_form_say(form, field, text, true);
}

bool kp_form_is_open(const kp_form *form) {
  return form->open;
}

bool kp_form_is_shown(const kp_form *form, const kp_form_field *field) {
  return field->seen && kp_board_shown(form->board, field->field);
}

void kp_form_show_away(kp_form *form) {
  kp_form_hold(form, true);
  for (size_t i = 0; i < form->count; i++) {
    const kp_form_field *field = &form->fields[i];
    if (!field->seen)
      continue;
    kp_board_show(form->board, field->label, !field->away);
    kp_board_show(form->board, field->field, !field->away);
    kp_board_show(form->board, field->menu, !field->away);
    for (size_t k = 0; k < field->toggle_count; k++)
      kp_board_show(form->board, field->toggles[k], !field->away);
    kp_board_show(form->board, field->note, !field->away);
  }
  kp_form_hold(form, false);
}
