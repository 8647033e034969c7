/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stays in the journal and may never be needed: rows of files that are gone, and notes of
 * lines that were cut short. It is offered for removal; nothing goes by itself. */
#include "journal_old.h"

#include "identity.h"
#include "journal_file.h"
#include "kernpunt/port.h"
#include "kernpunt/profile.h"
#include "origin.h"
#include "strings.h"
#include "record.h"

#include <stdlib.h>
#include <string.h>

enum { SECONDS_A_DAY = 24 * 60 * 60 };

/* The file of a record is gone, or there never was one, and that long enough. A drive that is not
 * there now says nothing about its files, but after 90 days somebody should look. */
static bool is_old(const kp_record *record, long long now) {
  long long time = kp_file_stamp_time(record->file);
  bool long_ago = time > 0 && now - time > (long long)KP_JOURNAL_DAYS * SECONDS_A_DAY;
  return long_ago && kp_file_look_at(record->url).state != KP_FILE_THERE;
}

/* The last part of an address as people read it. */
static char *name_of(kp_uno_error *error, const char *url) {
  char *path = kp_port_path(url);
  const char *all = path != NULL ? path : url;
  const char *slash = strrchr(all, '/');
  if (strrchr(all, '\\') > slash)
    slash = strrchr(all, '\\');
  char *name = kp_strings_join(error, slash != NULL ? slash + 1 : all, NULL, NULL);
  free(path);
  return name;
}

/* Adds a name to the list, once. */
static bool add_name(kp_uno_error *error, char **names, const char *url) {
  char *name = name_of(error, url);
  bool good = name != NULL;
  if (good && name[0] != '\0' && strstr(*names, name) == NULL) {
    char *longer = kp_strings_join(error, *names, (*names)[0] != '\0' ? ", " : "", name);
    good = longer != NULL;
    if (good) {
      free(*names);
      *names = longer;
    }
  }
  free(name);
  return good;
}

static bool find_old(kp_uno_error *error, kp_journal_text *text, const kp_journal *journal,
                     kp_journal_leftover *left) {
  long long now = kp_file_now();
  const kp_record *last = NULL;
  bool last_old = false;
  bool good = true;
  for (size_t i = 0; good && i < text->count; i++) {
    kp_line *line = &text->lines[i];
    if (line->kind != KP_LINE_RECORD)
      continue;
    const kp_record *record = &journal->records[line->record];
    if (last == NULL || strcmp(last->url, record->url) != 0 ||
        strcmp(last->file, record->file) != 0)
      last_old = is_old(record, now);
    last = record;
    if (!last_old)
      continue;
    line->drop = true;
    left->rows += strcmp(record->table, KP_RECORD_LOG) != 0;
    good = add_name(error, &left->files, record->url);
  }
  return good;
}

void kp_journal_leftover_clear(kp_journal_leftover *left) {
  for (size_t i = 0; i < left->cut_count; i++)
    free(left->cut[i]);
  free(left->cut);
  free(left->files);
  *left = (kp_journal_leftover){.rows = 0};
}

/* Finds what is left over, and with `tidy` takes it out. */
static bool sort_out(kp_uno_error *error, uno_Interface *context, bool tidy,
                     kp_journal_leftover *left) {
  kp_journal_text text = {.bytes = NULL};
  kp_journal journal = {.records = NULL};
  char *folder = kp_profile_folder(error, context);
  *left = (kp_journal_leftover){.files = kp_strings_join(error, NULL, NULL, NULL)};
  bool good = folder != NULL && left->files != NULL &&
              kp_journal_file_read(error, folder, &text, &journal) &&
              find_old(error, &text, &journal, left);
  if (good) {
    left->cut = journal.cut;
    left->cut_count = journal.cut_count;
    journal.cut = NULL;
    journal.cut_count = 0;
  }
  for (size_t i = 0; good && i < text.count; i++)
    text.lines[i].drop = text.lines[i].drop || text.lines[i].kind == KP_LINE_CUT;
  if (good && tidy)
    good = kp_journal_file_tidy(error, folder, &text);
  kp_journal_clear(&journal);
  kp_journal_text_clear(&text);
  free(folder);
  return good;
}

bool kp_journal_leftover_find(kp_uno_error *error, uno_Interface *context,
                              kp_journal_leftover *left) {
  return sort_out(error, context, false, left);
}

bool kp_journal_tidy(kp_uno_error *error, uno_Interface *context) {
  kp_journal_leftover left;
  bool good = sort_out(error, context, true, &left);
  kp_journal_leftover_clear(&left);
  return good;
}
