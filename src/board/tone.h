/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Colours that carry meaning: numbers in, numbers out, no office. */
#ifndef KERNPUNT_BOARD_TONE_H
#define KERNPUNT_BOARD_TONE_H

#include "kernpunt/board.h"

#include <stdint.h>

typedef enum kp_theme { KP_THEME_LIGHT, KP_THEME_DARK, KP_THEME_CONTRAST, KP_THEMES } kp_theme;

/** The colour that the office itself would take. */
enum { KP_TONE_SYSTEM = -1 };

/** The theme of an office with this ground behind its texts. */
kp_theme kp_theme_of(int32_t ground, bool high_contrast);
/** Colour of a text, and of a stripe, in this tone; KP_TONE_SYSTEM where it has none. */
int32_t kp_tone_colour(kp_tone tone, kp_theme theme);
/** Ground of a field that was refused. */
int32_t kp_tone_tint(kp_theme theme);

#endif
