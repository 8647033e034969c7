<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The function reference from the help data: registry/CalcAddIns.xcu and extension/help/examples.xml.
     Parameters: lang (en-US or nl), examples (path of examples.xml). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:oor="http://openoffice.org/2001/registry" exclude-result-prefixes="oor">
  <xsl:output method="html" encoding="UTF-8" indent="yes" doctype-system="about:legacy-compat"/>
  <xsl:param name="lang" select="'en-US'"/>
  <xsl:param name="examples"/>
  <xsl:variable name="nl" select="$lang = 'nl'"/>
  <xsl:variable name="sheet" select="document($examples)/examples"/>

  <xsl:template match="/">
    <html lang="{substring($lang, 1, 2)}">
      <head>
        <meta charset="UTF-8"/>
        <title><xsl:call-template name="title"/></title>
        <style>
          body { font-family: sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em; line-height: 1.45; }
          code { background: #8882; padding: 0 .2em; }
          table { border-collapse: collapse; margin: .5em 0; }
          td, th { border: 1px solid #8888; padding: .2em .6em; text-align: left; vertical-align: top; }
          h2 { margin-top: 2em; }
        </style>
      </head>
      <body>
        <h1><xsl:call-template name="title"/></h1>
        <p><xsl:choose><xsl:when test="$nl"><a href="help_nl.html">Hulp bij Kernpunt</a> ·
            <a href="calc_nl.html">Wat Calc ermee doet</a></xsl:when>
          <xsl:otherwise><a href="help_en.html">Help for Kernpunt</a> ·
            <a href="calc_en.html">What Calc does with it</a></xsl:otherwise></xsl:choose></p>
        <xsl:call-template name="introduction"/>
        <p>
          <xsl:for-each select="//node[@oor:name='AddInFunctions']/node">
            <xsl:variable name="name" select="prop[@oor:name='DisplayName']/value[@xml:lang=$lang]"/>
            <a href="#{$name}"><xsl:value-of select="$name"/></a>
            <xsl:if test="position() != last()"> · </xsl:if>
          </xsl:for-each>
        </p>
        <xsl:apply-templates select="//node[@oor:name='AddInFunctions']/node"/>
        <h2><xsl:choose><xsl:when test="$nl">De gegevens van de voorbeelden</xsl:when>
          <xsl:otherwise>The data of the examples</xsl:otherwise></xsl:choose></h2>
        <p><xsl:choose><xsl:when test="$nl">De voorbeelden rekenen met dit blad, vanaf cel A1.</xsl:when>
          <xsl:otherwise>The examples compute on this sheet, from cell A1 on.</xsl:otherwise></xsl:choose></p>
        <table>
          <xsl:for-each select="$sheet/data/row">
            <tr><xsl:for-each select="c"><td><xsl:value-of select="."/></td></xsl:for-each></tr>
          </xsl:for-each>
        </table>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="title">
    <xsl:choose>
      <xsl:when test="$nl">De functies van Kernpunt</xsl:when>
      <xsl:otherwise>The functions of Kernpunt</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="introduction">
    <xsl:choose>
      <xsl:when test="$nl">
        <p>De namen zijn in elke taal gelijk. Scores, marges en verschillen van de NPS zijn in punten (−100 tot en met
          100); aandelen zijn breuken (0,19 is 19 %). De betrouwbaarheid is 0,95, tenzij anders aangegeven. Met * gemerkte
          argumenten mogen worden weggelaten; alleen weggelaten betekent de standaard, een 0 telt als 0.</p>
        <p>Lege cellen, tekst (ook "8"), waarden buiten de schaal (ook 99) en, waar gehele scores horen, decimalen tellen
          niet mee; NPS.CHECK telt ze. WAAR telt in een bereik als het getal 1; NPS.CHECK laat dat zien. Zonder geldige
          score is het resultaat #DEEL/0!, bij een onmogelijke optie #GETAL!, bij een onbekend woord of ongelijke bereiken
          #WAARDE!. Een fout in een bereik geeft Err:504.</p>
        <p>In een matrix als ALS(voorwaarde;scores;"") hoort het derde deel erbij: wat afvalt moet tekst zijn. Een
          ONWAAR telt in een matrix als het getal 0, en dat is een criticaster. NPS.IFS kent dat probleem niet; een
          criterium met een getal, ook "&lt;&gt;5", geldt daar alleen voor getallen. Woorden in een
          matrix (NPS.TABLE, NPS.SEGMENT van een bereik) zijn in Calc nergens gelijk aan: VERGELIJKEN, AANTAL.ALS, filters
          en voorwaardelijke opmaak vinden ze niet. Verwijs naar de getallen van een tabel; neem voor wat opgezocht wordt
          een functie die één waarde geeft (NPS.IFS, NPS.UNIT, CX.UNIT); of zet in een eigen cel &amp;"" achter het woord.
          Meer daarover: <a href="calc_nl.html">Wat Calc ermee doet</a>. Gebruik liever een bereik met einde
          (B2:B400) dan een hele kolom (B:B): juist, maar trager. NPS plus of min NPS.MARGIN is niet NPS.LOWER en
          NPS.UPPER, want het interval ligt niet rond de score. Bij drivers blijven 99 en andere waarden buiten de schaal
          alleen buiten beeld als minimum en maximum zijn gegeven.</p>
      </xsl:when>
      <xsl:otherwise>
        <p>The names are the same in every language. Scores, margins and differences of the NPS are in points (−100 to
          100); shares are fractions (0.19 is 19 %). Confidence is 0.95 unless told otherwise. Arguments marked * may be
          left out; only left out means the default, a 0 counts as 0.</p>
        <p>Blank cells, text (also "8"), values outside the scale (also 99) and, where whole scores belong, decimals are left
          out; NPS.CHECK counts them. TRUE in a range counts as the number 1; NPS.CHECK shows it. Without a valid score the
          result is #DIV/0!, for an impossible option #NUM!, for an unknown word or ranges of unequal shape #VALUE!. An
          error in a range gives Err:504.</p>
        <p>In an array such as IF(condition;scores;"") write the third part: what drops out must be text. A FALSE in an
          array counts as the number 0, and that is a detractor. NPS.IFS has no such trap; a criterion with a number, also
          "&lt;&gt;5", matches numbers only there. Words in an array (NPS.TABLE,
          NPS.SEGMENT of a range) equal nothing in Calc: MATCH, COUNTIF, filters and conditional formats do not find them.
          Refer to the numbers of a table; for what is looked up take a function that gives one value (NPS.IFS, NPS.UNIT,
          CX.UNIT); or append &amp;"" to the word in a cell of its own. More of this:
          <a href="calc_en.html">What Calc does with it</a>. Prefer a range with an end (B2:B400) to a whole column
          (B:B): right, but slower. NPS plus or minus NPS.MARGIN is not NPS.LOWER and NPS.UPPER, because the interval is
          not centred on the score. For drivers, 99 and other values outside the scale are left out only when minimum and
          maximum are given.</p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="node[@oor:name='AddInFunctions']/node">
    <xsl:variable name="name" select="prop[@oor:name='DisplayName']/value[@xml:lang=$lang]"/>
    <xsl:variable name="example" select="$sheet/example[@function=$name]"/>
    <h2 id="{$name}"><xsl:value-of select="$name"/></h2>
    <p><xsl:value-of select="prop[@oor:name='Description']/value[@xml:lang=$lang]"/></p>
    <p><code>=<xsl:value-of select="$name"/>(<xsl:for-each select="node[@oor:name='Parameters']/node">
      <xsl:call-template name="argument"/><xsl:if test="position() != last()">; </xsl:if></xsl:for-each>)</code></p>
    <table>
      <xsl:for-each select="node[@oor:name='Parameters']/node">
        <tr>
          <th><xsl:call-template name="argument"/></th>
          <td><xsl:value-of select="prop[@oor:name='Description']/value[@xml:lang=$lang]"/></td>
        </tr>
      </xsl:for-each>
    </table>
    <p><xsl:choose><xsl:when test="$nl">Voorbeeld: </xsl:when><xsl:otherwise>Example: </xsl:otherwise></xsl:choose>
      <xsl:choose>
        <xsl:when test="$nl">
          <code><xsl:value-of select="$example/@nl | $example[not(@nl)]"/></code> →
          <xsl:value-of select="$example/@nl-result | $example[not(@nl-result)]/@result"/>
        </xsl:when>
        <xsl:otherwise>
          <code><xsl:value-of select="$example"/></code> → <xsl:value-of select="$example/@result"/>
        </xsl:otherwise>
      </xsl:choose></p>
  </xsl:template>

  <xsl:template name="argument">
    <xsl:variable name="text" select="prop[@oor:name='Description']/value[@xml:lang='en-US']"/>
    <xsl:value-of select="normalize-space(prop[@oor:name='DisplayName']/value[@xml:lang=$lang])"/>
    <xsl:if test="starts-with($text, 'Optional')">*</xsl:if>
  </xsl:template>
</xsl:stylesheet>
