/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys and texts, and the lines of their file. */
#include "draft_text.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Each byte may be escaped; a tab and a line end come with it. */
static size_t room_for(const char *key, const char *text) {
  return 2 * (strlen(key) + strlen(text)) + 2;
}

static void item_clear(kp_draft_items *items, size_t at) {
  kp_draft_item *item = &items->list[at];
  items->bytes -= room_for(item->key, item->text);
  free(item->key);
  free(item->text);
}

void kp_draft_items_clear(kp_draft_items *items) {
  for (size_t i = 0; i < items->count; i++)
    item_clear(items, i);
  free(items->list);
  *items = (kp_draft_items){.list = NULL};
}

static size_t find(const kp_draft_items *items, const char *key) {
  size_t at = 0;
  while (at < items->count && strcmp(items->list[at].key, key) != 0)
    at++;
  return at;
}

const char *kp_draft_items_get(const kp_draft_items *items, const char *key) {
  size_t at = find(items, key);
  return at < items->count ? items->list[at].text : NULL;
}

static void take_out(kp_draft_items *items, size_t at) {
  item_clear(items, at);
  items->count--;
  memmove(items->list + at, items->list + at + 1, (items->count - at) * sizeof *items->list);
}

static char *copy(const char *text) {
  size_t size = strlen(text) + 1;
  char *made = malloc(size);
  if (made != NULL)
    memcpy(made, text, size);
  return made;
}

static bool grow(kp_draft_items *items) {
  if (items->count < items->capacity)
    return true;
  size_t capacity = items->capacity > 0 ? 2 * items->capacity : 16;
  kp_draft_item *list = realloc(items->list, capacity * sizeof *list);
  if (list == NULL)
    return false;
  items->list = list;
  items->capacity = capacity;
  return true;
}

kp_draft_change kp_draft_items_set(kp_draft_items *items, const char *key, const char *text) {
  size_t at = find(items, key);
  bool there = at < items->count;
  if (text == NULL || text[0] == '\0') {
    if (there)
      take_out(items, at);
    return there ? KP_DRAFT_CHANGED : KP_DRAFT_SAME;
  }
  if (there && strcmp(items->list[at].text, text) == 0)
    return KP_DRAFT_SAME;
  size_t before = there ? room_for(key, items->list[at].text) : 0;
  size_t bytes = items->bytes - before + room_for(key, text);
  if (bytes > KP_DRAFT_BYTES || (!there && !grow(items)))
    return KP_DRAFT_REFUSED;
  kp_draft_item made = {there ? items->list[at].key : copy(key), copy(text)};
  if (made.key == NULL || made.text == NULL) {
    if (!there)
      free(made.key);
    free(made.text);
    return KP_DRAFT_REFUSED;
  }
  if (there)
    free(items->list[at].text);
  else
    items->count++;
  items->list[at] = made;
  items->bytes = bytes;
  return KP_DRAFT_CHANGED;
}

static bool begins(const char *key, const char *prefix) {
  return strncmp(key, prefix, strlen(prefix)) == 0;
}

kp_draft_change kp_draft_items_drop(kp_draft_items *items, const char *prefix) {
  size_t before = items->count;
  for (size_t i = items->count; i > 0; i--)
    if (begins(items->list[i - 1].key, prefix))
      take_out(items, i - 1);
  return items->count < before ? KP_DRAFT_CHANGED : KP_DRAFT_SAME;
}

bool kp_draft_items_has(const kp_draft_items *items, const char *prefix) {
  for (size_t i = 0; i < items->count; i++)
    if (begins(items->list[i].key, prefix))
      return true;
  return false;
}

/* --------------------------------------------------------------------------------------- lines */

static const char plain[] = "\n\r\t\\";
static const char escaped[] = "nrt\\";

/* Takes the escapes out of `size` bytes, in place; false when one is unknown. */
static bool unescape(char *text, size_t size) {
  char *out = text;
  for (size_t i = 0; i < size; i++) {
    if (text[i] == '\\') {
      const char *which = ++i < size && text[i] != '\0' ? strchr(escaped, text[i]) : NULL;
      if (which == NULL)
        return false;
      *out++ = plain[which - escaped];
    } else {
      *out++ = text[i];
    }
  }
  *out = '\0';
  return true;
}

/* Whether the bytes are UTF-8 as far as the office needs it: every character is complete. */
static bool is_utf8(const char *text) {
  for (const unsigned char *at = (const unsigned char *)text; *at != '\0';) {
    int more = *at < 0x80                  ? 0
               : *at >= 0xC2 && *at < 0xE0 ? 1
               : *at >= 0xE0 && *at < 0xF0 ? 2
               : *at >= 0xF0 && *at < 0xF5 ? 3
                                           : -1;
    if (more < 0)
      return false;
    at++;
    for (; more > 0; more--, at++)
      if ((*at & 0xC0u) != 0x80u)
        return false;
  }
  return true;
}

/* One line without its end, which is writable and has a byte behind it. */
static bool read_line(kp_draft_items *items, char *line, size_t size) {
  char *tab = memchr(line, '\t', size);
  if (tab == NULL || memchr(line, '\0', size) != NULL)
    return true;
  size_t length = (size_t)(tab - line);
  char *text = tab + 1;
  bool good = unescape(text, size - length - 1) && unescape(line, length) && is_utf8(line) &&
              is_utf8(text) && line[0] != '\0';
  return !good || kp_draft_items_set(items, line, text) != KP_DRAFT_REFUSED;
}

bool kp_draft_items_read(kp_draft_items *items, const char *bytes, size_t size) {
  char *lines = malloc(size + 1);
  bool good = lines != NULL;
  if (good) {
    memcpy(lines, bytes, size);
    lines[size] = '\0';
    char *end = NULL;
    for (char *at = lines; good && (end = memchr(at, '\n', (size_t)(lines + size - at))) != NULL;
         at = end + 1)
      good = read_line(items, at, (size_t)(end - at));
  }
  free(lines);
  return good;
}

static char *put(char *out, const char *text) {
  for (; *text != '\0'; text++) {
    const char *which = strchr(plain, *text);
    if (which != NULL) {
      *out++ = '\\';
      *out++ = escaped[which - plain];
    } else {
      *out++ = *text;
    }
  }
  return out;
}

char *kp_draft_items_write(const kp_draft_items *items) {
  char *lines = malloc(items->bytes + 1);
  if (lines == NULL)
    return NULL;
  char *out = lines;
  for (size_t i = 0; i < items->count; i++) {
    out = put(out, items->list[i].key);
    *out++ = '\t';
    out = put(out, items->list[i].text);
    *out++ = '\n';
  }
  *out = '\0';
  return lines;
}

/* --------------------------------------------------------------------------------------- names */

char *kp_draft_name_of_url(const char *url) {
  enum { TAIL = 40, HASH = 16 };
  uint64_t hash = 14695981039346656037u; /* FNV-1a, 64 bits */
  for (const unsigned char *at = (const unsigned char *)url; *at != '\0'; at++)
    hash = (hash ^ *at) * 1099511628211u;
  const char *slash = strrchr(url, '/');
  const char *tail = slash != NULL ? slash + 1 : url;
  size_t length = strlen(tail);
  if (length > TAIL)
    tail += length - TAIL;
  char *name = malloc(HASH + 1 + TAIL + 1);
  if (name == NULL)
    return NULL;
  char *out = name + snprintf(name, HASH + 2, "%016llx-", (unsigned long long)hash);
  static const char good[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";
  for (; *tail != '\0'; tail++, out++) {
    *out = '_';
    if (strchr(good, *tail) != NULL)
      *out = *tail;
  }
  *out = '\0';
  return name;
}
