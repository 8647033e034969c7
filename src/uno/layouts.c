/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The structs and constants of uno_types.h as data, for a test to compare with a type registry. */
#include "kernpunt/uno.h"

/* NOLINTBEGIN(bugprone-sizeof-expression): the sizes of pointers are meant. */
#define MEMBER(type, name, member)                                                                 \
  { name, offsetof(type, member), sizeof(((type *)NULL)->member) }
#define LAYOUT(name, type, members)                                                                \
  { name, sizeof(type), members, sizeof(members) / sizeof(*(members)) }

static const kp_uno_layout_member property_value[] = {
    MEMBER(kp_uno_property_value, "Name", name),
    MEMBER(kp_uno_property_value, "Handle", handle),
    MEMBER(kp_uno_property_value, "Value", value),
    MEMBER(kp_uno_property_value, "State", state),
};
static const kp_uno_layout_member named_value[] = {
    MEMBER(kp_uno_named_value, "Name", name),
    MEMBER(kp_uno_named_value, "Value", value),
};
static const kp_uno_layout_member property[] = {
    MEMBER(kp_uno_property, "Name", name),
    MEMBER(kp_uno_property, "Handle", handle),
    MEMBER(kp_uno_property, "Type", type),
    MEMBER(kp_uno_property, "Attributes", attributes),
};
static const kp_uno_layout_member locale[] = {
    MEMBER(kp_uno_locale, "Language", language),
    MEMBER(kp_uno_locale, "Country", country),
    MEMBER(kp_uno_locale, "Variant", variant),
};
static const kp_uno_layout_member point[] = {
    MEMBER(kp_uno_point, "X", x),
    MEMBER(kp_uno_point, "Y", y),
};
static const kp_uno_layout_member size[] = {
    MEMBER(kp_uno_size, "Width", width),
    MEMBER(kp_uno_size, "Height", height),
};
static const kp_uno_layout_member rectangle[] = {
    MEMBER(kp_uno_rectangle, "X", x),
    MEMBER(kp_uno_rectangle, "Y", y),
    MEMBER(kp_uno_rectangle, "Width", width),
    MEMBER(kp_uno_rectangle, "Height", height),
};
static const kp_uno_layout_member selection[] = {
    MEMBER(kp_uno_selection, "Min", min),
    MEMBER(kp_uno_selection, "Max", max),
};
static const kp_uno_layout_member layout_size[] = {
    MEMBER(kp_uno_layout_size, "Minimum", minimum),
    MEMBER(kp_uno_layout_size, "Maximum", maximum),
    MEMBER(kp_uno_layout_size, "Preferred", preferred),
};
static const kp_uno_layout_member date[] = {
    MEMBER(kp_uno_date, "Day", day),
    MEMBER(kp_uno_date, "Month", month),
    MEMBER(kp_uno_date, "Year", year),
};
static const kp_uno_layout_member date_time[] = {
    MEMBER(kp_uno_date_time, "NanoSeconds", nano_seconds),
    MEMBER(kp_uno_date_time, "Seconds", seconds),
    MEMBER(kp_uno_date_time, "Minutes", minutes),
    MEMBER(kp_uno_date_time, "Hours", hours),
    MEMBER(kp_uno_date_time, "Day", day),
    MEMBER(kp_uno_date_time, "Month", month),
    MEMBER(kp_uno_date_time, "Year", year),
    MEMBER(kp_uno_date_time, "IsUTC", is_utc),
};
static const kp_uno_layout_member url[] = {
    MEMBER(kp_uno_url, "Complete", complete), MEMBER(kp_uno_url, "Main", main),
    MEMBER(kp_uno_url, "Protocol", protocol), MEMBER(kp_uno_url, "User", user),
    MEMBER(kp_uno_url, "Password", password), MEMBER(kp_uno_url, "Server", server),
    MEMBER(kp_uno_url, "Port", port),         MEMBER(kp_uno_url, "Path", path),
    MEMBER(kp_uno_url, "Name", name),         MEMBER(kp_uno_url, "Arguments", arguments),
    MEMBER(kp_uno_url, "Mark", mark),
};
static const kp_uno_layout_member cell_address[] = {
    MEMBER(kp_uno_cell_address, "Sheet", sheet),
    MEMBER(kp_uno_cell_address, "Column", column),
    MEMBER(kp_uno_cell_address, "Row", row),
};
static const kp_uno_layout_member cell_range_address[] = {
    MEMBER(kp_uno_cell_range_address, "Sheet", sheet),
    MEMBER(kp_uno_cell_range_address, "StartColumn", start_column),
    MEMBER(kp_uno_cell_range_address, "StartRow", start_row),
    MEMBER(kp_uno_cell_range_address, "EndColumn", end_column),
    MEMBER(kp_uno_cell_range_address, "EndRow", end_row),
};
static const kp_uno_layout_member border_line[] = {
    MEMBER(kp_uno_border_line, "Color", color),
    MEMBER(kp_uno_border_line, "InnerLineWidth", inner_line_width),
    MEMBER(kp_uno_border_line, "OuterLineWidth", outer_line_width),
    MEMBER(kp_uno_border_line, "LineDistance", line_distance),
};
static const kp_uno_layout_member border_line2[] = {
    MEMBER(kp_uno_border_line2, "LineStyle", line_style),
    MEMBER(kp_uno_border_line2, "LineWidth", line_width),
};
static const kp_uno_layout_member table_sort_field[] = {
    MEMBER(kp_uno_table_sort_field, "Field", field),
    MEMBER(kp_uno_table_sort_field, "IsAscending", is_ascending),
    MEMBER(kp_uno_table_sort_field, "IsCaseSensitive", is_case_sensitive),
    MEMBER(kp_uno_table_sort_field, "FieldType", field_type),
    MEMBER(kp_uno_table_sort_field, "CollatorLocale", collator_locale),
    MEMBER(kp_uno_table_sort_field, "CollatorAlgorithm", collator_algorithm),
};
static const kp_uno_layout_member cell_protection[] = {
    MEMBER(kp_uno_cell_protection, "IsLocked", is_locked),
    MEMBER(kp_uno_cell_protection, "IsFormulaHidden", is_formula_hidden),
    MEMBER(kp_uno_cell_protection, "IsHidden", is_hidden),
    MEMBER(kp_uno_cell_protection, "IsPrintHidden", is_print_hidden),
};
static const kp_uno_layout_member table_filter_field[] = {
    MEMBER(kp_uno_table_filter_field, "Connection", connection),
    MEMBER(kp_uno_table_filter_field, "Field", field),
    MEMBER(kp_uno_table_filter_field, "Operator", operator),
    MEMBER(kp_uno_table_filter_field, "IsNumeric", is_numeric),
    MEMBER(kp_uno_table_filter_field, "NumericValue", numeric_value),
    MEMBER(kp_uno_table_filter_field, "StringValue", string_value),
};
static const kp_uno_layout_member filter_field_value[] = {
    MEMBER(kp_uno_filter_field_value, "IsNumeric", is_numeric),
    MEMBER(kp_uno_filter_field_value, "NumericValue", numeric_value),
    MEMBER(kp_uno_filter_field_value, "StringValue", string_value),
    MEMBER(kp_uno_filter_field_value, "FilterType", filter_type),
    MEMBER(kp_uno_filter_field_value, "ColorValue", color_value),
};
static const kp_uno_layout_member localized_name[] = {
    MEMBER(kp_uno_localized_name, "Locale", locale),
    MEMBER(kp_uno_localized_name, "Name", name),
};
static const kp_uno_layout_member event_object[] = {
    MEMBER(kp_uno_event_object, "Source", source),
};
static const kp_uno_layout_member action_event[] = {
    MEMBER(kp_uno_action_event, "ActionCommand", action_command),
};
static const kp_uno_layout_member item_event[] = {
    MEMBER(kp_uno_item_event, "Selected", selected),
    MEMBER(kp_uno_item_event, "Highlighted", highlighted),
    MEMBER(kp_uno_item_event, "ItemId", item_id),
};
static const kp_uno_layout_member text_event[] = {
    MEMBER(kp_uno_text_event, "dummy1", dummy1),
};
static const kp_uno_layout_member focus_event[] = {
    MEMBER(kp_uno_focus_event, "FocusFlags", focus_flags),
    MEMBER(kp_uno_focus_event, "NextFocus", next_focus),
    MEMBER(kp_uno_focus_event, "Temporary", temporary),
};
static const kp_uno_layout_member window_event[] = {
    MEMBER(kp_uno_window_event, "X", x),
    MEMBER(kp_uno_window_event, "Y", y),
    MEMBER(kp_uno_window_event, "Width", width),
    MEMBER(kp_uno_window_event, "Height", height),
    MEMBER(kp_uno_window_event, "LeftInset", left_inset),
    MEMBER(kp_uno_window_event, "TopInset", top_inset),
    MEMBER(kp_uno_window_event, "RightInset", right_inset),
    MEMBER(kp_uno_window_event, "BottomInset", bottom_inset),
};
static const kp_uno_layout_member menu_event[] = {
    MEMBER(kp_uno_menu_event, "MenuId", menu_id),
};
static const kp_uno_layout_member input_event[] = {
    MEMBER(kp_uno_input_event, "Modifiers", modifiers),
};
static const kp_uno_layout_member key_event[] = {
    MEMBER(kp_uno_key_event, "KeyCode", key_code),
    MEMBER(kp_uno_key_event, "KeyChar", key_char),
    MEMBER(kp_uno_key_event, "KeyFunc", key_func),
};
static const kp_uno_layout_member mouse_event[] = {
    MEMBER(kp_uno_mouse_event, "Buttons", buttons),
    MEMBER(kp_uno_mouse_event, "X", x),
    MEMBER(kp_uno_mouse_event, "Y", y),
    MEMBER(kp_uno_mouse_event, "ClickCount", click_count),
    MEMBER(kp_uno_mouse_event, "PopupTrigger", popup_trigger),
};
static const kp_uno_layout_member property_change_event[] = {
    MEMBER(kp_uno_property_change_event, "PropertyName", property_name),
    MEMBER(kp_uno_property_change_event, "Further", further),
    MEMBER(kp_uno_property_change_event, "PropertyHandle", property_handle),
    MEMBER(kp_uno_property_change_event, "OldValue", old_value),
    MEMBER(kp_uno_property_change_event, "NewValue", new_value),
};
static const kp_uno_layout_member container_event[] = {
    MEMBER(kp_uno_container_event, "Accessor", accessor),
    MEMBER(kp_uno_container_event, "Element", element),
    MEMBER(kp_uno_container_event, "ReplacedElement", replaced_element),
};
static const kp_uno_layout_member element_change[] = {
    MEMBER(kp_uno_element_change, "Accessor", accessor),
    MEMBER(kp_uno_element_change, "Element", element),
    MEMBER(kp_uno_element_change, "ReplacedElement", replaced_element),
};
static const kp_uno_layout_member changes_event[] = {
    MEMBER(kp_uno_changes_event, "Base", base_object),
    MEMBER(kp_uno_changes_event, "Changes", changes),
};
static const kp_uno_layout_member document_event[] = {
    MEMBER(kp_uno_document_event, "EventName", event_name),
    MEMBER(kp_uno_document_event, "ViewController", view_controller),
    MEMBER(kp_uno_document_event, "Supplement", supplement),
};
static const kp_uno_layout_member undo_manager_event[] = {
    MEMBER(kp_uno_undo_manager_event, "UndoActionTitle", undo_action_title),
    MEMBER(kp_uno_undo_manager_event, "UndoContextDepth", undo_context_depth),
};
static const kp_uno_layout_member feature_state_event[] = {
    MEMBER(kp_uno_feature_state_event, "FeatureURL", feature_url),
    MEMBER(kp_uno_feature_state_event, "FeatureDescriptor", feature_descriptor),
    MEMBER(kp_uno_feature_state_event, "IsEnabled", is_enabled),
    MEMBER(kp_uno_feature_state_event, "Requery", requery),
    MEMBER(kp_uno_feature_state_event, "State", state),
};
static const kp_uno_layout_member frame_action_event[] = {
    MEMBER(kp_uno_frame_action_event, "Frame", frame),
    MEMBER(kp_uno_frame_action_event, "Action", action),
};
static const kp_uno_layout_member activation_event[] = {
    MEMBER(kp_uno_activation_event, "ActiveSheet", active_sheet),
};
static const kp_uno_layout_member context_change_event[] = {
    MEMBER(kp_uno_context_change_event, "ApplicationName", application_name),
    MEMBER(kp_uno_context_change_event, "ContextName", context_name),
};
const kp_uno_layout kp_uno_layouts[] = {
    LAYOUT("com.sun.star.beans.PropertyValue", kp_uno_property_value, property_value),
    LAYOUT("com.sun.star.beans.NamedValue", kp_uno_named_value, named_value),
    LAYOUT("com.sun.star.beans.Property", kp_uno_property, property),
    LAYOUT("com.sun.star.lang.Locale", kp_uno_locale, locale),
    LAYOUT("com.sun.star.awt.Point", kp_uno_point, point),
    LAYOUT("com.sun.star.awt.Size", kp_uno_size, size),
    LAYOUT("com.sun.star.awt.Rectangle", kp_uno_rectangle, rectangle),
    LAYOUT("com.sun.star.awt.Selection", kp_uno_selection, selection),
    LAYOUT("com.sun.star.ui.LayoutSize", kp_uno_layout_size, layout_size),
    LAYOUT("com.sun.star.util.Date", kp_uno_date, date),
    LAYOUT("com.sun.star.util.DateTime", kp_uno_date_time, date_time),
    LAYOUT("com.sun.star.util.URL", kp_uno_url, url),
    LAYOUT("com.sun.star.table.CellAddress", kp_uno_cell_address, cell_address),
    LAYOUT("com.sun.star.table.CellRangeAddress", kp_uno_cell_range_address, cell_range_address),
    LAYOUT("com.sun.star.table.BorderLine", kp_uno_border_line, border_line),
    LAYOUT("com.sun.star.table.BorderLine2", kp_uno_border_line2, border_line2),
    LAYOUT("com.sun.star.table.TableSortField", kp_uno_table_sort_field, table_sort_field),
    LAYOUT("com.sun.star.util.CellProtection", kp_uno_cell_protection, cell_protection),
    LAYOUT("com.sun.star.sheet.TableFilterField", kp_uno_table_filter_field, table_filter_field),
    LAYOUT("com.sun.star.sheet.FilterFieldValue", kp_uno_filter_field_value, filter_field_value),
    LAYOUT("com.sun.star.sheet.LocalizedName", kp_uno_localized_name, localized_name),
    LAYOUT("com.sun.star.lang.EventObject", kp_uno_event_object, event_object),
    LAYOUT("com.sun.star.awt.ActionEvent", kp_uno_action_event, action_event),
    LAYOUT("com.sun.star.awt.ItemEvent", kp_uno_item_event, item_event),
    LAYOUT("com.sun.star.awt.TextEvent", kp_uno_text_event, text_event),
    LAYOUT("com.sun.star.awt.FocusEvent", kp_uno_focus_event, focus_event),
    LAYOUT("com.sun.star.awt.WindowEvent", kp_uno_window_event, window_event),
    LAYOUT("com.sun.star.awt.MenuEvent", kp_uno_menu_event, menu_event),
    LAYOUT("com.sun.star.awt.InputEvent", kp_uno_input_event, input_event),
    LAYOUT("com.sun.star.awt.KeyEvent", kp_uno_key_event, key_event),
    LAYOUT("com.sun.star.awt.MouseEvent", kp_uno_mouse_event, mouse_event),
    LAYOUT("com.sun.star.beans.PropertyChangeEvent", kp_uno_property_change_event,
           property_change_event),
    LAYOUT("com.sun.star.container.ContainerEvent", kp_uno_container_event, container_event),
    LAYOUT("com.sun.star.util.ElementChange", kp_uno_element_change, element_change),
    LAYOUT("com.sun.star.util.ChangesEvent", kp_uno_changes_event, changes_event),
    LAYOUT("com.sun.star.document.DocumentEvent", kp_uno_document_event, document_event),
    LAYOUT("com.sun.star.document.UndoManagerEvent", kp_uno_undo_manager_event, undo_manager_event),
    LAYOUT("com.sun.star.frame.FeatureStateEvent", kp_uno_feature_state_event, feature_state_event),
    LAYOUT("com.sun.star.frame.FrameActionEvent", kp_uno_frame_action_event, frame_action_event),
    LAYOUT("com.sun.star.sheet.ActivationEvent", kp_uno_activation_event, activation_event),
    LAYOUT("com.sun.star.ui.ContextChangeEventObject", kp_uno_context_change_event,
           context_change_event),
};
const size_t kp_uno_layout_count = sizeof kp_uno_layouts / sizeof *kp_uno_layouts;

const kp_uno_constant kp_uno_constants[] = {
    {"com.sun.star.beans.PropertyState.DIRECT_VALUE", KP_UNO_DIRECT_VALUE},
    {"com.sun.star.beans.PropertyState.DEFAULT_VALUE", KP_UNO_DEFAULT_VALUE},
    {"com.sun.star.beans.PropertyState.AMBIGUOUS_VALUE", KP_UNO_AMBIGUOUS_VALUE},
    {"com.sun.star.awt.KeyModifier.SHIFT", KP_UNO_MODIFIER_SHIFT},
    {"com.sun.star.awt.KeyModifier.MOD1", KP_UNO_MODIFIER_MOD1},
    {"com.sun.star.awt.KeyModifier.MOD2", KP_UNO_MODIFIER_MOD2},
    {"com.sun.star.awt.KeyModifier.MOD3", KP_UNO_MODIFIER_MOD3},
    {"com.sun.star.awt.MouseButton.LEFT", KP_UNO_MOUSE_LEFT},
    {"com.sun.star.awt.MouseButton.RIGHT", KP_UNO_MOUSE_RIGHT},
    {"com.sun.star.awt.MouseButton.MIDDLE", KP_UNO_MOUSE_MIDDLE},
    {"com.sun.star.awt.Key.DOWN", KP_UNO_KEY_DOWN},
    {"com.sun.star.awt.Key.UP", KP_UNO_KEY_UP},
    {"com.sun.star.awt.Key.LEFT", KP_UNO_KEY_LEFT},
    {"com.sun.star.awt.Key.RIGHT", KP_UNO_KEY_RIGHT},
    {"com.sun.star.awt.Key.HOME", KP_UNO_KEY_HOME},
    {"com.sun.star.awt.Key.END", KP_UNO_KEY_END},
    {"com.sun.star.awt.Key.PAGEUP", KP_UNO_KEY_PAGEUP},
    {"com.sun.star.awt.Key.PAGEDOWN", KP_UNO_KEY_PAGEDOWN},
    {"com.sun.star.awt.Key.RETURN", KP_UNO_KEY_RETURN},
    {"com.sun.star.awt.Key.ESCAPE", KP_UNO_KEY_ESCAPE},
    {"com.sun.star.awt.Key.TAB", KP_UNO_KEY_TAB},
    {"com.sun.star.awt.Key.BACKSPACE", KP_UNO_KEY_BACKSPACE},
    {"com.sun.star.awt.Key.SPACE", KP_UNO_KEY_SPACE},
    {"com.sun.star.awt.Key.INSERT", KP_UNO_KEY_INSERT},
    {"com.sun.star.awt.Key.DELETE", KP_UNO_KEY_DELETE},
    {"com.sun.star.awt.Key.F1", KP_UNO_KEY_F1},
};
const size_t kp_uno_constant_count = sizeof kp_uno_constants / sizeof *kp_uno_constants;
/* NOLINTEND(bugprone-sizeof-expression) */
