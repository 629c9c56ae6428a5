"""Placeholders: a program fills them."""

from __future__ import annotations

import pytest

from tests.check.judging import rules

RIGHT = [
    ("Hello {name}!", "{name}님, 안녕하세요!"),
    ("%s of %s", "%2$s sa %1$s"),
    ("%d pages", "%d쪽"),
    ("Copied %lld of %@.", "%@개 중 %lld개를 복사했다."),
    ("Mode %o at %p", "%p에서 %o 모드"),
    ("%1$@ and %2$@", "%2$@와 %1$@"),
    ("%(count)d people", "%(count)d Personen"),
    ("${price} each", "je ${price}"),
    ("{{ page.title }} by {{ author }}", "{{author}}: {{page.title}}"),
    ("{% include note %} Read", "Lesen {% include note %}"),
    ('{{< ref "a.md" >}}', '{{< ref "a.md" >}}'),
    ("{count:.2f} l", "{count:.2f} L"),
    ("100% sure and 20% off", "zu 100 % sicher und 20 % billiger"),
    ("20% of them", "20%d'entre eux"),
    ("50% of women", "여성의 50%는"),
    ("%sB of %sB", "%sب من %sب"),
    ("%u-bit key", "%ubitový klíč"),
    ("100%% of %d%%", "%%100 / %%%d"),
    ("%%(then) atom", "%%(then) Atom"),
    ("[[:space:]]", "[[:espacio:]]"),
    ("Thanks :tada:", ":tada:를 위해"),
    ("At 10:30:45 sharp", "Genau um 10:30:45"),
    ("![x](y.png){.right width=20}", "![z](y.png){.right width=20}"),
    ("Half {of it}", "Die {Hälfte davon}"),
    ("{n, plural, one {# file} other {# files}}", "{n, plural, other {파일 #개}}"),
]
WRONG = [
    ("Hello {name}!", "Hallo!"),
    ("Hello {name}!", "Hallo {Name}!"),
    ("Hello {name}!", "Hallo { name}!"),
    ("%s of %s", "%s"),
    ("%d pages", "% d Seiten"),
    ("%(count)d people", "%(anzahl)d Personen"),
    ("%(count)d people", "%(count) Personen"),
    ("${price} each", "je $ {price}"),
    ("{{ page.title }}", "{{ seite.titel }}"),
    ("{% include note %}", "{% enthalten note %}"),
    ('{{< ref "a.md" >}}', "{{< ref „a.md“ >}}"),
    ("Hello", "Hallo {name}"),
    ("Thanks :tada:", "Danke :fanfare:"),
    ("![x](y.png){.right}", "![z](y.png){.rechts}"),
    ("{0} and {1}", "{0} und {0}"),
    ("{}", "{ }"),
    ("%-5d kg", "%-6d kg"),
    ("Copied %lld of %@.", "%@개 중 %ld개를 복사했다."),
    ("Copied %lld of %@.", "%lld von % kopiert."),
    ("%1$@ and %2$@", "%1$@ und %2$s"),
    ("Mode %o", "Modus o"),
    ("At %p", "Bei %P"),
    ("{name}", "{이름}님"),
]


@pytest.mark.parametrize(("msgid", "msgstr"), RIGHT)
def test_right(msgid: str, msgstr: str) -> None:
    assert "placeholders" not in rules(msgid, msgstr)


@pytest.mark.parametrize(("msgid", "msgstr"), WRONG)
def test_wrong(msgid: str, msgstr: str) -> None:
    assert "placeholders" in rules(msgid, msgstr)


def test_placeholders_in_code_and_addresses_are_the_matter_of_other_rules() -> None:
    assert rules("Type `{name}`", "Tippen Sie `{name}`") == set()
    assert rules("Type `{name}`", "Tippen Sie `{x}`") == {"code", "placeholders"}
    assert rules("Type `{name}`", "Tippen Sie „{name}“") == {"code"}
    assert rules("[a](https://example.org/%20d)", "[b](https://example.org/%20d)") == set()
