#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Log action… is always a new one: it never shows a row to type over, nor does a form after a save."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from kp_deck import Deck  # noqa: E402
from kp_dialogs import command  # noqa: E402
from kp_display import Display  # noqa: E402
from kp_follow import (WORDS, fill, focus_point, menu_row, save, start, step,  # noqa: E402
                       take_row)
from kp_office import BUNDLED, Office, main, wait_for  # noqa: E402
from kp_workbook import day  # noqa: E402

DONE = dict(action="Call Bart", owner="Anna de Wit", deadline=day(9), status="Done", done_on=day(0))


def empty(pane, what):
    """Nothing of another row, but for the last owner, which Follow-up fills in."""
    wait_for(lambda: pane.has("field_action") and pane.text("field_action") == ""
             and pane.text("field_deadline") == "", what)


def log_another(pane, workbook, title, solve=None):
    fill(pane, action=title, owner="Anna de Wit", deadline="+7")
    if solve:
        solve()
    save(pane, WORDS["en"])
    wait_for(lambda: title in [row["action"] for row in workbook.rows("actions")], "the new row")
    empty(pane, "an empty form for the next action")


def test_log_action_is_empty_whatever_was_looked_at():
    """In Today, by the command, with a row chosen in its list."""
    with Display() as display, Office(extension=BUNDLED, backend="gen", display=display) as office:
        doc, workbook = start(office, "en")
        there = workbook.append("actions", action="Call Bart", owner="Anna de Wit", deadline=day(0))
        before = workbook.row("actions", there)
        today = Deck(doc).today
        for title in ("Order headsets", "Train the team"):
            wait_for(lambda: any("Call Bart" in row for row in today.rows("items")), "the list")
            today.select("items", "Call Bart")
            command(office, doc, "log")
            empty(today, "an empty form after a row was looked at")
            log_another(today, workbook, title)
            assert workbook.row("actions", there) == before, workbook.rows("actions")
            today.type("field_action", "Given up")  # and does not come back
            today.wait_label("foot_slot", "Cancel")
            today.press("foot_slot")
            wait_for(lambda: not today.has("field_action"), "the form to go")
        assert len(workbook.rows("actions")) == 3, workbook.rows("actions")
        office.close_doc(doc)


def test_a_separate_action_is_empty_whatever_was_looked_at():
    """From the menu of Follow-up, and after a change of a row that was chosen."""
    with Display() as display, Office(extension=BUNDLED, backend="gen", display=display) as office:
        doc, workbook = start(office, "en")
        done = workbook.append("actions", **DONE)
        before = workbook.row("actions", done)
        pane = Deck(doc).follow
        pane.wait("focus")
        menu_row(display, pane, "focus", 2)
        empty(pane, "an empty form")
        take_row(pane, "Call Bart")
        pane.wait_label("form_title", "Call Bart")
        wait_for(lambda: pane.text("field_action") == "Call Bart", "the chosen row")
        menu_row(display, pane, "focus", 2)
        empty(pane, "an empty form after a row was looked at")
        assert "Call Bart" not in pane.label("form_title"), pane.label("form_title")
        log_another(pane, workbook, "Order headsets")
        assert workbook.row("actions", done) == before, workbook.rows("actions")
        take_row(pane, "Call Bart")
        pane.wait_label("form_title", "Call Bart")
        fill(pane, helpers="Jansen, Petra")
        save(pane, WORDS["en"])
        assert workbook.row("actions", done)["helpers"] == "Jansen, Petra"
        empty(pane, "an empty form after a change")
        assert len(workbook.rows("actions")) == 2, workbook.rows("actions")
        office.close_doc(doc)


def test_the_next_action_of_a_step_is_not_typed_over_the_last():
    """Step 7, while it is open and when it is done."""
    with Display() as display, Office(extension=BUNDLED, backend="gen", display=display) as office:
        doc, workbook = start(office, "en")
        focus = focus_point(workbook, "Fewer calls", current="Three", desired="One", measure="Calls",
                            value_now="3", value_wanted="1", wanted_by=day(60))
        cause = workbook.append("causes", focus=focus, branch="1", why_number="1", question="q",
                                answer="a")
        workbook.change("focus", focus, confirmed_on=day(0))
        solution = workbook.append("solutions", focus=focus, solution="Look into orders",
                                   achieve="x", bridge="y", cause=cause, decision="Chosen")
        more = dict(DONE, focus=focus, solution=solution)
        pane = Deck(doc).follow
        pane.wait_label("focus_name", "Fewer calls")
        menu_row(display, pane, "step", 7)
        step(pane, 7, WORDS["en"])
        empty(pane, "the form of a first action")
        titles = ["Ask for access", "Train the team"]
        for title in titles:
            log_another(pane, workbook, title)
        assert [row["action"] for row in workbook.rows("actions")] == titles
        assert [row["solution"] for row in workbook.rows("actions")] == [solution] * 2
        for row in workbook.rows("actions"):
            workbook.change("actions", row["id"], status="Done", done_on=day(0))
        third = workbook.append("actions", **more)
        menu_row(display, pane, "step", 7)
        step(pane, 7, WORDS["en"])
        take_row(pane, "Call Bart")
        wait_for(lambda: pane.text("field_action") == "Call Bart", "the chosen row")
        pane.press("rows_new")
        empty(pane, "an empty form")
        log_another(pane, workbook, "Thank the team")
        assert workbook.row("actions", third)["action"] == "Call Bart"
        assert len(workbook.rows("actions")) == 4, workbook.rows("actions")
        office.close_doc(doc)


if __name__ == "__main__":
    main(globals())
