/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library's one exported symbol and the table of what it implements. */
#include "kernpunt/automation.h"
#include "kernpunt/command.h"
#include "kernpunt/deck.h"
#include "kernpunt/functions.h"
#include "kernpunt/session.h"
#include "kernpunt/survey.h"
#include "kernpunt/uno.h"

static const kp_uno_component components[] = {
    {&kp_functions_nps_class, kp_functions_nps_create},
    {&kp_functions_cx_class, kp_functions_cx_create},
    {&kp_deck_factory_class, kp_deck_factory_create},
    {&kp_automation_class, kp_automation_create},
    {&kp_command_class, kp_command_create},
    {&kp_session_class, kp_session_create},
};

/** Called by the office's loader: the name is the prefix in kernpunt.components. */
SAL_DLLPUBLIC_EXPORT void *kernpunt_component_getFactory(const char *implementation,
                                                         void *service_manager, void *registry);

void *kernpunt_component_getFactory(const char *implementation, void *service_manager,
                                    void *registry) {
  (void)service_manager;
  (void)registry;
  kp_survey_init();
  return kp_uno_component_factory(components, sizeof components / sizeof *components,
                                  implementation);
}
