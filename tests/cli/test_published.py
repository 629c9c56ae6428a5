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


@pytest.mark.parametrize("command", ["build", "status"])
def test_what_is_live_is_said_and_why_the_rest_is_not(tenths: Path, command: str) -> None:
    more_configuration(tenths, "[build]\nminimum = 80\n")
    done(tenths, "one", "de", 9)
    done(tenths, "two", "ar", 6)
    said = i18n(tenths, command).stdout
    assert "Live: de.\n" in said
    assert (
        "Not live: ar: two.md is not published (60 % of its words are translated, [build] minimum is 80);"
        " nor is 1 other article.\n" in said
    )


@pytest.mark.parametrize("command", ["build", "status"])
def test_a_private_article_that_no_build_makes_is_no_reason_and_is_not_counted(tenths: Path, command: str) -> None:
    more_configuration(tenths, '[build]\nminimum = 80\n[source]\nprivate = ["two.md"]\n')
    done(tenths, "two", "ar", 6)
    assert i18n(tenths, command).stdout.count("[build] minimum is 80).\n") == 2


@pytest.mark.parametrize("command", ["build", "status"])
def test_a_missing_required_article_is_why_a_language_is_not_live(tenths: Path, command: str) -> None:
    more_configuration(tenths, '[build]\nrequired = ["one"]\n')
    done(tenths, "one", "de", 1)
    said = i18n(tenths, command).stdout
    assert "Live: de.\n" in said
    assert "Not live: ar: the required article one.md is not there (10 of 10 messages show the source).\n" in said


def test_a_private_required_article_is_not_named(tenths: Path) -> None:
    more_configuration(tenths, '[source]\nprivate = ["one"]\n[build]\nrequired = ["one"]\n')
    for command in ("build", "status"):
        said = i18n(tenths, command).output
        assert "Not live: de: a required private article is not there" in said
        assert "one.md" not in said


def test_status_says_what_the_next_build_does(tenths: Path) -> None:
    more_configuration(tenths, '[build]\nminimum = 80\ndrop_below = 30\nrequired = { de = ["two"] }\n')
    states = [(0, 0), (9, 9), (5, 5), (9, 2), (9, 9), (2, 9), (0, 8), (7, 7)]
    for one, two in states:
        for locale in ("de", "ar"):
            done(tenths, "one", locale, one)
            done(tenths, "two", locale, two)
        before = json.loads(i18n(tenths, "status", "--format", "json").stdout)["locales"]
        built(tenths)
        after = json.loads(i18n(tenths, "status", "--format", "json").stdout)["locales"]
        live = {path.partition("/")[0] for path in pages(tenths)}
        for said in (before, after):
            assert {tag for tag, locale in said.items() if locale["live"]} == live
            assert {tag for tag, locale in said.items() if locale["reason"]} == {"de", "ar"} - live


def test_status_of_some_articles_says_nothing_of_what_is_live(tenths: Path) -> None:
    assert "ive: " not in i18n(tenths, "status", "one").stdout
    assert "live" not in json.loads(i18n(tenths, "status", "one", "--format", "json").stdout)["locales"]["de"]


def alternates(project: Path) -> dict[str, list[str]]:
    listed = json.loads((project / "dist/manifest.json").read_bytes())["locales"]
    return {tag: locale["articles"]["one.md"]["alternates"] for tag, locale in listed.items()}


@pytest.mark.parametrize(
    ("limits", "german", "arabic", "expected"),
    [
        ("", 4, 5, ["ar"]),
        ("minimum = { default = 0, ar = 30 }", 3, 3, ["ar"]),
        ("minimum = 80", 8, 9, ["ar", "de"]),
        ("minimum = { ar = 80 }\ndrop_below = { ar = 60 }", 10, 9, ["ar", "de"]),
    ],
)
def test_alternates_are_languages_in_which_an_article_is_translated(
    tenths: Path, limits: str, german: int, arabic: int, expected: list[str]
) -> None:
    more_configuration(tenths, f"[build]\n{limits}\n")
    done(tenths, "one", "de", german)
    done(tenths, "one", "ar", arabic)
    built(tenths)
    assert alternates(tenths) == {tag: [each for each in expected if each != tag] for tag in ("ar", "de")}


def test_an_alternate_stays_one_as_long_as_its_limits_publish_it(tenths: Path) -> None:
    more_configuration(tenths, "[build]\nminimum = { ar = 80 }\ndrop_below = { ar = 20 }\n")
    for arabic, there in ((9, True), (3, True), (1, False), (7, False), (8, True)):
        done(tenths, "one", "ar", arabic)
        built(tenths)
        assert alternates(tenths)["de"] == (["ar"] if there else [])


@pytest.mark.parametrize(
    ("extensions", "expected"),
    [
        ("", "> "),
        ("markdown_extensions: [toc]\n", "> "),
        ("markdown_extensions: [admonition]\n", '!!! note "Hinweis"\n    '),
        ("markdown_extensions:\n- toc:\n    permalink: true\n- admonition\n", '!!! note "Hinweis"\n    '),
        ("INHERIT: ../base.yml\n", '!!! note "Hinweis"\n    '),
    ],
)
def test_mkdocs_shows_an_admonition_where_it_knows_these(tenths: Path, extensions: str, expected: str) -> None:
    more_configuration(tenths, '[source]\ndialect = "mkdocs"\n[notices]\ndefault = { partial = true }\n')
    done(tenths, "one", "de", 5)
    built(tenths)
    for _ in range(2):
        write(tenths, "mkdocs.yml", f"site_name: x\n{extensions}")
        built(tenths)
    text = (tenths / "dist/de/one.md").read_text(encoding="utf-8")
    assert text.startswith(f"{expected}Teile dieser Seite sind noch nicht übersetzt")


@pytest.mark.parametrize(
    ("dialect", "file", "text", "expected"),
    [
        ("gfm", "README.md", "", "> [!NOTE]\n> "),
        ("gfm", "eleventy.config.js", "export default function () {}\n", "> "),
        ("starlight", "astro.config.mjs", "export default { integrations: [starlight()] };\n", ":::note[Hinweis]\n"),
        ("starlight", "astro.config.mjs", "export default {};\n", "> "),
    ],
)
def test_a_notice_is_a_quote_where_the_site_shows_no_alerts(
    tenths: Path, dialect: str, file: str, text: str, expected: str
) -> None:
    more_configuration(tenths, f'[source]\ndialect = "{dialect}"\n[notices]\ndefault = {{ partial = true }}\n')
    write(tenths, file, text)
    done(tenths, "one", "de", 5)
    built(tenths)
    page = (tenths / "dist/de/one.md").read_text(encoding="utf-8")
    assert page.startswith(f"{expected}Teile dieser Seite sind noch nicht übersetzt")
