"""What does a construct of a dialect say that it is? Read from its own bytes, which the dialect has delimited."""

from __future__ import annotations

import functools
import re
from typing import Literal, NamedTuple, TypeAlias

from i18n.markdown.dialects import mdx

Role: TypeAlias = Literal["opens", "closes", "alone", "html", "code", "formula", "anchor", "literal", "title"]


class Piece(NamedTuple):
    """A part of a construct: one tag, one line that begins or ends a block."""

    role: Role
    name: str = ""
    said: str = ""
    """Arguments, options, code, a tag: what else it holds."""
    key: str = ""
    """What its other end is found by; empty for one that ends whatever was begun last."""


_TAG = re.compile(
    r"(?s)\{\{(?P<mark>[<%]?)-?\s*(?P<close>/?)\s*(?P<name>[#\w./:-]*)(?P<rest>.*?)(?P<empty>/?)\s*-?[>%]?\}\}"
    r"|\{%-?\s*(?P<closing>/|end(?=\w|\s))?\s*(?P<word>[\w./:-]*)(?P<more>.*?)-?%\}"
)
_COMMENTED = re.compile(r"(?s)(\{\{[<%]|\{%|\{\{)\s*/\*(.*?)\*/\s*([%>]?\}\}|%\})")
_LITERAL = re.compile(r"(?s)\{%-?\s*raw\s*-?%\}(.*?)\{%-?\s*endraw\s*-?%\}")
_COLONS = re.compile(r":{2,}[ \t]*\{?(?P<name>[\w:+.-]*)\}?[ \t]*(?P<rest>.*)", re.S)
_FENCE = re.compile(r"[`~]{3,}[ \t]*(?:\{(?P<name>[^{}\s]+)\}|admonish\b[ \t]*(?P<word>[\w-]*))?(?P<rest>.*)", re.S)
_WHOLE_FENCE = re.compile(
    r"(?s)(?P<marks>`{3,}|~{3,})[ \t]*(?P<word>[\w-]*)[^\n]*\n(?P<body>.*?)\n?[ \t]*(?P=marks)[`~]*"
)
_EXCLAIMED = re.compile(r"(?:!!!|\?\?\?\+?)[ \t]?(?P<types>[\w-]*)(?P<rest>.*)", re.S)
_SLASHES = re.compile(r"/{3,}[ \t]*(?P<name>[\w-]*)(?P<rest>.*)", re.S)
_TARGET = re.compile(r"\((?P<name>[^\r\n]+)\)=\s*")
_ATTRIBUTES = re.compile(r"(?:\{:?[ \t]*(?:[.#:][^{}]*|[\w-]+=[^{}]*|)\}\s*)+")
_INCLUDED = re.compile(r"(?:-+8<-+|<<<|@\[|!!!include|--8<--)[ \t]*\"?(?P<name>[^\"\r\n]*)")
_HTML = re.compile(r"</?[a-z][\w-]*")
_JSX = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z_$][\w.:$-]*)?(?P<rest>.*?)(?P<empty>/?)>\Z", re.S)
_FORMULAS = ("$", "\\[", "\\\\[", "\\begin", "\\\\(")
_HIDDEN = ("<!--", "{/*", "{::", "import ", "export ", "[TOC]", "[[", "% ", "+++", "*[", "^", "r[")


def pieces(text: str) -> tuple[Piece, ...]:
    """Take a construct apart; nothing for what readers see nothing of."""
    text = text.strip()
    if not text or text.startswith(_HIDDEN) or _ATTRIBUTES.fullmatch(text):
        return ()
    if included := _INCLUDED.match(text):
        return (Piece("alone", "include", included["name"].strip()),)
    if text.startswith(_FORMULAS):
        return (Piece("formula", said=text),)
    if text.startswith(("{{", "{%")):
        return _templates(text)
    return _lines(text)


def _lines(text: str) -> tuple[Piece, ...]:
    first = text[0]
    if first in "<{":
        return _components(text)
    if text.startswith("::"):
        return _opened(_COLONS, text, ":")
    if first in "`~" and (whole := _WHOLE_FENCE.fullmatch(text)):
        return (Piece("code", whole["word"], whole["body"]),)
    if first in "`~":
        found = _FENCE.match(text)
        name = (found["name"] or found["word"]) if found else None
        said = found["rest"] if found else ""
        name = "note" if name == "" else name
        return () if name is None and said.strip() else (_end_or_begin(name or "", said, "`"),)
    if text.startswith(("!!!", "???")):
        found = _EXCLAIMED.match(text)
        rest = found["rest"].strip() if found else ""
        name = (found["types"] if found else "") or ("details" if first == "?" else "")
        return (Piece("opens", name, rest, "?" if first == "?" else "!"),)
    if text.startswith("///"):
        return _opened(_SLASHES, text, "/")
    if text.startswith("==="):
        return (Piece("opens", "tab", text[3:].strip("!+ \t")),)
    if text.startswith("[!"):
        return (Piece("title", text[2:].partition("]")[0].lower()),)
    if target := _TARGET.fullmatch(text):
        return (Piece("anchor", target["name"]),)
    return ()


def _opened(pattern: re.Pattern[str], text: str, key: str) -> tuple[Piece, ...]:
    found = pattern.match(text)
    return (_end_or_begin(found["name"], found["rest"], key),) if found else ()


def _end_or_begin(name: str, rest: str, key: str) -> Piece:
    return Piece("opens", name, rest.strip(), key) if name else Piece("closes", key=key)


def _templates(text: str) -> tuple[Piece, ...]:
    """Tags side by side, or one with the code that it encloses."""
    if commented := _COMMENTED.fullmatch(text):
        return (Piece("literal", said=f"{commented[1]} {commented[2].strip()} {commented[3]}"),)
    if literal := _LITERAL.fullmatch(text):
        return (Piece("literal", said=literal[1].strip()),)
    found: list[Piece] = []
    at = 0
    while at < len(text):
        match = _TAG.match(text, at)
        if match is None:
            rest = text[at:]
            last = max(rest.rfind("{{"), rest.rfind("{%"))
            body = rest[:last] if last >= 0 else rest
            name = found[-1].name if found else ""
            return () if name == "comment" else (Piece("code", name, body.strip("\r\n")),)
        found.append(_template(match))
        at = match.end()
        while at < len(text) and text[at].isspace():
            at += 1
    return tuple(found)


def _template(match: re.Match[str]) -> Piece:
    if match["word"] is not None:
        name = match["word"] if match["word"] != "end" else ""
        if match["closing"] or match["word"] == "end":
            return Piece("closes", name, key=f"%{name}" if name else "")
        return Piece("opens", name, match["more"].strip(), f"%{name}")
    name = match["name"]
    if match["close"] and match["mark"]:
        return Piece("closes", name, key=f"%{name}")
    role: Role = "opens" if match["mark"] and not match["empty"] else "alone"
    return Piece(role, name.lstrip("#"), match["rest"].strip(), f"%{name}")


def _components(text: str) -> tuple[Piece, ...]:
    found = (_component(match[0].decode()) for match in mdx.EACH_TAG.finditer(text.encode()))
    return tuple(piece for piece in found if piece is not None)


@functools.lru_cache(maxsize=1024)
def _component(said: str) -> Piece | None:
    if said.startswith("{"):
        return _expression(said[1:-1].strip())
    match = _JSX.match(said)
    if match is None or match["name"] is None:
        return None
    if _HTML.match(said) and "." not in match["name"]:
        return Piece("html", match["name"], said)
    if match["close"]:
        return Piece("closes", match["name"], key=f"<{match['name']}")
    role: Role = "alone" if match["empty"] else "opens"
    return Piece(role, match["name"], match["rest"].strip(), f"<{match['name']}")


def _expression(code: str) -> Piece | None:
    """A value that a program would put there; nothing for a remark, the words of a string."""
    if not code or code.startswith(("/*", "//")):
        return None
    if code[0] == code[-1] and code[0] in "\"'`" and len(code) > 1:
        return Piece("literal", said=code[1:-1])
    return Piece("alone", code if len(code) <= _LONGEST else code[:_LONGEST] + "…")


_LONGEST = 40
"""Characters of an expression that are shown in its place."""
