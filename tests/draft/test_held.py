"""What no engine is given to translate, and what it is given all the same."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from i18n.draft import Request, draft
from i18n.draft.engine import Query, Translation
from i18n.markdown.dialects import named
from i18n.message.marks import Token
from i18n.model import Unit
from tests.check.judging import rules
from tests.draft.fake import Fake, shout, shouted


def drafted(msgid: str, source: str = "en", target: str = "de") -> tuple[str, str]:
    """What the engine was given, and the draft of an engine that shouts."""
    engine = Fake(lambda query, way: Translation(("EL ", *shouted(query, way).tokens)))
    (outcome,) = draft([Request(Unit(msgid), "a", named("gfm"))], [engine], source, target)
    assert not outcome.reason
    return engine.texts[0], outcome.unit.msgstr


@pytest.mark.parametrize("placeholder", "%lld %@ %1$@ %o %p %d %s %-5.2f %llu {name} ${x} %(name)s :tada:".split())
@pytest.mark.parametrize("after", ["", "님", "を", "的", ","])
def test_placeholders_are_kept_whatever_stands_close(placeholder: str, after: str) -> None:
    given, msgstr = drafted(f"mode {placeholder}{after} was given")
    assert placeholder not in given
    assert after in given
    assert msgstr == f"EL MODO {placeholder}{after} WOS GOVON"
    assert rules(f"mode {placeholder}{after} was given", msgstr) == set()


@pytest.mark.parametrize(
    ("msgid", "address", "given"),
    [
        ("詳細はhttps://example.orgをご覧ください。", "https://example.org", "詳細はをご覧ください。"),
        ("자세한 것은 https://example.org를 보세요.", "https://example.org", "자세한 것은 를 보세요."),
        ("문의는 team@example.org로 보내세요.", "team@example.org", "문의는 로 보내세요."),
        ("请访问https://example.org/a_b_c，谢谢。", "https://example.org/a_b_c", "请访问，谢谢。"),
        ("see (https://example.org/a_(b)).", "https://example.org/a_(b)", "see ()."),
        ("see https://example.org/*a*/{id}/b, too", "https://example.org/*a*/{id}/b", "see , too"),
        ("see https://ru.example.org/мир-и-мы now", "https://ru.example.org/мир-и-мы", "see  now"),
    ],
)
def test_an_address_ends_where_others_see_its_end(msgid: str, address: str, given: str) -> None:
    said, msgstr = drafted(msgid)
    assert said == given
    assert address in msgstr
    assert shout(msgid.split(address)[1]) == msgstr.split(address)[1]


def test_a_particle_after_a_placeholder_is_translated() -> None:
    engine = Fake(_german)
    (outcome,) = draft([Request(Unit("`make`를 실행하세요"), "a", named("gfm"))], [engine], "ko", "de")
    assert outcome.unit.msgstr == "Führen Sie `make` aus"


def _german(query: Query, way: str) -> Translation:
    del way
    marks: Sequence[Token] = [token for token in query.tokens if not isinstance(token, str)]
    return Translation(("Führen Sie ", *marks, " aus"))


def test_an_address_that_an_engine_changes_is_refused() -> None:
    engine = Fake(lambda query, way: Translation((*shouted(query, way).tokens[:2], "/x")))
    (outcome,) = draft([Request(Unit("see https://example.org now"), "a", named("gfm"))], [engine], "en", "de")
    assert outcome.reason == "fake: it has placeholders or addresses that its source does not have"
