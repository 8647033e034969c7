# SPDX-License-Identifier: GPL-3.0-or-later
"""The Calc document in memory (tests/fake) answers as a real one: the same list of operations over both."""

import os
import subprocess

import uno
import unohelper
from com.sun.star.document import XUndoManagerListener
from com.sun.star.sheet.ConditionOperator import FORMULA
from com.sun.star.table import CellAddress

from kp_office import Office, main, props

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SCRIPT = os.path.join(ROOT, "tests", "fixtures", "calc_script.txt")
RUNNER = os.path.join(os.environ.get("KP_BUILD", os.path.join(ROOT, "build")), "fake_script")


class Ear(unohelper.Base, XUndoManagerListener):
    """Notes what the undo manager tells."""

    def __init__(self):
        self.heard = []

    def __getattr__(self, name):
        raise AttributeError(name)

    def disposing(self, event):
        pass


def _tells(name, deep):
    def tell(self, event):
        self.heard.append("%s %d" % (name, event.UndoContextDepth) if deep else name)
    return tell


for _name in ("undoActionAdded", "actionUndone", "actionRedone", "enteredContext", "enteredHiddenContext",
              "leftContext", "leftHiddenContext", "cancelledContext"):
    setattr(Ear, _name, _tells(_name, True))
for _name in ("allActionsCleared", "redoActionsCleared", "resetAll"):
    setattr(Ear, _name, _tells(_name, False))


def address(where):
    return "%d %d %d %d %d" % (where.Sheet, where.StartColumn, where.StartRow, where.EndColumn, where.EndRow)


class Script:
    """One method for each operation; those that begin with show_ return what is printed."""

    def __init__(self, doc):
        self.doc = doc
        self.undo_manager = doc.UndoManager
        self.held = None
        self.ear = Ear()

    def range(self, place):
        sheet, name = place.rsplit(".", 1)
        return self.doc.Sheets.getByName(sheet).getCellRangeByName(name)

    def cell(self, place):
        return self.range(place).getCellByPosition(0, 0)

    def rows(self, sheet):
        return self.doc.Sheets.getByName(sheet).Rows

    def sheet(self, name):
        self.doc.Sheets.insertNewByName(name, 100)

    def drop(self, name):
        self.doc.Sheets.removeByName(name)

    def rename(self, old, new):
        self.doc.Sheets.getByName(old).setName(new)

    def text(self, place, text=""):
        self.cell(place).setString(text)

    def number(self, place, number):
        self.cell(place).setValue(float(number))

    def formula(self, place, formula):
        self.cell(place).setFormula(formula)

    def block(self, place, *words):
        target = self.range(place)
        where = target.RangeAddress
        width = where.EndColumn - where.StartColumn + 1
        height = where.EndRow - where.StartRow + 1
        words = [float(word) if word[:1].isdigit() else word for word in words]
        words += [""] * (width * height - len(words))
        target.setDataArray(tuple(tuple(words[row * width:(row + 1) * width]) for row in range(height)))

    def insert(self, sheet, row, count):
        self.rows(sheet).insertByIndex(int(row) - 1, int(count))

    def remove(self, sheet, row, count):
        self.rows(sheet).removeByIndex(int(row) - 1, int(count))

    def name(self, name, content):
        self.doc.NamedRanges.addNewByName(name, content, CellAddress(), 0)

    def database(self, name, place):
        self.doc.DatabaseRanges.addNewByName(name, self.range(place).RangeAddress)

    def print(self, place):
        target = self.range(place)
        target.Spreadsheet.setPrintAreas((target.RangeAddress,))

    def condition(self, place, formula):
        target = self.range(place)
        entries = target.ConditionalFormat
        entries.addNew(props(Operator=FORMULA, Formula1=formula, StyleName="Default"))
        target.ConditionalFormat = entries

    def hold(self, place):
        self.held = self.range(place)

    def format(self, place, code):
        locale = uno.createUnoStruct("com.sun.star.lang.Locale", "en", "US", "")
        formats = self.doc.NumberFormats
        key = formats.queryKey(code, locale, False)
        self.range(place).NumberFormat = key if key >= 0 else formats.addNew(code, locale)

    def hide(self, sheet, row, visible):
        self.rows(sheet).getByIndex(int(row) - 1).IsVisible = visible == "1"

    def protect(self, sheet, on):
        target = self.doc.Sheets.getByName(sheet)
        if on == "1":
            target.protect("")
        else:
            target.unprotect("")

    def merge(self, place, on):
        self.range(place).merge(on == "1")

    def matrix(self, place, formula):
        self.range(place).setArrayFormula(formula)

    def enter(self, title):
        self.undo_manager.enterUndoContext(title)

    def leave(self):
        self.undo_manager.leaveUndoContext()

    def undo(self):
        self.undo_manager.undo()

    def redo(self):
        self.undo_manager.redo()

    def clear(self):
        self.undo_manager.clear()

    def lock(self):
        self.undo_manager.lock()

    def unlock(self):
        self.undo_manager.unlock()

    def listen(self):
        self.undo_manager.addUndoManagerListener(self.ear)

    def show_data(self, place):
        def text(value):
            return "void" if value is None else '"%s"' % value if isinstance(value, str) else "%.10g" % value
        return " ".join(text(value) for line in self.range(place).getDataArray() for value in line)

    def show_formulas(self, place):
        return " ".join("[%s]" % text for line in self.range(place).getFormulaArray() for text in line)

    def show_named(self, name):
        found = self.doc.NamedRanges.getByName(name)
        cells = found.getReferredCells()
        return found.Content + (" " + address(cells.RangeAddress) if cells is not None else "")

    def show_area(self, name):
        return address(self.doc.DatabaseRanges.getByName(name).DataArea)

    def show_print(self, sheet):
        return " ".join(address(where) for where in self.doc.Sheets.getByName(sheet).PrintAreas)

    def show_held(self):
        return address(self.held.RangeAddress)

    def show_used(self, sheet):
        cursor = self.doc.Sheets.getByName(sheet).createCursor()
        cursor.gotoEndOfUsedArea(False)
        return address(cursor.RangeAddress)

    def show_conditions(self, place):
        return str(self.range(place).ConditionalFormat.Count)

    def show_format(self, place):
        return self.doc.NumberFormats.getByKey(self.range(place).NumberFormat).FormatString

    def show_visible(self, sheet, row):
        return str(int(self.rows(sheet).getByIndex(int(row) - 1).IsVisible))

    def show_merged(self, place):
        return str(int(self.range(place).getIsMerged()))

    def show_whole(self, place):
        target = self.range(place)
        cursor = target.Spreadsheet.createCursorByRange(target)
        cursor.collapseToMergedArea()
        return address(cursor.RangeAddress)

    def show_titles(self):
        return str(len(self.undo_manager.getAllUndoActionTitles()))

    def show_locked(self):
        return str(int(self.undo_manager.isLocked()))

    def show_heard(self):
        return " ".join(self.ear.heard)

    def run(self, number, line):
        """The line that is printed, or None."""
        words = line.rstrip("\n").split("\t")
        if not words[0] or words[0].startswith("#"):
            return None
        shows = words[0] == "show"
        try:
            if shows:
                answer = getattr(self, "show_" + words[1])(*words[2:])
                return ("%d %s %s" % (number, words[1], answer)).rstrip()
            getattr(self, words[0])(*words[1:])
            return None
        except uno.getClass("com.sun.star.uno.Exception") as raised:
            text = "%d raised %s" % (number, type(raised).__name__.rsplit(".", 1)[-1])
            return "%d %s %s" % (number, words[1], text) if shows else text


def test_same_answers():
    with open(SCRIPT, encoding="utf-8") as lines:
        script = list(lines)
    faked = subprocess.run([RUNNER, SCRIPT], stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")
    faked = [line.rstrip() for line in faked.splitlines()]
    with Office() as office:
        runner = Script(office.new_calc())
        real = [answer for answer in (runner.run(i + 1, line) for i, line in enumerate(script)) if answer is not None]
    if os.environ.get("KP_SHOW"):
        print("\n".join(real))
    different = ["%s\n  is in Calc\n%s" % (mine, theirs) for mine, theirs in zip(faked, real) if mine != theirs]
    assert not different, "\n".join(different[:20])
    assert len(faked) == len(real) > 60


main(globals())
