"""One article, name or file that is out of order is named, and all others are done."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import polib
import pytest

from tests.cli.commands import catalog, i18n, translate, translate_all, write

DEEP = "![" * 2000 + "a" + "](x)" * 2000


def test_markup_that_is_nested_too_deep_is_a_finding_about_its_article(project: Path) -> None:
    write(project, "source/deep.md", f"# Deep\n\n{DEEP}\n")
    for command in ("extract", "check", "build", "draft --engine pseudo", "run"):
        result = i18n(project, *command.split())
        assert result.exit_code == 3, command
        assert "source/deep.md:3: error: Links, images and emphasis stand inside each other" in result.output
    assert (project / "dist/de/index.md").exists()
    assert not (project / "dist/de/deep.md").exists()


def test_a_translation_that_is_nested_too_deep_is_a_finding_about_its_catalog(project: Path) -> None:
    write(project, "source/short.md", "# Short words\n")
    i18n(project, "extract")
    translate(project, "short", {"Short words": DEEP})
    translate_all(project, "index")
    for command in ("check", "build", "extract", "run"):
        result = i18n(project, command)
        assert result.exit_code == (0 if command in ("build", "extract") else 1), command
        said = "locales/de/LC_MESSAGES/short.po:19: error: Links, images and emphasis stand inside"
        assert (said in result.output) == (command != "extract")
    assert (project / "dist/de/short.md").read_text() == "# Short words\n"


@pytest.mark.parametrize("text", ["*" * 101 + "x" + "*" * 101, "[" * 150 + "x" + "]" * 150, "***x*** " * 60])
def test_many_marks_that_nest_little_are_read(project: Path, text: str) -> None:
    write(project, "source/marks.md", f"{text}\n")
    assert i18n(project, "run").exit_code == 0
    assert (project / "dist/de/marks.md").read_text(encoding="utf-8") == f"{text}\n"


def test_a_nul_is_the_replacement_character_in_a_message_and_stays_where_nothing_is_translated(project: Path) -> None:
    write(project, "source/nul.md", "One \0 two words\n\nMore \0 words\n\n```\ncode \0\n```\n")
    assert i18n(project, "extract").exit_code == 0
    assert [unit.msgid for unit in catalog(project, "nul").units] == ["One \ufffd two words", "More \ufffd words"]
    translate(project, "nul", {"One \ufffd two words": "Zwei \ufffd Wörter"})
    assert i18n(project, "check").exit_code == 0
    assert i18n(project, "build").exit_code == 0
    page = (project / "dist/de/nul.md").read_text(encoding="utf-8")
    assert page == "Zwei \ufffd Wörter\n\nMore \0 words\n\n```\ncode \0\n```\n"


@pytest.mark.parametrize("name", ["A: question.md", "C:x.md", "back\\slash.md", "line\u2028end.md"])
def test_an_article_whose_name_no_archive_can_spell_keeps_no_other_from_readers(project: Path, name: str) -> None:
    write(project, f"source/{name}", "# Words\n")
    result = i18n(project, "run")
    assert result.exit_code == 3
    assert "give it another one. [unreadable]" in result.stderr
    assert (project / "bundles/de.zip").exists()


@pytest.mark.parametrize("name", ["back\\slash.png", "C:x.png"])
def test_a_picture_whose_name_no_archive_can_spell_is_left_out(project: Path, name: str) -> None:
    write(project, "source/words.md", f"# Words\n\n![a picture](<{name.replace(chr(92), chr(92) * 2)}>)\n")
    write(project, f"source/{name}", "x")
    assert i18n(project, "run").exit_code == 0
    assert (project / "bundles/de.zip").exists()
    assert i18n(project, "build").exit_code == 0


def test_a_folder_that_cannot_be_written_is_a_finding_and_the_rest_is_built(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    i18n(project, "extract")
    real = os.replace

    def refuse(source: str, target: str) -> None:
        if "dist/de/guide" in target:
            raise OSError(errno.EIO, os.strerror(errno.EIO), target)
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", refuse)
        result = i18n(project, "build")
    assert result.exit_code == 3
    assert "dist/de/guide/install.md: error: cannot be written: Input/output error. The disk" in result.stderr
    assert (project / "dist/de/index.md").exists()
    assert (project / "dist/pt-BR/guide/install.md").exists()
    assert i18n(project, "bundle").exit_code == 0
    assert i18n(project, "build").exit_code == 0
    assert (project / "dist/de/guide/install.md").exists()


def test_drafts_whose_catalog_cannot_be_written_are_a_finding_and_others_are_kept(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    i18n(project, "extract")
    real = os.replace

    def refuse(source: str, target: str) -> None:
        if "de/LC_MESSAGES/guide" in target:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), target)
        real(source, target)

    monkeypatch.setattr(os, "replace", refuse)
    result = i18n(project, "draft", "--engine", "pseudo")
    assert result.exit_code == 3
    assert "locales/de/LC_MESSAGES/guide/install.po: error: cannot be written: Permission denied." in result.stderr
    assert all(unit.msgstr for unit in catalog(project, "index").units)


def test_a_plural_entry_from_elsewhere_keeps_every_form(project: Path) -> None:
    i18n(project, "extract")
    path = project / "locales/de/LC_MESSAGES/index.po"
    forms = 'msgid "%d well"\nmsgid_plural "%d wells"\nmsgstr[0] ""\nmsgstr[1] "%d Brunnen"\n'
    obsolete = "".join(f"#~ {line}\n" for line in forms.replace("well", "boat").splitlines())
    path.write_text(f"{path.read_text(encoding='utf-8')}\n#, fuzzy\n{forms}\n{obsolete}", encoding="utf-8")
    for _ in range(2):
        assert i18n(project, "extract").exit_code == 0
        found = {entry.msgid: entry.msgstr_plural for entry in polib.pofile(str(path)) if entry.msgid_plural}
        assert found == {"%d well": {0: "", 1: "%d Brunnen"}, "%d boat": {0: "", 1: "%d Brunnen"}}


def test_an_article_on_which_the_parser_itself_fails_is_named_and_the_others_are_done(project: Path) -> None:
    write(project, "i18n.toml", (project / "i18n.toml").read_text() + '[source]\ndialect = "mdbook"\n')
    write(project, "source/odd.md", "- \\\n   {}\n  =\n")
    result = i18n(project, "extract")
    assert result.exit_code == 3
    assert "source/odd.md: error: The parser of Markdown fails on it. Look for a lone backslash" in result.stderr
    assert (project / "locales/de/LC_MESSAGES/index.po").exists()
