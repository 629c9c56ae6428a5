"""A Transformer that is a word dictionary: real CTranslate2 and sentencepiece models, made in milliseconds.

Source words are one-hot vectors beside one-hot positions. The decoder's query at a step is a position, the keys are
positions, the values words: so each step copies one source word, and the last layer names its translation.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import ctranslate2
import numpy as np
from sentencepiece import SentencePieceTrainer

SPECIAL = ("<unk>", "<s>", "</s>")
_LENGTH = 160
_SHARP = 40.0


def build(
    folder: Path,
    words: Mapping[str, str],
    *,
    swapped: Sequence[tuple[int, int]] = (),
    metadata: Mapping[str, object] | None = None,
    extra: Sequence[str] = (),
    doubt: float = 20.0,
) -> Path:
    """Write a model that translates `words`, and each other character as itself, one piece after the other.

    `swapped` names positions that change places; `extra` are further words of the vocabulary; the smaller `doubt`,
    the less sure the model is.
    """
    (folder / "model").mkdir(parents=True)
    tokenizer = _tokenizer([*words, *words.values()])
    (folder / "sentencepiece.model").write_bytes(tokenizer)
    pieces = _pieces(tokenizer)
    meanings = {piece: _translated(piece, words) for piece in pieces if piece not in SPECIAL}
    _specification(meanings, extra, swapped, doubt).save(str(folder / "model"))
    if metadata is not None:
        (folder / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
    return folder


def packed(folder: Path, archive: Path, root: str = "translate-en_es-1_0/") -> Path:
    """Pack a model as Argos does."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as out:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                out.write(path, root + path.relative_to(folder).as_posix())
    return archive


def _translated(piece: str, words: Mapping[str, str]) -> str:
    word = piece.removeprefix("▁")
    return "▁" + words[word] if piece.startswith("▁") and word in words else piece


def _tokenizer(words: Sequence[str]) -> bytes:
    model = io.BytesIO()
    characters = " ".join("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,;:!?()\"'-")
    SentencePieceTrainer.train(
        sentence_iterator=iter([word for word in words for _ in range(50)] + [characters] * 3),
        model_writer=model,
        model_type="bpe",
        vocab_size=2000,
        hard_vocab_limit=False,
        character_coverage=1.0,
        minloglevel=2,
    )
    return model.getvalue()


def _pieces(tokenizer: bytes) -> list[str]:
    from sentencepiece import SentencePieceProcessor

    processor = SentencePieceProcessor(model_proto=tokenizer)
    return [processor.id_to_piece(number) for number in range(processor.get_piece_size())]


def _specification(
    meanings: Mapping[str, str], extra: Sequence[str], swapped: Sequence[tuple[int, int]], doubt: float
) -> Any:
    source = [*SPECIAL, *meanings, *extra]
    target = [*SPECIAL, *dict.fromkeys(meanings.values()), *extra]
    count, size = len(source), len(source) + _LENGTH
    spec = ctranslate2.specs.TransformerSpec.from_config((1, 1), 1, pre_norm=True)
    places = _matrix(_LENGTH, size, {(at, count + at): 1 for at in range(_LENGTH)})
    for side in (spec.encoder, spec.decoder):
        side.scale_embeddings = False
        side.position_encodings.encodings = places
    spec.encoder.embeddings[0].weight = _matrix(count, size, {(at, at): 1 for at in range(count)})
    spec.decoder.embeddings.weight = _matrix(len(target), size, {})
    for side, ones in ((spec.encoder, 2), (spec.decoder, 1)):
        _identity(side.layer_norm, size, ones)
        _nothing(side.layer[0], size, ones)
    _look(spec.decoder.layer[0].attention, count, size, dict(swapped) | {b: a for a, b in swapped})
    numbers = {word: number for number, word in enumerate(target)}
    known = {(numbers[meanings.get(word, word)], at): doubt for at, word in enumerate(source)}
    _linear(spec.decoder.projection, _matrix(len(target), size, known))
    spec.register_source_vocabulary(source)
    spec.register_target_vocabulary(target)
    spec.config.add_source_eos = True
    spec.validate()
    return spec


def _matrix(rows: int, columns: int, values: Mapping[tuple[int, int], float]) -> Any:
    matrix = np.zeros((rows, columns), np.float32)
    for place, value in values.items():
        matrix[place] = value
    return matrix


def _linear(layer: Any, weight: Any) -> None:
    layer.weight = weight
    layer.bias = np.zeros(weight.shape[0], np.float32)


def _identity(norm: Any, size: int, ones: int) -> None:
    """Undo a layer norm for vectors with that many ones and otherwise zeros."""
    mean = ones / size
    norm.gamma = np.full(size, np.sqrt(mean * (1 - mean)), np.float32)
    norm.beta = np.full(size, mean, np.float32)


def _nothing(layer: Any, size: int, ones: int) -> None:
    """Let self-attention and the feed-forward part add nothing."""
    for norm in (layer.self_attention.layer_norm, layer.ffn.layer_norm):
        _identity(norm, size, ones)
    _linear(layer.self_attention.linear[0], _matrix(3 * size, size, {}))
    _linear(layer.self_attention.linear[1], _matrix(size, size, {}))
    _linear(layer.ffn.linear_0, _matrix(4, size, {}))
    _linear(layer.ffn.linear_1, _matrix(size, 4, {}))


def _look(attention: Any, count: int, size: int, order: Mapping[int, int]) -> None:
    """Let each step of the decoder look at the source's piece of the same number, or of the one it is swapped with."""
    steps = range(_LENGTH)
    _identity(attention.layer_norm, size, 1)
    sharp = _SHARP * size**0.5
    queries = _matrix(size, size, {(count + order.get(at, at), count + at): sharp for at in steps})
    keys = _matrix(size, size, {(count + at, count + at): 1 for at in steps})
    values = _matrix(size, size, {(at, at): 1 for at in range(count)})
    _linear(attention.linear[0], queries)
    _linear(attention.linear[1], np.concatenate([keys, values]))
    _linear(attention.linear[2], np.eye(size, dtype=np.float32))
