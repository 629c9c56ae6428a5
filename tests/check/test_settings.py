"""Severities, waivers, drafts: how bad a finding is in this project."""

from __future__ import annotations

import dataclasses
import pickle
from typing import Any, ClassVar

import pytest

from i18n.catalog import origin
from i18n.check import RULES, adjusted
from i18n.errors import ConfigurationError
from i18n.model import Finding, Severity, Unit
from i18n.project import Build
from tests.check.judging import CATALOG, judge, settings

CHANGED_CODE = ("Run `make`.", "Los: `mach`.")
NUMBERS = ("In 2019", "In 2020")


def severity(pair: tuple[str, str], rule: str, **named: Any) -> Severity | None:
    return next((one.severity for one in judge(*pair, **named) if one.rule == rule), None)


def test_rules_are_named_as_people_write_them_and_say_what_they_are_about() -> None:
    ids = [rule.id for rule in RULES]
    assert ids == sorted(set(ids))
    for rule in RULES:
        assert rule.id == rule.id.lower().replace("_", "-").replace(" ", "-")
        assert rule.summary
        assert "\n" not in rule.summary
        assert rule.doc.endswith(".")
        assert "://" not in rule.doc
    assert {
        "structure", "links", "code", "html", "placeholders", "numbers", "whitespace", "unchanged", "empty-fuzzy",
        "hidden-characters", "emphasis", "line-breaks", "front-matter",
    } <= set(ids)  # fmt: skip


def test_defaults() -> None:
    assert severity(CHANGED_CODE, "code") is Severity.ERROR
    assert severity(NUMBERS, "numbers") is Severity.WARNING


def test_configuration_raises_lowers_and_turns_off() -> None:
    assert severity(NUMBERS, "numbers", configured=settings(error=("numbers",))) is Severity.ERROR
    assert severity(CHANGED_CODE, "code", configured=settings(warn=("code",))) is Severity.WARNING
    assert severity(CHANGED_CODE, "code", configured=settings(off=("code",))) is None


def test_information_stays_information() -> None:
    marks = ("C++ is good", "C++\u200f جيد")
    loud = settings(error=("hidden-characters",))
    assert severity(marks, "hidden-characters", locale="ar", configured=loud) is Severity.INFO
    assert severity(marks, "hidden-characters", locale="ar", configured=settings(off=("hidden-characters",))) is None


@pytest.mark.parametrize(
    ("lists", "words"),
    [
        ({"error": ("link",)}, ["[check] error", "“link”", "Did you mean “links”?", "placeholders"]),
        ({"warn": ("Hidden_Characters",)}, ["Did you mean “hidden-characters”?"]),
        ({"off": ("zzz",)}, ["[check] off", "“zzz”", "Rules are: active-content, agreement, built-link, code"]),
        ({"error": ("code",), "off": ("code",)}, ["“code” stands in another list"]),
        ({"off": ("active-content",)}, ["always an error"]),
        ({"warn": ("active-content",)}, ["always an error"]),
        ({"off": ("structure",)}, ["[check] off", "“structure”", "always an error", "take it out of the list"]),
        ({"warn": ("structure",)}, ["always an error"]),
    ],
)
def test_what_cannot_be_configured(lists: dict[str, tuple[str, ...]], words: list[str]) -> None:
    with pytest.raises(ConfigurationError) as raised:
        settings(None, **lists)
    assert all(word in str(raised.value) for word in words)


def test_no_suggestion_where_nothing_is_close() -> None:
    with pytest.raises(ConfigurationError) as raised:
        settings(off=("zzz",))
    assert "Did you mean" not in raised.value.hint


def test_a_locked_rule_may_be_listed_as_the_error_it_is() -> None:
    assert settings(error=("active-content",)).severities == {"active-content": Severity.ERROR}


def test_settings_travel_between_processes() -> None:
    made = settings(Build(drafts=True), error=("numbers",), off=("code",), hosts=("*.example.org",))
    assert pickle.loads(pickle.dumps(made)) == made


def test_waivers_silence_one_rule_of_one_unit() -> None:
    assert judge(*CHANGED_CODE, comments=("i18n-ignore: code",)) == ()
    assert severity(CHANGED_CODE, "code", comments=("i18n-ignore: numbers",)) is Severity.ERROR
    both = ("Run `make` in 2019.", "Los: `mach` in 2020.")
    assert judge(*both, comments=("a note", "i18n-ignore: code, numbers")) == ()


def test_a_waiver_of_no_rule_is_named_with_the_one_that_was_meant() -> None:
    (unknown,) = judge("One boat", "Ein Boot", comments=("i18n-ignore: numbrs, links",))
    assert (unknown.rule, unknown.severity) == ("waiver", Severity.WARNING)
    assert unknown.message == 'There is no rule “numbrs” to waive (did you mean "numbers"?).'
    assert judge("One boat", "Ein Boot", comments=("i18n-ignore: numbrs, waiver",)) == ()


def test_what_is_not_published_is_a_warning_at_most() -> None:
    draft = origin.mark(Unit(*CHANGED_CODE), CHANGED_CODE[1], "apertium", "")
    machine: dict[str, Any] = {"fuzzy": True, "comments": draft.comments}
    person: dict[str, Any] = {"fuzzy": True}
    outdated: dict[str, Any] = {"fuzzy": True, "previous_msgid": "Run `make` now."}
    assert severity(CHANGED_CODE, "code", **machine) is Severity.WARNING
    assert severity(CHANGED_CODE, "code", configured=settings(Build(drafts=True)), **machine) is Severity.ERROR
    assert severity(CHANGED_CODE, "code", configured=settings(Build(drafts=True)), **person) is Severity.WARNING
    assert severity(CHANGED_CODE, "code", **outdated) is Severity.WARNING
    assert severity(CHANGED_CODE, "code", configured=settings(Build(outdated="keep")), **outdated) is Severity.ERROR
    assert severity(CHANGED_CODE, "code", configured=settings(Build(outdated="keep")), **person) is Severity.WARNING


def test_what_is_not_reviewed_is_a_warning_where_only_the_reviewed_is_published() -> None:
    configured = settings(Build(require="reviewed"))
    reviewed = origin.review(Unit(*CHANGED_CODE), "mk")
    assert severity(CHANGED_CODE, "code", configured=configured) is Severity.WARNING
    assert severity(CHANGED_CODE, "code", configured=configured, comments=reviewed.comments) is Severity.ERROR


def test_obsolete_untranslated_and_plural_units_are_left_alone() -> None:
    assert judge(*CHANGED_CODE, obsolete=True) == ()
    assert judge("Run `make`.", "") == ()
    assert judge("%d page", "", msgid_plural="%d pages", msgstr_plural=("Seite", "Seiten")) == ()


class TestFindingsFromTheBuild:
    STRUCTURE = Finding("structure", Severity.ERROR, "A list.", CATALOG, 3, "de", "report.md", None, "On it")
    UNITS: ClassVar[dict[tuple[str | None, str], Unit]] = {
        (None, "On it"): Unit("On it", "1. Dran"),
        (None, "Off"): Unit("Off", "Aus"),
    }

    def test_pass_as_they_are(self) -> None:
        assert adjusted([self.STRUCTURE], self.UNITS, settings()) == (self.STRUCTURE,)

    def test_are_lowered_and_turned_off(self) -> None:
        breaks = dataclasses.replace(self.STRUCTURE, rule="line-breaks", severity=Severity.WARNING)
        (raised,) = adjusted([breaks], self.UNITS, settings(error=("line-breaks",)))
        assert raised.severity is Severity.ERROR
        assert adjusted([breaks], self.UNITS, settings(off=("line-breaks",))) == ()

    def test_are_waived_save_that_the_source_is_shown(self) -> None:
        waived: dict[tuple[str | None, str], Unit] = {
            (None, "On it"): Unit("On it", "1. Dran", comments=("i18n-ignore: structure, line-breaks",))
        }
        breaks = dataclasses.replace(self.STRUCTURE, rule="line-breaks", severity=Severity.WARNING)
        assert adjusted([self.STRUCTURE, breaks], waived, settings()) == (self.STRUCTURE,)

    def test_about_the_source_or_of_a_rule_from_elsewhere_pass_too(self) -> None:
        front = Finding("front-matter", Severity.ERROR, "Broken.", "source/a.md", 2)
        other = Finding("of-another-tool", Severity.WARNING, "Hm.", "source/a.md")
        assert adjusted([front, other], {}, settings()) == (front, other)

    def test_unreadable_files_cannot_be_waved_through(self) -> None:
        with pytest.raises(ConfigurationError):
            settings(off=("unreadable",))
