/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Calendar files by RFC 5545. Within src/export only. */
#ifndef KERNPUNT_EXPORT_CALENDAR_H
#define KERNPUNT_EXPORT_CALENDAR_H

#include "kernpunt/text.h"

/** A whole day with something to do. Everything is borrowed. */
typedef struct kp_export_event {
  const char *uid; /**< the same for the same thing in every file */
  kp_date day;
  const char *what;
  const char *more; /**< who, from which table; or "" */
} kp_export_event;

/** The file, malloc'ed; NULL without memory. `stamp` is the moment, "20261130T101500Z"; `sequence`
 * must not be less than in an earlier file: then a second import updates. */
char *kp_export_calendar_text(const kp_export_event *events, size_t count, const char *stamp,
                              long sequence);

#endif
