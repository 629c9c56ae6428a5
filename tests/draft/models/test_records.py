"""Does the record of a model come back as it was, and does none lead out of its folder?"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.draft.models.installed import installed, matching
from i18n.draft.models.names import is_plain
from i18n.draft.models.places import located
from i18n.draft.models.records import NAME, KeptFile, Record, RecordError, parse, serialize

RECORD = Record(
    "ctranslate2", "en", "pt-BR", "https://models.example/a.zip", ("a" * 64,), "MIT", "", "2026-11-30",
    (KeptFile("model/model.bin", 5, "b" * 64),),
)  # fmt: skip
TEXTS = st.text().filter(str.isprintable)


@given(TEXTS, TEXTS, st.lists(st.integers(0, 2**62), max_size=3))
def test_a_record_comes_back(origin: str, attribution: str, sizes: list[int]) -> None:
    files = tuple(KeptFile(f"{number}.bin", size, f"{number:064x}") for number, size in enumerate(sizes))
    record = Record("ctranslate2", "en", "de", origin, ("c" * 64,), "", attribution, "2026-11-30", files)
    assert parse(serialize(record)) == record


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("format = 1", "format = 2"),
        ('"model/model.bin"', '"../model.bin"'),
        ('"model/model.bin"', '"/etc/passwd"'),
        ("size = 5", "size = true"),
        ("b" * 64, "g" * 64),
        ('"pt-BR"', '"no locale"'),
        ('"MIT"', '"a\\u001b[2J"'),
        ('"MIT"', "5"),
        ("[[file]]", "[[["),
    ],
)
def test_a_record_that_was_changed_is_none(before: str, after: str) -> None:
    changed = serialize(RECORD).decode().replace(before, after)
    assert changed.encode() != serialize(RECORD)
    with pytest.raises(RecordError):
        parse(changed.encode())


def test_a_record_of_any_size_is_not_read(tmp_path: Path) -> None:
    folder = tmp_path / "en-de-a"
    folder.mkdir()
    (folder / NAME).write_bytes(serialize(RECORD) + b"#" * (1 << 18))
    assert installed(tmp_path) == ()
    (folder / NAME).write_bytes(serialize(RECORD))
    (model,) = installed(tmp_path)
    assert (model.name, model.size) == ("en-de-a", 5)
    assert matching((model,), "pt") == (model,)
    assert matching((model,), "en-de-a") == (model,)
    assert matching((model,), "de") == ()
    (tmp_path / "linked").symlink_to(folder)
    assert installed(tmp_path) == (model,)
    assert installed(tmp_path / "nowhere") == ()


@pytest.mark.parametrize(
    "name",
    [
        "", ".", "..", "a/..", "../a", "/a", "a//b", "a/", "a\\b", "C:a", "a:b", "nul", "NUL.txt", "con/a", "Com1",
        "lpt9.x", "a.", "a ", " a", "a\x00", "a\n", "a\u202eb", "a\u200b", "*", "a" * 121, "a/b/c/d/e",
    ],
)  # fmt: skip
def test_names_that_no_model_has(name: str) -> None:
    assert not is_plain(name)


@pytest.mark.parametrize(
    "name", ["model.bin", "model/config.json", "vocab.50k.spm", "README", "ä/模型.bin", "console.txt"]
)
def test_names_that_a_model_may_have(name: str) -> None:
    assert is_plain(name)


@pytest.mark.parametrize(
    ("environment", "platform", "folder"),
    [
        ({}, "linux", "/home/u/.local/share/manytongues/models"),
        ({"XDG_DATA_HOME": "/data"}, "linux", "/data/manytongues/models"),
        ({"XDG_DATA_HOME": "data"}, "linux", "/home/u/.local/share/manytongues/models"),
        ({}, "darwin", "/home/u/Library/Application Support/manytongues/models"),
        ({"LOCALAPPDATA": "/local"}, "win32", "/local/manytongues/models"),
        ({"MANYTONGUES_MODELS": "/srv/m", "XDG_DATA_HOME": "/data"}, "linux", "/srv/m"),
    ],
)
def test_models_lie_where_the_system_keeps_data(environment: dict[str, str], platform: str, folder: str) -> None:
    assert located(environment, platform, Path("/home/u")) == Path(folder)
