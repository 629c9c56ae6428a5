"""How does a loaded model translate sentences? The only importer of CTranslate2 and sentencepiece, and a late one."""

from __future__ import annotations

import importlib.util
import math
import os
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypedDict

import regex

from i18n.draft.engines.ctranslate2.alignment import AlignedWord, Span
from i18n.draft.engines.ctranslate2.files import Folder, ModelError
from i18n.draft.engines.ctranslate2.models import WEIGHTS, Model, json_object
from i18n.draft.engines.members import text
from i18n.words.letters import SPACELESS_LETTER

if TYPE_CHECKING:
    from sentencepiece import SentencePieceProcessor

LONGEST = 400
"""Most pieces of a sentence: models were trained on shorter ones, and cut or ramble on longer ones."""
_BEAM = 4
_BATCH = 256
"""Pieces translated together; several such batches run at the same time."""
_POLL = 0.005
_SPACE = "▁"
_BYTE = regex.compile(r"<0x[0-9A-F]{2}>")
_SOLID = regex.compile(r"[\p{L}\p{M}\p{N}_'’\-]+")


@dataclass(frozen=True, slots=True)
class TranslatedSentence:
    """A translated sentence."""

    pieces: tuple[Span, ...]
    """Characters of the source that each number of a word's attention refers to."""
    words: tuple[AlignedWord, ...]
    score: int
    """0-100: the probability of its pieces, on average."""


def installed() -> bool:
    """Tell whether the libraries are installed, without loading them."""
    return all(importlib.util.find_spec(name) for name in ("ctranslate2", "sentencepiece"))


def version() -> str:
    """The versions of both libraries."""
    from importlib.metadata import version

    return f"{version('ctranslate2')}-{version('sentencepiece')}"


class _Cut(TypedDict):
    """A sentence as sentencepiece cuts it."""

    pieces: list[str]
    offsets: list[Span]


class _Hypotheses(Protocol):
    """A translation as CTranslate2 gives it; the best comes first."""

    hypotheses: Sequence[list[str]]
    attention: Sequence[list[list[float]]]
    scores: Sequence[float]


class _Pending(Protocol):
    """A translation that may not be done."""

    def done(self) -> bool: ...

    def result(self) -> _Hypotheses: ...


class _Translator(Protocol):
    """A model as CTranslate2 loads it."""

    def translate_batch(
        self, source: list[list[str]], target_prefix: list[list[str]] | None, **named: object
    ) -> list[_Pending]: ...


class ClosedError(Exception):
    """The session was closed while it worked."""


class Session:
    """A model in memory."""

    def __init__(self, model: Model) -> None:
        """Load it. Raises ModelError if CTranslate2 or sentencepiece refuses it."""
        self._model = model
        self._source, self._target = (_tokenizer(model, name) for name in model.pieces)
        self._end = _explicit_end(model)
        self._translator = _translator(model)
        self._closed = threading.Event()

    def translate(self, sentences: Sequence[str]) -> tuple[TranslatedSentence | str, ...]:
        """Translate; a string instead of a translation says why there is no translation, and completes "…: ".

        Raises ClosedError after `close`, and RuntimeError or ValueError if CTranslate2 fails.
        """
        cut = [self._source.encode(sentence, out_type="offset_mapping") for sentence in sentences]
        todo = [number for number, each in enumerate(cut) if 0 < len(each["pieces"]) <= LONGEST]
        results = dict(zip(todo, self._results([cut[number]["pieces"] for number in todo]), strict=True))
        return tuple(
            self._said(each, results[number]) if number in results else _unfit(each) for number, each in enumerate(cut)
        )

    def close(self) -> None:
        """Make calls under way fail soon; the memory is free once they did."""
        self._closed.set()

    def _results(self, texts: Sequence[Sequence[str]]) -> list[_Hypotheses]:
        """Wait in small steps, as an interruption does not reach into the library. Raises ClosedError."""
        if not texts:
            return []
        pending = self._translator.translate_batch(
            [[*text, *self._end] for text in texts],
            [[self._model.prefix]] * len(texts) if self._model.prefix else None,
            max_batch_size=_BATCH,
            batch_type="tokens",
            asynchronous=True,
            beam_size=_BEAM,
            max_decoding_length=_room(texts),
            return_scores=True,
            return_attention=True,
            replace_unknowns=True,
        )
        while not all(each.done() for each in pending):
            if self._closed.wait(_POLL):
                raise ClosedError
        return [each.result() for each in pending]

    def _said(self, cut: _Cut, result: _Hypotheses) -> TranslatedSentence | str:
        pieces, attention = result.hypotheses[0], result.attention[0]
        if self._model.prefix and pieces[:1] == [self._model.prefix]:
            pieces, attention = pieces[1:], attention[1:]
        if len(pieces) >= _room([cut["pieces"]]):
            return "its translation did not come to an end"
        if "<unk>" in pieces:
            return "it does not know a word"
        words = tuple(self._words(pieces, attention, len(cut["pieces"])))
        return TranslatedSentence(tuple(cut["offsets"]), words, round(100 * min(1.0, math.exp(result.scores[0]))))

    def _words(self, pieces: Sequence[str], attention: Sequence[Sequence[float]], width: int) -> Iterator[AlignedWord]:
        start = 0
        for at in range(1, len(pieces) + 1):
            if at < len(pieces) and _goes_on(pieces[start:at], pieces[at]):
                continue
            text = self._target.decode(list(pieces[start:at]))
            looks = tuple(sum(column) for column in zip(*(row[:width] for row in attention[start:at]), strict=True))
            if text.strip():
                yield AlignedWord(text.strip(), pieces[start].startswith(_SPACE), looks)
            start = at


def _goes_on(word: Sequence[str], piece: str) -> bool:
    """Whether a piece continues a word."""
    before = "".join(word).removeprefix(_SPACE)
    if piece.startswith(_SPACE):
        return False
    if not before or (_BYTE.fullmatch(word[-1]) and _BYTE.fullmatch(piece)):
        return True
    return all(_SOLID.fullmatch(part) and not SPACELESS_LETTER.search(part) for part in (before, piece))


def _unfit(cut: _Cut) -> str:
    return f"a sentence has more than {LONGEST} pieces" if cut["pieces"] else "there is nothing to translate in it"


def _room(texts: Sequence[Sequence[str]]) -> int:
    """Most pieces of a translation: far more than any translation needs."""
    return 3 * max(map(len, texts)) + 32


def _tokenizer(model: Model, name: str) -> SentencePieceProcessor:
    from sentencepiece import SentencePieceProcessor

    data = model.store.read(name)
    try:
        return SentencePieceProcessor(model_proto=data)
    except (RuntimeError, OSError, ValueError):
        raise ModelError(f"has a {name} that is no sentencepiece model") from None


def _translator(model: Model) -> _Translator:
    import ctranslate2

    # Several batches at once, each on one processor: threads within a batch wait for each other by spinning, and took
    # 25 times as long on a busy machine.
    names = [name for name in model.files() if name.startswith(model.folder)]
    if isinstance(model.store, Folder):
        place, files = str(model.store.path / model.folder), None
    else:
        place, files = model.name, {name.removeprefix(model.folder): model.store.read(name) for name in names}
    try:
        translator: _Translator = ctranslate2.Translator(
            place,
            device="cpu",
            inter_threads=min(4, os.cpu_count() or 1),
            intra_threads=1,
            max_queued_batches=-1,  # a full queue would hold the caller where no interruption reaches it
            files=files,
        )
    except (RuntimeError, ValueError, IndexError, MemoryError, OSError):
        raise ModelError(f"has a {WEIGHTS} that CTranslate2 cannot load") from None
    return translator


def _explicit_end(model: Model) -> list[str]:
    """The end mark, for models that were converted from Transformers: they need it written out."""
    name = f"{model.folder}config.json"
    if name not in model.store.names:
        return []
    config = json_object(model.store, name)
    end = text(config.get("eos_token"))
    return [end] if end and config.get("decoder_start_token") == end and not config.get("add_source_eos") else []
