"""Laws of what goes to servers: markup comes back as it went, and no bad text spoils another."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from i18n.draft.engine import Answer, Failure, Query, Translation
from i18n.draft.engines import tagged
from i18n.draft.engines.halves import in_halves
from i18n.draft.engines.transport import Page, TransportError
from i18n.message.marks import Token
from i18n.message.packed import pack
from tests.message.marks import close_mark, hold_mark, open_mark

words = st.text(st.sampled_from("ab &<>;\"'/x1é漢🛶\u2028#lt\n"), min_size=1, max_size=12)


@st.composite
def marked(draw: st.DrawFn, depth: int = 2) -> list[Token]:
    """Texts, placeholders and nested pairs; the ids are given afterwards."""
    parts: list[Token] = []
    for _ in range(draw(st.integers(1, 3))):
        kind = draw(st.sampled_from(["text", "text", "hold", "pair"]))
        if kind == "pair" and depth:
            parts += [open_mark(0), *draw(marked(depth - 1)), close_mark(0)]
        else:
            parts.append(hold_mark(0) if kind == "hold" else draw(words))
    return parts


def numbered(parts: Sequence[Token]) -> tuple[Token, ...]:
    """Give every pair and every placeholder its own id."""
    out: list[Token] = []
    stack: list[int] = []
    last = 0
    for part in parts:
        if isinstance(part, str):
            out.append(part)
        elif part == close_mark(0):
            out.append(close_mark(stack.pop()))
        else:
            last += 1
            if part == open_mark(0):
                stack.append(last)
            out.append(open_mark(last) if part == open_mark(0) else hold_mark(last))
    return tuple(out)


@given(marked().map(numbered))
def test_tags_come_back_as_the_marks_they_were(tokens: tuple[Token, ...]) -> None:
    if tagged.unfit(tokens):
        return
    written = tagged.written(tokens)
    assert pack(tagged.read(written, tokens, escaped=True)) == pack(tokens)
    # As a parser of HTML writes it again, and as LibreTranslate unescapes it.
    opened = re.sub(r"<x(\d+)/>", r"<x\1></x\1>", written)
    assert pack(tagged.read(opened, tokens, escaped=True)) == pack(tokens)
    assert pack(tagged.read(html.unescape(opened), tokens, escaped=False)) == pack(tokens)


@given(st.lists(st.booleans(), max_size=40), st.booleans())
def test_only_bad_texts_fail(good: list[bool], raises: bool) -> None:
    requests = 0

    def send(queries: Sequence[Query]) -> Sequence[Answer] | None:
        nonlocal requests
        requests += 1
        if all("good" in str(query.tokens) for query in queries):
            return [Translation(query.tokens) for query in queries]
        if raises:
            raise TransportError("its server answered 500", page=Page(500, b""))
        return None

    queries = [Query((f"{'good' if one else 'bad'} {at}",)) for at, one in enumerate(good)]
    answers = in_halves(send, queries)
    assert len(answers) == len(queries)
    for answer, query, one in zip(answers, queries, good, strict=True):
        assert not isinstance(answer, Translation) or (one and answer.tokens == query.tokens)
    if good.count(False) <= 1:
        assert [isinstance(answer, Translation) for answer in answers] == good
        assert not any(isinstance(answer, Failure) and answer.broken for answer in answers) or len(good) == 1
    if not any(good):
        assert requests <= 10


@given(st.integers(1, 40), st.booleans())
def test_what_gets_no_answer_is_not_sent_in_parts(size: int, final: bool) -> None:
    sent: list[int] = []

    def send(queries: Sequence[Query]) -> Sequence[Answer] | None:
        sent.append(len(queries))
        raise TransportError("it did not answer in time", final=final)

    answers = in_halves(send, [Query((f"text {n}",)) for n in range(size)])
    assert set(answers) == {Failure("it did not answer in time", broken=True, final=final)}
    assert sent == [size]
