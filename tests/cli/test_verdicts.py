"""What becomes of an article that is not wholly translated, and of a language that lacks a required one."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.commands import files, i18n, translate, translate_all, write

ARTICLE = "# One two three\n\nFour five six seven.\n\nEight nine ten.\n"
TEXTS = {"One two three": "EINS ZWEI DREI", "Four five six seven.": "VIER FÜNF SECHS SIEBEN."}
"""Three words of ten, and four."""


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """One article of ten words in three messages, extracted for German and French."""
    write(tmp_path, "i18n.toml", '[project]\nlocales = ["de", "fr"]\n[build]\nanchors = "keep"\n')
    write(tmp_path, "source/a.md", ARTICLE)
    assert i18n(tmp_path, "extract").exit_code == 0
    return tmp_path


def configure(project: Path, build: str) -> None:
    write(project, "i18n.toml", f'[project]\nlocales = ["de", "fr"]\n[build]\nanchors = "keep"\n{build}')


def shares(project: Path, percent: int) -> None:
    """Translate so many percent of the words into German."""
    chosen = {0: [], 30: ["One two three"], 40: ["Four five six seven."], 70: list(TEXTS)}[percent]
    translate(project, "a", {msgid: TEXTS[msgid] if msgid in chosen else "" for msgid in TEXTS})


def page(project: Path, locale: str = "de") -> str:
    """First words of the lines of the page; empty if there is none."""
    path = project / f"dist/{locale}/a.md"
    return (
        " ".join(line.split()[0] for line in path.read_text(encoding="utf-8").splitlines() if line)
        if path.exists()
        else ""
    )


def entry(project: Path, locale: str = "de") -> dict[str, object]:
    made = json.loads((project / "dist/manifest.json").read_bytes())
    found: dict[str, object] = made["locales"][locale]["articles"]["a.md"]
    return found


def build(project: Path, *arguments: str) -> str:
    result = i18n(project, "build", *arguments)
    assert result.exit_code == 0, result.stderr
    return result.stderr


@pytest.mark.parametrize(("percent", "published"), [(0, False), (30, False), (40, True), (70, True)])
def test_the_minimum_is_met_by_exactly_as_much(begun: Path, percent: int, published: bool) -> None:
    configure(begun, "minimum = 40\n")
    shares(begun, percent)
    told = build(begun)
    assert bool(page(begun)) == published
    reason = f"a.md is not published in de: {percent} % of its words are translated, [build] minimum is 40."
    assert (reason in told) != published
    assert "a.md is not published in fr: 0 %" in told


@pytest.mark.parametrize(
    ("first", "then", "published"),
    [(70, 40, True), (70, 30, True), (70, 0, False), (40, 30, False)],
)
def test_what_was_published_stays_down_to_drop_below(begun: Path, first: int, then: int, published: bool) -> None:
    configure(begun, "minimum = 70\ndrop_below = 30\n")
    shares(begun, first)
    build(begun)
    shares(begun, then)
    told = build(begun)
    assert bool(page(begun)) == published
    assert ("[build] drop_below is 30" in told) == (first == 70 and not published)


def test_what_was_withdrawn_must_meet_the_minimum_again(begun: Path) -> None:
    configure(begun, "minimum = 70\ndrop_below = 30\n")
    for percent, published in ((70, True), (0, False), (40, False), (70, True), (40, True)):
        shares(begun, percent)
        build(begun)
        assert bool(page(begun)) == published, percent


@pytest.mark.parametrize(
    ("fallback", "shown", "kept"),
    [("mixed", "# VIER Eight", "mixed"), ("source", "# Four Eight", "source"), ("last-good", "# Four Eight", "source")],
)
def test_an_article_that_is_half_done(begun: Path, fallback: str, shown: str, kept: str) -> None:
    configure(begun, f'fallback = "{fallback}"\n')
    shares(begun, 40)
    build(begun)
    assert page(begun) == shown
    assert entry(begun)["fallback"] == kept


def test_an_article_that_is_left_out_is_no_part_of_the_manifest(begun: Path) -> None:
    configure(begun, 'fallback = "omit"\n')
    shares(begun, 40)
    assert "a.md is not published in de" in build(begun)
    assert files(begun / "dist") == {} or "de" not in json.loads((begun / "dist/manifest.json").read_bytes())["locales"]


@pytest.mark.parametrize("fallback", ["mixed", "source", "omit", "last-good"])
def test_an_article_that_is_wholly_translated_knows_no_fallback(begun: Path, fallback: str) -> None:
    configure(begun, f'fallback = "{fallback}"\nminimum = 100\n')
    translate_all(begun, "a")
    build(begun, "--locale", "de")
    assert page(begun) == "# FOUR EIGHT"
    assert entry(begun)["fallback"] == ""


def last_good(project: Path, more: str = "") -> str:
    """Build it wholly translated, then take one translation away."""
    configure(project, f'fallback = "last-good"\n{more}')
    translate_all(project, "a")
    build(project, "--locale", "de")
    good = page(project)
    translate(project, "a", {"One two three": ""})
    return good


def test_the_last_good_page_stays_through_many_builds_and_edits(begun: Path) -> None:
    good = last_good(begun)
    for text in (ARTICLE, ARTICLE + "\nEleven.\n", ARTICLE + "\nTwelve.\n"):
        write(begun, "source/a.md", text)
        i18n(begun, "extract")
        build(begun, "--locale", "de")
        assert page(begun) == good
        assert entry(begun)["fallback"] == "last-good"
    assert i18n(begun, "build", "--locale", "de", "--check").exit_code == 0


def test_the_last_good_page_is_for_its_own_language(begun: Path) -> None:
    good = last_good(begun)
    build(begun)
    assert (page(begun), page(begun, "fr")) == (good, "# Four Eight")


def test_the_last_good_page_falls_under_drop_below_too(begun: Path) -> None:
    last_good(begun, "drop_below = 90\nminimum = 90\n")
    assert "[build] drop_below is 90" in build(begun, "--locale", "de")
    assert page(begun) == ""


def test_a_mixed_page_is_no_good_one(begun: Path) -> None:
    shares(begun, 40)
    build(begun, "--locale", "de")
    configure(begun, 'fallback = "last-good"\n')
    build(begun, "--locale", "de")
    assert page(begun) == "# Four Eight"


OLD = (
    "locales/de/LC_MESSAGES/a.po: warning: The page of a.md stays as it was when it was last complete, and may say what"
    " the article no longer says. In a new one 1 of 3 messages show the source."
)


@pytest.mark.parametrize("command", ["build", "check", "bundle", "run"])
def test_every_command_names_the_page_that_shows_an_old_text(begun: Path, command: str) -> None:
    last_good(begun)
    for _ in range(2):
        build(begun, "--locale", "de")
        result = i18n(begun, command)
        assert result.exit_code == 0
        told = [line for line in result.output.splitlines() if "old-page" in line]
        assert [line.replace(" (de)", "") for line in told] == [f"{OLD} [old-page]"]


def test_a_page_that_is_complete_again_is_no_old_one(begun: Path) -> None:
    last_good(begun)
    translate_all(begun, "a")
    assert all("old-page" not in i18n(begun, command).output for command in ("check", "build", "run"))


def test_an_old_page_can_be_kept_out_of_bundles(begun: Path) -> None:
    last_good(begun)
    with (begun / "i18n.toml").open("a", encoding="utf-8") as file:
        file.write('[check]\nerror = ["old-page"]\n')
    assert i18n(begun, "run").exit_code == 1
    assert not (begun / "bundles/de.zip").exists()


def hidden(project: Path, how: str) -> None:
    """Take the article from readers in one of the ways there are; the last translation is open."""
    if how == "private":
        configure(project, 'fallback = "last-good"\n[source]\nprivate = ["a.md"]\n')
    elif how == "gone":
        (project / "source/a.md").unlink()
    else:
        write(project, "source/a.md", f"---\n{how}\n---\n{ARTICLE}")


HIDDEN = ["private", "gone", "draft: true", "published: false", "unlisted: true"]


@pytest.mark.parametrize("how", HIDDEN)
@pytest.mark.parametrize("command", ["run", "build", "build b.md", "build --locale fr"])
def test_an_article_that_readers_are_not_to_see_leaves_no_old_page(begun: Path, how: str, command: str) -> None:
    write(begun, "source/b.md", "# Another\n")
    last_good(begun)
    i18n(begun, "run")
    assert "de/a.md" in files(begun / "dist")
    hidden(begun, how)
    i18n(begun, "extract")
    assert i18n(begun, *command.split()).exit_code == 0
    pages = [data for path, data in files(begun / "dist").items() if path.endswith("a.md")]
    if ":" in how:  # what the article says itself, its page says too
        assert all(how.encode() in data for data in pages)
    else:
        assert not pages
        assert b"a.md" not in files(begun / "dist")["manifest.json"]
    assert i18n(begun, "bundle").exit_code == 0
    for path in (begun / "bundles").glob("*.zip"):
        with zipfile.ZipFile(path) as archive:
            assert "a.md" not in archive.namelist()


@pytest.mark.parametrize("how", [each for each in HIDDEN if each != "gone"])
def test_an_article_that_was_private_shows_nothing_of_that_time(begun: Path, how: str) -> None:
    last_good(begun)
    hidden(begun, how)
    i18n(begun, "extract")
    translate_all(begun, "a")
    build(begun, "a.md", "--locale", "de")
    assert page(begun).endswith("# FOUR EIGHT")
    configure(begun, 'fallback = "last-good"\n')
    write(begun, "source/a.md", ARTICLE.replace("Four", "Fourteen"))
    i18n(begun, "extract")
    build(begun, "--locale", "de")
    assert page(begun) == "# Fourteen Eight"
    assert i18n(begun, "check").output.count("old-page") == 0


def test_a_named_private_article_shows_what_it_says_now(begun: Path) -> None:
    last_good(begun)
    hidden(begun, "draft: true")
    i18n(begun, "extract")
    build(begun, "a.md", "--locale", "de")
    assert "Four" in page(begun).replace("FOUR", "")
    assert entry(begun)["private"] is True


def test_an_old_page_that_leads_to_what_is_private_now_does_not_stay(begun: Path) -> None:
    write(begun, "source/a.md", ARTICLE + "\n[There](secret.md).\n")
    write(begun, "source/secret.md", "# Words\n")
    i18n(begun, "extract")
    last_good(begun)
    build(begun, "--locale", "de")
    assert b"secret" in files(begun / "dist")["de/a.md"]
    configure(begun, 'fallback = "last-good"\n[source]\nprivate = ["secret.md"]\n')
    build(begun, "--locale", "de")
    assert b"secret" not in files(begun / "dist")["de/a.md"]
    assert entry(begun)["fallback"] == "source"


def test_an_article_that_was_gone_for_a_build_comes_back_as_the_source(begun: Path) -> None:
    last_good(begun)
    (begun / "source/a.md").unlink()
    build(begun)
    write(begun, "source/a.md", ARTICLE)
    build(begun)
    assert page(begun) == "# Four Eight"


@pytest.mark.parametrize(
    ("percent", "fallback", "published"),
    [(0, "mixed", False), (30, "mixed", True), (30, "source", False), (30, "omit", False), (30, "last-good", False)],
)
def test_a_required_article_must_be_there_as_more_than_the_source(
    begun: Path, percent: int, fallback: str, published: bool
) -> None:
    write(begun, "source/b.md", "# Another\n")
    i18n(begun, "extract")
    translate(begun, "b", {"Another": "EIN ANDERER"})
    configure(begun, f'required = ["a.md"]\nfallback = "{fallback}"\n')
    shares(begun, percent)
    told = build(begun, "--locale", "de")
    assert (begun / "dist/de/b.md").exists() == published
    assert ("de is not published: the required article a.md is not there" in told) != published


def test_a_required_article_may_be_the_last_good_one(begun: Path) -> None:
    good = last_good(begun, 'required = ["a.md"]\n')
    build(begun, "--locale", "de")
    assert page(begun) == good


def test_a_required_article_without_messages_is_always_there(begun: Path) -> None:
    write(begun, "source/a.md", "```\ncode\n```\n")
    write(begun, "source/b.md", "# Another\n")
    i18n(begun, "extract")
    configure(begun, 'required = ["a.md"]\n')
    build(begun)
    assert {"de/a.md", "de/b.md", "fr/b.md"} <= files(begun / "dist").keys()


def test_a_required_article_below_the_minimum_takes_its_language_down(begun: Path) -> None:
    write(begun, "source/b.md", "# Another\n")
    i18n(begun, "extract")
    for name in ("a", "b"):
        translate_all(begun, name)
    configure(begun, 'required = ["a.md"]\nminimum = 80\n')
    build(begun, "--locale", "de")
    assert {"de/a.md", "de/b.md"} <= files(begun / "dist").keys()
    translate(begun, "a", {"Four five six seven.": ""})
    build(begun, "--locale", "de")
    assert {"de/a.md", "de/b.md"} <= files(begun / "dist").keys(), "drop_below is 0"
    configure(begun, 'required = ["a.md"]\nminimum = 80\ndrop_below = 80\n')
    build(begun, "--locale", "de")
    assert not {"de/a.md", "de/b.md"} & files(begun / "dist").keys()


def test_what_cannot_be_read_withholds_no_language(begun: Path) -> None:
    translate_all(begun, "a")
    configure(begun, 'required = ["a.md"]\n')
    build(begun, "--locale", "de")
    before = files(begun / "dist")
    (begun / "locales/de/LC_MESSAGES/a.po").write_bytes(b'msgid "half\n')
    assert i18n(begun, "build", "--locale", "de").exit_code == 3
    assert files(begun / "dist") == before


def test_a_glossary_that_cannot_be_read_keeps_no_page_back(begun: Path) -> None:
    translate_all(begun, "a")
    write(begun, "terms.csv", "no such head\n")
    configure(begun, '[memory]\nglossary = "terms.csv"\n')
    build(begun, "--locale", "de")
    assert page(begun) == "# FOUR EIGHT"


def test_a_glob_requires_all_that_it_matches(begun: Path) -> None:
    write(begun, "source/legal/imprint.md", "# Imprint\n")
    write(begun, "source/legal/terms.md", "# Terms\n")
    i18n(begun, "extract")
    configure(begun, 'required = ["legal/*.md"]\n')
    translate_all(begun, "legal/imprint")
    assert "the required article legal/terms.md is not there" in build(begun, "--locale", "de")
    assert page(begun) == ""
    translate_all(begun, "legal/terms")
    build(begun, "--locale", "de")
    assert page(begun)


def test_where_review_is_required_an_article_that_nobody_reviewed_is_the_source(begun: Path) -> None:
    translate_all(begun, "a")
    configure(begun, 'require = "reviewed"\n')
    build(begun, "--locale", "de")
    assert (page(begun), entry(begun)["fallback"]) == ("# Four Eight", "source")
    configure(begun, 'require = "reviewed"\nrequired = ["a.md"]\n')
    assert "de is not published: the required article a.md is not there" in build(begun, "--locale", "de")
