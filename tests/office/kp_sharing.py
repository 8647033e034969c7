# SPDX-License-Identifier: GPL-3.0-or-later
"""Users who write in one shared workbook, each in an office and a profile of his own."""

import os

from kp_office import BUNDLED, ODS, Office, file_url, props
from kp_wait import wait_for
from kp_workbook import Workbook


def make_shared(folder, language="nl"):
    """A shared workbook in a folder, set up and shared by the extension; its path."""
    path = os.path.join(folder, "samen.ods")
    with Office(extension=BUNDLED) as office:
        workbook = Workbook(office, office.new_calc())
        workbook.set_up(language)
        workbook.doc.storeAsURL(file_url(path), props(FilterName=ODS))
        answer = workbook.verb("share")
        assert answer["Answer"] == "written", answer
        doc = wait_for(lambda: office.documents()[0], "the shared document")
        assert doc.Title.endswith("(shared)"), doc.Title
    return path


class User:
    """One person; what he added and changed is remembered."""

    def __init__(self, name, path, **options):
        self.name, self.path = name, path
        self.options = dict(extension=BUNDLED, user_name=(name, "Test"), watchdog=900, **options)
        self.added, self.status = [], {}

    def __enter__(self):
        self.office = Office(**self.options).__enter__()
        self.open()
        return self

    def __exit__(self, *problem):
        return self.office.__exit__(*problem)

    def open(self):
        self.workbook = Workbook(self.office, self.office.load(self.path))
        self.doc = self.workbook.doc

    def append(self, text):
        row = self.workbook.append("actions", action=text, owner=self.name, deadline="+5")
        self.added.append(row)
        return row

    def change(self, row, **values):
        self.workbook.change("actions", row, **values)

    def try_save(self):
        """One save; whether it arrived."""
        answer = self.workbook.verb("save")
        assert answer["Answer"] in ("written", "refused"), answer
        return answer["Answer"] == "written" and "not in the file" not in answer["Message"]

    def save(self):
        wait_for(self.try_save, "%s to save" % self.name, 60)

    def refresh(self):
        """Saving without changes takes in what others wrote."""
        self.doc.setModified(True)
        self.save()

    def rows(self):
        return {row["id"]: row for row in self.workbook.rows("actions")}


def check_nothing_lost(users, fresh):
    """Every row of every user is there once, in the file and at everybody's."""
    wanted = sorted(row for user in users for row in user.added)
    for workbook in [user.workbook for user in users] + [fresh]:
        rows = workbook.rows("actions")
        assert sorted(row["id"] for row in rows) == wanted, \
            (len(rows), len(wanted), set(wanted) ^ {row["id"] for row in rows})
        log = [line["row"] for line in workbook.rows("log") if not line["was"]]
        assert sorted(log) == wanted, "the log: %d of %d" % (len(log), len(wanted))
    for user in users:
        assert user.workbook.pending() == [], user.workbook.pending()
