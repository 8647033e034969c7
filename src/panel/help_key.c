/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The interceptor of the command ".uno:HelpIndex", and the dispatch that it hands out. */
#include "help_key.h"

#include "kernpunt/uno_types.h"

#include <stdlib.h>
#include <string.h>

static const char help_command[] = ".uno:HelpIndex";

struct kp_help_key {
  uno_Interface *self; /* the interceptor */
  uno_Interface *frame;
  void *data;
  bool (*wanted)(void *data);
};

/* State of the interceptor, which may outlive its key. */
typedef struct interceptor {
  const kp_help_key *key; /* NULL when it was freed */
  uno_Interface *slave;
  uno_Interface *master;
} interceptor;

/* What the menu gets for the command: asks the panel first, then does what the office does. */
typedef struct helper {
  uno_Interface *interceptor; /* whose state is asked */
  uno_Interface *office;      /* the office's own dispatch, may be NULL */
} helper;

static kp_uno_class interceptor_class;

static void set_reference(uno_Interface **place, uno_Interface *object) {
  kp_uno_acquire(object);
  kp_uno_release(*place);
  *place = object;
}

/* ----------------------------------------------------------------------------------- dispatch */

static bool on_dispatch(kp_uno_incoming *in) {
  static kp_uno_method dispatch = KP_UNO_METHOD("com.sun.star.frame.XDispatch::dispatch");
  const helper *self = in->state;
  const interceptor *of = kp_uno_object_state(self->interceptor, &interceptor_class);
  kp_uno_error ignored = KP_UNO_NO_ERROR;
  const kp_help_key *key = of != NULL ? of->key : NULL;
  if ((key == NULL || !key->wanted(key->data)) && self->office != NULL)
    kp_uno_call(&ignored, self->office, &dispatch, NULL, in->args[0],
                KP_UNO_ARG(uno_Sequence *, in, 1));
  return true;
}

static bool forward_listener(kp_uno_incoming *in, kp_uno_method *method) {
  const helper *self = in->state;
  kp_uno_error ignored = KP_UNO_NO_ERROR;
  if (self->office != NULL)
    kp_uno_call(&ignored, self->office, method, NULL, KP_UNO_ARG(uno_Interface *, in, 0),
                in->args[1]);
  return true;
}

static bool on_add_listener(kp_uno_incoming *in) {
  static kp_uno_method add = KP_UNO_METHOD("com.sun.star.frame.XDispatch::addStatusListener");
  return forward_listener(in, &add);
}

static bool on_remove_listener(kp_uno_incoming *in) {
  static kp_uno_method remove = KP_UNO_METHOD("com.sun.star.frame.XDispatch::removeStatusListener");
  return forward_listener(in, &remove);
}

static void finalize_helper(void *state) {
  helper *self = state;
  kp_uno_release(self->interceptor);
  kp_uno_release(self->office);
}

static const kp_uno_row helper_rows[] = {
    {"com.sun.star.frame.XDispatch::dispatch", on_dispatch, NULL},
    {"com.sun.star.frame.XDispatch::addStatusListener", on_add_listener, NULL},
    {"com.sun.star.frame.XDispatch::removeStatusListener", on_remove_listener, NULL},
};
static const char *const helper_interfaces[] = {"com.sun.star.frame.XDispatch", NULL};

static kp_uno_class helper_class = {
    .implementation = "org.kernpunt.calc.HelpDispatch",
    .interfaces = helper_interfaces,
    .rows = helper_rows,
    .row_count = sizeof helper_rows / sizeof *helper_rows,
    .state_size = sizeof(helper),
    .finalize = finalize_helper,
};

/* -------------------------------------------------------------------------------- interception */

static uno_Interface *make_helper(kp_uno_incoming *in, uno_Interface *office) {
  void *state = NULL;
  uno_Interface *object = kp_uno_object_new(&helper_class, &state, in->error);
  if (object != NULL) {
    helper *self = state;
    self->interceptor = kp_uno_acquire(in->object);
    self->office = kp_uno_acquire(office);
  }
  return object;
}

static bool on_query_dispatch(kp_uno_incoming *in) {
  static kp_uno_method query = KP_UNO_METHOD("com.sun.star.frame.XDispatchProvider::queryDispatch");
  const interceptor *self = in->state;
  const kp_uno_url *url = in->args[0];
  char *target = kp_uno_string_utf8(KP_UNO_ARG(rtl_uString *, in, 1));
  kp_uno_error ignored = KP_UNO_NO_ERROR;
  uno_Interface *office = NULL;
  uno_Interface *ours = NULL;
  if (self->slave != NULL && target != NULL)
    kp_uno_call(&ignored, self->slave, &query, &office, url, target, KP_UNO_ARG(sal_Int32, in, 2));
  if (self->key != NULL && kp_uno_string_is(url->complete, help_command))
    ours = make_helper(in, office);
  bool good =
      kp_uno_return_interface(in, "com.sun.star.frame.XDispatch", ours != NULL ? ours : office);
  kp_uno_release(ours);
  kp_uno_release(office);
  free(target);
  return good;
}

static bool on_query_dispatches(kp_uno_incoming *in) {
  static kp_uno_method query =
      KP_UNO_METHOD("com.sun.star.frame.XDispatchProvider::queryDispatches");
  const interceptor *self = in->state;
  uno_Sequence *found = NULL;
  if (self->slave == NULL) {
    found = kp_uno_sequence_new("[]com.sun.star.frame.XDispatch", 0);
    if (found == NULL)
      return kp_uno_error_memory(in->error);
  } else if (!kp_uno_call(in->error, self->slave, &query, &found,
                          KP_UNO_ARG(uno_Sequence *, in, 0))) {
    return false;
  }
  *(uno_Sequence **)in->result = found;
  return true;
}

static bool get_slave(kp_uno_incoming *in) {
  const interceptor *self = in->state;
  return kp_uno_return_interface(in, "com.sun.star.frame.XDispatchProvider", self->slave);
}

static bool set_slave(kp_uno_incoming *in) {
  interceptor *self = in->state;
  set_reference(&self->slave, KP_UNO_ARG(uno_Interface *, in, 0));
  return true;
}

static bool get_master(kp_uno_incoming *in) {
  const interceptor *self = in->state;
  return kp_uno_return_interface(in, "com.sun.star.frame.XDispatchProvider", self->master);
}

static bool set_master(kp_uno_incoming *in) {
  interceptor *self = in->state;
  set_reference(&self->master, KP_UNO_ARG(uno_Interface *, in, 0));
  return true;
}

/* Only this command comes here at all. */
static bool get_urls(kp_uno_incoming *in) {
  uno_Sequence *urls = kp_uno_sequence_new("[]string", 1);
  if (urls == NULL)
    return kp_uno_error_memory(in->error);
  if (!kp_uno_string_assign(&KP_UNO_ELEMENTS(rtl_uString *, urls)[0], help_command, in->error)) {
    kp_uno_sequence_free(urls, "[]string");
    return false;
  }
  *(uno_Sequence **)in->result = urls;
  return true;
}

static void finalize_interceptor(void *state) {
  interceptor *self = state;
  kp_uno_release(self->slave);
  kp_uno_release(self->master);
}

static const kp_uno_row rows[] = {
    {"com.sun.star.frame.XDispatchProvider::queryDispatch", on_query_dispatch, NULL},
    {"com.sun.star.frame.XDispatchProvider::queryDispatches", on_query_dispatches, NULL},
    {"com.sun.star.frame.XDispatchProviderInterceptor::getSlaveDispatchProvider", get_slave, NULL},
    {"com.sun.star.frame.XDispatchProviderInterceptor::setSlaveDispatchProvider", set_slave, NULL},
    {"com.sun.star.frame.XDispatchProviderInterceptor::getMasterDispatchProvider", get_master,
     NULL},
    {"com.sun.star.frame.XDispatchProviderInterceptor::setMasterDispatchProvider", set_master,
     NULL},
    {"com.sun.star.frame.XInterceptorInfo::getInterceptedURLs", get_urls, NULL},
};
static const char *const interfaces[] = {"com.sun.star.frame.XDispatchProviderInterceptor",
                                         "com.sun.star.frame.XInterceptorInfo", NULL};

static kp_uno_class interceptor_class = {
    .implementation = "org.kernpunt.calc.HelpInterceptor",
    .interfaces = interfaces,
    .rows = rows,
    .row_count = sizeof rows / sizeof *rows,
    .state_size = sizeof(interceptor),
    .finalize = finalize_interceptor,
};

/* -------------------------------------------------------------------------------------- its life
 */

static bool register_at(kp_uno_error *error, const kp_help_key *key, bool on) {
  static kp_uno_method add = KP_UNO_METHOD(
      "com.sun.star.frame.XDispatchProviderInterception::registerDispatchProviderInterceptor");
  static kp_uno_method remove = KP_UNO_METHOD(
      "com.sun.star.frame.XDispatchProviderInterception::releaseDispatchProviderInterceptor");
  return kp_uno_call(error, key->frame, on ? &add : &remove, NULL, key->self);
}

kp_help_key *kp_help_key_new(uno_Interface *frame, void *data, bool (*wanted)(void *data)) {
  kp_uno_error ignored = KP_UNO_NO_ERROR;
  void *state = NULL;
  kp_help_key *key = calloc(1, sizeof *key);
  if (key == NULL)
    return NULL;
  key->self = kp_uno_object_new(&interceptor_class, &state, &ignored);
  key->frame = kp_uno_acquire(frame);
  key->data = data;
  key->wanted = wanted;
  if (key->self != NULL)
    ((interceptor *)state)->key = key;
  if (key->self == NULL || !register_at(&ignored, key, true)) {
    kp_help_key_free(key);
    return NULL;
  }
  return key;
}

void kp_help_key_free(kp_help_key *key) {
  kp_uno_error ignored = KP_UNO_NO_ERROR;
  if (key == NULL)
    return;
  interceptor *state =
      key->self != NULL ? kp_uno_object_state(key->self, &interceptor_class) : NULL;
  if (state != NULL) {
    state->key = NULL;
    register_at(&ignored, key, false);
  }
  kp_uno_release(key->self);
  kp_uno_release(key->frame);
  free(key);
}
