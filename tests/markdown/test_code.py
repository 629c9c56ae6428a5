from __future__ import annotations

import sys

import pytest

from i18n.markdown.code import CodeWords, escape_code, language, lexing, outline, words
from i18n.model import Kind
from i18n.span import Span

LANGUAGES = [
    ("", ""),
    ("py", "py"),
    ('Py title="a b.py" {1,3}', "py"),
    ("rust,ignore,does_not_compile", "rust"),
    ("js {1}", "js"),
    ("js{1,4-5}", "js"),
    ("ts:app.ts", "ts"),
    ("{.python .numberLines}", "python"),
    ("{ .sh .no-copy }", "sh"),
    ("{: .yaml }", "yaml"),
    ('{.c++ startFrom="3"}', "c++"),
    ("{code-block} python", "python"),
    ("{code-cell} ipython3", "ipython3"),
    ("{python, echo=FALSE}", "python"),
    ("{r}", "r"),
    ('title="notes.txt"', ""),
    ("{#id}", ""),
    ("jsonc", "json5"),
]


@pytest.mark.parametrize(("info", "expected"), LANGUAGES)
def test_language(info: str, expected: str) -> None:
    assert language(info) == expected


COMMENTS = [
    # title, info, code, what is offered
    ("hash", "py", "# Say hello\nx = 1  # to all\n", ["Say hello", "to all"]),
    ("slashes", "js", "// Say hello\nlet a = 1 // to all\n", ["Say hello", "to all"]),
    ("block, each line alone", "js", "/*\n * Say hello\n *\n * to all.\n */\n", ["Say hello", "to all."]),
    ("block without asterisks", "c", "/* Say hello\n   to all */ int x;\n", ["Say hello", "to all"]),
    ("HTML", "html", "<!-- Say hello\nto all -->\n<p>Text</p>\n", ["Say hello", "to all"]),
    ("SQL", "sql", "-- Say hello\nSELECT 1; /* to all */\n", ["Say hello", "to all"]),
    ("Lua", "lua", "-- Say hello\n--[[ to\n  all ]]\n", ["Say hello", "to", "all"]),
    ("Lisp", "clojure", ";; Say hello\n(+ 1 2) ; to all\n", ["Say hello", "to all"]),
    ("TeX", "tex", "% Say hello\n\\emph{x} % to all\n", ["Say hello", "to all"]),
    ("Haskell", "haskell", "-- Say hello\n{- to all -}\n", ["Say hello", "to all"]),
    ("Jinja", "jinja", "{# Say hello #}\n{{ x }}\n", ["Say hello"]),
    ("JSX", "tsx", "const a = <p>{/* Say hello */}x</p>\n", ["Say hello"]),
    ("shell with a prompt", "console", "$ ls # Say hello\nnot a comment # here\n", ["Say hello"]),
    ("docstring", "py", 'def f():\n    """Say hello.\n\n    To all.\n    """\n', ["Say hello.", "To all."]),
    ("Rust documentation", "rust", "/// Says hello.\n//! To all.\nfn f() {}\n", ["Says hello.", "To all."]),
    ("Javadoc", "java", "/**\n * Says hello.\n */\nint x;\n", ["Says hello."]),
    ("no final line end", "js", "// Say hello", ["Say hello"]),
    ("CRLF", "js", "// Say hello\r\n// to all\r\n", ["Say hello", "to all"]),
    ("descriptions of parameters", "js", "/**\n * @param {string} name - The name.\n * @returns {x} Its length.\n */\n",
     ["The name.", "Its length."]),
    ("fields", "py", 'def f():\n    """\n    :param name: The name.\n    :returns: Its length.\n    """\n',
     ["The name.", "Its length."]),
    ("ornaments", "py", "# ---- Settings ----\n# ====================\n", ["Settings"]),
    ("a note", "py", "# TODO: say hello()\n", ["TODO: say hello()"]),
    ("a mark of one word", "rust", "// --snip--\n", ["--snip--"]),
    ("code in prose", "js", "// Call `f()` first (see below).\n", ["Call `f()` first (see below)."]),
    ("prose that begins like code", "py", "# import the module first\n# return the value\n# if it is there, use it\n",
     ["import the module first", "return the value", "if it is there, use it"]),
    ("not ASCII", "py", "# 안녕하세요 여러분\n# مرحبا بالجميع\n", ["안녕하세요 여러분", "مرحبا بالجميع"]),
    ("beside what rustdoc hides", "rust", "# // Hidden words\n# use x;\n// Shown words\n#[derive(X)]\n",
     ["Shown words"]),
]  # fmt: skip


@pytest.mark.parametrize(("info", "code", "expected"), [pytest.param(*case[1:], id=case[0]) for case in COMMENTS])
def test_comments(info: str, code: str, expected: list[str]) -> None:
    found = list(words(info, code, "comments"))
    assert [each.span.of(code) for each in found] == expected
    assert {each.kind for each in found} == {Kind.CODE_COMMENT}


NOT_OFFERED = [
    # title, info, code
    ("shebang", "py", "#!/usr/bin/env python\n"),
    ("coding", "py", "# -*- coding: utf-8 -*-\n# vim: set ts=4:\n"),
    ("linters of Python", "py", "x = 1  # noqa: E501\ny = 2  # type: ignore[misc]\n# pragma: no cover\n# fmt: off\n"),
    ("linters of JavaScript", "js", "// eslint-disable-next-line x\n/* eslint-env node */\n// @ts-ignore it\n"),
    ("formatters", "js", "// prettier-ignore\n// c8 ignore next\n/* webpackChunkName: 'a' */\n//#sourceMappingURL=a\n"),
    ("Go's", "go", "//go:build linux\n//go:generate stringer\n//nolint:errcheck\n"),
    ("Ruby's", "ruby", "# frozen_string_literal: true\n# rubocop:disable Style/All\n"),
    ("shell's", "sh", "# shellcheck disable=SC2034\n"),
    ("YAML's", "yaml", "# yaml-language-server: $schema=https://example.org/a.json\n"),
    ("licences", "c", "// SPDX-License-Identifier: Apache-2.0\n/* Copyright (c) 2020 Jane Doe */\n"),
    ("marks of site generators", "js", "// highlight-start\n// [!code focus]\n// #region part\n// ANCHOR: here\n"),
    ("file names", "js", "// src/app.js\n// file: a.js\n// app.config.ts\n"),
    ("no words", "py", "# 1\n# ---\n# (1)!\n# ...\n# x\n"),
    ("addresses", "py", "# https://example.org/a/b\n"),
    ("statements", "js", "// const a = b\n// foo(bar);\n// import 'b'\n// export default x\n// if (a) {\n// }\n"),
    ("statements of Python", "py", "# x = 1\n# import os\n# from a import b\n# def f():\n# f('x')\n# for a in b:\n"),
    ("settings", "yaml", "# theme: dark\n# site_name: My own site\n# - name: first\n# - item/x\n"),
    ("output", "js", "// => 5\n// -> true\n// { a: 1 }\n// [1, 2]\n// 'x y'\n// undefined\n"),
    ("commands", "sh", "# npm install --save x\n# git push\n# $ ls the files\n"),
    ("queries", "sql", "-- SELECT a FROM b\n"),
    ("tags", "html", "<!-- <p>Some words</p> -->\n"),
    ("names", "js", "// someFunction\n// some_name\n// a.b.c\n// f()\n"),
    ("tags of documentation tools", "js", "/**\n * @type {string}\n * @internal\n * @see other things here\n */\n"),
    ("examples in documentation", "rust", "/// ```\n/// let a = here;\n/// some words in code\n/// ```\nfn f() {}\n"),
    ("sessions in documentation", "py", 'def f():\n    """\n    >>> f()\n    some output here\n    """\n'),
    ("hidden lines", "rust", "# // Some words here\n# fn main() {\n# }\n"),
    ("template tags", "js", "// Some words {{< here >}}\n// Some {% words %}\n"),
    ("an unknown language", "nonesuch", "# Some words here\n"),
    ("no language", "", "# Some words here\n"),
    ("text", "text", "# Some words here\n"),
    ("strings", "py", "x = 'Some words here'\n"),
    ("code that looks like a comment", "js", 'const a = "// Some words"; b = /\\/\\/ Some words/\n'),
    ("what no person wrote", "py", "# " + "words and more " * 100 + "\n# " + "_" * 100_000 + " x\n"),
    ("white space without end", "py", "# a" + " " * 200_000 + "b c\n"),
    ("empty", "py", ""),
]  # fmt: skip


@pytest.mark.parametrize(("info", "code"), [pytest.param(*case[1:], id=case[0]) for case in NOT_OFFERED])
def test_not_offered(info: str, code: str) -> None:
    assert [each.span.of(code) for each in words(info, code, "comments")] == []


STRINGS = [
    # title, info, code, what is offered
    ("a sentence", "py", "print('Good day to you')\n", ["Good day to you"]),
    ("one word in capitals", "js", 'say("Hello")\n', ["Hello"]),
    ("comments too", "js", 'say("Hello") // to all\n', ["Hello", "to all"]),
    ("placeholders stay inside", "py", "print('Hello %s, you are {age}'.format(age=1))\n", ["Hello %s, you are {age}"]),
    ("code in a template stays inside", "js", "say(`Hello ${name}, good day`)\n", ["Hello ${name}, good day"]),
    ("f-strings", "py", "print(f'Hello {name}, good day')\n", ["Hello {name}, good day"]),
    ("escapes", "js", "say('It\\'s a good\\nday')\n", ["It\\'s a good\\nday"]),
    ("white space at the ends stays out", "js", "say('Good day: ')\n", ["Good day:"]),
    ("shell", "sh", 'echo "Good day, $USER"\n', ["Good day, $USER"]),
    ("JSON values", "json", '{"Good day": "Good night"}\n', ["Good night"]),
    ("YAML", "yaml", "a: \"Good day\"\nb: 'It''s night'\n", ["Good day", "It''s night"]),
    ("attributes for readers", "tsx", 'x = <p title="Good day" className="good day">y</p>\n', ["Good day"]),
    ("Korean", "py", "print('저장')\n", ["저장"]),
    ("side by side", "py", "x = 'Good day' 'Good night'\n", ["Good day", "Good night"]),
]  # fmt: skip


@pytest.mark.parametrize(("info", "code", "expected"), [pytest.param(*case[1:], id=case[0]) for case in STRINGS])
def test_strings(info: str, code: str, expected: list[str]) -> None:
    assert [each.span.of(code) for each in words(info, code, "strings")] == expected


@pytest.mark.parametrize(
    ("info", "code"),
    [
        ("js", "'use strict'; f('GET', 'text/html', 'some_name', 'someName', 'name', '#id .class')"),
        ("js", "f('npm install --save x', 'font-style: italic', 'SELECT a FROM b', '/a/b c', '{{ name }} words')"),
        ("js", "a = {'Some key': 1}; b['Some key']; c === 'Some key'; import x from 'some module'"),
        ("js", "f(/Some words here/, `Some ${f({a: 'b'})} words`)"),
        ("py", "f(b'Some words here', '''Some\nwords''', r'\\d some\\s')\n"),
        ("css", "p { content: 'Some words here' }"),
        ("html", '<p class="some words">Some words</p>'),
        ("sql", 'SELECT "Some column" FROM x'),
        ("sh", "x=`Some words here`; y=$(Some words)"),
        ("nonesuch", "f('Some words here')"),
    ],
)
def test_strings_for_machines(info: str, code: str) -> None:
    assert [each.span.of(code) for each in words(info, code, "strings")] == []


def test_a_whole_block() -> None:
    code = "graph TD\n  A[Start here] --> B\n"
    assert list(words("mermaid", code, "all")) == [CodeWords(Kind.CODE_BLOCK, Span(0, len(code) - 1))]
    assert list(words("", "1 2 3\n", "all")) == []
    assert escape_code("eins\r\nzwei\n", Kind.CODE_BLOCK, "mermaid") == "eins\nzwei"
    assert escape_code("\n", Kind.CODE_BLOCK, "") is None


ESCAPED = [
    # language, kind, mark, text, expected
    ("py", "comment", "# ", "über zwei\nZeilen", "über zwei Zeilen"),
    ("py", "comment", "# ", " eins\u2028zwei\x00 ", "eins zwei"),
    ("py", "comment", "#", "wort", "wort"),
    ("py", "comment", "#", "!wort", None),
    ("c", "comment", "// ", "wort \\", None),
    ("c", "comment", "/* ", "a */ b", None),
    ("c", "comment", "// ", "a */ b", "a */ b"),
    ("rust", "comment", "/* ", "a /* b", None),
    ("html", "comment", "<!-- ", "a --> b", None),
    ("html", "comment", "<!-- ", "> b", None),
    ("js", "comment", "// ", "a </script> b", None),
    ("js", "comment", "// ", "a {{< b >}}", None),
    ("py", "comment", "# ", "{% raw %}", None),
    ("py", "comment", '"""', "Wörter", "Wörter"),
    ("py", "comment", '"""', 'ein "Wort"', None),
    ("py", "comment", '"""', "ein 'Wort'", "ein 'Wort'"),
    ("py", "comment", "# ", "```", None),
    ("py", "comment", "# ", "  ", None),
    ("js", "string", "'", "c'est l'été", "c\\'est l\\'été"),
    ("js", "string", "'", "déjà\\'là", "déjà\\'là"),
    ("js", "string", "'", 'ein "Wort"', 'ein "Wort"'),
    ("js", "string", '"', 'ein "Wort"', 'ein \\"Wort\\"'),
    ("js", "string", '"', "C:\\Wörter\\", "C:\\\\Wörter\\\\"),
    ("js", "string", '"', "eins\\nzwei", "eins\\nzwei"),
    ("js", "string", '"', "eins\nzwei", "eins zwei"),
    ("js", "string", "`", "für ${name}", "für ${name}"),
    ("js", "string", "`", "für ${name", None),
    ("js", "string", '"', "für ${name", "für ${name"),
    ("tsx", "string", '="', 'ein "Wort"', None),
    ("py", "string", 'f"', "für {name}", "für {name}"),
    ("py", "string", 'f"', "für {name", None),
    ("py", "string", 'r"', 'ein "Wort"', None),
    ("py", "string", 'b"', "Wort", None),
    ("json", "string", '"', "C:\\ein \"Wort\" aus \\d", '"C:\\\\ein \\"Wort\\" aus \\\\d'[1:]),
    ("go", "string", '"', "c'est", "c'est"),
    ("sh", "string", "'", "c'est", None),
    ("sh", "string", '"', 'ein "Wort" für $x', 'ein \\"Wort\\" für $x'),
    ("sh", "string", '"', "$(rm x", None),
    ("yaml", "string", "'", "c'est", "c''est"),
    ("yaml", "string", "'", "c''est", "c''est"),
    ("yaml", "string", '"', "N\\u00e4he \\N", "N\\u00e4he \\N"),
    ("toml", "string", "'", "c'est", None),
    ("sql", "string", "'", "c'est", "c''est"),
    ("nonesuch", "string", '"', "Wort", None),
    ("css", "string", '"', "Wort", None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "kind", "mark", "text", "expected"), ESCAPED)
def test_escape(name: str, kind: str, mark: str, text: str, expected: str | None) -> None:
    assert escape_code(text, Kind(f"code {kind}"), name, mark) == expected


def test_the_mark_tells_comments_apart() -> None:
    marks = [
        each.mark for each in words("py", '"""One more."""\n#word here\n#\tand more\nx = f"Hello {x}"\n', "strings")
    ]
    assert marks == ['"""', "#", "# ", 'f"']


def test_the_outline_holds_code_and_no_words() -> None:
    code = "x = f('Good day {a} {b}')  # Say hello\n"
    translated = "x = f('{b} {a} guten Tag')  # Sag hallo\n"
    assert outline("py", code, "strings") == outline("py", translated, "strings")
    assert outline("py", code, "comments") != outline("py", translated, "comments")
    for other in ("y" + code[1:], code.replace("{a}", ""), code.replace("#", "##"), code.replace("# Say", "\n# Say")):
        assert outline("py", other, "strings") != outline("py", code, "strings")


def test_the_outline_of_a_whole_block_holds_its_template_tags() -> None:
    assert outline("", "a {{ x }} b", "all") == outline("", "c\n{{ x }}", "all")
    assert outline("", "a {{ x }} b", "all") != outline("", "c {{ y }}", "all")
    assert outline("", "a b", "all") != outline("", "c {{", "all")
    assert outline("nonesuch", "a b", "strings") == "a b"


def test_without_pygments_there_is_nothing_but_whole_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pygments.lexers", None)
    caches = (lexing._lexer, lexing.canonical)
    for cache in caches:
        cache.cache_clear()
    try:
        assert list(words("py", "# Say hello\n", "strings")) == []
        assert len(list(words("py", "# Say hello\n", "all"))) == 1
        assert escape_code("Wort", Kind.CODE_STRING, "py", '"') is None
    finally:
        for cache in caches:
            cache.cache_clear()
