"""Whole sentences as translators write them: none of these has a finding, and each has one once it is spoiled."""

from __future__ import annotations

from pathlib import Path

import pytest

from i18n.message import markup
from tests.check.judging import rules

_HIDDEN = {"<NNBSP>": "\u202f", "<NBSP>": "\u00a0", "<ZWNJ>": "\u200c"}
_SPOILING = [
    ("bible.md", "bibel.md", "links"),
    ("{litres}", "{liter}", "placeholders"),
    ("`status`", "`Status`", "code"),
    ("</b>", "", "html"),
    ("2019", "2018", "numbers"),
    ("٢٠١٩", "٢٠١٨", "numbers"),
    ("۲۰۱۹", "۲۰۱۸", "numbers"),
    ("1:8", "1:9", "references numbers"),
    ("1,8", "1,9", "references numbers"),
    ("*Mariam*", "*Mar\u200biam* Anna", "hidden-characters"),
    ("*Mariam*", "*Mariam*  ", "whitespace"),
]


def sentences() -> list[tuple[str, str, str]]:
    """Locale, msgid, msgstr of every line of the fixture."""
    msgid, found = "", []
    for line in (Path(__file__).parent / "sentences.txt").read_text("utf-8").splitlines():
        locale, colon, text = line.partition(": ")
        if not colon or line.startswith("#"):
            continue
        for name, letter in _HIDDEN.items():
            text = text.replace(name, letter)
        if locale == "en":
            msgid = text
        else:
            found.append((locale, msgid, text))
    return found


@pytest.mark.parametrize(("locale", "msgid", "msgstr"), sentences())
def test_good_sentences(locale: str, msgid: str, msgstr: str) -> None:
    assert rules(msgid, msgstr, locale) == set()


@pytest.mark.parametrize(
    ("locale", "msgid", "spoiled", "rule"),
    [
        (locale, msgid, msgstr.replace(old, new), rule)
        for locale, msgid, msgstr in sentences()
        for old, new, rule in _SPOILING
        if old in msgstr
    ],
)
def test_spoiled_sentences(locale: str, msgid: str, spoiled: str, rule: str) -> None:
    assert not rules(msgid, spoiled, locale).isdisjoint(rule.split())


def test_plain_prose_never_reaches_the_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    def parse(*_: object) -> None:
        raise AssertionError("parsed")

    monkeypatch.setattr(markup, "parse", parse)
    assert rules("It’s 5 > 3 & *good* (yes!), {name}.", "Es ist 5 > 3 & *gut* (ja!), {name}.") == set()
    with pytest.raises(AssertionError, match="parsed"):
        rules("`code`", "`code`")
