# SPDX-License-Identifier: GPL-3.0-or-later
"""The workbook that the benchmark measures on: the same answers in every run."""

import random

ROWS = 1_000_000
TABLE_ROWS = 100_000
GROUPS = (10, 100, 500)
DRIVERS = 30
CHUNK = 10_000  # rows handed over at once: large gifts would leave free memory behind

# Column letters of the sheet "answers": scores; groups; waves; the number of the group of 100; the
# unit of 30, which takes no number from the chance that the others are drawn by.
SCORES, WAVES, CODES, UNITS = "A", "E", "F", "G"
GROUP_COLUMN = dict(zip(GROUPS, "BCD"))


def _score(chance):
    """An answer from 0 to 10, now and then none."""
    return "" if chance.random() < 0.02 else float(chance.choices(
        range(11), (1, 1, 1, 2, 2, 5, 6, 15, 25, 20, 22))[0])


def unit(number):
    """The name of one of 30 units."""
    return "Unit %02d" % number


def _answers(chance, row):
    if row >= TABLE_ROWS:
        return (_score(chance),)
    number = {groups: chance.randrange(groups) for groups in GROUPS}
    return (_score(chance), *("Branch %03d" % number[groups] for groups in GROUPS),
            "2025-Q%d" % chance.randint(1, 4), float(1 + number[100]), unit(row * 7919 % 30))


def _drivers(chance, _row):
    mood = chance.gauss(7, 1.2)
    drivers = [float(min(10, max(1, round(mood + chance.gauss(0, 1 + i / 20)))))
               for i in range(DRIVERS)]
    return (float(min(10, max(0, round(sum(drivers[:5]) / 5 + chance.gauss(0, 1))))), *drivers)


def _fill(sheet, rows, row):
    chance = random.Random(20250101)
    for start in range(0, rows, CHUNK):
        chunk = [row(chance, i) for i in range(start, min(rows, start + CHUNK))]
        width = len(chunk[0])
        sheet.getCellRangeByPosition(0, start, width - 1, start + len(chunk) - 1).setDataArray(
            tuple(chunk))


def new_workbook(office, rows=ROWS, drivers=True):
    """A hidden workbook with the sheets answers, drivers and out."""
    doc = office.new_calc(Hidden=True)
    doc.UndoManager.lock()
    doc.Sheets[0].Name = "answers"
    doc.Sheets.insertNewByName("drivers", 1)
    doc.Sheets.insertNewByName("out", 2)
    _fill(doc.Sheets["answers"], rows, _answers)
    if drivers:
        _fill(doc.Sheets["drivers"], TABLE_ROWS, _drivers)
    return doc


def cells(column, rows, sheet="answers"):
    """An absolute reference: cells("A", 10) is $answers.$A$1:$A$10."""
    return "$%s.$%s$1:$%s$%d" % (sheet, column, column, rows)


def block(first, last, rows):
    """Columns of the sheet drivers by number from 0, as a reference."""
    return "$drivers.$%s$1:$%s$%d" % (letters(first), letters(last), rows)


def letters(column):
    """The name of a column by its number from 0."""
    name = ""
    while column >= 0:
        name = chr(ord("A") + column % 26) + name
        column = column // 26 - 1
    return name
