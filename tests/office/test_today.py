#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The panel Today in a real office: what is due, jumping to it, answering it, whose it is."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
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


def test_the_example_shows_what_is_late_and_jumps_there():
    with Office(extension=BUNDLED, ui_language="nl", locale="nl-NL") as office:
        doc = office.load(EXAMPLE)
        today = Pane(doc, "Today")
        first = today.rows("items")[0]
        assert "te laat" in first or "Vandaag" in first or "Over" in first, first
        assert " · " in today.label("detail") and "te laat" in today.label("summary")
        today.press("jump")
        wait_for(lambda: selection(doc).startswith("Acties."), "the jump")
        workbook = Workbook(office, doc, "nl")
        row = [r for r in workbook.rows("actions") if r["id"] in today.label("detail")]
        assert len(row) == 1 and doc.CurrentSelection.Value == row[0]["deadline"], row
        assert not doc.isModified(), "looking and jumping change nothing"
        office.close_doc(doc)


def test_order_words_and_counts():
    with Office(extension=BUNDLED) as office:
        doc = office.new_calc()
        workbook = set_up(office, doc)
        for what, due in (("Later", 20), ("Two days late", -2), ("Now", 0), ("Late", -1),
                          ("Too far", 40)):
            put_action(workbook, what, due=due)
        today = Pane(doc, "Today")
        today.wait_label("summary", "2 overdue · 1 today · 1 later")
        rows = today.rows("items")
        assert rows == ["2 days overdue · Two days late · Anna", "1 day overdue · Late · Anna",
                        "Today · Now · Anna", "In 20 days · Later · Anna"], rows
        assert "Action: Two days late" in today.label("detail")
        # A change of the sheet shows by itself, and the selection stays on its row.
        today.select("items", 2)
        today.wait_label("detail", "Action: Now")
        put_action(workbook, "Three", due=-3)
        today.wait_label("summary", "3 overdue")
        wait_for(lambda: today.selected("items") == 3, "the selection to go along")
        assert "Action: Now" in today.label("detail")
        office.close_doc(doc)


def test_done_asks_writes_and_leaves_the_list():
    with Office(extension=BUNDLED, user_name=("Petra", "Jansen")) as office:
        doc = office.new_calc()
        workbook = set_up(office, doc)
        row = put_action(workbook, "Call every customer back", due=-1)
        put_action(workbook, "Another thing to do", due=3)
        today = Pane(doc, "Today")
        today.wait_label("summary", "1 overdue")
        today.press("done")
        wait_for(lambda: today.has("save"), "the form")
        assert "Call every customer back" in today.label("form_title")
        today.type("field_progress", "All called")
        today.press("save")
        wait_for(lambda: not today.has("save"), "the form to go")
        today.wait_label("said", "Saved: Action: Call every customer back")
        wait_for(lambda: len(today.rows("items")) == 1, "the row to leave")
        assert "overdue" not in today.label("summary")
        assert "Another thing" in today.label("detail"), "the next row is selected"
        written = workbook.row("actions", row)
        assert (written["status"], written["done_on"], written["progress"]) == \
            ("Done", serial(0), "All called"), written
        log = [entry for entry in workbook.rows("log") if entry["row"] == row]
        assert any("Done" in entry["becomes"].split(" · ") for entry in log), log
        doc.UndoManager.undo()
        wait_for(lambda: len(today.rows("items")) == 2, "undo to bring it back")
        assert workbook.row("actions", row)["status"] == "To do"
        wait_for(lambda: not today.label("said"), "what was said of it to go")
        office.close_doc(doc)


def test_what_was_said_of_undo_goes_with_the_next_row():
    """Undo would then take back something else than what it was said of."""
    with Office(extension=BUNDLED, user_name=("Petra", "Jansen")) as office:
        doc = office.new_calc()
        workbook = set_up(office, doc)
        put_action(workbook, "Call every customer back", due=-1)
        today = Pane(doc, "Today")
        today.wait_label("summary", "1 overdue")
        today.press("done")
        wait_for(lambda: today.has("save"), "the form")
        today.type("field_progress", "All called")
        today.press("save")
        today.wait_label("said", "You can undo this")
        put_action(workbook, "Another thing to do", due=3)
        wait_for(lambda: not today.label("said"), "what was said to go")
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
        today.press("done")
        wait_for(lambda: today.has("save"), "the form")
        assert "Did it help? Call every customer back" in today.label("form_title")
        today.press("cancel")
        wait_for(lambda: not today.has("save"), "the form to go")
        assert workbook.row("actions", row)["helped"] == ""
        office.close_doc(doc)


def test_what_the_rules_refuse_stays_in_the_form():
    with Office(extension=BUNDLED) as office:
        doc = office.new_calc()
        workbook = set_up(office, doc)
        row = workbook.append("agenda", meeting="Team meeting", next=day(0), rhythm="week",
                              topic="Calling back")
        today = Pane(doc, "Today")
        today.wait_label("detail", "Agenda: Team meeting")
        today.press("done")
        wait_for(lambda: today.has("save"), "the form")
        today.type("field_decision", "Go on like this")
        today.type("field_next", "31-2")
        today.press("save")
        wait_for(lambda: "no such day" in today.label("note_next") + today.label("form_said"),
                 "the refusal")
        assert (today.text("field_next"), today.text("field_decision")) == \
            ("31-2", "Go on like this")
        assert workbook.row("agenda", row)["decision"] == "", "nothing was written"
        today.type("field_next", "+7")
        today.press("save")
        wait_for(lambda: not today.has("save"), "the form to go")
        written = workbook.row("agenda", row)
        assert (written["next"], written["discussed"], written["decision"]) == \
            (serial(7), serial(0), "Go on like this"), written
        today.wait_label("summary", "1 later")
        office.close_doc(doc)


def test_what_has_no_short_answer_opens_the_follow_up():
    with Office(extension=BUNDLED) as office:
        doc = office.load(EXAMPLE)
        workbook = Workbook(office, doc, "nl")
        focus = [r for r in workbook.rows("focus") if r["status"] == "Actief"]
        if not focus:  # the example ends with everything secured
            focus = workbook.rows("focus")[:1]
            workbook.change("focus", focus[0]["id"], note="again", status="active")
        workbook.change("focus", focus[0]["id"], wanted_by=day(1))
        today = Pane(doc, "Today")
        wait_for(lambda: any("Target date" in r for r in today.rows("items")), "the row")
        today.select("items", today.find("items", "Target date"))
        today.wait_label("detail", "Target date")
        assert today.label("done") == "Ope~n…" and today.shown("done")
        today.press("done")
        follow = Pane(doc, "Follow", "focus")
        wait_for(lambda: focus[0]["focus"][:12] in follow.label("focus"), "its focus point")
        today.select("items", today.find("items", "Next measurement"))
        today.wait_label("detail", "Next measurement")
        assert not today.shown("done"), "only its cell can be shown"
        office.close_doc(doc)


def test_a_half_typed_answer_survives_the_panel():
    with Office(extension=BUNDLED) as office:
        doc = office.new_calc()
        workbook = set_up(office, doc)
        put_action(workbook, "Call every customer back", due=-1)
        put_action(workbook, "Another thing to do", due=3)
        today = Pane(doc, "Today")
        wait_for(lambda: len(today.rows("items")) == 2, "both")
        today.press("done")
        wait_for(lambda: today.has("save"), "the form")
        today.type("field_progress", "Half of them")
        put_action(workbook, "A third thing to do", due=-2)  # the sheet changes meanwhile
        today.wait_label("summary", "2 overdue")
        assert today.text("field_progress") == "Half of them"
        today.select("items", 2)
        today.wait_label("detail", "Another thing")
        assert "Call every customer" in today.label("form_title"), "the form stays with its row"
        today.sidebar.setVisible(False)
        wait_for(lambda: not doc.CurrentController.getSidebar().isVisible(), "the sidebar to go")
        again = Pane(doc, "Today")
        wait_for(lambda: again.has("field_progress"), "the form to come back")
        assert again.text("field_progress") == "Half of them"
        wait_for(lambda: again.selected("items") == 2, "the selection to come back")
        office.close_doc(doc)


def test_mine_and_who_are_you():
    with Office(extension=BUNDLED, user_name=("Petra", "Jansen")) as office:
        doc = office.new_calc()
        workbook = set_up(office, doc)
        put_action(workbook, "Of Anna, not of me", owner="Anna", due=1)
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


def test_nothing_due_names_the_next_step():
    with Office(extension=BUNDLED) as office:
        doc = office.new_calc()
        today = Pane(doc, "Today")
        assert "Nothing is written until you set it up" in today.label("notice")
        assert today.shown("set_up") and not today.shown("items") and not doc.isModified()
        workbook = set_up(office, doc)
        today.wait_label("summary", "Next step: choose a focus point.")
        assert not today.shown("items") and not today.shown("set_up") and today.shown("next")
        goal = workbook.append("goals", goal="Customers stay", level="strategic")
        wave = workbook.append("waves", number="0", name="First", kind="quantitative",
                               start=day(-9))
        workbook.append("focus", focus="Customers reach us", status="active", goal=goal, wave=wave,
                        unit="Whole organisation", level="operational", lead="Anna",
                        why="Named most often", quote="I wait for days.")
        today.wait_label("summary", "Next for “Customers reach us”: ")
        put_action(workbook, "Call every customer back", due=1)
        wait_for(lambda: today.shown("items"), "the list")
        office.close_doc(doc)


def test_read_only_shows_and_jumps_only():
    with Office(extension=BUNDLED) as office:
        doc = office.new_calc()
        workbook = set_up(office, doc)
        put_action(workbook, "Call every customer back", due=-1)
        path = os.path.join(office.folder, "round.ods")
        office.store(doc, path, ODS)
        office.close_doc(doc)
        doc = office.load(path, ReadOnly=True)
        today = Pane(doc, "Today", "notice")
        today.wait_label("summary", "1 overdue")
        assert "Read-only" in today.label("notice")
        assert not today.enabled("done")
        today.press("jump")
        wait_for(lambda: selection(doc).startswith("Actions."), "the jump")
        office.close_doc(doc)


def test_many_rows_are_shown_in_parts():
    with Display() as display, Office(extension=BUNDLED, backend="gen", display=display) as office:
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
        assert today.rows("items")[-1] == "Show more (101)…"
        today.select("items", 50)
        today.wait_label("detail", "Enter or double-click")
        today.focus("items")
        display.key("Return")
        wait_for(lambda: len(today.rows("items")) == 101, "more rows")
        assert today.rows("items")[-1] == "Show more (51)…"
        office.close_doc(doc)


def keyboard(backend):
    """All by keyboard: choose, jump with Enter, answer, save with Ctrl+Enter."""
    with Display() as display:
        with Office(extension=BUNDLED, backend=backend, display=display) as office:
            doc = office.new_calc()
            workbook = set_up(office, doc)
            put_action(workbook, "Call every customer back", due=-1)
            put_action(workbook, "Another thing to do", due=3)
            today = Pane(doc, "Today")
            wait_for(lambda: len(today.rows("items")) == 2, "both")
            today.focus("items")
            display.key("Down")
            today.wait_label("detail", "Another thing")
            display.key("Return")
            wait_for(lambda: selection(doc).startswith("Actions."), "the jump")
            assert doc.CurrentSelection.Value == serial(3), selection(doc)
            today.control("items").setFocus()
            today.focus("items")
            display.key("Up")
            today.wait_label("detail", "Call every customer back")
            today.press("done")
            wait_for(lambda: today.has("save"), "the form")
            wait_for(lambda: today.has_focus("field_progress"), "the focus in the form")
            display.type("All called")
            wait_for(lambda: today.text("field_progress") == "All called", "the typing")
            display.key("ctrl+Return")
            wait_for(lambda: not today.has("save"), "the form to go")
            wait_for(lambda: len(today.rows("items")) == 1, "the row to leave")
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
        put_action(workbook, "Call every customer back", due=0)
        today = Pane(doc, "Today")
        today.wait_label("summary", "1 today")
        today.press("done")
        wait_for(lambda: today.has("save"), "the form")
        today.type("field_progress", "Half of them")
        # The row goes while it is being answered: nothing is written, and it is said.
        sheet = workbook.sheet("actions")
        sheet.Rows.removeByIndex(1, 1)
        wait_for(lambda: not today.shown("items"), "the row to leave the list")
        today.press("save")
        today.wait_label("form_said", "cannot be found any more")
        assert today.text("field_progress") == "Half of them"
        put_action(workbook, "Another thing to do", due=0)
        today.wait_label("detail", "Another thing")
        today.press("done")
        wait_for(lambda: today.has("save") and "Another" in today.label("form_title"), "the form")
        office.close_doc(doc)
        other = office.new_calc()
        assert "set it up" in Pane(other, "Today").label("notice")
        office.close_doc(other)


def test_keyboard_gtk3():
    keyboard("gtk3")


def test_keyboard_gen():
    keyboard("gen")


if __name__ == "__main__":
    main(globals())
