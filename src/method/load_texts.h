/* SPDX-License-Identifier: GPL-3.0-or-later */
/** What the loader says about a file it cannot use: X(id, English, Dutch). */
#ifndef KERNPUNT_METHOD_LOAD_TEXTS_H
#define KERNPUNT_METHOD_LOAD_TEXTS_H

#define KP_LOAD_TEXTS(X)                                                                           \
  X(MEMORY, "there is not enough memory.", "er is te weinig geheugen.")                            \
  X(NO_FILES, "the folder “{1}” holds no method files.",                                           \
    "de map “{1}” bevat geen methodebestanden.")                                                   \
  X(MANY_FILES, "the folder holds more than {1} files.", "de map bevat meer dan {1} bestanden.")   \
  X(UNREADABLE, "the file cannot be read.", "het bestand kan niet worden gelezen.")                \
  X(LARGE, "the file is larger than {1} bytes.", "het bestand is groter dan {1} bytes.")           \
  X(UTF8, "the file is not UTF-8 text.", "het bestand is geen tekst in UTF-8.")                    \
  X(SYNTAX, "this is not well-formed XML ({1}).", "dit is geen welgevormde XML ({1}).")            \
  X(DOCTYPE, "a document type is not allowed.", "een documenttype is niet toegestaan.")            \
  X(DEEP, "the elements are nested too deep.", "de elementen zijn te diep genest.")                \
  X(MANY, "there are too many of “{1}”.", "er zijn te veel van “{1}”.")                            \
  X(ROOT, "the file does not begin with the element “method”.",                                    \
    "het bestand begint niet met het element “method”.")                                           \
  X(VERSION, "version {1} of the format is not known.", "versie {1} van het formaat is onbekend.") \
  X(ELEMENT, "the element “{1}” is not known in “{2}”.",                                           \
    "het element “{1}” is niet bekend in “{2}”.")                                                  \
  X(ATTRIBUTE, "the attribute “{1}” is not known in “{2}”.",                                       \
    "het attribuut “{1}” is niet bekend in “{2}”.")                                                \
  X(LACKS, "“{2}” lacks the attribute “{1}”.", "“{2}” mist het attribuut “{1}”.")                  \
  X(LACKS_CHILD, "“{2}” lacks the element “{1}”.", "“{2}” mist het element “{1}”.")                \
  X(STRAY, "loose text does not belong in “{1}”.", "losse tekst hoort niet in “{1}”.")             \
  X(LANGUAGE, "“{2}” lacks a text in “{1}”: both languages are needed.",                           \
    "“{2}” mist een tekst in “{1}”: beide talen zijn nodig.")                                      \
  X(LONG, "the text of “{1}” is too long.", "de tekst van “{1}” is te lang.")                      \
  X(KEY, "“{1}” is not a good key: small letters, digits and _ only.",                             \
    "“{1}” is geen goede sleutel: alleen kleine letters, cijfers en _.")                           \
  X(VALUE, "“{2}” is not a good value for “{1}”.", "“{2}” is geen goede waarde voor “{1}”.")       \
  X(TWICE, "the key “{1}” is used twice.", "de sleutel “{1}” komt twee keer voor.")                \
  X(NO_TABLE, "there is no table “{1}”.", "er is geen tabel “{1}”.")                               \
  X(NO_COLUMN, "the table “{2}” has no column “{1}”.", "de tabel “{2}” heeft geen kolom “{1}”.")   \
  X(NO_LIST, "there is no list “{1}”.", "er is geen lijst “{1}”.")                                 \
  X(NO_ITEM, "the list “{2}” has no item “{1}”.", "de lijst “{2}” heeft geen woord “{1}”.")        \
  X(NO_SETTING, "there is no setting “{1}”.", "er is geen instelling “{1}”.")                      \
  X(NO_FORM, "there is no form “{1}”.", "er is geen formulier “{1}”.")                             \
  X(NO_WORD, "there is no rule word “{1}”.", "er is geen regelwoord “{1}”.")                       \
  X(NOT_LINK, "the column “{1}” is not a link.", "de kolom “{1}” is geen verwijzing.")             \
  X(NOT_KIND, "“{2}” does not fit the kind of the column “{1}”.",                                  \
    "“{2}” past niet bij de soort van de kolom “{1}”.")                                            \
  X(NOT_HERE, "“{2}” has no use for “{1}”.", "“{2}” doet niets met “{1}”.")                        \
  X(NO_MESSAGE, "“{1}” has no message, and there is none for all rules of its kind.",              \
    "“{1}” heeft geen melding, en er is er geen voor alle regels van die soort.")                  \
  X(BOTH, "“{1}” and “{2}” do not go together.", "“{1}” en “{2}” gaan niet samen.")                \
  X(PLACEHOLDER, "“{1}” is not a placeholder, or not in both languages.",                          \
    "“{1}” is geen invulplek, of staat niet in beide talen.")                                      \
  X(NO_STEPS, "the practice “{1}” has no steps, so nobody can follow it.",                         \
    "de werkwijze “{1}” heeft geen stappen, dus niemand kan haar volgen.")                         \
  X(UNSHOWN, "no form of the table “{2}” shows “{1}”, which is required: no row could be saved.",  \
    "geen formulier van de tabel “{2}” toont “{1}”, dat verplicht is: geen rij is op te slaan.")   \
  X(UNCOUNTED,                                                                                     \
    "no condition says whether “{1}” of the list “{2}” is still open: name it, or use “ended”.",   \
    "geen voorwaarde zegt of “{1}” van de lijst “{2}” nog open is: noem het, of gebruik “ended”.") \
  X(LACKS_ROLE, "the table “{2}” lacks a column with the role “{1}”.",                             \
    "de tabel “{2}” mist een kolom met de rol “{1}”.")                                             \
  X(FORMULA, "the formula has a mistake at “{1}”.", "de formule heeft een fout bij “{1}”.")

#define KP_LOAD_ENUM(id, en, nl) KP_LOAD_##id,
typedef enum kp_load_text { KP_LOAD_TEXTS(KP_LOAD_ENUM) KP_LOAD_TEXT_COUNT } kp_load_text;
#undef KP_LOAD_ENUM

#endif
