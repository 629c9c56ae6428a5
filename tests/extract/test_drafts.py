"""What a site generator holds back is a draft; what it publishes is none."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from i18n import sites
from i18n.extract.drafts import DraftRules
from tests.extract.reading import extraction

NOON = datetime(2026, 5, 10, 12, 0, tzinfo=UTC)


def is_draft(dialect: str, front: str, path: str = "a.md", now: datetime = NOON, *patterns: str) -> bool:
    site = sites.of_dialect(dialect)
    rules = DraftRules(site.dates, site.expiry, site.dated_names, patterns, now)
    return extraction(f"---\n{front}\n---\nBody.\n", dialect, path, drafts=rules).draft


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
        ("nav: []\n", ()), ("- a\n", ()), ("draft_docs: [a]\n", ()), ("a: [\n", ()), ("", ()), ("\x00", ()),
    ],
)  # fmt: skip
def test_what_mkdocs_calls_drafts_is_in_its_configuration(text: str, expected: tuple[str, ...]) -> None:
    site = sites.of_dialect("mkdocs")
    assert site.draft_patterns({"mkdocs.yml": text.encode()}.get) == expected
    assert site.draft_patterns({"mkdocs.yaml": text.encode()}.get) == expected
