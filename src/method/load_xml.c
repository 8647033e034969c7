/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * XML within limits. No document type, hence no entities; no network; nothing else is opened.
 *
 * libxml2's own handlers build the tree; ours stand before them and stop the parser as soon as a
 * limit is passed, so that nothing large is ever built.
 */
#include "load.h"

#include "kernpunt/text.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <stdio.h>
#include <string.h>

/* What the handlers know; the parser carries it in _private. */
typedef struct watch {
  startElementNsSAX2Func start;
  size_t elements;
  bool stopped;
  kp_load_text text; /* why it was stopped */
  long line;
  char syntax[160]; /* libxml2's first error */
} watch;

static void stop(xmlParserCtxt *parser, kp_load_text text) {
  watch *seen = parser->_private;
  if (!seen->stopped) {
    seen->stopped = true;
    seen->text = text;
    seen->line = parser->input != NULL ? parser->input->line : 0;
  }
  xmlStopParser(parser);
}

static void on_doctype(void *data, const xmlChar *name, const xmlChar *external,
                       const xmlChar *system) {
  (void)name;
  (void)external;
  (void)system;
  stop(data, KP_LOAD_DOCTYPE);
}

static void on_start(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int namespaces, const xmlChar **namespace_list, int attributes, int defaulted,
                     const xmlChar **attribute_list) {
  xmlParserCtxt *parser = data;
  watch *seen = parser->_private;
  if (parser->nodeNr >= KP_METHOD_DEPTH) {
    stop(parser, KP_LOAD_DEEP);
  } else if (++seen->elements > KP_METHOD_ELEMENTS) {
    stop(parser, KP_LOAD_MANY);
  } else {
    seen->start(data, name, prefix, uri, namespaces, namespace_list, attributes, defaulted,
                attribute_list);
  }
}

static void on_error(void *data, xmlError *error) {
  xmlParserCtxt *parser = data;
  watch *seen = parser->_private;
  if (seen->syntax[0] != '\0' || error->level < XML_ERR_ERROR)
    return;
  snprintf(seen->syntax, sizeof seen->syntax, "%s", error->message != NULL ? error->message : "?");
  seen->syntax[strcspn(seen->syntax, "\r\n")] = '\0';
  seen->line = error->line;
}

/* A cut message may end within a character: messages quote what they found. */
static void keep_whole_characters(char *text) {
  size_t end = strlen(text);
  size_t start = end;
  while (start > 0 && ((unsigned char)text[start - 1] & 0xC0u) == 0x80u)
    start--;
  if (start == 0)
    return;
  unsigned char lead = (unsigned char)text[start - 1];
  size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
  if (end - (start - 1) < size)
    text[start - 1] = '\0';
}

static bool report(kp_load *load, const char *name, watch *seen, const char *bound) {
  keep_whole_characters(seen->syntax);
  if (seen->stopped && seen->text == KP_LOAD_MANY)
    return kp_load_fail_at(load, name, seen->line, seen->text, bound, NULL);
  if (seen->stopped)
    return kp_load_fail_at(load, name, seen->line, seen->text, NULL, NULL);
  return kp_load_fail_at(load, name, seen->line, KP_LOAD_SYNTAX,
                         seen->syntax[0] != '\0' ? seen->syntax : "?", NULL);
}

bool kp_load_parse(kp_load *load, const kp_method_file *file) {
  char bound[24];
  watch seen = {NULL, 0, false, KP_LOAD_SYNTAX, 0, ""};
  snprintf(bound, sizeof bound, "%d", (int)KP_METHOD_FILE_BYTES);
  if (file->size > KP_METHOD_FILE_BYTES)
    return kp_load_fail_at(load, file->name, 0, KP_LOAD_LARGE, bound, NULL);
  /* One encoding only: conversion would be a way round the limits. */
  if (!kp_fold_utf8(file->bytes, file->size))
    return kp_load_fail_at(load, file->name, 0, KP_LOAD_UTF8, NULL, NULL);
  xmlParserCtxt *parser = xmlNewParserCtxt();
  if (parser == NULL)
    return kp_load_fail_at(load, "", 0, KP_LOAD_MEMORY, NULL, NULL);
  parser->_private = &seen;
  seen.start = parser->sax->startElementNs;
  parser->sax->startElementNs = on_start;
  parser->sax->internalSubset = on_doctype;
  parser->sax->serror = (xmlStructuredErrorFunc)on_error;
  xmlDoc *document = xmlCtxtReadMemory(parser, file->bytes, (int)file->size, NULL, "UTF-8",
                                       XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_NOERROR |
                                           XML_PARSE_NOWARNING | XML_PARSE_NOCDATA |
                                           XML_PARSE_BIG_LINES | XML_PARSE_COMPACT);
  bool good = document != NULL && !seen.stopped && parser->wellFormed;
  xmlFreeParserCtxt(parser);
  if (!good) {
    if (document != NULL)
      xmlFreeDoc(document);
    return report(load, file->name, &seen, "element");
  }
  load->names[load->doc_count] = file->name;
  load->docs[load->doc_count++] = document;
  return true;
}
