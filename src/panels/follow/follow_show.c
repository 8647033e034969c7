/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on the widgets. */
#include "internal.h"
#include "kernpunt/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int place(const kp_pane *pane, int widget) {
  return kp_follow_of(pane)->widgets[widget];
}

static void show(const kp_pane *pane, int widget, bool visible) {
  kp_board_show(pane->board, place(pane, widget), visible);
}

/* A text that could not be made leaves what stands there. Takes over `text`. */
static void label(const kp_pane *pane, int widget, char *text) {
  if (text != NULL)
    kp_board_set_label(pane->board, place(pane, widget), text);
  free(text);
}

/* A label that takes no room while it says nothing. */
static void line(const kp_pane *pane, int widget, char *text) {
  show(pane, widget, text != NULL && text[0] != '\0');
  label(pane, widget, text);
}

/* A button that opens a menu. Takes over `text`. */
static void menu_label(const kp_pane *pane, int widget, char *text) {
  if (text != NULL)
    kp_text_add(&text, " ", "▾");
  label(pane, widget, text);
}

/* ------------------------------------------------------------------------------- what stops it */

static char *lock_text(const kp_pane *pane) {
  kp_text text = KP_TEXT_NONE;
  if (pane->desk == NULL)
    return NULL;
  const char *trouble = kp_desk_method(pane->desk) == NULL ? kp_desk_trouble(pane->desk) : "";
  if (trouble[0] != '\0')
    return kp_text_fill(KP_TEXT_FOLLOW_BROKEN, pane->language, trouble, NULL);
  switch (kp_desk_locked(pane->desk)) {
  case KP_DESK_READ_ONLY:
    text = KP_TEXT_FOLLOW_READ_ONLY;
    break;
  case KP_DESK_UNTRACKED:
    text = KP_TEXT_FOLLOW_UNTRACKED;
    break;
  default:
    return NULL;
  }
  return kp_text_copy(kp_pane_word(pane, text));
}

void kp_follow_show_lock(kp_pane *pane) {
  char number[24];
  size_t missing = pane->desk != NULL ? kp_desk_missing(pane->desk) : 0;
  bool locked = pane->desk == NULL || kp_desk_locked(pane->desk) != KP_DESK_FREE;
  char *note = lock_text(pane);
  kp_footer_say(pane, KP_FOOTER_NOTE, NULL, note);
  free(note);
  snprintf(number, sizeof number, "%zu", missing);
  label(pane, KP_FOLLOW_MISSING,
        missing == 0
            ? kp_text_copy("")
            : kp_text_fill(missing == 1 ? KP_TEXT_FOLLOW_MISSING_ONE : KP_TEXT_FOLLOW_MISSING,
                           pane->language, number, NULL));
  show(pane, KP_FOLLOW_ADD_AGAIN, missing > 0 && !locked);
}

void kp_follow_show_nothing(kp_pane *pane) {
  kp_text text = KP_TEXT_NO_DOCUMENT;
  bool offer = false;
  if (pane->desk != NULL && kp_desk_locked(pane->desk) != KP_DESK_NO_DOCUMENT) {
    bool works = kp_desk_method(pane->desk) != NULL;
    bool set_up = works && kp_desk_set_up(pane->desk);
    offer = works && !set_up && kp_desk_locked(pane->desk) == KP_DESK_FREE;
    text = !works ? KP_TEXT_NONE : set_up ? KP_TEXT_FOLLOW_UNREADABLE : KP_TEXT_FOLLOW_NOT_SET_UP;
  }
  label(pane, KP_FOLLOW_INVITE, kp_text_copy(kp_pane_word(pane, text)));
  show(pane, KP_FOLLOW_SET_UP, offer);
  for (int i = KP_FOLLOW_NAME; i < KP_FOLLOW_TOP; i++)
    show(pane, i, false);
}

/* --------------------------------------------------------------------------------------- steps */

/* What was done is green, what is shown blue. */
static void show_bar(kp_pane *pane) {
  const kp_follow_view *view = &kp_follow_of(pane)->view;
  for (size_t i = 0; i < KP_FOLLOW_STEPS_MOST; i++) {
    bool there = !view->loose && i < view->progress.count;
    show(pane, KP_FOLLOW_BAR + (int)i, there);
    if (there)
      kp_board_set_tone(pane->board, place(pane, KP_FOLLOW_BAR + (int)i),
                        i == view->shown                                 ? KP_TONE_BUSY
                        : view->progress.list[i].state == KP_METHOD_DONE ? KP_TONE_SAVED
                                                                         : KP_TONE_TRACK);
  }
}

static void show_steps(kp_pane *pane, const kp_follow_input *in) {
  const kp_follow_view *view = &kp_follow_of(pane)->view;
  bool there = !view->loose && view->shown != KP_FOLLOW_NONE;
  bool on = kp_follow_may_go(view, true);
  for (int i = KP_FOLLOW_BACK; i <= KP_FOLLOW_ON; i++)
    show(pane, i, there);
  show_bar(pane);
  if (!there)
    return;
  menu_label(pane, KP_FOLLOW_STEP, kp_follow_line_text(in, view));
  kp_board_enable(pane->board, place(pane, KP_FOLLOW_BACK), kp_follow_may_go(view, false));
  kp_board_enable(pane->board, place(pane, KP_FOLLOW_ON), on);
  char *reason = on ? kp_text_copy(kp_pane_word(pane, KP_TEXT_FOLLOW_NEXT))
                    : kp_follow_step_reason(in, view, view->shown + 1);
  if (reason != NULL)
    kp_board_set_help(pane->board, place(pane, KP_FOLLOW_ON), reason);
  free(reason);
}

static char *focus_text(const kp_pane *pane, const kp_follow_input *in) {
  const kp_follow_view *view = &kp_follow_of(pane)->view;
  if (view->loose)
    return kp_text_copy(kp_pane_word(pane, KP_TEXT_FOLLOW_LOOSE_IS));
  if (view->row == KP_METHOD_NEW_ROW)
    return kp_text_copy(kp_pane_word(pane, KP_TEXT_FOLLOW_NEW_IS));
  return kp_follow_title(in, view->table, view->row);
}

static void show_tasks(kp_pane *pane, const kp_follow_input *in) {
  const kp_follow_view *view = &kp_follow_of(pane)->view;
  const kp_method_step *step = kp_follow_step(view);
  bool several = step != NULL && step->task_count > 1 && !view->closed;
  for (size_t i = 0; i < KP_FOLLOW_TASKS; i++) {
    int widget = KP_FOLLOW_TASK + (int)i;
    bool there = several && i < step->task_count;
    show(pane, widget, there);
    if (!there)
      continue;
    label(pane, widget, kp_follow_task_text(in, view, step->tasks[i]));
    kp_board_set_checked(pane->board, place(pane, widget), step->tasks[i] == view->task);
  }
}

/* ---------------------------------------------------------------------------------------- rows */

/* "Actions (3)", with what can be folded away in front. */
static char *count_text(const kp_pane *pane, const kp_follow_view *view, const char *before) {
  char number[24];
  snprintf(number, sizeof number, "%zu", view->rows.count);
  char *text = kp_text_copy(before);
  char *name = kp_text_fill(KP_TEXT_FOLLOW_COUNT, pane->language,
                            view->task->form->table->name.in[pane->language], number);
  if (text != NULL && name != NULL)
    kp_text_add(&text, "", name);
  free(name);
  return text;
}

/* A row in which something is typed and not saved. */
static bool is_begun(const kp_follow_input *in, const kp_follow_view *view, size_t entry) {
  char key[KP_FOLLOW_KEY];
  kp_follow_key_form(view->focus, kp_follow_step(view), view->task, view->rows.list[entry].id, key);
  return in->begun(in->memory, key);
}

static void fill_grid(kp_pane *pane, const kp_follow_input *in) {
  kp_follow *follow = kp_follow_of(pane);
  const kp_follow_view *view = &follow->view;
  kp_follow_line *lines = NULL;
  size_t count = view->rows.count;
  kp_board_row *rows = calloc(count + 1, sizeof *rows);
  char **texts = calloc(count + 1, sizeof *texts);
  size_t *order = calloc(count + 1, sizeof *order);
  int selected = KP_BOARD_NONE;
  if (rows != NULL && texts != NULL && order != NULL && kp_follow_lines_make(in, view, &lines)) {
    for (size_t i = 0; i < count; i++) {
      texts[i] = kp_text_copy(is_begun(in, view, lines[i].entry) ? "● " : "");
      if (texts[i] != NULL)
        kp_text_add(&texts[i], "", lines[i].what);
      order[i] = lines[i].entry;
      rows[i] = (kp_board_row){.text = texts[i] != NULL ? texts[i] : "",
                               .when = lines[i].when,
                               .who = lines[i].who,
                               .image = lines[i].done   ? "step_done.png"
                                        : lines[i].late ? "due_late.png"
                                                        : "step_open.png"};
      if (lines[i].entry == view->entry)
        selected = (int)i;
    }
    kp_board_set_rows(pane->board, place(pane, KP_FOLLOW_ROWS), rows, count);
    kp_board_select(pane->board, place(pane, KP_FOLLOW_ROWS), selected);
    free(follow->order);
    follow->order = order;
    order = NULL;
  }
  kp_follow_lines_free(lines, count);
  for (size_t i = 0; texts != NULL && i < count; i++)
    free(texts[i]);
  free(order);
  free(texts);
  free(rows);
}

static void show_rows(kp_pane *pane, const kp_follow_input *in) {
  const kp_follow *follow = kp_follow_of(pane);
  const kp_follow_view *view = &follow->view;
  bool list = kp_follow_has_list(view) && follow->no_sheet == NULL;
  bool some = list && view->rows.count > 0;
  bool fresh = view->entry == KP_FOLLOW_NONE && !view->closed;
  bool folded = some && fresh && !follow->unfolded;
  show(pane, KP_FOLLOW_COUNT, some && !folded);
  show(pane, KP_FOLLOW_FOLD, folded);
  show(pane, KP_FOLLOW_FRESH, some && !view->closed);
  show(pane, KP_FOLLOW_ROWS, some && !folded);
  if (!some)
    return;
  label(pane, KP_FOLLOW_COUNT, count_text(pane, view, ""));
  label(pane, KP_FOLLOW_FOLD, count_text(pane, view, "▸ "));
  kp_board_set_lines(pane->board, place(pane, KP_FOLLOW_ROWS),
                     view->rows.count < KP_FOLLOW_LINES ? (int)view->rows.count : KP_FOLLOW_LINES);
  if (!folded)
    fill_grid(pane, in);
}

/* --------------------------------------------------------------------------------------- chain */

static void show_core(kp_pane *pane, const kp_follow_input *in) {
  const kp_follow_view *view = &kp_follow_of(pane)->view;
  const kp_method_task *chain = kp_follow_chain_task(kp_follow_step(view));
  bool there = view->task != NULL && view->task->itself && chain != NULL && !view->closed;
  kp_follow_links links = {.list = NULL};
  for (int i = KP_FOLLOW_CORE_LABEL; i <= KP_FOLLOW_TICK; i++)
    show(pane, i, there);
  if (!there || !kp_follow_links_make(in, view, chain, kp_follow_branch(in, view), &links))
    return;
  size_t core = kp_follow_core(in, view, chain, &links);
  char *text = core != KP_FOLLOW_NONE ? kp_text_copy(links.list[core].answer)
                                      : kp_text_copy(kp_pane_word(pane, KP_TEXT_FOLLOW_NO_CORE));
  if (text != NULL)
    kp_board_set_text(pane->board, place(pane, KP_FOLLOW_CORE), text);
  free(text);
  kp_follow_links_clear(&links);
}

static char *earlier_text(const kp_pane *pane) {
  const kp_follow *follow = kp_follow_of(pane);
  char key[KP_FOLLOW_KEY];
  char number[24];
  enum { WHYS = 3 };
  if (follow->links.list == NULL || follow->links.count <= WHYS)
    return kp_text_copy("");
  kp_follow_key_branch(&follow->view, -1, key);
  bool back = kp_desk_draft(pane->desk, key) != NULL;
  snprintf(number, sizeof number, "%zu", follow->links.count - WHYS);
  return kp_text_fill(back ? KP_TEXT_FOLLOW_LATER_WHYS : KP_TEXT_FOLLOW_EARLIER_WHYS,
                      pane->language, number, NULL);
}

void kp_follow_show_top(kp_pane *pane, const kp_follow_input *in) {
  const kp_follow *follow = kp_follow_of(pane);
  const kp_follow_view *view = &follow->view;
  char *invite = kp_text_copy("");
  bool free_to_write = kp_desk_locked(pane->desk) == KP_DESK_FREE;
  if (follow->no_sheet != NULL) {
    free(invite);
    invite = kp_text_fill(KP_TEXT_FOLLOW_NO_SHEET, pane->language,
                          follow->no_sheet->name.in[in->rows->language], NULL);
  }
  label(pane, KP_FOLLOW_INVITE, invite);
  show(pane, KP_FOLLOW_SET_UP, follow->no_sheet != NULL && free_to_write);
  show(pane, KP_FOLLOW_NAME, true);
  show(pane, KP_FOLLOW_FOCUS, true);
  label(pane, KP_FOLLOW_NAME, focus_text(pane, in));
  line(pane, KP_FOLLOW_STATE, kp_follow_state_text(in, view));
  show_steps(pane, in);
  show_tasks(pane, in);
  line(pane, KP_FOLLOW_REASON_WHY,
       view->closed ? kp_follow_step_reason(in, view, view->shown) : kp_text_copy(""));
  line(pane, KP_FOLLOW_ABOUT, kp_follow_about_text(in, view));
  show_rows(pane, in);
  line(pane, KP_FOLLOW_FORM_TITLE, kp_follow_title_text(in, view));
  show(pane, KP_FOLLOW_JUMP,
       view->task != NULL && view->task->chain == NULL && view->entry_id[0] != '\0');
  line(pane, KP_FOLLOW_EARLIER, earlier_text(pane));
  show(pane, KP_FOLLOW_MEASURE, true);
  show_core(pane, in);
}

/* ------------------------------------------------------------------------------- below the form */

/* "Tip  Stop where the team itself can change the answer." None while a message stands. */
static char *tip_text(const kp_pane *pane) {
  const kp_follow_view *view = &kp_follow_of(pane)->view;
  const kp_method_step *step = kp_follow_step(view);
  if (kp_follow_form(kp_follow_of(pane)) == NULL || step == NULL || view->task == NULL ||
      view->task->chain == NULL)
    return kp_text_copy("");
  return kp_text_fill(KP_TEXT_FOLLOW_TIP, pane->language, step->hint.in[pane->language], NULL);
}

static bool is_alone(const kp_follow *follow) {
  return follow->links.list != NULL && follow->form_count == 1 && follow->links.count > 0 &&
         kp_form_is_open(follow->forms[0].form);
}

void kp_follow_show_bottom(kp_pane *pane) {
  const kp_follow *follow = kp_follow_of(pane);
  bool form = follow->form_count > 0;
  bool parking = follow->parking != NULL;
  bool chain = follow->links.list != NULL && form && !is_alone(follow);
  char number[24];
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_board_hold(pane->board, true);
  if (form && (follow->limited || parking))
    kp_follow_add_park(pane, &ignored);
  show(pane, KP_FOLLOW_NEXT_WHY, chain);
  show(pane, KP_FOLLOW_BRANCH, chain && follow->links.answered > 0);
  show(pane, KP_FOLLOW_EVIDENCE, chain);
  show(pane, KP_FOLLOW_BRANCH_SHOWN, chain && follow->links.branches > 1);
  snprintf(number, sizeof number, "%d", follow->links.branch);
  menu_label(pane, KP_FOLLOW_BRANCH_SHOWN,
             kp_text_fill(KP_TEXT_FOLLOW_BRANCH_IS, pane->language, number, NULL));
  line(pane, KP_FOLLOW_TIP, tip_text(pane));
  show(pane, KP_FOLLOW_PARK, form && follow->limited && !parking);
  show(pane, KP_FOLLOW_REASON_LABEL, parking);
  show(pane, KP_FOLLOW_REASON, parking);
  show(pane, KP_FOLLOW_PARK_NOW, parking);
  kp_board_hold(pane->board, false);
}
