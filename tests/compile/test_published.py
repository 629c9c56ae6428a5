"""Right translations are published: white space inside markup is no difference; lost or changed markup stays one."""

from __future__ import annotations

import pytest

from i18n.check import Where
from i18n.check import findings as checked
from i18n.compile.article import Compiled, Options, compile_article
from i18n.extract.article import Rules
from i18n.extract.source import Source, read_source
from i18n.model import Article, Finding, Severity, Unit
from i18n.project import Build
from tests.check.judging import settings


def read(dialect: str, article: str) -> Source:
    return read_source(Article("a.md", "a", "source/a.md", article.encode()), Rules(dialect))


def published(
    dialect: str, article: str, *texts: str, locale: str = "de", hosts: tuple[str, ...] = ()
) -> tuple[Compiled, tuple[Finding, ...]]:
    """The page with these texts in place of its messages, in order, and what both checks and build say of them."""
    source = read(dialect, article)
    units = [Unit(unit.msgid, text) for unit, text in zip(source.template, texts, strict=True)]
    options = Options(locale, build=Build(anchors="keep"), hosts=hosts)
    page = compile_article(source, {unit.key: unit for unit in units}, options, "a.po")
    where = Where("a.po", locale, "en", source.dialect, "a.md", tuple(source.extraction.labels))
    return page, (*page.findings, *checked(units, where, settings(hosts=hosts)))


def said(found: tuple[Finding, ...]) -> list[tuple[str, Severity]]:
    return [(finding.rule, finding.severity) for finding in found]


FOLDED = [
    ("jekyll", "Ask [the smith]({{ site.root\n}}/smith) first.\n", "Frag erst [die Schmiedin]({{ site.root }}/smith)."),
    ("jekyll", "- Ask [the smith]({{ site.root\n  }}/smith).\n", "Frag [die Schmiedin]({{site.root}}/smith)."),
    ("jekyll", "> Ask [the smith]({{ site.root\n> }}/smith).\n", "Frag [die Schmiedin]({{ site.root }}/smith)."),
    ("jekyll", "> > Ask [the smith]({% link\n> > smith.md %}).\n", "Frag [die Schmiedin]({% link smith.md %})."),
    ("jekyll", "Rain {% if\npage.wet %}falls{% endif\n%} today.\n", "Regen {%if page.wet %}fällt{%endif%} heute."),
    ("jekyll", "<p>Ask <a href=\"{{ root\n }}/b.md\">her</a>.</p>\n", 'Frag <a href="{{root}}/b.md">sie</a>.'),
    ("jekyll", "Ask <a href=\"{{ root\n }}/b.md\">her</a>.\n", 'Frag <a href="{{root}}/b.md">sie</a>.'),
    ("jekyll", 'See <img alt="Oak" src="{% asset  b.png %}"> here.\n', '<img alt="Eiche" src="{%asset b.png%}">.'),
    ("jekyll", "Ask <a href={{ site.root }}/b.md>her</a>.\n", "Frag <a href={{site.root}}/b.md>sie</a>."),
    ("jekyll", "<p>Ask <a href={{ root }}/b.md>her</a>.</p>\n", "Frag <a href={{  root}}/b.md>sie</a>."),
    ("jekyll", "See <img src={% asset  b.png %} alt=Oak> here.\n", "<img alt=Eiche src={%asset b.png%}> hier."),
    ("jekyll", "> Rain {% if a\n> > 3 %}falls{% endif %}.\n", "Regen {% if a > 3 %}fällt{% endif %}."),
    ("jekyll", "> > Rain {% if a\n> > > 3 %}falls{% endif %}.\n", "Regen {% if a > 3 %}fällt{% endif %}."),
    ("jekyll", "Rain {% if a\n> 3 %}falls{% endif %}.\n", "Regen {% if a > 3 %}fällt{% endif %}."),
    ("hugo", '> Ask {{< her\n> ">b" >}} now.\n', 'Frag jetzt {{< her ">b" >}}.'),
    ("hugo", 'Ask [the smith]({{< ref\n"smith.md" >}}) first.\n', 'Frag [die Schmiedin]({{<ref "smith.md">}}).'),
    ("hugo", '![The smith]({{< ref\r\n"smith.png" >}}) works.\r\n', '![Die Frau]({{< ref "smith.png" >}}) arbeitet.'),
    ("hugo", '| A smith | b |\n|--|--|\n| [it]({{<  ref "a.md" >}}) | c |\n', '[es]({{< ref "a.md" >}})'),
    ("mkdocs", "Count {{ sacks(\n  'all') }} first.\n", "Zähle erst {{sacks( 'all')}}."),
    ("vitepress", "Count {{ sacks\n}} first.\n", "Zähle erst {{sacks}}."),
    ("gfm", "Ask <a class='big\n red' href=\"b.md\">her</a>.\n", 'Frag <a href="b.md" class="big red">sie</a>.'),
    ("gfm", '> Ask <b style="top: 0;\n>   left: 0">her</b>.\n', 'Frag <b style="top: 0; left: 0">sie</b>.'),
    ("docusaurus", 'Ask <Smith a="b\n c">her</Smith> {now +\n 1}.\n', 'Frag <Smith a="b c">sie</Smith> {now + 1}.'),
]  # fmt: skip


@pytest.mark.parametrize(("dialect", "article", "text"), FOLDED)
def test_white_space_inside_markup_is_no_difference(dialect: str, article: str, text: str) -> None:
    texts = [
        text if "](" in unit.msgid or "|" not in article else unit.msgid for unit in read(dialect, article).template
    ]
    page, found = published(dialect, article, *texts)
    assert said(found) == []
    assert text in page.data.decode()


CHANGED = [
    ("jekyll", "Ask [the smith]({{ site.root\n}}/smith).\n", "Frag [die Schmiedin]({{ site.rott }}/smith)."),
    ("jekyll", "Ask [the smith]({{ site.root\n}}/smith).\n", "Frag die Schmiedin."),
    ("jekyll", "Ask {{- her.name }} now.\n", "Frag jetzt {{ - her.name }}."),
    ("hugo", "Ask {{< her >}} now.\n", "Frag jetzt {{ < her >}}."),
    ("jekyll", "Ask <a href={{ site.root }}/b.md>her</a>.\n", "Frag <a href={{ site.rott }}/b.md>sie</a>."),
    ("jekyll", "> Rain {% if a\n> > 3 %}falls{% endif %}.\n", "Regen {% if a 3 %}fällt{% endif %}."),
    ("jekyll", "> Rain {% if a\n> > 3 %}falls{% endif %}.\n", "Regen {% if a < 3 %}fällt{% endif %}."),
    ("vitepress", "Write \\{{ key }} now.\n", "Schreib jetzt \\{{ other }}."),
    ("vitepress", "Write \\{\\{ key }} now.\n", "Schreib jetzt \\{\\{ other }}."),
    ("vitepress", "Write &#123;&#123; key }} now.\n", "Schreib jetzt &#123;&#123; other }}."),
    ("vitepress", "Write now.\n", "Schreib jetzt {\\{ other }}."),
    ("gfm", 'Ask <b class="big\nred">her</b>.\n', 'Frag <b class="bigred">sie</b>.'),
]


@pytest.mark.parametrize(("dialect", "article", "text"), CHANGED)
def test_markup_that_is_lost_or_another_stays_an_error(dialect: str, article: str, text: str) -> None:
    page, found = published(dialect, article, text)
    assert ("structure", Severity.ERROR) in said(found)
    assert page.data.decode() == article


PLAN = "[the map]: map.md\n[the well]: well.md\n"
TITLES = [
    ("mkdocs", '!!! tip "Ask for [the map]"\n\n    Sand.\n\n' + PLAN),
    (
        "mkdocs",
        "<figure markdown>\n  <figcaption markdown>Ask for [the map]</figcaption>\n</figure>\n\nSand.\n\n" + PLAN,
    ),
    ("docusaurus", ":::tip[Ask for [the map]]\n\nSand.\n\n:::\n\n" + PLAN),
    ("myst", ":::{tip} Ask for [the map]\nSand.\n:::\n\n" + PLAN),
    ("vitepress", "::: tip Ask for [the map]\nSand.\n:::\n\n" + PLAN),
]


@pytest.mark.parametrize(("dialect", "article"), TITLES)
def test_a_title_may_spell_out_the_label_of_its_reference(dialect: str, article: str) -> None:
    for text in ("Frag nach [der Karte][the map]", "Frag nach [der Karte]"):
        page, found = published(dialect, article, text, "Sand.")
        assert said(found) == []
        assert "Frag nach [der Karte][the map]" in page.data.decode()
    page, found = published(dialect, article, "Frag nach [der Karte][the well]", "Sand.")
    assert ("structure", Severity.ERROR) in said(found)
    assert page.data.decode() == article


IN_HTML = [
    ("gfm", "<p>Ask for [the map]{} now.</p>\n\nSand.\n\n", False),
    ("hugo", "<p>Ask for [the map]{} now.</p>\n\nSand.\n\n", False),
    ("mkdocs", "<p>Ask for [the map]{} now.</p>\n\nSand.\n\n", False),
    ("jekyll", "<p>Ask for [the map]{} now.</p>\n\nSand.\n\n", False),
    ("mkdocs", '<p markdown="1">Ask for [the map]{} now.</p>\n\nSand.\n\n', True),
    ("jekyll", '<p markdown="span">Ask for [the map]{} now.</p>\n\nSand.\n\n', True),
    ("docusaurus", "<p>Ask for [the map]{} now.</p>\n\nSand.\n\n", True),
]


@pytest.mark.parametrize("form", ["", "[]"])
@pytest.mark.parametrize(("dialect", "article", "is_markdown"), IN_HTML)
def test_labels_are_written_out_where_html_is_read_as_markdown(
    dialect: str, article: str, form: str, is_markdown: bool
) -> None:
    page, found = published(dialect, article.format(form) + PLAN, f"Frag jetzt nach [der Karte]{form}.", "Sand.")
    assert said(found) == []
    written = "[der Karte][the map]" if is_markdown else f"[der Karte]{form}"
    assert f"Frag jetzt nach {written}." in page.data.decode()


HOST, OTHER = "https://en.maps.example/oak", "https://de.maps.example/eiche"
LEADING = [
    ("gfm", f"[oak]({HOST}) stands.\n", f"[Eiche]({OTHER}) steht."),
    ("gfm", f"![oak]({HOST}) stands.\n", f"![Eiche]({OTHER}) steht."),
    ("gfm", f"Ask <{HOST}> now.\n", f"Frag <{OTHER}> jetzt."),
    ("gfm", f"An [oak][1] stands.\n\n[1]: {HOST}\n", f"Eine [Eiche]({OTHER}) steht."),
    ("gfm", f'An <a class="b c" href="{HOST}">oak</a> stands.\n', f'<a class="b c" href="{OTHER}">Eiche</a> steht.'),
    ("gfm", f'An <img src="{HOST}" width=2> oak.\n', f'Eine <img src="{OTHER}" width=2> Eiche.'),
    ("gfm", f'<p>An <a href="{HOST}">oak</a> stands.</p>\n', f'Eine <a href="{OTHER}">Eiche</a> steht.'),
    ("gfm", f"---\ntitle: An [oak]({HOST})\n---\n", f"Eine [Eiche]({OTHER})"),
    ("mkdocs", f'!!! tip "An [oak]({HOST})"\n', f"Eine [Eiche]({OTHER})"),
    ("mkdocs", f"!!! tip \"An <a href='{HOST}'>oak</a>\"\n", f"Eine <a href='{OTHER}'>Eiche</a>"),
]  # fmt: skip


@pytest.mark.parametrize(("dialect", "article", "text"), LEADING)
def test_hosts_means_the_same_in_markdown_html_and_references(dialect: str, article: str, text: str) -> None:
    page, found = published(dialect, article, text, hosts=("*.maps.example",))
    assert said(found) == []
    assert text in page.data.decode()
    for elsewhere in (text, text.replace("de.maps.example", "de.maps.example.elsewhere.example")):
        page, found = published(dialect, article, elsewhere, hosts=("*.other.example", "/maps/*"))
        assert ("structure", Severity.ERROR) in said(found)
        assert page.data.decode() == article


@pytest.mark.parametrize(
    ("article", "text"),
    [
        ("See [a](https://Wells.example/) now.\n", "Siehe jetzt [a](https://wells.example)."),
        ("See <https://wells.example> now.\n", "Siehe jetzt <https://wells.example/>."),
        ("# See [a](https://wells.example)\n", "Siehe [a](https://WELLS.example)"),
    ],
)
def test_a_host_in_other_letters_and_a_slash_with_nothing_after_it_are_the_same_address(
    article: str, text: str
) -> None:
    page, found = published("gfm", article, text)
    assert said(found) == []
    assert text in page.data.decode()


@pytest.mark.parametrize(
    ("dialect", "article", "text", "locale"),
    [
        ("gfm", "See the list.\n", "공구 **“목록”**을 보세요.", "ko"),
        ("gfm", "See the list.\n", "Siehe ** die Liste **.", "de"),
        ("jekyll", "| a | b |\n|---|---|\n| See the list. | `b` |\n", "Siehe **die Liste **jetzt.", "de"),
    ],
)
def test_marks_that_readers_would_see_are_a_warning(dialect: str, article: str, text: str, locale: str) -> None:
    texts = [text if unit.msgid == "See the list." else unit.msgid for unit in read(dialect, article).template]
    _, found = published(dialect, article, *texts, locale=locale)
    assert [one for one in said(found) if one[0] == "emphasis"] == [("emphasis", Severity.WARNING)]


@pytest.mark.parametrize(
    ("article", "text"),
    [
        ("Type 2**3.\n", "Tippe 2**3."),
        ("Type `2**3`.\n", "Tippe `2**3`."),
        ("Type it.\n", r"Tippe \*\*es."),
        ("Type * it.\n", "Tippe * es."),
    ],
)
def test_asterisks_that_are_meant_are_silent(article: str, text: str) -> None:
    assert said(published("gfm", article, text)[1]) == []


@pytest.mark.parametrize("tag", ['<iframe src="{}"></iframe>', '<b data-src="{}">x</b>', '<form action="{}"></form>'])
def test_hosts_changes_no_other_address_of_html(tag: str) -> None:
    article = f"Sand {tag.format(HOST)} here.\n"
    page, found = published("gfm", article, f"Sand {tag.format(OTHER)} hier.", hosts=("*.maps.example",))
    assert {"structure", "html"} <= {rule for rule, severity in said(found) if severity is Severity.ERROR}
    assert page.data.decode() == article


PLAIN = [
    ("jekyll", "Press `ab+$` at dawn. Then: `Sand cd+$`", "Drück früh `ab+$`, dann: `Sand cd+$`"),
    ("jekyll", "Press `$$` or `$$` at dawn.", "Drück früh `$$` oder `$$`."),
    ("jekyll", "Press `$ONE` or `$TWO` at dawn.", "Drück früh `$TWO` oder `$ONE`."),
    ("jekyll", r"Press **\<some_key>** at dawn.", r"Drück früh **\<eine_taste>**."),
    ("jekyll", r"Press **\{some_key\}** at dawn.", r"Drück früh **\{eine_taste\}**."),
    ("gfm", r"Press **\<some_key>** at dawn.", r"Drück früh **\<eine_taste>**."),
    ("hugo", r"Press **\<some_key>** at dawn.", r"Drück früh **\<eine_taste>**."),
    ("mkdocs", r"Press **\{some_key\}** at dawn.", r"Drück früh **\{eine_taste\}**."),
    ("vitepress", r"Press **\{some_key\}** at dawn.", r"Drück früh **\{eine_taste\}**."),
    ("docusaurus", r"Press **\{some_key\}** at dawn.", r"Drück früh **\{eine_taste\}**."),
]


@pytest.mark.parametrize(("dialect", "msgid", "msgstr"), PLAIN)
def test_what_is_no_formula_and_no_tag_is_text(dialect: str, msgid: str, msgstr: str) -> None:
    page, found = published(dialect, f"{msgid}\n", msgstr)
    assert said(found) == []
    assert page.data.decode() == f"{msgstr}\n"


MEANT = [
    ("jekyll", "Press $$a_b$$ at dawn.", "Drück früh $$a_c$$."),
    ("jekyll", "Press $a_b$ at dawn.", "Drück früh $a_c$."),
    ("jekyll", r"Press \\<key.x> at dawn.", r"Drück früh \\<taste.x>."),
    ("mkdocs", r"Press \<key> at dawn.", r"Drück früh \<taste>."),  # Python-Markdown takes it for a tag
    ("mkdocs", r"Press \{{ key }} at dawn.", r"Drück früh \{{ taste }}."),
    ("mkdocs", r"Press \\{ .key } at dawn.", r"Drück früh \\{ .taste }."),
    ("vitepress", r"Press \\{{ key }} at dawn.", r"Drück früh \\{{ taste }}."),
    ("vitepress", r"Press `x`{ .key } at dawn.", r"Drück früh `x`{ .taste }."),
]


@pytest.mark.parametrize(("dialect", "msgid", "msgstr"), MEANT)
def test_what_a_generator_reads_stays_as_it_is(dialect: str, msgid: str, msgstr: str) -> None:
    page, found = published(dialect, f"{msgid}\n", msgstr)
    assert ("structure", Severity.ERROR) in said(found)
    assert page.data.decode() == f"{msgid}\n"


def test_words_of_the_source_may_become_code() -> None:
    page, found = published("gfm", "Ask Oak Hill for `sand`.\n", "Frag `Oak Hill` nach `sand`.")
    assert said(found) == [("code", Severity.WARNING)]
    assert page.data.decode() == "Frag `Oak Hill` nach `sand`.\n"
    page, found = published("mkdocs", "# Oak Hill\n", "`Oak Hill`")
    assert said(found) == [("code", Severity.WARNING)]


@pytest.mark.parametrize("text", ["Frag `Oak` und `Hil`.", "Frag `Oak`.", "Frag `Oak` nach `sand` und `rm -r`."])
def test_other_code_and_lost_code_stay_errors(text: str) -> None:
    page, found = published("gfm", "Ask Oak Hill for `sand`.\n", text)
    assert {("code", Severity.ERROR), ("structure", Severity.ERROR)} == set(said(found))
    assert page.data.decode() == "Ask Oak Hill for `sand`.\n"


@pytest.mark.parametrize(
    ("article", "text", "severities"),
    [
        ("`Vec` grows.\n", "`Vec` wächst, wenn `Vec` wächst.", []),
        ("Use [`Pin`](a.md) here.\n", "[`Pin`](a.md): Nimm `Pin` hier.", []),
        ("Run `make` here.\n", "Führe` make` hier aus.", [Severity.WARNING]),
    ],
)
def test_code_said_again_and_spaces_at_its_ends_are_published(
    article: str, text: str, severities: list[Severity]
) -> None:
    page, found = published("gfm", article, text)
    assert said(found) == [("code", severity) for severity in severities]
    assert text in page.data.decode()


def test_a_bar_in_code_of_a_cell_needs_no_backslash() -> None:
    article = "| Sand |\n|---|\n| Try `hot \\| cold` now |\n"
    page, found = published("gfm", article, "Sand", "Nimm `hot | cold`")
    assert said(found) == []
    assert page.data.decode().endswith("| Nimm `hot \\| cold` |\n")
    page, found = published("gfm", "Try `hot \\| cold` now\n", "Nimm `hot | cold`")
    assert said(found) == [("structure", Severity.ERROR)]


@pytest.mark.parametrize(
    ("locale", "msgid", "msgstr", "expected"),
    [
        ("de", "Ask the smith.", "Frag *die* **Frau**.", [("emphasis", Severity.INFO)]),
        ("de", "Ask *the* smith.", "Frag **die** Frau.", [("emphasis", Severity.WARNING)]),
        ("ko", "Ask the smith.", "이제 *장인* 에게 물어라.", []),
        ("ja", "Ask **the** smith.", "*鍛冶屋* に **聞け** 。", []),
        ("ja", "Ask the smith.", "鍛冶屋に **聞け** 。", [("emphasis", Severity.INFO)]),
        ("zh-Hant", "Ask **the** smith.", "*問* 鐵匠。", [("emphasis", Severity.WARNING)]),
    ],
)
def test_emphasis_that_is_only_added_is_information(
    locale: str, msgid: str, msgstr: str, expected: list[tuple[str, Severity]]
) -> None:
    page, found = published("gfm", f"{msgid}\n", msgstr, locale=locale)
    assert said(found) == expected
    assert page.data.decode() == f"{msgstr}\n"


@pytest.mark.parametrize(
    ("dialect", "before", "after"),
    [
        ("jekyll", '<aside markdown="1">\n  <img src="oak.png" class="b">\n  ', "\n</aside>\n"),
        ("gfm", '<img src="oak.png" class="b">\n', "\n"),
        ("gfm", '- <img src="oak.png" class="b">\n  ', "\n"),
        ("gfm", '> <img src="oak.png" class="b">\n> <span id="c">\n> ', "</span>\n"),
        ("mkdocs", '<img src="oak.png" class="b">\r\n', "\r\n"),
    ],
)
def test_a_tag_alone_on_its_line_stays_so_before_words(dialect: str, before: str, after: str) -> None:
    article = f"{before}An oak stands.{after}"
    (unit,) = read(dialect, article).template
    page, found = published(dialect, article, unit.msgid.replace("An oak stands.", "Eine Eiche steht."))
    assert said(found) == []
    assert page.data.decode() == f"{before}Eine Eiche steht.{after}"
