/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "functions_fixture.h"

#include <stdio.h>
#include <string.h>

static void set_any(uno_Any *any, const fx_value *value) {
  kp_uno_error error = KP_UNO_NO_ERROR;
  typelib_TypeDescriptionReference *string =
      *typelib_static_type_getByTypeClass(typelib_TypeClass_STRING);
  switch (value->kind) {
  case FX_VOID:
    break;
  case FX_NUMBER:
    kp_uno_any_set_double(any, value->number);
    break;
  case FX_BOOLEAN:
    kp_uno_any_set_bool(any, value->number != 0);
    break;
  case FX_TEXT:
    if (value->string != NULL)
      uno_type_any_assign(any, (void *)(uintptr_t)&value->string, string, NULL, NULL);
    else
      assert_true(kp_uno_any_set_string(any, value->text, &error));
    break;
  case FX_ARRAY: {
    uno_Sequence *rows = kp_uno_sequence_new("[][]any", value->count);
    assert_non_null(rows);
    for (size_t row = 0; row < value->count; row++) {
      const fx_value *cells = &value->cells[row];
      uno_Sequence **place = KP_UNO_ELEMENTS(uno_Sequence *, rows) + row;
      kp_uno_sequence_free(*place, "[]any");
      *place = kp_uno_sequence_new("[]any", cells->count);
      assert_non_null(*place);
      for (size_t i = 0; i < cells->count; i++)
        set_any(KP_UNO_ELEMENTS(uno_Any, *place) + i, &cells->cells[i]);
    }
    assert_true(kp_uno_any_set(any, "[][]any", &rows, &error));
    kp_uno_sequence_free(rows, "[][]any");
    break;
  }
  default:
    fail_msg("Calc hands over no such value");
  }
}

static fx_value get_number(double number) {
  uint64_t bits = 0;
  memcpy(&bits, &number, sizeof bits);
  if (bits >> 32 == 0x7FF80000 && (uint32_t)bits != 0)
    return (fx_value){.kind = FX_ERROR, .number = (double)(uint32_t)bits};
  return fx_number(number);
}

static fx_value get_any(const uno_Any *any) {
  double number = 0;
  char *text = NULL;
  if (any->pType->eTypeClass == typelib_TypeClass_DOUBLE && kp_uno_any_get_double(any, &number))
    return get_number(number);
  if (kp_uno_any_get_string(any, &text))
    return (fx_value){.kind = FX_TEXT, .text = text};
  const uno_Sequence *rows = kp_uno_any_get_sequence(any, "[][]any");
  if (rows == NULL)
    fail_msg("Calc cannot show such a result");
  fx_value array = {.kind = FX_ARRAY};
  for (sal_Int32 i = 0; i < rows->nElements; i++) {
    uno_Sequence *cells = KP_UNO_ELEMENTS(uno_Sequence *, (uno_Sequence *)(uintptr_t)rows)[i];
    fx_value row = {.kind = FX_ROW};
    for (sal_Int32 c = 0; c < cells->nElements; c++)
      fx_append(&row, get_any(KP_UNO_ELEMENTS(uno_Any, cells) + c));
    fx_append(&array, row);
  }
  return array;
}

static size_t find(const char *name) {
  for (size_t i = 0; i < kp_functions_count(); i++)
    if (strcmp(kp_functions_name(i), name) == 0)
      return i;
  fail_msg("no function %s", name);
  return 0;
}

/* What one argument needs, whatever its type. */
typedef struct slot {
  uno_Any any;
  double number;
  rtl_uString *string;
  uno_Interface *interface;
  uno_Sequence *list;
} slot;

static void *fill(slot *s, const char *type, const fx_value *value, size_t rest) {
  kp_uno_any_init(&s->any);
  if (strcmp(type, "any") == 0) {
    set_any(&s->any, value);
    return &s->any;
  }
  if (strcmp(type, "double") == 0) {
    assert_int_equal(value->kind, FX_NUMBER);
    s->number = value->number;
    return &s->number;
  }
  if (strcmp(type, "string") == 0) {
    assert_int_equal(value->kind, FX_TEXT);
    s->string = kp_uno_string_new(value->text);
    return &s->string;
  }
  if (strcmp(type, "sequence<any>") == 0) {
    s->list = kp_uno_sequence_new("[]any", rest);
    assert_non_null(s->list);
    for (size_t i = 0; i < rest; i++)
      set_any(KP_UNO_ELEMENTS(uno_Any, s->list) + i, &value[i]);
    return &s->list;
  }
  return &s->interface; /* no office, no object */
}

fx_value fx_call(const char *function, const fx_value *arguments, size_t count) {
  static const fx_value nothing = {.kind = FX_VOID};
  size_t index = find(function);
  const kp_function *row = index < KP_NPS_FUNCTIONS ? &kp_functions_nps[index]
                                                    : &kp_functions_cx[index - KP_NPS_FUNCTIONS];
  slot slots[KP_MAX_ARGUMENTS] = {0};
  void *pointers[KP_MAX_ARGUMENTS] = {NULL};
  kp_functions_argument argument;
  kp_uno_error error = KP_UNO_NO_ERROR;
  size_t filled = 0;
  size_t used = 0;
  for (; kp_functions_argument_at(index, filled, &argument); filled++) {
    const fx_value *value = used < count ? &arguments[used] : &nothing;
    size_t rest = used < count ? count - used : 0;
    pointers[filled] = fill(&slots[filled], argument.type, value, rest);
    if (strcmp(argument.type, "sequence<any>") == 0)
      used = count;
    else if (!argument.hidden)
      used++;
  }
  if (used < count)
    fail_msg("%s has no %zu arguments", function, count);
  uno_Any result;
  memset(&result, 0xAB, sizeof result); /* raw memory: the handler constructs it */
  kp_uno_incoming in = {.row = &row->row, .args = pointers, .result = &result, .error = &error};
  assert_true(kp_functions_handle(&in));
  fx_value value = get_any(&result);
  kp_uno_any_clear(&result);
  for (size_t i = 0; i < filled; i++) {
    kp_uno_any_clear(&slots[i].any);
    kp_uno_sequence_free(slots[i].list, "[]any");
    if (slots[i].string != NULL)
      rtl_uString_release(slots[i].string);
  }
  return value;
}

fx_value fx_evaluate(const char *formula) {
  char name[32];
  fx_value list = {.kind = FX_ROW};
  const char *place = strchr(formula, '(');
  assert_non_null(place);
  snprintf(name, sizeof name, "%.*s", (int)(place - formula), formula);
  place++;
  while (*place != '\0' && *place != ')') {
    fx_value nothing = {.kind = FX_VOID};
    fx_append(&list, *place == ';' ? nothing : fx_read_value(&place));
    if (!fx_eat(&place, ";") && *place != ')')
      fail_msg("no formula: %s", formula);
  }
  assert_string_equal(place, ")");
  fx_value result = fx_call(name, list.cells, list.count);
  fx_free(&list);
  return result;
}

void fx_expect(const char *why, const char *formula, const char *expected, const char *file,
               int line) {
  fx_value actual = fx_evaluate(formula);
  fx_value wanted = fx_read(expected);
  if (!fx_same(&actual, &wanted, 1e-9)) {
    print_error("%s\n  %s\n  is ", why, formula);
    fx_print(&actual);
    print_error(", expected %s\n", expected);
    _fail(file, line);
  }
  fx_free(&actual);
  fx_free(&wanted);
}

void fx_run(const fx_case *cases, size_t count, const char *file, int line) {
  for (size_t i = 0; i < count; i++)
    fx_expect(cases[i].why, cases[i].formula, cases[i].expected, file, line);
}
