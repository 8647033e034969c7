/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kernpunt/drafts/<name>.txt in the folder of the user's profile. */
#include "draft.h"

#include "draft_text.h"
#include "kernpunt/profile.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Stored in users' profiles: never change. */
static const char drafts_folder[] = "drafts";
static const char unsaved_prefix[] = "new-";

struct kp_drafts {
  char *folder; /* URL of our folder in the profile; NULL: drafts live in memory only */
  char *name;
  kp_draft_items items;
  bool ahead;  /* the file could not be written: what is in memory is newer */
  bool unread; /* the file could not be read: it is not written over */
};

/* --------------------------------------------------------------------------------------- files */

static char *join(const char *first, const char *second, const char *third, const char *fourth) {
  size_t size = strlen(first) + strlen(second) + strlen(third) + strlen(fourth) + 1;
  char *text = malloc(size);
  if (text != NULL)
    snprintf(text, size, "%s%s%s%s", first, second, third, fourth);
  return text;
}

static char *file_of(const kp_drafts *drafts) {
  return join(drafts_folder, "/", drafts->name, ".txt");
}

/* What is in memory only, over what was read. */
static bool add_own(const kp_drafts *drafts, kp_draft_items *read) {
  bool good = true;
  for (size_t i = 0; good && drafts->ahead && i < drafts->items.count; i++)
    good = kp_draft_items_set(read, drafts->items.list[i].key, drafts->items.list[i].text) !=
           KP_DRAFT_REFUSED;
  return good;
}

/* Reads at most KP_DRAFT_BYTES, which is more than we ever write; a line that this cuts counts as
 * broken. */
static bool read_items(const kp_drafts *drafts, kp_draft_items *read) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  char *file = file_of(drafts);
  char *bytes = NULL;
  size_t size = 0;
  bool good = file != NULL && kp_profile_read(&ignored, drafts->folder, file, &bytes, &size);
  if (good && size > KP_DRAFT_BYTES)
    kp_draft_items_read(read, bytes, KP_DRAFT_BYTES);
  else
    good = good && kp_draft_items_read(read, bytes, size);
  free(bytes);
  free(file);
  return good;
}

/* What the file holds now takes the place of what is in memory: "settings" is open several times.
 */
static void load(kp_drafts *drafts) {
  kp_draft_items read = {.list = NULL};
  if (drafts->folder == NULL || (drafts->ahead && !drafts->unread))
    return;
  drafts->unread = !read_items(drafts, &read) || !add_own(drafts, &read);
  if (!drafts->unread) {
    kp_draft_items_clear(&drafts->items);
    drafts->items = read;
  } else {
    kp_draft_items_clear(&read);
  }
}

static bool remove_file(const kp_drafts *drafts) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  char *file = file_of(drafts);
  bool good = file != NULL && kp_profile_remove(&ignored, drafts->folder, file);
  free(file);
  return good;
}

/* The file becomes what is in memory. */
static bool store(kp_drafts *drafts) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  bool good = false;
  if (drafts->folder != NULL && !drafts->unread && drafts->items.count == 0) {
    good = remove_file(drafts);
  } else if (drafts->folder != NULL && !drafts->unread) {
    char *lines = kp_draft_items_write(&drafts->items);
    char *file = file_of(drafts);
    good = lines != NULL && file != NULL &&
           kp_profile_replace(&ignored, drafts->folder, file, lines, strlen(lines));
    free(file);
    free(lines);
  }
  drafts->ahead = !good;
  return good;
}

/* Among threads and offices; when nobody lets go, what was typed is written all the same. */
static void begin(const kp_drafts *drafts, kp_profile_hold *hold) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  *hold = (kp_profile_hold){.thread = false};
  if (drafts->folder != NULL)
    kp_profile_take_hold(&ignored, drafts->folder, hold);
}

/* ---------------------------------------------------------------------- documents without a URL */

/* The process is part of the identity of an open document, up to the dash. */
static bool is_of_process(const char *file, const char *name) {
  const char *dash = strchr(name + strlen(unsaved_prefix), '-');
  return dash != NULL && strncmp(file, name, (size_t)(dash - name) + 1) == 0;
}

static void sweep_file(void *data, const char *file) {
  const kp_drafts *drafts = data;
  kp_uno_error ignored = KP_UNO_IGNORED;
  char *path = join(drafts_folder, "/", file, "");
  if (path != NULL && strncmp(file, unsaved_prefix, strlen(unsaved_prefix)) == 0 &&
      !is_of_process(file, drafts->name))
    kp_profile_remove(&ignored, drafts->folder, path);
  free(path);
}

/* Of a document that never had a name nothing is left when its office ended. */
static void sweep(kp_drafts *drafts) {
  if (drafts->folder != NULL)
    kp_profile_each(drafts->folder, drafts_folder, sweep_file, drafts);
}

/* --------------------------------------------------------------------------------------- drafts */

char *kp_drafts_name(const char *url, const char *uid) {
  if (url != NULL && url[0] != '\0')
    return kp_draft_name_of_url(url);
  char *name = join(unsaved_prefix, uid != NULL ? uid : "", "", "");
  if (name == NULL)
    return NULL;
  for (char *at = name; *at != '\0'; at++)
    if (strchr("/\\:*?\"<>|% ", *at) != NULL)
      *at = '_';
  return name;
}

kp_drafts *kp_drafts_open(uno_Interface *context, const char *name) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_drafts *drafts = calloc(1, sizeof *drafts);
  if (drafts == NULL)
    return NULL;
  drafts->name = join(name, "", "", "");
  if (drafts->name == NULL) {
    free(drafts);
    return NULL;
  }
  drafts->folder = kp_profile_folder(&ignored, context);
  if (strncmp(name, unsaved_prefix, strlen(unsaved_prefix)) == 0)
    sweep(drafts);
  load(drafts);
  return drafts;
}

void kp_drafts_free(kp_drafts *drafts) {
  if (drafts == NULL)
    return;
  kp_draft_items_clear(&drafts->items);
  free(drafts->name);
  free(drafts->folder);
  free(drafts);
}

bool kp_drafts_rename(kp_drafts *drafts, const char *name) {
  if (strcmp(drafts->name, name) == 0)
    return true;
  char *made = join(name, "", "", "");
  if (made == NULL)
    return false;
  kp_profile_hold hold;
  begin(drafts, &hold);
  load(drafts);
  char *before = drafts->name;
  drafts->name = made;
  bool good = store(drafts);
  if (good) { /* not before it is safe under the new name */
    drafts->name = before;
    remove_file(drafts);
    drafts->name = made;
  }
  free(before);
  kp_profile_let_go(&hold);
  return good;
}

const char *kp_drafts_get(const kp_drafts *drafts, const char *key) {
  return kp_draft_items_get(&drafts->items, key);
}

bool kp_drafts_set(kp_drafts *drafts, const char *key, const char *text) {
  const char *now = kp_draft_items_get(&drafts->items, key);
  const char *wanted = text != NULL ? text : "";
  if (!drafts->ahead && strcmp(now != NULL ? now : "", wanted) == 0)
    return true;
  char *kept = join(wanted, "", "", ""); /* `text` may be one of the texts that loading replaces */
  if (kept == NULL)
    return false;
  kp_profile_hold hold;
  begin(drafts, &hold);
  load(drafts);
  kp_draft_change change = kp_draft_items_set(&drafts->items, key, kept);
  free(kept);
  bool good =
      change != KP_DRAFT_REFUSED && ((change == KP_DRAFT_SAME && !drafts->ahead) || store(drafts));
  kp_profile_let_go(&hold);
  return good;
}

void kp_drafts_drop(kp_drafts *drafts, const char *prefix) {
  kp_profile_hold hold;
  begin(drafts, &hold);
  load(drafts);
  if (kp_draft_items_drop(&drafts->items, prefix) == KP_DRAFT_CHANGED)
    store(drafts);
  kp_profile_let_go(&hold);
}

bool kp_drafts_has(const kp_drafts *drafts, const char *prefix) {
  return kp_draft_items_has(&drafts->items, prefix);
}
