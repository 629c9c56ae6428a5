"""A quick look that says no is right: what it spares would have found nothing."""

from __future__ import annotations

import sys

from hypothesis import example, given
from hypothesis import strategies as st

from i18n.check.plain import _GATE, _may_name
from i18n.markdown.dialects import NAMES, named
from i18n.markdown.dialects.common import may_hold_machinery
from i18n.markdown.dialects.protection import protected_spans
from i18n.words.letters import GLUING_LETTER, MAY_GLUE

MARKS = st.text(st.sampled_from("`<>\\^$%#{}[]!:()=+.&@/~*_-\"' \nawWé1½"), max_size=40)
TEXTS = st.one_of(
    MARKS, st.lists(st.one_of(MARKS, st.sampled_from(("{{ a }}", "<!-- a -->", "[!NOTE]", ":::: a"))))
).map("".join)


@given(TEXTS, st.sampled_from(NAMES))
def test_machinery_has_one_of_its_marks(text: str, dialect: str) -> None:
    machinery, data = named(dialect).machinery, text.encode()
    if machinery is not None and machinery.search(data):
        assert may_hold_machinery(data, 0, len(data))


@given(TEXTS, st.sampled_from(NAMES))
@example("[^](a.md)", "gfm")
@example("costs $5", "myst")
def test_a_stray_mark_has_one_of_its_characters(text: str, dialect: str) -> None:
    stray = named(dialect).stray
    if stray is not None and stray.search(text):
        assert set(text) & set(named(dialect).stray_characters)


@given(TEXTS, st.sampled_from([name for name in NAMES if named(name).protected_bytes]))
@example("{{ a }} $x$ {% b %}", "gfm")
def test_protected_code_has_one_of_its_bytes(text: str, dialect: str) -> None:
    data = text.encode()
    if [*protected_spans(named(dialect), data)]:
        assert set(data) & set(named(dialect).protected_bytes)


@given(MARKS)
@example("Ask www. and go")
@example("at a.bc")
def test_what_may_be_an_address_has_one_of_its_marks(text: str) -> None:
    if _GATE.search(text):
        assert _may_name(text)


def test_letters_that_glue_lie_where_they_are_looked_for() -> None:
    letters = "".join(chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code <= 0xDFFF)
    assert [letter for letter in GLUING_LETTER.findall(letters) if not MAY_GLUE.match(letter)] == []
