"""The configuration that `init` writes, and languages it adds to one that is there."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.errors import ConfigurationError
from i18n.project import Project, load
from i18n.workflow.editing import appended
from i18n.workflow.init.init import Begun, init


def begin(folder: Path, locales: list[str], dialect: str | None = None, *, pretend: bool = False) -> Begun:
    return init(str(folder), str(folder), locales, dialect, pretend=pretend)


def loaded(folder: Path) -> Project:
    return load(str(folder), str(folder))


def written(folder: Path) -> tuple[int, int, bytes]:
    """What a file of the configuration is, and when it was written; reading it may change when it was read."""
    stat = (folder / "i18n.toml").stat()
    return stat.st_ino, stat.st_mtime_ns, (folder / "i18n.toml").read_bytes()


def test_a_new_configuration_is_one_that_loads(tmp_path: Path) -> None:
    begun = begin(tmp_path, ["de", "pt_br"])
    assert begun.proposal
    project = loaded(tmp_path)
    assert project.locales == ("de", "pt-BR")
    assert project.name == tmp_path.name


@pytest.mark.parametrize("name", ['quo"te', "back\\slash", "new\nline", "ünï cödé", " "])
def test_a_folder_of_any_name_gets_a_configuration_that_loads(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    begin(folder, ["de"])
    assert loaded(folder).locales == ("de",)


def test_pretending_writes_nothing(tmp_path: Path) -> None:
    assert begin(tmp_path, ["de"], pretend=True).writes
    assert list(tmp_path.iterdir()) == []


def test_without_a_language_it_asks_for_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="Which languages"):
        begin(tmp_path, [])


def test_a_second_time_changes_nothing(tmp_path: Path) -> None:
    begin(tmp_path, ["de"])
    before = written(tmp_path)
    assert not begin(tmp_path, ["de"]).writes
    assert written(tmp_path) == before


@pytest.mark.parametrize(
    ("files", "name", "source"),
    [
        (["mkdocs.yml", "docs/index.md"], "MkDocs", "docs"),
        (["hugo.toml", "content/a.md"], "Hugo", "content"),
        (["hugo.toml", "content/a.md", "source/a.md"], "Hugo", "content"),
        (["book.toml"], "mdBook", "src"),
        (["book.toml", "source/a.md"], "mdBook", "src"),
        ([], "", "source"),
        (["source/a.md", "docs/a.md"], "", "source"),
        (["docs/a.md", "readme.md"], "", "docs"),
        (["readme.md"], "", "."),
    ],
)
def test_the_site_generator_is_recognized_by_its_files(
    tmp_path: Path, files: list[str], name: str, source: str
) -> None:
    for file in files:
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).touch()
    begun = begin(tmp_path, ["de"])
    assert begun.proposal is not None
    assert (begun.proposal.site.name if begun.proposal.site else "") == name
    assert loaded(tmp_path).source.path == (source,)


def test_an_unknown_dialect_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="no such one"):
        begin(tmp_path, ["de"], "asciidoc")


def test_a_language_is_added_in_the_project_above(tmp_path: Path) -> None:
    begin(tmp_path, ["de"])
    below = tmp_path / "source"
    below.mkdir()
    init(str(below), None, ["fr"], None)
    assert loaded(tmp_path).locales == ("de", "fr")


CROWDED = 'x = """\n[project]\nlocales = ["no"]\n"""\n[[many]]\na = [[1, 2], [3]]\nd = 1979-05-27T07:32:00Z\n'
BEFORE_AND_AFTER = [
    ('[project]\nlocales = ["de"]\n', '[project]\nlocales = ["de", "fr"]\n'),
    ('[project]\nlocales = ["de",]\n', '[project]\nlocales = ["de", "fr",]\n'),
    ('[project]\nlocales=[]\n', '[project]\nlocales=["fr"]\n'),
    (
        '[project]\nlocales = [\n    "de", # German\n    "es",  # Spanish, ]\n]\n# end\n',
        '[project]\nlocales = [\n    "de", # German\n    "es",  # Spanish, ]\n    "fr",\n]\n# end\n',
    ),
    (
        '[project]\r\nlocales = [\r\n  "de",\r\n  \'es\' # "x"\r\n]\r\n',
        '[project]\r\nlocales = [\r\n  "de",\r\n  \'es\', # "x"\r\n  "fr"\r\n]\r\n',
    ),
    ('[project]\nlocales = ["de",\n           "es"]\n', '[project]\nlocales = ["de",\n           "es", "fr"]\n'),
    ('project.locales = ["de"] # dotted\n', 'project.locales = ["de", "fr"] # dotted\n'),
    ('project = { name = "a, ]b", locales = ["de"] }\n', 'project = { name = "a, ]b", locales = ["de", "fr"] }\n'),
    ('["project"]\n"locales" = ["de"]\n', '["project"]\n"locales" = ["de", "fr"]\n'),
    ('[project]\nlocales = ["de" # one, two\n, ]\n', '[project]\nlocales = ["de" # one, two\n, "fr", ]\n'),
    (
        f'{CROWDED}[project]\nn = {{a.b = 1, c = [{{x = 1}}]}}\nlocales = ["de"]\n',
        f'{CROWDED}[project]\nn = {{a.b = 1, c = [{{x = 1}}]}}\nlocales = ["de", "fr"]\n',
    ),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), BEFORE_AND_AFTER)
def test_a_language_is_added_and_the_rest_stays(before: str, after: str) -> None:
    assert appended(before, ("project", "locales"), ["fr"]) == after


@pytest.mark.parametrize("before", [before for before, _ in BEFORE_AND_AFTER])
def test_two_languages_are_added_at_once(before: str) -> None:
    edited = appended(before, ("project", "locales"), ["fr", "ko"])
    assert edited is not None
    old = tomllib.loads(before)["project"]["locales"]
    assert tomllib.loads(edited)["project"]["locales"] == [*old, "fr", "ko"]


def test_pyproject_keeps_its_comments(tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    before = (
        '# ours\n[project]\nname = "atlas"\n\n[tool.i18n.project]\nlocales = [ "de" ] # soon\n\n[tool.ruff]\nx = 1\n'
    )
    file.write_text(before, encoding="utf-8")
    begin(tmp_path, ["fr"])
    assert file.read_text(encoding="utf-8") == before.replace('[ "de" ]', '[ "de", "fr" ]')


def test_a_list_that_is_not_found_is_left_to_a_person(tmp_path: Path) -> None:
    file = tmp_path / "i18n.toml"
    file.write_text('[project]\nlocales = ["de"]\n', encoding="utf-8")
    assert appended('[project]\nlocales = "de"\n', ("project", "locales"), ["fr"]) is None
    with pytest.raises(ConfigurationError, match="is there already"):
        begin(tmp_path, ["fr"], "gfm")


_TEXTS = st.text(st.sampled_from("ab\"'#[]{},=\\\n.é "), max_size=12)


@given(st.lists(_TEXTS, max_size=4), _TEXTS)
def test_whatever_stands_around_the_list_the_edit_appends_and_changes_nothing_else(
    items: list[str], other: str
) -> None:
    def quoted(text: str) -> str:
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'

    before = f"[project]\nother = {quoted(other)} # {other.splitlines()[0] if other.splitlines() else ''}\n"
    before += f"locales = [{', '.join(map(quoted, items))}]\nlast = [{{a = {quoted(other)}}}]\n"
    edited = appended(before, ("project", "locales"), ["fr"])
    assert edited is not None
    expected = tomllib.loads(before)
    expected["project"]["locales"].append("fr")
    assert tomllib.loads(edited) == expected
