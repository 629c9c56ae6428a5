"""What do writers and translators write? Ordinary sentences, and all that makes a byte go astray."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

from tests.loss.by_hand import digest

NOUNS = "boat harbour well valve pump road river village letter clinic school bridge market field guide map".split()
VERBS = "opened closed crossed reached left filled repaired measured found lost painted counted".split()
TIMES = "at dawn|before the rains came|in the third week|after nine days|when the road was dry|as agreed".split("|")
ADDRESS = "https://example.org/page"
ODD = (
    " zwei  Leerzeichen ", "Zeile\nzwei", "\nvorn", "hinten\n", "leer\n\nleer", "Tab\there",
    "geschützt\u00a0hier\u202f!",
    "\u2028Zeile\u2029Absatz", "nächste\u0085Zeile", "e\u0301 zerlegt", "\u200fعربي\u200f מ",
    "\u200dnull\u200b", "🛶🏽‍♀️",
    'sagt "ja"', "Pfad C:\\neu\\tab", "\\", "zwei\\\\", "<b>fett</b> & <!-- x -->", "[Weg](weg.md) und `code`",
    "**fett** *kursiv", "%d %s {name} {{ x }}", "# draft: memory sha=00000000", "#~ msgid", '"', "7. Februar", "- nein",
    "7", "…", " ", "\t", "\r\nWagen\r", "\a\b\v\f", "msgstr \"x\"", "a | b", "{#id .class}", "fuzzy", "ſß ẞ İı",
)  # fmt: skip
"""Texts that people write, or parts of them."""
REMARKS = (
    "du oder Sie?", "siehe  Glossar\tSeite 3", "draft: das ist noch nicht gut",
    "i18n-ignore: numbers, unchanged", "TODO",
    "duplicate?", "„so“ – oder so", "reviewed: nein", "\\", "", "#. nicht von mir", "zwei\\\\n", "fuzzy",
)  # fmt: skip


@dataclass
class Human:
    """A translator."""

    chance: random.Random
    written: int = 0

    def text(self, msgid: str) -> str:
        """A translation; most are unlike all others."""
        self.written += 1
        kind = self.chance.random()
        if kind < 0.05 and msgid:
            return msgid
        if kind < 0.1:
            return self.chance.choice(ODD)
        words = [f"Satz{self.written}", *(self.chance.choice(ODD) for _ in range(self.chance.randrange(3)))]
        words += re.findall(r"`[^`]*`|\[[^\]]*\]\([^)]*\)", msgid) if self.chance.random() < 0.7 else []
        self.chance.shuffle(words)
        return self.chance.choice((" ", "", " – ")).join(words)

    def comments(self, msgid: str, text: str) -> list[str]:
        """What stands in front of it, now and then."""
        kind = self.chance.random()
        if kind < 0.15:
            return [self.remark() for _ in range(self.chance.randint(1, 3))]
        if kind < 0.25:
            return [f"reviewed: zweite Leserin {digest(msgid + chr(0) + text)}"]
        return []

    def remark(self) -> str:
        """A comment; trailing white space is none of a comment's."""
        remark = self.chance.choice(REMARKS)
        return f"{remark} {self.chance.randrange(10**6)}" if self.chance.random() < 0.7 else remark


@dataclass
class Writer:
    """An author of articles in a dialect."""

    chance: random.Random
    dialect: str
    page: int = 0

    def sentence(self) -> str:
        """A sentence that resembles others."""
        one, other = self.chance.choice(NOUNS), self.chance.choice(NOUNS)
        extra = self.chance.choice(("", "", "", f" `--{one}`", f" with *{other}*", f" ([see](../{other}.md))"))
        return f"The {one} {self.chance.choice(VERBS)} the {other}{extra} {self.chance.choice(TIMES)}."

    def article(self) -> list[str]:
        """The blocks of an article, its front matter first."""
        return [self.front_matter(), *(self.block() for _ in range(self.chance.randint(7, 11)))]

    def front_matter(self, *, draft: bool = False, before: str = "") -> str:
        """A title; the same one as before, with or without the word that holds the article back."""
        title = re.search("title: (.*)", before)
        named = title[1] if title else self.sentence().replace(":", "").replace("`", "").replace("*", "").rstrip(".")
        held = "draft: true\n" if draft else ""
        return f"---\ntitle: {named}\n{held}---"

    def block(self) -> str:
        """A block of any kind."""
        one, two = self.sentence(), self.sentence()
        kinds = (
            f"{one} {two}", one, f"{one}\n{two}", f"## {one}", f"- {one}\n- {two}", f"1. {one}\n2. {two}", f"> {one}",
            f"| {one} | {two} |\n| --- | --- |\n| 7 | {two} |", f"{one}\\\n{two}",
            f"See [{one}]({ADDRESS}{self.page}).",
            f'<p title="{one}">{two}</p>', f"![{one}](map.png)", f"[{one}]\n\n[{one}]: {ADDRESS}{self.page}/x",
            *self.own(one, two),
        )  # fmt: skip
        return self.chance.choice(kinds)

    def own(self, one: str, two: str) -> tuple[str, ...]:
        """Blocks that the dialect alone has."""
        colons = f":::note[{one}]\n\n{two}\n\n:::"
        return {
            "hugo": (f'{{{{< figure src="map.png" caption="{one}" >}}}}', f"{one}\n\nterm\n: {two}"),
            "jekyll": (f"{one}\n{{: .cls}}", f"term\n: {two}"),
            "mkdocs": (f'!!! note "{one}"\n\n    {two}', f'=== "{one}"\n\n    {two}'),
            "myst": (f":::{{note}}\n{two}\n:::", f"```{{note}}\n{two}\n```"),
            "docusaurus": (colons, f"<Tab label='x'>\n\n{two}\n\n</Tab>"),
            "starlight": (colons,),
            "vitepress": (f"::: tip {one}\n{two}\n:::",),
        }.get(self.dialect, ())

    def with_another_word(self, block: str) -> str:
        """The block with another noun in the place of one of its nouns."""
        places = [match for match in re.finditer(r"(?<![a-z/])[a-z]+(?!\.md)", block) if match[0] in NOUNS]
        if not places:
            return block
        place = self.chance.choice(places)
        return block[: place.start()] + self.chance.choice(NOUNS) + block[place.end() :]

    def changed_address(self) -> tuple[str, str]:
        """Another address than before, and that one."""
        old = f"{ADDRESS}{self.page}"
        self.page += 1
        return old, f"{ADDRESS}{self.page}"

    def joined(self, blocks: list[str]) -> str:
        """The article as a file."""
        return "\n\n".join(blocks) + "\n"
