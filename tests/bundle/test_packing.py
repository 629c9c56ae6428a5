"""What goes into a bundle, what stays at home, and what stops it."""

from __future__ import annotations

import dataclasses
import hashlib

from i18n.bundle import Built, Locale, contents, stale
from i18n.model import Coverage


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


REPORT = Built("report.md", digest(b"s"), "report.md", digest(b"Bericht"), Coverage(), files=("well.jpg", "map.png"))
LETTER = Built("letter.md", digest(b"s"), "letter.md", digest(b"Brief"), Coverage(), files=("face.jpg", "map.png"))
FILES = (("face.jpg", digest(b"face")), ("map.png", digest(b"map")), ("well.jpg", digest(b"well")))


def german(*articles: Built) -> Locale:
    return Locale("de", "Deutsch", "ltr", articles, FILES)


def names(*articles: Built) -> list[str]:
    return [path for path, _ in contents(german(*articles)).members]


def test_articles_and_the_files_they_use() -> None:
    assert names(LETTER, REPORT) == ["face.jpg", "letter.md", "map.png", "report.md", "well.jpg"]
    assert names(REPORT) == ["map.png", "report.md", "well.jpg"]


def test_a_private_article_stays_at_home_with_its_pictures() -> None:
    private = dataclasses.replace(LETTER, private=True)
    assert names(private, REPORT) == ["map.png", "report.md", "well.jpg"]
    (withheld,) = contents(german(private, REPORT)).withheld
    assert (withheld.source, withheld.withheld) == ("letter.md", "is private, or a draft of its generator")


def test_an_article_with_errors_stays_at_home() -> None:
    assert names(dataclasses.replace(LETTER, errors=1), REPORT) == ["map.png", "report.md", "well.jpg"]
    assert dataclasses.replace(LETTER, errors=1).withheld == "has 1 error"
    assert dataclasses.replace(LETTER, errors=2).withheld == "has 2 errors"
    assert LETTER.withheld == ""


def test_nothing_is_refused_that_is_as_it_was_built() -> None:
    chosen = contents(german(REPORT))
    found = {"report.md": b"Bericht", "well.jpg": b"well", "map.png": b"map", "stranger.md": b"?"}
    assert chosen.refusals == ()
    assert [stale(path, wanted, found[path]) for path, wanted in chosen.members] == [None] * 3


def test_what_is_missing_or_changed_stops_the_bundle() -> None:
    found = {"report.md": b"Bericht!", "map.png": b"map"}
    asked = (stale(path, wanted, found.get(path)) for path, wanted in contents(german(REPORT)).members)
    refusals = [refusal for refusal in asked if refusal]
    assert [(refusal.path, refusal.reason.split(":")[0]) for refusal in refusals] == [
        ("report.md", "The file is not the one that was built"),
        ("well.jpg", "The file is listed in the manifest and missing."),
    ]
    assert all("i18n build" in refusal.hint for refusal in refusals)


def test_paths_that_cannot_be_packed_stop_the_bundle() -> None:
    def refused(*outputs: str) -> list[str]:
        articles = [Built(path, digest(b""), path, digest(b""), Coverage()) for path in outputs]
        return [refusal.path for refusal in contents(german(*articles)).refusals]

    assert refused("a.md", "b/a.md") == []
    assert refused("a\\b.md", "a.md") == ["a\\b.md"]
    assert refused("A.md", "a.md") == ["a.md"]
    assert refused("manifest.json") == ["manifest.json"]
    assert refused("Manifest.json") == ["manifest.json"]
