"""Does a rendered page have what another has but for the words of some places?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

from tests.hostile.articles import MARKER
from tests.hostile.pages import Trial
from tests.real.renderers.outlines import Outline, Piece, folded

_ACTIVE = frozenset("script iframe frame object embed applet base meta link style form svg math".split())
_LOOKS = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def difference(expected: Outline, got: Outline, trial: Trial) -> str:
    """How a page differs from its source's but for the words of a trial's places; empty where it does not."""
    free = [text for marker in trial.words for text in _parts(trial.messages[marker])]
    pairs = tuple(zip(expected, got, strict=False))
    if len(expected) != len(got) or any(_differ(one, other, trial, free) for one, other in pairs):
        return _first(expected, got, trial, free)
    if trial.is_honest and not all(_says(expected, got, trial, kind) for kind in ("text", "start")):
        at = next((pair for pair in pairs if pair[0] != pair[1]), ("", ""))
        return f"words: {at[0]} became {at[1]}"
    return ""


def _parts(message: str) -> list[str]:
    """What may be a text of its own when a message is rendered."""
    return [part for part in map(folded, re.split(r"[^\w .,]+", message)) if part]


def _differ(one: Piece, other: Piece, trial: Trial, free: Sequence[str]) -> bool:
    """Whether a piece changed that is none of a trial's."""
    if one == other:
        return False
    if one[0] != other[0] or len(one) != len(other) or (one[0] == "start" and one[1] != other[1]):
        return True
    if one[0] == "text" and one[1] in free:
        return False
    return any(
        before != after and not any(marker in trial.words for marker in MARKER.findall(before))
        for before, after in zip(one, other, strict=True)
    )


def _says(expected: Outline, got: Outline, trial: Trial, kind: str) -> bool:
    """Whether readers see the words of a trial, with their escapes and entities resolved or not."""
    pieces, at = [], 0
    wanted = _shown(expected, kind)
    for found in MARKER.finditer(wanted):
        pieces += [
            re.escape(looks(wanted[at : found.start()])),
            f"(?:{_readings(trial.words.get(found[1], found[0]))})",
        ]
        at = found.end()
    pattern = "".join([*pieces, re.escape(looks(wanted[at:]))])
    return re.fullmatch(pattern, looks(_shown(got, kind))) is not None


def _readings(text: str) -> str:
    """A pattern of what readers may see: a text as it is, or with its escapes and entities resolved."""
    plain = _ESCAPE.sub(r"\1", text)
    return "|".join(re.escape(looks(each)) for each in dict.fromkeys((text, plain, unescape(text), unescape(plain))))


def _shown(outline: Outline, kind: str) -> str:
    return "\0".join(part for piece in outline if piece[0] == kind for part in piece[1:])


def looks(text: str) -> str:
    """A text without what typography changes."""
    text = text.replace("…", "...").translate(_LOOKS)
    return re.sub(r"-+", "-", folded(text).replace(" ", ""))


def _first(expected: Outline, got: Outline, trial: Trial, free: Sequence[str]) -> str:
    """The first difference, and what kind of harm it is."""
    pairs = enumerate(zip(expected, got, strict=False))
    at = next((at for at, (one, other) in pairs if _differ(one, other, trial, free)), min(len(expected), len(got)))
    new = [piece for piece in got if piece not in expected]
    kind = "structure"
    if any(_is_active(piece) for piece in new):
        kind = "active"
    elif any(".example" in part for piece in new if piece[0] == "start" for part in piece[2:]):
        kind = "foreign"
    return f"{kind}: {expected[at : at + 3]} became {got[at : at + 3]}"


def _is_active(piece: Piece) -> bool:
    if piece[0] == "other":
        return True
    if piece[0] != "start":
        return False
    return piece[1] in _ACTIVE or any(
        re.match(r"on\w+=|style=|srcdoc=|[@:]|v-|\w+=\s*(?:javascript|data|vbscript):", part) for part in piece[2:]
    )
