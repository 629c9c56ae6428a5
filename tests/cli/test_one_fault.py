"""One fault has one id in `check` and `build`, and what is found does not hang on what a page falls back to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from i18n.check.explanation import EXAMPLES, REFUSED
from tests.cli.commands import catalog, i18n, translate, write

ABOUT_TRANSLATIONS = sorted(name for name, example in EXAMPLES.items() if example.source)
_FINDING = re.compile(r"^\S+?:(\d+): (\w+): (.*?)(?: \(\w+\))? \[([a-z-]+)\]$", re.MULTILINE)
_WITH_DRAFTS = '[build]\ndrafts = true\n[notices]\nde = "Von einer Maschine."\n'
FALLBACKS = ["mixed", "source", "omit", "last-good"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    locales = sorted({example.locale for example in EXAMPLES.values()})
    write(tmp_path, "i18n.toml", f'[project]\nname = "Boats"\nlocales = {locales}\n[memory]\nglossary = "terms.csv"\n')
    write(tmp_path, "terms.csv", "en,de,status\nvalve,Ventil,approved\n")
    return tmp_path


def found(project: Path, command: str, locale: str, fallback: str = "") -> list[tuple[str, ...]]:
    """What a command finds, with a fallback if one is given: line, severity, message and rule of each."""
    if fallback:
        text = (project / "i18n.toml").read_text(encoding="utf-8").partition("[build]")[0]
        write(project, "i18n.toml", f'{text}[build]\nids = "python-markdown"\nfallback = "{fallback}"\n')
    said = i18n(project, command, "--locale", locale)
    return [
        match
        for match in _FINDING.findall(said.stdout + said.stderr)
        if match[-1] not in ("old-page", "published-comment")
    ]


def of(findings: list[tuple[str, ...]]) -> list[str]:
    """The rules of findings."""
    return [finding[-1] for finding in findings]


@pytest.mark.parametrize("rule", ABOUT_TRANSLATIONS)
def test_an_example_has_one_id_in_check_and_build_whatever_the_fallback(project: Path, rule: str) -> None:
    example = EXAMPLES[rule]
    write(project, "source/index.md", f"{example.source}\n\nNobody translated this.\n")
    i18n(project, "extract")
    msgid = catalog(project, "index", example.locale).units[0].msgid
    translate(project, "index", {msgid: example.fires}, example.locale)
    expected = found(project, "check", example.locale, "mixed")
    assert rule in of(expected)
    for fallback in FALLBACKS:
        assert found(project, "check", example.locale, fallback) == expected
        of_build = found(project, "build", example.locale, fallback)
        assert all(finding in expected for finding in of_build)
        if example.page == REFUSED:
            assert of_build == [finding for finding in expected if finding[1] == "error"]
    translate(project, "index", {msgid: example.passes}, example.locale)
    for fallback in FALLBACKS:
        assert found(project, "check", example.locale, fallback) == []
        assert found(project, "build", example.locale, fallback) == []


def test_findings_of_an_article_that_is_half_done_are_those_of_the_whole(project: Path) -> None:
    write(
        project,
        "source/index.md",
        "A poem line\\\nand another.\n\n| Day | Work |\n|---|---|\n| a | **dig** |\n\nEnd.\n",
    )
    i18n(project, "extract")
    texts = {"A poem line\nand another.": "Ein Vers.", "Work": "Arbeit `x`", "**dig**": "graben und nochmal"}
    translate(project, "index", texts)
    expected = found(project, "check", "de", "mixed")
    assert sorted(of(expected)) == ["code", "emphasis", "line-breaks"]
    for fallback in FALLBACKS:
        assert found(project, "check", "de", fallback) == expected
        page = project / "dist/de/index.md"
        page.unlink(missing_ok=True)
        assert sorted(of(found(project, "build", "de", fallback))) == ["code", "emphasis", "line-breaks"]
        shown = page.read_text(encoding="utf-8") if page.exists() else ""
        assert ("graben" in shown) == (fallback == "mixed")


def test_a_page_with_drafts_says_the_same_in_both(project: Path) -> None:
    write(project, "source/index.md", "Run `pump`.\n\nGo.\n")
    write(project, "i18n.toml", (project / "i18n.toml").read_text(encoding="utf-8") + _WITH_DRAFTS)
    i18n(project, "extract")
    i18n(project, "draft", "--engine", "pseudo", "--locale", "de")
    translate(project, "index", {"Run `pump`.": "Rufe auf."})
    assert of(found(project, "check", "de")) == of(found(project, "build", "de")) == ["code"]
