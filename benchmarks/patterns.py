"""Where does a package keep patterns for placeholders, addresses, scripts and numbers? Told by its syntax trees."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

HOMES = ("message/", "numbers/", "words/")
"""Where such patterns belong, below the package."""

ALLOWED = (
    ("markdown/dialects/", "placeholder", "", "tags, shortcodes and attribute lists are the site generator's syntax"),
    ("render/", "placeholder", "", "what a tag of the site generator says that it is, and where it leads"),
    ("markdown/code/", "placeholder", "", "braces and percent signs of programming languages"),
    ("markdown/code/", "number", "", "what of a line of code is no word"),
    ("markdown/frontmatter/", "placeholder", "", "whether a whole value is text for readers: it is no message yet"),
    ("markdown/frontmatter/", "address", "", "whether a whole value is text for readers: it is no message yet"),
    ("privacy/people.py", "address", "", "translators' own addresses in the comments of a file: not in a message"),
    ("draft/engines/", "number", r"\d[\d_.", "versions in the names of models"),
)
"""What may stand elsewhere: where, of which kind, the part that says so (empty: any), and why."""

SIGNATURES = {
    "placeholder": re.compile(
        r"%\\\(|%\\d\+\\\$"  # %\( of %(name)s, %\d+\$ of %1$s
        r"|%(?:\(\?(?:\\.|[^()\\])*\)\??|\[[^\]]*\][*+?]*|\\.[*+?]*)*\[\w*(?:s\w*d|d\w*s)"  # %[sd], flags before it
        r"|\\\{\[\^[^\]]*\}|\\?\$\\?\??\\\{|\\\{\\\{|\\\{%"  # \{[^{}] of {name}, \$\{, \{\{, \{%
    ),
    "address": re.compile(
        r"https\?|https\\\?|://|www\\?\.|mailto|"
        r"(?:[+\]}]|\\S|\\w)@(?:\[|\\[Sw])"  # an e-mail address: \S+@\S+, [\w.-]+@[\w-]+
    ),
    "script": re.compile(
        r"\\[pP]\{\^?(?:(?:Script|sc|scx|Script_Extensions|Block|blk)[=:]|Is|In)?"
        r"(?:Han[igs]?\w*|Hang(?:ul)?|Hira(?:gana)?|Kana|Katakana|Bopo(?:mofo)?|Thai|Laoo?|Khmr|Khmer|Mymr|Myanmar"
        r"|Tibt|Tibetan|Arab(?:ic)?|Hebr(?:ew)?|Syrc|Syriac|Thaa|Thaana|Cyrl|Cyrillic|Grek|Greek|Latn|Latin|Deva\w*"
        r"|Beng\w*|Taml|Tamil|Ethi\w*|Bidi_Class=\w+)\}"
    ),
    "number": re.compile(r"\\d(?:\+|\{[\d,]+\})\)?\(\?:\[[^\]]*[.,]|\\d\[\\d[^\]]*[.,]"),
}
"""What the source of a pattern says where it looks for each; ranges of letters count as scripts too."""

CALLS = {"compile", "search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"}
MODULES = {"re", "regex"}
_CHARACTER = r"\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|[^\\\]]"
_RANGE = re.compile(rf"({_CHARACTER})-({_CHARACTER})")
_LETTERS = (
    (0x0370, 0x1FFF),
    (0x2C00, 0x2DFF),
    (0x3040, 0xD7FF),
    (0xF900, 0xFDFF),
    (0xFE70, 0xFEFE),
    (0x10000, 0x3FFFF),
)
"""Blocks of letters beyond Latin: between them lie punctuation, signs and private use."""
_COMMENT = re.compile(r"(?m)[ \t]#[ ].*$")
"""In a pattern of several lines."""


@dataclass(frozen=True, slots=True)
class Place:
    """A pattern of one of these kinds."""

    module: str
    """Path below the package, in POSIX form."""
    line: int
    kind: str
    found: str
    """The part of the pattern that says so."""

    def __str__(self) -> str:
        return f"{self.module}:{self.line}: {self.kind} ({self.found})"


def misplaced(trees: dict[str, ast.Module]) -> list[Place]:
    """List the patterns that stand outside their homes, those that are allowed left out."""
    return [place for place in places(trees) if not place.module.startswith(HOMES) and not any(allowing(place))]


def allowing(place: Place) -> Iterator[tuple[str, str, str, str]]:
    """Find the rows of ALLOWED that allow a pattern where it is."""
    for row in ALLOWED:
        folder, kind, found, _ = row
        if place.module.startswith(folder) and place.kind == kind and found in ("", place.found):
            yield row


def places(trees: dict[str, ast.Module]) -> Iterator[Place]:
    """Find every such pattern of a package, whose modules are named by their paths; in the order of these."""
    used = _names_in_patterns(trees)
    for module, tree in trees.items():
        for node in _patterns(tree, used):
            kinds = {kind: found for text in texts(node) for kind, found in _kinds(text)}
            for kind, found in kinds.items():
                yield Place(module, node.lineno, kind, found)


def _patterns(tree: ast.Module, used: set[str]) -> Iterator[ast.expr]:
    """Find what is handed to `re` and `regex`, and what is assigned in the module to names that such patterns use."""
    for node in ast.walk(tree):
        if (argument := _argument(node)) is not None:
            yield argument
    for targets, value in _assigned(tree):
        if targets & used and _argument(value) is None:
            yield value


def _names_in_patterns(trees: dict[str, ast.Module]) -> set[str]:
    """Collect the names that patterns are built from, those that these are built from, and so on."""
    every = [node for tree in trees.values() for node in ast.walk(tree)]
    assigned = [one for tree in trees.values() for one in _assigned(tree)]
    names = {name for node in every if (argument := _argument(node)) is not None for name in _names(argument)}
    while True:
        more = {name for targets, value in assigned if targets & names for name in _names(value)}
        if more <= names:
            return names
        names |= more


def _assigned(tree: ast.Module) -> Iterator[tuple[set[str], ast.expr]]:
    """Give the names and the value of each assignment of a module itself."""
    for statement in tree.body:
        if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value is not None:
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            yield set[str]().union(*map(_names, targets)), statement.value


def _argument(node: ast.AST) -> ast.expr | None:
    """Give the pattern of a call such as `re.compile(pattern)`."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
        owner = node.func.value
        if isinstance(owner, ast.Name) and owner.id in MODULES and node.func.attr in CALLS:
            return node.args[0]
    return None


def _names(node: ast.expr) -> set[str]:
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}


def texts(node: ast.AST) -> list[str]:
    """List the texts that an expression is written with; what `+` or an f-string puts together is one."""
    if isinstance(node, ast.Constant):
        value = node.value.decode("latin-1") if isinstance(node.value, bytes) else node.value
        return [value] if isinstance(value, str) else []
    parts = [text for child in ast.iter_child_nodes(node) for text in texts(child)]
    joined = isinstance(node, ast.JoinedStr) or (isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add))
    return ["".join(parts)] if joined and parts else parts


def _kinds(text: str) -> Iterator[tuple[str, str]]:
    """Tell what the text of a pattern looks for, and by which part of it."""
    if "\n" in text:
        text = _COMMENT.sub("", text)
    for kind, signature in SIGNATURES.items():
        if found := signature.search(text):
            yield kind, found[0]
    for found in _RANGE.finditer(text):
        first, last = _code(found[1]), _code(found[2])
        if first <= last and any(start <= first and last <= end for start, end in _LETTERS):
            yield "script", found[0]


def _code(character: str) -> int:
    return int(character[2:], 16) if len(character) > 1 else ord(character)
