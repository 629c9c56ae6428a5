"""What an engine may not bring along."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from i18n.draft import Request, draft
from i18n.draft.engine import Translation
from i18n.markdown.dialects import named
from i18n.message.marks import Token
from i18n.model import Unit
from tests.draft.fake import Fake
from tests.message.marks import hold_mark

H1 = hold_mark(1)
UNSEEN = "fake: it came back with characters that nobody can see"
INVENTED = "fake: it has placeholders or addresses that its source does not have"


def drafted(message: str, *answer: Token, dialect: str = "gfm") -> tuple[str, str]:
    """The draft, and why there is none."""
    engine = Fake(lambda *_: Translation(answer))
    (outcome,) = draft([Request(Unit(message), "a", named(dialect))], [engine], "en", "es")
    return outcome.unit.msgstr, outcome.reason


@pytest.mark.parametrize(
    "letter", ["\x00", "\x1b", "\u2028", "\u202e", "\u2066", "\ufffd", "\ufffc", "\ue000", "\U000f0001"]
)
def test_characters_that_nobody_sees(letter: str) -> None:
    assert drafted("a red house", f"una casa{letter} roja")[0] == ""
    assert drafted("a red house", f"una casa{chr(0xD800)} roja")[0] == ""


@pytest.mark.parametrize("letter", ["\u200c", "\u200d", "\u200f", "\u00a0", "\u0301"])
def test_characters_that_scripts_need(letter: str) -> None:
    assert drafted("a red house", f"una casa{letter} roja") == (normalize("NFC", f"una casa{letter} roja"), "")


def test_characters_of_the_source_are_none_of_the_engine() -> None:
    assert drafted("a \ufffd house", "una casa \ufffd") == ("una casa \ufffd", "")
    assert drafted("a red house", "una casa\u202e roja") == ("", UNSEEN)


def test_directions_that_end_where_they_begin() -> None:
    assert drafted("a red house", "una \u2067casa\u2069 roja") == ("una \u2067casa\u2069 roja", "")
    assert drafted("a red house", "una \u2067casa roja") == ("", UNSEEN)
    assert drafted("a red house", "una \u2067ca\x07sa\u2069 roja") == ("", UNSEEN)


def test_lines_that_an_engine_wraps_are_one() -> None:
    assert drafted("a red house", "una\r\ncasa\troja\n") == ("una casa roja", "")


@pytest.mark.parametrize(
    "more", ["{name}", "${x}", "%(count)s", "%s", "https://x.example", "www.x.example", "ana@x.example"]
)
def test_placeholders_and_addresses_are_not_invented(more: str) -> None:
    assert drafted("say {now} here", f"di {more} aquí ", H1) == ("", INVENTED)
    assert drafted(f"say {more} here", "di ", H1, " aquí") == (f"di {more} aquí", "")
    assert drafted(f"say {more} here", "di ", H1, f" aquí {more}") == ("", INVENTED)


@pytest.mark.parametrize("more", ["{{ y }}", "{{< y >}}"])
def test_template_tags_are_not_invented(more: str) -> None:
    message = "see {{ x }} there"
    assert drafted(message, "mira ", H1, " allí", dialect="hugo") == ("mira {{ x }} allí", "")
    assert drafted(message, "mira ", H1, f" allí {more}", dialect="hugo")[0] == ""


def test_percent_and_letters_close_to_a_placeholder_are_no_invention() -> None:
    assert drafted("20% of the people", "20%d’entre eux")[1] != INVENTED
    assert drafted("for {name} here", H1, "를 위해") == ("{name}를 위해", "")
