/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Texts of dialogs and commands: X(id, English, Dutch). Part of texts.h. The
 * titles of the menu are in registry/Addons.xcu. Mnemonics differ within a dialog. */
#ifndef KERNPUNT_TEXT_TEXTS_DIALOGS_H
#define KERNPUNT_TEXT_TEXTS_DIALOGS_H

#define KP_TEXTS_DIALOGS(X)                                                                          \
  X(DIALOG_OK, "OK", "OK")                                                                           \
  X(DIALOG_CANCEL, "Cancel", "Annuleren")                                                            \
  /* set up */                                                                                       \
  X(DIALOG_SETUP_TITLE, "Set up workbook", "Werkmap inrichten")                                      \
  X(DIALOG_SETUP_ACCEPT, "Set up", "Inrichten")                                                      \
  X(DIALOG_SETUP_INTRO,                                                                              \
    "Kernpunt adds ordinary sheets for following up: from goal to focus point, root cause, "         \
    "solution and action. What is in the workbook stays as it is, and Undo takes everything back "   \
    "in one step.",                                                                                  \
    "Kernpunt voegt gewone bladen toe om op te volgen: van doel naar focuspunt, kern, oplossing "    \
    "en actie. Wat in de werkmap staat blijft zoals het is, en Ongedaan maken haalt alles in één " \
    "stap terug.")                                                                                   \
  X(DIALOG_SETUP_AGAIN,                                                                              \
    "This workbook was set up before. Only what is missing is added; what is there stays as it "     \
    "is, and Undo takes it back in one step.",                                                       \
    "Deze werkmap is al ingericht. Alleen wat ontbreekt komt erbij; wat er is blijft zoals het "     \
    "is, en Ongedaan maken haalt het in één stap terug.")                                            \
  X(DIALOG_SETUP_USE, "What will you use?", "Wat ga je gebruiken?")                                  \
  X(DIALOG_SETUP_LANGUAGE, "~Language of the sheets", "~Taal van de bladen")                         \
  X(DIALOG_SETUP_LANGUAGE_HELP, "You choose it once: the sheets keep this language",                 \
    "Je kiest dit één keer: de bladen houden deze taal")                                             \
  X(DIALOG_ENGLISH, "English", "English")                                                            \
  X(DIALOG_DUTCH, "Nederlands", "Nederlands")                                                        \
  X(DIALOG_SETUP_SHEETS, "Sheets that will come: {1}.", "Bladen die erbij komen: {1}.")              \
  X(DIALOG_SETUP_HIDDEN, "Hidden until you use them: {1}.", "Verborgen tot je ze gebruikt: {1}.")    \
  X(DIALOG_SETUP_NOTHING, "No sheet is missing.", "Er ontbreekt geen blad.")                         \
  X(DIALOG_SETUP_OLD,                                                                                \
    "The sheet “{1}” was made by the first version of Kernpunt. It stays as it is; new actions " \
    "go to a new sheet.",                                                                            \
    "Het blad “{1}” is gemaakt door de eerste versie van Kernpunt. Het blijft zoals het is; "    \
    "nieuwe acties komen op een nieuw blad.")                                                        \
  X(DIALOG_SETUP_DONE, "The workbook is set up. Undo takes it back in one step.",                    \
    "De werkmap is ingericht. Ongedaan maken haalt het in één stap terug.")                          \
  X(DIALOG_SETUP_ADDED, "What was missing has been added. Undo takes it back in one step.",          \
    "Wat ontbrak is toegevoegd. Ongedaan maken haalt het in één stap terug.")                        \
  /* a person */                                                                                     \
  X(DIALOG_PERSON_TITLE, "Add a person", "Persoon toevoegen")                                        \
  X(DIALOG_PERSON_ACCEPT, "Add", "Toevoegen")                                                        \
  X(DIALOG_PERSON_NAME, "~Name", "~Naam")                                                            \
  X(DIALOG_PERSON_NAME_HELP, "First and last name of one person",                                    \
    "Voor- en achternaam van één persoon")                                                           \
  X(DIALOG_PERSON_UNIT, "~Unit (may stay empty)", "~Eenheid (mag leeg blijven)")                     \
  X(DIALOG_PERSON_UNIT_HELP, "Team, department or branch; choose one or type a new one",             \
    "Team, afdeling of vestiging; kies er een of typ een nieuwe")                                    \
  X(DIALOG_PERSON_LEVEL, "~Level (may stay empty)", "N~iveau (mag leeg blijven)")                    \
  X(DIALOG_PERSON_LEVEL_HELP, "At which level this person decides",                                  \
    "Op welk niveau deze persoon beslist")                                                           \
  X(DIALOG_PERSON_NO_LEVEL, "–", "–")                                                                \
  X(DIALOG_PERSON_EMPTY, "Type the name of the person.", "Typ de naam van de persoon.")              \
  X(DIALOG_PERSON_SEVERAL, "“{1}” is not one person. Add people one at a time.",                     \
    "“{1}” is niet één persoon. Voeg mensen één voor één toe.")                                      \
  X(DIALOG_PERSON_THERE, "“{1}” is in the list already.", "“{1}” staat al in de lijst.")             \
  X(DIALOG_PERSON_ADDED, "“{1}” is in the list of people now.",                                      \
    "“{1}” staat nu in de lijst met mensen.")                                                        \
  X(DIALOG_NOT_SET_UP,                                                                               \
    "This workbook has not been set up yet. Choose “Set up workbook” in the menu Kernpunt first.",   \
    "Deze werkmap is nog niet ingericht. Kies eerst “Werkmap inrichten” in het menu Kernpunt.")      \
  /* settings */                                                                                     \
  X(DIALOG_SETTINGS_TITLE, "Kernpunt settings", "Instellingen van Kernpunt")                         \
  X(DIALOG_SETTINGS_ACCEPT, "Save", "Opslaan")                                                       \
  X(DIALOG_SETTINGS_LIMITS, "Limits and days, for everyone in this workbook",                        \
    "Grenzen en dagen, voor iedereen in deze werkmap")                                               \
  X(DIALOG_SETTINGS_PRACTICES, "What this workbook is used for",                                     \
    "Waar deze werkmap voor wordt gebruikt")                                                         \
  X(DIALOG_SETTINGS_RANGE, "A whole number from {1} to {2}",                                         \
    "Een heel getal van {1} tot en met {2}")                                                         \
  X(DIALOG_SETTINGS_BOUNDS, "“{1}”: {2}.", "“{1}”: {2}.")                                            \
  X(DIALOG_SETTINGS_ME, "~Who are you?", "~Wie ben je?")                                             \
  X(DIALOG_SETTINGS_ME_HELP, "For what is yours in the panels; kept on this computer only",          \
    "Voor wat van jou is in de panelen; alleen op deze computer bewaard")                            \
  X(DIALOG_SETTINGS_NOBODY, "(not chosen)", "(niet gekozen)")                                        \
  X(DIALOG_SETTINGS_DONE, "The settings are saved.", "De instellingen zijn opgeslagen.")             \
  /* a date */                                                                                       \
  X(DIALOG_DATE_TITLE, "Choose a date", "Kies een datum")                                            \
  X(DIALOG_DATE_PREVIOUS, "Previous month (Page Up)", "Vorige maand (Page Up)")                      \
  X(DIALOG_DATE_NEXT, "Next month (Page Down)", "Volgende maand (Page Down)")                        \
  X(DIALOG_DATE_TODAY, "Today", "Vandaag")                                                           \
  /* who am I */                                                                                     \
  X(DIALOG_WHO_TITLE, "Who are you?", "Wie ben je?")                                                 \
  X(DIALOG_WHO_INTRO, "Then the panels know what is yours. Your answer stays on this computer.",     \
    "Dan weten de panelen wat van jou is. Je antwoord blijft op deze computer.")                     \
  X(DIALOG_WHO_NAME, "Your ~name", "Je ~naam")                                                       \
  X(DIALOG_WHO_NONE, "The list of people is empty. Add yourself first.",                             \
    "De lijst met mensen is leeg. Voeg eerst jezelf toe.")                                           \
  X(DIALOG_WHO_CHOOSE, "Choose your name in the list.", "Kies je naam in de lijst.")                 \
  /* commands */                                                                                     \
  X(COMMAND_TITLE, "Kernpunt", "Kernpunt")                                                           \
  X(COMMAND_SHARE_ASK, "Share this workbook now? It will be saved and opened again.",                \
    "Deze werkmap nu delen? Hij wordt opgeslagen en opnieuw geopend.")                               \
  X(COMMAND_SHARED, "The workbook is shared now.", "De werkmap is nu gedeeld.")                      \
  X(COMMAND_NO_DECK, "The sidebar cannot be opened in this window.",                                 \
    "De zijbalk kan in dit venster niet worden geopend.")                                            \
  X(COMMAND_NO_BROWSER, "No browser could be started. The help is in this file:\n\n{1}",             \
    "Er kon geen browser worden gestart. De hulp staat in dit bestand:\n\n{1}")                      \
  X(COMMAND_NO_EXAMPLE, "The example cannot be opened: {1}",                                         \
    "Het voorbeeld kan niet worden geopend: {1}")                                                    \
  X(COMMAND_FAILED, "That did not work: {1}", "Dat is niet gelukt: {1}")

#endif
