"""Links, images, footnotes and bare addresses: what may differ, and what may not."""

from __future__ import annotations

import pytest

from i18n.check.harm import harm
from i18n.markdown.dialects import GFM, named
from i18n.model import Severity
from i18n.words.hosts import host
from tests.check.judging import judge, rules, settings

RIGHT = [
    ("Read [the report](report.md).", "Lesen Sie [den Bericht](report.md).", "de"),
    ("[One](a.md) and [two](b.md)", "[Zwei](b.md) und [eins](a.md)", "de"),
    ("![A well](well.jpg)", "![우물](well.jpg)", "ko"),
    ('[Report](r.md "The report")', '[Informe](r.md "El informe")', "es"),
    ("See <https://example.org/a>.", "انظر <https://example.org/a>.", "ar"),
    ("Visit https://example.org/a.", "https://example.org/a를 방문하세요.", "ko"),
    ("Visit https://example.org/a (in English).", "请访问 https://example.org/a（英文）。", "zh"),
    ("Visit https://example.org/a.", "Besuchen Sie https://example.org/a!", "de"),
    ("Write to help@example.org.", "help@example.org로 써 주세요.", "ko"),
    ("Write to _help@example.org_.", "*help@example.org*로 써 주세요.", "ko"),
    ("詳細はhttps://example.orgをご覧ください。", "자세한 것은 https://example.org를 보세요.", "ko"),
    ("[A & B](x?a=1&amp;b=2)", "[A und B](x?a=1&b=2)", "de"),
    ("A note.[^1] Another.[^2]", "Eine.[^2] Noch eine.[^1]", "de"),
    ("See [the word][label].", "Siehe [das Wort][label].", "de"),
    ("See [the word][Label].", "Siehe [das Wort][label].", "de"),
    ("See [word][].", "Siehe [Wort][].", "de"),
    ("See [word][].", "Siehe [Wort][word].", "de"),
    ("No links at all.", "Gar keine Links.", "de"),
    ("See [a](https://Wells.example/) now.", "Siehe jetzt [a](https://wells.example).", "de"),
    ("See <https://wells.example>.", "Siehe <HTTPS://wells.EXAMPLE/>.", "de"),
    ("See https://wells.example/ now.", "Siehe https://wells.example jetzt.", "de"),
]
WRONG = [
    ("Read [the report](report.md).", "Lesen Sie den Bericht.", "de"),
    ("Read [the report](report.md).", "Lesen Sie [den Bericht](bericht.md).", "de"),
    ("Read [the report](report.md).", "Lesen Sie [den Bericht] (report.md).", "de"),
    ("Read the report.", "Lesen Sie [den Bericht](https://elsewhere.example/).", "de"),
    ("See [a](https://wells.example/A).", "Siehe [a](https://wells.example/a).", "de"),
    ("See [a](https://wells.example/a/).", "Siehe [a](https://wells.example/a).", "de"),
    ("See [a](https://wells.example/?a).", "Siehe [a](https://wells.example).", "de"),
    ("[One](a.md) and [two](b.md)", "[Eins](a.md) und [zwei](a.md)", "de"),
    ("![A well](well.jpg)", "[우물](well.jpg)", "ko"),
    ("![A well](well.jpg)", "![우물](우물.jpg)", "ko"),
    ("See <https://example.org/a>.", "Siehe <https://example.org/b>.", "de"),
    ("Visit https://example.org/a.", "https://example.com/a를 방문하세요.", "ko"),
    ("Visit https://example.org/a.", "请访问。", "zh"),
    ("Write to help@example.org.", "Schreiben Sie an hilfe@example.org.", "de"),
    ("詳細はhttps://example.orgをご覧ください。", "Siehe dort.", "de"),
    ("詳細はhttps://example.orgをご覧ください。", "자세한 것은 https://example.com를 보세요.", "ko"),
    ("Get it from ftp://example.org/a.", "Holen Sie es von ftp://example.org/b.", "de"),
    ("문의는 team@example.org로 보내세요.", "Schreiben Sie uns.", "de"),
    ("A note.[^1]", "Eine Anmerkung.", "de"),
    ("A note.[^1]", "Eine Anmerkung.[^2]", "de"),
    ("See [the word][label].", "Siehe [das Wort][wort].", "de"),
    ("See [word][].", "Siehe Wort.", "de"),
    ("[a](x.md) [a](x.md)", "[a](x.md)", "de"),
]


@pytest.mark.parametrize(("msgid", "msgstr", "locale"), RIGHT)
def test_right(msgid: str, msgstr: str, locale: str) -> None:
    assert rules(msgid, msgstr, locale) == set()


@pytest.mark.parametrize(("msgid", "msgstr", "locale"), WRONG)
def test_wrong(msgid: str, msgstr: str, locale: str) -> None:
    assert "links" in rules(msgid, msgstr, locale)


def test_a_shortcut_reference_may_be_translated_in_its_brackets() -> None:
    assert rules("See [word] here.", "Siehe [Wort] hier.", labels=("word",)) == set()
    assert rules("See [word] here.", "Siehe Wort hier.", labels=("word",)) == {"links"}


@pytest.mark.parametrize(
    ("glob", "target", "is_allowed"),
    [
        ("de.wikipedia.org", "https://de.wikipedia.org/wiki/Wasser", True),
        ("*.wikipedia.org", "https://de.wikipedia.org/wiki/Wasser", True),
        ("https://de.wikipedia.org/*", "https://de.wikipedia.org/wiki/Wasser", True),
        ("https://*.wikipedia.org/wiki/*", "HTTPS://DE.wikipedia.org/wiki/Wasser", True),
        ("/de/*", "/de/wasser/", True),
        ("wasser.md", "wasser.md", True),
        ("#*", "#wasser", True),
        ("*.wikipedia.org", "https://wikipedia.org.evil.example/", False),
        ("*.wikipedia.org", "https://evil.example/de.wikipedia.org", False),
        ("https://*.wikipedia.org/*", "https://evil.example/x.wikipedia.org/wiki", False),
        ("*.wikipedia.org", "https://de.wikipedia.org@evil.example/", False),
        ("*.wikipedia.org", "https://evil.example\\x.wikipedia.org/", False),
        ("https://de.wikipedia.org/*", "http://de.wikipedia.org/wiki/Wasser", False),
        ("/de/*", "https://evil.example/de/wasser", False),
        ("#*", "wasser.md#wasser", False),
        ("*.wikipedia.org", "/\\evil.example/.wikipedia.org", False),
        ("*.wikipedia.org", "/&Tab;/evil.example/.wikipedia.org", False),
        ("*.wikipedia.org", "http:evil.example/.wikipedia.org", False),
        ("*.wikipedia.org", "https:/\\evil.example/.wikipedia.org", False),
        ("*.wikipedia.org", "https:///evil.example/.wikipedia.org", False),
        ("*.wikipedia.org", "javascript://de.wikipedia.org/%0Aalert(1)", False),
        ("*.wikipedia.org", "data://de.wikipedia.org/text", False),
        ("*.wikipedia.org", "ftp://de.wikipedia.org/", False),
        ("*.wikipedia.org", "https://de.wikipedia.org:80@evil.example/", False),
        ("/de/*", "/de/\\evil.example", False),
        ("*.md", "javascript:alert(1)//.md", False),
        ("mailto:*@example.org", "mailto:wasser@example.org", True),
    ],
)
def test_hosts_allow_another_target(glob: str, target: str, is_allowed: bool) -> None:
    msgid, msgstr = "[Water](https://en.wikipedia.org/wiki/Water)", f"[Wasser](<{target}>)"
    assert ("links" not in rules(msgid, msgstr, hosts=[glob])) is is_allowed


def test_hosts_allow_no_new_link() -> None:
    assert "links" in rules("Water", "[Wasser](https://de.wikipedia.org/)", hosts=["*"])


def test_one_finding_names_what_is_missing_and_what_is_new() -> None:
    (finding,) = judge("Read [it](report.md).", "Lesen Sie [es](bericht.md).")
    assert "missing “report.md”; added “bericht.md”" in finding.message
    assert (finding.path, finding.line, finding.locale, finding.article) == (
        "locales/de/LC_MESSAGES/report.po",
        12,
        "de",
        "report.md",
    )
    assert finding.msgid == "Read [it](report.md)."


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("https://E.example/x", "e.example"),
        ("HTTP:e.example", "e.example"),
        ("https:/\\/e.example\\x", "e.example"),
        ("//e.example?x", "e.example"),
        ("/\\e.example#x", "e.example"),
        (" /\t/e.example", "e.example"),
        ("ht\ntps://e.example", "e.example"),
        ("https://user:word@e.example:80/", "e.example"),
        ("https://a.example@e.example", "e.example"),
        ("https://e%2eexample./", "e.example"),
        ("https://ｅ．example", "e.example"),
        ("https://е.example", "е.example"),
        ("ftp://e.example", "e.example"),
        ("other://e.example", "e.example"),
        ("mailto:x@e.example", "e.example"),
        ("page.md", ""),
        ("/page//x", ""),
        ("#https://e.example", ""),
        ("javascript:x", ""),
        ("tel:1", ""),
        ("", ""),
    ],
)
def test_a_host_is_what_a_browser_would_ask(target: str, name: str) -> None:
    assert host(target) == name


FOREIGN = [
    "Lies https://e.example/login.",
    "Lies HTTPS://E.EXAMPLE/login",
    "Lies WWW.e.example/login",
    "Lies https://еxample.org/login",
    "Lies ftp://e.example/x",
    "Lies //e.example/x",
    "Lies *https://e.example*",
    "Lies http:/\\e.example",
    "Schreib an x@e.example",
    "Lies [es](https://e.example/)",
    "Lies [es](//e.example/)",
    "Lies ![es](https://e.example/p)",
    "Lies <https://e.example/>",
    "[Lies]: //e.example",
    'Lies <a href="//e.example">es</a>',
    "Lies <img srcset='a.png 1x, //e.example/p 2x'>",
    "Lies <b style='background: url(//e.example/p)'>es</b>",
    "Lies <a ping='x https://e.example'>es</a>",
    "<a title=x' href=//e.example>Lies",
]


@pytest.mark.parametrize("msgstr", FOREIGN)
def test_a_new_host_is_an_error_that_nobody_lowers(msgstr: str) -> None:
    lowered = settings(off=("links", "html"))
    waived = ("i18n-ignore: links, html, active-content",)
    found = judge("Read it at https://example.org/a.", msgstr, configured=lowered, comments=waived)
    assert Severity.ERROR in {one.severity for one in found}
    assert harm("Read it at https://example.org/a.", msgstr, GFM, (), ())


def test_another_page_of_the_same_host_may_be_waived() -> None:
    assert judge("See https://example.org/a", "Siehe https://example.org/b", comments=("i18n-ignore: links",)) == ()
    assert not harm("See https://example.org/a", "Siehe https://example.org/b", GFM, (), ())


def test_a_host_that_the_project_allows_is_not_new() -> None:
    assert not harm("[a](https://a.example)", "[a](https://b.example)", GFM, (), ("b.example",))


@pytest.mark.parametrize("msgstr", ["Lies e.com/login", "Lies E.Example.de.", "Lies jetzt e.net:", "e.com"])
def test_the_name_of_a_host_alone_is_an_address_where_the_generator_links_it(msgstr: str) -> None:
    assert harm("Read it.", msgstr, named("vitepress"), (), ())
    assert not harm("Read it.", msgstr, GFM, (), ())
    assert not harm(f"Read {msgstr.split()[-1]} now", msgstr, named("vitepress"), (), ())


@pytest.mark.parametrize("msgstr", ["z. B. so", "z.B. so", "d.h. 3.5 usw.", "Version 1.2.3", "`e.com`", "u.a.m."])
def test_an_abbreviation_is_none(msgstr: str) -> None:
    assert not harm("Read it.", msgstr, named("vitepress"), (), ())
