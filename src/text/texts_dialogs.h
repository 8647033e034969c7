/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Texts of dialogs and commands: X(id, English, Dutch). Part of texts.h. The
 * titles of the menu are in registry/Addons.xcu. Mnemonics differ within a dialog. */
#ifndef KERNPUNT_TEXT_TEXTS_DIALOGS_H
#define KERNPUNT_TEXT_TEXTS_DIALOGS_H

#define KP_TEXTS_DIALOGS(X)                                                                        \
  X(DIALOG_OK, "OK", "OK")                                                                         \
  X(DIALOG_CANCEL, "Cancel", "Annuleren")                                                          \
  /* set up */                                                                                     \
  X(DIALOG_SETUP_TITLE, "Set up workbook", "Werkmap inrichten")                                    \
  X(DIALOG_SETUP_ACCEPT, "Set up", "Inrichten")                                                    \
  X(DIALOG_SETUP_AGAIN,                                                                            \
    "This workbook is already set up. Only what is missing will be added. You can "                \
    "undo this in one step.",                                                                      \
    "Deze werkmap is al ingericht. Alleen wat ontbreekt wordt toegevoegd. Je kunt "                \
    "dit in één stap ongedaan maken.")                                                             \
  X(DIALOG_SETUP_USE, "What do you want to use?", "Wat wil je gebruiken?")                         \
  X(DIALOG_SETUP_LANGUAGE, "~Language of the sheets", "~Taal van de bladen")                       \
  X(DIALOG_SETUP_LANGUAGE_HELP, "You cannot change this later",                                    \
    "Je kunt dit later niet meer wijzigen")                                                        \
  X(DIALOG_ENGLISH, "English", "English")                                                          \
  X(DIALOG_DUTCH, "Nederlands", "Nederlands")                                                      \
  X(DIALOG_SETUP_SHEETS, "New sheets: {1}.", "Nieuwe bladen: {1}.")                                \
  X(DIALOG_SETUP_HIDDEN, "Hidden until you need them: {1}.",                                       \
    "Verborgen tot je ze nodig hebt: {1}.")                                                        \
  X(DIALOG_SETUP_NOTHING, "All sheets are already there.", "Alle bladen zijn er al.")              \
  X(DIALOG_SETUP_OLD,                                                                              \
    "The sheet “{1}” comes from an earlier version of Kernpunt and stays as it is. "           \
    "New actions go on a new sheet.",                                                              \
    "Het blad “{1}” komt uit een eerdere versie van Kernpunt en blijft zoals het "             \
    "is. Nieuwe acties komen op een nieuw blad.")                                                  \
  X(DIALOG_SETUP_DONE, "The workbook is ready to use. You can undo this in one step.",             \
    "De werkmap is klaar voor gebruik. Je kunt dit in één stap ongedaan maken.")                   \
  X(DIALOG_SETUP_ADDED, "What was missing has been added. You can undo this in one step.",         \
    "Wat ontbrak is toegevoegd. Je kunt dit in één stap ongedaan maken.")                          \
  /* a person */                                                                                   \
  X(DIALOG_PERSON_TITLE, "Add a person", "Persoon toevoegen")                                      \
  X(DIALOG_PERSON_ACCEPT, "Add", "Toevoegen")                                                      \
  X(DIALOG_PERSON_NAME, "~Name", "~Naam")                                                          \
  X(DIALOG_PERSON_NAME_HELP, "First and last name of one person",                                  \
    "Voor- en achternaam van één persoon")                                                         \
  X(DIALOG_PERSON_UNIT, "~Unit (optional)", "~Eenheid (optioneel)")                                \
  X(DIALOG_PERSON_UNIT_HELP, "Team, department or branch; choose one or type a new one",           \
    "Team, afdeling of vestiging; kies er een of typ een nieuwe")                                  \
  X(DIALOG_PERSON_LEVEL, "~Level (optional)", "N~iveau (optioneel)")                               \
  X(DIALOG_PERSON_LEVEL_HELP, "The level at which this person decides",                            \
    "Het niveau waarop deze persoon beslist")                                                      \
  X(DIALOG_PERSON_NO_LEVEL, "–", "–")                                                              \
  X(DIALOG_PERSON_EMPTY, "Enter the person's name.", "Vul de naam van de persoon in.")             \
  X(DIALOG_PERSON_SEVERAL, "“{1}” looks like more than one person. Add people one at a time.",     \
    "“{1}” lijkt meer dan één persoon. Voeg mensen één voor één toe.")                             \
  X(DIALOG_PERSON_THERE, "“{1}” is already in the list.", "“{1}” staat al in de lijst.")           \
  X(DIALOG_PERSON_ADDED, "“{1}” was added to the list of people.",                                 \
    "“{1}” is toegevoegd aan de lijst met mensen.")                                                \
  X(DIALOG_NOT_SET_UP,                                                                             \
    "Set up this workbook first: choose “Set up workbook” in the Kernpunt menu.",                  \
    "Richt deze werkmap eerst in: kies “Werkmap inrichten” in het menu Kernpunt.")                 \
  /* settings */                                                                                   \
  X(DIALOG_SETTINGS_TITLE, "Kernpunt settings", "Instellingen van Kernpunt")                       \
  X(DIALOG_SETTINGS_ACCEPT, "Save", "Opslaan")                                                     \
  X(DIALOG_SETTINGS_LIMITS, "Limits and periods for everyone in this workbook",                    \
    "Grenzen en termijnen voor iedereen in deze werkmap")                                          \
  X(DIALOG_SETTINGS_PRACTICES, "Parts of Kernpunt in this workbook",                               \
    "Onderdelen van Kernpunt in deze werkmap")                                                     \
  X(DIALOG_SETTINGS_RANGE, "Whole number, {1} to {2}", "Heel getal, {1} t/m {2}")                  \
  X(DIALOG_SETTINGS_BOUNDS, "“{1}”: {2}.", "“{1}”: {2}.")                                          \
  X(DIALOG_SETTINGS_ME, "~Who are you?", "~Wie ben je?")                                           \
  X(DIALOG_SETTINGS_ME_HELP,                                                                       \
    "So that the panels can show what is yours; stored on this computer only",                     \
    "Zo tonen de panelen wat van jou is; blijft op deze computer")                                 \
  X(DIALOG_SETTINGS_NOBODY, "(not chosen)", "(niet gekozen)")                                      \
  X(DIALOG_SETTINGS_DONE, "Settings saved.", "Instellingen opgeslagen.")                           \
  /* a date */                                                                                     \
  X(DIALOG_DATE_TITLE, "Choose a date", "Kies een datum")                                          \
  X(DIALOG_DATE_PREVIOUS, "Previous month (Page Up)", "Vorige maand (Page Up)")                    \
  X(DIALOG_DATE_NEXT, "Next month (Page Down)", "Volgende maand (Page Down)")                      \
  X(DIALOG_DATE_TODAY, "Today", "Vandaag")                                                         \
  /* who am I */                                                                                   \
  X(DIALOG_WHO_TITLE, "Who are you?", "Wie ben je?")                                               \
  X(DIALOG_WHO_INTRO,                                                                              \
    "Kernpunt can then show your own items. Your answer stays on this computer.",                  \
    "Dan kan Kernpunt tonen wat van jou is. Je antwoord blijft op deze computer.")                 \
  X(DIALOG_WHO_NAME, "Your ~name", "Je ~naam")                                                     \
  X(DIALOG_WHO_NONE, "The list of people is still empty. Add yourself first.",                     \
    "De lijst met mensen is nog leeg. Voeg eerst jezelf toe.")                                     \
  X(DIALOG_WHO_CHOOSE, "Choose your name from the list.", "Kies je naam uit de lijst.")            \
  /* commands */                                                                                   \
  X(COMMAND_TITLE, "Kernpunt", "Kernpunt")                                                         \
  X(COMMAND_SHARE_ASK, "Share this workbook now? It will be saved and reopened.",                  \
    "Deze werkmap nu delen? De werkmap wordt opgeslagen en opnieuw geopend.")                      \
  X(COMMAND_SHARED, "This workbook is now shared.", "Deze werkmap is nu gedeeld.")                 \
  X(COMMAND_NO_DECK, "The sidebar cannot be opened in this window. Open a workbook first.",        \
    "De zijbalk kan in dit venster niet worden geopend. Open eerst een werkmap.")                  \
  X(COMMAND_NO_BROWSER, "No web browser could be started. The help is in this file:\n\n{1}",       \
    "Er kon geen webbrowser worden gestart. De help staat in dit bestand:\n\n{1}")                 \
  X(COMMAND_NO_EXAMPLE, "This example cannot be opened. Details: {1}",                             \
    "Dit voorbeeld is niet te openen. Details: {1}")                                               \
  X(COMMAND_FAILED, "That did not work. Details: {1}", "Dat is niet gelukt. Details: {1}")

#endif
