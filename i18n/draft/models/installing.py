"""How does a model get into its folder: whole, of the right languages, tried, or not at all?"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from i18n.draft.engines.codes import fit
from i18n.draft.engines.ctranslate2.files import ModelError
from i18n.draft.engines.ctranslate2.models import Model, found, untold
from i18n.draft.engines.members import member
from i18n.draft.models import records, trial
from i18n.draft.models.fetching import Way, discard, fetch, sha256_of
from i18n.draft.models.installed import Installed, installed
from i18n.draft.models.records import KeptFile, Record
from i18n.draft.models.unpacking import unpack
from i18n.draft.models.wanted import Part, Wanted
from i18n.errors import EngineError, InputError, StorageError
from i18n.store import LocalStore
from i18n.store.failures import writing

DOWNLOADS = "downloads"
"""The folder, next to the models, of files that have not come whole."""
_LEFTOVER = ".unpacking-"
_ROOM = 2.2
"""Times the size of an archive that its file and its content take together."""
_METADATA = "metadata.json"
_LARGEST_METADATA = 1_000_000


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an installation."""

    model: Installed
    fresh: bool
    """Whether it was not there before."""
    trial: trial.Trial = trial.UNTRIED


def there(wanted: Wanted, folder: Path) -> Installed | None:
    """The same files, where they are installed; `folder` is that of the engine."""
    digests = tuple(part.sha256 for part in wanted.parts)
    return next((model for model in installed(folder) if model.record.sha256 == digests), None)


def place(wanted: Wanted, folder: Path) -> Path:
    """The folder that a model is to have."""
    return folder / f"{wanted.source}-{wanted.target}-{wanted.key}"


def install(wanted: Wanted, folder: Path, way: Way, day: str, waiting: Callable[[], None] = lambda: None) -> Outcome:
    """Install a model in the folder of its engine, unless it is there.

    What did not come whole stays for the next time; all else is whole when it gets its name. Raises EngineError,
    InputError for what is no model that could be used, and StorageError.
    """
    if model := there(wanted, folder):
        return Outcome(model, fresh=False)
    with writing(str(folder)):
        (folder / DOWNLOADS).mkdir(parents=True, exist_ok=True, mode=0o700)
        for made in (folder.parent, folder, folder / DOWNLOADS):
            made.chmod(0o700)
    with LocalStore(str(folder)).lock("models", (), waiting):
        if model := there(wanted, folder):  # another command did it meanwhile
            return Outcome(model, fresh=False)
        _sweep(folder)
        files = [_arrived(wanted, part, folder, _within(folder, way)) for part in wanted.parts]
        try:
            outcome = _put(wanted, files, folder, day)
        except InputError:
            _forget(wanted, files)  # whole, and of no use
            raise
        _forget(wanted, files)
    return outcome


def part_of(wanted: Wanted, part: Part, folder: Path) -> Path:
    """Where a file lies that has not come whole."""
    return folder / DOWNLOADS / f"{wanted.source}-{wanted.target}-{part.sha256[:12]}.part"


def _arrived(wanted: Wanted, part: Part, folder: Path, way: Way) -> Path:
    """The file itself, here and with the right digest."""
    if wanted.remote:
        file = part_of(wanted, part, folder)
        fetch(part, file, way)
        return file
    _assert_room(folder, part.size or 0)
    file = Path(part.place)
    try:
        same = sha256_of(file) == part.sha256
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", "", part.place) from None
    if not same:
        raise EngineError(
            f"{part.name} is another file than the one of its SHA-256. Nothing was installed.",
            "Somebody changed it, or it did not come whole: fetch it again from a place that you trust.",
        )
    return file


def _forget(wanted: Wanted, files: list[Path]) -> None:
    """Delete what was fetched; a file of the user's stays."""
    for file in files if wanted.remote else ():
        discard(file)


def _within(folder: Path, way: Way) -> Way:
    """The same way, for files that the disk has room for."""

    def expected(size: int) -> None:
        _assert_room(folder, size)
        way.expected(size)

    return replace(way, expected=expected)


def _put(wanted: Wanted, files: list[Path], folder: Path, day: str) -> Outcome:
    """Make the folder under another name, with the record last, and give it its name in one step."""
    made = Path(tempfile.mkdtemp(prefix=_LEFTOVER, dir=folder))
    try:
        if wanted.packed:
            unpack(files[0], made)
        else:
            _copy(wanted, files, made)
        model = _judged(made, wanted)
        tried = trial.tried(made, model)
        record = _record(made, wanted, model, day)
        LocalStore(str(made)).write(records.NAME, records.serialize(record), sync=True)
        (made / records.NAME).chmod(0o600)
        target = place(replace(wanted, source=record.source, target=record.target), folder)
        with writing(target.name):
            made.rename(target)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise
    return Outcome(Installed(target, record), fresh=True, trial=tried)


def _copy(wanted: Wanted, files: list[Path], folder: Path) -> None:
    for part, file in zip(wanted.parts, files, strict=True):
        with writing(part.name):
            (folder / part.name).parent.mkdir(mode=0o700, exist_ok=True)
            shutil.copyfile(file, folder / part.name)


def _judged(folder: Path, wanted: Wanted) -> Model:
    """The model of a folder, for the right languages. Raises InputError."""
    _name_languages(folder, wanted)
    models = found(folder)
    model = models[0] if len(models) == 1 else None
    if model is None:
        raise _unusable("holds no model of CTranslate2")
    if not isinstance(model, Model):
        raise _unusable(model.reason)
    if fit(wanted.target, model.target) is None or fit(wanted.source, model.source) is None:
        pair = f"from {model.source} to {model.target}, not from {wanted.source} to {wanted.target}"
        raise _unusable(f"translates {pair}")
    try:
        flaw = untold(model)
    except ModelError as error:
        flaw = str(error)
    if flaw:
        raise _unusable(flaw)
    return model


def _name_languages(folder: Path, wanted: Wanted) -> None:
    """Write the languages into the metadata of a model that does not name them: then they are the user's word."""
    file = folder / _METADATA
    if file.is_file() and file.stat().st_size > _LARGEST_METADATA:
        raise _unusable(f"has a {_METADATA} of more than {_LARGEST_METADATA:,} bytes")
    try:
        metadata = json.loads(file.read_bytes()) if file.is_file() else {}
    except (ValueError, RecursionError):
        return  # the model is refused for it
    if isinstance(metadata, dict) and member(metadata, "from_code") is member(metadata, "to_code") is None:
        with writing(_METADATA):
            file.write_text(json.dumps({**metadata, "from_code": wanted.source, "to_code": wanted.target}), "utf-8")


def _record(folder: Path, wanted: Wanted, model: Model, day: str) -> Record:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    digests = tuple(part.sha256 for part in wanted.parts)
    kept = tuple(_kept(path, folder) for path in files)
    return Record(
        wanted.engine, model.source, model.target, wanted.origin, digests, wanted.licence, wanted.attribution, day, kept
    )


def _kept(path: Path, folder: Path) -> KeptFile:
    """A file that is on the disk, and nobody else's business."""
    with writing(path.name), path.open("rb+") as file:
        os.fsync(file.fileno())
        path.chmod(0o600)
    return KeptFile(path.relative_to(folder).as_posix(), path.stat().st_size, sha256_of(path))


def _assert_room(folder: Path, size: int) -> None:
    """Raise StorageError if a file of that size and what it holds would fill the disk."""
    free, needed = shutil.disk_usage(folder).free, int(size * _ROOM)
    if free < needed:
        raise StorageError(
            f"has too little room: {needed / 1e6:,.0f} MB are needed, {free / 1e6:,.0f} MB are free",
            "Make room, or name another folder in MANYTONGUES_MODELS.",
            str(folder),
        )


def _sweep(folder: Path) -> None:
    """Delete what an earlier command left that was killed."""
    for leftover in folder.glob(f"{_LEFTOVER}*"):
        shutil.rmtree(leftover, ignore_errors=True)


def _unusable(reason: str) -> InputError:
    return InputError(f"The model cannot be used: it {reason}.", "Nothing of it was kept.")
