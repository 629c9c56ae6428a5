"""Is every real program there where nothing may be missing, and is its lack dealt with as told?"""

from __future__ import annotations

import pytest

from tests.real import programs
from tests.real.programs import PROGRAMS, Program, advice, in_ci, missing, needs

pytest_plugins = ["pytester"]

ABSENT = Program("absent", "no-such-command-anywhere", ("absent-bin", "absent-data"), "be missing")
PRESENT = Program("present", "sh", ("dash",), "be there")


@pytest.mark.skipif(not in_ci(), reason="only CI must have every program")
@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_ci_lacks_no_program(program: Program) -> None:
    assert program.is_here(), f"{program.name} is needed to {program.purpose}: {advice([program])}"


@pytest.fixture
def short_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "PROGRAMS", (PRESENT, ABSENT))


@pytest.mark.usefixtures("short_list")
def test_missing_names_what_is_not_here() -> None:
    assert missing() == (ABSENT,)
    assert missing(["present"]) == ()
    assert missing(["absent", "present", "absent"]) == (ABSENT,)


def test_a_program_without_its_file_is_missing() -> None:
    assert not Program("half", "sh", ("dash",), "be half there", file="/no/such/file").is_here()


@pytest.mark.usefixtures("short_list")
def test_a_name_off_the_list_is_an_error_where_it_is_written() -> None:
    with pytest.raises(LookupError, match="typo"):
        needs("typo")


def test_advice_names_each_package_once() -> None:
    assert advice([ABSENT, ABSENT]) == "sudo apt-get install --no-install-recommends absent-bin absent-data"


MARKED = """
    import pytest

    @pytest.mark.real("absent")
    def test_marked():
        pass
"""


@pytest.mark.parametrize(("ci", "outcome"), [("", "skipped"), ("true", "failed")])
@pytest.mark.usefixtures("short_list")
def test_a_marked_test_skips_by_name_and_fails_in_ci(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, ci: str, outcome: str
) -> None:
    monkeypatch.setenv("CI", ci)
    pytester.makeini("[pytest]\nmarkers = real: needs a program of the system")
    pytester.makeconftest("from tests.conftest import pytest_runtest_setup")
    pytester.makepyfile(MARKED)
    result = pytester.runpytest_inprocess("-rs")
    assert result.parseoutcomes().get("errors" if outcome == "failed" else outcome) == 1
    result.stdout.fnmatch_lines("*needs absent: sudo apt-get install*absent-bin absent-data*")
