"""What does a page tell its readers at its top, and where is that?"""

from __future__ import annotations

import codecs
import posixpath
import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from i18n import sites
from i18n.extract.source import Source
from i18n.locales import language
from i18n.markdown.splice import Edit, insertion
from i18n.project.notices import Notices
from i18n.sites.notices import Line, Notice, NoticeForm, quote

Reason = Literal["draft", "outdated", "partial"]
"""The page shows machine drafts, translations whose source changed, or source text in places."""


class Words(NamedTuple):
    """The program's own, in one language."""

    title: str
    draft: str
    outdated: str
    partial: str


WORDS = {
    "de": Words(
        "Hinweis",
        "Diese Seite enthält maschinelle Übersetzungen, die noch niemand geprüft hat.",
        "Teile dieser Seite geben eine ältere Fassung des Originals wieder.",
        "Teile dieser Seite sind noch nicht übersetzt und stehen in der Sprache des Originals.",
    ),
    "es": Words(
        "Nota",
        "Esta página contiene traducciones automáticas que nadie ha revisado todavía.",
        "Algunas partes de esta página corresponden a una versión anterior del original.",
        "Algunas partes de esta página aún no están traducidas y aparecen en el idioma original.",
    ),
    "ko": Words(
        "참고",
        "이 페이지에는 아직 아무도 검토하지 않은 기계 번역이 있습니다.",
        "이 페이지의 일부는 원문의 이전 버전을 번역한 것입니다.",
        "이 페이지의 일부는 아직 번역되지 않아 원문 언어로 표시됩니다.",
    ),
    "ar": Words(
        "ملاحظة",
        "تحتوي هذه الصفحة على ترجمات آلية لم يراجعها أحد بعد.",
        "تستند أجزاء من هذه الصفحة إلى نسخة أقدم من النص الأصلي.",
        "لم تُترجم أجزاء من هذه الصفحة بعد، وهي معروضة بلغتها الأصلية.",
    ),
    "pt-BR": Words(
        "Nota",
        "Esta página contém traduções automáticas que ninguém revisou ainda.",
        "Algumas partes desta página correspondem a uma versão anterior do original.",
        "Algumas partes desta página ainda não foram traduzidas e aparecem no idioma original.",
    ),
    "en": Words(
        "Note",
        "This page contains machine translations that nobody has checked yet.",
        "Parts of this page were translated from an earlier version of the original.",
        "Parts of this page are not translated yet and are shown in the language of the original.",
    ),
}
"""By locale; English is for all others too."""

_BLANK_LINES = re.compile(rb"(?:[ \t]*(?:\r\n|\n|\r))*")
_PASSED = re.compile(rb"<!--(?:(?!-->)[\s\S])*-->[ \t]*(?=[\r\n])|\([^()\r\n]+\)=[ \t]*(?=[\r\n])")
"""What may stand before the title of a page: a comment, a target of MyST."""
_MODULE = re.compile(rb"import\b|export\b")
_ATTRIBUTES = re.compile(rb"[ \t]*\{(?![{%])[^\r\n]*\}[ \t]*(?=[\r\n]|\Z)")
_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\n|\r)?")
_LISTED = ("mdbook", "mkdocs")
_INDENTED = re.compile(rb" {4}|\t| {1,3}\t")


def may_stand(source: Source) -> bool:
    """Tell whether an article is a page: data, and what lists the pages of a book, have no place for a notice."""
    lists = source.dialect.name in _LISTED and posixpath.basename(source.article.path) == "SUMMARY.md"
    return not (source.is_data or lists)


def edit(
    source: Source, reasons: Sequence[Reason], notices: Notices, locale: str, form: NoticeForm | None = None
) -> Edit | None:
    """Put what a page has to say at its top, below its title where it begins with one; None if that is nothing.

    `form`: how the site shows it, where that is known.
    """
    found = _notice(reasons, notices, locale) if may_stand(source) else None
    if found is None:
        return None
    data, newline = source.parts.data, source.parts.newline.decode()
    start, before = _place(source)
    if form is None or source.article.path.endswith(".txt"):
        form = sites.notice_form(source.dialect.name)
    if _INDENTED.match(data, start):
        form = quote  # lines below would be taken for its own
    if start and not data[:start].endswith((b"\n", b"\r", codecs.BOM_UTF8)):
        before += 1
    lines = newline.join(form(found)) + newline
    return insertion(start, f"{newline * before}{lines}{newline}".encode())


def _notice(reasons: Sequence[Reason], notices: Notices, locale: str) -> Notice | None:
    own = WORDS.get(locale) or next((words for tag, words in WORDS.items() if language(tag) == language(locale)), None)
    lines: list[Line] = []
    for reason in reasons:
        told = getattr(notices, reason)
        if told is True:
            lines.append(Line(getattr(own or WORDS["en"], reason), "" if own else "en"))
        elif told:
            lines += (Line(line) for line in told.splitlines() if line.strip())
    return Notice(own.title if own else "", tuple(lines)) if lines else None


def _place(source: Source) -> tuple[int, int]:
    """The byte that follows the notice, and how many line ends part the notice from what stands above."""
    data, first = source.parts.data, top(source)
    title = _end_of_title(source, first)
    if title is None or title == len(data):
        return first, 0
    below = _BLANK_LINES.match(data, title)
    start = below.end() if below else title
    return (first, 0) if start == len(data) else (start, int(start == title))


def top(source: Source) -> int:
    """The first byte of the body after blank lines, and after what it imports and exports."""
    data, at = source.parts.data, source.parts.body_start
    modules = {each.span.start + at: each.span.end + at for each in source.parts.constructs}
    while True:
        blank = _BLANK_LINES.match(data, at)
        at = blank.end() if blank else at
        if at not in modules or not _MODULE.match(data, at):
            return at
        at = modules[at]


def _end_of_title(source: Source, first: int) -> int | None:
    """The byte after the lines of the heading of the first rank that a page begins with, if it does."""
    data, at = source.parts.data, first
    while passed := _PASSED.match(data, at):
        blank = _BLANK_LINES.match(data, passed.end())
        at = blank.end() if blank else passed.end()
    for what, _, tag, start, end in source.parts.events():
        if tag is None or what != "Start" or tag.name == "HtmlBlock":
            continue
        if tag.name != "Heading" or tag.level != 1 or data[at:start].strip(b" \t"):
            return None
        after = _after_line(data, end)
        attributes = _ATTRIBUTES.match(data, after)
        return _after_line(data, attributes.end()) if attributes else after
    return None


def _after_line(data: bytes, position: int) -> int:
    """The first byte of the next line, unless the position is already the first of one."""
    if position and data[position - 1 : position] in (b"\n", b"\r"):
        return position
    match = _LINE.match(data, position)
    return match.end() if match else position
