# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader is told, over AT-SPI as with any desktop: a bus of its own, started and ended here.

    with Speech(display) as speech:
        with Office(..., backend="gtk3", display=display, env=speech.env) as office:
            for role, name in speech.focusable("Kernpunt"):
                ...
"""

import os
import subprocess

from kp_wait import stop_tree, wait_for

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")


class Speech:
    """A session bus with the accessibility bus on it. Only one in a process: the library of the readers keeps
    the first bus it meets."""

    def __init__(self, display):
        self.display = display
        self._programs = []
        self.atspi = None

    def __enter__(self):
        bus = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address=1"], env=self.display.env(),
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True)
        self._programs.append(bus)
        address = bus.stdout.readline().decode().strip()
        assert address, "no session bus"
        self.env = {"DBUS_SESSION_BUS_ADDRESS": address, "NO_AT_BRIDGE": "0", "GTK_A11Y": "atspi"}
        os.environ.update(self.env, DISPLAY=self.display.name)
        launcher = next(path for path in LAUNCHERS if os.path.exists(path))
        self._programs.append(subprocess.Popen([launcher, "--launch-immediately", "--a11y=1", "--screen-reader=1"],
                                               env=dict(self.display.env(), **self.env), stderr=subprocess.DEVNULL,
                                               start_new_session=True))
        import gi  # noqa: PLC0415 (it looks for the bus when it is imported)
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi  # noqa: PLC0415
        self.atspi = Atspi
        wait_for(lambda: Atspi.init() in (0, 1), "the accessibility bus")
        return self

    def __exit__(self, *_):
        for program in reversed(self._programs):
            stop_tree(program)

    def windows(self):
        """The windows of all offices on this bus."""
        desktop = self.atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            program = desktop.get_child_at_index(i)
            for k in range(program.get_child_count() if program else 0):
                window = program.get_child_at_index(k)
                if window is not None:
                    yield window

    def below(self, node, found=None):
        """Every node below one that is to be seen; not into a sheet or a list in columns."""
        found = [] if found is None else found
        found.append(node)
        if node.get_role() in (self.atspi.Role.TABLE, self.atspi.Role.DOCUMENT_SPREADSHEET):
            return found
        for i in range(node.get_child_count()):
            child = node.get_child_at_index(i)
            if child is not None and child.get_state_set().contains(self.atspi.StateType.SHOWING):
                self.below(child, found)
        return found

    def named(self, name):
        """The windows or panels of this name."""
        return [node for window in self.windows() for node in self.below(window) if node.get_name() == name]

    def after(self, titles):
        """The window of each panel: it follows the title, which is the office's."""
        found = []
        for window in self.windows():
            title = False
            for node in self.below(window):
                if not node.get_state_set().contains(self.atspi.StateType.FOCUSABLE):
                    continue
                if node.get_name() in titles:
                    title = True
                elif title and node.get_role() == self.atspi.Role.PANEL:
                    found.append(node)
                    title = False
        return found

    def focusable(self, node):
        """(role, name) of each control below that can have the focus; the windows that hold them are none."""
        said = []
        holders = (self.atspi.Role.PANEL, self.atspi.Role.SCROLL_PANE, self.atspi.Role.FILLER)
        for each in self.below(node):
            if each.get_state_set().contains(self.atspi.StateType.FOCUSABLE) and each.get_role() not in holders:
                said.append((each.get_role_name(), (each.get_name() or "").strip()))
        return said
