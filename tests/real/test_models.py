"""Are models installed whole or not at all, whatever a server, an archive or the disk does?"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import time
import tomllib
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from i18n.cli import consent
from i18n.cli.root import root
from i18n.draft.engines.ctranslate2 import session
from i18n.draft.engines.transport import connections
from i18n.draft.engines.transport.download import Pace
from i18n.draft.models import fetching, offers, unpacking
from i18n.draft.models.fetching import Way, fetch
from i18n.draft.models.records import KeptFile
from i18n.draft.models.wanted import Part
from i18n.errors import EngineError, InputError
from tests.cli.commands import environment, files, i18n, more_configuration, write
from tests.real.dictionary import build, packed
from tests.real.servers import tls
from tests.real.servers.files import TAG, Files
from tests.real.servers.script import Script

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not shutil.which("openssl"), reason="needs the program openssl"),
]
WORDS = {"The": "El", "water": "agua", "is": "está", "clean": "limpia", "red": "roja"}
QUICK = Pace(pause=0)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model as Argos packs it, with a folder of pickles that nobody needs."""
    folder = tmp_path_factory.mktemp("made")
    model = build(folder / "model", WORDS, metadata={"from_code": "en", "to_code": "es"})
    (model / "stanza").mkdir()
    (model / "stanza" / "resources.pt").write_bytes(b"a pickle")
    return packed(model, folder / "en_es.argosmodel")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tls.certificate(tmp_path_factory.mktemp("tls"), ("localhost", "models.example", "files.example"))


@pytest.fixture
def script() -> Script:
    return Script()


@pytest.fixture
def port(certificate: Path, archive: Path, script: Script, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))
    connections._certificates.cache_clear()
    handler = type("Serving", (Files,), {"content": archive.read_bytes()})
    with tls.serving(certificate, handler, script) as number:
        yield number
    connections._certificates.cache_clear()


@pytest.fixture
def url(port: int) -> str:
    return f"https://localhost:{port}/v1/en_es.argosmodel"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MANYTONGUES_MODELS", str(tmp_path / "models"))
    return tmp_path / "models"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    write(folder, "i18n.toml", '[project]\nlocales = ["es", "de"]\n[draft]\nengines = ["memory", "ctranslate2"]\n')
    write(folder, "source/a.md", "The red water is clean.\n")
    return folder


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def add(project: Path, place: object, sha256: str, *more: str, locale: str = "es") -> Result:
    return i18n(project, "engines", "add", "ctranslate2", locale, "--from", str(place), "--sha256", sha256, *more)


def left(home: Path) -> list[str]:
    """What lies in the folder of models, without the lock."""
    return sorted(name for name in _below(home) if ".i18n" not in name)


def _below(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]


def test_a_file_becomes_an_engine_in_one_command(project: Path, home: Path, archive: Path) -> None:
    sha256 = digest(archive.read_bytes())
    result = add(project, archive, sha256, "--licence", "CC-BY-4.0")
    assert result.exit_code == 0, result.output
    name = f"en-es-{sha256[:12]}"
    assert f"From: {archive}" in result.stdout
    assert f"Size: {archive.stat().st_size:,} bytes" in result.stdout
    assert "Your texts stay on this machine" in result.stdout
    assert f"Installed {name}" in result.stdout
    assert "Tried: “The water is clean.” became “El agua está limpia.”" in result.stdout
    folder = home / "ctranslate2" / name
    record = tomllib.loads((folder / "model.toml").read_text("utf-8"))
    assert (record["origin"], record["licence"], record["sha256"]) == (archive.name, "CC-BY-4.0", [sha256])
    assert "stanza/resources.pt" not in _below(folder)
    assert all(
        stat.S_IMODE(path.stat().st_mode) & 0o077 == 0 for path in (home, *home.rglob("*")) if path.name != ".gitignore"
    )
    i18n(project, "extract")
    assert i18n(project, "draft", "--locale", "es").exit_code == 0
    assert f"ctranslate2 {name}" in (project / "locales/es/LC_MESSAGES/a.po").read_text("utf-8")
    (line,) = [line for line in i18n(project, "engines", "list").stdout.splitlines() if line.startswith(name)]
    assert line.split()[1:3] == ["en", "es"]
    assert archive.name in line


def test_what_is_fetched_is_said_first_and_nothing_is_contacted_unasked(
    project: Path, home: Path, archive: Path, url: str, script: Script
) -> None:
    sha256 = digest(archive.read_bytes())
    result = add(project, url, sha256)
    assert result.exit_code == 2
    assert "From: localhost (this download contacts localhost, and no other host)" in result.stdout
    assert "Nobody has allowed that localhost is contacted." in result.stderr
    assert add(project, url, sha256, "--dry-run").exit_code == 0
    assert add(project, url, sha256, "--check").exit_code == 1
    assert script.asked == []
    assert not home.exists()


@pytest.mark.parametrize(("answer", "status", "requests"), [("n\n", 1, 0), ("y\n", 0, 1)])
def test_somebody_at_a_terminal_is_asked(
    answer: str, status: int, requests: int, project: Path, home: Path, archive: Path, url: str, script: Script,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(consent, "is_terminal", lambda: True)
    line = ["--project", str(project), "engines", "add", "ctranslate2", "es", "--from", url]
    result = CliRunner().invoke(root, [*line, "--sha256", digest(archive.read_bytes())], input=answer)
    assert (result.exit_code, len(script.asked)) == (status, requests)
    assert home.exists() == bool(requests)


def test_two_commands_at_once_fetch_it_once(
    project: Path, home: Path, archive: Path, url: str, script: Script, certificate: Path
) -> None:
    script.delay = 0.5
    line = [sys.executable, "-m", "i18n", "engines", "add", "ctranslate2", "es", "--from", url, "--yes", "--sha256"]
    begun = [
        subprocess.Popen(
            [*line, digest(archive.read_bytes())],
            cwd=project, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for _ in range(2)
    ]  # fmt: skip
    said = [one.communicate(timeout=120)[0] for one in begun]
    assert [one.returncode for one in begun] == [0, 0]
    assert len(script.asked) == 1
    assert sum("\nInstalled en-es-" in each for each in said) == 1


def test_a_second_add_fetches_nothing(project: Path, home: Path, archive: Path, url: str, script: Script) -> None:
    sha256 = digest(archive.read_bytes())
    assert add(project, url, sha256, "--yes").exit_code == 0
    (asked,) = script.asked
    assert {"Cookie", "Authorization", "Referer"} & asked.headers.keys() == set()
    assert asked.headers["Accept-Encoding"] == "identity"
    before = files(home)
    result = add(project, url, sha256, "--yes")
    assert (result.exit_code, files(home)) == (0, before)
    assert "nothing was fetched" in result.stdout
    assert len(script.asked) == 1
    assert not [name for name in left(home) if "downloads" in name]


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("wrong", "is another file than the one of its SHA-256. It was deleted."),
        ("compressed", "compresses what it was asked to send as it is"),
        ("not-found", "nothing is at its address"),
        ("forbidden", "access is refused"),
        ("elsewhere", "redirects to what is no https address"),
        ("downgrade", "redirects to what is no https address"),
        ("nowhere", "redirects to what is no https address"),
        ("same-host", "redirects in circles"),
    ],
)
def test_what_is_not_the_file_leaves_nothing(
    fault: str, said: str, project: Path, home: Path, archive: Path, url: str, script: Script
) -> None:
    script.always = fault
    result = add(project, url, digest(archive.read_bytes()), "--yes")
    assert result.exit_code == 4
    assert said in result.stderr
    assert [name for name in left(home) if (home / name).stat().st_size] == []


def test_a_redirect_goes_only_where_the_user_said(
    project: Path, home: Path, archive: Path, port: int, script: Script, monkeypatch: pytest.MonkeyPatch
) -> None:
    sha256 = digest(archive.read_bytes())
    address = "https://models.example/to/https:%2F%2Ffiles.example%2Fen_es.argosmodel"
    with tls.proxy(port) as (proxy, asked):
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy}")
        refused = add(project, address, sha256, "--yes")
        assert refused.exit_code == 4
        assert "redirects to another host, files.example: --host files.example allows that" in refused.stderr
        assert asked == ["CONNECT models.example:443"]
        result = add(project, address, sha256, "--host", "files.example", "--yes")
        assert result.exit_code == 0, result.output
        by_way = f"contacts models.example by way of the proxy 127.0.0.1:{proxy}, and files.example where it redirects"
        assert by_way in result.stdout
        assert asked[1:] == ["CONNECT models.example:443", "CONNECT files.example:443"]
    assert [each.headers["Host"] for each in script.asked] == ["models.example"] * 2 + ["files.example"]


@pytest.mark.parametrize(
    "place",
    [
        "http://localhost:1/a.zip",
        "ftp://localhost/a.zip",
        "https://127.0.0.1%2eevil.example/a.zip",
        "https://localhost\\@evil.example/a.zip",
        "https://user:password@localhost/a.zip",
        "https:///a.zip",
        "https://0.0.0.0/a.zip",
    ],
)
def test_only_plain_https_addresses_are_taken(place: str, project: Path, home: Path) -> None:
    result = add(project, place, "0" * 64, "--yes")
    assert result.exit_code == 2
    assert "--from is no https address" in result.stderr
    assert not home.exists()


def test_a_project_that_forbids_remote_engines_takes_files_alone(
    project: Path, home: Path, archive: Path, url: str, script: Script
) -> None:
    more_configuration(project, '[privacy]\nremote = "never"\n')
    sha256 = digest(archive.read_bytes())
    result = add(project, url, sha256, "--yes")
    assert (result.exit_code, script.asked) == (2, [])
    assert 'This would contact localhost, and [privacy] remote = "never" forbids that.' in result.stderr
    assert add(project, archive, sha256).exit_code == 0


def test_by_name_only_what_the_table_lists(project: Path, home: Path) -> None:
    result = i18n(project, "engines", "add", "ctranslate2", "de", "--yes")
    assert result.exit_code == 2
    assert "This version lists no models yet that can be installed by name." in result.stderr
    assert "--from FILE|URL --sha256 HEX" in result.stderr
    assert i18n(project, "engines", "add", "ctranslate2", "fr").exit_code == 2


def test_a_model_of_the_table_comes_file_by_file(
    project: Path, home: Path, archive: Path, certificate: Path, port: int, script: Script,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    with zipfile.ZipFile(archive) as opened:
        inside = {info.filename.partition("/")[2]: opened.read(info) for info in opened.infolist()}
    kept = {name: data for name, data in inside.items() if name not in ("metadata.json", "stanza/resources.pt")}
    handler = type("Serving", (Files,), {"others": {f"/v2/{name}": data for name, data in kept.items()}})
    with tls.serving(certificate, handler, script) as other:
        monkeypatch.setattr(offers, "shipped", lambda: (offer(f"https://localhost:{other}/v2/", kept),))
        script.faults = ["", "not-found"]
        assert i18n(project, "engines", "add", "ctranslate2", "es", "--yes").exit_code == 4
        result = i18n(project, "engines", "add", "ctranslate2", "es", "--yes")
    assert result.exit_code == 0, result.output
    assert f"Size: {sum(map(len, kept.values())):,} bytes" in result.stdout
    assert "By: A university" in result.stdout
    assert "became “El agua está limpia.”" in result.stdout
    assert len(script.asked) == len(kept) + 1, "what came the first time is not fetched again"
    assert "A university (CC-BY-4.0)" in i18n(project, "engines").stdout
    assert i18n(project, "engines", "verify").exit_code == 0


def offer(base: str, inside: dict[str, bytes]) -> offers.Offer:
    files = tuple(KeptFile(name, len(data), digest(data)) for name, data in sorted(inside.items()))
    return offers.Offer("ctranslate2", "en", "es", base, (), "CC-BY-4.0", "A university", "chrF 60", files)


def way(**changes: object) -> Way:
    return replace(Way(pace=QUICK, sleep=lambda _: None), **changes)  # type: ignore[arg-type]


def part(archive: Path, url: str, size: int | None = None) -> Part:
    return Part("en_es.argosmodel", url, digest(archive.read_bytes()), size)


@pytest.mark.parametrize("faults", [["half"], ["half", "busy", "half", "dropped"]])
def test_what_came_is_not_fetched_again(
    faults: list[str], archive: Path, url: str, script: Script, tmp_path: Path
) -> None:
    script.faults = [*faults]
    unfinished = tmp_path / "a.part"
    fetch(part(archive, url), unfinished, way())
    assert unfinished.read_bytes() == archive.read_bytes()
    later = script.asked[1].headers
    assert later["Range"] == f"bytes={(archive.stat().st_size + 1) // 2}-"
    assert later["If-Range"] == TAG
    assert len(script.asked) == len(faults) + 1


def test_what_was_pieced_together_from_two_files_is_fetched_again_whole(
    archive: Path, url: str, script: Script, tmp_path: Path
) -> None:
    unfinished = tmp_path / "a.part"
    unfinished.write_bytes(b"the beginning of a page that asks for a password")
    fetch(part(archive, url), unfinished, way())
    assert unfinished.read_bytes() == archive.read_bytes()
    assert [asked.headers.get("Range", "") != "" for asked in script.asked] == [True, False]
    script.always = "wrong"
    unfinished.write_bytes(b"again")
    with pytest.raises(EngineError, match="is another file"):
        fetch(part(archive, url), unfinished, way())
    assert not unfinished.exists()


@pytest.mark.parametrize("fault", ["whole-again", ""])
def test_a_file_that_changed_or_cannot_go_on_begins_again(
    fault: str, archive: Path, url: str, script: Script, tmp_path: Path
) -> None:
    unfinished = tmp_path / "a.part"
    unfinished.write_bytes(b"what another version began with")
    (tmp_path / "a.etag").write_text('"version-0"')
    script.faults = [fault]
    fetch(part(archive, url), unfinished, way())
    assert unfinished.read_bytes() == archive.read_bytes()


def test_a_beginning_longer_than_the_file_begins_again(archive: Path, url: str, tmp_path: Path) -> None:
    unfinished = tmp_path / "a.part"
    unfinished.write_bytes(bytes(archive.stat().st_size + 1))
    (tmp_path / "a.etag").write_text(TAG)
    fetch(part(archive, url), unfinished, way())
    assert unfinished.read_bytes() == archive.read_bytes()


def test_a_whole_file_that_was_not_installed_is_not_fetched_again(
    archive: Path, url: str, script: Script, tmp_path: Path
) -> None:
    unfinished = tmp_path / "a.part"
    unfinished.write_bytes(archive.read_bytes())
    fetch(part(archive, url), unfinished, way())
    assert script.asked == []


@pytest.mark.parametrize("fault", ["other-part", "unavailable", "dropped"])
def test_what_goes_wrong_again_and_again_keeps_what_came(
    fault: str, archive: Path, url: str, script: Script, tmp_path: Path
) -> None:
    script.faults, script.always = ["half"], fault
    with pytest.raises(EngineError, match="did not come from localhost") as caught:
        fetch(part(archive, url), tmp_path / "a.part", way())
    half = (archive.stat().st_size + 1) // 2
    assert f"{half:,} bytes are kept; the same command goes on from there." in caught.value.hint
    script.always = ""
    fetch(part(archive, url), tmp_path / "a.part", way())
    assert (tmp_path / "a.part").read_bytes() == archive.read_bytes()


@pytest.mark.parametrize("fault", ["dripping", "trickling-headers", "slow"])
def test_a_server_that_drips_is_given_up(fault: str, archive: Path, url: str, script: Script, tmp_path: Path) -> None:
    script.always = fault
    slow = replace(QUICK, window=0.3, tries=2)
    with pytest.raises(EngineError, match="did not answer in time"):
        fetch(part(archive, url), tmp_path / "a.part", way(pace=slow))


@pytest.mark.parametrize("size", [1, 10**9])
def test_a_file_of_another_size_than_listed_is_not_read(
    size: int, archive: Path, url: str, script: Script, tmp_path: Path
) -> None:
    with pytest.raises(EngineError, match="larger or smaller than it should be"):
        fetch(part(archive, url, size), tmp_path / "a.part", way())
    assert (tmp_path / "a.part").stat().st_size == 0


def test_an_endless_file_ends(
    archive: Path, url: str, script: Script, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "LARGEST", 1_000_000)
    script.always = "endless"
    with pytest.raises(EngineError, match="larger or smaller than it should be"):
        fetch(part(archive, url), tmp_path / "a.part", way())
    assert (tmp_path / "a.part").stat().st_size <= 1_000_000


def test_an_interruption_keeps_what_came(
    project: Path, home: Path, archive: Path, url: str, script: Script, certificate: Path
) -> None:
    script.faults = ["stalled"]
    sha256 = digest(archive.read_bytes())
    line = [sys.executable, "-m", "i18n", "engines", "add", "ctranslate2", "es", "--from", url, "--sha256", sha256]
    begun = subprocess.Popen([*line, "--yes"], cwd=project, env=environment(), stdout=subprocess.PIPE, text=True)
    unfinished = home / "ctranslate2" / "downloads" / f"en-es-{sha256[:12]}.part"
    half = (archive.stat().st_size + 1) // 2
    until(lambda: len(script.asked) == 1 and unfinished.is_file() and unfinished.stat().st_size > half - 70_000)
    begun.send_signal(signal.SIGINT)
    begun.communicate(timeout=60)
    assert begun.returncode == 130
    came = unfinished.stat().st_size
    assert 0 < came <= half
    assert add(project, url, sha256, "--yes").exit_code == 0
    assert script.asked[1].headers["Range"] == f"bytes={came}-"
    assert not unfinished.exists()


def until(true: Callable[[], bool]) -> None:
    for _ in range(6000):
        if true():
            return
        time.sleep(0.01)
    pytest.fail("it never came")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    folder = tmp_path / "disk"
    folder.mkdir()
    made = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if not shutil.which("mount") or subprocess.run(made, capture_output=True, check=False).returncode:
        pytest.skip("needs the right to mount a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_keeps_what_came(
    small_disk: Path, project: Path, certificate: Path, url: str, script: Script, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = os.urandom(2_000_000)
    monkeypatch.setenv("MANYTONGUES_MODELS", str(small_disk / "models"))
    handler = type("Serving", (Files,), {"content": large})
    with tls.serving(certificate, handler, script) as port:
        address = f"https://localhost:{port}/a.zip"
        result = add(project, address, digest(large), "--yes")
        assert result.exit_code == 3
        assert "has too little room: 4 MB are needed, 1 MB are free" in result.stderr
        script.always = "unmeasured"
        result = add(project, address, digest(large), "--yes")
    assert result.exit_code == 3
    assert "No space left on device" in result.stderr
    assert [name.rpartition(".")[2] for name in left(small_disk)] == ["etag", "part"]


def made(folder: Path, members: Sequence[tuple[str, bytes, int]], *, twice: bool = False) -> Path:
    path = folder / "made.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data, mode in members:
            info = zipfile.ZipInfo(name)
            info.external_attr = mode << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(info, data)
    return path


REGULAR = stat.S_IFREG | 0o644


@pytest.mark.parametrize(
    ("name", "mode", "said"),
    [
        ("../evil.bin", REGULAR, "a file whose name leads elsewhere"),
        ("model/../../evil.bin", REGULAR, "a file whose name leads elsewhere"),
        ("/evil.bin", REGULAR, "a file whose name leads elsewhere"),
        ("C:/evil.bin", REGULAR, "a file whose name leads elsewhere"),
        ("model\\..\\evil.bin", REGULAR, "a file whose name leads elsewhere"),
        ("model/NUL", REGULAR, "a file whose name leads elsewhere"),
        ("con.bin", REGULAR, "a file whose name leads elsewhere"),
        ("model/model.bin ", REGULAR, "a file whose name leads elsewhere"),
        ("model/MODEL.BIN", REGULAR, "one file twice"),
        ("model/link", stat.S_IFLNK | 0o777, "a link or a device"),
        ("model/device", stat.S_IFCHR | 0o666, "a link or a device"),
        ("model/pipe", stat.S_IFIFO | 0o666, "a link or a device"),
    ],
)
def test_an_archive_that_means_harm_is_not_unpacked(
    name: str, mode: int, said: str, project: Path, home: Path, tmp_path: Path
) -> None:
    archive = made(tmp_path, [("model/model.bin", b"x", REGULAR), (name, b"/etc/passwd", mode)])
    before = set(_below(tmp_path))
    result = add(project, archive, digest(archive.read_bytes()))
    assert result.exit_code == 3
    assert said in result.stderr
    assert left(home) == []
    assert {each for each in set(_below(tmp_path)) - before if ".i18n" not in each} == set()


def test_a_bomb_is_not_unpacked(project: Path, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = made(tmp_path, [("model/model.bin", bytes(60_000_000), REGULAR)])
    result = add(project, archive, digest(archive.read_bytes()))
    assert result.exit_code == 3
    assert "it holds more than 50 MB" in result.stderr
    assert left(home) == []
    many = made(tmp_path, [(f"{number}.bin", b"", REGULAR) for number in range(3)])
    with pytest.raises(InputError, match="more than 2 files"):
        unpacking.unpack(many, tmp_path / "nowhere", unpacking.Limits(files=2))


@pytest.mark.parametrize("data", [b"", b"no archive", b"PK\x05\x06"], ids=["empty", "text", "cut"])
def test_a_file_that_is_no_archive_is_refused(data: bytes, project: Path, home: Path, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(data)
    result = add(project, tmp_path / "a.zip", digest(data))
    assert result.exit_code == 3
    assert "it is no whole zip archive" in result.stderr
    assert left(home) == []


def test_a_cut_archive_is_refused(project: Path, home: Path, archive: Path, tmp_path: Path) -> None:
    whole = bytearray(archive.read_bytes())
    whole[2000] ^= 0xFF
    (tmp_path / "a.zip").write_bytes(whole)
    result = add(project, tmp_path / "a.zip", digest(bytes(whole)))
    assert result.exit_code == 3
    assert left(home) == []


def test_the_digest_of_a_file_is_compared_too(project: Path, home: Path, archive: Path) -> None:
    result = add(project, archive, "0" * 64)
    assert result.exit_code == 4
    assert "is another file than the one of its SHA-256. Nothing was installed." in result.stderr
    assert archive.exists()
    assert left(home) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"model/model.bin": b"no weights"}, "CTranslate2 cannot load"),
        ({"model/model.bin": None}, "lacks model.bin"),
        ({"sentencepiece.model": None}, "lacks its tokenizer"),
        ({"metadata.json": b'{"from_code": "en", "to_code": "fr"}'}, "translates from en to fr, not from en to es"),
        ({"metadata.json": b"[]"}, "a metadata.json that is no JSON object"),
        ({"metadata.json": b"[" * 100_000}, "a metadata.json that is no JSON object"),
        ({"metadata.json": b" " * 1_000_001}, "a metadata.json of more than 1,000,000 bytes"),
        ({"model/config.json": b"[]"}, "a model/config.json that is no JSON object"),
        ({"model/config.json": b'{"a":' * 100_000}, "a model/config.json that is no JSON object"),
        ({"sentencepiece.model": b"x"}, "a sentencepiece.model that is no sentencepiece model"),
    ],
)
def test_a_model_that_could_not_draft_the_language_is_refused(
    changes: dict[str, bytes | None], said: str, project: Path, home: Path, archive: Path, tmp_path: Path
) -> None:
    other = changed(archive, tmp_path / "other.zip", changes)
    result = add(project, other, digest(other.read_bytes()))
    assert result.exit_code == 3
    assert said in result.stderr
    assert left(home) == []


def test_a_file_that_is_of_no_use_does_not_stay(project: Path, home: Path, url: str, archive: Path) -> None:
    result = add(project, url, digest(archive.read_bytes()), "--yes", locale="de")
    assert result.exit_code == 3
    assert "translates from en to es, not from en to de" in result.stderr
    assert left(home) == []


def changed(archive: Path, other: Path, changes: dict[str, bytes | None]) -> Path:
    with zipfile.ZipFile(archive) as source, zipfile.ZipFile(other, "w") as out:
        for info in source.infolist():
            inside = info.filename.partition("/")[2]
            data = changes.get(inside, source.read(info))
            if data is not None:
                out.writestr(info.filename, data)
    return other


def test_a_model_that_names_no_languages_has_those_that_the_user_says(
    project: Path, home: Path, archive: Path, tmp_path: Path
) -> None:
    other = changed(archive, tmp_path / "other.zip", {"metadata.json": None})
    assert add(project, other, digest(other.read_bytes())).exit_code == 0
    assert "  ctranslate2     nowhere" in i18n(project, "engines").stdout.replace("* ", "  ")


def test_without_the_libraries_it_is_installed_and_says_that_it_was_not_tried(
    project: Path, home: Path, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "installed", lambda: False)
    result = add(project, archive, digest(archive.read_bytes()))
    assert result.exit_code == 0
    assert 'Not tried: CTranslate2 is not installed: pip install "manytongues[ctranslate2]".' in result.stdout


def test_models_are_verified_and_removed(project: Path, home: Path, archive: Path) -> None:
    sha256 = digest(archive.read_bytes())
    name = f"en-es-{sha256[:12]}"
    add(project, archive, sha256)
    assert i18n(project, "engines", "verify").stdout == f"{name}: as it was installed.\n"
    weights = home / "ctranslate2" / name / "model" / "model.bin"
    data = bytearray(weights.read_bytes())
    data[-1] ^= 1
    weights.write_bytes(data)
    (home / "ctranslate2" / name / "sentencepiece.model").unlink()
    result = i18n(project, "engines", "verify")
    assert result.exit_code == 1
    assert "model/model.bin is another file than the one that was installed" in result.stdout
    assert "sentencepiece.model is missing" in result.stdout
    assert i18n(project, "engines", "remove", "ctranslate2", "es", "--check").exit_code == 1
    assert weights.exists()
    assert " freed." in i18n(project, "engines", "remove", "ctranslate2", "es").stdout
    assert left(home) == []
    assert "No model for es is installed." in i18n(project, "engines", "remove", "ctranslate2", "es").stdout
    assert "No model is installed." in i18n(project, "engines", "list").stdout
    assert i18n(project, "engines", "where").stdout == f"{home}\n"


def test_what_others_put_next_to_a_model_stays(project: Path, home: Path, archive: Path, tmp_path: Path) -> None:
    sha256 = digest(archive.read_bytes())
    add(project, archive, sha256)
    folder = home / "ctranslate2" / f"en-es-{sha256[:12]}"
    (folder / "notes.txt").write_text("mine")
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "model.bin").write_bytes(b"mine")
    shutil.rmtree(folder / "model")
    (folder / "model").symlink_to(mine)
    (home / "ctranslate2" / "others").mkdir()
    result = i18n(project, "engines", "remove", "ctranslate2", folder.name)
    assert "holds other files too, and stays" in result.stdout
    assert (mine / "model.bin").read_bytes() == b"mine"
    assert (folder / "notes.txt").read_text() == "mine"
    assert (home / "ctranslate2" / "others").is_dir()
    assert "es" not in i18n(project, "engines", "list").stdout.splitlines()[0]


def test_programs_follow_a_model_from_its_file_to_its_end(project: Path, home: Path, archive: Path) -> None:
    sha256 = digest(archive.read_bytes())
    would = add(project, archive, sha256, "--format", "json", "--dry-run")
    told = json.loads(would.stdout)
    assert told["wanted"]["files"] == [{"name": archive.name, "place": str(archive), "sha256": sha256}]
    assert (told["installed"], told["model"], told["trial"]) == (False, None, None)
    assert "Your texts stay on this machine" in would.stderr
    done = json.loads(add(project, archive, sha256, "--format", "json").stdout)
    assert done["wanted"] == told["wanted"]
    assert done["installed"] is True
    assert done["trial"] == {"sentence": "The water is clean.", "answer": "El agua está limpia.", "missing": ""}
    again = json.loads(add(project, archive, sha256, "--format", "json").stdout)
    assert (again["installed"], again["model"]) == (False, done["model"])
    listed = json.loads(i18n(project, "engines", "list", "--format", "json").stdout)
    assert listed["installed"] == [done["model"]]
    (Path(done["model"]["folder"]) / "model" / "model.bin").write_bytes(b"another")
    flawed = i18n(project, "engines", "verify", "--format", "json")
    assert flawed.exit_code == 1
    (checked,) = json.loads(flawed.stdout)["models"]
    assert checked["name"] == done["model"]["name"]
    assert checked["wrong"]
    words = ("engines", "remove", "ctranslate2", "es", "--format", "json")
    pretended = i18n(project, *words, "--check")
    assert (pretended.exit_code, json.loads(pretended.stdout)["removed"]) == (1, False)
    gone = json.loads(i18n(project, *words).stdout)
    assert gone == {
        "format": 1,
        "removed": True,
        "models": [checked["name"]],
        "bytes": done["model"]["bytes"],
        "left": [],
    }
    assert json.loads(i18n(project, *words, "--check").stdout)["removed"] is False


def test_importing_the_engines_opens_no_socket() -> None:
    watched = (
        "import sys\n"
        "sys.addaudithook(lambda event, _: event.startswith('socket.') and sys.exit(event))\n"
        "import i18n.draft.registry, i18n.draft.models.installing, i18n.cli.engines, i18n.workflow.draft.models\n"
        "from i18n.draft.registry import choose, names\n"
        "[choose((name,), {}) for name in names()]\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", watched], env=environment(), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
