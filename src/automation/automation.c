/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The automation service: what tests and scripts may ask of the library (see
 * kernpunt/automation.h and internal.h). */
#include "internal.h"
#include "kernpunt/automation.h"

#ifndef KP_VERSION
#define KP_VERSION "unknown"
#endif

/* --------------------------------------------------------------------- arguments and answers */

const uno_Any *kp_automation_argument(const kp_uno_incoming *in, const char *name) {
  const uno_Sequence *arguments = KP_UNO_ARG(uno_Sequence *, in, 0);
  const kp_uno_named_value *list = KP_UNO_ELEMENTS(const kp_uno_named_value, arguments);
  for (sal_Int32 i = 0; i < arguments->nElements; i++)
    if (kp_uno_string_is(list[i].name, name))
      return &list[i].value;
  return NULL;
}

char *kp_automation_text(const kp_uno_incoming *in, const char *name) {
  const uno_Any *value = kp_automation_argument(in, name);
  char *text = NULL;
  return value != NULL && kp_uno_any_get_string(value, &text) ? text : NULL;
}

uno_Sequence *kp_automation_answer(kp_uno_error *error, size_t count) {
  uno_Sequence *answer = kp_uno_sequence_new(KP_AUTOMATION_NAMED, count);
  if (answer == NULL)
    kp_uno_error_memory(error);
  return answer;
}

uno_Any *kp_automation_value(uno_Sequence *answer, size_t i, const char *name) {
  kp_uno_named_value *value = &KP_UNO_ELEMENTS(kp_uno_named_value, answer)[i];
  rtl_uString *text = kp_uno_string_new(name);
  if (text == NULL)
    return NULL;
  rtl_uString_release(value->name);
  value->name = text;
  return &value->value;
}

bool kp_automation_put_text(kp_uno_error *error, uno_Sequence *answer, size_t i, const char *name,
                            const char *text) {
  uno_Any *value = kp_automation_value(answer, i, name);
  return value != NULL ? kp_uno_any_set_string(value, text, error) : kp_uno_error_memory(error);
}

bool kp_automation_put_long(kp_uno_error *error, uno_Sequence *answer, size_t i, const char *name,
                            int32_t number) {
  uno_Any *value = kp_automation_value(answer, i, name);
  if (value == NULL)
    return kp_uno_error_memory(error);
  kp_uno_any_set_long(value, number);
  return true;
}

bool kp_automation_put_bool(kp_uno_error *error, uno_Sequence *answer, size_t i, const char *name,
                            bool truth) {
  uno_Any *value = kp_automation_value(answer, i, name);
  if (value == NULL)
    return kp_uno_error_memory(error);
  kp_uno_any_set_bool(value, truth);
  return true;
}

static uno_Sequence *text_line(kp_uno_error *error, const char *const *texts, size_t columns) {
  uno_Sequence *line = kp_uno_sequence_new("[]string", columns);
  bool good = line != NULL || kp_uno_error_memory(error);
  for (size_t c = 0; good && c < columns; c++)
    good = kp_uno_string_assign(&KP_UNO_ELEMENTS(rtl_uString *, line)[c], texts[c], error);
  if (good)
    return line;
  kp_uno_sequence_free(line, "[]string");
  return NULL;
}

bool kp_automation_put_table(kp_uno_error *error, uno_Sequence *answer, size_t i, const char *name,
                             const char *const *texts, size_t rows, size_t columns) {
  static const char type[] = "[][]string";
  uno_Any *value = kp_automation_value(answer, i, name);
  uno_Sequence *table = kp_uno_sequence_new(type, rows);
  bool good = true;
  if (value == NULL || table == NULL) {
    kp_uno_sequence_free(table, type);
    return kp_uno_error_memory(error);
  }
  for (size_t r = 0; good && r < rows; r++) {
    uno_Sequence *line = text_line(error, texts + r * columns, columns);
    good = line != NULL;
    if (good) {
      uno_Sequence **place = &KP_UNO_ELEMENTS(uno_Sequence *, table)[r];
      kp_uno_sequence_free(*place, "[]string");
      *place = line;
    }
  }
  good = good && kp_uno_any_set(value, type, &table, error);
  kp_uno_sequence_free(table, type);
  return good;
}

bool kp_automation_return(kp_uno_incoming *in, uno_Sequence *answer, bool good) {
  if (good) {
    uno_Any *result = in->result;
    kp_uno_any_init(result);
    good = kp_uno_any_set(result, KP_AUTOMATION_NAMED, &answer, in->error);
    if (!good)
      kp_uno_any_clear(result);
  }
  kp_uno_sequence_free(answer, KP_AUTOMATION_NAMED);
  return good;
}

/* -------------------------------------------------------------------------------- the object */

static bool answer_status(kp_uno_incoming *in) {
  uno_Sequence *answer = kp_automation_answer(in->error, 2);
  bool good =
      answer != NULL && kp_automation_put_text(in->error, answer, 0, "Version", KP_VERSION) &&
      kp_automation_put_long(in->error, answer, 1, "LiveObjects", (int32_t)kp_uno_object_count());
  return kp_automation_return(in, answer, good);
}

/* Every verb on a document, in one table. */
static kp_uno_handler find_verb(const rtl_uString *verb) {
  static const struct {
    const char *verb;
    kp_uno_handler handler;
  } verbs[] = {
      {"setup", kp_automation_setup},
      {"append", kp_automation_append},
      {"change", kp_automation_change},
      {"repair", kp_automation_repair},
      {"jump", kp_automation_jump},
      {"save", kp_automation_save},
      {"share", kp_automation_share},
      {"read", kp_automation_read},
      {"agenda", kp_automation_agenda},
      {"steps", kp_automation_steps},
      {"settings", kp_automation_settings},
      {"people", kp_automation_people},
      {"findAnswers", kp_automation_find_answers},
      {"setAnswers", kp_automation_set_answers},
      {"insert", kp_automation_insert},
      {"results", kp_automation_results},
      {"pdf", kp_automation_pdf},
      {"freeze", kp_automation_freeze},
      {"calendar", kp_automation_calendar},
      {"check", kp_automation_check},
      {"journal", kp_automation_journal},
  };
  for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
    if (kp_uno_string_is(verb, verbs[i].verb))
      return verbs[i].handler;
  return NULL;
}

static bool execute(kp_uno_incoming *in) {
  const uno_Any *verb = kp_automation_argument(in, "Verb");
  const rtl_uString *word = verb != NULL && verb->pType->eTypeClass == typelib_TypeClass_STRING
                                ? *(rtl_uString *const *)verb->pData
                                : NULL;
  if (word != NULL && kp_uno_string_is(word, "status"))
    return answer_status(in);
  kp_uno_handler answer = word != NULL ? find_verb(word) : NULL;
  return answer != NULL ? kp_automation_under_lock(in, answer)
                        : kp_uno_error_set(in->error, KP_UNO_ILLEGAL_ARGUMENT, "no such Verb");
}

static const kp_uno_row rows[] = {
    {"com.sun.star.task.XJob::execute", execute, NULL},
};
static const char *const services[] = {"org.kernpunt.calc.Automation", NULL};
static const char *const interfaces[] = {"com.sun.star.task.XJob", NULL};

kp_uno_class kp_automation_class = {
    .implementation = "org.kernpunt.calc.Automation",
    .services = services,
    .interfaces = interfaces,
    .rows = rows,
    .row_count = sizeof rows / sizeof *rows,
    .state_size = sizeof(uno_Interface *),
    .finalize = kp_uno_context_finalize,
};

bool kp_automation_create(uno_Interface *context, const uno_Sequence *arguments,
                          uno_Interface **result, kp_uno_error *error) {
  (void)arguments;
  return kp_uno_context_object(&kp_automation_class, context, result, error);
}
