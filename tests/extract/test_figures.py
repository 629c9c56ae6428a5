"""Numbers without words are messages in every dialect, wherever text may stand; front matter keeps to its keys."""

from __future__ import annotations

import pytest

from i18n.markdown.dialects import NAMES
from tests.extract.reading import extraction

ARTICLE = """\
---
title: 1,250
weight: 12.5
price: €1,299
---

Words.

1,250

- 12.5%

> €1,299

| Dose | Age |
| ---- | --- |
| 2.5 | 12 |
"""


def messages(text: str, dialect: str = "gfm") -> list[str]:
    return [segment.msgid for segment in extraction(text, dialect).segments]


@pytest.mark.parametrize("dialect", NAMES)
def test_every_dialect(dialect: str) -> None:
    cells = ["Dose", "Age", "2.5"] if dialect != "commonmark" else ["| Dose | Age | | ---- | --- | | 2.5 | 12 |"]
    assert messages(ARTICLE, dialect) == ["Words.", "1,250", "12.5%", "€1,299", *cells]


def test_next_to_what_is_no_part_of_a_text() -> None:
    assert messages('{{< icon name="drop" >}}\n1,250\n', "hugo") == ["1,250"]
    assert messages("{% include drop.html %}\n1,250\n", "jekyll") == ["1,250"]
    assert messages("## €5 {#price}\n", "gfm") == ["€5"]
    assert messages("## 1.5 {#part}\n", "gfm") == []


def test_in_html() -> None:
    assert messages("<p>\n<b>1,250</b>\n</p>\n") == ["1,250"]
    assert messages('<p><img src="a.png" alt="Rain"> 1,250</p>\n') == ["Rain"]
    assert messages('<p><img src="a.png" alt="50 %"></p>\n') == ["50 %"]
    assert messages("<pre>1,250</pre>\n<kbd>1,250</kbd>\n") == []


def test_what_an_attribute_says_changes_no_message_around_it() -> None:
    assert messages('<p><i title="50 %"></i> Words</p>\n') == ["50 %", "Words"]


def test_titles_notes_and_definitions() -> None:
    assert messages('![Rain](a.png "12.5%")\n') == ["Rain", "12.5%"]
    assert messages("![12.5%][c]\n\n[c]: d.png\n") == ["12.5%"]
    assert messages("![12.5%][]\n\n[12.5%]: d.png\n") == messages("![12.5%]\n\n[12.5%]: d.png\n") == []
    assert messages('Rain [fell][c].\n\n[c]: d "€5"\n') == ["Rain [fell][c].", "€5"]
    assert messages("Rain[^1]\n\n[^1]: 1,250\n") == ["Rain[^1]", "1,250"]
    assert messages("Rain\n:   1,250\n", "mkdocs") == ["Rain", "1,250"]


def test_a_column_of_releases_anywhere_in_a_quote() -> None:
    text = "> | Name | Since |\n> |---|---|\n> | a \\| b | 1.5 |\n> | c | 1.5.1 |\n"
    assert messages(text) == ["Name", "Since", "a \\| b", "c"]
    assert messages(text.replace("1.5.1", "1.6")) == ["Name", "Since", "a \\| b", "1.5", "c", "1.6"]


def test_a_cell_of_another_column_says_nothing_of_releases() -> None:
    assert "1.5" in messages("Tool | Dose\n--- | ---\n2.3.1 | 1.5\n")
