"""Which models were installed, are they as they came, and how do they go?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from i18n.draft.engines.codes import fit
from i18n.draft.models import records
from i18n.draft.models.fetching import discard, sha256_of
from i18n.draft.models.records import Record
from i18n.store.failures import writing


@dataclass(frozen=True, slots=True)
class Installed:
    """A model in its folder."""

    folder: Path
    record: Record

    @property
    def name(self) -> str:
        """What it is called: `en-de-0123456789ab`."""
        return self.folder.name

    @property
    def size(self) -> int:
        """Bytes of its files."""
        return sum(file.size for file in self.record.files)


def installed(folder: Path) -> tuple[Installed, ...]:
    """The models in the folder of an engine, by name; folders that others put there are passed over."""
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return ()
    return tuple(each for entry in entries if (each := _read(entry)) is not None)


def _read(folder: Path) -> Installed | None:
    file = folder / records.NAME
    try:
        if folder.is_symlink() or file.is_symlink() or not file.is_file() or file.stat().st_size > records.LARGEST:
            return None
        return Installed(folder, records.parse(file.read_bytes()))
    except (OSError, records.RecordError):
        return None


def matching(models: tuple[Installed, ...], name: str) -> tuple[Installed, ...]:
    """The models of a name, or of a target (BCP 47)."""
    by_name = tuple(each for each in models if each.name == name)
    return by_name or tuple(each for each in models if fit(name, each.record.target) is not None)


def flaws(model: Installed) -> Iterator[str]:
    """Compare every file with the digest that it had; say what is wrong."""
    for file in model.record.files:
        path = model.folder / file.name
        try:
            if not _is_own(model, path) or not path.is_file():
                yield f"{file.name} is missing"
            elif path.stat().st_size != file.size or sha256_of(path) != file.sha256:
                yield f"{file.name} is another file than the one that was installed"
        except OSError as error:
            yield f"{file.name} cannot be read: {error.strerror}"


def remove(model: Installed) -> bool:
    """Delete the files that were installed, and their folders if nothing else is in them; tell whether all went.

    Its record goes first: from then on no engine uses it. Raises StorageError.
    """
    with writing(model.name):
        (model.folder / records.NAME).unlink()
        files = [path for file in model.record.files if _is_own(model, path := model.folder / file.name)]
        for path in files:
            path.unlink(missing_ok=True)
        below = {path.parent for path in files} | {model.folder}
        for folder in sorted(below, reverse=True):
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
    return not model.folder.exists()


def _is_own(model: Installed, path: Path) -> bool:
    """Whether a file lies in the model's own folder, by no link."""
    return not path.is_symlink() and path.parent.resolve().is_relative_to(model.folder.resolve())


def unfinished(downloads: Path) -> tuple[Path, ...]:
    """Files that did not come whole."""
    return tuple(sorted(downloads.glob("*.part")))


def forget(parts: tuple[Path, ...]) -> None:
    """Delete what came of files. Raises StorageError."""
    for part in parts:
        with writing(part.name):
            discard(part)
