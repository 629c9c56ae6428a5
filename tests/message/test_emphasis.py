from __future__ import annotations

import pytest

from i18n.markdown import dialects
from i18n.message.emphasis import Change, Repaired, repaired

COMMONMARK, GFM = dialects.named("commonmark"), dialects.named("gfm")

REPAIRED = [
    # title, msgid, msgstr, expected
    ("Korean quotes", "The **“word”** is.", "**“인용”**은 있다.", "<strong>“인용”</strong>은 있다."),
    ("Korean particle after a gloss", "**Term (T)** is", "**용어(T)**는", "<strong>용어(T)</strong>는"),
    ("Korean particle after code", "**`run`** starts it", "**`run`**으로 시작", "<strong>`run`</strong>으로 시작"),
    ("Korean particle after a link", "**[It](g)** has", "**[안내](g)**에는", "<strong>[안내](g)</strong>에는"),
    ("Korean opening mark after a letter", "He said *“yes”*", "그는*“예”* 했다", "그는<em>“예”</em> 했다"),
    ("Korean underscores need no tag", "_One_ more", "_하나_가", "*하나*가"),
    ("Korean double underscores", "__One__ more", "__하나__가", "**하나**가"),
    ("Korean underscores around quotes", "_“One”_ more", "_“하나”_가", "<em>“하나”</em>가"),
    ("a space before the closing mark", "**Word** is", "**단어 **는", "**단어** 는"),
    ("a space after the opening mark", "the **word**", "그 ** 단어**", "그  **단어**"),
    ("Chinese colon", "**Note:** read", "**注意：**请阅读", "<strong>注意：</strong>请阅读"),
    ("Chinese quotes", "This is **“it”** now", "这是**“重点”**内容", "这是<strong>“重点”</strong>内容"),
    ("Chinese full stop", "*Stop.* Go.", "*停。*走。", "<em>停。</em>走。"),
    ("Japanese brackets", "It is **“it”**.", "**「重要」**です。", "<strong>「重要」</strong>です。"),
    ("Japanese strikethrough", "~~“old”~~ new", "~~「古い」~~新しい", "<del>「古い」</del>新しい"),
    ("both emphases at once", "***“a”*** is", "***“가”***는", "<em>**“가”**</em>는"),
    ("emphasis within", "**a *b*** is", "**“가” *(나)***는", "<strong>“가” *(나)*</strong>는"),
    ("only the outer one", "**a *b* “c”** is", "**가 *나* “다”**는", "<strong>가 *나* “다”</strong>는"),
    ("within a link", "[**“a”** b](x_y_z)", "[**“가”**는](x_y_z)", "[<strong>“가”</strong>는](x_y_z)"),
    ("only what does not render", "**a** and **b**", "**가**와 **“나”**는", "**가**와 <strong>“나”</strong>는"),
    ("pairs that the parser took crosswise", "**“A”** and **B**", "**“A”**와**B**는", "<strong>“A”</strong>와**B**는"),
    ("several", "**(a)**, *(b)*", "**(가)**와 *(나)*를", "<strong>(가)</strong>와 <em>(나)</em>를"),
    ("asterisks of the source stay", "**“All”** of *.md", "**“모든”**것은 *.md", "<strong>“모든”</strong>것은 *.md"),
    ("escaped asterisks stay", r"**“All”** \*.md", r"**“모든”**것 \*\*.md", r"<strong>“모든”</strong>것 \*\*.md"),
    ("code stays", "**“a”** `**x**`", "**“가”**는 `**x**`", "<strong>“가”</strong>는 `**x**`"),
    ("targets stay", "**“a”** [b](c**d)", "**“가”**는 [나](c**d)", "<strong>“가”</strong>는 [나](c**d)"),
    ("template tags stay", '**“a”** {{< "**" >}}', '**“가”**는 {{< "**" >}}', '<strong>“가”</strong>는 {{< "**" >}}'),
    ("over a line break", "**“a”\nb** c", "**가\n“나”**는", "<strong>가\n“나”</strong>는"),
    ("tags of the source count as emphasis", "<strong>“a”</strong> is", "**“가”**는", "<strong>“가”</strong>는"),
    ("Thai", "**“word”** is", "**“คำ”**คือ", "<strong>“คำ”</strong>คือ"),
]  # fmt: skip

UNTOUCHED = [
    # title, msgid, msgstr
    ("Korean that renders", "**Word** and *word*", "**단어**와 *단어*"),
    ("Korean before a space", "The **“word”**", "그 **“단어”** 이다"),
    ("Korean before punctuation", "**“Word”**.", "**“단어”**."),
    ("Japanese that renders", "It is **important**.", "これは**重要**です。"),
    ("Chinese that renders", "This is *it*.", "这是*重点*。"),
    ("Chinese with tags of its own", "**Note:** read", "<strong>注意：</strong>请阅读"),
    ("German that renders", "**“Yes”**, he said _so_.", "**„Ja“**, sagte er _so_."),
    ("German with stars in words", "**All** friends", "**Alle** Freund*innen"),
    ("German that does not render", "The **“Zeit”** people", "Die **„Zeit“**leute"),
    ("French that renders", "*“Yes”* !", "*« Oui »* !"),
    ("Arabic that renders", "**“Word”** here", "**«كلمة»** هنا"),
    ("Arabic that does not render", "and **“word”**", "و**«كلمة»**"),
    ("Hebrew and Korean together", "**“Word”** is", "**“שלום”**은"),
    ("no emphasis in the source", "All words", "**“모든”**것"),
    ("no emphasis in the translation", "**All** words", "모든 것"),
    ("other emphasis than the source's", "**All** words", "*“모든”*것과 *“말”*을"),
    ("more than the source has", "**All** words", "**“모든”**것과 **“말”**을"),
    ("a mark without its pair", "**All** words", "**“모든”것"),
    ("asterisks that the source shows", "**a** 2 ** 3", "“2 ** 3”은 **“가”"),
    ("sums", "*a* is 2 * 3 * 4", "“가”는 2 * 3 * 4"),
    ("names with underscores", "_a_ is my_long_name", "“가”는 my_long_name"),
    ("marks around nothing", "**a**", "가 ** ** 나"),
    ("marks inside and outside a link", "**[a](b)**", "**[가**는](b)"),
    ("escaped marks", "**“a”** is", r"\*\*“가”\*\*는"),
    ("marks in code", "**“a”** is `b`", "`**“가”**는`"),
    ("long runs", "**a** is", "****“가”****는"),
    ("crossing marks", "**a** *b*", "**“가 *나”**는 다”*라"),
    ("an image's description", "**“a”** ![b](c)", "가 ![**“나”**는](c)"),
    ("empty", "**a**", ""),
]  # fmt: skip


@pytest.mark.parametrize(("msgid", "msgstr", "expected"), [pytest.param(*case[1:], id=case[0]) for case in REPAIRED])
def test_repaired(msgid: str, msgstr: str, expected: str) -> None:
    result = repaired(msgid, msgstr, GFM)
    assert result.text == expected
    assert result.changes
    assert repaired(msgid, expected, GFM) == Repaired(expected)


@pytest.mark.parametrize(("msgid", "msgstr"), [pytest.param(*case[1:], id=case[0]) for case in UNTOUCHED])
def test_untouched(msgid: str, msgstr: str) -> None:
    assert repaired(msgid, msgstr, GFM) == Repaired(msgstr)


def test_what_changed_is_told_outermost_and_in_reading_order() -> None:
    result = repaired("**a *b*** and *c*", "**“가” *“나”*는**과 *“다”*를", GFM)
    assert result.text == "**“가” <em>“나”</em>는**과 <em>“다”</em>를"
    assert result.changes == (Change("*“나”*", "<em>“나”</em>"), Change("*“다”*", "<em>“다”</em>"))
    (change,) = repaired("***a***", "***“가”***는", GFM).changes
    assert change == Change("***“가”***", "<em>**“가”**</em>")


def test_tildes_are_no_emphasis_where_the_dialect_knows_none() -> None:
    assert repaired("~~“a”~~ b", "~~“가”~~는", COMMONMARK) == Repaired("~~“가”~~는")


def test_hundreds_of_marks_end_soon() -> None:
    msgstr = "**“가”**는 " * 500
    assert repaired("**a** " * 500, msgstr, GFM) == Repaired(msgstr)
