"""Whatever editors and translators do, in whatever order: nothing human is lost, and a second run writes nothing."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from i18n.catalog import codec
from tests.cli.commands import files, i18n, untouched, write

PARAGRAPHS = (
    "The first boat left the harbour at dawn.",
    "The first boat left the harbour before dawn.",
    "Nine wells were finished before the rains came.",
    "Ten wells were finished before the rains came.",
    "See [the guide](guide.md) for *more* of this.",
    "Welcome",
    "7 years",
    "Read the `manual` first, then ask.",
)
ARTICLES = ("a.md", "b.md", "deep/a.md", "a.mdx", "with space.md")


class Project(RuleBasedStateMachine):
    """A project in the hands of editors and translators."""

    def __init__(self) -> None:
        super().__init__()
        self.temporary = tempfile.TemporaryDirectory()
        self.root = Path(self.temporary.name)
        self.written: set[str] = set()
        """What translators wrote and never took back."""
        self.stale = False

    @initialize()
    def begin(self) -> None:
        write(self.root, "i18n.toml", '[project]\nname = "x"\nlocales = ["de", "ar"]\n[draft]\nengines = ["memory"]\n')
        write(self.root, "source/a.md", "\n\n".join(PARAGRAPHS[:5]))
        self.run("extract")

    def teardown(self) -> None:
        self.temporary.cleanup()

    def run(self, *arguments: str) -> None:
        result = i18n(self.root, *arguments)
        assert result.exit_code in (0, 1), result.stderr

    @rule(article=st.sampled_from(ARTICLES), chosen=st.lists(st.sampled_from(PARAGRAPHS), max_size=7))
    def edit(self, article: str, chosen: list[str]) -> None:
        write(self.root, f"source/{article}", "\n\n".join(chosen))
        self.stale = True

    @rule(old=st.sampled_from(ARTICLES), new=st.sampled_from(ARTICLES))
    def rename(self, old: str, new: str) -> None:
        source, target = self.root / "source" / old, self.root / "source" / new
        if source.exists() and not target.exists():
            target.parent.mkdir(exist_ok=True)
            source.rename(target)
            self.stale = True

    @rule(article=st.sampled_from(ARTICLES))
    def delete(self, article: str) -> None:
        (self.root / "source" / article).unlink(missing_ok=True)
        self.stale = True

    @rule(which=st.integers(0, 10_000), fuzzy=st.booleans())
    def translate(self, which: int, *, fuzzy: bool) -> None:
        catalogs = sorted(self.root.glob("locales/*/LC_MESSAGES/**/*.po"))
        path = catalogs[which % len(catalogs)]
        catalog = codec.parse(path.read_bytes())
        empty = [at for at, unit in enumerate(catalog.units) if not unit.msgstr and not unit.obsolete]
        if empty:
            at = empty[which % len(empty)]
            text = f"translation {len(self.written)} of a person"
            units = list(catalog.units)
            units[at] = replace(units[at], msgstr=text, fuzzy=fuzzy)
            path.write_bytes(codec.serialize(replace(catalog, units=tuple(units))))
            self.written.add(text)

    @rule()
    def extract(self) -> None:
        self.run("extract")
        self.stale = False
        before = untouched(self.root)
        self.run("extract")
        assert untouched(self.root) == before

    @precondition(lambda self: not self.stale)
    @rule()
    def draft(self) -> None:
        self.run("draft")
        before = untouched(self.root)
        self.run("draft")
        assert untouched(self.root) == before

    @precondition(lambda self: not self.stale)
    @rule()
    def build(self) -> None:
        self.run("build")
        before = untouched(self.root)
        self.run("build")
        assert untouched(self.root) == before
        outputs = {path for path in files(self.root / "dist/de") if path.endswith((".md", ".mdx"))}
        assert outputs == {path for path in files(self.root / "source") if path.endswith((".md", ".mdx"))}

    @invariant()
    def nothing_human_is_lost(self) -> None:
        there = "".join(path.read_text(encoding="utf-8") for path in self.root.glob("locales/**/*.po"))
        assert not {text for text in self.written if text not in there}


TestProject = Project.TestCase
TestProject.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)
