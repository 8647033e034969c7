# SPDX-License-Identifier: GPL-3.0-or-later
"""An office is killed, a new one starts on the same profile: what was written and not saved is offered
once, in its own workbook, and nothing that happens before takes it away.

Every test here starts a new process after the crash. Closing and opening a document within one
process looks much the same and hides the worst: the office numbers its documents from 1 in every
process."""

import os
import shutil
import stat
import tempfile
import zlib

from kp_office import BUNDLED, ODS, XLSX, Office, file_url, main, props  # first: finds uno
from com.sun.star.uno import RuntimeException

from kp_deck import Deck
from kp_wait import wait_for
from kp_workbook import Workbook


def act(workbook, text="Call every customer back", owner="Petra"):
    return workbook.append("actions", action=text, owner=owner, deadline="+3")


def ids(workbook):
    return [row["id"] for row in workbook.rows("actions")]


def make(office, path, kind=ODS, rows=1):
    """A saved workbook with some rows."""
    workbook = Workbook(office, office.new_calc())
    workbook.set_up("en")
    for number in range(rows):
        act(workbook, "saved %d" % number)
    workbook.doc.storeAsURL(file_url(path), props(FilterName=kind))
    report = workbook.journal("verify")
    assert report["Readable"] and report["Missing"] == 0, report
    return workbook


def journal_path(profile):
    return os.path.join(profile, "user", "kernpunt", "journal.txt")


def missing(workbook):
    """How many rows are offered."""
    return workbook.journal("verify")["Lost"]


def given_back(workbook, wanted):
    """Adds again what is offered: each row once, saved, and nothing offered any more."""
    assert missing(workbook) == len(wanted), (missing(workbook), wanted)
    before = ids(workbook)
    answer = workbook.journal("restore")
    assert answer["Answer"] == "written", answer
    assert ids(workbook) == before + wanted, (before, wanted, ids(workbook))
    assert workbook.journal("restore")["Count"] == 0
    workbook.save()
    assert missing(workbook) == 0 and workbook.journal("restore")["Count"] == 0
    assert ids(workbook) == before + wanted


class Case:
    """A workbook with rows that a crash loses."""

    def __init__(self, office, folder, name, kind=ODS):
        self.path = os.path.join(folder, name)
        self.workbook = make(office, self.path, kind)
        self.saved = ids(self.workbook)

    def lose(self, rows=3):
        self.lost = [act(self.workbook, "lost %d" % number) for number in range(rows)]

    def open(self, office, path=None):
        self.workbook = Workbook(office, office.load(path or self.path))
        assert ids(self.workbook) == self.saved, ids(self.workbook)
        return self.workbook


def test_rows_of_a_crash_come_back_in_their_own_workbook():
    """Another workbook is opened and saved first; files are renamed, moved, copied, linked, replaced."""
    with tempfile.TemporaryDirectory() as folder:
        profile, away = os.path.join(folder, "profile"), os.path.join(folder, "away")
        os.mkdir(away)
        with Office(extension=BUNDLED, profile=profile) as office:
            cases = {name: Case(office, folder, name) for name in (
                "plain.ods", "renamed.ods", "moved.ods", "linked.ods", "copied.ods", "forked.ods",
                "replaced.ods", "other.ods")}
            cases["plain.xlsx"] = Case(office, folder, "plain.xlsx", XLSX)
            # "Save As" leaves an older file of the same workbook: the sheet of last year.
            forked = cases["forked.ods"]
            office.store(forked.workbook.doc, os.path.join(folder, "last year.ods"), ODS)
            for case in cases.values():
                if case is not cases["other.ods"]:
                    case.lose()
            unnamed = Workbook(office, office.new_calc())
            unnamed.set_up("en")
            act(unnamed, "nobody saved this")
            with open(journal_path(profile), "rb") as file:
                before = file.read()
            office.crash()

        os.rename(cases["renamed.ods"].path, os.path.join(folder, "new name.ods"))
        os.rename(cases["forked.ods"].path, os.path.join(folder, "this year.ods"))
        os.rename(cases["moved.ods"].path, os.path.join(away, "moved.ods"))
        os.symlink(cases["linked.ods"].path, os.path.join(away, "link.ods"))
        shutil.copy(cases["copied.ods"].path, os.path.join(away, "copy.ods"))
        os.rename(cases["replaced.ods"].path, os.path.join(away, "was replaced.ods"))
        shutil.copy(cases["other.ods"].path, cases["replaced.ods"].path)

        with Office(extension=BUNDLED, profile=profile) as office:
            def foreign(path, change=True):
                """Another workbook: is offered nothing, gets nothing, takes nothing by its saves."""
                other = Workbook(office, office.load(path))
                had = ids(other)
                assert missing(other) == 0 and other.journal("restore")["Count"] == 0, path
                if change:
                    other.doc.Sheets[0].getCellByPosition(0, 60).String = "x"
                    other.save()
                assert missing(other) == 0 and ids(other) == had, path
                assert other.journal("forget")["Count"] == 0, path
                office.close_doc(other.doc)

            foreign(cases["other.ods"].path)
            fresh = Workbook(office, office.new_calc())
            fresh.set_up("en")
            assert missing(fresh) == 0 and fresh.journal("restore")["Count"] == 0
            foreign(cases["replaced.ods"].path)
            foreign(os.path.join(away, "copy.ods"))
            foreign(os.path.join(folder, "last year.ods"))
            foreign(os.path.join(folder, "last year.ods"))
            with open(journal_path(profile), "rb") as file:
                assert file.read() == before, "others' saves changed the journal"
            # Now each by its own name; a save before anything is added loses nothing.
            for case, path in ((cases["plain.ods"], None), (cases["plain.xlsx"], None),
                               (cases["renamed.ods"], os.path.join(folder, "new name.ods")),
                               (cases["moved.ods"], os.path.join(away, "moved.ods")),
                               (cases["linked.ods"], os.path.join(away, "link.ods")),
                               (cases["copied.ods"], None),
                               (cases["forked.ods"], os.path.join(folder, "this year.ods")),
                               (cases["replaced.ods"], os.path.join(away, "was replaced.ods"))):
                workbook = case.open(office, path)
                workbook.doc.Sheets[0].getCellByPosition(0, 60).String = "x"
                workbook.doc.store()  # with the sidebar closed: nobody of ours hears of it
                given_back(workbook, case.lost)
                office.close_doc(workbook.doc)
            # What nobody saved has no file that it could go to.
            assert len(fresh.pending()) == 2 and fresh.journal("restore")["Count"] == 0


def test_what_was_typed_since_stays():
    """A change that the crash lost does not overwrite what somebody typed there since; the log has it."""
    with tempfile.TemporaryDirectory() as folder:
        profile = os.path.join(folder, "profile")
        with Office(extension=BUNDLED, profile=profile) as office:
            case = Case(office, folder, "t.ods")
            row = case.saved[0]
            case.workbook.change("actions", row, progress="From the panel", helpers="Piet")
            case.workbook.change("actions", row, note="moved", deadline="+9")
            office.crash()
        with Office(extension=BUNDLED, profile=profile) as office:
            workbook = case.open(office)
            assert missing(workbook) == 2
            workbook.cell("actions", "progress", row).String = "Typed by hand"
            workbook.doc.store()
            answer = workbook.journal("restore")
            assert answer["Answer"] == "written" and "stays" in answer["Message"], answer
            now = workbook.row("actions", row)
            assert (now["progress"], now["helpers"]) == ("Typed by hand", ""), now
            log = workbook.rows("log")[-2:]
            assert "From the panel" in log[0]["becomes"] and "Not restored" in log[0]["reason"], log
            assert log[1]["reason"] == "moved" and now["deadline"], log
            workbook.save()
            assert missing(workbook) == 0 and workbook.pending() == []


def test_undone_and_closed_unsaved():
    """Closed without saving: offered. Taken back, then a crash: offered too, once, and it can be
    taken back again."""
    with tempfile.TemporaryDirectory() as folder:
        profile = os.path.join(folder, "profile")
        with Office(extension=BUNDLED, profile=profile) as office:
            case = Case(office, folder, "t.ods")
            case.lose(1)
            office.close_doc(case.workbook.doc)
            workbook = case.open(office)
            assert missing(workbook) == 1
            more = act(workbook, "then saved")
            answer = workbook.verb("save")
            assert answer["Answer"] == "written" and "one row is not in the file" in answer["Message"]
            assert workbook.journal("restore")["Answer"] == "written"
            workbook.save()
            assert sorted(ids(workbook)) == sorted(case.saved + case.lost + [more])
            case.saved = ids(workbook)
            undone = act(workbook, "taken back")
            workbook.doc.UndoManager.undo()
            office.crash()
        with Office(extension=BUNDLED, profile=profile) as office:
            workbook = case.open(office)
            assert missing(workbook) == 1 and workbook.journal("restore")["Answer"] == "written"
            assert ids(workbook) == case.saved + [undone]
            workbook.doc.UndoManager.undo()
            workbook.save()
            assert ids(workbook) == case.saved and missing(workbook) == 0


def test_the_journal_is_something_else():
    """Bytes of something else, a huge line, other line ends: rows are written, saved and seen, what
    cannot be read is kept; a link to nowhere: refused in a sentence, or written whole."""
    def add(data):
        def change(path):
            with open(path, "ab") as file:
                file.write(data)
        return change

    def link(path):
        os.remove(path)
        os.symlink("/nowhere/at all", path)

    def line_ends(path):
        with open(path, "rb") as file:
            data = file.read()
        with open(path, "wb") as file:
            file.write(data.replace(b"\n", b"\r\n"))
    with tempfile.TemporaryDirectory() as folder:
        for number, spoil in enumerate((
                add(bytes(range(256)) * 400 + b"\n"), add(b"1\tappend\t" + b"x" * 5000000 + b"\n"),
                line_ends, link)):
            profile = os.path.join(folder, "profile %d" % number)
            with Office(extension=BUNDLED, profile=profile) as office:
                case = Case(office, folder, "t%d.ods" % number)
                case.lose(2)
                spoil(journal_path(profile))
                for _ in range(2):
                    before = ids(case.workbook)
                    try:
                        before.append(act(case.workbook, "after"))
                    except RuntimeException as problem:
                        assert "your LibreOffice profile" in str(problem), problem
                    assert ids(case.workbook) == before
                kept = case.workbook.journal()["Kept"]
                case.workbook.save()
                assert case.workbook.journal()["Kept"] == kept
                last = act(case.workbook, "lost")
                office.crash()
            with Office(extension=BUNDLED, profile=profile) as office:
                workbook = Workbook(office, office.load(case.path))
                assert ids(workbook) == before and missing(workbook) == 1
                given_back(workbook, [last])
                assert office.stderr_text() == "", office.stderr_text()


def test_the_offer_is_seen_before_a_save_can_settle_it():
    with tempfile.TemporaryDirectory() as folder:
        profile = os.path.join(folder, "profile")
        with Office(extension=BUNDLED, profile=profile) as office:
            case = Case(office, folder, "t.ods")
            case.lose(2)
            office.crash()
        with Office(extension=BUNDLED, profile=profile) as office:
            deck = Deck(office.load(case.path))
            deck.follow.wait("add_again")
            assert "2 saved rows" in deck.follow.label("missing"), deck.follow.label("missing")
            # The menu's own save knows nothing of us but the listener.
            deck.doc.Sheets[0].getCellByPosition(0, 60).String = "x"
            deck.doc.store()
            assert not deck.doc.isModified()
            assert "2 saved rows" in deck.follow.label("missing"), deck.follow.label("missing")
            workbook = Workbook(office, deck.doc)
            deck.follow.press("add_again")
            wait_for(lambda: ids(workbook) == case.saved + case.lost, "the rows to be there again")
            deck.doc.store()
            wait_for(lambda: workbook.pending() == [], "the journal to be empty")
            # Added again and taken back again: not wanted, so not missed.
            act(workbook)
            office.crash()
        with Office(extension=BUNDLED, profile=profile) as office:
            workbook = Workbook(office, office.load(case.path))
            assert missing(workbook) == 1 and workbook.journal("restore")["Count"] == 2
            workbook.doc.UndoManager.undo()
            workbook.verb("save")
            assert missing(workbook) == 0 and workbook.pending() == []


def test_half_a_line_is_cut_off_and_a_newer_version_is_kept():
    with tempfile.TemporaryDirectory() as folder:
        profile = os.path.join(folder, "profile")
        with Office(extension=BUNDLED, profile=profile) as office:
            case = Case(office, folder, "t.ods")
            case.lose(2)
            office.crash()
        path = journal_path(profile)
        with open(path, "rb") as file:
            lines = file.read().splitlines(keepends=True)
        assert len(lines) == 4, lines  # each row and its line of the log
        newer = b"2\tappend\tsomething of a later version\n"
        with open(path, "wb") as file:
            file.write(newer + b"".join(lines[:2]) + lines[2][:-len(lines[2]) // 3])
        with Office(extension=BUNDLED, profile=profile) as office:
            workbook = case.open(office)
            listed = workbook.journal()
            assert [case.lost[1] in line for line, in listed["Cut"]] == [True], listed
            assert listed["Kept"] == 1
            third = act(workbook, "behind the stump")
            assert missing(workbook) == 1
            answer = workbook.journal("restore")
            assert answer["Count"] == 2, answer
            assert ids(workbook) == case.saved + [third, case.lost[0]]  # and no half row
            workbook.save()
            assert workbook.pending() == []
            said = [item[6] for item in workbook.check()]
            assert any("damaged the backup" in text and case.lost[1] in text for text in said), said
            with open(path, "rb") as file:
                assert file.read().startswith(newer)
            assert workbook.verb("repair", Table="journal")["Answer"] == "written"
            assert not any("damaged the backup" in item[6] for item in workbook.check())
            with open(path, "rb") as file:
                assert file.read() == newer


def old_line(path, number, time):
    """A line as an office wrote it long ago."""
    url = file_url(path)
    fields = ["1", "append", "actions", "A-0000%d" % number, "", "0123456789ABCDEF-1", "OTHER", url,
              "1200 00000000 %d" % time, "2026-01-01 09:30:00.000000", "action", "tOld"]
    line = "\t".join(fields).encode()
    return line + b"\t=%08x\n" % zlib.crc32(line)


def test_rows_of_a_file_that_is_gone_are_offered_for_removal():
    now = int(os.stat("/proc/self").st_mtime)
    day = 24 * 60 * 60
    with tempfile.TemporaryDirectory() as folder:
        profile = os.path.join(folder, "profile")
        there = os.path.join(folder, "there.ods")
        with open(there, "wb") as file:
            file.write(b"x")
        os.makedirs(os.path.dirname(journal_path(profile)))
        kept = old_line(there, 1, now - 200 * day) + \
            old_line(os.path.join(folder, "gone.ods"), 2, now - 80 * day)
        with open(journal_path(profile), "wb") as file:
            file.write(kept + old_line(os.path.join(folder, "long gone.ods"), 3, now - 100 * day))
        for language, words in (("nl", "die er niet meer zijn"), ("en", "that are gone")):
            with Office(extension=BUNDLED, profile=profile) as office:
                workbook = Workbook(office, office.new_calc(), language)
                workbook.set_up(language)
                said = [item for item in workbook.check() if item[3] == "journal"]
                assert len(said) == 1 and words in said[0][6], (said, workbook.check())
                assert "long gone.ods" in said[0][6] and "1 " in said[0][6], said
                if language == "en":
                    answer = workbook.verb("repair", Table="journal")
                    assert answer["Answer"] == "written", answer
                    assert not [item for item in workbook.check() if item[3] == "journal"]
        with open(journal_path(profile), "rb") as file:
            assert file.read() == kept


def mode(*parts):
    return stat.S_IMODE(os.stat(os.path.join(*parts)).st_mode)


def test_journal_and_drafts_are_private():
    """Also what an older version left open to everybody."""
    before = os.umask(0o022)
    try:
        with tempfile.TemporaryDirectory() as folder:
            profile = os.path.join(folder, "profile")
            ours = os.path.join(profile, "user", "kernpunt")
            os.makedirs(os.path.join(ours, "drafts"))
            for name in ("journal.txt", "drafts/old.txt"):
                with open(os.path.join(ours, name), "w", encoding="utf-8"):
                    pass
                os.chmod(os.path.join(ours, name), 0o644)
            assert mode(ours) == 0o755
            with Office(extension=BUNDLED, profile=profile) as office:
                workbook = Workbook(office, office.new_calc())
                workbook.set_up("en")
                deck = Deck(workbook.doc)
                deck.follow.wait("field_goal")
                deck.follow.type("field_goal", "Private words")
                act(workbook)
                wait_for(lambda: len(os.listdir(os.path.join(ours, "drafts"))) > 1, "a draft")
                for top, folders, files in os.walk(ours):
                    assert [mode(top, name) for name in folders] == [0o700] * len(folders), top
                    assert [mode(top, name) for name in files] == [0o600] * len(files), (top, files)
                assert mode(ours) == 0o700
    finally:
        os.umask(before)


def test_save_saves_without_a_journal():
    """The journal cannot be read: the workbook is saved, and it says what is not known."""
    with tempfile.TemporaryDirectory() as folder:
        profile = os.path.join(folder, "profile")
        os.makedirs(journal_path(profile))  # a folder where the file should be
        with Office(extension=BUNDLED, profile=profile) as office:
            workbook = Workbook(office, office.new_calc())
            workbook.set_up("en")
            path = os.path.join(folder, "t.ods")
            workbook.doc.storeAsURL(file_url(path), props(FilterName=ODS))
            refused = workbook.verb
            workbook.doc.Sheets[0].getCellByPosition(0, 60).String = "saved all the same"
            answer = refused("save")
            assert answer["Answer"] == "written" and "backup" in answer["Message"], answer
            assert not workbook.doc.isModified()
            office.close_doc(workbook.doc)
            again = office.load(path)
            assert again.Sheets[0].getCellByPosition(0, 60).String == "saved all the same"


main(globals())
