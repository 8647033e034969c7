/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Colours that carry meaning. Each comes with a word or a sign: with high contrast the office's own
 * colours stand, and nothing is lost. */
#include "tone.h"

static const int32_t colours[KP_TONES][KP_THEME_CONTRAST] = {
    [KP_TONE_PLAIN] = {KP_TONE_SYSTEM, KP_TONE_SYSTEM},
    [KP_TONE_QUIET] = {0x5A6066, 0xB4B9BE},
    [KP_TONE_LATE] = {0xA63A00, 0xFFA877},
    [KP_TONE_TO_DO] = {0x3D4852, 0xD6DBE0},
    [KP_TONE_BUSY] = {0x174F8A, 0x8CC1FF},
    [KP_TONE_HELD] = {0x4F3783, 0xC3AEF0},
    [KP_TONE_DONE] = {0x666B70, 0xA5AAAE},
    [KP_TONE_SAVED] = {0x0B6E4F, 0x6FD3AE},
    [KP_TONE_REFUSED] = {0xB3001B, 0xFF9AA2},
    [KP_TONE_NOTE] = {0x8A5A00, 0xF0C069},
    [KP_TONE_TIP] = {0x1A5FA8, 0x8CC1FF},
    [KP_TONE_TRACK] = {0xD0CFCC, 0x5A5E62},
};

kp_theme kp_theme_of(int32_t ground, bool high_contrast) {
  int32_t red = (ground >> 16) & 0xFF;
  int32_t green = (ground >> 8) & 0xFF;
  int32_t blue = ground & 0xFF;
  if (high_contrast)
    return KP_THEME_CONTRAST;
  return 299 * red + 587 * green + 114 * blue < 128 * 1000 ? KP_THEME_DARK : KP_THEME_LIGHT;
}

int32_t kp_tone_colour(kp_tone tone, kp_theme theme) {
  return theme < KP_THEME_CONTRAST ? colours[tone][theme] : KP_TONE_SYSTEM;
}

int32_t kp_tone_tint(kp_theme theme) {
  static const int32_t tints[KP_THEME_CONTRAST] = {0xFFE0E3, 0x4A1F24};
  return theme < KP_THEME_CONTRAST ? tints[theme] : KP_TONE_SYSTEM;
}
