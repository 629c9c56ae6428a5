"""What holds for every check, whatever people type?"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from random import Random
from unittest import mock

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from wcwidth import wcswidth

from i18n.catalog.stated import found, said
from i18n.check import report
from i18n.check.harm import harm
from i18n.check.hosts import allowed
from i18n.check.plain import brings_nothing
from i18n.facts import finding as facts_of_texts
from i18n.markdown.dialects import GFM, NAMES, Dialect, named
from i18n.markdown.tokenizer import tags
from i18n.message.markup import read
from i18n.model import Finding, Severity, Unit
from i18n.numbers.numerals import numbers_in
from i18n.words.addresses import FILLER
from tests.check.judging import judge
from tests.laws.markdown import INLINE, inline

_ODD = (
    "%s", "{name}", "${x}", "{{ y }}", "{% z %}", "%(a)d", "1,234.5", "٣٫٥", "1만 2,000", "२०", "3:30 pm", "’90s",
    "\u202e", "\u2067", "\u2069", "\u200b", "\u200c", "\u200d", "\ufeff", "\u00ad", "<script>", "<b onclick=x>",
    "<a \"", "[x](javascript:a)", "]: ", "\x00", "\ud7ff", "<!--", "&#x202e;", "&#0;", "&#99999999;",
    "www.", "a@b.c", "https://",
)  # fmt: skip
texts = (
    st.text(max_size=60)
    | inline
    | st.lists(st.sampled_from(INLINE + _ODD) | st.text(max_size=4), max_size=10).map("".join)
    | st.lists(st.sampled_from(INLINE + _ODD), max_size=10).map(" ".join)
)
locales = st.sampled_from(("de", "fr", "ko", "zh", "ar", "fa", "he", "hi", "th", "pt-BR"))


@given(texts, locales)
@settings(max_examples=600)
def test_a_copy_of_the_source_is_unchanged_and_nothing_else(text: str, locale: str) -> None:
    assert {finding.rule for finding in judge(text, text, locale)} <= {"unchanged"}


@given(texts, texts, locales, st.booleans())
@settings(max_examples=600)
@example("", "x", "de", False)
@example("9" * 5000, "8" * 5000 + " million", "ko", False)
@example("<" * 3000, "<a" * 3000, "ar", True)
@example("[" * 3000, "](" * 3000, "ar", False)
def test_no_text_is_too_odd(msgid: str, msgstr: str, locale: str, fuzzy: bool) -> None:
    for finding in judge(msgid, msgstr, locale, fuzzy=fuzzy, hosts=["*", "https://*.x/*"]):
        assert finding.message.isprintable()
        assert finding.severity in Severity
        assert not (fuzzy and finding.severity is Severity.ERROR) or finding.rule == "active-content"


_REPEATED = (
    "{{", "{%", "%", "<a ", "<a b='", "1,", "1 ", "1만", "[", "](", "`", "a@", "www.", " ", "\u202e", "“a ", "(",
    "1 May ", "1 km ", "a a ", "of the ", "a! ", "W\u0430 ", "7월 ", "1月1日", "2019년 2월 ", "May 7, ", "John 3:16–",
    "3 p.m. ", "3pm ", "1 ล้าน", "$1 ", "${a}",
)  # fmt: skip


def _seconds(work: Callable[[str], object], part: str, size: int) -> float:
    began = time.process_time()
    work(part * size)
    return time.process_time() - began


def _is_linear(work: Callable[[str], object], part: str) -> bool:
    # Sixteen times the text: a square would take 256 times as long. The floor keeps small numbers from dividing, and
    # the least of three is what the text itself takes: the first also loads what is read.
    return _seconds(work, part, 16_000) < 100 * max(min(_seconds(work, part, 1_000) for _ in range(3)), 0.005)


@pytest.mark.measures
@pytest.mark.parametrize("part", _REPEATED)
def test_time_grows_with_the_text_and_not_with_its_square(part: str) -> None:
    assert _is_linear(lambda text: judge(f"x{text}", f"{text}y"), part)


@pytest.mark.measures
@pytest.mark.parametrize("part", [*_REPEATED, "a1", "7 May "])
def test_facts_are_found_in_time_that_grows_with_the_text(part: str) -> None:
    def stated(text: str) -> str:
        facts_of_texts._found.cache_clear()  # what is remembered takes no time
        return "".join(said(one, "de", {}) for one in found([Unit(text)], "en").values())

    assert _is_linear(lambda text: stated(f"x{text}"), part)


@given(texts, st.sampled_from(NAMES).map(named))
@settings(max_examples=300)
def test_what_is_markup_is_not_prose(text: str, dialect: Dialect) -> None:
    taken_apart = read(text, dialect)
    marks = len(taken_apart.code) + len(taken_apart.tags)
    assert taken_apart.prose.count(FILLER) >= text.count(FILLER) + (marks > 0)
    if not set("`<$") & set(text):
        assert marks == 0


@given(
    st.integers(0, 10**12), st.sampled_from((",", ".", " ", "\u202f", "’")), st.sampled_from((0, 0x660, 0x6F0, 0x966))
)
def test_digits_and_separators_do_not_change_a_number(number: int, separator: str, zero: int) -> None:
    written = f"{number:,}".replace(",", separator)
    if zero:
        written = "".join(chr(zero + int(letter)) if letter.isdecimal() else letter for letter in written)
    (found,) = numbers_in(written)
    assert str(number) in found.values


@given(st.text(max_size=80) | texts)
def test_tags_end(text: str) -> None:
    assert len(list(tags(text))) <= text.count("<")


@given(st.text(max_size=40), st.text(alphabet="ab*?[]./:#", max_size=12))
def test_globs_are_never_broken(target: str, glob: str) -> None:
    assert allowed(target, (glob, "*"))
    assert not allowed(target, ())


_findings = st.lists(
    st.builds(
        Finding,
        rule=st.sampled_from(("links", "numbers", "elsewhere")),
        severity=st.sampled_from(Severity),
        message=st.text(max_size=120),
        path=st.text(max_size=30),
        line=st.integers(0, 10**6),
        locale=st.none() | locales,
        article=st.sampled_from(("a.md", "b.md")),
        msgctxt=st.none() | st.text(max_size=5),
        msgid=st.text(max_size=90),
    ),
    max_size=6,
)


@given(_findings, st.integers(1, 130))
@settings(max_examples=200)
def test_every_format_takes_every_finding(findings: list[Finding], width: int) -> None:
    for line in report.table(findings, width).split("\n"):
        assert wcswidth(line) <= max(width, 40)
    assert report.lines(findings).count("\n") == len(findings)
    assert [one["msgid"] for one in json.loads(report.json(findings))["findings"]] == [one.msgid for one in findings]
    private = {"b.md"}
    shown = sum(finding.article not in private for finding in findings)
    assert report.github(findings, private).count("\n") == shown + (shown < len(findings))
    assert len(json.loads(report.sarif(findings, "1", private))["runs"][0]["results"]) == shown


@given(texts, texts, locales)
@settings(max_examples=300)
def test_waiving_every_rule_leaves_what_cannot_be_waived(msgid: str, msgstr: str, locale: str) -> None:
    found = judge(msgid, msgstr, locale)
    waiver = f"i18n-ignore: {', '.join(sorted({one.rule for one in found}))}"
    left = judge(msgid, msgstr, locale, comments=(waiver,))
    active, still = ([one for one in each if one.rule == "active-content"] for each in (found, left))
    assert active == still
    # What leads to a new host stays too, under the rule that finds it.
    assert {one.rule for one in left} <= {"active-content", "links", "html"}
    assert all(one in found and one.severity is Severity.ERROR for one in left)
    assert Unit(msgid, msgstr).key == (None, msgid)


_HARM = (
    "<script>", "</script>", "<b>", "</b>", "<br/>", "<img src=", "<a href=\"", "\">", "'", "\"", ">", "<", "(", ")",
    "[", "]", "](", "]:", "javascript:", "data:", "java", "script:", "//", "/\\", "\\", "http:", "https://", "www.",
    "WWW.", "a.example", "e.example", "@", "&#106;", "&Tab;", "&", ".", ",", " ", "\n", "\t", "word", "onclick=x",
)  # fmt: skip


@given(st.lists(st.sampled_from(_HARM), max_size=8), st.lists(st.sampled_from(_HARM), max_size=4), st.randoms())
@settings(max_examples=3000)
def test_what_plainly_brings_nothing_brings_nothing(known: list[str], new: list[str], random: Random) -> None:
    bits = [*known, *new[: random.randint(0, len(new))]]
    random.shuffle(bits)
    msgid, msgstr = "".join(known), "".join(bits)
    if brings_nothing(msgid, msgstr):
        with mock.patch("i18n.check.active.brings_nothing", return_value=False):
            assert not [one for one in judge(msgid, msgstr) if one.rule == "active-content"]
        with mock.patch("i18n.check.harm.brings_nothing", return_value=False):
            assert not harm(msgid, msgstr, GFM, (), ())
