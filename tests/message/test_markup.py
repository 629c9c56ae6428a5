"""What a message is made of, taken apart once."""

from __future__ import annotations

from i18n.markdown.dialects import GFM
from i18n.message.markup import read


def test_what_is_asked_of_its_words_is_found_once() -> None:
    asked: list[str] = []

    def letters(text: str, locale: str) -> int:
        asked.append(f"{locale}: {text}")
        return len(text)

    message = read("Twelve *boats*", GFM)
    assert [message.asked(letters, locale) for locale in ("en", "de", "en", "de")] == [14] * 4
    assert asked == ["en: Twelve *boats*", "de: Twelve *boats*"]
    assert message == read("Twelve *boats*", GFM)
