#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can happen to the panel Follow-up and its document while people work in it."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from kp_deck import Deck, answer_window  # noqa: E402
from kp_display import Display  # noqa: E402
from kp_follow import WORDS, enabled, fill, focus_point, go, save, start, step  # noqa: E402
from kp_office import BUNDLED, ODS, Office, file_url, main, props, wait_for  # noqa: E402
from kp_workbook import Workbook, day  # noqa: E402

# --------------------------------------------------------------------------------- life of a panel

def test_nothing_is_written_before_it_is_set_up():
    with Display() as display, Office(extension=BUNDLED, backend="gen", display=display) as office:
        doc = office.new_calc()
        pane = Deck(doc).follow
        pane.wait_label("invite", "Set up this workbook")
        assert not pane.has("step") and not doc.isModified()
        assert not pane.has("foot_save") or not enabled(pane, "foot_save")
        pane.press("set_up")
        answer_window(display, "Set up", "Return")
        pane.wait("field_goal")
        assert doc.Sheets.hasByName("Focus points")
        pane.wait_label("foot_text", "\\.")
        office.close_doc(doc)


def test_typed_text_survives():
    """Another step, another focus point, a hidden sidebar, a change of the sheet."""
    with Office(extension=BUNDLED) as office:
        doc, workbook = start(office, "en")
        row = focus_point(workbook, "First one")
        pane = Deck(doc).follow
        pane.wait("field_date")
        fill(pane, purpose="Half a sent")
        go(pane, 4)
        pane.wait("field_current")
        fill(pane, current="Half a situation")
        pane.wait_label("foot_slot", "Discard")
        workbook.change("focus", row, interests="Something else")  # keeps fields and text
        pane.type("field_desired", "and more")
        assert pane.text("field_current") == "Half a situation"
        pane.deck.hide()
        wait_for(lambda: not doc.CurrentController.getSidebar().isVisible(), "the sidebar to go")
        pane = Deck(doc).follow
        pane.wait("field_current")
        assert pane.text("field_current") == "Half a situation"
        go(pane, 1)
        pane.wait("field_purpose")
        assert pane.text("field_purpose") == "Half a sent"
        pane.press("foot_slot")
        wait_for(lambda: pane.text("field_purpose") == "" and not pane.has("foot_slot"), "discard")
        go(pane, 4)
        pane.wait("field_current")
        assert pane.text("field_current") == "Half a situation"
        office.close_doc(doc)


def test_undo_and_changes_in_the_sheet_show():
    with Office(extension=BUNDLED) as office:
        doc, workbook = start(office, "en")
        row = focus_point(workbook, "First one")
        pane = Deck(doc).follow
        pane.wait_label("focus_name", "First one")
        workbook.sheet("focus").getCellByPosition(1, 0).String = "Our points"  # a renamed header
        workbook.change("focus", row, focus="Another title")
        pane.wait_label("focus_name", "Another title")
        go(pane, 4)
        pane.wait("field_current")
        fill(pane, current="Now", desired="Then", measure="M", value_now="1", value_wanted="2",
             wanted_by=day(30))
        save(pane, WORDS["en"])
        go(pane, 4)
        assert enabled(pane, "step_on"), "5 is open"
        doc.UndoManager.undo()
        wait_for(lambda: not enabled(pane, "step_on"), "undo to show")
        doc.UndoManager.redo()
        wait_for(lambda: enabled(pane, "step_on"), "redo to show")
        # its row is gone: the panel goes on with what is there
        sheet = workbook.sheet("focus")
        sheet.Rows.removeByIndex(1, 1)
        pane.wait_label("focus_name", "New focus point")
        # its sheet is gone: it offers to bring it back
        doc.Sheets.removeByName("Goals")
        pane.wait_label("invite", "Goals")
        assert pane.has("set_up") and not pane.has("field_goal")
        doc.UndoManager.undo()
        pane.wait("field_goal")
        # Calc's undo brings the sheet back, but not what referred to it: the headers' words tell.
        fill(pane, goal="g", reason="r")
        save(pane, WORDS["en"])
        office.close_doc(doc)


def test_two_documents_and_closing_under_the_form():
    with Office(extension=BUNDLED) as office:
        one, book_one = start(office, "en")
        two, book_two = start(office, "en")
        panes = Deck(one).follow, Deck(two).follow
        for pane in panes:
            pane.wait("field_goal")
        fill(panes[0], goal="typed in one", reason="r")
        fill(panes[1], goal="typed in two", reason="r")
        save(panes[1], WORDS["en"])
        assert book_one.rows("goals") == [] and book_two.rows("goals")[0]["goal"] == "typed in two"
        assert panes[0].text("field_goal") == "typed in one"
        office.close_doc(two)
        save(panes[0], WORDS["en"])
        assert book_one.rows("goals")[0]["goal"] == "typed in one"
        office.close_doc(one)
        assert office.stderr_text() == "", office.stderr_text()


def test_what_is_shown_stays_while_people_work_on_it():
    with Office(extension=BUNDLED) as office:
        doc, workbook = start(office, "en")
        focus_point(workbook, "First one")
        pane = Deck(doc).follow
        pane.wait_label("focus_name", "First one")
        fill(pane, purpose="Typing this")
        focus_point(workbook, "Touched later")  # would come first by itself
        pane.wait_label("focus_state", WORDS["en"]["of"])
        assert "First one" in pane.label("focus_name") and pane.text("field_purpose") == "Typing this"
        office.close_doc(doc)


def test_two_windows_of_one_document():
    with Office(extension=BUNDLED) as office:
        doc, workbook = start(office, "en")
        one = Deck(doc).follow
        one.wait("field_goal")
        fill(one, goal="typed in the first window", reason="r")
        first = doc.CurrentController
        office.dispatch(doc, ".uno:NewWindow")
        wait_for(lambda: doc.CurrentController != first, "the second window")
        two = Deck(doc).follow
        two.wait("field_goal")
        assert two.text("field_goal") == "typed in the first window"
        save(two, WORDS["en"])
        one.wait("field_number")  # the first window goes on too
        two.wait("field_number")
        doc.CurrentController.Frame.close(True)
        wait_for(lambda: doc.CurrentController == first, "the second window to close")
        fill(one, number="0", name="Spring", start=day(-9))
        save(one, WORDS["en"])
        assert len(workbook.rows("goals")) == 1 and len(workbook.rows("waves")) == 1
        office.close_doc(doc)
        assert office.stderr_text() == "", office.stderr_text()


def test_read_only_shows_and_jumps():
    with Office(extension=BUNDLED) as office:
        doc, workbook = start(office, "en")
        focus_point(workbook, "First one")
        path = os.path.join(office.folder, "round.ods")
        office.store(doc, path, ODS)
        office.close_doc(doc)
        doc = office.load(path, ReadOnly=True)
        pane = Deck(doc).follow
        pane.wait_label("foot_text", "Read-only")
        pane.wait_label("focus_name", "First one")
        go(pane, 3)
        pane.wait("field_focus")
        assert not enabled(pane, "foot_save")
        pane.press("jump")
        wait_for(lambda: doc.CurrentController.ActiveSheet.Name == "Focus points", "the jump")
        assert not doc.isModified()
        office.close_doc(doc)


def test_a_shared_document_that_is_loaded_anew():
    with Office(extension=BUNDLED) as office:
        doc, workbook = start(office, "en")
        focus_point(workbook, "First one")
        path = os.path.join(office.folder, "shared.ods")
        doc.storeAsURL(file_url(path), props(FilterName=ODS))
        answer = workbook.verb("share")
        assert answer["Answer"] == "written", answer
        doc = wait_for(lambda: office.documents()[0], "the shared document")
        workbook = Workbook(office, doc)
        pane = Deck(doc).follow
        pane.wait_label("focus_name", "First one")
        go(pane, 1)
        pane.wait("field_purpose")
        fill(pane, date=day(-3), purpose="Agree what we want")
        pane.press("foot_save")
        pane.wait_label("foot_state", WORDS["en"]["saved"])
        assert len(workbook.rows("sessions")) == 1
        pane.wait("field_strengths")
        fill(pane, strengths="typed before it is loaded anew")
        office.dispatch(doc, ".uno:Reload")
        doc = wait_for(lambda: office.documents() and office.documents()[0], "the document")
        pane = wait_for(lambda: deck_of(office), "the deck again").follow
        pane.wait_label("focus_name", "First one")
        office.close_doc(office.documents()[0])
        assert office.stderr_text() == "", office.stderr_text()


def keyboard(backend):
    """Typing and Ctrl+Enter; the focus goes on to the next form, Tab reaches Save."""
    with Display() as display, Office(extension=BUNDLED, backend=backend,
                                      display=display) as office:
        doc, workbook = start(office, "en")
        pane = Deck(doc).follow
        pane.wait("field_goal")
        pane.focus("field_goal")
        display.type("Customers stay")
        wait_for(lambda: pane.text("field_goal") == "Customers stay", "the text")
        pane.wait("foot_slot")
        display.key("ctrl+Return")
        pane.wait_label("foot_state", WORDS["en"]["saved"])
        assert workbook.rows("goals")[0]["goal"] == "Customers stay"
        wait_for(lambda: pane.has_focus("field_number"), "the focus in the next form")
        display.type("0")
        display.key("Tab")
        display.type("Spring")
        wait_for(lambda: pane.text("field_name") == "Spring", "the name")
        pane.focus("step_on")
        display.key("space")
        step(pane, 2, WORDS["en"])
        wait_for(lambda: any(pane.has_focus(name) for name in ("step_on", "field_date",
                                                               "field_wave")),
                 "the focus stays in the panel")
        office.close_doc(doc)
        assert office.stderr_text() == "", office.stderr_text()


def test_keyboard_gtk3():
    keyboard("gtk3")


def test_keyboard_gen():
    keyboard("gen")


def test_rows_that_a_crash_lost_are_added_again():
    with Office(extension=BUNDLED) as office:
        doc, workbook = start(office, "en")
        path = os.path.join(office.folder, "lost.ods")
        doc.storeAsURL(file_url(path), props(FilterName=ODS))
        workbook.save()
        workbook.append("goals", goal="Not saved", reason="r")
        office.close_doc(doc)
        doc = office.load(path)
        workbook = Workbook(office, doc)
        assert workbook.rows("goals") == []
        pane = Deck(doc).follow
        pane.wait_label("missing", "1 saved row is not in the file")
        pane.press("add_again")
        wait_for(lambda: [row["goal"] for row in workbook.rows("goals")] == ["Not saved"], "the row")
        pane.wait_label("foot_text", "Restored: 1")
        wait_for(lambda: not pane.has("add_again"), "the offer to go")
        office.close_doc(doc)


def deck_of(office):
    docs = office.documents()
    return Deck(docs[0]) if docs and docs[0].CurrentController else None


if __name__ == "__main__":
    main(globals())
