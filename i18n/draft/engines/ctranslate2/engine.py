"""How is CTranslate2 an engine?"""

from __future__ import annotations

import functools
import hashlib
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from i18n.draft.engine import Answer, Capability, Failure, Limits, Query, Readiness, Traffic, Translation
from i18n.draft.engines.codes import note
from i18n.draft.engines.ctranslate2 import alignment, files, session
from i18n.draft.engines.ctranslate2.models import Model, Unusable, found, nearest, untold
from i18n.message import marks, packed
from i18n.message.sentences import sentences

_INSTALL = 'pip install "manytongues[ctranslate2]"'
_ADD = "i18n engines add ctranslate2 LOCALE --from FILE|URL --sha256 HEX"


class CTranslate2:
    """Neural translation by the user's models, loaded when first asked; texts never leave the machine."""

    name = "ctranslate2"
    traffic = Traffic.NONE
    address = notice = ""
    capabilities: frozenset[Capability] = frozenset()
    limits = Limits(characters=50_000, batch=16)
    encodings = (alignment.WORDS, alignment.GAPS)

    def __init__(self, path: Path | None, installed: Sequence[Path] = ()) -> None:
        """`path` is a model's folder, an `.argosmodel` archive, or a folder of several; None if nobody named it.

        `installed` are folders of further models, each of one; of two models that fit alike, that of `path` is taken.
        """
        self._path = path
        self._installed = tuple(installed)
        self._sessions: dict[Path, session.Session] = {}
        self._lock = threading.Lock()

    @functools.cached_property
    def version(self) -> str:
        """The versions of the libraries, and a digest of all models."""
        digest = hashlib.sha256("".join(_digest(model) for model in self._models).encode()).hexdigest()[:8]
        return f"{session.version() if session.installed() else '0'}-{digest}"

    @functools.cached_property
    def _models(self) -> tuple[Model | Unusable, ...]:
        places = (*((self._path,) if self._path is not None else ()), *self._installed)
        return tuple(model for place in places for model in _found(place))

    def readiness(self, source: str, target: str, *, ask: bool = False) -> Readiness:
        """Tell whether there is a complete model for two locales; it is not loaded for that."""
        del ask
        if not session.installed():
            return Readiness.lacking("CTranslate2 is not installed", _INSTALL)
        model = nearest(self._models, source, target)
        if model is None and self._path is not None and not self._path.exists():
            return Readiness.lacking(f"there is no {self._path}", "Name where your models lie.")
        if model is None:
            return Readiness.lacking(self._without(source, target), _ADD)
        try:
            flaw = untold(model)
        except files.ModelError as error:
            flaw = str(error)
        if flaw:
            return Readiness.lacking(f"the model {model.name} {flaw}", "Mend it, or name another.")
        return Readiness(ready=True, missing=note(target, model.target))

    def _without(self, source: str, target: str) -> str:
        pairs = sorted({f"{model.source}-{model.target}" for model in self._models if isinstance(model, Model)})
        flaws = [f"the model {model.path.name} {model.reason}" for model in self._models if isinstance(model, Unusable)]
        there = f"there are {', '.join(pairs)}" if pairs else ""
        said = [f"no model translates from {source} to {target}", there, *flaws]
        return "; ".join(filter(None, said))

    def translate(self, queries: Sequence[Query], source: str, target: str, encoding: str) -> tuple[Answer, ...]:
        """Translate sentence by sentence."""
        readiness = self.readiness(source, target)
        model = nearest(self._models, source, target)
        if not readiness.ready or model is None:
            return (Failure(readiness.missing, broken=True, final=True),) * len(queries)
        try:
            loaded = self._session(model)
        except files.ModelError as error:
            return (Failure(f"the model {model.name} {error}", broken=True, final=True),) * len(queries)
        asked = [_Sentences.of(query.tokens, encoding) for query in queries]
        texts = list(dict.fromkeys(text.text for each in asked for text in each.texts))
        try:
            said = dict(zip(texts, loaded.translate(texts), strict=True))
        except session.ClosedError:
            return (Failure("it was closed", broken=True),) * len(queries)
        except (RuntimeError, ValueError, MemoryError) as error:
            failure = Failure(f"CTranslate2 failed: {type(error).__name__}", broken=True)
            return (failure,) * len(queries)
        detail = " ".join(filter(None, (model.name, note(target, model.target))))
        return tuple(each.answer(said, detail) for each in asked)

    def _session(self, model: Model) -> session.Session:
        with self._lock:
            if model.store.path not in self._sessions:
                self._sessions[model.store.path] = session.Session(model)
            return self._sessions[model.store.path]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        with self._lock:
            sessions, self._sessions = self._sessions, {}
        for each in sessions.values():
            each.close()


@dataclass(frozen=True, slots=True)
class _Sentences:
    """The sentences of a query; those with words are translated."""

    parts: tuple[tuple[tuple[marks.Token, ...], str], ...]
    """Sentences, and the white space after each."""
    plains: tuple[alignment.Plain | None, ...]
    """Each sentence without its marks; None for a sentence without words."""

    @classmethod
    def of(cls, tokens: tuple[marks.Token, ...], encoding: str) -> _Sentences:
        parts = sentences(tokens)
        return cls(
            parts, tuple(alignment.plain(part, encoding) if marks.any_letters(part) else None for part, _ in parts)
        )

    @property
    def texts(self) -> Iterable[alignment.Plain]:
        return filter(None, self.plains)

    def answer(self, said: Mapping[str, session.TranslatedSentence | str], detail: str) -> Answer:
        """Put the sentences together; the score is that of the least certain sentence."""
        out: list[str] = []
        scores: list[int] = []
        for (part, space), source in zip(self.parts, self.plains, strict=True):
            if source is None:
                out.append(packed.pack(part) + space)
                continue
            sentence = said[source.text]
            if isinstance(sentence, str):
                return Failure(sentence)
            tokens = alignment.marked(source, sentence.pieces, sentence.words)
            if tokens is None:
                return Failure("its markup has no certain place in the translation")
            out.append(packed.pack(tokens) + space)
            scores.append(sentence.score)
        return Translation(packed.unpack("".join(out)), min(scores, default=None), detail)


def _found(place: Path) -> tuple[Model | Unusable, ...]:
    try:
        return found(place)
    except OSError:
        return ()


def _digest(model: Model | Unusable) -> str:
    try:
        return model.digest() if isinstance(model, Model) else model.reason
    except files.ModelError as error:
        return str(error)
