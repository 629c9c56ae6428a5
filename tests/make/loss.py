"""Does what people wrote survive in many projects? `make loss` says what is lost, with the seed of its project."""

from __future__ import annotations

import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.loss.world import World, servers


def lived(seed: int) -> tuple[int, World | str]:
    """Go through ten rounds of a project; a text says what was lost."""
    with servers() as urls, tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder), seed, urls)
        try:
            world.live()
        except AssertionError as error:
            return seed, str(error)
        return seed, world


def main(seeds: int, jobs: int) -> int:
    """Go through that many projects, and sum up."""
    compared = commands = conflicts = failed = 0
    with ProcessPoolExecutor(jobs) as pool:
        for seed, found in pool.map(lived, range(seeds)):
            if isinstance(found, str):
                failed += 1
                print(f"{found}\n")
                continue
            compared += found.compared
            commands += sum(line.startswith("i18n ") for line in found.log)
            conflicts += found.conflicts
            print(f"seed {seed}: {found.dialect}, {found.compared:,} texts looked for", flush=True)
    print(
        f"{seeds} projects, {commands:,} commands, {conflicts:,} conflicts of catalogs; "
        f"{compared:,} times a text of a person was looked for; {failed} projects lost something."
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
