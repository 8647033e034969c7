# SPDX-License-Identifier: GPL-3.0-or-later
"""Working in the panel Follow-up from a test: filling in its form, saving, menus."""

from kp_office import wait_for
from kp_workbook import Workbook, day

WORDS = {
    "en": dict(focus="New focus point", saved="Saved in row", active="Active", secured="Secured",
               chosen="Chosen", done="Done", proposed="Proposed", of="2 of 2 focus points active",
               later="not yet", rise="rise", difference="Difference",
               which_cause="Choose the cause", one_person="Choose one person",
               which_solution="Choose the solution", past="is in the past", limit="Park one first"),
    "nl": dict(focus="Nieuw focuspunt", saved="Opgeslagen in rij", active="Actief", secured="Geborgd",
               chosen="Gekozen", done="Gereed", proposed="Voorgesteld",
               of="2 van 2 focuspunten actief", later="nog niet", rise="stijging", difference="Verschil",
               which_cause="Kies de oorzaak", one_person="Kies één persoon", which_solution="Kies de oplossing",
               past="in het verleden", limit="Parkeer er eerst één"),
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
