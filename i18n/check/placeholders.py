"""Does a translation keep what no translator changes: placeholders, which a program fills in, and code?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from i18n.check.rule import Pair, Remark
from i18n.check.wording import compared, difference, quoted
from i18n.message.markup import Markup
from i18n.message.placeholders import compared as placeholders_of
from i18n.model import Severity

_WORDS = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+)*")
"""What people say aloud; with digits and signs it is what programs read: retry_after, cache.db, Ctrl+C, 8080."""


def code(pair: Pair) -> Iterator[Remark]:
    """Compare code spans as multisets: what stands in them is typed by readers, not read.

    In a cell of a table a bar is the same with a backslash and without; the build tells where it is not. What programs
    read may gain marks, and code may be said once more. Spaces at the ends are seen by few: a warning, where the build
    does not tell that a generator reads something else.
    """
    if pair.source.code == pair.target.code:
        return
    missing, added = compared(*([one.replace("\\|", "|") for one in side.code] for side in (pair.source, pair.target)))
    if missing and Counter(map(str.strip, missing)) == Counter(map(str.strip, added)):
        yield Remark(f"Spaces at the ends of code differ: {difference(missing, added)}.", Severity.WARNING)
    elif added and not missing and all(map(pair.source.says, added)):
        if words := [one for one in added if not _is_code(one, pair.source)]:
            yield Remark(f"Code marks are added round {quoted(words)}, words of the source.", Severity.WARNING)
    elif missing or added:
        yield Remark(f"Code differs: {difference(missing, added)}. Keep text between backticks as it is in the source.")


def _is_code(text: str, source: Markup) -> bool:
    """Whether a text of the source may have code marks in a translation: it is code there already, or no word.

    A translation may say once more what the source says once.
    """
    return not _WORDS.fullmatch(text) or Markup("", code=source.code).says(text)


def placeholders(pair: Pair) -> Iterator[Remark]:
    """Compare placeholders as multisets: `%2$s` and `%s` fill the same place in another order."""
    source, target = _searched(pair)
    wanted, found = placeholders_of(source, target)
    if found == wanted:
        return
    missing, added = compared(wanted, found)
    # One that a letter follows is not seen (`%sB`), and a translation may change that letter.
    counts = {one: (source.count(one), target.count(one)) for one in {*missing, *added}}
    missing = [one for one in missing if counts[one][1] < counts[one][0] or not counts[one][0]]
    added = [one for one in added if counts[one][0] < counts[one][1] or not counts[one][1]]
    if missing or added:
        yield Remark(f"Placeholders differ: {difference(missing, added)}. A program fills them: keep each as it is.")


def _searched(pair: Pair) -> tuple[str, str]:
    """Prose, and with it code where that differs: a translator may take the backticks for quotation marks."""
    source, target = pair.source, pair.target
    if sorted(source.code) == sorted(target.code):
        return source.prose, target.prose
    return " ".join((source.prose, *source.code)), " ".join((target.prose, *target.code))
