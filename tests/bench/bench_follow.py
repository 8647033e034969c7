#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the office is busy with a click in the panel Follow-up, with many actions.

    bench_follow.py <folder of bundled extensions> [rounds]

Times are those of the office's processors: from the click until the panel answers, and until the
office has nothing left to do. Neither other programs nor the socket disturb them.
"""

import os
import statistics
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(os.path.dirname(HERE), "office")]
import bench_workbook  # noqa: E402
import kp_follow  # noqa: E402
from kp_bench_measure import process_of, processor_clock  # noqa: E402
from kp_deck import Deck, menus  # noqa: E402
from kp_office import Display, Office, leave, wait_for  # noqa: E402
from kp_workbook import Workbook  # noqa: E402


class Busy:
    """Measures how long the office is busy with something."""

    def __init__(self, office):
        self.clock = processor_clock(process_of(office))

    def now(self):
        return time.clock_gettime(self.clock)

    def idle(self):
        """Until it has nothing to do any more: three looks in a row find it at rest."""
        quiet = 0
        while quiet < 3:
            before = self.now()
            time.sleep(0.03)
            quiet = quiet + 1 if self.now() - before < 0.002 else 0

    def time(self, call, condition):
        """Seconds of the call until `condition` says that it was answered, and of all that comes
        of it."""
        self.idle()
        start = self.now()
        call()
        wait_for(condition, "what comes of a click")
        answered = self.now()
        self.idle()
        return answered - start, self.now() - start

    def times(self, call, condition, rounds):
        return medians(self.time(lambda: call(n), lambda: condition(n))  # noqa: B023
                       for n in range(rounds))


def medians(times):
    return tuple(map(statistics.median, zip(*times)))


def link(workbook):
    """Every action belongs to one of two focus points."""
    rows = [kp_follow.focus_point(workbook, title) for title in ("Fewer calls", "Faster answers")]
    answer = workbook.verb("read", Table="actions")
    keys, top = list(answer["Keys"][0]), answer["SheetRows"][0] - 1
    column, count = keys.index("focus"), len(answer["Rows"])
    workbook.sheet("actions").getCellRangeByPosition(column, top, column, top + count - 1). \
        setDataArray(tuple((rows[i % 2],) for i in range(count)))


def choose_focus(display, pane, busy, rounds):
    """Chooses the other focus point from the menu; the menu is open before the clock starts."""
    found = []
    for number in range(rounds + 1):
        pane.focus("focus")
        shown = pane.label("focus")
        before = menus(display)
        display.key("space")
        wait_for(lambda: menus(display) > before, "the menu")  # noqa: B023
        display.key(*["Down"] * (1 + number % 2))
        start = busy.now()
        display.key("Return")
        wait_for(lambda: menus(display) <= before, "the menu to go")  # noqa: B023
        wait_for(lambda: number == 0 or pane.label("focus") != shown, "the other one")  # noqa: B023
        answered = busy.now()
        busy.idle()
        found.append((answered - start, busy.now() - start))
    return medians(found[1:])  # the first may be the one that is shown already


def measure(office, display, rounds, rows=bench_workbook.ROWS):
    """Medians in seconds by name: until the panel answers, until the office is at rest."""
    doc = office.new_calc()
    workbook = Workbook(office, doc)
    workbook.set_up("en")
    bench_workbook.fill(workbook, rows)
    link(workbook)
    busy, deck = Busy(office), Deck(doc)
    pane = deck.follow
    pane.wait("steps")
    busy.idle()
    found = [("choose a focus point", choose_focus(display, pane, busy, rounds))]
    found.append(("choose a step", busy.times(
        lambda n: pane.select("steps", n % 3),
        lambda n: pane.selected("steps") == n % 3, rounds)))
    office.dispatch(doc, "service:org.kernpunt.calc.Command?log")
    pane.wait("field_action")
    found.append(("a character", busy.times(
        lambda n: pane.type("field_action", "a" * (n + 1)),
        lambda n: pane.text("field_action") == "a" * (n + 1), rounds)))

    def filled(number):
        for key, text in (("action", "Another %d" % number), ("owner", "Person 01 Achternaam"),
                          ("deadline", "+3")):
            pane.type("field_" + key, text)
            busy.idle()

    times = []
    for number in range(rounds):
        filled(number)
        said = pane.label("message")
        times.append(busy.time(lambda: pane.press("save"),
                               lambda: pane.label("message") not in ("", said)))  # noqa: B023
        assert "Saved" in pane.label("message"), kp_follow.said(pane)
    found.append(("save an action", medians(times)))
    if not any(sheet == "Plain" for sheet in doc.Sheets.ElementNames):
        doc.Sheets.insertNewByName("Plain", 0)
    busy.idle()
    cell = doc.Sheets["Plain"].getCellByPosition(0, 0)
    found.append(("a number in another sheet", busy.times(
        lambda n: setattr(cell, "Value", n), lambda n: cell.Value == n, rounds)))
    deck.hide()
    busy.idle()
    found.append(("the same, sidebar hidden", busy.times(
        lambda n: setattr(cell, "Value", n), lambda n: cell.Value == n, rounds)))
    office.close_doc(doc)
    return found


def main():
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    with Display() as display, Office(extension=sys.argv[1], backend="gen",
                                      display=display, watchdog=900) as office:
        for rows in (1_000, bench_workbook.ROWS):
            for name, (answered, done) in measure(office, display, rounds, rows):
                print("%6d actions  %-26s %6.0f ms, in all %6.0f ms"
                      % (rows, name, 1000 * answered, 1000 * done), flush=True)


if __name__ == "__main__":
    main()
    leave(0)
