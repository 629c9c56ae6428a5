from __future__ import annotations

import pytest

from i18n.draft.alignment import aligned, split
from i18n.markdown.dialects import named

GFM = named("gfm")


def texts(message: str) -> list[str]:
    return [part.text for part in split(message, GFM)]


@pytest.mark.parametrize(
    ("message", "sentences"),
    [
        ("One house.", ["One house."]),
        ("One house. Two wells.", ["One house.", "Two wells."]),
        ("It is **old. And red.** Yes.", ["It is **old. And red.**", "Yes."]),
        ("**Wait.** They came.", ["**Wait.**", "They came."]),
        ("They came.[^1] See [the map](m.md). Go.", ["They came.[^1]", "See [the map](m.md).", "Go."]),
        ("“We had two choices,” she says. “We could wait. Or we could walk.” They walked.",
         ["“We had two choices,” she says.", "“We could wait. Or we could walk.”", "They walked."]),
        ("They walked (all. Even Baraan). It rained.", ["They walked (all. Even Baraan).", "It rained."]),
        ("One line\nAnother. And more.", ["One line", "Another.", "And more."]),
        ("Press <kbd>A. B</kbd> now. Then go.", ["Press <kbd>A. B</kbd> now.", "Then go."]),
        ("See `a. B`. Then go.", ["See `a. B`.", "Then go."]),
        ("着いた。川は遠い。", ["着いた。", "川は遠い。"]),
        ("「着いた。」と言った。雨だ。", ["「着いた。」と言った。", "雨だ。"]),
    ],
)  # fmt: skip
def test_where_a_message_is_split(message: str, sentences: list[str]) -> None:
    assert texts(message) == sentences


PAIRS = [
    ("The well is deep. It serves 250 people.", "Der Brunnen ist tief. Er versorgt 250 Menschen."),
    ("The *well* is deep. See [the map](m.md).", "Der *Brunnen* ist tief. Siehe [die Karte](m.md)."),
    ("It cost 1,240 euros. Nobody paid.", "Es kostete 1.240 Euro. Niemand zahlte."),
    ("It cost 1,240 euros. Nobody paid.", "كلف ١٬٢٤٠ يورو. لم يدفع أحد."),
    ("The well is deep. The road is long.", "井戸は深い。道は長い。"),
    ("First line.\nSecond line here.", "Erste Zeile.\nHier die zweite."),
    ("The well is deep.", "Der Brunnen ist tief."),
]


@pytest.mark.parametrize(("msgid", "msgstr"), PAIRS)
def test_sentences_are_paired(msgid: str, msgstr: str) -> None:
    assert aligned(msgid, msgstr, GFM) == tuple(zip(texts(msgid), texts(msgstr), strict=True))


@pytest.mark.parametrize(
    ("msgid", "msgstr"),
    [
        ("The well is deep. The road is long.", "Der Brunnen ist tief, die Straße lang."),
        ("The *well* is deep. The road is long.", "Der Brunnen ist tief. Die *Straße* ist lang."),
        ("See [maps](m.md). And [news](n.md).", "Siehe [News](n.md). Und [Karten](m.md)."),
        ("It serves 250 people. It took 9 days.", "In 9 Tagen gebaut. Er versorgt 250 Menschen."),
        ("Hello {name}. All is well.", "Hallo. Alles ist gut, {name}."),
        ("One line.\nTwo lines.", "Eine Zeile. Zwei Zeilen."),
        (
            "It rained. Nobody could carry anything up the slope for nine days, and the clinic ran out of salt.",
            "Neun Tage lang konnte niemand etwas den Hang hinauftragen, und der Klinik ging das Salz aus. Es regnete.",
        ),
    ],
)
def test_a_doubtful_translation_is_not_taken_apart(msgid: str, msgstr: str) -> None:
    assert aligned(msgid, msgstr, GFM) == ()
