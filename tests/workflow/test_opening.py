"""What this version does not have is refused, by name; what it has is taken."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from i18n.errors import ConfigurationError
from i18n.markdown.dialects import NAMES
from i18n.project import schema
from i18n.workflow.opening import NOT_YET, open_project
from i18n.workflow.reading import rules

LEAST = '[project]\nlocales = ["de"]\n'


def opened(folder: Path, more: str) -> None:
    (folder / "i18n.toml").write_text(LEAST + more, encoding="utf-8")
    open_project(folder)


REFUSED = {
    "catalogs.group": '[catalogs]\ngroup = "site"\n',
    "memory.import": '[memory]\nimport = ["old.tmx"]\n',
    "build.layout": '[build]\nlayout = "hugo"\n',
    "build.credits": '[build]\ncredits = "alias"\n',
    "bundle.formats": '[bundle]\nformats = ["zip", "epub"]\n',
    "privacy.deny": '[privacy]\ndeny = "names.txt"\n',
}


def test_the_table_of_what_is_missing_is_tested_whole() -> None:
    assert [key for key, _, _ in NOT_YET] == list(REFUSED)


@pytest.mark.parametrize(("key", "more"), REFUSED.items())
def test_what_is_missing_is_refused_with_file_and_key(tmp_path: Path, key: str, more: str) -> None:
    with pytest.raises(ConfigurationError, match="is not available in this version") as caught:
        opened(tmp_path, more)
    assert str(tmp_path / "i18n.toml") in caught.value.message
    assert key in caught.value.message


def test_the_configuration_knows_the_dialects_there_are() -> None:
    assert NAMES == schema.DIALECTS


def test_parameters_of_the_project_are_read(tmp_path: Path) -> None:
    opened(tmp_path, '[source]\ndialect = "hugo"\nparameters = ["caption"]\n')
    assert rules(open_project(tmp_path)).parameters == ("caption",)


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
