"""What do the literals of a JavaScript or TypeScript file say? It is read as far as it is written out, never run."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from i18n.sites.reading.tokens import Token, pairs, tokens

Value: TypeAlias = "str | Sequence[Value] | Mapping[str, Value] | Call | None"
"""Numbers and truths are text as they are written; None is what only running the file would tell."""
REST = "..."
"""A key of tables that hold more than what is written out, with None as its value."""
_DEEPEST = 60
_LONGEST = 500_000
"""Characters of a file that is looked at."""


@dataclass(frozen=True, slots=True)
class Call:
    """A function, by its name with dots, and what it is given."""

    name: str
    arguments: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Module:
    """What a file says."""

    exported: Value = None
    """Its `export default` or `module.exports`; of a function what it returns."""
    constants: Mapping[str, Value] = field(default_factory=dict)
    calls: tuple[Call, ...] = ()
    """All that stand anywhere in it, in order."""

    def options(self) -> Mapping[str, Value]:
        """The table that it exports, be it bare or what a function such as `defineConfig` is given."""
        return options(self.exported)

    def given(self, name: str) -> Mapping[str, Value]:
        """The table that the first call of a function is given; empty without such a call."""
        return next((options(call) for call in self.calls if call.name == name), {})


def options(value: Value) -> Mapping[str, Value]:
    """A value that is a table, or the table that a call is given."""
    while isinstance(value, Call):
        value = next((each for each in value.arguments if isinstance(each, Call | Mapping)), None)
    return value if isinstance(value, Mapping) else {}


def module(text: str) -> Module:
    """Read a file; what is no JavaScript gives an empty module."""
    return _Reader(tokens(text[:_LONGEST])).module()


_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ENDS = frozenset(",)]};")
_NO_CALLS = frozenset("if for while switch catch function return await typeof".split())


class _Reader:
    """Reads the values among the tokens of a file."""

    def __init__(self, found: Sequence[Token]) -> None:
        self._tokens = found
        self._closing = pairs(found)
        self._constants: dict[str, Value] = {}
        self._left = 40 * len(found) + 1000
        """Steps after which it is no configuration that a person wrote."""

    def module(self) -> Module:
        exported: Value = None
        calls: list[Call] = []
        for at, token in enumerate(self._tokens):
            if token.kind != "name" or self._left < 0:
                continue
            if token.text in ("const", "let", "var"):
                self._bind(at + 1)
            elif self._are(at, "export", "default"):
                exported = self._value(at + 2)[0] or exported
            elif self._are(at, "module", ".", "exports", "="):
                exported = self._value(at + 4)[0] or exported
            elif not self._are(at - 1, ".") and token.text not in _NO_CALLS:
                value = self._named(at, 0)[0]
                calls += [value] if isinstance(value, Call) else []
        return Module(exported, self._constants, tuple(calls))

    def _bind(self, at: int) -> None:
        """Note the value of a constant; it may have a type."""
        name = self._text(at)
        at += 1
        if self._are(at, ":"):
            while at < len(self._tokens) and self._text(at) not in ("=", ";"):
                at = self._closing.get(at, at) + 1
        if self._are(at, "="):
            self._constants[name] = self._value(at + 1)[0]

    def _text(self, at: int) -> str:
        return self._tokens[at].text if 0 <= at < len(self._tokens) else ""

    def _are(self, at: int, *texts: str) -> bool:
        return all(
            self._text(at + step) == text and self._tokens[at + step].kind != "text" for step, text in enumerate(texts)
        )

    def _value(self, at: int, depth: int = 0) -> tuple[Value, int]:
        """Read the value of an expression, and say where it ends; a longer one than a literal has None."""
        self._left -= 1
        if depth > _DEEPEST or self._left < 0:
            return None, len(self._tokens) if self._left < 0 else self._end(at)
        value, after = self._primary(at, depth)
        if self._text(after) in ("as", "satisfies", "!"):
            return value, self._end(after)
        end = self._end(after)
        return (value if end == after else None), end

    def _end(self, at: int) -> int:
        """Where an expression ends: at a mark that ends it, or before a line that begins another statement."""
        while at < len(self._tokens) and self._text(at) not in _ENDS:
            if self._tokens[at].first and self._tokens[at].kind == "name":
                break
            at = self._closing.get(at, at) + 1
            self._left -= 1
        return at

    def _primary(self, at: int, depth: int) -> tuple[Value, int]:
        token = self._tokens[at] if at < len(self._tokens) else Token("mark", "", first=False)
        if token.kind == "text":
            return _ESCAPE.sub(r"\1", token.text[1:-1]), at + 1
        if token.kind == "digits":
            return token.text, at + 1
        if token.text == "[":
            return self._list(at, depth)
        if token.text == "{":
            return self._table(at, depth)
        if token.text == "(":
            return self._parenthesis(at, depth)
        return self._named(at, depth) if token.kind == "name" else (None, at)

    def _list(self, at: int, depth: int) -> tuple[Value, int]:
        end = self._closing.get(at, len(self._tokens))
        at += 1
        found: list[Value] = []
        while at < end:
            spread = self._are(at, "...")
            value, at = self._value(at + spread, depth + 1)
            if spread:
                found += value if isinstance(value, list) else [None]
            else:
                found.append(value)
            at += 1
        return found, end + 1

    def _table(self, at: int, depth: int) -> tuple[Value, int]:
        end = self._closing.get(at, len(self._tokens))
        at += 1
        found: dict[str, Value] = {}
        while at < end:
            at = self._entry(at, depth, found)
            at += 1
        return found, end + 1

    def _entry(self, at: int, depth: int, found: dict[str, Value]) -> int:
        """Read one entry of a table; gives where it ends."""
        if self._are(at, "..."):
            value, at = self._value(at + 1, depth + 1)
            known = options(value)
            found |= known or {REST: None}
            return at
        token = self._tokens[at]
        key = token.text[1:-1] if token.kind == "text" else token.text
        if self._are(at + 1, ":"):
            found[key], at = self._value(at + 2, depth + 1)
            return at
        if self._text(at + 1) in (",", "}"):
            found[key] = self._constants.get(key)
            return at + 1
        return self._after_method(at)

    def _after_method(self, at: int) -> int:
        """Pass over a method, or a key that is computed."""
        while at < len(self._tokens) and self._text(at) not in _ENDS:
            at = self._closing.get(at, at) + 1
        return at if self._text(at) == "," else at - 1 if self._text(at - 1) == "}" else at

    def _parenthesis(self, at: int, depth: int) -> tuple[Value, int]:
        end = self._closing.get(at, len(self._tokens))
        if self._are(end + 1, "=>"):
            return self._body(end + 2, depth)
        return self._value(at + 1, depth + 1)[0], end + 1

    def _named(self, at: int, depth: int) -> tuple[Value, int]:
        """Read what begins with a name: a function, a call, a constant, `true`."""
        name = self._text(at)
        self._left -= 1
        if name in ("async", "await") and self._text(at + 1) not in _ENDS:
            return self._primary(at + 1, depth + 1) if depth < _DEEPEST and self._left > 0 else (None, at + 1)
        if name == "function":
            return self._function(at + 1, depth)
        if self._are(at + 1, "=>"):
            return self._body(at + 2, depth)
        at += 1
        while self._text(at) in (".", "?.") and at + 1 < len(self._tokens) and self._tokens[at + 1].kind == "name":
            name += f".{self._text(at + 1)}"
            at += 2
        if self._are(at, "<") and self._are(at + 2, ">", "("):
            at += 3
        if self._are(at, "("):
            return self._call(name, at, depth)
        return (name if name in ("true", "false") else self._constants.get(name)), at

    def _call(self, name: str, at: int, depth: int) -> tuple[Value, int]:
        if depth > _DEEPEST:
            return None, self._closing.get(at, len(self._tokens)) + 1
        arguments, end = self._list(at, depth + 1)
        return Call(name, tuple(arguments) if isinstance(arguments, list) else ()), end

    def _function(self, at: int, depth: int) -> tuple[Value, int]:
        while at < len(self._tokens) and self._text(at) != "(":
            at += 1
        at = self._closing.get(at, at) + 1
        while at < len(self._tokens) and self._text(at) != "{":
            at += 1
        return self._body(at, depth)

    def _body(self, at: int, depth: int) -> tuple[Value, int]:
        """What a function returns: the value of an arrow, or the first `return` of its own that is written out."""
        if not self._are(at, "{"):
            return self._value(at, depth + 1)
        end = self._closing.get(at, len(self._tokens))
        at += 1
        while at < end:
            if self._are(at, "return") and (value := self._value(at + 1, depth + 1)[0]) is not None:
                return value, end + 1
            if self._text(at) in ("const", "let", "var"):
                self._bind(at + 1)
            at = self._closing.get(at, at) + 1
        return None, end + 1
