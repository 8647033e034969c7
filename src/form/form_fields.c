/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of a form on the board: label, field, menu, note. */
#include "complete.h"
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
  COUNTED_FROM = 200, /* characters left from which they are counted down */
  ON_BUTTON = 60,     /* most characters of a title on a button */
  REASON_LINES = 2,
  RANKS = 4
};

const char *kp_form_name(const kp_form *form, const kp_form_field *field) {
  return field->column != NULL ? field->column->name.in[form->language]
                               : kp_text_get(KP_TEXT_FORM_REASON, form->language);
}

static const char *hint_of(const kp_form *form, const kp_form_field *field) {
  return field->column != NULL ? field->column->hint.in[form->language]
                               : kp_text_get(KP_TEXT_FORM_REASON_HINT, form->language);
}

kp_form_field *kp_form_find(const kp_form *form, int widget) {
  for (size_t i = 0; widget != KP_BOARD_NONE && i < form->count; i++)
    if (form->fields[i].field == widget || form->fields[i].menu == widget)
      return &form->fields[i];
  return NULL;
}

char *kp_form_plain(const char *text, size_t most) {
  size_t size = strlen(text);
  char *made = malloc(size + 4); /* for an ellipsis */
  char *out = made;
  size_t characters = 0;
  for (; made != NULL && *text != '\0'; text++) {
    bool begins = ((unsigned char)*text & 0xC0u) != 0x80u;
    if (begins && ++characters > most) {
      memcpy(out, "…", sizeof "…" - 1);
      out += sizeof "…" - 1;
      break;
    }
    *out = *text;
    if (*text == '~' || *text == '\n')
      *out = ' ';
    out++;
  }
  if (made != NULL)
    *out = '\0';
  return made;
}

/* ---------------------------------------------------------------------------------------- labels
 */

static char *join(const char *one, const char *other) {
  size_t size = strlen(one) + strlen(other) + 1;
  char *made = malloc(size);
  if (made != NULL)
    snprintf(made, size, "%s%s", one, other);
  return made;
}

/* The letters that labels and buttons of the board have, and those of the buttons below it. */
static kp_mnemonics letters_taken(const kp_form *form) {
  static kp_uno_method get_model = KP_UNO_METHOD("com.sun.star.awt.XControl::getModel");
  kp_mnemonics taken = kp_mnemonics_of_form(form->language);
  for (int i = 0; i < kp_board_count(form->board); i++) {
    kp_uno_error ignored = KP_UNO_IGNORED;
    uno_Interface *model = NULL;
    char *label = NULL;
    if (kp_uno_call(&ignored, kp_board_control(form->board, i), &get_model, &model) &&
        kp_uno_property_get_string(&ignored, model, "Label", &label))
      kp_mnemonics_take(&taken, label);
    free(label);
    kp_uno_release(model);
  }
  return taken;
}

/* What must be filled in comes first, then what is seen; what may never be seen comes last. */
static size_t rank_of(const kp_form_field *field) {
  if (field->kind == KP_FORM_SHOWN)
    return RANKS;
  if (field->kind == KP_FORM_REASON)
    return 3;
  return field->needed ? 0 : field->extra ? 2 : 1;
}

static bool give_letters(kp_form *form) {
  const char **names = calloc(form->count + 1, sizeof *names);
  char **labels = calloc(form->count + 1, sizeof *labels);
  kp_form_field **fields = calloc(form->count + 1, sizeof(void *));
  size_t count = 0;
  for (size_t rank = 0; fields != NULL && names != NULL && rank < RANKS; rank++)
    for (size_t i = 0; i < form->count; i++)
      if (rank_of(&form->fields[i]) == rank) {
        names[count] = kp_form_name(form, &form->fields[i]);
        fields[count++] = &form->fields[i];
      }
  bool good = fields != NULL && names != NULL && labels != NULL &&
              kp_mnemonics_share(letters_taken(form), kp_mnemonics_of_deck(form->language), names,
                                 count, labels);
  for (size_t i = 0; good && i < count; i++)
    fields[i]->name = labels[i];
  free(fields);
  free(labels);
  free(names);
  return good;
}

static char *label_of(const kp_form_field *field) {
  return join(field->name, field->needed ? " *" : "");
}

/* The hint; of a button also what it is a button for, because it says only what was chosen. */
static char *help_of(const kp_form *form, const kp_form_field *field) {
  const char *hint = hint_of(form, field);
  char *named =
      field->kind == KP_FORM_CHOICE || field->kind == KP_FORM_LINK
          ? kp_text_fill(KP_TEXT_FORM_SHOWN, form->language, kp_form_name(form, field), hint)
          : strdup(hint);
  char *help = named != NULL && field->needed
                   ? kp_text_fill(KP_TEXT_FORM_NEEDED, form->language, named, NULL)
                   : NULL;
  if (help == NULL)
    return named;
  free(named);
  return help;
}

void kp_form_show_label(kp_form *form, kp_form_field *field) {
  char *label = label_of(field);
  char *help = help_of(form, field);
  if (label != NULL)
    kp_board_set_label(form->board, field->label, label);
  if (help != NULL)
    kp_board_set_help(form->board, field->field, help);
  free(help);
  free(label);
}

/* ---------------------------------------------------------------------------------------- making
 */

static int add(kp_uno_error *error, const kp_form *form, const kp_form_field *field,
               const char *part, kp_widget_spec spec) {
  const char *key = field->column != NULL ? field->column->key : "note_";
  char *name = join(part, key);
  int place = KP_BOARD_NONE;
  spec.name = name;
  if (name != NULL)
    place = kp_board_add(error, form->board, &spec);
  else
    kp_uno_error_memory(error);
  free(name);
  return place;
}

static bool add_menu(kp_uno_error *error, const kp_form *form, kp_form_field *field) {
  kp_text text = KP_TEXT_FORM_HELP_WORD;
  const char *image = "menu.png";
  if (field->kind == KP_FORM_DATE) {
    text = KP_TEXT_FORM_HELP_DATE;
    image = "calendar.png";
  } else if (field->kind == KP_FORM_PERSON) {
    text = KP_TEXT_FORM_HELP_PERSON;
  } else if (field->kind != KP_FORM_WORD) {
    return true;
  }
  char *help = kp_text_fill(text, form->language, kp_form_name(form, field), NULL);
  field->menu = add(
      error, form, field, "menu_",
      (kp_widget_spec){
          .kind = KP_WIDGET_ICON, .help = help, .image = image, .beside = true, .narrow = true});
  free(help);
  return field->menu != KP_BOARD_NONE;
}

static bool add_field(kp_uno_error *error, const kp_form *form, kp_form_field *field) {
  char *label = label_of(field);
  char *help = help_of(form, field);
  char *chosen = NULL;
  kp_widget_spec spec = {.kind = KP_WIDGET_LINE, .help = help};
  if (field->kind == KP_FORM_CHOICE || field->kind == KP_FORM_LINK) {
    chosen = kp_form_choice_text(form, field);
    spec.kind = KP_WIDGET_BUTTON;
    spec.label = chosen;
  } else if (field->kind == KP_FORM_LINES || field->kind == KP_FORM_REASON) {
    spec.kind = KP_WIDGET_LINES;
    spec.lines = field->kind == KP_FORM_REASON ? REASON_LINES : 0;
  }
  field->label =
      add(error, form, field, "label_", (kp_widget_spec){.kind = KP_WIDGET_LABEL, .label = label});
  if (field->label != KP_BOARD_NONE)
    field->field = add(error, form, field, "field_", spec);
  free(chosen);
  free(help);
  free(label);
  return field->field != KP_BOARD_NONE && add_menu(error, form, field);
}

/* A formula or ID: one line that only tells. */
static char *shown_text(const kp_form *form, const kp_form_field *field) {
  kp_date date;
  char day[KP_DATE_TEXT_SIZE];
  const char *value = field->value;
  if (value[0] == '\0')
    return strdup("");
  if (field->column->result == KP_METHOD_DATE &&
      kp_date_parse(value, kp_workbook_today(), &date) == KP_DATE_GOOD) {
    kp_date_format(date, form->language, day);
    value = day;
  }
  return kp_text_fill(KP_TEXT_FORM_SHOWN, form->language, kp_form_name(form, field), value);
}

static bool add_note(kp_uno_error *error, const kp_form *form, kp_form_field *field) {
  char *text = field->kind == KP_FORM_SHOWN ? shown_text(form, field) : NULL;
  field->note =
      add(error, form, field, "note_", (kp_widget_spec){.kind = KP_WIDGET_NOTE, .label = text});
  free(text);
  return field->note != KP_BOARD_NONE;
}

static bool any_extra(const kp_form *form) {
  for (size_t i = 0; i < form->count; i++)
    if (form->fields[i].extra)
      return true;
  return false;
}

static bool add_more(kp_uno_error *error, kp_form *form) {
  if (!any_extra(form))
    return true;
  form->more =
      kp_board_add(error, form->board,
                   &(kp_widget_spec){.name = "more_", .kind = KP_WIDGET_BUTTON, .narrow = true});
  return form->more != KP_BOARD_NONE;
}

bool kp_form_build(kp_uno_error *error, kp_form *form) {
  if (!give_letters(form))
    return kp_uno_error_memory(error);
  bool good = true;
  for (size_t i = 0; good && i < form->count; i++) {
    kp_form_field *field = &form->fields[i];
    good = (field->kind == KP_FORM_SHOWN || add_field(error, form, field)) &&
           add_note(error, form, field);
    if (good && field->kind != KP_FORM_SHOWN) {
      kp_form_show_value(form, field);
      kp_form_show_note(form, field);
    }
  }
  good = good && add_more(error, form);
  form->end = kp_board_count(form->board);
  if (good)
    kp_form_show_more(form);
  return good;
}

/* --------------------------------------------------------------------------------------- showing
 */

void kp_form_show_value(kp_form *form, kp_form_field *field) {
  if (field->kind == KP_FORM_CHOICE || field->kind == KP_FORM_LINK) {
    char *text = kp_form_choice_text(form, field);
    char *plain = text != NULL ? kp_form_plain(text, ON_BUTTON) : NULL;
    char *label = plain != NULL ? join(plain, " ▾") : NULL;
    if (label != NULL)
      kp_board_set_label(form->board, field->field, label);
    free(label);
    free(plain);
    free(text);
  } else {
    kp_board_set_text(form->board, field->field, field->value);
  }
}

void kp_form_say(kp_form *form, kp_form_field *field, const char *text, bool strong) {
  kp_board_hold(form->board, true);
  kp_board_set_label(form->board, field->note, text);
  kp_board_set_strong(form->board, field->note, strong);
  kp_board_hold(form->board, false);
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

void kp_form_show_note(kp_form *form, kp_form_field *field) {
  bool strong = false;
  bool left = kp_board_focused(form->board) != field->field;
  char *text = field->kind == KP_FORM_DATE ? kp_form_date_note(form, field, left, &strong)
                                           : count_down(form, field, &strong);
  field->marked = field->hinted = false;
  kp_form_say(form, field, text != NULL ? text : "", strong);
  free(text);
}

void kp_form_mark(kp_form *form, kp_form_field *field, const char *text) {
  field->marked = true;
  field->hinted = false;
  if (field->extra) {
    field->extra = false;
    kp_form_show_more(form);
  }
  kp_form_say(form, field, text, true);
}

bool kp_form_is_shown(const kp_form *form, const kp_form_field *field) {
  return kp_board_shown(form->board, field->field);
}

void kp_form_show_more(kp_form *form) {
  size_t extra = 0;
  char number[24];
  kp_board_hold(form->board, true);
  for (size_t i = 0; i < form->count; i++) {
    const kp_form_field *field = &form->fields[i];
    bool shown = !field->away && (form->open || !field->extra);
    extra += field->extra ? 1 : 0;
    kp_board_show(form->board, field->label, shown);
    kp_board_show(form->board, field->field, shown);
    kp_board_show(form->board, field->menu, shown);
    kp_board_show(form->board, field->note, shown);
  }
  snprintf(number, sizeof number, "%zu", extra);
  char *label = kp_text_fill(form->open ? KP_TEXT_FORM_FEWER : KP_TEXT_FORM_MORE, form->language,
                             number, NULL);
  if (label != NULL)
    kp_board_set_label(form->board, form->more, label);
  kp_board_show(form->board, form->more, extra > 0);
  free(label);
  kp_board_hold(form->board, false);
}

void kp_form_set_open(kp_form *form, bool open) {
  char *key = join(form->draft, "_more");
  form->open = open;
  /* What was filled in meanwhile is seen from now on. */
  for (size_t i = 0; i < form->count; i++)
    if (form->fields[i].value[0] != '\0')
      form->fields[i].extra = false;
  if (key != NULL)
    kp_desk_set_draft(form->desk, key, open ? "1" : NULL);
  free(key);
  kp_form_show_more(form);
}
