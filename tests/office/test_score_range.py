#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A score range is an address in its own workbook: nothing outside it is opened, however it came
into the cell, and the form says why it does not take it. The files outside are watched, not the net."""

import ctypes
import os
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from kp_office import BUNDLED, ODS, Office, file_url, main, wait_for  # noqa: E402
from kp_workbook import Workbook, day  # noqa: E402

IN_OPEN = 0x20
LIBC = ctypes.CDLL(None, use_errno=True)


class Watch:
    """Tells whether anybody opened a file since it was last asked (Linux inotify)."""

    def __init__(self, path):
        self.file = LIBC.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        assert LIBC.inotify_add_watch(self.file, path.encode(), IN_OPEN) >= 0, ctypes.get_errno()

    def opened(self):
        try:
            return len(os.read(self.file, 4096)) > 0
        except BlockingIOError:
            return False

    def close(self):
        os.close(self.file)


def outside_of(path):
    """What people type or paste, and what may be hidden in it. The sheet is called Secret."""
    url = file_url(path)
    return ["'%s'#$Secret.A1:A3" % url, "%s#$Secret.A1:A3" % url, "'%s'#Secret.A1" % path, url,
            "[%s]Secret!A1:A3" % url, "'%s[secret.ods]Secret'!A1:A3" % url[:-len("secret.ods")],
            "https://example.invalid/scores.ods", "https://example.invalid/scores.ods#$Secret.A1",
            "..\\secret.ods#$Secret.A1"]


def harmless():
    """Not an address at all: INDIRECT makes nothing of it, and so do we."""
    return ["WEBSERVICE(\"file:secret\")", "DDE(\"soffice\";\"secret.ods\";\"Secret.A1\")",
            "=Sheet1.A1:A3", "Outside", "no such thing"]


def number_of(workbook, row):
    """How many scores were counted; 0 when none were looked for."""
    return workbook.row("waves", row)["responses"] or 0


def cell_with(sheet, text):
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    for row, cells in enumerate(sheet.getCellRangeByPosition(
            0, 0, cursor.RangeAddress.EndColumn, cursor.RangeAddress.EndRow).getDataArray()):
        if text in cells:
            return sheet.getCellByPosition(cells.index(text), row)
    raise AssertionError("no cell says " + text)


def test_nothing_outside_the_workbook_is_opened():
    with tempfile.TemporaryDirectory() as folder, Office(extension=BUNDLED) as office:
        path = os.path.join(folder, "secret.ods")
        other = office.new_calc()
        other.Sheets[0].Name = "Secret"
        other.Sheets[0].getCellRangeByName("A1:A3").setDataArray(((9.0,), (9.0,), (3.0,)))
        office.store(other, path, ODS)
        office.close_doc(other)
        doc = office.new_calc()
        workbook = Workbook(office, doc)
        workbook.set_up(Practices=["structural"])
        mine = doc.Sheets[0]
        mine.Name = "Sheet1"
        mine.getCellRangeByName("A1:A3").setDataArray(((9.0,), (9.0,), (3.0,)))
        row = workbook.append("waves", number="0", name="Spring", kind="quantitative",
                              start=day(-30), scores="MARK")
        cell = cell_with(workbook.sheet("waves"), "MARK")
        doc.NamedRanges.addNewByName("Inside", "$Sheet1.$A$1:$A$2", mine.getCellByPosition(0, 0)
                                     .CellAddress, 0)
        doc.NamedRanges.addNewByName("Outside", "'%s'#$Secret.$A$1:$A$3" % file_url(path),
                                     mine.getCellByPosition(0, 0).CellAddress, 0)
        office.service("com.sun.star.awt.Toolkit").processEventsToIdle()
        known = doc.ExternalDocLinks.Count  # the name's own, and not opened
        watch = Watch(path)
        for text, count in (("Sheet1.A1:A3", 3), ("$Sheet1.$A$1:$A$2", 2), ("Inside", 2),
                            ("'Sheet1'.A1:A3", 3)):
            cell.String = text
            wait_for(lambda: number_of(workbook, row) == count,  # noqa: B023
                     "%s of %s: %s" % (count, text, number_of(workbook, row)))
        # however it came into the cell: nothing is opened, and nothing is counted
        for text in outside_of(path) + harmless():
            cell.String = text
            doc.calculateAll()
            assert not number_of(workbook, row), (text, number_of(workbook, row))
            assert not watch.opened(), "%s was opened for %r" % (path, text)
            assert doc.ExternalDocLinks.Count == known, text
        # the check tells of it, and a form does not take it
        cell.String = outside_of(path)[0]
        told = [" ".join(map(str, finding)) for finding in workbook.check()]
        assert any("outside this workbook" in message for message in told), told
        cell.String = "Sheet1.A1:A3"
        for text in outside_of(path):
            said = workbook.refused("waves", number="1", name="Summer", kind="quantitative",
                                    start=day(-3), scores=text)
            assert "outside this workbook" in str(said), (text, said)
        assert len(workbook.rows("waves")) == 1 and not watch.opened()
        watch.close()
        office.close_doc(doc)


if __name__ == "__main__":
    main(globals())
