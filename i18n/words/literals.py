"""Which words of a text does a program read: `retry_after`, `keepOrder`, `cache.db`, `--quiet`?"""

from __future__ import annotations

import re

_ENDINGS = (
    "c|cfg|conf|cpp|css|csv|db|env|exe|go|gz|h|htm|html|ini|java|jpe?g|js|json|jsx|key|lock|log|md|mo|pdf|pem|php|png|po|"
    "pot|py|rb|rs|rst|sh|sql|svg|tar|toml|ts|tsv|tsx|txt|vue|xml|ya?ml|zip"
)
LITERAL = re.compile(
    r"(?<![\w./\\@#{%$<:-])(?:"
    r"--[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
    r"|[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+"
    r"|[a-z]{2,}[a-z0-9]*(?:[A-Z][a-z0-9]+)+"
    rf"|[A-Za-z0-9][\w-]*(?:\.[\w-]+)*\.(?:{_ENDINGS})"
    r")(?:\(\))?(?![\w/\\@}]|[-.]\w)"
)
"""What nobody says aloud: words with underscores or capitals within, names of files, options."""
MARK = re.compile(r"[_A-Z.-](?:(?<=_)|(?<=[a-z][A-Z])|(?<=--)(?=[a-z])|(?<=\w\.)(?=[a-z]))")
"""What each of them has; a set of letters first, by which the engine jumps over all others."""


def literals(text: str) -> list[str]:
    """Find what a program reads, in order, each once."""
    return list(dict.fromkeys(LITERAL.findall(text))) if MARK.search(text) else []
