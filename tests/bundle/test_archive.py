"""Archives: the same bytes for the same files, and readable by everybody's tools."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import subprocess
import tracemalloc
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.bundle import Member, pack, with_manifest
from i18n.errors import InputError
from i18n.project.names import collisions, objection

FILES = {
    "report.md": b"# Bericht\n\nWasser.\n" * 40,
    "images/well.jpg": bytes(range(256)),
    "notizen/우물.md": b"",
}


def archive(files: Mapping[str, bytes], locale: str, direction: str, epoch: int | None = None) -> bytes:
    buffer = io.BytesIO()
    digests = {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}
    pack(buffer, with_manifest(digests, files.__getitem__, locale, direction), epoch)
    return buffer.getvalue()


def opened(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(data))


def test_holds_the_files_and_a_manifest_of_them() -> None:
    with opened(archive(FILES, "de", "ltr")) as packed:
        assert packed.testzip() is None
        assert {name: packed.read(name) for name in packed.namelist() if name != "manifest.json"} == FILES
        assert json.loads(packed.read("manifest.json")) == {
            "direction": "ltr",
            "files": [{"path": path, "sha256": hashlib.sha256(FILES[path]).hexdigest()} for path in sorted(FILES)],
            "language": "de",
        }


def test_depends_on_nothing_but_the_arguments() -> None:
    first = archive(FILES, "de", "ltr")
    assert archive(dict(reversed(FILES.items())), "de", "ltr") == first
    assert archive(FILES, "fr", "ltr") != first
    assert archive(FILES, "de", "ltr", 1_700_000_000) != first


def test_members_are_all_alike() -> None:
    with opened(archive(FILES, "ar", "rtl")) as packed:
        members = packed.infolist()
    assert [member.filename for member in members] == sorted([*FILES, "manifest.json"])
    for member in members:
        assert member.date_time == (1980, 1, 1, 0, 0, 0)
        assert member.external_attr >> 16 == 0o100644
        assert (member.create_system, member.extra, member.comment) == (3, b"", b"")
        assert member.compress_type == zipfile.ZIP_DEFLATED
        assert bool(member.flag_bits & 0x800) is not member.filename.isascii()


@pytest.mark.parametrize(
    ("seconds", "time"),
    [
        (None, (1980, 1, 1, 0, 0, 0)),
        (0, (1980, 1, 1, 0, 0, 0)),
        (1_549_540_801, (2019, 2, 7, 12, 0, 0)),
        (10**10, (2107, 12, 31, 23, 59, 58)),
    ],
)
def test_time(seconds: int | None, time: tuple[int, ...]) -> None:
    with opened(archive({"a.md": b"a"}, "de", "ltr", seconds)) as packed:
        assert {member.date_time for member in packed.infolist()} == {time}


def test_a_time_that_is_none() -> None:
    with pytest.raises(InputError, match="SOURCE_DATE_EPOCH"):
        archive({"a.md": b"a"}, "de", "ltr", 10**30)


@pytest.mark.parametrize(
    "path",
    [
        "/a.md",
        "../a.md",
        "a/../../b",
        "a\\b.md",
        "C:a.md",
        "",
        "a\x00b",
        "manifest.json",
        "Manifest.JSON",
        "manifest.json/x",
    ],
)
def test_refuses_a_path(path: str) -> None:
    with pytest.raises(InputError, match="cannot be packed"):
        archive({path: b"x", "b.md": b"y"}, "de", "ltr")


def test_refuses_two_paths_that_are_one_elsewhere() -> None:
    with pytest.raises(InputError, match="cannot be packed next to “A"):
        archive({"a.md": b"x", "A.md": b"y"}, "de", "ltr")


def test_holds_one_file_at_a_time(tmp_path: Path) -> None:
    size, number = 1_000_000, 40
    tracemalloc.start()
    with (tmp_path / "a.zip").open("wb") as file:
        pack(file, (Member(f"{at}.bin", lambda at=at: bytes([at]) * size) for at in range(number)))  # type: ignore[misc]
        _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 5 * size
    with zipfile.ZipFile(tmp_path / "a.zip") as packed:
        assert len(packed.infolist()) == number
        assert packed.testzip() is None


def test_stored_members_are_stored() -> None:
    buffer = io.BytesIO()
    pack(buffer, [Member("mimetype", lambda: b"application/epub+zip", stored=True), Member("a", lambda: b"a" * 99)])
    assert buffer.getvalue()[30:58] == b"mimetypeapplication/epub+zip"


paths = st.text(alphabet="abAB./\\é우\u0301", min_size=1, max_size=8)


@given(st.dictionaries(paths, st.binary(max_size=50), max_size=6))
def test_packs_what_can_be_unpacked_and_nothing_else(files: dict[str, bytes]) -> None:
    fit = not any(map(objection, files)) and not collisions(files)
    try:
        data = archive(files, "de", "ltr")
    except InputError:
        assert not fit
        return
    assert fit
    assert data == archive(dict(sorted(files.items(), reverse=True)), "de", "ltr")
    with opened(data) as packed:
        assert {name: packed.read(name) for name in packed.namelist() if name != "manifest.json"} == files


@pytest.mark.skipif(shutil.which("unzip") is None, reason="needs unzip")
def test_unzip_finds_no_fault(tmp_path: Path) -> None:
    bundle = tmp_path / "de.zip"
    bundle.write_bytes(archive(FILES, "de", "ltr"))
    done = subprocess.run(["unzip", "-t", bundle], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No errors detected" in done.stdout
