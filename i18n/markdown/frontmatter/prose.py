"""Is a value of the front matter something a translator can do anything with?"""

from __future__ import annotations

import re

from i18n.words.addresses import goes_on

_TEMPLATE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|<%.*?%>", re.S)
_LETTER = re.compile(r"[^\W\d_]")
_DATE = re.compile(r"\d{4}-\d\d?-\d\d?(?:[Tt]\d\d?:\d\d(?::\d\d(?:\.\d+)?)?)?(?:[Zz]|[+-]\d\d?:?\d\d)?")
_MEDIA = (
    "avif|bmp|docx?|eot|epub|gif|ico|jpe?g|m4a|mov|mp3|mp4|odt|ogg|otf|pdf|png|pptx?|svg|ttf|wav|webm|webp|woff2?"
    "|xlsx?|zip"
)
_SOURCE = "css|csv|html?|jsx?|json|less|mdx?|php|scss|toml|tsx?|txt|vue|xml|ya?ml"
_ADDRESS = re.compile(
    rf"""
      (?i: [a-z][a-z0-9+.-]* ) :// \S*                   # a URL with an authority
    | (?:mailto|tel|data|urn|javascript|doi|isbn): \S+   # one without
    | // \S+ | www\. \S+
    | (?:~|\.{{1,2}})? / \S*                             # a path from the root or from here
    | \S+ @ [\w-]+ (?:\.[\w-]+)+                         # an e-mail address
    | \S+ \. (?i: {_MEDIA} )
    | [^\s/]+ / \S* \. (?: {_SOURCE} )                   # a file in a folder
    | [a-z0-9_.-]+ \. (?: {_SOURCE} )                    # a file here, but not `Node.js`
    """,
    re.X,
)


def is_prose(value: str) -> bool:
    """Whether there is a word in it that is not part of a URL, a path, a date or a template expression."""
    words = _TEMPLATE.sub(" ", value).strip()
    if not _LETTER.search(words):
        return False
    return any(map(str.isspace, words)) or goes_on(words) or not (_DATE.fullmatch(words) or _ADDRESS.fullmatch(words))
