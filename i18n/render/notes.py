"""Which number has a footnote, and where do its references lead?"""

from __future__ import annotations

from i18n.markdown.inline import folded
from i18n.render.context import Context
from i18n.render.markup import Markup

_BACK = "↩\ufe0e"


class Notes:
    """The footnotes of a page, numbered by their first references."""

    def __init__(self, context: Context, defined: frozenset[str]) -> None:
        """`defined`: the names of those that the article has, as CommonMark compares them."""
        self._context = context
        self._defined = defined
        self._ids: dict[str, str] = {}
        self._references: dict[str, list[str]] = {}
        self._written: dict[str, str] = {}

    def reference(self, markup: Markup, name: str) -> None:
        """Write the number of a footnote, which leads there."""
        key = folded(name)
        if key not in self._defined:
            markup.text(f"[^{name}]")
            return
        known = self._references.setdefault(key, [])
        if key not in self._ids:
            self._ids[key] = self._free(f"fn-{len(self._ids) + 1}")
        number = list(self._ids).index(key) + 1
        own = self._free(f"fnref-{number}" + (f"-{len(known) + 1}" if known else ""))
        known.append(own)
        outer = markup.open("sup", (("id", own),))
        link = markup.open("a", (("href", f"#{self._ids[key]}"), ("role", "doc-noteref")))
        markup.text(str(number))
        markup.close(link)
        markup.close(outer)

    def keep(self, name: str, xml: str) -> None:
        """Keep what a footnote says for the end of the page."""
        self._written[folded(name)] = self._written.get(folded(name), "") + xml

    def write(self, markup: Markup) -> None:
        """Write the footnotes: in order of their numbers, then those that nothing refers to."""
        if not self._written:
            return
        section = markup.open("section", (("class", "footnotes"), ("role", "doc-endnotes")))
        items = markup.open("ol")
        for key in (*self._ids, *(key for key in self._written if key not in self._ids)):
            if key not in self._written:
                continue
            own = (("id", self._ids[key]),) if key in self._ids else ()
            item = markup.open("li", own)
            markup.insert(self._written[key])
            for target in self._references.get(key, ()):
                markup.text(" ")
                back = markup.open("a", (("href", f"#{target}"), ("role", "doc-backlink")))
                markup.text(_BACK)
                markup.close(back)
            markup.close(item)
        markup.close(items)
        markup.close(section)

    def _free(self, wanted: str) -> str:
        """An id that no other element has."""
        found, count = wanted, 1
        while not self._context.claimed(found):
            found, count = f"{wanted}-{count}", count + 1
        return found
