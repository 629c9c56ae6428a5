"""Code spans: typed by readers, so never translated."""

from __future__ import annotations

import pytest

from i18n.markdown.dialects import named
from i18n.model import Severity
from tests.check.judging import judge, rules

RIGHT = [
    ("Run `make`.", "Führen Sie `make` aus."),
    ("`a` then `b`", "`b` nach `a`"),
    ("``a ` b``", "``a ` b``"),
    ("``make``", "`make`"),
    ("No code", "Kein Code"),
    ("`Vec` grows.", "`Vec` wächst, wenn `Vec` wächst."),
    ("Use [`Pin`](a.md) here.", "[`Pin`](a.md): Nimm `Pin` hier."),
    ("See `impl Sync for Mutex<T>`.", "Siehe `impl Sync for Mutex<T>`: `Mutex<T>`."),
    ("Raise retry_after to 10.", "Erhöhen Sie `retry_after` auf `10`."),
    ("Press Ctrl+C to end.", "Drücken Sie am Ende `Ctrl+C`."),
    ("Open out/index.html.", "Öffnen Sie `out/index.html`."),
]
WRONG = [
    ("Run `make`.", "Führen Sie `mache` aus."),
    ("Run `make`.", "Führen Sie make aus."),
    ("`a` then `a`", "`a`"),
    ("Run `git pull`.", "Führen Sie „git pull“ aus."),
]


@pytest.mark.parametrize(("msgid", "msgstr"), RIGHT)
def test_right(msgid: str, msgstr: str) -> None:
    assert rules(msgid, msgstr) == set()


@pytest.mark.parametrize(("msgid", "msgstr"), WRONG)
def test_wrong(msgid: str, msgstr: str) -> None:
    assert rules(msgid, msgstr) == {"code"}


HARMLESS = [
    ("Run make.", "Führen Sie `make` aus."),
    ("Say no-one.", "Sagen Sie `no-one`."),
    ("Some enums need less.", "Manche `enum` brauchen weniger."),
    ("Make enums small.", "Mach `Enum`s klein."),
    ("Run `make`.", "Führen Sie` make` aus."),
    ("Run ` make`.", "Führen Sie `make` aus."),
    ("Run `make` or `b`.", "`b ` oder `make`."),
]
HARMFUL = [
    ("Run `make`.", "Führen Sie `ma ke` aus."),
    ("`git pull` it", "`gitpull`"),
    ("`Vec` grows.", "`Vec` wächst `Vek`."),
    ("`Vec` grows.", "`Vec` wächst `Ve`."),
    ("Some enumerations.", "Manche `enum`."),
    ("Run it.", "Führe `main` aus."),
    ("`a` and `b`", "`a` und `a`"),
    ("`a ` and `b`", "` a`"),
]


@pytest.mark.parametrize(("msgid", "msgstr"), HARMLESS)
def test_code_that_the_source_says_and_spaces_at_its_ends_are_warnings(msgid: str, msgstr: str) -> None:
    assert [(found.rule, found.severity) for found in judge(msgid, msgstr)] == [("code", Severity.WARNING)]


@pytest.mark.parametrize(("msgid", "msgstr"), HARMFUL)
def test_other_code_is_an_error(msgid: str, msgstr: str) -> None:
    assert ("code", Severity.ERROR) in [(found.rule, found.severity) for found in judge(msgid, msgstr)]


def test_readers_text_of_a_role_may_change_and_its_target_may_not() -> None:
    msgid = "See {ref}`the words <target>` in {abbr}`HTML (words)`."
    assert rules(msgid, "{abbr}`HTML (Wörter)`: {ref}`die Wörter <target>`.", dialect=named("myst")) == set()
    assert rules(msgid, "{abbr}`HTML (Wörter)`: {ref}`die Wörter <ziel>`.", dialect=named("myst")) == {"code"}
