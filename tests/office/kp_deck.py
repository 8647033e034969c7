# SPDX-License-Identifier: GPL-3.0-or-later
"""Reaching the panels of the deck from a test.

    deck = Deck(doc)
    deck.follow.press("save")
    deck.follow.wait_label("message", "Saved")

Controls are found by the names that src/panels gives them. Deck and panels stay in variables, or the
office crashes (it keeps references between them that do not keep them alive).
"""

import functools
import os
import re

import uno  # noqa: F401 (makes com.sun.star importable)

from com.sun.star.accessibility.AccessibleStateType import FOCUSED
from com.sun.star.awt import Selection
from com.sun.star.beans import NamedValue
from com.sun.star.uno import RuntimeException

from kp_office import ROOT, Timeout, wait_for


@functools.lru_cache(None)
def known_names():
    """Every name that a control of a panel may have: those of the source, and one of each kind for
    each column of the method."""
    names, keys, items = [], [], []
    for room in ("form", "panels", "deck"):
        for folder, _, files in sorted(os.walk(os.path.join(ROOT, "src", room))):
            for path in sorted(files):
                if path.endswith(".c"):
                    with open(os.path.join(folder, path), encoding="utf-8") as lines:
                        names += re.findall(r'"([a-z_]+)"', lines.read())
    method = os.path.join(ROOT, "extension", "method")
    for path in sorted(os.listdir(method)):
        if path.endswith(".xml"):
            with open(os.path.join(method, path), encoding="utf-8") as lines:
                source = lines.read()
            keys += re.findall(r'<column key="([a-z_]+)"', source)
            items += re.findall(r'<item key="([a-z0-9_]+)"', source)
    keys.append("note_")
    kinds = ("label_", "field_", "menu_", "note_", "stripe_", "offer_", "other_")
    names += [kind + key for key in keys for kind in kinds]
    names += ["%s%d" % (kind, i) for kind in ("bar_", "task_") for i in range(1, 13)]
    # Of several forms on a board, and of choices among few.
    names += ["%s%s_%d" % (kind, key, i) for kind in ("label_", "field_", "note_")
              for key in ("answer", "evidence", "question") for i in range(1, 10)]
    names += ["toggle_%s_%s" % (item, key) for item in dict.fromkeys(items) for key in
              ("status", "decision", "shared", "kind", "core", "achieved", "level", "helped",
               "rhythm", "course", "angle", "verdict")]
    return tuple(dict.fromkeys(names))


TODAY = "KernpuntTodayPanel"


class Pane:
    """One panel: its controls by name."""

    def __init__(self, deck, name):
        self.deck = deck
        self.name = name
        self.panel = deck.panels.getByName(name)

    def dialog(self):
        """The panel's window; opened first, as people would: one working panel is open at a time,
        and Today is whole when it is the only one."""
        self.open()
        return self.panel.getDialog()

    def open(self):
        others = [name for name in self.deck.panels.getElementNames()
                  if self.name == TODAY and name != TODAY]
        for name in others:
            other = self.deck.panels.getByName(name)
            if other.isExpanded():
                other.collapse()
        if not self.panel.isExpanded():
            self.panel.expand(False)
            wait_for(lambda: self.panel.getDialog() and self.panel.getDialog().PosSize.Width > 60,
                     self.name + " to be laid out")

    def control(self, name):
        """The control; a form that is just being made anew has it again in a moment."""
        found = []

        def look():
            dialog = self.dialog()
            found[:] = [dialog.getControl(name)] if dialog else [None]
            return found[0] is not None

        try:
            wait_for(look, name, 2)
        except Timeout as problem:
            raise AssertionError("%s has no control %s: %s"
                                 % (self.name, name, self.names())) from problem
        return found[0]

    def has(self, name):
        """Whether there is such a control and it is to be seen."""
        dialog = self.dialog()
        control = dialog.getControl(name) if dialog else None
        return control is not None and bool(control.isVisible())

    def names(self):
        """Names of the controls that are there; the office itself tells only one by one."""
        dialog = self.dialog()
        return [name for name in known_names() if dialog.getControl(name) is not None]

    def wait(self, name):
        """The control, once it is to be seen."""
        wait_for(lambda: self.has(name), "%s in %s" % (name, self.name))
        return self.control(name)

    def label(self, name):
        """What a label or button says; "" when it is not to be seen."""
        return self.control(name).getModel().Label if self.has(name) else ""

    def wait_label(self, name, part):
        """Waits until the label holds `part` (a regular expression) and returns all of it."""
        def said():
            try:
                return re.search(part, self.label(name))
            except (AttributeError, RuntimeException):  # a form that is just being made anew
                return None

        try:
            wait_for(said, "%r in %s" % (part, name))
        except Exception as problem:
            raise AssertionError("%s of %s says %r, not %r"
                                 % (name, self.name, self.label(name), part)) from problem
        return self.label(name)

    def text(self, name):
        return self.control(name).getText()

    def type(self, name, text):
        """Puts a text into a field, as if it was typed. To the peer: that holds the office's lock
        while the panel hears of it, as typing does; the control itself does not."""
        self.idle()
        self.wait(name).getPeer().setText(text)

    def idle(self):
        """Until the office has nothing left to do, such as making a form anew."""
        self.dialog().getPeer().getToolkit().processEventsToIdle()

    def grid(self, name):
        """The rows behind a list in columns; None for another list."""
        model = self.control(name).getModel()
        return model.GridDataModel if hasattr(model, "GridDataModel") else None

    def all_rows(self, name):
        """The rows of a list, seen or not; of one in columns "when · what", not cut."""
        data = self.grid(name)
        if data is None:
            return list(self.control(name).getItems())
        return [" · ".join(part for part in (data.getCellData(1, row), data.getCellToolTip(2, row))
                           if part) for row in range(data.RowCount)]

    def rows(self, name):
        """The rows of a list."""
        return self.all_rows(name) if self.has(name) else []

    def selected(self, name):
        if self.grid(name) is None:
            return self.control(name).getSelectedItemPos()
        rows = self.control(name).getSelectedRows()
        return rows[0] if rows else -1

    def take(self, name, place):
        """Selects a row as the office itself does."""
        peer = self.control(name).getPeer()  # as in type()
        if self.grid(name) is None:
            peer.selectItemPos(place, True)
        elif self.selected(name) != place:
            peer.deselectAllRows()
            peer.goToCell(0, place)
            peer.selectRow(place)

    def select(self, name, wanted):
        """Selects the row of a list that has this place, or holds this text."""
        rows = self.rows(name)
        place = wanted if isinstance(wanted, int) else next(
            (i for i, row in enumerate(rows) if wanted in row), None)
        assert place is not None, "%r is not in %s" % (wanted, rows)
        self.idle()
        self.take(name, place)
        self.idle()
        if self.has(name) and self.selected(name) != place:
            # gtk3 may make the panels anew while a deck is opened: that was the old list.
            self.take(name, place)

    def press(self, name):
        """A click on a button, without a mouse; runs on the office's own thread. Not for buttons
        that open a menu, dialog or question: those wait for an answer."""
        self.idle()
        self.wait(name).getAccessibleContext().doAccessibleAction(0)

    def has_focus(self, name):
        if not self.has(name):
            return False
        # XWindow2.hasFocus is never true of a field of several lines.
        states = self.control(name).getAccessibleContext().getAccessibleStateSet()
        # A set of states in 7.4, a number with a bit for each since 7.5.
        return bool(states & FOCUSED) if isinstance(states, int) else states.contains(FOCUSED)

    def focus(self, name):
        self.wait(name).setFocus()
        wait_for(lambda: self.has_focus(name), "the focus in " + name)

    def focus_grid(self, name, display):
        """The focus in a list in columns, whose cells have the state that other controls tell."""
        self.wait(name).setFocus()
        self.idle()
        wait_for(lambda: display.xdotool("getwindowfocus"), "a window with the focus")

    def choose(self, display, name, *keys):
        """Opens the menu of a button by keyboard and answers with keys ("Down", "Return")."""
        before = menus(display)
        for tries_left in (2, 1, 0):  # a window that is just coming up may miss a key
            self.focus(name)
            display.key("space")
            try:
                wait_for(lambda: menus(display) > before, "the menu of " + name, 7)
                break
            except AssertionError:
                if not tries_left:
                    raise
        display.key(*keys)
        wait_for(lambda: menus(display) <= before, "the menu to go")

    def select_all(self, name):
        control = self.control(name)
        control.setSelection(Selection(0, len(control.getText())))


def menus(display):
    """Number of windows on the screen: a menu is one more."""
    return len(display.xdotool("search", "--onlyvisible", "--class", "").split())


class Deck:
    """The deck of one document window, opened."""

    def __init__(self, doc, *names):
        """With names, those panels are opened; the others when they are asked for."""
        self.doc = doc
        self.sidebar = doc.CurrentController.getSidebar()
        self.decks = wait_for(self._decks, "the deck")
        self.deck = self.decks.getByName("KernpuntDeck")
        if not self.deck.isActive():
            self.deck.activate(True)
        self.panels = self.deck.getPanels()
        wait_for(lambda: self.panels.hasByName("KernpuntCheckPanel"), "the panels")
        self.today = Pane(self, "KernpuntTodayPanel")
        self.results = Pane(self, "KernpuntResultsPanel")
        self.follow = Pane(self, "KernpuntFollowPanel")
        self.check = Pane(self, "KernpuntCheckPanel")
        for pane in (self.today, self.results, self.follow, self.check):
            if pane.name in names:
                pane.open()

    def _decks(self):
        """The decks; gtk3 fills a sidebar that was hidden only when it comes round to it."""
        if not self.sidebar.isVisible():
            # The office toggles, later: a second request on top of this one would hide it again.
            self.sidebar.setVisible(True)
            wait_for(self.sidebar.isVisible, "the sidebar")
        self.sidebar.showDecks(True)
        decks = self.sidebar.getDecks()
        return decks if decks.hasByName("KernpuntDeck") else None

    def hide(self):
        self.sidebar.setVisible(False)
        wait_for(lambda: not self.sidebar.isVisible(), "the sidebar to go")


def live_objects(office):
    """UNO objects of Kernpunt that are alive in the office."""
    job = office.service("org.kernpunt.calc.Automation")
    answer = {pair.Name: pair.Value for pair in job.execute((NamedValue("Verb", "status"),))}
    assert re.match(r"\d+\.\d+", answer["Version"]), answer
    return answer["LiveObjects"]


def answer_window(display, title, *keys):
    """Answers a dialog or question by keyboard and waits until it is gone."""
    wait_for(lambda: display.windows(title), "the window " + title)
    display.xdotool("windowactivate", "--sync", display.windows(title)[0])
    display.key(*keys)
    wait_for(lambda: not display.windows(title), "the window %s to go" % title)
