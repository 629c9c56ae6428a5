"""How is markup written for an engine that reads tags of HTML or XML?"""

from __future__ import annotations

import html
from collections.abc import Sequence

import regex

from i18n.draft.engine import Answer, Failure, Translation
from i18n.draft.engines.markers import TAGS, decode, encode, has_markers
from i18n.message.marks import Role, Token
from i18n.message.packed import pack

_OPENED = regex.compile(r"<x(\d+)>(\s*)</x\1\s*>")
_FORBIDDEN = regex.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML 1.0 §2.2 allows in no text, not even escaped."""


def unfit(tokens: Sequence[Token]) -> str:
    """Why a text cannot be sent with tags; empty if it can."""
    text = "".join(token for token in tokens if isinstance(token, str))
    if has_markers(text, TAGS):
        return "its text looks like the marks that stand for markup"
    return "it holds characters that markup cannot hold" if _FORBIDDEN.search(text) else ""


def written(tokens: Sequence[Token]) -> str:
    """Write tokens as text with tags; what the text itself has of `&`, `<` and `>` is escaped."""
    return encode([html.escape(token, quote=False) if isinstance(token, str) else token for token in tokens], TAGS)


def read(answer: str, tokens: Sequence[Token], *, escaped: bool) -> tuple[Token, ...]:
    """Read tokens from the answer to `tokens`, whose text may still be `escaped`.

    Only our own tags are looked for, by their numbers: the rest is text, whatever it looks like.
    """
    holds = {str(token.id) for token in tokens if not isinstance(token, str) and token.role is Role.HOLD}
    # Parsers of HTML know no empty tags of other names: `<x1/>` comes back as `<x1></x1>`.
    whole = _OPENED.sub(lambda found: f"<x{found[1]}/>{found[2]}" if found[1] in holds else found[0], answer)
    return tuple(
        html.unescape(token) if escaped and isinstance(token, str) else token for token in decode(whole, TAGS, tokens)
    )


def answered(said: str, tokens: Sequence[Token], note: str, *, escaped: bool, billed: int | None = None) -> Answer:
    """Read what a service said of `tokens`; saying nothing, or the same, is no translation."""
    if not said.strip():
        return Failure("it gave no translation")
    found = read(said, tokens, escaped=escaped)
    if same(found, tokens):
        return Failure("the engine gave the source text back")
    return Translation(found, detail=note, billed=billed)


def same(answer: Sequence[Token], tokens: Sequence[Token]) -> bool:
    """Tell whether an answer is the text itself."""
    return pack(answer).strip() == pack(tokens).strip()
