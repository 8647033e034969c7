#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Saving a form in a real office: the reason that a change wants, what is said of a save that is
undone, questions that stay outside the step of undo, and the letters of its labels."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import improvement_round  # noqa: E402
from kp_deck import Deck, answer_window  # noqa: E402
from kp_display import Display  # noqa: E402
from kp_follow import fill, focus_point, idle, menu_row, pick, said, start  # noqa: E402
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
        pane.wait_label("focus", "Fewer calls")
        # a new row
        pane.select("steps", 0)
        pane.wait("field_purpose")
        fill(pane, date=day(-20), purpose="Agree what we want")
        pane.press("save")
        pane.wait_label("message", "[(]S-")
        told = pane.label("message").split("\n")
        assert told[1].startswith("Tip: still empty: ") and ", " in told[1], told
        assert not any("Purpose" in line or "Fill in" in line for line in told), told
        doc.UndoManager.undo()
        wait_for(lambda: not pane.label("message"), "the message to go with the row")
        assert workbook.rows("sessions") == []
        # a change of a row that stays
        pane.select("steps", 2)
        fill(pane, why="Strongest driver")
        pane.press("save")
        pane.wait_label("message", "[(]" + focus)
        doc.Sheets[0].getCellByPosition(20, 90).String = "something else"
        pane.idle()
        pane.wait_label("message", "[(]" + focus)  # still true
        doc.UndoManager.undo()
        pane.idle()
        pane.wait_label("message", "[(]" + focus)
        doc.UndoManager.undo()
        wait_for(lambda: not pane.label("message"), "the message to go with the change")
        assert workbook.row("focus", focus)["why"] == "w"
        # a row that people take away by hand
        fill(pane, why="Another driver")
        pane.press("save")
        pane.wait_label("message", "[(]" + focus)
        sheet = workbook.sheet("focus")
        ids = [sheet.getCellByPosition(0, i).String for i in range(10)]
        sheet.Rows.removeByIndex(ids.index(focus), 1)
        wait_for(lambda: "Saved in row" not in pane.label("message"), "the message to go")
        office.close_doc(doc)


def test_a_question_is_no_part_of_the_step():
    with Display(1400, 1000) as display:
        with Office(extension=BUNDLED, backend="gen", display=display) as office:
            doc, workbook = start(office, "en")
            focus = focus_point(workbook, "Fewer calls")
            pane = Deck(doc).follow
            pane.wait_label("focus", "Fewer calls")
            pane.select("steps", 2)
            menu_row(display, pane, "task", 2)  # a project that the focus point gets a link to
            pane.wait("field_name")
            fill(pane, name="New phones", owner="Els Vos")
            pane.press("save")
            wait_for(lambda: display.windows("List of people"), "the question")
            cell = doc.Sheets[0].getCellByPosition(20, 90)
            cell.String = "meanwhile"
            assert doc.UndoManager.getAllUndoActionTitles()[0] == "Input", "a step of its own"
            doc.UndoManager.undo()  # not allowed within a step
            assert cell.String == ""
            answer_window(display, "List of people", "Return")
            pane.wait_label("message", "[(]P-")
            project = workbook.rows("projects")[0]
            assert project["owner"] == "Els Vos", project
            assert workbook.row("focus", focus)["project"] == project["id"]
            assert "Els Vos" in [row["person"] for row in workbook.rows("lists")]
            doc.UndoManager.undo()  # row and link are one step
            assert workbook.rows("projects") == []
            assert workbook.row("focus", focus)["project"] == ""
            office.close_doc(doc)


# ----------------------------------------------------------------------------------------- reason


def test_one_reason_is_enough():
    """Back from Secured: the reason in the row is the reason of the change."""
    with Display(1400, 1000) as display:
        with Office(extension=BUNDLED, ui_language="nl", backend="gen", display=display) as office:
            doc, workbook, made = start_round(office)
            workbook.change("focus", made["focus"], status="secured")
            pane = Deck(doc).follow
            pane.wait("steps")
            pane.select("steps", 7)
            menu_row(display, pane, "task", 2)
            pane.wait("field_status")
            pane.wait_label("field_status", "Geborgd")
            assert not pane.has("field_note_"), pane.names()
            assert not pane.label("label_reason").endswith("*"), "nothing to give a reason for"
            pick(display, pane, "field_status", "Actief")
            pane.wait_label("label_reason", r" \*$")
            pane.press("save")
            pane.wait_label("note_reason", "vraagt een toelichting")
            assert pane.label("note_status") == "", said(pane)
            wait_for(lambda: pane.has_focus("field_reason"), "the focus where the reason goes")
            fill(pane, reason="Het liep terug")
            pane.press("save")
            pane.wait_label("message", "[(]" + made["focus"])
            row = workbook.row("focus", made["focus"])
            assert (row["status"], row["reason"]) == ("Actief", "Het liep terug"), row
            assert workbook.rows("log")[-1]["reason"] == "Het liep terug"
            office.close_doc(doc)


def test_an_old_reason_is_none():
    """What was said of an earlier change does not explain this one."""
    with Display(1400, 1000) as display:
        with Office(extension=BUNDLED, ui_language="nl", backend="gen", display=display) as office:
            doc, workbook, made = start_round(office)
            workbook.change("actions", made["hold"], status="done", done_on=day())
            pane = Deck(doc).follow
            pane.wait("steps")
            pane.select("steps", 6)
            pane.wait("row")
            pick(display, pane, "row", "Vooraf gebelde")
            pane.wait_label("field_status", "Gereed")
            assert pane.text("field_reason") == "Het overzicht van de planning"
            pick(display, pane, "field_status", "Bezig")
            pane.press("save")
            pane.wait_label("note_reason", "vraagt een toelichting")
            fill(pane, reason="Er bleek een fout in")
            pane.press("save")
            pane.wait_label("message", "[(]" + made["hold"])
            assert workbook.row("actions", made["hold"])["status"] == "Bezig"
            assert workbook.rows("log")[-1]["reason"] == "Er bleek een fout in"
            office.close_doc(doc)


def test_the_reason_is_asked_only_when_it_is_wanted():
    """The form that has no column for it: "Measure again"."""
    with Display(1400, 1000) as display:
        with Office(extension=BUNDLED, ui_language="nl", backend="gtk3", display=display) as office:
            doc, workbook, made = start_round(office)
            workbook.change("focus", made["focus"], status="secured")
            pane = Deck(doc).follow
            pane.wait("steps")
            pane.select("steps", 8)
            menu_row(display, pane, "task", 2)
            pane.wait("field_status")
            pane.wait_label("field_status", "Geborgd")
            assert not pane.has("field_note_") and not pane.has("label_note_"), pane.names()
            pick(display, pane, "field_status", "Actief")
            pane.wait("field_note_")
            assert pane.label("label_note_").endswith("*"), pane.label("label_note_")
            pick(display, pane, "field_status", "Geborgd")
            wait_for(lambda: not pane.has("field_note_"), "the reason to go again")
            pick(display, pane, "field_status", "Actief")
            pane.wait("field_note_")
            pane.press("save")
            pane.wait_label("note_note_", "vraagt een toelichting")
            pane.type("field_note_", "Het liep terug")
            pick(display, pane, "field_status", "Geborgd")
            assert pane.has("field_note_"), "what was typed stays in sight"
            pick(display, pane, "field_status", "Actief")
            idle(office)
            pane.press("save")
            pane.wait_label("message", "[(]" + made["focus"])
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
            pane.wait_label("focus", "Fewer calls")
            pane.select("steps", 2)
            pane.wait("field_focus")
            labels = {name: pane.label(name) for name in pane.names()
                      if name.startswith("label_") and pane.has(name)}
            given = {name: letter(text) for name, text in labels.items() if letter(text)}
            assert len(set(given.values())) == len(given), labels
            assert "label_status" in given and "label_focus" in given, labels
            assert given["label_focus"] == letter(deck.check.label("check")), (given, "shared")
            for name, key in given.items():
                field = name.replace("label_", "field_")
                if not hasattr(pane.control(field), "getText"):
                    continue  # the letter of a button opens its menu
                pane.focus("steps")
                display.key("alt+" + key)
                wait_for(lambda: pane.has_focus(field), "Alt+%s to reach %s" % (key, field), 5)
            office.close_doc(doc)


def test_letters_gen():
    letters("gen")


def test_letters_gtk3():
    letters("gtk3")


if __name__ == "__main__":
    main(globals())
