"""What is there to say about a file of data: notes for its translators, and key paths that find nothing?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from i18n.markdown import frontmatter
from i18n.markdown.frontmatter import FrontMatter
from i18n.markdown.frontmatter.prose import is_prose
from i18n.markdown.frontmatter.skips import MARK
from i18n.markdown.frontmatter.values import TEXT, Leaf
from i18n.model import Article, Finding, Severity
from i18n.project import keypaths
from i18n.project.sources import DataFiles

RULE = "data"
_NOTE = "description"
_NOTED = frozenset({"message", "translation", "zero", "one", "two", "few", "many", "other"})
"""Keys next to which `description` speaks to translators: Docusaurus' and Chrome's files, go-i18n's (Hugo)."""
_NAMES = {"int": "a number", "float": "a number", "bool": "true or false", "NoneType": "nothing", "null": "nothing"}


def notes(front: FrontMatter) -> dict[str, str]:
    """What the file itself says to translators, by the path of the value."""
    leaves = frontmatter.leaves(front)
    said = {leaf.path: leaf.value for leaf in leaves if leaf.kind == TEXT and leaf.path.endswith(f".{_NOTE}")}
    if not said:
        return {}
    times = Counter(leaf.path for leaf in leaves)
    found = {}
    for leaf in leaves:
        above, _, key = leaf.path.rpartition(".")
        note = f"{above}.{_NOTE}"
        if key in _NOTED and note in said and times[note] == 1:
            found[leaf.path] = said[note].strip()
    return found


def findings(article: Article, front: FrontMatter, files: Iterable[DataFiles]) -> Iterator[Finding]:
    """Say which key paths mean no text; of a glob's paths, which may mean other files, only if all of them do."""
    leaves = frontmatter.leaves(front)
    for each in files:
        if not each.concerns(article.path):
            continue
        wrong = [said for path in each.keys if (said := objection(path, leaves, front))]
        for said in wrong if not each.has_wildcards or len(wrong) == len(each.keys) else ():
            yield Finding(RULE, Severity.WARNING, said, article.reference, article=article.path)


def objection(path: str, leaves: Sequence[Leaf], front: FrontMatter) -> str:
    """Say what is wrong with a key path of a file; empty if there is a text that it means."""
    meant = [leaf for leaf in leaves if keypaths.means(leaf.path, [path])]
    texts = [leaf for leaf in meant if leaf.kind == TEXT]
    if texts:
        fixed = [leaf.value for leaf in texts if not leaf.span.end and is_prose(leaf.value)]
        if fixed and MARK not in front.text:
            why = "stands in a header or has dots" if front.language == "TOML" else "has an anchor, an alias or a tag"
            return f'"{path}": “{fixed[0]}” {why}, and stays as it is.'
        return ""
    if meant:
        return f'"{path}" is no text but {_named(meant[0])}. Only texts are translated.'
    wants_keys = path.endswith(keypaths.KEY)
    there = [keypaths.shown(leaf.path) for leaf in leaves if leaf.kind == TEXT and leaf.is_key == wants_keys]
    near = _below(path, there) or keypaths.suggestion(path, there)
    meant_by = f" Is it “{near}”?" if near else ""
    return f'"{path}" of [source] data is not in this file.{meant_by}'


def _named(leaf: Leaf) -> str:
    kind = leaf.kind.rpartition(":")[2]
    if kind in ("tuple", "dict") or "map" in kind:
        return "an empty table"
    if kind == "list" or "seq" in kind:
        return "an empty list"
    return _NAMES.get(kind, "a date" if "date" in kind or "time" in kind else f"“{leaf.value}”")


def _below(path: str, there: Sequence[str]) -> str:
    """The first text in what a path means, if that is a table or a list."""
    return next((each for each in there if each.startswith((f"{path}.", f"{path}["))), "")
