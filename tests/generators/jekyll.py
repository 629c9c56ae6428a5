"""How is Debian's Jekyll run, without and with polyglot?"""

from __future__ import annotations

from dataclasses import replace

from tests.generators.generator import Command, Generator, split


def _pages(path: str, target: str) -> str:
    """Addresses of pages: Jekyll has no links between files."""
    del path
    address, fragment = split(target)
    return (f"{address.removesuffix('.md')}.html" if address.endswith(".md") else address) + fragment


JEKYLL = Generator(
    "jekyll", "jekyll", ("jekyll", "stringex"), "", "_site",
    lambda _locales: [Command(("jekyll", "build"))],
    files=True, address="https://example.org/notes/", link=_pages, draft="layout: default\npublished: false",
    front=lambda title: f"---\nlayout: default\ntitle: {title}\n---\n\n",
    adapted=lambda text: text.replace("---\n", "---\nlayout: default\n", 1),
    more_links=(
        "[x](/notes/odd.html)", '<a href="/notes/odd.html">x</a>', "[x]({{ site.baseurl }}/odd.html)",
        '[x]({{ "/odd.html" | relative_url }})', "[x]({{ site.url }}{{site.baseurl}}/odd.html#deeper)",
        "[x]({{'/odd.html'|absolute_url}})", "[x]({% link odd.md %})", '<a href="{%- link odd.md -%}#deeper">x</a>',
        "[x]\n\n[x]: {% link odd.md %}",
    ),
)  # fmt: skip
POLYGLOT = replace(
    JEKYLL,
    name="jekyll-polyglot",
    needs=("jekyll", "polyglot"),
    address="https://example.org/",
    names_all=True,
    more_links=(
        "[x](/odd.html)",
        '<a href="/odd.html">x</a>',
        "[x]({{ site.baseurl }}/odd.html)",
        '[x]({{ "/odd.html" | relative_url }})',
        "[x]({% link odd.md %})",
        '<a href="{%- link odd.md -%}#deeper">x</a>',
    ),
    minimal=("jekyll", "jekyll-polyglot"),
)
