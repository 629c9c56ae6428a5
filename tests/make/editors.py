"""Do OmegaT and Poedit keep what people wrote, with the settings that `docs/` names? `make editors` asks them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.cli.commands import environment
from tests.loss import kept
from tests.loss.by_hand import digest
from tests.real.install import apt
from tests.real.programs import Program, packages

PROGRAMS = (
    Program("OmegaT", "omegat", ("omegat", "default-jre-headless"), "translate a project as its users do"),
    Program("Poedit", "poedit", ("poedit",), "open, change and save a catalog"),
    Program("Xvfb", "xvfb-run", ("xvfb", "xauth"), "give Poedit a screen"),
    Program("xdotool", "xdotool", ("xdotool",), "type into Poedit"),
    Program("gettext", "msgcat", ("gettext",), "put back what OmegaT leaves out"),
)
ARTICLE = """\
# Draft

Finished one. With a second sentence.

Fuzzy of a person.

New source of a fuzzy text.

Taxi

Never translated.

Two\\
lines

A *marked* [word](https://example.org) and `code`.

 Said  "twice" \\\\ backslash.
"""
CONFIGURATION = '[project]\nlocales = ["de"]\n'
ENTRIES = (
    ("Draft", f"# draft: pseudo sha={digest('Ðŕáƒţ')}\n", "fuzzy", "Ðŕáƒţ"),
    ("Finished one. With a second sentence.", "# du oder Sie?\n# i18n-ignore: numbers\n", "", "Fertig eins. Und zwei."),
    ("Fuzzy of a person.", "# reviewed: zweite 00000000\n", "fuzzy", "Noch nicht  sicher."),
    ("Taxi", "", "", "Taxi"),
    ("Two\\nlines", "", "", "Zwei\\nZeilen"),
)
MORE = """
#. paragraph
#: source/a.md
#, fuzzy
#| msgid "Old source of a fuzzy text."
msgid "New source of a fuzzy text."
msgstr "Alter Text."

msgid "%d well"
msgid_plural "%d wells"
msgstr[0] "%d Brunnen"
msgstr[1] "%d Brunnen alle"

# gab es einmal
#~ msgid "Obsolete"
#~ msgstr "Veraltet"
"""
OMEGAT = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir>
<tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file>
<dictionary_dir>__DEFAULT__</dictionary_dir><source_lang>EN</source_lang><target_lang>DE</target_lang>
<sentence_seg>{segments}</sentence_seg><support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags></project></omegat>
"""
PREFERENCES = """\
<?xml version="1.0" encoding="UTF-8" ?>
<omegat><preference version="1.0"><wf_allowTransEqualToSrc>{equal}</wf_allowTransEqualToSrc></preference></omegat>
"""
SAVED = """\
<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.1"><header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext"
creationtoolversion="3.6.0" segtype="paragraph" srclang="EN"/><body>
<tu><tuv lang="EN"><seg>Never translated.</seg></tuv><tuv lang="DE"><seg>In OmegaT übersetzt.</seg></tuv></tu>
<tu><tuv lang="EN"><seg>Draft</seg></tuv><tuv lang="DE"><seg>Entwurf</seg></tuv></tu>
</body></tmx>
"""
"""What a translator wrote in OmegaT: a text that was empty, and one that was a draft."""
BACK = 'msgattrib --translated --no-wrap "$1" | msgcat --use-first --no-wrap - "$2" -o "$3"'
POEDIT = """
poedit "$1" & editor=$!
for _ in $(seq 100); do
    window=$(xdotool search --onlyvisible --name Poedit | head -1); [ -n "$window" ] && break; sleep 0.3
done
sleep 3; xdotool windowfocus --sync "$window"
xdotool mousemove 100 600 click 1; sleep 1
xdotool key ctrl+a; xdotool type --delay 40 "Entwurf"; sleep 1; xdotool key ctrl+s; sleep 3
kill $editor
"""
"""Replaces the text of the first message, which is selected, and saves; the text is low in the window."""


def i18n(project: Path, *arguments: str) -> None:
    command = [sys.executable, "-m", "i18n", *arguments]
    subprocess.run(command, cwd=project, env=environment(), check=True, capture_output=True)


def begun(folder: Path) -> Path:
    """A project with a catalog that holds a message of each kind, as `extract` leaves it; gives the catalog."""
    (folder / "source").mkdir()
    (folder / "source/a.md").write_text(ARTICLE, encoding="utf-8")
    (folder / "i18n.toml").write_text(CONFIGURATION, encoding="utf-8")
    i18n(folder, "extract")
    path = folder / "locales/de/LC_MESSAGES/a.po"
    parts = path.read_text(encoding="utf-8").split("\n\n")
    for msgid, comments, flag, text in ENTRIES:
        at = next(number for number, part in enumerate(parts) if f'msgid "{msgid}"' in part or _broken(msgid) in part)
        flagged = parts[at].replace("\nmsgid", "\n#, fuzzy\nmsgid", 1) if flag else parts[at]
        parts[at] = comments + flagged.rpartition("msgstr")[0] + f'msgstr "{text}"'
    parts = [part for part in parts if "New source" not in part]
    path.write_text("\n\n".join(parts).rstrip("\n") + "\n" + MORE, encoding="utf-8")
    i18n(folder, "extract")
    return path


def _broken(msgid: str) -> str:
    first, _, rest = msgid.partition("\\n")
    return f'"{first}\\n"\n"{rest}"'


def omegat(folder: Path, catalog: Path, *, segments: bool, equal: bool, back: bool) -> None:
    """Send the catalog through OmegaT."""
    project, config = folder / "omegat", folder / "config"
    for name in ("source", "target", "tm", "glossary", "dictionary", "omegat"):
        (project / name).mkdir(parents=True)
    config.mkdir()
    shutil.copy(catalog, project / "source/a.po")
    (project / "omegat.project").write_text(OMEGAT.format(segments=str(segments).lower()), encoding="utf-8")
    (project / "omegat/project_save.tmx").write_text(SAVED, encoding="utf-8")
    (config / "omegat.prefs").write_text(PREFERENCES.format(equal=str(equal).lower()), encoding="utf-8")
    command = ["omegat", str(project), "--mode=console-translate", f"--config-dir={config}"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    target = project / "target/a.po"
    if back:
        merged = folder / "merged.po"
        subprocess.run(["sh", "-euc", BACK, "sh", str(target), str(catalog), str(merged)], check=True)
        target = merged
    shutil.copy(target, catalog)


def poedit(folder: Path, catalog: Path) -> None:
    """Open the catalog in Poedit, replace the first text, save."""
    home = folder / "home"
    home.mkdir()
    variables = {**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config"), "GDK_BACKEND": "x11"}
    command = ["xvfb-run", "-a", "-s", "-screen 0 1200x900x24", "bash", "-c", POEDIT, "bash", str(catalog)]
    subprocess.run(command, env=variables, check=False, capture_output=True, timeout=120)


WAYS: tuple[tuple[str, Callable[[Path, Path], None], tuple[str, ...], tuple[str, ...]], ...] = (
    (
        "OmegaT as it is installed",
        lambda folder, catalog: omegat(folder, catalog, segments=True, equal=False, back=False),
        ("Finished one. With a second sentence.", "Taxi"),
        ("In OmegaT übersetzt.", "Entwurf"),
    ),
    (
        "OmegaT with the settings of docs/omegat.md",
        lambda folder, catalog: omegat(folder, catalog, segments=False, equal=True, back=False),
        (),
        ("In OmegaT übersetzt.", "Entwurf"),
    ),
    (
        "OmegaT with these settings and what docs/omegat.md types afterwards",
        lambda folder, catalog: omegat(folder, catalog, segments=False, equal=True, back=True),
        (),
        ("In OmegaT übersetzt.", "Entwurf"),
    ),
    ("Poedit, a draft changed and saved", poedit, (), ("Entwurf",)),
)
"""A way through an editor, the finished messages whose texts it leaves out and `extract` gives back as fuzzy, and texts
that come from it."""


def tried(
    way: Callable[[Path, Path], None], fuzzy: tuple[str, ...], gives: tuple[str, ...], seconds: float = 0
) -> list[str]:
    """Go that way with a project; what is not as it should be."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = begun(folder)
        before = {"de/a.po": path.read_bytes()}
        way(folder, path)
        time.sleep(seconds)
        i18n(folder, "extract")
        after = {"de/a.po": path.read_bytes()}
    lost = kept.lost(before, after, ())
    entries = kept.parsed(after)["de/a.po"]
    there = {(entry.msgid, entry.texts) for entry in kept.parsed(before)["de/a.po"] if entry.msgid in fuzzy}
    back = {(entry.msgid, entry.texts) for entry in entries if entry.msgid in fuzzy and entry.fuzzy}
    problems = [line for line in lost if not any(f"msgid={msgid!r}" in line for msgid in fuzzy)]
    problems += [f"{msgid} is not there as fuzzy" for msgid, _ in there - back]
    finished = [entry.texts for entry in entries if not entry.fuzzy]
    problems += [f"{text!r} did not arrive" for text in gives if (text,) not in finished]
    problems += [f"{entry} says it is a draft" for entry in entries if entry.texts == ("Entwurf",) and entry.comments]
    return problems


def main() -> int:
    """Try each way; 1 if one of them is not as the documentation has it."""
    absent = [program for program in PROGRAMS if not program.is_here()]
    if absent and (apt(packages(absent)) or not all(program.is_here() for program in absent)):
        print(f"Needed: {', '.join(packages(absent))}.")
        return 1
    failed = False
    for name, way, fuzzy, gives in WAYS:
        problems = tried(way, fuzzy, gives)
        failed = failed or bool(problems)
        print(f"{name}: {'; '.join(problems) or 'keeps all'}{f', {len(fuzzy)} finished texts as fuzzy' * bool(fuzzy)}")
    return failed


if __name__ == "__main__":
    sys.exit(main())
