"""What did the server answer: the model's words, why it stopped, how much of the prompt it read?"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from i18n.draft.engines.members import count, items, member, text
from i18n.draft.engines.transport import UNUSABLE, TransportError

_FINAL_CODES = frozenset({"401", "402", "403", "invalid_api_key"})
_MOST_PER_TOKEN = 6
"""More characters than a token of a prompt ever stands for: 2.2 to 3.9 were measured, in six languages."""
_LIKELY_PER_TOKEN = 4.5
_BLOCK, _KEPT = 1024, 8
"""Contexts, and halves of them, end at multiples of the first; so many tokens at its start are never cut."""


class End(enum.Enum):
    """Why a model stopped."""

    WHOLE = "whole"
    CUT = "cut"
    """It reached the limit of tokens, or the end of its context."""
    REFUSED = "refused"
    """The model or a filter declined."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model answered to one request."""

    content: str
    end: End = End.WHOLE
    prompt_tokens: int = 0
    """Tokens that the server read; 0 if it does not say."""
    thought: bool = False
    """Whether it reasoned before it wrote."""


def parse(data: object) -> Reply:
    """Read the decoded JSON of a chat completion.

    Raises TransportError for anything else, also for an error that came with status 200.
    """
    if not isinstance(data, dict):
        raise TransportError(UNUSABLE)
    if error := member(data, "error"):
        raise _reported(error)
    choice = next(iter(items(member(data, "choices"))), None)
    message = member(choice, "message")
    if not isinstance(message, dict):
        raise TransportError(UNUSABLE)
    content = _content(member(message, "content"))
    thought = member(message, "reasoning_content") or member(message, "reasoning")
    return Reply(
        content,
        _end(member(choice, "finish_reason"), message),
        count(member(member(data, "usage"), "prompt_tokens")) or 0,
        bool(thought) or "<think" in content[:200],
    )


def is_shortened(characters: int, tokens: int) -> bool:
    """Tell whether a server read less of a prompt than it was sent: so many characters, as so many tokens.

    Ollama cuts silently, to the size of its context or to half of it: few tokens for many characters at such a number
    are a sign, still fewer are one at any number. 0 tokens say nothing.
    """
    if tokens <= 0:
        return False
    at_an_end = tokens >= _BLOCK and tokens % _BLOCK <= _KEPT
    return tokens * (_LIKELY_PER_TOKEN if at_an_end else _MOST_PER_TOKEN) < characters


def _content(value: object) -> str:
    """The words of a message; some servers send a list of words and thoughts."""
    parts = [part for part in items(value) if member(part, "type") in ("text", None)]
    return value if isinstance(value, str) else "".join(text(member(part, "text")) for part in parts)


def _end(reason: object, message: object) -> End:
    if member(message, "refusal") or reason == "content_filter":
        return End.REFUSED
    if reason == "error":
        raise TransportError("its server failed while it answered")
    return End.CUT if reason in ("length", "max_tokens") else End.WHOLE


def _reported(error: object) -> TransportError:
    code = str(member(error, "code") or member(error, "type") or "")
    if code == "insufficient_quota":
        return TransportError("its quota is spent", final=True)
    number = f" {code}" if code.isdecimal() and len(code) == 3 else ""
    return TransportError(f"its server answered with an error{number}", final=code in _FINAL_CODES)
