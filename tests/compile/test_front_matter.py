"""Front matter of all kinds on its way through extraction and compilation."""

from __future__ import annotations

import re

import pytest

from i18n.compile.article import Compiled, Options, compile_article
from i18n.extract.article import Rules
from i18n.extract.source import read_source
from i18n.model import Article, Place, Unit
from i18n.project import Build
from tests.fixtures import cases
from tests.markdown.test_front_matter_cases import PATHS

RULES = Rules("hugo", PATHS)
_SKIPPED_ABOVE = re.compile(r"(?m)^# i18n:skip\n")
_SKIPPED_AT_THE_END = re.compile(r"(?m)[ ]+# i18n: ?skip$")


def offered_and_compiled(data: bytes, translations: dict[str, str]) -> tuple[list[str], Compiled]:
    source = read_source(Article("a.md", "a", "source/a.md", data), RULES)
    units = [Unit(msgid, msgstr) for msgid, msgstr in translations.items()]
    compiled = compile_article(source, {unit.key: unit for unit in units}, Options("de", build=Build(anchors="keep")))
    segments = [each for each in source.extraction.segments if each.place is Place.FRONT_MATTER]
    assert all(each.span.of(data).strip() for each in segments)
    return [each.msgid for each in segments], compiled


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(("article", "offered", "expected"), cases("front_matter.txt", 3))
def test_cases(article: str, offered: str, expected: str, newline: str, mark: str) -> None:
    def as_file(text: str) -> bytes:
        return (mark + text.replace("\r\n", "\n").replace("\n", newline)).encode()

    lines = [line.replace("⏎", "\n").partition(" ⇒ ") for line in offered.splitlines()]
    wanted = [(said.partition(": ")[2], text) for said, _, text in lines]
    found, compiled = offered_and_compiled(as_file(article), {value: text for value, text in wanted if text})
    assert found == [value for value, _ in wanted]
    # A page does not show what speaks to this program alone.
    assert compiled.data == as_file(_SKIPPED_AT_THE_END.sub("", _SKIPPED_ABOVE.sub("", expected)))
    assert not compiled.findings


@pytest.mark.parametrize(
    ("article", "where"),
    [
        ("---\ntitle: [x\n---\nBody.\n", "YAML (line 3, column 1)"),
        ("+++\ntitle = x\n+++\nBody.\n", "TOML (line 2, column 9)"),
        ('{\n"title": x\n}\nBody.\n', "JSON (line 2, column 10)"),
    ],
)
def test_broken_front_matter_is_copied_and_the_body_translated(article: str, where: str) -> None:
    found, compiled = offered_and_compiled(article.encode(), {"Body.": "Text.", "x": "y"})
    assert not found
    assert compiled.data.decode() == article.replace("Body.", "Text.")
    (finding,) = compiled.findings
    assert finding.rule == "front-matter"
    assert where in finding.message
    assert f"line {finding.line}," in finding.message


def test_an_equal_text_of_the_body_shares_its_message() -> None:
    article = "+++\ntitle = 'Words'\ndescription = \"Words\"\n+++\n# Words\n"
    found, compiled = offered_and_compiled(article.encode(), {"Words": "L'été"})
    assert found == ["Words", "Words"]
    assert compiled.data.decode() == '+++\ntitle = "L\'été"\ndescription = "L\'été"\n+++\n# L\'été\n'
