"""White space: what nobody meant, and what languages need."""

from __future__ import annotations

import pytest

from tests.check.judging import rules

RIGHT = [
    ("What now?", "Et maintenant\u202f?", "fr"),
    ("Note: read", "Remarque\u00a0: lisez", "fr"),
    ("“Yes”", "«\u00a0Oui\u00a0»", "fr"),
    ("Yes. No.", "是。不是。", "zh"),
    ("Once upon a time", "\u3000昔々", "ja"),
    ("One\ntwo", "Eins\nzwei", "de"),
    ("a  b", "c  d", "de"),
    (" lead", " vorn", "de"),
    ("Run `a  b`", "Los `a  b`", "de"),
]
WRONG = [
    ("What now?", " Et maintenant ?", "fr"),
    ("What now?", "Et maintenant ? ", "fr"),
    ("Note", "Remarque\u00a0", "fr"),
    ("Yes. No.", "Ja.  Nein.", "de"),
    ("Yes. No.", "Ja. \u00a0Nein.", "de"),
    ("Once upon a time", "\u3000Es war einmal", "de"),
    ("One\ntwo", "Eins \nzwei", "de"),
    ("One\ntwo", "Eins\n zwei", "de"),
    ("One", "Eins\n", "de"),
]


@pytest.mark.parametrize(("msgid", "msgstr", "locale"), RIGHT)
def test_right(msgid: str, msgstr: str, locale: str) -> None:
    assert rules(msgid, msgstr, locale) == set()


@pytest.mark.parametrize(("msgid", "msgstr", "locale"), WRONG)
def test_wrong(msgid: str, msgstr: str, locale: str) -> None:
    assert rules(msgid, msgstr, locale) == {"whitespace"}


@pytest.mark.parametrize("text", [r"Sand.\nEis", r"Sand\tEis", r"Der \"Sand\" hier"])
def test_what_is_left_of_an_escape_is_found(text: str) -> None:
    assert rules("Sand and ice", text) == {"whitespace"}
    assert rules(r"Sand\nand \" ice", text) == set()
    assert rules("Sand `a` and ice", r"Sand `a` und \\neu") == set()
