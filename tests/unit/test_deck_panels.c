/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of panels and registry/Sidebar.xcu say the same; every panel has its place in the help.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kernpunt/deck.h"

static xmlXPathContext *look(const char *path) {
  xmlDoc *doc = xmlReadFile(path, NULL, XML_PARSE_NONET);
  if (doc == NULL)
    fail_msg("cannot read %s", path);
  xmlXPathContext *context = xmlXPathNewContext(doc);
  assert_non_null(context);
  xmlXPathRegisterNs(context, BAD_CAST "oor", BAD_CAST "http://openoffice.org/2001/registry");
  return context;
}

static void look_away(xmlXPathContext *context) {
  xmlFreeDoc(context->doc);
  xmlXPathFreeContext(context);
}

/* What an expression finds, malloc'ed by libxml2. */
static char *find(xmlXPathContext *context, const char *expression) {
  xmlXPathObject *found = xmlXPathEvalExpression(BAD_CAST expression, context);
  assert_non_null(found);
  xmlChar *text = xmlXPathCastToString(found);
  xmlXPathFreeObject(found);
  return (char *)text;
}

#define PANELS "//node[@oor:name='PanelList']/node"

static void expect(xmlXPathContext *context, const char *id, const char *what, const char *wanted) {
  char expression[300];
  snprintf(expression, sizeof expression,
           "normalize-space(" PANELS "[@oor:name='%s']/prop[@oor:name=%s)", id, what);
  char *found = find(context, expression);
  if (strcmp(found, wanted) != 0)
    fail_msg("Sidebar.xcu says “%s” of %s (%s), panels.c “%s”", found, id, what, wanted);
  xmlFree(found);
}

static void test_the_table_is_that_of_the_registry(void **state) {
  (void)state;
  xmlXPathContext *context = look(KP_ROOT "/registry/Sidebar.xcu");
  char number[24];
  snprintf(number, sizeof number, "%zu", kp_deck_panel_count);
  char *count = find(context, "string(count(" PANELS "))");
  assert_string_equal(count, number);
  xmlFree(count);
  int before = 0;
  for (size_t i = 0; i < kp_deck_panel_count; i++) {
    const kp_deck_panel *panel = &kp_deck_panels[i];
    char url[120];
    snprintf(url, sizeof url, "private:resource/toolpanel/KernpuntPanelFactory/%s",
             panel->id + strlen("Kernpunt"));
    snprintf(number, sizeof number, "%d", panel->order);
    assert_true(panel->order > before);
    before = panel->order;
    expect(context, panel->id, "'Id']/value", panel->id);
    expect(context, panel->id, "'DeckId']/value", KP_DECK);
    expect(context, panel->id, "'ImplementationURL']/value", url);
    expect(context, panel->id, "'OrderIndex']/value", number);
    expect(context, panel->id, "'Title']/value[@xml:lang='en-US']",
           kp_text_get(panel->title, KP_LANGUAGE_EN));
    expect(context, panel->id, "'Title']/value[@xml:lang='nl']",
           kp_text_get(panel->title, KP_LANGUAGE_NL));
    assert_ptr_equal(kp_deck_panel_find(panel->id), panel);
    assert_ptr_equal(kp_deck_panel_find(url), panel);
  }
  assert_null(kp_deck_panel_find("private:resource/toolpanel/KernpuntPanelFactory/Panel"));
  look_away(context);
}

/* A panel that cannot be built or shown is none; one without help leaves people alone at F1. */
static void test_every_panel_is_whole(void **state) {
  (void)state;
  for (size_t i = 0; i < kp_deck_panel_count; i++) {
    const kp_deck_panel *panel = &kp_deck_panels[i];
    assert_non_null(panel->kind->build);
    assert_non_null(panel->kind->refresh);
    assert_non_null(panel->kind->event);
    for (int language = 0; language < KP_LANGUAGE_COUNT; language++) {
      static const char *const pages[] = {"/extension/help/help_en.html",
                                          "/extension/help/help_nl.html"};
      char path[500];
      char place[60];
      snprintf(path, sizeof path, "%s%s", KP_ROOT, pages[language]);
      snprintf(place, sizeof place, "id=\"%s\"", panel->help);
      FILE *file = fopen(path, "rb");
      assert_non_null(file);
      char *text = calloc(1, 1 << 20);
      assert_non_null(text);
      assert_true(fread(text, 1, (1 << 20) - 1, file) > 0);
      fclose(file);
      if (strstr(text, place) == NULL)
        fail_msg("%s has no %s", path, place);
      free(text);
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_the_table_is_that_of_the_registry),
      cmocka_unit_test(test_every_panel_is_whole),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
