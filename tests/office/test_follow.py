#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The panel Follow-up in a real office: a whole round, refusals on the way, links, measuring."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from kp_deck import Deck  # noqa: E402
from kp_display import Display  # noqa: E402
from kp_follow import (WORDS, enabled, fill, focus_point, menu_row, pick, refused,  # noqa: E402
                       said, save, start, step, take_row, task, toggle)
from kp_office import BUNDLED, Office, main, wait_for  # noqa: E402
from kp_workbook import day, shown  # noqa: E402

# ------------------------------------------------------------------------------------- the round

def prepare(pane, words):
    """Three tasks, one save."""
    fill(pane, goal="Customers stay", reason="They leave")
    task(pane, 2)
    fill(pane, number="0", name="Spring", start="2026-01-05", scores="Sheet1.A1:A60")
    task(pane, 3)
    assert not pane.has("field_wave") and not pane.has("field_kind"), pane.names()
    fill(pane, date=day(-20), purpose="Agree what we want", place="Room 2", participants="All",
         wanted="A date")
    save(pane, words)
    step(pane, 2, words)
    fill(pane, strengths="Friendly", improvements="Late")
    wait_for(lambda: pane.text("field_purpose") == "Agree what we want", "as it was prepared")
    toggle_choice(pane)
    save(pane, words)
    step(pane, 3, words)


def toggle_choice(pane):
    """Whether the session brought what was wanted."""
    toggle(pane, "achieved", "yes")


def choose(pane, words, title):
    fill(pane, focus=title, unit="North", why="Strongest driver", quote="I waited",
         lead="Anna de Wit")
    save(pane, words)
    wait_for(lambda: title in pane.label("focus_name"), "the new focus point on top")
    pane.wait_label("focus_state", words["active"])
    step(pane, 4, words)


def understand(pane, words):
    fill(pane, current="Three calls", desired="One call", measure="Calls", value_now="3",
         value_wanted="1", wanted_by=day(60))
    save(pane, words)
    step(pane, 5, words)
    for number in (1, 2, 3):
        name = "field_answer_%d" % number
        pane.wait(name)
        pane.type(name, "Because of %d" % number)
        if number < 3:
            pane.press("next_why")
    assert "Because of 2" in pane.label("label_answer_3"), pane.label("label_answer_3")
    task(pane, 2)
    wait_for(lambda: pane.text("core") == "Because of 3", "the last why as the core")
    pane.press("tick")
    today = shown(day(0), "nl" if words is WORDS["nl"] else "en")
    wait_for(lambda: pane.text("field_confirmed_on") == today, "today")
    fill(pane, confirmed_by="the team")
    save(pane, words)
    step(pane, 6, words)


def whole_round(display, office, language):
    words = WORDS[language]
    save.count = 0
    doc, workbook = start(office, language)
    scores = doc.Sheets[0]
    for column, low in ((0, 30), (1, 5)):
        scores.getCellRangeByPosition(column, 0, column, 59).setDataArray(
            tuple((5.0,) if i < low else (9.0,) for i in range(60)))
    scores.Name = "Sheet1"
    pane = Deck(doc).follow
    pane.wait_label("focus_name", words["focus"])
    step(pane, 1, words)
    assert not enabled(pane, "foot_save"), "nothing was typed"
    prepare(pane, words)
    assert not enabled(pane, "step_on"), "4 is locked"
    choose(pane, words, "Fewer calls")
    row = workbook.rows("focus")[0]
    assert row["goal"] and row["wave"] and row["status"] == words["active"], row
    understand(pane, words)
    causes = workbook.rows("causes")
    assert [cause["why_number"] for cause in causes] == ["1", "2", "3"], causes
    assert [bool(cause["core"]) for cause in causes] == [False, False, True], causes
    fill(pane, solution="Let us look into orders", achieve="One answer", bridge="No second call",
         applicable="4", support="4", effort="2", benefit="5")
    save(pane, words)
    solution = workbook.rows("solutions")[0]
    assert (solution["cause"], solution["decision"]) == (causes[2]["id"], words["chosen"]), solution
    step(pane, 7, words)
    fill(pane, action="Ask for access to the orders", owner="Anna de Wit en Jansen, Petra",
         deadline=day(9))
    refused(pane, words["one_person"])
    pane.wait("offer_owner")
    pane.press("offer_owner")
    wait_for(lambda: pane.text("field_owner") == "Anna de Wit", "one owner")
    wait_for(lambda: "✕" not in pane.label("foot_state"), "the refusal to go")
    save(pane, words)
    action = workbook.rows("actions")[0]
    assert (action["helpers"], action["solution"]) == ("Jansen, Petra", solution["id"]), action
    # still open; but the next one typed must not go over it
    wait_for(lambda: pane.text("field_action") == "", "an empty form for the next action")
    assert enabled(pane, "step_on"), "securing begins with the first action"
    take_row(pane, "Ask for access")
    pane.wait_label("form_title", "Ask for access")
    toggle(pane, "status", "done")
    save(pane, words)
    assert workbook.rows("actions")[0]["done_on"], "its day comes with it"
    step(pane, 8, words)
    fill(pane, meeting="Team meeting", next=day(12))
    task(pane, 2)
    toggle(pane, "status", "secured")
    save(pane, words)
    step(pane, 9, words)
    fill(pane, number="1", name="Autumn", start=day(-2), scores="Sheet1.B1:B60")
    task(pane, 2)
    fill(pane, value_later="1")
    pick(display, pane, "field_verdict", words["rise"])
    save(pane, words)
    wait_for(lambda: workbook.rows("focus")[0]["wave_after"], "the link")
    assert save.count <= 10, "%d saves" % save.count
    assert [item for item in workbook.check() if item[0] != "tip"] == [], workbook.check()
    return doc, workbook, pane


def round_in(backend, language):
    ui, locale = ("nl", "nl-NL") if language == "nl" else ("en-US", "en-US")
    with Display() as display, Office(extension=BUNDLED, backend=backend, display=display,
                                      ui_language=ui, locale=locale,
                                      user_name=("Anna", "de Wit")) as office:
        doc, _, _ = whole_round(display, office, language)
        assert office.stderr_text() == "", office.stderr_text()
        office.close_doc(doc)


def test_a_round_gen_english():
    round_in("gen", "en")


def test_a_round_gtk3_dutch():
    round_in("gtk3", "nl")


# ---------------------------------------------------------------------------- limits, links, loose

def show_focus(display, pane, number, title):
    menu_row(display, pane, "focus", number)
    pane.wait_label("focus_name", title)
    pane.idle()


def show_step(display, pane, number, words):
    """By the menu of the steps: also one that is not open yet."""
    menu_row(display, pane, "step", number)
    step(pane, number, words)
    pane.idle()


def test_a_third_one_is_refused_and_another_is_parked():
    words = WORDS["en"]
    with Display() as display, Office(extension=BUNDLED, backend="gen", display=display) as office:
        doc, workbook = start(office, "en")
        first = focus_point(workbook, "First one")
        focus_point(workbook, "Second one")
        third = focus_point(workbook, "Third one", "proposed")
        pane = Deck(doc).follow
        pane.wait_label("focus_state", words["of"])
        show_focus(display, pane, 3, "Third one")
        show_step(display, pane, 3, words)
        toggle(pane, "status", "active")
        refused(pane, words["limit"])
        assert workbook.row("focus", third)["status"] == "Proposed"
        menu_row(display, pane, "park", 1)
        pane.wait_label("park_label", "First one")
        pane.press("park_now")  # without a reason the rules refuse
        wait_for(lambda: "parked" in said(pane), "the reason that is asked")
        assert workbook.row("focus", first)["status"] == "Active"
        pane.type("park_reason", "Waits for the new system")
        pane.press("park_now")
        pane.wait_label("foot_state", words["saved"])
        row = workbook.row("focus", first)
        assert (row["status"], row["reason"]) == ("Parked", "Waits for the new system"), row
        assert workbook.row("focus", third)["status"] == "Active"
        pane.wait_label("focus_state", words["of"])
        wait_for(lambda: not pane.has("park") and not pane.has("park_now"), "parking to be over")
        office.close_doc(doc)


def test_an_existing_goal_is_linked_and_a_new_one_comes_with_its_link():
    with Office(extension=BUNDLED) as office:
        doc, workbook = start(office, "en")
        goal = workbook.append("goals", goal="A goal that was there", reason="r")
        row = workbook.append("focus", focus="Without a goal", unit="North")
        pane = Deck(doc).follow
        pane.wait("field_goal")
        take_row(pane, "A goal that was there")
        wait_for(lambda: workbook.row("focus", row)["goal"] == goal, "the link")
        if not pane.has("field_number"):
            task(pane, 2)
        pane.wait("field_number")  # and on with the measurement
        fill(pane, number="0", name="Spring", start=day(-9))
        save(pane, WORDS["en"])
        wave = workbook.rows("waves")[0]["id"]
        assert workbook.row("focus", row)["wave"] == wave
        doc.UndoManager.undo()  # row and link are one step
        assert workbook.rows("waves") == [] and workbook.row("focus", row)["wave"] == ""
        doc.UndoManager.redo()
        assert workbook.row("focus", row)["wave"] == wave
        office.close_doc(doc)


def test_an_action_without_focus_point():
    with Display() as display, Office(extension=BUNDLED, backend="gtk3",
                                      display=display) as office:
        doc, workbook = start(office, "en")
        pane = Deck(doc).follow
        pane.wait_label("focus_name", "New focus point")
        show_focus(display, pane, 2, "Separate action")
        wait_for(lambda: not pane.has("step"), "the steps to go")
        fill(pane, action="Order new headsets", owner="Anna de Wit", deadline="+7")
        save(pane, WORDS["en"])
        row = workbook.rows("actions")[0]
        assert (row["action"], row["focus"]) == ("Order new headsets", ""), row
        wait_for(lambda: pane.text("field_action") == "", "an empty form for the next one")
        office.close_doc(doc)


def test_another_branch_begins_after_an_answer():
    words = WORDS["en"]
    with Display() as display, Office(extension=BUNDLED, backend="gen", display=display) as office:
        doc, workbook = start(office, "en")
        row = focus_point(workbook, "First one")
        workbook.change("focus", row, current="Three calls", desired="One", measure="Calls",
                        value_now="3", value_wanted="1", wanted_by=day(60))
        workbook.append("causes", focus=row, branch="1", why_number="1", question="Why?",
                        answer="Because")
        pane = Deck(doc).follow
        pane.wait_label("focus_name", "First one")
        show_step(display, pane, 5, words)
        pane.wait("field_answer_2")
        assert pane.text("field_answer_1") == "Because"
        assert "Because" in pane.label("label_answer_2"), pane.label("label_answer_2")
        pane.type("field_answer_2", "Typed in the first branch")
        menu_row(display, pane, "branch", 1)
        wait_for(lambda: not pane.has("field_answer_2"), "a branch of its own")
        assert pane.text("field_answer_1") == ""
        assert "Because" in pane.label("label_answer_1"), pane.label("label_answer_1")
        pane.type("field_answer_1", "Another reason")
        menu_row(display, pane, "branch_shown", 1)
        pane.wait("field_answer_2")
        assert pane.text("field_answer_2") == "Typed in the first branch", "typed text stays"
        save(pane, words)  # all that was begun in the step
        causes = {(cause["branch"], cause["why_number"], cause["answer"])
                  for cause in workbook.rows("causes")}
        assert causes == {("1", "1", "Because"), ("1", "2", "Typed in the first branch"),
                          ("2", "2", "Another reason")}, causes
        office.close_doc(doc)


def test_the_measurement_that_is_chosen_is_compared():
    with Display() as display, Office(extension=BUNDLED, backend="gen", display=display) as office:
        doc, workbook = start(office, "en")
        row = focus_point(workbook, "First one", value_now="0", measure="NPS")
        answers = doc.Sheets[0]
        for column, low in ((0, 30), (1, 28)):
            answers.getCellRangeByPosition(column, 0, column, 59).setDataArray(
                tuple((5.0,) if i < low else (9.0,) for i in range(60)))
        workbook.change("waves", workbook.rows("waves")[0]["id"], scores="Sheet1.A:A")
        workbook.append("waves", number="8", name="Stories", kind="qualitative", start=day(-5))
        workbook.append("waves", number="9", name="Later", kind="quantitative", start=day(-5),
                        scores="Sheet1.B1:B60", changes="One question more")
        workbook.append("agenda", focus=row, meeting="Team", next=day(9))
        workbook.change("focus", row, status="active", current="c", desired="d", value_wanted="30",
                        wanted_by=day(60))
        workbook.append("causes", focus=row, branch="1", why_number="1", question="q", answer="a")
        workbook.change("focus", row, confirmed_on=day(0))
        workbook.change("focus", row, status="secured")
        pane = Deck(doc).follow
        pane.wait_label("focus_name", "First one")
        show_step(display, pane, 9, WORDS["en"])
        task(pane, 2)
        pane.wait("field_wave_after")
        pick(display, pane, "field_wave_after", "Stories")
        pane.wait_label("measure", "qualitative")
        wait_for(lambda: "qualitative" in pane.text("field_verdict"), "the verdict")
        pick(display, pane, "field_wave_after", "Later")
        told = pane.wait_label("measure", "Difference: \\+7 \\(.*no demonstrable difference")
        assert "be careful when comparing" in told and "not prove" in told, told
        wait_for(lambda: "no demonstrable" in pane.text("field_verdict"), "the verdict")
        assert pane.text("field_value_later") == "6.7", pane.text("field_value_later")
        save(pane, WORDS["en"])
        written = workbook.row("focus", row)
        assert written["verdict"] == "no demonstrable difference", written
        office.close_doc(doc)


if __name__ == "__main__":
    main(globals())
