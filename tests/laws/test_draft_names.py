"""No name that must not leave is ever given to an engine, however it is written, and a draft has it whole."""

from __future__ import annotations

import html
import unicodedata

import pytest
import regex
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from i18n.draft import Request, Traffic, draft
from i18n.draft.engine import Failure, Query, Translation
from i18n.draft.engines import markers, sentinels, tagged
from i18n.draft.engines.apertium import stream
from i18n.markdown.dialects import NAMES, named
from i18n.message.marks import Role, Token
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


_NAMES = (
    "Sumi Rahman", "Kowalski", "René Müller", "Aoife O'Brien", "Anne-Marie Groß", "Vera", "Ülkü İnal", "Нина Зорина",
    "Ελένη Κώστα", "سمية رحمن", "সুমি রহমান", "李明", "김민수", "Unit 12", "J. Doe", "Núñez", "Ng", "Fikret", "@vcanary",
    "vera@example.org",
)  # fmt: skip
"""Names of a file, each alone in it."""
_BEFORE = ("We met ", "Ask **", "See [", "(", "", "# of ", "At 7 ")
_AFTER = (" here.", "** now.", "](a.md) now.", ") left.", "'s house is red.", ", and then home.", "")


def _cased(name: str) -> st.SearchStrategy[str]:
    return st.sampled_from([name, name.upper(), name.lower(), name.title()])


@st.composite
def _disguised(draw: st.DrawFn, name: str) -> str:
    """A name in a spelling that a reader takes for it."""
    text = draw(_cased(name))
    text = draw(st.sampled_from([text, unicodedata.normalize("NFD", text), unicodedata.normalize("NFC", text)]))
    text = text.replace("'", draw(st.sampled_from("'’ʼ"))).replace("-", draw(st.sampled_from(["-", "\u2011", " "])))
    text = text.replace(" ", draw(st.sampled_from([" ", "  ", "\u00a0", "&nbsp;", "\n", "<br>", "_", "-"])))
    if draw(st.booleans()) and text[0].isalnum() and text[-1].isalnum():
        at = draw(st.integers(1, max(1, len(text) - 1)))
        if text[at - 1 : at + 1].isalpha() and "&" not in text and "<" not in text:
            hidden = ["\u00ad", "\u200b", "&shy;", "<wbr>", "<!-- x -->", "\u2060", "**"]
            inside = draw(st.sampled_from(hidden))
            text = f"{text[:at]}{inside}{text[at:]}{inside if inside == '**' else ''}"
    return text


def _wires(tokens: tuple[Token, ...]) -> list[str]:
    """A text as each of the engines writes it."""
    prefix = sentinels.prefix(tokens)
    words = [token if isinstance(token, str) else sentinels.sentinel(prefix, token.id) for token in tokens]
    flat = all(isinstance(token, str) or token.role is Role.HOLD for token in tokens)
    return [
        *(stream.encode(tokens, encoding).text for encoding in (stream.BLANKS, stream.SUPERBLANKS)),
        *(
            stream.encode(tokens, encoding, bound=False).text
            for encoding in (stream.BLANKS, stream.SUPERBLANKS)
            if flat
        ),
        *(markers.encode(tokens, encoding) for encoding in markers.ENCODINGS),
        tagged.written(tokens),
        "".join(words),
    ]


def _read(text: str) -> str:
    """What somebody reads who looks for a name: no marks, no markup, no accents, one spelling of everything."""
    text = regex.sub(r"\[c([0-9a-f]+)\]", lambda found: chr(int(found[1], 16)), text)
    text = html.unescape(regex.sub(r"\[\[[^\]]*\]\]|\[/?[qt]?[\d/]*\]|<br>|\\", " ", text.replace("<br>", " ")))
    text = regex.sub(r"<[^>]*>|\p{Default_Ignorable_Code_Point}|\*", "", text)
    text = regex.sub(r"[’ʼ]", "'", regex.sub(r"[_\p{Pd}\s]+", " ", text))
    return _bare(unicodedata.normalize("NFKD", text))


@settings(max_examples=600)
@given(st.data(), st.sampled_from(_NAMES), st.sampled_from(_BEFORE), st.sampled_from(_AFTER))
def test_no_wire_of_any_engine_has_the_name_and_the_draft_has_it_whole(
    data: st.DataObject, name: str, before: str, after: str
) -> None:
    written = data.draw(_disguised(name))
    assume("**" not in written or "**" not in before + after)  # they would be asterisks to a reader
    message = f"{before}{written}{after}"
    engine = Fake()
    kept = Redaction(parse(name.encode(), "names"), "es")
    (outcome,) = draft([Request(Unit(message), "a", named("gfm"))], [engine], "en", "es", names=kept)
    wanted = _read(name)
    for _, tokens in engine.asked:
        for wire in _wires(tokens):
            assert wanted not in _read(wire), (message, wire)
    if outcome.engine:
        assert wanted in _read(outcome.unit.msgstr), (message, outcome.unit.msgstr)


@pytest.mark.parametrize("name", _NAMES)
def test_a_plain_name_is_drafted_around(name: str) -> None:
    """The law above does not hold for want of drafts."""
    kept = Redaction(parse(name.encode(), "names"), "es")
    (outcome,) = draft([Request(Unit(f"We met {name} here."), "a", named("gfm"))], [Fake()], "en", "es", names=kept)
    assert outcome.unit.msgstr == f"WO MOT {name} HORO.", outcome.reason
