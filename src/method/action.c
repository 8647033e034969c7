/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules for a new action. */
#include "kernpunt/method.h"

#include <stdlib.h>
#include <string.h>

const char *kp_status_text(kp_status status, kp_language language) {
  static const kp_text words[KP_STATUS_COUNT] = {KP_TEXT_STATUS_TODO, KP_TEXT_STATUS_PROGRESS,
                                                 KP_TEXT_STATUS_DONE, KP_TEXT_STATUS_HOLD,
                                                 KP_TEXT_STATUS_CANCELLED};
  return (size_t)status < KP_STATUS_COUNT ? kp_text_get(words[status], language) : "";
}

/* True when `word` (lower case) stands at `at` with a blank behind it, whatever the case. */
static bool word_at(const char *at, const char *word) {
  size_t length = strlen(word);
  for (size_t i = 0; i < length; i++)
    if ((at[i] | 0x20) != word[i])
      return false;
  return at[length] == ' ';
}

/* Whether a cleaned name names several people: line breaks have become " / " by then. */
static bool several_people(const char *owner) {
  if (strpbrk(owner, "/;&+") != NULL)
    return true;
  for (const char *at = strchr(owner, ' '); at != NULL; at = strchr(at + 1, ' '))
    if (word_at(at + 1, "and") || word_at(at + 1, "en"))
      return true;
  return false;
}

static kp_action_answer refuse(kp_problem *problem, kp_field field, kp_text text, size_t excess) {
  *problem = (kp_problem){field, text, excess};
  return KP_ACTION_REFUSED;
}

/* A required text: cleaned, and neither empty nor too long. */
static kp_action_answer check_text(const char *typed, kp_field field, kp_text missing,
                                   kp_text too_long, char **clean, kp_problem *problem) {
  *clean = kp_text_clean(typed);
  if (*clean == NULL)
    return KP_ACTION_NO_MEMORY;
  size_t length = kp_text_length(*clean);
  if (length == 0)
    return refuse(problem, field, missing, 0);
  if (length > KP_TEXT_MAXIMUM)
    return refuse(problem, field, too_long, length - KP_TEXT_MAXIMUM);
  return KP_ACTION_GOOD;
}

static kp_action_answer check_deadline(const kp_action_entry *entry, kp_date today, kp_date *date,
                                       kp_problem *problem) {
  switch (kp_date_parse(entry->deadline, today, date)) {
  case KP_DATE_GOOD:
    break;
  case KP_DATE_EMPTY:
    return refuse(problem, KP_FIELD_DEADLINE, KP_TEXT_DEADLINE_MISSING, 0);
  case KP_DATE_IMPOSSIBLE:
    return refuse(problem, KP_FIELD_DEADLINE, KP_TEXT_DEADLINE_IMPOSSIBLE, 0);
  default:
    return refuse(problem, KP_FIELD_DEADLINE, KP_TEXT_DEADLINE_UNKNOWN, 0);
  }
  if (entry->status != KP_STATUS_DONE && kp_date_serial(*date) < kp_date_serial(today))
    return refuse(problem, KP_FIELD_DEADLINE, KP_TEXT_DEADLINE_PAST, 0);
  return KP_ACTION_GOOD;
}

kp_action_answer kp_action_check(const kp_action_entry *entry, kp_date today, kp_action *action,
                                 kp_problem *problem) {
  kp_action checked = {NULL, NULL, {0, 0, 0}, entry->status};
  kp_action_answer answer = check_text(entry->what, KP_FIELD_WHAT, KP_TEXT_WHAT_MISSING,
                                       KP_TEXT_WHAT_LONG, &checked.what, problem);
  if (answer == KP_ACTION_GOOD)
    answer = check_text(entry->owner, KP_FIELD_OWNER, KP_TEXT_OWNER_MISSING, KP_TEXT_OWNER_LONG,
                        &checked.owner, problem);
  if (answer == KP_ACTION_GOOD && several_people(checked.owner))
    answer = refuse(problem, KP_FIELD_OWNER, KP_TEXT_OWNER_SEVERAL, 0);
  if (answer == KP_ACTION_GOOD)
    answer = check_deadline(entry, today, &checked.deadline, problem);
  if (answer == KP_ACTION_GOOD && (size_t)entry->status >= KP_STATUS_NEW_COUNT)
    answer = refuse(problem, KP_FIELD_STATUS, KP_TEXT_STATUS_WRONG, 0);
  if (answer == KP_ACTION_GOOD)
    *action = checked;
  else
    kp_action_clear(&checked);
  return answer;
}

void kp_action_clear(kp_action *action) {
  free(action->what);
  free(action->owner);
  action->what = NULL;
  action->owner = NULL;
}
