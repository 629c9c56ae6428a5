"""Do readers of a translation without words read the numbers of its source?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from i18n.check.rule import Pair, Remark
from i18n.check.wording import quoted
from i18n.locales import name_in
from i18n.message.wordless import is_wordless
from i18n.numbers.digits import NUMBER

_NUMBER = re.compile(NUMBER)
_SIGN = re.compile("[$¢£¤¥₠-⃀]")


def misread(pair: Pair) -> Iterator[Remark]:
    """Look for numbers that are spelled as in the source and mean another one to readers of the language, or nothing.

    In messages that hold nothing else: there no word tells readers what was meant.
    """
    if not is_wordless(pair.unit.msgid) or not is_wordless(pair.msgstr):
        return
    from i18n.facts.amounts import amounts, written  # only where there is such a message

    source, target = pair.source.prose, pair.target.prose
    there = set(_NUMBER.findall(target))
    wanted = [one for one in amounts(source, pair.source_locale, whole=True) if one.grouped or one.fraction]
    read = {one.value for one in amounts(target, pair.locale, whole=True)}
    for one in wanted:
        spelled = next(iter(_NUMBER.findall(one.span.of(source))), "")
        if spelled in there and one.value not in read:
            own = written(one, pair.locale)
            language = name_in(pair.locale, "en")
            yield Remark(f"{quoted([spelled])} is another number in {language}, or none. Write {quoted([own])}.")
    if _SIGN.search(source) and not _SIGN.search(target):
        yield Remark("The currency of the source is missing.")
