"""What a person wrote of a sentence comes back as it was, and no patchwork has other markup than its message."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from i18n.align.sentences import aligned, alike, split
from i18n.draft.many.sentence_memory import SentenceMemory, patchwork
from i18n.draft.one.strategy import Draft, Message, NoDraft
from i18n.markdown.dialects import NAMES, named
from i18n.memory import Entry, EntryIndex
from tests.laws.messages import messages

GFM = named("gfm")
_sentences = st.lists(
    st.builds(lambda text, stop: text + stop, messages(), st.sampled_from([".", "!", "。", ".”", "", "…"])),
    min_size=1,
    max_size=4,
)


@given(messages(), st.sampled_from(NAMES))
def test_sentences_and_spaces_are_the_message(message: str, dialect: str) -> None:
    parts = split(message, named(dialect), ["label"])
    assert "".join(part.text + part.space for part in parts) == message


@given(_sentences.map(" ".join), st.sampled_from([str, str.upper, str.swapcase, lambda text: text[::-1]]))
@settings(max_examples=60)
def test_pairs_are_sentences_of_both_and_alike(msgid: str, translate: Callable[[str], str]) -> None:
    msgstr = translate(msgid)
    pairs = aligned(msgid, msgstr, GFM)
    assert all(alike(one, other, GFM) for one, other in pairs)
    if pairs or msgstr == msgid:
        assert [one for one, _ in pairs] == [part.text for part in split(msgid, GFM)]
        assert [other for _, other in pairs] == [part.text for part in split(msgstr, GFM)]


@given(_sentences, _sentences, st.data())
@settings(max_examples=60)
def test_a_patchwork_has_the_markup_of_its_message_or_there_is_none(
    old: list[str], new: list[str], data: st.DataObject
) -> None:
    known = SentenceMemory(EntryIndex([Entry(" ".join(old), " ".join(old), "a")]), GFM)
    message = Message(" ".join(data.draw(st.permutations([*old, *new]))), GFM, ("label",))
    found = patchwork(message, known, "a", "en", "de")
    if found is None:
        return
    said = [Draft(data.draw(st.sampled_from([each.msgid, "nothing", f"*{each.msgid}*"]))) for each in found.fresh]
    verdict = found.combined(said)
    if isinstance(verdict, NoDraft):
        return
    assert alike(message.msgid, verdict.msgstr, GFM, ["label"])
    assert all(text in verdict.msgstr for text in found.kept.values())
