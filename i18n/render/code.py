"""How is a block of code written, with the messages that stand in it?"""

from __future__ import annotations

import re
from collections.abc import Iterable

from i18n.markdown.parser import Event
from i18n.model import Place
from i18n.render import fragments
from i18n.render.context import Context
from i18n.render.markup import Markup
from i18n.render.running import Running
from i18n.span import ArticleBytes, Span

_TITLE = re.compile(
    r"""\b(?:title|caption|filename)=(?P<mark>["'])(?P<quoted>[^"']+)(?P=mark)|\[(?P<label>[^\[\]]+)\]"""
)
"""What a fence calls its code, where that is a name and no text for readers."""
_LANGUAGE = re.compile(r"[\w+#.-]+")


def write(
    context: Context, markup: Markup, info: str | None, events: Iterable[Event], span: Span[ArticleBytes]
) -> None:
    """Write a block of code, with its title above it."""
    titles = [each for each in context.waiting.within(span) if each.segment.place is not Place.CODE]
    named = _TITLE.search(info or "") if not titles else None
    figure = markup.open("figure", (("class", "code"),)) if titles or named else None
    if named is not None:
        caption = markup.open("figcaption", (("class", "title"),))
        markup.text(named["quoted"] or named["label"])
        markup.close(caption)
    for mark in titles:
        fragments.element(context, markup, "figcaption", mark, "title")
    language = _LANGUAGE.match(info or "")
    outer = markup.open("pre", (("dir", "ltr"),))
    inner = markup.open("code", (("class", f"language-{language[0]}"),) if language else ())
    found = [each for each in context.waiting.within(span) if each.segment.place is Place.CODE]
    _lines(context, markup, Running(context, markup, found), events)
    markup.close(inner)
    markup.close(outer)
    markup.close(figure)


def _lines(context: Context, markup: Markup, running: Running, events: Iterable[Event]) -> None:
    """Write lines, in which messages begin and end; what stands of the dialect in them is blank to the parser."""
    data, seen = context.shared.data, context.shared.masked
    for what, said, _, start, end in events:
        if what != "Text":
            continue
        if said.encode("utf-8", "surrogatepass") != seen[start:end]:
            running.reach(start)
            markup.text(context.shared.document.spelled(said))
            continue
        blank = [span for span, _ in context.shared.constructs if span.start < end and start < span.end]
        places = {place for span in blank for place in span if start < place < end}
        for stop in (*sorted(places | running.cuts(start, end)), end):
            running.reach(start)
            if not any(span.start <= start < span.end for span in blank) or seen[start:stop].strip():
                markup.text(data[start:stop].decode(errors="replace"))
            start = stop
    running.end()
