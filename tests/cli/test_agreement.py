"""One text in one wording, and a name in one spelling, in all articles: by the command line, private articles too."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.commands import files, i18n, translate, untouched, write

BEGIN = "Before you begin"
HOLLEN = ("We met Hollen today.", "The boat of Hollen is old.")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write(tmp_path, "i18n.toml", '[project]\nname = "Boats"\nlocales = ["ar", "de"]\n')
    return tmp_path


def articles(project: Path, locale: str = "de", /, **translated: dict[str, str]) -> None:
    """Write articles of these messages, and their translations."""
    for name, texts in translated.items():
        write(project, f"source/{name}.md", "\n\n".join(texts) + "\n")
    i18n(project, "extract")
    for name, texts in translated.items():
        translate(project, name, texts, locale)


def found(project: Path, *arguments: str, rule: str = "agreement", locale: str = "de") -> list[dict[str, Any]]:
    said = i18n(project, "check", "--locale", locale, "--format", "json", *arguments).stdout
    return [each for each in json.loads(said)["findings"] if each["rule"] == rule]


def test_the_rare_wording_is_named_with_the_places_of_the_usual_one(project: Path) -> None:
    usual, other = {BEGIN: "Bevor Sie beginnen"}, {BEGIN: "Vor dem Start"}
    articles(project, a=other, b=usual, c=usual, d=usual, e=usual, f={BEGIN: "BEVOR  Sie beginnen"})
    (finding,) = found(project)
    assert (finding["severity"], finding["article"], finding["msgid"]) == ("info", "a.md", BEGIN)
    assert finding["path"] == "locales/de/LC_MESSAGES/a.po"
    lines = (project / finding["path"]).read_text().splitlines()
    assert lines[finding["line"] - 1] == f'msgid "{BEGIN}"'
    at = f"locales/de/LC_MESSAGES/b.po:{finding['line']}"
    assert finding["message"].startswith(f"The same text is “Bevor Sie beginnen” in {at}, ")
    assert finding["message"].endswith(" and 2 more. Say it in one way, if you can.")


def test_among_as_many_the_first_wording_is_the_usual_one_and_each_text_is_said_once(project: Path) -> None:
    articles(project, a={BEGIN: "Eins zwei"}, b={BEGIN: "Drei vier"}, c={BEGIN: "Fünf sechs"})
    (finding,) = found(project)
    assert finding["article"] == "b.md"
    assert "“Eins zwei” in locales/de/LC_MESSAGES/a.po:" in finding["message"]


def test_what_may_differ_is_left_alone(project: Path) -> None:
    write(project, "source/e.md", f"<!-- i18n:context: menu -->\n\n{BEGIN}\n")
    articles(
        project,
        a={BEGIN: "Bevor Sie beginnen", "Back": "Zurück", "Open it.": "Öffnen.", "15 °C": "15 °C"},
        b={"Back": "Nach oben", "Open it.": ""},
        c={BEGIN: "Bevor Sie beginnen"},
    )
    translate(project, "e", {BEGIN: "Vor dem Start"}, "de")
    assert found(project) == []


def test_a_waiver_and_the_configuration_silence_it(project: Path) -> None:
    articles(project, a={BEGIN: "Bevor Sie beginnen"}, b={BEGIN: "Vor dem Start"})
    assert found(project)
    path = project / "locales/de/LC_MESSAGES/b.po"
    before = path.read_text()
    path.write_text(before.replace("#. ", "# i18n-ignore: agreement\n#. ", 1))
    assert found(project) == []
    assert not found(project, rule="waiver")
    path.write_text(before)
    assert found(project)
    write(project, "i18n.toml", (project / "i18n.toml").read_text() + '[check]\noff = ["agreement"]\n')
    assert found(project) == []


def test_a_private_article_is_compared_with_none(project: Path) -> None:
    write(project, "i18n.toml", (project / "i18n.toml").read_text() + '[source]\nprivate = ["secret*"]\n')
    articles(project, a={BEGIN: "Bevor Sie beginnen"}, secret={BEGIN: "Geheimer Anfang"}, secrets={BEGIN: "Noch einer"})
    assert found(project) == found(project, "--private") == []
    articles(project, b={BEGIN: "Vor dem Start"})
    (finding,) = found(project, "--private")
    assert "secret" not in finding["message"]
    assert "Geheim" not in json.dumps(found(project, "--private"), ensure_ascii=False)


def test_it_is_said_again_as_it_was_and_no_more_once_it_is_mended(project: Path) -> None:
    articles(project, a={BEGIN: "Bevor Sie beginnen"}, b={BEGIN: "Vor dem Start"}, c={"The boat": "Das Boot"})
    first, there, times = found(project), files(project), untouched(project)
    assert found(project) == first
    assert files(project) == there
    assert untouched(project) == times
    translate(project, "c", {"The boat": "Das Schiff"}, "de")
    assert found(project) == first
    (project / ".i18n").rename(project / "away")
    assert found(project) == first
    assert found(project, "b") == found(project, "a") == []
    translate(project, "b", {BEGIN: "Bevor Sie beginnen"}, "de")
    assert found(project) == []


def test_a_run_says_it_too(project: Path) -> None:
    articles(project, a={BEGIN: "Bevor Sie beginnen"}, b={BEGIN: "Vor dem Start"})
    assert "Vor dem Start" not in (said := i18n(project, "run").output)
    assert "The same text is “Bevor Sie beginnen”" in said


def test_a_name_in_two_spellings_within_a_catalog_and_across_them(project: Path) -> None:
    texts = [*HOLLEN, "Then Hollen laughed."]
    words = ["قابلنا هولن اليوم.", "قارب هولن قديم.", "ثم ضحك هولين."]
    articles(project, "ar", a=dict(zip(texts, words, strict=True)))
    (finding,) = found(project, rule="names", locale="ar")
    assert (finding["severity"], finding["msgid"]) == ("warning", texts[2])
    assert finding["message"].startswith("“هولين” is “هولن” in 2 other messages with “Hollen”, as in line ")
    right = dict(zip(HOLLEN, words[:2], strict=True))
    articles(project, "ar", a=right, b=right, c=dict(zip(HOLLEN, ["قابلنا هولين.", "قارب هولين."], strict=True)))
    (finding,) = found(project, rule="names", locale="ar")
    assert finding["article"] == "c.md"
    assert finding["message"].startswith("“هولين” is “هولن” in 2 other articles with “Hollen”, as in locales/ar/")
