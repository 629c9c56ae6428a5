"""Does a match of the memory state the facts of the new message, as its language writes them?"""

from __future__ import annotations

import pytest

from i18n.draft.many.facts import FactWriter
from i18n.draft.many.memory import MemoryStep
from i18n.draft.one.strategy import Draft, Message
from i18n.markdown.dialects import GFM
from i18n.memory import EntryIndex, entries
from i18n.model import Unit
from i18n.numbers import Given, compare

RESTATED = [
    ("de", "Give 5 ml of it every day.", "Geben Sie jeden Tag 5 ml davon.",
     "Give 1,200 ml of it every day.", "Geben Sie jeden Tag 1.200 ml davon."),
    ("de", "Give 5 ml of it every day.", "Geben Sie jeden Tag 5 ml davon.",
     "Give 2.5 ml of it every day.", "Geben Sie jeden Tag 2,5 ml davon."),
    ("es", "Give 5 ml of it every day.", "Dé 5 mililitros cada día.",
     "Give 2.5 ml of it every day.", "Dé 2,5 mililitros cada día."),
    ("de", "Give 5 ml of it every day.", "Geben Sie jeden Tag 5 ml davon.",
     "Give 5 mg of it every day.", "Geben Sie jeden Tag 5 mg davon."),
    ("es", "The boat costs $500 in all.", "El bote cuesta 500 $ en total.",
     "The boat costs $18,500 in all.", "El bote cuesta 18.500 $ en total."),
    ("de", "They met on March 3, 2021 at the mill.", "Sie trafen sich am 3. März 2021 an der Mühle.",
     "They met on April 5, 2022 at the mill.", "Sie trafen sich am 5. April 2022 an der Mühle."),
    ("es", "They met on March 3, 2021 at the mill.", "Se vieron el 3 de marzo de 2021 en el molino.",
     "They met on April 3, 2021 at the mill.", "Se vieron el 3 de abril de 2021 en el molino."),
    ("ko", "They met on March 3, 2021 at the mill.", "그들은 2021년 3월 3일에 방앗간에서 만났다.",
     "They met on April 5, 2021 at the mill.", "그들은 2021년 4월 5일에 방앗간에서 만났다."),
    ("de", "He read Acts 1:8 aloud to us.", "Er las uns Apostelgeschichte 1,8 vor.",
     "He read Romans 8:38 aloud to us.", "Er las uns Römer 8,38 vor."),
    ("pt-BR", "He read Acts 1:8 aloud to us.", "Ele leu Atos 1.8 para nós em voz alta.",
     "He read Acts 2:44 aloud to us.", "Ele leu Atos 2.44 para nós em voz alta."),
    ("de", "He read Acts 1:8 aloud to us.", "Er las uns Apg 1,8 vor.",
     "He read Acts 1:9 aloud to us.", "Er las uns Apg 1,9 vor."),
    ("de", "Walk 5 km, then 5 km more.", "Gehen Sie 5 km, dann noch 5 km.", "Walk 5 km, then 7 km more.", ""),
    ("de", "Give 5 ml of it every day.", "Geben Sie jeden Tag fünf Milliliter davon.",
     "Give 7 ml of it every day.", ""),
    ("de", "Give 5 ml of it every day.", "Geben Sie jeden Tag 5 Milliliter davon.", "Give 5 mg of it every day.", ""),
    ("de", "Give 5 ml at 15:05 in all.", "Insgesamt 5 ml um 15:05 geben.",
     "Give 7 ml at 15:05 in all.", "Insgesamt 7 ml um 15:05 geben."),
]  # fmt: skip


@pytest.mark.parametrize(("target", "old", "translation", "new", "draft"), RESTATED)
def test_what_a_match_states_is_what_the_message_states(
    target: str, old: str, translation: str, new: str, draft: str
) -> None:
    memory = EntryIndex(entries((Unit(old, translation),), "a"))
    verdict = MemoryStep(memory, 50, facts=FactWriter("en", target)).recall(Message(new, GFM), "a")
    assert (verdict.msgstr if isinstance(verdict, Draft) else "") == draft
    if draft:
        found = compare(Given(new, "en"), Given(draft, target))
        assert (found.missing, found.added) == ((), ())
