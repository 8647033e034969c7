#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A workbook that was set up has its session with or without a sidebar: what was written and taken back before a
save is not told as lost, and nothing is left of it when the workbook is closed."""
import os
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from kp_deck import live_objects  # noqa: E402
from kp_office import BUNDLED, ODS, Office, file_url, main, props, wait_for  # noqa: E402
from kp_workbook import Workbook, day  # noqa: E402


def write(workbook):
    workbook.append("actions", action="Call every customer back", owner="Anna", deadline=day(3))


def records(workbook):
    return len(workbook.verb("journal", Do="list")["Records"])


def nothing_open(office):
    """Objects that stay once a spreadsheet was open: factories."""
    office.close_doc(office.new_calc())
    return live_objects(office)


def test_the_journal_is_settled_without_a_sidebar():
    with tempfile.TemporaryDirectory() as folder, Office(extension=BUNDLED) as office:
        start = nothing_open(office)
        doc = office.new_calc()
        workbook = Workbook(office, doc, "en")
        workbook.set_up("en")
        workbook.append("lists", person="Anna")
        doc.storeAsURL(file_url(os.path.join(folder, "team.ods")), props(FilterName=ODS))
        wait_for(lambda: records(workbook) == 0, "the journal to see what is in the file")
        write(workbook)
        assert records(workbook) > 0
        doc.UndoManager.undo()
        doc.store()
        wait_for(lambda: records(workbook) == 0, "what was taken back to leave the journal at the save")
        office.close_doc(doc)
        wait_for(lambda: live_objects(office) <= start, "the session to go with its workbook")


def test_a_workbook_that_is_loaded_has_its_session():
    with tempfile.TemporaryDirectory() as folder, Office(extension=BUNDLED) as office:
        start = nothing_open(office)
        path = os.path.join(folder, "team.ods")
        doc = office.new_calc()
        workbook = Workbook(office, doc, "en")
        workbook.set_up("en")
        office.store(doc, path, ODS)
        office.close_doc(doc)
        wait_for(lambda: live_objects(office) <= start, "the first session to go")
        doc = office.load(path)
        wait_for(lambda: live_objects(office) > start, "the session of the loaded workbook")
        office.close_doc(doc)
        wait_for(lambda: live_objects(office) <= start, "it to go")
        plain = office.new_calc()
        plain.Sheets[0].getCellByPosition(0, 0).String = "no tables of ours"
        assert live_objects(office) <= start
        office.close_doc(plain)


if __name__ == "__main__":
    main(globals())
