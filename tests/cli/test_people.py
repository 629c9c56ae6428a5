"""Nobody who translates is named in catalogs and in what is made from them, whichever program saved the catalog."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.commands import files, i18n, more_configuration

TOOLS: dict[str, tuple[str, str, str]] = {
    "gettext": (
        "# German for Field notes\n# Copyright (C) 2026 Vera Canary\n# Vera Canary <vera@canary.example>, 2026.\n",
        (
            "Last-Translator: Vera Canary <vera@canary.example>\nLanguage-Team: Canary <team@canary.example>\n"
            "PO-Revision-Date: 2026-11-29 03:12+0100\nReport-Msgid-Bugs-To: bugs@canary.example\n"
        ),
        "# Vera Canary <vera@canary.example>: is this right?\n",
    ),
    "poedit": (
        "# Translators:\n# Vera Canary\n",
        (
            "X-Generator: Poedit 3.2 /home/canary/x\nX-Poedit-Basepath: /home/canary\nX-Poedit-SearchPath-0: canary\n"
            "X-Poedit-Bookmarks: 4,-1\nX-Poedit-KeywordsList: canary\nX-Poedit-Language: Canary\n"
        ),
        "# TODO Vera-Canary 2026-11-29 03:12 is this right?\n",
    ),
    "lokalize": (
        "# Translation of Field notes to German\n# Vera Canary <vera@canary.example>, 2025, 2026.\n",
        "X-Generator: Lokalize 23.08.1 (canary)\nX-Environment: canary\nX-Text-Markup: canary\n",
        "# @vcanary: is this right?\n",
    ),
    "weblate": (
        (
            "# Anonymous <noreply@canary.example>, 2026.\n# Canary <vera@canary.example>, 2026.\n"
            "# https://hosted.weblate.org/user/vcanary/\n"
        ),
        (
            "X-Generator: Weblate 5.4-dev canary\n"
            "Last-Translator: Anonymous <noreply@canary.example>\nX-Language: canary\n"
        ),
        "# (vera at canary dot example) is this right?\n",
    ),
    "crowdin": (
        "# Übersetzt von Vera Canary\n",
        (
            "X-Crowdin-Project: canary\nX-Crowdin-Project-ID: canary free text\nX-Crowdin-Language: canary\n"
            "X-Crowdin-File: /canary/index.pot\nX-Crowdin-File-ID: 12 canary\nX-Generator: crowdin.com canary\n"
        ),
        "# https://crowdin.com/profile/vcanary\n# is this right?\n",
    ),
    "transifex": (
        "# Translators:\n# Vera Canary <vera@canary.example>, 2026\n# vcanary <vera@canary.example>, 2026\n",
        "X-Generator: canary\nLanguage-Team: German (https://www.transifex.com/canary/teams/1/de/)\n",
        "# Translators:\n# Vera Canary\n# is this right?\n",
    ),
    "pontoon": (
        (
            "# Translators:\n#   Vera Canary <vera@canary.example>, 2026.\n"
            "# https://pontoon.mozilla.org/contributors/vcanary\n"
        ),
        "X-Generator: Pontoon\nX-Domain: canary\nGenerated-By: canary 2.0\n",
        "# Reviewed by Vera Canary\n# is this right?\n",
    ),
    "omegat": (
        "# Vera Canary (vera at canary dot example)\n# @vcanary on IRC\n",
        "X-Generator: OmegaT 6.0.0 /home/canary/omegat\nX-POOTLE-MTIME: 1400000000.canary\n",
        "# is this right? -- Vera Canary\n",
    ),
}
"""Comments of the header, fields of the header, and comments of a message, as each program or its users write them."""
CANARY = re.compile(rb"canary|03:12|vera@|/home/", re.IGNORECASE)
FIELD = re.compile(r"^([A-Za-z-]+): ", re.MULTILINE)
WAIVER = "# i18n-ignore: unchanged\n"


def saved(project: Path, tool: str) -> Path:
    """Write the catalog as a program of translators would leave it, with a waiver of ours and a person's text."""
    header, fields, comment = TOOLS[tool]
    path = project / "locales/de/LC_MESSAGES/index.po"
    text = path.read_text()
    head, _, rest = text.partition("\n\n")
    for name in FIELD.findall(fields):
        head = re.sub(rf'\n"{name}: [^\n]*"', "", head)
    lines = "".join(f'\n"{line}\\n"' for line in fields.splitlines())
    first, _, others = rest.partition("msgid ")
    path.write_text(f"{header}{head}{lines}\n\n{comment}{WAIVER}{first}msgid {others}")
    return path


@pytest.fixture
def extracted(project: Path) -> Path:
    i18n(project, "extract")
    return project


def told(project: Path) -> dict[str, bytes]:
    return {path: data for path, data in files(project).items() if not path.startswith((".i18n", "source"))}


@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize("command", [("extract",), ("draft", "--engine", "pseudo", "--locale", "de"), ("run",)])
def test_no_command_leaves_or_passes_on_a_name(extracted: Path, tool: str, command: tuple[str, ...]) -> None:
    path = saved(extracted, tool)
    assert CANARY.search(path.read_bytes())
    printed = i18n(extracted, *command).output
    printed += i18n(extracted, "check").output + i18n(extracted, "status").output
    assert not CANARY.search(printed.encode())
    assert not [(name, CANARY.search(data)) for name, data in told(extracted).items() if CANARY.search(data)]
    text = path.read_text()
    assert "is this right?" in text
    assert WAIVER in text
    assert i18n(extracted, "extract").stdout.endswith("all up to date.\n")


@pytest.mark.parametrize("tool", TOOLS)
def test_keep_changes_nothing(project: Path, tool: str) -> None:
    more_configuration(project, '[privacy]\ntranslators = "keep"\n')
    i18n(project, "extract")
    path = saved(project, tool)
    before = path.read_text()
    i18n(project, "extract")
    assert sorted(path.read_text().splitlines()) == sorted(before.splitlines())


def test_nothing_that_this_program_reads_is_lost(extracted: Path) -> None:
    path = extracted / "locales/de/LC_MESSAGES/index.po"
    i18n(extracted, "draft", "--engine", "pseudo", "--locale", "de")
    ours = "# reviewed: vcanary 0123abcd\n# i18n-ignore: unchanged, numbers\n# draft refused: fake: a tag was lost\n"
    text = path.read_text().replace("# draft: pseudo", f"{ours}# draft: pseudo", 1)
    path.write_text(text)
    i18n(extracted, "extract")
    kept = path.read_text()
    assert "# reviewed: vcanary 0123abcd\n# i18n-ignore: unchanged, numbers\n" in kept
    assert kept.count("# draft: pseudo") == text.count("# draft: pseudo")
