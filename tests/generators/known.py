"""Which faults are known? A file a generator: what is new fails, and so does what is no longer there."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tests.generators.checking import Fault

FOLDER = Path(__file__).parent / "known"
_MANY = 20
"""Faults of a kind from which on they are counted, and not listed."""


def listed(found: Iterable[Fault]) -> list[str]:
    """A line for each fault, or for each kind of which there are many."""
    faults = sorted(set(found))
    counts = Counter(fault.kind for fault in faults)
    lines = [f"{kind}: {number} pages and places" for kind, number in counts.items() if number > _MANY]
    return sorted([*lines, *(str(fault) for fault in faults if counts[fault.kind] <= _MANY)])


def compare(name: str, found: Iterable[Fault]) -> None:
    """Fail where other faults are found than those that are known; with `WRITE_KNOWN=1` they become known."""
    file = FOLDER / f"{name}.txt"
    found = sorted(set(found))
    now = listed(found)
    if os.environ.get("WRITE_KNOWN"):
        file.unlink(missing_ok=True)
        if now:
            FOLDER.mkdir(exist_ok=True)
            file.write_text("".join(f"{line}\n" for line in now), encoding="utf-8")
    before = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    new = [f"new: {line}" for line in now if line not in before]
    gone = [f"no longer there: {line}" for line in before if line not in now]
    kinds = {line.partition(":")[0] for line in now if line not in before}
    all_of_them = [f"  {fault}" for fault in found if fault.kind in kinds]
    assert not new + gone, "\n".join((f"{len(new)} new, {len(gone)} no longer there", *new, *gone, *all_of_them))
