# SPDX-License-Identifier: GPL-3.0-or-later
"""Working in the panel Follow-up from a test: filling in its form, saving, menus."""

import re

from kp_deck import known_names
from kp_office import wait_for
from kp_workbook import Workbook, day

WORDS = {
    "en": dict(focus="New focus point", saved="✓ Saved", active="Active", secured="Embedded",
               chosen="Chosen", done="Done", proposed="Proposed", of="2 of 2 in use",
               step="Step %d of 9", locked="first finish step", rise="rise",
               difference="Difference", which_cause="Choose the cause", one_person="Choose one person",
               which_solution="Choose the solution", past="is in the past", limit="Park one first",
               look="Look at"),
    "nl": dict(focus="Nieuw focuspunt", saved="✓ Opgeslagen", active="Actief", secured="Geborgd",
               chosen="Gekozen", done="Gereed", proposed="Voorgesteld",
               of="2 van 2 in gebruik", step="Stap %d van 9", locked="eerst stap", rise="stijging",
               difference="Verschil", which_cause="Kies de oorzaak", one_person="Kies één persoon",
               which_solution="Kies de oplossing", past="in het verleden", limit="Parkeer er eerst één",
               look="Pas "),
}


def menu_row(display, pane, name, number):
    """Chooses the number-th row of a menu, from 1."""
    pane.choose(display, name, *["Down"] * number, "Return")


def pick(display, pane, name, wanted, rows=12):
    """Chooses from the menu of a choice until it says what is wanted: the arrow keys differ
    between back ends. `name` is that of the field."""
    said = []
    for downs in range(1, rows + 1):
        pane.choose(display, name.replace("field_", "menu_"), *["Down"] * downs, "Return")
        try:
            wait_for(lambda: wanted in pane.text(name), wanted, 0.4)
            return
        except AssertionError:
            said.append(pane.text(name))
    raise AssertionError("%s has no %r: %s" % (name, wanted, said))


def idle(office):
    """Until the office has done all that it was asked. A text that is set from outside reaches the
    panel beside the office's own thread: nothing else may go on then."""
    office.service("com.sun.star.awt.Toolkit").processEventsToIdle()


def turn(pane, name):
    """Sees to it that a field is on the page that is shown."""
    pane.wait("foot_save")
    if not pane.has(name):
        pane.wait("more_")
        pane.press("more_")
        pane.wait(name)


def fill(pane, **fields):
    """Types into fields of the form; those behind More are turned to first."""
    for key, text in fields.items():
        turn(pane, "field_" + key)
        idle(fill.office)
        pane.type("field_" + key, text)


def toggle(pane, key, item):
    """Presses a toggle of a choice among few."""
    name = "toggle_%s_%s" % (item, key)
    turn(pane, name)
    if not pane.control(name).getModel().State:
        pane.press(name)
    wait_for(lambda: pane.control(name).getModel().State, name)


def enabled(pane, name):
    return bool(pane.control(name).getModel().Enabled)


def task(pane, number):
    """Another task of the step."""
    pane.press("task_%d" % number)
    wait_for(lambda: pane.control("task_%d" % number).getModel().State, "task %d" % number)
    pane.idle()


def save(pane, words):
    """Presses Save and waits until it is written and said; one step of undo comes of it."""
    steps = undo_steps(pane)
    pane.idle()
    try:
        wait_for(lambda: enabled(pane, "foot_save"), "something to save")
    except AssertionError as problem:
        raise AssertionError("nothing to save: " + said(pane)) from problem
    save.count = getattr(save, "count", 0) + 1
    pane.press("foot_save")
    try:
        wait_for(lambda: undo_steps(pane) > steps, "the row to be written")
    except AssertionError as problem:
        raise AssertionError("not written: " + said(pane)) from problem
    assert undo_steps(pane) == steps + 1, "one step of undo"
    return pane.wait_label("foot_state", words["saved"])


def take_row(pane, title):
    """Takes a row of the list of a task, which is folded away beside a new one."""
    pane.idle()
    if pane.has("rows_fold"):
        pane.press("rows_fold")
    pane.wait("rows")
    pane.select("rows", title)
    pane.idle()


def undo_steps(pane):
    return len(pane.deck.doc.UndoManager.getAllUndoActionTitles())


def said(pane):
    """All that the form says of its fields, and why it was not saved."""
    dialog = pane.dialog()
    return " | ".join(pane.label(name) for name in known_names()
                      if name.startswith(("note_", "foot_")) and dialog.getControl(name))


def refused(pane, *parts):
    """Presses Save and waits for the refusal, which says all these words."""
    steps = undo_steps(pane)
    pane.idle()
    pane.press("foot_save")
    wait_for(lambda: "✕" in pane.label("foot_state"), "the refusal")
    wait_for(lambda: all(part in said(pane) for part in parts), " and ".join(parts))
    assert undo_steps(pane) == steps


def go(pane, number):
    """Turns to a step with the arrows beside its name."""
    for _ in range(9):
        pane.wait("step")
        shown = int(re.search(r"\d+", pane.label("step")).group())
        if shown == number:
            return
        arrow = "step_on" if shown < number else "step_back"
        assert enabled(pane, arrow), "%s at step %d" % (arrow, shown)
        pane.press(arrow)
        wait_for(lambda: " %d " % shown not in pane.label("step"), "another step")  # noqa: B023
        pane.idle()


def step(pane, number, words):
    """Waits until a step is the one that is shown."""
    wanted = words["step"] % number
    wait_for(lambda: wanted in pane.label("step"), "%s; it is %s" % (wanted, pane.label("step")))


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


def go_step(pane, number):
    """To a step with the buttons ◀ and ▶."""
    pane.wait("step")
    for _ in range(12):
        pane.idle()
        now = int(re.search(r"\d+", wait_for(lambda: pane.label("step"), "the step")).group())
        if now == number:
            return
        name = "step_on" if now < number else "step_back"
        assert enabled(pane, name), "%s of step %d is disabled" % (name, now)
        pane.press(name)
        wait_for(lambda: not re.search(r" %d " % now, pane.label("step")), "another step")  # noqa: B023
    raise AssertionError("step %d is not reached" % number)


def written(pane):
    """Presses Save and waits until the footer says that it is saved."""
    pane.idle()
    wait_for(lambda: enabled(pane, "foot_save"), "something to save: " + said(pane))
    pane.press("foot_save")
    try:
        wait_for(lambda: pane.label("foot_state").startswith("✓ "), "saved")
    except AssertionError as problem:
        raise AssertionError("not saved: " + said(pane)) from problem
    assert pane.label("foot_state").startswith(("✓ Saved", "✓ Opgeslagen")), said(pane)
