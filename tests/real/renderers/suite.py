"""How many files of somebody's test suite come through: byte for byte, and as the real generator renders them?"""

from __future__ import annotations

import argparse
import collections
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from i18n.errors import InputError
from i18n.project.tables import DIALECTS
from tests.real.renderers.differences import build, compared

_ENDINGS = frozenset((".md", ".mdx", ".markdown", ".text", ".txt"))
_FRONT = re.compile(r"\A(---|\+\+\+)[ \t]*\n.*?^\1[ \t]*\n", re.DOTALL | re.MULTILINE)


def read(folder: Path) -> Iterator[tuple[str, str]]:
    """The name and the text of each file that may be an article and holds UTF-8; line ends are those of the file."""
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in _ENDINGS and path.is_file():
            try:
                yield str(path.relative_to(folder)), path.read_bytes().decode()
            except UnicodeDecodeError:
                continue


def main() -> int:
    """Print how many files come through, and what is wrong with the others; 1 if bytes of one differ."""
    options = argparse.ArgumentParser(prog="python -m tests.real.renderers.suite", description=__doc__)
    options.add_argument("folder", type=Path, help="folder with files of Markdown")
    options.add_argument("dialect", choices=DIALECTS)
    options.add_argument("--width", type=int, default=160, help="letters to print of a difference")
    chosen = options.parse_args()
    texts, unread = {}, 0
    for name, text in read(chosen.folder):
        try:
            texts[name] = build(text, chosen.dialect)
        except InputError as error:
            unread += 1
            print(f"  {name}: not read: {error}")
    bodies = [each.only(_FRONT) for each in texts.values()]
    said = dict(zip(texts, compared(bodies, chosen.dialect), strict=True))
    wrong = {name: problem for name, problem in said.items() if problem}
    for name, problem in wrong.items():
        print(f"  {name}: {problem[: chosen.width]}")
    unfaithful = sum(not each.is_faithful for each in texts.values())
    rendered = sum(problem is not None for problem in said.values())
    kinds = collections.Counter(problem.partition(":")[0] for problem in wrong.values())
    print(
        f"{chosen.folder.name}, {chosen.dialect}: {len(texts)} files, {unread} not read, {unfaithful} not byte for"
        f" byte, {rendered} that the generator takes, {rendered - len(wrong)} rendered alike; {dict(kinds)}"
    )
    return 1 if unfaithful else 0


if __name__ == "__main__":
    sys.exit(main())
