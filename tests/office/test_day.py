#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A day of a manager in a Dutch office with a workbook of his own, set up from its sheet of answers: once with
real clicks, twice with real keys (the generic window and gtk3). What it takes is counted and printed.
One office each for the whole file."""
import os
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from kp_dialogs import Dialog, close_box, command  # noqa: E402
from kp_hands import Clicks, Keys  # noqa: E402
from kp_office import BUNDLED, ODS, Display, Office, main, wait_for  # noqa: E402
from kp_workbook import Workbook, serial  # noqa: E402
from test_answers import MANAGERS, UNITS, answers  # noqa: E402
from test_today import put_action  # noqa: E402
from kp_pane import selection  # noqa: E402

# Each way has rows of its own on top of the list.
OLDER = {"clicks": 100, "keys": 200, "keys in gtk3": 300}
BACKENDS = {"clicks": "gen", "keys": "gen", "keys in gtk3": "gtk3"}
LIMITS = {"log": (5, 11), "done": (1, 1), "done, another row": (2, 2), "postpone": (2, 2),
          "postpone, another row": (3, 3), "open": (1, 1)}
folder = tempfile.TemporaryDirectory()
begun = {}


class Day:
    """An office with the workbook of the team, ready for work."""

    def __init__(self, backend):
        self.display = Display(1280, 1000).__enter__()
        self.office = Office(extension=BUNDLED, backend=backend, display=self.display, ui_language="nl",
                             locale="nl-NL", user_name=("Sanne", "de Wit"), watchdog=600).__enter__()
        self.path = os.path.join(folder.name, "Klantonderzoek %s.ods" % backend)
        fresh = self.office.new_calc(Hidden=True)
        answers(fresh)
        self.office.store(fresh, self.path, ODS)
        self.office.close_doc(fresh)
        self.doc = self.office.load(self.path)
        self.book = Workbook(self.office, self.doc, "nl")
        command(self.office, self.doc, "setup")
        dialog = Dialog(self.office, self.display, "Werkmap inrichten")
        dialog.wait_text("250 antwoorden, 239 geldig; 5 eenheden en 3 accountmanagers gevonden.")
        dialog.wait_text("Sanne de Wit")
        dialog.key("Return")
        wait_for(lambda: self.display.windows("^Kernpunt$"), "the sheets to be made", 90)
        close_box(self.office, self.display, "klaar voor gebruik")

    def close(self):
        self.office.close()
        self.display.close()


def day(backend):
    if backend not in begun:
        begun[backend] = Day(backend)
    return begun[backend]


def hands():
    """Each way of working in turn, in Today's list."""
    for way, backend in BACKENDS.items():
        at = day(backend)
        me = (Clicks if way == "clicks" else Keys)(at.office, at.display, at.doc)
        me.book, me.way = at.book, way
        me.at_today()
        yield me


def within(me, task):
    """What it took is not more than the design says."""
    limit = LIMITS[task][0 if me.way == "clicks" else 1]
    print("    %-22s %-13s %2d of %d" % (task, me.way, me.count, limit))
    assert me.count <= limit, "%s took %d %s" % (task, me.count, me.way)
    me.count = 0


def late(me, what, days):
    """An action that is late, typed in the sheet before."""
    return put_action(me.book, what + " " + me.way, owner="Mark Jansen", due=days - OLDER[me.way])


def said(me, state):
    me.pane.wait_label("foot_state", state)
    me.settled()


def gone(me, what):
    wait_for(lambda: not any(what in row for row in me.pane.rows("items")), what + " to leave the list")


# ------------------------------------------------------------------------------------ the minutes

def test_set_up_knows_the_units_and_people_of_the_answers():
    for backend in ("gen", "gtk3"):
        at = day(backend)
        lists = at.book.rows("lists")
        assert [row["unit"] for row in lists if row["unit"]][1:] == list(UNITS), lists
        assert [row["person"] for row in lists if row["person"]] == list(MANAGERS), lists
        assert [wave["name"] for wave in at.book.rows("waves")] == ["2025", "2026"]
        assert [item for item in at.book.check() if item[0] != "tip"] == []


def test_log_an_action():
    for me in hands():
        what = "Bel Bakkerij Holtkamp terug " + me.way
        me.count = 0
        if me.way == "clicks":
            me.on("log")
            me.says("field_action", what)
            me.menu("menu_owner", "Mark Jansen")
            me.on("field_deadline")
            me.display.type("vr")
            me.on("foot_save")
        else:
            me.key("ctrl+alt+l")
            me.says("field_action", what)
            me.key("Tab")
            me.letters("Ma")
            wait_for(lambda: me.pane.text("field_owner") == "Mark Jansen", "the name")
            me.key("Tab", "Tab")
            me.letters("vr")
            me.key("ctrl+Return")
        said(me, "✓ Opgeslagen")
        within(me, "log")
        row = next(row for row in me.book.rows("actions") if row["action"] == what)
        assert row["owner"] == "Mark Jansen" and row["status"] == "Te doen", row
        assert 0 <= row["deadline"] - serial(0) < 7 and int(row["deadline"]) % 7 == 6, "a Friday"
        wait_for(lambda: me.pane.text("field_action") == "", "an empty form")
        me.leave_form()


def test_done():
    for me in hands():
        first, other, last = (late(me, "Laat %d" % days, -days) for days in (9, 8, 7))
        for task, what, from_row in (("done, another row", "Laat 8", "Laat 9"), ("done", "Laat 9", "Laat 9")):
            me.row("%s %s" % (from_row, me.way))
            me.count = 0
            if what != from_row:
                me.row("%s %s" % (what, me.way))
            me.on("done") if me.way == "clicks" else me.key("space")
            said(me, "✓ Afgehandeld")
            within(me, task)
            gone(me, "%s %s" % (what, me.way))
        states = [me.book.row("actions", row)["status"] for row in (first, other, last)]
        assert states == ["Gereed", "Gereed", "Te doen"], states
        assert me.book.row("actions", first)["done_on"] == serial(0)


def test_postpone():
    for me in hands():
        first, other = (late(me, "Uitstel %d" % days, -days) for days in (19, 18))
        me.row("Uitstel 19 " + me.way)
        for task, row, wanted in (("postpone, another row", other, "Uitstel 18 " + me.way), ("postpone", first, None)):
            me.count = 0
            if wanted:
                me.row(wanted)
            me.menu("postpone", "Volgende week") if me.way == "clicks" else me.menu("alt+u", "v")
            said(me, "✓ Uitgesteld")
            within(me, task)
            assert me.book.row("actions", row)["deadline"] == serial(7)
            me.row("Uitstel 19 " + me.way)


def test_open_a_late_row():
    for me in hands():
        late(me, "Open mij", -30)
        me.row("Open mij " + me.way)
        me.count = 0
        if me.way == "clicks":
            me.row("Open mij " + me.way, times=2)
        else:
            me.key("Return")
        wait_for(lambda: selection(me.doc).startswith("Acties."), "the row")
        wait_for(lambda: "Open mij" in me.deck.follow.label("form_title"), "its form")
        within(me, "open")


def test_hand_over():
    for me in hands():
        row = late(me, "Geef mij door", -40)
        me.row("Geef mij door " + me.way)
        me.count = 0
        if me.way == "clicks":
            me.menu("postpone", "Overdragen aan")
            me.click(wait_for(lambda: super(Clicks, me).row("Ali Demir"), "the people"))
        else:
            me.menu("alt+u", "Up", "Return")
            me.key("Down", "Down", "Down", "Return")
        said(me, "✓ Overgedragen")
        print("    hand over %s %d" % (me.way, me.count))
        assert me.book.row("actions", row)["owner"] != "Mark Jansen"


def close_all():
    for at in begun.values():
        at.close()
    folder.cleanup()


if __name__ == "__main__":
    main(globals(), cleanup=close_all)
