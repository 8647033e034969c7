/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A stored document, and the zip in which the office's service finds its members.
 *
 * The file is a text: lines "@@@ name" begin a member, what follows is it. Tests may write such
 * files themselves.
 */
#include "document.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char mark[] = "@@@ ";

static const char *path_of(const char *url) {
  static const char scheme[] = "file://";
  return strncmp(url, scheme, sizeof scheme - 1) == 0 ? url + sizeof scheme - 1 : url;
}

/* --------------------------------------------------------------------------------------- storing
 */

static void put_escaped(FILE *file, const char *text) {
  for (const char *at = text; *at != '\0'; at++) {
    if (*at == '<')
      fputs("&lt;", file);
    else if (*at == '&')
      fputs("&amp;", file);
    else
      fputc(*at, file);
  }
}

static void put_cell(FILE *file, fake_document *document, int sheet, int32_t column, int32_t row) {
  fake_value value = fake_cell_value(document, sheet, column, row);
  if (value.kind == FAKE_VALUE_TEXT) {
    fputs("<table:table-cell office:value-type=\"string\"><text:p>", file);
    put_escaped(file, value.text);
    fputs("</text:p></table:table-cell>", file);
  } else if (value.kind == FAKE_VALUE_NUMBER) {
    fprintf(file,
            "<table:table-cell office:value=\"%.15g\"><text:p>%.15g</text:p></table:table-cell>",
            value.number, value.number);
  } else {
    fputs("<table:table-cell/>", file);
  }
  fake_value_clear(&value);
}

static void put_sheet(FILE *file, fake_document *document, const fake_sheet *sheet) {
  fputs("<table:table table:name=\"", file);
  put_escaped(file, sheet->name);
  fputs("\">\n", file);
  for (int32_t r = 0; r < sheet->line_count; r++) {
    fputs("<table:table-row>", file);
    for (int32_t c = 0; c < sheet->lines[r].width; c++)
      put_cell(file, document, sheet->id, c, r);
    fputs("</table:table-row>\n", file);
  }
  fputs("</table:table>\n", file);
}

static bool write_content(fake_document *document) {
  static const char head[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content "
                             "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                             "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
                             "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">"
                             "<office:body><office:spreadsheet>\n";
  FILE *file = fopen(path_of(document->url), "wb");
  if (file == NULL)
    return false;
  fprintf(file, "%scontent.xml\n%s", mark, head);
  for (size_t i = 0; i < document->content.sheet_count; i++)
    put_sheet(file, document, &document->content.sheets[i]);
  fputs("</office:spreadsheet></office:body></office:document-content>\n", file);
  return fclose(file) == 0;
}

bool fake_save(fake_document *document, kp_uno_error *error) {
  fake_content now;
  fake_content_copy(&now, &document->content);
  if (document->saving != NULL) {
    size_t most = document->undo.most;
    document->undo.most = 0;
    document->saving(document->saving_data, document);
    document->undo.most = most;
  }
  bool good = write_content(document) ||
              kp_uno_error_set(error, "com.sun.star.io.IOException", "cannot write");
  fake_content_clear(&document->saved);
  document->saved = document->content;
  document->content = now;
  document->stores += good;
  document->modified = document->modified && !good;
  return good;
}

/* ------------------------------------------------------------------------------------------ a zip
 */

typedef struct zip {
  char *text; /* the whole file */
} zip;

typedef struct stream {
  char *text;
  size_t size;
  size_t at;
} stream;

static bool read_bytes(kp_uno_incoming *in) {
  stream *of = in->state;
  size_t wanted = (size_t)KP_UNO_ARG(sal_Int32, in, 1);
  size_t left = of->size - of->at;
  size_t count = wanted < left ? wanted : left;
  uno_Sequence *bytes = kp_uno_sequence_new("[]byte", count);
  memcpy(KP_UNO_ELEMENTS(char, bytes), of->text + of->at, count);
  of->at += count;
  *(uno_Sequence **)in->args[0] = bytes;
  return fake_return_long(in, (int32_t)count);
}

static void finalize_stream(void *state) {
  free(((stream *)state)->text);
}

static const kp_uno_row stream_rows[] = {
    {"com.sun.star.io.XInputStream::readBytes", read_bytes, NULL},
    {"com.sun.star.io.XInputStream::readSomeBytes", read_bytes, NULL},
    {"com.sun.star.io.XInputStream::closeInput", kp_uno_ignore, NULL},
};
static const char *const stream_interfaces[] = {"com.sun.star.io.XInputStream", NULL};
static fake_class stream_class = {.table = {.implementation = "InputStream",
                                            .interfaces = stream_interfaces,
                                            FAKE_ROWS(stream_rows),
                                            .state_size = sizeof(stream),
                                            .finalize = finalize_stream}};

/* The member's text and its end; NULL when there is no such. */
static const char *find_member(const zip *of, const char *name, const char **end) {
  size_t length = strlen(name);
  for (const char *at = strstr(of->text, mark); at != NULL; at = strstr(at + 1, mark)) {
    const char *start = at + sizeof mark - 1;
    if (strncmp(start, name, length) != 0 || start[length] != '\n')
      continue;
    const char *next = strstr(start, mark);
    *end = next != NULL ? next : start + strlen(start);
    return start + length + 1;
  }
  return NULL;
}

static bool has_member(kp_uno_incoming *in) {
  char *name = fake_text_argument(in, 0);
  const char *end = NULL;
  bool has = find_member(in->state, name, &end) != NULL;
  free(name);
  return fake_return_bool(in, has);
}

static bool get_member(kp_uno_incoming *in) {
  char *name = fake_text_argument(in, 0);
  const char *end = NULL;
  const char *start = find_member(in->state, name, &end);
  void *state = NULL;
  if (start == NULL) {
    kp_uno_error_set(in->error, FAKE_NO_ELEMENT, "%s", name);
    free(name);
    return false;
  }
  uno_Interface *made = fake_object_new(&stream_class, &state);
  stream *of = state;
  of->size = (size_t)(end - start);
  of->text = fake_alloc(of->size + 1);
  memcpy(of->text, start, of->size);
  free(name);
  return fake_return_any(in, made);
}

static bool member_names(kp_uno_incoming *in) {
  const zip *of = in->state;
  const char **names = NULL;
  size_t count = 0;
  for (const char *at = strstr(of->text, mark); at != NULL; at = strstr(at + 1, mark)) {
    const char *start = at + sizeof mark - 1;
    char *name = fake_copy(start);
    name[strcspn(name, "\n")] = '\0';
    *FAKE_APPEND(names, count) = name;
  }
  bool good = fake_return_names(in, names, count);
  while (count > 0)
    free((char *)(uintptr_t)names[--count]);
  free(names);
  return good;
}

static void finalize_zip(void *state) {
  free(((zip *)state)->text);
}

static const kp_uno_row zip_rows[] = {
    {"com.sun.star.container.XNameAccess::hasByName", has_member, NULL},
    {"com.sun.star.container.XNameAccess::getByName", get_member, NULL},
    {"com.sun.star.container.XNameAccess::getElementNames", member_names, NULL},
};
static const char *const zip_interfaces[] = {"com.sun.star.packages.zip.XZipFileAccess",
                                             "com.sun.star.container.XNameAccess", NULL};
static fake_class zip_class = {.table = {.implementation = "ZipFileAccess",
                                         .interfaces = zip_interfaces,
                                         FAKE_ROWS(zip_rows),
                                         .state_size = sizeof(zip),
                                         .finalize = finalize_zip}};

uno_Interface *fake_zip_new(const char *url) {
  FILE *file = fopen(path_of(url), "rb");
  char *text = NULL;
  size_t used = 0;
  void *state = NULL;
  if (file == NULL)
    return NULL;
  for (size_t got = 1; got > 0; used += got) {
    text = fake_grow(text, used + 65537);
    got = fread(text + used, 1, 65536, file);
  }
  text[used] = '\0';
  fclose(file);
  if (strncmp(text, mark, sizeof mark - 1) != 0) {
    free(text);
    return NULL;
  }
  uno_Interface *made = fake_object_new(&zip_class, &state);
  ((zip *)state)->text = text;
  return made;
}
