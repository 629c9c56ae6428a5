"""What is published when: limits by language, what a build remembers of them, and what is not live."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.commands import files, i18n, more_configuration, translate, write

WORDS = [f"word{letter}" for letter in "abcdefghij"]


@pytest.fixture
def tenths(tmp_path: Path) -> Path:
    """Two articles of ten messages of one word each, in two languages."""
    write(tmp_path, "i18n.toml", '[project]\nlocales = ["de", "ar"]\n')
    for article in ("one", "two"):
        write(tmp_path, f"source/{article}.md", "\n\n".join(WORDS) + "\n")
    i18n(tmp_path, "extract")
    return tmp_path


def done(project: Path, article: str, locale: str, number: int) -> None:
    """Have so many tenths of an article translated."""
    texts = {word: word.upper() if at < number else "" for at, word in enumerate(WORDS)}
    translate(project, article, texts, locale)


def pages(project: Path) -> list[str]:
    return [path for path in files(project / "dist") if path.endswith(".md")]


def built(project: Path, *arguments: str) -> str:
    result = i18n(project, "build", *arguments)
    assert result.exit_code == 0, result.stderr
    return result.stderr


def test_each_language_has_its_own_limit(tenths: Path) -> None:
    more_configuration(tenths, "[build]\nminimum = { default = 80, ar = 50 }\n")
    for locale in ("de", "ar"):
        done(tenths, "one", locale, 6)
    said = built(tenths)
    assert pages(tenths) == ["ar/one.md"]
    assert "one.md is not published in de: 60 % of its words are translated, [build] minimum is 80." in said
    assert "two.md is not published in ar: 0 % of its words are translated, [build] minimum is 50." in said


def test_each_language_has_its_own_required_articles(tenths: Path) -> None:
    more_configuration(tenths, '[build]\nrequired = { default = ["one"], ar = ["two"] }\n')
    for locale in ("de", "ar"):
        done(tenths, "one", locale, 10)
    said = built(tenths)
    assert pages(tenths) == ["de/one.md", "de/two.md"]
    assert "ar is not published: the required article two.md is not there" in said


def test_a_required_article_of_one_language_that_is_not_there_is_named_with_its_key(tenths: Path) -> None:
    more_configuration(tenths, '[build]\nrequired = { ar = ["tow"] }\n')
    result = i18n(tenths, "build")
    assert result.exit_code == 2
    assert 'build.required.ar: "tow" matches no article (did you mean "two"?)' in result.stderr


def test_without_its_manifest_a_build_knows_of_nothing_that_was_published(tenths: Path) -> None:
    more_configuration(tenths, '[build]\nminimum = 80\ndrop_below = 30\nrequired = ["one"]\n')
    for article in ("one", "two"):
        done(tenths, article, "de", 9)
    built(tenths)
    for _ in range(2):
        done(tenths, "one", "de", 5)
        built(tenths)
    assert pages(tenths) == ["de/one.md", "de/two.md"]
    (tenths / "dist/manifest.json").unlink()
    assert "de is not published: the required article one.md is not there (50 % of its words" in built(tenths)
    assert not (tenths / "dist/manifest.json").exists()


def test_with_its_manifest_alone_a_build_knows_all_that_was_published(tenths: Path) -> None:
    more_configuration(tenths, "[build]\nminimum = 80\ndrop_below = 30\n")
    done(tenths, "one", "de", 9)
    built(tenths)
    done(tenths, "one", "de", 5)
    (tenths / "dist/de/one.md").unlink()
    built(tenths)
    assert pages(tenths) == ["de/one.md"]


def test_a_language_whose_required_article_was_never_readable_is_not_published(tenths: Path) -> None:
    more_configuration(tenths, '[build]\nrequired = ["one"]\n')
    done(tenths, "one", "ar", 10)
    write(tenths, "locales/de/LC_MESSAGES/one.po", 'msgid "half\n')
    result = i18n(tenths, "build")
    assert result.exit_code == 3
    assert "de is not published: the required article one.md is not there" in result.stderr
    assert pages(tenths) == ["ar/one.md", "ar/two.md"]


def test_what_is_built_in_part_is_judged_like_the_whole(tenths: Path) -> None:
    more_configuration(tenths, "[build]\nminimum = 80\ndrop_below = 30\n")
    for locale in ("de", "ar"):
        for article in ("one", "two"):
            done(tenths, article, locale, 9)
    built(tenths)
    for locale in ("de", "ar"):
        done(tenths, "one", locale, 5)
        done(tenths, "two", locale, 2)
    built(tenths, "--locale", "de")
    assert pages(tenths) == ["ar/one.md", "ar/two.md", "de/one.md"]
    built(tenths, "one")
    assert pages(tenths) == ["ar/one.md", "ar/two.md", "de/one.md"]
    built(tenths, "two")
    assert pages(tenths) == ["ar/one.md", "de/one.md"]
    listed = json.loads((tenths / "dist/manifest.json").read_bytes())["locales"]
    assert {tag: list(locale["articles"]) for tag, locale in listed.items()} == {"ar": ["one.md"], "de": ["one.md"]}
