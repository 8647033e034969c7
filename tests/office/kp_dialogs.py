# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands of the menu Kernpunt, and driving its modal dialogs as a person does: a dialog holds
the office's main loop, so keys and mouse come from outside and its words are read by accessibility.
"""

import uno  # noqa: F401 (makes com.sun.star importable)
from com.sun.star.accessibility import AccessibleRole
from com.sun.star.util import URL

from kp_office import wait_for


def command(office, doc, name):
    """Runs a command as menu and shortcut do. It goes on by itself, after this returns."""
    run(office, doc, "service:org.kernpunt.calc.Command?" + name)


def run(office, doc, url):
    """Dispatches any command in the document's window."""
    frame = doc.CurrentController.Frame
    frame.activate()
    parsed = URL(Complete=url)
    _, parsed = office.service("com.sun.star.util.URLTransformer").parseStrict(parsed)
    frame.queryDispatch(parsed, "_self", 0).dispatch(parsed, ())


def tree(accessible, depth=8):
    """All accessible contexts below and including one."""
    context = accessible.getAccessibleContext()
    yield context
    for i in range(context.getAccessibleChildCount() if depth else 0):
        child = context.getAccessibleChild(i)
        if child:
            yield from tree(child, depth - 1)


def menu(doc, name):
    """The entries of a menu of the menu bar, as names; separators are "-", submenus lists."""
    def entries(context):
        found = []
        for i in range(context.getAccessibleChildCount()):
            child = context.getAccessibleChild(i).getAccessibleContext()
            if child.getAccessibleRole() == AccessibleRole.SEPARATOR:
                found.append("-")
            elif child.getAccessibleChildCount():
                found.append([child.getAccessibleName()] + entries(child))
            else:
                found.append(child.getAccessibleName())
        return found

    window = doc.CurrentController.Frame.ContainerWindow
    bar = next(c for c in tree(window, 3) if c.getAccessibleRole() == AccessibleRole.MENU_BAR)
    for i in range(bar.getAccessibleChildCount()):
        child = bar.getAccessibleChild(i).getAccessibleContext()
        if child.getAccessibleName() == name:
            return entries(child)
    return None


class Dialog:
    """An open dialog or message box of the office, by its title."""

    def __init__(self, office, display, title):
        self.office, self.display, self.title = office, display, title
        wait_for(lambda: display.windows("^%s$" % title), "the dialog " + title)
        self.toolkit = office.service("com.sun.star.awt.Toolkit")
        self.peer = wait_for(self._peer, "the dialog %s of the office" % title)
        self.activate()

    def _peer(self):
        for i in range(self.toolkit.getTopWindowCount()):
            window = self.toolkit.getTopWindow(i)
            context = window.getAccessibleContext() if window else None
            if context and context.getAccessibleName() == self.title:
                return window
        return None

    def activate(self):
        self.display.xdotool("windowactivate", "--sync",
                             self.display.windows("^%s$" % self.title)[0])

    def key(self, *keys):
        self.display.key(*keys)

    def type(self, text):
        self.display.type(text)

    def texts(self):
        """Everything it says: labels, buttons, fields' names."""
        return [c.getAccessibleName() for c in tree(self.peer) if c.getAccessibleName()]

    def wait_text(self, part):
        """Waits until one of its texts holds `part`, and returns that text."""
        try:
            return wait_for(lambda: next((t for t in self.texts() if part in t), None), part)
        except AssertionError as problem:
            raise AssertionError("%s; it says %s" % (problem, self.texts())) from None

    def find(self, name):
        """The accessible context of a control by its name."""
        return wait_for(lambda: next((c for c in tree(self.peer)
                                      if c.getAccessibleName() == name), None), name)

    def click(self, name):
        """A click of the mouse on a control: in its middle, or well within the text of a wide one."""
        self.activate()
        context = self.find(name)
        place, size = context.getLocationOnScreen(), context.getSize()
        self.display.click(place.X + min(size.Width // 2, 60), place.Y + size.Height // 2)

    def open(self):
        return bool(self.display.windows("^%s$" % self.title))

    def wait_closed(self):
        wait_for(lambda: not self.open(), "the dialog %s to close" % self.title)


def close_box(office, display, part):
    """Waits for a message box that says `part` and closes it; returns what it said."""
    box = Dialog(office, display, "Kernpunt")
    said = box.wait_text(part)
    box.key("Return")
    box.wait_closed()
    return said
