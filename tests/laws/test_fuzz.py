"""The promises of the compiler, for articles of all dialects with their constructs nested in one another, and damaged.

A fixed budget: as many examples as take half a minute. `--hypothesis-profile=search` looks further.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from i18n.extract.article import Rules
from i18n.extract.source import Source
from i18n.model import Unit
from i18n.pseudo import ACCENTED
from i18n.workflow.pages import pseudo_units
from tests.fixtures import cases
from tests.laws import promises
from tests.laws.markdown import translations
from tests.laws.mutations import BITS, CHANGES, Change, mutated
from tests.laws.nesting import DIALECTS, containers, nested, within

EXAMPLES = 25
ROOT = Path(__file__).parents[2]
SAMPLES = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "source").rglob("*.md"))]
FIXTURES = {
    "docusaurus": "docusaurus.txt", "hugo": "hugo.txt", "jekyll": "jekyll.txt", "mdbook": "mdbook.txt",
    "mkdocs": "mkdocs.txt", "myst": "myst.txt", "starlight": "starlight.txt", "vitepress": "vitepress.txt",
    "zola": "zola.txt", "gfm": "messages.txt", "commonmark": "messages.txt",
}  # fmt: skip
CODE = (None, None, "comments", "strings", "all")


ARTICLES = {dialect: [case.values[0] for case in cases(name, 2)] for dialect, name in FIXTURES.items()}
"""By dialect: the articles of its fixtures."""

changes = st.lists(
    st.builds(
        Change,
        st.sampled_from(sorted(CHANGES)),
        st.integers(0, 1 << 20),
        st.integers(0, 1 << 12),
        st.sampled_from(BITS),
    ),
    min_size=1,
    max_size=6,
)


def keep_every_promise(source: Source, draw: st.DataObject) -> None:
    """Ask everything of one article."""
    promises.segments_are_ascending_spans_with_words(source)
    promises.nothing_translated_changes_no_byte(source)
    promises.building_what_was_built_changes_nothing(source)
    promises.no_translation_changes_the_structure(source, pseudo_units(source, ACCENTED))
    said = draw.draw(st.lists(st.sampled_from(promises.HOSTILE) | translations, min_size=1, max_size=4))
    form = draw.draw(st.sampled_from(("{0}", "{1}{0}", "{0}{1}", "Ein {0} Wort")))
    keys = [unit.key for unit in source.template]

    def hostile(unit: Unit) -> str:
        return form.replace("{1}", unit.msgid).replace("{0}", said[keys.index(unit.key) % len(said)])

    promises.no_translation_changes_the_structure(source, promises.translated(source, hostile))
    live = promises.translated(source, lambda unit: hostile(unit) if promises.is_live_place(source, unit.key) else "")
    promises.nothing_live_is_new(source, promises.no_translation_changes_the_structure(source, live))


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_container_within_every_other(dialect: str) -> None:
    for outer in containers(dialect):
        for inner in containers(dialect):
            text = within(outer, within(inner, "Some *words* here.\n\nMore of them.", 0), 1)
            source = promises.read(f"# A title\n\n{text}\n\nThe end.\n".encode(), Rules(dialect))
            promises.segments_are_ascending_spans_with_words(source)
            promises.nothing_translated_changes_no_byte(source)
            built = promises.no_translation_changes_the_structure(source, pseudo_units(source, ACCENTED))
            # What looks like Markdown in raw HTML is none, and a component after a box is text: there a translation
            # may be refused.
            refused = [each for each in built.findings if each.rule == "structure"]
            assert not refused or "<p title" in text or "[ ] <" in text, text


@pytest.mark.parametrize("dialect", DIALECTS)
@settings(max_examples=EXAMPLES)
@given(st.data())
def test_constructs_within_one_another(dialect: str, draw: st.DataObject) -> None:
    data = draw.draw(nested(dialect))
    keep_every_promise(promises.read(data, Rules(dialect, code=draw.draw(st.sampled_from(CODE)))), draw)


@pytest.mark.parametrize("dialect", DIALECTS)
@settings(max_examples=EXAMPLES)
@given(st.data())
def test_damaged_articles(dialect: str, draw: st.DataObject) -> None:
    text = draw.draw(st.sampled_from(ARTICLES[dialect]) | st.sampled_from(SAMPLES))
    other = draw.draw(st.sampled_from([each for articles in ARTICLES.values() for each in articles]))
    damaged = mutated(text, draw.draw(changes), other).encode("utf-8", "replace")
    keep_every_promise(promises.read(damaged, Rules(dialect, code=draw.draw(st.sampled_from(CODE)))), draw)


@pytest.mark.parametrize("dialect", DIALECTS)
def test_what_opens_again_and_again_and_never_closes(dialect: str) -> None:
    for bit in BITS:
        for beside in (" a ", "\n"):
            source = promises.read(f"Words {bit}{beside}".encode() * 40, Rules(dialect))
            promises.segments_are_ascending_spans_with_words(source)
            promises.nothing_translated_changes_no_byte(source)
