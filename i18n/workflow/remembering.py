"""Which articles need no work, as everything that the work would read and write is as it was left?"""

from __future__ import annotations

import contextlib
import dataclasses
import enum
import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from i18n.store.environment import environment
from i18n.store.tracing import Account, digest
from i18n.work import Item
from i18n.workflow.session import Session

PlanT = TypeVar("PlanT", bound=Any)
"""What a worker needs to know: a frozen dataclass with a `store`, its only way to files."""
Work = TypeVar("Work", bound=Item)
Result = TypeVar("Result")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Repeated(Generic[Work, Result]):
    """Work that is done again at once: nothing is to be written any more."""

    item: Work
    result: Result


@dataclass(frozen=True, slots=True)
class Step(Generic[PlanT, Work, Result]):
    """Work that is done on each article, and how its result is remembered."""

    name: str
    work: Callable[[PlanT, Work], Result]
    """A function of a module that knows files by the store of its plan alone, and takes no note of the time."""
    kind: type[Result]
    repeated: Callable[[Work, Result], Repeated[Work, Result] | None]
    """What would come of it the next time if nothing changed; None if that cannot be told."""
    facts: Callable[[Work], object] = lambda _item: None
    """What the result depends on that is known of the article alone, apart from files."""
    given: Callable[[Work], bytes | None] = lambda _item: None
    """The bytes of the article, if the work is given them instead of reading them."""
    holds: Callable[[Result], bool] = lambda _result: True
    """Whether a result that is remembered still holds by what is known of other articles."""
    helped: Callable[[Sequence[Work]], Sequence[Work]] = lambda items: items
    """Adds to the items that are left to do what makes the work easier, and its results no others."""


def remembered(
    session: Session,
    label: str,
    step: Step[PlanT, Work, Result],
    plan: Callable[[], PlanT],
    items: Sequence[Work],
    depends: object,
) -> Iterator[Result]:
    """Yield the result for every item, in order, and do the work only where something changed.

    The `plan` is made only if there is work to do. `depends` holds everything that all results depend on next to files.
    """
    state = session.state
    if state is None:
        yield from session.map(label, step.work, plan(), items) if items else ()
        return
    key = key_of(step, depends)
    codec = _Codec(step.kind)
    given = {item.reference: data for item in items if (data := step.given(item)) is not None}
    keys = {item.reference: key(item) for item in items}
    recalled = state.recall(step.name, keys, given)
    decoded = codec.decoded({subject: result for subject, (result, _) in recalled.items()})
    known = {subject: result for subject, result in decoded.items() if step.holds(result)}
    for subject in known:
        session.note(Account(dict(recalled[subject][1])))
    todo = [item for item in items if item.reference not in known]
    work = session.traced(label, step.work, plan(), step.helped(todo)) if todo else iter(())
    for item in items:
        if item.reference in known:
            yield known[item.reference]
            continue
        result, account = next(work)
        used, again = account.used, step.repeated(item, result)
        if used is not None and again is not None:
            read = {item.reference: digest(given[item.reference])} if item.reference in given else {}
            wanted = keys[item.reference] if again.item is item else key(again.item)
            state.keep(step.name, item.reference, wanted, {**read, **used}, encoded(again.result))
        yield result
    next(work, None)  # which ends the progress that it shows


def key_of(step: Step[PlanT, Work, Result], depends: object) -> Callable[[Work], bytes]:
    """Digest all that a step's result for an item depends on, apart from files."""
    everywhere = of_this_program(step.name, depends)
    return lambda item: fingerprint((everywhere, step.facts(item)))


class _Codec(Generic[Result]):
    """Results as JSON."""

    def __init__(self, kind: type[Result]) -> None:
        self._kind = kind

    def decoded(self, remembered: Mapping[str, bytes]) -> dict[str, Result]:
        """Read results; what is none, somebody else wrote."""
        if not remembered:
            return {}
        import msgspec

        decoder = msgspec.json.Decoder(self._kind)
        found = {}
        for subject, data in remembered.items():
            with contextlib.suppress(msgspec.DecodeError):
                found[subject] = decoder.decode(data)
        return found


def encoded(value: object) -> bytes:
    """Write a value of our types as JSON."""
    import msgspec  # only where there is something to remember

    return msgspec.json.encode(value)


def decoded(kind: type[Value], data: bytes) -> Value | None:
    """Read a value that `encoded` wrote; None if it is none, as somebody else wrote it."""
    import msgspec

    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.DecodeError:
        return None


def of_this_program(*depends: object) -> bytes:
    """Digest what results depend on, this very program among it."""
    return fingerprint((*depends, environment()))


def fingerprint(value: object) -> bytes:
    """Digest a value of dataclasses, collections, enumerations, patterns, numbers, texts; TypeError for others."""
    return hashlib.sha256(repr(_canonical(value)).encode(errors="surrogatepass")).digest()


def _canonical(value: object) -> object:
    if value is None or type(value) in (str, int, bool, bytes):  # most are
        return value
    if isinstance(value, str | int | float | bytes) and not isinstance(value, enum.Enum):
        return value
    if isinstance(value, enum.Enum):
        return (type(value).__name__, value.name)
    if isinstance(value, re.Pattern):
        return ("/", value.pattern, value.flags)
    if isinstance(value, tuple | list):
        return ("(", *map(_canonical, value))
    if isinstance(value, frozenset | set):
        return ("<", *sorted(repr(_canonical(held)) for held in value))
    if isinstance(value, Mapping):
        return ("{", *sorted((repr(_canonical(key)), _canonical(held)) for key, held in value.items()))
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = ((field.name, _canonical(getattr(value, field.name))) for field in dataclasses.fields(value))
        return (type(value).__qualname__, *fields)
    raise TypeError(f"{type(value).__qualname__} has no fingerprint")
