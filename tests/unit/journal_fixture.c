/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../src/workbook/record.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void journal_fixture_make(journal_fixture *of) {
  snprintf(of->top, sizeof of->top, "/tmp/kp-journal-XXXXXX");
  assert_non_null(mkdtemp(of->top));
  snprintf(of->path, sizeof of->path, "%s/kernpunt", of->top);
  snprintf(of->url, sizeof of->url, "file://%s", of->path);
}

static void path_of(const journal_fixture *of, const char *name, char path[256]) {
  snprintf(path, 256, "%s%s%s", of->path, name[0] != '\0' ? "/" : "", name);
}

static void empty(const journal_fixture *of, const char *name) {
  char path[256];
  char file[600];
  path_of(of, name, path);
  DIR *folder = opendir(path);
  struct dirent *entry = NULL;
  while (folder != NULL && (entry = readdir(folder)) != NULL) {
    snprintf(file, sizeof file, "%s/%s", path, entry->d_name);
    remove(file); /* also says no to "." and ".." */
  }
  if (folder != NULL)
    closedir(folder);
  remove(path);
}

void journal_fixture_remove(journal_fixture *of) {
  empty(of, "drafts");
  empty(of, "");
  assert_int_equal(remove(of->top), 0);
}

static char *copy(const char *text) {
  char *made = strdup(text);
  assert_non_null(made);
  return made;
}

kp_record journal_fixture_record(const char *id) {
  kp_uno_error error = KP_UNO_NO_ERROR;
  kp_record record = {.table = copy("actions"),
                      .id = copy(id),
                      .proof = copy(""),
                      .uid = copy("0123456789ABCDEF-1"),
                      .book = copy("7K3Q2"),
                      .url = copy("file:///tmp/a.ods"),
                      .file = copy(""),
                      .time = copy("2026-11-22 09:30:00.123456")};
  assert_true(kp_record_set_text(&error, &record, "action", "Call every customer back"));
  return record;
}

char *journal_fixture_line(const char *id) {
  kp_record record = journal_fixture_record(id);
  char *line = kp_record_line(&record);
  assert_non_null(line);
  kp_record_clear(&record);
  return line;
}

void journal_fixture_write(const journal_fixture *of, const char *name, const char *bytes,
                           size_t size) {
  char path[256];
  path_of(of, name, path);
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  assert_int_equal(fwrite(bytes, 1, size, file), size);
  assert_int_equal(fclose(file), 0);
  assert_int_equal(chmod(path, 0644), 0);
}

char *journal_fixture_read(const journal_fixture *of, const char *name, size_t *size) {
  enum { MOST = 1 << 20 };
  char path[256];
  path_of(of, name, path);
  char *bytes = malloc(MOST + 1);
  assert_non_null(bytes);
  FILE *file = fopen(path, "rb");
  *size = file != NULL ? fread(bytes, 1, MOST, file) : 0;
  if (file != NULL)
    fclose(file);
  bytes[*size] = '\0';
  return bytes;
}

unsigned journal_fixture_mode(const journal_fixture *of, const char *name) {
  char path[256];
  struct stat status;
  path_of(of, name, path);
  assert_int_equal(stat(path, &status), 0);
  return status.st_mode & 0777u;
}
