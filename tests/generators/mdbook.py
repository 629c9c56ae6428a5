"""How is mdBook run? Once a language, each into a folder of its own."""

from __future__ import annotations

from tests.generators.generator import BIN, Command, Generator

_LANGUAGES = ("de", "es", "ko", "ar", "pt-BR")


def _commands(alone: bool) -> list[Command]:
    book = Command((BIN / "mdbook", "build"))
    return [book] if alone else [book, *map(_translation, _LANGUAGES)]


def _translation(tag: str) -> Command:
    more = {
        "MDBOOK_BOOK__SRC": f"translations/{tag}",
        "MDBOOK_BOOK__LANGUAGE": tag,
        "MDBOOK_OUTPUT__HTML__SITE_URL": f"/notes/{tag}/",
    }
    return Command((BIN / "mdbook", "build", "--dest-dir", f"book/{tag}"), more)


MDBOOK = Generator(
    "mdbook", "mdbook", ("python",), "src", "book", _commands, files=True, address="https://example.org/notes/",
    front=lambda title: f"# {title}\n\n",
)  # fmt: skip
