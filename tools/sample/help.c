// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbook.h"

#include <stddef.h>

static const struct {
  const char *row, *style, *text;
} lines[] = {
    {"title", "title", "Uitleg bij dit voorbeeld"},
    {"tall", "text",
     "Zilverduin Installaties bestaat niet, en de klanten, collega's en antwoorden in dit bestand "
     "ook niet. Het bestand laat zien hoe Kernpunt rekent met een klantonderzoek dat twee keer is "
     "gehouden."},
    {"section", "section", "De bladen"},
    {"plain", "text",
     "Resultaten: alle uitkomsten, met formules die je kunt nalopen en overnemen."},
    {"plain", "text",
     "Antwoorden: één rij per antwoord. Er zit met opzet rommel in: lege cellen, \"weet niet\", "
     "99, "
     "een 8 als tekst."},
    {"plain", "text",
     "Klanten: zoekt bij elke klant beide scores op, voor de vergelijking van dezelfde klanten. "
     "Anonieme antwoorden doen daar niet mee."},
    {"section", "section", "De begrippen"},
    {"tall", "text",
     "NPS: het percentage klanten met een 9 of 10 (promotors) min het percentage met een 0 tot en "
     "met 6 (criticasters). Een 7 of 8 telt als passief. De uitkomst ligt tussen -100 en +100 en "
     "is "
     "een getal, geen percentage."},
    {"plain", "text", "n: het aantal geldige scores waarop de uitkomst rust."},
    {"tall", "text",
     "Marge, ondergrens en bovengrens: wie een deel van de klanten hoort, weet de score niet "
     "precies. Met 95 % zekerheid ligt de score van alle klanten tussen de grenzen. Omdat de "
     "grenzen "
     "bij weinig antwoorden niet even ver van de score liggen, is de NPS plus of min de marge niet "
     "precies hetzelfde."},
    {"tall", "text",
     "p-waarde en oordeel: hoe groot is de kans op zo'n verschil als er in werkelijkheid niets "
     "veranderd is? Onder 0,05 zegt het oordeel stijging of daling, anders geen aantoonbaar "
     "verschil. Dat is niet hetzelfde als geen verschil."},
    {"tall", "text",
     "Belang, prioriteit en kwadrant: welke onderwerpen samengaan met een hoge of lage score, en "
     "waar "
     "nog ruimte zit. Verbeteren is belangrijk en nu laag, Uitbouwen belangrijk en hoog, Bewaken "
     "minder belangrijk en laag, Onderhouden minder belangrijk en hoog."},
    {"section", "section", "Met je eigen cijfers"},
    {"tall", "text",
     "Plak je antwoorden over die op het blad Antwoorden en pas de namen aan (Blad > Benoemde "
     "bereiken en expressies > Beheren): Score_0 en Score_1 zijn de scores van de twee metingen, "
     "Score, Meting en Eenheid alle rijen samen, Cijfers_0 en Cijfers_1 de rapportcijfers."},
    {"tall", "text",
     "In een nieuw bestand begin je met =NPS.SCORE(G2:G169). De functies staan in de "
     "Functieassistent "
     "bij Statistisch, met uitleg per argument. Formules tussen accolades voer je in met "
     "Ctrl+Shift+Enter."},
    {"tall", "text",
     "Wie Kernpunt niet heeft, ziet in dit bestand #NAAM? in plaats van getallen. Er gaat niets "
     "verloren: met Kernpunt komen de uitkomsten terug. Kopieer uitkomsten als waarden voordat je "
     "ze rondstuurt."},
    {"section", "section", "Merken"},
    {"tall", "text",
     "Net Promoter, NPS en Net Promoter Score zijn geregistreerde merken van Bain & Company, Inc., "
     "NICE Systems, Inc. (eerder Satmetrix Systems, Inc.) en Fred Reichheld. Kernpunt hoort daar "
     "niet "
     "bij."},
};

void kp_sample_help_write(struct kp_ods *ods) {
  static const char *const columns[] = {"page", NULL};
  kp_ods_sheet(ods, KP_SAMPLE_HELP, columns);
  for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
    kp_ods_row(ods, lines[i].row);
    kp_ods_text(ods, lines[i].style, lines[i].text);
    kp_ods_end(ods);
  }
  kp_ods_end(ods);
}
