#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every statement of the help page "What Calc does with it", in a real office: a test for the id of
each item of extension/help/calc_en.html and calc_nl.html. One office serves them all."""

import os
import re
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from kp_office import BUNDLED, ODS, ROOT, XLSX, Office, file_url, main, props  # noqa: E402

from com.sun.star.sheet import TableFilterField  # noqa: E402
from com.sun.star.sheet.ConditionOperator import FORMULA  # noqa: E402
from com.sun.star.sheet.FilterOperator import EQUAL  # noqa: E402

VALUE_ERROR, PARAMETER, NA = 519, 504, 32767
GREEN = 0x00FF00
SCORES = (9, 10, 3, 7, 8, 9, 6, 10, 2, 9, 9, 8)
_office = None


def office():
    """The office of this file, started when first needed."""
    global _office
    if _office is None:
        _office = Office(extension=BUNDLED).__enter__()
    return _office


class Survey:
    """Units in A2:A13, scores in B2:B13, a table of them in E1:L4, formulas tried out in Z1."""

    def __enter__(self):
        self.doc = office().new_calc(Hidden=True)
        self.sheet = self.doc.Sheets[0]
        self.sheet.Name = "Survey"
        rows = [("Unit", "Score")] + [(("North", "South")[i % 2], float(score))
                                      for i, score in enumerate(SCORES)]
        self.range("A1:B13").setDataArray(tuple(rows))
        self.range("E1:L4").setArrayFormula('=NPS.TABLE(B2:B13;A2:A13;;;"en")')
        return self

    def __exit__(self, *_):
        if office().alive():
            office().close_doc(self.doc)

    def range(self, address):
        return self.sheet.getCellRangeByName(address)

    def put(self, address, formula, array=False):
        """Enters a formula and returns its number or text, or its error as ("error", number)."""
        cell = self.range(address)
        (cell.setArrayFormula if array else cell.setFormula)(formula)
        return self.shown(address)

    def shown(self, address):
        cell = self.range(address)
        if cell.getError():
            return "error", cell.getError()
        return cell.Value if cell.FormulaResultType2 == 1 else cell.String  # FormulaResult.VALUE

    def of(self, formula, array=False):
        return self.put("Z1", formula, array)

    def filter(self, address, text):
        """Shows only the rows with this text in the first column; returns those of the range."""
        field = TableFilterField(Field=0, Operator=EQUAL, StringValue=text)
        description = self.range(address).createFilterDescriptor(True)
        description.setFilterFields((field,))
        description.ContainsHeader = True
        self.range(address).filter(description)
        area = self.range(address).RangeAddress
        return [row for row in range(area.StartRow + 1, area.EndRow + 1)
                if self.sheet.Rows[row].IsVisible]


def test_spill_once():
    with Survey() as s:
        assert s.of("=J2") == s.of('=NPS.IFS(B2:B13;A2:A13;"North")')
        assert s.of("=MAX(J2:J3)") == s.of('=NPS.IFS(B2:B13;A2:A13;"South")')
        assert s.of('=COUNTIF(F2:F3;">5")') == 2
        before = s.of("=J4")
        s.range("B4").Value = 10
        assert s.shown("Z1") > before, "the numbers follow the data"


def test_array_words():
    with Survey() as s:
        assert s.range("E2").String == "North" and s.range("E4").String == "Total"
        assert s.of('=MATCH("North";E1:E4;0)') == ("error", NA)
        assert s.of('=VLOOKUP("North";E1:L4;6;0)') == ("error", NA)
        assert s.of('=COUNTIF(E1:E4;"North")') == 0
        assert s.of('=SUMIF(E1:E4;"North";F1:F4)') == 0
        assert s.of('=E4="Total"') == 0


def test_array_words_again():
    with Survey() as s:
        assert s.of('=INDEX(NPS.TABLE(B2:B13;A2:A13;;;"en");4;1)&""="Total"') == 1
        assert s.of('=MATCH("North";E1:E4&"";0)', array=True) == 2
        for row in range(1, 5):
            s.put("N%d" % row, '=E%d&""' % row)
        assert s.of('=MATCH("North";N1:N4;0)') == 2
        assert s.of('=N4="Total"') == 1


def test_array_filter():
    with Survey() as s:
        assert s.filter("E1:L4", "North") == []


def test_scalars():
    with Survey() as s:
        for row, unit in ((2, "North"), (3, "South")):
            s.put("N%d" % row, '=IF(NPS.IFS(B$2:B$13;A$2:A$13;"%s")>0;"good";"bad")' % unit)
            s.put("O%d" % row, "=NPS.SEGMENT(B%d;\"en\")" % row)
        s.put("N4", '=NPS.VERDICT(B2:B7;B8:B13;0.95;;1;"en")')
        s.put("N5", '=CX.CHANGE("verdict en";"grade";B2:B13;A2:A13;"North";"South";;;)')
        assert s.of('=MATCH("good";N2:N3;0)') == 2
        assert s.of('=COUNTIF(O2:O3;"Promoter")') == 2
        assert s.of('=N4="no demonstrable difference"') == 1
        assert s.of('=N5="too few answers"') == 1
        assert s.of('=CX.UNIT("n";"grade";B2:B13;;;;A2:A13;"North")=6') == 1


def test_only_enter():
    with Survey() as s:
        assert s.of('=NPS.TABLE(B2:B13;A2:A13;;;"en")') == "Group"
        assert s.range("AA1").String == "" and s.range("Z2").String == ""


def test_forgotten_array():
    with Survey() as s:
        formula = '=NPS.SCORE(IF(A2:A13="North";B2:B13;""))'
        assert s.of(formula) == ("error", VALUE_ERROR)
        right = s.of(formula, array=True)
        assert right == s.put("Z2", '=NPS.IFS(B2:B13;A2:A13;"North")')


def test_filtered_rows():
    with Survey() as s:
        everyone = s.of("=NPS.SCORE(B2:B13)")
        for row in range(2, 14):
            s.put("D%d" % row, "=SUBTOTAL(103;A%d)" % row)
        assert len(s.filter("A1:B13", "North")) == 6
        assert s.of("=NPS.SCORE(B2:B13)") == everyone
        assert s.of("=NPS.IFS(B2:B13;D2:D13;1)") == s.put("Z2", '=NPS.IFS(B2:B13;A2:A13;"North")')
        assert s.shown("Z1") != everyone


def test_whole_columns():
    with Survey() as s:
        assert s.of("=NPS.SCORE(B:B)") == s.put("Z2", "=NPS.SCORE(B2:B13)")
        s.doc.NamedRanges.addNewByName("scores", "$Survey.$B$2:$B$13", s.range("A1").CellAddress, 0)
        assert s.of("=NPS.SCORE(scores)") == s.shown("Z2")


def test_group_names():
    with Survey() as s:
        s.range("A3:A6").setDataArray((("North ",), ("NORTH",), ("North\u00a0",), ("north",)))
        s.range("N1:U7").setArrayFormula('=NPS.TABLE(B2:B13;A2:A13;;;"en")')
        names = [row[0] for row in s.range("N2:N6").getDataArray()]
        assert names == ["North", "North ", "North\u00a0", "South", "Total"], names
        assert s.range("O2").Value == 6, "North, NORTH and north are one group"


def elsewhere(s, folder):
    """The survey in a file of its own, and an empty document that refers to it."""
    path = os.path.join(folder, "answers.ods")
    office().store(s.doc, path, ODS)
    return "'%s'#$Survey." % file_url(path)


def test_external_files():
    with Survey() as s, tempfile.TemporaryDirectory() as folder:
        at = elsewhere(s, folder)
        for formula in ("=NPS.SCORE(%sB2:B13)" % at, '=NPS.CHECK(%sB2:B13;"valid")' % at,
                        "=NPS.SEGMENT(%sB2)" % at,
                        '=NPS.IFS(%sB2:B13;%sA2:A13;"North")' % (at, at),
                        '=CX.UNIT("n";"grade";%sB2:B13;;;)' % at):
            assert s.of(formula) == ("error", PARAMETER), formula
        right = s.of("=NPS.SCORE(B2:B13)")
        s.range("N2:N13").setArrayFormula("=%sB2:B13" % at)
        assert s.of("=NPS.SCORE(N2:N13)") == right
        s.doc.Sheets.insertNewByName("Linked", 1)
        s.doc.Sheets[1].link(at.split("'")[1], "Survey", "", "", 1)
        assert s.of("=NPS.SCORE($Linked.B2:B13)") == right


def test_external_array():
    with Survey() as s, tempfile.TemporaryDirectory() as folder:
        right = s.of("=NPS.SCORE(B2:B13)")
        s.range("B4").String = ""
        at = elsewhere(s, folder)
        assert s.of("=NPS.N(%sB2:B13+0)" % at, array=True) == 12, "an empty cell became 0"
        s.range("B4").Value = 3
        at = elsewhere(s, folder)
        s.doc.calculateAll()
        assert s.of("=NPS.SCORE(B2:B13)") == right


def colours(s, filter_name, rules):
    """Stores the survey with conditional formats, opens it again and returns the addresses of rules
    whose cell is coloured there. The HTML export shows what is on the screen."""
    style = s.doc.createInstance("com.sun.star.style.CellStyle")
    s.doc.StyleFamilies["CellStyles"].insertByName("Seen", style)
    style.CellBackColor = GREEN
    for address, formula in rules:
        entries = s.range(address).ConditionalFormat
        entries.addNew(props(Operator=FORMULA, Formula1=formula, StyleName="Seen",
                             SourcePosition=s.range(address).CellAddress))
        s.range(address).ConditionalFormat = entries
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "formats" + {ODS: ".ods", XLSX: ".xlsx"}[filter_name])
        office().store(s.doc, path, filter_name)
        again = office().load(path, Hidden=True)
        page = os.path.join(folder, "page.html")
        office().store(again, page, "HTML (StarCalc)")
        office().close_doc(again)
        with open(page, encoding="utf-8", errors="replace") as file:
            html = file.read()
    found = []
    rows = re.findall(r"<tr.*?</tr>", html, re.S | re.I)
    for address, _ in rules:
        column, row = ord(address[0]) - ord("A"), int(address[1:]) - 1
        cells = re.findall(r"<td.*?>", rows[row], re.S | re.I)
        if re.search(r"bgcolor=\"#00FF00\"", cells[column], re.I):
            found.append(address)
    return found


def test_formats_ods():
    with Survey() as s:
        seen = colours(s, ODS, [("B2", 'NPS.SEGMENT(B2;"en")="Promoter"'),
                                ("B4", 'NPS.SEGMENT(B4;"en")="Promoter"')])
        assert seen == ["B2"], seen


def test_formats_xlsx():
    with Survey() as s:
        s.put("C2", '=NPS.SEGMENT(B2;"en")')
        s.put("C4", '=NPS.SEGMENT(B4;"en")')
        seen = colours(s, XLSX, [("B2", 'NPS.SEGMENT(B2;"en")="Promoter"'), ("C2", 'C2="Promoter"'),
                                 ("C4", 'C4="Promoter"')])
        assert seen == ["C2"], seen


def test_formats_array():
    with Survey() as s:
        s.put("C4", '=E4&""')
        seen = colours(s, ODS, [("E4", 'E4="Total"'), ("C4", 'C4="Total"'), ("F4", "F4=12")])
        assert seen == ["C4", "F4"], seen


def test_every_item_of_the_page_has_a_test():
    pages = {}
    for language in ("en", "nl"):
        path = os.path.join(ROOT, "extension", "help", "calc_%s.html" % language)
        with open(path, encoding="utf-8") as file:
            pages[language] = re.findall(r'<li id="([^"]+)"', file.read())
    assert pages["en"] == pages["nl"]
    for item in pages["en"]:
        assert "test_" + item.replace("-", "_") in globals(), item


def test_the_office_closes_without_a_word():
    global _office
    if _office is not None:
        _office.__exit__(None, None, None)
        _office = None


if __name__ == "__main__":
    main(globals())
