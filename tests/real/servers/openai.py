"""What do servers of OpenAI's protocol answer, and what do models write?

The JSON of the prompt is read, so that nothing depends on its wording, and answered with every word turned around.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from tests.real.servers.script import Asked, Fault, Handler

_CHARACTERS_PER_TOKEN = 4


@dataclass(frozen=True)
class Model:
    """What a server and its model can do."""

    names: tuple[str, ...] = ("turned", "turned-small:latest", "embedder")
    refuses: frozenset[str] = frozenset()
    """Fields of a request, and kinds of `response_format`, that are answered with 400."""
    remote: Mapping[str, str] = field(default_factory=dict)
    """Names of models that Ollama has answered elsewhere, with the address."""
    system: str = ""
    """Its complaint, with status 500, about a message that is the system's; empty: it takes one."""
    says_why: bool = True
    """Whether the field is named when it is refused."""
    context: int = 1_000_000
    """Characters of a prompt that fit; a longer one is an error, or is cut …"""
    cuts: bool = False
    """… to 2,050 tokens, in silence."""
    longest: int = 1_000_000
    """Characters that it writes at most."""
    enforces: bool = False
    """Whether an answer is held to the schema of the request: it has its names and no other."""
    complaints: Mapping[str, str] = field(default_factory=dict)
    """What it says, with 400, of a field or of a kind of `response_format`."""
    status: int = 500
    """With which it complains of a message that is the system's."""
    shape: Literal["nested", "top", "text"] = "nested"
    """Where the message of an error stands: in `error`, next to `object` as in vLLM, or `error` itself."""


def _completion(message: Mapping[str, Any], end: str, tokens: int) -> dict[str, Any]:
    return {
        "object": "chat.completion",
        "choices": [{"index": 0, "message": message, "finish_reason": end}],
        "usage": {"prompt_tokens": tokens, "completion_tokens": 9, "total_tokens": tokens + 9},
    }


def _error(message: str, code: str, shape: str = "nested") -> dict[str, Any]:
    if shape == "text":
        return {"error": message}
    if shape == "top":
        return {"object": "error", "message": message, "type": code, "param": None, "code": 400}
    return {"error": {"message": message, "type": code, "code": code}}


Answers = dict[str, str]


def _json(answers: object) -> str:
    return json.dumps(answers, ensure_ascii=False)


def _well(answers: Answers) -> dict[str, Any]:
    return {"content": _json(answers)}


def _content(write: Callable[[Answers], Any], **more: Any) -> Callable[[Answers], dict[str, Any]]:
    return lambda answers: {"content": write(answers), **more}


def _without_last(answers: Answers) -> Answers:
    return dict([*answers.items()][:-1]) if len(answers) > 1 else answers


def _with_trailing_commas(answers: Answers) -> str:
    return _json(answers)[:-1] + ",\n}"


def _twice(answers: Answers) -> str:
    first, text = next(iter(answers.items()))
    if len(answers) == 1:
        return _json(answers)
    return f"{{{_json(first)}: {_json(text[::-1] + ' else')}, {_json(answers)[1:]}"


WRITTEN: dict[str, Callable[[Answers], dict[str, Any]]] = {
    "chatter": _content(
        lambda a: f"Sure! Here are the translations you asked for:\n\n{_json(a)}\n\nLet me know {{…}}."
    ),
    "fences": _content(lambda a: f"```json\n{json.dumps(a, indent=2)}\n```"),
    "think": _content(lambda a: f'<think>\nThey want {{"t1": "something else"}}, I think.\n</think>\n\n{_json(a)}'),
    "think-unopened": _content(lambda a: f'So {{"t1": "a draft"}} it is.\n</think>\n{_json(a)}'),
    "think-for-ever": _content(lambda a: "<think>\nLet me see. " * 40, end="length"),
    "reasoning": _content(_json, reasoning_content='{"t1": "not this"}'),
    "parts": _content(lambda a: [{"type": "thinking", "thinking": []}, {"type": "text", "text": _json(a)}]),
    "trailing-commas": _content(_with_trailing_commas),
    "line-breaks": _content(lambda a: _json(a).replace(" ", "\n")),
    "backwards": _content(lambda a: _json(dict(reversed(a.items())))),
    "wrapped": _content(lambda a: _json({"translations": a})),
    "objects": _content(lambda a: _json([{"id": name, "translation": text} for name, text in a.items()])),
    "echo": _content(lambda a: _json({"items": [{"id": n, "text": t[::-1], "translation": t} for n, t in a.items()]})),
    "missing": _content(lambda a: _json(_without_last(a))),
    "extra": _content(lambda a: _json({**a, "t99": "more", "note": "I was careful"})),
    "twice": _content(_twice),
    "unescaped": _content(lambda a: "{" + ", ".join(f'"{n}": "{t[:3]}"{t[3:]}"' for n, t in a.items()) + "}"),
    "nulls": _content(lambda a: _json(dict.fromkeys(a))),
    "other-ids": _content(lambda a: _json({f"item {n}": text for n, text in enumerate(a.values())})),
    "bare": _content(lambda a: "\n".join(a.values())),
    "bare-quoted": _content(lambda a: "\n".join(f"“{text}”" for text in a.values())),
    "apology": _content(lambda _: "I'm sorry, but I can't help with that."),
    "refusal": _content(lambda _: None, refusal="I can't help with that."),
    "filtered": _content(lambda _: "", end="content_filter"),
    "cut": _content(lambda a: _json(a)[: len(_json(a)) * 2 // 3], end="length"),
    "nothing": _content(lambda _: ""),
}
"""What a model may write."""


def _streamed(handler: Handler, answers: Answers) -> None:
    chunk = {"choices": [{"delta": {"content": _json(answers)}}]}
    handler.send(200, f"data: {_json(chunk)}\n\ndata: [DONE]\n\n".encode(), {"Content-Type": "text/event-stream"})


def _page(body: object) -> Callable[[Handler, Answers], None]:
    return lambda handler, _: handler.send_json(body)


PAGES: dict[str, Callable[[Handler, Answers], None]] = {
    "streamed": _streamed,
    "no-choices": _page({"choices": []}),
    "no-message": _page({"choices": [{"finish_reason": "stop"}]}),
    "odd-choices": _page({"choices": {"0": "x"}}),
    "error-inside": _page({"error": {"message": "Provider returned error", "code": 502}}),
    "quota-inside": _page({"error": {"message": "You exceeded your current quota", "code": "insufficient_quota"}}),
    "broke-off": _page({"choices": [{"message": {"content": "{"}, "finish_reason": "error"}]}),
}
"""Answers that are no chat completions, or failed ones."""


class OpenAI(Handler):
    """Speaks `/v1/chat/completions` and `/v1/models`."""

    model = Model()
    own: ClassVar[Mapping[str, Fault]] = {
        name: lambda handler, asked, name=name: handler.answer(asked, name)  # type: ignore[misc]
        for name in (*WRITTEN, *PAGES)
    }

    def answer(self, asked: Asked, fault: str) -> None:
        """Answer as a server with such a model does."""
        if self.script.key and asked.headers.get("Authorization") != f"Bearer {self.script.key}":
            self.send_json(_error(f"Incorrect API key: {asked.headers.get('Authorization')}", "invalid_api_key"), 401)
        elif asked.method == "GET" and asked.path == "/v1/models":
            self.send_json({"object": "list", "data": [{"id": name} for name in self.model.names]})
        elif asked.method == "GET" and asked.path == "/api/tags" and self.model.remote:
            rows = [{"name": f"{name}:latest", "model": f"{name}:latest"} for name in self.model.names]
            more = [
                {"name": name, "remote_host": host, "remote_model": "m"} for name, host in self.model.remote.items()
            ]
            self.send_json({"models": [*rows, *more]})
        elif asked.method == "POST" and asked.path == "/v1/chat/completions":
            self.complete(asked.json, fault)
        else:
            self.send_json(_error("not found", "not_found"), 404)

    def complete(self, body: dict[str, Any], fault: str) -> None:
        """Translate, unless something in the request is not to the server's taste."""
        model = self.model
        if body["model"] not in model.names and f"{body['model']}:latest" not in model.names:
            self.send_json(_error(f"model '{body['model']}' not found", "not_found"), 404)
            return
        asked = {*body, body.get("response_format", {}).get("type", "")}
        if named := sorted(asked & model.complaints.keys()):
            self.send_json(_error(model.complaints[named[0]], "BadRequestError", model.shape), 400)
            return
        if refused := sorted(model.refuses & asked):
            why = f"Unsupported parameter: '{refused[0]}'" if model.says_why else "Bad request"
            self.send_json(_error(why, "invalid_request_error"), 400)
            return
        if model.system and body["messages"][0]["role"] == "system":
            self.send_json(_error(model.system, "server_error", model.shape), model.status)
            return
        characters = sum(len(message["content"]) for message in body["messages"])
        if characters > model.context and not model.cuts:
            why = f"request ({characters // 4} tokens) exceeds the available context size, try increasing it"
            self.send_json(_error(why, "exceed_context_size_error"), 400)
            return
        self.write(body, fault, 2050 if characters > model.context else characters // _CHARACTERS_PER_TOKEN)

    def write(self, body: dict[str, Any], fault: str, tokens: int) -> None:
        """Write an answer as a model does; without items in the prompt, its translation alone."""
        prompt = prompted(body)
        items = prompt.get("items") or [{"id": "", "text": prompt["text"]}]
        said = self.script.translations([item["text"] for item in items], fault)
        answers = dict(zip([item["id"] for item in items], said, strict=False))
        if self.model.enforces and (form := body.get("response_format")):
            schema = form["json_schema"]["schema"]
            assert schema["required"] == [*schema["properties"]], "a grammar is made of it"
            answers = {name: answers[name] for name in schema["properties"]}
        if fault in PAGES:
            PAGES[fault](self, answers)
            return
        written = WRITTEN.get(fault, _well if "items" in prompt else WRITTEN["bare"])(answers)
        end = written.pop("end", "stop")
        if isinstance(written["content"], str) and len(written["content"]) > self.model.longest:
            written["content"], end = written["content"][: self.model.longest], "length"
        self.send_json(_completion({"role": "assistant", **written}, end, tokens))


def prompted(body: Mapping[str, Any]) -> dict[str, Any]:
    """The JSON object that a request for a completion holds; without one its text, after the first empty line."""
    content = body["messages"][-1]["content"]
    start = content.find('{\n "')
    if start < 0:
        return {"text": content.partition("\n\n")[2]}
    given, _ = json.JSONDecoder().raw_decode(content, start)
    assert isinstance(given, dict)
    return given
