"""What configuration files say that are read and not run."""

from __future__ import annotations

import pytest

from i18n.sites.reading import configuration, python
from i18n.sites.reading.javascript import REST, Call, module, options
from i18n.sites.reading.values import at, is_open, table, tables, text, texts


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("'one'", "one"),
        ('"it\\\'s"', "it's"),
        ("`plain`", "plain"),
        ("`a${`b${1}`}c`", None),
        ("12", "12"),
        ("true", "true"),
        ("null", None),
        ("['a', \"b\",]", ["a", "b"]),
        ("['a', ...more]", ["a", None]),
        ("['a', ...['b']]", ["a", "b"]),
        ("{a: 1, 'b-c': 2, 3: 'd',}", {"a": "1", "b-c": "2", "3": "d"}),
        ("{a: {b: {}}}", {"a": {"b": {}}}),
        ("{a: f(), b: 1}", {"a": Call("f", ()), "b": "1"}),
        ("{f() { return 1 }, async g(x) { if (x) { return {} } }, b: 1}", {"b": "1"}),
        ("{get x() { return 1 }, set x(v) {}, [k]: 3, b: 1}", {"b": "1"}),
        ("{h: (x) => x / 2, i: x => ({}), b: 1}", {"h": None, "i": {}, "b": "1"}),
        ("{re: /[/\"']+/g, b: 1}", {"re": None, "b": "1"}),
        ("{a: x ? 'y' : 'z', c: 'x' + y, b: 1}", {"a": None, "c": None, "b": "1"}),
        ("{d: -1, e: a || 'b', b: 1}", {"d": None, "e": None, "b": "1"}),
        ("{...other, b: 1}", {REST: None, "b": "1"}),
        ("{unknown, b: 1}", {"unknown": None, "b": "1"}),
        ("/* { */ {a: 1 /* } */, // }\n b: 2}", {"a": "1", "b": "2"}),
        ("(({a: 1}))", {"a": "1"}),
        ("{a: 1} as const", {"a": "1"}),
        ("{a: {b: 1} satisfies Some.Type<'x'>, c: 2}", {"a": {"b": "1"}, "c": "2"}),
        ("defineConfig<Theme>({a: 1})", Call("defineConfig", ({"a": "1"},))),
        ("function () { const b = 2\n return {a: 1, b} }", {"a": "1", "b": "2"}),
        ("async () => { if (x) { return 3 }\n return {a: 1} }", {"a": "1"}),
        ("x => { doThis() }", None),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "form", ["export default {};\n", "module.exports = {}\nrun()", "const c = {}\n\nexport default c"]
)
def test_a_literal_is_read_and_nothing_is_run(expression: str, value: object, form: str) -> None:
    assert module(form.replace("{}", expression)).exported == value


def test_constants_are_taken_where_they_are_named() -> None:
    found = module("const a: Locale[] = ['x'], unused = 1;\nlet b = {c: a};\nexport default {...b, d: b.c, a}")
    assert found.exported == {"c": ["x"], "d": None, "a": ["x"]}


def test_calls_are_found_wherever_they_stand() -> None:
    found = module("export default wrap(defineConfig({x: [starlight({title: 'a'}), mdx()]}))\nit.is.set('b')")
    assert [call.name for call in found.calls] == ["wrap", "defineConfig", "starlight", "mdx", "it.is.set"]
    assert found.given("starlight") == {"title": "a"}
    assert found.given("nothing") == {}
    assert list(found.options()) == ["x"]
    assert options(Call("f", (None, "x"))) == {}


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "}", "/*", "//", "`${", "'", '"\\', "/", "export default", "export default [", "module.exports = (",
        "const = =", "export default function", "export default async", "...", "=>", "a.",
        "\0", "const a: b", "return",
    ],
)  # fmt: skip
def test_what_is_no_javascript_says_nothing(text: str) -> None:
    assert module(text).options() == {}


@pytest.mark.parametrize(
    "piece", ["{", "[", "(", "f(", "a=>", "{a:", "async ", "`${", "export default ", "...", "/*", "return "]
)
def test_it_ends_on_what_nobody_wrote(piece: str) -> None:
    assert module(f"export default {piece * 20_000}").exported in (None, {}, []) or piece in "[ {a: f( return "


def test_python_constants_are_literals() -> None:
    found = python.constants(
        "import os\nlanguage = 'de'\na: list[str] = ['x']\nb = os.environ['B']\nc = d = 1\ne: int\n"
    )
    assert found == {"language": "de", "a": ["x"], "b": None, "c": 1, "d": 1, "e": None}


@pytest.mark.parametrize("text", ["a = ", "a = '\0'", "(" * 5000, "a = " + "-" * 50_000 + "1"])
def test_what_is_no_python_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="no Python"):
        python.constants(text)


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("mkdocs.yml", b"site_name: [", "mkdocs.yml cannot be read as YAML."),
        ("mkdocs.yml", b"- a\n- list\n", "mkdocs.yml cannot be read as YAML."),
        ("mkdocs.yml", b"# nothing\n---\n", ""),
        ("mkdocs.yml", b"", ""),
        ("mkdocs.yml", b"\xef\xbb\xbfsite_name: x\n", ""),
        ("hugo.toml", b"title = ", "hugo.toml cannot be read as TOML."),
        ("hugo.json", b'{"a": 1,}', "hugo.json cannot be read as JSON."),
        ("hugo.toml", b"title = '\xe4'\n", "hugo.toml is not UTF-8 (byte 9)."),
        ("conf.py", b"language = \n", "conf.py cannot be read as Python."),
        ("conf.py", b"import os\n", ""),
        ("astro.config.mjs", b"import x from 'x'\n", "astro.config.mjs holds no settings that are written out."),
        ("astro.config.mjs", "title: 'ä'".encode("utf-16"), "astro.config.mjs is not UTF-8 (byte 0)."),
    ],
)
def test_what_cannot_be_read_is_said(name: str, data: bytes, problem: str) -> None:
    found = configuration.first({name: data}.get, ("other.yml", name))
    assert (found.name, found.problem) == (name, problem)


def test_values_of_other_types_are_none() -> None:
    assert (text(3), text(" a "), texts("a"), texts(["a", 3, ""]), texts({})) == ("", "a", ("a",), ("a",), ())
    assert (table([]), tables({}), tables([{}, 3]), at({"a": 3}, "a", "b")) == ({}, (), ({},), None)


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ({"a": {"b": "c"}}, False),
        ({"a": {"b": None}}, True),
        ({"a": {REST: None}}, True),
        ({"a": None}, True),
        ({}, False),
        ({"a": {"b": ["x", None]}}, True),
        ({"a": {"b": ["x"]}}, False),
    ],
)
def test_what_only_running_would_tell_is_open(value: object, found: bool) -> None:
    assert is_open(value, "a", "b") is found
