# SPDX-License-Identifier: GPL-3.0-or-later
"""Charts, the results page and its PDF, freezing: made, described, one step of undo, and the same after a file."""

import ctypes
import os
import subprocess
import tempfile

from kp_export import insert, shown, team
from kp_office import BUNDLED, ODS, XLSX, Office, file_url, main, props

CHARTS = ("chart shares", "chart scores", "chart changes", "chart trend", "chart drivers")


def picture(office, doc, sheet, folder, name):
    """The sheet as a picture of its first page, in build/artefacts when KP_PICTURES says so."""
    path = os.path.join(os.environ.get("KP_PICTURES", folder), name)
    doc.storeToURL(file_url(path + ".pdf"), props(FilterName="calc_pdf_Export", FilterData=__import__("uno").Any(
        "[]com.sun.star.beans.PropertyValue", props(Selection=sheet))))
    subprocess.run(["pdftoppm", "-r", "80", "-png", path + ".pdf", path], check=True)
    return path + ".pdf"


def chart_of(sheet):
    charts = sheet.Charts
    assert charts.Count == 1, charts.ElementNames
    return charts.getByIndex(0)


def shape_of(sheet):
    return [sheet.DrawPage.getByIndex(i) for i in range(sheet.DrawPage.Count)]


def series(chart, count):
    diagram = chart.EmbeddedObject.Diagram
    return [diagram.getDataRowProperties(i) for i in range(count)]


def test_charts_are_made_described_and_kept():
    with Office(extension=BUNDLED) as office, tempfile.TemporaryDirectory() as folder:
        doc, workbook, _ = team(office)
        doc.UndoManager.clear()
        names = {}
        for what in CHARTS:
            sheet = insert(workbook, what)
            names[what] = sheet.Name
            chart_of(sheet)
            shape = shape_of(sheet)[0]
            assert shape.Title == sheet.Name and len(shape.Description) > 30, (shape.Title, shape.Description)
            picture(office, doc, sheet, folder, what.replace(" ", "-"))
        assert len(doc.UndoManager.getAllUndoActionTitles()) == len(CHARTS)
        # dots in the order of the table, with bars from cells; nothing is sorted
        sheet = doc.Sheets.getByName(names["chart scores"])
        chart = chart_of(sheet)
        dots = series(chart, 1)[0]
        assert dots.ErrorBarStyle == 7 and "L4" in dots.ErrorBarRangePositive, dots.ErrorBarRangePositive
        assert chart.Ranges[0].StartRow == 2 and chart.Ranges[0].EndRow == 7, chart.Ranges[0]
        assert dots.SymbolType == 8
        assert chart.EmbeddedObject.Diagram.YAxis.Min == -100
        assert chart_of(doc.Sheets.getByName(names["chart shares"])).EmbeddedObject.Diagram.Percent
        assert chart_of(doc.Sheets.getByName(names["chart changes"])).EmbeddedObject.Diagram.Vertical
        for suffix, kind in (("ods", ODS), ("xlsx", XLSX)):
            office.store(doc, os.path.join(folder, "charts." + suffix), kind)
        # Before a copy is read again: the office itself (7.4.7, without extensions too) ends when the sheet of a
        # chart is taken back after a file with that chart was opened and closed.
        for _ in CHARTS:
            doc.UndoManager.undo()
        assert not set(names.values()) & set(doc.Sheets.ElementNames)
        for suffix in ("ods", "xlsx"):
            path = os.path.join(folder, "charts." + suffix)
            again = office.load(path)
            again.calculateAll()
            for what in CHARTS:
                sheet = again.Sheets.getByName(names[what])
                chart_of(sheet)
                if suffix == "ods":  # an .xlsx of 7.4 loses it
                    assert shape_of(sheet)[0].Description, what
            dots = series(chart_of(again.Sheets.getByName(names["chart scores"])), 1)[0]
            assert dots.ErrorBarStyle == 7 and dots.ErrorBarRangePositive, (suffix, dots.ErrorBarStyle)
            again.close(True)
        doc.close(True)


def test_results_page_as_pdf():
    with Office(extension=BUNDLED) as office, tempfile.TemporaryDirectory() as folder:
        doc, workbook, known = team(office)
        doc.UndoManager.clear()
        answer = workbook.verb("results")
        assert answer["Answer"] == "written", answer
        assert len(doc.UndoManager.getAllUndoActionTitles()) == 1
        sheet = doc.Sheets.getByName("Results")
        assert sheet.Charts.Count == 4, sheet.Charts.ElementNames
        path = os.path.join(os.environ.get("KP_PICTURES", folder), "results.pdf")
        answer = workbook.verb("pdf", Name="Results", Url=file_url(path))
        assert answer["Answer"] == "written", answer
        told = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
        assert "Pages:           1" in told and "A4" in told, told
        words = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
        for word in ("Autumn 2026", "NPS", "Table per unit", "Against the rest", "North", "1 / 1"):
            assert word in words, (word, words)
        subprocess.run(["pdftoppm", "-r", "90", "-png", path, path[:-4]], check=True)
        # a file keeps the page
        for suffix, kind in (("ods", ODS), ("xlsx", XLSX)):
            office.store(doc, os.path.join(folder, "page." + suffix), kind)
            again = office.load(os.path.join(folder, "page." + suffix))
            areas = again.Sheets.getByName("Results").getPrintAreas()
            assert len(areas) == 1 and areas[0].EndColumn == 8, areas
            assert again.Sheets.getByName("Results").Charts.Count == 4
            again.close(True)
        doc.close(True)


def test_freezing_keeps_a_copy_and_hides_what_was_hidden():
    with Office(extension=BUNDLED) as office, tempfile.TemporaryDirectory() as folder:
        doc, workbook, _ = team(office)
        refused = workbook.verb("freeze")
        assert refused["Answer"] == "refused" and "Save the workbook first" in refused["Message"], refused
        sheet = insert(workbook, "chart scores")
        office.store(doc, os.path.join(folder, "team.ods"), ODS)
        doc.close(True)
        doc = office.load(os.path.join(folder, "team.ods"))
        workbook.doc = doc
        sheet = doc.Sheets.getByName("NPS per unit")
        sheet.getCellRangeByName("N20").Formula = "=SUM(1;2)"
        before = shown(sheet)
        doc.UndoManager.clear()
        answer = workbook.verb("freeze")
        assert answer["Answer"] == "written", answer
        assert os.path.exists(os.path.join(folder, "team (formulas).ods")), os.listdir(folder)
        assert shown(sheet) == before
        formulas = [sheet.getCellByPosition(c, r).Formula for c in range(14) for r in range(20)]
        assert not [f for f in formulas if "NPS." in f and f[0] in "={"], formulas
        assert "=SUM(1;2)" in formulas
        assert len(doc.UndoManager.getAllUndoActionTitles()) == 1
        doc.UndoManager.undo()
        assert any("=INDEX(NPS." in sheet.getCellByPosition(c, r).Formula for c in range(9) for r in range(9))
        doc.close(True)


def read_back(text):
    """The events of a calendar file as libical sees them: {UID: (first day, day after, sequence, summary)}."""
    ical = ctypes.CDLL("libical.so.3")
    pointer, string = ctypes.c_void_p, ctypes.c_char_p
    for name, result, arguments in (
            ("icalparser_parse_string", pointer, [string]), ("icalcomponent_get_first_component", pointer, [pointer, ctypes.c_int]),
            ("icalcomponent_get_next_component", pointer, [pointer, ctypes.c_int]), ("icalcomponent_get_uid", string, [pointer]),
            ("icalcomponent_get_summary", string, [pointer]), ("icalcomponent_get_sequence", ctypes.c_int, [pointer]),
            ("icalcomponent_get_first_property", pointer, [pointer, ctypes.c_int]), ("icalproperty_get_value_as_string", string, [pointer]),
            ("icalproperty_string_to_kind", ctypes.c_int, [string]), ("icalcomponent_string_to_kind", ctypes.c_int, [string]),
            ("icalcomponent_count_errors", ctypes.c_int, [pointer]), ("icalcomponent_free", None, [pointer])):
        function = getattr(ical, name)
        function.restype, function.argtypes = result, arguments
    event = ical.icalcomponent_string_to_kind(b"VEVENT")
    whole = ical.icalparser_parse_string(text.encode())
    assert whole and ical.icalcomponent_count_errors(whole) == 0
    found, count = {}, 0
    each = ical.icalcomponent_get_first_component(whole, event)
    while each:
        value = [ical.icalproperty_get_value_as_string(ical.icalcomponent_get_first_property(each, ical.icalproperty_string_to_kind(kind))).decode()
                 for kind in (b"DTSTART", b"DTEND")]
        found[ical.icalcomponent_get_uid(each).decode()] = (*value, ical.icalcomponent_get_sequence(each),
                                                           ical.icalcomponent_get_summary(each).decode())
        count += 1
        each = ical.icalcomponent_get_next_component(whole, event)
    ical.icalcomponent_free(whole)
    assert count == len(found), "a UID twice"
    return found


def test_calendar_file():
    with Office(extension=BUNDLED) as office, tempfile.TemporaryDirectory() as folder:
        doc, workbook, _ = team(office)
        path = os.path.join(folder, "dates.ics")
        refused = workbook.verb("calendar", Url=file_url(path))
        if refused["Answer"] == "refused":
            assert "nothing with a date" in refused["Message"], refused
        from kp_workbook import day
        first = workbook.append("actions", action="Ring; then, write\\ back", owner="Ann", deadline=day(3))
        answer = workbook.verb("calendar", Url=file_url(path))
        assert answer["Answer"] == "written" and "date" in answer["Message"], answer
        with open(path, "rb") as file:
            data = file.read()
        assert data.startswith(b"BEGIN:VCALENDAR\r\n") and b"\n" not in data.replace(b"\r\n", b""), data[:200]
        text = data.decode().replace("\r\n ", "")
        events = read_back(data.decode())
        mine = [value for uid, value in events.items() if uid.startswith(first + ".")]
        assert len(mine) == 1 and mine[0][3] == "Ring; then, write\\ back", events
        assert mine[0][0] == day(3).replace("-", "") and mine[0][1] == day(4).replace("-", ""), events
        assert f"UID:{first}." in text and "SUMMARY:Ring\\; then\\, write\\\\ back\r\n" in text, text
        uids = [line for line in text.split("\r\n") if line.startswith("UID:")]
        workbook.verb("calendar", Url=file_url(path))
        with open(path, "rb") as file:
            again = file.read().decode().replace("\r\n ", "")
        later = read_back(again)
        assert later.keys() == events.keys() and all(later[uid][2] >= events[uid][2] for uid in events)
        assert [line for line in again.split("\r\n") if line.startswith("UID:")] == uids and len(set(uids)) == len(uids)
        answer = workbook.verb("calendar", Url=file_url("/proc/kernpunt/such.ics"))
        assert answer["Answer"] == "refused" and "could not be saved" in answer["Message"], answer
        doc.close(True)


main(globals())
