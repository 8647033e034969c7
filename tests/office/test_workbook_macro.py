# SPDX-License-Identifier: GPL-3.0-or-later
"""The macro of docs/automation.md, run as it stands there."""

import os
import re

from kp_office import BUNDLED, Office, main
from kp_workbook import Workbook, serial

ALWAYS = 4  # com.sun.star.document.MacroExecMode.ALWAYS_EXECUTE_NO_WARN
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

# What the test adds: a way in with a result, and one that asks for the agenda.
MORE = """
Function TryLog(what As String, owner As String, deadline As String) As String
  Dim why As String
  Dim id As String
  id = LogAction(what, owner, deadline, why)
  TryLog = id & "|" & why
End Function

Function CountDue As Integer
  Dim answer As Object
  answer = Kernpunt("agenda", Array(Named("Horizon", 30)))
  CountDue = UBound(answer.get("Rows")) + 1
End Function

Function SetUp As String
  SetUp = Kernpunt("setup", Array(Named("Language", "en"), Named("Practices", Array("structural")))).get("Answer")
End Function
"""


def macro():
    with open(os.path.join(ROOT, "docs", "automation.md"), encoding="utf-8") as text:
        blocks = re.findall(r"```basic\n(.*?)```", text.read(), re.S)
    assert len(blocks) == 1, len(blocks)
    return blocks[0] + MORE


def run(doc, name, *arguments):
    """Runs a function of the module and returns its result."""
    script = doc.getScriptProvider().getScript(
        "vnd.sun.star.script:Standard.Example.%s?language=Basic&location=document" % name)
    return script.invoke(arguments, (), ())[0]


def test_macro():
    with Office(extension=BUNDLED, user_name=("Petra", "Jansen")) as office:
        workbook = Workbook(office, office.new_calc(MacroExecutionMode=ALWAYS))
        doc = workbook.doc
        if not doc.BasicLibraries.hasByName("Standard"):
            doc.BasicLibraries.createLibrary("Standard")
        doc.BasicLibraries.getByName("Standard").insertByName("Example", macro())
        assert run(doc, "SetUp") == "written"
        row, why = run(doc, "TryLog", "Call every customer", "Petra Jansen", "+14").split("|")
        assert why == "", why
        line = workbook.row("actions", row)
        assert (line["owner"], line["deadline"], line["changed_by"]) == \
            ("Petra Jansen", serial(14), "Petra Jansen"), line
        assert workbook.doc.UndoManager.getAllUndoActionTitles()[0] == "Add to Actions"
        row, why = run(doc, "TryLog", "Call", "Jan & Piet", "31-2").split("|")
        assert row == "" and "this day does not exist" in why, why
        row, why = run(doc, "TryLog", "Call", "Jan & Piet", "+2").split("|")
        assert row == "" and "one person" in why, why
        assert len(workbook.rows("actions")) == 1
        assert run(doc, "CountDue") == 1


main(globals())
