"""Published from `minimum` on, withdrawn below `drop_below`, left as it is between: over any number of builds."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import NamedTuple

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.cli.commands import i18n, translate, write

WORDS = [f"word{letter}" for letter in "abcdefghij"]
"""Each a message of one word: so many of them translated are so many tenths of the article."""
ARTICLES, LOCALES = ("one", "two"), ("de", "ar")


class Limits(NamedTuple):
    """Of a language, in tenths."""

    minimum: int
    drop_below: int
    required: bool


LIMITS = st.builds(
    lambda minimum, share, required: Limits(minimum, minimum * share // 4, required),
    st.integers(0, 10),
    st.integers(0, 4),
    st.booleans(),
)


class Publishing(RuleBasedStateMachine):
    """Two articles in two languages with limits of their own, translated more and less, built whole and in part."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.project = Path(self.folder.name)
        self.done = {(article, locale): 0 for article in ARTICLES for locale in LOCALES}
        self.published: set[tuple[str, str]] = set()
        self.orphans: set[tuple[str, str]] = set()
        """Pages that no manifest lists any more: nothing of a user's is removed, and so they stay."""

    def teardown(self) -> None:
        self.folder.cleanup()

    @initialize(limits=st.tuples(LIMITS, LIMITS))
    def begin(self, limits: tuple[Limits, Limits]) -> None:
        self.limits = dict(zip(LOCALES, limits, strict=True))
        told = {
            key: ", ".join(f"{locale} = {value(each)}" for locale, each in self.limits.items())
            for key, value in (
                ("minimum", lambda each: each.minimum * 10),
                ("drop_below", lambda each: each.drop_below * 10),
                ("required", lambda each: '["one"]' if each.required else "[]"),
            )
        }
        build = "".join(f"{key} = {{ {value} }}\n" for key, value in told.items())
        write(self.project, "i18n.toml", f'[project]\nlocales = ["de", "ar"]\n[build]\n{build}')
        for article in ARTICLES:
            write(self.project, f"source/{article}.md", "\n\n".join(WORDS) + "\n")
        assert i18n(self.project, "extract").exit_code == 0

    @rule(article=st.sampled_from(ARTICLES), locale=st.sampled_from(LOCALES), tenths=st.integers(0, 10))
    def translate(self, article: str, locale: str, tenths: int) -> None:
        self.done[article, locale] = tenths
        texts = {word: word.upper() if at < tenths else "" for at, word in enumerate(WORDS)}
        translate(self.project, article, texts, locale)

    @rule(
        articles=st.sampled_from([ARTICLES, ("one",), ("two",)]),
        locales=st.sampled_from([LOCALES, ("de",), ("ar",)]),
    )
    def build(self, articles: tuple[str, ...], locales: tuple[str, ...]) -> None:
        chosen = [*(articles if articles != ARTICLES else ())]
        chosen += [part for locale in locales if locales != LOCALES for part in ("--locale", locale)]
        assert i18n(self.project, "build", *chosen).exit_code == 0
        for locale in locales:
            if self.limits[locale].required and not (self.stays("one", locale) and self.done["one", locale]):
                self.published -= {(article, locale) for article in ARTICLES}
                continue
            for article in articles:
                if self.stays(article, locale):
                    self.published.add((article, locale))
                else:
                    self.published.discard((article, locale))

    def stays(self, article: str, locale: str) -> bool:
        limits = self.limits[locale]
        limit = limits.drop_below if (article, locale) in self.published else limits.minimum
        return self.done[article, locale] >= limit

    @rule()
    def lose_the_manifest(self) -> None:
        (self.project / "dist/manifest.json").unlink(missing_ok=True)
        self.orphans |= self.published
        self.published.clear()

    @rule()
    def lose_the_pages(self) -> None:
        for path in (self.project / "dist").rglob("*.md"):
            path.unlink()
        self.orphans.clear()
        self.build(ARTICLES, LOCALES)

    @invariant()
    def what_lies_there_is_what_is_published(self) -> None:
        self.orphans -= self.published
        there = {(path.stem, path.parent.name) for path in (self.project / "dist").rglob("*.md")}
        assert there == self.published | self.orphans
        manifest = self.project / "dist/manifest.json"
        listed = json.loads(manifest.read_bytes())["locales"] if manifest.exists() else {}
        entries = {(path[: -len(".md")], tag) for tag, locale in listed.items() for path in locale["articles"]}
        assert entries == self.published


TestPublishing = Publishing.TestCase
TestPublishing.settings = settings(max_examples=25, stateful_step_count=12, deadline=None)
