"""What an author tells this program reaches translators as a note, and nobody else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commands import catalog, files, i18n, translate_all, write

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
