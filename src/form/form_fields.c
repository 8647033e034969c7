/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of a form on the board: label, field, menu, note. */
#include "complete.h"
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { RANKS = 4 };

const char *kp_form_name(const kp_form *form, const kp_form_field *field) {
  return field->column != NULL ? field->column->name.in[form->language]
                               : kp_text_get(KP_TEXT_FORM_REASON, form->language);
}

static const char *hint_of(const kp_form *form, const kp_form_field *field) {
  return field->column != NULL ? field->column->hint.in[form->language]
                               : kp_text_get(KP_TEXT_FORM_REASON_HINT, form->language);
}

kp_form_field *kp_form_find(const kp_form *form, int widget) {
  for (size_t i = 0; widget != KP_BOARD_NONE && i < form->count; i++) {
    kp_form_field *field = &form->fields[i];
    if (field->field == widget || field->menu == widget)
      return field;
    for (size_t k = 0; k < field->toggle_count; k++)
      if (field->toggles[k] == widget)
        return field;
  }
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

char *kp_form_join(const char *one, const char *other) {
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

static char *label_of(const kp_form *form, const kp_form_field *field) {
  bool asks = form->question != NULL && !field->extra;
  return kp_form_join(asks ? form->question : field->name, field->needed && !asks ? " *" : "");
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
  if (!field->seen)
    return;
  char *label = label_of(form, field);
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

int kp_form_add_widget(kp_uno_error *error, const kp_form *form, const kp_form_field *field,
                       const char *part, kp_widget_spec spec) {
  const char *key = field->column != NULL ? field->column->key : "note_";
  char *plain = kp_form_join(part, key);
  char *name = plain != NULL ? kp_form_join(plain, form->suffix) : NULL;
  int place = KP_BOARD_NONE;
  spec.name = name;
  /* A question is a sentence, and stands above its answer. */
  if (form->question == NULL && field->kind != KP_FORM_SHOWN)
    spec.part = strcmp(part, "label_") == 0 ? KP_PART_LABEL : KP_PART_FIELD;
  if (name != NULL)
    place = kp_board_add(error, form->board, &spec);
  else
    kp_uno_error_memory(error);
  free(name);
  free(plain);
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
  } else if (field->kind != KP_FORM_WORD && field->kind != KP_FORM_CHOICE &&
             field->kind != KP_FORM_LINK) {
    return true;
  }
  char *help = kp_text_fill(text, form->language, kp_form_name(form, field), NULL);
  field->menu = kp_form_add_widget(
      error, form, field, "menu_",
      (kp_widget_spec){
          .kind = KP_WIDGET_ICON, .help = help, .image = image, .beside = true, .narrow = true});
  free(help);
  return field->menu != KP_BOARD_NONE;
}

/* What stands beside its label: a choice. */
bool kp_form_is_choice(const kp_form_field *field) {
  return field->kind == KP_FORM_CHOICE || field->kind == KP_FORM_LINK;
}

static bool add_control(kp_uno_error *error, const kp_form *form, kp_form_field *field,
                        const char *help) {
  kp_widget_spec spec = {.kind = KP_WIDGET_LINE, .help = help};
  if (kp_form_has_toggles(field))
    return kp_form_add_toggles(error, form, field);
  if (kp_form_is_choice(field)) {
    spec.kind = KP_WIDGET_CHOICE;
    spec.beside = true;
  } else if (field->kind == KP_FORM_LINES || field->kind == KP_FORM_REASON) {
    spec.kind = KP_WIDGET_LINES;
    spec.lines = 2;
  }
  if (field->marked) {
    field->stripe = kp_form_add_widget(error, form, field, "stripe_",
                                       (kp_widget_spec){.kind = KP_WIDGET_STRIPE,
                                                        .narrow = true,
                                                        .beside = spec.beside,
                                                        .look = {.tone = KP_TONE_REFUSED}});
    spec.beside = true;
    spec.look = (kp_look){.tinted = true};
  }
  field->field = kp_form_add_widget(error, form, field, "field_", spec);
  return field->field != KP_BOARD_NONE && add_menu(error, form, field);
}

static bool add_field(kp_uno_error *error, const kp_form *form, kp_form_field *field) {
  char *label = label_of(form, field);
  char *help = help_of(form, field);
  char *marked = field->marked && label != NULL ? kp_form_join("✕ ", label) : NULL;
  field->label = kp_form_add_widget(
      error, form, field, "label_",
      (kp_widget_spec){.kind = KP_WIDGET_LABEL,
                       .label = marked != NULL ? marked : label,
                       .narrow = kp_form_is_choice(field),
                       .look = {.strong = field->marked,
                                .tone = field->marked ? KP_TONE_REFUSED : KP_TONE_PLAIN}});
  bool good = field->label != KP_BOARD_NONE && add_control(error, form, field, help);
  free(marked);
  free(help);
  free(label);
  return good;
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
  field->note = kp_form_add_widget(
      error, form, field, "note_",
      (kp_widget_spec){
          .kind = KP_WIDGET_NOTE, .label = text, .look = {.small = true, .tone = KP_TONE_QUIET}});
  free(text);
  return field->note != KP_BOARD_NONE;
}

static size_t count_extra(const kp_form *form) {
  size_t count = 0;
  for (size_t i = 0; i < form->count; i++)
    count += form->fields[i].extra && form->fields[i].kind != KP_FORM_SHOWN ? 1 : 0;
  return count;
}

/* "▸ More fields (5)", and on the other page "◂ Back". Of a form that has a question for a header
 * its owner turns the page. */
static bool add_more(kp_uno_error *error, kp_form *form) {
  size_t count = count_extra(form);
  char number[24];
  if (count == 0 || (form->question != NULL && !form->open))
    return true;
  snprintf(number, sizeof number, "%zu", count);
  char *label = kp_text_fill(form->open ? KP_TEXT_FORM_BACK : KP_TEXT_FORM_MORE, form->language,
                             number, NULL);
  char *name = kp_form_join("more_", form->suffix);
  if (name != NULL)
    form->more = kp_board_add(
        error, form->board,
        &(kp_widget_spec){.name = name, .kind = KP_WIDGET_BUTTON, .label = label, .narrow = true});
  free(name);
  free(label);
  return form->more != KP_BOARD_NONE;
}

static bool is_marked(const kp_form *form, const kp_form_field *field) {
  const char *key = field->column != NULL ? field->column->key : "";
  for (size_t i = 0; i < form->mark_count; i++)
    if (strcmp(form->marks[i].key, key) == 0)
      return true;
  return false;
}

bool kp_form_build(kp_uno_error *error, kp_form *form) {
  if (!give_letters(form))
    return kp_uno_error_memory(error);
  bool good = true;
  form->open = form->open && count_extra(form) > 0;
  for (size_t i = 0; good && i < form->count; i++) {
    kp_form_field *field = &form->fields[i];
    field->seen = form->all || field->extra == form->open;
    if (!field->seen)
      continue;
    field->marked = is_marked(form, field);
    good = (field->kind == KP_FORM_SHOWN || add_field(error, form, field)) &&
           add_note(error, form, field) &&
           (!field->marked || kp_form_add_offers(error, form, field));
    if (good && field->kind != KP_FORM_SHOWN) {
      kp_form_show_value(form, field);
      if (!field->marked)
        kp_form_show_note(form, field);
    }
  }
  good = good && add_more(error, form);
  form->end = kp_board_count(form->board);
  if (good)
    kp_form_show_away(form);
  return good;
}
