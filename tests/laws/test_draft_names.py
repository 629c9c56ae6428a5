"""No name that must not leave is ever given to an engine outside this process, however it is written."""

from __future__ import annotations

import unicodedata

import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from i18n.draft import Request, Traffic, draft
from i18n.draft.engine import Failure, Query, Translation
from i18n.markdown.dialects import NAMES, named
from i18n.message.skeleton import skeleton
from i18n.model import Unit
from i18n.privacy.redaction import Redaction, parse
from tests.draft.fake import Fake, shouted
from tests.laws.messages import messages

_FILE = "Sumi Rahman, Sumi, Rahman | es: Sumi Ramán\nKowalski\nRené Müller\n".encode()
_LETTERS = ("sumi", "rahman", "kowalski", "muller")

_spelled = st.sampled_from(
    [
        "Sumi Rahman", "Sumi", "SUMI", "Sumi  Rahman", "Sumi&nbsp;Rahman", "Su\u00admi", "*Sumi* Rahman",
        "Sumi **Rahman**", "Kowalskis", "Kowalski’s", "**Kowalski**", "[Kowalski](k.md)", "Ren&eacute; Müller",
        "Rene\u0301 Mu\u0308ller", "![Sumi Rahman](s.png)", '[x](y.md "for Kowalski")', "(Kowalski)", "_Kowalski_!",
        "<b>Kowalski</b>", "Kowal\\-ski", "Sumi\nRahman", "`Kowalski`", "@Kowalski", "Sumi~~ Rahman~~",
    ]
)  # fmt: skip
_named = st.lists(_spelled | messages(), min_size=1, max_size=4).map(" ".join)


def _bare(text: str) -> str:
    """Letters alone, without accents: what somebody who looks for a name would read."""
    split = unicodedata.normalize("NFD", text).casefold()
    return regex.sub(r"[\p{M}\u00ad\u200b-\u200f]", "", split)


@settings(max_examples=300)
@given(_named, st.sampled_from(NAMES), st.sampled_from(["es", "de"]))
def test_no_name_is_sent(message: str, dialect: str, target: str) -> None:
    engine = Fake(traffic=Traffic.THIRD_PARTY)
    request = Request(Unit(message), "a", named(dialect))
    (outcome,) = draft([request], [engine], "en", target, names=Redaction(parse(_FILE, "names"), target))
    sent = _bare("\n".join(engine.texts))
    for letters in _LETTERS:
        assert not regex.search(rf"(?<!\w){letters}(?!\w)", sent)
    if outcome.engine:
        wanted = skeleton(message, named(dialect))
        assert skeleton(outcome.unit.msgstr, named(dialect)) == wanted


@settings(max_examples=100)
@given(_named)
def test_a_refusal_holds_no_name(message: str) -> None:
    def refuse(query: Query, encoding: str) -> Translation | Failure:
        return Failure("cannot") if len(query.tokens) > 1 else shouted(query, encoding)

    engine = Fake(refuse, traffic=Traffic.THIRD_PARTY)
    request = Request(Unit(message), "a", named("gfm"))
    (outcome,) = draft([request], [engine], "en", "es", names=Redaction(parse(_FILE, "names"), "es"))
    told = _bare(outcome.reason + " ".join(outcome.unit.comments))
    assert not any(letters in told for letters in _LETTERS)
