# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns the generated sample workbook into the template that the extension ships.

    convert_sample.py IN.fods OUT.ots

A headless office with the extension calculates it, so that the file opens with its results. Any
error in a formula is a failure: the sample must not ship with one.
"""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from kp_office import BUNDLED, Office, leave  # noqa: E402

from com.sun.star.sheet.FormulaResult import ERROR  # noqa: E402

TEMPLATE = "calc8_template"  # only templates are offered under File > New


def convert(source, target):
    """Returns the number of formulas that answered an error; stores only when there is none."""
    with Office(extension=BUNDLED, ui_language="nl", locale="nl-NL") as office:
        doc = office.load(source)
        doc.calculateAll()
        broken = 0
        for sheet in doc.Sheets:
            cells = sheet.queryFormulaCells(ERROR).Cells.createEnumeration()
            while cells.hasMoreElements():
                cell = cells.nextElement()
                print("%s: %s: error %d" % (cell.AbsoluteName, cell.Formula, cell.getError()))
                broken += 1
        if not broken:
            office.store(doc, target, TEMPLATE)
    return broken


if __name__ == "__main__":
    if len(sys.argv) != 3:
        print(__doc__)
        leave(2)
    leave(1 if convert(sys.argv[1], sys.argv[2]) else 0)
