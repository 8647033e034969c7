# SPDX-License-Identifier: GPL-3.0-or-later
"""The hands of a manager: real keys, or real clicks, each of them counted.

    me = Keys(office, display, doc)     # or Clicks, in the generic window
    me.count = 0
    me.key("space")
    assert me.count == 1

What a text says does not count, as in the design of the deck; keys that choose something do. UNO is
used only to look.
"""

import uno  # noqa: F401 (makes com.sun.star importable)
from com.sun.star.awt import Size
from com.sun.star.util.MeasureUnit import APPFONT

from kp_deck import Deck, menus
from kp_journey import Mouse, Person
from kp_wait import wait_for


class Hands:
    """What both do."""

    count = 0

    def key(self, *keys):
        self.count += len(keys)
        self.display.key(*keys)

    def letters(self, text):
        """Typed, and counted letter by letter: a name that completes, a day in short."""
        self.count += len(text)
        self.display.type(text)

    def says(self, name, text):
        """Types what people want to say into the field that has the focus."""
        self.wait_focus(name)
        if self.pane.text(name):
            self.display.key("ctrl+a")
        self.display.type(text)
        wait_for(lambda: self.pane.text(name) == text, "%r in %s" % (text, name))

    def began(self):
        """The form for an action is empty and behind it stands Undo of the last one: with a letter in it that
        becomes Cancel, by which one comes back to the list."""
        self.wait_focus("field_action")
        before = self.pane.label("foot_slot")
        self.display.type("x")
        wait_for(lambda: self.pane.label("foot_slot") not in ("", before), "Cancel")

    def place(self, wanted):
        """Of the row of Today's list that says this."""
        def there():
            rows = self.pane.rows("items")
            return next((i + 1 for i, row in enumerate(rows) if wanted in row), 0)
        return wait_for(there, wanted) - 1


class Keys(Hands, Person):
    """With nothing but the keyboard."""

    def menu(self, opens, *keys):
        """Keys that open a menu and choose from it."""
        before = menus(self.display)
        self.key(opens)
        wait_for(lambda: menus(self.display) > before, "the menu")
        self.key(*keys)

    def at_today(self, name="items"):
        """To a control of Today, from wherever one is; not counted."""
        def arrived():
            pane = self.in_deck()
            if pane is None or pane is not self.deck.today:
                self.display.key("ctrl+alt+k")
            return pane is not None and pane is self.deck.today
        wait_for(arrived, "the focus in Today", 20, 0.3)
        self.pane = self.deck.today
        if not self.pane.panel.getDialog().getControl(name).isVisible():  # it is a strip
            self.tab("strip_late", 3)
            self.display.key("space")
            wait_for(lambda: self.pane.panel.getDialog().getControl(name).isVisible() and self.where(), name)
        here, there = (self.pane.control(each).PosSize.Y for each in (self.where(), name))
        self.tab(name, 12, "Tab" if here < there else "shift+Tab")

    def row(self, wanted):
        self.at_today()
        place = self.place(wanted)
        while self.pane.selected("items") != place:
            here = self.pane.selected("items")
            self.key("Down" if here < place else "Up")
            wait_for(lambda: self.pane.selected("items") != here, "another row")  # noqa: B023

    def leave_form(self):
        self.began()
        self.tab("foot_slot", 9)
        self.display.key("space")
        self.pane.wait("items")


class Clicks(Hands, Mouse):
    """With the mouse where there is something to click; in the generic window."""

    def at_today(self):
        if self.deck is None:
            self.deck = Deck(self.doc)
        self.pane = self.deck.today
        self.pane.open()

    def click(self, context, times=1):
        self.settled()
        place, size = context.getLocationOnScreen(), context.getSize()
        self.count += 1
        self.display.click(place.X + size.Width // 2, place.Y + size.Height // 2, count=times)

    def on(self, name):
        """A click on a control."""
        self.click(self.pane.wait(name).getAccessibleContext())

    def menu(self, name, wanted):
        """A row of the menu of a button."""
        self.on(name)
        self.click(wait_for(lambda: Mouse.row(self, wanted), "%s in the menu of %s" % (wanted, name)))

    def row(self, wanted, times=1):
        place = self.place(wanted)
        self.settled()
        grid = self.pane.control("items")
        at = grid.getAccessibleContext().getLocationOnScreen()
        high = grid.getPeer().convertSizeToPixel(Size(0, grid.getModel().RowHeight), APPFONT).Height
        self.count += 1
        self.display.click(at.X + 60, at.Y + 2 + high * place + high // 2, count=times)

    def leave_form(self):
        self.began()
        self.on("foot_slot")
        self.pane.wait("items")
