# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the tables of a workbook take with many actions in them.

Timed is one verb of the automation service from call to answer, in the office itself but for one
question and one answer over the socket; the price of those (the verb "status") is subtracted.
"""

import random
import statistics
import time

import uno

from kp_bench_measure import process_of, processor_clock
from kp_workbook import Workbook, serial

ROWS = 10_000
PEOPLE = 40
PART = 1000  # rows handed over at once


def _texts(keys, values):
    return tuple(values.get(key, "") for key in keys)


def _formulas(sheet, keys, row, count):
    """Copies the formulas of the first row down."""
    for column, key in enumerate(keys):
        first = sheet.getCellByPosition(column, row)
        if not first.Formula.startswith("="):
            continue
        target = sheet.getCellRangeByPosition(column, row, column, row + count - 1)
        target.fillAuto(uno.Enum("com.sun.star.sheet.FillDirection", "TO_BOTTOM"), 1)


def fill(workbook, rows):
    """Actions as the extension would have written them, with a tenth of them still open."""
    chance = random.Random(20260101)
    people = ["Person %02d Achternaam" % i for i in range(PEOPLE)]
    for name in people:
        workbook.append("lists", person=name)
    first = workbook.append("actions", action="the first", owner=people[0], deadline="+3")
    answer = workbook.verb("read", Table="actions")
    keys, top = answer["Keys"][0], answer["SheetRows"][0] - 1
    sheet = workbook.sheet("actions")
    sheet.Rows.insertByIndex(top + 1, rows - 1)
    digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    for start in range(1, rows, PART):
        block = []
        for number in range(start, min(rows, start + PART)):
            open_still = chance.random() < 0.1
            block.append(_texts(keys, {
                "id": "A-" + "".join(digits[number >> 5 * i & 31] for i in range(5)),
                "action": "Action %d with a sentence about what will be done" % number,
                "owner": chance.choice(people),
                "deadline": serial(chance.randrange(-400, 60)),
                "status": "To do" if open_still else "Done",
                "done_on": "" if open_still else serial(-chance.randrange(1, 400)),
                "changed_by": chance.choice(people), "changed_on": serial(-1)}))
        sheet.getCellRangeByPosition(0, top + start, len(keys) - 1,
                                     top + start + len(block) - 1).setDataArray(tuple(block))
    _formulas(sheet, keys, top, rows)
    _fill_log(workbook, rows)
    assert len(workbook.rows("actions")) == rows and len(workbook.rows("log")) >= rows
    return first


def _fill_log(workbook, rows):
    """A line for each action, as the extension writes one."""
    answer = workbook.verb("read", Table="log")
    keys, top = answer["Keys"][0], answer["SheetRows"][0] - 1
    sheet = workbook.sheet("log")
    sheet.Rows.insertByIndex(top, rows)
    sheet.getCellRangeByPosition(0, top, len(keys) - 1, top + rows - 1).setDataArray(tuple(
        _texts(keys, {"at": "2026-01-05 09:30:00.%06d" % number, "who": "Person 01 Achternaam",
                      "sheet": "Actions", "row": "A-00000", "field": "Action · Owner · Deadline",
                      "becomes": "Action %d · Person 01 Achternaam · 2026-02-01" % number})
        for number in range(rows)))


def new_workbook(office, rows=ROWS):
    """A hidden workbook with many actions."""
    doc = office.new_calc(Hidden=True)
    doc.UndoManager.lock()
    workbook = Workbook(office, doc)
    workbook.set_up("en")
    return workbook, fill(workbook, rows)


def cases(workbook, row):
    """Name and call; what is called answers little."""
    number = iter(range(1_000_000))
    return [
        ("agenda of one person", lambda: workbook.verb("agenda", Who="Nobody Of That Name")),
        ("agenda of everyone", lambda: workbook.verb("agenda", Horizon=0)),
        ("steps of a focus point", lambda: workbook.verb("steps", Id="")),
        ("append", lambda: workbook.append("actions", action="One more", owner="Person 01 Achternaam",
                                           deadline="+3")),
        ("change", lambda: workbook.change("actions", row, deadline="+%d" % (4 + next(number)))),
        ("check", lambda: workbook.verb("check")),
        ("read and hand over all", lambda: workbook.verb("read", Table="actions")),
    ]


def measure(office, rounds, rows=ROWS):
    """Medians by name, elapsed and on processors, in seconds; the price of the socket subtracted."""
    workbook, row = new_workbook(office, rows)
    workbook.doc.UndoManager.unlock()
    clock = processor_clock(process_of(office))

    def medians(call):
        times = []
        call()
        for _ in range(rounds):
            busy, start = time.clock_gettime(clock), time.perf_counter()
            call()
            times.append((time.perf_counter() - start, time.clock_gettime(clock) - busy))
        return [statistics.median(column) for column in zip(*times)]

    base = medians(lambda: workbook.verb("status"))
    found = [(name, *(time - less for time, less in zip(medians(call), base)))
             for name, call in cases(workbook, row)]
    office.close_doc(workbook.doc)
    return found
