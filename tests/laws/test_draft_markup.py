"""Whatever an engine answers, no draft has other markup than its source: judged by another Markdown parser, too."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token as Parsed

from i18n.catalog import codec
from i18n.catalog.origin import is_untouched_draft
from i18n.draft import Request, draft
from i18n.draft.engine import Answer, Failure, Query, Translation
from i18n.draft.many.drafting import COPY
from i18n.markdown.dialects import NAMES, Dialect, named
from i18n.markdown.inline import Inline, parse, walk
from i18n.message.marks import Mark, Role, Token
from i18n.message.runs import runs
from i18n.model import Unit
from tests.draft.fake import Fake
from tests.laws.messages import messages

COMMONMARK = named("commonmark")
GFM = named("gfm")
SAMPLE = sorted((Path(__file__).parents[2] / "locales/templates").rglob("*.pot"))

REPAIRED = {"em": "emphasis", "strong": "strong", "del": "strikethrough"}
"""Tags that drafts, as builds, write where no other emphasis would render, and what each means."""

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
    """Answers like a bad engine.

    Its marks are shuffled, lost, doubled, renamed, nested, crossed, moved, swept together; it adds markup of its own.
    """

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.encodings = (
            self.shuffle, self.drop, self.double, self.rename, self.nest, self.cross, self.move, self.sweep, self.noise,
            self.crop,
        )  # fmt: skip

    def __call__(self, query: Query, encoding: str) -> Answer:
        tokens = [_translated(token) for token in query.tokens]
        for _ in range(self.random.randrange(4)):
            self.random.choice(self.encodings)(tokens)
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

    def nest(self, tokens: list[Token]) -> None:
        """Put a mark into a pair, or take it out: it changes places with its neighbour."""
        at = self.random.randrange(max(1, len(tokens) - 1))
        tokens[at : at + 2] = reversed(tokens[at : at + 2])

    def cross(self, tokens: list[Token]) -> None:
        marks = [at for at, token in enumerate(tokens) if isinstance(token, Mark) and token.role is not Role.HOLD]
        if len(marks) > 1:
            one, other = self.random.sample(marks, 2)
            tokens[one], tokens[other] = tokens[other], tokens[one]

    def sweep(self, tokens: list[Token]) -> None:
        tokens.sort(key=lambda token: isinstance(token, Mark), reverse=self.random.random() < 0.3)

    def move(self, tokens: list[Token]) -> None:
        if tokens:
            tokens.insert(self.random.randrange(len(tokens)), tokens.pop(self.random.randrange(len(tokens))))

    def noise(self, tokens: list[Token]) -> None:
        tokens.insert(self.random.randrange(len(tokens) + 1), self.random.choice(_NOISE))

    def crop(self, tokens: list[Token]) -> None:
        del tokens[self.random.randrange(len(tokens) + 1) :]


def _messages(path: Path) -> list[str]:
    return [unit.msgid for unit in codec.parse(path.read_bytes()).units]


def _translated(token: Token) -> Token:
    return token.swapcase() if isinstance(token, str) else token


def _tree(nodes: Iterable[Inline]) -> Counter[object]:
    """A judge of its own, not the drafts' gate: kinds, targets, code and HTML with what they stand in."""
    found: Counter[object] = Counter()

    def count(nodes: Iterable[Inline], above: tuple[str, ...]) -> None:
        for node in nodes:
            name = node.value.strip("</>")
            if node.kind == "html" and node.value == f"<{name}>" and name in REPAIRED:
                found[above, REPAIRED[name], ""] += 1
                above = (*above, REPAIRED[name])
            elif node.kind == "html" and node.value == f"</{name}>" and above[-1:] == (REPAIRED.get(name),):
                above = above[:-1]
            elif node.kind != "text":
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
            name = token.content.strip("</>")
            if token.type == "html_inline" and name in REPAIRED:
                found[f"{name}_{'close' if token.content[1] == '/' else 'open'}", None, ""] += 1
            elif token.type not in ("text", "softbreak", "text_special", "paragraph_open", "paragraph_close"):
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
    _assert_same_skeleton(message, seed, dialect)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("message", ["말은 *{name}*", "**[그](x.md)**은", "*그 `코드`*를 **말**은"])
def test_emphasis_that_is_repaired_is_the_same_emphasis(message: str, seed: int) -> None:
    _assert_same_skeleton(message, seed, COMMONMARK)


@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: path.stem)
def test_no_draft_of_the_sample_has_another_skeleton(path: Path) -> None:
    for number, message in enumerate(_messages(path)):
        for seed in range(5):
            _assert_same_skeleton(message, seed * 1000 + number, GFM)


def _assert_same_skeleton(message: str, seed: int, dialect: Dialect) -> None:
    unit = Unit(message)
    for outcome in draft([Request(unit, "a", dialect, ("label",))], [Fake(Unreliable(seed))], "en", "es"):
        new = outcome.unit
        if not outcome.engine:
            assert not new.msgstr
            assert outcome.reason
            continue
        assert is_untouched_draft(new)
        assert (new.msgstr == message) == (outcome.engine == COPY), "a copy of what has no words is called so"
        assert _tree(parse(new.msgstr, dialect, ("label",))) == _tree(parse(message, dialect, ("label",)))
        assert new.msgstr.count("\n") == message.count("\n")
        if dialect == COMMONMARK and not re.search(r"\]\[|\[label\]|\[\^", message):  # parsers differ there
            assert _rendered(new.msgstr) == _rendered(message)
        assert new.msgstr.count("{{") == message.count("{{")
        assert new.msgstr.count("{name}") == message.count("{name}")


@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: path.stem)
def test_no_harmless_answer_to_the_sample_is_refused(path: Path) -> None:
    """Words of another language, marks where they were; or parts of the sentence in another order."""
    for message in _messages(path):
        for seed in range(3):
            engine = Fake(Harmless(seed))
            for outcome in draft([Request(Unit(message), "a", GFM, ("label",))], [engine], "en", "en-XA"):
                same = _other_words(message) == message  # a name, which this language leaves as it is
                assert outcome.engine or same or not engine.asked, (message, engine.asked, outcome.reason)
                # The first answer was good enough: nothing was asked another way.
                assert len({encoding for encoding, _ in engine.asked}) <= 1, (message, engine.asked)


class Harmless:
    """Answers like a good engine of a language with an order of its own for the parts of a sentence."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.keeps_order = seed == 0

    def __call__(self, query: Query, encoding: str) -> Answer:
        parts = _parts(query.tokens)
        if not self.keeps_order and len(parts) > 1:
            at = self.random.randrange(len(parts) - 1)
            parts[at : at + 2] = [[" "], parts[at + 1], [" "], parts[at], [" "]]
        return Translation(tuple(_other_words(token) for part in parts for token in part))


def _parts(tokens: Sequence[Token]) -> list[list[Token]]:
    """Texts, placeholders and whole pairs."""
    parts: list[list[Token]] = []
    depth = 0
    for token in tokens:
        if depth:
            parts[-1].append(token)
        else:
            parts.append([token])
        if isinstance(token, Mark):
            depth += (token.role is Role.OPEN) - (token.role is Role.CLOSE)
    return parts


def _other_words(token: Token) -> Token:
    """No word is that of the source, save names and numbers; the ends of sentences stay."""
    if not isinstance(token, str):
        return token
    return re.sub(r"[a-zà-ÿ]{2,}", lambda word: word[0][::-1].translate(_VOWELS), token)


_VOWELS = str.maketrans("aeiou", "eiuoa")


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
