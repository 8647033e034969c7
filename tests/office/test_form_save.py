#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Saving a form in a real office: the reason that a change wants, what is said of a save that is
undone, questions that stay outside the step of undo, and the letters of its labels."""

import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import improvement_round  # noqa: E402
from kp_deck import Deck  # noqa: E402
from kp_display import Display  # noqa: E402
from kp_follow import (fill, focus_point, go_step, said, start, task, toggle, turn,  # noqa: E402
                       written)  # noqa: E402
from kp_office import BUNDLED, Office, main, wait_for  # noqa: E402
from kp_workbook import Workbook, day  # noqa: E402


def start_round(office):
    """One round of improvement, in Dutch, up to the agenda."""
    doc = office.new_calc()
    fill.office = office
    workbook = Workbook(office, doc, "nl")
    workbook.set_up("nl", Practices=["structural"])
    return doc, workbook, improvement_round.write(workbook)


# ------------------------------------------------------------------------------------------- undo


def test_what_was_said_of_a_save_goes_with_it():
    with Office(extension=BUNDLED) as office:
        doc, workbook = start(office, "en")
        focus = focus_point(workbook, "Fewer calls")
        pane = Deck(doc).follow
        pane.wait_label("focus_name", "Fewer calls")
        # a new row
        go_step(pane, 1)
        task(pane, 3)
        fill(pane, date=day(-20), purpose="Agree what we want")
        written(pane)
        assert re.search(r", row \d+[.]", pane.label("foot_text")), said(pane)
        assert "Goal of the session" not in pane.label("foot_text"), said(pane)
        assert pane.label("foot_slot").replace("~", "") == "Undo", said(pane)
        doc.UndoManager.undo()
        wait_for(lambda: "✓" not in pane.label("foot_state"), "the message to go with the row")
        assert workbook.rows("sessions") == []
        # a change of a row that stays
        go_step(pane, 3)
        fill(pane, why="Strongest driver")
        written(pane)
        assert workbook.row("focus", focus)["why"] == "Strongest driver"
        # undone by the panel itself
        pane.press("foot_slot")
        pane.wait_label("foot_state", "✓ Undone")
        assert workbook.row("focus", focus)["why"] == "w"
        # something else is done meanwhile: the panel no longer offers to undo its own
        fill(pane, why="Another driver")
        written(pane)
        doc.Sheets[0].getCellByPosition(20, 90).String = "something else"
        wait_for(lambda: "✓" not in pane.label("foot_state"), "the offer to go")
        doc.UndoManager.undo()
        assert workbook.row("focus", focus)["why"] == "Another driver"
        # a row that people take away by hand
        fill(pane, why="A third driver")
        written(pane)
        sheet = workbook.sheet("focus")
        ids = [sheet.getCellByPosition(0, i).String for i in range(10)]
        sheet.Rows.removeByIndex(ids.index(focus), 1)
        wait_for(lambda: "✓" not in pane.label("foot_state"), "the message to go")
        office.close_doc(doc)


def test_an_offer_is_no_part_of_the_step():
    """A name that the list has not: an offer in the form, which holds up nothing meanwhile."""
    with Office(extension=BUNDLED) as office:
        doc, workbook = start(office, "en")
        focus = focus_point(workbook, "Fewer calls")
        pane = Deck(doc).follow
        pane.wait_label("focus_name", "Fewer calls")
        go_step(pane, 3)
        task(pane, 2)  # a project that the focus point gets a link to
        fill(pane, name="New phones", owner="Els Vos")
        pane.press("foot_save")
        pane.wait("offer_owner")
        cell = doc.Sheets[0].getCellByPosition(20, 90)
        cell.String = "meanwhile"
        assert doc.UndoManager.getAllUndoActionTitles()[0] == "Input", "a step of its own"
        doc.UndoManager.undo()  # not allowed within a step
        assert cell.String == ""
        pane.press("offer_owner")
        pane.wait_label("foot_state", "✓ Saved")
        project = workbook.rows("projects")[0]
        assert project["owner"] == "Els Vos", project
        assert workbook.row("focus", focus)["project"] == project["id"]
        assert "Els Vos" in [row["person"] for row in workbook.rows("lists")]
        doc.UndoManager.undo()  # row and link are one step
        assert workbook.rows("projects") == []
        assert workbook.row("focus", focus)["project"] == ""
        office.close_doc(doc)


# ----------------------------------------------------------------------------------------- reason


def refused_for_reason(pane, name):
    pane.idle()
    pane.press("foot_save")
    pane.wait_label("note_" + name, "Vul een reden in om terug te gaan")
    assert "✕" in pane.label("foot_state"), said(pane)


def test_one_reason_is_enough():
    """Back from Secured: the reason in the row is the reason of the change."""
    with Display(1400, 1000) as display:
        with Office(extension=BUNDLED, ui_language="nl", backend="gen", display=display) as office:
            doc, workbook, made = start_round(office)
            workbook.change("focus", made["focus"], status="secured")
            pane = Deck(doc).follow
            go_step(pane, 8)
            task(pane, 2)
            turn(pane, "toggle_secured_status")
            assert pane.control("toggle_secured_status").getModel().State
            assert not pane.has("field_note_"), pane.names()
            assert not pane.label("label_reason").endswith("*"), "nothing to give a reason for"
            toggle(pane, "status", "active")
            pane.wait_label("label_reason", r" \*$")
            refused_for_reason(pane, "reason")
            assert pane.label("note_status") == "", said(pane)
            wait_for(lambda: pane.has_focus("field_reason"), "the focus where the reason goes")
            fill(pane, reason="Het liep terug")
            written(pane)
            row = workbook.row("focus", made["focus"])
            assert (row["status"], row["reason"]) == ("Actief", "Het liep terug"), row
            assert workbook.rows("log")[-1]["reason"] == "Het liep terug"
            office.close_doc(doc)


def test_an_old_reason_is_none():
    """What was said of an earlier change does not explain this one."""
    with Office(extension=BUNDLED, ui_language="nl") as office:
        doc, workbook, made = start_round(office)
        workbook.change("actions", made["hold"], status="done", done_on=day())
        pane = Deck(doc).follow
        go_step(pane, 7)
        if not pane.has("rows"):
            pane.press("rows_fold")
        pane.wait("rows")
        data = pane.grid("rows")
        at = next(i for i in range(data.RowCount) if any(
            "Vooraf gebelde" in str(data.getCellData(k, i)) for k in range(data.ColumnCount)))
        pane.take("rows", at)
        pane.wait_label("form_title", "Vooraf gebelde")
        turn(pane, "field_reason")
        assert pane.text("field_reason") == "Het overzicht van de planning"
        toggle(pane, "status", "progress")
        refused_for_reason(pane, "reason")
        fill(pane, reason="Er bleek een fout in")
        written(pane)
        assert workbook.row("actions", made["hold"])["status"] == "Bezig"
        assert workbook.rows("log")[-1]["reason"] == "Er bleek een fout in"
        office.close_doc(doc)


def test_the_reason_is_asked_only_when_it_is_wanted():
    """The form that has no column for it: "Measure again"."""
    with Office(extension=BUNDLED, ui_language="nl") as office:
        doc, workbook, made = start_round(office)
        workbook.change("focus", made["focus"], status="secured")
        pane = Deck(doc).follow
        go_step(pane, 9)
        task(pane, 2)
        turn(pane, "toggle_secured_status")
        assert pane.control("toggle_secured_status").getModel().State
        assert not pane.has("field_note_") and not pane.has("label_note_"), pane.names()
        toggle(pane, "status", "active")
        pane.wait("field_note_")
        assert pane.label("label_note_").endswith("*"), pane.label("label_note_")
        toggle(pane, "status", "secured")
        wait_for(lambda: not pane.has("field_note_"), "the reason to go again")
        toggle(pane, "status", "active")
        pane.wait("field_note_")
        refused_for_reason(pane, "note_")
        pane.type("field_note_", "Het liep terug")
        toggle(pane, "status", "secured")
        assert pane.has("field_note_"), "what was typed stays in sight"
        toggle(pane, "status", "active")
        written(pane)
        assert workbook.row("focus", made["focus"])["status"] == "Actief"
        assert workbook.rows("log")[-1]["reason"] == "Het liep terug"
        office.close_doc(doc)


# ---------------------------------------------------------------------------------------- letters


def letter(label):
    place = label.find("~")
    return label[place + 1].lower() if place >= 0 else ""


def letters(backend):
    """The labels of a form have letters of their own; a letter that another panel has, too, goes to
    the panel that has the focus."""
    with Display(1400, 1000) as display:
        with Office(extension=BUNDLED, backend=backend, display=display) as office:
            doc, workbook = start(office, "en")
            focus_point(workbook, "Fewer calls")
            deck = Deck(doc)
            pane = deck.follow
            pane.wait_label("focus_name", "Fewer calls")
            go_step(pane, 3)
            pane.wait("field_focus")
            labels = {name: pane.label(name) for name in pane.names()
                      if name.startswith("label_") and pane.has(name)}
            given = {name: letter(text) for name, text in labels.items() if letter(text)}
            assert len(set(given.values())) == len(given), labels
            assert "label_unit" in given and "label_focus" in given, labels
            assert letter(pane.label("foot_save")) not in given.values(), labels
            for name, key in given.items():
                field = name.replace("label_", "field_")
                if not hasattr(pane.control(field), "getText"):
                    continue  # the letter of a button opens its menu
                pane.focus("more_")
                display.key("alt+" + key)
                wait_for(lambda: pane.has_focus(field), "Alt+%s to reach %s" % (key, field))
            office.close_doc(doc)


def test_letters_gtk3():
    letters("gtk3")


def test_letters_gen():
    letters("gen")


if __name__ == "__main__":
    main(globals())
