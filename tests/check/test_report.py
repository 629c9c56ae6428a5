"""Findings as people, programs and review tools get them."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest
from wcwidth import wcswidth

from i18n.check import RULES, report
from i18n.model import Finding, Severity

LINKS = Finding(
    "links",
    Severity.ERROR,
    "Links, images or footnotes differ: missing “report.md”. Keep each target as it is in the source.",
    "locales/de/LC_MESSAGES/report.po",
    12,
    "de",
    "report.md",
    None,
    "Read [the report](report.md).",
)
NUMBERS = Finding(
    "numbers",
    Severity.WARNING,
    "Numbers differ: missing “7”.",
    "locales/ko/LC_MESSAGES/report.po",
    7,
    "ko",
    "report.md",
    "title",
    "지난 7년 동안 우리는 이 마을에서 우물을 팠고 이제 모두가 깨끗한 물을 마신다. 그래서 기쁘다.",
)
WHOLE_FILE = Finding("front-matter", Severity.INFO, "Odd.", "source/a.md")
SECRET = Finding(
    "code", Severity.ERROR, "missing “Jane Doe”", "locales/de/jane.po", 3, "de", "private/jane.md", None, "Jane"
)
ALL = [NUMBERS, LINKS, WHOLE_FILE]


class TestTable:
    def test_reads_like_this(self) -> None:
        structure = dataclasses.replace(LINKS, rule="structure", message="The link to `report.md` is missing.")
        assert report.table([*ALL, structure], 80) == (
            "locales/de/LC_MESSAGES/report.po\n"
            "     12  error    links: Links, images or footnotes differ: missing “report.md”.\n"
            "                  Keep each target as it is in the source.\n"
            "         error    structure: The link to `report.md` is missing.\n"
            "                  in “Read [the report](report.md).”\n"
            "\n"
            "locales/ko/LC_MESSAGES/report.po\n"
            "      7  warning  numbers: Numbers differ: missing “7”.\n"
            "                  in “지난 7년 동안 우리는 이 마을에서 우물을 팠고 이제 모두가\n"
            "                  깨끗한 물을 마신다. 그래서 기쁘다.”\n"
            "\n"
            "source/a.md\n"
            "         info     front-matter: Odd.\n"
        )

    @pytest.mark.parametrize("width", [10, 40, 57, 80, 200])
    def test_no_line_is_wider_than_the_terminal(self, width: int) -> None:
        long = Finding("x", Severity.INFO, "字" * 90 + " " + "w" * 300, "ordner/" * 30 + "a.po", 1, msgid="漢字" * 60)
        for line in report.table([*ALL, long], width).splitlines():
            assert wcswidth(line) <= max(width, 40)

    def test_color_changes_no_column(self) -> None:
        plain = report.table(ALL, 80)
        colored = report.table(ALL, 80, color=True)
        assert "\x1b[31merror\x1b[0m" in colored
        assert (
            colored.replace("\x1b[31m", "").replace("\x1b[33m", "").replace("\x1b[36m", "").replace("\x1b[0m", "")
            == plain
        )

    def test_a_message_cannot_drive_the_terminal(self) -> None:
        evil = Finding("x", Severity.ERROR, "\x1b[2Jgone\u202e", "a\x1b.po", 1, msgid="\x1b]0;title\x07")
        for text in (report.table([evil], 80), report.lines([evil])):
            assert "\x1b" not in text
            assert "\u202e" not in text
            assert "<U+001B>" in text

    def test_nothing_to_say(self) -> None:
        assert report.table([], 80) == report.lines([]) == ""
        assert report.summary([]) == "no findings"

    def test_summary(self) -> None:
        assert report.summary([LINKS, LINKS, NUMBERS, WHOLE_FILE]) == "2 errors, 1 warning, 1 info"


def test_lines_are_what_editors_jump_to() -> None:
    assert report.lines(ALL).splitlines() == [
        f"locales/de/LC_MESSAGES/report.po:12: error: {LINKS.message} [links]",
        "locales/ko/LC_MESSAGES/report.po:7: warning: Numbers differ: missing “7”. [numbers]",
        "source/a.md: info: Odd. [front-matter]",
    ]


class TestJson:
    def test_holds_everything(self) -> None:
        assert json.loads(report.json([NUMBERS, WHOLE_FILE])) == {
            "format": 1,
            "counts": {"error": 0, "warning": 1, "info": 1},
            "findings": [
                {
                    "rule": "numbers",
                    "severity": "warning",
                    "message": NUMBERS.message,
                    "path": "locales/ko/LC_MESSAGES/report.po",
                    "line": 7,
                    "locale": "ko",
                    "article": "report.md",
                    "msgctxt": "title",
                    "msgid": NUMBERS.msgid,
                },
                {
                    "rule": "front-matter",
                    "severity": "info",
                    "message": "Odd.",
                    "path": "source/a.md",
                    "line": 0,
                    "locale": None,
                    "article": "",
                    "msgctxt": None,
                    "msgid": "",
                },
            ],
            "private": 0,
        }

    def test_is_readable_and_shows_the_hidden(self) -> None:
        odd = Finding("x", Severity.ERROR, "우물 \u202e\ud800", "a.po")
        text = report.json([odd])
        assert "우물" in text
        assert "\\u202e" in text
        assert text.encode()
        assert json.loads(text)["findings"][0]["message"] == odd.message


class TestGithub:
    def test_annotates_lines(self) -> None:
        assert report.github([NUMBERS, WHOLE_FILE]) == (
            "::warning file=locales/ko/LC_MESSAGES/report.po,line=7,title=numbers::Numbers differ: missing “7”.\n"
            "::notice file=source/a.md,line=1,title=front-matter::Odd.\n"
        )

    def test_a_message_cannot_write_commands(self) -> None:
        evil = Finding("x", Severity.ERROR, "50%\n::stop-commands::x\r", "a,b:c%.po", 1)
        (line,) = report.github([evil]).splitlines()
        assert line.startswith("::error file=a%2Cb%3Ac%25.po,line=1,title=x::50%25<U+000A>::stop")

    def test_tells_nothing_of_private_articles(self) -> None:
        text = report.github([SECRET, NUMBERS], {"private/jane.md"})
        assert "jane" not in text.lower()
        assert "1 finding about a private article is not shown here" in text


class TestSarif:
    def run(self, *findings: Finding, private: tuple[str, ...] = ()) -> dict[str, Any]:
        log = json.loads(report.sarif(findings, "1.2.3", private))
        assert log["version"] == "2.1.0"
        (run,) = log["runs"]
        assert isinstance(run, dict)
        return run

    def test_describes_the_rules(self) -> None:
        driver = self.run()["tool"]["driver"]
        assert (driver["name"], driver["version"]) == ("Manytongues", "1.2.3")
        assert [rule["id"] for rule in driver["rules"]] == [rule.id for rule in RULES]

    def test_places_results(self) -> None:
        run = self.run(LINKS, WHOLE_FILE)
        first, second = run["results"]
        assert (first["ruleId"], first["level"], first["message"]["text"]) == ("links", "error", LINKS.message)
        place = first["locations"][0]["physicalLocation"]
        assert place == {
            "artifactLocation": {"uri": "locales/de/LC_MESSAGES/report.po"},
            "region": {"startLine": 12},
        }
        assert second["level"] == "note"
        assert "region" not in second["locations"][0]["physicalLocation"]

    def test_fingerprints_outlive_a_moved_line(self) -> None:
        moved = Finding("links", Severity.ERROR, "Other words.", LINKS.path, 99, "de", "report.md", None, LINKS.msgid)
        prints = [one["partialFingerprints"]["finding/v1"] for one in self.run(LINKS, moved, NUMBERS)["results"]]
        assert prints[0] == prints[1] != prints[2]

    def test_paths_become_addresses(self) -> None:
        odd = Finding("of-another-tool", Severity.ERROR, "x", "my notes/우물#1.po")
        run = self.run(odd)
        uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert uri == "my%20notes/%EC%9A%B0%EB%AC%BC%231.po"
        assert run["tool"]["driver"]["rules"][-1] == {"id": "of-another-tool"}

    def test_tells_nothing_of_private_articles(self) -> None:
        text = report.sarif([SECRET, SECRET, NUMBERS], "1", {"private/jane.md"})
        assert "jane" not in text.lower()
        assert "2 findings about private articles are not shown here" in text
        assert len(json.loads(text)["runs"][0]["results"]) == 1
