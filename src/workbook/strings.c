/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of texts. */
#include "strings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *kp_strings_join(kp_uno_error *error, const char *first, const char *second,
                      const char *third) {
  const char *parts[] = {first != NULL ? first : "", second != NULL ? second : "",
                         third != NULL ? third : ""};
  size_t size = strlen(parts[0]) + strlen(parts[1]) + strlen(parts[2]) + 1;
  char *text = malloc(size);
  if (text != NULL)
    snprintf(text, size, "%s%s%s", parts[0], parts[1], parts[2]);
  else
    kp_uno_error_memory(error);
  return text;
}
