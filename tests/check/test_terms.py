"""Terms: the words of the glossary, and silence without one."""

from __future__ import annotations

import pytest

from i18n.memory.glossary import Glossary, Status, Term
from i18n.model import Severity
from tests.check.judging import judge, rules

GLOSSARY = Glossary(
    [
        Term("well", "Brunnen"),
        Term("well", "Bohrloch", Status.FORBIDDEN),
        Term("Field Notes", "Field Notes", Status.DO_NOT_TRANSLATE),
        Term("box", "Kiste"),
        Term("box", "Schachtel"),
    ]
)

RIGHT = [
    ("Nine **wells**.", "Neun **Brunnen**."),
    ("Nine we**ll**s and `well`.", "Neun `well`."),
    ("A box", "Eine Schachtel"),
    ("Read *Field* Notes today", "Heute *Field* Notes lesen"),
    ("Farewell", "Leb wohl"),
    ("See [here](well.md)", "Siehe [hier](well.md)"),
    ("A well is no borehole.", "Ein Brunnen ist kein Bohrloch."),
    ("The trail to Well Hill Farm is closed.", "Der Weg zur Well Hill Farm ist gesperrt."),
    ("They box the apples.", "Sie packen die Äpfel ein."),
    ("Box the apples in straw.", "Packen Sie die Äpfel in Stroh ein."),
    ("Read Field Notes", "Das Field-Notes-Heft lesen"),
]
FORM = " Use it, in the form that the sentence needs."
WRONG = [
    ("Nine wells.", "Neun Quellen.", "The glossary has “Brunnen” for “well”." + FORM),
    ("A box", "Ein Kasten", "The glossary has “Kiste” or “Schachtel” for “box”." + FORM),
    ("Field Notes", "Feldnotizen", "The glossary keeps “Field Notes” as it is. Do not translate it."),
    ("A well by a well", "Ein Brunnen, ein Bohrloch", "The glossary forbids “Bohrloch” for “well”. Use another word."),
]  # fmt: skip


@pytest.mark.parametrize(("msgid", "msgstr"), RIGHT)
def test_right(msgid: str, msgstr: str) -> None:
    assert not rules(msgid, msgstr, glossary=GLOSSARY)


@pytest.mark.parametrize(("msgid", "msgstr", "said"), WRONG)
def test_wrong(msgid: str, msgstr: str, said: str) -> None:
    (finding,) = judge(msgid, msgstr, glossary=GLOSSARY)
    assert (finding.rule, finding.severity, finding.message) == ("terms", Severity.WARNING, said)


@pytest.mark.parametrize(("msgid", "msgstr", "said"), WRONG)
def test_silent_without_a_glossary_and_where_it_is_waived(msgid: str, msgstr: str, said: str) -> None:
    assert said
    assert not rules(msgid, msgstr)
    assert not rules(msgid, msgstr, glossary=GLOSSARY, comments=("i18n-ignore: terms",))


def test_a_word_can_be_forbidden_everywhere() -> None:
    glossary = Glossary([Term("", "Dings", Status.FORBIDDEN)])
    (finding,) = judge("The thing", "Das Dings", glossary=glossary)
    assert finding.message == "The glossary forbids “Dings”. Use another word."
