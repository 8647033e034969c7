# SPDX-License-Identifier: GPL-3.0-or-later
"""Reaching one panel of the deck from a test, by the names of its controls."""

import uno  # noqa: F401 (makes com.sun.star importable)

from com.sun.star.accessibility.AccessibleStateType import FOCUSED

from kp_office import wait_for


class Pane:
    """A panel of the deck of one document window: Pane(doc, "Today"). Keeps deck and panels alive,
    or the office crashes."""

    def __init__(self, doc, name, ready="summary notice"):
        self.doc, self.name = doc, name
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
        self.panel = self.panels.getByName("Kernpunt%sPanel" % name)
        wait_for(lambda: self.panel.getDialog(), "the panel " + name)
        if not self.panel.isExpanded():
            self.panel.expand(False)
        wait_for(lambda: any(self.label(one) for one in ready.split()), "something in " + name)

    def control(self, name):
        return self.panel.getDialog().getControl(name)

    def has(self, name):
        return self.control(name) is not None

    def shown(self, name):
        control = self.control(name)
        return control is not None and control.isVisible()

    def enabled(self, name):
        return self.control(name).getModel().Enabled

    def label(self, name):
        control = self.control(name)
        return control.getModel().Label if control is not None else ""

    def text(self, name):
        return self.control(name).getText()

    def type(self, name, text):
        self.control(name).setText(text)

    def rows(self, name):
        return list(self.control(name).getItems())

    def selected(self, name):
        return self.control(name).getSelectedItemPos()

    def select(self, name, row):
        """As a click on a row would."""
        self.control(name).selectItemPos(row, True)
        wait_for(lambda: self.selected(name) == row, "row %d of %s" % (row, name))

    def find(self, name, words):
        """Place of the first row with these words; fails when there is none."""
        found = [i for i, row in enumerate(self.rows(name)) if words in row]
        assert found, (words, self.rows(name))
        return found[0]

    def press(self, name):
        """A click on a button or box, without a mouse; runs on the office's own thread."""
        self.control(name).getAccessibleContext().doAccessibleAction(0)

    def has_focus(self, name):
        states = self.control(name).getAccessibleContext().getAccessibleStateSet()
        # A set of states in 7.4, a number with a bit for each since 7.5.
        return bool(states & FOCUSED) if isinstance(states, int) else states.contains(FOCUSED)

    def focus(self, name):
        self.control(name).setFocus()
        wait_for(lambda: self.has_focus(name), "the focus in " + name)

    def wait_label(self, name, words, seconds=20):
        """Waits until a label holds these words, and returns it."""
        try:
            wait_for(lambda: words in self.label(name), "“%s” in %s" % (words, name), seconds)
        except AssertionError as problem:
            raise AssertionError("%s; it says “%s”" % (problem, self.label(name))) from None
        return self.label(name)


def selection(doc):
    """Sheet and cell that are selected, as "Actions.E3"."""
    address = doc.CurrentSelection.getRangeAddress()
    sheet = doc.Sheets.getByIndex(address.Sheet)
    name = sheet.getCellByPosition(address.StartColumn, address.StartRow).AbsoluteName
    return name.replace("$", "").replace("'", "")


def answer_question(display, key):
    """Presses a key in the question box that is open, or opens."""
    wait_for(lambda: display.windows("^Kernpunt$"), "the question")
    display.xdotool("windowactivate", "--sync", display.windows("^Kernpunt$")[0])
    display.key(key)
    wait_for(lambda: not display.windows("^Kernpunt$"), "the question to go")
