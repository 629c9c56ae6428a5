"""What do readers see in a generated site: notices in the generator's own form, and what `readers.css` promises?"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from i18n.catalog import codec, origin
from i18n.compile.notices import WORDS
from i18n.model import Unit
from i18n.workflow.opening import open_project
from tests.cli.commands import i18n, write
from tests.generators import projects
from tests.generators.generated import build
from tests.generators.generator import Generator
from tests.generators.generators import GENERATORS
from tests.generators.hugo import HUGO
from tests.generators.mkdocs import MKDOCS
from tests.real import browser
from tests.real.programs import needs

REASONS = ("draft", "outdated", "partial")
"""Names of the articles too."""
FIRST, SECOND = "The first sentence stands here.", "Another one stands below it."
GERMAN = {FIRST: "Hier steht der erste Satz.", SECOND: "Darunter steht noch einer."}
TELLS = "[notices]\ndefault = { outdated = true, partial = true }\n"
FORMS = {
    "mkdocs": ".admonition.note", "docusaurus": ".theme-admonition-note", "starlight": "aside.starlight-aside--note",
    "vitepress": ".custom-block.info", "jekyll": "blockquote.notice", "myst": "aside.admonition.note",
    "hugo": "blockquote", "mdbook": "blockquote", "eleventy": "blockquote",
}  # fmt: skip
"""What each makes of its own notice, by the name of its page."""
TITLED = ("mkdocs", "docusaurus", "starlight", "vitepress", "myst")
READERS = projects.DOCS / "readers.md"
MARKS = (":::", "!!!", "[!", "{:", "{admonition}", "```")


def site(
    folder: Path, generator: Generator, locales: Sequence[str], settings: Sequence[str], articles: Mapping[str, str]
) -> None:
    """Make a site of these articles, with what its page shows and `i18n sites` prints, and extract them."""
    projects.with_configuration(folder, generator, locales, settings)
    for name, body in articles.items():
        write(folder, generator.article(f"{name}.md"), generator.front(name.capitalize()) + body)
    if generator.page == "mdbook":
        listed = "".join(f"- [{name}]({name}.md)\n" for name in articles)
        write(folder, generator.article("SUMMARY.md"), f"# Summary\n\n{listed}")
    projects.with_printed_lines(folder, generator)
    assert i18n(folder, "extract").exit_code == 0


def fill(
    folder: Path, generator: Generator, locale: str, name: str, texts: Mapping[str, str], engine: str = ""
) -> None:
    """Translate messages of an article, by an engine if one is named."""
    project = open_project(str(folder))
    article = project.path(generator.article(f"{name}.md")).removesuffix(".md")
    file = folder / project.catalog(article, locale)
    catalog = codec.parse(file.read_bytes())
    assert set(texts) <= {unit.msgid for unit in catalog.units}
    units = tuple(_filled(unit, texts.get(unit.msgid, ""), engine) for unit in catalog.units)
    file.write_bytes(codec.serialize(replace(catalog, units=units)))


def _filled(unit: Unit, text: str, engine: str) -> Unit:
    if not text:
        return unit
    return origin.mark(unit, text, engine) if engine else replace(unit, msgstr=text, fuzzy=False)


def with_reasons(folder: Path, generator: Generator, *settings: str) -> None:
    """An article for each reason of a notice: a draft, an older translation, and one that lacks a part."""
    articles = dict.fromkeys(("index", *REASONS), f"{FIRST}\n\n{SECOND}\n")
    site(folder, generator, ("de", "es"), settings, articles)
    titles = {name.capitalize(): f"{name.capitalize()} (de)" for name in REASONS}
    fill(folder, generator, "de", "draft", {**GERMAN, "Draft": titles["Draft"]}, "apertium")
    fill(folder, generator, "de", "outdated", {**GERMAN, "Outdated": titles["Outdated"]})
    fill(folder, generator, "de", "partial", {FIRST: GERMAN[FIRST], "Partial": titles["Partial"]})
    file = folder / generator.article("outdated.md")
    file.write_text(file.read_text(encoding="utf-8").replace("below it", "right below it"), encoding="utf-8")
    assert i18n(folder, "extract").exit_code == 0


def content(folder: Path, generator: Generator, locale: str, name: str) -> LexborNode:
    """What stands in the article on a page."""
    page = folder / generator.output / generator.html(locale, f"{name}.md")
    inside = LexborHTMLParser(page.read_text(encoding="utf-8")).css_first(generator.content)
    assert inside is not None
    return inside


def notices(folder: Path, generator: Generator, locale: str, name: str) -> list[str]:
    """The texts of all notices on a page, in the form that is the generator's."""
    return [node.text() for node in content(folder, generator, locale, name).css(FORMS[generator.page])]


@pytest.mark.parametrize("generator", GENERATORS, ids=lambda generator: generator.name)
def test_each_generator_shows_a_notice_in_its_own_form(generator: Generator, tmp_path: Path) -> None:
    with_reasons(tmp_path, generator, "drafts = true", 'outdated = "keep"')
    file = tmp_path / "i18n.toml"
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{TELLS}", encoding="utf-8")
    assert (done := i18n(tmp_path, "build")).exit_code == 0, done.output
    assert not (made := build(tmp_path, generator, ("de", "es"))).failed, made.said[-4000:]
    for name in REASONS:
        [shown] = notices(tmp_path, generator, "de", name)
        assert getattr(WORDS["de"], name) in shown
        assert (WORDS["de"].title in shown) == (generator.page in TITLED), shown
        told = content(tmp_path, generator, "de", name).text()
        assert GERMAN[FIRST] in told
        assert [mark for mark in MARKS if mark in told] == []
        assert notices(tmp_path, generator, "es", name) == [], "nothing of it is translated"


@pytest.mark.parametrize("generator", [HUGO, MKDOCS], ids=lambda generator: generator.name)
def test_the_second_output_tells_translators_what_readers_do_not_see(generator: Generator, tmp_path: Path) -> None:
    live, second = tmp_path / "live", tmp_path / "second"
    with_reasons(live, generator, 'staging = "staging"')
    assert (done := i18n(live, "build")).exit_code == 0, done.output
    shutil.copytree(live, second, symlinks=True)
    shutil.copytree(second / "staging", second / generator.source, dirs_exist_ok=True)
    for folder in (live, second):
        assert not (made := build(folder, generator, ("de", "es"))).failed, made.said[-4000:]
    for name in REASONS:
        assert notices(live, generator, "de", name) == []
        [shown] = notices(second, generator, "de", name)
        assert getattr(WORDS["de"], name) in shown
    assert GERMAN[FIRST] not in content(live, generator, "de", "draft").text()
    assert GERMAN[FIRST] in content(second, generator, "de", "draft").text()
    assert not list((live / generator.output).rglob("staging"))


LOOKS = """\
> A saying.

*Emphasis* and **weight**, with `a.code(1)` in it. [There](https://example.org/there).

| Head |
|---|
| Cell |

```
run --now
```
"""
WORDS_OF = {
    "ar": {
        "A saying.": "قول.",
        "*Emphasis* and **weight**, with `a.code(1)` in it. [There](https://example.org/there).":
            "*تأكيد* و**ثقل** مع `a.code(1)` هنا. [هناك](https://example.org/there).",
        "Head": "رأس", "Cell": "خلية",
    },
    "ko": {
        "A saying.": "옛말이다.",
        "*Emphasis* and **weight**, with `a.code(1)` in it. [There](https://example.org/there).":
            "*강조한다는것은* 그리고 **무게를더하는것은** 코드와함께 `a.code(1)` 사용자설명서에서 안내하는바와같이 "
            "[거기에서더자세히 읽을수있습니다](https://example.org/there).",
        "Head": "머리말", "Cell": "칸",
    },
}  # fmt: skip
_ASKED = """
<script>
const STYLES = [
  "direction", "unicodeBidi", "textAlign", "fontStyle", "wordBreak", "borderLeftWidth", "borderRightWidth",
];
addEventListener("load", () => {
  const article = document.querySelector("CONTENT"), found = {};
  article.insertAdjacentHTML("beforeend", "<figure><figcaption>…</figcaption></figure>");
  const places = {
    pre: "pre", code: "p code", em: "em", caption: "figcaption", quote: "blockquote", head: "th", text: "p:has(em)",
  };
  for (const [name, place] of Object.entries(places)) {
    const style = getComputedStyle(article.querySelector(place));
    found[name] = Object.fromEntries(STYLES.map(each => [each, style[each]]));
    found[name].lines = Math.round(10 * parseFloat(style.lineHeight) / parseFloat(style.fontSize)) / 10;
  }
  const text = article.querySelector(places.text), walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  text.style.width = "9.5em";
  found.cut = [];
  while (walker.nextNode()) {
    for (const word of walker.currentNode.data.matchAll(/[\\uac00-\\ud7a3]+/g)) {
      const range = document.createRange();
      range.setStart(walker.currentNode, word.index);
      range.setEnd(walker.currentNode, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map(each => each.top)).size > 1) found.cut.push(word[0]);
    }
  }
  document.body.dataset.found = JSON.stringify(found);
});
</script>
"""
"""Leaves the styles of what stands in an article on its page, and the Korean words that a narrow column cuts."""


def laid_out(page: Path, content: str, css: str) -> dict[str, Any]:
    """How Chromium lays the article of a page out, with more lines of CSS."""
    script = _ASKED.replace("CONTENT", content)
    text = page.read_text(encoding="utf-8").replace("</head>", f"<style>{css}</style></head>")
    copy = page.with_name("laid-out.html")
    copy.write_text(text.replace("</body>", f"{script}</body>"), encoding="utf-8")
    body = LexborHTMLParser(browser.read(copy).stdout).body
    assert body is not None
    found: dict[str, Any] = json.loads(body.attributes["data-found"] or "")
    return found


@needs("chromium")
@pytest.mark.parametrize("generator", [HUGO, MKDOCS], ids=lambda generator: generator.name)
def test_readers_of_arabic_and_korean_get_what_the_lines_for_themes_promise(
    generator: Generator, tmp_path: Path
) -> None:
    [css] = re.findall(r"^`readers\.css`:\n\n```css\n(.*?)^```$", READERS.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    site(tmp_path, generator, ("ar", "ko"), (), {"index": LOOKS})
    for locale, texts in WORDS_OF.items():
        fill(tmp_path, generator, locale, "index", texts)
    assert i18n(tmp_path, "build").exit_code == 0
    assert not (made := build(tmp_path, generator, ("ar", "ko"))).failed, made.said
    pages = {locale: tmp_path / generator.output / generator.html(locale, "index.md") for locale in ("ar", "ko")}
    without = {locale: laid_out(page, generator.content, "") for locale, page in pages.items()}
    found = {locale: laid_out(page, generator.content, css) for locale, page in pages.items()}

    assert [without[locale]["em"]["fontStyle"] for locale in ("ar", "ko")] == ["italic", "italic"]
    assert without["ko"]["cut"]
    assert found["ko"]["cut"] == []
    assert found["ko"]["text"]["wordBreak"] == "keep-all"
    assert [found[locale]["text"]["lines"] for locale in ("ar", "ko")] == [1.8, 1.7]
    assert found["ar"]["text"]["direction"] == "rtl"
    for locale, start, end in (("ar", "Right", "Left"), ("ko", "Left", "Right")):
        page = found[locale]
        assert [page[slanted]["fontStyle"] for slanted in ("em", "caption")] == ["normal", "normal"]
        assert [page[code][name] for code in ("pre", "code") for name in ("direction", "unicodeBidi")] == [
            "ltr", "isolate", "ltr", "isolate",
        ]  # fmt: skip
        assert page["pre"]["textAlign"] == "left"
        assert page["head"]["textAlign"] in ("start", start.lower())
        assert page["quote"][f"border{start}Width"] == "4px"
        assert page["quote"][f"border{end}Width"] == "0px"
