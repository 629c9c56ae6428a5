"""Where does each layout put the pages of a language?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from i18n.project.placement import SUFFIX, TREE, Placement, Rule
from i18n.project.tables import Layout

_SUFFIXED = Placement((Rule("", SUFFIX, "{path}"),), divided=False)
_FOLDERS = Placement((Rule("", TREE),), divided=False)
LAYOUTS: dict[Layout, Placement] = {
    **dict.fromkeys(get_args(Layout), _FOLDERS),
    "plain": Placement(),
    "hugo": _SUFFIXED,
    "mkdocs": _SUFFIXED,
    "zola": _SUFFIXED,
}
"""Every layout, with languages spelled as the configuration has them."""
_LOWER = frozenset({"hugo", "starlight"})
"""Layouts whose generators spell a language in lower case where it stands in a path."""


def placement(layout: Layout, locales: Iterable[str]) -> Placement:
    """The places of a layout in a project with these languages."""
    form = LAYOUTS[layout]
    spelled = {locale: locale.lower() for locale in locales if layout in _LOWER and locale != locale.lower()}
    return Placement(form.rules, spelled, form.divided)
