/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * What the static GSL and libxml2 ask of others and Kernpunt never reaches, so that the library we
 * ship needs nobody else.
 *
 * libxml2 as Debian builds it can read compressed files (zlib, liblzma), files by name (stat, new
 * in glibc 2.33) and encodings that iconv does not know (ICU). We hand it text that is in memory
 * and forbid it to open anything; each of these says that it cannot. The names with kp_ in front
 * are given to the archives by names.sh.
 *
 * Both libraries were compiled for programs, where the addresses of stdin, stdout and stderr are
 * fixed; in a shared library they are not, so they get variables of ours.
 */
#include <errno.h>
#include <stddef.h>
#include <stdio.h>

FILE *kp_absent_stdin;
FILE *kp_absent_stdout;
FILE *kp_absent_stderr;

/** Before anything of the two libraries runs; later nobody writes them. */
__attribute__((constructor)) static void streams(void) {
  kp_absent_stdin = stdin;
  kp_absent_stdout = stdout;
  kp_absent_stderr = stderr;
}

/* Each is called with arguments of its own, which are never looked at: in the calling conventions
 * of x86-64 and arm64 the caller clears up. */
#define ABSENT_POINTER(name)                                                                       \
  void *kp_absent_##name(void);                                                                    \
  void *kp_absent_##name(void) {                                                                   \
    return NULL;                                                                                   \
  }
#define ABSENT_STATUS(name, status)                                                                \
  int kp_absent_##name(void);                                                                      \
  int kp_absent_##name(void) {                                                                     \
    errno = ENOSYS;                                                                                \
    return status;                                                                                 \
  }

/* Z_STREAM_ERROR of zlib.h */
#define ZLIB_FAILS (-2)
/* LZMA_OPTIONS_ERROR of lzma/base.h */
#define LZMA_FAILS 8

ABSENT_STATUS(stat, -1)
ABSENT_STATUS(stat64, -1)
ABSENT_POINTER(gzopen)
ABSENT_POINTER(gzopen64)
ABSENT_POINTER(gzdopen)
ABSENT_STATUS(gzclose, ZLIB_FAILS)
ABSENT_STATUS(gzdirect, 0)
ABSENT_STATUS(gzread, -1)
ABSENT_STATUS(gzwrite, 0)
ABSENT_STATUS(inflateInit2_, ZLIB_FAILS)
ABSENT_STATUS(inflate, ZLIB_FAILS)
ABSENT_STATUS(inflateReset, ZLIB_FAILS)
ABSENT_STATUS(inflateEnd, ZLIB_FAILS)
ABSENT_STATUS(deflateInit2_, ZLIB_FAILS)
ABSENT_STATUS(deflate, ZLIB_FAILS)
ABSENT_STATUS(deflateEnd, ZLIB_FAILS)
ABSENT_POINTER(crc32)
ABSENT_STATUS(lzma_auto_decoder, LZMA_FAILS)
ABSENT_STATUS(lzma_properties_decode, LZMA_FAILS)
ABSENT_STATUS(lzma_code, LZMA_FAILS)
ABSENT_STATUS(lzma_end, LZMA_FAILS)
ABSENT_POINTER(ucnv_open)
ABSENT_POINTER(ucnv_close)
ABSENT_POINTER(ucnv_convertEx)
ABSENT_POINTER(ucnv_setFromUCallBack)
ABSENT_POINTER(ucnv_setToUCallBack)
ABSENT_POINTER(UCNV_FROM_U_CALLBACK_STOP)
ABSENT_POINTER(UCNV_TO_U_CALLBACK_STOP)
