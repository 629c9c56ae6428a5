from __future__ import annotations

import pytest

from i18n.draft.engines.llm.accepted import Accepted, is_too_long, read, written
from i18n.draft.engines.members import member

ALL = Accepted()


@pytest.mark.parametrize(
    "accepted",
    [
        ALL,
        Accepted("json_object"),
        Accepted("", "", temperature=False),
        Accepted(length="max_completion_tokens", seed=False, system=False),
    ],
)
def test_what_was_learnt_comes_back(accepted: Accepted) -> None:
    assert read(written(accepted)) == accepted
    assert (written(accepted) == "") == (accepted == ALL)


@pytest.mark.parametrize("text", ["", "no JSON", "[]", '{"format": "xml", "length": 5, "seed": "no"}', "[" * 100_000])
def test_what_cannot_be_read_is_not_refused(text: str) -> None:
    assert read(text) == ALL


def test_a_request_names_the_very_ids() -> None:
    fields = ALL.fields(["t1", "t2"], 100)
    schema = member(member(fields["response_format"], "json_schema"), "schema")
    assert member(schema, "required") == ["t1", "t2"]
    assert member(schema, "properties") == {"t1": {"type": "string"}, "t2": {"type": "string"}}
    assert (fields["temperature"], fields["seed"], fields["max_tokens"]) == (0, 1, 100)


def test_without_ids_no_json_is_asked_for() -> None:
    assert "response_format" not in ALL.fields([], 100)


@pytest.mark.parametrize(
    ("complaint", "left"),
    [
        ("'response_format.type' must be 'json_object'", Accepted("json_object")),
        (
            "'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
            Accepted(length="max_completion_tokens"),
        ),
        ("4000 in the completion: max_tokens is too large", Accepted(length="")),
        ("'temperature' does not support 0 with this model", Accepted(temperature=False)),
        ("body.seed: Extra inputs are not permitted", Accepted(seed=False)),
        ("Bad Request", Accepted("json_object")),
        ("Error rendering prompt with jinja template: System role not supported", Accepted(system=False)),
        ("Conversation roles must alternate user/assistant/user/assistant/...", Accepted(system=False)),
        ("Only user and assistant roles are supported!", Accepted(system=False)),
        ("This model does not support system messages", Accepted(system=False)),
        ("the system is busy: role unknown", Accepted("json_object")),
    ],
)
def test_what_a_server_complains_of_is_left_out(complaint: str, left: Accepted) -> None:
    assert ALL.without(complaint) == left


@pytest.mark.parametrize("complaint", ["Bad Request", "response_format", "max_completion_tokens", "temperature", ""])
def test_there_is_an_end_to_leaving_out(complaint: str) -> None:
    tried = [ALL]
    while (left := tried[-1].without(complaint)) is not None:
        tried.append(left)
    assert len(set(tried)) == len(tried) <= 7


@pytest.mark.parametrize(
    "complaint",
    [
        "request (25837 tokens) exceeds the available context size (25088 tokens), try increasing it",
        "This model's maximum context length is 4096 tokens. However, your messages resulted in 5000 tokens.",
        '{"error":{"code":"context_length_exceeded"}}',
    ],
)
def test_a_prompt_that_does_not_fit(complaint: str) -> None:
    assert is_too_long(complaint)
    assert not is_too_long("Unsupported parameter: 'seed'")
