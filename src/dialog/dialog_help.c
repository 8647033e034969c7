/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Help: pages of the extension in the system's browser. */
#include "kernpunt/dialog.h"

#include "kernpunt/port.h"
#include "kernpunt/workbook.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef LINUX
#include <unistd.h>
#endif

uno_Interface *kp_dialog_frame(uno_Interface *context) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.frame.XDesktop::getCurrentFrame");
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *desktop = NULL;
  uno_Interface *frame = NULL;
  if (kp_uno_singleton(&ignored, context, "com.sun.star.frame.theDesktop", &desktop))
    kp_uno_call(&ignored, desktop, &get, &frame);
  kp_uno_release(desktop);
  return frame;
}

void kp_dialog_tell(uno_Interface *context, uno_Interface *frame, kp_language language, int type,
                    const char *text) {
  enum { BUTTONS_OK = 1 };
  if (text != NULL && text[0] != '\0' && frame != NULL)
    kp_board_ask(NULL, context, frame, type, BUTTONS_OK,
                 kp_text_get(KP_TEXT_COMMAND_TITLE, language), text);
}

char *kp_dialog_url(uno_Interface *context, const char *path) {
  static kp_uno_method get_location =
      KP_UNO_METHOD("com.sun.star.deployment.XPackageInformationProvider::"
                    "getPackageLocation");
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *provider = NULL;
  char *root = NULL;
  char *url = NULL;
  if (kp_uno_singleton(&ignored, context, "com.sun.star.deployment.PackageInformationProvider",
                       &provider) &&
      kp_uno_call(&ignored, provider, &get_location, &root, "org.kernpunt.calc") &&
      root[0] != '\0') {
    size_t size = strlen(root) + strlen(path) + 2;
    url = malloc(size);
    if (url != NULL)
      snprintf(url, size, "%s/%s", root, path);
  }
  free(root);
  kp_uno_release(provider);
  return url;
}

/* On Linux the office starts xdg-open in the background and never hears that it
 * is not there. */
static bool can_start_browser(void) {
#ifdef LINUX
  const char *launcher = getenv("DESKTOP_LAUNCH");
  return (launcher != NULL && launcher[0] != '\0') || access("/usr/bin/xdg-open", X_OK) == 0;
#else
  return true;
#endif
}

static bool open_url(uno_Interface *context, const char *url, const char *anchor) {
  static kp_uno_method execute = KP_UNO_METHOD("com.sun.star.system.XSystemShellExecute::execute");
  enum { URIS_ONLY = 1 };
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *shell = NULL;
  size_t size = strlen(url) + (anchor != NULL ? strlen(anchor) : 0) + 2;
  char *whole = malloc(size);
  bool good = whole != NULL && can_start_browser();
  if (good) {
    snprintf(whole, size, "%s%s%s", url, anchor != NULL ? "#" : "", anchor != NULL ? anchor : "");
    good = kp_uno_create(&ignored, context, "com.sun.star.system.SystemShellExecute", &shell) &&
           kp_uno_call(&ignored, shell, &execute, NULL, whole, "", URIS_ONLY);
  }
  free(whole);
  kp_uno_release(shell);
  return good;
}

static void say_where(uno_Interface *context, kp_language language, const char *url) {
  uno_Interface *frame = kp_dialog_frame(context);
  char *path = kp_port_path(url);
  char *text = kp_text_fill(KP_TEXT_COMMAND_NO_BROWSER, language, path != NULL ? path : url, NULL);
  kp_dialog_tell(context, frame, language, KP_DIALOG_WARNING, text);
  free(text);
  free(path);
  kp_uno_release(frame);
}

static bool show_page(uno_Interface *context, kp_language language, const char *page,
                      const char *anchor) {
  char path[80];
  snprintf(path, sizeof path, "help/%s_%s.html", page, language == KP_LANGUAGE_NL ? "nl" : "en");
  char *url = kp_dialog_url(context, path);
  bool good = url != NULL && open_url(context, url, anchor);
  if (!good)
    say_where(context, language, url != NULL ? url : path);
  free(url);
  return good;
}

bool kp_dialog_help(uno_Interface *context, kp_language language, const char *anchor) {
  return show_page(context, language, "help", anchor);
}

bool kp_dialog_functions(uno_Interface *context, kp_language language) {
  return show_page(context, language, "functions", NULL);
}
