"""Is a line of a comment, or a string, written for readers, or for a machine?

Both answers can be wrong; where in doubt, it is for a machine and stays as it is.
"""

from __future__ import annotations

import re

from i18n.words.addresses import besides_addresses

_WORD = re.compile(r"[^\W\d_]{2,}")
_CODE_SPAN = re.compile(r"`[^`]*`")

_PRAGMA = re.compile(
    r"""(?ix)
      -\*- | (?:vim?|ex)\s*: | (?:en)?coding\s*[:=] | !
    | eslint\b | (?:js|ts|es)[lh]int\s*: | prettier- | biome- | stylelint- | dprint- | oxlint- | deno-
    | @?(?:ts-(?:ignore|check|nocheck|expect-error)|flow|jsx\w*|license|preserve|vite-ignore|swc-)\b
    | (?:istanbul|c8|v8|coverage)\s*(?:ignore|:) | webpack\w*\s*: | [@\#]?__\w+__ | [\#@]?\s*source(?:mapping)?url\s*=
    | type\s*:\s*ignore | type:\s*[\w\[] | noqa\b | pragma\b | py(?:lint|right|type|re)\b[-:] | mypy: | ruff: | fmt:
    | isort: | yapf: | nosec\b | flake8: | doctest:
    | go:\w+ | \+build\b | nolint\b | lint:ignore | rubocop: | (?:frozen_string_literal|warn_indent|typed)\s*:
    | shellcheck\s | yamllint\s | yaml-language-server: | \$schema | hadolint\s | NOLINT | clang-format\s | IWYU\b
    | swift-?lint: | swift-tools-version | ktlint- | phpcs: | @?ph(?:pstan|an|psalm)- | tfsec: | checkov: | nosonar
    | rustfmt | tarpaulin | language\s*=\s*\w | highlight-(?:next-line|start|end|line) | \[!code\b | \#?(?:end)?region\b
    | anchor(?:_end)?\s*: | (?:doc|docs|snippet|tag|end)::?\w | --8<-- | i18n\s*: | <\/?\w[^>]*>\s*$
    | material/ | (?:more|truncate|toc)\s*$ | @?file(?:name|path)?\s*:
    | SPDX- | copyright\b.*\d{4} | \(c\)\s*\d{4} | syntax\s*=\s*docker
    """
)
"""What tools read in comments: linters, formatters, compilers, editors, generators; licences."""

_CODE = tuple(
    re.compile(pattern)
    for pattern in (
        r".*(?:[;{}\[(]|=>)$",  # ends as code does
        r"(?:=>|->|→|>>>|\.\.\.\s|[$>%]\s|[{\[@]|</?[A-Za-z])",  # output, prompts, literals, decorators, tags
        r"[\w.$\[\]'\"*&-]+(?:\s*:\s*[\w.\[\]<>]+)?\s*(?:[-+*/|&?:]|\|\|)?=(?!=)\s*\S",  # an assignment
        r"[\w.$:!?]+\(.*\)[^\s()]*$",  # a call
        r"import\s+(?:[\w*{\"'].*\bfrom\b|[\"'])|(?:from\s+[\w.]+\s+)?import\s+[\w.]+(?:\s+as\s+\w+)?(?:,\s*\w+)*$",
        r"export\s+(?:default\b|[{*])|(?:export|pub|async|public|private|protected|static|abstract|final)\s+\w+\s+\w+\s*[(:={<]",
        r"(?:const|let|var|val|mut)\s+[\w{\[].*=",
        r"(?:def|fn|fun|func|function|class|struct|enum|interface|trait|impl|type|namespace|module)\s+\w+\s*[(:{<=]",
        r"(?:use|using|include|require|mod|package)\s+\S+(?:::|[.\\/])\S*$|\#?include\s*[<\"]",
        r"(?:if|elif|for|while|switch|catch|foreach|match)\s*\(.*\)|(?:elif|while)\s.*:$",
        r"for\s+[\w, ]+\sin\s.*:$|with\s+\S+\(.*:$|if\s.*(?:[=!<>]=|[<>]|\bnot\b|\bin\b|\bis\b).*:$",
        r"(?:return|throw|raise|yield|await|del|assert|print|echo)\s+[\w.]*[\"'(\[{]|(?:else|try|finally|do|begin|end)\W*$",
        r"(?:sudo|npm|npx|pnpm|yarn|pip3?|cargo|docker|curl|wget|brew|git|apt(?:-get)?)\s+[a-z-]+(?:(?:\s+[-./@]\S*)*|.*\s-.*)$",
        r"([\"'`]).*\1[,.;)]*$",  # a literal
        r"-\s+(?:[\w.-]+:(?:\s|$)|\S*[/._]\S*$)|[\w.-]*[_.][\w.-]*:(?:\s|$)|[\"'][\w .-]+[\"']\s*:",  # keys
        r"[\w-]+:(?:\s+(?:[\w./:@-]+|\".*\"|'.*'|\[.*\]?|\{.*\}?|[|>][-+]?))\s*,?$|[a-z][\w-]*:$",
        r"(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|FROM|WHERE|JOIN|GROUP BY|ORDER BY)\b",
        r"(?:true|false|null|none|nil|undefined|nan|self|this|void|todo!|etc)\W*$",
    )
)
_NAME = re.compile(
    r"""(?x)
      .*[/._(){}\[\]<>=:@$\#*|&\\][\w"'/.]   # a path, an attribute, an address
    | [a-z]+[A-Z]\w*\W*$                     # camel case
    | [A-Za-z]*\d\w*$
    | -{1,2}[a-z][\w-]*(?<!-)$               # an option
    """
)
"""What makes one word alone the name of something in code."""
LONGEST = 1000
"""Longer lines and strings, in characters, were written by a program."""
_LABEL = re.compile(r"(?i:note|warning|todo|fixme|hack|example|output|result|usage|error|tip|hint|important):")
"""Words that a colon makes no key of."""
_SYMBOLS = re.compile(r"[{}()\[\];=<>|&$\\+*/^~@#%_]")

_PLAIN = re.compile(r"[\"'“‘«„(¡¿]*[^\W\d_]+(?:(?:[-’]|''?|\\')[^\W\d_]+)*[.,:;!?…)\"'”’»]*")
_NEUTRAL = re.compile(
    r"\d[\d.,:%]*|[-–—&+]|[$#\\]?\{[^{}]*\}|[$\\]\([^()]*\)|\$\w+|%[-\d.]*[a-z]|%\(\w+\)[a-z]|\\[a-z]", re.I
)
_CAPITALIZED = re.compile(r"[^\W\d_a-z][a-z]+[.,:!?…]*")
_LANGUAGE = re.compile(r"(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP)\s|[a-z-]+:\s*[\w#.%-]+;?$")
"""Sentences of SQL, declarations of CSS."""
_DIRECTIVE = re.compile(r"use \w+")


def is_comment(text: str) -> bool:
    """Whether a line of a comment says something to readers: no pragma, no licence, no code that was switched off."""
    if len(text) > LONGEST:
        return False
    bare = besides_addresses(_CODE_SPAN.sub("", text))
    if _WORD.search(bare) is None or _PRAGMA.match(text):
        return False
    if _LABEL.match(text):
        return True
    if any(pattern.match(text) for pattern in _CODE) or (len(text.split()) == 1 and _NAME.match(text)):
        return False
    return len(_SYMBOLS.findall(bare)) * 5 <= len(re.sub(r"\s", "", bare))


def is_string(text: str) -> bool:
    """Whether a string holds a sentence, or a title of one word: `Save changes`, `Hello!`, `저장`."""
    if len(text) > LONGEST or _DIRECTIVE.fullmatch(text) or _PRAGMA.match(text) or re.search(r"(?:^|\s)--?\w", text):
        return False
    pieces = text.replace(r"\n", " ").split()
    plain = [piece for piece in pieces if _PLAIN.fullmatch(piece)]
    words = [piece for piece in plain if not piece.isupper()]
    if any(not letter.isascii() for word in words for letter in word if letter.isalpha()):
        return True
    if len(pieces) == 1:
        return _CAPITALIZED.fullmatch(text) is not None
    if _LANGUAGE.match(text):
        return False
    neutral = sum(1 for piece in pieces if piece not in plain and _NEUTRAL.match(piece))
    return bool(words) and len(plain) + neutral > 1 and (len(plain) + neutral) * 4 >= len(pieces) * 3
