#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The panel Follow-up in a real office: a whole round, refusals on the way, and what can happen to
its document meanwhile."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from kp_deck import Deck, answer_window, menus  # noqa: E402
from kp_display import Display  # noqa: E402
from kp_office import BUNDLED, ODS, Office, file_url, main, props, wait_for  # noqa: E402
from kp_workbook import Workbook, day  # noqa: E402

WORDS = {
    "en": dict(focus="New focus point", saved="Saved as", active="Active", secured="Secured",
               chosen="Chosen", done="Done", proposed="Proposed", yes="Yes", of="2 of 2 active",
               later="later", rise="rise", difference="Difference", not_saved="Not saved",
               new="New focus point…", which_cause="Which cause", one_person="is one person",
               which_solution="which one?", past="lies in the past", limit="Park one first",
               first_cause="First"),
    "nl": dict(focus="Nieuw focuspunt", saved="Opgeslagen als", active="Actief", secured="Geborgd",
               chosen="Gekozen", done="Gereed", proposed="Voorgesteld", yes="Ja",
               of="2 van 2 actief", later="later", rise="stijging", difference="Verschil",
               not_saved="Nog niet opgeslagen", new="Nieuw focuspunt…",
               which_cause="Welke oorzaak", one_person="is één persoon", which_solution="welke?",
               past="in het verleden", limit="Parkeer er eerst één", first_cause="eerst"),
}


def pick(display, pane, name, wanted, rows=12):
    """Chooses from the menu of a button until it says what is wanted: the arrow keys differ
    between back ends."""
    said = []
    for downs in range(1, rows + 1):
        pane.choose(display, name, *["Down"] * downs, "Return")
        try:
            wait_for(lambda: wanted in pane.label(name), wanted, 0.4)
            return
        except AssertionError:
            said.append(pane.label(name))
    raise AssertionError("%s has no %r: %s" % (name, wanted, said))


def menu_row(display, pane, name, number):
    """Chooses the number-th row of a menu, from 1."""
    pane.choose(display, name, *["Down"] * number, "Return")


def idle(office):
    """Until the office has done all that it was asked. A text that is set from outside reaches the
    panel beside the office's own thread: nothing else may go on then."""
    office.service("com.sun.star.awt.Toolkit").processEventsToIdle()


def fill(pane, **fields):
    """Types into fields of the form; those behind More are opened first."""
    for key, text in fields.items():
        pane.wait("save")
        if not pane.has("field_" + key):
            pane.press("more_")
            pane.wait("field_" + key)
        idle(fill.office)
        pane.type("field_" + key, text)


def save(pane, words, part=None):
    """Presses Save and waits until it is written and said."""
    steps = undo_steps(pane)
    pane.press("save")
    try:
        wait_for(lambda: undo_steps(pane) > steps, "the row to be written")
    except AssertionError as problem:
        raise AssertionError("not written: " + said(pane)) from problem
    return pane.wait_label("message", part or words["saved"])


def undo_steps(pane):
    return len(pane.deck.doc.UndoManager.getAllUndoActionTitles())


def said(pane):
    """All that the form says of its fields, and why it was not saved."""
    return " | ".join(pane.label(name) for name in pane.names()
                      if name.startswith("note_") or name == "refusal")


def refused(pane, *parts):
    """Presses Save and waits for the refusal, which says all these words."""
    steps = undo_steps(pane)
    pane.press("save")
    wait_for(lambda: all(part in said(pane) for part in parts) and pane.label("refusal"),
             "%s in %s" % (parts, said(pane)))
    assert undo_steps(pane) == steps


def step(pane, number):
    """Waits until a step is the selected one."""
    wait_for(lambda: pane.has("steps") and pane.selected("steps") == number - 1,
             "step %d; it is %d" % (number, pane.selected("steps") + 1))


def start(office, words_of):
    fill.office = office
    doc = office.new_calc()
    workbook = Workbook(office, doc, words_of)
    workbook.set_up(words_of, Practices=["structural"])
    for person in ("Anna de Wit", "Jansen, Petra"):
        workbook.append("lists", person=person)
    workbook.append("lists", unit="North")
    return doc, workbook


# ------------------------------------------------------------------------------------- the round

def prepare(pane, words, number=1):
    fill(pane, goal="Customers stay", reason="They leave")
    save(pane, words)
    pane.wait("field_number")
    fill(pane, number="0", name="Spring", start="2026-01-05", scores="Sheet1.A1:A60")
    save(pane, words)
    pane.wait("field_purpose")
    assert not pane.has("field_wave") and not pane.has("field_kind"), pane.names()
    fill(pane, date=day(-20), purpose="Agree what we want")
    save(pane, words)
    step(pane, 2)
    fill(pane, date=day(-10), purpose="Understand the scores", strengths="Friendly",
         improvements="Late")
    save(pane, words)
    step(pane, 3)


def choose(display, pane, words, title):
    pane.wait("field_focus")
    fill(pane, focus=title, unit="North", why="Strongest driver", quote="I waited", lead="Anna de Wit")
    save(pane, words)
    wait_for(lambda: title in pane.label("focus"), "the new focus point on top")
    pane.wait_label("focus_state", words["proposed"])
    step(pane, 3)
    pick(display, pane, "field_status", words["active"])
    save(pane, words)
    step(pane, 4)


def whole_round(display, office, language):
    words = WORDS[language]
    doc, workbook = start(office, language)
    scores = doc.Sheets[0]
    for column, low in ((0, 30), (1, 5)):
        scores.getCellRangeByPosition(column, 0, column, 59).setDataArray(
            tuple((5.0,) if i < low else (9.0,) for i in range(60)))
    scores.Name = "Sheet1"
    pane = Deck(doc).follow
    pane.wait_label("focus", words["focus"])
    assert words["later"] in pane.rows("steps")[3], pane.rows("steps")
    prepare(pane, words)
    choose(display, pane, words, "Fewer calls")
    row = workbook.rows("focus")[0]
    assert row["goal"] and row["wave"] and row["status"] == words["active"], row
    # 5 is closed until the situation is there
    pane.select("steps", 4)
    wait_for(lambda: not pane.has("save"), "the closed step to have no form")
    pane.select("steps", 3)
    pane.wait("field_current")
    fill(pane, current="Three calls", desired="One call", measure="NPS", value_now="0",
         value_wanted="30", wanted_by=day(60))
    save(pane, words)
    step(pane, 5)
    for number in (1, 2, 3):
        pane.wait("field_answer")
        wait_for(lambda: pane.text("field_why_number") == str(number), "why %d" % number)
        fill(pane, answer="Because of %d" % number)
        save(pane, words)
        wait_for(lambda: "%d → Because of %d" % (number, number) in pane.label("chain")
                 or pane.has("field_confirmed_on"), "the chain")
    pane.wait("field_confirmed_on")
    assert pane.text("field_confirmed_on") == day(0)
    fill(pane, confirmed_by="the team")
    save(pane, words)
    step(pane, 6)
    fill(pane, solution="Let us look into orders", achieve="One answer", bridge="No second call")
    pick(display, pane, "field_decision", words["chosen"])
    refused(pane, words["which_cause"])
    menu_row(display, pane, "field_cause", 2)
    save(pane, words)
    step(pane, 7)
    fill(pane, action="Ask for access to the orders", owner="Anna de Wit en Jansen, Petra",
         deadline=day(9))
    refused(pane, words["one_person"], words["which_solution"])
    fill(pane, owner="Anna de Wit", deadline=day(-3))
    menu_row(display, pane, "field_solution", 2)
    refused(pane, words["past"])
    fill(pane, deadline=day(9))
    save(pane, words)
    assert len(workbook.rows("actions")) == 1, workbook.rows("actions")
    pane.wait_label("row", "Ask for")  # still open: the step goes on with it
    pick(display, pane, "field_status", words["done"])
    fill(pane, done_on=day(0))
    save(pane, words)
    step(pane, 8)
    fill(pane, meeting="Team meeting", next=day(12))
    save(pane, words)
    wait_for(lambda: pane.has("field_status") and not pane.has("field_meeting"), "the status")
    pick(display, pane, "field_status", words["secured"])
    save(pane, words)
    step(pane, 9)
    pane.wait("field_number")
    fill(pane, number="1", name="Summer", start="2026-07-05", scores="Sheet1.B1:B60")
    save(pane, words)
    pane.wait("field_value_later")
    assert words["difference"] in pane.label("measure"), (pane.label("measure"), workbook.rows("waves"))
    assert words["rise"] in pane.label("field_verdict"), pane.label("field_verdict")
    assert pane.text("field_value_later").replace(",", ".") == "83.3", pane.text("field_value_later")
    save(pane, words)
    wait_for(lambda: all(text.startswith("✓") for text in pane.rows("steps")), "all done")
    assert [i for i in workbook.check() if i[0] == "mistake"] == [], workbook.check()
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

def focus_point(workbook, title, status="active", **more):
    goal = workbook.append("goals", goal="Goal of " + title, reason="r")
    wave = workbook.append("waves", number=str(len(workbook.rows("waves"))), name="Of " + title,
                           kind="quantitative", start=day(-30))
    values = dict(focus=title, unit="North", goal=goal, wave=wave, lead="Anna de Wit", why="w",
                  quote="q")
    values.update(more)
    row = workbook.append("focus", **values)
    if status != "proposed":
        workbook.change("focus", row, status=status)
    return row


def show_focus(display, pane, number, title):
    menu_row(display, pane, "focus", number)
    pane.wait_label("focus", title)


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
        pane.select("steps", 2)
        pane.wait("field_status")
        pick(display, pane, "field_status", words["active"])
        refused(pane, words["limit"])
        assert workbook.row("focus", third)["status"] == "Proposed"
        menu_row(display, pane, "park", 1)
        pane.wait_label("park_label", "First one")
        pane.press("park_now")  # without a reason the rules refuse
        pane.wait_label("refusal", "parked")
        assert workbook.row("focus", first)["status"] == "Active"
        pane.type("park_reason", "Waits for the new system")
        pane.press("park_now")
        pane.wait_label("message", words["saved"])
        row = workbook.row("focus", first)
        assert (row["status"], row["reason"]) == ("Parked", "Waits for the new system"), row
        assert workbook.row("focus", third)["status"] == "Active"
        pane.wait_label("focus_state", words["of"])
        wait_for(lambda: not pane.has("park") and not pane.has("park_now"), "parking to be over")
        office.close_doc(doc)


def test_an_existing_goal_is_linked_and_a_new_one_comes_with_its_link():
    with Display() as display, Office(extension=BUNDLED, backend="gen", display=display) as office:
        doc, workbook = start(office, "en")
        goal = workbook.append("goals", goal="A goal that was there", reason="r")
        row = workbook.append("focus", focus="Without a goal", unit="North")
        pane = Deck(doc).follow
        pane.wait("field_goal")
        menu_row(display, pane, "row", 1)
        pane.wait_label("message", "A goal that was there")
        wait_for(lambda: workbook.row("focus", row)["goal"] == goal, "the link")
        pane.wait("field_number")  # and on with the measurement
        fill(pane, number="0", name="Spring", start=day(-9))
        save(pane, WORDS["en"])
        wave = workbook.rows("waves")[0]["id"]
        assert workbook.row("focus", row)["wave"] == wave
        doc.UndoManager.undo()  # row and link are one step
        assert workbook.rows("waves") == [] and workbook.row("focus", row)["wave"] == ""
        pane.wait("field_number")
        doc.UndoManager.redo()
        assert workbook.row("focus", row)["wave"] == wave
        pane.wait("field_purpose")
        office.close_doc(doc)


def test_an_action_without_focus_point():
    with Display() as display, Office(extension=BUNDLED, backend="gtk3",
                                      display=display) as office:
        doc, workbook = start(office, "en")
        pane = Deck(doc).follow
        pane.wait_label("focus", "New focus point")
        menu_row(display, pane, "focus", 2)
        pane.wait_label("focus", "Action without")
        wait_for(lambda: not pane.has("steps"), "the steps to go")
        fill(pane, action="Order new headsets", owner="Anna de Wit", deadline="+7")
        save(pane, WORDS["en"])
        row = workbook.rows("actions")[0]
        assert (row["action"], row["focus"]) == ("Order new headsets", ""), row
        wait_for(lambda: pane.text("field_action") == "", "an empty form for the next one")
        office.close_doc(doc)


# --------------------------------------------------------------------------------- life of a panel

def test_nothing_is_written_before_it_is_set_up():
    with Display() as display, Office(extension=BUNDLED, backend="gen", display=display) as office:
        doc = office.new_calc()
        pane = Deck(doc).follow
        pane.wait_label("invite", "not set up")
        assert not pane.has("steps") and not pane.has("save") and not doc.isModified()
        pane.press("set_up")
        answer_window(display, "Set up", "Return")
        pane.wait("field_goal")
        assert doc.Sheets.hasByName("Focus points")
        pane.wait_label("message", ".")
        office.close_doc(doc)


def test_typed_text_survives():
    """Another step, another focus point, a hidden sidebar, a change of the sheet."""
    with Office(extension=BUNDLED) as office:
        doc, workbook = start(office, "en")
        row = focus_point(workbook, "First one")
        pane = Deck(doc).follow
        pane.wait("field_date")
        fill(pane, purpose="Half a sent")
        pane.select("steps", 3)
        pane.wait("field_current")
        fill(pane, current="Half a situation")
        pane.wait("discard")
        workbook.change("focus", row, interests="Something else")  # keeps fields and text
        pane.type("field_desired", "and more")
        assert pane.text("field_current") == "Half a situation"
        pane.deck.hide()
        wait_for(lambda: not doc.CurrentController.getSidebar().isVisible(), "the sidebar to go")
        pane = Deck(doc).follow
        pane.wait("field_current")
        assert pane.text("field_current") == "Half a situation"
        pane.select("steps", 0)
        pane.wait("field_purpose")
        assert pane.text("field_purpose") == "Half a sent"
        pane.press("discard")
        wait_for(lambda: pane.text("field_purpose") == "" and not pane.has("discard"), "discard")
        pane.select("steps", 3)
        pane.wait("field_current")
        assert pane.text("field_current") == "Half a situation"
        office.close_doc(doc)


def test_undo_and_changes_in_the_sheet_show():
    with Office(extension=BUNDLED) as office:
        doc, workbook = start(office, "en")
        row = focus_point(workbook, "First one")
        pane = Deck(doc).follow
        pane.wait_label("focus", "First one")
        workbook.change("focus", row, focus="Another title")
        pane.wait_label("focus", "Another title")
        pane.select("steps", 3)
        pane.wait("field_current")
        fill(pane, current="Now", desired="Then", measure="M", value_now="1", value_wanted="2",
             wanted_by=day(30))
        save(pane, WORDS["en"])
        wait_for(lambda: pane.rows("steps")[3].startswith("✓"), "the tick")
        doc.UndoManager.undo()
        wait_for(lambda: not pane.rows("steps")[3].startswith("✓"), "undo to show")
        doc.UndoManager.redo()
        wait_for(lambda: pane.rows("steps")[3].startswith("✓"), "redo to show")
        # its row is gone: the panel goes on with what is there
        sheet = workbook.sheet("focus")
        sheet.Rows.removeByIndex(2, 1)
        pane.wait_label("focus", "New focus point")
        # its sheet is gone: it offers to bring it back
        doc.Sheets.moveByName("Goals", 0)
        doc.Sheets.removeByName("Goals")
        pane.wait_label("invite", "Goals")
        assert pane.has("set_up") and not pane.has("field_goal")
        doc.UndoManager.undo()
        pane.wait("field_goal")
        workbook.sheet("goals").getCellByPosition(1, 0).String = "Our goal"  # a renamed header
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


def test_read_only_shows_and_jumps():
    with Office(extension=BUNDLED) as office:
        doc, workbook = start(office, "en")
        focus_point(workbook, "First one")
        path = os.path.join(office.folder, "round.ods")
        office.store(doc, path, ODS)
        office.close_doc(doc)
        doc = office.load(path, ReadOnly=True)
        pane = Deck(doc).follow
        pane.wait_label("lock", "Read-only")
        pane.wait_label("focus", "First one")
        pane.select("steps", 2)
        pane.wait("field_focus")
        assert not pane.control("save").getModel().Enabled
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
        pane.wait_label("lock", "Shared")
        pane.wait_label("focus", "First one")
        pane.select("steps", 0)
        pane.wait("field_purpose")
        fill(pane, date=day(-3), purpose="Agree what we want")
        pane.press("save")
        pane.wait_label("message", "Saved as")
        assert len(workbook.rows("sessions")) == 1
        fill(pane, strengths="typed before it is loaded anew")
        office.dispatch(doc, ".uno:Reload")
        doc = wait_for(lambda: office.documents() and office.documents()[0], "the document")
        pane = wait_for(lambda: deck_of(office), "the deck again").follow
        pane.wait_label("focus", "First one")
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
        pane.wait("discard")
        display.key("ctrl+Return")
        pane.wait_label("message", "Saved as")
        assert workbook.rows("goals")[0]["goal"] == "Customers stay"
        wait_for(lambda: pane.has_focus("field_number"), "the focus in the next form")
        display.type("0")
        display.key("Tab")
        display.type("Spring")
        wait_for(lambda: pane.text("field_name") == "Spring", "the name")
        pane.focus("steps")
        display.key("Down")
        wait_for(lambda: pane.has("field_purpose"), "the next step")
        assert pane.has_focus("steps"), "the focus stays in the list"
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
        pane.wait_label("missing", "1 row is not in the saved file")
        pane.press("add_again")
        pane.wait_label("message", "Added again: 1")
        assert workbook.rows("goals")[0]["goal"] == "Not saved"
        wait_for(lambda: not pane.has("add_again"), "the offer to go")
        office.close_doc(doc)


def deck_of(office):
    docs = office.documents()
    return Deck(docs[0]) if docs and docs[0].CurrentController else None


if __name__ == "__main__":
    main(globals())
