"""`make demo` translates a copy, leaves the clone as it was, and changes nothing a second time."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from i18n.project import load
from tests.cli.commands import files, untouched
from tests.make.demo import FOLDER, ROOT, SAMPLE, complete, copied, main
from tests.real.install import MAY_NOT

OFFLINE = {"DEMO_PROGRAMS": "no"}


def fail(_names: Iterable[str]) -> int:
    pytest.fail("nothing may be installed")


def clone() -> dict[str, tuple[int, int]]:
    return untouched(ROOT / "source") | untouched(ROOT / "locales")


def test_a_second_demo_changes_nothing_and_the_clone_stays_as_it_was(tmp_path: Path) -> None:
    folder, before = tmp_path / "demo", clone()
    assert main(folder, OFFLINE, fail) == 0
    first, made = untouched(folder), files(folder)
    assert {"dist/manifest.json", "bundles/ar.zip", "locales/es/LC_MESSAGES/index.po"} <= made.keys()
    assert main(folder, OFFLINE, fail) == 0
    assert untouched(folder) == first
    assert files(folder) == made
    assert clone() == before
    assert [path.name for path in tmp_path.iterdir()] == ["demo"]


def test_git_ignores_the_copy() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("needs a clone")
    for name in (FOLDER, f"{FOLDER}.part"):
        assert subprocess.run(["git", "check-ignore", "-q", f"{name}/"], cwd=ROOT, check=False).returncode == 0


def test_the_copy_is_the_sample_project(tmp_path: Path) -> None:
    assert copied(tmp_path / "demo")
    assert sorted(path.name for path in (tmp_path / "demo").iterdir()) == sorted(SAMPLE)
    for name in ("source", "locales"):
        assert files(tmp_path / "demo" / name) == files(ROOT / name)
    assert load(str(tmp_path / "demo")).locales == load(str(ROOT)).locales


def test_what_somebody_changed_in_the_copy_stays(tmp_path: Path) -> None:
    copied(tmp_path / "demo")
    article = tmp_path / "demo/source/index.md"
    article.write_text("# Mine\n", encoding="utf-8")
    assert not copied(tmp_path / "demo")
    assert article.read_text(encoding="utf-8") == "# Mine\n"


def test_a_copy_that_was_interrupted_is_made_from_the_start(tmp_path: Path) -> None:
    (tmp_path / "demo.part/source").mkdir(parents=True)
    (tmp_path / "demo.part/source/half.md").touch()
    assert copied(tmp_path / "demo")
    assert not (tmp_path / "demo/source/half.md").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["demo"]


SPANISH, PORTUGUESE = "apertium-eng-spa", "apertium-es-pt"


@pytest.mark.parametrize(
    ("status", "said"), [(MAY_NOT, "apt-get may not be used here."), (100, "ended with status 100")]
)
def test_where_nothing_can_be_installed_it_says_what_that_would_add(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], status: int, said: str
) -> None:
    asked: list[str] = []

    def refuse(names: Iterable[str]) -> int:
        asked.extend(names)
        return status

    complete(load(str(ROOT)), refuse, tmp_path)
    assert asked == ["apertium", SPANISH, PORTUGUESE]
    told = capsys.readouterr().err
    assert said in told
    assert "DEMO_PROGRAMS=no" in told
    assert "would add machine drafts in es, pt-BR." in told


def test_what_is_missing_is_installed_and_nothing_more_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: "/usr/bin/apertium")
    (tmp_path / "eng-spa.mode").touch()

    def install(names: Iterable[str]) -> int:
        assert list(names) == ["apertium", SPANISH, PORTUGUESE]
        (tmp_path / "spa-por_BR.mode").touch()
        return 0

    complete(load(str(ROOT)), install, tmp_path)
    assert "goes on without" not in capsys.readouterr().err
    complete(load(str(ROOT)), fail, tmp_path)
    assert capsys.readouterr().err == ""
