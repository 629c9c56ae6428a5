"""`i18n extract`: what it writes, what it keeps, and what it says."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from i18n.catalog import codec
from i18n.workflow.extract import article
from tests.cli.commands import catalog, files, i18n, more_configuration, process, translate, untouched, write


def messages(project: Path, name: str, locale: str = "de") -> dict[str, str]:
    return {unit.msgid: unit.msgstr for unit in catalog(project, name, locale).units if not unit.obsolete}


def test_every_article_gets_a_template_and_a_catalog_a_language(project: Path) -> None:
    result = i18n(project, "extract")
    assert result.exit_code == 0
    assert {path for path in files(project) if path.startswith("locales/")} == {
        "locales/de/LC_MESSAGES/guide/install.po",
        "locales/de/LC_MESSAGES/index.po",
        "locales/pt_BR/LC_MESSAGES/guide/install.po",
        "locales/pt_BR/LC_MESSAGES/index.po",
        "locales/templates/guide/install.pot",
        "locales/templates/index.pot",
    }
    assert list(messages(project, "guide/install")) == [
        "Install the pump", "Open the valve slowly.", "Close it again.",
    ]  # fmt: skip
    assert dict(catalog(project, "index", "pt_BR").headers)["Language"] == "pt_BR"
    assert "2 articles, 7 messages: 2 templates and 4 catalogs written." in result.stdout
    assert "guide/install.md  de, pt-BR    3        0         0     0" in result.stdout
    assert result.stderr == ""


def test_a_second_time_writes_nothing(project: Path) -> None:
    i18n(project, "extract")
    before = untouched(project)
    result = i18n(project, "extract")
    assert untouched(project) == before
    assert result.stdout == "2 articles, 7 messages: all up to date.\n"


def test_a_second_time_on_a_later_day_writes_nothing(project: Path) -> None:
    i18n(project, "extract")
    for path in (project / "locales").rglob("*.po*"):
        path.write_bytes(path.read_bytes().replace(b"Date: 2", b"Date: 1"))  # as if written a thousand years ago
    before = untouched(project)
    i18n(project, "extract")
    assert untouched(project) == before


def test_templates_that_are_made_anew_change_no_catalog(project: Path) -> None:
    i18n(project, "extract")
    for path in (project / "locales").rglob("*.po"):
        path.write_bytes(path.read_bytes().replace(b"Date: 2", b"Date: 1"))
    before = files(project / "locales" / "de")
    for path in (project / "locales" / "templates").rglob("*.pot"):
        path.unlink()
    i18n(project, "extract")
    assert (project / "locales/templates/index.pot").exists()
    assert files(project / "locales" / "de") == before


@pytest.mark.parametrize("option", ["--dry-run", "--check"])
def test_pretending_writes_nothing_and_says_what_it_would(project: Path, option: str) -> None:
    before = files(project)
    result = i18n(project, "extract", option)
    assert files(project) == before
    assert not (project / ".i18n").exists()
    assert "4 catalogs would be written" in result.stdout
    assert result.exit_code == (1 if option == "--check" else 0)


def test_check_is_0_when_all_is_up_to_date(project: Path) -> None:
    i18n(project, "extract")
    assert i18n(project, "extract", "--check").exit_code == 0


def test_a_changed_source_keeps_what_was_translated(project: Path) -> None:
    i18n(project, "extract")
    translate(project, "index", {"A boat left the harbour at dawn.": "Ein Boot lief im Morgengrauen aus."})
    text = (project / "source/index.md").read_text(encoding="utf-8")
    write(project, "source/index.md", text.replace("at dawn", "before dawn"))
    result = i18n(project, "extract")
    unit = next(unit for unit in catalog(project, "index").units if "before dawn" in unit.msgid)
    assert (unit.msgstr, unit.fuzzy) == ("Ein Boot lief im Morgengrauen aus.", True)
    assert unit.previous_msgid == "A boat left the harbour at dawn."
    rows = [line.split() for line in result.stdout.splitlines() if line.startswith("index.md")]
    assert rows == [["index.md", "de,", "pt-BR", "0", "1", "0", "0"]]


def test_a_removed_message_becomes_obsolete_and_comes_back(project: Path) -> None:
    i18n(project, "extract")
    translate(project, "guide/install", {"Close it again.": "Schließen Sie es wieder."})
    text = (project / "source/guide/install.md").read_text(encoding="utf-8")
    write(project, "source/guide/install.md", text.replace("2. Close it again.\n", ""))
    i18n(project, "extract")
    last = catalog(project, "guide/install").units[-1]
    assert (last.msgid, last.msgstr, last.obsolete) == ("Close it again.", "Schließen Sie es wieder.", True)
    write(project, "source/guide/install.md", text)
    i18n(project, "extract")
    assert messages(project, "guide/install")["Close it again."] == "Schließen Sie es wieder."


def test_a_renamed_article_takes_its_catalogs_along(project: Path) -> None:
    i18n(project, "extract")
    translate(project, "guide/install", {"Close it again.": "Schließen Sie es wieder."})
    (project / "source/guide/install.md").rename(project / "source/pump.md")
    assert "Would move the catalogs of guide/install to pump" in i18n(project, "extract", "--dry-run").stdout
    result = i18n(project, "extract")
    assert result.exit_code == 0
    assert "Moved the catalogs of guide/install to pump: the article was renamed." in result.stdout
    assert messages(project, "pump")["Close it again."] == "Schließen Sie es wieder."
    assert [path for path in files(project) if "install" in path] == []
    assert not (project / "locales/de/LC_MESSAGES/guide").exists()
    assert i18n(project, "extract").stdout == "2 articles, 7 messages: all up to date.\n"


def test_a_new_extension_beside_another_takes_the_catalogs_along(project: Path) -> None:
    i18n(project, "extract")
    translate(project, "index", {"Welcome home": "Willkommen daheim"})
    write(project, "source/index.mdx", "Another text.\n")
    i18n(project, "extract")
    assert messages(project, "index.md")["Welcome home"] == "Willkommen daheim"
    assert list(messages(project, "index.mdx")) == ["Another text."]


def test_an_article_that_is_gone_keeps_its_catalogs(project: Path) -> None:
    i18n(project, "extract")
    translate(project, "guide/install", {"Close it again.": "Schließen Sie es wieder."})
    before = files(project / "locales")
    (project / "source/guide/install.md").unlink()
    result = i18n(project, "extract")
    assert result.exit_code == 0
    assert "The article of the catalogs of guide/install is gone; they are kept." in result.stdout
    assert files(project / "locales") == before


def test_a_new_article_that_shares_less_than_half_takes_nothing(project: Path) -> None:
    i18n(project, "extract")
    (project / "source/guide/install.md").unlink()
    write(project, "source/other.md", "# Install the pump\n\nSomething else.\n")
    result = i18n(project, "extract")
    assert "is gone" in result.stdout
    assert (project / "locales/de/LC_MESSAGES/guide/install.po").exists()


def test_articles_without_messages_get_no_catalogs(project: Path) -> None:
    write(project, "source/empty.md", "")
    write(project, "source/code.md", "```\ncode\n```\n")
    write(project, "source/asis.md", "---\ntranslate: false\n---\n# Never translated\n")
    i18n(project, "extract")
    assert not [path for path in files(project / "locales") if Path(path).stem in ("empty", "code", "asis")]


def test_an_article_that_loses_its_messages_keeps_what_was_translated(project: Path) -> None:
    i18n(project, "extract")
    translate(project, "index", {"Welcome home": "Willkommen daheim"})
    write(project, "source/index.md", "")
    i18n(project, "extract")
    assert not (project / "locales/templates/index.pot").exists()
    kept = [unit for unit in catalog(project, "index").units if unit.msgstr]
    assert [(unit.msgid, unit.obsolete) for unit in kept] == [("Welcome home", True)]


def test_a_part_of_the_project_can_be_named(project: Path) -> None:
    i18n(project, "extract", "index", "--locale", "pt_BR")
    assert [path for path in files(project) if path.startswith("locales/")] == [
        "locales/pt_BR/LC_MESSAGES/index.po",
        "locales/templates/index.pot",
    ]


@pytest.mark.parametrize(
    ("argument", "said"), [("indx", 'did you mean "index"?'), ("--locale=fr", "i18n init --locale fr")]
)
def test_what_does_not_exist_is_2(project: Path, argument: str, said: str) -> None:
    result = i18n(project, "extract", argument)
    assert result.exit_code == 2
    assert said in result.stderr


def test_what_is_not_utf8_is_named_with_its_offset_and_the_rest_is_done(project: Path) -> None:
    i18n(project, "extract")
    translate(project, "index", {"Welcome home": "Willkommen daheim"})
    before = files(project / "locales")
    (project / "source/index.md").write_bytes(b"# Caf\xe9\n")
    write(project, "source/new.md", "# A new one\n")
    result = i18n(project, "extract")
    assert result.exit_code == 3
    assert "source/index.md:1: error: not UTF-8: byte 0xe9 at offset 5." in result.stderr
    assert (project / "locales/de/LC_MESSAGES/new.po").exists()
    after = files(project / "locales")
    assert {path: after[path] for path in before} == before
    assert "gone" not in result.stdout


def test_a_broken_catalog_is_named_with_its_line_and_left_untouched(project: Path) -> None:
    i18n(project, "extract")
    path = project / "locales/de/LC_MESSAGES/index.po"
    path.write_bytes(path.read_bytes() + b'\nmsgid "half\n')
    broken = path.read_bytes()
    write(project, "source/index.md", "# Another heading\n")
    result = i18n(project, "extract")
    assert result.exit_code == 3
    lines = broken.count(b"\n")
    assert f"locales/de/LC_MESSAGES/index.po:{lines}: error:" in result.stderr
    assert path.read_bytes() == broken
    assert "Another heading" in messages(project, "index", "pt_BR")


@pytest.mark.parametrize("edited", [False, True])
def test_a_template_that_cannot_be_read_is_made_again(project: Path, edited: bool) -> None:
    i18n(project, "extract")
    path = project / "locales/templates/index.pot"
    good = path.read_bytes()
    created = next(line for line in good.splitlines() if b"POT-Creation-Date" in line)
    path.write_bytes(b'msgid ""\nmsgstr ""\n' + created + b'\n\nmsgid "half\n')
    if edited:
        write(project, "source/index.md", "# Another heading\n")
    assert i18n(project, "extract").exit_code == 0
    assert ("Another heading" if edited else "Welcome home") in [
        unit.msgid for unit in codec.parse(path.read_bytes()).units
    ]


def test_broken_front_matter_is_3_and_the_rest_is_done(project: Path) -> None:
    write(project, "source/broken.md", "---\ntitle: 'half\nother: [\n---\n# A heading\n")
    result = i18n(project, "extract")
    assert result.exit_code == 3
    assert "source/broken.md" in result.stderr
    assert "[front-matter]" in result.stderr
    assert (project / "locales/de/LC_MESSAGES/broken.po").exists()


def dateless(folder: Path) -> dict[str, bytes]:
    return {path: re.sub(rb"Date: \d{4}-\d\d-\d\d", b"Date: day", data) for path, data in files(folder).items()}


def test_a_new_catalog_is_what_merging_into_nothing_makes(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for settings in ("", '[catalogs]\nreferences = "line"\n', '[catalogs]\nreferences = "none"\n'):
        write(project, "i18n.toml", f'[project]\nlocales = ["de", "ko"]\n{settings}')
        i18n(project, "extract")
        new = dateless(project / "locales")
        shutil.rmtree(project / "locales")
        shutil.rmtree(project / ".i18n")
        with monkeypatch.context() as patched:
            patched.setattr(article, "_new", partial(article.merge_catalog, before=None, name="", remembered="{}"))
            i18n(project, "extract")
        assert dateless(project / "locales") == new


def test_a_catalog_that_an_editor_saves_meanwhile_is_merged_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    i18n(project, "extract")
    write(
        project, "source/guide/install.md", "# Install the pump\n\n1. Open the valve slowly.\n2. Something new here.\n"
    )
    path = project / "locales/de/LC_MESSAGES/guide/install.po"
    serialize = codec.serialize
    saved: list[bool] = []

    def slow(made: object) -> bytes:
        data = serialize(made)  # type: ignore[arg-type]
        if not saved and b"Something new" in data and b"Language: de" in data:
            saved.append(True)
            translate(project, "guide/install", {"Install the pump": "Die Pumpe einbauen"})
        return data

    monkeypatch.setattr(codec, "serialize", slow)
    i18n(project, "extract")
    assert saved
    assert messages(project, "guide/install")["Install the pump"] == "Die Pumpe einbauen"
    assert "Something new here." in messages(project, "guide/install")
    assert path.exists()


def test_what_looks_like_an_article_and_matches_nothing_is_named(project: Path) -> None:
    write(project, "source/old.markdown", "# Old\n")
    result = i18n(project, "extract")
    assert result.exit_code == 0
    assert "source/old.markdown" in result.stderr
    assert "include" in result.stderr


def test_a_name_that_no_catalog_could_spell_is_3_and_the_rest_is_done(project: Path) -> None:
    Path(os.fsdecode(os.fsencode(project / "source") + b"/caf\xe9.md")).write_bytes(b"# Hi\n")
    result = i18n(project, "extract")
    assert result.exit_code == 3
    assert "source/caf\\xe9.md" in result.stderr
    assert (project / "locales/de/LC_MESSAGES/index.po").exists()


@pytest.mark.parametrize("name", ["my page", "café", "cafe\u0301", "한국어", "a'b\"c", "x.y", "100% sure", "#1", "a&b"])
def test_articles_of_any_name(project: Path, name: str) -> None:
    write(project, f"source/{name}.md", "# Hello there\n")
    assert i18n(project, "extract").exit_code == 0
    assert messages(project, name) == {"Hello there": ""}
    unit = catalog(project, name).units[0]
    assert [reference.path for reference in unit.references] == [f"source/{name}.md"]
    before = untouched(project)
    i18n(project, "extract")
    assert untouched(project) == before


def test_line_ends_and_marks_of_all_kinds(project: Path) -> None:
    write(project, "source/crlf.md", "\ufeff# Hello there\r\n\r\nTwo\r\nlines.\r\n")
    write(project, "source/cr.md", "# Hello there\r\rTwo\rlines.")
    i18n(project, "extract")
    assert list(messages(project, "crlf")) == ["Hello there", "Two lines."]
    assert list(messages(project, "cr")) == ["Hello there", "Two lines."]


def test_a_language_that_is_added_gets_its_catalogs(project: Path) -> None:
    i18n(project, "extract")
    before = files(project / "locales")
    assert i18n(project, "init", "--locale", "fr").exit_code == 0
    i18n(project, "extract")
    after = files(project / "locales")
    assert after.keys() - before.keys() == {"fr/LC_MESSAGES/guide/install.po", "fr/LC_MESSAGES/index.po"}
    assert {path: after[path] for path in before} == before


def test_catalogs_lie_where_the_configuration_says(project: Path) -> None:
    more_configuration(project, '[catalogs]\npath = "po/{article}.{locale}.po"\ntemplate = "po/{article}.pot"\n')
    i18n(project, "extract")
    assert (project / "po/guide/install.pt_BR.po").exists()
    assert (project / "po/index.pot").exists()
    before = untouched(project)
    assert i18n(project, "extract").stdout == "2 articles, 7 messages: all up to date.\n"
    assert untouched(project) == before


def test_names_of_translators_are_emptied_unless_the_project_keeps_them(project: Path) -> None:
    i18n(project, "extract")
    path = project / "locales/de/LC_MESSAGES/index.po"
    named = path.read_bytes().replace(b'"Last-Translator: \\n"', b'"Last-Translator: Jane <jane@example.org>\\n"')
    assert b"Jane" in named
    path.write_bytes(named)
    i18n(project, "extract")
    assert b"Jane" not in path.read_bytes()
    path.write_bytes(named)
    more_configuration(project, '[privacy]\ntranslators = "keep"\n')
    i18n(project, "extract")
    assert b"Jane" in path.read_bytes()


def test_many_articles_are_extracted_alike_with_any_number_of_jobs(tmp_path: Path) -> None:
    made = []
    for jobs in (1, 3):
        folder = tmp_path / str(jobs)
        write(folder, "i18n.toml", '[project]\nname = "x"\nlocales = ["de", "fr"]\n')
        for number in range(60):
            write(
                folder,
                f"source/{number}.md",
                f"# Article {number}\n\n" + "Some words of an article.\n\n" * 2 + "x" * 6000,
            )
        (folder / "source/7.md").write_bytes(b"\xff")
        result = i18n(folder, "extract", jobs=jobs)
        assert result.exit_code == 3
        made.append((files(folder), result.stdout, result.stderr))
    assert made[0] == made[1]
    assert len(made[0][0]) == 1 + 60 + 59 * 3


def test_from_inside_the_project_the_configuration_is_found(project: Path) -> None:
    done = process(project / "source" / "guide", "extract", "install.md")
    assert done.returncode == 0, done.stderr
    assert (project / "locales/de/LC_MESSAGES/guide/install.po").exists()
    assert not (project / "locales/de/LC_MESSAGES/index.po").exists()


def test_a_folder_that_is_a_link_out_of_the_project_is_refused(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (project / "locales").symlink_to(outside)
    result = i18n(project, "extract")
    assert result.exit_code == 3
    assert "leads out of the project" in result.stderr
    assert list(outside.iterdir()) == []


def test_a_catalog_written_by_an_editor_in_its_own_way_comes_into_canonical_form_once(project: Path) -> None:
    i18n(project, "extract")
    path = project / "locales/de/LC_MESSAGES/index.po"
    canonical = path.read_bytes()
    path.write_bytes(canonical.replace(b"\n", b"\r\n"))
    i18n(project, "extract")
    assert path.read_bytes() == canonical


def test_units_keep_what_translators_wrote_in_comments(project: Path) -> None:
    i18n(project, "extract")
    path = project / "locales/de/LC_MESSAGES/index.po"
    before = codec.parse(path.read_bytes())
    units = (replace(before.units[0], msgstr="Feldnotizen", comments=("ask Eva about this",)), *before.units[1:])
    path.write_bytes(codec.serialize(replace(before, units=units)))
    i18n(project, "extract")
    assert catalog(project, "index").units[0].comments == ("ask Eva about this",)


def test_a_text_file_is_read_as_commonmark(project: Path) -> None:
    more_configuration(project, '[source]\ninclude = ["**/*.md", "**/*.txt"]\n')
    table = "| One | Two |\n| --- | --- |\n| Three | Four |\n"
    write(project, "source/table.md", table)
    write(project, "source/plain.txt", table)
    i18n(project, "extract")
    assert list(messages(project, "table")) == ["One", "Two", "Three", "Four"]
    assert len(messages(project, "plain")) == 1


def test_a_folder_that_cannot_be_listed_does_not_pass_for_empty(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    i18n(project, "extract")
    scan = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("guide") and "source" in str(path):
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    for command in ("extract", "build"):
        result = i18n(project, command)
        assert result.exit_code == 3
        assert "source/guide: cannot be read: Permission denied" in result.stderr
    assert (project / "locales/de/LC_MESSAGES/guide/install.po").exists()


def test_a_source_folder_that_leads_out_of_the_project_is_refused(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "articles"
    (project / "source").rename(outside)
    (project / "source").symlink_to(outside)
    result = i18n(project, "extract")
    assert result.exit_code == 3
    assert "leads out of the project" in result.stderr


def test_verbose_names_the_configuration_and_each_catalog(project: Path) -> None:
    result = i18n(project, "-v", "extract")
    assert f"Configured by {project / 'i18n.toml'}" in result.stderr
    assert "Wrote the pt-BR catalog of index.md." in result.stderr


def test_without_articles_it_says_where_they_are_looked_for(tmp_path: Path) -> None:
    write(tmp_path, "i18n.toml", '[project]\nlocales = ["de"]\n')
    (tmp_path / "source").mkdir()
    result = i18n(tmp_path, "extract")
    assert result.exit_code == 0
    assert "[source] path and include" in result.stderr


def test_severities_of_the_project_hold_for_sources_too(project: Path) -> None:
    write(project, "source/broken.md", "---\ntitle: 'half\nother: [\n---\n# A heading\n")
    more_configuration(project, '[check]\nwarn = ["front-matter"]\n')
    for command in ("extract", "check", "build", "status"):
        result = i18n(project, command)
        assert result.exit_code == 0
        assert "front-matter" in result.stderr + result.stdout
        assert "error" not in result.stderr


def _in_another_form(data: bytes) -> bytes:
    return data.replace(
        b'msgid "A boat left the harbour at dawn."', b'msgid ""\n"A boat left "\n"the harbour at dawn."'
    )


def _with_a_name(data: bytes) -> bytes:
    return data.replace(b'"Language:', b'"Last-Translator: Otter <otter@example.org>\\n"\n"Language:', 1)


@pytest.mark.parametrize("written", [_in_another_form, _with_a_name])
def test_a_catalog_in_another_form_is_not_behind(project: Path, written: Callable[[bytes], bytes]) -> None:
    i18n(project, "extract")
    path = project / "locales/de/LC_MESSAGES/index.po"
    before = path.read_bytes()
    path.write_bytes(written(before).replace(b'"Last-Translator: \\n"\n', b"", written is _with_a_name))
    assert path.read_bytes() != before
    result = i18n(project, "extract", "--check")
    assert result.exit_code == 0
    assert "no catalog is behind" in result.stderr
    assert ["index.md", "de", "form", "0", "0", "0", "0"] in [line.split() for line in result.stdout.splitlines()]
    result = i18n(project, "extract")
    assert "1 catalog written." in result.stdout
    assert path.read_bytes() == before


def test_a_catalog_that_is_behind_says_why(project: Path) -> None:
    i18n(project, "extract")
    article = project / "source/index.md"
    article.write_text(article.read_text().replace("A boat left", "<!-- i18n:note It sails. -->\nA boat left"))
    result = i18n(project, "extract", "--check")
    assert result.exit_code == 1
    assert "index.md  de, pt-BR  places or notes    0        0         0     0" in result.stdout
    write(project, "source/index.md", article.read_text() + "\nOne more line.\n")
    path = project / "locales/de/LC_MESSAGES/guide/install.po"
    path.write_bytes(path.read_bytes() + b"\n")
    result = i18n(project, "extract", "--check")
    assert result.exit_code == 1
    rows = [line.split() for line in result.stdout.splitlines()]
    assert ["index.md", "de,", "pt-BR", "messages", "1", "0", "0", "0"] in rows
    assert ["guide/install.md", "de", "form", "0", "0", "0", "0"] in rows


def test_a_pattern_that_is_none_is_an_error_at_its_line(project: Path) -> None:
    more_configuration(project, '[source]\nskip = [\n  "ok",\n  "a\\\\(b(",\n]\n')
    result = i18n(project, "extract")
    assert result.exit_code == 2
    line = (project / "i18n.toml").read_text(encoding="utf-8").splitlines().index('  "a\\\\(b(",') + 1
    assert (
        f"i18n.toml:{line}: source.skip: expected regular expressions, and 'a\\\\(b(' cannot be one: " in result.stderr
    )
    assert "backslash" in result.stderr


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_pattern_that_would_try_without_end_stops_the_command(project: Path, jobs: int) -> None:
    more_configuration(project, '[source]\nskip = ["(O|Op|e|en|[ a-z])+[0-9]"]\n')
    write(project, "source/guide/install.md", f"# Install\n\nOpen {'open ' * 50}.\n")
    result = i18n(project, "extract", jobs=jobs)
    assert result.exit_code == 2
    assert "(O|Op|e|en|[ a-z])+[0-9]" in result.stderr
    assert "Traceback" not in result.stderr


def test_words_that_are_not_offered_are_named_once_for_each_kind(project: Path) -> None:
    for name in ("a", "b"):
        write(project, f"source/{name}.md", "---\ntitle: A\nsubtitle: Two words\n---\nText\n")
    write(project, "source/guide/.later/c.md", "Hidden words\n")
    write(project, "source/guide/.empty.md", "")
    write(project, "source/.notes.txt", "Hidden words\n")
    for _ in range(2):
        said = i18n(project, "extract", "-v").stderr
        assert "front matter subtitle: 2 times, first in source/a.md:3\n" in said
        assert "hidden files: 1 time, first in source/guide/.later/c.md\n" in said
    assert "subtitle" not in i18n(project, "extract").stderr


def test_a_place_in_a_private_article_is_not_named(project: Path) -> None:
    write(project, "source/a.md", "---\nsubtitle: Two words\n---\nText\n")
    more_configuration(project, '[source]\nprivate = ["a.md"]\n')
    said = i18n(project, "extract", "-v").stderr
    assert "front matter subtitle: 1 time, first in a private article\n" in said
    assert "a.md" not in said


def test_hidden_files_of_a_folder_that_is_private_by_name_are_not_named(project: Path) -> None:
    write(project, "source/people/a.md", "Text\n")
    write(project, "source/people/.later/c.md", "Hidden words\n")
    more_configuration(project, '[source]\nprivate = ["people"]\n')
    said = i18n(project, "extract", "-v").stderr
    assert "hidden files" not in said
    assert "later" not in said


TRANSLATION = "[translation-as-source]"


@pytest.mark.parametrize(
    ("paths", "said"),
    [
        (["a.de.md", "b.de.md", "a.md"], ['exclude = ["**/*.de.md"]']),
        (["de/a.md", "de/b/c.md", "a.md"], ['exclude = ["de/**"]']),
        (["one/de/a.md", "two/de/a.md"], ['exclude = ["**/de/**"]']),
        (["pt_BR/a.md", "pt-br/b.md", "c.pt-BR.md"], ["pt_BR/**", "pt-br/**", "**/*.pt-BR.md"]),
        (["a.de.mdx", "a.de.md"], ["**/*.de.mdx", "**/*.de.md"]),
        (["guide/[x]/de/a.md"], ['exclude = ["guide/[[]x]/de/**"]']),
        (["de.md", "fr/a.md", "a.fr.md", "ade.md", "side/a.md", "a.de/b.md"], []),
    ],
)
def test_articles_that_look_like_translations_are_named_once(project: Path, paths: list[str], said: list[str]) -> None:
    for path in paths:
        write(project, f"source/{path}", "# Ein Brunnen\n")
    told = i18n(project, "extract")
    assert told.exit_code == 0
    lines = [line for line in told.stderr.splitlines() if TRANSLATION in line]
    assert len(lines) == len(said)
    assert all(any(piece in line for line in lines) for piece in said), lines
    assert [line for line in i18n(project, "extract").stderr.splitlines() if TRANSLATION in line] == lines
    globs = [line.partition("exclude = [")[2].partition("]. [")[0] for line in lines]
    more_configuration(project, f"[source]\nexclude = [{', '.join(globs)}]\n")
    assert TRANSLATION not in i18n(project, "extract").stderr


def test_a_translation_that_is_private_is_not_named(project: Path) -> None:
    write(project, "source/safe/mira.de.md", "# Ein Brunnen\n")
    more_configuration(project, '[source]\nprivate = ["safe/**"]\n')
    told = i18n(project, "extract")
    assert "mira" not in told.output
    assert "about a private article" in told.stderr
    write(project, "source/a.de.md", "# Ein Brunnen\n")
    told = i18n(project, "extract")
    assert "source/a.de.md: warning: By its name" in told.stderr
    assert "mira" not in told.output
