"""Who is measured, and how is each told to extract and to build? This repository's tool, and its peers."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import Corpus, unused
from benchmarks.environments import environment
from benchmarks.measure import Command, Run, run

LOCALE = "de"
MARKDOWN_GETTEXT = "markdown-gettext==0.2.0"
MDPO = "mdpo==2.1.4"
TRANSLATE_TOOLKIT = "translate-toolkit[markdown]==3.20.4"

Settings = Callable[[Path, Sequence[str]], frozenset[str]]
"""Writes what a tool is told into a folder that holds the articles named; returns those that the tool cannot read."""


@dataclass(frozen=True, slots=True)
class Tool:
    """Something that extracts the Markdown below `source/` of a folder into catalogs and builds Markdown from them."""

    name: str
    """What tables call it, with its version."""
    extraction: tuple[Command, ...]
    """Commands, run in the folder one after the other, that write every template and catalog."""
    building: tuple[Command, ...]
    """Commands that write every translated article; none: it is measured at extracting alone."""
    catalogs_folder: str = "catalogs"
    built_folder: str = "built"
    """Each article has its source's path there."""
    remembered: tuple[str, ...] = ()
    """Further folders in which a build may leave what makes the next one do less."""
    settings: Settings = lambda _place, _paths: frozenset()

    def lay(self, place: Path, corpus: Corpus) -> frozenset[str]:
        """Make a folder with articles and settings; return the paths of articles that the tool cannot read."""
        corpus.lay(place / "source")
        return self.settings(place, [path for path, _ in corpus.articles])

    def extract(self, place: Path) -> tuple[Run, ...]:
        """Write every template and catalog."""
        return tuple(run(command, place) for command in self.extraction)

    def build(self, place: Path) -> tuple[Run, ...]:
        """Write every article, as if for the first time.

        What an earlier build left is moved away, not deleted: for minutes after many deletions, an ext4 without
        a journal makes new files twenty times as slowly.
        """
        for folder in (self.built_folder, *self.remembered):
            if (place / folder).exists():
                taken = [path.name for path in place.parent.iterdir()]
                (place / folder).rename(place.with_name(unused(f"{place.name}-old", taken)))
        return tuple(run(command, place) for command in self.building)

    def catalogs(self, place: Path) -> Iterator[Path]:
        """Find the catalogs that were extracted."""
        return (place / self.catalogs_folder).rglob("*.po")

    def built(self, place: Path) -> Path:
        """Name the folder of the translated articles."""
        return place / self.built_folder


def manytongues(command: Path, dialect: str = "gfm") -> Tool:
    """Measure `i18n`, translating nothing but text, as its peers do: anchors and links stay as they are."""
    toml = (
        f'[project]\nname = "Benchmark"\nsource_locale = "en"\nlocales = ["{LOCALE}"]\n\n'
        f'[source]\ndialect = "{dialect}"\n\n'
        '[build]\nlayout = "plain"\nanchors = "keep"\nlinks = "keep"\nfallback = "mixed"\n'
    )

    def settings(place: Path, _: Sequence[str]) -> frozenset[str]:
        (place / "i18n.toml").write_text(toml, encoding="utf-8")
        return frozenset()

    return Tool(
        name=f"manytongues {version(command).split()[-1]}",
        extraction=((str(command), "--quiet", "extract"),),
        building=((str(command), "--quiet", "build"),),
        catalogs_folder=f"locales/{LOCALE}",
        built_folder=f"dist/{LOCALE}",
        remembered=("dist", ".i18n"),
        settings=settings,
    )


def mdpo(binaries: Path) -> Tool:
    """Measure mdpo by the classes it documents: all articles in one process, nothing wrapped, the template a copy."""
    driver = (str(binaries / "python"), str(Path(__file__).parent / "peers" / "mdpo_articles.py"))
    return Tool(name=MDPO.replace("==", " "), extraction=((*driver, "extract"),), building=((*driver, "build"),))


def markdown_gettext(binaries: Path) -> Tool:
    """Measure the extraction of markdown-gettext: all articles in one process, a template alone.

    Its build starts msgfmt for each article, and takes articles of one name for one another in one process.
    """
    driver = (str(binaries / "python"), str(Path(__file__).parent / "peers" / "markdown_gettext_articles.py"))
    return Tool(name=MARKDOWN_GETTEXT.replace("==", " "), extraction=(driver,), building=())


def translate_toolkit(binaries: Path) -> Tool:
    """Measure its own commands over the whole folder: code left alone, nothing wrapped, the template a copy."""
    common = ("--progress=none", "--no-code-blocks")
    md2po = (str(binaries / "md2po"), *common, "--duplicates=merge", "-i", "source", "-o", "catalogs")
    po2md = (str(binaries / "po2md"), *common, "--maxlinelength=0", "-t", "source", "-i", "catalogs", "-o", "built")
    return Tool(
        name=TRANSLATE_TOOLKIT.replace("[markdown]==", " "),
        extraction=(md2po, ("cp", "-r", "catalogs", "templates")),
        building=(po2md,),
    )


def po4a() -> Tool:
    """Measure po4a with one catalog for all articles, as it comes, and in its most faithful setting.

    Whole blocks are then messages: their line ends, and the bullets of lists, are the translator's to keep.
    What it cannot read is left out.
    """
    options = tuple(f"--option={name}" for name in ("markdown", "neverwrap", "nobullets", "yfm_lenient"))

    def reads(place: Path, path: str) -> bool:
        # One article that it cannot read would end it for all, and an open code fence keeps it busy for ever.
        command = ("po4a-normalize", "-f", "text", *options, "-M", "UTF-8", "-l", "/dev/null", "-p", "/dev/null")
        try:
            done = subprocess.run(
                [*command, f"source/{path}"],
                cwd=place,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=10,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return False
        return done.returncode == 0

    def settings(place: Path, paths: Sequence[str]) -> frozenset[str]:
        with ThreadPoolExecutor() as pool:
            readable = list(pool.map(lambda path: reads(place, path), paths))
        unread = {path for path, can in zip(paths, readable, strict=True) if not can}
        lines = [f"[po4a_langs] {LOCALE}", "[po4a_paths] templates/all.pot $lang:catalogs/$lang.po"]
        for path in paths:
            if path not in unread:
                name = path.replace(" ", "\\ ")
                lines.append(f'[type: text] source/{name} {LOCALE}:built/{name} opt:"{" ".join(options)} --keep 0"')
        (place / "po4a.conf").write_text("\n".join([*lines, ""]), encoding="utf-8")
        for folder in ("templates", "catalogs"):
            (place / folder).mkdir()
        return frozenset(unread)

    common = ("--quiet", "--no-backups", "-M", "UTF-8", "-L", "UTF-8", "po4a.conf")
    return Tool(
        name=f"po4a {version(Path('po4a')).split()[2].rstrip('.')}",
        extraction=(("po4a", "--no-translations", *common),),
        building=(("po4a", "--no-update", *common),),
        settings=settings,
    )


def version(command: Path) -> str:
    """Ask a command for its version: the first line it prints."""
    return subprocess.run([str(command), "--version"], capture_output=True, text=True, check=True).stdout.splitlines()[
        0
    ]


NAMES = ("ours", "mdpo", "translate-toolkit", "po4a")
"""Those that extract and build; markdown-gettext is measured where it is named, as it only extracts."""


def chosen(names: Sequence[str], i18n: Path, peers: Path) -> tuple[Tool, ...]:
    """Make the tools named, installing those of PyPI that are missing; po4a without its program is left out."""
    tools = []
    for name in names:
        if name == "ours":
            tools.append(manytongues(i18n))
        elif name == "mdpo":
            tools.append(mdpo(environment(peers, MDPO)))
        elif name == "markdown-gettext":
            tools.append(markdown_gettext(environment(peers, MARKDOWN_GETTEXT)))
        elif name == "translate-toolkit":
            tools.append(translate_toolkit(environment(peers, TRANSLATE_TOOLKIT)))
        elif name != "po4a":
            raise SystemExit(f"no tool is called {name}: there are {', '.join((*NAMES, 'markdown-gettext'))}")
        elif shutil.which("po4a"):
            tools.append(po4a())
        else:
            print("po4a is not installed and left out.", file=sys.stderr)
    return tuple(tools)
