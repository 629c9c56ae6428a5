"""How do credits of translators begin, in the languages that people write comments in?"""

from __future__ import annotations

import regex

_AGENTS = (
    r"(?:last[ -])?translators?", "contributors?", "reviewers?", "proofreaders?", "(?:first )?authors?",
    "maintainers?", "launchpad contributions", "spdx-filecontributor",
    r"übersetzer(?:[:*_]?in(?:nen)?)?", "autor(?:in)?", "vertalers?",
    "översättare", "oversættere?", "oversettere?", "kääntäjät?", "traduct(?:eur|rice|ora?|or[ae]s)s?",
    "tradutor(?:a|[ae]s)?", "traduttor[ei]", "traduttrice", "traducător(?:i|ul)?", "tłumacz(?:e|ka)?",
    "překladatel(?:é|ka)?", "fordítók?", "çevir(?:en|men)(?:ler)?", "itzultzaileak?", "tradukintoj?",
    "переводчи(?:ки?|ца)", "перекладач[іи]?", "преводач[иа]?", "μεταφραστ(?:ής|ές)", "المترجمون", "المترجمة?",
    "مترجمان", "مترجم", "מתרגמ(?:ים|ת)", "מתרגם", "अनुवादक", "অনুবাদক", "penerjemah", "người dịch", "翻译者", "翻譯者",
    "译者", "譯者", "翻訳者", "訳者", "번역자", "옮긴이",
)  # fmt: skip
_DEEDS = (
    "(?:translat|contribut|review|maintain|correct|updat|report|co-author)ed", "proofread", "signed-off",
    "(?:übersetz|bearbeite|überarbeite|korrigier)t", "vertaald", "översatt", "oversatt?", "tradui(?:te?s?|t)",
    "relue?s?", "traducid[oa]s?", "traduït", "traduzid[oa]s?", "tradott[oaie]", "tradus", "tradukita", "переведено",
    "преведено", "μεταφράστηκε", "diterjemahkan", "ترجم[هت]\u200c?شده", "תורגם", "dịch",
)  # fmt: skip
_ACTIVE = (
    "kääntänyt", "suomentanut", "przetłumaczył[ai]?", "přeložil[ai]?", "preložil[ai]?", "fordította",
    "перев(?:[её]л|ела)", "перекла(?:в|ла)", "çeviren",
)  # fmt: skip
_WORKS = (
    "translation", "übersetzung", "vertaling", "översättning", "oversættelse", "oversettelse", "traduction",
    "traducción", "traducció", "tradução", "traduzione", "traducere", "tłumaczenie", "překlad", "preklad",
    "itzulpena", "перевод", "переклад", "превод", "μετάφραση", "ترجمة", "ترجمه", "תרגום", "अनुवाद", "অনুবাদ",
    "terjemahan", "bản dịch", "翻译", "翻譯", "校对", "校對", "翻訳", "訳", "번역",
)  # fmt: skip
"""Words that a credit begins with, in small letters: who did it, what was done, who did what, what came of it."""
_BY = (
    r"(?:(?:\s+[^\s:：]+){0,4}?[-\s]+(?:by|von|durch|door|av|af|par|por|per|da|de|di|a cura di|przez|από|od|от|oleh|bởi"
    r"|توسط|على يد|על ידי)(?=[\s:])\s*:?)"
)
_LABEL = r"(?:(?:\s*\([^()]{0,30}\))?\s*[:：])"
CREDIT = regex.compile(
    rf"\W*(?:[^\s:]+\s+){{0,2}}?(?:(?:{'|'.join(_ACTIVE)})(?:{_LABEL}|\s)"
    rf"|(?:{'|'.join(_AGENTS)})(?P<label>{_LABEL})"
    rf"|(?:{'|'.join((*_AGENTS, *_DEEDS))}){_BY}"
    rf"|(?P<work>{'|'.join((*_WORKS, *_DEEDS))})(?P<label>{_LABEL})"
    rf"|(?P<work>{'|'.join(_WORKS)}){_BY})\s*(?P<who>.*)",
    regex.IGNORECASE,
)
"""A line of credits; `label` is there where a colon stands before `who`, `work` where that may be a text."""
