# SPDX-License-Identifier: GPL-3.0-or-later
"""Two people in two offices on one shared workbook. The long runs are in soak_sharing.py."""

import os
import tempfile
import threading

import uno

from kp_office import BUNDLED, ODS, Office, file_url, main, props
from kp_sharing import User, check_nothing_lost, make_shared
from kp_workbook import Workbook, is_end, serial, texts

TEXTS = ("=1+1", "001", "+31 6 1234", "12/5", "2026-01-05", "1e5", "50%", "'x", "@SUM(A1)",
         "\U0001F44D duim", "\u05e9\u05dc\u05d5\u05dd", "een\ntwee")


def finish(path, users):
    for user in users + users:
        user.refresh()
    with Office(extension=BUNDLED) as office:
        check_nothing_lost(users, Workbook(office, office.load(path)))


def test_sharing_empties_the_journal():
    """Rows written before sharing are seen in the file, although the document comes back new."""
    with tempfile.TemporaryDirectory() as folder, Office(extension=BUNDLED) as office:
        workbook = Workbook(office, office.new_calc())
        assert "Save the workbook as an .ods file first" in workbook.verb("share")["Message"]
        workbook.set_up("en")
        workbook.doc.storeAsURL(file_url(os.path.join(folder, "t.ods")), props(FilterName=ODS))
        row = workbook.append("actions", action="Before sharing", owner="Ann", deadline="+2")
        assert row in workbook.pending()
        assert workbook.verb("share")["Answer"] == "written"
        workbook = Workbook(office, office.documents()[0])
        assert workbook.pending() == []
        assert "already shared" in workbook.verb("share")["Message"]
        workbook.append("actions", action="After sharing", owner="Ann", deadline="+2")
        workbook.save()
        assert workbook.pending() == [] and len(workbook.rows("actions")) == 2


def test_in_turn():
    """Append and change alternately, text torture, one of the two also types by hand."""
    with tempfile.TemporaryDirectory() as folder:
        path = make_shared(folder)
        with User("Ann", path) as ann, User("Bob", path) as bob:
            last = None
            for turn, text in enumerate(TEXTS):
                mine, other = ann.append("%s" % text), bob.append("bob %d" % turn)
                sheet = ann.workbook.sheet("actions")
                row = ann.workbook.verb("read", Table="actions")["SheetRows"][0] - 1
                sheet.getCellByPosition(ann.workbook.column("actions", "progress"), row).String = "typed by hand %d" % turn
                if last:
                    ann.change(last[1], status="bezig")
                    bob.change(last[0], deadline="+9")
                first, second = (ann, bob) if turn % 2 else (bob, ann)
                first.save(), second.save(), first.refresh()
                last = mine, other
            finish(path, [ann, bob])
            for workbook in (ann.workbook, bob.workbook):
                rows = {row["id"]: row for row in workbook.rows("actions")}
                got = [rows[row]["action"] for row in ann.added]
                assert got == [text.replace("\n", " / ") for text in TEXTS], got
                assert rows[ann.added[0]]["deadline"] == serial(9)
                assert rows[bob.added[0]]["status"] == "Bezig"
                assert rows[bob.added[0]]["deadline"] == serial(5)
                assert workbook.rows("actions")[0]["progress"].startswith("typed by hand")
                assert is_end(texts(workbook.sheet("actions"))[-1])


def write_at_once(users, rounds):
    """A thread for each user, each its own office, as fast as they can."""
    problems = []

    def work(user):
        try:
            for number in range(rounds):
                row = user.append("%s %d" % (user.name, number))
                user.save()
                if number % 3 == 2:
                    user.change(row, status="bezig")
                    user.save()
        except BaseException as problem:  # told below, whatever it is
            problems.append(problem)

    threads = [threading.Thread(target=work, args=(user,)) for user in users]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not problems, problems


def test_at_once():
    with tempfile.TemporaryDirectory() as folder:
        path = make_shared(folder)
        with User("Ann", path) as ann, User("Bob", path) as bob:
            write_at_once([ann, bob], 10)
            finish(path, [ann, bob])
            rows = bob.rows()
            assert [rows[row]["status"] for row in ann.added] == \
                ["Te doen", "Te doen", "Bezig"] * 3 + ["Te doen"]


def test_three_at_once():
    with tempfile.TemporaryDirectory() as folder:
        path = make_shared(folder)
        with User("Ann", path) as ann, User("Bob", path) as bob, User("Zoë", path) as zoe:
            write_at_once([ann, bob, zoe], 6)
            finish(path, [ann, bob, zoe])
            for user in (ann, bob, zoe):
                for other in (ann, bob, zoe):
                    assert [user.rows()[row]["status"] for row in other.added] == \
                        ["Te doen", "Te doen", "Bezig"] * 2


def test_settings_and_people():
    """Each changes a number and adds somebody; both have both, and no row is asked for twice."""
    def chosen(user):
        return {row[0]: row[2] for row in user.workbook.verb("settings")["Settings"]}

    with tempfile.TemporaryDirectory() as folder:
        path = make_shared(folder)
        with User("Ann", path) as ann, User("Bob", path) as bob:
            for user, key, value in ((ann, "whys", "5"), (bob, "wave_months", "12")):
                answer = user.workbook.verb("settings", Values={key: value})
                assert answer["Answer"] == "written", answer
                user.workbook.append("lists", person=user.name)
            wave = bob.workbook.append("waves", number="1", name="een", start="2026-03-04")
            ann.save(), bob.save(), ann.refresh(), bob.refresh()
            for user in (ann, bob):
                assert (chosen(user)["whys"], chosen(user)["wave_months"]) == ("5", "12")
                names = [row[0] for row in user.workbook.verb("people")["Names"]]
                assert sorted(names) == ["Ann", "Bob"], names
                assert len(user.workbook.rows("log")) == 5
                assert user.workbook.pending() == [], user.workbook.pending()
            # What stands in formulas is renewed for both.
            assert ann.workbook.row("waves", wave)["next"] == 46450.0
            ann.workbook.verb("settings", Values={"wave_months": "24"})
            ann.save(), bob.refresh()
            assert bob.workbook.row("waves", wave)["next"] == 46816.0
            # Sheets cannot be made now; very many formulas would make saving take minutes.
            answer = ann.workbook.verb("settings", Practices=[])
            assert answer["Answer"] == "written", answer
            sheet = ann.workbook.sheet("actions")
            for number in range(3):
                ann.append("row %d" % number)
            top = ann.workbook.verb("read", Table="actions")["SheetRows"][0] - 1
            sheet.Rows.insertByIndex(top + 1, 250)
            column = ann.workbook.column("actions", "check_on")
            cells = sheet.getCellRangeByPosition(column, top, column, top + 250)
            cells.fillAuto(uno.Enum("com.sun.star.sheet.FillDirection", "TO_BOTTOM"), 1)
            answer = ann.workbook.verb("settings", Values={"check_months": "9"})
            assert answer["Answer"] == "refused" and "253 formulas" in answer["Message"], answer


def test_locales():
    """A German and an English user: dates and decimals stay what they are."""
    with tempfile.TemporaryDirectory() as folder:
        path = make_shared(folder)
        with User("Uwe", path, locale="de-DE") as uwe, User("Ann", path, locale="en-US") as ann:
            for user, offset in ((uwe, 100), (ann, 200)):
                row = user.workbook.append(
                    "waves", number="1" if user is uwe else "2", name=user.name, start="2026-03-04",
                    invited="1234,5" if user is uwe else "1234.5")
                user.wave = row
            uwe.save(), ann.save(), uwe.refresh(), ann.refresh(), uwe.refresh()
            for user in (uwe, ann):
                got = {row["id"]: row for row in user.workbook.rows("waves")}
                assert got[uwe.wave]["invited"] == "1234,5", got[uwe.wave]
                assert got[ann.wave]["invited"] == "1234.5", got[ann.wave]
                for row in (uwe.wave, ann.wave):
                    assert got[row]["start"] == 46085.0, got[row]
                    assert got[row]["next"] == 46269.0, got[row]


main(globals())
