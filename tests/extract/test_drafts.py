"""What a site generator holds back is a draft; what it publishes is none."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone

import pytest

from i18n import sites
from i18n.extract.drafts import DraftRules, depends_on_day, may_be_draft
from tests.extract.reading import extraction

NOON = datetime(2026, 5, 10, 12, 0, tzinfo=UTC)


def is_draft(dialect: str, front: str, path: str = "a.md", now: datetime = NOON, *patterns: str) -> bool:
    site = sites.of_dialect(dialect)
    rules = DraftRules(site.dates, site.expiry, site.dated_names, patterns, now)
    return extraction(f"---\n{front}\n---\nBody.\n", dialect, path, drafts=rules).draft


def completed(dialect: str, written: Mapping[str, str], source: str = "") -> DraftRules:
    """The rules of a site of these files, by their paths from its root."""
    site = sites.of_dialect(dialect)
    data = {path: text.encode() for path, text in written.items()}
    folder = source or site.source
    below = [path.removeprefix(f"{folder}/") for path in data if path.startswith(f"{folder}/")]
    rules = DraftRules(site.dates, site.expiry, site.dated_names, now=NOON)
    return site.drafts(rules, sites.Files(data.get, folder, lambda: below))


def held(dialect: str, written: Mapping[str, str], source: str = "") -> set[str]:
    """Paths of the articles of such a site that are held back."""
    rules, folder = completed(dialect, written, source), source or sites.of_dialect(dialect).source
    texts = {path.removeprefix(f"{folder}/"): text for path, text in written.items() if path.startswith(f"{folder}/")}
    return {path for path, text in texts.items() if extraction(text, dialect, path, drafts=rules).draft}


@pytest.mark.parametrize("dialect", ["gfm", "jekyll", "hugo", "docusaurus", "mkdocs", "starlight", "zola", "vitepress"])
@pytest.mark.parametrize(
    ("front", "draft"),
    [
        ("draft: true", True), ("draft: yes", True), ("published: false", True), ("published: no", True),
        ("unlisted: true", True), ("draft: false", False), ("published: true", False), ("unlisted: false", False),
        ("title: draft", False), ("draft: maybe", False), ("seo:\n  draft: true", False),
    ],
)  # fmt: skip
def test_a_flag_of_any_generator_counts_in_every_dialect(dialect: str, front: str, draft: bool) -> None:
    assert is_draft(dialect, front) == draft


@pytest.mark.parametrize(
    ("path", "draft"),
    [("_drafts/a.md", True), ("blog/_drafts/deep/a.md", True), ("_drafts.md", False), ("my_drafts/a.md", False)],
)
def test_a_folder_of_drafts(path: str, draft: bool) -> None:
    assert is_draft("jekyll", "title: x", path) == draft


@pytest.mark.parametrize(
    ("dialect", "front", "draft"),
    [
        ("hugo", "date: 2026-05-11", True), ("hugo", "date: 2026-05-10", False),
        ("hugo", "publishDate: 2026-05-11", True), ("hugo", "publishdate: 2026-05-11", True),
        ("hugo", "date: 2026-05-11\npublishDate: 2026-05-01", False),
        ("hugo", "date: 2026-05-01\npublishDate: 2026-06-01", True),
        ("hugo", "expiryDate: 2026-05-09", True), ("hugo", "expiryDate: 2026-06-09", False),
        ("hugo", "date: 2026-05-10T12:00:01Z", True), ("hugo", "date: 2026-05-10T11:59:59Z", False),
        ("hugo", "date: 2026-05-10T12:30:00+01:00", False), ("hugo", "date: 2026-05-10T11:30:00-0100", True),
        ("hugo", "date: 2026-05-10 11:30:00 -05:30", True), ("hugo", "date: 2026-05-10T11:59:59.999 UTC", False),
        ("hugo", "date: soon", False), ("hugo", "date: 2026-99-99", False), ("hugo", "date: 9999-12-31", True),
        ("jekyll", "date: 2026-05-11 08:00:00", True), ("jekyll", "date: 2026-05-10 08:00:00", False),
        ("gfm", "publishDate: 2026-05-11", True), ("gfm", "date: 2026-05-11", False),
        ("docusaurus", "date: 2026-05-11", False), ("zola", "date: 2026-05-11", False),
    ],
)  # fmt: skip
def test_a_day_that_has_not_come(dialect: str, front: str, draft: bool) -> None:
    assert is_draft(dialect, front) == draft


@pytest.mark.parametrize(
    ("dialect", "path", "front", "draft"),
    [
        ("jekyll", "_posts/2026-05-11-a.md", "title: x", True), ("jekyll", "2026-5-1-a.md", "title: x", False),
        ("jekyll", "_posts/2026-05-11-a.md", "date: 2026-05-01", False), ("hugo", "2026-05-11-a.md", "title: x", False),
    ],
)  # fmt: skip
def test_a_day_in_the_name_of_a_post(dialect: str, path: str, front: str, draft: bool) -> None:
    assert is_draft(dialect, front, path) == draft


@pytest.mark.parametrize(
    ("text", "depends"),
    [
        ("2026-05-11", True), ("at 2026-05-09T10:00", True), ("(2999-1-1)", True), ("2026-05-07", False),
        ("2026-5-1", True), ("2020-1-1", True), ("12026-05-11", False), ("x2026-05-11", False), ("-2026-05-11", True),
        ("2001-01-2026-05-11", True), ("2026-05", False), ("26-05-11", False), ("2026-05-", False),
        ("9-2026-05-11", True), ("\u00e42026-05-11", True), ("2020-01-01 2026-05-11", True),
        (" " * 19_990 + "2026-05-11", True), (" " * 19_991 + "2026-05-11", True), (" " * 20_000 + "2026-05-11", False),
    ],
)  # fmt: skip
def test_a_day_that_may_come_makes_an_article_depend_on_the_day(text: str, depends: bool) -> None:
    # One of a single digit is not compared: it counts whatever it is.
    rules = DraftRules(("date",), now=NOON)
    assert depends_on_day(text.encode(), "a.md", rules) == depends
    assert may_be_draft(text.encode(), "a.md", rules) == depends


def test_a_day_without_a_zone_begins_when_it_has_begun_here_and_in_utc() -> None:
    seoul, lima = timezone(timedelta(hours=9)), timezone(timedelta(hours=-5))
    for moment, draft in ((datetime(2026, 5, 10, 23, tzinfo=UTC), True), (datetime(2026, 5, 11, 1, tzinfo=UTC), False)):
        assert is_draft("hugo", "date: 2026-05-11", now=moment.astimezone(seoul)) == draft
    for moment, draft in ((datetime(2026, 5, 11, 1, tzinfo=UTC), True), (datetime(2026, 5, 11, 6, tzinfo=UTC), False)):
        assert is_draft("hugo", "date: 2026-05-11", now=moment.astimezone(lima)) == draft


@pytest.mark.parametrize(
    ("patterns", "path", "draft"),
    [
        (("soon.md",), "soon.md", True), (("soon.md",), "deep/soon.md", True), (("/soon.md",), "deep/soon.md", False),
        (("drafts/",), "drafts/a.md", True), (("drafts/",), "deep/drafts/a.md", True),
        (("drafts/",), "drafts.md", False),
        (("blog/*.md",), "blog/a.md", True), (("blog/*.md",), "x/blog/a.md", False), (("drafts",), "drafts/a.md", True),
        (("*.md", "!a.md"), "a.md", False), (("*.md", "!a.md"), "b.md", True), (("# a.md", ""), "a.md", False),
        (("**/secret*.md",), "deep/er/secrets.md", True),
    ],
)  # fmt: skip
def test_lines_as_in_a_gitignore(patterns: tuple[str, ...], path: str, draft: bool) -> None:
    assert is_draft("mkdocs", "title: x", path, NOON, *patterns) == draft


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("draft_docs: |\n  drafts/\n  _*.md\n", ("drafts/", "_*.md")),
        ("plugins: !!python/name:os.system\nextra: !ENV [X]\ndraft_docs: soon.md\n", ("soon.md",)),
        ("not_in_nav: |\n  quiet.md\n", ()),
        ("nav: []\n", ()), ("- a\n", ()), ("draft_docs: [a]\n", ()), ("a: [\n", ()), ("", ()), ("\x00", ()),
    ],
)  # fmt: skip
def test_what_mkdocs_calls_drafts_is_in_its_configuration(text: str, expected: tuple[str, ...]) -> None:
    for name in ("mkdocs.yml", "mkdocs.yaml"):
        assert completed("mkdocs", {name: text}).patterns == expected
        excluded = completed("mkdocs", {name: text.replace("draft_docs", "exclude_docs")}).excluded
        assert excluded == (".*", "/templates/", *expected)


def page(front: str = "") -> str:
    return f"---\ntitle: T\n{front}---\nWords.\n"


@pytest.mark.parametrize(
    ("cascade", "expected"),
    [
        ("cascade:\n  draft: true\n", {"a/_index.md", "a/one.md", "a/own.md", "a/deep/_index.md", "a/deep/x.md"}),
        ("cascade:\n- draft: true\n  _target:\n    path: /a/o*\n", {"a/one.md"}),
        ("cascade:\n- draft: true\n  target:\n    path: '{/a/one,/a/deep/**}'\n",
         {"a/one.md", "a/deep/_index.md", "a/deep/x.md"}),
        ("cascade:\n  target: {kind: page}\n  params: {draft: true}\n", {"a/one.md", "a/deep/x.md"}),
        ("cascade:\n- _target: {kind: section, path: /a/deep/**}\n  draft: true\n",
         {"a/deep/_index.md", "a/deep/x.md"}),
        ("cascade:\n- _target: {path: '/a/[o-p]ne.md'}\n  expiryDate: 2001-01-01\n", {"a/one.md"}),
        ("cascade:\n  _target: {path: '**/o?e'}\n  unlisted: true\n", {"a/one.md"}),
        ("cascade:\n  _target: {path: '**/{one}'}\n  draft: true\n", {"a/one.md"}),
        ("cascade:\n  build: {list: never, render: never}\n", set()), ("cascade:\n  headless: true\n", set()),
        ("cascade:\n  publishDate: 2199-01-01\n",
         {"a/_index.md", "a/one.md", "a/own.md", "a/deep/_index.md", "a/deep/x.md"}),
        ("cascade:\n  draft: false\n", set()), ("cascade:\n  color: red\n", set()), ("cascade: [1, [2]]\n", set()),
        ("cascade:\n- target: {path: 7}\n", set()), ("cascade:\n- target: {path: '{a,b}}},['}\n  draft: true\n", set()),
    ],
)  # fmt: skip
def test_what_a_page_of_hugo_hands_down(cascade: str, expected: set[str]) -> None:
    site = {
        "content/a/_index.md": page(cascade), "content/a/one.md": page(), "content/a/own.md": page("draft: false\n"),
        "content/a/deep/_index.md": page(), "content/a/deep/x.md": page(), "content/b/one.md": page(),
        "content/b/_index.md": page("cascade:\n  color: red\n"),
    }  # fmt: skip
    assert held("hugo", site) == expected


def test_the_nearest_page_of_hugo_decides_unless_its_section_is_held_back() -> None:
    site = {
        "content/a/_index.md": page("cascade:\n- _target: {kind: page}\n  draft: true\n"),
        "content/a/off/_index.md": page("cascade:\n  draft: false\n"),
        "content/a/off/x.md": page(),
        "content/a/on.md": page(),
        "content/bundle/index.md": page("draft: true\n"),
        "content/bundle/part.md": page(),
        "content/section/_index.md": page("draft: true\n"),
        "content/section/x.md": page("draft: false\n"),
        "content/_index.md": page("draft: true\n"),
    }
    expected = {"a/on.md", "bundle/index.md", "bundle/part.md", "section/_index.md", "section/x.md", "_index.md"}
    assert held("hugo", site) == expected


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("hugo.toml", 'baseURL = "x"\n[[cascade]]\ndraft = true\n[cascade._target]\npath = "/a/**"\n'),
        ("config.yaml", "cascade:\n  target:\n    path: /a/**\n  params:\n    draft: true\n"),
        ("config/_default/hugo.json", '{"cascade": {"draft": true, "target": {"path": "/a/**"}}}'),
        ("config/_default/cascade.yaml", "- x\n"),
        ("config/_default/cascade.toml", 'draft = true\n[target]\npath = "/a/**"\n'),
    ],
)
def test_what_the_configuration_of_hugo_hands_down(name: str, text: str) -> None:
    site = {name: text, "content/a/x.md": page(), "content/b.md": page(), "content/a/own.md": page("draft: false\n")}
    assert held("hugo", site) == (set() if text == "- x\n" else {"a/x.md"})


@pytest.mark.parametrize(
    ("configuration", "expected"),
    [
        ("defaults:\n- scope: {path: ''}\n  values: {published: false}\n",
         {"a.md", "old/b.md", "_posts/2020-01-01-p.md"}),
        ("defaults:\n- scope: {path: old}\n  values: {published: false}\n", {"old/b.md"}),
        ("defaults:\n- scope: {path: '', type: posts}\n  values: {published: no}\n", {"_posts/2020-01-01-p.md"}),
        ("defaults:\n- scope: {path: '', type: pages}\n  values: {published: off}\n", {"a.md", "old/b.md"}),
        ("defaults:\n- scope: {path: '', type: team}\n  values: {published: false}\n", set()),
        (("defaults:\n- scope: {path: old}\n  values: {published: true}\n"
         "- scope: {path: ''}\n  values: {published: false}\n"),
         {"a.md", "_posts/2020-01-01-p.md"}),
        ("defaults:\n- scope: {path: 'o*/b.md'}\n  values: {date: 2199-01-01}\n", {"old/b.md"}),
        ("exclude: [old]\n", {"old/b.md", "old/own.md"}), ("exclude: [old/]\n", {"old/b.md", "old/own.md"}),
        ("exclude:\n- '*.md'\n", {"a.md", "old/b.md", "old/own.md", "_posts/2020-01-01-p.md"}),
        ("exclude: [a.md, .]\n", {"a.md"}), ("defaults: x\nexclude: {a: b}\n", set()),
        ("defaults: [a, {scope: b}]\n", set()),
        ("a: [\n", set()),
    ],
)  # fmt: skip
def test_what_jekyll_is_configured_to_hold_back(configuration: str, expected: set[str]) -> None:
    for folder in (".", "site"):
        articles = {
            f"{folder}/a.md": page(), f"{folder}/old/b.md": page(), f"{folder}/old/own.md": page("published: true\n"),
            f"{folder}/_posts/2020-01-01-p.md": page(),
        }  # fmt: skip
        more = "" if folder == "." else f"source: {folder}\n"
        own = {"old/own.md"} if "exclude" not in configuration else set()
        assert held("jekyll", {"_config.yml": f"{more}{configuration}", **articles}, folder) == expected - own


def test_a_folder_that_jekyll_leaves_out_wholly_holds_what_its_pages_come_from() -> None:
    site = {"_config.yml": "exclude: [source, i18n.toml]\n", "source/a.md": page()}
    assert held("jekyll", site, "source") == set()
