#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scripts over a bridge while the user types: each verb of the service is one whole. Calls of a
script arrive on a thread of their own; nothing may come between the first look and the last."""
import os
import sys
import threading

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import unohelper  # noqa: E402
from com.sun.star.util import XModifyListener  # noqa: E402

from kp_display import Display  # noqa: E402
from kp_office import BUNDLED, Office, main, wait_for  # noqa: E402
from kp_workbook import Workbook, day  # noqa: E402

ROWS = 120


def run_all(*calls):
    """Runs calls side by side, and raises what the first of them raised."""
    problems = []

    def guarded(call):
        try:
            call()
        except BaseException as problem:
            problems.append(problem)
    threads = [threading.Thread(target=guarded, args=(call,), daemon=True) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(300)
        assert not thread.is_alive(), "a call never came back"
    if problems:
        raise problems[0]


class Script:
    """Adds rows and changes each of them."""

    def __init__(self, workbook, name):
        self.workbook, self.name, self.told = workbook, name, {}

    def __call__(self):
        for number in range(ROWS):
            text = "%s %d" % (self.name, number)
            row = self.workbook.append("actions", action=text, owner="Anna de Wit",
                                       deadline=day(number % 9), helpers=text)
            self.told[row] = (text, "")
            self.workbook.change("actions", row, progress="Begun " + text)
            self.told[row] = (text, "Begun " + text)


class Typist:
    """Types into cells of a sheet until all scripts have ended."""

    def __init__(self, sheet):
        self.sheet, self.typed, self.ended = sheet, 0, threading.Event()

    def beside(self, *scripts):
        """Types while the scripts run."""
        def run():
            try:
                run_all(*scripts)
            finally:
                self.ended.set()
        run_all(self, run)

    def __call__(self):
        while not self.ended.is_set():
            self.sheet.getCellByPosition(self.typed % 5, self.typed // 5).String = \
                "typed %d" % self.typed
            self.typed += 1

    def lost(self):
        return [number for number in range(self.typed)
                if self.sheet.getCellByPosition(number % 5, number // 5).String
                != "typed %d" % number]


def test_two_scripts_and_a_user_at_once():
    with Office(extension=BUNDLED, watchdog=600) as office:
        doc = office.new_calc()
        workbook = Workbook(office, doc)
        workbook.set_up()
        doc.Sheets.insertNewByName("Notes", 0)
        scripts = [Script(workbook, name) for name in ("first", "second")]
        typist = Typist(doc.Sheets.getByName("Notes"))
        typist.beside(*scripts)
        told = {**scripts[0].told, **scripts[1].told}
        assert len(told) == 2 * ROWS, len(told)
        rows = {row["id"]: (row["action"], row["progress"]) for row in workbook.rows("actions")}
        assert rows == told, {key: (rows.get(key), told.get(key)) for key in {**rows, **told}
                              if rows.get(key) != told.get(key)}
        for row in workbook.rows("actions"):  # none was split in two
            assert row["helpers"] == row["action"] and row["owner"] == "Anna de Wit", row
        log = [line["row"] for line in workbook.rows("log")]
        assert sorted(log) == sorted(2 * list(told)), len(log)
        pending = workbook.pending()
        lost = [row for row in told if pending.count(row) != 2]
        assert not lost, "%d journal records lost" % len(lost)
        assert typist.typed > 50 and not typist.lost(), (typist.typed, len(typist.lost()))
        assert office.stderr_text() == "", office.stderr_text()


class Protector(unohelper.Base, XModifyListener):
    """A macro that protects the log while a row is written: the write fails half-way."""

    def __init__(self, log):
        self.log, self.spoilt = log, 0

    def modified(self, _event):
        if not self.log.isProtected():
            self.spoilt += 1
            self.log.protect("")

    def disposing(self, _event):
        pass


def test_what_the_user_typed_stays_when_a_script_fails():
    """A failing write goes back, and nothing else does."""
    with Office(extension=BUNDLED, watchdog=600) as office:
        doc = office.new_calc()
        workbook = Workbook(office, doc)
        workbook.set_up()
        row = workbook.append("actions", action="One", owner="Anna de Wit", deadline=day(3))
        doc.Sheets.insertNewByName("Notes", 0)
        before, log, pending = workbook.rows("actions"), workbook.rows("log"), workbook.pending()
        around = workbook.sheet("actions").getCellRangeByPosition(0, 0, 25, 40)
        protector = Protector(workbook.sheet("log"))
        around.addModifyListener(protector)
        typist = Typist(doc.Sheets.getByName("Notes"))

        def fail():
            for number in range(40):
                for verb, values in (("change", {"progress": "Begun %d" % number}),
                                     ("append", {"action": "New", "owner": "Anna de Wit",
                                                 "deadline": day(2)})):
                    try:
                        answer = workbook.verb(verb, Table="actions", Id=row, Values=values)
                    except Exception:  # what the office says when it cannot write
                        answer = {"Answer": "failed"}
                    assert answer["Answer"] != "written", answer
                    protector.log.unprotect("")
        typist.beside(fail)
        around.removeModifyListener(protector)
        assert protector.spoilt >= 80, protector.spoilt
        assert workbook.rows("actions") == before, workbook.rows("actions")
        assert workbook.rows("log") == log and workbook.pending() == pending
        assert typist.typed > 20 and not typist.lost(), (typist.typed, len(typist.lost()))


class Nested(unohelper.Base, XModifyListener):
    """A listener of a script that writes a row itself."""

    def __init__(self, workbook):
        self.workbook, self.left, self.written, self.problem = workbook, 1, None, None

    def modified(self, _event):
        if self.left:
            self.left -= 1
            try:
                self.written = self.workbook.append("actions", action="From the listener",
                                                    owner="Anna de Wit", deadline=day(2))
            except BaseException as problem:
                self.problem = problem

    def disposing(self, _event):
        pass


def test_a_listener_of_a_script_may_write_too():
    """Its thread has the office's lock already: nobody waits for ever."""
    with Office(extension=BUNDLED, watchdog=200) as office:
        doc = office.new_calc()
        workbook = Workbook(office, doc)
        workbook.set_up()
        doc.Sheets.insertNewByName("Notes", 0)
        notes = doc.Sheets.getByName("Notes")
        nested = Nested(workbook)
        notes.getCellRangeByPosition(0, 0, 3, 3).addModifyListener(nested)
        notes.getCellByPosition(0, 0).String = "typed"
        assert nested.written and nested.problem is None, nested.problem
        assert [row["action"] for row in workbook.rows("actions")] == ["From the listener"]
        assert office.stderr_text() == "", office.stderr_text()


def test_a_script_writes_while_a_dialog_is_open():
    """The office runs what is handed to it also while a dialog waits for an answer."""
    for backend in ("gtk3", "gen"):
        with Display() as display, Office(extension=BUNDLED, backend=backend, display=display,
                                          watchdog=200) as office:
            doc = office.new_calc()
            workbook = Workbook(office, doc)
            workbook.set_up()
            office.post(doc, ".uno:FormatCellDialog")
            wait_for(lambda: len(windows(office)) > 1, "the dialog")
            workbook.append("actions", action="Meanwhile", owner="Anna de Wit", deadline=day(1))
            assert [row["action"] for row in workbook.rows("actions")] == ["Meanwhile"]
            assert len(windows(office)) > 1
            assert office.stderr_text() == "", office.stderr_text()
            office.crash()  # an office does not end while a dialog is open


def windows(office):
    """The top windows that are open."""
    toolkit = office.service("com.sun.star.awt.Toolkit")
    return [toolkit.getTopWindow(number) for number in range(toolkit.getTopWindowCount())]


def test_the_office_ends_while_scripts_write():
    """Nobody waits for ever, and the office ends as it should."""
    with Office(extension=BUNDLED, watchdog=200) as office:
        doc = office.new_calc()
        workbook = Workbook(office, doc)
        workbook.set_up()
        begun, desktop = threading.Event(), office.desktop

        def write():
            try:
                while True:
                    workbook.append("actions", action="One more", owner="Anna de Wit",
                                    deadline=day(1))
                    begun.set()
            except Exception:  # the bridge goes with the office
                pass

        def quit_office():
            begun.wait(60)
            doc.setModified(False)
            try:
                doc.close(True)
                desktop.terminate()
            except Exception:  # likewise
                pass
        run_all(write, write, quit_office)
        wait_for(lambda: not office.alive(), "the office to end", 60)


if __name__ == "__main__":
    main(globals())
