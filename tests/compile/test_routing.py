"""Links of a page in the place where it lies: what must change in each layout, and what must not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from i18n.compile import relinking
from i18n.compile.neighbours import neighbours
from i18n.compile.routing import Router
from i18n.extract.article import Rules
from i18n.extract.source import read_source
from i18n.markdown.links import Form
from i18n.model import Article
from i18n.project import Build, Project
from i18n.project.tables import DialectName, Layout, Source
from i18n.sites.layouts import Wanted, placement

ARTICLES = (
    "index.md",
    "a.md",
    "b.md",
    "guide/index.md",
    "guide/c.md",
    "guide/deep page.md",
    "_posts/2024-01-02-p.md",
    "_posts/sub/2024-01-02-q.markdown",
    "left.md",
    "guide/left.md",
)
LEFT = frozenset({"left.md", "guide/left.md"})
DIALECTS: dict[Layout, DialectName] = {
    "hugo": "hugo", "hugo-folder": "hugo", "zola": "zola", "mkdocs": "mkdocs", "starlight": "starlight",
    "docusaurus": "docusaurus", "vitepress": "vitepress", "jekyll": "jekyll", "mdbook": "mdbook", "myst": "myst",
}  # fmt: skip
CONFIGURED = {
    "docs/_config.yml": b"languages: [en, pt-BR]",
    "mkdocs.yml": b"plugins: [{i18n: {languages: [{locale: en, default: true}]}}]",
}
THERE = frozenset({"README.md", "assets/x.png", "assets", "docs/in.png", "docs/.hidden.png", "docs/drafts/old.png"})


BELOW_A_PATH = {
    "hugo.toml": b"baseURL = 'https://example.org/notes/'",
    "docs/_config.yml": b"baseurl: /notes",
    "mkdocs.yml": b"site_url: https://example.org/notes",
    "docusaurus.config.js": b"export default {baseUrl: '/notes/', i18n: {locales: ['en', 'pt-BR'],"
    b"localeConfigs: {'pt-BR': {path: 'pt'}}}}",
    "astro.config.mjs": b"export default defineConfig({base: 'notes'})",
    "docs/.vitepress/config.mjs": b"export default {base: '/notes/'}",
    "config.toml": b"base_url = 'https://example.org/notes'",
    "book.toml": b"[output.html]\nsite-url = '/notes/'",
    "eleventy.config.js": b"export default function (c) {}; export const config = {pathPrefix: '/notes/'}",
    "zensical.toml": b"[project]\nsite_url = 'https://example.org/notes/'",
}
"""What a site says whose address has a path, by its generator."""


def relinked(
    layout: Layout,
    path: str,
    text: str,
    source: str = "docs",
    build: str = "docs",
    configured: Mapping[str, bytes] = CONFIGURED,
) -> str:
    """The page of an article in Brazilian Portuguese; its own files are not copied."""
    project = Project(
        "/p",
        "i18n.toml",
        ("pt-BR",),
        {"pt-BR": "pt_BR"},
        source=Source((source,), exclude=("drafts/**",)),
        build=Build(build, layout),
        placement=placement(
            Wanted(layout, ("pt-BR",), "en", (source,), source.strip("."), build.strip("."), configured.get)
        ),
    )
    found = neighbours(project, ARTICLES)
    found = replace(found, left_out={"pt-BR": LEFT})
    files = {("pt-BR", "in.png"): project.built(project.placement.file("in.png", "pt-BR"), "pt-BR")}
    router = Router(project, found, path, THERE.__contains__, files)
    read = read_source(Article(path, path, path, text.encode()), Rules(DIALECTS.get(layout, "gfm")))
    relinker = relinking.Relinker(read, "en")
    return relinker.relinked(text.encode(), lambda written, form: router.lead(written, form, "pt-BR")).decode()


@pytest.mark.parametrize(
    ("layout", "path", "before", "after"),
    [
        # The page is there: the link stays, or names the language where the generator does not add it.
        ("starlight", "a.md", "[x](/guide/c/)", "[x](/pt-br/guide/c/)"),
        ("starlight", "a.md", "[x](/guide/c)", "[x](/pt-br/guide/c)"),
        ("starlight", "a.md", "[x](/guide/c/?q=1&amp;r#top)", "[x](/pt-br/guide/c/?q=1&amp;r#top)"),
        ("starlight", "a.md", '[x](/guide/ "Guide")', '[x](/pt-br/guide/ "Guide")'),
        ("starlight", "a.md", "[x](/)", "[x](/pt-br/)"),
        ("starlight", "a.md", "[x](</guide/deep page/>)", "[x](</pt-br/guide/deep page/>)"),
        ("starlight", "a.md", "[x](/guide/deep%20page/)", "[x](/pt-br/guide/deep%20page/)"),
        ("starlight", "a.md", "[x][r]\n\n[r]: /b/ 'B'", "[x][r]\n\n[r]: /pt-br/b/ 'B'"),
        ("starlight", "a.md", "> [x][r]\n>\n> [r]:\n> /b/", "> [x][r]\n>\n> [r]:\n> /pt-br/b/"),
        ("starlight", "a.md", 'An <a href="/b/?a=1#c">x</a>', 'An <a href="/pt-br/b/?a=1#c">x</a>'),
        (
            "starlight", "a.md",
            "<div>\n<a class=y href='/b/'>x</a>\n</div>",
            "<div>\n<a class=y href='/pt-br/b/'>x</a>\n</div>",
        ),
        ("starlight", "a.md", "[![y](/i.png)](/b/)", "[![y](/i.png)](/pt-br/b/)"),
        ("starlight", "a.md", "[x](/left/)", "[x](/pt-br/left/)"),
        (
            "starlight", "a.md",
            '---\nhero:\n  actions:\n    - link: /b/\n---\nx',
            '---\nhero:\n  actions:\n    - link: /pt-br/b/\n---\nx',
        ),
        (
            "starlight", "a.mdx",
            '<Card href="/b/" n={1}>\n\nx\n\n</Card>',
            '<Card href="/pt-br/b/" n={1}>\n\nx\n\n</Card>',
        ),
        ("hugo", "a.md", "[x](/guide/c/#d)", "[x](/pt-br/guide/c/#d)"),
        ("mkdocs", "a.md", "[x](/guide/c/)", "[x](/pt-BR/guide/c/)"),
        ("mkdocs", "a.md", "[x](/left/)", "[x](/pt-BR/left/)"),
        ("vitepress", "a.md", "[x](/guide/c.html)", "[x](/pt-BR/guide/c.html)"),
        ("vitepress", "a.md", "[x](/en/guide/c)", "[x](/pt-BR/guide/c)"),
        ("vitepress", "a.md", "[x](/guide/c.md#d)", "[x](/pt-BR/guide/c.md#d)"),
        ("mdbook", "a.md", "[x](/guide/c.html)", "[x](/pt-BR/guide/c.html)"),
        ("zola", "a.md", "[x](@/guide/c.md#d)", "[x](@/guide/c.pt-BR.md#d)"),
        ("zola", "a.md", "{{ card(to='@/b.md') }}", "{{ card(to='@/b.pt-BR.md') }}"),
        # Files and folders that do not come along are found from where the page lies.
        ("starlight", "a.md", "![x](../assets/x.png)", "![x](../../assets/x.png)"),
        ("starlight", "a.md", "<img src='../assets/x.png'>", "<img src='../../assets/x.png'>"),
        (
            "starlight", "a.md",
            "<img srcset='../assets/x.png 2x, /y.png'>",
            "<img srcset='../../assets/x.png 2x, /y.png'>",
        ),
        (
            "starlight", "a.md",
            "---\nhero:\n  image:\n    file: '../assets/x.png'\n---\nx",
            "---\nhero:\n  image:\n    file: '../../assets/x.png'\n---\nx",
        ),
        (
            "starlight", "a.mdx",
            "import x from '../assets/x.png';\n\nOne.",
            "import x from '../../assets/x.png';\n\nOne.",
        ),
        ("starlight", "a.md", "[x](../assets/)", "[x](../../assets/)"),
        ("starlight", "guide/c.md", "[x](../../README.md#a)", "[x](../../../README.md#a)"),
        ("mkdocs", "guide/c.md", "<img src='../../in.png'>", "<img src='../../../in.png'>"),
        ("mkdocs-folder", "guide/c.md", "<img src='../../in.png'>", "<img src='../../../in.png'>"),
        # There is no page: readers come to the source's.
        ("vitepress", "guide/c.md", "[x](left.md#y)", "[x](../../guide/left.md#y)"),
        ("vitepress", "guide/c.md", "[x](./../left.md)", "[x](../../left.md)"),
        ("hugo", "guide/c.md", "[x](left.md#y)", "[x](../../../guide/left/#y)"),
        ("hugo", "guide/c.md", "[x](../left/)", "[x](../../../guide/left/)"),
        ("hugo", "a.md", '[x]({{< relref "left.md" >}})', '[x]({{< relref path="left.md" lang="en" >}})'),
        ("hugo", "a.md", '[x]({{% ref left.md %}})', '[x]({{% ref path="left.md" lang="en" %}})'),
        ("hugo", "a.md", '[x]({{< ref path="/left" >}})', '[x]({{< ref path="/left" lang="en" >}})'),
        ("jekyll", "a.md", "[x](left.md)", "[x](../left.md)"),
        ("vitepress", "a.md", "<script setup>\nimport X from './.hidden.png'\n</script>\n\nOne.",
         "<script setup>\nimport X from '../.hidden.png'\n</script>\n\nOne."),
        ("docusaurus", "a.mdx", "import x from './drafts/old.png';\n\nOne.",
         "import x from '../../../../drafts/old.png';\n\nOne."),
        ("vitepress", "guide/c.md", "<<< ../../assets/x.png{2}", "<<< ../../../assets/x.png{2}"),
        ("vitepress", "guide/c.md", "[x](left.html#y)", "[x](../../guide/left.html#y)"),
        ("vitepress", "guide/c.md", "[x](../left)", "[x](../../left)"),
        ("zensical", "guide/c.md", "[x](left.md)", "[x](../../../guide/left/)"),
        ("eleventy", "guide/c.md", "[x](../../left/?q#y)", "[x](../../../left/?q#y)"),
        ("mdbook", "SUMMARY.md", "- [x](left.md)\n- [y](b.md)", "- [x]()\n- [y](b.md)"),
        ("mdbook", "guide/c.md", "[x](left.md#y)", "[x](../../guide/left.md#y)"),
    ],
)  # fmt: skip
def test_a_link_is_right_from_where_the_page_lies(layout: Layout, path: str, before: str, after: str) -> None:
    assert relinked(layout, path, before) == after
    assert relinked(layout, path, f"{before}\n\nWords.\n") == f"{after}\n\nWords.\n"


@pytest.mark.parametrize(
    ("layout", "before", "after"),
    [
        *(
            (layout, "[x](/notes/guide/c/?q#y)", f"[x](/notes/{language}/guide/c/?q#y)")
            for layout, language in (
                ("hugo", "pt-br"), ("hugo-folder", "pt-br"), ("jekyll", "pt-BR"), ("mkdocs", "pt-BR"),
                ("mkdocs-folder", "pt-BR"), ("zensical", "pt-BR"), ("docusaurus", "pt-BR"), ("starlight", "pt-br"),
                ("zola", "pt-BR"), ("mdbook", "pt-BR"), ("eleventy", "pt-BR"),
            )
        ),
        *((layout, "[x](/notes/)", "[x](/notes/pt-BR/)") for layout in ("jekyll", "docusaurus", "mkdocs")),
        *((layout, "[x](/notes)", "[x](/notes/pt-BR/)") for layout in ("jekyll", "docusaurus", "mkdocs")),
        *((layout, "[x](/notes/en/b/)", "[x](/notes/pt-BR/b/)") for layout in ("jekyll", "mkdocs", "eleventy")),
        ("vitepress", '<a href="/notes/b.html">x</a>', '<a href="/notes/pt-BR/b.html">x</a>'),
        ("mdbook", "[x](/notes/b.md)", "[x](/notes/pt-BR/b.md)"),
        # Docusaurus takes whatever begins with the path, files of the site too.
        ("docusaurus", '<img src="/notes/x.png">', '<img src="/notes/pt-BR/x.png">'),
        # Without the path a generator may add it: an address of the site is the same as it would be without.
        ("vitepress", "[x](/b)", "[x](/pt-BR/b)"),
        ("eleventy", "[x](/b/)", "[x](/pt-BR/b/)"),
        # Hugo finds the page of the language, and writes what it does not find as it is.
        ("hugo", "[x](/left/)", "[x](/notes/left/)"),
        ("hugo", "<div>\n<a href='/b/'>x</a>\n</div>", "<div>\n<a href='/pt-br/b/'>x</a>\n</div>"),
    ],
)  # fmt: skip
def test_the_language_stands_behind_the_path_of_the_address(layout: Layout, before: str, after: str) -> None:
    assert relinked(layout, "a.md", before, configured=BELOW_A_PATH) == after


@pytest.mark.parametrize(
    ("layout", "text"),
    [
        *((layout, "[x](/notes/left/)") for layout in ("hugo", "jekyll", "mkdocs", "vitepress", "eleventy")),
        *((layout, "[x](/notes/nothing/)") for layout in ("hugo", "jekyll", "mkdocs", "vitepress", "eleventy")),
        *((layout, "[x](/notesandmore/b/)") for layout in ("hugo", "jekyll", "docusaurus")),
        ("hugo", "[x](/b/)"),
        ("hugo-folder", "[x](/guide/c/#y)"),
        ("docusaurus", "[x](/b)"),
        ("docusaurus", "[x](/notes/pt-BR/b)"),
        ("docusaurus", "[x](pathname:///notes/b)"),
    ],
)
def test_links_below_a_path_that_stay(layout: Layout, text: str) -> None:
    assert relinked(layout, "a.md", text, configured=BELOW_A_PATH) == text


INCLUDES = [
    ("{{#include ../b.rs:3:7}}", "{{#include ../../b.rs:3:7}}"),
    (
        "```rust\n{{#rustdoc_include ../../out/b.rs:main}}\n```",
        "```rust\n{{#rustdoc_include ../../../out/b.rs:main}}\n```",
    ),
    ("\\{{#include ../b.rs}}", "\\{{#include ../b.rs}}"),
    ("{{#include guide/c.rs}}", "{{#include guide/c.rs}}"),
    ("[x](../b.rs)", "[x](../b.rs)"),
]


@pytest.mark.parametrize(("before", "after"), INCLUDES)
def test_a_book_includes_files_outside_its_source_from_where_its_pages_are(before: str, after: str) -> None:
    assert relinked("mdbook", "a.md", before, build="dist") == after


def test_a_book_in_a_folder_of_the_project_includes_files_from_there_too() -> None:
    text = "{{{{#include {}b.rs}}}}"
    made = [relinked("mdbook", "a.md", text.format(way), source="book/docs", build="dist") for way in ("../", "../../")]
    assert made == [text.format(way) for way in ("../../book/", "../../")]


def test_a_project_of_myst_includes_files_outside_it_from_where_its_pages_are() -> None:
    text = "```{{literalinclude}} {}b.py\n```"
    assert relinked("myst", "guide/c.md", text.format("../../"), build="dist") == text.format("../../../")


LINKS = [
    "[x](b.md)", "[x](./b.md#y)", "[x](guide/c.md 'T')", "[x](<guide/deep page.md>)", "[x](guide/deep%20page.md)",
    "![x](in.png)",
    "[x](https://example.org/b/)", "[x](//example.org/b/)", "[x](mailto:b@example.org)", "[x](#b)", "[x](?b)", "[x]()",
    "[x](/nothing/)", "[x](/b.png)", "[x](/pt-br/b/)", "![x](data:image/png;base64,AAAA)", "[x](.hidden.png)",
    "[x](drafts/old.png)", "[x](../nothing.png)", "[x](guide/)", "[x](tel:1)", "[x](javascript:b)", "[x]({{ b }}/b/)",
    "`[x](/b/)`", "```\n[x](/b/)\n```", "    [x](/b/)", "\\[x](/b/)", "<!-- [x](/b/) -->", "/b/ and b.md",
    "<i title='/b/'>x</i>",
    "<pre><code>[x](/b/)</code></pre>", "---\nslug: /b/\naliases: [/b/, /a/]\nurl: /b/\n---\nx",
    "---\ntitle: /b\n---\nx",
    "[x]: y\n\n[/b/]", "<https://example.org/b/>", "[x](\\#b)", "[x](C:\\b.md)",
]  # fmt: skip
LIQUID = [
    ("{% link b.md %}", "{% link pt-BR/b.md %}"),
    ("[x]({%- link /guide/deep page.md -%}#y)", "[x]({%- link pt-BR/guide/deep page.md -%}#y)"),
    ("{% link _posts/2024-01-02-p.md %}", "{% link _posts/pt-BR/2024-01-02-p.md %}"),
    ("[x]({% post_url 2024-01-02-p %})", "[x]({% post_url pt-BR/2024-01-02-p %})"),
    ("[x]({%post_url sub/2024-01-02-q%})", "[x]({%post_url pt-BR/sub/2024-01-02-q%})"),
    ("[x]\n\n[x]: {% link b.md %}", "[x]\n\n[x]: {% link pt-BR/b.md %}"),
    ("<a href='{% link b.md %}'>x</a>", "<a href='{% link pt-BR/b.md %}'>x</a>"),
]
"""Tags of Jekyll, which look for files."""
FILTERED = [
    ("[x]({{ site.baseurl }}/b.html#y)", "[x]({{ site.baseurl }}/pt-BR/b.html#y)"),
    ("[x]({{site.url}}{{ site.baseurl }}/b)", "[x]({{site.url}}{{ site.baseurl }}/pt-BR/b)"),
    ("[x]({{ '/b/' | relative_url }})", "[x]({{ '/pt-BR/b/' | relative_url }})"),
    ('<a href="{{ "/b/#y"|absolute_url }}">x</a>', '<a href="{{ "/pt-BR/b/#y"|absolute_url }}">x</a>'),
    ('[x]({{ "/b/" | prepend: site.baseurl }})', '[x]({{ "/pt-BR/b/" | prepend: site.baseurl }})'),
]
"""Addresses that Liquid completes."""
STAY = [
    "{% link left.md %}", "{% link nothing.md %}", "{% link {{ b }} %}", "[x]({% post_url b %})",
    "[x]({% post_url 2024-01-02-none %})", "{% include b.md %}", "{{ site.baseurl }}", "{{ site.baseurl }}/nothing/",
    "{{ '/b/' | upcase }}", "{{ site.baseurl }}/left.html", "{% raw %}{% link b.md %}{% endraw %}",
    "{% highlight liquid %}\n{% link b.md %}\n{% endhighlight %}",
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), [*LIQUID, *FILTERED, *((each, each) for each in STAY)])
@pytest.mark.parametrize("site", [{"_config.yml": b"a: b"}, {"docs/_config.yml": b"a: b"}, BELOW_A_PATH])
def test_tags_of_jekyll_without_polyglot(site: Mapping[str, bytes], before: str, after: str) -> None:
    source = "." if "_config.yml" in site else "docs"
    assert relinked("jekyll", "a.md", f"{before}\n", source, source, site) == f"{after}\n"


@pytest.mark.parametrize(
    ("before", "after"), [*LIQUID, *((each, each) for each, _ in FILTERED), *((each, each) for each in STAY)]
)
def test_polyglot_replaces_the_file_of_a_translated_page_but_finds_its_address(before: str, after: str) -> None:
    assert relinked("jekyll", "a.md", f"{before}\n") == f"{after}\n"


SAME: list[tuple[Layout, str]] = [
    *((layout, link) for layout in ("starlight", "docusaurus", "mkdocs", "hugo", "vitepress") for link in LINKS),
    *(("docusaurus", link) for link in ("[x](/b/)", "[x](left.md)", "[x](/left)", "[x](@site/b.md)")),
    *(("jekyll", link) for link in ("[x](/b/)", "[x](/left/)", "{% link left.md %}", "[x]({% post_url b %})")),
    *(("mkdocs", link) for link in ("[x](left.md)", "[x](/b.md)", "[x](../assets/x.png)")),
    *(("hugo", link) for link in ('[x]({{< ref "b.md" >}})', "[x](/left/)", "[x](../b/)")),
    *(("hugo", link) for link in ('{{< highlight html >}}<a href="/b/">{{< /highlight >}}', "[x](b.md)")),
    *(("hugo", link) for link in ('[x]({{< ref path="left.md" lang="es" >}})', '`{{</* ref "left.md" */>}}`')),
    *(("mkdocs", link) for link in ("<img src='in.png'>", "![x](../in.png)", "<img src='../drafts/old.png'>")),
    *(("myst", link) for link in ("[x](left.md)", "[x](/left)", "[x](b.md)")),
    *(("zola", link) for link in ("[x](@/left.md)", "[x](@/nothing.md)")),
    *(("vitepress", link) for link in ("[x](/left)", "[x](/left.html)")),
]  # fmt: skip


@pytest.mark.parametrize(("layout", "text"), SAME)
def test_what_is_right_already_and_what_is_no_link_to_an_article_stays(layout: Layout, text: str) -> None:
    assert relinked(layout, "a.md", text) == text


@pytest.mark.parametrize("link", [*LINKS, "[x](/b/)", "[x](../assets/x.png)", "[x](@/b.md)", '[x]({{< ref "left" >}})'])
def test_in_folders_by_themselves_links_stay_but_to_what_is_left_out(link: str) -> None:
    assert relinked("plain", "a.md", link, build="dist") == link


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("a.md", "[x](left.md#y)", "[x](../../docs/left.md#y)"),
        ("guide/c.md", "[x](<../left.md> 'T')", "[x](<../../../docs/left.md> 'T')"),
        ("guide/c.md", "[x][l]\n\n[l]: ./left.md", "[x][l]\n\n[l]: ../../../docs/guide/left.md"),
    ],
)
def test_what_has_no_page_leads_to_the_article_itself(path: str, before: str, after: str) -> None:
    assert relinked("plain", path, before, build="dist") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[x](README.md)", "[x](../README.md)"),
        ("[x](b.md)", "[x](b.md)"),
        ("[x](left.md)", "[x](../left.md)"),
        ("[x](assets/x.png)", "[x](../assets/x.png)"),
        ("[x](assets)", "[x](../assets)"),
        ("[Português](pt-BR/index.md)", "[Português](index.md)"),
    ],
)
def test_in_the_root_of_a_repository_pages_lead_to_what_lies_there(before: str, after: str) -> None:
    assert relinked("plain", "index.md", before, source=".", build=".") == after


@pytest.mark.parametrize(
    ("address", "form", "text", "rest"),
    [
        ("a/b.md?c#d", Form.MARKDOWN, "a/b.md", "?c#d"),
        ("a\\_b&#47;c.md\\#d", Form.MARKDOWN, "a_b/c.md", "\\#d"),
        ("a&#x2F;b&amp;c.md", Form.HTML, "a/b&c.md", ""),
        ("a%20b%2Fc.md", Form.MARKDOWN, "a b/c.md", ""),
        ("a&amp;b", Form.PLAIN, "a&amp;b", ""),
    ],
)
def test_the_path_of_an_address_is_read_as_it_is_written(address: str, form: Form, text: str, rest: str) -> None:
    path = relinking.path_of(address, form)
    assert path is not None
    assert (path.text, path.rest) == (text, rest)
