"""What is tried, in which order, until a message has a draft that can be trusted?"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field
from unicodedata import normalize

from i18n.draft.engine import NO_CONTEXT, Answer, Context, Doubtful, Failure, Limits, Query, Translation
from i18n.draft.one import assembly, plausible, repair
from i18n.draft.one.faults import characters_fault
from i18n.draft.one.methods import Method, Portions, Text, by_sentences, whole, without_pairs
from i18n.markdown.dialects import Dialect
from i18n.memory.glossary import Term
from i18n.message import held, marks
from i18n.message.packed import pack, unpack
from i18n.message.pieces import Cut, Piece, cut, pieces, restore
from i18n.message.skeleton import skeleton
from i18n.message.terms import Facts
from i18n.message.unparsed import prose
from i18n.numbers.figures import figures
from i18n.privacy.redaction import Redaction
from i18n.span import overlaps


@dataclass(frozen=True, slots=True)
class Ask:
    """Texts to translate in one encoding; never empty."""

    encoding: str
    queries: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A translation of a message with the very markup of the message."""

    msgstr: str
    score: int | None = None
    """Score of its least certain part, 0-100; None if the engine has no opinion."""
    detail: str = ""
    notes: tuple[str, ...] = ()
    """What a reviewer should look at, as ids of `i18n.draft.quality`."""
    doubtful: tuple[Doubtful, ...] = ()
    """Words that the engine itself is not sure of."""
    pivot: str = ""
    """The language by way of which it was made, BCP 47."""


@dataclass(frozen=True, slots=True)
class NoDraft:
    """Why a message has no draft."""

    reason: str
    """The reason in one line, without any text of the message."""
    broken: bool = False
    """Whether the engine failed, which says nothing about the message."""
    final: bool = False
    """Whether the engine will fail for every other message too."""
    idle: bool = False
    """Whether no engine had anything to do, as there are no words."""


Verdict = Draft | NoDraft
Strategy = Generator[Ask, tuple[Answer, ...], Verdict]
"""Yields what to translate, is sent the answers, and returns the verdict."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message to draft, and how its Markdown is to be read."""

    msgid: str
    dialect: Dialect
    labels: tuple[str, ...] = ()
    """Labels of the reference definitions in its article."""
    terms: tuple[str, ...] = ()
    """Do-not-translate terms that occur in it, spelled as in the glossary."""
    glossary: tuple[Term, ...] = ()
    """All terms that a translation must follow."""
    context: Context = NO_CONTEXT
    """What may be sent with the text."""
    article: str = field(default="", compare=False)
    """Name of an article that holds it; messages of several articles may be equal."""
    names: Redaction | None = field(default=None, compare=False)
    """Names that no engine may be given."""
    facts: Facts | None = field(default=None, compare=False)
    """Writes dates, numbers and references as the language of the draft does."""

    def query(self, tokens: Text) -> Query:
        """Ask for a translation of a part of the message."""
        return Query(tokens, self.context, self.article)


def strategy(message: Message, encodings: Sequence[str], limits: Limits) -> Strategy:
    """Try to draft a message: whole, in each encoding; then by sentences; then with pairs found again by their words.

    A piece that succeeds is kept, only the others are tried on. A draft has the skeleton of the message, and is
    not the message itself.
    """
    parts = _parts(message)
    todo = tuple(pieces(parts))
    if not todo and is_unsure(message):
        return NoDraft("its numbers or dates can be read in several ways: a person writes them", idle=True)
    if not todo and (written := restore(parts, {})) != message.msgid:
        return Draft(written)
    if not todo:
        return NoDraft("there is nothing to translate in it", idle=True)
    flaw = next((piece.flaw for piece in todo if piece.flaw), "")
    if flaw:
        return NoDraft(flaw)
    state = _State(message, limits)
    for number, (encoding, method) in enumerate(_attempts(encodings)):
        missing = [piece for piece in todo if state.hopeful(piece, method, first=not number)]
        yield from state.attempt(missing, encoding, method)
        if state.failure is not None:
            return state.failure
    for piece in todo:
        if piece.number not in state.answers:
            return NoDraft(state.faults.get(piece.number, "its markup came back broken"))
    return state.verdict(parts, todo)


def without_words(message: Message) -> str:
    """A message that has no words to translate, with its numbers as the language of the draft writes them."""
    parts = _parts(message)
    return message.msgid if any(pieces(parts)) else restore(parts, {})


def is_unsure(message: Message) -> bool:
    """Tell whether a number stands in a message that languages write otherwise, and nobody knows how: `5/3/2027`."""
    if message.facts is None:
        return False
    said = marks.plain(prose(message.msgid, numbers=True))
    known = [span for span, written in message.facts.found(said) if written]
    return any(not overlaps(known, figure) for figure in figures(said))


def _parts(message: Message) -> Cut:
    return cut(message.msgid, message.dialect, message.labels, message.terms, message.names, message.facts)


def _attempts(encodings: Sequence[str]) -> Iterator[tuple[str, Method]]:
    for method in (whole, by_sentences):
        for encoding in encodings:
            yield encoding, method
    yield encodings[0], without_pairs


@dataclass(slots=True)
class _State:
    """What is known so far of the pieces of one message."""

    message: Message
    limits: Limits
    answers: dict[int, Text] = field(default_factory=dict)
    """Tokens whose markup can be restored, by the number of their piece."""
    texts: dict[int, str] = field(default_factory=dict)
    """Markdown of pieces that have no others in their marks, by the number of the piece."""
    faults: dict[int, str] = field(default_factory=dict)
    """The first fault of each piece, by its number."""
    failure: NoDraft | None = None
    scores: list[int] = field(default_factory=list)
    details: dict[str, None] = field(default_factory=dict)
    doubtful: dict[Doubtful, None] = field(default_factory=dict)
    pivot: str = ""

    def hopeful(self, piece: Piece, method: Method, *, first: bool) -> bool:
        """Tell whether an attempt may help: other encodings help marks, sentences also help texts that are too long."""
        if piece.number in self.answers:
            return False
        marked = any(not isinstance(token, str) for token in piece.tokens)
        return first or marked or (method is by_sentences and Query(piece.tokens).characters > self.limits.characters)

    def attempt(
        self, missing: Sequence[Piece], encoding: str, method: Method
    ) -> Generator[Ask, tuple[Answer, ...], None]:
        """Try one method on the pieces that have no answer yet."""
        plans = [(piece, plan) for piece in missing if (plan := self._plan(piece, method)) is not None]
        queries = tuple(self.message.query(text) for _, plan in plans for text in plan.texts)
        if not queries:
            return
        answers = iter((yield Ask(encoding, queries)))
        for piece, plan in plans:
            self._take(piece, plan, [next(answers) for _ in plan.texts])

    def _plan(self, piece: Piece, method: Method) -> Portions | None:
        plan = method(piece.tokens)
        if plan is not None and any(Query(text).characters > self.limits.characters for text in plan.texts):
            self.faults.setdefault(piece.number, f"it is longer than the {self.limits.characters} characters allowed")
            return None
        return plan

    def _take(self, piece: Piece, plan: Portions, answers: Sequence[Answer]) -> None:
        said: list[Translation] = []
        for answer in answers:
            if isinstance(answer, Failure):
                self.faults.setdefault(piece.number, answer.reason)
                if answer.broken or answer.final:
                    self.failure = NoDraft(answer.reason, broken=True, final=answer.final)
                return
            said.append(answer)
        tokens = plan.combine([translation.tokens for translation in said])
        fault = "its markup has no certain place in the translation"
        if tokens is not None:
            tokens = self._quoted(repair.repaired(piece.tokens, _composed(tokens)))
            fault = self._fault(piece, tokens)
        if tokens is None or fault:
            self.faults.setdefault(piece.number, fault)
            return
        self.answers[piece.number] = tokens
        self.scores.extend(translation.score for translation in said if translation.score is not None)
        self.doubtful.update(dict.fromkeys(each for translation in said for each in translation.doubtful))
        self.pivot = next((translation.pivot for translation in said if translation.pivot), self.pivot)
        self.details.update(dict.fromkeys(translation.detail for translation in said if translation.detail))

    def _quoted(self, tokens: Text) -> Text:
        return unpack(self.message.facts.quoted(pack(tokens))) if self.message.facts else tokens

    def _fault(self, piece: Piece, tokens: Text) -> str:
        inner = {part.number: part.raw for parts in piece.marks.values() for part in pieces(parts)}
        if unseen := characters_fault(piece.tokens, tokens):
            return unseen
        restored = assembly.assemble(piece, tokens, inner, self.message.dialect, self.message.labels)
        fault = restored.fault or plausible.position_fault(piece.tokens, tokens)
        if not inner and not fault:
            self.texts[piece.number] = restored.text
        return fault

    def verdict(self, parts: tuple[str | Piece, ...], todo: Sequence[Piece]) -> Verdict:
        """Put the pieces together; those inside the marks of another one have the higher numbers, so backwards."""
        solved: dict[int, str] = {}
        dialect, labels = self.message.dialect, self.message.labels
        for piece in reversed(todo):
            if piece.number in self.texts:
                solved[piece.number] = self.texts[piece.number]
                continue
            restored = assembly.assemble(piece, self.answers[piece.number], solved, dialect, labels)
            if restored.fault:
                return NoDraft(restored.fault)
            solved[piece.number] = restored.text
        msgstr = restore(parts, solved)
        msgid = self.message.msgid
        if _words(msgstr) == _words(msgid):
            return NoDraft("the engine gave the source text back")
        if held.variables(msgstr, dialect, tags=False) - held.variables(msgid, dialect, tags=False):
            return NoDraft("it has placeholders or addresses that its source does not have")
        if skeleton(msgstr, dialect, labels) != skeleton(msgid, dialect, labels):
            return NoDraft("its markup would not be read as that of the source")
        score, detail = min(self.scores, default=None), " ".join(self.details)
        return Draft(msgstr, score, detail, doubtful=tuple(self.doubtful), pivot=self.pivot)


def _composed(tokens: Text) -> Text:
    return tuple(normalize("NFC", token) if isinstance(token, str) else token for token in tokens)


def _words(text: str) -> str:
    return "".join(letter for letter in normalize("NFC", marks.plain(text)).casefold() if letter.isalnum())
