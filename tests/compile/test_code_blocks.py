from __future__ import annotations

import dataclasses

import pytest

from i18n.compile.article import Options, compile_article
from i18n.extract.article import Rules
from i18n.extract.source import read_source
from i18n.markdown.modes import Mode
from i18n.model import Article

ARTICLE = """Read this.

> ```python
> # Count the wells
> total = 3  # one more than planned
> print("Wells are finished")
> ```

```
plain words
```
"""


def compiled(mode: Mode | None, text: str, **translations: str) -> tuple[list[str], str, list[str]]:
    rules = Rules(code=mode)
    source = read_source(Article("a.md", "a", "source/a.md", text.encode()), rules)
    units = {
        unit.key: dataclasses.replace(unit, msgstr=translations.get(unit.msgid.split()[0], ""))
        for unit in source.template
    }
    result = compile_article(source, units, Options("de"))
    return (
        [segment.msgid for segment in source.extraction.segments],
        result.data.decode(),
        [finding.rule for finding in result.findings],
    )


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_comments_are_offered_on_request(newline: str) -> None:
    text = ARTICLE.replace("\n", newline)
    assert compiled(None, text)[0] == ["Read this."]
    messages, page, findings = compiled("comments", text, Count="Zähle die Brunnen", one="einer mehr\nals geplant")
    assert messages == ["Read this.", "Count the wells", "one more than planned"]
    assert "> # Zähle die Brunnen" + newline in page
    assert findings in ([], ["structure"]), "a line break cannot stand in a line comment"
    assert page.count(newline) == text.count(newline)


def test_strings_are_offered_with_comments() -> None:
    messages, page, _ = compiled("strings", ARTICLE, Wells='Die "Brunnen" sind fertig')
    assert "Wells are finished" in messages
    assert '> print("Die \\"Brunnen\\" sind fertig")\n' in page


def test_whole_blocks_are_offered() -> None:
    messages, page, _ = compiled("all", ARTICLE, plain="schlichte Wörter")
    assert "plain words" in messages or "plain words\n" in messages
    assert "```\nschlichte Wörter\n```" in page


def test_a_translation_cannot_leave_its_comment() -> None:
    text = "```js\n/* Count the wells */\nrun()\n```\n"
    _, page, findings = compiled("comments", text, Count="*/ evil() /*")
    assert page == text
    assert findings == ["structure"]


@pytest.mark.parametrize("mode", ["comments", "strings", "all"])
def test_untranslated_code_is_copied(mode: Mode) -> None:
    assert compiled(mode, ARTICLE)[1] == ARTICLE
