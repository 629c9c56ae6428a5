"""What is private, or held back by the generator: it is packed nowhere, and no page for readers says where it is."""

from __future__ import annotations

import re
import zipfile
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.cli.commands import i18n, more_configuration, translate, write

PRIVATE = '[source]\nprivate = ["safe/**"]\n'


def packed(project: Path, locale: str = "de") -> dict[str, str]:
    with zipfile.ZipFile(project / f"bundles/{locale}.zip") as archive:
        return {name: archive.read(name).decode(errors="replace") for name in archive.namelist()}


@pytest.mark.parametrize(
    "link",
    [
        "[her](safe/orla-at-the-gate.md)", "[her](<safe/orla-at-the-gate.md>)", "[her](safe/orla-at-the-gate.md#door)",
        "[her](./safe/orla-at-the-gate)", "[her](/safe/orla-at-the-gate/)", "[her](safe/orla%2Dat-the-gate.html 'T')",
        "[her][o]\n\n[o]: safe/orla-at-the-gate.md", "[her]( safe/Orla-at-the-gate.MD )", "![her](safe/orla.png)",
        '<a href="safe/orla-at-the-gate.md">her</a>', "<a href=safe/orla-at-the-gate>her</a>",
        '{{< ref "safe/orla-at-the-gate" >}}', "{% link safe/orla-at-the-gate.md %}", "[[safe/orla-at-the-gate]]",
        "[her](other/../safe/orla-at-the-gate.md)", "[her](safe&#47;orla-at-the-gate.md)",
        "[her](safe/orla\\-at-the-gate.md)", "[her]()[a [b](safe/orla-at-the-gate.md) c]",
        "[her\\](](safe/orla-at-the-gate.md)",
        "> [her][o]\n>\n> [o]:\n> safe/orla-at-the-gate.md", "<a href = 'safe/orla (1).md'>her</a>",
        "<img srcset='a.png 1x, safe/orla.png 2x'>",
        "<i data-at='safe/orla.png' style=\"background:url('safe/orla.png')\">her</i>",
        "<a href=safe&#x2F;orla-at-the-gate.md>her</a>", "[her](<safe/orla (1).md>)", "[her](safe/orla%20(1).md)",
        "[![her](safe/orla.png)](safe/orla-at-the-gate.md)", "{{< card \"safe/orla-at-the-gate.md\" >}}",
        '[her]({{< ref "safe/orla-at-the-gate.md" >}})', "*[her](safe/orla-at-the-gate.md)* <b>her</b>",
        "[a `]` b](safe/orla.png)",
    ],
)  # fmt: skip
@pytest.mark.parametrize("translated", [False, True])
def test_a_page_for_readers_does_not_say_where_a_private_article_is(project: Path, link: str, translated: bool) -> None:
    more_configuration(project, PRIVATE)
    write(project, "source/safe/orla-at-the-gate.md", "# Orla\n")
    write(project, "source/safe/orla.png", "x")
    write(project, "source/safe/orla (1).md", "# Another\n")
    write(project, "source/public.md", f"# Public\n\nRead of {link}\n")
    i18n(project, "extract")
    if translated:
        translate(project, "public", {f"Read of {link}".partition("\n")[0]: f"Lies von {link}".partition("\n")[0]})
    result = i18n(project, "run")
    assert re.search(r"source/public\.md:[3-6]: warning: A link leads to", result.stderr)
    for page in (packed(project)["public.md"], (project / "dist/pt-BR/public.md").read_text()):
        assert "orla" not in page.lower()
        assert "#" in page.partition("Public")[2]


@pytest.mark.parametrize(
    ("link", "shown"),
    [
        ("[her]({% link safe/orla.md %})", "[her](#)"), ("[her]({%- link /safe/orla.md -%}#door)", "[her](#)"),
        ("[her]({% link safe/orla (1).md %})", "[her](#)"),
        ('<a href="{% link safe/orla.md %}">A</a>', '<a href="#">A</a>'),
        ("[her]({{ site.baseurl }}{% link safe/orla.md %})", "[her](#)"),
        ("[her]({% post_url 2020-01-02-orla %})", "[her](#)"), ("See {% link safe/orla.md %}.", "See #."),
        ("[her][o]\n\n[o]: {% link safe/orla.md %}", "[her][o]\n\n[o]: #"),
        ("[her]({% link source/safe/orla.md %})", "[her](#)"), ("See {% link safe/orla.md %}?", "See #?"),
        ("A\n\n{% include_relative safe/orla.md a=1 %}", "A\n\n"),
        ("[A]({% link public.md %}#a)", "[A]({% link public.md %}#a)"),
    ],
)  # fmt: skip
def test_no_tag_of_jekyll_asks_for_a_page_that_is_not_there(project: Path, link: str, shown: str) -> None:
    more_configuration(project, '[source]\ndialect = "jekyll"\nprivate = ["safe/**", "_posts/*-orla.md"]\n')
    for path in ("safe/orla.md", "safe/orla (1).md", "_posts/2020-01-02-orla.md"):
        write(project, f"source/{path}", "# Orla\n")
    write(project, "source/public.md", f"# Public\n\n{link}\n")
    i18n(project, "run")
    assert packed(project)["public.md"].partition("Public\n\n")[2] == f"{shown}\n"


@pytest.mark.parametrize(
    "link",
    [
        "[x](unsafe/orla.md)", "[x](https://example.org/safe/orla)", "[safe](guide/install.md)", "safe/orla stands",
        "`safe/orla`",
    ],
)  # fmt: skip
def test_what_leads_elsewhere_stays(project: Path, link: str) -> None:
    more_configuration(project, PRIVATE)
    write(project, "source/safe/orla.md", "# Orla\n")
    write(project, "source/public.md", f"# Public\n\nRead of {link} here\n")
    result = i18n(project, "run")
    assert "private-link" not in result.stderr
    assert packed(project)["public.md"] == f"# Public\n\nRead of {link} here\n"


@pytest.mark.parametrize(
    ("front", "published"),
    [
        ("---\nimage: safe/orla.png\ntitle: safe\n---\n", '---\nimage: "#"\ntitle: safe\n---\n'),
        ("---\naliases: ['/safe/orla/', b]\n---\n", '---\naliases: ["#", b]\n---\n'),
        ('+++\nprev = "safe/orla.md"\n+++\n', '+++\nprev = "#"\n+++\n'),
        ('{"next": "safe/orla.md"}\n', '{"next": "#"}\n'),
        ("---\nsummary: '[she](safe/orla.md) told'\n---\n", "---\nsummary: '[she](#) told'\n---\n"),
        ("---\nsummary: of safe/orla.md and more\n---\n", "---\nsummary: of safe/orla.md and more\n---\n"),
    ],
)
def test_front_matter_does_not_say_where_a_private_article_is(project: Path, front: str, published: str) -> None:
    more_configuration(project, PRIVATE.replace("[source]\n", '[source]\ndialect = "hugo"\n'))
    write(project, "source/safe/orla.md", "# Orla\n")
    write(project, "source/safe/orla.png", "x")
    write(project, "source/public.md", f"{front}# Public\n")
    said = i18n(project, "run").stderr
    assert ("[private-link]" in said) == (front != published)
    assert packed(project)["public.md"] == f"{published}# Public\n"


def test_a_private_article_may_lead_to_another_one(project: Path) -> None:
    more_configuration(project, PRIVATE)
    write(project, "source/safe/orla.md", "[the other](mira.md)\n")
    write(project, "source/safe/mira.md", "Mira\n")
    assert "private-link" not in i18n(project, "run").stderr
    i18n(project, "build", "safe/orla.md")
    assert (project / "dist/de/safe/orla.md").read_text() == "[the other](mira.md)\n"


def test_what_a_generator_holds_back_is_kept_from_readers_too(project: Path) -> None:
    text = (project / "i18n.toml").read_text()
    write(
        project,
        "i18n.toml",
        text.replace("[source]\n", '[source]\ndialect = "jekyll"\n') if "[source]" in text else text,
    )
    write(project, "source/soon.md", "---\npublished: false\n---\n# Soon it is told\n")
    write(project, "source/_drafts/idea.md", "# An idea\n")
    write(project, "source/public.md", "# Public\n\nRead [this](soon.md) and [that](_drafts/idea.md).\n")
    result = i18n(project, "run")
    assert result.exit_code == 0
    pages = packed(project)
    assert not [name for name in pages if "soon" in name or "idea" in name]
    assert pages["public.md"] == "# Public\n\nRead [this](#) and [that](#).\n"
    assert "soon" not in i18n(project, "status", "--format", "markdown").stdout


def test_when_the_day_comes_the_next_run_publishes_the_article(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(project, "source/later.md", "---\npublishDate: 2200-01-01\n---\n# Later\n")
    i18n(project, "run")
    assert "later.md" not in packed(project)

    monkeypatch.setattr("i18n.cli.target.datetime", SimpleNamespace(now=lambda zone: datetime(2200, 1, 2, tzinfo=zone)))
    i18n(project, "run")
    assert packed(project)["later.md"] == "---\npublishDate: 2200-01-01\n---\n# Later\n"


@pytest.mark.parametrize(
    ("front", "published"),
    [
        ("---\ntitle: T\nmt: local   # the real street\n---\n", "---\ntitle: T\n---\n"),
        ("---\nmt: off\n'translate': no # mine\ntitle: T # kept\n---\n", "---\ntitle: T # kept\n---\n"),
        ("---\nmt:\n  local\ntitle: T\n---\n", "---\ntitle: T\n---\n"),
        ("---\nmt: local # secret\n---\n", ""),
        ("---\r\nmt: local\r\ntitle: T\r\n---\r\n", "---\r\ntitle: T\r\n---\r\n"),
        ('---\ntext: "a\n  mt: local"\nmt: local\n---\n', '---\ntext: "a\n  mt: local"\n---\n'),
        ("---\nabc: |\n  mt: local\nmt: local\n---\n", "---\nabc: |\n  mt: local\n---\n"),
        ("---\ndeep:\n  mt: stays\n---\n", "---\ndeep:\n  mt: stays\n---\n"),
        ('+++\nmt = "local" # secret\ntitle = "T"\n+++\n', '+++\ntitle = "T"\n+++\n'),
        ('{\n"mt": "local",\n"title": "T"\n}\n', '{\n"title": "T"\n}\n'),
        ('{"title": "T", "mt": "local"}\n', '{"title": "T"}\n'),
        ("---\ntitle: T\n---\n", "---\ntitle: T\n---\n"),
    ],
)
def test_keys_that_speak_to_this_program_are_not_published(project: Path, front: str, published: str) -> None:
    more_configuration(project, '[source]\ndialect = "hugo"\n')
    (project / "source/keys.md").write_bytes(f"{front}\nWords stand here.\n".encode())
    i18n(project, "run")
    assert (project / "dist/de/keys.md").read_bytes().decode() == f"{published}\nWords stand here.\n"
    if "translate" not in front:
        translate(project, "keys", {"Words stand here.": "Hier stehen Wörter."})
        i18n(project, "run")
        assert (project / "dist/de/keys.md").read_bytes().decode() == f"{published}\nHier stehen Wörter.\n"


@pytest.mark.parametrize("form", ["table", "json"])
def test_private_articles_are_counted_and_named_only_on_request(project: Path, form: str) -> None:
    more_configuration(project, PRIVATE)
    write(project, "source/safe/orla.md", "# Orla\n")
    write(project, "source/soon.md", "---\ndraft: true\n---\n# Soon it is told\n")
    said = i18n(project, "status", "--format", form).stdout
    assert not [name for name in ("orla", "soon") if name in said]
    assert ("2 private" if form == "table" else '"private": 2') in said
    named = i18n(project, "status", "--format", form, "--private").stdout
    assert "safe/orla.md" in named
    assert "soon.md" in named
    markdown = i18n(project, "status", "--format", "markdown", "--private").stdout
    assert not [name for name in ("orla", "soon") if name in markdown]
    end = i18n(project, "run").stdout.partition("Where things stand")[2]
    assert "2 private" in end
    assert "orla" not in end
    assert "safe/orla.md" in i18n(project, "run", "--private").stdout.partition("Where things stand")[2]
