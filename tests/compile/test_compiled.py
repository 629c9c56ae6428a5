from __future__ import annotations

import dataclasses

import pytest

from i18n.catalog import origin
from i18n.compile.article import Compiled, Options, compile_article
from i18n.extract.article import Rules
from i18n.extract.source import read_source
from i18n.model import Article, Severity, Unit
from i18n.project import Build
from i18n.project.notices import Notices
from i18n.project.tables import Fallback
from tests.fixtures import cases

OPTIONS = Options("de", build=Build(anchors="keep"))


def compiled(text: str, *units: Unit, options: Options = OPTIONS) -> Compiled:
    source = read_source(Article("a.md", "a", "source/a.md", text.encode()), Rules())
    return compile_article(source, {unit.key: unit for unit in units}, options, "locales/de/a.po")


def translated(pairs: str) -> list[Unit]:
    units = []
    for line in pairs.splitlines():
        msgid, _, msgstr = line.replace("⏎", "\n").partition(" ⇒ ")
        units.append(Unit(msgid, msgstr))
    return units


@pytest.mark.parametrize(("article", "pairs", "expected"), cases("compiled.txt", 3))
def test_compiled(article: str, pairs: str, expected: str) -> None:
    assert compiled(article, *translated(pairs)).data.decode() == expected


@pytest.mark.parametrize(("article", "pairs", "expected"), cases("compiled.txt", 3))
def test_compiled_with_every_line_end_crlf(article: str, pairs: str, expected: str) -> None:
    result = compiled(article.replace("\n", "\r\n"), *translated(pairs))
    assert result.data.decode() == expected.replace("\n", "\r\n")


def test_a_refusal_names_the_message_and_what_is_wrong() -> None:
    result = compiled(
        "Read [the guide](guide.md) with `code`.\n", Unit("Read [the guide](guide.md) with `code`.", "Lies.", line=12)
    )
    (finding,) = result.findings
    assert (finding.rule, finding.severity) == ("structure", Severity.ERROR)
    assert (finding.path, finding.line, finding.locale) == ("locales/de/a.po", 12, "de")
    assert finding.msgid == "Read [the guide](guide.md) with `code`."
    assert "the code `code` is missing" in finding.message
    assert result.fallback == "source"
    assert (result.coverage.translated, result.coverage.refused, result.coverage.shown) == (0, 1, 0)


@pytest.mark.parametrize(("fallback", "shown"), [("mixed", 1), ("source", 0), ("omit", 0), ("last-good", 0)])
def test_a_refused_text_is_one_that_is_not_translated_for_the_fallback(fallback: Fallback, shown: int) -> None:
    options = dataclasses.replace(OPTIONS, build=Build(anchors="keep", fallback=fallback))
    result = compiled("One.\n\nTwo.\n", Unit("One.", "Eins."), Unit("Two.", "[Zwei](x)."), options=options)
    assert result.fallback == fallback
    assert result.reason == (
        "1 of 2 messages show the source, 1 of them as the translation would change the page's structure"
    )
    assert (result.coverage.translated, result.coverage.refused, result.coverage.shown) == (1, 1, shown)
    assert [finding.rule for finding in result.findings] == ["structure"]
    assert (b"Eins." in result.data) == bool(shown)


def test_one_bad_message_among_many_is_the_only_one_refused() -> None:
    text = "".join(f"Paragraph number {at} *here*.\n\n" for at in range(60))
    units = [Unit(f"Paragraph number {at} *here*.", f"Absatz {at} *hier*.") for at in range(60)]
    units[20] = dataclasses.replace(units[20], msgstr="<div>\noffen")
    units[40] = dataclasses.replace(units[40], msgstr="`Absatz`")
    result = compiled(text, *units)
    assert [finding.msgid for finding in result.findings if finding.rule == "structure"] == [
        units[20].msgid,
        units[40].msgid,
    ]
    assert result.data.decode().count("Absatz") == 58


def test_links_may_lead_to_allowed_hosts_only() -> None:
    text = "See [rivers](https://en.wikipedia.org/wiki/River) and `code`.\n"
    msgid = text.strip()
    there = Unit(msgid, "Siehe [Flüsse](https://de.wikipedia.org/wiki/Fluss) und `code`.")
    elsewhere = Unit(msgid, "Siehe [Flüsse](https://example.net/Fluss) und `code`.")
    options = dataclasses.replace(OPTIONS, hosts=("*.wikipedia.org",))
    assert compiled(text, there, options=options).data.decode() == there.msgstr + "\n"
    assert compiled(text, there).data.decode() == text
    assert compiled(text, elsewhere, options=options).data.decode() == text


def test_other_emphasis_is_a_warning_and_is_published() -> None:
    result = compiled("Some *soft* words.\n", Unit("Some *soft* words.", "Ein paar leise Wörter."))
    assert result.data == "Ein paar leise Wörter.\n".encode()
    assert [(each.rule, each.severity) for each in result.findings] == [("emphasis", Severity.WARNING)]


def test_korean_emphasis_that_does_not_render_is_repaired_and_told() -> None:
    result = compiled("The **“word”** is.\n", Unit("The **“word”** is.", "**“말”**은 있다."))
    assert result.data.decode() == "<strong>“말”</strong>은 있다.\n"
    assert [(each.rule, each.severity) for each in result.findings] == [("emphasis", Severity.INFO)]


def test_emphasis_written_as_html_must_be_closed() -> None:
    msgid = "The **word** is."
    assert (
        compiled(msgid + "\n", Unit(msgid, "Das <strong>Wort</strong>.")).data.decode()
        == "Das <strong>Wort</strong>.\n"
    )
    assert compiled(msgid + "\n", Unit(msgid, "Das <strong>Wort.")).data.decode() == msgid + "\n"
    assert compiled(msgid + "\n", Unit(msgid, "Das <strong onclick='x'>Wort</strong>.")).data.decode() == msgid + "\n"


def test_of_many_messages_those_alone_are_refused_that_add_machinery() -> None:
    text = "".join(f":Name {at}: Text {at}.\n" for at in range(300))
    source = read_source(Article("a.md", "a", "source/a.md", text.encode()), Rules("myst"))
    wrong = {f"Name {at}" for at in (0, 150, 151, 299)}
    translations = {
        unit.key: dataclasses.replace(unit, msgstr="klein" if unit.msgid in wrong else f"Wort {unit.msgid}")
        for unit in source.template
    }
    result = compile_article(source, translations, OPTIONS, "locales/de/a.po")
    assert {finding.msgid for finding in result.findings if finding.rule == "structure"} == wrong
    assert result.coverage.refused == 4


@pytest.mark.parametrize(
    ("below", "name", "kept"),
    [
        ("        ", "Schritte", False),
        ("        ", "Weg", False),
        ("        ", "Stufe", True),
        ("    ", "Schritte", True),
    ],
)
def test_the_name_of_a_field_does_not_move_what_stands_below_its_text(below: str, name: str, kept: bool) -> None:
    text = f":Steps: - first we go\n{below}- then we rest\n"
    source = read_source(Article("a.md", "a", "source/a.md", text.encode()), Rules("myst"))
    unit = Unit("Steps", name)
    result = compile_article(source, {unit.key: unit}, OPTIONS, "locales/de/a.po")
    assert result.data.decode() == (text.replace("Steps", name) if kept else text)
    assert [finding.rule for finding in result.findings] == ([] if kept else ["structure"])


def test_another_count_of_line_breaks_is_a_warning() -> None:
    result = compiled("One  \ntwo.\n", Unit("One\ntwo.", "Eins zwei."))
    assert [(each.rule, each.severity) for each in result.findings] == [("line-breaks", Severity.WARNING)]


def test_fuzzy_text_shows_the_source() -> None:
    fuzzy = Unit("Some words.", "Alte Wörter.", fuzzy=True, previous_msgid="Some old words.")
    assert compiled("Some words.\n", fuzzy).data == b"Some words.\n"
    keep = dataclasses.replace(OPTIONS, build=Build(anchors="keep", outdated="keep"))
    assert compiled("Some words.\n", fuzzy, options=keep).data.decode() == "Alte Wörter.\n"


def test_drafts_are_published_on_request_only_and_with_a_notice() -> None:
    draft = origin.mark(Unit("Some words."), "Unas palabras.", "apertium", "eng-spa")
    assert compiled("# Title\n\nSome words.\n", draft).data == b"# Title\n\nSome words.\n"
    options = dataclasses.replace(
        OPTIONS, build=Build(anchors="keep", drafts=True), notices=Notices("Machine translation.\nNot reviewed.")
    )
    result = compiled("---\ntitle: x\n---\n# Title\n\nSome words.\n", draft, options=options)
    assert result.data.decode() == (
        "---\ntitle: x\n---\n# Title\n\n> [!NOTE]\n> Machine translation.\n> Not reviewed.\n\nUnas palabras.\n"
    )
    assert result.drafts == 1
    assert compiled("Other.\n", draft, options=options).data == b"Other.\n"


def test_reviewed_only() -> None:
    options = dataclasses.replace(OPTIONS, build=Build(anchors="keep", require="reviewed", drafts=True))
    assert compiled("Some words.\n", Unit("Some words.", "Wörter."), options=options).data == b"Some words.\n"


@pytest.mark.parametrize("fallback", ["source", "omit", "last-good"])
def test_an_incomplete_article_falls_back_whole(fallback: Fallback) -> None:
    options = dataclasses.replace(OPTIONS, build=Build(anchors="keep", fallback=fallback))
    result = compiled("One word.\n\nTwo words.\n", Unit("One word.", "Ein Wort."), options=options)
    assert (result.fallback, result.reason) == (fallback, "1 of 2 messages show the source")
    assert result.data == b"One word.\n\nTwo words.\n"


def test_translated_headings_keep_the_id_of_the_source() -> None:
    options = dataclasses.replace(OPTIONS, build=Build())
    text = "# A title\n\n## What’s new, again?\n\n## Part\n\n## Part\n\n## Own {#own}\n\nSet `text`\n---\n"
    units = translated(
        "A title ⇒ Ein Titel\nWhat’s new, again? ⇒ Was ist neu?\nPart ⇒ Teil\nOwn ⇒ Eigen\nSet `text` ⇒ `text` setzen"
    )
    assert compiled(text, *units, options=options).data.decode() == (
        '# <a id="a-title"></a>Ein Titel\n\n## <a id="whats-new-again"></a>Was ist neu?\n\n'
        '## <a id="part"></a>Teil\n\n## <a id="part-1"></a>Teil\n\n## Eigen {#own}\n\n'
        '<a id="set-text"></a>`text` setzen\n---\n'
    )


def test_an_untranslated_heading_is_not_pinned() -> None:
    options = dataclasses.replace(OPTIONS, build=Build())
    assert compiled("# Title\n\nText.\n", Unit("Text.", "Satz."), options=options).data == b"# Title\n\nSatz.\n"


def test_hundreds_of_broken_translations_end_soon_and_break_nothing() -> None:
    text = "".join(f"Paragraph {at} here.\n\n" for at in range(800))
    units = [Unit(f"Paragraph {at} here.", "<div>\n\n<!--") for at in range(800)]
    assert compiled(text, *units).data.decode() == text


RIGHT_TO_LEFT = dataclasses.replace(OPTIONS, locale="fa")


@pytest.mark.parametrize(
    "msgstr",
    [
        'اکنون <span dir="ltr">`a[0]`</span> را بخوانید.',
        "اکنون <bdi>`a[0]`</bdi> را بخوانید.",
        'اکنون <bdo dir="rtl">را</bdo> `a[0]` <span dir=auto>بخوانید</span>.',
    ],
)
def test_tags_that_keep_the_direction_may_come_in_where_text_runs_from_right_to_left(msgstr: str) -> None:
    msgid = "Read `a[0]` now, please."
    result = compiled(f"{msgid}\n", Unit(msgid, msgstr), options=RIGHT_TO_LEFT)
    assert (result.data.decode(), result.findings) == (f"{msgstr}\n", ())
    assert [each.rule for each in compiled(f"{msgid}\n", Unit(msgid, msgstr)).findings] == ["structure"]


@pytest.mark.parametrize(
    "msgstr",
    [
        'اکنون <span dir="ltr">`a[0]` را.',
        'اکنون </span>`a[0]`<span dir="ltr"> را.',
        'اکنون <span dir="ltr" class="x">`a[0]`</span> را.',
        'اکنون <span dir="ltr">`b[0]`</span> را.',
        "اکنون <bdi>`a[0]`</bdi> <b>را</b>.",
        "اکنون <bdi>`a[0]`</span> را.",
    ],
)
def test_no_other_tags_come_in_with_them(msgstr: str) -> None:
    msgid = "Read `a[0]` now, please."
    result = compiled(f"{msgid}\n", Unit(msgid, msgstr), options=RIGHT_TO_LEFT)
    assert [each.rule for each in result.findings] == ["structure"]


def test_a_link_of_html_may_change_to_an_allowed_host_too() -> None:
    msgid = 'See <a class="x y" href="https://en.wikipedia.org/wiki/C" id=c>it</a> here.'
    options = dataclasses.replace(OPTIONS, hosts=("*.wikipedia.org",))
    for target, is_shown in (
        ("https://de.wikipedia.org/wiki/C", True),
        ("https://de.wikipedia.org.e.example/", False),
        ("//e.example/.wikipedia.org", False),
        ("C.md", False),
    ):
        msgstr = f'Siehe <a class="x y" href="{target}" id=c>es</a> hier.'
        result = compiled(f"{msgid}\n", Unit(msgid, msgstr), options=options)
        assert (result.data.decode() == f"{msgstr}\n") is is_shown, target
        assert bool(result.findings) is not is_shown
    other = 'Siehe <a class="x z" href="https://de.wikipedia.org/wiki/C" id=c>es</a> hier.'
    assert compiled(f"{msgid}\n", Unit(msgid, other), options=options).findings
