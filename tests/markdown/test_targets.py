"""Every address in a text is found by its span, whatever writes it; prose and code are none."""

from __future__ import annotations

import pytest

from i18n.markdown.dialects import named
from i18n.markdown.document import read
from i18n.markdown.targets import targets

AT = "safe/orla.md"


def found(text: str, dialect: str) -> set[str]:
    document = read(text.encode(), named(dialect))
    return {span.of(document.data).decode() for span in targets(document, named(dialect))}


@pytest.mark.parametrize(
    ("dialect", "text"),
    [
        ("gfm", f"[a]({AT})"),
        ("gfm", f"[a]( <{AT}> 't')"),
        ("gfm", f"![a *b*\nc]({AT}\n'(t)')"),
        ("gfm", f"[![x](y)]({AT})"),
        ("gfm", f"[![x]({AT})](y)"),
        ("gfm", f"> - [a]({AT})"),
        ("gfm", f"| a |\n|---|\n| [b]({AT}) |"),
        ("gfm", f"[a]\n\n[a]: {AT} 't'"),
        ("gfm", f"[a]\n\n[a]:\n   <{AT}>"),
        ("gfm", f"[a][b]\n\n> [b]:\n> {AT}"),
        ("gfm", f"<a href={AT}>b</a>"),
        ("gfm", f'<div>\n<img alt="x" SRC="{AT}">\n</div>'),
        ("gfm", f"- <a href='{AT}'\n  b>"),
        ("gfm", f"<video poster='{AT}'></video>"),
        ("gfm", f"<p style='background: url({AT})'>"),
        ("gfm", f"<img srcset='x 1x, {AT} 2x'>"),
        ("gfm", f"[[{AT}]]"),
        ("gfm", f"<div>\n[a]({AT})\n</div>"),
        ("jekyll", f'<div markdown="1">\n[a]({AT})\n</div>'),
        ("mkdocs", f'<div markdown="1">\n\n[a]({AT})\n\n</div>'),
        ("docusaurus", f"<X>[a]({AT})</X>"),
        ("hugo", f'{{{{< ref "{AT}" >}}}}'),
        ("hugo", f"{{{{% relref {AT} %}}}}"),
        ("hugo", f'{{{{< figure src="{AT}" >}}}}'),
        ("hugo", f'[a]({{{{< ref "{AT}" >}}}})'),
        ("hugo", f"{{{{< include `{AT}` >}}}}"),
        ("hugo", f'{{{{< x a="{AT}" />}}}}'),
        ("jekyll", f"{{% link {AT} %}}"),
        ("jekyll", f"[a]({{% post_url {AT} %}})"),
        ("jekyll", f"{{% include_relative {AT} %}}"),
        ("jekyll", f"{{{{ '{AT}' | relative_url }}}}"),
        ("mkdocs", f"--8<-- '{AT}'"),
        ("mkdocs", f"!!! note\n\n    [a]({AT})"),
        ("myst", f"{{doc}}`{AT}`"),
        ("myst", f"{{doc}}`a <{AT}>`"),
        ("myst", f"{{download}}`{AT}`"),
        ("myst", f"```{{include}} {AT}\n```"),
        ("myst", f"```{{figure}} {AT}\n:alt: x\n```"),
        ("myst", f":::{{image}} {AT}\n:::"),
        ("myst", f"```{{toctree}}\n:maxdepth: 2\n\na title <x>\n{AT}\n```"),
        ("myst", f"[]({AT})"),
        ("mdbook", f"{{{{#include {AT}}}}}"),
        ("mdbook", f"```rust\n{{{{#rustdoc_include {AT}:1:2}}}}\n```"),
        ("mdbook", f"- [a]({AT})"),
        ("docusaurus", f'<Link to="{AT}">a</Link>'),
        ("docusaurus", f"import x from '{AT}';\n\na"),
        ("docusaurus", f"<X src={{require('{AT}')}} />"),
        ("starlight", f':::note[a]\n<LinkCard href="{AT}" />\n:::'),
        ("vitepress", f"<!--@include: {AT}-->"),
        ("vitepress", f"<<< {AT}#region{{2 js}}[a]"),
        ("zola", f"[a](@/{AT})"),
        ("zola", f'{{{{ x(path="{AT}") }}}}'),
    ],
)
def test_an_address_is_found(dialect: str, text: str) -> None:
    assert {one.removeprefix("@/") for one in found(text, dialect)} >= {AT}
    assert {one.removeprefix("@/") for one in found(f"Words.\r\n\r\n{text}\n\nÄ more.\n", dialect)} >= {AT}


@pytest.mark.parametrize(
    "dialect", ["gfm", "hugo", "jekyll", "mkdocs", "myst", "mdbook", "docusaurus", "starlight", "zola"]
)
@pytest.mark.parametrize(
    "text", [f"See {AT} here.", f"`{AT}` and ``[a]({AT})``", f"```\n[a]({AT})\n```", f"$x {AT}$", f"\\[a]({AT}"]
)
def test_prose_and_code_are_none(dialect: str, text: str) -> None:
    assert AT not in found(f"Words.\n\n{text}\n", dialect)
