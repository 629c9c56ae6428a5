"""Nothing that runs comes into a page by way of a translation, and nobody can switch that off."""

from __future__ import annotations

import pytest

from i18n.model import Severity
from tests.check.judging import judge, rules, settings

RIGHT = [
    ("Write `<!-- i18n:skip -->` before it", "Davor steht `<!-- i18n:skip -->`"),
    ("Hello <!-- more -->", "Hallo <!-- more -->"),
    ("JavaScript: an introduction", "JavaScript: eine Einführung"),
    ("An introduction", "JavaScript: eine Einführung in 5 < 7"),
    ("Press <b>on</b> once = twice", "Drücken Sie <b>an</b> on = zweimal"),
    ("[run](javascript:go)", "[los](javascript:go)"),
    ('<b onclick="go()">x</b>', '<b onclick="go()">y</b>'),
    ("The `<script>` element", "Das Element `<script>`"),
    ('<i title="Scripts">x</i>', '<i title="javascript: was es ist">y</i>'),
    ("![a](data:image/png;base64,AA)", "![b](data:image/png;base64,AA)"),
    ("A scripted scene", "Eine <scripted> Szene"),
]
WRONG = [
    ("Hello", "Hallo <!-- i18n:skip -->"),
    ("Hello", "Hallo <!--mdpo-disable-->"),
    ("Hello <!-- more -->", "Hallo <!-- i18n:skip-start -->"),
    ("Hello", "Hallo<script>alert(1)</script>"),
    ("Hello", "Hallo <SCRIPT src=//x.example>"),
    ("Hello", "Hallo <script"),
    ("Hello", "<img src=x onerror=alert(1)>"),
    ("Hello", "<img/onerror=alert(1)>"),
    ("Hello", '<a x" onclick=alert(1) ">Hallo</a>'),
    ("Hello", "<b OnClick = 'alert(1)'>Hallo</b>"),
    ("Hello", '<a =x="<img onerror=alert(1)>" >Hallo'),
    ("<b>Hello</b>", "<b onmouseover='x'>Hallo</b>"),
    ("[Hello](a.md)", "[Hallo](javascript:alert(1))"),
    ("[Hello](a.md)", "[Hallo](JaVaScRiPt:alert)"),
    ("[Hello](a.md)", "[Hallo](&#106;avascript:alert)"),
    ("[Hello](a.md)", "[Hallo](<java\tscript:alert>)"),
    ("Hello", "<javascript:alert(1)>"),
    ("Hello", "[Hallo]: javascript:alert(1)"),
    ("[Hello](a.md)", "[Hallo](data:text/html;base64,AA)"),
    ("[Hello](a.md)", "[Hallo](vbscript:x)"),
    ('<a href="a.md">x</a>', '<a href=" java\nscript:alert(1)">y</a>'),
    ('<a href="a.md">x</a>', '<a href="&#x6A;avascript:alert(1)">y</a>'),
    ("Hello", "<iframe src=//x.example></iframe>"),
    ("Hello", '<meta http-equiv="refresh" content="0">'),
    ("<b>x</b>", "<b srcdoc='<p>'>x</b>"),
    ("<script>a</script>", "<script>a</script><script>b</script>"),
]


@pytest.mark.parametrize(("msgid", "msgstr"), RIGHT)
def test_right(msgid: str, msgstr: str) -> None:
    assert "active-content" not in rules(msgid, msgstr)


@pytest.mark.parametrize(("msgid", "msgstr"), WRONG)
def test_wrong(msgid: str, msgstr: str) -> None:
    (finding,) = [one for one in judge(msgid, msgstr) if one.rule == "active-content"]
    assert finding.severity is Severity.ERROR


def test_it_is_an_error_in_drafts_and_cannot_be_waived() -> None:
    waived = ("i18n-ignore: active-content, html",)
    (finding,) = judge("Hello", "<script>Hallo</script>", fuzzy=True, comments=waived)
    assert (finding.rule, finding.severity) == ("active-content", Severity.ERROR)


def test_turning_off_what_can_be_turned_off_leaves_it() -> None:
    configured = settings(off=("html", "links"))
    assert {one.rule for one in judge("Hello", "<b onclick=x>Hallo</b>", configured=configured)} == {"active-content"}
