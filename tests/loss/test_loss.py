"""Whatever happens to a project, nothing that a person wrote is lost or changed. `make loss` has many projects."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loss import kept
from tests.loss.world import World, servers
from tests.real.programs import needs

BEFORE = """\
msgid ""
msgstr "Language: de\\n"

# du oder Sie?
msgid "One boat"
msgstr "Ein  Boot"

#, fuzzy
msgid "Two boats"
msgstr ""
"Zwei\\n"
"Boote"

# draft: pseudo sha=6314d059
#, fuzzy
msgid "Three boats"
msgstr "Ðŕéí"

#~ msgid "%d boat"
#~ msgid_plural "%d boats"
#~ msgstr[0] ""
#~ msgstr[1] "%d Boote"
"""


@needs("git")
@pytest.mark.parametrize(("seed", "rounds"), [(1, 10), (5, 3), (8, 3)])
def test_what_people_wrote_survives_everything(seed: int, rounds: int, tmp_path: Path) -> None:
    with servers() as urls:
        world = World(tmp_path, seed, urls)
        world.live(rounds)
    assert world.compared > 1000 * rounds


@pytest.mark.parametrize(
    ("old", "new", "missed"),
    [
        ("Ein  Boot", "Ein Boot", ["is gone", "became"]),
        ("# du oder Sie?\n", "", ["are gone"]),
        ('#, fuzzy\nmsgid "Two', 'msgid "Two', ["became"]),
        ("Zwei\\n", "Zwei", ["is gone", "became"]),
        ("%d Boote", "", ["is gone"]),
        ("Ðŕéí", "Drei", []),
        ("Two boats", "Ten boats", []),
        ("#~ ", "", []),
        ("", "", []),
    ],
)
def test_what_is_lost_is_seen(old: str, new: str, missed: list[str]) -> None:
    before, after = {"de/a.po": BEFORE.encode()}, {"de/a.po": BEFORE.replace(old, new).encode()}
    said = kept.lost(before, after, ())
    assert [any(text.endswith(end) or end in text for text in said) for end in missed] == [True] * len(missed)
    assert len(said) == len(missed)


def test_a_text_may_stand_elsewhere_in_its_language_but_not_in_another() -> None:
    before = {"de/a.po": BEFORE.encode()}
    assert kept.lost(before, {"de/b.po": BEFORE.encode()}, ()) == []
    assert len(kept.lost(before, {"es/a.po": BEFORE.encode()}, ())) == 3


def test_a_draft_may_change_what_is_a_machines_alone() -> None:
    before = {"de/a.po": BEFORE.encode()}
    assert kept.touched(before, {"de/a.po": BEFORE.replace("Ðŕéí", "Drei").encode()}) == []
    assert len(kept.touched(before, {"de/a.po": BEFORE.replace("Ein  Boot", "Ein Boot").encode()})) == 1
    assert len(kept.touched(before, {})) == 1


def test_an_address_alone_may_change_with_the_source() -> None:
    before, after = {"de/a.po": BEFORE.encode()}, {"de/a.po": BEFORE.replace("Ein  Boot", "Ein  Schiff").encode()}
    assert kept.lost({"de/a.po": before["de/a.po"]}, after, [("Boot", "Schiff")])[1:] == []
