# SPDX-License-Identifier: GPL-3.0-or-later
"""Reaching the panel of a document from a test, and checking the rows that it writes."""

import datetime
import re

import uno  # noqa: F401 (makes com.sun.star importable)

from com.sun.star.accessibility.AccessibleStateType import FOCUSED
from com.sun.star.beans import NamedValue
from com.sun.star.table.CellContentType import FORMULA, TEXT, VALUE

from kp_office import wait_for

EPOCH = datetime.date(1899, 12, 30)
FIELDS = ("what", "owner", "deadline")
ID = re.compile(r"A-[0-9A-HJKMNP-TV-Z]{5}$")


class Panel:
    """The panel of one document window; keeps deck and panels alive, or the office crashes."""

    def __init__(self, doc):
        self.doc = doc
        self.sidebar = doc.CurrentController.getSidebar()
        self.sidebar.setVisible(True)
        self.sidebar.showDecks(True)
        self.decks = self.sidebar.getDecks()
        # gtk3 fills a sidebar that was hidden only when it comes round to it.
        wait_for(lambda: self.decks.hasByName("KernpuntDeck"), "the deck")
        self.deck = self.decks.getByName("KernpuntDeck")
        if not self.deck.isActive():
            self.deck.activate(True)
        self.panels = self.deck.getPanels()
        self.panel = self.panels.getByName("KernpuntActionPanel")
        wait_for(lambda: self.panel.getDialog() and self.control("save").PosSize.Width > 60,
                 "the panel to be laid out")

    def control(self, name):
        return self.panel.getDialog().getControl(name)

    def label(self, name):
        return self.control(name).getModel().Label

    def text(self, name):
        return self.control(name).getText()

    def texts(self):
        return tuple(self.text(name) for name in FIELDS)

    def has_focus(self, name):
        # XWindow2.hasFocus is never true of a field of several lines.
        states = self.control(name).getAccessibleContext().getAccessibleStateSet()
        # A set of states in 7.4, a number with a bit for each since 7.5.
        return bool(states & FOCUSED) if isinstance(states, int) else states.contains(FOCUSED)

    def wait_focus(self, name):
        wait_for(lambda: self.has_focus(name), "the focus in " + name)

    def focus(self, name):
        self.control(name).setFocus()
        self.wait_focus(name)

    def fill(self, what, owner, deadline):
        for name, text in zip(FIELDS, (what, owner, deadline)):
            self.control(name).setText(text)

    def press(self, name):
        """A click on a button, without a mouse; runs on the office's own thread."""
        self.control(name).getAccessibleContext().doAccessibleAction(0)

    def save(self):
        """Presses Save and returns what the panel says then."""
        self.control("message").getModel().Label = "(waiting)"
        self.press("save")
        return self.said()

    def said(self):
        wait_for(lambda: self.label("message") not in ("", "(waiting)"), "the panel's answer")
        return self.label("message")


def live_objects(office):
    job = office.service("org.kernpunt.calc.Automation")
    answer = {pair.Name: pair.Value for pair in job.execute((NamedValue("Verb", "status"),))}
    assert re.match(r"\d+\.\d+", answer["Version"]), answer
    return answer["LiveObjects"]


def answer_question(display, key):
    wait_for(lambda: display.windows("^Kernpunt$"), "the question")
    display.xdotool("windowactivate", "--sync", display.windows("^Kernpunt$")[0])
    display.key(key)
    wait_for(lambda: not display.windows("^Kernpunt$"), "the question to go")


def first_save(display, panel, what="first", owner="Jansen, Petra", deadline="+7"):
    """Logs one action in a document without a table, by keyboard answer."""
    panel.fill(what, owner, deadline)
    panel.control("message").getModel().Label = "(waiting)"
    panel.press("save")
    answer_question(display, "Return")
    said = panel.said()
    assert said.startswith(("Logged as A-", "Vastgelegd als A-")), said


def sheet_rows(sheet, rows=6):
    return [[sheet.getCellByPosition(c, r).Formula for c in range(8)] for r in range(rows)]


def check_row(sheet, row, what, owner, deadline, status, user):
    """All that makes a row right: types, texts as typed, a real date, an ID, a native formula."""
    cells = [sheet.getCellByPosition(c, row) for c in range(8)]
    kinds = [cell.Type for cell in cells]
    assert kinds == [TEXT, TEXT, TEXT, VALUE, TEXT, FORMULA, TEXT, VALUE], kinds
    assert ID.match(cells[0].String), cells[0].String
    assert [cells[i].String for i in (1, 2, 4, 6)] == [what, owner, status, user], \
        [cell.String for cell in cells]
    assert EPOCH + datetime.timedelta(cells[3].Value) == deadline, cells[3].Value
    assert EPOCH + datetime.timedelta(cells[7].Value) == datetime.date.today()
    assert cells[3].String == deadline.isoformat(), cells[3].String
    assert cells[5].String == "", cells[5].String
    assert sheet.Rows.getByIndex(row).IsVisible


def check_table(doc, name, rows):
    """Header, hidden anchor, `rows` rows, end line last, and a named range that spans them."""
    sheet = doc.Sheets.getByName(name)
    assert not sheet.Rows.getByIndex(1).IsVisible
    assert sheet.getCellByPosition(0, 1).String == "id"
    assert sheet.getCellByPosition(0, 2 + rows).String == "[end]", sheet_rows(sheet)
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    assert cursor.RangeAddress.EndRow == 2 + rows
    where = doc.NamedRanges.getByName("kernpunt_actions").getReferredCells().RangeAddress
    assert (where.StartRow, where.EndRow, where.EndColumn) == (1, 2 + rows, 7)
    return sheet
