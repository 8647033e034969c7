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


def fill(pane, **fields):
    """Types into fields of the form; those behind More are opened first."""
    for key, text in fields.items():
        pane.wait("save")
        if not pane.has("field_" + key):
            pane.press("more_")
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


def start(office, words_of, display=None):
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


if __name__ == "__main__":
    main(globals())
