"""What holds what in each dialect? Articles of containers within containers, every construct at any depth."""

from __future__ import annotations

import re
from typing import NamedTuple

from hypothesis import strategies as st

from tests.laws.markdown import BLOCKS, FRONT_MATTER, inline, line_ends


class Container(NamedTuple):
    """What stands around other blocks; `≡` is three marks and one more for each container that may still lie within."""

    first: str
    """Before the first line of what is in it."""
    further: str
    """Before each further line that is not blank."""
    before: str = ""
    after: str = ""


EVERYWHERE = (
    Container("> ", "> "),
    Container("- ", "  "),
    Container("10. ", "    "),
    Container("- [ ] ", "  "),
    Container("[^n]: ", "    "),
    Container("> ", "> ", "> [!NOTE]\n"),
    Container("", "", "<div>\n\n", "\n\n</div>"),
    Container("", "", "<details>\n<summary>Some words</summary>\n\n", "\n\n</details>"),
    Container("  <b>", "  ", '<p title="Some words">\n', "</b>\n</p>"),
)
DEFINITION = Container(": ", "  ", "A term\n")
COMPONENTS = (
    Container("    ", "    ", '<Tabs>\n  <TabItem label="Some words">\n\n', "\n\n  </TabItem>\n</Tabs>"),
    Container("", "", '<Card title="Some words" {...rest}>\n\n', "\n\n</Card>"),
    Container("", "", "::≡note[Some words]\n\n", "\n\n::≡"),
    Container("", "", "::≡tip\n", "\n::≡"),
    Container("  ", "  ", "<>\n", "\n</>"),
)
OF_DIALECT = {
    "commonmark": (),
    "gfm": (),
    "hugo": (
        DEFINITION,
        Container("", "", '{{< tab "Some words" >}}\n', "\n{{< /tab >}}"),
        Container("", "", '{{% note title="Some words" %}}\n\n', "\n\n{{% /note %}}"),
        Container("{{< b >}}", "", "", "{{< /b >}}"),
    ),
    "zola": (
        DEFINITION,
        Container("", "", '{% note(title="Some words") %}\n', "\n{% end %}"),
        Container("{% b() %}", "", "", "{% end %}"),
    ),
    "jekyll": (
        DEFINITION,
        Container("", "", '<div markdown="1">\n', "\n</div>"),
        Container("", "", "{% if page.title %}\n", "\n{% endif %}"),
        Container("", "", "{% raw %}\n", "\n{% endraw %}"),
        Container("{::nomarkdown}", "", "", "{:/}"),
    ),
    "mkdocs": (
        DEFINITION,
        Container("    ", "    ", '!!! note "Some words"\n\n'),
        Container("    ", "    ", "???+ tip\n"),
        Container("    ", "    ", '=== "Some words"\n\n'),
        Container("", "", "//≡ details | Some words\n\n", "\n\n//≡"),
        Container("", "", "<div markdown>\n\n", "\n\n</div>"),
    ),
    "docusaurus": COMPONENTS,
    "starlight": COMPONENTS,
    "myst": (
        DEFINITION,
        Container("", "", "``≡{note} Some words\n:class: x\n\n", "\n``≡"),
        Container("", "", "::≡{tip}\n", "\n::≡"),
        Container("", "", "``≡{figure} a.png\n---\nalt: Some words\n---\n", "\n``≡"),
        Container("", "", "``≡{code-block} python\n", "\n``≡"),
        Container("* - ", "    ", ":::{list-table} Some words\n", "\n:::"),
    ),
    "mdbook": (DEFINITION, Container("", "", '``≡admonish note title="Some words"\n', "\n``≡")),
    "vitepress": (
        Container("", "", "::≡ tip Some words\n", "\n::≡"),
        Container("", "", "::≡ details Some words {open}\n\n", "\n\n::≡"),
        Container("", "", '<Badge text="Some words">\n\n', "\n\n</Badge>"),
    ),
}
DIALECTS = tuple(OF_DIALECT)
_FRONT = {
    "yaml": (
        "---\ntitle: Some words  # i18n:skip\ntags: []\ndescription: 'It''s so'\n---\n",
        '---\nhero:\n  tagline: >-\n    Some words\n    more\n  actions: [{text: One}, {text: "Two"}]\n---\n',
        "---\ntitle: on\ndescription: 12:30\nsummary: 0o7\n...\n",
    ),
    "toml": (
        "+++\ntitle = 'Some words'\n[extra]\nx = [1, 2]\n+++\n",
        '+++\ntitle = """\nSome words\n"""\ndescription = "a \\"b\\" c" # why\n+++\n',
        "+++\ntitle = [broken\n+++\n",
    ),
    "json": ('{"title": "Some words", "tags": ["a", "b"]}\n', '{\n  "title": "Some \\u00e9",\n  "x": {}\n}\n'),
}


def containers(dialect: str) -> tuple[Container, ...]:
    """All that a dialect knows."""
    return EVERYWHERE + OF_DIALECT[dialect]


def within(container: Container, inner: str, depth: int = 0) -> str:
    """Put blocks in a container; `depth`: how many more are around nothing yet."""
    lines = [(container.further if at else container.first) + line for at, line in enumerate(inner.split("\n"))]
    text = container.before + "\n".join(line.rstrip(" ") if not line.strip() else line for line in lines)
    return _MARKS.sub(lambda match: match[1] * (3 + depth), text + container.after)


_MARKS = re.compile(r"([:`/])\1≡")


@st.composite
def nested(draw: st.DrawFn, dialect: str) -> bytes:
    """The bytes of an article: blocks up to three containers deep, any front matter, line end and byte order mark."""
    kinds = ("yaml", "toml", "json") if draw(st.booleans()) else ("yaml",)
    front = draw(st.sampled_from((*FRONT_MATTER, *(each for kind in kinds for each in _FRONT[kind]))))
    body = draw(_blocks(dialect, 3))
    if not draw(st.integers(0, 4)):
        body = re.sub(r"(?m)(?:^|(?<=> )) {4}", "\t", body)
    text = front + body + draw(st.sampled_from(("", "\n", "\n\n")))
    if draw(st.booleans()):
        text = text.replace("\n", draw(line_ends))
    return (draw(st.sampled_from(("", "", "\ufeff"))) + text).encode("utf-8", "replace")


def _blocks(dialect: str, depth: int) -> st.SearchStrategy[str]:
    leaf = st.sampled_from(BLOCKS) | inline
    block = leaf
    if depth:
        block = leaf | st.builds(
            within,
            st.sampled_from(containers(dialect)),
            st.deferred(lambda: _blocks(dialect, depth - 1)),
            st.just(depth),
        )
    joined = st.sampled_from(("\n\n", "\n\n", "\n"))
    return st.builds(str.join, joined, st.lists(block, min_size=1, max_size=3))
