"""What holds whatever an engine calls its languages?"""

from __future__ import annotations

from babel import Locale, localedata
from deep_translator import constants
from hypothesis import given
from hypothesis import strategies as st

from i18n.draft.engines.codes import fit, match, note, tag_of
from i18n.draft.engines.deep import SERVICES
from i18n.locales import canonical, likely, lineage

TAGS = tuple(sorted({canonical(name.replace("_", "-")) for name in localedata.locale_identifiers()}))
tags = st.sampled_from(TAGS)


def test_every_tag_is_its_own_code_in_every_spelling() -> None:
    for tag in TAGS:
        for spelled in (tag, tag.upper(), tag.lower(), tag.replace("-", "_")):
            found = match(tag, [spelled])
            assert found is not None
            assert (found.code, found.tag, found.note) == (spelled, tag, "")


def test_every_code_of_the_services_is_found_by_its_own_tag() -> None:
    for service in SERVICES:
        if not service.languages:
            continue  # it is asked for them
        codes = tuple(getattr(constants, service.languages).values())
        for code in codes:
            for tag in service.meanings.get(code, tuple(filter(None, [tag_of(code)]))):
                found = match(tag, codes, service.meanings)
                assert found is not None
                assert found.tag == tag
                assert found.exact


@given(tags, st.lists(tags, max_size=8))
def test_language_and_script_are_those_wanted_and_the_same_variant_comes_first(wanted: str, offered: list[str]) -> None:
    found = match(wanted, offered)
    same = [tag for tag in offered if fit(wanted, tag) is not None]
    if found is None:
        assert wanted not in offered
        assert not same
        return
    assert likely(found.tag).script == likely(wanted).script
    assert {likely(found.tag).language, likely(wanted).language} in ({likely(wanted).language}, {"nb", "no"})
    assert found.tag == wanted or wanted not in offered
    assert all(fit(wanted, found.tag) <= fit(wanted, tag) for tag in same)  # type: ignore[operator]
    if found.exact:
        assert likely(found.tag).region == likely(wanted).region
    assert found.exact or found.note == f"{found.tag}-not-{wanted}"


@given(tags, tags)
def test_a_note_goes_both_ways(one: str, other: str) -> None:
    assert bool(note(one, other)) == bool(note(other, one))


def test_a_lineage_keeps_to_its_language_and_script() -> None:
    for tag in TAGS:
        line = lineage(tag)
        assert {(part.language, part.script) for part in line} == {(likely(tag).language, likely(tag).script)}
        assert line[-1].region == ""
        assert not line[-1].variants
        assert Locale.parse(line[-1].language)
