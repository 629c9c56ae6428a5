"""Which comments of an article are words for people, and would be published in every language?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from i18n.markdown import frontmatter
from i18n.markdown.blocks import Comment
from i18n.markdown.frontmatter import skips
from i18n.markdown.frontmatter.values import Lines

_WORD = re.compile(r"[^\W\d_]{2,}")
_KEY = re.compile(r"[\"']?(\w*)")
_FOR_PROGRAMS = re.compile(
    r"(?i)(?:more|read-?more|truncate|excerpt|/?toc|tocstop|(?:begin|end)[ -]toc|(?:end)?region)\Z"
    r"|(?:markdownlint|prettier|vale|textlint|cspell|spell-checker|eslint|remark-lint|htmlmin|all-contributors)\b"
    r"|(?:start |end )?doctoc\b|spdx-|@formatter:|\[if |<!\[endif"
)
"""Comments that a generator or a tool reads, and would do something else without: a word alone, or how they begin."""


def in_body(comments: Iterable[Comment]) -> Iterator[Comment]:
    """The comments with words that no program known here reads."""
    return (each for each in comments if _WORD.search(each.text) and not _FOR_PROGRAMS.match(each.text.strip("#! ")))


def in_front_matter(front: frontmatter.FrontMatter | None, unpublished: Collection[str]) -> Iterator[int]:
    """Bytes of the article at which a comment with words is in its front matter, save those of unpublished keys."""
    if front is None or front.problem:
        return
    lines = Lines(front.text)
    for comment in frontmatter.comments(front):
        line = lines.starts[lines.at(comment.start)]
        key = _KEY.match(front.text, line)
        if skips.is_addressed(comment.of(front.text)):
            continue
        if _WORD.search(front.text, *comment) and (comment.start == line or key is None or key[1] not in unpublished):
            yield front.in_article(comment).start
