"""The memory's shortcuts change nothing: the same matches as comparing with everything."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from i18n.memory import Entry, EntryIndex

_texts = st.text("ab c", min_size=1, max_size=12)
_known = st.lists(
    st.builds(
        Entry,
        msgid=_texts,
        msgstr=st.sampled_from("xyz"),
        article=st.sampled_from(["one", "two"]),
        private=st.booleans(),
    ),
    max_size=12,
)


@settings(max_examples=300)
@given(_known, _texts, st.integers(0, 100), st.sampled_from(["", "one", "two"]))
def test_matches_are_those_of_a_plain_search(known: list[Entry], msgid: str, minimum: int, article: str) -> None:
    def fold(text: str) -> str:
        return " ".join(text.split())

    def score(entry: Entry) -> int:
        if entry.msgid == msgid:
            return 100
        if not fold(msgid) or minimum == 100:
            return -1
        similarity = fuzz.ratio(fold(msgid), fold(entry.msgid))
        return min(99, int(similarity)) if similarity >= minimum else -1

    shown = [entry for entry in known if not entry.private or entry.article == article]
    expected = {(entry.msgid, entry.msgstr, score(entry)) for entry in shown if score(entry) >= 0}
    found = EntryIndex(known).matches(msgid, minimum, article=article)
    assert {(match.msgid, match.msgstr, match.score) for match in found} == expected
    assert len(found) == len(expected)
    assert [match.score for match in found] == sorted((match.score for match in found), reverse=True)


@settings(max_examples=200)
@given(_known, _texts)
def test_private_texts_show_nowhere_else(known: list[Entry], msgid: str) -> None:
    secret = [Entry(entry.msgid + "!", "secret", "hidden", private=True) for entry in known]
    with_secrets = EntryIndex([*known, *secret]).matches(msgid, 0, article="one")
    assert with_secrets == EntryIndex(known).matches(msgid, 0, article="one")
