// SPDX-License-Identifier: GPL-3.0-or-later
/** What the invented customers write, by what it is about and by how satisfied they are. */
#ifndef KERNPUNT_SAMPLE_COMMENTS_H
#define KERNPUNT_SAMPLE_COMMENTS_H

#include "responses.h"

enum kp_sample_tone { KP_SAMPLE_CRITICAL, KP_SAMPLE_MILD, KP_SAMPLE_GLAD, KP_SAMPLE_TONES };
enum { KP_SAMPLE_COMMENTS = 6, KP_SAMPLE_REMARKS = 8 };

extern const char *const kp_sample_comments[KP_SAMPLE_DRIVERS][KP_SAMPLE_TONES][KP_SAMPLE_COMMENTS];

/** A second sentence that fits any subject. */
extern const char *const kp_sample_remarks[KP_SAMPLE_TONES][KP_SAMPLE_REMARKS];

#endif
