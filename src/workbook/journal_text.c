/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of the journal. A line that cannot be read may be anything, so it stays byte for byte. */
#include "journal_text.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

void kp_journal_clear(kp_journal *journal) {
  for (size_t i = 0; i < journal->count; i++)
    kp_record_clear(&journal->records[i]);
  for (size_t i = 0; i < journal->cut_count; i++)
    free(journal->cut[i]);
  free(journal->records);
  free(journal->cut);
  *journal = (kp_journal){.records = NULL};
}

void kp_journal_text_clear(kp_journal_text *text) {
  for (size_t i = 0; i < text->count; i++)
    free(text->lines[i].becomes);
  free(text->lines);
  free(text->bytes);
  *text = (kp_journal_text){.bytes = NULL};
}

/* ---------------------------------------------------------------------------------------- parse */

static void read_line(kp_line *line, kp_journal *journal) {
  assert(line->text != NULL);
  if (strlen(line->text) != line->size)
    return; /* a power cut may leave zeros */
  if (strncmp(line->text, "0\t", 2) == 0) {
    line->kind = KP_LINE_DEAD;
    return;
  }
  if (kp_record_parse(line->text, &journal->records[journal->count])) {
    line->kind = KP_LINE_RECORD;
    line->record = journal->count++;
    return;
  }
  char *cut = kp_record_read_note(line->text, KP_JOURNAL_CUT);
  if (cut != NULL && journal->cut != NULL) {
    line->kind = KP_LINE_CUT;
    journal->cut[journal->cut_count++] = cut;
  }
}

static bool split(kp_journal_text *text, size_t size) {
  size_t lines = 0;
  for (size_t i = 0; i < size; i++)
    lines += text->bytes[i] == '\n';
  text->lines = calloc(lines + 1, sizeof *text->lines);
  if (text->lines == NULL)
    return false;
  char *at = text->bytes;
  char *end = NULL;
  while ((end = memchr(at, '\n', (size_t)(text->bytes + size - at))) != NULL) {
    *end = '\0';
    text->lines[text->count++] = (kp_line){.text = at, .size = (size_t)(end - at)};
    at = end + 1;
  }
  text->stump_size = (size_t)(text->bytes + size - at);
  text->stump = text->stump_size > 0 ? at : NULL;
  return true;
}

/* The beginning of a stump, with nothing in it that is no plain text. */
static char *beginning(const char *stump, size_t size) {
  enum { MOST = 120 };
  char *text = malloc(MOST + 1);
  size_t length = size < MOST ? size : MOST;
  if (text == NULL)
    return NULL;
  for (size_t i = 0; i < length; i++) {
    text[i] = stump[i];
    if (stump[i] == '\t')
      text[i] = ' ';
    else if (stump[i] < 0x20 || stump[i] > 0x7e)
      text[i] = '?';
  }
  text[length] = '\0';
  return text;
}

/* Its line ends become NULs. NOLINTNEXTLINE(readability-non-const-parameter) */
bool kp_journal_text_parse(kp_uno_error *error, char *bytes, size_t size, kp_journal_text *text,
                           kp_journal *journal) {
  *text = (kp_journal_text){.bytes = bytes};
  bool good = split(text, size);
  if (journal != NULL) {
    *journal = (kp_journal){.records = calloc(text->count + 1, sizeof *journal->records),
                            .cut = calloc(text->count + 1, sizeof *journal->cut)};
    good = good && journal->records != NULL && journal->cut != NULL;
    for (size_t i = 0; good && i < text->count; i++) {
      read_line(&text->lines[i], journal);
      journal->kept += text->lines[i].kind == KP_LINE_OTHER;
    }
    if (good && text->stump != NULL) {
      journal->cut[journal->cut_count] = beginning(text->stump, text->stump_size);
      good = journal->cut[journal->cut_count] != NULL;
      journal->cut_count += good;
    }
  }
  return good || kp_uno_error_memory(error);
}

char *kp_journal_text_note(const char *stump, size_t size) {
  char *text = beginning(stump, size);
  char *note = text != NULL ? kp_record_note(KP_JOURNAL_CUT, text) : NULL;
  free(text);
  return note;
}

/* ---------------------------------------------------------------------------------------- again */

static bool same_line(const kp_line *one, const kp_line *other) {
  return one->size == other->size && memcmp(one->text, other->text, one->size) == 0;
}

bool kp_journal_text_carry(kp_journal_text *from, kp_journal_text *to) {
  bool any = false;
  size_t next = 0; /* lines keep their order, so mostly it is the next one */
  for (size_t i = 0; i < from->count; i++) {
    kp_line *line = &from->lines[i];
    if (!line->drop && line->becomes == NULL)
      continue;
    size_t at = next;
    while (at < to->count && !same_line(line, &to->lines[at]))
      at++;
    if (at == to->count) /* somebody else took it out */
      continue;
    to->lines[at].drop = line->drop;
    to->lines[at].becomes = line->becomes;
    line->becomes = NULL;
    next = at + 1;
    any = true;
  }
  return any;
}

static size_t put(char *out, const char *text, size_t size, bool end) {
  if (out != NULL) {
    memcpy(out, text, size);
    if (end)
      out[size] = '\n';
  }
  return size + end;
}

static size_t put_all(char *out, const kp_journal_text *text, const char *note, const char *more) {
  size_t size = 0;
  for (size_t i = 0; i < text->count; i++) {
    const kp_line *line = &text->lines[i];
    char *to = out != NULL ? out + size : NULL;
    if (line->drop || line->kind == KP_LINE_DEAD)
      continue;
    size += line->becomes != NULL ? put(to, line->becomes, strlen(line->becomes), false)
                                  : put(to, line->text, line->size, true);
  }
  size += put(out != NULL ? out + size : NULL, note, strlen(note), false);
  return size + put(out != NULL ? out + size : NULL, more, strlen(more), false);
}

char *kp_journal_text_join(kp_uno_error *error, const kp_journal_text *text, const char *more,
                           size_t *size) {
  char *note = text->stump != NULL ? kp_journal_text_note(text->stump, text->stump_size) : NULL;
  char *all = NULL;
  if (text->stump == NULL || note != NULL) {
    *size = put_all(NULL, text, note != NULL ? note : "", more);
    all = malloc(*size + 1);
  }
  if (all != NULL) {
    put_all(all, text, note != NULL ? note : "", more);
    all[*size] = '\0';
  } else {
    kp_uno_error_memory(error);
  }
  free(note);
  return all;
}
