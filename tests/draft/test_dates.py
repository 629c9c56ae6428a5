"""How does a draft have the dates and times of its source, and what are people told to look at?"""

from __future__ import annotations

import pytest

from i18n.draft.many.facts import FactWriter
from i18n.markdown.dialects import named
from i18n.message.runs import runs


def drafted(text: str, tag: str) -> str:
    """A text whose words no engine translates."""
    cut = runs(text, named("gfm"), facts=FactWriter("en", tag))
    return "".join(run.instead or run.raw for run in cut)


@pytest.mark.parametrize(
    ("text", "tag", "expected"),
    [
        ("on **May 3**", "es", "el **3 de mayo**"),
        ("On *May 3, 2027* we met", "es", "El *3 de mayo de 2027* we met"),
        ("from **May 3** to **June 7**", "es", "del **3 de mayo** al **7 de junio**"),
        ("between **May 3** and June 7", "fr", "entre **le 3 mai** and le 7 juin"),
        ("**May 3–7, 2027**", "de", "**3.–7. Mai 2027**"),
        ("It begins **May 3**, 2027.", "es", "It begins **May 3**, 2027."),
        ("due 12/05/2026 or 2026-05-12", "es", "due 12/05/2026 or 2026-05-12"),
        (
            "mid-May 2027, Q3 2027, the 1990s, no. 7, 5 ft 3 in",
            "de",
            "mid-May 2027, Q3 2027, the 1990s, no. 7, 5 ft 3 in",
        ),
        ("open **9–11 a.m.**", "de", "open **09:00–11:00**"),
        ("on May 3 and 7", "es", "on May 3 and 7"),
        ("on May 3, 2027", "pl", "on 3 maja 2027"),
        ("in May 2027", "pl", "in May 2027"),
        ("on May 3, 2027", "fa", "on May 3, 2027"),
    ],
)
def test_dates_are_written_where_the_language_is_sure(text: str, tag: str, expected: str) -> None:
    assert drafted(text, tag) == expected


@pytest.mark.parametrize(
    ("text", "draft", "tag", "notes"),
    [
        ("on May 3, 2027", "el 3 de mayo de 2027", "es", []),
        ("on May 3, 2027", "El 3 de mayo de 2027", "es", []),
        ("on May 3, 2027", "3 de mayo de 2027", "es", []),
        ("on May 3, 2027", "el mayo 3, 2027", "es", ["dates"]),
        ("It begins May 3, 2027.", "Empieza May 3, 2027.", "es", ["dates"]),
        ("between May 3 and June 7", "entre el 3 de mayo y el 7 de junio", "es", []),
        ("between May 3 and June 7", "entre 3 mai et 7 juin", "fr", []),
        ("due 12/05/2026", "12/05/2026", "de", ["dates"]),
        ("due 2026-05-12", "2026-05-12", "de", []),
        ("mid-May 2027", "Mitte Mai 2027", "de", ["dates"]),
        ("on May 3 and 7", "am 3. und 7. Mai", "de", ["dates"]),
        ("Friday, May 8, 2027", "Freitag, 8. Mai 2027", "de", ["dates"]),
        ("on May 3, 2027", "۳ مهٔ ۲۰۲۷", "fa", ["dates"]),
        ("in the 1990s", "in den 1990ern", "de", []),
        ("Acts 1:8 and Sirach 6:14", "Дії 1:8 та Sirach 6:14", "uk", ["references"]),
        ("Acts 1:8", "Acts 1:8", "vi", ["references"]),
        ("Acts 1:8ff", "Acts 1:8ff", "ar", ["references"]),
    ],
)
def test_what_people_are_told_to_look_at(text: str, draft: str, tag: str, notes: list[str]) -> None:
    assert list(FactWriter("en", tag).unsure(text, draft)) == notes
