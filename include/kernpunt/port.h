/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * What differs between systems, and nothing else: code for one system only stands in src/port, with
 * its two exceptions, the locks of src/profile/disk.c and the browser of
 * src/dialog/dialog_help.c. Files go by URL through the office's own layer, which opens
 * "C:\Users\Renée" as well as "/home/renée".
 */
#ifndef KERNPUNT_PORT_H
#define KERNPUNT_PORT_H

#include <stdbool.h>
#include <stddef.h>

/** True where people expect OK before Cancel: Windows and KDE. */
bool kp_port_accept_first(void);

enum { KP_PORT_TIME_SIZE = 8 };
/** The time of day here, "14:05"; "" when the system does not tell. */
void kp_port_time(char text[KP_PORT_TIME_SIZE]);

/** The URL of a path of this system, which may be relative, malloc'ed; NULL when it is none or
 * without memory. */
char *kp_port_url(const char *path);
/** The path of a URL, as people know it, malloc'ed; NULL when it is none or without memory. */
char *kp_port_path(const char *url);

/** Tells `found` the names in a folder, in no order; it says false to stop. False when the folder
 * cannot be read. */
bool kp_port_list(const char *url, bool (*found)(void *to, const char *name), void *to);
/** Reads at most `most` bytes of a file in a folder; false when it cannot be read. */
bool kp_port_read(const char *url, const char *name, char *bytes, size_t most, size_t *size);

#endif
