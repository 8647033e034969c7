/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts of headers and footers, their fields, and the notes of cells. */
#include "document.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* -------------------------------------------------------------------------------------- footers */

typedef struct text {
  char *words; /* fields stand in it by the name of their service, "<PageNumber>" */
} text;

static void add_words(text *of, const char *words) {
  of->words = fake_grow(of->words, (of->words != NULL ? strlen(of->words) : 0) + strlen(words) + 3);
  strcat(of->words, words);
}

static bool set_string(kp_uno_incoming *in) {
  text *of = in->state;
  free(of->words);
  of->words = fake_text_argument(in, 0);
  return true;
}

static bool get_string(kp_uno_incoming *in) {
  return kp_uno_return_string(in, ((const text *)in->state)->words);
}

static bool insert_string(kp_uno_incoming *in) {
  char *words = fake_text_argument(in, 1);
  add_words(in->state, words);
  free(words);
  return true;
}

typedef struct field {
  char *service;
  bool date;
} field;

static fake_class field_class;

static bool insert_content(kp_uno_incoming *in) {
  const field *of = fake_object_state(KP_UNO_ARG(uno_Interface *, in, 1), &field_class);
  if (of == NULL)
    return kp_uno_error_set(in->error, KP_UNO_ILLEGAL_ARGUMENT, "no field");
  add_words(in->state, "<");
  add_words(in->state, strrchr(of->service, '.') + 1);
  add_words(in->state, ">");
  return true;
}

static const char *const cursor_interfaces[] = {"com.sun.star.text.XTextCursor", NULL};
static const kp_uno_row cursor_rows[] = {
    {"com.sun.star.text.XTextCursor::gotoEnd", kp_uno_ignore, NULL},
};
static fake_class cursor_class = {.table = {.implementation = "TextCursor",
                                            .interfaces = cursor_interfaces,
                                            FAKE_ROWS(cursor_rows)}};

static bool create_cursor(kp_uno_incoming *in) {
  return fake_return(in, fake_object_new(&cursor_class, NULL));
}

static void finalize_text(void *state) {
  free(((text *)state)->words);
}

static const char *const text_interfaces[] = {"com.sun.star.text.XText", NULL};
static const kp_uno_row text_rows[] = {
    {"com.sun.star.text.XTextRange::setString", set_string, NULL},
    {"com.sun.star.text.XTextRange::getString", get_string, NULL},
    {"com.sun.star.text.XSimpleText::createTextCursor", create_cursor, NULL},
    {"com.sun.star.text.XSimpleText::insertString", insert_string, NULL},
    {"com.sun.star.text.XText::insertTextContent", insert_content, NULL},
};
static fake_class text_class = {.table = {.implementation = "Text",
                                          .interfaces = text_interfaces,
                                          FAKE_ROWS(text_rows),
                                          .state_size = sizeof(text),
                                          .finalize = finalize_text}};

/* Left, middle, right. */
typedef struct content {
  uno_Interface *parts[3];
} content;

static bool get_left(kp_uno_incoming *in) {
  return fake_return(in, kp_uno_acquire(((content *)in->state)->parts[0]));
}

static bool get_center(kp_uno_incoming *in) {
  return fake_return(in, kp_uno_acquire(((content *)in->state)->parts[1]));
}

static bool get_right(kp_uno_incoming *in) {
  return fake_return(in, kp_uno_acquire(((content *)in->state)->parts[2]));
}

static void finalize_content(void *state) {
  for (int i = 0; i < 3; i++)
    kp_uno_release(((content *)state)->parts[i]);
}

static const char *const content_interfaces[] = {"com.sun.star.sheet.XHeaderFooterContent", NULL};
static const kp_uno_row content_rows[] = {
    {"com.sun.star.sheet.XHeaderFooterContent::getLeftText", get_left, NULL},
    {"com.sun.star.sheet.XHeaderFooterContent::getCenterText", get_center, NULL},
    {"com.sun.star.sheet.XHeaderFooterContent::getRightText", get_right, NULL},
};
static fake_class content_class = {.table = {.implementation = "HeaderFooterContent",
                                             .interfaces = content_interfaces,
                                             FAKE_ROWS(content_rows),
                                             .state_size = sizeof(content),
                                             .finalize = finalize_content}};

uno_Interface *fake_footer_new(void) {
  void *state = NULL;
  uno_Interface *made = fake_object_new(&content_class, &state);
  for (int i = 0; i < 3; i++)
    ((content *)state)->parts[i] = fake_object_new(&text_class, NULL);
  return made;
}

static bool set_date(kp_uno_incoming *in, const uno_Any *value) {
  return kp_uno_any_get_bool(value, &((field *)in->state)->date);
}

static void finalize_field(void *state) {
  free(((field *)state)->service);
}

static const fake_property field_properties[] = {{"IsDate", NULL, set_date}};
static const char *const field_interfaces[] = {"com.sun.star.text.XTextContent",
                                               "com.sun.star.beans.XPropertySet", NULL};
static fake_class field_class = {.table = {.implementation = "TextField",
                                           .interfaces = field_interfaces,
                                           .state_size = sizeof(field),
                                           .finalize = finalize_field},
                                 FAKE_PROPERTIES(field_properties)};

uno_Interface *fake_field_new(const char *service) {
  void *state = NULL;
  uno_Interface *made = fake_object_new(&field_class, &state);
  ((field *)state)->service = fake_copy(service);
  return made;
}

/* --------------------------------------------------------------------------------- notes of cells
 */

typedef struct notes {
  fake_document *document;
  int sheet;
} notes;

static bool insert_note(kp_uno_incoming *in) {
  const notes *of = in->state;
  const kp_uno_cell_address *at = in->args[0];
  const fake_area area = {of->sheet, at->column, at->row, at->column, at->row};
  char *words = fake_text_argument(in, 1);
  fake_record_cells(of->document, &area);
  fake_cell *cell = fake_cell_make(fake_sheet_by_id(of->document, of->sheet), at->column, at->row);
  free(cell->note);
  cell->note = words;
  fake_changed(of->document, &area);
  return true;
}

static void finalize_notes(void *state) {
  fake_document_release(((notes *)state)->document);
}

static const char *const notes_interfaces[] = {"com.sun.star.sheet.XSheetAnnotations", NULL};
static const kp_uno_row notes_rows[] = {
    {"com.sun.star.sheet.XSheetAnnotations::insertNew", insert_note, NULL},
};
static fake_class notes_class = {.table = {.implementation = "Annotations",
                                           .interfaces = notes_interfaces,
                                           FAKE_ROWS(notes_rows),
                                           .state_size = sizeof(notes),
                                           .finalize = finalize_notes}};

uno_Interface *fake_notes_new(fake_document *document, int sheet) {
  void *state = NULL;
  uno_Interface *made = fake_object_new(&notes_class, &state);
  *(notes *)state = (notes){document, sheet};
  document->references++;
  return made;
}
