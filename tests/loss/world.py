"""What happens to a project in its life? Writers, translators, git and every command, in the order of a seed."""

from __future__ import annotations

import random
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.cli.commands import i18n, write
from tests.loss import by_hand, kept
from tests.loss.words import Human, Writer
from tests.real.servers import apertium, libretranslate
from tests.real.servers.script import Script, serving

DIALECTS = ("gfm", "hugo", "mkdocs", "docusaurus", "jekyll", "myst", "starlight", "mdbook", "zola", "vitepress")
LOCALES = ("es", "pt-BR", "ar")
ARTICLES = 7
BY_HAND = 200
"""Texts that people write before the rounds begin."""
CONFIGURATION = """\
[project]
name = "Field notes"
locales = {locales}
[source]
dialect = "{dialect}"
private = ["private/**"]
[draft]
engines = ["memory", "pseudo"]
[engine.libretranslate]
url = "{libretranslate}"
local = true
[engine.apertium]
url = "{apertium}"
local = true
[build]
fallback = "{fallback}"
drafts = {drafts}
outdated = "{outdated}"
[notices]
es = "Máquina."
pt-BR = "Máquina."
ar = "آلة"
"""
ENGINES = ("memory", "libretranslate", "apertium", "pseudo")
GIT = ("git", "-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false", "-c", "gc.auto=0")


@contextmanager
def servers() -> Iterator[dict[str, str]]:
    """Engines on this machine that turn words around."""
    with (
        serving(Script(), libretranslate.LibreTranslate) as one,
        serving(Script(translate=apertium.turned), apertium.Apertium) as other,
    ):
        yield {"libretranslate": one, "apertium": other}


@dataclass
class World:
    """A project and the people around it."""

    root: Path
    seed: int
    urls: dict[str, str]
    articles: dict[str, list[str]] = field(default_factory=dict)
    """Blocks of each article, by path below the source folder."""
    aside: dict[str, list[str]] = field(default_factory=dict)
    """Articles that were removed and may come back."""
    addresses: list[tuple[str, str]] = field(default_factory=list)
    """Addresses that changed, old and new."""
    commits: list[str] = field(default_factory=list)
    log: list[str] = field(default_factory=list)
    conflicts: int = 0
    """Catalogs that git could not merge."""
    compared: int = 0
    """Texts of people that were looked for after a command."""

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        self.dialect = DIALECTS[self.seed % len(DIALECTS)]
        self.writer = Writer(self.chance, self.dialect)
        self.human = Human(self.chance)

    def live(self, rounds: int = 10) -> None:
        """Begin, and go through the rounds."""
        self.begin()
        for number in range(rounds):
            self.log.append(f"round {number}")
            self.commit()
            steps = [*self.source_steps(), *self.people_steps(), *self.command_steps(), self.merge]
            self.chance.shuffle(steps)
            for step in steps:
                step()
            self.command("extract")
            self.command("extract", writes=False)

    # The beginning

    def begin(self, articles: int = ARTICLES) -> None:
        for number in range(articles):
            self.articles[f"{self.chance.choice(('', 'deep/'))}{number}.md"] = self.writer.article()
        self.articles["private/note.md"] = self.writer.article()
        for path in self.articles:
            self.save(path)
        self.configure()
        (self.root / ".gitignore").write_text("dist/\nbundles/\n.i18n/\n")
        self.git("init", "-q", "-b", "main")
        self.command("extract")
        for number in range(BY_HAND):
            self.translate(fuzzy=number % 2 == 0)

    def configure(self) -> None:
        values = {
            "locales": str([*LOCALES]).replace("'", '"'),
            "dialect": self.dialect,
            "fallback": self.chance.choice(("mixed", "source", "omit", "last-good")),
            "drafts": self.chance.choice(("true", "false")),
            "outdated": self.chance.choice(("source", "keep")),
            **self.urls,
        }
        write(self.root, "i18n.toml", CONFIGURATION.format(**values))

    # Writers

    def source_steps(self) -> list[Callable[[], None]]:
        few = [self.edit, self.edit, self.insert, self.move, self.drop, self.rename, self.remove, self.bring_back]
        return [*self.chance.sample([*few, self.address, self.split, self.hide, self.rewrap], 7), self.configure]

    def save(self, path: str) -> None:
        write(self.root, f"source/{path}", self.writer.joined(self.articles[path]))

    def some_article(self) -> str:
        return self.chance.choice(sorted(path for path in self.articles if not path.startswith("private/")))

    def change(self, do: Callable[[list[str]], None]) -> None:
        path = self.some_article()
        do(self.articles[path])
        self.save(path)
        self.log.append(f"{do.__name__} in {path}")

    def edit(self) -> None:
        def one_word(blocks: list[str]) -> None:
            at = self.chance.randrange(len(blocks))
            blocks[at] = self.writer.with_another_word(blocks[at])

        self.change(one_word)

    def insert(self) -> None:
        def one_more(blocks: list[str]) -> None:
            blocks.insert(self.chance.randint(1, len(blocks)), self.writer.block())

        self.change(one_more)

    def move(self) -> None:
        def elsewhere(blocks: list[str]) -> None:
            block = blocks.pop(self.chance.randrange(1, len(blocks)))
            blocks.insert(self.chance.randint(1, len(blocks)), block)

        self.change(elsewhere)

    def drop(self) -> None:
        def one_less(blocks: list[str]) -> None:
            if len(blocks) > 3:
                del blocks[self.chance.randrange(1, len(blocks))]

        self.change(one_less)

    def split(self) -> None:
        def in_two(blocks: list[str]) -> None:
            at = self.chance.randrange(1, len(blocks))
            first, stop, rest = blocks[at].partition(". ")
            if stop and "\n" not in blocks[at]:
                blocks[at : at + 1] = [f"{first}.", rest]

        self.change(in_two)

    def rewrap(self) -> None:
        def other_lines(blocks: list[str]) -> None:
            at = self.chance.randrange(1, len(blocks))
            if blocks[at][:1].isalpha() and "\n" not in blocks[at]:
                blocks[at] = blocks[at].replace(". ", ".\n", 1)

        self.change(other_lines)

    def address(self) -> None:
        old, new = self.writer.changed_address()
        self.addresses.append((old, new))
        for path, blocks in self.articles.items():
            self.articles[path] = [block.replace(old, new) for block in blocks]
            self.save(path)
        self.log.append(f"{old} is {new} now")

    def rename(self) -> None:
        path = self.some_article()
        new = f"{self.chance.choice(('', 'deep/', 'other/'))}{self.chance.randrange(10**6)}.md"
        self.articles[new] = self.articles.pop(path)
        (self.root / "source" / path).unlink()
        self.save(new)
        self.log.append(f"{path} is called {new} now")

    def remove(self) -> None:
        if len(self.articles) > 4:
            path = self.some_article()
            self.aside[path] = self.articles.pop(path)
            (self.root / "source" / path).unlink()
            self.log.append(f"{path} is gone")

    def bring_back(self) -> None:
        if self.aside:
            path = self.chance.choice(sorted(self.aside))
            self.articles[path] = self.aside.pop(path)
            self.save(path)
            self.log.append(f"{path} is back")

    def hide(self) -> None:
        def a_draft_or_not(blocks: list[str]) -> None:
            blocks[0] = self.writer.front_matter(draft="draft: true" not in blocks[0], before=blocks[0])

        self.change(a_draft_or_not)

    # Translators

    def people_steps(self) -> list[Callable[[], None]]:
        often = [self.translate] * 4
        return [*often, self.confirm, self.retouch, self.plural, self.obsolete_text, self.remark]

    def catalogs(self) -> list[Path]:
        return sorted(self.root.glob("locales/*/LC_MESSAGES/**/*.po"))

    def by_hand(self, wanted: Callable[[by_hand.Entry], bool], change: Callable[[str, by_hand.Entry], str]) -> None:
        """Open a catalog, look for such a message, change it, save."""
        for path in self.chance.sample(found := self.catalogs(), len(found)):
            parts = by_hand.blocks(path.read_bytes().decode())
            places = [at for at, part in enumerate(parts) if at and wanted(by_hand.read(part))]
            if places:
                at = self.chance.choice(places)
                parts[at] = change(parts[at], by_hand.read(parts[at]))
                path.write_bytes(by_hand.whole(parts).encode())
                return

    def translate(self, *, fuzzy: bool | None = None) -> None:
        state = self.chance.random() < 0.5 if fuzzy is None else fuzzy

        def written(block: str, entry: by_hand.Entry) -> str:
            texts = [self.human.text(entry.msgid) for _ in entry.texts]
            return self.edited(block, texts, fuzzy=state, comments=self.human.comments(entry.msgid, texts[0]))

        self.by_hand(lambda entry: not any(entry.texts) and not entry.obsolete, written)

    def confirm(self) -> None:
        """Accept a machine's draft."""
        self.by_hand(
            lambda entry: entry.is_untouched_draft,
            lambda block, entry: self.edited(block, entry.texts, fuzzy=False, comments=()),
        )

    def retouch(self) -> None:
        """Change a machine's draft, and leave it fuzzy or not."""

        def better(block: str, entry: by_hand.Entry) -> str:
            return self.edited(block, [f"{entry.texts[0]} besser"], fuzzy=self.chance.random() < 0.5, comments=())

        self.by_hand(lambda entry: entry.is_untouched_draft, better)

    def obsolete_text(self) -> None:
        self.by_hand(
            lambda entry: entry.obsolete and len(entry.texts) == 1,
            lambda block, entry: self.edited(block, [self.human.text(entry.msgid)], fuzzy=False, comments=()),
        )

    def remark(self) -> None:
        self.by_hand(
            lambda entry: not entry.obsolete,
            lambda block, entry: self.edited(block, entry.texts, fuzzy=entry.fuzzy, comments=[self.human.remark()]),
        )

    def plural(self) -> None:
        """Paste an entry with plural forms, the first of which may be empty."""
        path = self.chance.choice(self.catalogs())
        forms = [self.chance.choice(("", self.human.text(""))), self.human.text("")]
        name = f"%d well {self.chance.randrange(10**6)}"
        block = by_hand.with_plural(name, forms, obsolete=self.chance.random() < 0.5, chance=self.chance)
        parts = [*by_hand.blocks(path.read_bytes().decode()), block]
        path.write_bytes(by_hand.whole(parts).encode())

    def edited(self, block: str, texts: list[str] | tuple[str, ...], *, fuzzy: bool, comments: object) -> str:
        assert isinstance(comments, list | tuple)
        return by_hand.edited(block, texts, fuzzy=fuzzy, comments=comments, chance=self.chance)

    # Git

    def git(self, *arguments: str, may_fail: bool = False) -> str:
        done = subprocess.run([*GIT, *arguments], cwd=self.root, capture_output=True, check=False)
        assert may_fail or done.returncode == 0, done.stderr
        return done.stdout.decode()

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "x")
        self.commits.append(self.git("rev-parse", "HEAD").strip())

    def merge(self) -> None:
        """Somebody worked on what the catalogs were some time ago; that comes back as git brings it."""
        self.commit()
        older = self.chance.choice(self.commits[-4:])
        self.git("checkout", "-q", "-b", "other", older)
        for _ in range(12):
            self.translate()
        self.git("commit", "-q", "-a", "--allow-empty", "-m", "y")
        self.git("checkout", "-q", "main")
        self.git("merge", "-q", "--no-edit", "other", may_fail=True)
        conflicts = self.git("diff", "--name-only", "--diff-filter=U", "-z").split("\0")[:-1]
        for name in conflicts:
            self.resolve(name)
        self.conflicts += len(conflicts)
        self.commit()
        self.git("branch", "-q", "-D", "other")
        self.log.append(f"merged what began at {older[:8]}, with {len(conflicts)} conflicts")

    def resolve(self, name: str) -> None:
        """Take one side, or the entries of both, as a person would who must lose nothing."""
        sides = [self.git("show", f":{stage}:{name}", may_fail=True) for stage in (2, 3)]
        one, other = sides if self.chance.random() < 0.5 else sides[::-1]
        text = one or other
        if one and other and name.endswith(".po") and self.chance.random() < 0.7:
            parts = by_hand.blocks(one)
            known = {(entry.key, entry.texts, entry.comments) for entry in map(by_hand.read, parts)}
            more = [(part, by_hand.read(part)) for part in by_hand.blocks(other)[1:]]
            text = by_hand.whole([*parts, *(part for part, e in more if (e.key, e.texts, e.comments) not in known)])
        write(self.root, name, text)

    # Commands

    def command_steps(self) -> list[Callable[[], None]]:
        def run(*arguments: str) -> Callable[[], None]:
            return lambda: self.command(*arguments)

        locale, engines = self.chance.choice(LOCALES), self.chance.sample(ENGINES, 2)
        often = [run("extract"), run("run", "--yes"), run("draft", "--engine", engines[0], "--yes")]
        others = [
            run("draft", "--engine", engines[1], "--redo", "--yes"),
            run("draft", "--yes", "--locale", locale),
            run("extract", "--locale", locale),
            run("check"),
            run("build"),
            run("bundle"),
            run("status"),
        ]
        return [*often, *self.chance.sample(others, 4)]

    def command(self, *arguments: str, writes: bool = True) -> None:
        """Run a command; nothing of a person's is lost by it, or the test fails with what happened so far."""
        before = self.bytes()
        result = i18n(self.root, *arguments)
        self.log.append(f"i18n {' '.join(arguments)}: {result.exit_code}")
        after = self.bytes()
        problems = self.problems(arguments[0], before, after)
        if not writes and before != after:
            problems.append("a second run wrote something")
        if result.exit_code not in (0, 1) and not (result.exit_code == 2 and "Nothing is built yet" in result.stderr):
            problems.append(result.stderr)
        problems += [f"left behind: {path}" for path in self.root.rglob(".i18n-*.tmp")]
        self.compared += kept.human(before)
        assert not problems, "\n".join([f"seed {self.seed}", *self.log[-60:], *problems])

    def problems(self, command: str, before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
        if command in ("extract", "run"):
            return kept.lost(before, after, self.addresses)
        if command == "draft":
            return kept.touched(before, after)
        return [] if before == after else [f"{command} wrote to catalogs"]

    def bytes(self) -> dict[str, bytes]:
        folder = self.root / "locales"
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in self.catalogs()}
