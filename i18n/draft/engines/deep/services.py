"""Which of deep-translator's services can be used, and what must be known of each?

Left out are classes whose service is gone, or is not asked as it documents: see `docs/drafts.md`.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Protocol

from i18n.draft.engines import codes, markers, transport
from i18n.draft.engines.deep.judges import any_page, baidu_page, mymemory_page

_NONE: Mapping[str, str] = MappingProxyType({})


class Translator(Protocol):
    """An instance of one of deep-translator's classes."""

    def translate(self, text: str) -> object:
        """Translate a text; raises whatever it likes."""


@dataclass(frozen=True, slots=True)
class Service:
    """One of the services that deep-translator knows."""

    name: str
    module: str
    """Module in deep_translator; imported late, as that takes longer than a command's help."""
    translator: str
    """Name of its class."""
    url: str
    """Address that is asked; MyMemory by HTTPS, which deep-translator does not do by itself."""
    characters: int
    """The longest text it takes, inclusive."""
    languages: str
    """The table of language codes in `deep_translator.constants`; empty if the service is asked for them."""
    meanings: codes.Meanings = field(default_factory=lambda: MappingProxyType({}))
    """What it means by those codes that do not mean what BCP 47 says."""
    judge: Callable[[transport.Page], None] = any_page
    """Raises TransportError for an answer that is an error in disguise, or one that will not pass."""
    notice: str = ""
    """What a user would not expect of the service."""
    keys: Mapping[str, str] = field(default_factory=lambda: _NONE)
    """Arguments of the class, each with the variable of the environment that holds it."""
    optional: Mapping[str, str] = field(default_factory=lambda: _NONE)
    """The same for arguments that not everybody needs."""
    fixed: Mapping[str, str] = field(default_factory=lambda: _NONE)
    """Arguments that are always the same."""
    list_url: str = ""
    """Address that lists the languages, relative to `url`; answers with `{"translation": {CODE: …}}`."""
    html: bool = False
    """Whether it reads tags of HTML; other services read plain text."""

    @property
    def encodings(self) -> tuple[str, ...]:
        """Encodings of markup that it offers."""
        return (markers.TAGS,) if self.html else markers.ENCODINGS

    def make(self, source: str, target: str, arguments: Mapping[str, str], stand_in: object) -> Translator:
        """Make a translator that sends by `stand_in` instead of `requests`."""
        module = importlib.import_module(f"deep_translator.{self.module}")
        module.requests = stand_in  # type: ignore[attr-defined]  # every one of these modules has it
        made: Translator = getattr(module, self.translator)(source=source, target=target, **arguments, **self.fixed)
        return made


_MYMEMORY_MEANINGS = {
    "en-GB": ("en", "en-GB"),
    "ar-SA": ("ar", "ar-SA"),
    "ar-EG": ("arz",),
    "ar-MA": ("ary",),
    "cav-ES": ("ca-valencia",),
    "ks-IN": ("ks-Deva",),
    "rm-RO": (),
}
"""As the English names in its table say: Arabic, Valencian, Egyptian Arabic, Balkan Romani and so on."""
_BAIDU_MEANINGS = {"jp": ("ja",), "cht": ("zh-Hant",), "zh": ("zh-Hans",), "slo": ("sl",), "wyw": (), "ro": ()}
"""Classical Chinese has no tag of its own; Baidu does not know deep-translator's code of Romanian."""

GOOGLE = Service(
    "deep:google", "google", "GoogleTranslator", "https://translate.google.com/m", 4999, "GOOGLE_LANGUAGES_TO_CODES"
)
MYMEMORY = Service(
    "deep:mymemory",
    "mymemory",
    "MyMemoryTranslator",
    "https://api.mymemory.translated.net/get",
    499,
    "MY_MEMORY_LANGUAGES_TO_CODES",
    _MYMEMORY_MEANINGS,
    mymemory_page,
    "MyMemory keeps what it is sent in a memory that anybody may search.",
)
MICROSOFT = Service(
    "deep:microsoft",
    "microsoft",
    "MicrosoftTranslator",
    "https://api.cognitive.microsofttranslator.com/translate?api-version=3.0",
    10_000,
    "",
    keys={"api_key": "MICROSOFT_API_KEY"},
    optional={"region": "MICROSOFT_REGION"},
    fixed={"textType": "html"},
    list_url="languages?api-version=3.0&scope=translation",
    html=True,
)
BAIDU = Service(
    "deep:baidu",
    "baidu",
    "BaiduTranslator",
    "https://fanyi-api.baidu.com/api/trans/vip/translate",
    1500,
    "BAIDU_LANGUAGE_TO_CODE",
    _BAIDU_MEANINGS,
    baidu_page,
    keys={"appid": "BAIDU_APPID", "appkey": "BAIDU_APPKEY"},
)
SERVICES = (GOOGLE, MYMEMORY, MICROSOFT, BAIDU)
