# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a real office from a test.

    from kp_office import BUNDLED, Office, main

    def test_score():
        with Office(extension=BUNDLED) as office:
            doc = office.new_calc()
            cell = doc.Sheets[0].getCellByPosition(0, 0)
            cell.Formula = "=NPS.FROMCOUNTS(5;2;3)"
            assert cell.Value == 20

    main(globals())

Every Office has a profile of its own that is thrown away, a pipe name of its own and a watchdog;
leaving the `with` block asks the office to end and fails the test when it crashed. Only processes
started here are ever ended. Run with the Python that has `uno`: /usr/bin/python3.

Another office version: KP_OFFICE_PROGRAM=/path/program, with PYTHONPATH set to *its* python3-uno
(a 7.4 pyuno cannot drive a 25.2 office).
"""

import atexit
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import traceback
import uuid

import uno
from com.sun.star.beans import NamedValue, PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.uno import RuntimeException

from kp_display import ARTEFACTS, ROOT, Display, keep_screenshots  # noqa: F401 (for the tests)
from kp_wait import Timeout, stop_tree, wait_for  # noqa: F401 (for the tests)

PROGRAM = os.environ.get("KP_OFFICE_PROGRAM", "/usr/lib/libreoffice/program")
BUNDLED = os.environ.get("KP_BUNDLED", os.path.join(ROOT, "build", "bundled"))

ODS, XLSX, XLS, FODS = ("calc8", "Calc MS Excel 2007 XML", "MS Excel 97",
                        "OpenDocument Spreadsheet Flat XML")

# What a release build prints when something went badly wrong. It prints nothing otherwise.
_CRASH = re.compile(r"Fatal exception|Unspecified Application Error|terminate called|Segmentation"
                    r"|double free|corrupt|Assertion|AddressSanitizer|runtime error|Invalid read",
                    re.IGNORECASE)
_HARMLESS = re.compile(r"failed to launch javaldx|Gtk-WARNING|pixbuf loaders|dconf-WARNING|GLib-GIO"
                       # gtk3 of a list in columns, whoever makes one
                       r"|signal name '[\w-]+' is invalid for instance"
                       # 25.2 with gtk3 when it leaves the print preview, also without extensions
                       r"|instance '\w+' has no handler with id|^\s*$")

# Without these the first start covers the window with a tip, release notes or a plea.
_QUIET_START = (
    ("Office.Common/Misc", "FirstRun", "false"),
    ("Office.Common/Misc", "ShowTipOfTheDay", "false"),
    ("Setup/Office", "ooSetupInstCompleted", "true"),
    ("Setup/Product", "ooSetupLastVersion", "99.9"),
    ("Setup/Product", "LastTimeDonateShown", "4102444800"),
    ("Setup/Product", "LastTimeGetInvolvedShown", "4102444800"),
)


_live = []


def _end_all():
    """Whatever way the script ends, no office stays behind."""
    for office in list(_live):
        office._kill()


atexit.register(_end_all)


class OfficeCrashed(AssertionError):
    """The office ended otherwise than by being asked to."""


def props(**values):
    """A UNO sequence of PropertyValue: props(Hidden=True, FilterName="calc8")."""
    return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())


def file_url(path):
    """The file URL of a path; something that is a URL already stays as it is."""
    if re.match(r"[a-z.]{2,}:", path):
        return path
    return uno.systemPathToFileUrl(os.path.abspath(path))


def xml_text(text):
    """The text as an XML attribute or element value."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class Office:
    """One office process. All options are keywords:

    extension    folder whose subfolders are unzipped extensions (BUNDLED), or None for none
    ui_language  language of the user interface: "en-US" or "nl"
    locale       locale for numbers and dates, and of new documents ("nl-NL"); default "en-US"
    backend      "svp" (headless), "gtk3" or "gen"; the last two need `display`
    display      a kp_display.Display, or None to use the DISPLAY that is set
    user_name    (given name, surname) of the profile, or None
    settings     more rows (path below org.openoffice, property, value) for the profile
    profile      folder of a profile to use and keep, or None for one that is thrown away
    env          more environment variables
    watchdog     seconds after which the office is ended, so that no test can hang for ever
    """

    def __init__(self, extension=None, ui_language="en-US", locale="en-US", backend="svp",
                 display=None, user_name=None, settings=(), profile=None, env=None, watchdog=300):
        if extension and not os.path.isdir(extension):
            raise FileNotFoundError("no extension in %s: run make first" % extension)
        self.extension = extension
        self.backend = backend
        self.context = self.desktop = None
        self.exit_code = None
        self._settings = list(_QUIET_START) + [
            ("Office.Linguistic/General", "UILocale", ui_language),
            ("Setup/L10N", "ooSetupSystemLocale", locale)] + list(settings)
        if user_name:
            self._settings += [("UserProfile/Data", "givenname", user_name[0]),
                               ("UserProfile/Data", "sn", user_name[1])]
        self._display, self._env, self._watchdog_seconds = display, env or {}, watchdog
        self._process = self._watchdog = None
        self._barked = False
        self.folder = tempfile.mkdtemp(prefix="kp-office-")
        self.profile = profile or os.path.join(self.folder, "profile")
        self.stderr_path = os.path.join(self.folder, "stderr.txt")

    # Start and end -----------------------------------------------------------------------------

    def __enter__(self):
        try:
            self._start()
        except BaseException:
            keep_screenshots()
            self._kill()
            raise
        return self

    def __exit__(self, kind, *_):
        if kind is not None:
            keep_screenshots()
        try:
            self.close(check=kind is None)
        finally:
            self._kill()

    def _write_profile(self):
        registry = os.path.join(self.profile, "user", "registrymodifications.xcu")
        if os.path.exists(registry):
            return
        os.makedirs(os.path.dirname(registry), exist_ok=True)
        with open(registry, "w", encoding="utf-8") as out:
            out.write('<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor='
                      '"http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/'
                      'XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n')
            for path, name, value in self._settings:
                out.write('<item oor:path="/org.openoffice.%s"><prop oor:name="%s" oor:op="fuse">'
                          '<value>%s</value></prop></item>\n' % (path, name, xml_text(str(value))))
            out.write("</oor:items>\n")

    def environment(self):
        """The environment of the office: a home of its own, no session services of the person."""
        env = self._display.env() if self._display else dict(os.environ)
        if self.backend == "svp":
            env.pop("DISPLAY", None)
        env.update(SAL_USE_VCLPLUGIN=self.backend, HOME=self.folder, GDK_BACKEND="x11",
                   XDG_CONFIG_HOME=os.path.join(self.folder, "config"),
                   XDG_CACHE_HOME=os.path.join(self.folder, "cache"),
                   DBUS_SESSION_BUS_ADDRESS="disabled:", NO_AT_BRIDGE="1",
                   GSETTINGS_BACKEND="memory", PYTHONPATH="")
        env.update(self._env)
        return env

    def _start(self):
        self._write_profile()
        pipe = "kernpunt-" + uuid.uuid4().hex
        command = [os.path.join(PROGRAM, "soffice"), "--norestore", "--nologo", "--nodefault",
                   "--nofirststartwizard", "-env:UserInstallation=" + file_url(self.profile),
                   "--accept=pipe,name=%s;urp;StarOffice.ComponentContext" % pipe]
        if self.backend == "svp":
            command.append("--headless")
        if self.extension:
            command.append("-env:BUNDLED_EXTENSIONS=" + file_url(self.extension))
        # `soffice`, not soffice.bin: a new extension makes the first start end with 81 ("start me
        # again"), and the splash program is what does start it again.
        with open(self.stderr_path, "ab") as errors:
            self._process = subprocess.Popen(command, env=self.environment(), cwd=self.folder,
                                             stdin=subprocess.DEVNULL, stdout=errors,
                                             stderr=errors, start_new_session=True)
        _live.append(self)
        self._watchdog = threading.Timer(self._watchdog_seconds, self._bark)
        self._watchdog.daemon = True
        self._watchdog.start()

        resolver = uno.getComponentContext().ServiceManager.createInstance(
            "com.sun.star.bridge.UnoUrlResolver")

        def connect():
            if self._process.poll() is not None:
                raise OfficeCrashed("the office ended while starting, exit code %s\n%s"
                                    % (self._process.returncode, self.stderr_text()))
            try:
                return resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
            except NoConnectException:
                return None

        self.context = wait_for(connect, "the office to answer on its pipe", 90)
        self.desktop = self.service("com.sun.star.frame.Desktop")

    def _bark(self):
        self._barked = True
        stop_tree(self._process)

    def alive(self):
        """Whether the process runs."""
        return self._process is not None and self._process.poll() is None

    def close(self, check=True, seconds=30):
        """Closes all documents unsaved, asks the office to end and waits until it has.

        With `check` a crash, a crash text on stderr or a refusal to end raises OfficeCrashed.
        """
        if self._process is None:
            return
        if self.alive():
            try:
                for doc in self.documents():
                    self.close_doc(doc)
                self.desktop.terminate()
            except RuntimeException:
                pass  # the bridge goes down with the office
        self.context = self.desktop = None
        try:
            self.exit_code = self._process.wait(seconds if check else 5)
            why = "" if self.exit_code == 0 else "the office ended with code %s" % self.exit_code
        except subprocess.TimeoutExpired:
            why = "the office did not end when asked to"
        if self._barked:
            why = "the watchdog ended the office after %g s" % self._watchdog_seconds
        self._watchdog.cancel()
        why = why or ("crash text on stderr" if _CRASH.search(self.stderr_text()) else "")
        if why:
            report = why + "\n" + self.stderr_text()[:2000]
            if check:
                raise OfficeCrashed(report)
            print("    office: " + report)  # beside the failure that it may have caused

    def crash(self):
        """Ends the office at once, as a power cut would; leaving the `with` block is fine then."""
        stop_tree(self._process, hard=True)
        self._process = None
        self._watchdog.cancel()
        self.context = self.desktop = None

    def configure(self, path, **values):
        """Changes settings of the running office: configure("/org.openoffice.…/Misc", Name=1)."""
        node = self.singleton("com.sun.star.configuration.theDefaultProvider").\
            createInstanceWithArguments("com.sun.star.configuration.ConfigurationUpdateAccess",
                                        (NamedValue("nodepath", path),))
        for name, value in values.items():
            node.setPropertyValue(name, value)
        node.commitChanges()

    def _kill(self):
        if self._watchdog:
            self._watchdog.cancel()
        if self._process is not None:
            stop_tree(self._process)
            self._process = None
        if self in _live:
            _live.remove(self)
        shutil.rmtree(self.folder, ignore_errors=True)

    def stderr_text(self):
        """What the office printed, without the lines known to mean nothing."""
        try:
            with open(self.stderr_path, encoding="utf-8", errors="replace") as errors:
                return "".join(line for line in errors if not _HARMLESS.search(line))
        except OSError:
            return ""

    # Services and documents --------------------------------------------------------------------

    def service(self, name, *arguments):
        """A new service object in the office; a singleton is reached by office.singleton()."""
        factory = self.context.ServiceManager
        if arguments:
            return factory.createInstanceWithArgumentsAndContext(name, arguments, self.context)
        return factory.createInstanceWithContext(name, self.context)

    def singleton(self, name):
        """A singleton of the office's component context."""
        return self.context.getValueByName("/singletons/" + name)

    def load(self, path, **media):
        """Opens a file or a factory URL; media are load properties: Hidden, ReadOnly, FilterName…"""
        url = file_url(path)
        if url.startswith("file:") and not os.path.exists(uno.fileUrlToSystemPath(url)):
            raise FileNotFoundError(path)  # the office would ask, and wait for an answer
        if self.backend != "svp":
            media.setdefault("OnMainThread", True)  # gtk3 can hang for ever without
        doc = self.desktop.loadComponentFromURL(url, "_blank", 0, props(**media))
        if doc is None:
            raise AssertionError("the office could not open " + path)
        return doc

    def new_calc(self, **media):
        """A new, empty spreadsheet."""
        return self.load("private:factory/scalc", **media)

    @staticmethod
    def store(doc, path, filter_name, **media):
        """Writes a copy in the given format (ODS, XLSX, …)."""
        doc.storeToURL(file_url(path), props(FilterName=filter_name, **media))

    @staticmethod
    def close_doc(doc):
        """Closes a document without asking for its changes."""
        if hasattr(doc, "setModified"):
            doc.setModified(False)
        doc.close(True)

    def documents(self):
        """All open documents."""
        found, listing = [], self.desktop.Components.createEnumeration()
        while listing.hasMoreElements():
            document = listing.nextElement()
            if document not in found:  # one for each of its windows
                found.append(document)
        return found

    def dispatch(self, doc, command, **arguments):
        """Runs a .uno: command in the document's window, as a menu would."""
        helper = self.service("com.sun.star.frame.DispatchHelper")
        return helper.executeDispatch(doc.CurrentController.Frame, command, "", 0,
                                      props(**arguments))

    def post(self, doc, command):
        """Asks for a .uno: command and does not wait: it runs on the office's own thread, as from a
        menu. dispatch() runs it on a thread of the bridge, where gtk3 can hang for ever when a menu
        bar comes of it (its state of Paste waits for the clipboard there)."""
        transformer = self.service("com.sun.star.util.URLTransformer")
        url = transformer.parseStrict(uno.createUnoStruct("com.sun.star.util.URL",
                                                          Complete=command))[1]
        frame = doc.CurrentController.Frame
        frame.queryDispatch(url, "", 0).dispatch(url, props(SynchronMode=False))


# The runner ------------------------------------------------------------------------------------

def leave(code):
    """Ends the script. pyuno may crash in an orderly exit after its office has gone."""
    _end_all()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


def main(names, cleanup=None):
    """Runs every test_* function of the script in its order (or those named as arguments).

    Prints a line for each and the totals, calls `cleanup`, and never returns. No test at all is a
    failure.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended by SIGTERM"))
    script = os.path.splitext(os.path.basename(names["__file__"]))[0]
    wanted = sys.argv[1:]
    tests = [(name, call) for name, call in names.items()
             if name.startswith("test_") and callable(call) and (not wanted or name in wanted)]
    failed = 0
    for name, call in tests:
        keep_screenshots.test = script + "-" + name
        started = time.monotonic()
        try:
            call()
            print("ok %s (%.1f s)" % (name, time.monotonic() - started))
        except BaseException as problem:  # a test that ends the script must not look like success
            failed += 1
            keep_screenshots()
            print("FAIL %s: %s: %s" % (name, type(problem).__name__, problem))
            if not isinstance(problem, AssertionError) or not str(problem):
                traceback.print_exc(file=sys.stdout)
            if isinstance(problem, KeyboardInterrupt):
                break
        sys.stdout.flush()
    print("%d passed, %d failed" % (len(tests) - failed, failed))
    if cleanup:
        cleanup()
    leave(1 if failed or not tests else 0)
