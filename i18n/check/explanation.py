"""What does a rule mean, what does it find and what not, and what does that do to the page?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from i18n.check.report.terminal import wrapped
from i18n.check.rule import Rule
from i18n.model import Severity

SHOWN = "The page shows the translation as it is."
REFUSED = "The page shows the source's text in the place of this message."
ASIDE = "The page is made as if nothing had been found."
_COLUMNS = 80
_OUT = "The article stays out of the bundle of that language until it is mended."


@dataclass(frozen=True, slots=True)
class Example:
    """A text that a rule finds something in, and one in which it finds nothing."""

    fires: str
    """A translation of `source`; without one, an article, or what somebody did."""
    passes: str
    """The same put right."""
    page: str
    """What the finding does to the page."""
    source: str = ""
    """A paragraph of an article, for rules that look at translations."""
    locale: str = "de"
    """The language of the translations, BCP 47."""


EXAMPLES: Mapping[str, Example] = MappingProxyType(
    {
        "active-content": Example(
            'Das <b onclick="greet()">Boot</b> ist da.', "Das <b>Boot</b> ist da.", REFUSED, "The <b>boat</b> is in."
        ),
        "agreement": Example(
            "“Before you begin” is “Bevor Sie beginnen” in three articles, and “Vor dem Start” in a fourth one.",
            "It is “Bevor Sie beginnen” in all four.",
            SHOWN,
        ),
        "built-link": Example(
            "A page has the link `map.md#scale`, and the page of `map.md` has no such heading.",
            "`map.md#scale` leads to a heading of the page.",
            ASIDE,
        ),
        "code": Example("Rufen Sie `Pumpe` auf.", "Rufen Sie `pump` auf.", REFUSED, "Run `pump`."),
        "directive": Example(
            "<!-- i18n:skip-start -->\n\nThe rest of the article.",
            "<!-- i18n:skip-start -->\n\nA paragraph.\n\n<!-- i18n:skip-end -->\n\nThe rest of the article.",
            "From there on the page shows the source's text; below a comment that never ends, nothing.",
        ),
        "emphasis": Example(
            "밸브를 **천천히(아주)**여세요.",
            "밸브를 **천천히** 여세요.",
            SHOWN,
            "Open the valve **slowly**.",
            "ko",
        ),
        "data": Example(
            'data = ["_data/nav.yml: title"], and the file is a list of entries that have titles.',
            'data = ["_data/nav.yml: [].title"]',
            "The values are published as the source has them.",
        ),
        "empty-fuzzy": Example(
            "The message is marked fuzzy and has no text.",
            "The message has no text and no mark.",
            "The page shows the source's text, as for every message without one.",
        ),
        "emptied": Example(
            "A message had a translation when `extract` saw it last, and is empty in the catalog that came back.",
            "The catalog came back with its translation, or with another one.",
            "The page shows the source's text until the message is finished again.",
        ),
        "front-matter": Example(
            '---\ntitle: "The boat\n---\n\nA paragraph.',
            '---\ntitle: "The boat"\n---\n\nA paragraph.',
            "The front matter is copied as it is; the rest of the page is translated.",
        ),
        "heading-id": Example("2024", "Das Jahr 2024", SHOWN, "## The year 2024\n\n## 2024"),
        "hidden-characters": Example("Das Boot\u200b ist da.", "Das Boot ist da.", SHOWN, "The boat is in."),
        "html": Example(
            'Das <a id="boot">Boot</a> ist da.',
            'Das <a id="boat">Boot</a> ist da.',
            REFUSED,
            'The <a id="boat">boat</a> is in.',
        ),
        "image-metadata": Example(
            "A photograph in HEIC, which holds where it was taken.",
            "The same photograph as JPEG: the build takes that out.",
            "The page shows the picture, and whoever saves it can read where it was taken.",
        ),
        "language": Example(
            "O barco chegou ao porto e não há ninguém para ajudar.",
            "Das Boot ist im Hafen, und niemand ist da, der hilft.",
            SHOWN,
            "The boat is in the harbour, and there is nobody to help.",
        ),
        "length": Example(
            "Das Team kommt gern.",
            "Das Team kommt jeden Frühling gern in das Tal. Das nächste Mal bleibt es drei Wochen.",
            SHOWN,
            "Each spring the team likes to come to the valley. The next time it will stay for three weeks.",
        ),
        "line-breaks": Example(
            "Hafenstraße 1\nAltstadt\nam Fluss", "Hafenstraße 1\nAltstadt", SHOWN, "1 Harbour Road\\\nOld Town"
        ),
        "links": Example(
            "Siehe [die Karte](karte.md).", "Siehe [die Karte](map.md).", REFUSED, "See [the map](map.md)."
        ),
        "literal": Example(
            "Erhöhen Sie warten_nach auf zehn Sekunden.",
            "Erhöhen Sie retry_after auf zehn Sekunden.",
            SHOWN,
            "Raise retry_after to ten seconds.",
        ),
        "manifest": Example(
            "`dist/manifest.json` was edited by hand, and is no JSON any more.",
            "`dist/manifest.json` is as the last build left it.",
            "Pages whose article is gone stay, as nobody knows of them; all others are as they should be.",
        ),
        "names": Example("Bjarne Lundo wartet.", "Bjarne Lunde wartet.", SHOWN, "Bjarne Lunde is waiting."),
        "not-included": Example(
            "`source/notes.markdown`, while [source] include names `**/*.md` alone.",
            "`source/notes.md`.",
            "There is no page of it.",
        ),
        "numbers": Example("Das Boot fuhr um 6 Uhr ab.", "Das Boot fuhr um 5 Uhr ab.", SHOWN, "The boat left at 5."),
        "old-page": Example(
            "With [build] fallback = “last-good”: the article changed, and its translation did not yet.",
            "The translation was brought up to date.",
            "The page stays as it was built last.",
        ),
        "outside": Example(
            "`source/more` is a symbolic link to a folder outside of the project.",
            "`source/more` is a folder, or a link to one within the project.",
            "There are no pages of what lies behind the link.",
        ),
        "placeholders": Example("{Anzahl} Boote sind da.", "{count} Boote sind da.", SHOWN, "{count} boats are in."),
        "private-in-git": Example(
            "Git tracks `locales/de/LC_MESSAGES/witness.po`, and `witness.md` is listed under [source] private.",
            "The lines that `i18n check --private` shows stand in `.gitignore`.",
            ASIDE,
        ),
        "private-link": Example(
            "Read [her story](witness.md).",
            "Read her story.",
            "The page shows the text of the link, which leads to the top of the page.",
        ),
        "published-comment": Example(
            "<!-- Ask her brother first. -->\n\nA paragraph.",
            "<!-- i18n:note: She says “boat” of every ship. -->\n\nA paragraph.",
            "The comment stands in the page's source.",
        ),
        "punctuation": Example("Das „Boot ist da.", "Das „Boot“ ist da.", SHOWN, "The “boat” is in."),
        "references": Example("Hoffnung (Galater 6,18)", "Hoffnung (Epheser 6,18)", SHOWN, "Hope (Ephesians 6:18)"),
        "sentences": Example(
            "Das Boot ist da. Die Leute sind am Ufer. Alle wollen heute noch über den Fluss.",
            "Das Boot ist heute Morgen da.",
            SHOWN,
            "The boat is in this morning.",
        ),
        "structure": Example(
            "<!-- the small one --> Das Boot ist da.",
            "Das Boot <!-- the small one --> ist da.",
            REFUSED,
            "The boat <!-- the small one --> is in.",
        ),
        "swapped-links": Example(
            "Siehe [Karte 1](two.md) und [Karte 2](one.md).",
            "Siehe [Karte 1](one.md) und [Karte 2](two.md).",
            SHOWN,
            "See [map 1](one.md) and [map 2](two.md).",
        ),
        "terms": Example("Öffnen Sie den Hahn.", "Öffnen Sie das Ventil.", SHOWN, "Open the valve."),
        "translation-as-source": Example(
            "`content/wells.de.md` next to `content/wells.md`, in a project that is translated into German.",
            '`exclude = ["**/*.de.md"]` in the table [source].',
            "The page is built in each language, and engines take its text for one in the language of the articles.",
        ),
        "typography": Example('Das „Boot" ist da.', "Das „Boot“ ist da.", SHOWN, "The “boat” is in."),
        "unchanged": Example(
            "The boat left the harbour.", "Das Boot verließ den Hafen.", SHOWN, "The boat left the harbour."
        ),
        "unreadable": Example(
            "An article in another encoding than UTF-8.",
            "The same article in UTF-8.",
            "The page is not made; one that was built before stays.",
        ),
        "unwritable": Example(
            "The disk is full, or nobody may write into `dist/`.",
            "There is room, and one may.",
            "The page stays as it was.",
        ),
        "waiver": Example(
            "A message with the comment `# i18n-ignore: number`.",
            "The same with `# i18n-ignore: numbers`.",
            ASIDE,
        ),
        "whitespace": Example("Das  Boot ist da.", "Das Boot ist da.", SHOWN, "The boat is in."),
        "wording": Example("Das Boot ist ist da. TODO", "Das Boot ist da.", SHOWN, "The boat is in."),
    }
)
"""By the id of the rule."""


def explained(rule: Rule) -> str:
    """Explain a rule in lines for a terminal."""
    example = EXAMPLES[rule.id]
    configured = "whatever [check] says" if rule.locked else "unless [check] says otherwise"
    parts = [
        f"{rule.id} ({rule.severity.value}, {configured})",
        _filled(f"{rule.summary}."),
        _filled(rule.doc),
        *([f"The source:\n{_indented(example.source)}"] if example.source else []),
        f"Found:\n{_indented(example.fires)}",
        f"Right:\n{_indented(example.passes)}",
        _filled(on_the_page(rule)),
    ]
    return "\n\n".join(parts)


def on_the_page(rule: Rule) -> str:
    """Say what a finding of a rule does to the page, and to the bundle if it is about a translation."""
    example = EXAMPLES[rule.id]
    return f"{example.page} {_OUT}" if rule.severity is Severity.ERROR and example.source else example.page


def _indented(text: str) -> str:
    return "\n".join(_filled(line, "  ") for line in text.split("\n"))


def _filled(text: str, indent: str = "") -> str:
    return "\n".join(wrapped(text, _COLUMNS, indent))
