"""What of a translation must never be shown, whoever waives it?"""

from __future__ import annotations

from collections.abc import Collection

from i18n.check.active import active_content
from i18n.check.html import html
from i18n.check.links import links
from i18n.check.plain import brings_nothing
from i18n.check.rule import Pair
from i18n.markdown.dialects import Dialect
from i18n.markdown.inline import NestingError
from i18n.message.markup import Markup, read, read_once
from i18n.model import Unit


def harm(
    msgid: str,
    msgstr: str,
    dialect: Dialect,
    labels: Collection[str],
    hosts: tuple[str, ...],
    messages: dict[str, Markup] | None = None,
) -> str:
    """What the checks find in a translation that nobody can waive, in a sentence; empty when there is nothing.

    `messages` are what msgids of the same article are made of, as far as that was found out.
    """
    if brings_nothing(msgid, msgstr):
        return ""
    try:
        target = read(msgstr, dialect, labels)
    except NestingError as error:
        return f"{error.message} {error.hint}"
    source = read_once(msgid, dialect, labels, {} if messages is None else messages)
    pair = Pair(Unit(msgid, msgstr), source, target, "und", "und", hosts, links_names=dialect.links_names)
    found = (remark.text for check in (active_content, links, html) for remark in check(pair) if remark.locked)
    return next(found, "")
