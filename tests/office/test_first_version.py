#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A workbook in which the first version of Kernpunt made its sheet of actions (tests/fixtures)."""
import os
import shutil
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from kp_deck import Deck  # noqa: E402
from kp_office import BUNDLED, ROOT, Office, main  # noqa: E402
from kp_workbook import Workbook  # noqa: E402

OLD = os.path.join(ROOT, "tests", "fixtures", "first_version.fods")


def cells(sheet):
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    end = cursor.RangeAddress
    return sheet.getCellRangeByPosition(0, 0, end.EndColumn, end.EndRow).getFormulaArray()


def test_set_up_leaves_the_old_sheet_as_it_is():
    with Office(extension=BUNDLED) as office:
        doc = office.load(shutil.copy(OLD, office.folder))
        old = cells(doc.Sheets.getByName("Actions"))
        assert [row[1] for row in old[2:4]] == ["Call customers back within a day",
                                                "Explain the invoice in plain words"], old
        deck = Deck(doc)
        assert deck.follow.has("set_up"), "the panel asks before it writes"
        assert not doc.isModified()
        workbook = Workbook(office, doc)
        workbook.set_up()
        assert cells(doc.Sheets.getByName("Actions")) == old
        workbook.append("actions", action="The first one of the method", owner="Jansen, Petra",
                        deadline="+7")
        assert cells(doc.Sheets.getByName("Actions")) == old
        assert len(workbook.rows("actions")) == 1
        assert workbook.sheet("actions").Name == "Actions 2"
        doc.UndoManager.undo()
        doc.UndoManager.undo()
        assert cells(doc.Sheets.getByName("Actions")) == old
        office.close_doc(doc)


if __name__ == "__main__":
    main(globals())
