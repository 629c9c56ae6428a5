"""Messages of a catalog that somebody changes, while somebody else may save it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from i18n.catalog import codec
from i18n.errors import InputError
from i18n.model import Catalog, Unit
from i18n.project import Project, load
from i18n.store import LocalStore
from i18n.workflow.catalogs import UnitChange, read_catalog, update
from i18n.workflow.session import Session

ONE, TWO = Unit("One", ""), Unit("Two", "")
GONE = Unit("Gone", "weg", obsolete=True)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "i18n.toml").write_text('[project]\nname = "x"\nlocales = ["de"]\n', encoding="utf-8")
    project = load(str(tmp_path))
    headers = (("PO-Revision-Date", "YEAR-MO-DA HO:MI+ZONE"), ("Content-Type", "text/plain; charset=UTF-8"))
    LocalStore(project.root).write(project.catalog("a", "de"), codec.serialize(Catalog(headers, (ONE, TWO, GONE))))
    return project


def session(project: Project, *, pretend: bool = False) -> Session:
    return Session(LocalStore(project.root, pretend=pretend), datetime(2026, 5, 1, 12, tzinfo=UTC))


def content(project: Project) -> bytes:
    return LocalStore(project.root).read(project.catalog("a", "de"))


def msgstrs(project: Project) -> list[str]:
    found = read_catalog(LocalStore(project.root), project, "a", "de")
    assert found is not None
    return [unit.msgstr for unit in found.units]


def test_a_message_that_is_as_it_was_seen_is_changed_and_the_rest_stays(project: Project) -> None:
    change = UnitChange(replace(ONE, line=99), replace(ONE, msgstr="Eins"))
    updated = update(session(project), project, "a", "de", [change])
    assert (updated.applied, updated.overtaken, updated.written) == ((change,), (), True)
    assert msgstrs(project) == ["Eins", "", "weg"]
    assert updated.digest == hashlib.sha256(content(project)).hexdigest()
    assert b"PO-Revision-Date: 2026-05-01 00:00+0000" in content(project)


def test_a_message_that_somebody_changed_meanwhile_stays_and_is_named(project: Project) -> None:
    first = UnitChange(ONE, replace(ONE, msgstr="Eins"))
    update(session(project), project, "a", "de", [first])
    late, other = UnitChange(ONE, replace(ONE, msgstr="Ein")), UnitChange(TWO, replace(TWO, msgstr="Zwei"))
    updated = update(session(project), project, "a", "de", [late, other])
    assert (updated.applied, updated.overtaken) == ((other,), (late,))
    assert msgstrs(project) == ["Eins", "Zwei", "weg"]


@pytest.mark.parametrize("seen", [GONE, Unit("Never there", "")])
def test_a_message_that_the_article_does_not_have_any_more_is_overtaken(project: Project, seen: Unit) -> None:
    before = content(project)
    updated = update(session(project), project, "a", "de", [UnitChange(seen, replace(seen, msgstr="x"))])
    assert len(updated.overtaken) == 1
    assert not updated.written
    assert content(project) == before


def test_what_is_as_it_should_be_is_not_written_however_it_is_written(project: Project) -> None:
    path = Path(project.root, project.catalog("a", "de"))
    path.write_bytes(path.read_bytes().replace(b"\n\n", b"\n\n\n"))
    before = content(project)
    updated = update(session(project), project, "a", "de", [UnitChange(ONE, ONE)])
    assert len(updated.applied) == 1
    assert not updated.written
    assert content(project) == before
    assert updated.digest == hashlib.sha256(before).hexdigest()


def test_pretending_says_the_same_and_writes_nothing(project: Project) -> None:
    before = content(project)
    change = UnitChange(ONE, replace(ONE, msgstr="Eins"))
    pretended = update(session(project, pretend=True), project, "a", "de", [change])
    assert content(project) == before
    assert pretended == update(session(project), project, "a", "de", [change])


def test_what_an_editor_saves_in_the_last_moment_is_kept(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    saved = replace(TWO, msgstr="Zwei vom Editor", fuzzy=False)
    replacing = LocalStore.replace

    def late(self: LocalStore, name: str, before: bytes | None, data: bytes) -> bool:
        monkeypatch.setattr(LocalStore, "replace", replacing)
        catalog = codec.parse(content(project))
        units = tuple(saved if unit.msgid == "Two" else unit for unit in catalog.units)
        Path(project.root, name).write_bytes(codec.serialize(replace(catalog, units=units)))
        return replacing(self, name, before, data)

    monkeypatch.setattr(LocalStore, "replace", late)
    changes = [UnitChange(ONE, replace(ONE, msgstr="Eins")), UnitChange(TWO, replace(TWO, msgstr="Zwei"))]
    updated = update(session(project), project, "a", "de", changes)
    assert [change.seen.msgid for change in updated.overtaken] == ["Two"]
    assert msgstrs(project) == ["Eins", "Zwei vom Editor", "weg"]


def test_a_catalog_that_is_gone_is_an_error_that_says_what_to_do(project: Project) -> None:
    Path(project.root, project.catalog("a", "de")).unlink()
    with pytest.raises(InputError, match="The catalog is gone") as caught:
        update(session(project), project, "a", "de", [UnitChange(ONE, ONE)])
    assert "i18n extract" in caught.value.hint
