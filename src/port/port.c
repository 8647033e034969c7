/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Customs and clocks. */
#include "kernpunt/port.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <osl/time.h>

#ifdef _WIN32
#include <windows.h>

/* The reader of XML is inside this library and wants to hear of threads that end. */
int xmlDllMain(void *instance, unsigned long reason, void *reserved);
BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved);

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved) {
  return xmlDllMain(instance, reason, reserved) != 0;
}
#endif

bool kp_port_accept_first(void) {
#ifdef _WIN32
  return true;
#else
  const char *desktop = getenv("XDG_CURRENT_DESKTOP");
  return desktop != NULL && strstr(desktop, "KDE") != NULL;
#endif
}

void kp_port_time(char text[KP_PORT_TIME_SIZE]) {
  TimeValue now;
  TimeValue here;
  oslDateTime parts;
  text[0] = '\0';
  if (osl_getSystemTime(&now) && osl_getLocalTimeFromSystemTime(&now, &here) &&
      osl_getDateTimeFromTimeValue(&here, &parts) && parts.Hours < 24 && parts.Minutes < 60)
    snprintf(text, KP_PORT_TIME_SIZE, "%02d:%02d", (int)parts.Hours, (int)parts.Minutes);
}
