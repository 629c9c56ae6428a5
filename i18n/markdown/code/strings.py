"""How does a language write the strings that may hold a sentence?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from i18n.markdown.code.lexing import Sort, Token
from i18n.span import Characters, Span


@dataclass(frozen=True, slots=True)
class Quoting:
    """How strings between one kind of quotes are written."""

    escapes: str = ""
    """What may follow a backslash; empty: a backslash is a letter like any other."""
    is_doubled: bool = False
    """The quote itself is written twice."""
    inserts: tuple[str, ...] = ()
    """What begins code within the string."""


class Literal(NamedTuple):
    """A string in a piece of code, on one line."""

    mark: str
    """What opens it, prefix included: `"`, `f"`, `'`."""
    span: Span[Characters]
    """With its marks."""
    inner: Span[Characters]
    """Between them."""


_C = "abfnrtv0\\'\"?xuUe"
_JAVASCRIPT = {"'": Quoting("bfnrtv0\\'\"`$xu/"), '"': Quoting("bfnrtv0\\'\"`$xu/")}
_TEMPLATE = {"`": Quoting("bfnrtv0\\'\"`$xu/{", inserts=("${",))}
_SHELL = {"'": Quoting(), '"': Quoting('\\"$`', inserts=("${", "$(", "`"))}
_RUBY = {"'": Quoting("\\'", inserts=("#{",)), '"': Quoting(_C + "s#", inserts=("#{",))}
_KINDS: tuple[tuple[str, dict[str, Quoting]], ...] = (
    ("javascript typescript jsx tsx", _JAVASCRIPT | _TEMPLATE),
    ("python", {"'": Quoting(_C + "N1234567"), '"': Quoting(_C + "N1234567")}),
    ("c cpp java scala", {'"': Quoting(_C + "s1234567")}),
    ("csharp", {'"': Quoting(_C)}),
    ("go", {'"': Quoting('abfnrtv\\"xuU01234567')}),
    ("rust", {'"': Quoting("nrt\\0'\"xu")}),
    ("swift", {'"': Quoting("0\\tnr\"'u(", inserts=("\\(",))}),
    ("kotlin", {'"': Quoting("tbnr'\"\\$u", inserts=("${",))}),
    ("dart", {"'": Quoting("nrbftvxu\\'\"$", inserts=("${",)), '"': Quoting("nrbftvxu\\'\"$", inserts=("${",))}),
    ("json json5", {'"': Quoting('"\\/bfnrtu')}),
    ("yaml", {"'": Quoting(is_doubled=True), '"': Quoting('0abtnvfre "/\\N_LPxuU')}),
    ("toml", {"'": Quoting(), '"': Quoting('btnfr"\\uUe')}),
    ("bash console", _SHELL),
    ("ruby", _RUBY),
    ("elixir", {'"': Quoting(_C + "s#", inserts=("#{",))}),
    ("php", {"'": Quoting("\\'"), '"': Quoting('nrtvef\\$"xu01234567', inserts=("{$", "${"))}),
    ("lua", {"'": Quoting("abfnrtvz\\\"'xu0123456789"), '"': Quoting("abfnrtvz\\\"'xu0123456789")}),
    ("sql", {"'": Quoting(is_doubled=True)}),
)
_BY_LANGUAGE = {language: marks for languages, marks in _KINDS for language in languages.split()}
_OPENS = {"${": 1, "$(": 1, "#{": 1, "\\(": 1, "{$": 0, "{": 0, "`": 1}
"""How far from where code begins within a string its bracket stands."""
_INSERTED = re.compile(r"\{[^{}'\"`\\\n]*\}|\([^(){}'\"`\\\n]*\)|[^`\"'\\\n{}()]*`")
"""The plain code that may stand within a string after what begins it: without quotes and brackets of its own."""
_PREFIX = {"python": r"[A-Za-z]{0,2}", "csharp": r"\$?"}
_FORMATTED = {"python": "f", "csharp": "$"}
_ESCAPED_CODE = re.compile(r"x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|u\{[0-9A-Fa-f]{1,6}\}|U[0-9A-Fa-f]{8}|N\{[\w -]+\}")

ATTRIBUTE = "="
"""Comes before the mark of a string that is the value of a JSX attribute: no backslash escapes anything there."""


def quoting(language: str, mark: str) -> Quoting | None:
    """The rule for strings that open with `mark`, prefix included; `language` as Pygments first calls it.

    None where such strings are not for us: unknown languages, bytes, strings over several lines.
    """
    quote, prefix = mark[-1:], mark[:-1].lower()
    rule = _BY_LANGUAGE.get(language, {}).get(quote)
    if rule is None or not prefix:
        return rule
    if prefix in ("r", "rf", "fr", ATTRIBUTE):
        rule = Quoting()
    elif prefix not in ("u", "f", "$"):
        return None
    return Quoting(rule.escapes, inserts=("{",)) if _FORMATTED.get(language, "\0") in prefix else rule


def literals(text: str, tokens: Sequence[Token], language: str) -> Iterator[Literal]:
    """The strings of a piece of code that open, close and nest as Pygments says, each on one line."""
    marks = _BY_LANGUAGE.get(language)
    if not marks:
        return
    opening = re.compile(_PREFIX.get(language, "") + "[" + re.escape("".join(marks)) + "]")
    ends = {token.span.end for token in tokens if token.sort is Sort.STRING}
    done = 0
    for at, token in enumerate(tokens):
        start = token.span.start
        if token.sort is not Sort.STRING or start < done:
            continue
        mark = opening.match(text, start)
        rule = quoting(language, mark[0]) if mark else None
        end = close(text, mark.end(), mark[0][-1], rule) if mark and rule else -1
        if mark and end > mark.end() + 1 and end in ends:
            yield Literal(mark[0], Span(start, end), Span(mark.end(), end - 1))
            done = end
        else:
            done = _past(tokens, at)


def _past(tokens: Sequence[Token], at: int) -> int:
    """The end of the string tokens that stand side by side: what is not understood is passed over whole."""
    end = tokens[at].span.end
    for sort, span in tokens[at + 1 :]:
        if span.start != end or sort is not Sort.STRING:
            break
        end = span.end
    return end


def close(text: str, at: int, quote: str, rule: Quoting) -> int:
    """One past the quote that ends a string whose inside begins at `at`; -1 where nothing on its line does.

    Nor does anything where it holds code that is more than plain.
    """
    while at < len(text) and text[at] != "\n":
        insert = next((mark for mark in rule.inserts if text.startswith(mark, at)), "")
        if insert:
            inside = _INSERTED.match(text, at + _OPENS[insert])
            if inside is None:
                return -1
            at = inside.end()
        elif text[at] == "\\" and rule.escapes:
            at += 2
        elif text[at] != quote:
            at += 1
        elif rule.is_doubled and text.startswith(quote * 2, at):
            at += 2
        else:
            return at + 1
    return -1


def escaped(text: str, quote: str, rule: Quoting) -> str | None:
    """Write a text between quotes, escapes that it already has kept as they are; None where that cannot be."""
    if rule.is_doubled:
        return re.sub(f"{quote}+", lambda match: match[0] + quote * (len(match[0]) % 2), text)
    if not rule.escapes:
        return None if quote in text or text.endswith("\\") else text
    pieces: list[str] = []
    at = 0
    while at < len(text):
        letter, following = text[at], text[at + 1 : at + 2]
        if letter == "\\" and following and _is_escape(text, at + 1, rule):
            pieces.append(letter + following)
            at += 2
            continue
        pieces.append("\\" + letter if letter in ("\\", quote) else letter)
        at += 1
    return "".join(pieces)


def _is_escape(text: str, at: int, rule: Quoting) -> bool:
    if text[at] not in rule.escapes:
        return False
    if text[at] == "N" and "_" in rule.escapes:
        return True  # YAML's next line; Python's wants a name
    return text[at] not in "xuUN" or _ESCAPED_CODE.match(text, at) is not None
