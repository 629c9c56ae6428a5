"""How does a generator show a notice at the top of a page? One function for each way of writing it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

_COLONS = re.compile(r"^\s*(:{3,})")
_BACKTICKS = re.compile(r"^\s*(`{3,})")


class Line(NamedTuple):
    """A line of Markdown."""

    text: str
    language: str = ""
    """BCP 47, where it is not the page's."""

    @property
    def marked(self) -> str:
        """The line, within a tag that names its language where it is not the page's."""
        return f'<span lang="{self.language}" dir="ltr">{self.text}</span>' if self.language else self.text


class Notice(NamedTuple):
    """What readers are told."""

    title: str
    """In the page's language; empty: the generator's own, or none."""
    lines: tuple[Line, ...]
    """Without blank ones."""


NoticeForm = Callable[[Notice], Sequence[str]]
"""Writes a notice as lines; a blank line follows them on the page."""


def quote(notice: Notice) -> Sequence[str]:
    """A block quote, which every generator shows."""
    return [f"> {line.marked}" for line in notice.lines]


def quote_without_html(notice: Notice) -> Sequence[str]:
    """A block quote where raw HTML is left out: what is in another language is kept together by invisible marks."""
    return [f"> \u2066{line.text}\u2069" if line.language else f"> {line.text}" for line in notice.lines]


def alert(notice: Notice) -> Sequence[str]:
    """An alert of GitHub, whose title is GitHub's own."""
    return ["> [!NOTE]", *quote(notice)]


def kramdown(notice: Notice) -> Sequence[str]:
    """A block quote of the class `notice`, which parts it from a quote below too."""
    return [*quote(notice), "{: .notice}"]


def admonition(notice: Notice) -> Sequence[str]:
    """An admonition of Python-Markdown; without a title it would have an English one."""
    return [f'!!! note "{notice.title}"', *(f"    {line.marked}" for line in notice.lines)]


def directive(notice: Notice) -> Sequence[str]:
    """A container of Docusaurus and Starlight, which have words of their own for its title."""
    marks = _longer(":::", _COLONS, notice)
    title = f"[{notice.title}]" if notice.title else ""
    return [f"{marks}note{title}", *(line.marked for line in notice.lines), marks]


def container(notice: Notice) -> Sequence[str]:
    """A container of VitePress."""
    marks = _longer(":::", _COLONS, notice)
    return [f"{marks} info {notice.title}".rstrip(), *(line.marked for line in notice.lines), marks]


def myst(notice: Notice) -> Sequence[str]:
    """A directive of MyST, in backticks: colons mean nothing to Sphinx unless it is asked for."""
    marks = _longer("```", _BACKTICKS, notice)
    head = [f"{marks}{{admonition}} {notice.title}", ":class: note", ""] if notice.title else [f"{marks}{{note}}"]
    return [*head, *(line.text for line in notice.lines), marks]


def _longer(marks: str, pattern: re.Pattern[str], notice: Notice) -> str:
    """Marks that no line of the notice closes."""
    found = (match[1] for line in notice.lines if (match := pattern.match(line.text)))
    return marks[0] * max((len(marks), *(len(each) + 1 for each in found)))
