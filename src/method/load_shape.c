/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which elements and attributes there are, and where. The same is said by
 * extension/method/method.rng, for editors and tests; here it is said so that people get a message
 * in their language.
 */
#include "load.h"

#include <string.h>

/* Lists of names are text with blanks; "!" behind a name means that it must be there. */
typedef struct shape {
  const char *name;
  const char *attributes;
  const char *children;
} shape;

static const shape shapes[] = {
    {"method", "version! practice! always en nl hint-en hint-nl",
     "setting message list every-table table extend rule form steps phases agenda"},
    {"setting", "key! value! least! most! en nl", ""},
    {"message", "check severity en nl", ""},
    {"list", "key! statuses open source role content alone en nl", "item!"},
    {"item", "key! step end start to role least most en nl was-en was-nl", ""},
    {"every-table", "", "column!"},
    {"table", "key! title! prefix hidden personal plain people role en nl hint-en hint-nl",
     "column!"},
    {"extend", "table!", "column!"},
    {"column",
     "key! kind! list target width required formula names result initial late least most place "
     "role en "
     "nl hint-en hint-nl",
     "required"},
    {"required", "", "when message"},
    {"rule",
     "key! table! check! column columns severity at other via rows link by limit per least most is "
     "confirmed list",
     "when where message"},
    {"gate", "check! column columns other via rows link by limit per least most is confirmed list",
     "when where message"},
    {"test", "check! column columns other via rows link by limit per least most is confirmed list",
     "when where message"},
    {"when", "column via is not ended filled from until least most changed new or-blank optional",
     ""},
    {"where", "column! is not ended filled from until least most same not-after or-blank optional",
     ""},
    {"form", "key! table! columns en nl new-en new-nl", "page"},
    {"page", "columns! en nl", ""},
    {"steps", "table!", "step!"},
    {"step", "key! form en nl hint-en hint-nl", "task gate test"},
    {"task", "form! fills en nl", "set chain"},
    {"set", "column! value from fixed", ""},
    {"chain", "number! branch question! answer! core about first-en first-nl en nl", ""},
    {"phases", "table!", "phase!"},
    {"phase", "key! en nl", "when test"},
    {"agenda", "", "source!"},
    {"source", "key! table! date! who form ahead latest en nl", "when set ask"},
    {"ask", "column!", ""},
};

static const shape *find_shape(const char *name) {
  for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
    if (strcmp(shapes[i].name, name) == 0)
      return &shapes[i];
  return NULL;
}

/* The next name of a list, without its "!". */
static bool next_name(const char **list, char name[KP_LOAD_KEY_BYTES + 2], bool *must) {
  if (!kp_load_next(list, name))
    return false;
  size_t length = strlen(name);
  *must = name[length - 1] == '!';
  if (*must)
    name[length - 1] = '\0';
  return true;
}

static bool in_names(const char *list, const char *wanted) {
  char name[KP_LOAD_KEY_BYTES + 2];
  bool must;
  while (next_name(&list, name, &must))
    if (strcmp(name, wanted) == 0)
      return true;
  return false;
}

static bool check_attributes(kp_load *load, xmlNode *node, const shape *expected) {
  for (const xmlAttr *at = node->properties; at != NULL; at = at->next)
    if (at->ns != NULL || !in_names(expected->attributes, (const char *)at->name))
      return kp_load_fail(load, node, KP_LOAD_ATTRIBUTE, (const char *)at->name, expected->name);
  const char *list = expected->attributes;
  char name[KP_LOAD_KEY_BYTES + 2];
  bool must;
  while (next_name(&list, name, &must))
    if (must && kp_load_attribute(node, name) == NULL)
      return kp_load_fail(load, node, KP_LOAD_LACKS, name, expected->name);
  return true;
}

static bool is_blank(const xmlNode *text) {
  const char *content = (const char *)text->content;
  return content == NULL || content[strspn(content, " \t\r\n")] == '\0';
}

static bool check_children(kp_load *load, xmlNode *node, const shape *expected) {
  for (xmlNode *child = node->children; child != NULL; child = child->next) {
    if (child->type == XML_ELEMENT_NODE) {
      if (child->ns != NULL || !in_names(expected->children, kp_load_name(child)))
        return kp_load_fail(load, child, KP_LOAD_ELEMENT, kp_load_name(child), expected->name);
    } else if (child->type != XML_COMMENT_NODE && child->type != XML_PI_NODE && !is_blank(child)) {
      return kp_load_fail(load, node, KP_LOAD_STRAY, expected->name, NULL);
    }
  }
  const char *list = expected->children;
  char name[KP_LOAD_KEY_BYTES + 2];
  bool must;
  while (next_name(&list, name, &must)) {
    bool there = false;
    for (xmlNode *child = node->children; must && child != NULL; child = child->next)
      there = there || (child->type == XML_ELEMENT_NODE && strcmp(kp_load_name(child), name) == 0);
    if (must && !there)
      return kp_load_fail(load, node, KP_LOAD_LACKS_CHILD, name, expected->name);
  }
  return true;
}

/* The parser has bounded the depth. */
static bool check_node(kp_load *load, xmlNode *node) {
  const shape *expected = find_shape(kp_load_name(node));
  if (expected == NULL)
    return kp_load_fail(load, node, KP_LOAD_ELEMENT, kp_load_name(node),
                        node->parent != NULL && node->parent->type == XML_ELEMENT_NODE
                            ? kp_load_name(node->parent)
                            : "");
  if (!check_attributes(load, node, expected) || !check_children(load, node, expected))
    return false;
  for (xmlNode *child = kp_load_element(node->children); child != NULL;
       child = kp_load_element(child->next))
    if (!check_node(load, child))
      return false;
  return true;
}

bool kp_load_shape(kp_load *load, xmlNode *root) {
  if (root == NULL || root->ns != NULL || strcmp(kp_load_name(root), "method") != 0)
    return kp_load_fail_at(load, load->file, root != NULL ? xmlGetLineNo(root) : 0, KP_LOAD_ROOT,
                           NULL, NULL);
  const char *version = kp_load_attribute(root, "version");
  if (version != NULL && strcmp(version, "1") != 0)
    return kp_load_fail(load, root, KP_LOAD_VERSION, version, NULL);
  return check_node(load, root);
}
