/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The context of the fake office: services, configuration, the user's profile. */
#include "document.h"

#include "idl.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct holder {
  fake_office *office;
} holder;

static fake_office *office_of(const kp_uno_incoming *in) {
  return ((const holder *)in->state)->office;
}

static uno_Interface *new_holder(fake_class *class, fake_office *office) {
  void *state = NULL;
  uno_Interface *made = fake_object_new(class, &state);
  ((holder *)state)->office = office;
  return made;
}

/* --------------------------------------------------------------------------------- configuration
 */

typedef struct node {
  fake_office *office;
  char *path;
} node;

static bool get_setting(kp_uno_incoming *in) {
  const node *of = in->state;
  char *name = fake_text_argument(in, 0);
  const char *value = strcmp(name, "ooLocale") == 0    ? of->office->language
                      : strcmp(name, "givenname") == 0 ? of->office->given
                      : strcmp(name, "sn") == 0        ? of->office->surname
                                                       : NULL;
  kp_uno_any_init(in->result);
  bool good = value != NULL ? kp_uno_any_set_string(in->result, value, in->error)
                            : kp_uno_error_set(in->error, FAKE_NO_ELEMENT, "%s", name);
  free(name);
  return good;
}

static void finalize_node(void *state) {
  free(((node *)state)->path);
}

static const kp_uno_row node_rows[] = {
    {"com.sun.star.container.XNameAccess::getByName", get_setting, NULL},
};
static const char *const node_interfaces[] = {"com.sun.star.container.XNameAccess", NULL};
static fake_class node_class = {.table = {.implementation = "ConfigurationAccess",
                                          .interfaces = node_interfaces,
                                          FAKE_ROWS(node_rows),
                                          .state_size = sizeof(node),
                                          .finalize = finalize_node}};

static bool open_node(kp_uno_incoming *in) {
  void *state = NULL;
  uno_Interface *made = fake_object_new(&node_class, &state);
  ((node *)state)->office = office_of(in);
  return fake_return(in, made);
}

static const kp_uno_row provider_rows[] = {
    {"com.sun.star.lang.XMultiServiceFactory::createInstanceWithArguments", open_node, NULL},
};
static const char *const provider_interfaces[] = {"com.sun.star.lang.XMultiServiceFactory", NULL};
static fake_class provider_class = {.table = {.implementation = "ConfigurationProvider",
                                              .interfaces = provider_interfaces,
                                              FAKE_ROWS(provider_rows),
                                              .state_size = sizeof(holder)}};

/* --------------------------------------------------------------------------------- small services
 */

static bool substitute(kp_uno_incoming *in) {
  char url[120];
  snprintf(url, sizeof url, "file://%s", office_of(in)->profile);
  return kp_uno_return_string(in, url);
}

static const kp_uno_row path_rows[] = {
    {"com.sun.star.util.XStringSubstitution::substituteVariables", substitute, NULL},
};
static const char *const path_interfaces[] = {"com.sun.star.util.XStringSubstitution", NULL};
static fake_class path_class = {.table = {.implementation = "PathSubstitution",
                                          .interfaces = path_interfaces,
                                          FAKE_ROWS(path_rows),
                                          .state_size = sizeof(holder)}};

static bool dispatch(kp_uno_incoming *in) {
  fake_document *document = fake_frame_document(KP_UNO_ARG(uno_Interface *, in, 0));
  char *command = fake_text_argument(in, 1);
  if (document != NULL && strcmp(command, ".uno:Reload") == 0)
    document->reloads++;
  free(command);
  kp_uno_any_init(in->result);
  return true;
}

static const kp_uno_row helper_rows[] = {
    {"com.sun.star.frame.XDispatchHelper::executeDispatch", dispatch, NULL},
};
static const char *const helper_interfaces[] = {"com.sun.star.frame.XDispatchHelper", NULL};
static fake_class helper_class = {.table = {.implementation = "DispatchHelper",
                                            .interfaces = helper_interfaces,
                                            FAKE_ROWS(helper_rows),
                                            .state_size = sizeof(holder)}};

/* -------------------------------------------------------------------------------------- the
 * manager */

static bool no_service(kp_uno_incoming *in, const char *name) {
  return kp_uno_error_set(in->error, "com.sun.star.uno.Exception", "no service %s", name);
}

static bool create(kp_uno_incoming *in) {
  char *name = fake_text_argument(in, 0);
  bool good = true;
  if (strcmp(name, "com.sun.star.util.PathSubstitution") == 0)
    fake_return(in, new_holder(&path_class, office_of(in)));
  else if (strcmp(name, "com.sun.star.frame.DispatchHelper") == 0)
    fake_return(in, new_holder(&helper_class, office_of(in)));
  else
    good = no_service(in, name);
  free(name);
  return good;
}

static bool create_with_arguments(kp_uno_incoming *in) {
  char *name = fake_text_argument(in, 0);
  const uno_Sequence *arguments = KP_UNO_ARG(uno_Sequence *, in, 1);
  uno_Interface *zip = NULL;
  char *url = NULL;
  bool good = strcmp(name, "com.sun.star.packages.zip.ZipFileAccess") == 0 &&
              arguments->nElements == 1 &&
              kp_uno_any_get_string(KP_UNO_ELEMENTS(const uno_Any, arguments), &url);
  if (good) {
    zip = fake_zip_new(url);
    good = zip != NULL ||
           kp_uno_error_set(in->error, "com.sun.star.packages.zip.ZipException", "no zip: %s", url);
  } else {
    no_service(in, name);
  }
  if (good)
    fake_return(in, zip);
  free(url);
  free(name);
  return good;
}

static const kp_uno_row manager_rows[] = {
    {"com.sun.star.lang.XMultiComponentFactory::createInstanceWithContext", create, NULL},
    {"com.sun.star.lang.XMultiComponentFactory::createInstanceWithArgumentsAndContext",
     create_with_arguments, NULL},
};
static const char *const manager_interfaces[] = {"com.sun.star.lang.XMultiComponentFactory", NULL};
static fake_class manager_class = {.table = {.implementation = "ServiceManager",
                                             .interfaces = manager_interfaces,
                                             FAKE_ROWS(manager_rows),
                                             .state_size = sizeof(holder)}};

static bool get_manager(kp_uno_incoming *in) {
  return fake_return(in, kp_uno_acquire(office_of(in)->manager));
}

static bool get_value(kp_uno_incoming *in) {
  char *name = fake_text_argument(in, 0);
  bool provider = strcmp(name, "/singletons/com.sun.star.configuration.theDefaultProvider") == 0;
  free(name);
  if (provider)
    return fake_return_any(in, new_holder(&provider_class, office_of(in)));
  kp_uno_any_init(in->result);
  return true;
}

static const kp_uno_row context_rows[] = {
    {"com.sun.star.uno.XComponentContext::getServiceManager", get_manager, NULL},
    {"com.sun.star.uno.XComponentContext::getValueByName", get_value, NULL},
};
static const char *const context_interfaces[] = {"com.sun.star.uno.XComponentContext", NULL};
static fake_class context_class = {.table = {.implementation = "Context",
                                             .interfaces = context_interfaces,
                                             FAKE_ROWS(context_rows),
                                             .state_size = sizeof(holder)}};

/* ---------------------------------------------------------------------------------- life and death
 */

bool fake_office_open(fake_office *office) {
  memset(office, 0, sizeof *office);
  if (!fake_idl_open())
    return false;
  snprintf(office->profile, sizeof office->profile, "/tmp/kernpunt-fake-XXXXXX");
  if (mkdtemp(office->profile) == NULL)
    return false;
  snprintf(office->language, sizeof office->language, "nl");
  snprintf(office->given, sizeof office->given, "Anna");
  snprintf(office->surname, sizeof office->surname, "Tester");
  office->manager = new_holder(&manager_class, office);
  office->context = new_holder(&context_class, office);
  return true;
}

static void remove_tree(const char *path) {
  DIR *folder = opendir(path);
  struct dirent *entry = NULL;
  while (folder != NULL && (entry = readdir(folder)) != NULL) {
    char inner[600];
    struct stat what;
    snprintf(inner, sizeof inner, "%s/%s", path, entry->d_name);
    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
      continue;
    if (lstat(inner, &what) == 0 && S_ISDIR(what.st_mode)) {
      chmod(inner, 0700);
      remove_tree(inner);
    } else {
      unlink(inner);
    }
  }
  if (folder != NULL)
    closedir(folder);
  rmdir(path);
}

void fake_office_empty(fake_office *office) {
  remove_tree(office->profile);
  mkdir(office->profile, 0700);
}

void fake_office_close(fake_office *office) {
  kp_uno_release(office->context);
  kp_uno_release(office->manager);
  chmod(office->profile, 0700);
  remove_tree(office->profile);
  memset(office, 0, sizeof *office);
}
