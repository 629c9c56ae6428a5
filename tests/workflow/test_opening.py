"""What this version does not have is refused, by name; what it has is taken."""

from __future__ import annotations

import importlib.util
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from i18n.errors import ConfigurationError
from i18n.project.keys import entries
from i18n.project.names import objection
from i18n.project.tables import LATER, TABLES
from i18n.store import LocalStore
from i18n.workflow.opening import open_project, verify_engines
from i18n.workflow.reading import rules
from i18n.workflow.session import Session
from tests.cli.commands import write

LEAST = '[project]\nlocales = ["de"]\n'


def opened(folder: Path, more: str) -> None:
    (folder / "i18n.toml").write_text(LEAST + more, encoding="utf-8")
    verify_engines(open_project(str(folder)))


REFUSED = {
    "catalogs.group": '[catalogs]\ngroup = "site"\n',
    "memory.import": '[memory]\nimport = ["old.tmx"]\n',
    "build.credits": '[build]\ncredits = "alias"\n',
    "privacy.deny": '[privacy]\ndeny = "names.txt"\n',
}
"""Every key of the contract that this version does not have, or not with every value."""


def test_what_is_missing_is_tested_whole() -> None:
    words = {f"{table}.{one.name}" for table, kind in TABLES.items() for one in entries(kind) if one.key.later}
    assert words | {f"{table}.{key}" for table, keys in LATER.items() for key in keys} == REFUSED.keys()


@pytest.mark.parametrize(("key", "more"), REFUSED.items())
def test_what_is_missing_is_refused_with_file_and_key(tmp_path: Path, key: str, more: str) -> None:
    with pytest.raises(ConfigurationError, match="is not available in this version") as caught:
        opened(tmp_path, more)
    assert str(tmp_path / "i18n.toml") in caught.value.message
    table, _, name = key.partition(".")
    assert re.search(rf"\b{table}\.(llm\.)?{name}\b", caught.value.message)
    assert caught.value.hint, "what there is instead"


@pytest.mark.parametrize(
    "more",
    ["[memory]\nimport = []\n", '[privacy]\ndeny = ""\n', "[typography]\nquotes = {}\n", "[source]\nbreaks = false\n"],
)
def test_a_value_that_asks_for_nothing_passes(tmp_path: Path, more: str) -> None:
    opened(tmp_path, more)


def test_parameters_of_the_project_are_read(tmp_path: Path) -> None:
    opened(tmp_path, '[source]\ndialect = "hugo"\nparameters = ["caption"]\n')
    session = Session(LocalStore(str(tmp_path)), datetime.now(UTC))
    assert rules(session, open_project(str(tmp_path))).parameters == ("caption",)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ('[draft]\nengines = ["memry"]\n', "memry"),
        ('[draft]\nengines = ["memory", "memory"]\n', "memory"),
        ('[engine.libertranslate]\nurl = "http://127.0.0.1:5000"\n', "libertranslate"),
        ('[engine.apertium]\nmodel = "x"\n', "model"),
        ('[check]\nerror = ["number"]\n', "numbers"),
        ('[check]\noff = ["active-content"]\n', "active-content"),
        ('[draft]\nengines = ["deep:google"]\n[privacy]\nremote = "never"\n', "deep:google"),
    ],
)
def test_names_of_engines_and_rules_are_verified_before_anything_is_done(tmp_path: Path, more: str, said: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        opened(tmp_path, more)
    assert said in str(caught.value)
    assert str(tmp_path / "i18n.toml") in caught.value.message


def test_code_for_readers_is_read_where_pygments_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for code in ("skip", "all"):
        opened(tmp_path, f'[source]\ncode = "{code}"\n')
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(ConfigurationError, match="needs Pygments"):
        opened(tmp_path, '[source]\ncode = "comments"\n')


@pytest.mark.parametrize(
    ("layout", "name", "text"),
    [
        ("hugo-folder", "hugo.toml", '[languages.de]\ncontentDir = "content/../../x"\n'),
        ("hugo-folder", "hugo.toml", '[languages.de]\ncontentDir = "content//x"\n'),
        ("docusaurus", "docusaurus.config.js",
         "export default {i18n: {locales: ['de'], localeConfigs: {de: {path: '../../x'}}}}"),
        ("docusaurus", "docusaurus.config.js",
         "export default {i18n: {locales: ['de'], localeConfigs: {de: {path: '/etc'}}}}"),
        ("docusaurus", "docusaurus.config.js", "export default {i18n: {path: '../..'}}"),
        ("docusaurus", "docusaurus.config.js",
         "export default {plugins: [['@docusaurus/plugin-content-docs', {id: '{x}', path: 'content'}]]}"),
        ("docusaurus", "docusaurus.config.js",
         "export default {plugins: [['@docusaurus/plugin-content-docs', {id: '../../../../x', path: 'content'}]]}"),
        ("vitepress", ".vitepress/config.js", "export default {locales: {'../x': {lang: 'de'}}}"),
        ("starlight", "astro.config.mjs",
         "export default {integrations: [starlight({locales: {'a\\\\b': {lang: 'de'}}})]}"),
        ("mkdocs", "mkdocs.yml", "docs_dir: ../..\n"),
        ("jekyll", "_config.yml", "collections: ['../../x', '{y}']\nsource: ../..\n"),
    ],
)  # fmt: skip
def test_a_site_cannot_have_pages_put_outside(tmp_path: Path, layout: str, name: str, text: str) -> None:
    """Whatever its configuration says: the places are refused, or lie in the project."""
    write(
        tmp_path,
        "i18n.toml",
        f'[project]\nlocales = ["de"]\n[source]\npath = "content"\n[build]\npath = "content"\nlayout = "{layout}"\n',
    )
    write(tmp_path, name, text)
    write(tmp_path, "content/a.md", "# A\n")
    output = output_of(tmp_path)
    assert "build.layout" in output or (not objection(output) and output.startswith("content/"))


def output_of(folder: Path) -> str:
    """Where the page of an article lies, or why it does not."""
    try:
        return open_project(str(folder)).output("a.md", "de")
    except ConfigurationError as error:
        return error.message
