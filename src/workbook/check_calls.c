/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check_calls.h"

#include <string.h>

/* Which arguments hold names of groups: from the first on, each so many-th, at most so many. */
static const struct {
  const char *name;
  size_t first, step, most;
} groups[] = {
    {"NPS.TABLE", 1, 1, 1},   {"NPS.DELTATABLE", 1, 1, 1}, {"NPS.COMPARE", 1, 1, 1},
    {"NPS.CROSS", 1, 1, 2},   {"NPS.IFS", 1, 2, 99},       {"NPS.UNIT", 2, 2, 99},
    {"NPS.CHANGE", 5, 2, 99}, {"CX.TABLE", 2, 1, 1},       {"CX.UNIT", 6, 2, 99},
    {"CX.CHANGE", 9, 2, 99},  {"CX.WEIGHTS", 1, 2, 4},
};

static bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Behind a text or a sheet's name in quotes that begins here; a doubled quote is part of it. */
static const char *behind_quotes(const char *at) {
  char quote = *at++;
  while (*at != '\0' && (*at != quote || at[1] == quote))
    at += *at == quote ? 2 : 1;
  return *at == '\0' ? at : at + 1;
}

/* The length of "NPS.SCORE" or "CX.N" at a place where a bracket follows, or 0. */
static size_t name_length(const char *at) {
  size_t length = strncmp(at, "NPS.", 4) == 0 ? 4 : strncmp(at, "CX.", 3) == 0 ? 3 : 0;
  if (length == 0)
    return 0;
  while (is_letter(at[length]))
    length++;
  return at[length] == '(' ? length : 0;
}

static void add_argument(kp_call *call, const char *from, const char *end) {
  while (from < end && *from == ' ')
    from++;
  while (from < end && end[-1] == ' ')
    end--;
  if (call->count < KP_CALL_MOST)
    call->argument[call->count++] = (kp_call_part){from, (size_t)(end - from)};
}

/* Parts the arguments from behind the opening bracket to the closing one. */
static void read_arguments(kp_call *call, const char *at) {
  const char *from = at;
  int depth = 0;
  while (*at != '\0' && (depth > 0 || *at != ')')) {
    if (*at == '"' || *at == '\'') {
      at = behind_quotes(at);
      continue;
    }
    depth += *at == '(' || *at == '{' ? 1 : *at == ')' || *at == '}' ? -1 : 0;
    if (depth == 0 && *at == ';') {
      add_argument(call, from, at);
      from = at + 1;
    }
    at++;
  }
  add_argument(call, from, at);
}

bool kp_call_next(const char **at, kp_call *call) {
  const char *place = *at;
  bool inside = false; /* of another name: MYNPS.SCORE( is not ours */
  while (*place != '\0') {
    size_t length = inside ? 0 : name_length(place);
    if (length > 0) {
      *call = (kp_call){.name = {place, length}};
      read_arguments(call, place + length + 1);
      *at = place + length + 1;
      return true;
    }
    inside = is_letter(*place) || *place == '.' || *place == '_';
    place = *place == '"' || *place == '\'' ? behind_quotes(place) : place + 1;
  }
  *at = place;
  return false;
}

bool kp_call_is_group(const kp_call *call, size_t argument) {
  for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
    if (strlen(groups[i].name) == call->name.length &&
        strncmp(groups[i].name, call->name.text, call->name.length) == 0)
      return argument >= groups[i].first && (argument - groups[i].first) % groups[i].step == 0 &&
             (argument - groups[i].first) / groups[i].step < groups[i].most;
  return false;
}

bool kp_call_whole_column(kp_call_part argument) {
  size_t at = argument.length;
  for (int side = 0; side < 2; side++) {
    size_t end = at;
    while (at > 0 && is_letter(argument.text[at - 1]))
      at--;
    if (end == at || end - at > 3)
      return false;
    at -= at > 0 && argument.text[at - 1] == '$';
    if (side == 0 && (at == 0 || argument.text[--at] != ':'))
      return false;
  }
  return at == 0 || argument.text[at - 1] == '.';
}
