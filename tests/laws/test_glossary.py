"""Whatever a glossary file holds, it is read or refused; the index finds what a plain search finds."""

from __future__ import annotations

import contextlib

from hypothesis import given, settings
from hypothesis import strategies as st

from i18n.errors import InputError
from i18n.memory.glossary import Glossary, Term, parse
from i18n.message.whole_words import whole_words

_budget = settings(max_examples=200)
_cells = st.sampled_from(
    ["en", "de", "source", "target", "status", "well", "Brunnen", "forbidden", '"', "a,b", "\n", ""]
)
_rows = st.lists(st.lists(_cells, max_size=5).map(",".join), max_size=6).map("\n".join)
_tags = st.sampled_from(
    (
        "<martif> </martif> <termEntry> </termEntry> <langSet\txml:lang='en'> </langSet> <tig> </tig> <term> </term>"
        " well &amp; &x; <!DOCTYPE\ta\t[ ]> <?xml\tversion='1.0'?>"
    ).split(" ")
)


@_budget
@given(
    st.binary(max_size=60)
    | _rows.map(str.encode)
    | st.lists(_tags, max_size=14).map(lambda all_: "".join(all_).encode())
)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for name in ("a.csv", "a.tbx"):
        with contextlib.suppress(InputError):
            parse(data, name, "en", ["de"])


_words = st.sampled_from(["well", "cold", "box", "R&D", "C#", "日本", "語", "Mark", "a"])
_texts = st.lists(_words | st.sampled_from([" ", ", ", "’s ", "x", "-"]), max_size=8).map("".join)


@_budget
@given(st.lists(st.lists(_words, min_size=1, max_size=2).map(" ".join), max_size=4), _texts)
def test_a_term_alone_occurs_where_a_plain_search_finds_it(terms: list[str], text: str) -> None:
    for term in terms:
        found = whole_words([term])
        assert found is not None
        occurring = Glossary([Term(term, "x", case=True)], "de").occurring(text)
        assert bool(occurring) == (found.search(text) is not None)
