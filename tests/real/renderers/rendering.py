"""What do the real generators make of pages? Each renders many in one process."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import pyromark

from tests.cli.commands import write
from tests.real.renderers import shortcodes
from tests.real.renderers.install import BIN, NODE, PROGRAMS, hugo

Pages: TypeAlias = Sequence[tuple[str, str]]
"""Front matter and body of each."""


@dataclass(frozen=True)
class Failure:
    """A generator ends instead of rendering a page."""

    said: str


View: TypeAlias = str | list[Any] | Failure
"""HTML; or the pieces that a generator made of a page, where it makes no HTML."""
Renderer: TypeAlias = Callable[[Pages, Path], list[list[View]]]

HUGO = """\
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404", "home", "section"]
[markup.goldmark.renderer]
unsafe = true
"""
_LITERAL = "[markup.goldmark.extensions.typographer]\ndisable = true\n"
_FAILED = re.compile(r"\bp(\d+)\b(?:\.md)?")
_ROUNDS = 60
_CHAPTERS = 200


LIBRARIES = ("gfm", "commonmark", "mkdocs", "myst", "zola")
"""Dialects whose renderers the package's extra `test` brings."""


def render(dialect: str, pages: Pages, folder: Path) -> list[list[View]]:
    """What the dialect's generator makes of pages: one view of each, or two."""
    return _GENERATORS[dialect](pages, folder)


def _asked(command: Sequence[str | Path], texts: Sequence[str], where: Path) -> list[Any]:
    done = subprocess.run(
        command, input=json.dumps(texts), capture_output=True, text=True, cwd=where, check=False, timeout=3600
    )
    if done.returncode:
        raise RuntimeError(f"{command}: {done.stderr[-2000:]}")
    answers: list[Any] = json.loads(done.stdout)
    assert len(answers) == len(texts)
    return answers


def _titled(front: str, html: str) -> str:
    """A page whose layout shows the title as many do: as it is."""
    import yaml

    return f"<h1>{(yaml.safe_load(front) or {}).get('title')}</h1>{html}"


def _by(*command: str | Path, liquid: bool = False) -> Renderer:
    def rendered(pages: Pages, folder: Path) -> list[list[View]]:
        more = [folder] if liquid else []
        where = NODE if command[0] == "node" else folder
        answers = _asked([*command, *more], [body for _, body in pages], where)
        return [_outlines(front, answer) for (front, _), answer in zip(pages, answers, strict=True)]

    return rendered


def _outlines(front: str, answer: Any) -> list[View]:
    if "error" in answer:
        return [Failure(answer["error"])]
    found: list[View] = [_titled(front, answer["html"])] if "html" in answer else []
    return found + ([answer["outline"]] if "outline" in answer else [])


def _pulldown(pages: Pages, _: Path) -> list[list[View]]:
    options = (
        pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_FOOTNOTES | pyromark.Options.ENABLE_STRIKETHROUGH
        | pyromark.Options.ENABLE_TASKLISTS | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
        | pyromark.Options.ENABLE_DEFINITION_LIST | pyromark.Options.ENABLE_GFM
    )  # fmt: skip
    renderer = pyromark.Markdown(options=options)
    return [[_titled(front, renderer.html(body))] for front, body in pages]


def _hugo(pages: Pages, folder: Path) -> list[list[View]]:
    """Build all; a page that fails is taken out, and the others built again."""
    hugo_site(folder, pages, HUGO + _LITERAL, "<h1>{{ .Title }}</h1>{{ .Content }}")
    for name, template in shortcodes.stubs((body for _, body in pages), ("notice",)):
        write(folder, name, template)
    failed: dict[int, str] = {}
    for _ in range(_ROUNDS):
        command = (hugo(), "--source", folder, "--logLevel", "error")
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=3600)
        if not done.returncode:
            break
        said = "".join(line for line in done.stderr.splitlines(keepends=True) if line.startswith("ERROR"))
        numbers = set(map(int, _FAILED.findall(said)))
        if not numbers:
            raise RuntimeError(said or done.stdout + done.stderr)
        for number in numbers:
            failed[number] = said.partition(".md")[2][:300]
            (folder / "content" / f"p{number}.md").unlink(missing_ok=True)
    answers: list[list[View]] = []
    for number in range(len(pages)):
        page = folder / "public" / f"p{number}" / "index.html"
        if number in failed or not page.exists():
            answers.append([Failure(failed.get(number, "no page"))])
        else:
            answers.append([page.read_text(encoding="utf-8")])
    return answers


def hugo_site(folder: Path, pages: Pages, configuration: str, layout: str) -> None:
    """Write a site of Hugo whose page of each number lies in `public/pNUMBER/`."""
    write(folder, "hugo.toml", configuration)
    write(folder, "layouts/_default/single.html", layout)
    for number, (front, body) in enumerate(pages):
        write(folder, f"content/p{number}.md", f"---\n{front}\n---\n{body}")


def _mdbook(pages: Pages, folder: Path) -> list[list[View]]:
    """Each page of a book lists all others: many small books take less time than one."""
    found: list[list[View]] = []
    for start in range(0, len(pages), _CHAPTERS):
        book = folder / str(start)
        book.mkdir()
        found += _book(pages[start : start + _CHAPTERS], book)
    return found


def _book(pages: Pages, folder: Path) -> list[list[View]]:
    source = folder / "src"
    source.mkdir()
    (folder / "book.toml").write_text('[book]\ntitle = "x"\n[output.html]\n[output.html.search]\nenable = false\n')
    (source / "SUMMARY.md").write_text("".join(f"- [p](p{number}.md)\n" for number in range(len(pages))))
    for number, (_, body) in enumerate(pages):
        (source / f"p{number}.md").write_text(body, encoding="utf-8")
    command = (BIN / "mdbook", "build", folder)
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=3600)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    found: list[list[View]] = []
    for number in range(len(pages)):
        page = (folder / "book" / f"p{number}.html").read_text(encoding="utf-8")
        main = page[page.index("<main>") + 6 : page.rindex("</main>")]
        found.append([main])
    return found


_CMARK = PROGRAMS / "cmark.py"
_MDX = _by("node", "mdx.mjs")
_GENERATORS: dict[str, Renderer] = {
    "gfm": _by(sys.executable, _CMARK),
    "commonmark": _by(sys.executable, _CMARK, "commonmark"),
    "hugo": _hugo,
    "jekyll": _by("ruby", PROGRAMS / "jekyll.rb", liquid=True),
    "mkdocs": _by(sys.executable, PROGRAMS / "python_markdown.py"),
    "mdbook": _mdbook,
    "zola": _pulldown,
    "docusaurus": _MDX,
    "starlight": _MDX,
    "vitepress": _by("node", "vitepress.mjs"),
    "myst": _by(sys.executable, PROGRAMS / "myst.py"),
}
