"""Characters that nobody can see: what scripts need, and what is a mistake or a trap."""

from __future__ import annotations

import pytest

from i18n.model import Severity
from tests.check.judging import judge, rules

NEEDED = [
    ("ZWNJ in Persian", "I want", "می\u200cخواهم", "fa"),
    ("ZWNJ at the end of a Sorani word", "Icon", "وێنۆچکه\u200c", "ckb"),
    ("ZWSP beside a Latin name in Khmer", "Package", "កញ្ចប់ DEB\u200b", "km"),
    ("ZWJ in Sinhala", "Sri Lanka", "ශ්\u200dරී ලංකාව", "si"),
    ("ZWNJ in Bengali", "Text", "র\u200cয\u09cd", "bn"),
    ("ZWJ in Hindi", "Text", "क्\u200dष", "hi"),
    ("ZWJ in Arabic script", "Hijri", "ه\u200d", "ar"),
    ("ZWJ in a family", "Family", "Familie 👨\u200d👩\u200d👧", "de"),
    ("ZWJ after a selector", "Pride", "🏳\ufe0f\u200d🌈", "de"),
    ("variation selector of an emoji", "Love", "Liebe ❤\ufe0f", "de"),
    ("keycap", "One", "Eins 1\ufe0f\u20e3", "de"),
    ("flag of tags", "Scotland", "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", "de"),
    ("variant of an ideograph", "Katsushika", "葛\U000e0100飾", "ja"),
    ("ZWSP in Thai", "Hello there", "สวัสดี\u200bครับ", "th"),
    ("ZWSP in Khmer", "Hello there", "សួស្តី\u200bអ្នក", "km"),
    ("NBSP in French", "Yes!", "Oui\u00a0!", "fr"),
    ("what the source has too", "a\u00adb", "c\u00add", "de"),
    ("German quotes", "“Yes,” she said.", "„Ja“, sagte sie.", "de"),
    ("tab of the source", "a\tb", "c\td", "de"),
]
MISTAKES = [
    ("BOM", "Water", "\ufeffWasser", "de"),
    ("ZWSP", "Water", "Was\u200bser", "de"),
    ("ZWNJ in German", "Edition", "Auf\u200clage", "de"),
    ("ZWNJ at the end of a Persian word", "I want it", "می\u200c خواهم", "fa"),
    ("ZWJ between Latin letters", "Water", "Was\u200dser", "de"),
    ("soft hyphen", "Federal office", "Bundes\u00adamt", "de"),
    ("word joiner", "Water", "Was\u2060ser", "de"),
    ("null", "Water", "Was\x00ser", "de"),
    ("next line", "Water", "Wasser\x85", "de"),
    ("line separator", "Water now", "Wasser\u2028jetzt", "de"),
    ("escape", "Water", "\x1b[31mWasser", "de"),
    ("Hangul filler", "Water", "물\u3164", "ko"),
    ("tag characters without a flag", "Water", "Wasser\U000e0041", "de"),
    ("LRM in German", "Water", "Wasser\u200e", "de"),
    ("isolate in German, closed", "Water", "\u2067Wasser\u2069", "de"),
    ("selector after a space", "Water now", "Wasser \ufe0fjetzt", "de"),
]
TRAPS = [
    ("override", "Pay Jane", "\u202eenaJ elhaZ\u202c", "de"),
    ("override in Arabic", "Pay Jane", "\u202dادفع\u202c", "ar"),
    ("embedding left open", "Water", "\u202bWasser", "de"),
    ("isolate left open", "Water", "\u2067ماء", "ar"),
    ("closed in another line", "One\ntwo", "\u2067واحد\nاثنان\u2069", "ar"),
    ("closed by the wrong one", "Water", "\u2067ماء\u202c", "ar"),
    ("closed without being open", "Water", "ماء\u2069", "ar"),
    ("as an entity", "Pay Jane", "&#x202e;enaJ elhaZ", "de"),
]
INFORMATION = [
    ("RLM in Arabic", "C++ is good", "C++\u200f جيد", "ar"),
    ("LRM in Hebrew", "C++ is good", "C++\u200e טוב", "he"),
    ("ALM in Arabic", "Water", "\u061cماء", "ar"),
    ("isolate in Persian, closed", "Water", "\u2068آب\u2069", "fa"),
]


def severities(msgid: str, msgstr: str, locale: str) -> list[Severity]:
    return [finding.severity for finding in judge(msgid, msgstr, locale) if finding.rule == "hidden-characters"]


@pytest.mark.parametrize(("_", "msgid", "msgstr", "locale"), NEEDED)
def test_needed(_: str, msgid: str, msgstr: str, locale: str) -> None:
    assert judge(msgid, msgstr, locale) == ()


@pytest.mark.parametrize(("_", "msgid", "msgstr", "locale"), MISTAKES)
def test_mistakes(_: str, msgid: str, msgstr: str, locale: str) -> None:
    assert severities(msgid, msgstr, locale) == [Severity.WARNING]


@pytest.mark.parametrize(("_", "msgid", "msgstr", "locale"), TRAPS)
def test_traps(_: str, msgid: str, msgstr: str, locale: str) -> None:
    assert severities(msgid, msgstr, locale) == [Severity.ERROR]


@pytest.mark.parametrize(("_", "msgid", "msgstr", "locale"), INFORMATION)
def test_information(_: str, msgid: str, msgstr: str, locale: str) -> None:
    assert severities(msgid, msgstr, locale) == [Severity.INFO]


def test_a_finding_shows_what_cannot_be_seen() -> None:
    (finding,) = judge("Water", "Was\u200bser")
    assert "U+200B zero width space" in finding.message
    assert "\u200b" not in finding.message


@pytest.mark.parametrize(
    "word", ["wells\u200cها", "`oak`\u200cها", "**Oak**\u200cها", "[oak](a.md)\u200cها", "12\u200cام"]
)
def test_a_suffix_after_a_foreign_word_has_a_non_joiner(word: str) -> None:
    msgid = "See `oak` **Oak** [oak](a.md) 12"
    assert "hidden-characters" not in rules(msgid, f"این {word} است.", "fa")


@pytest.mark.parametrize(
    "text", ["wells\u200c ها", "\u200cها", "wells ها\u200c", "wells\u200c\u200cها", "wells.\u200cها"]
)
def test_a_non_joiner_that_joins_nothing_is_found(text: str) -> None:
    assert "hidden-characters" in rules("See the wells.", text, "fa")
