"""What does the compiler promise about any article at all, whatever its translations say? One function a promise."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Callable

import yaml

from i18n.compile.article import Compiled, Options, compile_article
from i18n.extract.article import SETTINGS, Rules
from i18n.extract.source import Source, read_source
from i18n.markdown import document, frontmatter, skeleton
from i18n.markdown.frontmatter import skips
from i18n.markdown.skeleton import Skeleton
from i18n.markdown.splice import Edit, splice
from i18n.model import Article, Key, Place, Unit
from i18n.project import Build
from tests.laws.readers import READERS, flat

OPTIONS = Options("de", build=Build(anchors="keep"))
HOSTILE = (
    "{{ site.secrets }}", "{{< readfile x >}}", "{{% include x %}}", "{% include x %}", "{{#include /etc/passwd}}",
    "{process.exit()}", "{/* x */}", "<script>alert(1)</script>", "<b onclick=\"x()\">b</b>", "[a](javascript:x)",
    "<iframe src=x></iframe>", "![a](data:text/html,x)", "<Secret />", "</Tabs>", "\n\n{% x %}\n\n", "\n{{< x >}}\n",
    "a {{", "}} b", "a {%", "%} b", "{", "}", "<", "a <b", "\n```{include} x\n```\n", ":::{raw} html\n:::",
    "{raw}`x`", "\n--8<-- \"x\"\n", "<<< @/secret", "::: x\n", "!!! x\n", "import x from 'y'", "export const a = 1",
    "--> x", "*/} x", "\n---\nlayout: x\n---\n", "-->\n<script>x</script>", "' onload='x", "\" onload=\"x", "\\",
    "\\\\\\", "`", "| a |", "$x$", "[ref]", "[a]: b", "\n[ref]: javascript:x\n", "]", "](x)", "[[x]]",
    "{: onclick=x}", "{#id}", "{.c}", "++x++",
)  # fmt: skip
"""What nobody should be able to smuggle into a page by way of a catalog, and halves of pairs that others may close."""

_EVERYWHERE = (
    r"<(?:script|iframe|object|embed)\b"
    r"""|<[A-Za-z](?:"[^"]*+"|'[^']*+'|[^<>"'\r\n])*?\son\w+\s*="""
    r"""|(?:\]\(|=)[\s"'<]*javascript:"""
)
_LIVE = {
    "hugo": r"\{\{[<%]",
    "zola": r"\{\{|\{%",
    "jekyll": r"\{\{|\{%|\{::",
    "vitepress": r"\{\{",
    "mdbook": r"(?<!\\)\{\{#",
    "docusaurus": r"(?<!\\)\{|<[A-Z]",
    "starlight": r"(?<!\\)\{|<[A-Z]",
}
_MDX = ("docusaurus", "starlight")


def read(data: bytes, rules: Rules) -> Source:
    """An article of that content."""
    return read_source(Article("a.md", "a", "source/a.md", data), rules)


def published(source: Source) -> bytes:
    """The source without the comments and the keys of front matter that are meant for this program.

    Where a key stands on one line, as people write it, that line alone goes; how others go, examples say.
    """
    data = splice(source.article.data, [Edit(span, b"") for span in source.extraction.unpublished]).data
    front = source.parts.front
    keys = [key for key in SETTINGS if frontmatter.setting(front, key)]
    if front is None:
        return data
    lines = front.text
    if keys:
        lines = re.sub(rf"(?:^|(?<=[\r\n]))(?:{'|'.join(keys)})[ \t]*[:=][^\r\n]*(?:\r\n|\n|\r|\Z)", "", lines)
    lines = frontmatter.without_comments(front, lines, skips.is_addressed)
    if lines == front.text:
        return data
    page = compile_article(source, {}, OPTIONS).data
    whole = data[: front.span.start] + lines.encode() + data[front.span.end :]
    start = 3 if data.startswith(b"\xef\xbb\xbf") else 0
    if page in (whole, data[:start] + data[front.body_start :]):
        return page
    return data


def segments_are_ascending_spans_with_words(source: Source) -> None:
    """None overlaps another, leaves the article or is empty, save where a generator shows what is not written."""
    data, at = source.article.data, 0
    for segment in source.extraction.segments:
        assert at <= segment.span.start <= segment.span.end <= len(data)
        assert (segment.span.start == segment.span.end) == (segment.around != ("", ""))
        assert segment.msgid.strip()
        assert 1 <= segment.line <= 1 + data.count(b"\n") + data.count(b"\r")
        at = segment.span.end


def nothing_translated_changes_no_byte(source: Source) -> None:
    """Neither an empty catalog nor one in which every message is its own translation changes a byte."""
    assert compile_article(source, {}, OPTIONS).data == published(source)
    compiled = compile_article(source, translated(source, lambda unit: unit.msgid), OPTIONS)
    assert compiled.data == published(source)
    assert not [finding for finding in compiled.findings if finding.rule == "structure"]


def building_what_was_built_changes_nothing(source: Source) -> None:
    """An article without translations is its own source."""
    again = read(published(source), source_rules(source))
    assert compile_article(again, {}, OPTIONS).data == published(again)


def source_rules(source: Source) -> Rules:
    """The rules an article was read by, as far as they bear on its bytes."""
    return Rules(source.dialect.name, code=source.rules.code)


def translated(source: Source, text: Callable[[Unit], str]) -> dict[Key, Unit]:
    """A catalog in which every message has a text."""
    return {unit.key: dataclasses.replace(unit, msgstr=text(unit)) for unit in source.template}


def no_translation_changes_the_structure(source: Source, units: dict[Key, Unit]) -> Compiled:
    """The page is built like its source, or a finding says which message shows the source instead."""
    compiled = compile_article(source, units, OPTIONS)
    expected, built = structure(source, published(source)), structure(source, compiled.data)
    assert built.tokens == expected.tokens
    assert built.machinery == expected.machinery
    assert built.definitions == expected.definitions
    front_matter_keeps_all_but_what_was_translated(source, compiled, units)
    if compiled.data == published(source) and any(_is_shown(unit) for unit in units.values()):
        assert compiled.findings
    return compiled


def structure(source: Source, data: bytes) -> Skeleton:
    """The skeleton of an article read from the start, its front matter included."""
    return skeleton.read(document.read(data, source.dialect), source.dialect, source.extraction.code)


def _is_shown(unit: Unit) -> bool:
    return " ".join(unit.msgstr.split()) not in ("", " ".join(unit.msgid.split()))


def nothing_live_is_new(source: Source, compiled: Compiled) -> None:
    """No tag of the generator, expression, script or handler is in the page that is not in its source.

    Told by the bytes alone. Titles between quotes are left out: there nothing is live.
    """
    assert not live(source, compiled.data) - live(source, published(source))


def live(source: Source, data: bytes) -> Counter[str]:
    """What a generator or a browser may run; MDX reads the body alone."""
    read_by_generator = document.read(data, source.dialect).body if source.dialect.name in _MDX else data.decode()
    tags = re.findall(_LIVE.get(source.dialect.name, "(?!)"), read_by_generator)
    return Counter((*re.findall(_EVERYWHERE, data.decode(), re.I), *tags))


def front_matter_keeps_all_but_what_was_translated(source: Source, compiled: Compiled, units: dict[Key, Unit]) -> None:
    """Whoever reads it finds the same keys and values of the same types, and translations only where their text was."""
    front = source.parts.front
    if front is None or front.problem:
        return
    built = document.read(compiled.data, source.dialect).front
    if built is None:
        assert not frontmatter.settings(front).keys() - SETTINGS
        return
    said = {unit.msgid: unit.msgstr for unit in units.values()}
    for reader in READERS[front.kind]:
        try:
            before = [found for found in flat(reader(front.text)) if found[0].strip(".'") not in SETTINGS]
        except (ValueError, TypeError, RecursionError, yaml.YAMLError):
            continue
        after = list(flat(reader(built.text)))
        assert [path for path, _ in after] == [path for path, _ in before]
        for (_, old), (_, new) in zip(before, after, strict=True):
            core = old.strip("\r\n")
            assert new == old or new == old.replace(core, said[core])


def is_live_place(source: Source, key: Key) -> bool:
    """Whether all places of a message are such that markup in it counts."""
    places = {segment.place for segment in source.extraction.segments if segment.key == key}
    return not places & {Place.TITLE, Place.LABEL, Place.CODE, Place.ATTRIBUTE}
