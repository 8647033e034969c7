/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kernpunt/drafts/<name>.txt in the folder of the user's profile. */
#include "draft.h"

#include "draft_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <osl/file.h>
#include <osl/process.h>

/* Stored in users' profiles: never change. */
static const char product_folder[] = "/kernpunt";
static const char drafts_folder[] = "/kernpunt/drafts";
static const char unsaved_prefix[] = "new-";

struct kp_drafts {
  char *user; /* URL of the profile's folder; NULL: drafts live in memory only */
  char *name;
  kp_draft_items items;
  bool ahead; /* the file could not be written: what is in memory is newer */
};

/* --------------------------------------------------------------------------------------- files */

static rtl_uString *url_of(const kp_drafts *drafts, const char *folder, const char *name,
                           const char *ending) {
  if (drafts->user == NULL)
    return NULL;
  size_t size = strlen(drafts->user) + strlen(folder) + strlen(name) + strlen(ending) + 2;
  char *text = malloc(size);
  rtl_uString *url = NULL;
  if (text != NULL) {
    snprintf(text, size, "%s%s%s%s%s", drafts->user, folder, name[0] != '\0' ? "/" : "", name,
             ending);
    url = kp_uno_string_new(text);
  }
  free(text);
  return url;
}

static void let_go(rtl_uString *url) {
  if (url != NULL)
    rtl_uString_release(url);
}

static char *find_user(uno_Interface *context) {
  static kp_uno_method substitute =
      KP_UNO_METHOD("com.sun.star.util.XStringSubstitution::substituteVariables");
  kp_uno_error ignored = KP_UNO_NO_ERROR;
  uno_Interface *paths = NULL;
  char *user = NULL;
  if (kp_uno_create(&ignored, context, "com.sun.star.util.PathSubstitution", &paths) &&
      !kp_uno_call(&ignored, paths, &substitute, &user, "$(user)", 1))
    user = NULL;
  kp_uno_release(paths);
  return user;
}

/* Reads at most KP_DRAFT_BYTES: a line that this cuts counts as broken. */
static void read_handle(kp_draft_items *items, oslFileHandle file) {
  sal_uInt64 size = 0;
  sal_uInt64 got = 0;
  if (osl_getFileSize(file, &size) != osl_File_E_None)
    return;
  if (size > KP_DRAFT_BYTES)
    size = KP_DRAFT_BYTES;
  char *bytes = malloc((size_t)size + 1);
  if (bytes != NULL && osl_readFile(file, bytes, size, &got) == osl_File_E_None)
    kp_draft_items_read(items, bytes, (size_t)got);
  free(bytes);
}

/* What the file holds now takes the place of what is in memory: "settings" is open several times.
 */
static void load(kp_drafts *drafts) {
  if (drafts->ahead || drafts->user == NULL)
    return;
  oslFileHandle file = NULL;
  rtl_uString *url = url_of(drafts, drafts_folder, drafts->name, ".txt");
  oslFileError code =
      url != NULL ? osl_openFile(url, &file, osl_File_OpenFlag_Read) : osl_File_E_NOMEM;
  if (code == osl_File_E_None) {
    kp_draft_items_clear(&drafts->items);
    read_handle(&drafts->items, file);
    osl_closeFile(file);
  } else if (code == osl_File_E_NOENT) {
    kp_draft_items_clear(&drafts->items);
  }
  let_go(url);
}

static bool make_folder(const kp_drafts *drafts, const char *folder) {
  rtl_uString *url = url_of(drafts, folder, "", "");
  oslFileError code = url != NULL ? osl_createDirectory(url) : osl_File_E_NOMEM;
  let_go(url);
  return code == osl_File_E_None || code == osl_File_E_EXIST;
}

static bool write_new(rtl_uString *url, const char *lines) {
  enum { FLAGS = osl_File_OpenFlag_Write | osl_File_OpenFlag_Create };
  oslFileHandle file = NULL;
  osl_removeFile(url); /* of a crash; mostly not there */
  if (osl_openFile(url, &file, FLAGS) != osl_File_E_None)
    return false;
  bool good = true;
  for (size_t at = 0, all = strlen(lines); good && at < all;) {
    sal_uInt64 done = 0;
    good = osl_writeFile(file, lines + at, all - at, &done) == osl_File_E_None && done > 0;
    at += (size_t)done;
  }
  return osl_closeFile(file) == osl_File_E_None && good;
}

static bool remove_file(const kp_drafts *drafts) {
  rtl_uString *url = url_of(drafts, drafts_folder, drafts->name, ".txt");
  oslFileError code = url != NULL ? osl_removeFile(url) : osl_File_E_NOMEM;
  let_go(url);
  return code == osl_File_E_None || code == osl_File_E_NOENT;
}

/* The file becomes what is in memory; without the folder (a new profile) that is made first. */
static bool store(kp_drafts *drafts) {
  bool good = false;
  if (drafts->user != NULL && drafts->items.count == 0) {
    good = remove_file(drafts);
  } else if (drafts->user != NULL) {
    char *lines = kp_draft_items_write(&drafts->items);
    rtl_uString *url = url_of(drafts, drafts_folder, drafts->name, ".txt");
    rtl_uString *fresh = url_of(drafts, drafts_folder, drafts->name, ".tmp");
    good = lines != NULL && url != NULL && fresh != NULL &&
           (write_new(fresh, lines) ||
            (make_folder(drafts, product_folder) && make_folder(drafts, drafts_folder) &&
             write_new(fresh, lines))) &&
           osl_moveFile(fresh, url) == osl_File_E_None;
    let_go(fresh);
    let_go(url);
    free(lines);
  }
  drafts->ahead = !good;
  return good;
}

/* ---------------------------------------------------------------------- documents without a URL */

/* Ids of documents begin anew with every start of the office, so the process is part of the name.
 */
static void unsaved_start(char text[48]) {
  oslProcessInfo info = {.Size = sizeof info};
  unsigned long process = 0;
  if (osl_getProcessInfo(NULL, osl_Process_IDENTIFIER, &info) == osl_Process_E_None)
    process = (unsigned long)info.Ident;
  snprintf(text, 48, "%s%lu-", unsaved_prefix, process);
}

/* Of a document that never had a name nothing is left when its office ended. */
static void sweep(const kp_drafts *drafts) {
  char mine[48];
  unsaved_start(mine);
  oslDirectory directory = NULL;
  oslDirectoryItem item = NULL;
  rtl_uString *folder = url_of(drafts, drafts_folder, "", "");
  if (folder != NULL && osl_openDirectory(folder, &directory) == osl_File_E_None) {
    while (osl_getNextDirectoryItem(directory, &item, 16) == osl_File_E_None) {
      struct _oslFileStatus status = {.uStructSize = sizeof status};
      if (osl_getFileStatus(item, &status, osl_FileStatus_Mask_FileName) == osl_File_E_None) {
        char *name = kp_uno_string_utf8(status.ustrFileName);
        rtl_uString *url = name != NULL ? url_of(drafts, drafts_folder, name, "") : NULL;
        if (url != NULL && strncmp(name, unsaved_prefix, strlen(unsaved_prefix)) == 0 &&
            strncmp(name, mine, strlen(mine)) != 0)
          osl_removeFile(url);
        let_go(url);
        free(name);
      }
      let_go(status.ustrFileName);
      osl_releaseDirectoryItem(item);
      item = NULL;
    }
    osl_closeDirectory(directory);
  }
  let_go(folder);
}

/* --------------------------------------------------------------------------------------- drafts */

static char *copy(const char *text) {
  size_t size = strlen(text) + 1;
  char *made = malloc(size);
  if (made != NULL)
    memcpy(made, text, size);
  return made;
}

char *kp_drafts_name(const char *url, const char *uid) {
  enum { UID = 32 };
  if (url != NULL && url[0] != '\0')
    return kp_draft_name_of_url(url);
  char start[48];
  unsaved_start(start);
  size_t size = strlen(start) + UID + 1;
  char *name = malloc(size);
  if (name == NULL)
    return NULL;
  snprintf(name, size, "%s%.*s", start, (int)UID, uid != NULL ? uid : "");
  for (char *at = name; *at != '\0'; at++)
    if (strchr("/\\:*?\"<>|% ", *at) != NULL)
      *at = '_';
  return name;
}

kp_drafts *kp_drafts_open(uno_Interface *context, const char *name) {
  kp_drafts *drafts = calloc(1, sizeof *drafts);
  if (drafts == NULL)
    return NULL;
  drafts->name = copy(name);
  if (drafts->name == NULL) {
    free(drafts);
    return NULL;
  }
  drafts->user = find_user(context);
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
  free(drafts->user);
  free(drafts);
}

bool kp_drafts_rename(kp_drafts *drafts, const char *name) {
  if (strcmp(drafts->name, name) == 0)
    return true;
  char *made = copy(name);
  if (made == NULL)
    return false;
  load(drafts);
  remove_file(drafts);
  free(drafts->name);
  drafts->name = made;
  return store(drafts);
}

const char *kp_drafts_get(const kp_drafts *drafts, const char *key) {
  return kp_draft_items_get(&drafts->items, key);
}

bool kp_drafts_set(kp_drafts *drafts, const char *key, const char *text) {
  const char *now = kp_draft_items_get(&drafts->items, key);
  const char *wanted = text != NULL ? text : "";
  if (!drafts->ahead && strcmp(now != NULL ? now : "", wanted) == 0)
    return true;
  char *kept = copy(wanted); /* `text` may be one of the texts that loading replaces */
  if (kept == NULL)
    return false;
  load(drafts);
  kp_draft_change change = kp_draft_items_set(&drafts->items, key, kept);
  free(kept);
  if (change == KP_DRAFT_REFUSED)
    return false;
  return (change == KP_DRAFT_SAME && !drafts->ahead) || store(drafts);
}

void kp_drafts_drop(kp_drafts *drafts, const char *prefix) {
  load(drafts);
  if (kp_draft_items_drop(&drafts->items, prefix) == KP_DRAFT_CHANGED)
    store(drafts);
}

bool kp_drafts_has(const kp_drafts *drafts, const char *prefix) {
  return kp_draft_items_has(&drafts->items, prefix);
}
