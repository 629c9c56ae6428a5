"""How much of what translators finished with one version is still finished with another one?"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.corpus import Corpus
from benchmarks.filling import fill
from benchmarks.measure import run
from benchmarks.table import say, table
from benchmarks.versions import command
from i18n.catalog import codec, formats
from i18n.catalog.cutting import cut
from i18n.model import Unit
from i18n.words.folding import single_spaced

TOML = """\
[project]
name = "Benchmark"
source_locale = "en"
locales = ["de"]

[source]
dialect = "{dialect}"
code = "{code}"
"""
FIRST = "1"
"""The oldest format there is: marks that any of ours sets aside are set aside here too."""
SAME, CARRIED, FUZZY, OBSOLETE, LOST = STATES = ("same", "carried", "fuzzy", "obsolete", "lost")
ACCEPTED = (0, 3)
"""Exit statuses: some articles cannot be read."""

_MARKUP = re.compile(
    r"""(`+)(?!`).*?(?<!`)\1(?!`) | <[^<>]*> | \]\([^()]*(?:\([^()]*\)[^()]*)*\) | \[[^\[\]]*\](?!\() | \{[^{}]*\}
    | https?://\S+ | &\#?\w+; | \\. | (?:^|(?<!\S):)[a-z0-9]+[-_][a-z0-9_-]+:(?![^\s{])""",
    re.VERBOSE | re.DOTALL,
)
_WORD = re.compile(r"(?<![\w\\&/.@:#-])[A-Za-z]+(?![\w/@])")


def translated(msgid: str) -> str:
    """Accent every plain word, whatever stands around it: a text is translated alike in any message."""
    pieces = []
    at = 0
    for match in _MARKUP.finditer(msgid):
        pieces += [_WORD.sub(r"\g<0>é", msgid[at : match.start()]), match.group()]
        at = match.end()
    return "".join([*pieces, _WORD.sub(r"\g<0>é", msgid[at:])])


def states(old: Iterable[Unit], new: Sequence[Unit]) -> Iterator[tuple[Unit, str]]:
    """What became of each finished message of a catalog: one of STATES in the new one.

    A message is finished if all of its texts stand in finished messages, whichever these are.
    """
    finished = {unit.key: unit for unit in new if is_finished(unit)}
    stream = " ".join(_text(unit.msgstr) for unit in finished.values())
    started = [(unit.previous_msgid or "", unit.msgstr) for unit in new if unit.fuzzy and not unit.obsolete]
    put_away = {unit.msgid: unit.msgstr for unit in new if unit.obsolete}
    for unit in filter(is_finished, old):
        same = finished.get(unit.key)
        if same and same.msgstr == unit.msgstr:
            yield unit, SAME
        elif _text(unit.msgstr) in stream:
            yield unit, CARRIED
        elif any(unit.msgid in before and unit.msgstr in msgstr for before, msgstr in started):
            yield unit, FUZZY
        else:
            yield unit, OBSOLETE if put_away.get(unit.msgid) == unit.msgstr else LOST


def is_finished(unit: Unit) -> bool:
    """Whether a message has a translation that is shown to readers."""
    return bool(unit.msgstr) and not unit.fuzzy and not unit.obsolete


def _text(msgstr: str) -> str:
    marks = formats.marks(FIRST)
    return cut(msgstr, marks).folded() if marks else single_spaced(msgstr)


def carried(
    pythons: Sequence[Path],
    corpora: Iterable[Corpus],
    dialects: Iterable[str],
    scratch: Path,
    *,
    show: int = 5,
    code: str = "skip",
) -> Iterator[str]:
    """Fill catalogs of one version, extract with another one, and count; yields paragraphs of Markdown."""
    corpora, dialects = tuple(corpora), tuple(dialects)
    yield (
        "Every message finished, then extracted by the other version. Carried: finished in another form. What is not "
        "finished any more is fuzzy, with the message that it was before, or obsolete."
    )
    rows: list[tuple[str, ...]] = []
    unfinished: list[str] = []
    for corpus in corpora:
        for dialect in dialects:
            say(f"{corpus.name} as {dialect}")
            place = scratch / f"{corpus.name}-{dialect}"
            corpus.lay(place / "source")
            (place / "i18n.toml").write_text(TOML.format(dialect=dialect, code=code), encoding="utf-8")
            count, left = _counted(pythons, place)
            rows.append((corpus.name, dialect, *_row(count)))
            unfinished += [f"{corpus.name} as {dialect}: {text}" for text in left[:show]]
    head = ("corpus", "as", "finished", "still", "%", "carried", "fuzzy", "obsolete", "lost", "wrong", "left empty")
    yield table(head, rows)
    if unfinished:
        yield "\n".join(f"- {line}" for line in unfinished)


def _row(count: Counter[str]) -> tuple[str, ...]:
    before = sum(count[state] for state in STATES)
    still = count[SAME] + count[CARRIED]
    share = f"{still / before:.2%}".removesuffix("%") if before else "–"
    return f"{before:,}", f"{still:,}", share, *(f"{count[name]:,}" for name in (*STATES[1:], "wrong", "empty"))


def _counted(pythons: Sequence[Path], place: Path) -> tuple[Counter[str], list[str]]:
    """Count what became of all messages of a project; lists those that are not finished any more."""
    old, new = pythons
    run(command(old, ("extract",)), place, accept=ACCEPTED)
    fill((place / "locales").rglob("*.po"), translated)
    # What polib wrote gets the form that an extraction leaves alone.
    run(command(old, ("extract",)), place, accept=ACCEPTED)
    before = {path: codec.parse(path.read_bytes()).units for path in sorted((place / "locales").rglob("*.po"))}
    # The other version knows nothing of what this one remembers.
    shutil.rmtree(place / ".i18n", ignore_errors=True)
    run(command(new, ("extract",)), place, accept=ACCEPTED)
    count: Counter[str] = Counter()
    left: list[str] = []
    for path, units in before.items():
        after = codec.parse(path.read_bytes()).units
        found = list(states(units, after))
        count.update(state for _, state in found)
        count["empty"] += sum(not unit.msgstr for unit in after)
        # A translation that another text got is what must never be.
        count["wrong"] += sum(
            single_spaced(unit.msgstr) != single_spaced(translated(unit.msgid)) for unit in filter(is_finished, after)
        )
        left += [f"{state}: {unit.msgid[:100]!r}" for unit, state in found if state not in (SAME, CARRIED)]
    return count, left
