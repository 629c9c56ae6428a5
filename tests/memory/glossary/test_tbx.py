"""Glossaries in TBX: version 2, and both styles of version 3."""

from __future__ import annotations

import pytest

from i18n.errors import InputError
from i18n.memory.glossary import Status, Term, parse

VERSION_2 = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en">
  <martifHeader><fileDesc><sourceDesc><p>Field terms</p></sourceDesc></fileDesc></martifHeader>
  <text><body>
    <termEntry id="c1">
      <descrip type="definition">A hole that gives water</descrip>
      <langSet xml:lang="en-US"><tig><term>well</term></tig></langSet>
      <langSet xml:lang="de">
        <tig><term>Brunnen</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
          <note>for water</note></tig>
        <ntig><termGrp><term>Bohrloch</term>
          <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp></ntig>
        <tig><term>Schacht</term><termNote type="administrativeStatus">proposed</termNote></tig>
      </langSet>
    </termEntry>
    <termEntry>
      <descrip type="Translation needed">No</descrip>
      <langSet xml:lang="en-US"><tig><term>Field  Notes</term></tig></langSet>
    </termEntry>
  </body></text>
</martif>"""

DCT = """<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
     xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
  <text><body>
    <conceptEntry id="c1">
      <langSec xml:lang="en"><termSec><term>well</term></termSec></langSec>
      <langSec xml:lang="de">
        <termSec><term>Brunnen</term><min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec>
        <termSec><term>Bohrloch</term>
          <min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec>
      </langSec>
    </conceptEntry>
  </body></text>
</tbx>"""

DCA = """<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
  <text><body><conceptEntry>
    <langSec xml:lang="en"><termSec><term>well</term></termSec><termSec><term>borehole</term></termSec></langSec>
    <langSec xml:lang="de"><termSec><term>Brunnen</term>
      <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec></langSec>
  </conceptEntry></body></text>
</tbx>"""


def terms(text: str | bytes, locale: str = "de", name: str = "terms.tbx") -> list[Term]:
    data = text if isinstance(text, bytes) else text.encode()
    return list(parse(data, name, "en", [locale])[locale].terms)


def test_version_2() -> None:
    assert terms(VERSION_2) == [
        Term("well", "Brunnen", note="for water"),
        Term("well", "Bohrloch", Status.FORBIDDEN),
        Term("Field Notes", "Field Notes", Status.DO_NOT_TRANSLATE, case=True),
    ]
    assert [term.source for term in terms(VERSION_2, "ko")] == ["Field Notes"]


def test_version_3_in_both_styles() -> None:
    assert terms(DCT) == [Term("well", "Brunnen"), Term("well", "Bohrloch", Status.FORBIDDEN)]
    assert terms(DCA, name="terms.xml") == [Term("well", "Brunnen"), Term("borehole", "Brunnen")]


def test_other_encodings_that_xml_names() -> None:
    data = VERSION_2.replace("UTF-8", "ISO-8859-1").replace("Bohrloch", "Börse").encode("latin-1")
    assert "Börse" in [term.target for term in terms(data)]


BOMB = """<?xml version="1.0"?>
<!DOCTYPE martif [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>
<martif><text><body><termEntry><langSet xml:lang="en"><tig><term>&c;</term></tig></langSet></termEntry></body></text>
</martif>"""
OUTSIDE = """<!DOCTYPE martif [<!ENTITY a SYSTEM "file:///etc/hostname">]><martif><term>&a;</term></martif>"""


@pytest.mark.parametrize(
    ("data", "line", "said"),
    [
        (BOMB, 0, "declares entities"),
        (OUTSIDE, 0, "declares entities"),
        ("<martif>\n<text>\n</martif>", 3, "no well-formed XML"),
        ("", 1, "no well-formed XML"),
        ("<html/>", 0, "its root is “html”"),
        ('<?xml version="1.0" encoding="klingon"?><martif/>', 1, "encoding is unknown"),
        (b"<martif>\n\xff</martif>", 2, "no well-formed XML"),
        (DCT.replace('xml:lang="en"><termSec>', 'xml:lang="fr"><termSec>'), 0, "no terms of the source language"),
    ],
)
def test_what_is_wrong_is_said(data: str | bytes, line: int, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        terms(data)
    assert (caught.value.path, caught.value.line) == ("terms.tbx", line)
    assert caught.value.hint


def test_an_empty_term_base_holds_nothing() -> None:
    assert terms("<martif><text><body/></text></martif>") == []
