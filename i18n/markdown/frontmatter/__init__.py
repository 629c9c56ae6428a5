"""Which values of the front matter are for readers, and how is one replaced at its own position?"""

from __future__ import annotations

import contextlib
import functools
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from i18n.markdown.frontmatter import inserting, withdrawing
from i18n.markdown.frontmatter.json import JSON, JSON_FILE
from i18n.markdown.frontmatter.prose import is_prose
from i18n.markdown.frontmatter.toml import TOML, TOML_FILE
from i18n.markdown.frontmatter.tree import tree
from i18n.markdown.frontmatter.values import TEXT, Format, FrontMatter, Leaf, UnreadableError
from i18n.markdown.frontmatter.yaml import YAML, YAML_FILE
from i18n.project import keypaths
from i18n.project.placement import Setting
from i18n.span import ArticleBytes, Characters, Span, in_bytes

FORMATS: Mapping[str, Format] = {
    "yaml": YAML,
    "toml": TOML,
    "json": JSON,
    "yaml file": YAML_FILE,
    "toml file": TOML_FILE,
    "json file": JSON_FILE,
}
_COMMENT = re.compile(withdrawing.LINE_START + r"[ \t]*#[^\r\n]*|[ \t]+#[^\r\n]*")
_LINE_END = re.compile(r"\A(?:\r\n|\n|\r)")
_TRUTH = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}

__all__ = [
    "FORMATS", "FrontMatter", "comments", "find", "leaves", "paths", "rewrite", "scalars", "setting",
    "settings", "tree", "truth", "whole", "with_settings", "without", "without_comments",
]  # fmt: skip


def of_bytes(data: bytes, kinds: tuple[str, ...] = ("yaml",)) -> FrontMatter | None:
    """Find the front matter of an article without reading the rest, whatever its encoding; positions mean nothing."""
    return find(data.decode(errors="replace").removeprefix("\ufeff"), 0, kinds)


def find(text: str, start: int, kinds: tuple[str, ...] = ("yaml",)) -> FrontMatter | None:
    """Find the front matter of an article whose text begins at byte `start`; `kinds` are keys of `FORMATS`.

    A leading block that holds no table of keys is Markdown; one that cannot be read, but has something
    that looks like a key, is front matter with a problem.
    """
    for kind in kinds:
        bounds = FORMATS[kind].bounds(text)
        if bounds is not None:
            break
    else:
        return None
    inner, body_start = bounds.inner.of(text), in_bytes(bounds.whole, text, start).end
    found = FrontMatter(kind, inner, in_bytes(bounds.inner, text, start), body_start)
    try:
        return None if _leaves(kind, inner) is None else found
    except UnreadableError as error:
        if not FORMATS[kind].key.search(inner):
            return None
        line = error.line + (1 if bounds.inner.start else 0)
        return replace(found, problem=error.problem, problem_line=line, problem_column=error.column)


def whole(text: str, start: int, kind: str) -> FrontMatter:
    """Take a file of data for front matter without a body; its text begins at byte `start`."""
    span: Span[Characters] = Span(0, len(text))
    place = in_bytes(span, text, start)
    found = FrontMatter(kind, text, place, place.end)
    try:
        _leaves(kind, text)
    except UnreadableError as error:
        return replace(found, problem=error.problem, problem_line=error.line, problem_column=error.column)
    return found


@functools.lru_cache(maxsize=64)
def _leaves(kind: str, text: str) -> tuple[Leaf, ...] | None:
    return FORMATS[kind].leaves(text)


def leaves(front: FrontMatter) -> tuple[Leaf, ...]:
    """All values, those that are no texts too, in order; none of what cannot be read."""
    return () if front.problem else _leaves(front.kind, front.text) or ()


def scalars(front: FrontMatter, paths: Sequence[str]) -> tuple[Leaf, ...]:
    """Return the texts at the key paths, by position, without the line ends around them.

    Numbers, dates and what is no prose are none; nor is a value that its author marks as skipped, one with
    a tag or an anchor, or one inside of what has aliases.
    """
    found = [
        leaf._replace(value=leaf.value.strip("\r\n"))
        for leaf in leaves(front)
        if leaf.span.end and keypaths.means(leaf.path, paths) and is_prose(leaf.value)
    ]
    return tuple(sorted(found, key=lambda leaf: leaf.span))


def unnamed(front: FrontMatter, named: Sequence[str]) -> Iterator[tuple[str, str, int]]:
    """The texts at other key paths than those that are named: path, text, and where in the article."""
    for leaf in leaves(front):
        if leaf.span.end and not keypaths.means(leaf.path, named) and is_prose(leaf.value):
            yield keypaths.shown(leaf.path), leaf.value.strip(), front.in_article(leaf.span).start


def paths(
    front: FrontMatter, wanted: Callable[[str], bool] = lambda _: True
) -> Iterator[tuple[Span[ArticleBytes], str]]:
    """Texts that look like paths, at wanted key paths, each with its place in the article, quotes among it."""
    for leaf in leaves(front):
        if leaf.span.end and ("/" in leaf.value or "." in leaf.value) and wanted(leaf.path):
            yield front.in_article(leaf.span), leaf.value.strip()


def setting(front: FrontMatter | None, key: str) -> str:
    """The scalar at a top-level key as written; empty when there is none. Of several the last counts, as in YAML."""
    values = [leaf.value for leaf in leaves(front) if leaf.path == key] if front else []
    return values[-1] if values else ""


def settings(front: FrontMatter | None) -> dict[str, str]:
    """The scalars as written, by key path in lower case: Hugo's keys have no letter case."""
    return {leaf.path.lower(): leaf.value for leaf in leaves(front)} if front else {}


def truth(value: str) -> bool | None:
    """YAML's booleans as people write them; None for anything else."""
    return _TRUTH.get(value.strip().lower())


def rewrite(
    front: FrontMatter, changes: Mapping[Span[Characters], str], paths: Sequence[str]
) -> tuple[str, tuple[Span[Characters], ...]]:
    """Put new values in place of the scalars that stand there.

    Returns the new text and the places of those that could not be written; the style of each is kept
    where the value allows it. The law: parsed again, the changed values are the new ones and every other
    value is what it was.
    """
    wanted = {scalar.span: scalar.value for scalar in scalars(front, paths)}
    changed = {span: changes[span] for span, value in wanted.items() if changes.get(span, value) != value}
    writing = _Writing(front)
    pending = [(at, changed[leaf.span]) for at, leaf in enumerate(writing.leaves) if leaf.span in changed]
    pending.sort(key=lambda change: writing.leaves[change[0]].span)
    writing.write(pending)
    return writing.text, tuple(writing.refused)


def with_settings(front: FrontMatter, text: str, needed: Iterable[Setting]) -> str:
    """`text`, which is that of the front matter or its translation, with the values that a page needs.

    `needed` comes from `Placement.settings`. What cannot be written without a change to other values stays as it is.
    """
    for key, value, only, missing, _ in needed:
        if not missing and key.partition("[")[0] not in text:
            continue  # most pages have no such key, and need not be read for that
        writing = _Writing(replace(front, text=text, problem=""))
        there = [at for at, leaf in enumerate(writing.leaves) if leaf.path == key]
        for at in reversed(there):
            leaf = writing.leaves[at]
            was = leaf.value.strip()
            if leaf.span.end and was.startswith(only) and was:
                new = value.format(was=was, bare=was.lstrip("/"))
                writing.write([(at, new)] if new != was else [])
        text = writing.text
        if missing and not there:
            text = _with(front, text, key, missing)
    return text


def _with(front: FrontMatter, text: str, key: str, value: str) -> str:
    """The text with one more key; the text itself where that cannot be."""
    wanted = sorted([*(leaf.content for leaf in _leaves(front.kind, text) or ()), (key, TEXT, value)])
    for attempt in inserting.attempts(front.kind, text, key, value):
        with contextlib.suppress(UnreadableError):
            if sorted(leaf.content for leaf in _leaves(front.kind, attempt) or ()) == wanted:
                return attempt
    return text


def without(front: FrontMatter, text: str, keys: Collection[str]) -> str | None:
    """`text`, which is that of the front matter or its translation, without the lines of top-level keys.

    Empty when nothing but comments would stay; None where the keys cannot be taken out without a change to others.
    """
    if not any(leaf.path in keys for leaf in leaves(front)):
        return text
    kept = withdrawing.remaining(_leaves(front.kind, text) or (), keys)
    if not kept:
        return ""
    for attempt in withdrawing.attempts(front.kind, text, keys):
        try:
            if [leaf.content for leaf in _leaves(front.kind, attempt) or ()] == kept:
                return attempt
        except UnreadableError:
            continue
    return None


def comments(front: FrontMatter) -> tuple[Span[Characters], ...]:
    """Where comments stand, with the blanks before them: what may go without a change to any value."""
    if front.kind == "json" or "#" not in front.text:
        return ()
    there = [leaf.content for leaf in leaves(front)]

    def may_go(spans: Sequence[Span[Characters]]) -> bool:
        text = front.text
        for start, end in reversed(spans):
            text = text[:start] + text[end:]
        try:
            return [leaf.content for leaf in _leaves(front.kind, text) or ()] == there
        except UnreadableError:
            return False

    found = tuple(Span[Characters](*match.span()) for match in _COMMENT.finditer(front.text))
    # Mostly all of them are comments, and one reading tells it.
    return found if may_go(found) else tuple(span for span in found if may_go([span]))


def without_comments(front: FrontMatter, text: str, which: Callable[[str], bool] = lambda _: True) -> str:
    """`text`, which is that of the front matter or its translation, without such comments."""
    for start, end in reversed([span for span in comments(replace(front, text=text)) if which(span.of(text))]):
        after = text[end:]
        if start == 0 or text[start - 1] in "\r\n":
            after = _LINE_END.sub("", after, 1)
        text = text[:start] + after
    return text


class _Writing:
    """Front matter whose values are replaced from its end to its beginning, so that positions before stay true."""

    def __init__(self, front: FrontMatter) -> None:
        self._kind = front.kind
        self._format = FORMATS[front.kind]
        self.leaves = leaves(front)
        self._expected = [leaf.content for leaf in self.leaves]
        self.text = front.text
        self.refused: list[Span[Characters]] = []

    def write(self, changes: Sequence[tuple[int, str]]) -> None:
        """Write the values of the leaves with the given indices: in one go where that holds, else by halves."""
        if len(changes) > 1 and not self._try([(at, value, next(self._spellings(at, value))) for at, value in changes]):
            middle = len(changes) // 2
            self.write(changes[middle:])
            self.write(changes[:middle])
        elif len(changes) == 1:
            ((at, value),) = changes
            if not any(self._try([(at, value, written)]) for written in self._spellings(at, value)):
                self.refused.append(self.leaves[at].span)

    def _spellings(self, at: int, value: str) -> Iterator[str]:
        return self._format.spellings(self.text, self.leaves[at], self._whole(at, value))

    def _whole(self, at: int, value: str) -> str:
        """With the line ends that stand around the old value."""
        old = self.leaves[at].value
        core = old.strip("\r\n")
        start = old.index(core)
        return old[:start] + value + old[start + len(core) :]

    def _try(self, changes: Sequence[tuple[int, str, str]]) -> bool:
        """Keep the spellings, in order of position, if readers find the new values and all others as they were."""
        pieces, position, expected = [], 0, self._expected.copy()
        for at, value, written in changes:
            start, end = self.leaves[at].span
            pieces += [self.text[position:start], written]
            position = end
            expected[at] = self.leaves[at]._replace(kind=TEXT, value=self._whole(at, value)).content
        text = "".join([*pieces, self.text[position:]])
        if not self._is_whole(text) or self._contents(text) != expected or self._doubles_a_key(changes, expected):
            return False
        self.text, self._expected = text, expected
        return True

    def _doubles_a_key(self, changes: Iterable[tuple[int, str, str]], contents: Sequence[tuple[str, str, str]]) -> bool:
        """Whether a table would have a new key twice: of its keys, which share their place, every other one is lost."""
        new = [contents[at] for at, _, _ in changes if self.leaves[at].is_key]
        counts = Counter(contents) if new else Counter()
        return any(counts[key] > 1 for key in new)

    def _is_whole(self, text: str) -> bool:
        before, after = self._format.marks
        bounds = self._format.bounds(before + text + after)
        return bounds is not None and bounds.inner == (len(before), len(before) + len(text))

    def _contents(self, text: str) -> list[tuple[str, str, str]]:
        try:
            return [leaf.content for leaf in self._format.leaves(text) or ()]
        except UnreadableError:
            return []
