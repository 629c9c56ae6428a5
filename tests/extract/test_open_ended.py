"""Comments and directives that begin and never end: each is a finding at its line."""

from __future__ import annotations

import pytest

from i18n.model import Severity
from tests.extract.reading import extraction


def found(text: str, dialect: str) -> list[tuple[int, str]]:
    findings = extraction(text, dialect).findings
    assert all(each.rule == "directive" and each.article == "a.md" for each in findings)
    return [(each.line, each.message) for each in findings]


@pytest.mark.parametrize("dialect", ["gfm", "mkdocs", "jekyll", "hugo", "myst", "vitepress", "commonmark"])
@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("One\n\n<!-- never\n\nTwo\n", 3),
        ("<!-- i18n:note: gone -->\n\nOne\r\n\r\n<div>\r\n<!-- never\r\n</div>\r\n\r\nTwo\r\n", 6),
        ("- One\n\n  <!-- never\n", 3),
    ],
)
def test_a_comment_without_its_end(dialect: str, text: str, line: int) -> None:
    (finding,) = extraction(text, dialect).findings
    assert (finding.line, finding.severity, finding.rule) == (line, Severity.ERROR, "directive")
    assert "-->" in finding.message


@pytest.mark.parametrize("dialect", ["docusaurus", "starlight"])
def test_a_comment_of_mdx_without_its_end(dialect: str) -> None:
    (finding,) = extraction("One\n\n{/* never\n\nTwo\n", dialect).findings
    assert (finding.line, finding.severity) == (3, Severity.ERROR)
    assert "*/}" in finding.message


@pytest.mark.parametrize(
    ("dialect", "text", "expected"),
    [
        ("docusaurus", "One\n\n:::note\n\nTwo\n\n:::tip\nA\n:::\n", [(3, ":::note")]),
        ("docusaurus", "::::note\n\n:::tip\nA\n::::\n\nB\n", [(3, ":::tip")]),
        ("starlight", ":::note[Title]\n\nTwo\n", [(1, ":::note[Title]")]),
        ("vitepress", "::: tip Title\nTwo\n\n::: info\na\n:::\n", [(1, "::: tip")]),
        ("mkdocs", "/// note | Title\nTwo\n\n/// caption\na\n///\n", [(1, "/// note")]),
        ("myst", "```{note}\nTwo\n\n:::{tip}\na\n:::\n", [(1, "```{note}")]),
        ("myst", "A\n\n:::{code-block} python\nTwo\n", [(3, ":::{code-block}")]),
        ("myst", "```{csv-table}\nTwo\n", [(1, "```{csv-table}")]),
        ("myst", "````{note}\n```{tip}\nTwo\n````\n", [(2, "```{tip}")]),
    ],
)
def test_a_directive_without_its_end(dialect: str, text: str, expected: list[tuple[int, str]]) -> None:
    lines = [(line, message.partition(" never")[0]) for line, message in found(text, dialect)]
    assert lines == expected
    assert {each.severity for each in extraction(text, dialect).findings} == {Severity.WARNING}


@pytest.mark.parametrize(
    ("dialect", "text"),
    [
        ("gfm", "<!-- ends -->\n\n<div>\n<!-- ends\n\nfurther down -->\n\nText <!-- that is text\n"),
        ("gfm", "```html\n<!-- never\n```\n\n:::note\n\n`<!-- never`\n"),
        ("docusaurus", ":::note\nA\n:::\n\n::::note\n:::tip\nA\n:::\n::::\n\n:::note\n:::tip\nA\n:::\n:::\n\n::leaf\n"),
        ("docusaurus", "```\n:::note\n```\n\n{/* ends */}\n\n{/* ends\n*/}\n"),
        ("vitepress", "::: tip\nA\n:::\n\n:::: code-group\n```js\n:::\n```\n::::\n"),
        ("mkdocs", "/// note\nA\n\n//// tip\nB\n////\n///\n\n::: package.module\n\n!!! note\n    A\n"),
        ("myst", "```{note}\nA\n```\n\n::::{grid}\n:::{card}\nA\n:::\n::::\n\n- ```{tip}\n  A\n  ```\n"),
        ("myst", "```python\nnever ends, and is code alone\n"),
        ("hugo", "{{< note >}}\nA\n\n{{% tip %}}\n"),
    ],
)
def test_what_ends_or_needs_no_end(dialect: str, text: str) -> None:
    assert found(text, dialect) == []


@pytest.mark.parametrize(
    ("start", "end"),
    [("mdpo-disable", "mdpo-enable"), ("translate:off", "translate:on"), ("i18n:skip-start", "skip-end")],
)
def test_the_finding_names_the_comment_as_its_author_wrote_it(start: str, end: str) -> None:
    ((line, message),) = found(f"One\n\n<!-- {start} -->\n\nTwo\n", "gfm")
    assert line == 3
    assert start in message
    assert end in message
