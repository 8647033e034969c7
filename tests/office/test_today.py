#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The panel Today in a real office: what is due, jumping to it, answering it, whose it is."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from kp_deck import menus  # noqa: E402
from kp_display import Display, ROOT  # noqa: E402
from kp_office import BUNDLED, ODS, Office, main, wait_for  # noqa: E402
from kp_pane import Pane, selection  # noqa: E402
from kp_workbook import Workbook, day, serial  # noqa: E402

EXAMPLE = os.path.join(ROOT, "extension", "templates", "Kernpunt", "verbeterronde-voorbeeld.ots")


def set_up(office, doc, language="en", people=("Anna", "Jansen, Petra")):
    workbook = Workbook(office, doc, language)
    workbook.set_up(language)
    for name in people:
        workbook.append("lists", person=name)
    return workbook


def put_action(workbook, what, owner="Anna", due=0, **more):
    """An action with any deadline: the rules take one in the past only when it is typed in the
    sheet, so that is done here too."""
    row = workbook.append("actions", action=what, owner=owner, deadline=day(max(due, 0)), **more)
    if due < 0:
        sheet, wanted = workbook.sheet("actions"), serial(0)
        for r in range(1, 60):
            if sheet.getCellByPosition(0, r).String == row:
                cell = next(sheet.getCellByPosition(c, r) for c in range(12)
                            if sheet.getCellByPosition(c, r).Value == wanted)
                cell.Value = serial(due)
                return row
        raise AssertionError("no row " + row)
    return row


def test_the_example_shows_what_is_late_and_opens_it():
    with Office(extension=BUNDLED, ui_language="nl", locale="nl-NL") as office:
        doc = office.load(EXAMPLE)
        today = Pane(doc, "Today")
        wait_for(lambda: today.rows("items"), "rows")
        place = next(i for i, row in enumerate(today.all_rows("items")) if " te laat · " in row)
        today.select("items", place)
        assert "te laat" in today.label("late") and "was voor" in today.label("detail")
        title = today.label("title")
        today.press("open")
        wait_for(lambda: selection(doc).startswith("Acties."), "the row")
        workbook = Workbook(office, doc, "nl")
        row = [r for r in workbook.rows("actions") if r["action"] in title or title in r["action"]]
        assert len(row) == 1 and doc.CurrentSelection.Value == row[0]["deadline"], row
        assert not doc.isModified(), "looking changes nothing"
        office.close_doc(doc)


def test_order_words_and_counts():
    with Office(extension=BUNDLED) as office:
        doc = office.new_calc()
        workbook = set_up(office, doc)
        for what, due in (("Later", 20), ("Two days late", -2), ("Now", 0), ("Late", -1),
                          ("Too far", 40)):
            put_action(workbook, what, due=due)
        today = Pane(doc, "Today")
        today.wait_label("late", "2 late")
        today.wait_label("summary", "1 today · 1 later")
        rows = today.rows("items")
        assert rows[:3] == ["2 d late · Two days late", "1 d late · Late", "Today · Now"], rows
        assert len(rows) == 4 and rows[3].endswith(" · Later"), rows
        assert today.label("title") == "Two days late", "the first late one"
        # A change of the sheet shows by itself, and the selection stays on its row.
        today.select("items", 2)
        today.wait_label("title", "Now")
        put_action(workbook, "Three", due=-3)
        today.wait_label("late", "3 late")
        wait_for(lambda: today.selected("items") == 3, "the selection to go along")
        assert today.label("title") == "Now"
        office.close_doc(doc)


def test_done_writes_at_once_and_the_footer_takes_it_back():
    with Office(extension=BUNDLED, user_name=("Petra", "Jansen")) as office:
        doc = office.new_calc()
        workbook = set_up(office, doc)
        row = put_action(workbook, "Call every customer back", due=-1)
        put_action(workbook, "Another thing to do", due=3)
        today = Pane(doc, "Today")
        today.wait_label("late", "1 late")
        today.press("done")
        today.wait_label("foot_state", "✓ Done")
        assert "Call every customer back" in today.label("foot_text")
        wait_for(lambda: len(today.rows("items")) == 1, "the row to leave")
        today.wait_label("title", "Another thing")
        written = workbook.row("actions", row)
        assert (written["status"], written["done_on"]) == ("Done", serial(0)), written
        log = [entry for entry in workbook.rows("log") if entry["row"] == row]
        assert any("Done" in entry["becomes"].split(" · ") for entry in log), log
        today.press("foot_slot")
        today.wait_label("foot_state", "✓ Undone")
        wait_for(lambda: len(today.rows("items")) == 2, "undo to bring it back")
        assert workbook.row("actions", row)["status"] == "To do"
        office.close_doc(doc)


def test_undo_is_offered_until_the_next_write():
    """Undo would then take back something else than what it was said of."""
    with Office(extension=BUNDLED, user_name=("Petra", "Jansen")) as office:
        doc = office.new_calc()
        workbook = set_up(office, doc)
        put_action(workbook, "Call every customer back", due=-1)
        today = Pane(doc, "Today")
        today.wait_label("late", "1 late")
        today.press("done")
        today.wait_label("foot_state", "✓ Done")
        wait_for(lambda: today.has("foot_slot"), "Undo")
        put_action(workbook, "Another thing to do", due=3)
        wait_for(lambda: not today.has("foot_slot"), "Undo to go")
        doc.UndoManager.undo()
        office.close_doc(doc)


def test_cancel_forgets_and_writes_nothing():
    with Office(extension=BUNDLED) as office:
        doc = office.new_calc()
        workbook = set_up(office, doc)
        row = put_action(workbook, "Call every customer back", due=0)
        workbook.change("actions", row, status="done", done_on=day(0))
        workbook.cell("actions", "check_on", row).Value = serial(-1)
        today = Pane(doc, "Today")
        wait_for(lambda: any("Did it help?" in r for r in today.rows("items")), "the question")
        assert "nswer" in today.label("done"), today.label("done")
        today.press("done")
        wait_for(lambda: today.has("toggle_yes_helped"), "the form")
        assert "Call every customer back" in today.label("form_title")
        assert not today.has("items") and today.has("foot_save")
        today.press("foot_slot")
        wait_for(lambda: not today.has("toggle_yes_helped"), "the form to go")
        assert workbook.row("actions", row)["helped"] == "" and not today.has("foot_save")
        office.close_doc(doc)


def test_what_the_rules_refuse_stays_in_the_form():
    with Office(extension=BUNDLED) as office:
        doc = office.new_calc()
        workbook = set_up(office, doc)
        row = workbook.append("agenda", meeting="Team meeting", next=day(0), rhythm="week",
                              topic="Calling back")
        today = Pane(doc, "Today")
        today.wait_label("title", "Agenda: Team meeting")
        today.press("done")
        wait_for(lambda: today.has("field_next"), "the form")
        today.type("field_decision", "Go on like this")
        today.type("field_next", "31-2")
        today.press("foot_save")
        today.wait_label("foot_state", "✕ Not saved")
        assert (today.text("field_next"), today.text("field_decision")) == \
            ("31-2", "Go on like this")
        assert workbook.row("agenda", row)["decision"] == "", "nothing was written"
        today.type("field_next", "+7")
        wait_for(lambda: today.label("foot_state") != "✕ Not saved", "the refusal to go")
        today.press("foot_save")
        wait_for(lambda: not today.has("field_next"), "the form to go")
        written = workbook.row("agenda", row)
        assert (written["next"], written["discussed"], written["decision"]) == \
            (serial(7), serial(0), "Go on like this"), written
        office.close_doc(doc)


def test_a_half_typed_action_survives_the_panel():
    with Office(extension=BUNDLED) as office:
        doc = office.new_calc()
        workbook = set_up(office, doc)
        put_action(workbook, "Another thing to do", due=3)
        today = Pane(doc, "Today")
        today.press("log")
        wait_for(lambda: today.has("field_action"), "the form")
        today.type("field_action", "Half of them")
        put_action(workbook, "A third thing to do", due=-2)  # the sheet changes meanwhile
        assert today.text("field_action") == "Half of them"
        today.sidebar.setVisible(False)
        wait_for(lambda: not doc.CurrentController.getSidebar().isVisible(), "the sidebar to go")
        again = Pane(doc, "Today", ready="form_heading")
        wait_for(lambda: again.has("field_action"), "the form to come back")
        assert again.text("field_action") == "Half of them"
        again.press("foot_slot")
        wait_for(lambda: again.has("items"), "the list")
        assert len(workbook.rows("actions")) == 2
        office.close_doc(doc)


def test_mine_and_who_are_you():
    with Office(extension=BUNDLED, user_name=("Petra", "Jansen")) as office:
        doc = office.new_calc()
        workbook = set_up(office, doc)
        put_action(workbook, "Of Anna, not of me", owner="Anna", due=-1)
        put_action(workbook, "Of me and nobody else", owner="Jansen, Petra", due=2)
        today = Pane(doc, "Today")
        wait_for(lambda: len(today.rows("items")) == 2, "both")
        assert not today.shown("who")
        today.press("mine")
        wait_for(lambda: len(today.rows("items")) == 1, "mine alone")
        assert "Of me" in today.rows("items")[0] and not today.shown("who")
        today.press("mine")
        wait_for(lambda: len(today.rows("items")) == 2, "both again")
        office.close_doc(doc)
    with Office(extension=BUNDLED, user_name=("Somebody", "Else")) as office:
        doc = office.new_calc()
        workbook = set_up(office, doc)
        put_action(workbook, "Of Anna, not of me", owner="Anna", due=1)
        today = Pane(doc, "Today")
        today.wait_label("summary", "1")
        today.press("mine")
        wait_for(lambda: today.shown("who"), "the question who I am")
        assert "Who are you?" in today.label("who_ask") and len(today.rows("items")) == 1
        office.close_doc(doc)


def test_not_set_up_and_where_you_left_off():
    with Office(extension=BUNDLED) as office:
        doc = office.new_calc()
        today = Pane(doc, "Today")
        assert today.shown("set_up") and not today.shown("items") and not doc.isModified()
        assert today.label("notice")
        workbook = set_up(office, doc)
        today.wait_label("left_title", "choose a focus point")
        assert not today.shown("set_up") and today.shown("next") and today.shown("log")
        goal = workbook.append("goals", goal="Customers stay", level="strategic")
        wave = workbook.append("waves", number="0", name="First", kind="quantitative",
                               start=day(-9))
        workbook.append("focus", focus="Customers reach us", status="active", goal=goal, wave=wave,
                        unit="Whole organisation", level="operational", lead="Anna",
                        why="Named most often", quote="I wait for days.")
        today.wait_label("left_title", "Customers reach us")
        today.wait_label("left_step", "Step ")
        office.close_doc(doc)


def test_read_only_shows_and_opens_only():
    with Office(extension=BUNDLED) as office:
        doc = office.new_calc()
        workbook = set_up(office, doc)
        put_action(workbook, "Call every customer back", due=-1)
        path = os.path.join(office.folder, "round.ods")
        office.store(doc, path, ODS)
        office.close_doc(doc)
        doc = office.load(path, ReadOnly=True)
        today = Pane(doc, "Today")
        today.wait_label("late", "1 late")
        assert "Read-only" in today.label("foot_text") and "Note" in today.label("foot_state")
        for name in ("done", "postpone", "log"):
            assert not today.enabled(name), name
        today.press("open")
        wait_for(lambda: selection(doc).startswith("Actions."), "the jump")
        office.close_doc(doc)


def many_rows(backend):
    with Display() as display, Office(extension=BUNDLED, backend=backend, display=display) as office:
        doc = office.new_calc()
        workbook = set_up(office, doc)
        put_action(workbook, "Call every customer back", due=0)
        sheet = workbook.sheet("actions")
        width = 12
        source = sheet.getCellRangeByPosition(0, 1, width, 1)
        data = list(source.getDataArray()[0])
        count = 150
        sheet.Rows.insertByIndex(2, count)
        rows = []
        for i in range(count):
            copy = list(data)
            copy[0] = "A-%05d" % i
            rows.append(tuple(copy))
        sheet.getCellRangeByPosition(0, 2, width, 1 + count).setDataArray(tuple(rows))
        today = Pane(doc, "Today")
        today.wait_label("summary", "151 today")
        wait_for(lambda: len(today.rows("items")) == 51, "the first rows")
        assert "101" in today.rows("items")[-1]
        today.select("items", 50)
        today.focus_grid("items", display)
        display.key("Return")
        wait_for(lambda: len(today.rows("items")) == 101, "more rows")
        office.close_doc(doc)


def test_many_rows_are_shown_in_parts():
    many_rows("gen")


def test_the_row_may_leave_under_the_menu():
    """Somebody else finishes it meanwhile: no other row is put off instead."""
    with Display() as display, Office(extension=BUNDLED, backend="gen", display=display) as office:
        doc = office.new_calc()
        workbook = set_up(office, doc)
        late = put_action(workbook, "Call every customer back", due=-2)
        other = put_action(workbook, "Another thing to do", due=-1)
        due = workbook.row("actions", other)["deadline"]
        today = Pane(doc, "Today")
        wait_for(lambda: len(today.rows("items")) == 2, "both")
        today.focus_grid("items", display)
        before = menus(display)
        display.key("alt+p")
        wait_for(lambda: menus(display) > before, "the menu")
        workbook.change("actions", late, status="Done")
        display.key("Down", "Return")
        wait_for(lambda: len(today.rows("items")) == 1, "the row to leave")
        today.idle()
        assert workbook.row("actions", other)["deadline"] == due
        office.close_doc(doc)


def keyboard(backend):
    """The counts of the design, by keyboard alone: done is Space; postponed Alt+P and a letter; a
    late row opens with Enter; an action is logged with 8 keys beside its text; Ctrl+Z takes back."""
    with Display() as display:
        with Office(extension=BUNDLED, backend=backend, display=display,
                    user_name=("Petra", "Jansen")) as office:
            doc = office.new_calc()
            workbook = set_up(office, doc)
            late = put_action(workbook, "Call every customer back", due=-2)
            other = put_action(workbook, "Another thing to do", due=-1)
            today = Pane(doc, "Today")
            wait_for(lambda: len(today.rows("items")) == 2, "both")
            sheet = workbook.sheet("actions")
            doc.CurrentController.setActiveSheet(sheet)
            doc.CurrentController.select(sheet.getCellByPosition(0, 0))
            assert sheet.getCellByPosition(0, 0).String == "ID"
            today.focus_grid("items", display)
            display.key("a", "Delete", "c")  # jump in the list; nothing goes on to the sheet
            wait_for(lambda: today.label("title").startswith("Call every"), "the row by its letter")
            today.focus("postpone")
            display.key("x", "BackSpace")
            today.focus_grid("items", display)
            display.key("space")  # 1
            today.wait_label("foot_state", "✓ Done")
            assert sheet.getCellByPosition(0, 0).String == "ID"
            assert workbook.row("actions", late)["status"] == "Done"
            wait_for(lambda: len(today.rows("items")) == 1, "the row to leave")
            display.key("ctrl+z")
            wait_for(lambda: workbook.row("actions", late)["status"] == "To do", "Ctrl+Z")
            wait_for(lambda: len(today.rows("items")) == 2, "both again")
            today.focus_grid("items", display)
            today.select("items", 1)
            today.wait_label("title", "Another thing")
            display.key("alt+p", "n")  # 2
            today.wait_label("foot_state", "✓ Postponed")
            assert workbook.row("actions", other)["deadline"] == serial(7)
            display.key("ctrl+alt+l")  # 1
            wait_for(lambda: today.has("field_action") and today.has_focus("field_action"), "the form")
            display.type("Ring Bakkerij Holtkamp")
            display.key("Tab", "Tab", "Tab")  # 3: over the menu of people
            display.type("fri")  # 3
            display.key("ctrl+Return")  # 1
            today.wait_label("foot_state", "✓ Saved")
            logged = [r for r in workbook.rows("actions") if r["action"] == "Ring Bakkerij Holtkamp"]
            assert len(logged) == 1 and logged[0]["owner"] == "Jansen, Petra", logged
            wait_for(lambda: today.text("field_action") == "" and today.has_focus("field_action"),
                     "an empty form")
            display.key("ctrl+z")
            wait_for(lambda: len(workbook.rows("actions")) == 2, "Ctrl+Z in an empty field")
            if backend == "gtk3":
                display.key("Escape")
            else:  # the sidebar of the generic window takes Esc for itself: to the sheet
                today.press("foot_slot")
            wait_for(lambda: today.has("items"), "the list")
            today.focus_grid("items", display)
            today.select("items", 0)
            display.key("Return")  # 1
            wait_for(lambda: selection(doc).startswith("Actions."), "the row")
            office.close_doc(doc)


def who_are_you(backend):
    """Choosing yourself is asked once, and then remembered: for what is open and what comes."""
    def open_mine(office):
        doc = office.new_calc()
        workbook = set_up(office, doc)
        put_action(workbook, "Of Anna, not of me", owner="Anna", due=1)
        put_action(workbook, "Of Petra, so of me", owner="Jansen, Petra", due=2)
        today = Pane(doc, "Today")
        today.wait_label("summary", "2")
        today.press("mine")
        return doc, today

    with Display() as display:
        with Office(extension=BUNDLED, backend=backend, display=display,
                    user_name=("Somebody", "Else")) as office:
            other, there = open_mine(office)
            wait_for(lambda: there.shown("who"), "the question who I am")
            doc, today = open_mine(office)
            wait_for(lambda: today.shown("who"), "the question who I am")
            today.press("who")
            wait_for(lambda: display.windows("^Who are you"), "the dialog")
            display.xdotool("windowactivate", "--sync", display.windows("^Who are you")[0])
            display.key("Down", "Down", "Return")
            wait_for(lambda: not display.windows("^Who are you"), "the dialog to go")
            wait_for(lambda: len(today.rows("items")) == 1, "mine alone")
            chosen = today.rows("items")[0]
            assert not today.shown("who")
            wait_for(lambda: there.rows("items") == [chosen], "mine in the other document")
            assert not there.shown("who")
            office.close_doc(doc)
            office.close_doc(other)
            doc, today = open_mine(office)
            wait_for(lambda: today.rows("items") == [chosen], "mine, without asking")
            office.close_doc(doc)


def test_who_are_you_gtk3():
    who_are_you("gtk3")


def test_who_are_you_gen():
    who_are_you("gen")


def test_the_document_may_go_under_an_open_form():
    with Office(extension=BUNDLED) as office:
        doc = office.new_calc()
        workbook = set_up(office, doc)
        row = workbook.append("agenda", meeting="Team meeting", next=day(0), rhythm="week",
                              topic="Calling back")
        today = Pane(doc, "Today")
        today.wait_label("title", "Team meeting")
        today.press("done")
        wait_for(lambda: today.has("field_decision"), "the form")
        today.type("field_decision", "Half of them")
        # The row goes while it is being answered: nothing is written, and it is said.
        sheet = workbook.sheet("agenda")
        place = next(r for r in range(1, 20) if sheet.getCellByPosition(0, r).String == row)
        sheet.Rows.removeByIndex(place, 1)
        today.press("foot_save")
        today.wait_label("foot_state", "✕ Not saved")
        assert today.text("field_decision") == "Half of them"
        office.close_doc(doc)
        other = office.new_calc()
        assert Pane(other, "Today").shown("set_up")
        office.close_doc(other)


def test_keyboard_gtk3():
    keyboard("gtk3")


def test_keyboard_gen():
    keyboard("gen")


if __name__ == "__main__":
    main(globals())
