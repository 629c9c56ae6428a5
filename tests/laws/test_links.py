"""Links of built pages lead where they should, whatever is written, published or left out; the rest stays."""

from __future__ import annotations

import posixpath

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from i18n.compile.neighbours import Neighbours, neighbours
from i18n.compile.relinking import Relinker, path_of
from i18n.compile.routing import Router
from i18n.extract.article import Rules
from i18n.extract.source import read_source
from i18n.markdown.links import Form, candidates, links, of_front_matter
from i18n.model import Article
from i18n.project import Build, Project
from i18n.project.tables import Layout, Source
from i18n.sites.layouts import Wanted, placement
from tests.laws.markdown import articles

LAYOUTS: tuple[Layout, ...] = ("plain", "vitepress", "jekyll", "starlight", "mkdocs-folder", "eleventy")
"""Those in which links to files are found by their names."""
_NAMES = st.sampled_from(["a", "b", "c d", "ü", "guide", "index"])
_PATHS = st.builds(
    lambda folders, stem: "/".join((*folders, f"{stem}.md")), st.lists(_NAMES, max_size=2), _NAMES
)  # fmt: skip


def project_of(layout: Layout) -> Project:
    """A project with its articles in `docs`."""
    out = "dist" if layout == "plain" else "docs"
    placed = placement(Wanted(layout, ("de",), "en", ("docs",), "docs", out, lambda _: None))
    source, build = Source(("docs",)), Build(out, layout)
    return Project("/p", "i18n.toml", ("de",), {"de": "de"}, source=source, build=build, placement=placed)


@st.composite
def sites(draw: st.DrawFn) -> tuple[Router, str, str]:
    """A router of an article in a site, another article, and how the one names the other."""
    paths = draw(st.lists(_PATHS, min_size=2, max_size=6, unique_by=str.casefold))
    left = draw(st.sets(st.sampled_from(paths)))
    project = project_of(draw(st.sampled_from(LAYOUTS)))
    known = neighbours(project, paths)
    known = Neighbours(known.articles, known.addresses, {"de": frozenset(left)})
    one, other = draw(st.sampled_from(paths)), draw(st.sampled_from(paths))
    written = posixpath.relpath(other, posixpath.dirname(one) or ".")
    written = draw(st.sampled_from(["", "./"])) + written if not written.startswith("..") else written
    return Router(project, known, one, lambda _: False), other, written


def page_of(router: Router, data: bytes) -> bytes:
    """The page of an article that nobody translated."""
    source = read_source(Article(router.path, router.path, router.path, data), Rules("gfm"))
    return Relinker(source, "en").relinked(data, lambda written, form: router.lead(written, form, "de"))


@given(site=sites(), rest=st.sampled_from(["", "#x", "?a=1", "?a#x"]), angled=st.booleans())
def test_a_link_to_an_article_leads_to_its_page_or_to_the_article(
    site: tuple[Router, str, str], rest: str, *, angled: bool
) -> None:
    router, other, written = site
    address = f"<{written}{rest}>" if angled else f"{written}{rest}".replace(" ", "%20")
    page = page_of(router, f"Words [x]({address}) more.\n".encode()).decode()
    path = path_of(page.partition("](")[2].partition(") more")[0].strip("<>"), Form.MARKDOWN)
    assert path is not None
    assert path.rest == rest
    project = router.project
    there = project.original(other) if router.neighbours.left(other, "de") else project.output(other, "de")
    lands = posixpath.normpath(posixpath.join(posixpath.dirname(project.output(router.path, "de")), path.text))
    served = project.placement.serves_source and project.build.layout != "jekyll"
    assert lands == (project.output(other, "de") if served else there)
    if not router.neighbours.left(other, "de"):
        assert page == f"Words [x]({address}) more.\n"


@given(site=sites(), data=articles())
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_what_is_no_link_to_an_article_stays_and_twice_is_once(site: tuple[Router, str, str], data: bytes) -> None:
    router = Router(site[0].project, Neighbours(frozenset(), {}), "other.md", lambda _: False)
    assert page_of(router, data) == data
    once = page_of(site[0], b"[a](/guide/) " + data)
    assert page_of(site[0], once) == once


@given(data=articles(), dialect=st.sampled_from(["gfm", "hugo", "docusaurus", "mkdocs", "myst", "vitepress", "zola"]))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_the_quick_look_misses_no_link(data: bytes, dialect: str) -> None:
    parts = read_source(Article("a.md", "a", "a.md", data), Rules(dialect)).parts
    quick = {(raw.strip(), form) for raw, form in candidates(parts.data)}
    quick |= {(span.of(parts.data), form) for span, form in of_front_matter(parts)}
    exact = {(span.of(parts.data), form) for span, form in links(parts)}
    assert {each for each in exact if each[0].strip() and path_of(each[0].decode(), each[1])} <= quick
