#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The panel in a workbook that was set up for the method: same form, the method's table and rules."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import kp_panel  # noqa: E402
from kp_office import BUNDLED, Office, main  # noqa: E402
from kp_workbook import Workbook, serial  # noqa: E402


def test_the_form_writes_into_the_table_of_the_method():
    with Office(extension=BUNDLED, user_name=("Petra", "Jansen")) as office:
        doc = office.new_calc()
        workbook = Workbook(office, doc)
        workbook.set_up()
        sheets = tuple(doc.Sheets.ElementNames)
        panel = kp_panel.Panel(doc)
        panel.fill("Call back within a day", "Chantal Smit", "+5")
        said = panel.save()
        assert said.startswith("Logged as A-"), said
        rows = workbook.rows("actions")
        assert len(rows) == 1, rows
        row = rows[0]
        assert row["id"] in said
        assert (row["action"], row["owner"]) == ("Call back within a day", "Chantal Smit"), row
        cell = next(workbook.sheet("actions").getCellByPosition(c, r) for r in range(2, 5)
                    for c in range(8)
                    if workbook.sheet("actions").getCellByPosition(c, r).Value == serial(5))
        assert cell.getError() == 0
        assert tuple(doc.Sheets.ElementNames) == sheets, "no second sheet of actions"
        assert panel.texts() == ("", "", "")
        doc.UndoManager.undo()
        assert workbook.rows("actions") == []
        office.close_doc(doc)


def test_what_the_rules_refuse_stays_in_the_form():
    with Office(extension=BUNDLED, ui_language="nl", locale="nl-NL") as office:
        doc = office.new_calc()
        workbook = Workbook(office, doc, "nl")
        workbook.set_up("nl")
        panel = kp_panel.Panel(doc)
        panel.fill("Klanten bellen", "het team", "+5")
        said = panel.save()
        assert workbook.rows("actions") == [], said
        assert panel.texts() == ("Klanten bellen", "het team", "+5")
        assert "eigenaar" in said.lower() or "persoon" in said.lower(), said
        office.close_doc(doc)


if __name__ == "__main__":
    main(globals())
