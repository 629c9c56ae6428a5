"""Texts for readers in lists of attributes, `{: title="…"}` and `{title="…"}`, and parameters that hold none."""

from __future__ import annotations

import dataclasses

import pytest

from tests.markdown.reading import assert_comes_through, assert_every_message_lands, compiled, messages, read

DIALECTS = {"mkdocs": "{: ", "jekyll": "{: ", "hugo": "{", "vitepress": "{", "myst": "{"}
BLOCK = ["mkdocs", "jekyll", "hugo", "vitepress", "myst"]
ALONE = ["mkdocs", "jekyll", "hugo", "vitepress"]


@pytest.mark.parametrize("dialect", BLOCK)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_below_a_block(dialect: str, newline: str) -> None:
    begin = DIALECTS[dialect]
    text = f'Some text.\n{begin}title="Block words" data-x="not these" #id}}\n\n> More\n{begin}.c width="300"}}\n'
    text = text.replace("\n", newline)
    assert messages(text, dialect) == ["paragraph: Some text.", "parameter title: Block words", "quote: More"]
    assert_comes_through(text, dialect)
    assert_every_message_lands(text, dialect)


@pytest.mark.parametrize("dialect", ALONE)
def test_after_an_image_or_code_that_stands_alone(dialect: str) -> None:
    begin = DIALECTS[dialect]
    text = f'![A boat](a.png){begin}.c title="Image words" width="300"}}\n\n![](b.png){begin}alt="Alt words"}}\n'
    assert messages(text, dialect) == [
        "image description: A boat", "parameter title: Image words", "parameter alt: Alt words",
    ]  # fmt: skip
    assert_comes_through(text, dialect)
    assert_every_message_lands(text, dialect)
    assert messages(f'`code`{begin}title="Code words"}}\n', dialect) == ["parameter title: Code words"]


@pytest.mark.parametrize("dialect", ["mkdocs", "hugo"])
def test_after_a_heading(dialect: str) -> None:
    text = f'## A boat {DIALECTS[dialect]}#id title="Heading words"}}\n'
    assert messages(text, dialect) == ["heading 2: A boat", "parameter title: Heading words"]
    assert_comes_through(text, dialect)
    assert_every_message_lands(text, dialect)


@pytest.mark.parametrize("dialect", DIALECTS)
def test_within_a_text_only_the_words_may_change(dialect: str) -> None:
    begin = DIALECTS[dialect]
    text = f'See [it](b){begin}title="Tip words" data-x="no words" .c}} there.\n'
    (unit,) = read(text, dialect).template
    said = unit.msgid.replace("See", "Siehe").replace("Tip words", "Ein Rat")
    page = compiled(text, dialect, dataclasses.replace(unit, msgstr=said))
    assert page.data.decode() == said + "\n"
    assert page.findings == ()
    for wrong in (said.replace("no words", "keine"), said.replace(".c", ".d"), said.replace("title", "onclick")):
        page = compiled(text, dialect, dataclasses.replace(unit, msgstr=wrong))
        assert page.data.decode() == text
        assert [finding.rule for finding in page.findings] == ["structure"]


@pytest.mark.parametrize("dialect", ALONE)
@pytest.mark.parametrize("words", ['say "so"', "b\\", "a } b", "x\n\ny"])
def test_a_text_cannot_leave_its_quotes(dialect: str, words: str) -> None:
    text = f'![](b.png){DIALECTS[dialect]}title="Image words" .c}}\n\nMore\n'
    unit = read(text, dialect).template[0]
    page = compiled(text, dialect, dataclasses.replace(unit, msgstr=words)).data.decode()
    assert page.endswith(" .c}\n\nMore\n")
    assert page == text or page.startswith(f'![](b.png){DIALECTS[dialect]}title="x y"')


@pytest.mark.parametrize("value", ["true", "FALSE", "null", "12", "-1.5", "50%", "300px", "2 em"])
@pytest.mark.parametrize(
    ("dialect", "text"),
    [
        ("hugo", '{{{{< figure title="{}" >}}}}\n'),
        ("hugo", '![](a.png){{title="{}"}}\n'),
        ("jekyll", '{{% include a.html title="{}" %}}\n'),
        ("jekyll", 'Text\n{{: title="{}"}}\n'),
        ("zola", '{{{{ figure(title="{}") }}}}\n'),
        ("docusaurus", '<Tab label="{}">\n\n</Tab>\n'),
        ("starlight", '<Card title="{}" />\n'),
        ("vitepress", '<Badge text="{}" />\n'),
        ("myst", "```{{figure}} a.png\n:alt: {}\n```\n"),
        ("mkdocs", '![](a.png){{: title="{}"}}\n'),
    ],
)
def test_switches_and_numbers_are_no_text(dialect: str, text: str, value: str) -> None:
    assert [each for each in messages(text.format(value), dialect) if "Text" not in each] == []
    assert [each for each in messages(text.format("True words"), dialect) if "True words" in each] != []
