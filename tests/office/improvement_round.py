#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the example workbook of one round of improvement, in Dutch, through the extension itself.

    improvement_round.py <folder of bundled extensions> <file.ods or .ots>

Every row goes through the automation service, so through the same rules and the same code as the
panel. write() is also what the tests fill a workbook with.
"""

import datetime
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from kp_workbook import Workbook, day  # noqa: E402

PEOPLE = (("Anna de Wit", "Klantenservice"), ("Bram Visser", "Klantenservice"),
          ("Jansen, Petra", "Planning"), ("Omar Haddad", "Planning"))


def write(workbook):
    """Goal to secured focus point; returns the IDs by what they are."""
    add, change, made = workbook.append, workbook.change, {}
    for name, unit in PEOPLE:
        add("lists", person=name, person_unit=unit, person_level="operational", unit=unit)
    made["goal"] = add(
        "goals", goal="Klanten blijven, omdat wij ons woord houden", level="strategic",
        reason="Een op de vijf klanten vertrok vorig jaar en wij wisten niet waarom",
        horizon=day(500), measure="NPS", now="12", target="25", shared="yes", shared_on=day(-20))
    made["wave"] = add(
        "waves", number="0", name="Nulmeting", kind="quantitative", start=day(-60), end=day(-40),
        known_on=day(-30), invited="800", population="2600",
        circumstances="Vlak na de prijswijziging van het najaar")
    made["prepare"] = add(
        "sessions", date=day(-35), kind="preparation", wave=made["wave"], place="Zaal 2",
        purpose="Afspreken hoe wij de uitkomsten bespreken en met wie",
        participants="Anna, Bram, Petra", facilitator="Anna de Wit",
        wanted="Een datum, een gastvrouw en een vraag voor het team", achieved="yes")
    made["results"] = add(
        "sessions", date=day(-28), kind="results", wave=made["wave"], place="Kantine",
        purpose="Samen begrijpen wat klanten zeggen", participants="Het hele team",
        facilitator="Anna de Wit", wanted="Twee onderwerpen om uit te kiezen", achieved="yes",
        strengths="Vriendelijk aan de telefoon\nGoed bereikbaar",
        improvements="Afspraken schuiven\nGeen bericht bij vertraging")
    made["focus"] = add(
        "focus", focus="Klanten weten vooraf dat een afspraak schuift", unit="Planning",
        level="operational", goal=made["goal"], wave=made["wave"], status="active",
        why="Grootste invloed op de score en genoemd in een op de drie toelichtingen",
        quote="Ik hoorde het pas toen ik al vrij had genomen.", lead="Jansen, Petra",
        chosen_by="Het team, in de resultaatbespreking")
    change("focus", made["focus"],
           current="Van elke tien verschoven afspraken horen drie klanten het vooraf",
           desired="Elke klant hoort het minstens een dag vooraf",
           measure="Vooraf gebeld, %", value_now="30", value_wanted="95", wanted_by=day(120))
    whys = (
        ("Waarom horen klanten het niet vooraf?", "De planner past het rooster 's avonds aan",
         "Wijzigingen van vier weken nagekeken"),
        ("Waarom 's avonds?", "Monteurs melden uitloop pas aan het eind van de dag",
         "Drie dagen meegereden"),
        ("Waarom pas dan?", "Er is geen moment afgesproken om uitloop te melden",
         "Gevraagd aan alle acht monteurs"))
    for number, (question, answer, evidence) in enumerate(whys, 1):
        made["cause"] = add(
            "causes", focus=made["focus"], branch="1", why_number=str(number), question=question,
            answer=answer, evidence=evidence, angle="process",
            core="yes" if number == len(whys) else "no", confirmed_by="Het team")
    change("focus", made["focus"], confirmed_on=day(-14), confirmed_by="Het team Planning")
    made["solution"] = add(
        "solutions", focus=made["focus"], cause=made["cause"],
        solution="Om 14 uur belt elke monteur de planning over uitloop", decision="chosen",
        achieve="De klant hoort het dezelfde middag",
        bridge="Wie het om 14 uur weet, kan voor 17 uur bellen", applicable="5", support="4",
        effort="2", benefit="5")
    made["parked"] = add(
        "solutions", focus=made["focus"], solution="Een app waarin de klant de monteur ziet rijden",
        decision="parked")
    link = {"focus": made["focus"], "solution": made["solution"]}
    made["done"] = add("actions", action="Het belmoment van 14 uur in elk dagrooster zetten",
                       owner="Omar Haddad", deadline=day(5), **link)
    change("actions", made["done"], status="done", done_on=day(-2),
           progress="Staat in alle roosters vanaf deze week")
    made["open"] = add("actions", action="Tekst maken voor het telefoontje naar de klant",
                       owner="Jansen, Petra", deadline=day(10), helpers="Anna", **link)
    made["hold"] = add("actions", action="Vooraf gebelde afspraken tellen, elke vrijdag",
                       owner="Bram Visser", deadline=day(20), **link)
    change("actions", made["hold"], status="hold", reason="Het overzicht van de planning")
    made["agenda"] = add("agenda", focus=made["focus"], meeting="Weekstart Planning",
                         level="operational", rhythm="week", next=day(7), until=day(180))
    return made


def main():
    from kp_office import Office, ODS, file_url, props
    bundled, path = sys.argv[1], os.path.abspath(sys.argv[2])
    with Office(extension=bundled, ui_language="nl", locale="nl-NL",
                user_name=("Anna", "de Wit")) as office:
        workbook = Workbook(office, office.new_calc(), "nl")
        workbook.set_up("nl", Practices=["structural"])
        write(workbook)
        sheets = workbook.doc.Sheets
        sheets.removeByName(sheets.ElementNames[0])
        overdue = workbook.sheet("actions")  # one that is late, to see what that looks like
        late = (datetime.date.today() - datetime.timedelta(4) - datetime.date(1899, 12, 30)).days
        rows = [row for row in range(1, 8) if overdue.getCellByPosition(2, row).String
                == "Jansen, Petra"]
        overdue.getCellByPosition(3, rows[0]).Value = late
        kind = "calc8_template" if path.endswith(".ots") else ODS
        workbook.doc.storeToURL(file_url(path), props(FilterName=kind))
        office.close_doc(workbook.doc)


if __name__ == "__main__":
    main()
