#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a colleague without the extension sees: the table in the README, cell by cell.

Calc keeps words of a cell it cannot compute, asks numbers of an .ods anew on opening, and never
keeps what an array formula gave. If a case changes with another Calc, the README must too.
"""

import os
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from kp_office import BUNDLED, ODS, XLSX, Office, main  # noqa: E402

SCORES = tuple((float(9 if i % 3 else 3), float(10 if i % 4 else 6), "North" if i % 2 else "South")
               for i in range(9))
KEPT, GONE, ELSE = "kept", "#NAME?", "none"
# What stands where, and what is seen on opening, after an answer it uses was changed, and after all
# was recalculated (Ctrl+Shift+F9): in .ods and in .xlsx.
SINGLE = [
    ("a number", "E1", "=NPS.SCORE(A1:A9)", (GONE, GONE, GONE), (KEPT, GONE, GONE)),
    ("a calculation", "E2", "=ROUND(NPS.SCORE(A1:A9);0)", (GONE, GONE, GONE), (KEPT, GONE, GONE)),
    ("words", "E3", "=NPS.VERDICT(A1:A9;B1:B9)", (KEPT, GONE, GONE), (KEPT, GONE, GONE)),
    ("words around a number", "E4", '="Score "&NPS.SCORE(A1:A9)', (KEPT, GONE, GONE),
     (KEPT, GONE, GONE)),
    ("IFERROR of a number", "E5", '=IFERROR(NPS.SCORE(A1:A9);"none")', (ELSE, ELSE, ELSE),
     (KEPT, ELSE, ELSE)),
    ("IFERROR of words", "E6", '=IFERROR(NPS.VERDICT(A1:A9;B1:B9);"none")', (KEPT, ELSE, ELSE),
     (KEPT, ELSE, ELSE)),
    ("a number made of it", "E7", "=E1*2", (GONE, GONE, GONE), (KEPT, GONE, GONE)),
    ("words made of it", "E8", '=IF(E1>0;"good";"bad")', (KEPT, GONE, GONE), (KEPT, GONE, GONE)),
    ("a number made of an array", "E9", "=H2*2", (GONE, GONE, GONE), (KEPT, GONE, GONE)),
]
ARRAYS = [
    ("an array", "G1:M4", "=NPS.TABLE(A1:A9;C1:C9)", GONE),
    ("IFERROR of an array", "G6:M9", '=IFERROR(NPS.TABLE(A1:A9;C1:C9);"none")', ELSE),
    ("an array of one number", "O1:O1", "=NPS.SCORE(A1:A9)", GONE),
    ("an array of one text", "O2:O2", "=NPS.VERDICT(A1:A9;B1:B9)", GONE),
]
SAMPLES = {"G1:M4": ("G1", "G2", "H2"), "G6:M9": ("G7", "H7"), "O1:O1": ("O1",), "O2:O2": ("O2",)}


def write(doc):
    sheet = doc.Sheets[0]
    sheet.getCellRangeByName("A1:C9").setDataArray(SCORES)
    for _, where, formula, _, _ in SINGLE:
        sheet.getCellRangeByName(where).Formula = formula
    for _, where, formula, _ in ARRAYS:
        sheet.getCellRangeByName(where).setArrayFormula(formula)
    doc.calculateAll()


def places():
    return [where for _, where, _, _, _ in SINGLE] + [cell for cells in SAMPLES.values()
                                                      for cell in cells]


def seen(doc):
    return {where: doc.Sheets[0].getCellRangeByName(where).String for where in places()}


def expected(before, column, stage):
    """What the table promises: `stage` 0 on opening, 1 an answer changed, 2 all recalculated."""
    wanted = {}
    for row in SINGLE:
        said = row[3 + column][stage]
        wanted[row[1]] = before[row[1]] if said == KEPT else said
    for _, where, _, said in ARRAYS:
        wanted.update((cell, said) for cell in SAMPLES[where])
    return wanted


def same(doc, wanted, when):
    got = seen(doc)
    wrong = ["%s: %r, not %r" % (where, got[where], wanted[where])
             for where in wanted if got[where] != wanted[where]]
    assert not wrong, "%s:\n    %s" % (when, "\n    ".join(wrong))


def change(doc, value):
    """Another answer: both single values and words depend on it."""
    doc.Sheets[0].getCellRangeByName("A1").Value = value


def test_what_is_seen_without_the_extension_and_what_comes_back():
    with tempfile.TemporaryDirectory(prefix="kp-without-") as folder:
        def path(name, suffix):
            return os.path.join(folder, name + suffix)

        formats = ((".ods", ODS), (".xlsx", XLSX))
        with Office(extension=BUNDLED) as office:
            doc = office.new_calc()
            write(doc)
            before = seen(doc)
            assert not {GONE, ELSE} & set(before.values()), before
            for suffix, name in formats:
                office.store(doc, path("ours", suffix), name)
            office.close_doc(doc)
        with Office() as office:
            for column, (suffix, name) in enumerate(formats):
                doc = office.load(path("ours", suffix))
                same(doc, expected(before, column, 0), suffix + " on opening")
                office.store(doc, path("kept", suffix), name)
                change(doc, 0.0)
                same(doc, expected(before, column, 1), suffix + " after a change")
                change(doc, SCORES[0][0])
                doc.calculateAll()
                same(doc, expected(before, column, 2), suffix + " after recalculating all")
                office.store(doc, path("recalculated", suffix), name)
                office.close_doc(doc)
                for stage, saved in ((0, "kept"), (2, "recalculated")):
                    doc = office.load(path(saved, suffix))
                    same(doc, expected(before, column, stage), suffix + " opened again, " + saved)
                    office.close_doc(doc)
        with Office(extension=BUNDLED) as office:
            for suffix, _ in formats:
                for saved in ("kept", "recalculated"):
                    doc = office.load(path(saved, suffix))
                    back = dict(before)
                    if (suffix, saved) == (".xlsx", "recalculated"):
                        back.update(E5=ELSE, E6=ELSE)  # no error, so nothing asks for it again
                    same(doc, back, "%s back with us, %s" % (suffix, saved))
                    doc.calculateAll()
                    same(doc, before, "%s back with us and recalculated, %s" % (suffix, saved))
                    office.close_doc(doc)


if __name__ == "__main__":
    main(globals())
