/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files of a folder into memory. */
#include "load.h"

#include <stdlib.h>
#include <string.h>

static bool is_xml(const char *name) {
  size_t length = strlen(name);
  return length > 4 && name[0] != '.' && strcmp(name + length - 4, ".xml") == 0;
}

static int by_name(const void *one, const void *other) {
  return strcmp(*(char *const *)one, *(char *const *)other);
}

typedef struct names {
  kp_load *load;
  char *list[KP_METHOD_FILES];
  size_t count;
  bool good;
} names;

static bool take_name(void *to, const char *name) {
  names *all = to;
  if (!is_xml(name))
    return true;
  if (all->count == KP_METHOD_FILES) {
    all->good = kp_load_fail_at(all->load, "", 0, KP_LOAD_MANY_FILES, "64", NULL);
  } else {
    char *copy = kp_arena_text(all->load->memory, name);
    all->good = copy != NULL || kp_load_fail_at(all->load, "", 0, KP_LOAD_MEMORY, NULL, NULL);
    all->list[all->count] = copy;
    all->count += copy != NULL ? 1 : 0;
  }
  return all->good;
}

/* The names of the files, sorted. */
static bool list_names(const kp_method_folder *folder, names *all) {
  all->good = true;
  bool read = folder->list(folder->data, take_name, all);
  if (all->good && (!read || all->count == 0))
    all->good = kp_load_fail_at(all->load, "", 0, KP_LOAD_NO_FILES, folder->name, NULL);
  if (all->good)
    qsort(all->list, all->count, sizeof *all->list, by_name);
  return all->good;
}

/* Reads one byte more than is allowed, so that too large a file is seen as such. */
static bool read_file(kp_load *load, const kp_method_folder *folder, const char *name,
                      kp_method_file *file) {
  char *bytes = malloc(KP_METHOD_FILE_BYTES + 1);
  size_t size = 0;
  bool good =
      bytes != NULL && folder->read(folder->data, name, bytes, KP_METHOD_FILE_BYTES + 1, &size);
  *file = (kp_method_file){name, bytes, size};
  return good || kp_load_fail_at(load, name, 0, KP_LOAD_UNREADABLE, NULL, NULL);
}

kp_method *kp_method_load(const kp_method_folder *folder, kp_language language,
                          kp_method_error *error) {
  kp_method_file files[KP_METHOD_FILES] = {{NULL, NULL, 0}};
  kp_arena memory = {NULL, 0, 0};
  kp_method *method = NULL;
  memset(error, 0, sizeof *error);
  kp_load load = {.memory = &memory,
                  .language = language == KP_LANGUAGE_NL ? KP_LANGUAGE_NL : KP_LANGUAGE_EN,
                  .error = error,
                  .file = ""};
  names all = {.load = &load};
  bool good = list_names(folder, &all);
  for (size_t i = 0; good && i < all.count; i++)
    good = read_file(&load, folder, all.list[i], &files[i]);
  if (good)
    method = kp_method_read_whole(files, all.count, language, error);
  for (size_t i = 0; i < all.count; i++)
    free((char *)files[i].bytes);
  kp_arena_free(&memory);
  return method;
}
