"""What `build` would repair, `draft` repairs the same way: judged by another Markdown parser, too."""

from __future__ import annotations

from collections import Counter

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from i18n.draft.one.assembly import assemble
from i18n.draft.one.faults import marks_fault
from i18n.draft.one.spacing import spaced
from i18n.markdown.dialects import named
from i18n.message.emphasis import TAGS, repaired
from i18n.message.marks import Mark, Role, Token
from i18n.message.packed import pack, unpack
from i18n.message.pieces import Piece, cut, pieces
from i18n.message.skeleton import skeleton, visible

GFM = named("gfm")

marks = st.sampled_from(("*", "**", "***", "_", "__", "~~"))
inner = st.sampled_from(
    ("word", "“word”", "(word)", "`code`", "[word](u)", "50%", "`a` word", "word [b](u)", "5 km", "{x}")
)
source = st.lists(st.tuples(marks, inner), min_size=1, max_size=3).map(
    lambda stressed: "so " + " and ".join(f"{mark}{text}{mark}" for mark, text in stressed) + " is it"
)
_FRAGMENTS = "가 은 입니다 。 、 は が です 是 吧 “말” (참고) 「重」 คือ ကို , . ! %".split()
glued = st.lists(st.sampled_from([*_FRAGMENTS, " "]), min_size=1, max_size=3).map("".join)


@st.composite
def answers(draw: st.DrawFn) -> tuple[str, Piece, tuple[Token, ...]]:
    """A message of one piece, and what an engine that glues says of it, its marks in their order."""
    message = draw(source)
    (piece,) = pieces(cut(message, GFM))
    answer = tuple(draw(glued) if isinstance(token, str) else token for token in piece.tokens)
    assume(not marks_fault(pack(piece.tokens), pack(answer)))
    return message, piece, answer


def typed(piece: Piece, answer: tuple[Token, ...]) -> str:
    """The answer as a person types it, with the marks of the source."""
    raws = {run.token: run.raw for run in piece.runs}
    tokens = unpack(spaced(pack(answer), pack(piece.tokens)))
    return "".join(token if isinstance(token, str) else raws[token] for token in tokens)


def said(piece: Piece, answer: tuple[Token, ...]) -> str:
    """What a reader sees of the answer."""
    raws = {run.token: run.raw for run in piece.runs if run.held}
    tokens = unpack(spaced(pack(answer), pack(piece.tokens)))
    shown = (token if isinstance(token, str) else visible(raws.get(token, ""), GFM) for token in tokens)
    return " ".join("".join(shown).split())


def rendered(text: str) -> Counter[str]:
    """What markdown-it-py emphasises; HTML that means the same counts as such. On tildes the parsers do not agree."""
    found: Counter[str] = Counter()
    kinds = {"em_open": "emphasis", "strong_open": "strong"}
    tags = {f"<{tag}>": kind for kind, tag in TAGS.items()}
    for block in MarkdownIt("commonmark").parse("x " + text.replace("\n", " ")):
        for token in block.children or ():
            found[kinds.get(token.type, "")] += 1
            found[tags.get(token.content, "") if token.type == "html_inline" else ""] += 1
    del found[""], found["strikethrough"]
    return found


def given_example(message: str, *answer: Token) -> tuple[str, Piece, tuple[Token, ...]]:
    (piece,) = pieces(cut(message, GFM))
    return message, piece, answer


H1 = Mark(Role.HOLD, 1)


@settings(max_examples=400)
@given(answers())
@example(given_example("so **`code`** is it", "그 ", H1, "은 그것"))
@example(given_example("so **50%** is it", "그 ", H1, "가 그것"))
def test_what_build_would_repair_draft_repairs(answered: tuple[str, Piece, tuple[Token, ...]]) -> None:
    message, piece, answer = answered
    by_hand = repaired(message, typed(piece, answer), GFM)
    draft = assemble(piece, answer, {}, GFM).text
    if by_hand.changes and skeleton(by_hand.text, GFM) == skeleton(message, GFM):
        assert draft
    if draft:
        assert draft == by_hand.text or repaired(message, draft, GFM).text == draft
        assert (
            visible(draft, GFM) == visible(by_hand.text, GFM).replace("*", "").replace("~", "") or by_hand.text != draft
        )


@settings(max_examples=400)
@given(answers())
def test_a_draft_renders_with_the_emphasis_of_its_source(answered: tuple[str, Piece, tuple[Token, ...]]) -> None:
    message, piece, answer = answered
    draft = assemble(piece, answer, {}, GFM).text
    if draft:
        assert rendered(draft) == rendered(message)
