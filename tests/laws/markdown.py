"""What do people write? Strategies for articles and for translations, the odd ones first."""

from __future__ import annotations

from hypothesis import strategies as st

INLINE = (
    "word",
    "two words",
    "*emphasis*",
    "**“quoted”**은",
    "_under_score_",
    "`code`",
    "`` a ` b ``",
    "`c|d`",
    "[link](target.md#part)",
    "[*a* link](<a b> 'a title')",
    "[ref]",
    "[ref][]",
    "[text][ref]",
    '![image](pic.png "Title")',
    "![ref]",
    "<span class='x'>html</span>",
    '<img src="a.png"\nalt="words">',
    "<!-- comment -->",
    "&amp;",
    "&nbsp;",
    "\\*",
    "\\[x\\]",
    "<https://example.org/a>",
    "https://example.org/b",
    "~~gone~~",
    "[^1]",
    '{{< name "x" >}}',
    "{{ variable }}",
    "{% tag %}",
    "{#id}",
    ":smile:",
    "7.",
    "1)",
    "-",
    "+",
    "#",
    ">",
    "|",
    "\\|",
    "===",
    "---",
    "***",
    "```",
    "~~~",
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "*",
    "_",
    "`",
    "<",
    "&",
    "\\",
    "!",
    "é",
    "한국어",
    "العربية",
    "😀",
    "\u00a0",
    "\u3000",
    "\u2028",
    "\x0b",
    "\x0c",
    "\x85",
    "\t",
    "  ",
)
BREAKS = ("\n", "  \n", "\\\n", " \n", "\n\t", "\n> ")
BLOCKS = (
    "# Heading",
    "## Heading *x* {#id}",
    "### Trailing ###",
    "Setext\nheading\n===",
    "Setext\n---",
    "- item\n- other\n  - nested\n    more",
    "* a\n\n  b\n* c",
    "1. one\n2. two",
    "3) three",
    "- [ ] task\n- [x] done",
    "> quote\n> more\nlazy",
    "> [!NOTE]\n> note text",
    "> > nested\n> > - list\n> >   in it",
    "```py\ncode # words\n```",
    "~~~\nopen fence",
    "    indented code",
    "| a | b |\n|---|:-:|\n| c \\| d | `e\\|f` |\n| g",
    "a | b\n-|-\nc | d",
    '<div class="x" title="words here">\ntext <b>bold</b>\n<p>more</p>\n</div>',
    "<!-- a comment -->",
    "<!-- i18n:skip -->",
    "<!-- i18n:note: a note -->",
    "<!-- i18n:skip-start -->\nhidden\n<!-- i18n:skip-end -->",
    "<details>\n<summary>Sum</summary>\n\nBody\n\n</details>",
    "<pre>\n\nraw *x*\n</pre>",
    "<img src='x'\nalt='words'>",
    '[ref]: /target "A title"',
    "[other]: <x y>\n  'title\n  lines'",
    "[^1]: A note\n\n    second paragraph",
    "***",
    "![alone](x.png)",
    "[![badge](b.svg)](link)",
    '{{< figure\n  src="x" >}}',
    "{{< open >}}\ntext in it\n{{< /open >}}",
    "{% raw %}\n{{ x }}\n{% endraw %}",
    ":::note\ntext\n:::",
    "{: .class #id}",
    '!!! note "A title"\n\n    Inside it\n\n    ??? tip\n        Deeper',
    '=== "Tab"\n\n    - item\n\n    ```\n    code\n    ```',
    "/// details | Summary\ntext\n///",
    ":::tip[Title *here*]\n\nBody\n\n:::",
    "::: warning Mind this\nBody\n:::",
    "import X from './x'\nexport const y = {\n  a: 1\n}",
    '<Tabs>\n  <TabItem label="One">\n\n    Indented words\n\n  </TabItem>\n</Tabs>',
    "<Card title='Words' {...props} />",
    "{/* comment */}",
    "Text {value} more {a * b}",
    "```{note} Title\n:class: x\n\nProse *here*\n```",
    "```{code-block} python\n:caption: words\nx = 1\n```",
    ":::{admonition} A title\n:class: tip\nProse\n:::",
    "(target)=\n# Target",
    "% a comment",
    "Term\n: Definition of it\n: Another",
    "{{#include file.rs}}",
    "{% highlight ruby %}\nputs 'words'\n{% endhighlight %}",
    '{{< figure src="a.png" caption="Some words" >}}',
    '{{% quote author="Someone" %}}\nQuoted words\n{{% /quote %}}',
    "[[toc]]",
    "<<< @/file.js",
    "Press ++ctrl+c++ and :material-check: {role}`words` $a_b$",
    "",
    "\\",
    "\ttab code",
)
FRONT_MATTER = (
    "",
    "---\n---\n",
    "---\ntitle: Plain text\n---\n",
    "---\ntitle: 'It''s'\ndescription: \"a \\\"b\\\"\"\n---\n",
    "---\ntitle: |\n  line one\n  line two\nsummary: >-\n  folded\n  text\n\n  more\n---\n",
    "---\n# comment\ntitle:   odd   # note\ntags: [a, b]\n...\n",
    "---\ntitle: &a Anchored\ndescription: *a\n---\n",
    "---\ntitle: [broken\n---\n",
    "---\nnot a mapping\n---\n",
)

line_ends = st.sampled_from(("\n", "\r\n", "\r"))
inline = st.lists(st.sampled_from(INLINE) | st.sampled_from(BREAKS), min_size=1, max_size=8).map(
    lambda parts: " ".join(parts) if len(parts) % 2 else "".join(parts)
)
_blocks = st.sampled_from(BLOCKS) | inline
_nested = st.tuples(st.sampled_from(("> ", "- ", "1. ", "    ", "[^2]: ", "")), _blocks).map(
    lambda both: "\n".join(
        (both[0] if at == 0 or both[0] == "> " else " " * len(both[0])) + line
        for at, line in enumerate(both[1].split("\n"))
    )
)
translations = inline | st.text(max_size=30) | st.sampled_from(BLOCKS)
"""What a translator, or a careless paste, may put in a msgstr."""


@st.composite
def articles(draw: st.DrawFn) -> bytes:
    """The bytes of an article: blocks in one another, any line end, perhaps a byte order mark and front matter."""
    body = draw(st.sampled_from(("\n\n", "\n"))).join(draw(st.lists(_blocks | _nested, max_size=8)))
    text = draw(st.sampled_from(FRONT_MATTER)) + body + draw(st.sampled_from(("", "\n", "\n\n", " ")))
    mark = draw(st.sampled_from((b"", b"", b"\xef\xbb\xbf")))
    return mark + text.replace("\n", draw(line_ends)).encode("utf-8", "replace")
