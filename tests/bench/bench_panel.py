#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the panels Today and Check take with many actions, from the click to what it shows.

    bench_panel.py <folder of bundled extensions> [rounds]

Times are those of bench_follow.py.
"""

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(os.path.dirname(HERE), "office")]
import bench_workbook  # noqa: E402
from bench_follow import Busy, medians  # noqa: E402
from kp_office import Office, wait_for  # noqa: E402
from kp_pane import Pane  # noqa: E402
from kp_workbook import Workbook, serial  # noqa: E402


def first_deadline(workbook):
    """The deadline of the first action, which is open."""
    answer = workbook.verb("read", Table="actions")
    keys, top = list(answer["Keys"][0]), answer["SheetRows"][0] - 1
    return workbook.sheet("actions").getCellByPosition(keys.index("deadline"), top)


def measure(office, rounds, rows=bench_workbook.ROWS):
    """Medians in seconds by name: until the panel answers, until the office is at rest."""
    doc = office.new_calc()
    workbook = Workbook(office, doc)
    workbook.set_up("en")
    bench_workbook.fill(workbook, rows)
    busy, today = Busy(office), Pane(doc, "Today")
    wait_for(lambda: today.rows("items"), "the list")
    found = []

    def detail(row):
        # "3 days overdue · what · who" and "Action: what": the text in the middle is in both.
        return today.rows("items")[row].split(" · ")[1][:30]

    wanted = [detail(1), detail(2)]
    found.append(("choose a row", busy.times(
        lambda n: today.select("items", 1 + n % 2),
        lambda n: wanted[n % 2] in today.label("detail"), rounds)))
    found.append(("mine, all", busy.times(
        lambda n: today.press("mine"),
        lambda n: today.shown("who") == (n % 2 == 0), 2 * rounds)))
    said = today.label("summary")
    late = int(said.split(" ", 1)[0].replace(",", ""))
    cell = first_deadline(workbook)
    found.append(("a cell changed", busy.times(
        lambda n: setattr(cell, "Value", serial(-1 if n % 2 == 0 else 3)),
        lambda n: "{:,} overdue".format(late + (1 if n % 2 == 0 else 0)) in today.label("summary"),
        rounds)))
    check, times = Pane(doc, "Check"), []
    for number in range(max(3, rounds // 3)):
        cell.Value = serial(-2 - number)
        wait_for(lambda: "Checked at" not in check.label("summary"), "the change to be seen")
        # The press comes back when the panel has drawn that it is checking.
        times.append(busy.time(lambda: check.press("check"), lambda: True))
        assert "Checked at" in check.label("summary"), check.label("summary")
    found.append(("check", medians(times)))
    office.close_doc(doc)
    return found


def main():
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    with Office(extension=sys.argv[1]) as office:
        for rows in (1_000, bench_workbook.ROWS):
            for name, (answered, done) in measure(office, rounds, rows):
                print("%6d actions  %-16s %6.0f ms, in all %6.0f ms"
                      % (rows, name, 1000 * answered, 1000 * done))


if __name__ == "__main__":
    main()
