/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The root cause as a chain: the rows of one branch, what is being typed below them, and the
 * question of each, made of the answer before it. No office. */
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_FRESH = 9 };

static double number_of(const kp_follow_input *in, const kp_method_column *column, size_t row) {
  char *text = column != NULL ? kp_follow_text(in, column, row) : NULL;
  double number = text != NULL ? strtod(text, NULL) : 0;
  free(text);
  return number;
}

static int branch_of(const kp_follow_input *in, const kp_method_chain *chain, size_t row) {
  int branch = chain->branch != NULL ? (int)number_of(in, chain->branch, row) : 1;
  return branch > 0 ? branch : 1;
}

/* Words of the method with {value} in them. */
static char *fill_value(const char *words, const char *value) {
  static const char mark[] = "{value}";
  const char *at = strstr(words, mark);
  size_t size = strlen(words) + strlen(value) + 1;
  char *text = malloc(size);
  if (text != NULL && at != NULL)
    snprintf(text, size, "%.*s%s%s", (int)(at - words), words, value, at + sizeof mark - 1);
  else if (text != NULL)
    snprintf(text, size, "%s", words);
  return text;
}

/* What was typed in a field of a row, else what it holds; malloc'ed. */
static char *typed(const kp_follow_input *in, const char *draft, const kp_method_column *column,
                   size_t row) {
  char key[KP_FOLLOW_KEY];
  snprintf(key, sizeof key, "%s%s", draft, column->key);
  const char *kept = in->recall(in->memory, key);
  if (kept == NULL)
    return kp_follow_text(in, column, row);
  return kp_text_copy(strcmp(kept, " ") != 0 ? kept : "");
}

/* ------------------------------------------------------------------------------------ questions */

/* The question after an answer; without answer, after the question before it. */
static char *question_after(const kp_method_chain *chain, const kp_follow_link *before,
                            kp_language language) {
  bool blank = before->answer[0] == '\0';
  return fill_value(chain->words.in[language], blank ? before->question : before->answer);
}

static char *first_question(const kp_follow_input *in, const kp_follow_view *view,
                            const kp_method_chain *chain, kp_language language) {
  char *value = kp_follow_value(in, view, chain->about);
  if (value != NULL && value[0] == '\0') {
    free(value);
    value = kp_follow_title(in, view->table, view->row);
  }
  char *text = value != NULL ? fill_value(chain->first.in[language], value) : NULL;
  free(value);
  return text;
}

/* The row after which a branch that has none of its own begins. */
static bool begin_after(const kp_follow_input *in, const kp_follow_view *view,
                        const kp_method_task *task, int branch, kp_follow_link *after) {
  char key[KP_FOLLOW_KEY];
  kp_follow_key_branch(view, branch, key);
  const char *id = in->recall(in->memory, key);
  size_t row = 0;
  *after = (kp_follow_link){.row = KP_METHOD_NEW_ROW};
  if (id == NULL || !kp_method_book_find(in->book, task->form->table, id, &row))
    return false;
  after->row = row;
  after->number = number_of(in, task->chain->number, row);
  after->question = kp_follow_text(in, task->chain->question, row);
  after->answer = kp_follow_text(in, task->chain->answer, row);
  return after->question != NULL && after->answer != NULL;
}

static void link_clear(kp_follow_link *link) {
  free(link->question);
  free(link->answer);
  *link = (kp_follow_link){.row = KP_METHOD_NEW_ROW};
}

/* ---------------------------------------------------------------------------------------- links */

static bool grow(kp_follow_links *links) {
  kp_follow_link *list = realloc(links->list, (links->count + 1) * sizeof *list);
  if (list == NULL)
    return false;
  links->list = list;
  links->list[links->count] = (kp_follow_link){.row = KP_METHOD_NEW_ROW};
  return true;
}

static int by_number(const void *one, const void *other) {
  const kp_follow_link *a = one;
  const kp_follow_link *b = other;
  if (a->number != b->number)
    return a->number < b->number ? -1 : 1;
  return a->row < b->row ? -1 : a->row > b->row ? 1 : 0;
}

static bool add_rows(const kp_follow_input *in, const kp_follow_view *view,
                     const kp_method_task *task, kp_follow_links *links) {
  kp_follow_rows rows = {NULL, 0};
  bool good = kp_follow_belonging(in, view, task, KP_FOLLOW_MENU, &rows);
  for (size_t i = 0; good && i < rows.count; i++) {
    size_t row = rows.list[i].row;
    int branch = branch_of(in, task->chain, row);
    links->branches = branch > links->branches ? branch : links->branches;
    if (branch != links->branch)
      continue;
    good = grow(links);
    if (!good)
      break;
    kp_follow_link *link = &links->list[links->count++];
    link->row = row;
    snprintf(link->id, sizeof link->id, "%s", rows.list[i].id);
    link->number = number_of(in, task->chain->number, row);
    kp_follow_key_form(view->focus, kp_follow_step(view), task, link->id, link->draft);
    link->question = typed(in, link->draft, task->chain->question, row);
    link->answer = typed(in, link->draft, task->chain->answer, row);
    good = link->question != NULL && link->answer != NULL;
    links->answered += good && !kp_follow_says(in, task->chain->answer, row, "") ? 1 : 0;
  }
  kp_follow_rows_clear(&rows);
  if (links->count > 1)
    qsort(links->list, links->count, sizeof *links->list, by_number);
  return good;
}

static void fresh_draft(const kp_follow_view *view, const kp_method_task *task, int branch,
                        int place, kp_follow_link *link) {
  kp_follow_fresh_id(branch, place, link->id);
  kp_follow_key_form(view->focus, kp_follow_step(view), task, link->id, link->draft);
}

/* The highest place of a branch in which something was typed. */
static int highest_begun(const kp_follow_input *in, const kp_follow_view *view,
                         const kp_method_task *task, int branch) {
  for (int place = MOST_FRESH; place > 0; place--) {
    kp_follow_link link;
    fresh_draft(view, task, branch, place, &link);
    if (in->begun(in->memory, link.draft))
      return place;
  }
  return 0;
}

/* What is open below the rows: what was begun, what people asked for, and one while the step wants
 * more. */
static int fresh_wanted(const kp_follow_input *in, const kp_follow_view *view,
                        const kp_method_task *task, const kp_follow_links *links) {
  char key[KP_FOLLOW_KEY];
  int wanted = highest_begun(in, view, task, links->branch);
  kp_follow_key_places(view, links->branch, key);
  const char *asked = in->recall(in->memory, key);
  int places = asked != NULL ? (int)strtol(asked, NULL, 10) : 0;
  const kp_method_step *step = kp_follow_step(view);
  double whole = step != NULL ? kp_method_book_wanted(in->book, step, task->form->table) : 0;
  wanted = places > wanted && places <= MOST_FRESH ? places : wanted;
  if (wanted == 0 && (links->count == 0 || (double)links->answered < whole))
    wanted = 1;
  return wanted;
}

static bool add_fresh(const kp_follow_input *in, const kp_follow_view *view,
                      const kp_method_task *task, kp_follow_links *links) {
  kp_follow_link after = {.row = KP_METHOD_NEW_ROW};
  bool begins = links->count == 0 && begin_after(in, view, task, links->branch, &after);
  int wanted = fresh_wanted(in, view, task, links);
  bool good = true;
  for (int place = 1; good && place <= wanted; place++) {
    good = grow(links);
    if (!good)
      break;
    const kp_follow_link *before = links->count > 0 ? &links->list[links->count - 1]
                                   : begins         ? &after
                                                    : NULL;
    kp_follow_link *link = &links->list[links->count];
    fresh_draft(view, task, links->branch, place, link);
    link->number = before != NULL ? before->number + 1 : 1;
    link->question = before != NULL ? question_after(task->chain, before, in->rows->language)
                                    : first_question(in, view, task->chain, in->rows->language);
    link->answer = typed(in, link->draft, task->chain->answer, KP_METHOD_NEW_ROW);
    links->count++;
    good = link->question != NULL && link->answer != NULL;
  }
  link_clear(&after);
  return good;
}

const kp_method_task *kp_follow_chain_task(const kp_method_step *step) {
  for (size_t i = 0; step != NULL && i < step->task_count; i++)
    if (step->tasks[i]->chain != NULL)
      return step->tasks[i];
  return NULL;
}

int kp_follow_branch(const kp_follow_input *in, const kp_follow_view *view) {
  char key[KP_FOLLOW_KEY];
  kp_follow_key_branch(view, 0, key);
  const char *kept = in->recall(in->memory, key);
  int branch = kept != NULL ? (int)strtol(kept, NULL, 10) : 1;
  return branch >= 1 && branch <= MOST_FRESH ? branch : 1;
}

bool kp_follow_links_make(const kp_follow_input *in, const kp_follow_view *view,
                          const kp_method_task *task, int branch, kp_follow_links *links) {
  *links = (kp_follow_links){.branch = branch, .branches = 1};
  bool good = add_rows(in, view, task, links) && add_fresh(in, view, task, links);
  for (int other = links->branches + 1; good && other <= MOST_FRESH; other++)
    if (highest_begun(in, view, task, other) > 0)
      links->branches = other;
  if (branch > links->branches)
    links->branches = branch;
  if (!good)
    kp_follow_links_clear(links);
  return good;
}

void kp_follow_links_clear(kp_follow_links *links) {
  for (size_t i = 0; i < links->count; i++)
    link_clear(&links->list[i]);
  free(links->list);
  *links = (kp_follow_links){.list = NULL};
}

/* ------------------------------------------------------------------------------ what a row gets */

bool kp_follow_find_chain(const kp_follow_input *in, kp_follow_view *view, int branch) {
  const kp_method_task *task = view->task;
  const kp_method_chain *chain = task->chain;
  kp_follow_links links = {.branch = branch, .branches = 1};
  kp_follow_link after = {.row = KP_METHOD_NEW_ROW};
  char number[24];
  bool good = add_rows(in, view, task, &links);
  const kp_follow_link *before = links.count > 0 ? &links.list[links.count - 1] : NULL;
  if (good && before == NULL && begin_after(in, view, task, branch, &after))
    before = &after;
  snprintf(number, sizeof number, "%.15g", before != NULL ? before->number + 1 : 1);
  good = good && kp_follow_put(&view->offered, chain->number->key, kp_text_copy(number));
  snprintf(number, sizeof number, "%d", branch);
  if (chain->branch != NULL)
    good = good && kp_follow_put(&view->offered, chain->branch->key, kp_text_copy(number));
  good =
      good && kp_follow_put(&view->offered, chain->question->key,
                            before != NULL ? question_after(chain, before, in->rows->language)
                                           : first_question(in, view, chain, in->rows->language));
  link_clear(&after);
  kp_follow_links_clear(&links);
  return good;
}

/* ----------------------------------------------------------------------------------------- core */

/* Whether a row is the core, as it is typed or as it stands. */
static bool is_core(const kp_follow_input *in, const kp_method_chain *chain,
                    const kp_follow_link *link) {
  const kp_method_item *yes = kp_method_yes(in->method, true);
  char *said = typed(in, link->draft, chain->core, link->row);
  const kp_method_item *item = said != NULL && said[0] != '\0' && chain->core->list != NULL
                                   ? kp_method_find_item(chain->core->list, said)
                                   : NULL;
  if (item == NULL && said != NULL && said[0] != '\0' && chain->core->list != NULL)
    item = kp_method_item_of(chain->core->list, said);
  free(said);
  return item != NULL && item == yes;
}

size_t kp_follow_core(const kp_follow_input *in, const kp_follow_view *view,
                      const kp_method_task *task, const kp_follow_links *links) {
  char key[KP_FOLLOW_KEY];
  size_t last = KP_FOLLOW_NONE;
  kp_follow_key_core(view, key);
  const char *picked = in->recall(in->memory, key);
  for (size_t i = 0; picked != NULL && i < links->count; i++)
    if (strcmp(links->list[i].id, picked) == 0)
      return i;
  for (size_t i = 0; i < links->count; i++) {
    if (is_core(in, task->chain, &links->list[i]))
      return i;
    if (links->list[i].answer[0] != '\0')
      last = i;
  }
  return last;
}

bool kp_follow_core_drafts(const kp_follow_input *in, const kp_follow_view *view,
                           const kp_method_task *task, const kp_follow_links *links, void *data,
                           void (*keep)(void *data, const char *key, const char *text)) {
  size_t core = task->chain->core != NULL ? kp_follow_core(in, view, task, links) : KP_FOLLOW_NONE;
  const kp_method_item *yes = kp_method_yes(in->method, true);
  const kp_method_item *no = kp_method_yes(in->method, false);
  if (core == KP_FOLLOW_NONE || yes == NULL || no == NULL)
    return false;
  for (size_t i = 0; i < links->count; i++) {
    char key[KP_FOLLOW_KEY];
    bool now = is_core(in, task->chain, &links->list[i]);
    snprintf(key, sizeof key, "%s%s", links->list[i].draft, task->chain->core->key);
    if (i == core && !now)
      keep(data, key, yes->key);
    else if (i != core && now)
      keep(data, key, no->key);
  }
  return true;
}
