# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking into the saved file for what was written: .ods and .xlsx, whole, odd and broken."""

import os
import re
import tempfile
import zipfile

from kp_office import BUNDLED, ODS, XLSX, Office, file_url, main, props
from kp_workbook import Workbook


def new(office):
    workbook = Workbook(office, office.new_calc())
    workbook.set_up("en")
    return workbook


def act(workbook, text="Call every customer back", **values):
    return workbook.append("actions", action=text, owner="Petra", deadline="+3", **values)


def rewrite(path, change):
    """Writes the members of a zip anew, each as `change` makes it; None leaves one out."""
    with zipfile.ZipFile(path) as archive:
        members = [(item, archive.read(item)) for item in archive.namelist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            content = change(name, content)
            if content is not None:
                archive.writestr(name, content)


def report(workbook):
    answer = workbook.journal("verify")
    return answer["Readable"], answer["Seen"], answer["Missing"]


def test_seen_and_missing():
    for name, kind in (("t.ods", ODS), ("t.xlsx", XLSX)):
        with Office(extension=BUNDLED) as office, tempfile.TemporaryDirectory() as folder:
            workbook, path = new(office), os.path.join(folder, name)
            first = act(workbook, "quotes \" <b> & \U0001F44D")
            workbook.append("lists", person="Zoë O’Neill & co")
            assert report(workbook) == (False, 0, 2)
            workbook.doc.storeAsURL(file_url(path), props(FilterName=kind))
            assert workbook.pending() == [], "the session saw them in the file at the save"
            assert report(workbook) == (True, 0, 0), name
            second = act(workbook)
            workbook.change("actions", first, status="in progress")
            assert report(workbook) == (True, 0, 2), name
            office.close_doc(workbook.doc)
            # The next day it is told and given back, once.
            again = Workbook(office, office.load(path))
            assert report(again) == (True, 0, 2), name
            assert again.journal("restore")["Count"] == 4
            assert [row["id"] for row in again.rows("actions")] == [first, second]
            assert again.row("actions", first)["status"] == "In progress"
            again.save()
            assert again.pending() == [] and again.journal("restore")["Count"] == 0
            office.close_doc(again.doc)


def with_one_missing(office, path):
    """A saved .xlsx, and the ID of a row that is written and not saved."""
    workbook = new(office)
    first = act(workbook)
    workbook.doc.storeAsURL(file_url(path), props(FilterName=XLSX))
    assert report(workbook)[0] and workbook.pending() == []
    second = act(workbook)
    assert workbook.journal("forget", Id="nothing")["Count"] == 0
    return workbook, first, second


def seen(workbook, wanted):
    """Whether the row was seen in the file; asked of a file that can be read."""
    assert report(workbook)[0] is True
    return wanted not in workbook.pending()


def test_other_writers_of_xlsx():
    """Texts in the cells themselves, in pieces, with prefixes, without references."""
    def replace_string(new_item):
        def change(name, content):
            if name != "xl/sharedStrings.xml":
                return content
            text = content.decode("utf-8")
            changed = re.sub(r"<si><t[^>]*>%s</t></si>" % first, new_item(), text)
            assert changed != text
            return changed
        return change

    def inline(name, content):
        if not name.startswith("xl/worksheets/sheet"):
            return content
        number = "<v>%d</v>" % index
        return re.sub(r'<c r="(A\d+)"([^>]*) t="s"><f[^>]*>[^<]*</f>%s</c>|'
                      r'<c r="(A\d+)"([^>]*) t="s">%s</c>' % (number, number),
                      lambda m: '<c r="%s" t="inlineStr"><is><t>%s</t></is></c>'
                      % (m.group(1) or m.group(3), second), content.decode("utf-8"))

    def without_references(name, content):
        if not name.startswith("xl/worksheets/sheet"):
            return content
        return re.sub(r'<c r="A\d+"', "<c", content.decode("utf-8"))

    with Office(extension=BUNDLED) as office, tempfile.TemporaryDirectory() as folder:
        for number, way in enumerate(("pieces", "pronounced", "inline", "elsewhere", "bare")):
            path = os.path.join(folder, "t%d.xlsx" % number)
            workbook, first, second = with_one_missing(office, path)
            assert not seen(workbook, second)
            if way == "pieces":
                rewrite(path, replace_string(
                    lambda: "<si><r><t>%s</t></r><r><rPr><b/></rPr><t>%s</t></r></si>"
                    % (second[:3], second[3:])))
                assert seen(workbook, second)
            elif way == "pronounced":
                rewrite(path, replace_string(
                    lambda: "<si><t>x</t><rPh sb=\"0\" eb=\"1\"><t>%s</t></rPh></si>" % second))
                assert not seen(workbook, second)
            elif way == "inline":
                with zipfile.ZipFile(path) as archive:
                    items = re.findall(r"<si>.*?</si>", archive.read(
                        "xl/sharedStrings.xml").decode("utf-8"), re.S)
                index = [i for i, item in enumerate(items) if ">%s<" % first in item][0]
                rewrite(path, inline)
                assert seen(workbook, second)
            elif way == "elsewhere":
                # In the column of texts an ID proves nothing.
                rewrite(path, lambda name, content: content.replace(
                    b">Call every customer back<", b">%s<" % second.encode())
                    if name == "xl/sharedStrings.xml" else content)
                assert not seen(workbook, second)
            else:
                rewrite(path, replace_string(lambda: "<si><t>%s</t></si>" % second))
                rewrite(path, without_references)
                assert seen(workbook, second)
            workbook.journal("forget")
            office.close_doc(workbook.doc)


def test_what_cannot_be_read():
    """Nothing is decided about a file that is broken, locked by a password, or of another kind."""
    with Office(extension=BUNDLED) as office, tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "t.xlsx")
        workbook, _first, second = with_one_missing(office, path)
        with open(path, "rb") as file:
            whole = file.read()

        def unreadable():
            assert report(workbook)[0] is False
            assert second in workbook.pending()

        for change in (
                lambda name, content: content[:len(content) // 2]
                if name == "xl/sharedStrings.xml" else content,
                lambda name, content: content[:-40]
                if name.startswith("xl/worksheets/sheet") else content,
                lambda name, content: None if name == "xl/workbook.xml" else content):
            rewrite(path, change)
            unreadable()
            with open(path, "wb") as file:
                file.write(whole)
        for content in (b"", whole[:len(whole) // 2], b"no zip at all"):
            with open(path, "wb") as file:
                file.write(content)
            unreadable()
        os.remove(path)
        unreadable()
        with open(path, "wb") as file:
            file.write(whole)
        assert report(workbook) == (True, 0, 1)
        workbook.doc.storeAsURL(file_url(os.path.join(folder, "secret.ods")),
                                props(FilterName=ODS, Password="secret"))
        unreadable()
        answer = workbook.verb("save")
        assert answer["Answer"] == "written" and "could not check" in answer["Message"], answer


main(globals())
