"""What `check` compares, `draft` holds: no engine is given any of it as text, whatever letters stand close to it."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from i18n.markdown.dialects import NAMES, Dialect, named
from i18n.markdown.inline import parse, walk
from i18n.message.marks import Run
from i18n.message.markup import Markup, read
from i18n.message.pieces import cut, pieces
from i18n.message.placeholders import PLACEHOLDER
from i18n.message.runs import runs
from i18n.words.addresses import addresses
from tests.laws.messages import messages

_LETTERS = "x Wort été слово و كلمة שלום 말 를 は をご覧 的 请 คำ စာ བོད 7 ٧ ९ . 。 , （ “ ” ' ’ - … ( )".split()
_MACHINERY = [
    "{name}", "{}", "{0}", "{count:.2f}", "{half of it}", "${x}", "{{ x }}", "{{< y \"*a*\" >}}", "{% z %}", "{#id .c}",
    "{: .c}", "{width=20}", "%s", "%lld", "%llu", "%o", "%p", "%@", "%1$@", "%-5.2f", "%(name)s", "%%", "%c", ":tada:",
    "`code`", "``a`b``", "`{name}`", "<b>", "</b>", "<br>", "<img src=\"x\" alt=\"the {name} %s\">", "<kbd>Ctrl</kbd>",
    "https://example.org", "https://example.org/a_b_(c)", "https://example.org/{id}/*x*", "www.example.org/p",
    "http://x.example/%20d?q=1&amp;r", "https://ru.example/слово-в", "ftp://x.example/f", "team@example.org", "<https://x.example>",
    "[it](u.md)", "[it](u.md \"the {name}\")", "![pic](p.png)", "[label]", "[it][label]", "[^1]", "&#123;name&#125;",
    "{ref}`t <u>`", "{{ a `b }}`", "$x$", "#tag", "@ana", "5 km", "*", "**", "_", "~~", "`", "[", "](", ")", "<", "{",
    "}}",
]  # fmt: skip

letters, machinery = st.sampled_from([*_LETTERS, "", " ", "\n"]), st.sampled_from(_MACHINERY)
glued = st.lists(st.tuples(letters, machinery, letters).map("".join), min_size=1, max_size=5).map("".join)
anything = st.one_of(glued, messages(), st.lists(glued | messages(), min_size=2, max_size=3).map("**".join))
dialects = st.sampled_from(NAMES).map(named)


def compared(markup: Markup) -> set[str]:
    """What `check` compares of a text."""
    targets = (target.value for target in markup.targets if not target.reference)
    found = (match[0] for match in PLACEHOLDER.finditer(markup.prose))
    return {*targets, *markup.code, *markup.tags, *found}


def spans(message: str, dialect: Dialect) -> list[tuple[int, int]]:
    """Where what `check` compares stands in a message, found apart from both: by the parser and the patterns alone."""
    nodes = list(walk(parse(message, dialect, ("label",))))
    found: list[tuple[int, int]] = []
    outside = prose = message
    for node in nodes:
        if node.kind in ("code", "math", "html", "footnote") or node.reference == "autolink":
            found.append(node.span)
            prose = blank(prose, *node.span)
            outside = blank(outside, *node.span) if node.kind != "footnote" else outside
        elif node.kind in ("link", "image"):
            opening, closing = node.marks
            found += [opening, closing]
            prose = blank(blank(prose, *opening), *closing)
            outside = blank(outside, *node.span)
    found += [address.span for address in addresses(outside)]
    for address in addresses(prose):
        prose = blank(prose, *address.span)
    return found + [match.span() for match in PLACEHOLDER.finditer(prose)] + protected(message, dialect)


def protected(message: str, dialect: Dialect) -> list[tuple[int, int]]:
    """Where the code of the site generator stands, which the structure of a page has."""
    found = dialect.protected.finditer(message.encode()) if dialect.protected else ()
    live = (match for match in found if match.lastgroup not in ("code", "escaped", "literal", "counted"))
    return [(len(match.string[: match.start()].decode()), len(match.string[: match.end()].decode())) for match in live]


def blank(text: str, start: int, end: int) -> str:
    return text[:start] + "\ufffc" * (end - start) + text[end:]


def texts(flat: tuple[Run, ...]) -> list[tuple[int, int]]:
    """Where the runs stand that are given away as text."""
    ends = list(itertools.accumulate(len(run.raw) for run in flat))
    return [(end - len(run.raw), end) for run, end in zip(flat, ends, strict=True) if isinstance(run.token, str)]


@settings(max_examples=600)
@given(anything, dialects)
def test_what_check_compares_draft_holds(message: str, dialect: Dialect) -> None:
    given_away = texts(runs(message, dialect, ("label",)))
    images = [node for node in walk(parse(message, dialect, ("label",))) if node.kind == "image"]
    for start, end in spans(message, dialect):
        if any(node.span.start < start and end < node.span.end for node in images):
            continue  # an image travels as a whole, its description as a message of its own
        assert not any(first < end and start < last for first, last in given_away), message[start:end]


@settings(max_examples=600)
@given(anything, dialects)
def test_what_an_engine_is_given_holds_nothing_that_check_compares(message: str, dialect: Dialect) -> None:
    """Descriptions of images and titles of links included."""
    found = compared(read(message, dialect, ("label",)))
    for piece in pieces(cut(message, dialect, ("label",))):
        for run in piece.runs:
            if isinstance(run.token, str):
                assert not found & compared(read(run.raw, dialect)), (run.raw, piece.tokens)
