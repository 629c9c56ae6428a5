"""Which question is asked, about which articles, of which tools? The command line of the benchmarks."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.carried import carried
from benchmarks.corpus import VARIANTS, Corpus, from_folders, from_spec
from benchmarks.dialects import REFERENCE, dialects
from benchmarks.environments import home
from benchmarks.fidelity import fidelity
from benchmarks.house import house
from benchmarks.layouts import LAYOUTS, PLAIN, layouts
from benchmarks.measure import FailedError
from benchmarks.memory import memory
from benchmarks.merge import merge
from benchmarks.noop import COMMANDS as AGAIN
from benchmarks.noop import noop
from benchmarks.same import same, subjects
from benchmarks.speed import speed
from benchmarks.startup import startup
from benchmarks.tools import NAMES, chosen, manytongues
from benchmarks.versions import COMMANDS, sample, versions


def parser() -> argparse.ArgumentParser:
    """Describe the command line."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--i18n", type=Path, default=Path(sys.executable).parent / "i18n", help="the command i18n to measure"
    )
    common.add_argument("--scratch", type=Path, help="where to work; default: a temporary folder, removed afterwards")
    folders = argparse.ArgumentParser(add_help=False)
    folders.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", help="Markdown; several are one corpus")
    against = argparse.ArgumentParser(add_help=False)
    against.add_argument("--tools", default=",".join(NAMES), help="which, in which order, with commas (%(default)s)")
    against.add_argument(
        "--peers", type=Path, help="where the peers' environments lie; default: below the user's cache"
    )

    main = argparse.ArgumentParser(
        prog="python -m benchmarks", description="Measures the tool next to its peers and to other versions."
    )
    commands = main.add_subparsers(dest="command", required=True)
    one = commands.add_parser("fidelity", parents=[folders, against, common], help="what comes back byte for byte")
    one.add_argument("--spec", type=Path, help="the CommonMark examples, spec.json: each is an article")
    one.add_argument("--variants", default=",".join(VARIANTS), help="with commas (%(default)s)")
    one = commands.add_parser("speed", parents=[folders, against, common], help="extracting and building")
    one.add_argument("--rounds", type=int, default=5)
    one = commands.add_parser(
        "dialects", parents=[folders, common], help="each dialect beside gfm on the same articles"
    )
    one.add_argument("--dialects", help="with commas; default: all there are")
    one.add_argument("--rounds", type=int, default=5)
    one = commands.add_parser("layouts", parents=[folders, common], help="each layout next to plain")
    one.add_argument("--dialect", default="gfm", help="what the articles are read as (%(default)s)")
    one.add_argument("--articles", type=int, default=1_000, help="how many of them at most (%(default)s)")
    one.add_argument(
        "--layouts",
        default=",".join(name for name in LAYOUTS if name != PLAIN),
        help="with commas; default: all there are",
    )
    one.add_argument("--rounds", type=int, default=3)
    one = commands.add_parser(
        "merge", parents=[folders, common], help="an edited article against its catalog, and msgmerge"
    )
    one.add_argument("--messages", type=int, default=10_000)
    one.add_argument("--edited", type=int, default=1_000)
    one.add_argument("--rounds", type=int, default=3)
    one = commands.add_parser("startup", parents=[common], help="i18n --help")
    one.add_argument("--rounds", type=int, default=40)
    one = commands.add_parser("memory", parents=[folders, common], help="for a corpus and several times as much")
    one.add_argument("--times", type=int, default=4)
    one = commands.add_parser("recall", parents=[folders, common], help="what the translation memory finds, how fast")
    one.add_argument("--units", type=int, default=1_000_000)
    one.add_argument("--queries", type=int, default=500)
    one = commands.add_parser("drafts", parents=[common], help="by Apertium, from English to Spanish")
    one.add_argument("--rounds", type=int, default=5)
    commands.add_parser("concurrency", parents=[common], help="drafting by a slow server, several requests at once")
    both = argparse.ArgumentParser(add_help=False)
    for version in ("old", "new"):
        both.add_argument(version, type=Path, help=f"the interpreter of the {version} version: …/bin/python")
    both.add_argument("--scratch", type=Path, help="where to work; default: a temporary folder, removed afterwards")
    one = commands.add_parser("same", parents=[both], help="whether two versions write the same bytes")
    one.add_argument(
        "folders", nargs="*", metavar="DIALECT=FOLDER", help="a folder of Markdown, and what it is read as"
    )
    one.add_argument("--project", type=Path, action="append", default=[], help="a whole project; may be repeated")
    one.add_argument("--fast", action="store_true", help="a few small articles of each folder")
    one.add_argument("--show", type=int, default=3, metavar="N", help="differences to show of each (%(default)s)")
    one.add_argument("--jobs", type=int, default=1, help="processes of each version (%(default)s)")
    one = commands.add_parser("versions", parents=[both, folders], help="whether a version is slower than another")
    one.add_argument("--dialect", default="gfm", help="what the articles are read as (%(default)s)")
    one.add_argument("--articles", type=int, default=500, help="how many of them at most (%(default)s)")
    one.add_argument("--commands", default=",".join(COMMANDS), help="with commas (%(default)s)")
    one.add_argument("--rounds", type=int, default=3)
    one = commands.add_parser(
        "noop", parents=[both, folders], help="what commands cost when nothing changed, or little"
    )
    one.add_argument("--dialect", default="gfm", help="what the articles are read as (%(default)s)")
    one.add_argument("--articles", type=int, default=500, help="how many of them at most (%(default)s)")
    one.add_argument("--commands", default=",".join(AGAIN), help="with commas (%(default)s)")
    one.add_argument("--rounds", type=int, default=3)
    one = commands.add_parser(
        "carried", parents=[both, folders], help="what of finished translations is still finished with another version"
    )
    one.add_argument(
        "--dialect", default="gfm", help="what the articles are read as; several with commas (%(default)s)"
    )
    one.add_argument(
        "--code", default="skip", help="what of code is offered: skip, comments, strings, all (%(default)s)"
    )
    one.add_argument("--show", type=int, default=5, metavar="N", help="messages to show that are not (%(default)s)")
    one = commands.add_parser("findings", help="what the checks find in real translations, next to another reading")
    one.add_argument("paths", nargs="+", metavar="DIALECT=PATH", help="catalogs, and what their articles are read as")
    one.add_argument("--draw", type=int, default=200, help="how many errors to draw for a reader (%(default)s)")
    one.add_argument("--seed", type=int, default=1)
    one = commands.add_parser("slips", help="which planted slips the checks find, and their false alarms")
    one.add_argument("--json", action="store_true", help="JSON instead of tables")
    one.add_argument(
        "--show", action="store_true", help="name what is missed and the false alarms, but of what is held out"
    )
    one.add_argument("--seconds", type=float, default=3, help="processor seconds to time the rules for (%(default)s)")
    one = commands.add_parser("grades", help="whether what is noted of drafts says how much of them must be changed")
    one.add_argument(
        "folders", nargs="*", metavar="DIALECT=FOLDER", help="where graded articles lie, next to the sample"
    )
    one.add_argument("--draw", type=Path, metavar="FOLDER", help="draw drafts to be graded, and write them there")
    one.add_argument("--messages", type=int, default=120, help="how many to draw (%(default)s)")
    one.add_argument("--seed", type=int, default=1, help="by which they are drawn (%(default)s)")
    one = commands.add_parser("house", help="how the package is built: lengths, types, where patterns stand")
    one.add_argument(
        "folder",
        nargs="?",
        type=Path,
        default=Path(__file__).parent.parent,
        help="of the package, or with it in i18n/; default: this one",
    )
    one = commands.add_parser("all", parents=[folders, against, common], help="all of it, as each comes")
    return main


def answered(options: argparse.Namespace, scratch: Path) -> Iterator[str]:
    """Answer the question asked, of versions, of the code or of tools; yields paragraphs of Markdown."""
    if options.command == "same":
        found = subjects(options.folders, options.project)
        old, new = options.old.absolute(), options.new.absolute()
        yield from same(old, new, found, scratch, fast=options.fast, show=options.show, jobs=options.jobs)
    elif options.command in ("versions", "noop"):
        ask = versions if options.command == "versions" else noop
        pythons = (options.old.absolute(), options.new.absolute())
        articles = sample(from_folders(options.folders), options.articles)
        yield from ask(pythons, articles, options.dialect, options.commands.split(","), options.rounds, scratch)
    elif options.command == "carried":
        pythons = (options.old.absolute(), options.new.absolute())
        each = [from_folders([folder]) for folder in options.folders]
        dialects = options.dialect.split(",")
        yield from carried(pythons, each, dialects, scratch, show=options.show, code=options.code)
    elif options.command == "layouts":
        articles = sample(from_folders(options.folders), options.articles)
        names = options.layouts.split(",")
        yield from layouts(options.i18n.absolute(), articles, options.dialect, names, options.rounds, scratch)
    elif options.command == "findings":
        from benchmarks.findings import findings

        yield from findings(options.paths, options.draw, options.seed)
    elif options.command == "slips":
        from benchmarks.slips import slips

        yield from slips(options.seconds, as_json=options.json, show=options.show)
    elif options.command == "grades":
        from benchmarks.grades import draw, grades, pair, sheet

        if options.draw:
            sheet(draw([pair(each) for each in options.folders], options.messages, options.seed), options.draw)
        else:
            yield from grades(options.folders)
    elif options.command == "house":
        yield from house(options.folder)
    else:
        yield from measured(options, scratch)


def measured(options: argparse.Namespace, scratch: Path) -> Iterator[str]:
    """Measure tools; yields paragraphs of Markdown."""
    command = options.command
    i18n = options.i18n.absolute()
    yield f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} processors."
    if command in {"fidelity", "all"}:
        tools = chosen(options.tools.split(","), i18n, home(options.peers))
        variants = options.variants.split(",") if command == "fidelity" else list(VARIANTS)
        for corpus in corpora(options):
            yield from fidelity(corpus, tools, scratch, variants)
    if command in {"speed", "all"}:
        tools = chosen(options.tools.split(","), i18n, home(options.peers))
        yield from speed(from_folders(options.folders), tools, scratch, getattr(options, "rounds", 5))
    if command == "dialects":
        names = dict.fromkeys((REFERENCE, *(options.dialects.split(",") if options.dialects else every_dialect())))
        ours = {name: manytongues(i18n, name) for name in names}
        yield from dialects(from_folders(options.folders), ours, scratch, options.rounds)
    if command == "merge":
        yield from merge(options.folders, options.messages, options.edited, options.rounds, manytongues(i18n), scratch)
    elif command == "all":
        yield from merge((), 10_000, 1_000, 3, manytongues(i18n), scratch)
    if command in {"startup", "all"}:
        yield from startup(i18n, getattr(options, "rounds", 40), scratch)
    if command in {"memory", "all"}:
        yield from memory(from_folders(options.folders), getattr(options, "times", 4), manytongues(i18n), scratch)
    if command == "recall":
        from benchmarks.recall import recall

        yield from recall(options.folders, options.units, options.queries, scratch)
    if command in {"drafts", "all"}:
        from benchmarks.drafts import again, quality, sentences

        yield from quality(sentences(), getattr(options, "rounds", 5))
        yield from again(i18n, scratch)
    if command in {"concurrency", "all"}:
        from benchmarks.concurrency import concurrency

        yield from concurrency(i18n, scratch)


def every_dialect() -> Iterable[str]:
    """Ask the tool which dialects it reads."""
    from i18n.markdown.dialects import NAMES as DIALECTS

    return DIALECTS


def corpora(options: argparse.Namespace) -> Iterator[Corpus]:
    """Find the corpora that fidelity is asked about: the folders, and the specification's examples."""
    if options.folders:
        yield from_folders(options.folders)
    if getattr(options, "spec", None):
        yield from_spec(options.spec)


def main() -> int:
    """Print the tables."""
    options = parser().parse_args()
    with tempfile.TemporaryDirectory(prefix="benchmark-") as temporary:
        scratch = getattr(options, "scratch", None) or Path(temporary)
        try:
            for paragraph in answered(options, scratch):
                print(f"{paragraph}\n", flush=True)
        except FailedError as failure:
            print(failure, file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
