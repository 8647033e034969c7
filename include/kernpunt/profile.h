/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Small files of ours in the folder of the user's profile: the journal, drafts, who somebody is.
 *
 * They hold what people typed. So only their owner may read them (folders 0700, files 0600; what an
 * older version left open is closed when it is next touched), and a file is always whole: written
 * to a new file, synchronised to the disk, and put in the place of the old one.
 *
 * `folder` is the URL that kp_profile_folder answers; `name` is a path below it ("journal.txt",
 * "drafts/settings.txt"). No call here reaches the office, so they may be made under any lock.
 */
#ifndef KERNPUNT_PROFILE_H
#define KERNPUNT_PROFILE_H

#include "kernpunt/uno.h"

/** URL of the folder, malloc'ed; whether it is there already is not looked at. NULL after an error.
 */
char *kp_profile_folder(kp_uno_error *error, uno_Interface *context);

/** One holder at a time of all files in the folder: among threads, and among offices that use one
 * profile. Begin with {0}. */
typedef struct kp_profile_hold {
  void *file; /**< of Windows */
  int descriptor;
  bool thread;
  bool office;
} kp_profile_hold;

/**
 * Waits some seconds for the others; false when one of them does not let go. What a dead process
 * held is free: the system lets go of it. Where a file system has no locks only threads wait for
 * each other. Not again before kp_profile_let_go, which is called whatever the answer.
 */
bool kp_profile_take_hold(kp_uno_error *error, const char *folder, kp_profile_hold *hold);
void kp_profile_let_go(kp_profile_hold *hold);

/** The whole file, malloc'ed, with a NUL behind it; empty when there is none. */
bool kp_profile_read(kp_uno_error *error, const char *folder, const char *name, char **bytes,
                     size_t *size);
/** The file becomes these bytes, or stays as it is and the answer is false. */
bool kp_profile_replace(kp_uno_error *error, const char *folder, const char *name,
                        const char *bytes, size_t size);
/** What may be done to a file in place, where writing all of it anew is too slow or the disk is
 * full. */
typedef struct kp_profile_patch {
  size_t at;         /**< must be within the file, or its end */
  const char *bytes; /**< written there */
  size_t size;
  bool cut; /**< the file ends behind them */
} kp_profile_patch;

/** Writes in the file and synchronises it. After a failure the file is cut back to the length it
 * had, if it became longer. */
bool kp_profile_write_in(kp_uno_error *error, const char *folder, const char *name,
                         const kp_profile_patch *patch);
/** Removes a file; true when there is none. */
bool kp_profile_remove(kp_uno_error *error, const char *folder, const char *name);
/** Calls `each` for the name of every file in a folder below `folder` ("drafts"). */
void kp_profile_each(const char *folder, const char *name,
                     void (*each)(void *data, const char *file), void *data);

/** Whether two URLs lead to one file: by a link, or as another way to write it. */
bool kp_profile_same_file(const char *url, const char *other);

#endif
