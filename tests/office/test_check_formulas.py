#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What Check says of our formulas on people's own sheets: names of groups that only look alike, and
whole columns. It tells, and mends nothing."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from kp_office import BUNDLED, Office, main  # noqa: E402
from kp_workbook import Workbook  # noqa: E402

NAMES = ("North", "South", "North ", "NORTH", "North\u00a0", "North", "South", "Den Haag",
         "Den\u00a0Haag", "North ")


def found(workbook):
    """(cell, message) of what is told of formulas."""
    return [(item[1], item[2], item[6]) for item in workbook.check()
            if any(word in item[6] for word in ("formulas", "formules", "column", "kolom"))]


def survey(office, language):
    doc = office.new_calc()
    workbook = Workbook(office, doc, language)
    workbook.set_up(language)
    doc.Sheets.insertNewByName("My answers", 0)
    sheet = doc.Sheets[0]
    sheet.getCellRangeByName("A1:B10").setDataArray(
        tuple((name, float(i)) for i, name in enumerate(NAMES)))
    return doc, workbook, sheet


def test_group_names_that_look_alike_and_whole_columns():
    with Office(extension=BUNDLED) as office:
        doc, workbook, sheet = survey(office, "en")
        assert found(workbook) == []
        sheet.getCellRangeByName("D1:K9").setArrayFormula("=NPS.TABLE(B1:B10;A1:A10)")
        before = sheet.getCellRangeByName("A1:K10").getFormulaArray()
        told = found(workbook)
        assert [cell for _, cell, _ in told] == ["A3", "A4", "A5", "A9"], told
        assert {where for where, _, _ in told} == {"My answers"}
        assert told[0][2] == "“North” and “North ” differ only in spaces, " \
            "so formulas count them as two groups."
        assert told[1][2] == "“North” and “NORTH” differ only in capitals; " \
            "formulas count them as one group."
        assert "two groups" in told[2][2] and "Den\u00a0Haag" in told[3][2]
        # Criteria, names and other sheets lead to the same cells, which are told once.
        doc.NamedRanges.addNewByName("units", "$'My answers'.$A$1:$A$10",
                                     sheet.getCellRangeByName("A1").CellAddress, 0)
        other = doc.Sheets[1]
        for row, formula in enumerate(("=NPS.IFS($'My answers'.B1:B10;$'My answers'.A1:A10;\"North\")",
                                       "=NPS.IFS($'My answers'.B1:B10;units;\"North\")",
                                       "=CX.UNIT(\"n\";\"grade\";$'My answers'.B1:B10;;;;units;\"x\")",
                                       '=NPS.TABLE({1;2};{"a";"A"})', '="NPS.SCORE(B:B)"')):
            other.getCellByPosition(40, 60 + row).setFormula(formula)
        assert found(workbook) == told
        assert sheet.getCellRangeByName("A1:K10").getFormulaArray() == before, "nothing was mended"
        office.close_doc(doc)

        doc, workbook, sheet = survey(office, "nl")
        sheet.getCellRangeByName("D1:D3").setFormulaArray((("=NPS.SCORE(B:B)",), ("=NPS.N(B:B)",),
                                                           ("=NPS.SCORE(B1:B10)",)))
        told = found(workbook)
        assert len(told) == 1 and told[0][1] == "D1", told
        assert told[0][2] == "NPS.SCORE leest een hele kolom (B:B). Dat klopt, maar is traag: " \
            "0,3 s per keer. Beter: B2:B400 of een naam."
        sheet.getCellRangeByName("D5").setFormula('=NPS.IFS(B:B;A:A;"North")')
        assert {cell for _, cell, _ in found(workbook)} == {"D1", "D5", "A3", "A4", "A5", "A9"}
        office.close_doc(doc)


if __name__ == "__main__":
    main(globals())
