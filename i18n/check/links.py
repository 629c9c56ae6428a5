"""Do the links and images of a translation lead where those of its source do?"""

from __future__ import annotations

from collections.abc import Iterator

from i18n.check import rule, wording
from i18n.check.foreign import foreign
from i18n.check.hosts import allowed
from i18n.markdown import inline
from i18n.message.markup import Target
from i18n.message.references import brackets
from i18n.words.folding import folded
from i18n.words.hosts import plain


def links(pair: rule.Pair) -> Iterator[rule.Remark]:
    """Compare link and image targets and footnotes as multisets, as languages order words in their own way."""
    if pair.source.targets == pair.target.targets:
        return
    missing, added = wording.compared(map(_normal, pair.source.targets), map(_normal, pair.target.targets))
    _pair_allowed(missing, added, pair.hosts)
    _pair_references(missing, added, pair.target.prose)
    if missing or added:
        text = wording.difference(map(_named, missing), map(_named, added))
        said = f"Links, images or footnotes differ: {text}. Keep each target as it is in the source."
        yield rule.Remark(said, locked=bool(foreign(pair)))


def _normal(target: Target) -> Target:
    """Without regard to the amount of white space; labels without regard to case too, as Markdown compares them."""
    if not target.reference:
        return Target(target.kind, plain(folded(target.value)))
    form = "full" if target.reference == "full" else "short"
    return Target(target.kind, inline.folded(target.value), form)


def _pair_allowed(missing: list[Target], added: list[Target], hosts: tuple[str, ...]) -> None:
    """Take out what changed to an address that the project allows."""
    for one in [one for one in added if not one.reference and allowed(one.value, hosts)]:
        same = sorted((other for other in missing if other.kind == one.kind), key=lambda other: bool(other.reference))
        gone = next(iter(same), None)
        if gone is not None:
            missing.remove(gone)
            added.remove(one)


def _pair_references(missing: list[Target], added: list[Target], prose: str) -> None:
    """Take out references whose label is their text: the build gives `[Wort][]` the source's label.

    `[label]` on its own is no link to the parser once it is translated, so brackets in the prose stand for it.
    """
    for gone in [one for one in missing if one.reference]:
        same = [one for one in added if one.kind == gone.kind and one.reference]
        exact = [one for one in same if one.value == gone.value]
        other = next(iter(exact or [one for one in same if one.reference == gone.reference == "short"]), None)
        if other is not None:
            missing.remove(gone)
            added.remove(other)
    for gone in [one for one in missing if one.reference == "short"][: brackets(prose)]:
        missing.remove(gone)


def _named(target: Target) -> str:
    if target.kind == "footnote":
        return f"[^{target.value}]"
    return f"[{target.value}]" if target.reference else target.value
