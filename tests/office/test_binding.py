# SPDX-License-Identifier: GPL-3.0-or-later
"""The C binding (src/uno) against a real office: objects in C called from Python, and objects of
the office and of Python called from C. The component is tests/office/binding."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

BUILD = os.environ.get("KP_BUILD") or os.path.join(
    os.path.dirname(os.path.abspath(__file__)), "..", "..", "build")
EXTENSION = os.path.join(os.path.abspath(BUILD), "test-binding", "bundled")
PROGRAM = os.environ.get("KP_OFFICE_PROGRAM", "/usr/lib/libreoffice/program")

# The Python process reads types from files of its own. Set before `uno` is imported.
os.environ["URE_MORE_TYPES"] = " ".join("file://" + path for path in (
    os.path.join(PROGRAM, "types", "offapi.rdb"),
    os.path.join(EXTENSION, "org.kernpunt.test", "binding.rdb")))

import uno  # noqa: E402
import unohelper  # noqa: E402
from com.sun.star.awt import Point  # noqa: E402
from com.sun.star.beans import PropertyValue  # noqa: E402
from com.sun.star.lang import XEventListener  # noqa: E402
from com.sun.star.uno import Exception as UnoException, RuntimeException  # noqa: E402
from org.kernpunt.test import Pair, Refused, Wide, XKinds  # noqa: E402

from kp_office import Office, main  # noqa: E402
from kp_wait import wait_for  # noqa: E402

TEXT = "na\u00efve \u20ac \U0001F600 tail"
BIG = "x" * 200000

# method of XKinds -> (UNO type, values)
VALUES = {
    "echoBoolean": ("boolean", [True, False]),
    "echoByte": ("byte", [-128, 0, 127]),
    "echoShort": ("short", [-32768, 32767]),
    "echoUnsignedShort": ("unsigned short", [0, 65535]),
    "echoLong": ("long", [-2**31, 2**31 - 1]),
    "echoUnsignedLong": ("unsigned long", [0, 2**32 - 1]),
    "echoHyper": ("hyper", [-2**63, 2**63 - 1]),
    "echoUnsignedHyper": ("unsigned hyper", [0, 2**63 - 1]),
    "echoFloat": ("float", [0.25, -1.5]),
    "echoDouble": ("double", [1 / 3, -1e300, float("inf")]),
    "echoChar": ("char", [uno.Char("\u20ac")]),
    "echoString": ("string", ["", "plain", TEXT, "nul\0inside", BIG]),
    "echoType": ("type", [uno.getTypeByName("org.kernpunt.test.Pair")]),
    "echoColor": ("org.kernpunt.test.Color", [uno.Enum("org.kernpunt.test.Color", "BLUE")]),
    "echoPoint": ("com.sun.star.awt.Point", [Point(-1, 2)]),
    "echoPair": ("org.kernpunt.test.Pair", [Pair(), Pair(TEXT, -0.5, 7, True)]),
    "echoBytes": ("[]byte", [uno.ByteSequence(b""), uno.ByteSequence(b"\0\xff\x80")]),
    "echoStrings": ("[]string", [(), ("", TEXT), ("y",) * 5000]),
    "echoAnys": ("[]any", [(), (None, 1, 0.5, TEXT, True, Pair("p", 1.0, None, False))]),
    "echoTable": ("[][]any", [((1.0, "a"), (None, TEXT)), ((),)]),
    "echoProperties": ("[]com.sun.star.beans.PropertyValue", [
        (PropertyValue("Hidden", -1, True, 0), PropertyValue(TEXT, 3, (1, 2), 0))]),
}

WIDE = ("org.kernpunt.test.Wide", Wide(
    "wide", 2.5, "extra", True, 2**62, (Pair("in", 1.0, (1.0, "x"), True), Pair()), None))


class Echo(unohelper.Base, XKinds):
    """The same interface in Python, for the component to call."""

    def __init__(self):
        self.Number = 0
        self.Label = "python"

    def fill(self, text, number, value, names):
        return len(names), "from python", number + 1, 5, tuple(names) + ("more",)

    def fail(self, kind, message):
        if kind == "python":
            raise ValueError(message)
        if kind == "refused":
            raise Refused(message, self, 42)
        raise RuntimeException(message, self)


for _name in list(VALUES) + ["echoWide", "echoAny", "echoObject"]:
    setattr(Echo, _name, lambda self, value: value)


class Goodbye(unohelper.Base, XEventListener):
    """Remembers who said goodbye."""

    def __init__(self):
        self.sources = []

    def disposing(self, event):
        self.sources.append(event.Source)


class Bench:
    """An office with the component, its two objects and a spreadsheet."""

    def __init__(self, **options):
        self.office = Office(extension=EXTENSION, **options)

    def __enter__(self):
        self.office.__enter__()
        self.driver = self.office.service("org.kernpunt.test.Driver")
        self.kinds = self.office.service("org.kernpunt.test.Kinds")
        assert self.driver is not None and self.kinds is not None
        return self

    def __exit__(self, *problem):
        self.driver = self.kinds = None
        self.office.__exit__(*problem)


def same_value(got, sent):
    """Equal in value and kind; a struct by its members."""
    assert got == sent and type(got) is type(sent), "%r became %r" % (sent, got)


def caught(call, *arguments):
    """The exception that the call raises."""
    try:
        call(*arguments)
    except UnoException as problem:
        return problem
    raise AssertionError("nothing was raised")


def test_query_and_identity():
    with Bench() as bench:
        kinds, driver = bench.kinds, bench.driver
        names = {t.typeName for t in kinds.getTypes()}
        assert "org.kernpunt.test.XDerived" in names, names
        assert kinds.ImplementationName == "org.kernpunt.test.comp.Kinds"
        assert kinds.supportsService("org.kernpunt.test.Kinds")
        assert not kinds.supportsService("org.kernpunt.test.Driver")
        assert kinds.SupportedServiceNames == ("org.kernpunt.test.Kinds",)
        missing = uno.getTypeByName("com.sun.star.awt.XWindow")
        assert kinds.queryInterface(missing) is None
        inherited = kinds.queryInterface(uno.getTypeByName("org.kernpunt.test.XKinds"))
        assert inherited == kinds
        assert driver.same(kinds, inherited) and driver.same(kinds, kinds)
        assert not driver.same(kinds, driver) and not driver.same(kinds, None)
        doc = bench.office.new_calc(Hidden=True)
        assert driver.same(doc, doc.CurrentController.Model)
        assert not driver.same(doc, doc.CurrentController)
        echo = Echo()
        assert driver.same(echo, kinds.echoObject(echo))
        assert not driver.same(echo, kinds.echoObject(Echo()))


def test_every_kind_to_c_and_back():
    with Bench() as bench:
        for method, (_kind, values) in VALUES.items():
            for value in values:
                same_value(getattr(bench.kinds, method)(value), value)
        same_value(bench.kinds.echoWide(WIDE[1]), WIDE[1])
        for value in (None, True, 5, 2**40, 0.5, TEXT, BIG, Point(1, 2), WIDE[1], ("a", "b"),
                      uno.Enum("org.kernpunt.test.Color", "GREEN")):
            same_value(bench.kinds.echoAny(value), value)
        assert bench.kinds.echoObject(None) is None
        assert bench.kinds.echoObject(bench.driver) == bench.driver
        assert bench.kinds.twice(21) == 42


def test_every_kind_through_c_to_python_and_to_c():
    with Bench() as bench:
        for other in (Echo(), bench.kinds):
            for method, (kind, values) in VALUES.items():
                for value in values:
                    if "\0" in str(value):
                        continue  # C texts end at a NUL; documented
                    got = uno.invoke(bench.driver, "passThrough",
                                     (other, method, uno.Any(kind, value)))
                    same_value(got, value)
            got = uno.invoke(bench.driver, "passThrough", (other, "echoWide", uno.Any(*WIDE)))
            same_value(got, WIDE[1])
            same_value(bench.driver.passThrough(other, "echoAny", Point(3, 4)), Point(3, 4))
            got = uno.invoke(bench.driver, "passThrough", (
                other, "echoObject", uno.Any("com.sun.star.uno.XInterface", bench.driver)))
            assert got == bench.driver


def test_attributes_and_out_parameters():
    with Bench() as bench:
        bench.kinds.Number = -7
        assert bench.kinds.Number == -7
        assert bench.kinds.Label == "na\u00efve \U0001F600"
        assert bench.kinds.fill("", 41, None, ("a", "b")) == (2, "filled", 42, 41, ("", "", ""))
        assert bench.driver.fillFrom(bench.kinds) == "filled|42|41|3|2"
        assert bench.driver.fillFrom(Echo()) == "from python|42|5|3|2"


def test_python_catches_what_c_raises():
    with Bench() as bench:
        problem = caught(bench.kinds.fail, "org.kernpunt.test.Refused", TEXT)
        assert isinstance(problem, Refused) and problem.Message == TEXT and problem.Code == 0
        assert problem.Context == bench.kinds
        problem = caught(bench.kinds.fail, "com.sun.star.lang.DisposedException", "gone")
        assert problem.typeName == "com.sun.star.lang.DisposedException"
        assert problem.Message == "gone"
        problem = caught(bench.kinds.fail, "com.sun.star.io.IOException", "disk")
        assert isinstance(problem, RuntimeException)
        assert problem.Message == "com.sun.star.io.IOException: disk"
        long = "\u20ac" * 400  # 1200 bytes: cut, but never inside a character
        problem = caught(bench.kinds.fail, "org.kernpunt.test.Refused", long)
        assert problem.Message == "\u20ac" * 133, problem.Message
        doc = bench.office.new_calc(Hidden=True)
        problem = caught(bench.driver.passOn, doc)
        assert isinstance(problem, RuntimeException)
        assert problem.Message.startswith("com.sun.star.container.NoSuchElementException: ")
        assert bench.kinds.echoLong(1) == 1  # and all is well afterwards


def test_c_catches_what_office_and_python_raise():
    with Bench() as bench:
        driver = bench.driver
        doc = bench.office.new_calc(Hidden=True)
        assert driver.provoke(doc, "sheet").startswith(
            "com.sun.star.container.NoSuchElementException|")
        told = driver.provoke(doc.Sheets.getByIndex(0), "property")
        assert told.startswith("com.sun.star.beans.UnknownPropertyException|NoSuchProperty"), told
        echo = Echo()
        told = driver.catchFrom(echo, "refused", TEXT)
        assert told == "org.kernpunt.test.Refused|" + TEXT, told
        told = driver.catchFrom(echo, "runtime", "down")
        assert told == "com.sun.star.uno.RuntimeException|down", told
        told = driver.catchFrom(echo, "python", "value is wrong")
        assert "value is wrong" in told, told
        told = driver.catchFrom(bench.kinds, "org.kernpunt.test.Refused", "C to C")
        assert told == "org.kernpunt.test.Refused|C to C", told
        told = driver.catchFrom(None, "x", "y")
        assert told == ("com.sun.star.uno.RuntimeException|"
                        "no object for org.kernpunt.test.XKinds::fail"), told
        told = driver.provoke(doc, "interface")
        assert "XCellRange::getCellByPosition" in told, told


def test_wrong_table_says_so():
    with Bench() as bench:
        problem = caught(bench.office.service, "org.kernpunt.test.WrongTable")
        assert "no interface has org.kernpunt.test.XDriver::lisen" in problem.Message, problem


def test_references_to_zero():
    with Bench() as bench:
        before = bench.driver.LiveObjects
        made = [bench.office.service("org.kernpunt.test.Kinds") for _ in range(50)]
        echoed = [one.echoObject(one) for one in made]
        assert bench.driver.LiveObjects >= before + 50
        inside = bench.kinds.echoAny((made[0], made[1]))
        del made, echoed, inside
        wait_for(lambda: bench.driver.LiveObjects == before, "the objects to be released")


def test_listeners_of_an_object_in_c():
    with Bench() as bench:
        one = bench.office.service("org.kernpunt.test.Kinds")
        stays, leaves = Goodbye(), Goodbye()
        one.addEventListener(stays)
        one.addEventListener(leaves)
        one.removeEventListener(leaves)
        one.dispose()
        one.dispose()
        assert len(stays.sources) == 1 and stays.sources[0] == one
        assert leaves.sources == []
        late = Goodbye()
        one.addEventListener(late)
        assert len(late.sources) == 1


def test_listener_in_c():
    with Bench() as bench:
        driver, office = bench.driver, bench.office
        before = driver.LiveObjects
        doc = office.new_calc(Hidden=True)
        cell = doc.Sheets.getByIndex(0).getCellByPosition(0, 0)
        driver.listen(doc)
        assert driver.Events == 0
        cell.Value = 1
        told = wait_for(lambda: driver.Events, "the listener to be told")
        driver.stop(doc)  # by identity: another pointer than the office has
        cell.Value = 2
        cell.Value = 3
        assert driver.Events == told
        driver.listen(doc)
        assert not driver.SourceGone
        office.close_doc(doc)
        wait_for(lambda: driver.SourceGone, "the listener to hear of the end")
        assert driver.LiveObjects == before + 1  # the driver's own reference only
        del doc, cell


def test_work_on_a_document():
    with Bench() as bench:
        doc = bench.office.new_calc(Hidden=True)
        assert bench.driver.work(doc) == 15.5
        sheet = doc.Sheets.getByIndex(0)
        assert sheet.getCellRangeByName("B2").String == "head"
        assert sheet.getCellRangeByName("C4").Value == 5
        cell = sheet.getCellByPosition(0, 0)
        assert cell.CellBackColor == 0x123456 and cell.CharLocale.Language == "nl"
        problem = caught(bench.driver.work, None)
        assert "no object for" in problem.Message


def test_many_calls_without_growth():
    with Bench() as bench:
        doc = bench.office.new_calc(Hidden=True)
        before = bench.driver.LiveObjects
        assert bench.driver.repeat(doc, 10000) == 10000  # three calls out each
        pair = Pair(TEXT, 1.0, (1, 2), True)
        for i in range(2500):  # four calls in each
            assert bench.kinds.echoLong(i) == i
            bench.kinds.echoPair(pair)
            bench.kinds.echoObject(bench.driver)
            caught(bench.kinds.fail, "org.kernpunt.test.Refused", "again")
        wait_for(lambda: bench.driver.LiveObjects == before, "the live count to be as before")


def test_layouts_and_constants():
    with Bench() as bench:
        assert bench.driver.LayoutCount >= 40
        assert bench.driver.layoutDifferences() == ()
        constants = bench.driver.knownConstants()
        assert len(constants) >= 20
        for constant in constants:
            module, name = constant.Name.rsplit(".", 1)
            if module.endswith("PropertyState"):
                expected = ("DIRECT_VALUE", "DEFAULT_VALUE", "AMBIGUOUS_VALUE").index(name)
                uno.Enum(module, name)  # exists
            else:
                expected = uno.getConstantByName(constant.Name)
            assert constant.Value == expected, constant.Name


if __name__ == "__main__":
    main(globals())
