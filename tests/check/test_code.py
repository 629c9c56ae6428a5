"""Code spans: typed by readers, so never translated."""

from __future__ import annotations

import pytest

from i18n.markdown.dialects import named
from tests.check.judging import rules

RIGHT = [
    ("Run `make`.", "Führen Sie `make` aus."),
    ("`a` then `b`", "`b` nach `a`"),
    ("``a ` b``", "``a ` b``"),
    ("``make``", "`make`"),
    ("No code", "Kein Code"),
]
WRONG = [
    ("Run `make`.", "Führen Sie `mache` aus."),
    ("Run `make`.", "Führen Sie make aus."),
    ("Run make.", "Führen Sie `make` aus."),
    ("`a` then `a`", "`a`"),
    ("Run `git pull`.", "Führen Sie „git pull“ aus."),
]


@pytest.mark.parametrize(("msgid", "msgstr"), RIGHT)
def test_right(msgid: str, msgstr: str) -> None:
    assert rules(msgid, msgstr) == set()


@pytest.mark.parametrize(("msgid", "msgstr"), WRONG)
def test_wrong(msgid: str, msgstr: str) -> None:
    assert rules(msgid, msgstr) == {"code"}


def test_readers_text_of_a_role_may_change_and_its_target_may_not() -> None:
    msgid = "See {ref}`the words <target>` in {abbr}`HTML (words)`."
    assert rules(msgid, "{abbr}`HTML (Wörter)`: {ref}`die Wörter <target>`.", dialect=named("myst")) == set()
    assert rules(msgid, "{abbr}`HTML (Wörter)`: {ref}`die Wörter <ziel>`.", dialect=named("myst")) == {"code"}
