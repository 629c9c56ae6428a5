"""What an author tells this program reaches translators as a note, and nobody else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commands import catalog, files, i18n, more_configuration, translate_all, write

NOTE = "<!-- i18n:note: told by a witness -->"
ARTICLE = f"""# A title {NOTE}

Words before {NOTE} and words after.

- one {NOTE} apple
- {NOTE} two pears

| a | b |
|---|---|
| x one {NOTE} | y two |

<div>
{NOTE}
<p>Text here now.</p>
</div>
"""


@pytest.mark.parametrize("translated", [False, True])
def test_a_note_within_a_line_is_in_no_message_and_on_no_page(project: Path, translated: bool) -> None:
    write(project, "source/told.md", ARTICLE)
    i18n(project, "extract")
    units = catalog(project, "told").units
    assert "witness" not in "".join(unit.msgid for unit in units)
    assert sum("told by a witness" in " ".join(unit.extracted) for unit in units) == 6
    if translated:
        translate_all(project, "told")
    assert i18n(project, "run").exit_code == 0
    assert "witness" not in "".join(
        str(data) for path, data in files(project).items() if path.startswith(("dist/", "bundles/"))
    )
    page = (project / "dist/de/told.md").read_text(encoding="utf-8")
    assert ("ONE APPLE" if translated else "one apple") in page


COMMENTED = """---
title: T # Ann wrote this
# ask her first
mt: local # not sent, and not published
tags: ["#one", two] # and again
text: "a # b"
---

<!-- Ann Other told us this. -->

# Words <!-- TODO: ask Ann --> here

<div>
<!-- Ann's house -->
<p>Text here now.</p>
</div>

<!-- more -->

<!-- markdownlint-disable line-length -->

`<!-- code -->` and [a link](x.md).

```
<!-- code of Ann's -->
```
"""
DROPPED = """---
title: T
tags: ["#one", two]
text: "a # b"
---

# Words here

<div>
<p>Text here now.</p>
</div>

<!-- more -->

<!-- markdownlint-disable line-length -->

`<!-- code -->` and [a link](x.md).

```
<!-- code of Ann's -->
```
"""


def test_comments_for_people_are_published_with_a_warning_or_dropped(project: Path) -> None:
    write(project, "source/remarks.md", COMMENTED)
    result = i18n(project, "run")
    assert result.exit_code == 0
    warned = [line.split(":")[1] for line in result.stderr.splitlines() if "[published-comment]" in line]
    assert warned == ["2", "3", "5", "9", "11", "14"]
    published = COMMENTED.replace("mt: local # not sent, and not published\n", "")
    assert (project / "dist/de/remarks.md").read_text(encoding="utf-8") == published
    more_configuration(project, '[build]\ncomments = "drop"\n')
    result = i18n(project, "run")
    assert "published-comment" not in result.stderr
    assert (project / "dist/de/remarks.md").read_text(encoding="utf-8") == DROPPED
    translate_all(project, "remarks")
    i18n(project, "run")
    page = (project / "dist/de/remarks.md").read_text(encoding="utf-8")
    assert "HERE" in page
    assert "Ann" not in page.replace("code of Ann's", "")


def test_a_private_articles_comments_are_no_finding(project: Path) -> None:
    more_configuration(project, '[source]\nprivate = ["remarks.md"]\n')
    write(project, "source/remarks.md", COMMENTED)
    assert "published-comment" not in i18n(project, "run").stderr


@pytest.mark.parametrize("comment", ["more about Ann", "include Ann", "anchor of a boat", "remark: ask Ann", "toc Ann"])
def test_words_that_a_generator_reads_alone_are_for_people_with_others(project: Path, comment: str) -> None:
    write(project, "source/remarks.md", f"<!-- {comment} -->\n\nWords.\n")
    assert "source/remarks.md:1: warning: This comment is published" in i18n(project, "check").stdout


@pytest.mark.parametrize(
    "comment",
    ["more", "readmore", "truncate", "toc", "/toc", "prettier-ignore", "cspell:ignore boat", "START doctoc generated",
     "ALL-CONTRIBUTORS-LIST:START", "vale off", "SPDX-License-Identifier: MIT", "[if IE]> <![endif]"],
)  # fmt: skip
def test_what_a_generator_or_a_tool_reads_is_no_finding_and_stays(project: Path, comment: str) -> None:
    more_configuration(project, '[build]\ncomments = "drop"\n')
    write(project, "source/remarks.md", f"<!-- {comment} -->\n\nWords.\n")
    assert "published-comment" not in i18n(project, "run").stderr
    assert (project / "dist/de/remarks.md").read_text(encoding="utf-8") == f"<!-- {comment} -->\n\nWords.\n"


@pytest.mark.parametrize("comments", ["keep", "drop"])
def test_a_comment_in_the_front_matter_that_speaks_to_this_program_is_on_no_page(project: Path, comments: str) -> None:
    more_configuration(project, f'[build]\ncomments = "{comments}"\n')
    text = "---\ntitle: Wells # i18n:skip\n# i18n:skip\nsummary: Some words\ntags: [a] # i18n:skipped\n---\n\nWords.\n"
    write(project, "source/skipped.md", text)
    result = i18n(project, "run")
    warned = [line.split(":")[1] for line in result.stderr.splitlines() if "[published-comment]" in line]
    kept = ["5"] if comments == "keep" else []
    assert warned == kept
    page = (project / "dist/de/skipped.md").read_text(encoding="utf-8")
    more = " # i18n:skipped" if kept else ""
    assert page == f"---\ntitle: Wells\nsummary: Some words\ntags: [a]{more}\n---\n\nWords.\n"
