"""Which models did the user name, and between which languages does each translate? Nothing is loaded for that."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from i18n.draft.engines.codes import fit, tag_of
from i18n.draft.engines.ctranslate2.files import ModelError, ModelFiles, opened
from i18n.draft.engines.members import member, text

SUFFIX = ".argosmodel"
WEIGHTS = "model.bin"
_PIECES = (
    ("source.spm", "target.spm"),
    ("sentencepiece.model",) * 2,
    ("sentencepiece.bpe.model",) * 2,
    ("spm.model",) * 2,
    ("spiece.model",) * 2,
)
"""File names of tokenizers, for the source and for the target."""
_CODE = r"[a-z]{2,3}(?:_[A-Z]{2}|_[A-Z][a-z]{3})?"
_NAMED = re.compile(rf"(?:.*[-_])?(?P<source>{_CODE})[-_](?P<target>{_CODE})(?:-\d[\d_.]*)?")
_TAGGED = re.compile(r"__[a-z]{2,3}__|[a-z]{3}_[A-Z][a-z]{3}|>>[A-Za-z_]+<<|<2[a-z]{2,3}>")
"""Words of a vocabulary that select the target of a model with many languages."""


@dataclass(frozen=True, slots=True)
class Model:
    """A model that translates from one language to another."""

    store: ModelFiles
    source: str
    """BCP 47."""
    target: str
    folder: str
    """Folder of its weights among the files: `model/` or nothing."""
    pieces: tuple[str, str]
    """The tokenizers of source and target, by file name."""
    prefix: str = ""
    """The word that every translation begins with, according to its metadata."""

    @property
    def name(self) -> str:
        """For comments and messages."""
        return self.store.path.name.removesuffix(SUFFIX)

    def digest(self) -> str:
        """A digest in hexadecimal that changes whenever translations may change. Raises ModelError."""
        found = hashlib.sha256()
        for name in sorted(self.files()):
            found.update(f"{name}\0".encode() + self.store.mark(name))
        return found.hexdigest()

    def files(self) -> Iterator[str]:
        """Names of the files that are loaded."""
        yield from {*self.pieces, *(name for name in self.store.names if _within(name, self.folder))}


@dataclass(frozen=True, slots=True)
class Unusable:
    """A folder or archive that should be a model and is not."""

    path: Path
    reason: str
    """Completes "the model …"."""


def found(path: Path) -> tuple[Model | Unusable, ...]:
    """Look at a model, or at every model in a folder of them, by name. Raises FileNotFoundError."""
    if not path.exists():
        raise FileNotFoundError(path)
    if path.is_file() or _is_model(path):
        return (_model(path),)
    inside = sorted(entry for entry in path.iterdir() if entry.suffix == SUFFIX or _is_model(entry))
    return tuple(map(_model, inside))


def nearest(models: Iterable[Model | Unusable], source: str, target: str) -> Model | None:
    """The model for two locales (BCP 47), by the target before the source."""
    fitting = [
        ((goal, origin), model)
        for model in models
        if isinstance(model, Model)
        and (goal := fit(target, model.target)) is not None
        and (origin := fit(source, model.source)) is not None
    ]
    return min(fitting, key=lambda each: each[0])[1] if fitting else None


def untold(model: Model) -> str:
    """Say why a model cannot be used though all its files are there; empty if it can. Raises ModelError.

    A model with many languages needs `target_prefix` in its metadata, which says which one to write.
    """
    if model.prefix:
        return ""
    names = [name for name in model.store.names if _within(name, model.folder) and "vocabulary" in name]
    words = (model.store.read(name).decode("utf-8", "replace") for name in sorted(names))
    many = len({word for text in words for word in _TAGGED.findall(text)}) > 2
    return "translates into many languages: say which in its metadata.json, as target_prefix" if many else ""


def _is_model(path: Path) -> bool:
    return path.is_dir() and any(
        (path / name).is_file() for name in (WEIGHTS, f"model/{WEIGHTS}", "metadata.json", *dict(_PIECES))
    )


def _model(path: Path) -> Model | Unusable:
    try:
        store = opened(path)
        metadata = _metadata(store)
        source, target = _languages(store, metadata)
        folder, pieces = _weights(store), _pieces(store)
    except ModelError as error:
        return Unusable(path, str(error))
    return Model(store, source, target, folder, pieces, str(member(metadata, "target_prefix") or ""))


def _metadata(store: ModelFiles) -> object:
    """What the model says of itself: a JSON object, if anything."""
    if "metadata.json" not in store.names:
        return {}
    return json_object(store, "metadata.json")


def json_object(store: ModelFiles, name: str) -> dict[str, object]:
    """The object that a file of a model holds as JSON. Raises ModelError."""
    try:
        value = json.loads(store.read(name))
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise ModelError(f"has a {name} that is no JSON object")
    return value


def _languages(store: ModelFiles, metadata: object) -> tuple[str, str]:
    codes = member(metadata, "from_code"), member(metadata, "to_code")
    if codes == (None, None):
        named = _NAMED.fullmatch(store.path.name.removesuffix(SUFFIX))
        if named is None:
            raise ModelError("does not say its languages: name its folder like en-es, or give it a metadata.json")
        codes = named["source"], named["target"]
    source, target = (tag_of(text(code)) for code in codes)
    if source is None or target is None:
        raise ModelError(f"names languages that are not known: {codes[0]}, {codes[1]}")
    return source, target


def _weights(store: ModelFiles) -> str:
    for folder in ("model/", ""):
        if folder + WEIGHTS in store.names:
            return folder
    raise ModelError(f"lacks {WEIGHTS}")


def _pieces(store: ModelFiles) -> tuple[str, str]:
    for folder in ("", "model/"):
        for source, target in _PIECES:
            if {folder + source, folder + target} <= store.names:
                return folder + source, folder + target
    if "bpe.model" in store.names:
        raise ModelError("cuts words by BPE codes: only sentencepiece is supported")
    raise ModelError("lacks its tokenizer, sentencepiece.model or source.spm and target.spm")


def _within(name: str, folder: str) -> bool:
    """Whether a file lies directly in a folder."""
    return PurePosixPath(name).parent == PurePosixPath(folder)
