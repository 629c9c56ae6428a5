"""Which sentences of a message have approved translations, and how does the rest become one draft with them?

An edited paragraph keeps what a person wrote for the sentences that it still has; only the others are drafted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from i18n.align.sentences import Sentence, aligned, alike, split
from i18n.draft.many.context import words
from i18n.draft.one.strategy import Draft, Message, NoDraft, Verdict
from i18n.locales import language
from i18n.markdown.dialects import Dialect
from i18n.memory import Entry, EntryIndex, Match, Memory, beginnings
from i18n.memory.glossary import Glossary
from i18n.message.emphasis import repaired
from i18n.message.pieces import cut, pieces
from i18n.words import count, letters, scripts

_PROSE = 4
"""Words from which on a sentence means the same in another article."""


class SentenceMemory:
    """Approved translations of one locale, sentence by sentence; may be asked from several threads at once."""

    def __init__(self, memory: Memory, dialect: Dialect) -> None:
        """No entry of the memory is parsed before a sentence of it is asked for."""
        self._memory = memory
        self._dialect = dialect
        self._aligned: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}

    def may_know(self, message: str) -> bool:
        """Tell whether a sentence of a message begins like one that is known: a cheap look."""
        return any(map(self._memory.has_beginning, beginnings(message)))

    def matches(self, sentence: str, article: str = "") -> tuple[Match, ...]:
        """Find approved translations of a sentence, best first, by the rules of `Memory`.

        One of few words counts for the article alone that holds it: elsewhere it may mean something else.
        """
        found = [
            replace(entry, msgid=sentence, msgstr=translation, msgctxt=None)
            for entry in self._memory.containing(sentence)
            for text, translation in self._pairs(entry)
            if text == sentence
        ]
        if count(sentence) < _PROSE:
            found = [entry for entry in found if article and entry.article == article]
        return EntryIndex(found).matches(sentence, 100, article=article) if found else ()

    def _pairs(self, entry: Entry) -> tuple[tuple[str, str], ...]:
        key = (entry.msgid, entry.msgstr)
        pairs = self._aligned.get(key)
        if pairs is None:
            pairs = self._aligned[key] = aligned(entry.msgid, entry.msgstr, self._dialect)
        return pairs


@dataclass(frozen=True, slots=True)
class Patchwork:
    """A message of which some sentences are kept."""

    message: Message
    target: str
    """BCP 47."""
    sentences: tuple[Sentence, ...]
    kept: Mapping[int, str]
    """Approved translations by the index of their sentence; at least one."""
    fresh: tuple[Message, ...]
    """The other sentences with words, in order, each to be drafted as a message of its own; may be empty."""

    def combined(self, drafts: Sequence[Draft]) -> Verdict:
        """Put the drafts of the fresh sentences, in order, between the kept ones.

        Law: a draft has the markup and the variables of the message; otherwise it is refused.
        """
        said = iter(drafts)
        fresh = {each.msgid for each in self.fresh}
        texts = [
            self.kept[number] if number in self.kept else next(said).msgstr if each.text in fresh else each.text
            for number, each in enumerate(self.sentences)
        ]
        spaces = [self._space(number, texts) for number in range(len(texts))]
        joined = "".join(text + space for text, space in zip(texts, spaces, strict=True))
        msgstr = repaired(self.message.msgid, joined, self.message.dialect).text
        if not alike(self.message.msgid, msgstr, self.message.dialect, self.message.labels):
            return NoDraft("its sentences do not make up the markup of the message")
        score = min((draft.score for draft in drafts if draft.score is not None), default=None)
        details = dict.fromkeys(draft.detail for draft in drafts if draft.detail)
        notes = dict.fromkeys(note for draft in drafts for note in draft.notes)
        doubtful = dict.fromkeys(each for draft in drafts for each in draft.doubtful)
        pivot = next((draft.pivot for draft in drafts if draft.pivot), "")
        detail = " ".join((f"kept={len(self.kept)}/{len(self.sentences)}", *details))
        return Draft(msgstr, score, detail, tuple(notes), tuple(doubtful), pivot)

    def _space(self, number: int, texts: Sequence[str]) -> str:
        """The space after a sentence: none in languages without spaces, in others one even if the source has none."""
        space = self.sentences[number].space
        if number + 1 == len(texts) or not (space == "" or (space.isspace() and "\n" not in space)):
            return space
        wide = letters.WIDE.match(texts[number][-1:]) or letters.WIDE.match(texts[number + 1][:1])
        return "" if wide and language(self.target) in scripts.WITHOUT_SENTENCE_SPACES else space or " "


def patchwork(message: Message, known: SentenceMemory, article: str, source: str, target: str) -> Patchwork | None:
    """Find the sentences of a message that have approved translations; None for no such sentence, or for a single one.

    `article` is the name of the article that holds the message; locales are BCP 47. A translation is kept only if it
    has the markup of the sentence. What is fresh has the rest of the message as its neighbours. What is kept is no
    example for it: its translation may stand in an article that an engine must not see.
    """
    parts = split(message.msgid, message.dialect, message.labels) if known.may_know(message.msgid) else ()
    if len(parts) < 2:
        return None
    kept = {
        number: match.msgstr
        for number, part in enumerate(parts)
        if (match := _best(part.text, message, known, article)) is not None
    }
    if not kept:
        return None
    plain = [words(part.text, message.dialect, message.labels) for part in parts]
    glossary = Glossary(message.glossary, source)

    def alone(number: int) -> Message:
        above = message.context
        context = replace(above, before=(*above.before, *plain[:number]), after=(*plain[number + 1 :], *above.after))
        terms = glossary.concerning(plain[number])
        return replace(message, msgid=parts[number].text, context=context, glossary=terms)

    todo = (number for number, part in enumerate(parts) if number not in kept and _has_text(part.text, message))
    return Patchwork(message, target, parts, kept, tuple(map(alone, todo)))


def _best(sentence: str, message: Message, known: SentenceMemory, article: str) -> Match | None:
    found = known.matches(sentence, article)
    if not found or not _has_text(sentence, message):
        return None
    return next((match for match in found if alike(sentence, match.msgstr, message.dialect, message.labels)), None)


def _has_text(sentence: str, message: Message) -> bool:
    return any(pieces(cut(sentence, message.dialect, message.labels, message.terms)))
