# SPDX-License-Identifier: GPL-3.0-or-later
"""A throw-away X display with a window manager, for the tests that need a window.

    with Display() as display:
        with Office(extension=BUNDLED, backend="gtk3", display=display) as office:
            ...
            display.key("ctrl+z")
            display.screenshot("after-undo.png")

Needs Xvfb, openbox, xdotool, xprop and ImageMagick's `import`. Nothing outside the processes that
are started here is touched.
"""

import os
import subprocess
import tempfile

from kp_wait import stop_tree, wait_for

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ARTEFACTS = os.path.join(ROOT, "build", "artefacts")

_open_displays = []
_kept = set()


class Display:
    """Xvfb on a free display number, with openbox; `name` is what DISPLAY wants (":7")."""

    def __init__(self, width=1280, height=900):
        self.size = "%dx%dx24" % (width, height)
        self.name = None
        self._server = None
        self._manager = None

    def __enter__(self):
        # Another display that is just closing may still hold the number that this one found: then
        # openbox meets its window manager there and ends.
        for attempts_left in (2, 1, 0):
            try:
                self._start()
                break
            except RuntimeError:
                self.close()
                if not attempts_left:
                    raise
            except BaseException:
                self.close()
                raise
        _open_displays.append(self)
        return self

    def __exit__(self, kind, *_):
        if kind is not None:
            keep_screenshots()
        self.close()

    def _start(self):
        # The server itself looks for a free number and writes it to the pipe once it listens.
        reader, writer = os.pipe()
        try:
            self._server = self._run(["Xvfb", "-displayfd", str(writer), "-screen", "0", self.size,
                                      "-nolisten", "tcp"], pass_fds=(writer,))
        finally:
            os.close(writer)
        with os.fdopen(reader) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        self.name = ":" + number
        # A HOME of its own: no openbox settings of the person who runs the tests.
        home = tempfile.gettempdir()
        self._manager = self._run(["openbox"], env=dict(self.env(), HOME=home))
        wait_for(self._managed, "openbox to manage " + self.name)

    def _managed(self):
        for program in (self._server, self._manager):
            if program.poll() is not None:
                raise RuntimeError("%s ended with %d" % (program.args[0], program.returncode))
        return "window id" in self._call("xprop", "-root", "_NET_SUPPORTING_WM_CHECK")

    @staticmethod
    def _run(command, **more):
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL, start_new_session=True, **more)

    def _call(self, *command):
        done = subprocess.run(command, env=self.env(), stdin=subprocess.DEVNULL, timeout=30,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        return done.stdout.decode("utf-8", "replace")

    def env(self):
        """The environment for a program that is to show on this display."""
        env = {k: v for k, v in os.environ.items() if k not in ("WAYLAND_DISPLAY", "XAUTHORITY")}
        env["DISPLAY"] = self.name
        return env

    def close(self):
        """Ends openbox, then Xvfb. May be called twice."""
        if self in _open_displays:
            _open_displays.remove(self)
        for process in (self._manager, self._server):
            if process is not None:
                stop_tree(process)
        self._manager = self._server = None

    # Input and looking -------------------------------------------------------------------------

    def xdotool(self, *words):
        """Runs xdotool and returns what it printed."""
        return self._call("xdotool", *[str(w) for w in words]).strip()

    def type(self, text, delay_ms=12):
        """Types the text into the window that has the focus."""
        self.xdotool("type", "--delay", delay_ms, "--", text)

    def key(self, *keys):
        """Presses keys by X name: key("Tab", "ctrl+z", "Return")."""
        self.xdotool("key", "--delay", 40, *keys)

    def click(self, x, y, button=1, count=1):
        """Clicks at a position of the screen; button 3 is the right one."""
        self.xdotool("mousemove", int(x), int(y), "click", "--repeat", count, "--delay", 60, button)

    def windows(self, title="."):
        """Ids of the visible windows whose title holds the (regular) expression."""
        found = self.xdotool("search", "--onlyvisible", "--name", title)
        return [line for line in found.split() if line.isdigit()]

    def title(self, window):
        """The title of one window."""
        return self.xdotool("getwindowname", window)

    def screenshot(self, path):
        """Writes the whole screen as PNG; a plain name lands in build/artefacts. Returns the path."""
        if not os.path.dirname(path):
            path = os.path.join(ARTEFACTS, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        said = self._call("import", "-window", "root", path)
        if not os.path.exists(path):
            raise RuntimeError("no screenshot: " + said)
        return path


def keep_screenshots(test=None):
    """On a failure: one picture for each open display and test, taken before anything is closed."""
    test = test or keep_screenshots.test
    for display in list(_open_displays):
        name = "%s%s.png" % (test, display.name.replace(":", "-"))
        if name in _kept:
            continue
        _kept.add(name)
        try:
            print("    screenshot: " + display.screenshot(name))
        except (RuntimeError, OSError, subprocess.SubprocessError) as problem:
            print("    no screenshot of %s: %s" % (display.name, problem))


keep_screenshots.test = "display"
