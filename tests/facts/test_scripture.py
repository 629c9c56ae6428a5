"""Which references does a text have, and how does each language write them?"""

from __future__ import annotations

import pytest

from i18n.facts.scripture import references, traditions, written

READ = [
    ("See Acts 1:8 and (Eph. 6:18).", "Acts 1:8 | Eph. 6:18"),
    ("(1 Cor. 13:4-7; Rom. 8:28, 31) holds", "1 Cor. 13:4-7 | Rom. 8:28, 31"),
    ("John 3:16, 18–20; 4:1 says", "John 3:16, 18–20; 4:1"),
    ("Genesis 1:1–2:3 tells of it", "Genesis 1:1–2:3"),
    ("Psalm 23 and Ps. 119:105", "Psalm 23 | Ps. 119:105"),
    ("II Tim 3:16", "II Tim 3:16"),
    ("Song of Songs 2:1", "Song of Songs 2:1"),
    ("Jude 5 and 3 John 4", "Jude 5 | 3 John 4"),
    ("Matthew 5:3, 20 people came", "Matthew 5:3"),
    ("(Is 2:4)", "Is 2:4"),
    ("Luke 2:1ff tells", "Luke 2:1ff"),
    ("Luke 2:10–12; 2:1 tells", "Luke 2:10–12; 2:1"),
]


@pytest.mark.parametrize(("text", "found"), READ)
def test_what_refers_to_verses(text: str, found: str) -> None:
    assert " | ".join(one.span.of(text) for one in references(text, "en")) == found


@pytest.mark.parametrize(
    "text",
    [
        "I am 5, and Am 5 too", "The bus left at 10:30.", "version 2.3.1", "Mark 10", "Is 2:4 enough?",
        "Job 3 offers more",
        "Luke 2:1 p.m.", "Matthew 5,000 people", "Acts 1–2", "Numbers 5", "a ratio of 3:4", "Titus 12:1", "Amos 10:3",
        "Daniel 25 years later", "chapter 3:16", "Isaiah 70:1", "GenX 1:2", "1:8", "localhost:8080", "16:9 and 4:3",
    ],
)  # fmt: skip
def test_what_does_not(text: str) -> None:
    assert list(references(text, "en")) == []


WRITTEN = [
    ("Acts 1:8", "de", "", "Apostelgeschichte 1,8"),
    ("John 3:16, 18–20; 4:1", "de", "", "Johannes 3,16.18–20; 4,1"),
    ("Genesis 1:1", "de", "luther", "1. Mose 1,1"),
    ("Genesis 1:1", "de", "einheitsuebersetzung", "Genesis 1,1"),
    ("Job 3:16", "de-AT", "einheitsuebersetzung", "Ijob 3,16"),
    ("Eph. 6:18", "de", "", "Eph 6,18"),
    ("1 Cor. 13:4-7", "es", "", "1 Co 13:4-7"),
    ("John 3:16", "pt-BR", "", "João 3.16"),
    ("John 3:16", "pt-BR", "nvi", "João 3:16"),
    ("John 3:16, 18", "fr", "", "Jean 3.16,18"),
    ("John 3:16, 18", "fr", "liturgique", "Jean 3,16.18"),
    ("John 3:16", "ru", "", "Ин 3:16"),
    ("Acts 1:8", "ko", "", "사도행전 1:8"),
    ("Eph. 6:18", "ar", "", "أفسس 6: 18"),
    ("John 3:16", "ar-EG", "", "يوحنا ٣: ١٦"),
    ("John 3:16", "zh", "", "约翰福音3:16"),
    ("John 3:16", "zh-TW", "", "約翰福音3:16"),
    ("Jude 5", "de", "", "Judas 5"),
    ("John 3:16", "pt-PT", "", ""),
    ("John 3:16", "vi", "", ""),
    ("Tobit 1:1", "ko", "", "토빗기 1:1"),
    ("Tobit 1:1", "uk", "", ""),
    ("1 Cor. 13:4", "de", "einheitsuebersetzung", "1 Kor 13,4"),
    ("2 Kings 5:3", "de", "luther", "2. Könige 5,3"),
    ("1 Macc. 2:1", "de", "", "1. Makk 2,1"),
    ("Psalm 23", "es", "", "Salmo 23"),
    ("Psalm 119:105", "pt-BR", "", "Salmo 119.105"),
    ("Psalms 120–134", "es", "", "Salmos 120–134"),
    ("Psalm 23", "ar", "", "مزمور 23"),
    ("Psalm 23", "ko", "", "시편 23편"),
    ("Romans 8", "ko", "", "로마서 8장"),
    ("Jude 24", "ko", "", "유다서 24절"),
    ("Jude 1:24", "ko", "", "유다서 1:24"),
    ("Psalm 23", "zh", "", "诗篇23篇"),
    ("Matthew 6:25ff", "es", "", "Mateo 6:25ss"),
    ("Matthew 6:25ff", "ko", "", "마태복음 6:25 이하"),
    ("Matthew 6:25ff", "ar", "", ""),
    ("Matthew 6:25f", "ar", "", "متى 6: 25–26"),
    ("Luke 4:18a", "de", "", "Lukas 4,18a"),
]


@pytest.mark.parametrize(("text", "tag", "tradition", "expected"), WRITTEN)
def test_how_languages_write_them(text: str, tag: str, tradition: str, expected: str) -> None:
    (reference,) = references(text, "en")
    assert written(reference, tag, tradition) == expected


@pytest.mark.parametrize(
    ("tag", "text", "found"),
    [
        ("de", "vgl. Joh 3,16.18–20 und 1. Kor 13,4", "Joh 3,16.18–20 | 1. Kor 13,4"),
        ("de", "Am 5,24 Kilometer langen Weg", ""),
        ("de", "Das kostet 10,30 Mark.", ""),
        ("ko", "요한복음 3:16과 사도행전 1장 8절", "요한복음 3:16 | 사도행전 1장 8절"),
        ("ko", "오후 3:30에", ""),
        ("ar", "(أعمال الرسل ١: ٨)", "أعمال الرسل ١: ٨"),
        ("pt-BR", "(Atos 1.8; Ef 6.18)", "Atos 1.8 | Ef 6.18"),
        ("pt-BR", "na 1.8", ""),
        ("es", "He 3:1 dicho", ""),
        ("zh-Hans", "见约翰福音3:16。", "约翰福音3:16"),
        ("zh-Hans", "约翰福音第3章16节", "约翰福音第3章16节"),
        ("ko", "금요일 3:10에 만나자", ""),
        ("ko", "누가복음 4:18하고", "누가복음 4:18"),
        ("en", "First John 4:19", "First John 4:19"),
        ("en", "the second letter of John 1:9", ""),
        ("en", "the Gospel of John 3:16", "John 3:16"),
        ("es", "Primera de Juan 4:19", ""),
        ("es", "la carta de San Juan 1:4", ""),
        ("fr", "première épître de Jean 4.19", ""),
        ("ar", "1 يوحنا 4: 19", "1 يوحنا 4: 19"),
        ("de", "Joel 4,10; Dan 13,5", "Joel 4,10 | Dan 13,5"),
        ("de", "Röm 8,28, 2. Tim 1,7", "Röm 8,28 | 2. Tim 1,7"),
        ("en", "Mark 10:55 and Mark 10:45", "Mark 10:45"),
        ("en", "(Jer 29:7, Is 40:31 and Am 5:24)", "Jer 29:7 | Is 40:31 | Am 5:24"),
        ("en", "Is 40:31–41:1 is read", "Is 40:31–41:1"),
    ],
)
def test_other_languages_are_read_in_their_own_notation(tag: str, text: str, found: str) -> None:
    assert " | ".join(one.span.of(text) for one in references(text, tag)) == found


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("John 3:16, 17", "John 3:16–17", True),
        ("John 3:16f", "John 3:16–17", True),
        ("John 3:16, 18", "John 3:16–18", False),
        ("John 3:16ff", "John 3:16f", False),
        ("Jude 5", "Jude 1:5", True),
        ("John 3:16a", "John 3:16", False),
        ("1 John 3:16", "John 3:16", False),
    ],
)
def test_what_is_the_same(one: str, other: str, same: bool) -> None:
    (first,), (second,) = references(one, "en"), references(other, "en")
    assert first.same(second) is same


def test_traditions_are_named_the_default_first() -> None:
    assert traditions("de") == ("luther", "einheitsuebersetzung")
    assert traditions("vi") == ()
