"""What of a message is one placeholder, what is its number, and where do lines end?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import regex

from i18n.message.marks import CLOSED, HELD, OPENED, Mark, Role, Run, has_letters, joined, plain
from i18n.words.scripts import PARTED

_WORD_BEFORE = regex.compile(rf"{PARTED}+$", regex.VERSION1)
_WORD_AFTER = regex.compile(rf"^{PARTED}+", regex.VERSION1)
_APART = frozenset({"break", "image", "footnote", "html", "control", "attributes"})
"""Placeholders that end a word rather than being a part of it."""


def without_idle_pairs(flat: list[Run]) -> list[Run]:
    """A pair with nothing to translate inside becomes a placeholder: `[`code`](url)`, `**!**`."""
    done: list[Run] = []
    opened: list[int] = []
    for run in flat:
        done.append(run)
        if run.token == OPENED:
            opened.append(len(done) - 1)
        elif run.token == CLOSED:
            first = opened.pop()
            if not any(isinstance(inner.token, str) and has_letters(inner.token) for inner in done[first:]):
                done[first:] = [merged(done[first:], run.kind)]
    return done


def merged(parts: list[Run], kind: str) -> Run:
    """One placeholder for several runs, with what of them is text for readers after all."""
    inner: list[tuple[int, int]] = []
    at = 0
    for part in parts:
        inner.extend((at + first, at + last) for first, last in part.inner)
        at += len(part.raw)
    instead = "".join(part.instead or part.raw for part in parts) if any(part.instead for part in parts) else ""
    return Run(joined(parts), HELD, kind, tuple(inner), "" if inner else instead)


def whole_words(flat: list[Run]) -> list[Run]:
    """A placeholder that is a part of a word takes the word along: `v{version}`, `` `file`s ``."""
    for at, run in enumerate(flat):
        if run.token != HELD or (run.kind in _APART and not _within_word(flat, at)):
            continue
        if at and isinstance(flat[at - 1].token, str) and (found := _WORD_BEFORE.search(flat[at - 1].raw)):
            before = flat[at - 1].raw[: found.start()]
            flat[at - 1] = Run(before, plain(before))
            inner = tuple((first + len(found[0]), last + len(found[0])) for first, last in run.inner)
            flat[at] = run = replace(run, raw=found[0] + run.raw, inner=inner, instead="")
        if (
            at + 1 < len(flat)
            and isinstance(flat[at + 1].token, str)
            and (found := _WORD_AFTER.search(flat[at + 1].raw))
        ):
            after = flat[at + 1].raw[found.end() :]
            flat[at + 1] = Run(after, plain(after))
            flat[at] = replace(run, raw=run.raw + found[0], instead="")
    return flat


def _within_word(flat: list[Run], at: int) -> bool:
    """Whether letters stand close on both sides of an element such as the one in `H<sub>2</sub>O`."""
    before, after = (flat[at - 1], flat[at + 1]) if 0 < at < len(flat) - 1 else (flat[at], flat[at])
    return (
        flat[at].kind == "html"
        and isinstance(before.token, str)
        and isinstance(after.token, str)
        and _WORD_BEFORE.search(before.token) is not None
        and _WORD_AFTER.search(after.token) is not None
    )


def united(flat: list[Run]) -> list[Run]:
    """Unite neighbours of one sort, so that an engine never sees two placeholders without a space between."""
    done: list[Run] = []
    for run in flat:
        if not run.raw:
            continue
        last = done[-1] if done else None
        if last is not None and isinstance(run.token, str) and isinstance(last.token, str):
            done[-1] = Run(last.raw + run.raw, last.token + run.token)
        elif last is not None and last.token == CLOSED and run.kind == "attributes":
            done[-1] = replace(last, raw=last.raw + run.raw)  # of the element that ends here
        elif last is not None and run.token == last.token == HELD and "break" not in (run.kind, last.kind):
            done[-1] = merged([last, run], last.kind if last.kind == run.kind else "code")
        else:
            done.append(run)
    return done


def numbered(flat: list[Run]) -> tuple[Run, ...]:
    """Give marks their ids in reading order; those of a pair share one."""
    done: list[Run] = []
    opened: list[int] = []
    last = 0
    for run in flat:
        token = run.token
        if isinstance(token, Mark):
            if token.role is Role.CLOSE:
                number = opened.pop()
            else:
                number = last = last + 1
                if token.role is Role.OPEN:
                    opened.append(number)
            token = Mark(token.role, number)
        done.append(replace(run, token=token))
    return tuple(done)


def lines(flat: Iterable[Run]) -> Iterator[tuple[list[Run], list[Run]]]:
    """The runs between hard breaks outside pairs, and the break after them; none after the last."""
    line: list[Run] = []
    depth = 0
    for run in flat:
        if isinstance(run.token, Mark) and run.token.role is not Role.HOLD:
            depth += 1 if run.token.role is Role.OPEN else -1
        if run.kind == "break" and not depth:
            yield line, [run]
            line = []
        else:
            line.append(run)
    yield line, []
