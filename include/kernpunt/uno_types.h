/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * C layouts of the UNO structs a Calc extension meets, and the constants that go with them.
 *
 * A struct is passed to kp_uno_call by its address, arrives in a handler as
 * KP_UNO_ARG(kp_uno_size, in, 0), and is an element of a sequence by
 * KP_UNO_ELEMENTS(kp_uno_property_value, sequence). Members are those of the IDL, in its order,
 * renamed to C's habit; a derived struct begins with its `base`, padded like the base alone.
 * Memory of a struct that a call hands out is given back with kp_uno_value_clear and the UNO name.
 *
 * Enums are sal_Int32, colors 0xRRGGBB, sequences uno_Sequence *. kp_uno_layouts[] lets a test
 * compare every struct with the type registry of the office it runs in.
 */
#ifndef KERNPUNT_UNO_TYPES_H
#define KERNPUNT_UNO_TYPES_H

#include "kernpunt/uno_sdk.h"

#include <stddef.h>

/* ------------------------------------------------------------------------------------ constants */

/** com.sun.star.beans.PropertyState. */
enum {
  KP_UNO_DIRECT_VALUE = 0,
  KP_UNO_DEFAULT_VALUE = 1,
  KP_UNO_AMBIGUOUS_VALUE = 2,
};

/** com.sun.star.awt.KeyModifier: MOD1 is Ctrl (Command on macOS), MOD2 is Alt. */
enum {
  KP_UNO_MODIFIER_SHIFT = 1,
  KP_UNO_MODIFIER_MOD1 = 2,
  KP_UNO_MODIFIER_MOD2 = 4,
  KP_UNO_MODIFIER_MOD3 = 8,
};

/** com.sun.star.awt.MouseButton. */
enum {
  KP_UNO_MOUSE_LEFT = 1,
  KP_UNO_MOUSE_RIGHT = 2,
  KP_UNO_MOUSE_MIDDLE = 4,
};

/** com.sun.star.awt.Key. */
enum {
  KP_UNO_KEY_DOWN = 1024,
  KP_UNO_KEY_UP = 1025,
  KP_UNO_KEY_LEFT = 1026,
  KP_UNO_KEY_RIGHT = 1027,
  KP_UNO_KEY_HOME = 1028,
  KP_UNO_KEY_END = 1029,
  KP_UNO_KEY_PAGEUP = 1030,
  KP_UNO_KEY_PAGEDOWN = 1031,
  KP_UNO_KEY_RETURN = 1280,
  KP_UNO_KEY_ESCAPE = 1281,
  KP_UNO_KEY_TAB = 1282,
  KP_UNO_KEY_BACKSPACE = 1283,
  KP_UNO_KEY_SPACE = 1284,
  KP_UNO_KEY_INSERT = 1285,
  KP_UNO_KEY_DELETE = 1286,
  KP_UNO_KEY_K = 522,
  KP_UNO_KEY_Z = 537,
  KP_UNO_KEY_F1 = 768,
};

/* -------------------------------------------------------- values that are handed around by name */

/** com.sun.star.beans.PropertyValue: a named argument; media descriptors are sequences of it. */
typedef struct kp_uno_property_value {
  rtl_uString *name;
  sal_Int32 handle; /**< -1 when unused */
  uno_Any value;
  sal_Int32 state; /**< enum PropertyState */
} kp_uno_property_value;

/** com.sun.star.beans.NamedValue: a name with its value. */
typedef struct kp_uno_named_value {
  rtl_uString *name;
  uno_Any value;
} kp_uno_named_value;

/** com.sun.star.beans.Property: how a property is declared. */
typedef struct kp_uno_property {
  rtl_uString *name;
  sal_Int32 handle;
  typelib_TypeDescriptionReference *type;
  sal_Int16 attributes; /**< flags of PropertyAttribute */
} kp_uno_property;

/** com.sun.star.lang.Locale: all empty means the system's own. */
typedef struct kp_uno_locale {
  rtl_uString *language; /**< ISO 639, "de" */
  rtl_uString *country;  /**< ISO 3166, "DE" */
  rtl_uString *variant;
} kp_uno_locale;

/* ------------------------------------------------------------------------------------- geometry */

/** com.sun.star.awt.Point, in pixels or 1/100 mm as the method says. */
typedef struct kp_uno_point {
  sal_Int32 x;
  sal_Int32 y;
} kp_uno_point;

/** com.sun.star.awt.Size, in pixels or 1/100 mm as the method says. */
typedef struct kp_uno_size {
  sal_Int32 width;
  sal_Int32 height;
} kp_uno_size;

/** com.sun.star.awt.Rectangle: left upper corner and size. */
typedef struct kp_uno_rectangle {
  sal_Int32 x;
  sal_Int32 y;
  sal_Int32 width;
  sal_Int32 height;
} kp_uno_rectangle;

/** com.sun.star.awt.Selection: characters Min to Max - 1 of a text field. */
typedef struct kp_uno_selection {
  sal_Int32 min;
  sal_Int32 max;
} kp_uno_selection;

/** com.sun.star.ui.LayoutSize: heights a sidebar panel can take, in pixels. */
typedef struct kp_uno_layout_size {
  sal_Int32 minimum;
  sal_Int32 maximum; /**< -1: no limit */
  sal_Int32 preferred;
} kp_uno_layout_size;

/* ----------------------------------------------------------------------------------------- time */

/** com.sun.star.util.Date: a void date has day, month and year 0. */
typedef struct kp_uno_date {
  sal_uInt16 day;   /**< 1 to 31 */
  sal_uInt16 month; /**< 1 to 12 */
  sal_Int16 year;
} kp_uno_date;

/** com.sun.star.util.DateTime: date and time of day. */
typedef struct kp_uno_date_time {
  sal_uInt32 nano_seconds;
  sal_uInt16 seconds;
  sal_uInt16 minutes;
  sal_uInt16 hours;
  sal_uInt16 day;
  sal_uInt16 month;
  sal_Int16 year;
  sal_Bool is_utc; /**< else local time */
} kp_uno_date_time;

/* ----------------------------------------------------------------------- addresses and commands */

/** com.sun.star.util.URL: fill Complete, then let URLTransformer::parseStrict fill the rest. */
typedef struct kp_uno_url {
  rtl_uString *complete;
  rtl_uString *main;
  rtl_uString *protocol;
  rtl_uString *user;
  rtl_uString *password;
  rtl_uString *server;
  sal_Int16 port;
  rtl_uString *path;
  rtl_uString *name;
  rtl_uString *arguments;
  rtl_uString *mark;
} kp_uno_url;

/* ---------------------------------------------------------------------------------------- cells */

/** com.sun.star.table.CellAddress: a cell; indices from 0. */
typedef struct kp_uno_cell_address {
  sal_Int16 sheet;
  sal_Int32 column;
  sal_Int32 row;
} kp_uno_cell_address;

/** com.sun.star.table.CellRangeAddress: a range, both ends included; indices from 0. */
typedef struct kp_uno_cell_range_address {
  sal_Int16 sheet;
  sal_Int32 start_column;
  sal_Int32 start_row;
  sal_Int32 end_column;
  sal_Int32 end_row;
} kp_uno_cell_range_address;

/** com.sun.star.table.BorderLine: widths in 1/100 mm, color 0xRRGGBB. */
typedef struct kp_uno_border_line {
  sal_Int32 color;
  sal_Int16 inner_line_width;
  sal_Int16 outer_line_width;
  sal_Int16 line_distance;
} kp_uno_border_line;

/** com.sun.star.table.BorderLine2: a line with a style. */
typedef struct kp_uno_border_line2 {
  kp_uno_border_line base;
  sal_Int16 line_style; /**< constants of BorderLineStyle */
  sal_uInt32 line_width;
} kp_uno_border_line2;

/** com.sun.star.table.TableSortField: one key of a sort descriptor. */
typedef struct kp_uno_table_sort_field {
  sal_Int32 field;
  sal_Bool is_ascending;
  sal_Bool is_case_sensitive;
  sal_Int32 field_type; /**< enum TableSortFieldType */
  kp_uno_locale collator_locale;
  rtl_uString *collator_algorithm;
} kp_uno_table_sort_field;

/** com.sun.star.util.CellProtection: property CellProtection of a cell. */
typedef struct kp_uno_cell_protection {
  sal_Bool is_locked;
  sal_Bool is_formula_hidden;
  sal_Bool is_hidden;
  sal_Bool is_print_hidden;
} kp_uno_cell_protection;

/** com.sun.star.sheet.TableFilterField: one condition of a filter. */
typedef struct kp_uno_table_filter_field {
  sal_Int32 connection; /**< enum FilterConnection: 0 and, 1 or */
  sal_Int32 field;      /**< column within the range, from 0 */
  sal_Int32 operator;   /**< enum FilterOperator */
  sal_Bool is_numeric;
  double numeric_value;
  rtl_uString *string_value;
} kp_uno_table_filter_field;

/** com.sun.star.sheet.FilterFieldValue: one value of a TableFilterField3. */
typedef struct kp_uno_filter_field_value {
  sal_Bool is_numeric;
  double numeric_value;
  rtl_uString *string_value;
  sal_Int32 filter_type;
  sal_Int32 color_value;
} kp_uno_filter_field_value;

/** com.sun.star.sheet.LocalizedName: a function name for one language (XCompatibilityNames). */
typedef struct kp_uno_localized_name {
  kp_uno_locale locale;
  rtl_uString *name;
} kp_uno_localized_name;

/* --------------------------------------------------------------------------------------- events */

/** com.sun.star.lang.EventObject: the head of every event; `source` is borrowed like the event. */
typedef struct kp_uno_event_object {
  uno_Interface *source;
} kp_uno_event_object;

/** com.sun.star.awt.ActionEvent: a button was pressed. */
typedef struct kp_uno_action_event {
  kp_uno_event_object base;
  rtl_uString *action_command;
} kp_uno_action_event;

/** com.sun.star.awt.ItemEvent: a list or check box changed. */
typedef struct kp_uno_item_event {
  kp_uno_event_object base;
  sal_Int32 selected; /**< index, or state of a check box */
  sal_Int32 highlighted;
  sal_Int32 item_id;
} kp_uno_item_event;

/** com.sun.star.awt.TextEvent: a text field changed; the text is read from the source. */
typedef struct kp_uno_text_event {
  kp_uno_event_object base;
  sal_Int16 dummy1; /**< unused */
} kp_uno_text_event;

/** com.sun.star.awt.FocusEvent: focus came or went. */
typedef struct kp_uno_focus_event {
  kp_uno_event_object base;
  sal_Int16 focus_flags; /**< flags of FocusChangeReason */
  uno_Interface *next_focus;
  sal_Bool temporary;
} kp_uno_focus_event;

/** com.sun.star.awt.WindowEvent: a window moved or changed its size, in pixels. */
typedef struct kp_uno_window_event {
  kp_uno_event_object base;
  sal_Int32 x;
  sal_Int32 y;
  sal_Int32 width;
  sal_Int32 height;
  sal_Int32 left_inset;
  sal_Int32 top_inset;
  sal_Int32 right_inset;
  sal_Int32 bottom_inset;
} kp_uno_window_event;

/** com.sun.star.awt.MenuEvent: a menu item was chosen. */
typedef struct kp_uno_menu_event {
  kp_uno_event_object base;
  sal_Int16 menu_id; /**< -1 when none */
} kp_uno_menu_event;

/** com.sun.star.awt.InputEvent: base of key and mouse events. */
typedef struct kp_uno_input_event {
  kp_uno_event_object base;
  sal_Int16 modifiers; /**< flags KP_UNO_MODIFIER_* */
} kp_uno_input_event;

/** com.sun.star.awt.KeyEvent: a key went down or up. */
typedef struct kp_uno_key_event {
  kp_uno_input_event base;
  sal_Int16 key_code; /**< KP_UNO_KEY_* */
  sal_Unicode key_char;
  sal_Int16 key_func; /**< constants of KeyFunction */
} kp_uno_key_event;

/** com.sun.star.awt.MouseEvent: a mouse button or move; positions in pixels. */
typedef struct kp_uno_mouse_event {
  kp_uno_input_event base;
  sal_Int16 buttons; /**< flags KP_UNO_MOUSE_* */
  sal_Int32 x;
  sal_Int32 y;
  sal_Int32 click_count; /**< 0 for moves */
  sal_Bool popup_trigger;
} kp_uno_mouse_event;

/** com.sun.star.beans.PropertyChangeEvent: a bound property changed. */
typedef struct kp_uno_property_change_event {
  kp_uno_event_object base;
  rtl_uString *property_name;
  sal_Bool further; /**< more such events follow */
  sal_Int32 property_handle;
  uno_Any old_value;
  uno_Any new_value;
} kp_uno_property_change_event;

/** com.sun.star.container.ContainerEvent: something was put in, replaced or taken out. */
typedef struct kp_uno_container_event {
  kp_uno_event_object base;
  uno_Any accessor;
  uno_Any element;
  uno_Any replaced_element;
} kp_uno_container_event;

/** com.sun.star.util.ElementChange: one change of a ChangesEvent. */
typedef struct kp_uno_element_change {
  uno_Any accessor;
  uno_Any element;
  uno_Any replaced_element;
} kp_uno_element_change;

/** com.sun.star.util.ChangesEvent: cells changed (XChangesListener). */
typedef struct kp_uno_changes_event {
  kp_uno_event_object base;
  uno_Any base_object;   /**< member Base of the IDL */
  uno_Sequence *changes; /**< []com.sun.star.util.ElementChange */
} kp_uno_changes_event;

/** com.sun.star.document.DocumentEvent: an event of a document (XDocumentEventListener). */
typedef struct kp_uno_document_event {
  kp_uno_event_object base;
  rtl_uString *event_name; /**< "OnSave", "OnLoad", … */
  uno_Interface *view_controller;
  uno_Any supplement;
} kp_uno_document_event;

/** com.sun.star.document.UndoManagerEvent: undo and redo. */
typedef struct kp_uno_undo_manager_event {
  kp_uno_event_object base;
  rtl_uString *undo_action_title;
  sal_Int32 undo_context_depth;
} kp_uno_undo_manager_event;

/** com.sun.star.frame.FeatureStateEvent: state of a command. */
typedef struct kp_uno_feature_state_event {
  kp_uno_event_object base;
  kp_uno_url feature_url;
  rtl_uString *feature_descriptor;
  sal_Bool is_enabled;
  sal_Bool requery;
  uno_Any state;
} kp_uno_feature_state_event;

/** com.sun.star.frame.FrameActionEvent: a frame was activated, got a component, … */
typedef struct kp_uno_frame_action_event {
  kp_uno_event_object base;
  uno_Interface *frame;
  sal_Int32 action; /**< enum FrameAction */
} kp_uno_frame_action_event;

/** com.sun.star.sheet.ActivationEvent: another sheet is in front. */
typedef struct kp_uno_activation_event {
  kp_uno_event_object base;
  uno_Interface *active_sheet;
} kp_uno_activation_event;

/** com.sun.star.ui.ContextChangeEventObject: what the sidebar is about changed. */
typedef struct kp_uno_context_change_event {
  kp_uno_event_object base;
  rtl_uString *application_name;
  rtl_uString *context_name;
} kp_uno_context_change_event;

/* -------------------------------------------------------------------------------------- layouts */

/** One member of a struct as C sees it. */
typedef struct kp_uno_layout_member {
  const char *name; /**< as in the IDL */
  size_t offset;    /**< in bytes, from the start of the whole struct */
  size_t size;
} kp_uno_layout_member;

/** One struct as C sees it: its own members, without those of its base. */
typedef struct kp_uno_layout {
  const char *name; /**< UNO name */
  size_t size;
  const kp_uno_layout_member *members;
  size_t member_count;
} kp_uno_layout;

extern const kp_uno_layout kp_uno_layouts[];
extern const size_t kp_uno_layout_count;

/** One constant or enum value as C sees it. */
typedef struct kp_uno_constant {
  const char *name; /**< UNO name */
  int value;
} kp_uno_constant;

extern const kp_uno_constant kp_uno_constants[];
extern const size_t kp_uno_constant_count;

#endif
