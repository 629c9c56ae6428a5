"""Texts that break off, and texts that end without a mark."""

from __future__ import annotations

import pytest

from i18n.message.cut import last_word

SOURCE = "The tide takes the sand and brings it back in summer."
CUT = [
    ("de", "Die Flut nimmt den Sand und bringt ihn im"),
    ("de", "Die Flut nimmt den Sand, weil"),
    ("es", "La marea se lleva la arena y la devuelve en"),
    ("pt-BR", "A maré leva a areia e a devolve no"),
    ("fr", "La marée emporte le sable et le ramène en"),
    ("it", "La marea porta via la sabbia e la riporta nel"),
    ("nl", "Het tij neemt het zand mee en"),
    ("ar", "يأخذ المد الرمل ويعيده في"),
    ("ru", "Прилив уносит песок и возвращает его в"),
    ("sv", "Tidvattnet tar sanden och"),
    ("es", "La marea se lleva la arena *y*"),
]


@pytest.mark.parametrize(("locale", "target"), CUT)
def test_cut(locale: str, target: str) -> None:
    assert last_word(SOURCE, target, locale)


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        ("de", SOURCE, "Die Flut nimmt den Sand und bringt ihn im Sommer zurück."),
        ("de", SOURCE, "Die Flut nimmt den Sand mit"),
        ("de", "How the tide takes the", "Wie die Flut den"),
        ("de", "The shore of the", "Das Ufer der"),
        ("es", SOURCE, "La marea se lleva la arena"),
        ("es", "Say “it is”.", "Diga «el»"),
        ("ko", SOURCE, "밀물은 모래를 가져갔다가 여름에 돌려줍니다."),
        ("th", SOURCE, "น้ำขึ้นพาทรายไปแล้วนำกลับมาในฤดูร้อน"),
        ("ar", SOURCE, "يأخذ المد الرمل ويعيده في الصيف"),
        ("ru", SOURCE, "Прилив уносит песок и возвращает его летом"),
        ("xx", SOURCE, "o no"),
    ],
)
def test_ended_and_titles(locale: str, source: str, target: str) -> None:
    assert not last_word(source, target, locale)
