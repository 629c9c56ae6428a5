"""The manifest of dist/: written one way, read strictly."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.bundle import Built, Locale, Manifest, parse, serialize
from i18n.errors import InputError
from i18n.model import Coverage

ONE, TWO = "1" * 64, "2" * 64
ARTICLE = Built(
    "reports/well.md",
    ONE,
    "reports/well.md",
    TWO,
    Coverage(messages=3, translated=2, words=20, words_translated=12),
    "mixed",
    "1 of 3 messages show the source",
    ("es", "ko"),
    ("images/well.jpg",),
)
GERMAN = Locale("de", "Deutsch", "ltr", (ARTICLE,), (("images/well.jpg", ONE),))
ARABIC = Locale("ar", "العربية", "rtl")
MANIFEST = Manifest("manytongues 0.1.0", (ARABIC, GERMAN))


def test_is_written_like_this() -> None:
    assert serialize(Manifest("manytongues 0.1.0", (ARABIC,), 1549540800)).decode() == (
        "{\n"
        '  "built": 1549540800,\n'
        '  "format": 1,\n'
        '  "locales": {\n'
        '    "ar": {\n'
        '      "articles": {},\n'
        '      "direction": "rtl",\n'
        '      "files": {},\n'
        '      "name": "العربية"\n'
        "    }\n"
        "  },\n"
        '  "tool": "manytongues 0.1.0"\n'
        "}\n"
    )


def test_holds_no_time_unless_it_is_given_one() -> None:
    assert "built" not in json.loads(serialize(MANIFEST))


def test_comes_back_as_it_went() -> None:
    assert parse(serialize(MANIFEST)) == MANIFEST
    assert MANIFEST.locale("de") is GERMAN
    assert MANIFEST.locale("fr") is None


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    value = json.loads(serialize(MANIFEST))
    change(value)
    return json.dumps(value).encode()


def german(value: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = value["locales"]["de"]
    return found


def article(value: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = german(value)["articles"]["reports/well.md"]
    return found


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda value: value.pop("tool"), "tool is missing"),
        (lambda value: value.update(format=2), "another format"),
        (lambda value: value.update(format="1"), "format is not a whole number"),
        (lambda value: value.update(new=1), "new is not known"),
        (lambda value: value.update(locales=[]), "locales is not an object"),
        (lambda value: value.update(built=-1), "built is not a whole number"),
        (lambda value: german(value).update(direction="up"), "locales.de.direction"),
        (lambda value: german(value).update(name=7), "locales.de.name is not text"),
        (lambda value: german(value).update(files={}), "lacks a file of the article 'reports/well.md'"),
        (lambda value: german(value)["files"].update({"../x.jpg": ONE}), "leads out of its folder"),
        (lambda value: german(value)["files"].update({"x.jpg": "0"}), "files.x.jpg is not a SHA-256"),
        (lambda value: article(value).update(output="/etc/passwd"), "is absolute"),
        (lambda value: article(value).update(output_sha256=ONE.replace("1", "G")), "output_sha256 is not a SHA-256"),
        (lambda value: article(value).update(private=1), "private is neither true nor false"),
        (lambda value: article(value).update(errors=True), "errors is not a whole number"),
        (lambda value: article(value).update(alternates="es"), "alternates is not a list of texts"),
        (lambda value: article(value)["coverage"].pop("words"), "coverage.words is missing"),
        (lambda value: article(value)["coverage"].update(guesses=1), "coverage.guesses is not known"),
    ],
)
def test_refuses_what_is_broken(change: Callable[[dict[str, Any]], object], words: str) -> None:
    with pytest.raises(InputError) as raised:
        parse(changed(change), "dist/manifest.json")
    assert words in raised.value.message
    assert raised.value.path == "dist/manifest.json"
    assert "i18n build" in raised.value.hint


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"null", b"\xff", b"[" * 100_000, b'{"a": 1} x'])
def test_refuses_what_is_no_manifest(data: bytes) -> None:
    with pytest.raises(InputError):
        parse(data)


def test_says_in_which_line_the_json_breaks() -> None:
    with pytest.raises(InputError) as raised:
        parse(b'{\n"tool": }', "dist/manifest.json")
    assert raised.value.line == 2


_digests = st.sampled_from((ONE, TWO))
_paths = st.text(alphabet="ab우 ", min_size=1, max_size=5)
_counts = st.builds(Coverage, messages=st.integers(0, 9), words=st.integers(0, 99))


@st.composite
def manifests(draw: st.DrawFn) -> Manifest:
    locales = []
    for tag in sorted(draw(st.sets(st.sampled_from(("ar", "de", "pt-BR"))))):
        files = draw(st.dictionaries(_paths, _digests, max_size=3))
        some = st.lists(st.sampled_from(sorted(files)), unique=True) if files else st.just([])
        articles = tuple(
            Built(
                source, draw(_digests), draw(_paths), draw(_digests), draw(_counts), draw(st.text(max_size=5)),
                draw(st.text(max_size=5)), (), tuple(draw(some)), draw(st.booleans()), draw(st.integers(0, 3)),
            )
            for source in sorted(draw(st.sets(_paths, max_size=3)))
        )  # fmt: skip
        locales.append(Locale(tag, draw(st.text(max_size=5)), "ltr", articles, tuple(sorted(files.items()))))
    return Manifest(draw(st.text(max_size=9)), tuple(locales), draw(st.none() | st.integers(0, 2**33)))


@given(manifests())
def test_every_manifest_comes_back(manifest: Manifest) -> None:
    assert parse(serialize(manifest)) == manifest
    assert serialize(parse(serialize(manifest))) == serialize(manifest)
