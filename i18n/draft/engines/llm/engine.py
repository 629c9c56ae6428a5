"""How does a language model draft messages?"""

from __future__ import annotations

import functools
import hashlib
import html
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Self

from i18n.draft.engine import Answer, Capability, Failure, Limits, Query, Readiness, Traffic, Translation, hand_on
from i18n.draft.engines import markers, served
from i18n.draft.engines.llm import endpoint, exchange, prompt, reply, rounds
from i18n.draft.engines.transport import TransportError, address, traffic
from i18n.project.engines import Formality, LlmMode

_LONGEST = 6000
"""Characters of one text."""
_HOSTED = re.compile(r"[-:]cloud\s*$", re.IGNORECASE)
"""Ollama's names for models that it has answered by its own service: `gpt-oss:120b-cloud`, `glm-4.6:cloud`."""
_LINE_END = re.compile(r"\s*[\r\n]\s*")
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#39|#x27);")


class Llm:
    """A model behind an OpenAI-compatible address: Ollama, vLLM, llama.cpp, LM Studio, a hosted one."""

    name = "llm"
    encodings = markers.ENCODINGS

    def __init__(
        self,
        url: str = "",
        model: str = "",
        seconds: float = 300.0,
        concurrency: int = 0,
        formality: Formality = "default",
        mode: LlmMode = "json",
        *,
        local: bool = False,
    ) -> None:
        """`seconds` is the deadline of one request; a `concurrency` of 0 means 1 on this machine and 4 elsewhere.

        `local`: nothing behind an address on this machine hands texts on; a model that runs at its provider does.
        In mode `plain` each text is sent alone in one message, with its terms and no other context, and the answer is
        no JSON: for models that can only translate.
        """
        self._url, self._model, self._formality, self._plain = url, model, formality, mode == "plain"
        self.capabilities = frozenset({Capability.TERMS} if self._plain else Capability)
        self._endpoint = endpoint.Endpoint(url, seconds)
        self._exchange = exchange.Exchange(self._endpoint, model, plain=self._plain)
        self._presence = served.Once(self._asked)
        self._provider = served.Once(lambda: self._endpoint.provider(model))
        self._by_address = traffic(url) if url else Traffic.NONE
        hosted = bool(url) and _HOSTED.search(model) is not None
        self.traffic: Traffic = Traffic.THIRD_PARTY if hosted else self._by_address.by_word(local=local)
        self.address = address(url)
        self.notice = _notice(self.traffic, model if hosted else "")
        self.limits = _limits(concurrency, far=not self.traffic.near, plain=self._plain)

    @functools.cached_property
    def version(self) -> str:
        """The model, and a digest of the instructions that are part of every request."""
        instructions = f"{prompt.digest()} {self._formality} {self._plain}"
        return f"{self._model} {hashlib.sha256(instructions.encode()).hexdigest()[:8]}"

    def readiness(self, source: str, target: str, *, ask: bool = False) -> Readiness:
        """Tell what is missing; with `ask` also whether the server has the model."""
        del source, target
        if not self._url:
            return Readiness.lacking(
                "it needs a server", 'That of Ollama is [engine.llm] url = "http://127.0.0.1:11434".'
            )
        if not self._model:
            return Readiness.lacking(
                "it needs the name of a model", 'Name it as the server does: [engine.llm] model = "…".'
            )
        if self._by_address is Traffic.THIRD_PARTY and not self._endpoint.key:
            hint = f"Set {endpoint.KEY} in the environment, to any word where the server wants none."
            return Readiness.lacking(f"it needs a key for {self.address}", hint)
        if not ask:
            return Readiness(ready=True)
        try:
            return self._presence()
        except TransportError as error:
            return Readiness.lacking(error.reason, f"Is the server at {self.address} running?", broken=True)

    def _asked(self) -> Readiness:
        """Ask the server whether it has the model, and runs it where `local = true` says."""
        if elsewhere := self._elsewhere():
            return elsewhere
        models = self._endpoint.models()
        if models is None or any(endpoint.is_same(self._model, name) for name in models):
            return Readiness(ready=True)
        more = " and others" if len(models) > 3 else ""
        some = f"It has {', '.join(models[:3])}{more}." if models else "It has none."
        return Readiness.lacking(f'its server has no model "{self._model}"', some)

    @property
    def learnt(self) -> str:
        """Which optional fields its server refused."""
        return self._exchange.learnt

    def recall(self, learnt: str) -> None:
        """Begin without the fields that its server refused before."""
        self._exchange.recall(learnt)

    def _elsewhere(self) -> Readiness | None:
        """What a server says that hands texts on, against what the configuration says of it. Raises TransportError."""
        provider = self._provider() if self.traffic is Traffic.CONFINED else ""
        if not provider:
            return None
        hint = "Take `local = true` out of [engine.llm], or name a model that runs here."
        return Readiness.lacking(f'its server has "{self._model}" answered by {provider}, not on this machine', hint)

    def translate(self, queries: Sequence[Query], source: str, target: str, encoding: str) -> tuple[Answer, ...]:
        """Translate, in as few requests as the context of the model allows."""
        readiness = self.readiness(source, target)
        try:
            readiness = (self._elsewhere() if readiness.ready and queries else None) or readiness
        except TransportError as error:
            return (Failure(error.reason, broken=True, final=error.final),) * len(queries)
        if not readiness.ready:
            return (Failure(readiness.missing, broken=True, final=True),) * len(queries)
        guide = queries[0].context.guide if queries else ""
        rules = "" if self._plain else prompt.system(source, target, encoding, self._formality, guide)
        items = {number: _item(number, query, encoding) for number, query in enumerate(queries)}

        def ask(batch: rounds.Batch) -> reply.Reply:
            if self._plain:
                return self._exchange.ask(batch, "", prompt.alone(batch[0], source, target, encoding, self._formality))
            return self._exchange.ask(batch, rules, prompt.user(batch, target))

        said = rounds.settle([item for item in items.values() if item is not None], ask, self._exchange.fitting)
        answers = (_answer(items[number], said, query, encoding) for number, query in enumerate(queries))
        model = "-".join(self._model.split())
        return tuple(replace(each, detail=model) if isinstance(each, Translation) else each for each in answers)

    def __enter__(self) -> Self:
        self._endpoint.transport.open()
        self._presence.forget_failure()
        self._provider.forget_failure()
        return self

    def __exit__(self, *raised: object) -> None:
        self._endpoint.transport.close()


def _notice(traffic: Traffic, hosted: str) -> str:
    """What becomes of texts; `hosted` is the name of a model that its provider runs, whatever the address."""
    elsewhere = f'The model "{hosted}" runs at its provider, even where `local = true` is set. ' if hosted else ""
    if traffic is Traffic.THIRD_PARTY:
        return f"{elsewhere}Its provider may keep what the model is sent, and train others on it: see its terms."
    return hand_on(Llm.name, traffic)


def _limits(concurrency: int, *, far: bool, plain: bool) -> Limits:
    """A remote server takes more at once than one that shares this machine with everything else."""
    batch, call = (20, 4000) if far else (12, 2000)
    return Limits(_LONGEST, 1 if plain else batch, call, concurrency or (4 if far else 1))


def _item(number: int, query: Query, encoding: str) -> prompt.PromptItem | None:
    """None for a text that looks like markers."""
    texts = [token for token in query.tokens if isinstance(token, str)]
    if any(markers.has_markers(text, encoding) for text in texts):
        return None
    return prompt.PromptItem(f"t{number + 1}", markers.encode(query.tokens, encoding), "".join(texts), query.context)


def _answer(item: prompt.PromptItem | None, said: dict[str, str | Failure], query: Query, encoding: str) -> Answer:
    if item is None:
        return Failure("its text looks like the marks that stand for markup")
    text = said[item.id]
    if isinstance(text, Failure):
        return text
    if "\n" not in item.words:
        text = _LINE_END.sub(" ", text)  # it would be one on the page
    if not _ENTITY.search(item.words):  # some models write HTML where they see tags
        text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    return Translation(markers.decode(text, encoding, query.tokens))
