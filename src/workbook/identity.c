/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The number of a document in this process, and the identity of a workbook. */
#include "identity.h"

#include "journal_file.h"
#include "kernpunt/profile.h"
#include "origin.h"
#include "strings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <osl/mutex.h>
#include <rtl/random.h>

/* Five bits a letter. */
static bool random_text(kp_uno_error *error, char *text, size_t size) {
  static const char digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  rtlRandomPool pool = rtl_random_createPool();
  unsigned char bytes[KP_IDENTITY_SIZE];
  bool good = pool != NULL && rtl_random_getBytes(pool, bytes, size) == rtl_Random_E_None;
  for (size_t i = 0; good && i + 1 < size; i++)
    text[i] = digits[bytes[i] & 31];
  text[good ? size - 1 : 0] = '\0';
  if (pool != NULL)
    rtl_random_destroyPool(pool);
  return good || kp_uno_error_memory(error);
}

enum { PROCESS_SIZE = 17 };

/* The same for all documents of this process and for no other process: nothing else tells them
 * apart, since numbers of processes come back too. */
static bool process_text(kp_uno_error *error, char text[PROCESS_SIZE]) {
  static char only[PROCESS_SIZE];
  oslMutex *global = osl_getGlobalMutex();
  osl_acquireMutex(*global);
  bool good = only[0] != '\0' || random_text(error, only, sizeof only);
  memcpy(text, only, sizeof only);
  osl_releaseMutex(*global);
  return good;
}

bool kp_identity_new(kp_uno_error *error, char identity[KP_IDENTITY_SIZE]) {
  enum { START = PROCESS_SIZE - 1 };
  return process_text(error, identity) &&
         random_text(error, identity + START, KP_IDENTITY_SIZE - START);
}

bool kp_document_uid(kp_uno_error *error, const kp_document *document, char **uid) {
  char process[PROCESS_SIZE] = "";
  char *number = NULL;
  *uid = NULL;
  if (process_text(error, process) &&
      kp_uno_property_get_string(error, document->model, "RuntimeUID", &number))
    *uid = kp_strings_join(error, process, "-", number);
  free(number);
  return *uid != NULL;
}

/* --------------------------------------------------------------------------------- the workbook */

/* Not a step of undo: who the workbook is does not come and go with a row. What the undo knows of
 * this sheet stays true, because the row is there since set-up, or comes last. */
void kp_identity_write(const kp_document *document, const char *identity) {
  static kp_uno_method get_manager =
      KP_UNO_METHOD("com.sun.star.document.XUndoManagerSupplier::getUndoManager");
  static kp_uno_method lock = KP_UNO_METHOD("com.sun.star.util.XLockable::lock");
  static kp_uno_method unlock = KP_UNO_METHOD("com.sun.star.util.XLockable::unlock");
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *manager = NULL;
  if (kp_uno_call(&ignored, document->model, &get_manager, &manager) &&
      kp_uno_call(&ignored, manager, &lock, NULL)) {
    kp_registry_set(&ignored, document->model, KP_REGISTRY_WORKBOOK, KP_IDENTITY_KEY, identity);
    kp_uno_call(&ignored, manager, &unlock, NULL);
  }
  kp_uno_release(manager);
}

/* Looks for what the journal knows: `own`, when a document without a file has it already, else an
 * identity that this very file got and that a crash took away again. */
static bool known(const kp_document *document, const char *own, const char *url, char **identity) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_journal_text text = {.bytes = NULL};
  kp_journal journal = {.records = NULL};
  kp_file_look file = kp_file_look_at(url);
  char *folder = kp_profile_folder(&ignored, document->context);
  bool found = false;
  if (folder != NULL && kp_journal_file_read(&ignored, folder, &text, &journal)) {
    for (size_t i = 0; !found && i < journal.count; i++) {
      const kp_record *record = &journal.records[i];
      if (strcmp(record->url, url) != 0 || record->book[0] == '\0')
        continue;
      found = url[0] == '\0' ? strcmp(record->book, own) == 0 : kp_file_is(&file, record->file);
      if (found)
        *identity = kp_strings_join(&ignored, record->book, NULL, NULL);
    }
  }
  kp_journal_clear(&journal);
  kp_journal_text_clear(&text);
  free(folder);
  return found && *identity != NULL;
}

static bool is_of_process(const char *identity) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  char process[PROCESS_SIZE] = "";
  return process_text(&ignored, process) && strncmp(identity, process, PROCESS_SIZE - 1) == 0;
}

bool kp_identity_take(kp_uno_error *error, const kp_document *document, const kp_registry *registry,
                      bool shared, const char *url, char **identity, bool *fresh) {
  const char *now = kp_registry_get(registry, KP_REGISTRY_WORKBOOK, KP_IDENTITY_KEY);
  char made[KP_IDENTITY_SIZE];
  bool has = now != NULL && now[0] != '\0';
  *identity = NULL;
  *fresh = false;
  if (shared || registry->count == 0 || (has && (url[0] != '\0' || is_of_process(now)))) {
    *identity = kp_strings_join(error, has ? now : NULL, NULL, NULL);
    return *identity != NULL;
  }
  if (!known(document, has ? now : "", url, identity) && kp_identity_new(error, made))
    *identity = kp_strings_join(error, made, NULL, NULL);
  *fresh = *identity != NULL && (!has || strcmp(*identity, now) != 0);
  return *identity != NULL;
}
