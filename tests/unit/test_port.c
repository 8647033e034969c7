/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files and folders by URL, whatever their names. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "kernpunt/port.h"

static const char odd[] = "Ren\xC3\xA9"
                          "e's 50% #1?.xml";

static bool note(void *to, const char *name) {
  char *all = to;
  if (name[0] != '.')
    strcat(strcat(all, name), "|"); /* NOLINT(clang-analyzer-security.insecureAPI.strcpy) */
  return true;
}

static bool stop(void *to, const char *name) {
  (void)name;
  ++*(int *)to;
  return false;
}

static void test_names_that_no_url_has(void **state) {
  (void)state;
  char root[] = "/tmp/kp-port-XXXXXX";
  assert_non_null(mkdtemp(root));
  char folder[100];
  snprintf(folder, sizeof folder, "%s/a b \xC3\xBC #", root);
  assert_int_equal(mkdir(folder, 0700), 0);
  char path[200];
  snprintf(path, sizeof path, "%s/%s", folder, odd);
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  fputs("0123456789", file);
  fclose(file);

  char *url = kp_port_url(folder);
  assert_non_null(url);
  assert_null(strchr(url, '#'));
  char *back = kp_port_path(url);
  assert_string_equal(back, folder);
  char names[300] = "";
  assert_true(kp_port_list(url, note, names));
  char wanted[100];
  snprintf(wanted, sizeof wanted, "%s|", odd);
  assert_string_equal(names, wanted);
  char bytes[20];
  size_t size = 0;
  assert_true(kp_port_read(url, odd, bytes, sizeof bytes, &size));
  assert_int_equal(size, 10);
  assert_memory_equal(bytes, "0123456789", 10);
  assert_true(kp_port_read(url, odd, bytes, 4, &size));
  assert_int_equal(size, 4);
  assert_false(kp_port_read(url, "nothing.xml", bytes, sizeof bytes, &size));
  int asked = 0;
  assert_true(kp_port_list(url, stop, &asked));
  assert_int_equal(asked, 1);
  unlink(path);
  rmdir(folder);
  assert_false(kp_port_list(url, note, names));
  free(back);
  free(url);
  rmdir(root);
}

static void test_relative_path(void **state) {
  (void)state;
  char here[1000];
  char wanted[1100];
  assert_non_null(getcwd(here, sizeof here));
  snprintf(wanted, sizeof wanted, "%s/some/where", here);
  char *url = kp_port_url("some/where");
  char *path = kp_port_path(url);
  assert_string_equal(path, wanted);
  free(path);
  free(url);
}

static void test_what_is_no_place(void **state) {
  (void)state;
  assert_null(kp_port_path("http://example.org/"));
  assert_false(kp_port_list("vnd.sun.star.help://x", stop, NULL));
}

static void test_time_of_day(void **state) {
  (void)state;
  char text[KP_PORT_TIME_SIZE];
  kp_port_time(text);
  int hour = -1;
  int minute = -1;
  assert_int_equal(sscanf(text, "%2d:%2d", &hour, &minute), 2);
  assert_true(hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && strlen(text) == 5);
}

static void test_order_of_buttons(void **state) {
  (void)state;
  setenv("XDG_CURRENT_DESKTOP", "ubuntu:GNOME", 1);
  assert_false(kp_port_accept_first());
  setenv("XDG_CURRENT_DESKTOP", "KDE", 1);
  assert_true(kp_port_accept_first());
  unsetenv("XDG_CURRENT_DESKTOP");
  assert_false(kp_port_accept_first());
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_names_that_no_url_has), cmocka_unit_test(test_relative_path),
      cmocka_unit_test(test_what_is_no_place),      cmocka_unit_test(test_time_of_day),
      cmocka_unit_test(test_order_of_buttons),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
