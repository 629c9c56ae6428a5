"""A file of data in another language, read by other programs: the same but for the texts that were translated."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from i18n.markdown import frontmatter
from tests.fixtures import cases
from tests.laws.readers import READERS
from tests.laws.test_front_matter import values

HOSTILE = values | st.sampled_from(
    (
        "a" * 1100, "long " * 400, "\u202eabc\u202c", "\u2066שלום\u2069", "\U0001f468\u200d\U0001f469\u200d\U0001f467",
        "", "{{ .Count }}", "One|{count} two", "${x}", "%s", "</script>", "\\u0000", "'''", '"""', "=", "key: [value",
        "#", "\r", "\n\n",
        "- a: b", "? x", " # ", "&a *a", "!!python/name:os.system", "!ENV [A]", "[table]", "a.b", "]]", "\t\n ",
    )
)  # fmt: skip
LEAVES = st.sampled_from(("text", "text", "text", 7, 1.5, True, False))


def _written(tree: Any) -> str:
    """A value as TOML writes it on one line."""
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{key} = {_written(value)}" for key, value in tree.items()) + "}"
    if isinstance(tree, list):
        return "[" + ", ".join(map(_written, tree)) + "]"
    return json.dumps(tree)


def _toml(tree: Mapping[str, Any], quote: str, newline: str) -> str:
    lines = []
    for key, value in tree.items():
        if isinstance(value, dict) and value:
            lines += [f"[{key}] # a table", *(f"{name} = {_written(each)}" for name, each in value.items())]
        elif not isinstance(value, dict):
            lines.insert(0, f"{key} = {_written(value)} # a comment")
    return newline.join([*lines, ""]).replace('"', quote)


@st.composite
def trees(draw: st.DrawFn) -> dict[str, Any]:
    """Tables and lists in each other; each text and each key is there once."""
    count = 0

    def named(shape: Any) -> Any:
        nonlocal count
        if isinstance(shape, list):
            return [named(each) for each in shape]
        if isinstance(shape, tuple):
            found = {}
            for each in shape:
                count += 1
                key = f"key{count}"
                found[key] = named(each)
            return found
        count += 1
        return f"some text {count}" if shape == "text" else shape

    shapes = st.recursive(
        LEAVES, lambda inner: st.lists(inner, max_size=4) | st.lists(inner, max_size=4).map(tuple), max_leaves=12
    )
    return named(tuple(draw(st.lists(shapes, min_size=1, max_size=5))))  # type: ignore[no-any-return]


@st.composite
def files(draw: st.DrawFn) -> tuple[str, str]:
    """A file's language and text, in one of the ways that people write it."""
    kind = draw(st.sampled_from(("yaml", "toml", "json")))
    tree = draw(trees())
    newline = draw(st.sampled_from(("\n", "\r\n")))
    if kind == "json":
        text = json.dumps(tree, indent=draw(st.sampled_from((None, 2))), ensure_ascii=draw(st.booleans()))
    elif kind == "toml":
        return kind, _toml(tree, draw(st.sampled_from(('"', "'"))), newline)
    else:
        style = draw(st.sampled_from((None, "'", '"')))
        flow = draw(st.sampled_from((None, False, True)))
        text = yaml.safe_dump(tree, default_flow_style=flow, default_style=style, width=draw(st.integers(20, 90)))
        text = draw(st.sampled_from(("", "---\n", "# words\n"))) + text
    return kind, text.replace("\n", newline)


def _translated(tree: Any, texts: Mapping[str, str]) -> Any:
    if isinstance(tree, dict):
        return {texts.get(key, key): _translated(value, texts) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_translated(each, texts) for each in tree]
    return texts.get(tree, tree) if isinstance(tree, str) else tree


READ: Mapping[str, tuple[Callable[[str], Any], ...]] = {**READERS, "json": (json.loads,)}


@pytest.mark.parametrize("value", ["0?", "Was? Wo?", "a: b", "a, b", "{a}", "[a", "a #b"])
def test_within_brackets_every_reader_finds_the_text(value: str) -> None:
    text = "{one: some text, two: [more text, 7]}\n"
    front = frontmatter.whole(text, 0, "yaml file")
    changes = {each.span: value for each in frontmatter.scalars(front, ["**"])}
    new, refused = frontmatter.rewrite(front, changes, ["**"])
    assert not refused
    for read in READ["yaml"]:
        assert read(new) == {"one": value, "two": [value, 7]}


@given(files(), st.data())
def test_another_reader_finds_the_translations_and_all_else_as_it_was(
    file: tuple[str, str], data: st.DataObject
) -> None:
    kind, text = file
    front = frontmatter.whole(text, 0, f"{kind} file")
    assert front.problem == ""
    scalars = frontmatter.scalars(front, ["**", "**.key()"])
    texts = {each.value: data.draw(HOSTILE) for each in scalars if data.draw(st.booleans())}
    changes = {each.span: texts[each.value] for each in scalars if each.value in texts}
    new, refused = frontmatter.rewrite(front, changes, ["**", "**.key()"])
    kept = {each.value: texts[each.value] for each in scalars if each.value in texts and each.span not in refused}
    for read in READ[kind]:
        assert read(new) == _translated(read(text), kept)
    assert all(each.is_key for each in scalars if each.span in refused), "a value can always be written"
    if not kept:
        assert new == text


@given(files())
def test_the_same_texts_change_no_byte(file: tuple[str, str]) -> None:
    kind, text = file
    front = frontmatter.whole(text, 0, f"{kind} file")
    changes = {each.span: each.value for each in frontmatter.scalars(front, ["**", "**.key()"])}
    assert frontmatter.rewrite(front, changes, ["**", "**.key()"]) == (text, ())


@pytest.mark.parametrize(("entry", "file", "messages", "expected"), cases("data_files.txt", 4))
@given(st.data())
def test_one_text_in_a_real_file_changes_nothing_around_it(
    entry: str, file: str, messages: str, expected: str, data: st.DataObject
) -> None:
    del messages, expected
    kind = {"l": "yaml", "n": "json"}[entry.partition(": ")[0][-1]]
    kind = "toml" if ".toml:" in entry else kind
    front = frontmatter.whole(file, 0, f"{kind} file")
    chosen = data.draw(st.sampled_from(frontmatter.scalars(front, ["**", "**.key()"])))
    value = data.draw(HOSTILE)
    new, refused = frontmatter.rewrite(front, {chosen.span: value}, ["**", "**.key()"])
    if refused:
        assert chosen.is_key
        assert new == file
        return
    assert new.startswith(file[: chosen.span.start])
    assert new.endswith(file[chosen.span.end :])
    before, after = (frontmatter.leaves(frontmatter.whole(each, 0, f"{kind} file")) for each in (file, new))
    assert [leaf.kind for leaf in before] == [leaf.kind for leaf in after]
    assert sum(
        one.content != other.content for one, other in zip(before, after, strict=True)
    ) <= 1 + chosen.is_key * len(before)
