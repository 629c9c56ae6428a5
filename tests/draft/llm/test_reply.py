from __future__ import annotations

import pytest

from i18n.draft.engines.llm.reply import End, Reply, is_shortened, parse
from i18n.draft.engines.transport import TransportError


def said(content: object = "x", reason: object = "stop", **message: object) -> dict[str, object]:
    return {"choices": [{"message": {"content": content, **message}, "finish_reason": reason}]}


@pytest.mark.parametrize(
    ("data", "reply"),
    [
        (said(), Reply("x")),
        (said(reason=None), Reply("x")),
        (said(reason="length"), Reply("x", End.CUT)),
        (said(reason="content_filter"), Reply("x", End.REFUSED)),
        (said(None, refusal="no"), Reply("", End.REFUSED)),
        (said(refusal=None), Reply("x")),
        (said(reasoning_content="hm"), Reply("x", thought=True)),
        (said("<think>hm</think>x"), Reply("<think>hm</think>x", thought=True)),
        (said([{"type": "text", "text": "x"}, {"type": "thinking", "thinking": "y"}]), Reply("x")),
        ({**said(), "usage": {"prompt_tokens": 7}}, Reply("x", prompt_tokens=7)),
        ({**said(), "usage": {"prompt_tokens": "7"}}, Reply("x")),
        ({**said(), "usage": None, "error": None}, Reply("x")),
    ],
)
def test_what_a_completion_says(data: object, reply: Reply) -> None:
    assert parse(data) == reply


@pytest.mark.parametrize(
    ("data", "final"),
    [
        (None, False),
        ([], False),
        ({}, False),
        ({"choices": []}, False),
        ({"choices": [None]}, False),
        ({"choices": [{"message": "x"}]}, False),
        (said(reason="error"), False),
        ({"error": "model is loading"}, False),
        ({"error": {"code": 502}}, False),
        ({"error": {"code": 401}}, True),
        ({"error": {"code": None, "type": "insufficient_quota"}}, True),
    ],
)
def test_what_is_no_completion(data: object, *, final: bool) -> None:
    with pytest.raises(TransportError) as caught:
        parse(data)
    assert caught.value.final is final


@pytest.mark.parametrize(
    ("characters", "tokens", "shortened"),
    [
        (8000, 2050, False),  # English, whole
        (8000, 0, False),  # not said
        (12_000, 2050, True),  # Ollama with a context of 4096
        (12_000, 2301, False),
        (20_000, 4096, True),
        (20_000, 2600, True),
        (3000, 700, False),
        (3000, 300, True),
    ],
)
def test_a_prompt_that_was_cut_has_too_few_tokens(characters: int, tokens: int, *, shortened: bool) -> None:
    assert is_shortened(characters, tokens) is shortened
