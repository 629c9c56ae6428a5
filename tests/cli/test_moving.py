"""Articles that are renamed take their catalogs along; those that are not keep theirs."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

from i18n.store import local
from tests.cli.commands import catalog, files, i18n, translate, translate_all, write

POEM = "# The lighthouse\n\nIt blinks twice.\n\nThen it waits.\n\nNobody counts the ships that pass by.\n"
RECIPE = "# Bread for six\n\nKnead it long.\n\nLet it rest.\n\nBake it hot.\n"


@pytest.fixture
def begun(project: Path) -> Path:
    """Two more articles, extracted and translated into German."""
    write(project, "source/poem.md", POEM)
    write(project, "source/recipe.md", RECIPE)
    assert i18n(project, "extract").exit_code == 0
    for name in ("poem", "recipe"):
        translate_all(project, name)
    return project


def rename(project: Path, old: str, new: str, text: str | None = None) -> None:
    path = project / "source" / old
    write(project, f"source/{new}", path.read_text(encoding="utf-8") if text is None else text)
    path.unlink()


def extracted(project: Path, *arguments: str) -> list[str]:
    """What `extract` says of articles that moved or are gone."""
    lines = i18n(project, "extract", *arguments).stdout.splitlines()
    return [line for line in lines if "the catalogs of" in line]


def moved(old: str, new: str) -> str:
    return f"Moved the catalogs of {old} to {new}: the article was renamed."


def gone(name: str) -> str:
    return f"The article of the catalogs of {name} is gone; they are kept."


def translations(project: Path, name: str) -> list[str]:
    return [unit.msgstr for unit in catalog(project, name).units if not unit.obsolete]


def test_two_at_once_find_each_their_own(begun: Path) -> None:
    poem, recipe = translations(begun, "poem"), translations(begun, "recipe")
    rename(begun, "poem.md", "b/verse.md")
    rename(begun, "recipe.md", "a/bread.md")
    assert extracted(begun) == [moved("poem", "b/verse"), moved("recipe", "a/bread")]
    assert (translations(begun, "b/verse"), translations(begun, "a/bread")) == (poem, recipe)
    assert [path for path in files(begun / "locales") if "poem" in path or "recipe" in path] == []


def test_every_language_and_the_template_move(begun: Path) -> None:
    before = {path for path in files(begun / "locales") if "poem" in path}
    assert len(before) == 3
    rename(begun, "poem.md", "verse.md")
    extracted(begun)
    assert {path for path in files(begun / "locales") if "verse" in path} == {
        path.replace("poem", "verse") for path in before
    }


def test_an_article_that_was_edited_as_well_moves_while_half_of_it_is_left(begun: Path) -> None:
    rename(begun, "poem.md", "verse.md", POEM.replace("Nobody counts", "Somebody counts"))
    assert extracted(begun) == [moved("poem", "verse")]
    kept = {unit.msgid: (unit.msgstr, unit.fuzzy) for unit in catalog(begun, "verse").units}
    assert kept["The lighthouse"] == ("THE LIGHTHOUSE", False)
    assert kept["Somebody counts the ships that pass by."] == ("NOBODY COUNTS THE SHIPS THAT PASS BY.", True)


def test_under_half_it_is_another_article(begun: Path) -> None:
    rename(begun, "poem.md", "verse.md", "# The lighthouse\n\nIt was torn down.\n\nA hotel stands there.\n")
    assert extracted(begun) == [gone("poem")]
    assert translations(begun, "verse") == ["", "", ""]
    assert translations(begun, "poem")


def test_the_nearest_of_two_takes_them_and_of_equals_the_first_by_name(begun: Path) -> None:
    rename(begun, "poem.md", "zebra.md")
    write(begun, "source/half.md", POEM.replace("Nobody counts", "Somebody counts"))
    assert extracted(begun) == [moved("poem", "zebra")]
    rename(begun, "recipe.md", "two.md")
    write(begun, "source/one.md", RECIPE)
    assert extracted(begun) == [moved("recipe", "one")]
    assert translations(begun, "two") == ["", "", "", ""]


def test_an_article_that_has_catalogs_takes_no_others(begun: Path) -> None:
    write(begun, "source/recipe.md", POEM)
    (begun / "source/poem.md").unlink()
    assert extracted(begun) == [gone("poem")]


def test_a_copy_takes_nothing(begun: Path) -> None:
    write(begun, "source/verse.md", POEM)
    assert extracted(begun) == []
    assert translations(begun, "poem")
    assert translations(begun, "verse") == ["", "", "", ""]


@pytest.mark.parametrize("spoiled", [None, b'msgid "half\n', b""])
def test_without_a_template_that_can_be_read_a_catalog_says_what_the_article_held(
    begun: Path, spoiled: bytes | None
) -> None:
    template = begun / "locales/templates/poem.pot"
    template.unlink()
    if spoiled is not None:
        template.write_bytes(spoiled)
    rename(begun, "poem.md", "verse.md")
    assert extracted(begun) == [moved("poem", "verse")]
    assert translations(begun, "verse")[0] == "THE LIGHTHOUSE"


def test_without_anything_that_can_be_read_nothing_moves(begun: Path) -> None:
    for path in [*(begun / "locales").rglob("poem.po"), *(begun / "locales").rglob("poem.pot")]:
        path.write_bytes(b'msgid "half\n')
    rename(begun, "poem.md", "verse.md")
    before = files(begun / "locales/de")["LC_MESSAGES/poem.po"]
    assert extracted(begun) == [gone("poem")]
    assert files(begun / "locales/de")["LC_MESSAGES/poem.po"] == before


def test_an_article_that_cannot_be_read_takes_nothing(begun: Path) -> None:
    (begun / "source/poem.md").unlink()
    (begun / "source/verse.md").write_bytes(POEM.encode() + b"\xff\n")
    result = i18n(begun, "extract")
    assert result.exit_code == 3
    assert gone("poem") in result.stdout
    (begun / "source/verse.md").write_bytes(POEM.encode())
    assert extracted(begun) == [moved("poem", "verse")]


def test_a_language_whose_catalog_is_missing_gets_a_new_one(begun: Path) -> None:
    (begun / "locales/pt_BR/LC_MESSAGES/poem.po").unlink()
    rename(begun, "poem.md", "verse.md")
    assert extracted(begun) == [moved("poem", "verse")]
    assert {unit.msgstr for unit in catalog(begun, "verse", "pt_BR").units} == {""}


def test_one_language_that_is_named_moves_all_of_them(begun: Path) -> None:
    translate(begun, "poem", {"The lighthouse": "O farol"}, "pt_BR")
    rename(begun, "poem.md", "verse.md")
    assert extracted(begun, "--locale", "de") == [moved("poem", "verse")]
    assert "O farol" in translations(begun, "verse") + [unit.msgstr for unit in catalog(begun, "verse", "pt_BR").units]


def test_an_article_that_is_not_named_takes_nothing(begun: Path) -> None:
    rename(begun, "poem.md", "verse.md")
    assert extracted(begun, "recipe") == [gone("poem")]
    assert extracted(begun) == [moved("poem", "verse")]


@pytest.mark.parametrize(("option", "status"), [("--dry-run", 0), ("--check", 1)])
def test_pretending_says_so_and_counts_as_if_they_had_moved(begun: Path, option: str, status: int) -> None:
    rename(begun, "poem.md", "verse.md")
    before = files(begun)
    result = i18n(begun, "extract", option)
    assert (result.exit_code, files(begun)) == (status, before)
    assert "Would move the catalogs of poem to verse: the article was renamed." in result.stdout
    extracted(begun)
    assert i18n(begun, "extract", option).exit_code == 0


def test_back_again_is_a_move_too(begun: Path) -> None:
    before = translations(begun, "poem")
    rename(begun, "poem.md", "verse.md")
    extracted(begun)
    rename(begun, "verse.md", "poem.md")
    assert extracted(begun) == [moved("verse", "poem")]
    assert translations(begun, "poem") == before


def names_of(project: Path, name: str) -> list[str]:
    return [path for path in files(project / "locales") if path.rpartition("/")[2].startswith(f"{name}.po")]


@pytest.mark.parametrize("done", [("templates",), ("templates", "de"), ("de",), ("fr",), ("pt_BR", "fr")])
def test_a_move_that_began_is_brought_to_its_end_in_every_language(begun: Path, done: tuple[str, ...]) -> None:
    """Whether the command was killed or a person moved some; French is no language of the project any more."""
    write(begun, "locales/fr/LC_MESSAGES/poem.po", (begun / "locales/de/LC_MESSAGES/poem.po").read_text())
    translate(begun, "poem", {"The lighthouse": "O farol"}, "pt_BR")
    rename(begun, "poem.md", "verse.md")
    begun_by_hand = begun.with_name(f"{begun.name}-half")
    shutil.copytree(begun, begun_by_hand)
    for folder in done:
        inner = "verse.pot" if folder == "templates" else "LC_MESSAGES/verse.po"
        path = begun_by_hand / "locales" / folder / inner
        path.with_name(path.name.replace("verse", "poem")).rename(path)
    assert extracted(begun_by_hand) == extracted(begun) == [moved("poem", "verse")]
    assert files(begun_by_hand / "locales") == files(begun / "locales")
    assert names_of(begun, "poem") == []
    assert translations(begun, "verse")[0] == "THE LIGHTHOUSE"
    assert catalog(begun, "verse", "pt_BR").units[0].msgstr == "O farol"
    assert catalog(begun, "verse", "fr").units[0].msgstr == "THE LIGHTHOUSE"


def test_pretending_to_end_a_move_that_began_counts_as_if_it_had_ended(begun: Path) -> None:
    rename(begun, "poem.md", "verse.md")
    for folder in ("templates/poem.pot", "de/LC_MESSAGES/poem.po"):
        path = begun / "locales" / folder
        path.rename(path.with_name(path.name.replace("poem", "verse")))
    before = files(begun)
    result = i18n(begun, "extract", "--dry-run")
    assert (result.exit_code, files(begun)) == (0, before)
    assert "Would move the catalogs of poem to verse: the article was renamed." in result.stdout
    assert "1 template and 2 catalogs would be written" in result.stdout


def test_a_catalog_that_cannot_be_moved_is_a_finding_and_others_are_done(
    begun: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename(begun, "poem.md", "verse.md")
    write(begun, "source/recipe.md", RECIPE + "\nEat it.\n")
    real = os.rename

    def refuse(source: str, target: str) -> None:
        if "de/LC_MESSAGES" in source:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "rename", refuse)
        result = i18n(begun, "extract")
    assert result.exit_code == 3
    assert "locales/de/LC_MESSAGES/verse.po: error: cannot be written: Permission denied." in result.stderr
    assert "Eat it." in [unit.msgid for unit in catalog(begun, "recipe").units]
    assert extracted(begun) == [moved("poem", "verse")]
    assert translations(begun, "verse")[0] == "THE LIGHTHOUSE"


def test_an_article_that_could_not_be_read_once_still_takes_its_catalogs(
    begun: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that fails for a moment must not let it get empty catalogs of its own, after which nothing would move."""
    before = translations(begun, "poem")
    rename(begun, "poem.md", "verse.md")
    real = local._content
    failed: list[str] = []

    def fails_once(place: str) -> bytes:
        if place.endswith("verse.md") and not failed:
            failed.append(place)
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return real(place)

    with monkeypatch.context() as patch:
        patch.setattr(local, "_content", fails_once)
        result = i18n(begun, "extract")
    assert result.exit_code == 3
    assert "source/verse.md: error: cannot be read: Input/output error" in result.stderr
    assert extracted(begun) == [moved("poem", "verse")]
    assert translations(begun, "verse") == before
