# SPDX-License-Identifier: GPL-3.0-or-later
"""A person at the deck: one who has only a keyboard, or who takes the mouse where he can.

Nothing here moves the focus or presses anything but by real keys and clicks; UNO is used to look.
"""

import re

import uno  # noqa: F401 (makes com.sun.star importable)
from com.sun.star.accessibility import AccessibleRole
from com.sun.star.accessibility.AccessibleStateType import FOCUSED

from kp_deck import Deck, known_names, menus
from kp_dialogs import tree
from kp_wait import wait_for


def focused(control):
    if not control.isVisible():
        return False
    context = control.getAccessibleContext()
    states = context.getAccessibleStateSet() if context else 0  # none: it is just going
    # A set of states in 7.4, a number with a bit for each since 7.5.
    return bool(states & FOCUSED) if isinstance(states, int) else states.contains(FOCUSED)


class Person:
    """What both can do. `stops` notes how often Tab had to be pressed to come to a control."""

    def __init__(self, office, display, doc, activate=True):
        self.office, self.display, self.doc = office, display, doc
        self.stops = []
        self.pane = None
        self.deck = None
        if activate:
            window = wait_for(lambda: display.windows("LibreOffice Calc"), "the window")[0]
            display.xdotool("windowactivate", "--sync", window)

    def open_deck(self):
        """Ctrl+Alt+K, as registry/Accelerators.xcu says: the deck is there and has the focus. A
        window that has just come may not hear it, or hear only the letter of the menu (gtk3)."""
        def opened():
            self.display.key("Escape", "ctrl+alt+k")
            try:
                return wait_for(self.in_deck, "the focus in the deck", 3)
            except AssertionError:
                return None
        self.pane = wait_for(opened, "the focus in the deck")

    def in_deck(self):
        """The panel that has the focus."""
        if not self.active(self.doc.CurrentController.getSidebar()):
            return None
        self.deck = self.deck or Deck(self.doc)
        panes = (self.deck.today, self.deck.follow, self.deck.check)
        return next((pane for pane in panes if self.of(pane)), None)

    @staticmethod
    def active(sidebar):
        """Whether the deck is there and shown. Decks and deck stay in variables: see kp_deck."""
        decks = sidebar.getDecks() if sidebar.isVisible() else None
        there = decks is not None and decks.hasByName("KernpuntDeck")
        deck = decks.getByName("KernpuntDeck") if there else None
        return bool(deck) and deck.isActive()

    def go(self, pane):
        """To another panel: the same keys go from one to the next."""
        for _ in range(4):
            if self.where(pane):
                break
            before = self.everywhere()
            self.display.key("ctrl+alt+k")
            wait_for(lambda: self.everywhere() != before, "the next panel")  # noqa: B023
        assert self.where(pane), "%s is not reached by Ctrl+Alt+K: the focus is in %s" % (
            pane.name, self.everywhere())
        self.pane = pane

    @staticmethod
    def of(pane):
        """The control of a panel that has the focus; looking opens no panel."""
        dialog = pane.panel.getDialog()
        controls = dialog.getControls() if dialog else ()
        # Asked as little as possible: each is a call. A field of several lines never has the focus.
        found = next((each for each in controls if each.hasFocus()), None) or \
            next((each for each in controls if focused(each)), None)
        if found is None or not found.isVisible():
            return None
        return next(name for name in known_names() if dialog.getControl(name) == found)

    def where(self, pane=None):
        return self.of(pane or self.pane)

    def everywhere(self):
        """Panel and control that have the focus, or None when it is elsewhere."""
        pane = self.in_deck()
        return (pane.name, self.of(pane)) if pane else None

    def wait_focus(self, name, pane=None):
        pane = pane or self.pane
        try:
            wait_for(lambda: pane.has_focus(name), name)
        except AssertionError as problem:
            raise AssertionError("the focus is in %s, not in %s"
                                 % (self.everywhere(), name)) from problem

    def first(self, name):
        """The field where a form begins: the focus goes there by itself."""
        self.wait_focus(name)

    def tab(self, name, most=3, key="Tab"):
        """Tab until a control has the focus; more than `most` needless stops are unreasonable."""
        passed = []
        here = wait_for(self.where, "the focus in the panel")
        while here != name:
            passed.append(here)
            assert len(passed) <= most + 1, "to %s by way of %s" % (name, passed)
            self.display.key(key)
            here = wait_for(lambda: self.other_than(passed[-1]), "%s from %s" % (key, here))
        self.stops.append((name, passed[1:]))

    def other_than(self, name):
        here = self.where()
        return here if here != name else None

    def press(self):
        """The button that has the focus."""
        self.display.key("space")

    def letter(self, name):
        """Alt+letter of a field's label."""
        label = self.pane.control(name.replace("field_", "label_")).getModel().Label
        found = re.search("~(.)", label)
        assert found, "%s has no letter: %r" % (name, label)
        self.display.key("alt+" + found.group(1).lower())

    def type(self, text, name, becomes=None):
        """Types into the field that has the focus, in place of what is there."""
        pane = self.pane
        if pane.text(name):
            self.display.key("ctrl+a")
        self.display.type(text)
        wanted = text if becomes is None else becomes
        try:
            wait_for(lambda: pane.text(name) == wanted, wanted)
        except AssertionError as problem:
            raise AssertionError("%s is %r, not %r" % (name, pane.text(name), wanted)) from problem

    def reach(self, name, most=4):
        """A field further on in the form; when it is behind More that is opened first."""
        self.pane.wait("foot_save")
        if self.pane.has(name):
            self.tab(name, most)
            return
        self.tab("more_", 9)
        self.press()
        self.pane.wait(name)
        wait_for(lambda: self.other_than("more_"), "the focus in what was behind More")
        self.settled()
        here, there = (self.pane.control(each).PosSize.Y for each in (self.where(), name))
        self.tab(name, 12, "Tab" if here < there else "shift+Tab")

    def settled(self):
        """Until the office has done what it was asked: controls are where they will be."""
        self.office.service("com.sun.star.awt.Toolkit").processEventsToIdle()

    def fill(self, **fields):
        for key, text in fields.items():
            self.reach("field_" + key)
            self.type(text, "field_" + key)

    def choose(self, name, wanted):
        """From the menu of a button: by its letter when it has one, else with Tab and space. The
        number of arrows differs between back ends: one has the first row selected already."""
        lettered = self.pane.has(name) and "~" in self.pane.control(
            name.replace("field_", "label_")).getModel().Label
        if not lettered:
            self.reach(name, 12)
        said = []
        for downs in range(1, 10):
            before = menus(self.display)
            if lettered:
                self.letter(name)
            else:
                self.press()
            wait_for(lambda: menus(self.display) > before, "the menu of " + name)  # noqa: B023
            self.display.key(*["Down"] * downs, "Return")
            wait_for(lambda: menus(self.display) <= before, "the menu to go")  # noqa: B023
            try:
                wait_for(lambda: self.pane.label(name).startswith(wanted), wanted, 0.4)
                return
            except AssertionError:
                said.append(self.pane.label(name))
            self.tab(name, 20, "shift+Tab")
        raise AssertionError("%s has no %r: %s" % (name, wanted, said))

    def save(self):
        """Ctrl+Enter."""
        self.display.key("ctrl+Return")

    def answer(self, dialog, button):  # noqa: ARG002 (a mouse needs to know which)
        """The button that a dialog offers first."""
        dialog.key("Return")

    def undo_steps(self):
        return len(self.doc.UndoManager.getAllUndoActionTitles())

    def written(self):
        """Saves, and waits until a row is written and the focus goes on in the panel."""
        steps = self.undo_steps()
        self.save()
        try:
            wait_for(lambda: self.undo_steps() > steps, "a row")
        except AssertionError as problem:
            raise AssertionError("not written: " + self.said()) from problem
        wait_for(self.where, "the focus in the panel")

    def refused(self, *parts):
        """Saves, and waits for the refusal, which says all these words."""
        steps = self.undo_steps()
        self.save()
        wait_for(lambda: "✕" in self.pane.label("foot_state") and all(part in self.said() for part in parts),
                 "%s in %s" % (parts, self.said()))
        assert self.undo_steps() == steps, "written all the same"

    def said(self):
        """All that the form says of its fields, and why it was not saved."""
        return " | ".join(self.pane.label(name) for name in self.pane.names()
                          if name.startswith(("note_", "foot_")))

    def step(self, number):
        """Waits until a step is the one that is shown."""
        wait_for(lambda: re.search(" %d (of|van) " % number, self.pane.label("step")),
                 "step %d" % number)

    def report(self):
        """Needless stops, field by field."""
        return "\n".join("    %s: %s" % (name, " ".join(passed))
                         for name, passed in self.stops if passed)


class Mouse(Person):
    """The same with clicks. Coordinates are right with the generic back end alone, and the screen
    must be high enough for the whole deck."""

    def go(self, pane):
        self.pane = pane

    def click(self, context):
        self.settled()
        place, size = context.getLocationOnScreen(), context.getSize()
        self.display.click(place.X + size.Width // 2, place.Y + size.Height // 2)

    def tab(self, name, most=3, key="Tab"):  # noqa: ARG002
        """A click into a field; a button is only clicked by press()."""
        self.at = self.pane.wait(name)
        if name.startswith("field_") and hasattr(self.at, "getText"):
            self.click(self.at.getAccessibleContext())
            self.wait_focus(name)

    def first(self, name):
        self.tab(name)

    def press(self):
        self.click(self.at.getAccessibleContext())

    def choose(self, name, wanted):
        if not self.pane.has(name):
            self.reach(name)
        self.click(self.pane.control(name).getAccessibleContext())
        self.click(wait_for(lambda: self.row(wanted), "%s in the menu of %s" % (wanted, name)))
        wait_for(lambda: self.pane.label(name).startswith(wanted), wanted)

    def row(self, wanted):
        """A row of the menu that is open."""
        toolkit = self.office.service("com.sun.star.awt.Toolkit")
        for i in range(toolkit.getTopWindowCount()):
            window = toolkit.getTopWindow(i)
            context = window.getAccessibleContext() if window else None
            if context and context.getAccessibleRole() == AccessibleRole.POPUP_MENU:
                for k in range(context.getAccessibleChildCount()):
                    child = context.getAccessibleChild(k).getAccessibleContext()
                    if child.getAccessibleName().startswith(wanted):
                        return child
        return None

    def select(self, name, row):
        """A row of a list, from 0."""
        rows = [context for context in tree(self.pane.control(name), 2)
                if context.getAccessibleRole() == AccessibleRole.LIST_ITEM]
        self.click(rows[row])

    def save(self):
        self.at = self.pane.wait("foot_save")
        self.press()

    def answer(self, dialog, button):
        dialog.click(button)
