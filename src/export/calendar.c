/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A calendar file: VEVENT of whole days, because Outlook passes over a VTODO.
 *
 * Lines end with CRLF and are folded at 75 bytes, between characters; a day ends on the next one,
 * or it would show at midnight; UID and DTSTAMP are there, or nothing is imported; commas,
 * semicolons and line ends are escaped. */
#include "calendar.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct buffer {
  char *text;
  size_t size;
  size_t room;
  bool failed;
} buffer;

static void put(buffer *to, const char *bytes, size_t size) {
  if (to->failed)
    return;
  if (to->size + size + 1 > to->room) {
    size_t room = 2 * to->room + size + 1024;
    char *grown = realloc(to->text, room);
    if (grown == NULL) {
      to->failed = true;
      return;
    }
    to->text = grown;
    to->room = room;
  }
  memcpy(to->text + to->size, bytes, size);
  to->size += size;
  to->text[to->size] = '\0';
}

/* One line of content, folded. */
typedef struct line {
  buffer *to;
  size_t width; /* bytes on it so far */
} line;

static void put_unit(line *on, const char *bytes, size_t size) {
  enum { WIDEST = 75 };
  if (on->width + size > WIDEST) {
    put(on->to, "\r\n ", 3);
    on->width = 1;
  }
  put(on->to, bytes, size);
  on->width += size;
}

static size_t character(const char *at) {
  size_t size = 1;
  while (((unsigned char)at[size] & 0xC0) == 0x80)
    size++;
  return size;
}

/* A value that is text: what means something in such a file is escaped; an escape stays whole. */
static void put_escaped(line *on, const char *text) {
  while (*text != '\0') {
    size_t size = character(text);
    if (*text == '\r') {
      size = text[1] == '\n' ? 2 : 1;
      put_unit(on, "\\n", 2);
    } else if (*text == '\n') {
      put_unit(on, "\\n", 2);
    } else if (strchr("\\;,", *text) != NULL) {
      const char escaped[2] = {'\\', *text};
      put_unit(on, escaped, 2);
    } else if ((unsigned char)*text >= ' ' || *text == '\t') {
      put_unit(on, text, size);
    }
    text += size;
  }
}

static void put_plain(line *on, const char *text) {
  for (; *text != '\0'; text++)
    put_unit(on, text, 1);
}

static void property(buffer *to, const char *name, const char *value, bool text) {
  line on = {to, 0};
  put_plain(&on, name);
  put_plain(&on, ":");
  if (text)
    put_escaped(&on, value);
  else
    put_plain(&on, value);
  put(to, "\r\n", 2);
}

static void put_event(buffer *to, const kp_export_event *event, const char *stamp, long sequence) {
  char text[64];
  kp_date next = event->day;
  /* The last day there is has no next one: it ends on itself. */
  kp_date_from_serial(kp_date_serial(event->day) + 1, &next);
  property(to, "BEGIN", "VEVENT", false);
  property(to, "UID", event->uid, true);
  property(to, "DTSTAMP", stamp, false);
  snprintf(text, sizeof text, "%ld", sequence);
  property(to, "SEQUENCE", text, false);
  snprintf(text, sizeof text, "%04d%02d%02d", event->day.year, event->day.month, event->day.day);
  property(to, "DTSTART;VALUE=DATE", text, false);
  snprintf(text, sizeof text, "%04d%02d%02d", next.year, next.month, next.day);
  property(to, "DTEND;VALUE=DATE", text, false);
  property(to, "SUMMARY", event->what, true);
  if (event->more[0] != '\0')
    property(to, "DESCRIPTION", event->more, true);
  property(to, "TRANSP", "TRANSPARENT", false); /* it takes no time: nobody is busy by it */
  property(to, "END", "VEVENT", false);
}

char *kp_export_calendar_text(const kp_export_event *events, size_t count, const char *stamp,
                              long sequence) {
  buffer to = {NULL, 0, 0, false};
  property(&to, "BEGIN", "VCALENDAR", false);
  property(&to, "VERSION", "2.0", false);
  property(&to, "PRODID", "-//Kernpunt//Kernpunt for LibreOffice Calc//EN", false);
  property(&to, "CALSCALE", "GREGORIAN", false);
  property(&to, "METHOD", "PUBLISH", false);
  for (size_t i = 0; i < count; i++)
    put_event(&to, &events[i], stamp, sequence);
  property(&to, "END", "VCALENDAR", false);
  if (to.failed) {
    free(to.text);
    return NULL;
  }
  return to.text;
}
