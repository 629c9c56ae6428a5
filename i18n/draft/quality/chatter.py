"""Did an engine speak of its translation instead of giving it alone?"""

from __future__ import annotations

import regex

from i18n.draft.quality.trial import Doubt, Trial
from i18n.locales import language

_DOUBT = Doubt(40, "it talks about the translation")
_TRANSLATION = (
    "translation|translated text|übersetzung|traducción|traduction|tradução|traduzione|vertaling|tłumaczenie|překlad|"
    "перевод|переклад|tercüme|çeviri|翻訳|翻译|翻譯|译文|譯文|번역|ترجمة|الترجمة|अनुवाद|bản dịch|terjemahan|översättning"
)
_REMARK = (
    "note|translator[’']s note|hinweis|anmerkung|nota|remarque|note du traducteur|opmerking|uwaga|poznámka|"
    "примечание|примітка|注|注記|注意|备注|註|참고|주|ملاحظة|ملحوظة"
)
_LABEL = regex.compile(rf"^\W{{0,3}}(?:{_TRANSLATION})(?:\s*\([^()]{{1,30}}\))?\W{{0,3}}[:：]", regex.IGNORECASE)
_OFFER = regex.compile(
    r"^(?:(?:sure|certainly|of course|absolutely|okay|ok)[,.! ]+)?(?:here(?:[’']s| is| are)|below is|this is)"
    r" (?:(?:the|your|a|my) )?(?:\w+ ){0,3}translat\w+",
    regex.IGNORECASE,
)
_ASSISTANT = regex.compile(
    r"^(?:as an ai\b|i[’']m sorry,? (?:but )?i can|i cannot (?:assist|help|translate)"
    r"|(?:sure|certainly|of course)[!,.] ?(?:here|i )\b)",
    regex.IGNORECASE,
)
_MACHINERY = regex.compile(r"</?think(?:ing)?>|^```|```$|<\|[a-z_]+\|>", regex.IGNORECASE)
_TAIL = regex.compile(
    rf"[(（\[【]\s*(?:{_REMARK})\s*[:：][^()（）\[\]]*[)）\]】]\s*$|\n\s*(?:{_REMARK})\s*[:：].*$", regex.IGNORECASE
)
_SPEAKS_OF_IT = regex.compile(
    rf"{_TRANSLATION}|translat|übersetz|tradu[cçz]|перев[ео]|переклад|번역|翻", regex.IGNORECASE
)
_LABELLED = regex.compile(r"^\W{0,3}[\p{L} ]{1,30}[:：]")
_BRACKETED_END = regex.compile(r"[)）\]】]\s*[.。]?\s*$")


def chatter(trial: Trial) -> Doubt | None:
    """Refuse what assistants say around an answer; what the source may have said itself is left in peace."""
    source, target = trial.source.strip(), trial.target.strip()
    if _MACHINERY.search(target) and not _MACHINERY.search(source):
        return _DOUBT
    if language(trial.target_locale) != "en" and _ASSISTANT.search(target):
        return _DOUBT
    if not _SPEAKS_OF_IT.search(source) and (
        _OFFER.search(target) or (_LABEL.search(target) and not _LABELLED.search(source))
    ):
        return _DOUBT
    if _TAIL.search(target) and not (_BRACKETED_END.search(source) or "\n" in source):
        return _DOUBT
    return None
