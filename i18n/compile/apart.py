"""How does a heading get another id from its words, though readers see the same ones?"""

from __future__ import annotations

from collections.abc import Mapping

from i18n.markdown.blocks import Heading, Part
from i18n.markdown.splice import Edit, insertion
from i18n.sites.ids.titles import Title

_JOINER = ("Text", "\N{COMBINING GRAPHEME JOINER}")
"""Shown nowhere, and kept by github-slugger, as every mark of a letter is."""
_INVISIBLE: Mapping[str, Part] = {
    "github": _JOINER,
    "astro": _JOINER,
    "astro-7": _JOINER,
    "eleventy": ("Html", "<!-- {} -->"),
}
"""What is no part of what is shown, and yet of the id; by the rule. Eleventy takes comments for words."""


def can_be(rule: str) -> bool:
    """Whether there is a way by this rule."""
    return rule in _INVISIBLE


def title(said: Title, rule: str, slug: str) -> Title:
    """A heading set apart, which links ask for by an id."""
    return said._replace(parts=(*said.parts, _part(rule, slug)))


def edit(heading: Heading, rule: str, slug: str) -> Edit:
    """Set a heading of an article apart, behind its text."""
    return insertion(heading.span.end, _part(rule, slug)[1].encode())


def _part(rule: str, slug: str) -> Part:
    kind, text = _INVISIBLE[rule]
    return kind, text.format(slug or "here")
