# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheets in a real window: what the drop-downs and the arrows in the header do when keys open
them, right after set-up."""

import uno  # noqa: F401 (makes com.sun.star importable)

from kp_display import Display
from kp_office import BUNDLED, Office, main, wait_for
from kp_workbook import Workbook, is_end, texts


def open_sheet(office, display):
    workbook = Workbook(office, office.new_calc())
    workbook.set_up("en")
    for name in ("Ann", "Bob", "Zoë"):
        workbook.append("lists", person=name)
    for action, owner in (("Call the customer", "Ann"), ("Write the letter", "Bob")):
        workbook.append("actions", action=action, owner=owner, deadline="+3")
    doc = workbook.doc
    doc.CurrentController.setActiveSheet(workbook.sheet("actions"))
    window = wait_for(lambda: display.windows("LibreOffice Calc"), "the window")[0]
    display.xdotool("windowactivate", "--sync", window)
    return workbook


def go(workbook, column, row):
    controller = workbook.doc.CurrentController
    controller.select(workbook.sheet("actions").getCellByPosition(column, row))
    controller.Frame.ContainerWindow.toFront()
    controller.Frame.ComponentWindow.setFocus()


def test_owner_drop_down_and_arrows():
    """Points 11 and 12."""
    with Display() as display, Office(extension=BUNDLED, backend="gtk3", display=display) as office:
        workbook = open_sheet(office, display)
        sheet = workbook.sheet("actions")
        cell = sheet.getCellByPosition(2, 1)

        def choose_other():
            go(workbook, 2, 1)
            display.key("alt+Down")
            display.key("Down", "Down", "Return")
            return cell.String in ("Bob", "Zoë")

        wait_for(choose_other, "a name out of the list", 30)
        assert "#" not in cell.String and cell.String in ("Bob", "Zoë"), cell.String
        cell.String = "Ann"

        # The arrow of the header: a word typed into its search field, and Enter.
        def filter_ann():
            go(workbook, 2, 0)
            display.key("alt+Down")
            display.type("Ann")
            display.key("Return")
            return not sheet.Rows.getByIndex(2).IsVisible

        wait_for(filter_ann, "the filter", 30)
        rows = texts(sheet)
        assert sheet.Rows.getByIndex(0).IsVisible and sheet.Rows.getByIndex(1).IsVisible
        end = [number for number, row in enumerate(rows) if is_end(row)]
        assert len(end) == 1 and sheet.Rows.getByIndex(end[0]).IsVisible, rows
        where = workbook.doc.DatabaseRanges.getByName("kernpunt_rows_actions").DataArea
        assert (where.StartRow, where.EndRow) == (0, 3), (where.StartRow, where.EndRow)
        office.close_doc(workbook.doc)


main(globals())
