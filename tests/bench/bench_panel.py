#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the panels Today and Check take with many actions, from the click to what it shows.

    bench_panel.py <folder of bundled extensions> [rounds]

Times are those of a person: until the labels say what they must. Asking over the socket again and
again is part of them, so they are a little too long.
"""

import os
import statistics
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(os.path.dirname(HERE), "office")]
import bench_workbook  # noqa: E402
from kp_office import Office  # noqa: E402
from kp_pane import Pane  # noqa: E402
from kp_workbook import Workbook, serial  # noqa: E402


def until(condition, seconds=60):
    start = time.perf_counter()
    while not condition():
        if time.perf_counter() - start > seconds:
            raise AssertionError("nothing came of it")
    return time.perf_counter() - start


def clicks(call, condition, rounds):
    found = []
    for number in range(rounds):
        start = time.perf_counter()
        call(number)
        until(lambda: condition(number))
        found.append(time.perf_counter() - start)
    return statistics.median(found)


def first_deadline(workbook):
    """The deadline of the first action, which is open."""
    answer = workbook.verb("read", Table="actions")
    keys, top = list(answer["Keys"][0]), answer["SheetRows"][0] - 1
    return workbook.sheet("actions").getCellByPosition(keys.index("deadline"), top)


def measure(office, rounds, rows=bench_workbook.ROWS):
    """Medians in seconds by name."""
    doc = office.new_calc()
    workbook = Workbook(office, doc)
    workbook.set_up("en")
    bench_workbook.fill(workbook, rows)
    today = Pane(doc, "Today")
    until(lambda: today.rows("items"))
    found = []

    def detail(row):
        # "3 days late · what · who" and "Action: what": the text in the middle is in both.
        return today.rows("items")[row].split(" · ")[1][:30]

    wanted = [detail(1), detail(2)]
    found.append(("choose a row", clicks(
        lambda n: today.select("items", 1 + n % 2),
        lambda n: wanted[n % 2] in today.label("detail"), rounds)))
    found.append(("mine, all", clicks(
        lambda n: today.press("mine"),
        lambda n: today.shown("who") == (n % 2 == 0), 2 * rounds)))
    said = today.label("summary")
    late = int(said.split(" ", 1)[0].replace(",", ""))
    cell = first_deadline(workbook)
    found.append(("a cell changed", clicks(
        lambda n: setattr(cell, "Value", serial(-1 if n % 2 == 0 else 3)),
        lambda n: "{:,} overdue".format(late + (1 if n % 2 == 0 else 0)) in today.label("summary"),
        rounds)))
    check, times = Pane(doc, "Check"), []
    for number in range(max(3, rounds // 3)):
        cell.Value = serial(-2 - number)
        until(lambda: "Checked at" not in check.label("summary"))
        times.append(clicks(lambda _: check.press("check"),
                            lambda _: "Checked at" in check.label("summary"), 1))
    found.append(("check", statistics.median(times)))
    office.close_doc(doc)
    return found


def main():
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    with Office(extension=sys.argv[1]) as office:
        for rows in (1_000, bench_workbook.ROWS):
            for name, seconds in measure(office, rounds, rows):
                print("%6d actions  %-16s %6.0f ms" % (rows, name, 1000 * seconds))


if __name__ == "__main__":
    main()
