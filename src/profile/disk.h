/* SPDX-License-Identifier: GPL-3.0-or-later */
/** What the files in the profile ask of the system. Within src/profile only. */
#ifndef KERNPUNT_PROFILE_DISK_H
#define KERNPUNT_PROFILE_DISK_H

#include "kernpunt/uno.h"

#include <osl/file.h>

/** URL of a file below the folder, to be given to kp_profile_free_url; NULL without memory. */
rtl_uString *kp_profile_url(kp_uno_error *error, const char *folder, const char *name,
                            const char *ending);
void kp_profile_free_url(rtl_uString *url);

/** Makes the folder of a file when it is not there, and closes it to others. */
bool kp_profile_prepare(kp_uno_error *error, const char *folder, const char *name);

/** The path of a URL in the bytes of the system, malloc'ed; NULL when it is no file. */
char *kp_profile_path(rtl_uString *url);
/** The entry of a file in its folder goes to the disk, where the system can do that: a rename is
 * else on the disk some seconds later (ext4). Not a reason to fail: the file itself is there. */
void kp_profile_sync_folder(rtl_uString *file);

#endif
