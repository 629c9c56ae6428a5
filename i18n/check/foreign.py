"""Which hosts would readers or their browsers come to by a translation, and not by its source?"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from i18n.check.hosts import allowed
from i18n.check.plain import brings_nothing
from i18n.check.rule import Pair
from i18n.markdown.elements import TEXT_ATTRIBUTES
from i18n.markdown.tokenizer import RawText, tags, tokens
from i18n.message.markup import Markup
from i18n.message.references import DEFINITION
from i18n.words import hosts

_STYLE = re.compile(r"url\(\s*[\"']?([^\"')]+)|@import\s*[\"']([^\"']+)", re.IGNORECASE)
_CONTENT = re.compile(r"url\s*=\s*['\"]?(.+)", re.IGNORECASE)


def foreign(pair: Pair) -> tuple[str, ...]:
    """The hosts that a translation names and its source does not, nor `[check] hosts`; in order.

    Links, images, attributes of HTML and bare addresses alike, as any browser or generator might read them.
    """
    if brings_nothing(pair.msgid, pair.msgstr):
        return ()
    new = dict.fromkeys(
        name
        for target in _targets(pair.msgstr, pair.target, pair)
        if (name := hosts.host(target)) and not allowed(target, pair.hosts)
    )
    known = {hosts.host(target) for target in _targets(pair.msgid, pair.source, pair)} if new else set()
    return tuple(name for name in new if name not in known)


def _targets(message: str, markup: Markup, pair: Pair) -> Iterator[str]:
    for target in markup.targets:
        if not target.reference and target.kind != "footnote":
            yield hosts.linked(html.unescape(target.value))
    yield from hosts.bare(markup.prose, names=pair.links_names)
    if "]:" in message:
        yield from (html.unescape(target) for target in DEFINITION.findall(message))
    if "<" in message:
        for text in (message, *markup.tags):
            yield from _attributes(text)
        yield from (
            each for token in tokens(message) if isinstance(token, RawText) for each in _style(token.span.of(message))
        )


def _attributes(text: str) -> Iterator[str]:
    for tag in tags(text):
        for attribute in tag.attributes:
            value = attribute.value
            if attribute.name in TEXT_ATTRIBUTES:
                continue
            if attribute.name.endswith("srcset"):
                yield from (candidate.split()[0] for candidate in value.split(",") if candidate.split())
            elif attribute.name == "ping":
                yield from value.split()
            else:
                yield value
                yield from _style(value)
                yield from _CONTENT.findall(value) if attribute.name == "content" else ()


def _style(text: str) -> Iterator[str]:
    for url, imported in _STYLE.findall(text):
        yield url or imported
