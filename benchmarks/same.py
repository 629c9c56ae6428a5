"""Do two versions of the program write the same bytes? Asked of folders of Markdown and of whole projects."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from benchmarks.corpus import SUFFIXES
from benchmarks.differences import Difference, shown
from benchmarks.measure import FailedError
from benchmarks.table import say, table
from benchmarks.variety import edited, fill, number

CHECK = ("check", "--format", "json")
STATUS = ("status", "--format", "json")
FIRST = (("extract",),)
"""What is asked of articles without any catalog."""
AS_IT_IS = (("extract",), CHECK, ("build",), ("bundle",))
"""What is asked of a project before anything in it is changed."""
THEN = (
    ("extract",),
    CHECK,
    STATUS,
    ("build",),
    ("bundle",),
    ("draft", "--engine", "memory"),
    ("draft", "--engine", "pseudo"),
    CHECK,
    ("build", "--drafts", "--fallback", "source"),
    ("build", "--locale", "en-XA", "--locale", "ar-XB"),
)
"""What is asked once catalogs are full and articles edited. `pseudo` takes messages apart as every engine has them."""

TOML = """\
[project]
name = "Same"
source_locale = "en"
locales = ["de", "ko", "ar"]

[source]
dialect = "{dialect}"
code = "{code}"
private = ["{private}"]

[memory]
glossary = "glossary.csv"

[draft]
engines = ["memory"]

[check]
hosts = ["https://allowed.example/*"]

[notices]
de = "Auf dieser Seite stehen Texte einer Maschine."
ko = "이 페이지에는 기계 번역이 있습니다."
ar = "في هذه الصفحة ترجمة آلية."
"""
GLOSSARY = """\
en,de,ko,ar
page,Seite,페이지,صفحة
line,Zeile,줄,سطر
example,Muster,보기,نموذج
"""

SPECIMENS = Path(__file__).parent / "data" / "specimens"
"""Articles of our own with what corpora lack, broken ones among them."""
KINDS = {".pot": "templates", ".po": "catalogs", ".zip": "bundles"}
"""What a file is by its suffix; all else that a command writes is a page, or lies next to pages."""
COUNTED = ("commands", *KINDS.values(), "pages", "findings", "wording")
SAMPLE, SMALL = 10, 10_000
"""How many articles are enough where little time is, and how many bytes each may have."""
ACCEPTED = (0, 1, 3)
"""Exit statuses of a command that did its work."""
LEFT_OUT = frozenset({".i18n", "__pycache__", "node_modules"})
"""Folders that are not compared: what is remembered may be made again."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What the two versions are asked about."""

    name: str
    folder: Path
    dialect: str = ""
    """Of a folder of Markdown; empty for a project, which has its own configuration."""


@dataclass(slots=True)
class Tally:
    """What was compared about one subject."""

    compared: Counter[str] = field(default_factory=Counter)
    differing: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    """How many findings each rule has in the old version."""
    differences: list[Difference] = field(default_factory=list)


@dataclass(slots=True)
class Side:
    """One version, and its copy of the project."""

    python: Path
    project: Path
    jobs: int
    known: dict[str, tuple[int, int]] = field(default_factory=dict)
    """When each file was last changed, and its size, before the last command."""

    def ask(self, command: Sequence[str]) -> subprocess.CompletedProcess[bytes]:
        """Run a command. `-P`: a package in the project's folder is never taken for the version's own."""
        program = (str(self.python), "-P", "-m", "i18n", "--jobs", str(self.jobs))
        return subprocess.run([*program, *command], cwd=self.project, capture_output=True, check=False)

    def changed(self) -> set[str]:
        """List the files that are new, changed or gone since this was last asked."""
        now = dict(_files(self.project))
        different = {path for path in now.keys() | self.known.keys() if now.get(path) != self.known.get(path)}
        self.known = now
        return different

    def read(self, path: str) -> bytes | None:
        """Read a file; None where there is none."""
        file = self.project / path
        return file.read_bytes() if file.is_file() else None


def same(
    old: Path, new: Path, subjects: Iterable[Subject], scratch: Path, *, fast: bool, show: int, jobs: int
) -> Iterator[str]:
    """Compare everything that two interpreters' versions make of each subject; yields paragraphs of Markdown.

    Raises FailedError where anything differs, and where the old version does not do its work.
    """
    tallies: dict[str, Tally] = {}
    for at, subject in enumerate(subjects):
        sides = tuple(
            Side(python, scratch / f"same-{at}" / name, jobs) for name, python in (("old", old), ("new", new))
        )
        tallies[subject.name] = _compared(subject, sides, fast=fast)
        for difference in tallies[subject.name].differences[:show]:
            yield f"{subject.name}, {difference.where}:\n\n{shown(difference)}"
    rules = sum((tally.rules for tally in tallies.values()), Counter[str]())
    yield table(("rule", "findings"), [(rule, f"{count:,}") for rule, count in sorted(rules.items())])
    yield table(("corpus", *COUNTED), [(name, *map(partial(_cell, tally), COUNTED)) for name, tally in tallies.items()])
    differing = sum(tally.differing.total() for tally in tallies.values())
    if differing:
        raise FailedError(f"{differing:,} differ.")


def _cell(tally: Tally, kind: str) -> str:
    compared, differing = tally.compared[kind], tally.differing[kind]
    return f"{differing:,} of {compared:,}" if differing else f"{compared:,}"


def _compared(subject: Subject, sides: Sequence[Side], *, fast: bool) -> Tally:
    """Lay the subject out twice, and compare after every command."""
    tally = Tally()
    for side in sides:
        if subject.dialect:
            _lay(subject, side.project, fast=fast)
        else:
            shutil.copytree(subject.folder, side.project, ignore=_ignored)
        side.changed()
    first: Sequence[Sequence[str]] = FIRST if subject.dialect else AS_IT_IS
    for command in first:
        _ask_both(subject, command, sides, tally)
    say(f"{subject.name}: translating")
    _translate(sides)
    for side in sides:
        _edit(side.project, rename=bool(subject.dialect))
        side.changed()
    for command in THEN:
        _ask_both(subject, command, sides, tally)
    return tally


def _lay(subject: Subject, project: Path, *, fast: bool) -> None:
    """Copy articles, some with other line ends and marks, and write the configuration."""
    found = {
        path.relative_to(subject.folder).as_posix(): path
        for path in sorted(subject.folder.rglob("*"))
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(subject.folder).parts)
    }
    articles = [name for name, path in found.items() if path.suffix in SUFFIXES]
    if not articles:
        raise FailedError(f"There is no Markdown in {subject.folder}.")
    if fast:
        small = [name for name in articles if found[name].stat().st_size < SMALL]
        articles = sorted(small or articles, key=number)[:SAMPLE]
        found = {name: found[name] for name in articles}
    for name, path in found.items():
        target = project / "source" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(_varied(name, path.read_bytes()) if name in articles else path.read_bytes())
    shutil.copytree(SPECIMENS, project / "source" / "specimens")
    (project / "source" / "specimens" / "latin.md").write_bytes(b"# Not UTF-8\n\nA caf\xe9 that cannot be read.\n")
    private = next((name for name in sorted(articles) if not set(name) & set("*?[]{}!\\")), "**/*.md")
    code = "skip" if subject.dialect == "gfm" else "comments"
    text = TOML.format(dialect=subject.dialect, code=code, private=private)
    (project / "i18n.toml").write_text(text, encoding="utf-8")
    (project / "glossary.csv").write_text(GLOSSARY, encoding="utf-8")


def _varied(name: str, data: bytes) -> bytes:
    """Give some articles the line ends of Windows, some a byte order mark."""
    if number(name, "line ends") % 9 == 0:
        data = data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    return b"\xef\xbb\xbf" + data if number(name, "mark") % 11 == 0 else data


def _ignored(folder: str, names: list[str]) -> set[str]:
    """Leave out what a project's copy does not need: hidden files, and what was made from the rest."""
    del folder
    return {name for name in names if name.startswith(".") or name in LEFT_OUT | {"dist", "bundles"}}


def _translate(sides: Sequence[Side]) -> None:
    """Fill the catalogs of both, each the same way; what was equal before is filled once."""
    old, new = sides
    with ProcessPoolExecutor() as pool:
        paths = sorted({path for side in sides for path, _ in _files(side.project) if path.endswith(".po")})
        list(pool.map(partial(_fill, old.project, new.project), paths, chunksize=16))


def _fill(old: Path, new: Path, path: str) -> None:
    one, other = old / path, new / path
    equal = one.is_file() and other.is_file() and one.read_bytes() == other.read_bytes()
    for catalog in (one, other)[: 1 if equal else 2]:
        if catalog.is_file():
            fill(catalog, path)
    if equal:
        other.write_bytes(one.read_bytes())


def _edit(project: Path, *, rename: bool) -> None:
    """Edit the articles, and give the last one another name."""
    articles = [path for path in sorted((project / "source").rglob("*")) if path.suffix in SUFFIXES]
    for path in articles:
        path.write_bytes(edited(path.read_bytes()))
    if rename and len(articles) > 1:
        articles[-1].rename(articles[-1].with_stem(f"{articles[-1].stem}-renamed"))


def _ask_both(subject: Subject, command: Sequence[str], sides: Sequence[Side], tally: Tally) -> None:
    """Run one command of both versions at once, and compare what is there then."""
    spoken = " ".join(command)
    say(f"{subject.name}: {spoken}")
    with ThreadPoolExecutor(2) as pool:
        old, new = pool.map(lambda side: side.ask(command), sides)
    if old.returncode not in ACCEPTED:
        raise FailedError(f"{spoken} ended with status {old.returncode}\n{old.stderr.decode(errors='replace')[-4000:]}")
    _note(tally, "commands", f"exit status of {spoken}", *(_ending(done) for done in (old, new)))
    if command == CHECK:
        _compare_findings(tally, spoken, _findings(old.stdout), _findings(new.stdout))
    elif command == STATUS:
        _note(tally, "pages", f"output of {spoken}", old.stdout, new.stdout)
    for path in sorted(set[str]().union(*(side.changed() for side in sides))):
        kind = KINDS.get(Path(path).suffix, "pages")
        _note(tally, kind, f"{path} after {spoken}", *(side.read(path) for side in sides))


def _ending(done: subprocess.CompletedProcess[bytes]) -> bytes:
    failure = b"" if done.returncode in ACCEPTED else done.stderr
    return f"{done.returncode}\n".encode() + failure


def _note(tally: Tally, kind: str, where: str, old: bytes | None, new: bytes | None) -> None:
    tally.compared[kind] += 1
    if old != new:
        tally.differing[kind] += 1
        tally.differences.append(Difference(where, old, new))


def _findings(output: bytes) -> list[dict[str, object]]:
    """Read what `check` found; what is not JSON is one finding."""
    try:
        return list(json.loads(output)["findings"])
    except (ValueError, KeyError, TypeError):
        return [{"rule": "none", "message": output.decode(errors="replace")}]


def _compare_findings(tally: Tally, spoken: str, old: list[dict[str, object]], new: list[dict[str, object]]) -> None:
    """Compare findings without their words, and those that are equal by these too; the order counts as well."""
    tally.rules.update(str(finding["rule"]) for finding in old)
    bare = [_differing(*([_line(finding, words=False) for finding in side] for side in (old, new)))]
    whole = _differing(*([_line(finding, words=True) for finding in side] for side in (old, new)))
    count = max(map(len, bare[0]))
    tally.compared["findings"] += len(old)
    tally.compared["wording"] += len(old)
    tally.differing["findings"] += count
    tally.differing["wording"] += max(0, max(map(len, whole)) - count)
    if any(whole):
        tally.differences.append(Difference(f"findings of {spoken}", *("\n".join(side).encode() for side in whole)))


def _line(finding: dict[str, object], *, words: bool) -> str:
    """Put what was found where on a line; what `check` says of it on a second one."""
    place = {key: value for key, value in finding.items() if key != "message"}
    text = json.dumps(place, ensure_ascii=False)
    return f"{text}\n    {finding.get('message')}" if words else text


def _differing(old: list[str], new: list[str]) -> tuple[list[str], list[str]]:
    """List what only one of both has; where both have the same in another order, what stands elsewhere."""
    one, other = Counter(old), Counter(new)
    gone, added = sorted((one - other).elements()), sorted((other - one).elements())
    if gone or added or old == new:
        return gone, added
    moved = [(before, after) for before, after in zip(old, new, strict=True) if before != after]
    return [before for before, _ in moved], [after for _, after in moved]


def _files(project: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    """List the files below a project with the time of their last change and their size."""
    for folder, folders, names in os.walk(project):
        folders[:] = [name for name in folders if name not in LEFT_OUT]
        for name in names:
            file = Path(folder, name)
            status = file.stat()
            yield file.relative_to(project).as_posix(), (status.st_mtime_ns, status.st_size)


def subjects(pairs: Iterable[str], projects: Iterable[Path]) -> Iterator[Subject]:
    """Read `DIALECT=FOLDER` pairs, and projects. Raises FailedError for what is neither."""
    for pair in pairs:
        dialect, equals, folder = pair.partition("=")
        if not (equals and folder and Path(folder).is_dir()):
            raise FailedError(f"{pair}: DIALECT=FOLDER was expected, such as gfm=docs")
        yield Subject(f"{Path(folder).resolve().name} as {dialect}", Path(folder), dialect)
    for project in projects:
        yield Subject(f"project {project.resolve().name}", project)
