"""Whatever a language model writes, reading it never fails, and no text gets the answer to another."""

from __future__ import annotations

import contextlib
import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from i18n.draft.engine import Context, Failure
from i18n.draft.engines.llm.answers import bare, read
from i18n.draft.engines.llm.prompt import PromptItem, user
from i18n.draft.engines.llm.reply import End, Reply, parse
from i18n.draft.engines.llm.rounds import Batch, settle
from i18n.draft.engines.transport import TransportError

_IDS = [f"t{n}" for n in range(1, 5)]
_NOISE = [
    "```json", "```", "<think>", "</think>", "<|message|>", "{", "}", "[", "]", ",", ":", '"', '"id"', '"text"', "\\",
    "\\ud83d", "t1", '"t2": "', "null", "\n", "Sure!",
]  # fmt: skip
_texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda text: bool(text.strip()))
_jsonish = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from(_IDS),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*_IDS, "id", "text", "x"]), inner),
    max_leaves=6,
)
_written = st.lists(st.sampled_from(_NOISE) | st.text(max_size=3) | _jsonish.map(json.dumps), max_size=10).map("".join)


@given(_written, st.booleans())
@settings(max_examples=200)
def test_reading_never_fails_and_makes_nothing_up(content: str, cut: bool) -> None:
    found = read(content, set(_IDS), cut=cut)
    assert set(found) <= set(_IDS)
    assert all(text.strip() for text in found.values())
    bare(content, "a text")


def _map(said: dict[str, str]) -> Any:
    return said


def _objects(said: dict[str, str]) -> Any:
    return [{"id": name, "translation": text} for name, text in said.items()]


def _inside(said: dict[str, str]) -> Any:
    return {"translations": said, "count": len(said)}


@given(
    st.permutations(_IDS),
    st.lists(_texts, min_size=4, max_size=4),
    st.sampled_from([_map, _objects, _inside]),
    st.booleans(),
    st.sampled_from(["", "Sure, here they are:\n", "```json\n", "<think>t1, t2 …</think>\n"]),
    st.sampled_from(["", "\n```", "\n\nAnything else?"]),
)
def test_every_answer_finds_its_text_in_any_order(
    ids: list[str], texts: list[str], form: Any, ascii_only: bool, before: str, after: str
) -> None:
    said = dict(zip(ids, texts, strict=True))
    content = before + json.dumps(form(said), ensure_ascii=ascii_only) + after
    assert read(content, set(_IDS)) == {name: text.strip() for name, text in said.items()}


@given(st.lists(_texts, min_size=1, max_size=4), st.integers(0, 400))
def test_an_answer_cut_anywhere_gives_whole_texts_or_none(texts: list[str], length: int) -> None:
    said = dict(zip(_IDS, texts, strict=False))
    found = read(json.dumps(said)[:length], set(_IDS), cut=True)
    assert found.items() <= {name: text.strip() for name, text in said.items()}.items()


@given(_jsonish)
def test_any_json_is_a_reply_or_an_error(data: object) -> None:
    for page in (data, {"choices": data}, {"choices": [data]}, {"choices": [{"message": data}]}, {"error": data}):
        with contextlib.suppress(TransportError):
            assert isinstance(parse(page), Reply)


@given(st.lists(_texts, min_size=1, max_size=4), _texts)
def test_no_text_of_an_article_can_leave_its_place_in_the_prompt(texts: list[str], told: str) -> None:
    items = [PromptItem(name, text, text, Context(title=told)) for name, text in zip(_IDS, texts, strict=False)]
    read, _ = json.JSONDecoder().raw_decode(user(items, "de"))
    assert [entry["text"] for entry in read["items"]] == texts
    assert read["article"] == told


@given(
    st.integers(1, 9),
    st.lists(st.tuples(st.integers(0, 9), st.sampled_from(End), st.booleans()), max_size=40),
)
def test_asking_ends_and_every_text_has_its_own_answer_or_a_reason(
    count: int, script: list[tuple[int, End, bool]]
) -> None:
    left = iter(script)
    sizes = []

    def ask(batch: Batch) -> Reply:
        sizes.append(len(batch))
        most, end, backwards = next(left, (0, End.WHOLE, False))
        said = {item.id: item.text for item in batch[::-1] if not backwards or item.id != "t1"}
        return Reply(json.dumps(dict([*said.items()][:most])), end)

    items = tuple(PromptItem(f"t{n}", f"text {n}", f"text {n}", Context()) for n in range(1, count + 1))
    said = settle(items, ask)
    assert set(said) == {item.id for item in items}
    assert all(isinstance(said[item.id], Failure) or said[item.id] == item.text for item in items)
    assert len(sizes) <= 2 * count
