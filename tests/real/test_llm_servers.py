"""Do the servers that people run get requests that they take, and are their answers read? Each as its own code answers.

llama.cpp and vLLM hold an answer to the schema; so does Ollama on this machine, while its cloud takes a schema and does
not keep it; others refuse it in ways of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from i18n.draft.engine import Query, Translation
from i18n.draft.engines.llm import Llm
from i18n.draft.engines.markers import TAGS
from i18n.draft.sending.budget import Budget
from i18n.draft.sending.cache import Cache
from i18n.draft.sending.sender import Sender
from tests.real.servers.openai import Model, OpenAI
from tests.real.servers.script import Script, serving, translated

TEXTS = ("the red house", "nine wells were finished", "an old bridge")


@dataclass(frozen=True)
class Server:
    """A program that speaks the protocol."""

    model: Model
    requests: int
    """How many it takes until the first answer comes."""
    format: str
    """What it is asked for from then on."""
    roles: tuple[str, ...] = ("system", "user")
    writes: str = ""
    """How its model writes, by the names of `tests.real.servers.openai`."""


SERVERS: Mapping[str, Server] = {
    "llama.cpp": Server(Model(enforces=True), 1, "json_schema"),
    "llama.cpp of early 2025": Server(
        Model(complaints={"json_schema": 'Either "json_schema" or "grammar" can be specified, but not both'}),
        2,
        "json_object",
    ),
    "llama.cpp with a template of Gemma": Server(
        Model(enforces=True, system="Jinja Exception: System role not supported"), 2, "json_schema", ("user",)
    ),
    "Ollama": Server(Model(names=("turned:latest",), enforces=True), 1, "json_schema"),
    "a cloud that takes a schema and does not keep it": Server(Model(), 1, "json_schema", writes="fences"),
    "a cloud that answers more than was asked": Server(Model(), 1, "json_schema", writes="extra"),
    "vLLM": Server(Model(enforces=True, shape="top"), 1, "json_schema"),
    "vLLM with a template of Mistral": Server(
        Model(enforces=True, shape="top", system="Conversation roles must alternate user/assistant/user/…", status=400),
        2,
        "json_schema",
        ("user",),
    ),
    "LM Studio": Server(
        Model(enforces=True, shape="text", complaints={"json_object": "must be 'json_schema' or 'text'"}),
        1,
        "json_schema",
    ),
    "one that knows json_object alone": Server(
        Model(shape="top", complaints={"json_schema": "response_format.type: Input should be 'text' or 'json_object'"}),
        2,
        "json_object",
    ),
    "one that refuses any format": Server(
        Model(shape="text", complaints=dict.fromkeys(("json_schema", "json_object"), "Grammar is not enabled")), 3, ""
    ),
    "one that forbids what it does not know": Server(
        Model(
            shape="top", complaints={"response_format": "Extra inputs are not permitted", "seed": "body.seed: extra"}
        ),
        4,
        "",
    ),
}


@pytest.fixture
def script() -> Script:
    return Script()


@pytest.fixture(params=SERVERS)
def kind(request: pytest.FixtureRequest) -> Server:
    return SERVERS[request.param]


@pytest.fixture
def url(kind: Server, script: Script) -> Iterator[str]:
    with ExitStack() as stack:
        yield stack.enter_context(serving(script, type("Named", (OpenAI,), {"model": kind.model})))


def bodies(script: Script) -> list[dict[str, Any]]:
    return [asked.json for asked in script.asked if asked.method == "POST"]


def well(texts: tuple[str, ...]) -> tuple[Translation, ...]:
    return tuple(Translation((translated(text),), detail="turned") for text in texts)


def test_each_server_is_asked_as_it_likes_and_once_whether_it_does(
    kind: Server, url: str, script: Script, tmp_path: Path
) -> None:
    script.faults = [kind.writes] * 20 if kind.writes else []

    def asked(*texts: str) -> int:
        before = len(bodies(script))
        with closing(Cache(tmp_path / "drafts.sqlite", 1)) as cache, Llm(url, "turned", 5.0) as made:
            sender = Sender(cache, Budget(), lambda *_: None, lambda _: 0.0)
            assert sender.translate(made, [Query((text,)) for text in texts], "en", "de", TAGS) == well(texts)
        return len(bodies(script)) - before

    assert asked(*TEXTS) == kind.requests
    assert asked("another house", "a well") == 1, "what was learnt holds for the next run"
    last = bodies(script)[-1]
    assert last.get("response_format", {}).get("type", "") == kind.format
    assert tuple(message["role"] for message in last["messages"]) == kind.roles


def test_a_model_that_can_only_translate_is_asked_alike_by_each(kind: Server, url: str, script: Script) -> None:
    with Llm(url, "turned", 5.0, mode="plain") as made:
        queries = [Query((text,)) for text in TEXTS]
        answers = [made.translate([query], "en", "de", TAGS) for query in queries]
    assert tuple(answer for (answer,) in answers) == well(TEXTS)
    for body in bodies(script):
        assert "response_format" not in body
        (message,) = body["messages"]
        assert message["role"] == "user"
        assert message["content"].endswith(TEXTS)
