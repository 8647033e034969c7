# SPDX-License-Identifier: GPL-3.0-or-later
"""Long run for `make soak`: an office is killed at a random moment while rows are added, changed and
saved; then another workbook is opened and saved first, the file has another name or place, and the
rows are added again. Every row that was told written is there once, in its own workbook, and was
offered when it was not. .ods and .xlsx in turn; KP_SOAK_CRASHES rounds on one profile."""

import os
import random
import signal
import tempfile
import threading
import zipfile

from kp_office import BUNDLED, ODS, XLSX, Office, file_url, main, props
from kp_workbook import Workbook

CRASHES = int(os.environ.get("KP_SOAK_CRASHES", "40"))
SEED = int(os.environ.get("KP_SOAK_SEED", "7"))
KINDS = ((".ods", ODS), (".xlsx", XLSX))


def ids(workbook):
    return [row["id"] for row in workbook.rows("actions")]


class Book:
    """A file and the rows that must be in its workbook."""

    def __init__(self, office, folder, name, kind):
        self.path, self.rows, self.maybe = os.path.join(folder, name), [], []
        workbook = Workbook(office, office.new_calc())
        workbook.set_up("en")
        self.rows = [workbook.append("actions", action="first", owner="Ann", deadline="+3")]
        workbook.doc.storeAsURL(file_url(self.path), props(FilterName=kind))
        assert workbook.journal("verify")["Missing"] == 0
        office.close_doc(workbook.doc)

    def open(self, office):
        return Workbook(office, office.load(self.path))

    def check(self, workbook):
        """Each row once; what was under way when the office was killed may be there, once too."""
        found = ids(workbook)
        assert len(found) == len(set(found)), sorted(found)
        assert set(self.rows) <= set(found) <= set(self.rows + self.maybe), \
            (set(self.rows) ^ set(found), self.maybe)
        log = [line["row"] for line in workbook.rows("log") if not line["was"]]
        assert sorted(log) == sorted(found), (set(log) ^ set(found))
        self.rows, self.maybe = found, []

    def move(self, chance, folder, turn):
        """Another name, another folder, or neither."""
        way = chance.choice(("stays", "renamed", "moved"))
        ending = os.path.splitext(self.path)[1]
        if way != "stays":
            home = os.path.dirname(self.path)
            if way == "moved":
                home = os.path.join(folder, "place %d" % turn)
                os.mkdir(home)
            path = os.path.join(home, "round %d%s" % (turn, ending))
            os.rename(self.path, path)
            self.path = path
        return way


def write_until_killed(office, book, chance):
    """Adds, changes and saves until the office is gone; `book` knows what it was told."""
    workbook = book.open(office)
    delay = chance.uniform(0.1, 1.5)
    killer = threading.Timer(delay, os.killpg, (office._process.pid, signal.SIGKILL))
    killer.start()
    try:
        while True:
            book.maybe.append("?")
            row = workbook.append("actions", action="turn", owner="Ann", deadline="+3")
            book.maybe.pop()
            book.rows.append(row)
            if chance.random() < 0.3:
                workbook.doc.store()
            if chance.random() < 0.2:
                workbook.verb("save")
    except Exception:  # the bridge goes down with the office
        pass
    killer.join()
    office._process.wait()
    office.crash()


def start(profile):
    return Office(extension=BUNDLED, profile=profile, watchdog=900).__enter__()


def test_killed_at_any_moment():
    chance = random.Random(SEED)
    offered = told = under_way = 0
    ways = {}
    with tempfile.TemporaryDirectory() as folder:
        profile = os.path.join(folder, "profile")
        office = start(profile)
        books = [Book(office, folder, "book" + ending, kind) for ending, kind in KINDS]
        others = [Book(office, folder, "other" + ending, kind) for ending, kind in KINDS]
        # Copies of the same workbooks, as "Save As" leaves them.
        for book in books:
            other = Book.__new__(Book)
            other.path, other.rows, other.maybe = book.path.replace("book", "fork"), \
                list(book.rows), []
            workbook = book.open(office)
            office.store(workbook.doc, other.path, dict(KINDS)[os.path.splitext(book.path)[1]])
            office.close_doc(workbook.doc)
            others.append(other)
        for turn in range(CRASHES):
            book = books[turn % 2]
            before = len(book.rows)
            write_until_killed(office, book, chance)
            told += len(book.rows) - before
            way = book.move(chance, folder, turn)
            ways[way] = ways.get(way, 0) + 1
            if os.path.exists(book.path):
                with zipfile.ZipFile(book.path) as archive:
                    assert archive.testzip() is None
            office = start(profile)
            for other in chance.sample(others, 2):
                workbook = other.open(office)
                verified = workbook.journal("verify")
                assert (verified["Lost"], verified["Missing"]) == (0, 0), (turn, other.path, verified)
                assert workbook.journal("restore")["Count"] == 0, (turn, other.path)
                workbook.doc.Sheets[0].getCellByPosition(0, 60).String = "turn %d" % turn
                workbook.save()
                other.check(workbook)
                office.close_doc(workbook.doc)
            workbook = book.open(office)
            if chance.random() < 0.5:  # a save before anything of ours was asked, and unheard of
                workbook.doc.Sheets[0].getCellByPosition(0, 61).String = "turn %d" % turn
                workbook.doc.store()
            have = set(ids(workbook))
            missing = set(book.rows) - have
            lost = workbook.journal("verify")["Lost"]
            extra = [row for row in workbook.pending() if row not in book.rows]
            # The row that was under way may have come into the journal; nobody was told of it.
            assert len(missing) <= lost <= len(missing) + 1, (turn, way, lost, missing, extra)
            book.maybe = [row for row in set(workbook.pending()) | have if row not in book.rows]
            under_way += lost - len(missing)
            offered += lost
            if chance.random() < 0.5:  # a save before the rows are added again
                workbook.doc.Sheets[0].getCellByPosition(0, 60).String = "turn %d" % turn
                workbook.verb("save")
                assert workbook.journal("verify")["Lost"] == lost
            assert workbook.journal("restore")["Answer"] == "written"
            book.check(workbook)
            assert workbook.journal("verify")["Lost"] == 0
            workbook.save()
            assert workbook.pending() == [], (turn, workbook.pending())
            office.close_doc(workbook.doc)
        for one in books + others:
            workbook = one.open(office)
            one.check(workbook)
            office.close_doc(workbook.doc)
        office.close()
        office._kill()
    print("    %d crashes (%s); %d rows told written, %d of them and %d under way offered after a "
          "crash, each written once" % (CRASHES, ", ".join("%d %s" % (ways[w], w) for w in ways),
                                        told, offered - under_way, under_way))
    assert offered > 0


main(globals())
