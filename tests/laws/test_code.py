"""The promises of translated code: what is offered can be written back, and nothing else changes its meaning."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pygments.lexers import get_lexer_by_name

from i18n.markdown.code import CodeWords, escape_code, language, outline, words
from i18n.model import Kind

SAMPLES = {
    "py": '#!/usr/bin/env python\ndef f(x):  # Say hello\n    """Greet a person.\n\n    By name."""\n'
    '    print(f"Hello {x}, dear", \'Good day\', r"Raw text here", u"One more")\n',
    "js": "// Say hello\n/* Over two\n * lines of it */\nconst a = `Hello ${name} there`; /** Docs here */\n"
    "say('Good day', \"It's here\")\n",
    "tsx": '// Say hello\nconst a = <p title="Good day">{/* Inner words */}x</p>;\n',
    "rust": '/// Says hello.\nfn f() { /* Inner words */ println!("Hello {x} there"); } // At the end\n',
    "c": '/* Say hello */\nint x; // To the end\nputs("Good day to you");\n#define A "One more here"\n',
    "java": '/** Says hello. */\nString a = "Good day to you"; // At the end\n',
    "go": '// Say hello.\nvar a = "Good day to you" /* Inner words */ + "more of it"\n',
    "csharp": '// Say hello.\nvar a = $"Good day {x} to you" + "More of it";\n',
    "kotlin": '// Say hello.\nval a = "Good day ${x} to you" /* Inner words */\n',
    "swift": '// Say hello.\nlet a = "Good day \\(x) to you" /* Inner words */\n',
    "dart": "// Say hello.\nvar a = 'Good day ${x} to you'; /* Inner words */\n",
    "ruby": '# Say hello.\nputs "Good day #{x} to you"; puts \'More of it\' # At the end\n',
    "elixir": '# Say hello.\nIO.puts "Good day #{x} to you"\n',
    "php": '<?php\n// Say hello.\necho "Good day {$x} to you", \'More of it\'; /* Inner words */\n',
    "lua": '-- Say hello.\nprint("Good day to you") --[[ Inner words ]] print(\'More of it\')\n',
    "sh": '# Say hello.\necho "Good day $x to you" \'More of it\' "It is $(date) now" # At the end\n',
    "console": '$ echo "Good day to you" # At the end\nGood day\n',
    "sql": "-- Say hello.\nSELECT 'It''s a day' /* Inner words */ FROM x;\n",
    "json": '{"a": "Good day to you", "b": ["More of it"]}\n',
    "yaml": "# Say hello.\na: \"Good day to you\" # At the end\nb: 'It''s more of it'\n",
    "toml": "# Say hello.\na = \"Good day to you\" # At the end\nb = 'More of it'\n",
    "html": "<!-- Say hello. -->\n<p>x</p><script>// Inner words\n</script>\n",
    "css": "/* Say hello. */\np { color: red } /* Inner words */\n",
    "haskell": '-- Say hello.\nmain = print 1 {- Inner words -}\n',
    "jinja": "{# Say hello. #}\n{{ x }}\n",
    "powershell": "# Say hello.\n<# Inner words #>\nGet-Item x\n",
    "tex": "% Say hello.\n\\section{x} % At the end\n",
    "clojure": '; Say hello.\n(print 1) ;; At the end\n',
}  # fmt: skip

BITS = (
    "a", "Wort", "한국어", "عربي", "7", " ", "  ", "\n", "\r\n", "\t", "\\", "\\n", "\\x", "\\u00e9", "\\\n", "\"",
    "'", "`", "```", "'''", "\"\"\"", "/*", "*/", "//", "*", "/", "<!--", "-->", "--", "-", "--[[", "]]", "{-",
    "-}", "{#", "#}", "<#", "#>", "#|", "|#", "#", "%", ";", "${", "$(", "#{", "\\(", "{$", "{", "}", "(", ")",
    "$", "$x", "${x}", "{x}", "{{", "}}", "{%", "%}", "<?", "?>", "%>", "</script>", "<b>", "=begin", "\n=end",
    "&", "|", "!", "[", "]", "=", "~~~", "\x00", "\x0b", "\x0c", "\x85", "\u2028",
)  # fmt: skip
translations = st.lists(st.sampled_from(BITS), min_size=1, max_size=7).map("".join) | st.text(min_size=1, max_size=12)


def coloured(info: str, text: str) -> list[tuple[str, str]]:
    """Each character with what Pygments takes it for, its strings' escapes as strings."""
    lexer = get_lexer_by_name(language(info))
    kinds = [""] * len(text)
    for start, kind, value in lexer.get_tokens_unprocessed(text):
        name = re.sub(r"(String)\..*", r"\1", str(kind))
        for at in range(start, start + len(value)):
            kinds[at] = name
    return list(zip(text, kinds, strict=True))


def offered(info: str) -> list[CodeWords]:
    return list(words(info, SAMPLES[info], "strings"))


def test_the_samples_offer_all_kinds() -> None:
    assert all(offered(info) for info in SAMPLES)
    assert sum(each.kind == Kind.CODE_STRING for info in SAMPLES for each in offered(info)) >= 25
    assert {each.mark for info in SAMPLES for each in offered(info)} >= {
        "# ",
        "// ",
        "/* ",
        '"""',
        'f"',
        "'",
        "`",
        "<!-- ",
    }


@settings(max_examples=1500)
@given(st.sampled_from([(info, at) for info in SAMPLES for at in range(len(offered(info)))]), translations)
def test_a_translation_stays_where_it_is(which: tuple[str, int], translation: str) -> None:
    info, at = which
    code, found = SAMPLES[info], offered(info)[at]
    written = escape_code(translation, found.kind, language(info), found.mark)
    if written is None:
        return
    span = found.span
    assert "\n" not in written
    changed = code[: span.start] + written + code[span.end :]
    before, after = coloured(info, code), coloured(info, changed)
    assert after[: span.start] == before[: span.start]
    assert after[span.start + len(written) :] == before[span.end :]
    assert escape_code(written, found.kind, language(info), found.mark) == written


@settings(max_examples=500)
@given(st.sampled_from(sorted(SAMPLES)), st.data())
def test_the_outline_tells_code_from_words(info: str, data: st.DataObject) -> None:
    code = SAMPLES[info]
    at = data.draw(st.integers(0, len(code)))
    bit = data.draw(st.sampled_from([";x;", "\nx\n", "(x)"]))
    if any(each.span.start <= at <= each.span.end for each in offered(info)):
        return
    changed = code[:at] + bit + code[at:]
    assert outline(info, changed, "strings") != outline(info, code, "strings") or in_comment(info, at)


def in_comment(info: str, at: int) -> bool:
    """Whether a place is within, or at the edge of, what is comment or string anyway."""
    kinds = [kind for _, kind in coloured(info, SAMPLES[info])]
    return any("Comment" in kind or "String" in kind for kind in kinds[max(at - 1, 0) : at + 1])


@pytest.mark.parametrize("info", sorted(SAMPLES))
def test_words_of_another_language_leave_the_outline(info: str) -> None:
    code = SAMPLES[info]
    for span in reversed([each.span for each in offered(info)]):
        said = re.sub(r"[a-z]{2,}(?![^{(]*[})])", "wörter", span.of(code))
        code = code[: span.start] + said + code[span.end :]
    assert code != SAMPLES[info]
    assert outline(info, code, "strings") == outline(info, SAMPLES[info], "strings")


@settings(max_examples=300)
@given(
    st.sampled_from([*SAMPLES, "unknown", ""]),
    st.lists(st.sampled_from(BITS) | st.sampled_from(list(SAMPLES.values())), max_size=6),
)
def test_any_code_is_read_and_what_is_offered_can_be_written_as_it_is(info: str, pieces: list[str]) -> None:
    code, end = "".join(pieces), 0
    for found in words(info, code, "strings"):
        assert end <= found.span.start < found.span.end <= len(code)
        end = found.span.end
        said = found.span.of(code)
        assert said == said.strip()
        assert escape_code(said, found.kind, language(info), found.mark) == said
    if "\r" not in code:
        assert outline(info, code.replace("\n", "\r\n"), "strings") == outline(info, code, "strings")


@pytest.mark.parametrize("info", sorted(SAMPLES))
def test_line_ends_make_no_difference(info: str) -> None:
    code = SAMPLES[info]
    windows = code.replace("\n", "\r\n")
    assert [each.span.of(windows) for each in words(info, windows, "strings")] == [
        each.span.of(code) for each in offered(info)
    ]
    assert outline(info, windows, "strings") == outline(info, code, "strings")
