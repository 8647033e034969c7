/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations on files that fail on purpose. */
#include "fault.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stddef.h>

#include <osl/file.h>

static struct {
  long count;
  long fail_at; /* 0: never */
  bool failed;
} files;

void fault_files(long k) {
  if (k > 0)
    files.failed = false;
  files.count = 0;
  files.fail_at = k;
}

bool fault_files_failed(void) {
  return files.failed;
}

static bool fails(void) {
  bool now = files.fail_at > 0 && ++files.count == files.fail_at;
  files.failed = files.failed || now;
  return now;
}

/* One operation of the office's layer: its declarations, and what takes its place. */
#define OPERATION(name, parameters, arguments)                                                     \
  oslFileError __real_##name parameters;                                                           \
  oslFileError __wrap_##name parameters;                                                           \
  oslFileError __wrap_##name parameters {                                                          \
    return fails() ? osl_File_E_IO : __real_##name arguments;                                      \
  }

OPERATION(osl_openFile, (rtl_uString * url, oslFileHandle *file, sal_uInt32 flags),
          (url, file, flags))
OPERATION(osl_readFile, (oslFileHandle file, void *bytes, sal_uInt64 size, sal_uInt64 *got),
          (file, bytes, size, got))
OPERATION(osl_setFilePos, (oslFileHandle file, sal_uInt32 from, sal_Int64 at), (file, from, at))
OPERATION(osl_getFileSize, (oslFileHandle file, sal_uInt64 *size), (file, size))
OPERATION(osl_setFileSize, (oslFileHandle file, sal_uInt64 size), (file, size))
OPERATION(osl_moveFile, (rtl_uString * from, rtl_uString *to), (from, to))
OPERATION(osl_removeFile, (rtl_uString * url), (url))
OPERATION(osl_createDirectory, (rtl_uString * url), (url))
OPERATION(osl_setFileAttributes, (rtl_uString * url, sal_uInt64 attributes), (url, attributes))
OPERATION(osl_getDirectoryItem, (rtl_uString * url, oslDirectoryItem *item), (url, item))
OPERATION(osl_getFileStatus, (oslDirectoryItem item, oslFileStatus *status, sal_uInt32 mask),
          (item, status, mask))
OPERATION(osl_openDirectory, (rtl_uString * url, oslDirectory *directory), (url, directory))
OPERATION(osl_getNextDirectoryItem,
          (oslDirectory directory, oslDirectoryItem *item, sal_uInt32 hint),
          (directory, item, hint))

oslFileError __real_osl_writeFile(oslFileHandle file, const void *bytes, sal_uInt64 size,
                                  sal_uInt64 *done);
oslFileError __wrap_osl_writeFile(oslFileHandle file, const void *bytes, sal_uInt64 size,
                                  sal_uInt64 *done);
oslFileError __wrap_osl_writeFile(oslFileHandle file, const void *bytes, sal_uInt64 size,
                                  sal_uInt64 *done) {
  if (!fails())
    return __real_osl_writeFile(file, bytes, size, done);
  __real_osl_writeFile(file, bytes, size / 2, done);
  return osl_File_E_NOSPC;
}

/* Tests need no disk: only the failing counts. */
oslFileError __wrap_osl_syncFile(oslFileHandle file);
oslFileError __wrap_osl_syncFile(oslFileHandle file) {
  (void)file;
  return fails() ? osl_File_E_IO : osl_File_E_None;
}

/* The file is closed in any case. */
oslFileError __real_osl_closeFile(oslFileHandle file);
oslFileError __wrap_osl_closeFile(oslFileHandle file);
oslFileError __wrap_osl_closeFile(oslFileHandle file) {
  bool now = fails();
  oslFileError code = __real_osl_closeFile(file);
  return now ? osl_File_E_IO : code;
}

int __real_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  if (!fails())
    return __real_open(path, flags, mode);
  errno = EIO;
  return -1;
}

int __real_fcntl(int file, int command, ...);
int __wrap_fcntl(int file, int command, ...);
int __wrap_fcntl(int file, int command, ...) {
  va_list rest;
  va_start(rest, command);
  void *argument = va_arg(rest, void *);
  va_end(rest);
  if (!fails())
    return __real_fcntl(file, command, argument);
  errno = ENOLCK;
  return -1;
}

int __wrap_fsync(int file);
int __wrap_fsync(int file) {
  (void)file;
  if (!fails())
    return 0;
  errno = EIO;
  return -1;
}

DIR *__real_opendir(const char *path);
DIR *__wrap_opendir(const char *path);
DIR *__wrap_opendir(const char *path) {
  if (!fails())
    return __real_opendir(path);
  errno = EIO;
  return NULL;
}
