"""Which article has a message in every place of each dialect? Each message has a word of its own, in capitals."""

from __future__ import annotations

import re

_TOP = """\
---
title: TITLEWORDS
---

# HEADINGWORDS

PARAGRAPHWORDS

Stress *EMPHASISWORDS* here and **STRONGWORDS** there.

See [LINKWORDS](a.md "LINKTITLEWORDS") now.

- ITEMWORDS
- SECONDITEMWORDS

1. NUMBERWORDS
2. SECONDNUMBERWORDS

## LOWHEADINGWORDS

| HEADCELLWORDS | OTHERHEADWORDS |
|---|---|
| CELLWORDS | MORECELLWORDS |
| LOWCELLWORDS | LASTCELLWORDS |

> QUOTEWORDS

![PICTUREWORDS](a.png "PICTURETITLEWORDS")

Look at ![INLINEPICTUREWORDS](b.png) with `code` here.

UPPERLINEWORDS\\
LOWERLINEWORDS
"""
_FOOTNOTE = """
A note[^1] stands here.

[^1]: FOOTNOTEWORDS
"""
_HTML = """
See <img alt="INLINEALTWORDS" src="c.png"> here <b>BOLDWORDS</b> too.

<div class="box">
<p>BLOCKWORDS</p>
<p>SECONDBLOCKWORDS</p>
<img alt="BLOCKALTWORDS" src="d.png">
</div>

<details><summary>SUMMARYWORDS</summary>

INNERWORDS

</details>
"""
_DEFINITION = """
TERMWORDS
: DEFINITIONWORDS
"""
_ALERT = """
> [!NOTE]
> ALERTWORDS
"""
_LAST = """
LASTWORDS
"""
_HUGO = """
{{< figure src="a.png" caption="CAPTIONWORDS" title="FIGURETITLEWORDS" alt="FIGUREALTWORDS" >}}

{{< notice >}}
NOTICEWORDS
{{< /notice >}}
"""
_JEKYLL = """
{% include figure.html src="a.png" caption="CAPTIONWORDS" %}

<div markdown="1">
MARKEDWORDS
</div>

| BARECELLWORDS | SECONDBARECELLWORDS |
"""
_MKDOCS = """
!!! note "ADMONITIONWORDS"
    INSIDEWORDS

??? tip "FOLDEDWORDS"
    FOLDEDINSIDEWORDS

=== "TABWORDS"
    TABBEDWORDS

<div class="box" markdown>
MARKEDWORDS
</div>

![ATTRIBUTEPICTUREWORDS](a.png){ .box }

ABBR stands here.

*[ABBR]: ABBREVIATIONWORDS
"""
_MDX = """
:::note[ASIDEWORDS]

ASIDEINSIDEWORDS

:::

<Card title="CARDWORDS" />

<TabItem label="TABWORDS">

TABBEDWORDS

</TabItem>

<p>FLATWORDS</p>

<details>
<summary>SUMMARYWORDS</summary>

INNERWORDS

</details>

A <Badge text="BADGEWORDS" /> in a sentence.
"""
_VITEPRESS = """
::: tip TIPWORDS
TIPINSIDEWORDS
:::

<Badge text="BADGEWORDS" />

Now {{ 1 + 1 }} INTERPOLATIONWORDS here.
"""
_MYST = """
```{note}
NOTEWORDS
```

:::{admonition} ADMONITIONWORDS
INSIDEWORDS
:::

```{figure} a.png
:alt: FIGUREALTWORDS

CAPTIONWORDS
```

:Fieldname: FIELDWORDS
"""

ARTICLES = {
    "gfm": _TOP + _FOOTNOTE + _HTML + _ALERT + _LAST,
    "commonmark": re.sub(r"(?m)^\|.*\n", "", _TOP) + _HTML + _LAST,
    "hugo": _TOP + _FOOTNOTE + _HTML + _DEFINITION + _ALERT + _HUGO + _LAST,
    "jekyll": _TOP + _FOOTNOTE + _HTML + _DEFINITION + _JEKYLL + _LAST,
    "mkdocs": _TOP + _FOOTNOTE + _HTML + _DEFINITION.replace(": ", ":   ") + _MKDOCS + _LAST,
    "mdbook": _TOP + _FOOTNOTE + _HTML + _DEFINITION + _LAST,
    "zola": _TOP + _FOOTNOTE + _HTML + _DEFINITION + _LAST,
    "docusaurus": _TOP + _FOOTNOTE + _MDX + _LAST,
    "starlight": _TOP + _FOOTNOTE + _MDX + _LAST,
    "vitepress": _TOP
    + _FOOTNOTE.replace("FOOTNOTEWORDS", "FOOTNOTEWORDS FOOTNOTEWORDS")
    + _HTML
    + _ALERT
    + _VITEPRESS
    + _LAST,
    "myst": _TOP + _FOOTNOTE + _HTML + _DEFINITION + _MYST + _LAST,
}
MARKER = re.compile(r"([A-Z]+WORDS)(?: \1)*")
"""What stands for the words of one place, be it once or twice: a footnote of one word is another thing to some."""
ACCEPTED = (
    (
        r"",
        r"LINKWORDS|INLINEPICTUREWORDS",
        r"[\[\]]",
        "a bracket in the text of a link is Markdown of the translator's",
    ),
    (r"gfm", r"EMPHASISWORDS|STRONGWORDS", r"~", "cmark-gfm shows the stars of `*~ x*`, as it does those of a source"),
    (r"vitepress", r"", r"<3|:smile:", "a smiley becomes a picture of one, as in a source"),
    (r"vitepress", r"HEADINGWORDS|LOWHEADINGWORDS", r"^#+$", "the escape shows in the label of the heading's own link"),
    (r"mkdocs", r"LINKTITLEWORDS", r"^'$", "quotes in a link's title are Markdown of the translator's"),
)
"""Texts that are not tried: patterns of dialect, marker and text, and why."""
NEIGHBOURS = (
    (
        ("CELLWORDS", "MORECELLWORDS"),
        ("BARECELLWORDS", "SECONDBARECELLWORDS"),
        ("BLOCKWORDS", "SECONDBLOCKWORDS"),
        ("ITEMWORDS", "SECONDITEMWORDS"),
        ("PARAGRAPHWORDS", "EMPHASISWORDS"),
    ),
    (
        ("LOWCELLWORDS", "LASTCELLWORDS"),
        ("SUMMARYWORDS", "INNERWORDS"),
        ("NUMBERWORDS", "SECONDNUMBERWORDS"),
        ("PARAGRAPHWORDS", "LASTWORDS"),
    ),
)
"""Two places that may each hold a half; those of one group are tried on one page."""
