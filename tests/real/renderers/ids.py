"""Which ids do the real generators give headings? `python -m tests.real.renderers.ids` writes what they say down."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import html5lib

from i18n.sites.ids import Ids
from tests.real.renderers import rendering
from tests.real.renderers.install import FOLDER, hugo
from tests.sites.ids.headings import OWN, PAGES, Page, article, record

_KRAMDOWN = """\
require "json"
require "kramdown"
puts JSON.generate(JSON.parse($stdin.read).map { |text| Kramdown::Document.new(text).to_html })
"""


class Real(NamedTuple):
    """A generator that makes ids by one of our rules."""

    dialect: str
    ids: Ids
    about: str
    render: Callable[[Sequence[str]], Sequence[str]] | None = None
    """HTML of articles; None: it was asked elsewhere, and what it said is written down."""
    needs: Callable[[], bool] = lambda: True
    pages: tuple[Page, ...] = (*PAGES, *OWN)


def ids_of(real: Real) -> dict[Page, list[str]]:
    """The ids that a generator gives the headings of each page; empty for a heading without one."""
    assert real.render is not None
    html = real.render([article(page) for page in real.pages])
    return {page: _ids(each)[: len(page)] for page, each in zip(real.pages, html, strict=True)}


def _ids(html: str) -> list[str]:
    return [each.get("id") or "" for each in html5lib.parse(html, namespaceHTMLElements=False).iter("h2")]


def _hugo(program: Callable[[], str | Path], more: str = "") -> Callable[[Sequence[str]], Sequence[str]]:
    def render(articles: Sequence[str]) -> Sequence[str]:
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder)
            rendering.hugo_site(
                site, [("title: x", text) for text in articles], rendering.HUGO + more, "{{ .Content }}"
            )
            subprocess.run((program(), "--source", site, "--quiet"), check=True, timeout=600)
            made = (site / "public" / f"p{number}" / "index.html" for number in range(len(articles)))
            return [page.read_text(encoding="utf-8") for page in made]

    return render


def _by(dialect: str) -> Callable[[Sequence[str]], Sequence[str]]:
    def render(articles: Sequence[str]) -> Sequence[str]:
        with tempfile.TemporaryDirectory() as folder:
            found = rendering.render(dialect, [("", text) for text in articles], Path(folder))
        return [str(views[0]) for views in found]

    return render


def _kramdown(articles: Sequence[str]) -> Sequence[str]:
    asked = json.dumps(articles)
    done = subprocess.run(("ruby", "-e", _KRAMDOWN), input=asked, capture_output=True, text=True, check=True)
    html: list[str] = json.loads(done.stdout)
    return html


def _python_markdown(slugify: Callable[[], object] | None = None) -> Callable[[Sequence[str]], Sequence[str]]:
    def render(articles: Sequence[str]) -> Sequence[str]:
        import markdown

        toc = {"slugify": slugify()} if slugify else {}
        extensions = ["abbr", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"]
        reader = markdown.Markdown(extensions=extensions, extension_configs={"toc": toc})
        return [reader.reset().convert(text) for text in articles]

    return render


def _unicode() -> object:
    from markdown.extensions.toc import slugify_unicode

    return slugify_unicode


def _pymdownx(**case: str) -> Callable[[], object]:
    def slugify() -> object:
        from pymdownx import slugs

        return slugs.slugify(**case)

    return slugify


def _has(*programs: str) -> Callable[[], bool]:
    return lambda: all(map(shutil.which, programs))


def _installed() -> bool:
    return (FOLDER / "installed").exists()


def _parser(kind: str) -> str:
    return f'[markup.goldmark.parser]\nautoHeadingIDType = "{kind}"\n'


_DEBIAN = "Hugo 0.111.3 (Debian)"
_CURRENT = "Hugo 0.168.0"
_OLD_HUGO = _has("hugo")
REAL: Mapping[str, Real] = {
    "hugo": Real("hugo", Ids(rule="hugo"), _CURRENT, _hugo(hugo), _installed),
    "hugo-ascii": Real(
        "hugo", Ids(rule="hugo-ascii"), f"{_CURRENT}, github-ascii", _hugo(hugo, _parser("github-ascii")), _installed
    ),
    "hugo-blackfriday": Real(
        "hugo",
        Ids(rule="hugo-blackfriday"),
        f"{_CURRENT}, blackfriday",
        _hugo(hugo, _parser("blackfriday")),
        _installed,
    ),
    "hugo-old": Real("hugo", Ids(rule="hugo-old"), _DEBIAN, _hugo(lambda: "hugo"), _OLD_HUGO),
    "hugo-old-ascii": Real(
        "hugo",
        Ids(rule="hugo-old-ascii"),
        f"{_DEBIAN}, github-ascii",
        _hugo(lambda: "hugo", _parser("github-ascii")),
        _OLD_HUGO,
    ),
    "hugo-old-blackfriday": Real(
        "hugo",
        Ids(rule="hugo-old-blackfriday"),
        f"{_DEBIAN}, blackfriday",
        _hugo(lambda: "hugo", _parser("blackfriday")),
        _OLD_HUGO,
    ),
    "kramdown": Real(
        "jekyll",
        Ids(rule="kramdown", form="kramdown"),
        "kramdown 2.4.0, GFM parser 1.1.0 (Jekyll 4.3)",
        _by("jekyll"),
        _has("ruby", "jekyll"),
    ),
    "kramdown-strict": Real(
        "jekyll", Ids(rule="kramdown-strict", form="kramdown"), "kramdown 2.4.0", _kramdown, _has("ruby", "jekyll")
    ),
    "python-markdown": Real("mkdocs", Ids(rule="python-markdown"), "Python-Markdown 3.11", _python_markdown()),
    "python-markdown-unicode": Real(
        "mkdocs",
        Ids(rule="python-markdown-unicode"),
        "Python-Markdown 3.11, slugify_unicode",
        _python_markdown(_unicode),
    ),
    "pymdownx": Real(
        "mkdocs", Ids(rule="pymdownx"), "Python-Markdown 3.11, pymdownx.slugs", _python_markdown(_pymdownx())
    ),
    "pymdownx-lower": Real(
        "mkdocs",
        Ids(rule="pymdownx-lower"),
        "Python-Markdown 3.11, pymdownx.slugs, case: lower",
        _python_markdown(_pymdownx(case="lower")),
    ),
    "pymdownx-lower-ascii": Real(
        "mkdocs",
        Ids(rule="pymdownx-lower-ascii"),
        "Python-Markdown 3.11, pymdownx.slugs, case: lower-ascii",
        _python_markdown(_pymdownx(case="lower-ascii")),
    ),
    "pymdownx-fold": Real(
        "mkdocs",
        Ids(rule="pymdownx-fold"),
        "Python-Markdown 3.11, pymdownx.slugs, case: fold",
        _python_markdown(_pymdownx(case="fold")),
    ),
    "mdbook": Real("mdbook", Ids(rule="mdbook"), "mdBook 0.5.4", _by("mdbook"), _installed),
    "vitepress": Real(
        "vitepress",
        Ids(rule="vitepress"),
        "VitePress 1.6.4",
        _by("vitepress"),
        _installed,
        (*PAGES, OWN[0], *OWN[4:5], *OWN[6:]),
    ),
    "docusaurus": Real("docusaurus", Ids(rule="docusaurus"), "@docusaurus/mdx-loader 3.10.2, MDX"),
    "docusaurus-commonmark": Real("docusaurus", Ids(rule="docusaurus"), "@docusaurus/mdx-loader 3.10.2, format: md"),
    "astro": Real("starlight", Ids(rule="astro"), "@astrojs/markdown-remark 6 (Astro 5)"),
    "astro-7": Real("starlight", Ids(rule="astro-7"), "@astrojs/markdown-satteri 0.4.2 (Astro 7)"),
}
"""By the name of the table."""


def main() -> int:
    """Ask every generator that is there, and write its table."""
    for name, real in REAL.items():
        if real.render is not None and real.needs():
            record(name, real.about, ids_of(real))
    return 0


if __name__ == "__main__":
    sys.exit(main())
