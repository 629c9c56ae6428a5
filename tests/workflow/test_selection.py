"""Which articles and locales the command line means."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from i18n.errors import ConfigurationError
from i18n.project import Project, load
from i18n.store import LocalStore
from i18n.workflow.selection import Selection, select


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "i18n.toml").write_text(
        '[project]\nlocales = ["de", "pt-BR", "zh-Hant"]\n[source]\nprivate = ["guide/secret.md"]\n', encoding="utf-8"
    )
    for path in ("index.md", "guide/install.md", "guide/my page.md", "guide/secret.md", "guide/deep/a.mdx", "gu.md"):
        file = tmp_path / "source" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"Hello\n")
    return load(str(tmp_path))


def selected(project: Project, *articles: str, locale: tuple[str, ...] = (), cwd: str = "") -> Selection:
    return select(LocalStore(project.root), project, articles, locale, cwd or project.root)


def chosen(project: Project, *articles: str, cwd: str = "") -> list[str]:
    return [known.path for known in selected(project, *articles, cwd=cwd).articles]


@pytest.mark.parametrize(
    "argument",
    [
        "source/guide/install.md",
        "./source/guide/install.md",
        "guide/install.md",
        "guide/install",
        "source/guide/install",
    ],
)
def test_an_article_has_many_spellings(project: Project, argument: str) -> None:
    assert chosen(project, argument) == ["guide/install.md"]


def test_an_absolute_path_is_a_spelling(project: Project) -> None:
    assert chosen(project, f"{project.root}/source/index.md") == ["index.md"]


def test_paths_are_those_of_the_working_folder_first(project: Project) -> None:
    folder = f"{project.root}/source/guide"
    assert chosen(project, "install.md", cwd=folder) == ["guide/install.md"]
    assert chosen(project, "../index.md", cwd=folder) == ["index.md"]
    assert chosen(project, "my page.md", cwd=folder) == ["guide/my page.md"]


def test_a_path_below_the_source_folder_is_found_from_anywhere(project: Project, tmp_path: Path) -> None:
    assert chosen(project, "guide/install.md", cwd=str(tmp_path.parent)) == ["guide/install.md"]


def test_a_folder_means_all_below_it_and_names_none_of_them(project: Project) -> None:
    selection = selected(project, "guide/deep/", "index")
    assert [known.path for known in selection.articles] == ["guide/deep/a.mdx", "index.md"]
    assert selection.named == {"index.md"}
    everything = selected(project, "source")
    assert len(everything.articles) == 6
    assert everything.named == frozenset()


def test_a_private_article_is_named_one_by_one(project: Project) -> None:
    assert selected(project, "guide/secret.md").named == {"guide/secret.md"}
    assert selected(project, "guide").named == frozenset()


def test_letters_composed_otherwise_are_the_same(project: Project) -> None:
    Path(project.root, "source", unicodedata.normalize("NFD", "café.md")).write_bytes(b"")
    assert chosen(project, unicodedata.normalize("NFC", "café")) == [unicodedata.normalize("NFD", "café.md")]


def test_an_unknown_article_is_an_error_with_a_suggestion(project: Project) -> None:
    with pytest.raises(ConfigurationError, match="did you mean") as caught:
        chosen(project, "guide/instal.md")
    assert "guide/install.md" in caught.value.message


@pytest.mark.parametrize(
    ("tag", "locale"), [("pt-BR", "pt-BR"), ("pt_BR", "pt-BR"), ("PT-br", "pt-BR"), ("zh_Hant", "zh-Hant")]
)
def test_a_locale_has_many_spellings(project: Project, tag: str, locale: str) -> None:
    assert selected(project, locale=(tag,)).locales == (locale,)


def test_locales_keep_the_order_of_the_configuration(project: Project) -> None:
    assert selected(
        project,
        locale=(
            "zh-Hant",
            "de",
        ),
    ).locales == ("de", "zh-Hant")


@pytest.mark.parametrize("tag", ["fr", "xx", "no tag", ""])
def test_an_unknown_locale_is_an_error(project: Project, tag: str) -> None:
    with pytest.raises(ConfigurationError, match="--locale"):
        selected(project, locale=(tag,))


def test_nothing_asked_for_means_all(project: Project) -> None:
    selection = selected(project)
    assert len(selection.articles) == 6
    assert selection.locales == project.locales
