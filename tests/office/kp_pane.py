# SPDX-License-Identifier: GPL-3.0-or-later
"""Reaching one panel of the deck from a test: Pane(doc, "Today")."""

import kp_deck
from kp_office import wait_for


class Pane(kp_deck.Pane):
    """A panel of the deck of one document window, opened."""

    def __init__(self, doc, name, ready="summary notice late"):
        name = "Kernpunt%sPanel" % name
        super().__init__(kp_deck.Deck(doc, name), name)
        self.doc, self.sidebar = doc, self.deck.sidebar
        wait_for(lambda: any(self.label(one) for one in ready.split()), "something in " + name)

    def shown(self, name):
        return self.has(name)

    def enabled(self, name):
        return self.control(name).getModel().Enabled

    def label(self, name):
        """What a label says, seen or not."""
        control = self.dialog().getControl(name)
        return control.getModel().Label if control is not None else ""

    def rows(self, name):
        """The rows of a list, seen or not."""
        return self.all_rows(name)

    def select(self, name, wanted):
        """As a click on a row would."""
        super().select(name, wanted)
        wait_for(lambda: self.selected(name) == wanted, "row %d of %s" % (wanted, name))

    def find(self, name, words):
        """Place of the first row with these words; fails when there is none."""
        found = [i for i, row in enumerate(self.rows(name)) if words in row]
        assert found, (words, self.rows(name))
        return found[0]

    def wait_label(self, name, part):
        """Waits until a label holds these words, and returns it."""
        try:
            wait_for(lambda: part in self.label(name), "“%s” in %s" % (part, name))
        except AssertionError as problem:
            raise AssertionError("%s; it says “%s”" % (problem, self.label(name))) from None
        return self.label(name)


def selection(doc):
    """Sheet and cell that are selected, as "Actions.E3"."""
    address = doc.CurrentSelection.getRangeAddress()
    sheet = doc.Sheets.getByIndex(address.Sheet)
    name = sheet.getCellByPosition(address.StartColumn, address.StartRow).AbsoluteName
    return name.replace("$", "").replace("'", "")
