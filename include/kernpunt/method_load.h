/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Reading a method from its XML files. */
#ifndef KERNPUNT_METHOD_LOAD_H
#define KERNPUNT_METHOD_LOAD_H

#include "kernpunt/method_model.h"

/** Limits on what is read: bytes and elements of a file, files, nesting. */
enum {
  KP_METHOD_FILE_BYTES = 1 << 18,
  KP_METHOD_FILES = 64,
  KP_METHOD_ELEMENTS = 20000,
  KP_METHOD_DEPTH = 8
};

/** Why a method cannot be used, in the language asked for. */
typedef struct kp_method_error {
  char file[64];     /**< name of the file, or "" */
  int line;          /**< from 1; 0 when no line can be named */
  char message[700]; /**< whole sentence with file and line */
} kp_method_error;

/** A file in memory. */
typedef struct kp_method_file {
  const char *name; /**< for messages */
  const char *bytes;
  size_t size;
} kp_method_file;

/** A folder of files; how it is read is not ours to know. */
typedef struct kp_method_folder {
  const char *name; /**< for messages */
  void *data;
  /** Tells `found` the names in it; that says false to stop. False when it cannot be read. */
  bool (*list)(void *data, bool (*found)(void *to, const char *name), void *to);
  /** At most `most` bytes of a file in it; false when it cannot be read. */
  bool (*read)(void *data, const char *name, char *bytes, size_t most, size_t *size);
} kp_method_folder;

/**
 * Reads the *.xml files of a folder, in the order of their names. NULL after an error: a file
 * that cannot be read, is no XML, has a document type (so no entities), is too large or too deep,
 * says something unknown, names a table, column, list or word that does not exist, or leads to a
 * dead end: a required column that no form shows, a status that no condition counts, a practice
 * without steps. Nothing is fetched from anywhere else.
 */
kp_method *kp_method_load(const kp_method_folder *folder, kp_language language,
                          kp_method_error *error);

/** The same from memory. */
kp_method *kp_method_read_whole(const kp_method_file *files, size_t count, kp_language language,
                                kp_method_error *error);

/** A part of a method, from memory: dead ends, which other files may still open, are no mistakes.
 */
kp_method *kp_method_read(const kp_method_file *files, size_t count, kp_language language,
                          kp_method_error *error);

#endif
