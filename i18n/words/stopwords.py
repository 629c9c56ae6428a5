"""In which language is a text? Told by the small words that every sentence of a language has."""

from __future__ import annotations

import functools
import re
from collections import Counter

_WORD = re.compile(r"[^\W\d_]+")
STOP_WORDS = {
    "ar": "من في على إلى أن إن عن مع هذا هذه التي الذي كان كانت ما لا لم قد هو هي كل بعد قبل حتى ثم أو بين عند"
    " إذا كما لن ليس ولا وفي ومن وهو وهي",
    "bg": "и на да се от за не че са по как това но или към след което който ще беше няма",
    "ca": "els les amb per és una dels que del al no es i de la el més com aquest aquesta són hi ha però seva",
    "cs": "a se na je že do ve jsou jako pro ale od po by který která které jeho při nebo být také když pokud",
    "da": "og at det er en den til på med for ikke af der som de har var jeg eller ikke kan vil blev hvis fra",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden"
    " aus er hat dass sie nach wird bei einer um am sind noch wie einem über so wenn oder nur aber wir ihr"
    " ihre ich",
    "en": "the of and to in is that for it was on are as with his they be at this have from or had by but not"
    " what all were we when your can there an which their if will you",
    "es": "está de la que el en y a los se del las un por con no una su para es al lo como más pero sus le ya o este"
    " sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde nos durante ni"
    " antes",
    "fa": "از به در که را این با است آن برای می ها های خود یک تا بر هر نیز شود کرد شده پیش بود ما یا اگر هم"
    " باید کنید",
    "fi": "ja on ei että se oli hän joka mutta ovat kun niin tai myös sen ole kuin siitä jos voi ennen ne",
    "fr": "de la le et les des en un du une que est pour qui dans par sur pas au plus ne se ce il sont avec ou"
    " aux cette son ses mais nous vous comme être avant si elle",
    "hr": "i je u na se da za su od s kao koji što ali ne o sa bi iz nije koja do prije ako biti",
    "hu": "a az és hogy nem is egy ez de meg van volt csak mint már vagy ki még ha kell minden azt előtt",
    "id": "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena ada atau mereka bisa"
    " sebelum anda",
    "it": "di e il la che in un per è non una sono con si da del della le al dei nel come più gli alla anche ma"
    " ha lo delle se questo prima dal",
    "nb": "og i det er på til som en å for av at med ikke har den de fra var vi han kan eller hvis om før",
    "nl": "de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij of uit nog naar"
    " heeft wordt door u hij je ze deze voordat kan die was er geen",
    "pl": "i w na z się do nie to że o jest jak za po od dla są przez przed ale czy lub oraz przy tym tylko"
    " może który",
    "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem"
    " à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre antes você"
    " são",
    "ro": "și de în la cu pe nu este că un o din să se pentru mai care sunt au fost sau dar după când prin al"
    " ca",
    "ru": "и в не на что с по как это к из у за от то но для же бы если или был его до при так все они мы вы"
    " перед",
    "sv": "och i att det som en på är av för med den till inte om ett han men har de från vi var kan eller"
    " innan så",
    "tr": "ve bir bu için ile de da çok olarak daha gibi var ne ama en olan o her kadar sonra önce veya değil"
    " ki",
    "uk": "і в на не що з до у за та як це від для але по про його або є ми ви так якщо було перед при",
    "ur": "کے کی میں ہے اور سے کا کو اس نے پر کہ ہیں یہ بھی ایک تو نہیں کیا وہ ہو جو",
    "vi": "và của là có không được cho trong một các người với này để những khi đã từ trước bạn",
}  # fmt: skip
"""Of each language, about twenty to fifty of its most frequent words."""
_SCRIPTS = {
    "Arab": "\u0600-\u06ff",
    "Cyrl": "\u0400-\u04ff",
    "Deva": "\u0900-\u097f",
    "Grek": "\u0370-\u03ff",
    "Hebr": "\u0590-\u05ff",
    "Jpan": "\u3040-\u30ff\u4e00-\u9fff",
    "Hans": "\u4e00-\u9fff",
    "Hant": "\u4e00-\u9fff",
    "Kore": "\uac00-\ud7a3",
    "Thai": "\u0e00-\u0e7f",
}
"""Letters by script (ISO 15924); for Latin there is nothing to tell."""
_SETS = {tongue: frozenset(words.split()) for tongue, words in STOP_WORDS.items()}
_COUNTED = Counter(word for words in _SETS.values() for word in words)
_TONGUES = {word: tuple(tongue for tongue, words in _SETS.items() if word in words) for word in _COUNTED}
"""The languages that have a word."""
_OWN = {tongue: frozenset(word for word in words if _COUNTED[word] == 1) for tongue, words in _SETS.items()}
"""Words that one language alone has."""
_WORDY = 8
"""Letters that are no name alone."""
_LEAST, _TIMES = 3, 4
"""Words of another language that a text must have and its own has not, and how many times those the other has not."""


def other_language(text: str, tongue: str) -> str:
    """The language that the small words of a text are of, if hardly any is of the language that it should be in."""
    known = _SETS.get(tongue, frozenset())
    words = frozenset(_WORD.findall(text.lower()))
    if words & _OWN.get(tongue, known):
        return ""
    counts = Counter(name for word in words - known for name in _TONGUES.get(word, ()))
    if not counts or max(counts.values()) < _LEAST:
        return ""
    most, other = max((count, name) for name, count in counts.items())
    own = len(words & (known - _SETS[other]))
    return other if most >= _TIMES * own else ""


def in_another_script(text: str, script: str) -> bool:
    """Whether a text has letters enough of other scripts than Latin, and none of the one that it should be in."""
    if script not in _SCRIPTS or text.isascii() or has_letters(text, script):
        return False
    return any(len(pattern.findall(text)) >= _WORDY for name in _SCRIPTS if (pattern := _letters(name)))


def has_letters(text: str, script: str) -> bool:
    """Whether a text has letters of a script (ISO 15924); so has every text for one that is not known here."""
    found = _letters(script)
    return found is None or found.search(text) is not None


@functools.cache
def _letters(script: str) -> re.Pattern[str] | None:
    return re.compile(f"[{_SCRIPTS[script]}]") if script in _SCRIPTS else None
