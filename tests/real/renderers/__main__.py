"""Put odd lines into all places of each dialect, and compare what the real generators make of source and page."""

from __future__ import annotations

import argparse
import collections
import multiprocessing
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass

from i18n.project.tables import DIALECTS
from tests.real.renderers import known
from tests.real.renderers.differences import differences
from tests.real.renderers.shapes import Input, inputs


@dataclass(frozen=True)
class Report:
    """What was found in one dialect."""

    dialect: str
    tried: int
    failed: int
    """Sources that the generator itself does not take."""
    found: tuple[tuple[Input, str], ...]
    seconds: float


def run(dialect: str) -> Report:
    """Try all in one dialect."""
    start = time.monotonic()
    tried = tuple(inputs(dialect))
    said = tuple(differences([each.text for each in tried], dialect))
    found = tuple((each, problem) for each, problem in zip(tried, said, strict=True) if problem)
    return Report(dialect, len(tried), said.count(None), found, time.monotonic() - start)


def shown(report: Report, *, whole: bool) -> Iterator[str]:
    """What to say of a dialect: how many differ, and those that are new or gone by shape and context."""
    kinds = collections.Counter(problem.partition(":")[0] for _, problem in report.found)
    yield (
        f"{report.dialect}: {report.tried} inputs, {report.failed} not taken by the generator,"
        f" {len(report.found)} differ {dict(kinds) or ''}, {report.seconds:.0f} s"
    )
    now, before = known.found(report.found), known.read(report.dialect)
    for title, one, other in (("new", now, before), ("no longer there", before, now)):
        for line in known.listed({place: kind for place, kind in one.items() if other.get(place) != kind}):
            yield f"  {title}: {line}"
    if whole:
        yield from (f"  {one.shape!r}, {one.context}, {one.position}: {said[:300]}" for one, said in report.found)


def main() -> int:
    """Try the dialects named, or all; 1 when something differs that is not known, or what is known differs no more."""
    options = argparse.ArgumentParser(prog="python -m tests.real.renderers", description=__doc__)
    options.add_argument("dialects", nargs="*", default=DIALECTS)
    options.add_argument("--jobs", type=int, default=2, help="how many dialects at once")
    options.add_argument("--all", action="store_true", help="show each difference")
    options.add_argument("--write", action="store_true", help="keep what differs as known")
    chosen = options.parse_args()
    changed = False
    with multiprocessing.Pool(chosen.jobs) as pool:
        for report in pool.imap_unordered(run, chosen.dialects):
            print("\n".join(shown(report, whole=chosen.all)), flush=True)
            changed |= known.found(report.found) != known.read(report.dialect)
            if chosen.write:
                known.write(report.dialect, known.found(report.found))
    return 1 if changed and not chosen.write else 0


if __name__ == "__main__":
    sys.exit(main())
