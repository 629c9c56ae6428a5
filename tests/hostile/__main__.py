"""Put harmful and honest texts in every place of every dialect, and let the real generators render the pages."""

from __future__ import annotations

import argparse
import collections
import dataclasses
import functools
import multiprocessing
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from i18n.extract.source import Source
from i18n.project.tables import DIALECTS
from tests.harm import HARMFUL, HONEST, ODD
from tests.hostile import browser, differences, pages
from tests.real.renderers import outlines, rendering

_Read: TypeAlias = outlines.Outline | rendering.Failure
_SHOWN = 30
"""Of what got through in a dialect, unless all is asked for."""
_SAMPLED = 400
"""Pages of a dialect that Chromium reads too, at most."""


@dataclass
class Report:
    """What was found in one dialect."""

    dialect: str
    places: int = 0
    trials: int = 0
    """A text in a place, or in two."""
    refused: int = 0
    honest_refused: collections.Counter[str] = field(default_factory=collections.Counter)
    rendered: int = 0
    seen: int = 0
    """By Chromium."""
    seconds: float = 0
    faults: list[tuple[str, pages.Trial]] = field(default_factory=list)
    """What got through, and by which texts."""


def run(dialect: str) -> Report:
    """Try all texts in one dialect: in many places of a page first, alone where something differs there."""
    start = time.monotonic()
    article = pages.source(dialect)
    report = Report(dialect, len(pages.messages(article)))
    again = [
        part
        for trial, _ in _tried(article, pages.trials(article, HARMFUL, (*HONEST, *ODD)), report)
        for part in trial.parts()
    ]
    whole = Report(dialect)
    report.faults = [(problem, trial) for trial, problem in _tried(article, again, whole)]
    report.rendered += whole.rendered
    report.seen += whole.seen
    report.seconds = time.monotonic() - start
    return report


def _tried(article: Source, trials: Iterable[pages.Trial], report: Report) -> list[tuple[pages.Trial, str]]:
    """The trials of which something got through."""
    by_data: dict[bytes, list[pages.Trial]] = {article.article.data: []}
    silent = []
    for trial in trials:
        page = pages.built(article, trial)
        report.trials += len(trial.together)
        report.refused += len(page.refused & set(trial.words))
        if trial.is_honest:
            report.honest_refused.update(f"{trial.words[marker]!r}" for marker in page.refused & set(trial.words))
        shown = trial.without(page.refused)
        if page.data == article.article.data:
            if shown.words:
                silent.append((shown, "silent: the source is shown and nothing is said"))
            continue
        by_data.setdefault(page.data, []).append(
            shown if not page.noted else dataclasses.replace(shown, is_honest=False)
        )
    report.rendered += len(by_data)
    found = [
        (trial, problem)
        for (_, tried), judge in zip(by_data.items(), _judges(article, list(by_data), report), strict=True)
        for trial in tried
        if (problem := judge(trial))
    ]
    return silent + found


def _judges(article: Source, datas: list[bytes], report: Report) -> Iterator[Callable[[pages.Trial], str]]:
    """For each page what tells how it differs from the source's own, which is the first."""
    with tempfile.TemporaryDirectory() as folder:
        views = rendering.render(article.dialect.name, [pages.body(data) for data in datas], Path(folder))
        sampled = [views[0][0], *(view[0] for view in views[1 :: len(views) // _SAMPLED + 1])]
        html = [view for view in sampled if isinstance(view, str)]
        in_browser = dict(zip(html, browser.outlines(html, Path(folder)), strict=True)) if html else {}
    report.seen += len(in_browser)
    expected = [*map(_outline, views[0]), *(in_browser[each] for each in html[:1])]
    for view in views:
        got = [_outline(each) for each in view]
        first = view[0]
        if isinstance(first, str) and first in in_browser:
            got.append(in_browser[first])
        yield functools.partial(_judged, expected, got)


def _outline(view: rendering.View) -> outlines.Outline | rendering.Failure:
    if isinstance(view, rendering.Failure):
        return view
    return outlines.of_html(view) if isinstance(view, str) else outlines.of_pieces(view)


def _judged(expected: Sequence[_Read], found: Sequence[_Read], trial: pages.Trial) -> str:
    for one, other in zip(expected, found, strict=False):
        assert not isinstance(one, rendering.Failure), f"the source's own page: {one}"
        problem = other.said if isinstance(other, rendering.Failure) else differences.difference(one, other, trial)
        if problem:
            return f"failed: {problem}" if isinstance(other, rendering.Failure) else problem
    return ""


def shown(report: Report, *, whole: bool) -> Iterator[str]:
    """What to say of a dialect."""
    kinds = collections.Counter(problem.partition(":")[0] for problem, _ in report.faults)
    yield (
        f"{report.dialect}: {report.places} places, {report.trials} texts placed, {report.refused} refused"
        f" ({report.honest_refused.total()} of them honest), {report.rendered} pages rendered,"
        f" {report.seen} read by Chromium, {len(report.faults)} got through {dict(kinds) or ''}, {report.seconds:.0f} s"
    )
    for problem, trial in report.faults[: None if whole else _SHOWN]:
        yield f"    {trial}\n        {problem[:300]}"


def main() -> int:
    """Try the dialects named, or all; 1 when something got through."""
    options = argparse.ArgumentParser(prog="python -m tests.hostile", description=__doc__)
    options.add_argument("dialects", nargs="*", default=DIALECTS)
    options.add_argument("--jobs", type=int, default=2, help="how many dialects at once")
    options.add_argument("--all", action="store_true", help="show all that got through")
    chosen = options.parse_args()
    start, faults = time.monotonic(), 0
    with multiprocessing.Pool(chosen.jobs) as pool:
        for report in pool.imap_unordered(run, chosen.dialects):
            print("\n".join(shown(report, whole=chosen.all)), flush=True)
            faults += len(report.faults)
    texts = f"{len(HARMFUL)} harmful texts, {len(HONEST) + len(ODD)} honest ones"
    print(f"{texts}, {len(chosen.dialects)} dialects: {faults} got through, {time.monotonic() - start:.0f} s")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
