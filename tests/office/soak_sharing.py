# SPDX-License-Identifier: GPL-3.0-or-later
"""Long runs for `make soak`: 200 rows of two users, and an office killed twenty times while saving."""

import contextlib
import os
import random
import signal
import tempfile
import threading
import zipfile

from kp_office import BUNDLED, ODS, Office, file_url, main, props
from kp_sharing import User, check_nothing_lost, make_shared
from kp_workbook import Workbook

ROWS = int(os.environ.get("KP_SOAK_ROWS", "200"))
KILLS = int(os.environ.get("KP_SOAK_KILLS", "20"))


def finish(path, users):
    for user in users + users:
        user.refresh()
    with Office(extension=BUNDLED) as office:
        check_nothing_lost(users, Workbook(office, office.load(path)))


def write_at_once(names, rows):
    """Each in an office and a thread of his own: adds, changes, saves now and then."""
    problems = []

    def work(user, seed):
        chance = random.Random(seed)
        try:
            for number in range(rows):
                user.append("%s %d" % (user.name, number))
                if chance.random() < 0.6:
                    user.save()
                if chance.random() < 0.3:
                    row = chance.choice(user.added)
                    if user.rows()[row]["status"] == "Te doen":
                        user.change(row, status=chance.choice(("bezig", "gereed")), note="verder")
            user.save()
        except BaseException as problem:  # told below, whatever it is
            problems.append(problem)

    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        path = make_shared(folder)
        users = [stack.enter_context(User(name, path)) for name in names]
        threads = [threading.Thread(target=work, args=(user, seed))
                   for seed, user in enumerate(users)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert not problems, problems
        finish(path, users)


def test_two_users_at_once():
    write_at_once(("Ann", "Bob"), ROWS // 2)


def test_three_users_at_once():
    write_at_once(("Ann", "Bob", "Zoë"), ROWS // 4)


def kill_while_saving(office, doc, delay):
    """Starts to save and ends the office in the middle, or just before, or just after."""
    saved = threading.Event()

    def save():
        try:
            doc.store()
            saved.set()
        except Exception:  # the bridge goes down with the office
            pass

    thread = threading.Thread(target=save, daemon=True)
    thread.start()
    saved.wait(delay)
    os.killpg(office._process.pid, signal.SIGKILL)
    office._process.wait()
    thread.join(20)


def test_killed_while_saving():
    """The file is whole, the journal names what is missing, adding again doubles nothing."""
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        path, profile = os.path.join(folder, "t.ods"), os.path.join(folder, "profile")
        with Office(extension=BUNDLED) as office:
            workbook = Workbook(office, office.new_calc())
            workbook.set_up("nl")
            for number in range(50):
                workbook.append("actions", action="filler %d" % number, owner="Ann", deadline="+3")
            workbook.doc.storeAsURL(file_url(path), props(FilterName=ODS))
            added = [row["id"] for row in workbook.rows("actions")]
        lost = 0
        for turn in range(KILLS):
            office = Office(extension=BUNDLED, profile=profile).__enter__()
            workbook = Workbook(office, office.load(path))
            assert not workbook.doc.isReadonly()
            workbook.journal("verify")
            missing = workbook.pending()
            lost += bool(missing)
            answer = workbook.journal("restore")
            assert answer["Answer"] == "written", answer
            rows = [row["id"] for row in workbook.rows("actions")]
            assert sorted(rows) == sorted(added), (turn, set(rows) ^ set(added), missing)
            for number in range(3):
                added.append(workbook.append("actions", action="turn %d, %d" % (turn, number),
                                             owner="Ann", deadline="+3"))
            workbook.change("actions", added[turn], status="bezig")
            kill_while_saving(office, workbook.doc, chance.uniform(0.0, 0.25))
            office._kill()
            with zipfile.ZipFile(path) as archive:
                assert archive.testzip() is None
        with Office(extension=BUNDLED, profile=profile) as office:
            workbook = Workbook(office, office.load(path))
            workbook.journal("verify")
            workbook.journal("restore")
            rows = workbook.rows("actions")
            assert sorted(row["id"] for row in rows) == sorted(added)
            status = {row["id"]: row["status"] for row in rows}
            assert all(status[row] == "Bezig" for row in added[:KILLS]), status
            log = [line["row"] for line in workbook.rows("log")]
            assert len(log) == len(set(zip(log, [line["at"] for line in workbook.rows("log")])))
            assert len(log) == len(added) + KILLS, (len(log), len(added))
            workbook.save()
            assert workbook.pending() == []
        print("    %d of %d kills lost something that the journal gave back" % (lost, KILLS))
        assert lost > 0 or KILLS < 10, "no kill came early enough to lose anything"


main(globals())
