/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records and their lines: fields between tabs, "\t", "\n", "\r" and "\\" escaped, a checksum. */
#include "record.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <osl/time.h>
#include <rtl/crc.h>

/* What is escaped in a line, and how. */
static const char specials[] = "\t\n\r\\";
static const char codes[] = "tnr\\";

/* The second field of a line. Stored in users' profiles. */
static const char kind_append[] = "append";
static const char kind_change[] = "change";

char *kp_record_copy(kp_uno_error *error, const char *text) {
  size_t size = text != NULL ? strlen(text) : 0;
  char *copy = malloc(size + 1);
  if (copy == NULL) {
    kp_uno_error_memory(error);
    return NULL;
  }
  if (size > 0)
    memcpy(copy, text, size);
  copy[size] = '\0';
  return copy;
}

void kp_record_now(char text[KP_TIME_SIZE]) {
  TimeValue now;
  TimeValue local;
  oslDateTime at = {0};
  if (osl_getSystemTime(&now) && osl_getLocalTimeFromSystemTime(&now, &local))
    osl_getDateTimeFromTimeValue(&local, &at);
  snprintf(text, KP_TIME_SIZE, "%04d-%02u-%02u %02u:%02u:%02u.%06u", at.Year, (unsigned)at.Month,
           (unsigned)at.Day, (unsigned)at.Hours, (unsigned)at.Minutes, (unsigned)at.Seconds,
           (unsigned)(at.NanoSeconds / 1000u % 1000000u));
}

void kp_record_clear(kp_record *record) {
  char *texts[] = {record->table, record->id,  record->proof, record->uid,
                   record->book,  record->url, record->file,  record->time};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
    free(texts[i]);
  for (size_t i = 0; i < record->count; i++) {
    free(record->cells[i].key);
    free(record->cells[i].text);
  }
  free(record->cells);
  memset(record, 0, sizeof *record);
}

bool kp_record_start(kp_uno_error *error, const kp_document *document, const char *table,
                     const char *id, bool change, kp_record *record) {
  char now[KP_TIME_SIZE];
  kp_record_now(now);
  memset(record, 0, sizeof *record);
  record->change = change;
  record->table = kp_record_copy(error, table);
  record->id = kp_record_copy(error, id);
  record->proof = kp_record_copy(error, NULL);
  record->book = kp_record_copy(error, NULL);
  record->file = kp_record_copy(error, NULL);
  record->time = kp_record_copy(error, now);
  if (record->table != NULL && record->id != NULL && record->proof != NULL &&
      record->book != NULL && record->file != NULL && record->time != NULL &&
      kp_document_uid(error, document, &record->uid) &&
      kp_document_url(error, document, &record->url))
    return true;
  kp_record_clear(record);
  return false;
}

const kp_cell *kp_record_cell(const kp_record *record, const char *key) {
  for (size_t i = 0; i < record->count; i++)
    if (strcmp(record->cells[i].key, key) == 0)
      return &record->cells[i];
  return NULL;
}

/* Takes over `text`, which is NULL for a day. */
static bool set_cell(kp_uno_error *error, kp_record *record, const char *key, char *text,
                     int32_t serial) {
  for (size_t i = 0; i < record->count; i++) {
    if (strcmp(record->cells[i].key, key) == 0) {
      free(record->cells[i].text);
      record->cells[i].text = text;
      record->cells[i].serial = serial;
      return true;
    }
  }
  kp_cell *more = realloc(record->cells, (record->count + 1) * sizeof *more);
  char *copy = more != NULL ? kp_record_copy(error, key) : NULL;
  if (more != NULL)
    record->cells = more;
  if (copy == NULL) {
    free(text);
    return kp_uno_error_memory(error);
  }
  record->cells[record->count++] = (kp_cell){copy, text, serial};
  return true;
}

bool kp_record_set_text(kp_uno_error *error, kp_record *record, const char *key, const char *text) {
  char *copy = kp_record_copy(error, text);
  return copy != NULL && set_cell(error, record, key, copy, 0);
}

bool kp_record_set_day(kp_uno_error *error, kp_record *record, const char *key, int32_t serial) {
  return set_cell(error, record, key, NULL, serial);
}

/* ------------------------------------------------------------------------------------- lines */

/* Appends an escaped field; without `out` only counts. */
static size_t put(char *out, const char *prefix, const char *text) {
  size_t size = strlen(prefix);
  for (size_t i = 0; out != NULL && i < size; i++)
    out[i] = prefix[i];
  for (const char *at = text; *at != '\0'; at++) {
    const char *special = strchr(specials, *at);
    char code = *at;
    if (special != NULL)
      code = codes[special - specials];
    if (special != NULL) {
      if (out != NULL)
        out[size] = '\\';
      size++;
    }
    if (out != NULL)
      out[size] = code;
    size++;
  }
  return size;
}

/* Begins a line of a kind. */
static size_t put_start(char *out, const char *kind) {
  char version[16];
  snprintf(version, sizeof version, "%d", KP_LINE_VERSION);
  size_t size = put(out, "", version);
  return size + put(out != NULL ? out + size : NULL, "\t", kind);
}

static size_t put_record(char *out, const kp_record *record) {
  const char *heads[] = {record->table, record->id,  record->proof, record->uid,
                         record->book,  record->url, record->file,  record->time};
  size_t size = put_start(out, record->change ? kind_change : kind_append);
  for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
    size += put(out != NULL ? out + size : NULL, "\t", heads[i]);
  for (size_t i = 0; i < record->count; i++) {
    const kp_cell *cell = &record->cells[i];
    char number[16];
    snprintf(number, sizeof number, "%d", (int)cell->serial);
    size += put(out != NULL ? out + size : NULL, "\t", cell->key);
    size += put(out != NULL ? out + size : NULL, cell->text != NULL ? "\tt" : "\td",
                cell->text != NULL ? cell->text : number);
  }
  return size;
}

/* The end of a line: "\t=", eight digits, and with it a line end and NUL. */
enum { END_SIZE = 10 };

static void put_end(char *line, size_t size) {
  unsigned sum = rtl_crc32(0, line, (sal_uInt32)size);
  snprintf(line + size, END_SIZE + 2, "\t=%08x\n", sum);
}

char *kp_record_line(const kp_record *record) {
  size_t size = put_record(NULL, record);
  char *line = malloc(size + END_SIZE + 2);
  if (line != NULL) {
    put_record(line, record);
    put_end(line, size);
  }
  return line;
}

char *kp_record_note(const char *kind, const char *text) {
  size_t start = put_start(NULL, kind);
  size_t size = start + put(NULL, "\t", text);
  char *line = malloc(size + END_SIZE + 2);
  if (line != NULL) {
    put_start(line, kind);
    put(line + start, "\t", text);
    put_end(line, size);
  }
  return line;
}

/* Where the fields of a whole line end; NULL when the line is not whole. */
static const char *end_of(const char *line) {
  size_t size = strlen(line);
  char end[END_SIZE + 2];
  if (size <= END_SIZE)
    return NULL;
  const char *at = line + size - END_SIZE;
  snprintf(end, sizeof end, "\t=%08x", (unsigned)rtl_crc32(0, line, (sal_uInt32)(at - line)));
  return strcmp(at, end) == 0 ? at : NULL;
}

/* The next field of a line that ends at `end`, unescaped in a copy; NULL when there is none. */
static char *next_field(const char **at, const char *end) {
  if (*at == NULL)
    return NULL;
  const char *tab = memchr(*at, '\t', (size_t)(end - *at));
  size_t size = (size_t)((tab != NULL ? tab : end) - *at);
  char *field = malloc(size + 1);
  char *out = field;
  for (size_t i = 0; field != NULL && i < size; i++) {
    char c = (*at)[i];
    if (c == '\\' && i + 1 < size) {
      c = (*at)[++i];
      const char *code = strchr(codes, c);
      if (code != NULL)
        c = specials[code - codes];
    }
    *out++ = c;
  }
  if (field != NULL)
    *out = '\0';
  *at = tab != NULL ? tab + 1 : NULL;
  return field;
}

/* Passes over a field that must be this text. */
static bool pass(const char **at, const char *end, const char *text) {
  char *field = next_field(at, end);
  bool same = field != NULL && strcmp(field, text) == 0;
  free(field);
  return same;
}

/* The first field behind the number of the version and the kind; NULL when they are others. */
static const char *begin(const char *line, const char *end, const char *kind) {
  char version[16];
  const char *at = line;
  snprintf(version, sizeof version, "%d", KP_LINE_VERSION);
  return end != NULL && pass(&at, end, version) && pass(&at, end, kind) ? at : NULL;
}

char *kp_record_read_note(const char *line, const char *kind) {
  const char *end = end_of(line);
  const char *at = begin(line, end, kind);
  return next_field(&at, end);
}

static bool parse_cells(const char *at, const char *end, kp_record *record) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  bool good = true;
  while (good && at != NULL) {
    char *key = next_field(&at, end);
    char *value = next_field(&at, end);
    good = key != NULL && value != NULL && (value[0] == 't' || value[0] == 'd');
    if (good && value[0] == 't')
      good = kp_record_set_text(&ignored, record, key, value + 1);
    else if (good)
      good = kp_record_set_day(&ignored, record, key, (int32_t)strtol(value + 1, NULL, 10));
    free(value);
    free(key);
  }
  return good;
}

bool kp_record_parse(const char *line, kp_record *record) {
  memset(record, 0, sizeof *record);
  const char *end = end_of(line);
  const char *at = begin(line, end, kind_append);
  if (at == NULL) {
    at = begin(line, end, kind_change);
    record->change = at != NULL;
  }
  bool good = at != NULL;
  char **heads[] = {&record->table, &record->id,  &record->proof, &record->uid,
                    &record->book,  &record->url, &record->file,  &record->time};
  for (size_t i = 0; good && i < sizeof heads / sizeof *heads; i++) {
    *heads[i] = next_field(&at, end);
    good = *heads[i] != NULL;
  }
  good = good && parse_cells(at, end, record);
  if (!good)
    kp_record_clear(record);
  return good;
}
