"""Words that are code elsewhere in the article, and words that only look like that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from i18n.check import Where, findings
from i18n.check.settings import Settings
from i18n.markdown.dialects import GFM
from i18n.model import Unit

CODES = frozenset("npm PATH utf8 list Save read-only changeTracking useState WHO kubectl".split())
WHERE = Where("a.po", "de", "en", GFM, codes=CODES)

LOST = [
    ("Install it with npm.", "Installieren Sie es mit dem Paketverwalter."),
    ("Add it to the PATH of the shell.", "Fügen Sie es dem Pfad der Shell hinzu."),
    ("Save it as utf8 text.", "Speichern Sie es als Unicode-Text."),
    ("Set changeTracking to yes.", "Setzen Sie Änderungsverfolgung auf ja."),
    ("Call useState first.", "Rufen Sie zuerst nutzeZustand auf."),
]


def said(msgid: str, msgstr: str, where: Where = WHERE) -> list[str]:
    return [each.message for each in findings([Unit(msgid, msgstr)], where, Settings()) if each.rule == "literal"]


@pytest.mark.parametrize(("msgid", "msgstr"), LOST)
def test_an_identifier_that_is_code_elsewhere(msgid: str, msgstr: str) -> None:
    (message,) = said(msgid, msgstr)
    assert message.endswith("is missing. Programs read it: keep it as it is, in code marks if you like.")


RIGHT = [
    ("Install it with npm.", "Installieren Sie es mit npm."),
    ("Install it with npm.", "Installieren Sie es mit `npm`."),
    ("Make a list of boats.", "Machen Sie ein Verzeichnis der Boote."),
    ("Press Save at the end.", "Drücken Sie am Ende Speichern."),
    ("In read-only mode", "Im schreibgeschützten Modus"),
    ("The npm-like tool", "Das ähnliche Werkzeug"),
    ("See npm/docs here.", "Siehe hier."),
    ("Sie paths, not PATHS.", "Pfade, nicht Wege."),
]


@pytest.mark.parametrize(("msgid", "msgstr"), RIGHT)
def test_words_of_people(msgid: str, msgstr: str) -> None:
    assert not said(msgid, msgstr)


def test_without_code_in_the_article_the_form_alone_tells() -> None:
    bare = replace(WHERE, codes=frozenset())
    assert not said("Install it with npm.", "Installieren Sie es mit dem Paketverwalter.", bare)
    assert said("Set changeTracking to yes.", "Setzen Sie Änderungsverfolgung auf ja.", bare)
