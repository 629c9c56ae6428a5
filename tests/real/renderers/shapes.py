"""Which lines may begin, end or continue a block, and where may they stand?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Lines: TypeAlias = tuple[str, ...]

SHAPES: tuple[str, ...] = (
    # Colons
    ": Shaped words", ":Shaped", ":", "::", "::name", "::name[Shaped]", ":::", ":::note", "::: tip Shaped title",
    ":smile: Shaped words", ":smile:", "Shaped :smile: words", ":Field: Shaped words", "Field: Shaped words",
    "~ Shaped words",
    # Ends of blocks, references, notes, abbreviations
    "^", "^^^", "[x]: u", '[x]: u "Shaped title"', "[Shaped words]: u", "[x]:", "[x]: Shaped words",
    "[^1]: Shaped note", "[x] Shaped task", "[ ] Shaped task", "*[AB]: Shaped words",
    # Rules and underlines
    "---", "--", "- - -", "----------", "===", "==", "=", "***", "* * *", "___", "_", "+++", "~~~~", "$$",
    # Bars
    "| Shaped | words |", "Shaped | words", "|", "|---|", "|---|---|", "--- | ---", ":--", "|Shaped",
    "| Shaped | words |\n|---|---|\n| more | cells |", "Shaped | words\n--- | ---\nmore | cells",
    "| Shaped |\n|---|\n| cell |", "Shaped\n---\nmore",
    # Items
    "- Shaped words", "-", "-Shaped", "* Shaped words", "*", "*Shaped", "+ Shaped words", "+", "+Shaped",
    "1. Shaped words", "1.", "1.Shaped", "2. Shaped words", "2.", "10. Shaped words", "2024. Shaped words",
    "1) Shaped words", "2) Shaped words", "(1) Shaped words", "a. Shaped words", "#. Shaped words",
    "- [ ] Shaped words", "- Shaped\n\n  words",
    # Attribute lists
    "{: .a}", "{:.a}", "{.a}", "{#id}", "{ .a }", "Shaped words {: .a}", "Shaped words {.a}", "{: .a} Shaped words",
    "{:toc}", "{::comment}", '{: title="Shaped words"}',
    # HTML
    "<div>", "</div>", "<div>Shaped words</div>", "<div>\nShaped words\n</div>", "<p>Shaped words</p>", "<br>",
    "<br> Shaped words", "<hr>", "<b>Shaped</b> words", "<b>", '<img src="a.png" alt="Shaped words">',
    '<img src="a.png" alt="Shaped words"/> more words', "<my-tag>", "<my-tag>Shaped words</my-tag>", "<Shaped />",
    "<Shaped>words</Shaped>", '<a id="x"></a>', '<a id="x"></a> Shaped words',
    '<div markdown="1">\nShaped words\n</div>', "<details><summary>Shaped words</summary></details>",
    "<!-- Shaped -->", "<!-- Shaped --> words", "<!-- Shaped\nwords -->", "<!-- Shaped", "<?Shaped?>", "<!Shaped>",
    "< Shaped", "<Shaped", "<https://example.org/>", "https://example.org/", "{/* Shaped */}",
    # Code
    "```\nShaped words\n```", "```py\nShaped words\n```", "~~~\nShaped words\n~~~", "```", "``` Shaped ```",
    "`Shaped`", "``", "    Shaped words\n    more", "```{note}\nShaped words\n```", "```{note} Shaped\n```",
    # Backslashes and breaks
    "\\", "\\\\", "Shaped words\\", "Shaped words\\\\", "Shaped words  ", "\\# Shaped words", "\\- Shaped words",
    "\\[x\\]",
    # Headings
    "#", "# Shaped words", "#Shaped", "## Shaped words ##", "### Shaped words {#id}", "####### Shaped words",
    "#1 Shaped words",
    # Quotes
    ">", "> Shaped words", ">Shaped", "> [!NOTE]\n> Shaped words", "> [!NOTE] Shaped words", ">> Shaped words",
    # Containers
    "!!!", "!!! note", '!!! note "Shaped words"', '!!! note "Shaped words"\n    more words',
    "!!! Shaped words and more", '??? note "Shaped words"', "???", '=== "Shaped words"', "=== Shaped words",
    "/// note | Shaped\nwords\n///", "///", ":::note\nShaped words\n:::", ":::{note}\nShaped words\n:::",
    '--8<-- "shaped.md"',
    # Templates
    "{{ shaped }}", "{{ shaped }} words", "{% assign shaped = 1 %}", "{% comment %}\nShaped\n{% endcomment %}",
    "{{< notice >}}", "{{< notice >}}Shaped words{{< /notice >}}", "{{< notice >}}\nShaped words\n{{< /notice >}}",
    "{{#shaped}}", "{shaped}", "{ Shaped words }", "{", "}",
    # Modules and other words with a meaning
    "import Shaped", "import Shaped from 'shaped'", "export const shaped = 1", "export Shaped words", "[TOC]",
    "[[toc]]", "% Shaped words", "%", "(shaped)=", "@Shaped", "$$\nshaped\n$$", "$shaped$ words", "\\[\nshaped\n\\]",
    "&nbsp;", "&amp; Shaped words", "![Shaped words](a.png)", "[Shaped words](b.md)", "[Shaped words]",
    "Shaped\n: words", "Shaped\n:   words", '"Shaped words"', "...", "r[shaped.rule]", "<<< @/shaped.js",
    # Indentation
    *(f"{' ' * width}Shaped words" for width in range(1, 9)), "\tShaped words", "    - Shaped words",
    "  - Shaped words", "    1. Shaped words", "    > Shaped words", "    # Shaped words",
    "      ```\n      Shaped words\n      ```",
)  # fmt: skip
"""Lines that some generator takes for more than words."""
FOR_READERS = frozenset(
    "Shaped words more Upper Lower First line stands follows Opening Closing stand Item Head Heading Other Term".split()
)
"""Words of inputs that are for readers; others are names that mean something to a generator."""
FAILS_HUGO = ("{{< notice >}}", "```{note}\nShaped words\n```", "```{note} Shaped\n```")
"""What ends the build of a site, which names one page at a time."""

POSITIONS: dict[str, Callable[[Sequence[str]], Lines]] = {
    "between": lambda shape: ("Upper line stands", *shape, "Lower line follows"),
    "after": lambda shape: ("Upper line stands", *shape),
    "before": lambda shape: (*shape, "Lower line follows"),
    "below two": lambda shape: ("First line stands", "Upper line stands", *shape),
}
"""Where a shape stands among the lines of a text."""


@dataclass(frozen=True)
class Input:
    """An article with one odd line."""

    shape: str
    context: str
    position: str
    text: str


def inputs(dialect: str) -> Iterator[Input]:
    """All that is tried in a dialect."""
    for context, placed in contexts(dialect).items():
        for position, around in POSITIONS.items():
            for shape in SHAPES:
                if context == "cell" and (position != "between" or "\n" in shape):
                    continue
                if dialect == "hugo" and shape in FAILS_HUGO:
                    continue
                text = placed(around(shape.split("\n")))
                yield Input(shape, context, position, f"Opening words stand.\n\n{text}\n\nClosing words stand.\n")


def contexts(dialect: str) -> dict[str, Callable[[Lines], str]]:
    """What may stand around lines of text."""
    deep = dialect == "mkdocs"
    found: dict[str, Callable[[Lines], str]] = {
        "paragraph": "\n".join,
        "heading above": lambda lines: "\n".join(("## Heading", *lines)),
        "item": _hanging("-   " if deep else "- "),
        "numbered item": _hanging("1.  " if deep else "1. "),
        "lazy item": lambda lines: "- " + "\n".join(lines),
        "later in an item": lambda lines: "- Item\n\n" + _indented(lines, 4 if deep else 2),
        "quote": lambda lines: "\n".join(f"> {line}" for line in lines),
        "lazy quote": lambda lines: "> " + "\n".join(lines),
    }
    if dialect != "commonmark":
        found |= {
            "cell": lambda lines: f"| Head | Other |\n|---|---|\n| {' '.join(lines)} | cell |",
            "row above": lambda lines: "\n".join(("| Head | Other |", "|---|---|", "| one | two |", *lines)),
        }
    if dialect not in ("commonmark", "vitepress"):
        found["note"] = lambda lines: f"See[^9].\n\n[^9]: {_indented(lines, 4).lstrip()}"
    if dialect in ("hugo", "jekyll", "mkdocs", "mdbook", "zola", "myst"):
        found["definition"] = _defined(":   " if deep else ": ")
    return found | ADMONITIONS.get(dialect, {})


def _indented(lines: Lines, width: int) -> str:
    return "\n".join(" " * width + line for line in lines)


def _hanging(mark: str) -> Callable[[Lines], str]:
    return lambda lines: mark + _indented(lines, len(mark))[len(mark) :]


def _defined(mark: str) -> Callable[[Lines], str]:
    return lambda lines: "Term\n" + _hanging(mark)(lines)


def _alert(lines: Lines) -> str:
    return "\n".join(f"> {line}" for line in ("[!NOTE]", *lines))


def _between(opening: str, closing: str) -> Callable[[Lines], str]:
    return lambda lines: "\n".join((opening, *lines, closing))


ADMONITIONS: dict[str, dict[str, Callable[[Lines], str]]] = {
    "gfm": {"admonition": _alert},
    "hugo": {"admonition": _alert, "shortcode": _between("{{< notice >}}", "{{< /notice >}}")},
    "jekyll": {"Markdown in HTML": _between('<div markdown="1">', "</div>")},
    "mkdocs": {
        "admonition": lambda lines: '!!! note "Title words"\n' + _indented(lines, 4),
        "tab": lambda lines: '=== "Tab words"\n\n' + _indented(lines, 4),
        "Markdown in HTML": _between("<div markdown>", "</div>"),
    },
    "mdbook": {"admonition": _alert},
    "docusaurus": {"admonition": _between(":::note", ":::"), "component": _between("<Card>\n", "\n</Card>")},
    "starlight": {"admonition": _between(":::note", ":::"), "component": _between("<Card>\n", "\n</Card>")},
    "vitepress": {"admonition": _between("::: tip", ":::")},
    "myst": {"admonition": _between("```{note}", "```"), "colon fence": _between(":::{note}", ":::")},
}
"""What each dialect has for asides."""
