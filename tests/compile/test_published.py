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
    ("gfm", 'Ask <b class="big\nred">her</b>.\n', 'Frag <b class="bigred">sie</b>.'),
]


@pytest.mark.parametrize(("dialect", "article", "text"), CHANGED)
def test_markup_that_is_lost_or_another_stays_an_error(dialect: str, article: str, text: str) -> None:
    page, found = published(dialect, article, text)
    assert ("structure", Severity.ERROR) in said(found)
    assert page.data.decode() == article
