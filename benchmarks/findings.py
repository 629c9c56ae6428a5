"""Do the checks find what breaks the markup of real translations, and nothing else?"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token

from benchmarks.measure import FailedError
from benchmarks.table import table
from i18n.catalog import codec
from i18n.check import Where, check_unit
from i18n.check.settings import Settings
from i18n.compile.article import Options, compile_article
from i18n.errors import InputError
from i18n.extract.article import Rules
from i18n.extract.source import Source, read_source
from i18n.locales import recognized
from i18n.markdown.dialects import Dialect, named
from i18n.model import Article, Finding, Severity, Unit

PARSER = MarkdownIt("commonmark").enable("strikethrough")
EMPHASIS = {"em_open": "em", "strong_open": "strong", "s_open": "s"}
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
ISOLATION = frozenset(
    {"html <bdi>", "html </bdi>", "html </bdo>", "html </span>"}
    | {f'html <{name} dir="{way}">' for name in ("span", "bdo", "bdi") for way in ("ltr", "rtl", "auto")}
)
TEXTS = frozenset({"alt", "title", "aria-label"})
CODE = "type: Fenced code block"
"""What po4a says of messages that are code."""
BREAK = re.compile(r" +\n")
"""A hard break in the catalogs of tools that keep its marker."""
LABEL = re.compile(r"\]\[([^\]\n]+)\]|\[([^\]\n]+)\]\[\]")
ABOUT_MARKUP = frozenset({"active-content", "code", "emphasis", "html", "links", "placeholders", "structure"})
"""Rules that may have noticed what the independent reading sees."""
SHOWN = 160
"""Characters of a message in a list."""


class Pair(NamedTuple):
    """A finished message of a catalog."""

    place: str
    """File and line."""
    locale: str
    """BCP 47."""
    unit: Unit
    labels: tuple[str, ...]
    """What the message calls references; its article is not at hand."""


class Judged(NamedTuple):
    """What both readings say of a message."""

    pair: Pair
    broken: str
    """What of its markup is lost, new or another by the independent reading; empty: nothing is."""
    findings: tuple[Finding, ...]
    """About markup, by the rules and by a build of the message as an article of its own."""

    @property
    def errors(self) -> tuple[Finding, ...]:
        """Those of the findings that are errors."""
        return tuple(found for found in self.findings if found.severity is Severity.ERROR)


def findings(paths: Sequence[str], draw: int, seed: int) -> Iterator[str]:
    """Read the catalogs of `DIALECT=PATH` pairs; gives the counts, both lists, and errors drawn for a reader."""
    judged: list[Judged] = []
    rows = []
    for dialect, folder in map(_pair, paths):
        for catalog in sorted(folder.rglob("*.po")) if folder.is_dir() else [folder]:
            there = [_judged(pair, dialect) for pair in finished(catalog)]
            if there:
                rows.append((catalog.name, *_counts(there)))
                judged += there
    yield table(HEAD, [*rows, ("all", *_counts(judged))])
    missed = [each for each in judged if each.broken and not each.findings]
    yield "\n".join([f"Broken by the independent reading, and not found: {len(missed)}.", *map(_said, missed)])
    alarms = [each for each in judged if each.errors and not each.broken]
    yield "\n".join([f"Errors on messages that it calls clean: {len(alarms)}.", *map(_said, alarms)])
    errors = [each for each in judged if each.errors]
    drawn = random.Random(seed).sample(errors, min(draw, len(errors)))
    yield "\n".join([f"{len(drawn)} of {len(errors)} messages with errors, drawn by {seed}:", *map(_in_full, drawn)])


HEAD = ("catalog", "messages", "broken", "not found", "errors", "on clean ones", "in 1,000")


def _pair(path: str) -> tuple[Dialect, Path]:
    dialect, equals, place = path.partition("=")
    if not equals or not Path(place).exists():
        raise FailedError(f"{path}: DIALECT=PATH was expected, such as gfm=locales")
    return named(dialect), Path(place)


def _counts(judged: Sequence[Judged]) -> tuple[str, ...]:
    broken = [each for each in judged if each.broken]
    errors = [each for each in judged if each.errors]
    clean = sum(not each.broken for each in errors)
    missed = sum(not each.findings for each in broken)
    share = f"{1000 * clean / len(judged):.2f}" if judged else ""
    return (*(f"{count:,}" for count in (len(judged), len(broken), missed, len(errors), clean)), share)


def finished(catalog: Path) -> Iterator[Pair]:
    """The messages of a catalog that a person finished, without those that another tool keeps as code."""
    try:
        read = codec.parse(catalog.read_bytes(), catalog.name)
    except InputError:
        return
    language = dict(read.headers).get("Language") or catalog.stem.rpartition(".")[2]
    locale = recognized(language.replace("_", "-")) or "und"
    for unit in read.units:
        if unit.msgstr and not (unit.fuzzy or unit.obsolete or unit.msgid_plural or CODE in " ".join(unit.extracted)):
            labels = tuple(one or other for one, other in LABEL.findall(unit.msgid))
            msgid, msgstr = (BREAK.sub("\n", text).strip() for text in (unit.msgid, unit.msgstr))
            yield Pair(f"{catalog}:{unit.line}", locale, replace(unit, msgid=msgid, msgstr=msgstr), labels)


def _judged(pair: Pair, dialect: Dialect) -> Judged:
    unit = pair.unit
    where = Where(pair.place, pair.locale, "en", dialect, labels=pair.labels)
    found = [each for each in check_unit(unit, where, Settings()) if each.rule in ABOUT_MARKUP]
    if not any(each.severity is Severity.ERROR for each in found):
        found += built(pair, dialect)
    return Judged(pair, difference(unit.msgid, unit.msgstr, pair.labels, pair.locale), tuple(found))


def built(pair: Pair, dialect: Dialect) -> Iterator[Finding]:
    """What a build says of a message as an article of its own: a paragraph, a heading, or blocks that are cut alike."""
    unit = pair.unit
    definitions = "".join(f"\n\n[{label}]: there.md" for label in pair.labels)
    for written in (lambda text: text.replace("\n", "\\\n"), "# {}".format, str):
        source, target = (_read(written(text) + definitions, dialect) for text in (unit.msgid, unit.msgstr))
        if source is None or not source.template:
            continue
        units = _paired(source.template, () if target is None else target.template, unit)
        if units:
            page = compile_article(source, {each.key: each for each in units}, Options(pair.locale))
            yield from (each for each in page.findings if each.rule in ABOUT_MARKUP)
            return


def _read(text: str, dialect: Dialect) -> Source | None:
    try:
        return read_source(Article("a.md", "a", "a.md", f"{text}\n".encode()), Rules(dialect.name))
    except InputError:
        return None


def _paired(source: Sequence[Unit], target: Sequence[Unit], unit: Unit) -> list[Unit]:
    """The messages of an article with their translations: the one it is, or those of a translation cut alike."""
    if [each.msgid for each in source] == [unit.msgid]:
        return [unit]
    if len(source) != len(target) or len(source) == 1:
        return []
    return [replace(one, msgstr=other.msgid) for one, other in zip(source, target, strict=True)]


def difference(msgid: str, msgstr: str, labels: Iterable[str], locale: str = "und") -> str:
    """What of the markup of a message its translation lacks, adds or has otherwise, by markdown-it alone.

    Emphasis may come in, and in Arabic, Hebrew and Persian what keeps the direction of a text.
    """
    known = {label.upper().strip(): {"href": f"label:{label.lower()}", "title": ""} for label in labels}
    source, target = (Counter(_items(_inline(text, known))) for text in (msgid, msgstr))
    lost, added = list((source - target).elements()), list((target - source).elements())
    free = {*EMPHASIS.values(), *(ISOLATION if locale.partition("-")[0] in RIGHT_TO_LEFT else ())}
    added = [each for each in added if each not in free]
    return "; ".join([*(f"lost {each}" for each in lost), *(f"new {each}" for each in added)])


def _inline(text: str, references: dict[str, dict[str, str]]) -> list[Token]:
    return PARSER.parseInline(text, {"references": references})[0].children or []


def _items(tokens: Iterable[Token]) -> Iterator[str]:
    """Links, images, code, tags and emphasis, each with what a translation keeps of it."""
    for token in tokens:
        if token.type == "link_open":
            yield f"link {_address(str(token.attrs['href']))}"
        elif token.type == "image":
            yield f"image {_address(str(token.attrs['src']))}"
            yield from _items(token.children or [])
        elif token.type == "code_inline":
            yield f"code {' '.join(token.content.split())}"
        elif token.type == "html_inline":
            yield f"html {_tag(token.content)}"
        elif token.type in EMPHASIS:
            yield EMPHASIS[token.type]


class _Tag(HTMLParser):
    """A tag in one spelling: attributes in order, without the texts that readers see of them."""

    spelling = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the tag that begins."""
        kept = (f" {name}" if name in TEXTS else f' {name}="{value or ""}"' for name, value in sorted(attrs))
        self.spelling = f"<{tag}{''.join(kept)}>"


def _tag(written: str) -> str:
    tag = _Tag()
    tag.feed(written)
    return tag.spelling or " ".join(written.split())


def _address(written: str) -> str:
    """An address with its host in small letters, and without a slash that nothing follows."""
    try:
        parts = urlsplit(written)
    except ValueError:
        return written
    path = "" if parts.netloc and parts.path == "/" and not (parts.query or parts.fragment) else parts.path
    return parts._replace(netloc=parts.netloc.lower(), path=path).geturl()


def _said(judged: Judged) -> str:
    rules = ", ".join(dict.fromkeys(found.rule for found in judged.errors)) or judged.broken
    unit = judged.pair.unit
    return f"- {judged.pair.place}: {rules}\n  {_short(unit.msgid)}\n  {_short(unit.msgstr)}"


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


def _in_full(judged: Judged) -> str:
    unit = judged.pair.unit
    said = "\n  ".join(f"{found.rule}: {found.message}" for found in judged.errors)
    return f"- {judged.pair.place}: {said}\n  {unit.msgid!r}\n  {unit.msgstr!r}"
