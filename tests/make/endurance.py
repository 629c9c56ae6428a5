"""What is left after kills, signals, a full or broken disk, folders that may not be written? `make endurance` looks."""

from __future__ import annotations

import errno
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from i18n.catalog import codec
from tests.cli.commands import environment, files, write
from tests.loss import kept
from tests.loss.by_hand import blocks, read
from tests.loss.world import World

COMMANDS = ("extract", "draft", "check", "build", "bundle", "run")
CONFIGURATION = """\
[project]
locales = ["es", "pt-BR", "ar"]
[source]
private = ["private/**"]
[draft]
engines = ["memory", "pseudo"]
"""
ARTICLES, EDITS = 14, 12
REMEMBERED = ("state.sqlite", "memory.sqlite")
"""Files in `.i18n/` without which a command does all that it does with them."""
SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
WRITING = "create write sync rename mkdir remove link"
READING = "read load"
FOLDERS = ("locales", "dist", "bundles", ".i18n")
RUNS = {"kill": 50, "signal": 18, "EIO": 14, "ENOSPC": 10, "read-only": 4, "forgetful": 12}
"""How often each happens to each command."""
PLAIN: Mapping[str, str] = MappingProxyType({})
_DAY = re.compile(rb"\d{4}-\d\d-\d\d 00:00\+0000")
"""A day in the header of a catalog: the trees of two days are one."""


@dataclass(frozen=True)
class Disturbance:
    """What happens to a command."""

    kind: str
    command: str
    number: int
    """Which one of its kind, from 0."""

    @property
    def chance(self) -> random.Random:
        return random.Random(f"{self.kind} {self.command} {self.number}")


@dataclass
class Course:
    """What each command begins with, how long it takes, and what there is when nothing disturbed it."""

    folder: Path
    before: dict[str, Path] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    after: dict[str, Mapping[str, bytes]] = field(default_factory=dict)
    shim: Path | None = None
    """Lets calls of the system fail; None without a C compiler."""


def i18n(project: Path, command: str, variables: Mapping[str, str] = PLAIN, jobs: int = 1) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "i18n", "--jobs", str(jobs), command],
        cwd=project,
        env=environment(**variables),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def prepared(folder: Path, articles: int = ARTICLES, edits: int = EDITS) -> Course:
    """A project in full work: texts of people, drafts, pages, bundles; then everything changes."""
    world = World(folder / "begun", 1, {"libretranslate": "http://127.0.0.1:9", "apertium": "http://127.0.0.1:9"})
    world.root.mkdir()
    world.begin(articles)
    write(world.root, "i18n.toml", CONFIGURATION)
    world.command("run")
    for step in (*[world.edit] * edits, *[world.insert] * 6, world.drop, world.rename, world.rename, world.remove):
        step()
    for _ in range(40):
        world.translate()
        world.retouch()
    course = Course(folder)
    tree = world.root
    for command in COMMANDS[:-1]:
        tree = _undisturbed(course, command, tree)
    _undisturbed(course, "run", world.root)
    course.shim = _compiled(folder)
    return course


def _undisturbed(course: Course, command: str, tree: Path) -> Path:
    course.before[command] = tree
    after = _copied(tree, course.folder / f"after-{command}")
    began = time.monotonic()
    with i18n(after, command) as process:
        _, said = process.communicate()
    assert process.returncode in (0, 1), said
    course.seconds[command] = time.monotonic() - began
    course.after[command] = _normal(after)
    return after


def _copied(tree: Path, target: Path) -> Path:
    return Path(shutil.copytree(tree, target, ignore=shutil.ignore_patterns(".git")))


def _normal(tree: Path) -> dict[str, bytes]:
    return {path: _DAY.sub(b"", data) for path, data in files(tree).items() if not path.startswith(".git/")}


def _compiled(folder: Path) -> Path | None:
    target = folder / "faults.so"
    source = Path(__file__).with_name("faults.c")
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        return None
    subprocess.run([compiler, "-O1", "-shared", "-fPIC", "-o", str(target), str(source), "-ldl"], check=True)
    return target


def disturbed(course: Course, one: Disturbance) -> tuple[str, list[str]]:
    """Disturb a command, let it run once more, and say how it ended and what is wrong."""
    project = course.folder / f"{one.kind}-{one.command}-{one.number}"
    _copied(course.before[one.command], project)
    before, wanted = _catalogs(project), course.after[one.command]
    ended, said, failed = _ended(course, one, project)
    problems = list(_after_it(one, project, ended, failed, said, wanted))
    problems += kept.lost(before, _catalogs(project), ())
    with i18n(project, one.command) as process:
        _, said = process.communicate()
    if process.returncode not in (0, 1):
        problems.append(f"the next run ended with {process.returncode}: {_end(said)}")
    problems += kept.lost(before, _catalogs(project), ())
    problems += [f"left behind: {path}" for path in project.rglob(".i18n-*.tmp")]
    problems += [f"the next run made another {path}" for path in _unlike(wanted, project, drafts=not failed)]
    shutil.rmtree(project)
    return ended, [f"{one}: {ended}: {problem}" for problem in problems]


def _unlike(wanted: Mapping[str, bytes], project: Path, *, drafts: bool = True) -> list[str]:
    """Files that are not as wanted; without `drafts`, whatever a machine wrote: a memory that knew less made less."""
    there = _normal(project)
    different = (path for path in sorted(wanted.keys() | there.keys()) if wanted.get(path) != there.get(path))
    return [path for path in different if drafts or not _same_but_drafts(wanted.get(path), there.get(path), path)]


def _same_but_drafts(one: bytes | None, other: bytes | None, path: str) -> bool:
    if one is None or other is None or not path.endswith(".po"):
        return False
    first, second = ([read(block) for block in blocks(data.decode())] for data in (one, other))
    return [each.key if each.is_untouched_draft else each for each in first] == [
        each.key if each.is_untouched_draft else each for each in second
    ]


def _end(said: bytes) -> str:
    return said.decode(errors="replace")[-1500:]


def _catalogs(project: Path) -> dict[str, bytes]:
    folder = project / "locales"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.po")}


def _ended(course: Course, one: Disturbance, project: Path) -> tuple[str, bytes, list[str]]:
    """How the disturbed command ended, what it said, and which calls failed."""
    if one.kind in ("kill", "signal"):
        number = signal.SIGKILL if one.kind == "kill" else SIGNALS[one.number % len(SIGNALS)]
        with i18n(project, one.command, jobs=1 + one.number % 2) as process:
            time.sleep(one.chance.uniform(0.2, 1) * course.seconds[one.command])
            if process.poll() is None:
                send = os.killpg if one.kind == "kill" or one.number % 4 < 2 else os.kill
                send(process.pid, number)
            _, said = process.communicate()
        return str(process.returncode), said, []
    log = project.with_suffix(".log")
    variables = {"LD_PRELOAD": str(course.shim), "FAULT_LOG": str(log), **_fault(one, project)}
    with i18n(project, one.command, variables) as process:
        _, said = process.communicate()
    failed = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    return str(process.returncode), said, failed


def _fault(one: Disturbance, project: Path) -> dict[str, str]:
    chance = one.chance
    if one.kind == "read-only":
        calls, number, folder = "create rename mkdir remove link", 1, f"/{FOLDERS[one.number]}"
        code = errno.EACCES
    elif one.kind == "forgetful":
        calls = chance.choice(["create write sync", "load", "remove write", WRITING])
        number, folder = int(chance.triangular(1, 9, 1)), f"/.i18n/{REMEMBERED[one.number % 2]}"
        code = chance.choice((errno.EIO, errno.ENOSPC))
    elif one.kind == "ENOSPC":
        calls, number, folder, code = (
            "create write sync mkdir link",
            int(chance.triangular(1, 100, 1)),
            "",
            errno.ENOSPC,
        )
    else:
        calls = chance.choice([*WRITING.split(), *READING.split()])
        number, folder, code = (
            int(chance.triangular(1, 15, 1)),
            chance.choice(("/locales", "/dist", "/bundles", "/source", "")),
            errno.EIO,
        )
    lasts = one.kind != "EIO" or chance.random() < 0.3
    return {
        "FAULT_ROOT": f"{project}{folder}",
        "FAULT_CALLS": calls,
        "FAULT_NUMBER": str(number),
        "FAULT_ERRNO": str(int(code)),
        "FAULT_LASTS": str(int(lasts)),
    }


def _after_it(
    one: Disturbance, project: Path, ended: str, failed: list[str], said: bytes, wanted: Mapping[str, bytes]
) -> Iterator[str]:
    """What is wrong right after a disturbance: a command ends as the contract says, or did all that there was to do."""
    allowed = {"kill": "-9", "signal": "130", "forgetful": "0"}.get(one.kind, "3")
    late = {
        "0",
        "1",
        *(str(-number) for number in SIGNALS),
    }  # an interpreter that ends takes signals as the system does
    if (ended != allowed or one.kind == "forgetful") and (ended not in late or _unlike(wanted, project)):
        yield f"it ended with {ended}, not {allowed}: {failed[:3]} {_end(said)}"
    if b"Traceback" in said:
        yield f"a traceback: {failed[:3]} {_end(said)}"
    if ended == "3" and b"cannot be" not in said:
        yield f"no word of what could not be read or written: {failed[:3]} {_end(said)}"
    if one.kind != "kill":
        yield from (f"left behind at once: {path}" for path in project.rglob(".i18n-*.tmp"))
    for path in project.glob("locales/**/*.po*"):
        if not path.name.startswith("."):
            codec.parse(path.read_bytes(), str(path))


def main(jobs: int) -> int:
    """Disturb every command in every way, and sum up."""
    began = time.monotonic()
    ends: dict[tuple[str, str], Counter[str]] = {}
    failed = 0
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(jobs) as threads:
        course = prepared(Path(name))
        kinds = [kind for kind in RUNS if course.shim or kind in ("kill", "signal")]
        plan = [
            Disturbance(kind, command, number) for kind in kinds for command in COMMANDS for number in range(RUNS[kind])
        ]
        for one, (ended, problems) in zip(plan, threads.map(lambda each: disturbed(course, each), plan), strict=True):
            ends.setdefault((one.kind, one.command), Counter())[ended] += 1
            failed += bool(problems)
            print("".join(f"{problem}\n" for problem in problems), end="", flush=True)
    for (kind, command), counts in ends.items():
        print(f"{kind:10} {command:8} {counts.total():4} runs, exit status {dict(sorted(counts.items()))}")
    print(f"{len(plan)} runs in {time.monotonic() - began:.0f} seconds; {failed} of them left something wrong.")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
