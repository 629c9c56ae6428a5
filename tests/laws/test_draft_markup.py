"""Whatever an engine answers, no draft has other markup than its source: judged by another Markdown parser, too."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token as Parsed

from i18n.catalog.origin import is_untouched_draft
from i18n.draft import Request, draft
from i18n.draft.engine import Answer, Failure, Query, Translation
from i18n.draft.runs import Mark, Token, runs
from i18n.markdown.dialects import NAMES, Dialect, named
from i18n.markdown.inline import Inline, parse, walk
from i18n.model import Unit
from tests.draft.fake import Fake
from tests.laws.messages import messages

COMMONMARK = named("commonmark")

_budget = settings(max_examples=500)
_NOISE = [
    "*",
    "_",
    "`",
    "[x](y)",
    "<b>",
    "</b>",
    "\\",
    "&amp;",
    "![",
    "](",
    "**",
    "{name}",
    "\n",
    "~~",
    "<",
    "“",
    " ",
    "1.",
]


class Unreliable:
    """Answers like a bad engine: shuffles, drops, doubles, renames and crosses marks, adds markup of its own."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def __call__(self, query: Query, way: str) -> Answer:
        tokens = [_translated(token) for token in query.tokens]
        for _ in range(self.random.randrange(3)):
            self.random.choice([self.shuffle, self.drop, self.double, self.rename, self.move, self.noise, self.crop])(
                tokens
            )
        return Failure("out of order") if self.random.random() < 0.05 else Translation(tuple(tokens))

    def shuffle(self, tokens: list[Token]) -> None:
        self.random.shuffle(tokens)

    def drop(self, tokens: list[Token]) -> None:
        if tokens:
            tokens.pop(self.random.randrange(len(tokens)))

    def double(self, tokens: list[Token]) -> None:
        if tokens:
            tokens.insert(self.random.randrange(len(tokens) + 1), self.random.choice(tokens))

    def rename(self, tokens: list[Token]) -> None:
        marks = [at for at, token in enumerate(tokens) if isinstance(token, Mark)]
        if marks:
            at = self.random.choice(marks)
            token = tokens[at]
            assert isinstance(token, Mark)
            tokens[at] = replace(token, id=self.random.randrange(1, len(tokens) + 2))

    def move(self, tokens: list[Token]) -> None:
        if tokens:
            tokens.insert(self.random.randrange(len(tokens)), tokens.pop(self.random.randrange(len(tokens))))

    def noise(self, tokens: list[Token]) -> None:
        tokens.insert(self.random.randrange(len(tokens) + 1), self.random.choice(_NOISE))

    def crop(self, tokens: list[Token]) -> None:
        del tokens[self.random.randrange(len(tokens) + 1) :]


def _translated(token: Token) -> Token:
    return token.swapcase() if isinstance(token, str) else token


def _tree(nodes: Iterable[Inline]) -> Counter[object]:
    """A judge of its own, not the drafts' gate: kinds, targets, code and HTML with what they stand in."""
    found: Counter[object] = Counter()

    def count(nodes: Iterable[Inline], above: tuple[str, ...]) -> None:
        for node in nodes:
            if node.kind != "text":
                value = node.value.casefold() if node.reference else node.value
                found[above, node.kind, value] += 1
                if node.kind != "image":
                    count(node.children, (*above, node.kind))

    count(nodes, ())
    return found


def _rendered(message: str) -> Counter[object]:
    """What markdown-it-py sees: marks, targets, code, HTML."""
    found: Counter[object] = Counter()
    flat = "x " + message.replace("\n", " ") + "\n\n[label]: z"

    def walk(tokens: Iterable[Parsed]) -> None:
        for token in tokens:
            if token.type not in ("text", "softbreak", "text_special", "paragraph_open", "paragraph_close"):
                target = token.attrGet("href") or token.attrGet("src")
                content = token.content if token.type in ("code_inline", "html_inline") else ""
                found[token.type, target, content] += 1
            if token.type == "inline":
                walk(token.children or ())

    walk(MarkdownIt("commonmark").parse(flat))
    del found["inline", None, ""]
    return found


@_budget
@given(messages(), st.integers(0, 2**32), st.sampled_from(NAMES).map(named))
def test_no_draft_has_another_skeleton(message: str, seed: int, dialect: Dialect) -> None:
    unit = Unit(message)
    for outcome in draft([Request(unit, "a", dialect, ("label",))], [Fake(Unreliable(seed))], "en", "es"):
        new = outcome.unit
        if not outcome.engine:
            assert not new.msgstr
            assert outcome.reason
            continue
        assert is_untouched_draft(new)
        assert new.msgstr != message
        assert _tree(parse(new.msgstr, dialect, ("label",))) == _tree(parse(message, dialect, ("label",)))
        assert new.msgstr.count("\n") == message.count("\n")
        if dialect == COMMONMARK and not re.search(r"\]\[|\[label\]|\[\^", message):  # parsers differ there
            assert _rendered(new.msgstr) == _rendered(message)


@_budget
@given(messages())
def test_a_good_engine_loses_nothing(message: str) -> None:
    """Marks that come back where they were: every placeholder is there in its own spelling, or there is no draft."""
    engine = Fake(lambda query, _: Translation(tuple(_translated(token) for token in query.tokens)))
    for outcome in draft([Request(Unit(message), "a", COMMONMARK, ("label",))], [engine], "en", "es"):
        if outcome.engine:
            held = Counter(run.raw for run in runs(message, COMMONMARK, ("label",)) if run.held and not run.inner)
            for text, times in held.items():
                assert outcome.unit.msgstr.count(text) >= times


@_budget
@given(messages(), st.integers(0, 2**32))
def test_markup_is_never_sent(message: str, seed: int) -> None:
    engine = Fake(Unreliable(seed))
    list(draft([Request(Unit(message), "a", COMMONMARK, ("label",))], [engine], "en", "es"))
    targets = [node.value for node in walk(parse(message, COMMONMARK, ("label",))) if node.kind in ("link", "image")]
    for target in {"https://x.example/p", "y.md", "h.png"}:
        if message.count(target) == targets.count(target):  # otherwise it is text as well
            assert not any(target in text for text in engine.texts)
