/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs that insert what people take away. */
#include "internal.h"

#include "kernpunt/export.h"

#include <stdlib.h>
#include <string.h>

static const char *const whats[KP_EXPORT_WHAT_COUNT] = {
    [KP_EXPORT_UNITS] = "units",
    [KP_EXPORT_CHANGES] = "changes",
    [KP_EXPORT_CROSS] = "cross",
    [KP_EXPORT_DRIVERS] = "drivers",
    [KP_EXPORT_TREND] = "trend",
    [KP_EXPORT_CHART_SHARES] = "chart shares",
    [KP_EXPORT_CHART_SCORES] = "chart scores",
    [KP_EXPORT_CHART_CHANGES] = "chart changes",
    [KP_EXPORT_CHART_TREND] = "chart trend",
    [KP_EXPORT_CHART_DRIVERS] = "chart drivers",
};
static const char *const forms[] = {
    [KP_EXPORT_LIVE] = "", [KP_EXPORT_FALLBACK] = "plain", [KP_EXPORT_VALUES] = "values"};

/* The place of a word in a list; an error when it is none. */
static bool word_of(kp_uno_incoming *in, const char *name, const char *const *words, int count,
                    int *place) {
  char *text = kp_automation_text(in, name);
  const char *asked = text != NULL ? text : words[0];
  *place = 0;
  while (*place < count && strcmp(words[*place], asked) != 0)
    (*place)++;
  bool good = *place < count ||
              kp_uno_error_set(in->error, KP_UNO_ILLEGAL_ARGUMENT, "no such %s: %s", name, asked);
  free(text);
  return good;
}

static bool put_answer(kp_automation *call, bool done, const char *message) {
  kp_uno_error *error = call->in->error;
  uno_Sequence *answer = kp_automation_answer(error, 2);
  bool good = answer != NULL &&
              kp_automation_put_text(error, answer, 0, "Answer", done ? "written" : "refused") &&
              kp_automation_put_text(error, answer, 1, "Message", message != NULL ? message : "");
  return kp_automation_return(call->in, answer, good);
}

bool kp_automation_insert(kp_uno_incoming *in) {
  kp_automation call;
  int what = 0;
  int form = 0;
  int32_t smallest = 0;
  char *message = NULL;
  char *sheet = kp_automation_text(in, "Sheet");
  char *later = kp_automation_text(in, "Later");
  char *earlier = kp_automation_text(in, "Earlier");
  const uno_Any *least = kp_automation_argument(in, "Smallest");
  bool good = kp_automation_open(in, &call);
  if (good && word_of(in, "What", whats, KP_EXPORT_WHAT_COUNT, &what) &&
      word_of(in, "Form", forms, 3, &form)) {
    if (least != NULL && !kp_uno_any_get_long(least, &smallest))
      smallest = 0;
    const kp_export_choice choice = {.what = (kp_export_what)what,
                                     .form = (kp_export_form)form,
                                     .sheet = sheet,
                                     .later = later,
                                     .earlier = earlier,
                                     .smallest = smallest};
    bool done = kp_export_insert(&call.document, &choice, &message);
    good = put_answer(&call, done, message);
  } else {
    good = false;
  }
  kp_automation_close(&call);
  free(message);
  free(sheet);
  free(later);
  free(earlier);
  return good;
}

/* A verb that makes something of the whole workbook; Url and Who for those that write a file. */
static bool make(kp_uno_incoming *in,
                 bool (*run)(const kp_document *document, const char *name, const char *url,
                             char **message),
                 bool file) {
  kp_automation call;
  char *name = kp_automation_text(in, "Name");
  char *url = kp_automation_text(in, "Url");
  char *message = NULL;
  bool good = kp_automation_open(in, &call);
  if (good && file && url == NULL)
    good = kp_uno_error_set(in->error, KP_UNO_ILLEGAL_ARGUMENT, "no Url");
  if (good) {
    bool done = run(&call.document, name, url, &message);
    good = put_answer(&call, done, message);
  }
  kp_automation_close(&call);
  free(message);
  free(url);
  free(name);
  return good;
}

static bool results(const kp_document *document, const char *name, const char *url,
                    char **message) {
  const kp_export_choice choice = {.sheet = name};
  (void)url;
  return kp_export_results(document, &choice, message);
}

static bool freeze(const kp_document *document, const char *name, const char *url, char **message) {
  (void)name;
  (void)url;
  return kp_export_freeze(document, message);
}

bool kp_automation_results(kp_uno_incoming *in) {
  return make(in, results, false);
}

bool kp_automation_pdf(kp_uno_incoming *in) {
  return make(in, kp_export_pdf, true);
}

bool kp_automation_freeze(kp_uno_incoming *in) {
  return make(in, freeze, false);
}

bool kp_automation_calendar(kp_uno_incoming *in) {
  return make(in, kp_export_calendar, true);
}
