"""Nothing of a message is lost or made up when it is taken apart for an engine."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from i18n.markdown.dialects import NAMES, Dialect, named
from i18n.message.marks import Mark, Role, joined, plain
from i18n.message.packed import pack, unpack
from i18n.message.pieces import cut, pieces, restore
from i18n.message.runs import runs
from i18n.message.sentences import sentences
from tests.laws.messages import messages

GFM = named("gfm")

_budget = settings(max_examples=150)
_TERMS = ("the house", "of a", "red", "river of", "*", "日本", "nurse & river")
_terms = st.sampled_from([(), _TERMS]).map(list)
anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | messages()


@_budget
@given(anything, st.sampled_from(NAMES).map(named))
def test_runs_joined_are_the_message(message: str, dialect: Dialect) -> None:
    assert joined(runs(message, dialect)) == message
    assert joined(runs(message, dialect, terms=_TERMS)) == message


@_budget
@given(anything, _terms)
def test_ids_are_consecutive_and_pairs_nested(message: str, terms: list[str]) -> None:
    opened: list[int] = []
    seen: list[int] = []
    for run in runs(message, GFM, ("label",), terms):
        if not isinstance(run.token, Mark):
            continue
        if run.token.role is Role.CLOSE:
            assert opened.pop() == run.token.id
            continue
        seen.append(run.token.id)
        if run.token.role is Role.OPEN:
            opened.append(run.token.id)
    assert not opened
    assert seen == list(range(1, len(seen) + 1))


@_budget
@given(anything)
def test_no_two_placeholders_touch(message: str) -> None:
    flat = runs(message, GFM)
    touching = [(one, other) for one, other in itertools.pairwise(flat) if one.held and other.held]
    assert all("break" in (one.kind, other.kind) for one, other in touching)


@_budget
@given(anything, _terms)
def test_pieces_restored_by_their_own_markdown_are_the_message(message: str, terms: list[str]) -> None:
    parts = cut(message, GFM, ("label",), terms)
    solved: dict[int, str] = {}
    for piece in pieces(parts):
        solved[piece.number] = piece.raw
    assert restore(parts, solved) == message


@_budget
@given(anything)
def test_pieces_are_numbered_outside_in(message: str) -> None:
    found = list(pieces(cut(message, GFM)))
    assert [piece.number for piece in found] == sorted(piece.number for piece in found)
    for piece in found:
        inner = [part.number for parts in piece.marks.values() for part in pieces(parts)]
        assert all(number > piece.number for number in inner)
        assert piece.tokens


@_budget
@given(anything)
def test_packing_is_reversible(message: str) -> None:
    for piece in pieces(cut(message, GFM)):
        assert unpack(pack(piece.tokens)) == piece.tokens


@_budget
@given(anything)
def test_sentences_and_the_space_between_are_the_text(message: str) -> None:
    for piece in pieces(cut(message, GFM)):
        assert "".join(pack(part) + space for part, space in sentences(piece.tokens)) == pack(piece.tokens)


@_budget
@given(st.text(max_size=40))
def test_text_without_escapes_is_plain(text: str) -> None:
    bare = text.replace("\\", "").replace("&", "")
    assert plain(bare) == bare
