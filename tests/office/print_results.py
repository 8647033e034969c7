# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the results sheet of the sample workbook, calculated in a headless office.

    print_results.py WORKBOOK [SHEET]

For `make demo` on a machine without a display. Ends with 1 when a formula answers an error.
"""

import sys
import textwrap

from kp_office import BUNDLED, Office, leave

WIDTH = 100


def read(path, name):
    """The sheet as rows of shown texts, and of values (numbers tell how to align)."""
    with Office(extension=BUNDLED, ui_language="nl", locale="nl-NL") as office:
        doc = office.load(path, Hidden=True, ReadOnly=True)
        doc.calculateAll()
        sheet = doc.Sheets.getByName(name)
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        end = cursor.RangeAddress
        area = sheet.getCellRangeByPosition(0, 0, end.EndColumn, end.EndRow)
        rows, errors = [], 0
        for row in range(end.EndRow + 1):
            cells = [area.getCellByPosition(column, row) for column in range(end.EndColumn + 1)]
            errors += sum(1 for cell in cells if cell.getError())
            rows.append([cell.String for cell in cells])
        return rows, area.getDataArray(), errors


def print_table(rows, values):
    """Rows of more than one cell, in columns: numbers and their heads to the right."""
    count = max(i + 1 for row in rows for i, text in enumerate(row) if text)
    for row in rows:
        cells = []
        for column in range(count):
            width = max(len(other[column]) for other in rows)
            number = any(isinstance(value[column], float) for value in values)
            cells.append(row[column].rjust(width) if number else row[column].ljust(width))
        print("  " + "  ".join(cells).rstrip())
        if row is rows[0]:
            print("  " + "-" * len("  ".join(cells)))


def print_sheet(rows, values):
    """Texts folded to the width, tables aligned, one empty line between what belongs together."""
    start = 0
    while start < len(rows):
        filled = sum(1 for text in rows[start] if text)
        end = start + 1
        if filled > 1:
            while end < len(rows) and sum(1 for text in rows[end] if text) > 1:
                end += 1
            print_table(rows[start:end], values[start:end])
        elif filled:
            print(textwrap.fill(next(text for text in rows[start] if text), WIDTH))
        else:
            print()
        start = end


def main():
    if len(sys.argv) not in (2, 3):
        print(__doc__)
        return 2
    rows, values, errors = read(sys.argv[1], sys.argv[2] if len(sys.argv) == 3 else "Resultaten")
    print_sheet(rows, values)
    if errors:
        print("%d formulas answered an error" % errors)
    return 1 if errors else 0


if __name__ == "__main__":
    leave(main())
