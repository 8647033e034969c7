/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal.txt in the folder of ours in the user's profile. */
#include "journal_file.h"

#include "kernpunt/profile.h"

#include <stdlib.h>
#include <string.h>

/* Stored in users' profiles: never change. */
static const char file_name[] = "journal.txt";

static bool read_text(kp_uno_error *error, const char *folder, kp_journal_text *text,
                      kp_journal *journal) {
  char *bytes = NULL;
  size_t size = 0;
  *text = (kp_journal_text){.bytes = NULL};
  if (journal != NULL)
    *journal = (kp_journal){.records = NULL};
  return kp_profile_read(error, folder, file_name, &bytes, &size) &&
         kp_journal_text_parse(error, bytes, size, text, journal);
}

bool kp_journal_file_read(kp_uno_error *error, const char *folder, kp_journal_text *text,
                          kp_journal *journal) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_profile_hold hold;
  /* Nobody is in the middle of a line then; a profile that cannot be written can still be read. */
  kp_profile_take_hold(&ignored, folder, &hold);
  bool good = read_text(error, folder, text, journal);
  kp_profile_let_go(&hold);
  return good;
}

static bool rewrite(kp_uno_error *error, const char *folder, const kp_journal_text *text,
                    const char *more) {
  size_t size = 0;
  char *all = kp_journal_text_join(error, text, more, &size);
  bool good = all != NULL && kp_profile_replace(error, folder, file_name, all, size);
  free(all);
  return good;
}

/* ------------------------------------------------------------------------------------- take back
 */

/* The bytes of the lines that are to go, from the first one, when nothing else follows. */
static bool is_tail(const kp_journal_text *text, size_t *first) {
  size_t at = text->count;
  while (at > 0 && text->lines[at - 1].drop && text->lines[at - 1].becomes == NULL)
    at--;
  *first = at;
  for (size_t i = 0; i < at; i++)
    if (text->lines[i].drop || text->lines[i].becomes != NULL)
      return false;
  return at < text->count && text->stump == NULL;
}

/* On a full disk nothing can be written anew, but a file can be cut and a byte be changed. Lines
 * that should become others stay as they are, and then the answer is false. */
static bool drop_in_place(kp_uno_error *error, const char *folder, const kp_journal_text *text) {
  size_t first = 0;
  bool good = true;
  if (is_tail(text, &first)) {
    kp_profile_patch cut = {.at = (size_t)(text->lines[first].text - text->bytes), .cut = true};
    if (kp_profile_write_in(error, folder, file_name, &cut))
      return true;
  }
  for (size_t i = 0; i < text->count; i++) {
    kp_profile_patch dead = {
        .at = (size_t)(text->lines[i].text - text->bytes), .bytes = "0", .size = 1};
    if (text->lines[i].drop)
      good = kp_profile_write_in(error, folder, file_name, &dead) && good;
    else if (text->lines[i].becomes != NULL)
      good = false;
  }
  return good;
}

static bool carry_out(kp_uno_error *error, const char *folder, kp_journal_text *from) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_journal_text now;
  bool good = read_text(error, folder, &now, NULL);
  if (good && kp_journal_text_carry(from, &now))
    good = rewrite(error, folder, &now, "") || drop_in_place(&ignored, folder, &now);
  kp_journal_text_clear(&now);
  return good;
}

bool kp_journal_file_commit(kp_uno_error *error, const char *folder, kp_journal_text *text) {
  kp_profile_hold hold;
  bool any = false;
  for (size_t i = 0; i < text->count; i++)
    any = any || text->lines[i].drop || text->lines[i].becomes != NULL;
  if (!any)
    return true;
  bool good = kp_profile_take_hold(error, folder, &hold) && carry_out(error, folder, text);
  kp_profile_let_go(&hold);
  return good;
}

bool kp_journal_file_tidy(kp_uno_error *error, const char *folder, kp_journal_text *text) {
  kp_profile_hold hold;
  kp_journal_text now = {.bytes = NULL};
  bool good = kp_profile_take_hold(error, folder, &hold) && read_text(error, folder, &now, NULL);
  if (good) {
    kp_journal_text_carry(text, &now);
    now.stump = NULL;
    good = rewrite(error, folder, &now, "");
  }
  kp_journal_text_clear(&now);
  kp_profile_let_go(&hold);
  return good;
}

static bool same_record(const kp_record *one, const kp_record *other) {
  return one->change == other->change && strcmp(one->table, other->table) == 0 &&
         strcmp(one->id, other->id) == 0 && strcmp(one->proof, other->proof) == 0 &&
         strcmp(one->time, other->time) == 0 && strcmp(one->uid, other->uid) == 0;
}

bool kp_journal_file_withdraw(kp_uno_error *error, const char *folder, const kp_record *records,
                              size_t count) {
  kp_journal_text text;
  kp_journal journal;
  bool good = kp_journal_file_read(error, folder, &text, &journal);
  for (size_t i = 0; good && i < text.count; i++)
    for (size_t k = 0; text.lines[i].kind == KP_LINE_RECORD && k < count; k++)
      text.lines[i].drop =
          text.lines[i].drop || same_record(&journal.records[text.lines[i].record], &records[k]);
  good = good && kp_journal_file_commit(error, folder, &text);
  kp_journal_clear(&journal);
  kp_journal_text_clear(&text);
  return good;
}

/* --------------------------------------------------------------------------------------- append */

/* Writing all of it anew for each row would take longer with each one, so rows are added in place;
 * but not behind what a crash cut short. */
static bool append(kp_uno_error *error, const char *folder, const char *lines) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_journal_text before;
  char *bytes = NULL;
  size_t size = 0;
  if (!kp_profile_read(error, folder, file_name, &bytes, &size))
    return false;
  if (size > 0 && bytes[size - 1] != '\n') {
    bool good = kp_journal_text_parse(error, bytes, size, &before, NULL) &&
                rewrite(error, folder, &before, lines);
    kp_journal_text_clear(&before);
    return good;
  }
  kp_profile_patch end = {.at = size, .bytes = lines, .size = strlen(lines)};
  bool good = kp_profile_write_in(error, folder, file_name, &end);
  if (!good && !kp_profile_replace(&ignored, folder, file_name, bytes, size)) {
    /* It could not be put back: then it must at least not count. */
    kp_profile_patch cut = {.at = size, .cut = true};
    kp_profile_write_in(&ignored, folder, file_name, &cut);
  }
  free(bytes);
  return good;
}

bool kp_journal_file_append(kp_uno_error *error, const char *folder, const char *lines) {
  kp_profile_hold hold;
  bool good = kp_profile_take_hold(error, folder, &hold) && append(error, folder, lines);
  kp_profile_let_go(&hold);
  return good;
}
