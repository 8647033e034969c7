/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What solves a refusal with one click, below the field that was refused. */
#include "internal.h"

#include "complete.h"

#include <stdlib.h>
#include <string.h>

/* ----------------------------------------------------------------------------------- two people */

static char *trimmed(const char *from, size_t size) {
  while (size > 0 && (*from == ' ' || *from == '\t')) {
    from++;
    size--;
  }
  while (size > 0 && (from[size - 1] == ' ' || from[size - 1] == '\t'))
    size--;
  char *text = malloc(size + 1);
  if (text != NULL) {
    memcpy(text, from, size);
    text[size] = '\0';
  }
  return text;
}

/* A comma comes last: it may stand within a name. */
bool kp_form_split_people(const char *text, char **first, char **second) {
  static const char *const between[] = {" and ", " en ", "&", "/", "+", ";", ","};
  *first = *second = NULL;
  for (size_t i = 0; i < sizeof between / sizeof *between; i++) {
    const char *at = strstr(text, between[i]);
    if (at == NULL)
      continue;
    const char *rest = at + strlen(between[i]);
    *first = trimmed(text, (size_t)(at - text));
    *second = trimmed(rest, strlen(rest));
    if (*first != NULL && *second != NULL && (*first)[0] != '\0' && (*second)[0] != '\0')
      return true;
    free(*first);
    free(*second);
    *first = *second = NULL;
  }
  return false;
}

/* A name as the list has it, also when only its beginning was typed. */
static char *in_full(const kp_form *form, const kp_form_field *field, char *name) {
  size_t count = 0;
  const char **words = kp_form_words(form, field, false, &count);
  const char *same = words != NULL ? kp_complete_same(name, words, count, true) : NULL;
  char *found = same != NULL    ? strdup(same)
                : words != NULL ? kp_complete_find(name, words, count, true)
                                : NULL;
  free(words);
  if (found == NULL)
    return name;
  free(name);
  return found;
}

static kp_form_field *helpers_of(const kp_form *form) {
  for (size_t i = 0; i < form->count; i++)
    if (form->fields[i].column != NULL && form->fields[i].column->role == KP_ROLE_HELPERS)
      return &form->fields[i];
  return NULL;
}

/* --------------------------------------------------------------------------------------- offers */

static bool add(kp_uno_error *error, kp_form *form, kp_form_field *field, kp_form_remedy remedy,
                char *label) {
  kp_form_offer *offer = &form->offers[form->offer_count];
  if (label == NULL || form->offer_count == KP_FORM_OFFERS) {
    free(label);
    return true;
  }
  offer->field = field;
  offer->remedy = remedy;
  offer->widget =
      kp_form_add_widget(error, form, field, form->offer_count == 0 ? "offer_" : "other_",
                         (kp_widget_spec){.kind = KP_WIDGET_BUTTON,
                                          .label = label,
                                          .beside = form->offer_count > 0,
                                          .look = {.small = true}});
  free(label);
  if (offer->widget == KP_BOARD_NONE)
    return false;
  form->offer_count++;
  return true;
}

static bool add_owners(kp_uno_error *error, kp_form *form, kp_form_field *field) {
  char *one = NULL;
  char *other = NULL;
  if (!kp_form_split_people(field->value, &one, &other))
    return true;
  one = in_full(form, field, one);
  other = in_full(form, field, other);
  bool good = true;
  for (int i = 0; good && i < 2; i++) {
    const char *owner = i == 0 ? one : other;
    const char *helper = i == 0 ? other : one;
    size_t at = form->offer_count;
    char *label = helpers_of(form) != NULL
                      ? kp_text_fill(KP_TEXT_FORM_ONE_OWNER, form->language, owner, helper)
                      : strdup(owner);
    good = add(error, form, field, KP_FORM_ONE_OWNER, label);
    if (form->offer_count > at) {
      form->offers[at].owner = strdup(owner);
      form->offers[at].helper = strdup(helper);
    }
  }
  free(other);
  free(one);
  return good;
}

bool kp_form_add_offers(kp_uno_error *error, kp_form *form, kp_form_field *field) {
  if (form->offer_count > 0)
    return true;
  if (kp_form_is_new_name(form, field))
    return add(error, form, field, KP_FORM_ADD_NAME,
               kp_text_fill(KP_TEXT_FORM_ADD_NAME, form->language, field->value, NULL)) &&
           add(error, form, field, KP_FORM_LEAVE_NAME,
               strdup(kp_text_get(KP_TEXT_FORM_LEAVE_NAME, form->language)));
  return field->kind != KP_FORM_PERSON || add_owners(error, form, field);
}

/* Who helped already helps on. */
static void take_owner(kp_form *form, const kp_form_offer *offer) {
  kp_form_field *helpers = helpers_of(form);
  char *all = NULL;
  if (helpers != NULL && offer->helper != NULL) {
    if (helpers->value[0] != '\0')
      kp_text_add(&all, "", helpers->value);
    kp_text_add(&all, ", ", offer->helper);
    if (all != NULL)
      kp_form_set_value(form, helpers->column->key, all);
    free(all);
  }
  if (offer->owner != NULL)
    kp_form_set_value(form, offer->field->column->key, offer->owner);
  kp_form_go(form, offer->field->field);
}

bool kp_form_take_offer(kp_form *form, int widget) {
  for (size_t i = 0; i < form->offer_count; i++) {
    const kp_form_offer *offer = &form->offers[i];
    if (offer->widget != widget)
      continue;
    if (offer->remedy == KP_FORM_ONE_OWNER) {
      take_owner(form, offer);
    } else {
      kp_form_settle_name(form, offer->field, offer->remedy == KP_FORM_ADD_NAME);
      form->saves = true;
    }
    return true;
  }
  return false;
}

void kp_form_hide_offers(const kp_form *form, const kp_form_field *field) {
  for (size_t i = 0; i < form->offer_count; i++)
    if (form->offers[i].field == field)
      kp_board_show(form->board, form->offers[i].widget, false);
}
