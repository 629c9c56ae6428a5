"""How is Hugo run, the current one and Debian's?"""

from __future__ import annotations

import posixpath
from dataclasses import replace

from tests.generators.generator import BIN, Command, Generator, split


def _link(path: str, target: str) -> str:
    """Articles as files, without the names that sections have; pictures from the root of the site."""
    del path
    address, fragment = split(target)
    if not address.endswith(".md"):
        return "/notes/" + address.removeprefix("../")
    folder, name = posixpath.split(address)
    return posixpath.join(folder, "_index.md" if name == "index.md" else name) + fragment


HUGO = Generator(
    "hugo", "hugo", ("python",), "content", "public",
    lambda _locales: [Command((BIN / "hugo", "--logLevel", "warn"))],
    address="https://example.org/notes/",
    pictures="static", home="_index", folders={"pt-BR": "pt-br"}, link=_link, draft="draft: true",
    versions="0.158 and later",
    more_links=("[x](/odd/)", "[x](/notes/odd/)", '[x]({{< relref "odd.md" >}})'),
)  # fmt: skip
HUGO_FOLDER = replace(HUGO, name="hugo-folder", source="content/en", variant="folders")
HUGO_DEBIAN = replace(
    HUGO, name="hugo-debian", needs=("hugo",), commands=lambda _locales: [Command(("/usr/bin/hugo",))],
    minimal=("hugo", "hugo-debian"), versions="before 0.158", settings=('ids = "hugo-old"',),
    address="https://example.org/", link=lambda path, target: _link(path, target).replace("/notes/", "/", 1),
    more_links=("[x](/odd/)", '[x]({{< relref "odd.md" >}})'),
)  # fmt: skip
