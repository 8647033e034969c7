/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files of a directory into memory. */
#include "load.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool is_xml(const char *name) {
  size_t length = strlen(name);
  return length > 4 && name[0] != '.' && strcmp(name + length - 4, ".xml") == 0;
}

static int by_name(const void *one, const void *other) {
  return strcmp(*(char *const *)one, *(char *const *)other);
}

/* A path in memory of the model. */
static char *join(kp_load *load, const char *directory, const char *name) {
  size_t size = strlen(directory) + strlen(name) + 2;
  char *path = kp_load_get(load, size);
  if (path != NULL)
    snprintf(path, size, "%s/%s", directory, name);
  return path;
}

/* The names of the files, sorted. */
static bool list_names(kp_load *load, const char *directory, char **names, size_t *count) {
  DIR *folder = opendir(directory);
  if (folder == NULL)
    return kp_load_fail_at(load, "", 0, KP_LOAD_NO_FILES, directory, NULL);
  bool good = true;
  for (struct dirent *entry = readdir(folder); good && entry != NULL; entry = readdir(folder)) {
    if (!is_xml(entry->d_name))
      continue;
    if (*count == KP_METHOD_FILES) {
      good = kp_load_fail_at(load, "", 0, KP_LOAD_MANY_FILES, "64", NULL);
    } else {
      names[*count] = kp_arena_text(load->memory, entry->d_name);
      good = names[(*count)++] != NULL || kp_load_fail_at(load, "", 0, KP_LOAD_MEMORY, NULL, NULL);
    }
  }
  closedir(folder);
  if (good && *count == 0)
    good = kp_load_fail_at(load, "", 0, KP_LOAD_NO_FILES, directory, NULL);
  if (good)
    qsort(names, *count, sizeof(char *), by_name);
  return good;
}

/* Reads one byte more than is allowed, so that too large a file is seen as such. */
static bool read_file(kp_load *load, const char *directory, const char *name,
                      kp_method_file *file) {
  char *path = join(load, directory, name);
  FILE *stream = path != NULL ? fopen(path, "rb") : NULL;
  char *bytes = stream != NULL ? malloc(KP_METHOD_FILE_BYTES + 1) : NULL;
  bool good = bytes != NULL;
  if (good) {
    *file = (kp_method_file){name, bytes, fread(bytes, 1, KP_METHOD_FILE_BYTES + 1, stream)};
    good = !ferror(stream);
  }
  if (stream != NULL)
    fclose(stream);
  return good || kp_load_fail_at(load, name, 0, KP_LOAD_UNREADABLE, NULL, NULL);
}

kp_method *kp_method_load(const char *directory, kp_language language, kp_method_error *error) {
  char *names[KP_METHOD_FILES] = {NULL};
  kp_method_file files[KP_METHOD_FILES] = {{NULL, NULL, 0}};
  size_t count = 0;
  kp_arena memory = {NULL, 0, 0};
  kp_method *method = NULL;
  memset(error, 0, sizeof *error);
  kp_load load = {.memory = &memory,
                  .language = language == KP_LANGUAGE_NL ? KP_LANGUAGE_NL : KP_LANGUAGE_EN,
                  .error = error,
                  .file = ""};
  bool good = list_names(&load, directory, names, &count);
  for (size_t i = 0; good && i < count; i++)
    good = read_file(&load, directory, names[i], &files[i]);
  if (good)
    method = kp_method_read_whole(files, count, language, error);
  for (size_t i = 0; i < count; i++)
    free((char *)files[i].bytes);
  kp_arena_free(&memory);
  return method;
}
