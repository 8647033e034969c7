/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing all that was begun in a step as one: its rows, the links to them, the core of a chain.
 * Needs a desk, no panel. */
#include "internal.h"

#include "kernpunt/workbook.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A link that was kept as a draft, because the focus point is not there yet. */
typedef struct kept_link {
  char key[KP_FOLLOW_KEY];
  char *before;
} kept_link;

typedef struct job {
  const kp_follow_writer *writer;
  kp_document document; /* with the transaction */
  const kp_method_step *step;
  const kp_method_table *table;
  char focus[KP_FOLLOW_ID];
  kept_link *links;
  size_t link_count;
  kp_follow_written *written;
} job;

/* ------------------------------------------------------------------------------------- reading */

static const char *recall(const void *memory, const char *key) {
  return kp_desk_draft(memory, key);
}

static bool begun(const void *memory, const char *prefix) {
  return kp_desk_has_drafts(memory, prefix);
}

bool kp_follow_read_desk(kp_desk *desk, kp_language language, kp_follow_input *in, char **me) {
  *me = NULL;
  if (desk == NULL || kp_desk_method(desk) == NULL || !kp_desk_set_up(desk))
    return false;
  *in = (kp_follow_input){.method = kp_desk_method(desk),
                          .book = kp_desk_book(desk),
                          .rows = kp_desk_rows(desk),
                          .language = language,
                          .today = kp_workbook_today(),
                          .memory = desk,
                          .recall = recall,
                          .begun = begun};
  if (in->book == NULL || in->rows == NULL)
    return false;
  *me = kp_desk_me(desk);
  in->me = *me != NULL ? *me : "";
  return true;
}

/* ---------------------------------------------------------------------------------------- links */

/* While the focus point is new the link is remembered for the form that makes it. */
static bool link_new(job *of, const kp_method_task *task, const char *id) {
  kp_follow_input in;
  char *me = NULL;
  kept_link *links = realloc(of->links, (of->link_count + 1) * sizeof *links);
  if (links == NULL)
    return false;
  of->links = links;
  kept_link *link = &links[of->link_count];
  bool good = kp_follow_read_desk(of->writer->desk, of->writer->language, &in, &me) &&
              kp_follow_key_field(&in, task->fills, link->key);
  if (good) {
    const char *before = kp_desk_draft(of->writer->desk, link->key);
    link->before = before != NULL ? kp_text_copy(before) : NULL;
    of->link_count++;
    /* Also when it cannot be written down: the desk remembers it. */
    kp_desk_set_draft(of->writer->desk, link->key, id);
  }
  free(me);
  return good;
}

static void forget_links(const job *of) {
  for (size_t i = of->link_count; i-- > 0;)
    kp_desk_set_draft(of->writer->desk, of->links[i].key, of->links[i].before);
}

/* ------------------------------------------------------------------------------------ one row */

/* A change of this status may need a note: going back, stopping. */
static bool may_need_note(const kp_follow_view *view) {
  bool status = false;
  for (size_t i = 0; i < view->asked_count; i++)
    status = status || (view->asked[i]->list != NULL && view->asked[i]->list->statuses);
  return status && view->entry_id[0] != '\0';
}

kp_form_subject kp_follow_subject(const kp_follow_view *view) {
  return (kp_form_subject){.table = view->task->form->table,
                           .columns = view->asked,
                           .count = view->asked_count,
                           .id = view->entry_id,
                           .given = view->given.list,
                           .given_count = view->given.count,
                           .offered = view->offered.list,
                           .offered_count = view->offered.count,
                           .draft = view->draft,
                           .note = may_need_note(view)};
}

/* `link`: the focus point that leads to the row, when it is there already; or NULL. */
static bool write_form(const job *of, const kp_follow_view *view, const kp_entry_link *link) {
  const kp_follow_writer *writer = of->writer;
  kp_uno_error error = KP_UNO_NO_ERROR;
  kp_form_subject subject = kp_follow_subject(view);
  subject.unseen = true;
  subject.link = link;
  kp_form *form = kp_form_new(&error, NULL, writer->desk, writer->context, writer->frame,
                              writer->language, NULL, &subject);
  kp_form_result_clear(&of->written->result);
  of->written->result = (kp_form_result){.answer = KP_WORKBOOK_FAILED};
  if (form != NULL)
    kp_form_save(form, &of->document, &of->written->result);
  else
    of->written->text = kp_workbook_told(KP_WORKBOOK_FAILED, &(kp_outcome){.text = KP_TEXT_NONE},
                                         NULL, &error, writer->language, " ");
  kp_form_free(form);
  of->written->answer = of->written->result.answer;
  return of->written->answer == KP_WORKBOOK_WRITTEN;
}

static bool write_part(job *of, const kp_follow_part *part) {
  kp_follow_input in;
  kp_follow_view view;
  char *me = NULL;
  of->written->part = *part;
  of->written->answer = KP_WORKBOOK_FAILED;
  if (!kp_follow_read_desk(of->writer->desk, of->writer->language, &in, &me) ||
      !kp_follow_view_of(&in, of->focus, of->step, part, &view)) {
    free(me);
    return false;
  }
  bool fresh = view.entry_id[0] == '\0';
  bool there = view.row != KP_METHOD_NEW_ROW;
  bool leads = part->task->fills != NULL && fresh && !view.loose;
  const kp_entry_link link = {of->table->key, of->focus, leads ? part->task->fills->key : ""};
  bool good = view.task == part->task && write_form(of, &view, leads && there ? &link : NULL);
  const char *id = of->written->result.id;
  if (good && leads && !there && !link_new(of, part->task, id)) {
    of->written->answer = KP_WORKBOOK_FAILED;
    good = false;
  }
  if (good && part->task->itself && !there)
    snprintf(of->focus, sizeof of->focus, "%s", id);
  if (good) {
    of->written->rows += of->written->result.unchanged ? 0 : 1;
    of->written->warnings += of->written->result.warnings;
  }
  kp_follow_view_clear(&view);
  free(me);
  return good;
}

/* Remembers who got it. */
static void keep_owner(const job *of, const kp_follow_part *part) {
  kp_follow_input in;
  char *me = NULL;
  size_t row = 0;
  const kp_method_table *table = part->task->form->table;
  bool good = table->role == KP_ROLE_ACTION &&
              kp_follow_read_desk(of->writer->desk, of->writer->language, &in, &me) &&
              kp_method_book_find(in.book, table, of->written->result.id, &row);
  for (size_t i = 0; good && i < in.method->source_count; i++) {
    const kp_method_source *source = in.method->sources[i];
    if (source->table != table || source->who == NULL)
      continue;
    char *owner = kp_follow_text(&in, source->who, row);
    if (owner != NULL && owner[0] != '\0')
      kp_desk_set_draft(of->writer->desk, KP_FOLLOW_OWNER, owner);
    free(owner);
    break;
  }
  free(me);
}

/* ----------------------------------------------------------------------------------------- core */

typedef struct kept_core {
  char key[KP_FOLLOW_KEY];
  char *text;
} kept_core;

typedef struct kept_cores {
  kept_core *list;
  size_t count;
} kept_cores;

static void note_core(void *data, const char *key, const char *text) {
  kept_cores *of = data;
  kept_core *list = realloc(of->list, (of->count + 1) * sizeof *list);
  if (list == NULL)
    return;
  of->list = list;
  kept_core *core = &list[of->count++];
  snprintf(core->key, sizeof core->key, "%s", key);
  core->text = kp_text_copy(text);
}

/* Confirming says which row is the core: that is typed in its row, too. The drafts change only when
 * all was read, because what is read borrows from them. */
static void mark_core(kp_desk *desk, const kp_follow_input *in, const kp_follow_view *view) {
  const kp_method_step *step = kp_follow_step(view);
  const kp_method_task *chain = kp_follow_chain_task(step);
  kept_cores cores = {NULL, 0};
  kp_follow_links links;
  bool confirmed = false;
  for (size_t i = 0; chain != NULL && i < step->task_count; i++) {
    char key[KP_FOLLOW_KEY];
    if (!step->tasks[i]->itself)
      continue;
    kp_follow_key_form(view->focus, step, step->tasks[i], view->focus, key);
    confirmed = confirmed || in->begun(in->memory, key);
  }
  if (confirmed && chain->chain->core != NULL &&
      kp_follow_links_make(in, view, chain, kp_follow_branch(in, view), &links)) {
    kp_follow_core_drafts(in, view, chain, &links, &cores, note_core);
    kp_follow_links_clear(&links);
  }
  for (size_t i = 0; i < cores.count; i++) {
    kp_desk_set_draft(desk, cores.list[i].key, cores.list[i].text);
    free(cores.list[i].text);
  }
  free(cores.list);
}

/* ---------------------------------------------------------------------------------- everything */

static char *title_of(const job *of, const kp_follow_parts *parts) {
  const kp_words *name =
      of->step != NULL && parts->count > 1 ? &of->step->name : &parts->list[0].task->form->name;
  return kp_text_fill(KP_TEXT_FOLLOW_UNDO_TASK, of->writer->language,
                      name->in[of->writer->language], NULL);
}

/* Forgets what was typed, once it is all in the workbook. */
static void forget(kp_desk *desk, const kp_follow_view *view, const kp_follow_parts *parts) {
  char key[KP_FOLLOW_KEY];
  char page[KP_FOLLOW_KEY + 8];
  for (size_t i = 0; i < parts->count; i++) {
    kp_desk_drop_drafts(desk, parts->list[i].draft);
    snprintf(page, sizeof page, "page/%s", parts->list[i].draft);
    kp_desk_set_draft(desk, page, NULL);
  }
  for (int branch = 1; branch <= 9; branch++) {
    kp_follow_key_places(view, branch, key);
    if (kp_desk_draft(desk, key) != NULL)
      kp_desk_set_draft(desk, key, NULL);
  }
  kp_follow_key_core(view, key);
  if (kp_desk_draft(desk, key) != NULL)
    kp_desk_set_draft(desk, key, NULL);
}

static void write_all(job *of, const kp_follow_view *view, const kp_follow_parts *parts) {
  kp_uno_error error = KP_UNO_NO_ERROR;
  kp_outcome outcome = {.text = KP_TEXT_NONE};
  kp_follow_written *written = of->written;
  char *title = title_of(of, parts);
  of->document.transaction =
      kp_transaction_begin(&error, of->writer->document, title != NULL ? title : "");
  free(title);
  bool good = of->document.transaction != NULL;
  for (size_t i = 0; good && i < parts->count; i++)
    good = write_part(of, &parts->list[i]);
  bool stays = of->document.transaction != NULL &&
               kp_transaction_end(of->document.transaction, good, &outcome);
  if (stays) {
    keep_owner(of, &parts->list[parts->count - 1]);
    forget(of->writer->desk, view, parts);
  } else {
    forget_links(of);
    if (good)
      written->answer = KP_WORKBOOK_FAILED;
    written->rows = written->warnings = 0;
    /* What was left behind matters more than why. */
    if (outcome.text == KP_TEXT_NOT_TAKEN_BACK ||
        (written->answer == KP_WORKBOOK_FAILED && written->text == NULL &&
         written->result.message == NULL)) {
      free(written->text);
      written->answer = KP_WORKBOOK_FAILED;
      written->text =
          kp_workbook_told(KP_WORKBOOK_FAILED, &outcome, NULL, &error, of->writer->language, " ");
    }
  }
  kp_outcome_clear(&outcome);
  kp_desk_touch(of->writer->desk);
}

void kp_follow_write(const kp_follow_writer *writer, const kp_follow_view *view,
                     kp_follow_written *written) {
  kp_follow_input in;
  kp_follow_parts parts = {NULL, 0};
  char *me = NULL;
  job of = {.writer = writer,
            .document = *writer->document,
            .step = kp_follow_step(view),
            .table = view->table,
            .written = written};
  *written = (kp_follow_written){.answer = KP_WORKBOOK_FAILED};
  snprintf(of.focus, sizeof of.focus, "%s", view->focus);
  bool good = kp_follow_read_desk(writer->desk, writer->language, &in, &me);
  if (good) {
    mark_core(writer->desk, &in, view);
    good = kp_follow_parts_make(&in, view, &parts);
  }
  free(me);
  if (good && parts.count == 0) {
    written->answer = KP_WORKBOOK_WRITTEN;
    written->result.unchanged = true;
  } else if (good) {
    write_all(&of, view, &parts);
  }
  for (size_t i = 0; i < of.link_count; i++)
    free(of.links[i].before);
  free(of.links);
  kp_follow_parts_clear(&parts);
}

void kp_follow_written_clear(kp_follow_written *written) {
  kp_form_result_clear(&written->result);
  free(written->text);
  written->text = NULL;
}
