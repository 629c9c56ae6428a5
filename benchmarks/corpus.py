"""Which articles is a measurement about? Those of folders, or the examples of a specification."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

SUFFIXES = {".md", ".mdx"}


@dataclass(frozen=True, slots=True)
class Corpus:
    """Articles that are measured together."""

    name: str
    articles: tuple[tuple[str, bytes], ...]
    """Path below the source folder, always ending in `.md`, and the bytes; sorted by path."""

    @property
    def size(self) -> int:
        """Bytes of all articles."""
        return sum(len(data) for _, data in self.articles)

    def lay(self, folder: Path) -> None:
        """Write the articles below `folder`."""
        for path, data in self.articles:
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)


def from_folders(folders: Iterable[Path]) -> Corpus:
    """Read all Markdown below these folders as one corpus, each folder under its own name.

    `a.mdx` is called `a.mdx.md`, so that every tool takes it for the Markdown it is here.
    """
    articles = {}
    names: list[str] = []
    for folder in folders:
        name = unused(folder.resolve().name or "root", names)
        names.append(name)
        for path in sorted(folder.rglob("*")):
            if path.suffix in SUFFIXES and path.is_file():
                relative = f"{name}/{path.relative_to(folder).as_posix()}"
                articles[relative if path.suffix == ".md" else f"{relative}.md"] = path.read_bytes()
    if not articles:
        raise SystemExit(f"no Markdown in {', '.join(map(str, folders))}")
    return Corpus(" + ".join(names), tuple(sorted(articles.items())))


def from_spec(path: Path) -> Corpus:
    """Read the examples of the CommonMark specification (its `spec.json`), each as an article."""
    examples = json.loads(path.read_text(encoding="utf-8"))
    articles = ((f"spec/{example['example']:03}.md", example["markdown"].encode()) for example in examples)
    return Corpus("CommonMark examples", tuple(sorted(articles)))


def unused(name: str, taken: Iterable[str]) -> str:
    """Return the name, with a number where it is taken."""
    number = 1
    candidate = name
    while candidate in taken:
        number += 1
        candidate = f"{name}-{number}"
    return candidate


def varied(corpus: Corpus, variant: str) -> Corpus:
    """Change every article's bytes as one of VARIANTS says."""
    change = VARIANTS[variant]
    return Corpus(corpus.name, tuple((path, change(data)) for path, data in corpus.articles))


def copied(corpus: Corpus, times: int) -> Corpus:
    """Put the corpus there several times over, in a folder each."""
    articles = ((f"{copy}/{path}", data) for copy in range(times) for path, data in corpus.articles)
    return Corpus(f"{corpus.name} × {times}", tuple(sorted(articles)))


def _crlf(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def _marked(data: bytes) -> bytes:
    return data if data.startswith(b"\xef\xbb\xbf") else b"\xef\xbb\xbf" + data


VARIANTS: dict[str, Callable[[bytes], bytes]] = {"as is": bytes, "CRLF": _crlf, "BOM": _marked}
