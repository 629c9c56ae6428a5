"""Which engines can the configuration name, and which keys may the table `[engine.NAME]` of each have?

A class is the table of one or several engines, as in `tables`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from i18n.project.forms import Line, day, number, text
from i18n.project.keys import Key

_ADDRESS = text("one line of text", r"^.*\S.*$", printable=True, quote=False)
_SECONDS = number("a number of seconds above 0", above=True)
Seconds = Annotated[float, _SECONDS, Key("seconds to wait for an answer")]
Local = Annotated[
    bool,
    Key("a person's word that nothing behind this address hands texts on: what private articles and `mt: local` need"),
]
Concurrency = Annotated[
    int, number("a whole number, 1 or more", 1, whole=True), Key("requests that are under way at once")
]
Formality = Literal["default", "more", "less"]
_ADDRESSED = Key("how readers are addressed")
DeepLMode = Literal["context", "batch"]
LlmMode = Literal["json", "plain"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineSettings:
    """What every engine has: its price."""

    price_per_million: Annotated[
        float | None,
        number("a number, 0 or more"),
        Key("price of a million characters, in a currency of your own", example=0.0),
    ] = None
    price_as_of: Annotated[str, day(), Key("since when that is the price, shown with every sum", example="2026-11")] = (
        ""
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ApertiumSettings(EngineSettings):
    """Apertium, as a program of this machine or behind an apertium-apy server."""

    path: Annotated[Line, Key("folder of Apertium's modes", example="/usr/share/apertium/modes")] = ""
    url: Annotated[
        str,
        _ADDRESS,
        Key("address of an apertium-apy server, in place of the program", example="http://127.0.0.1:2737"),
    ] = ""
    local: Local = False
    timeout: Annotated[
        float | None, _SECONDS, Key("seconds to wait for an answer; without it 15, and 30 for a server", example=30)
    ] = None
    concurrency: Concurrency = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class CTranslate2Settings(EngineSettings):
    """Models of your own."""

    path: Annotated[Line, Key("a model, or a folder that holds several", example="/srv/models")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LibreTranslateSettings(EngineSettings):
    """A LibreTranslate server."""

    url: Annotated[str, _ADDRESS, Key("address of the server", example="http://127.0.0.1:5000")] = ""
    local: Local = False
    timeout: Seconds = 60
    concurrency: Concurrency = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class DeepLSettings(EngineSettings):
    """DeepL's API."""

    url: Annotated[
        str,
        _ADDRESS,
        Key("address of the service, if it is another than that of the key", example="https://api.deepl.com"),
    ] = ""
    timeout: Seconds = 30
    concurrency: Concurrency = 4
    formality: Annotated[Formality, _ADDRESSED] = "default"
    mode: Annotated[DeepLMode, Key("whether a text is sent with what stands around it, or with 49 others")] = "context"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeepSettings(EngineSettings):
    """A service that deep-translator speaks with."""

    url: Annotated[
        str,
        _ADDRESS,
        Key("address of the service, if it is another than its own", example="https://translate.example/m"),
    ] = ""
    timeout: Seconds = 30
    concurrency: Concurrency = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class LlmSettings(EngineSettings):
    """A language model behind an OpenAI-compatible address."""

    url: Annotated[
        str, _ADDRESS, Key("address of the server, with or without /v1", example="http://127.0.0.1:11434")
    ] = ""
    model: Annotated[Line, Key("name of the model, as the server calls it", example="qwen3:8b")] = ""
    local: Local = False
    timeout: Seconds = 300
    concurrency: Annotated[
        int,
        number("a whole number, 1 or more", 1, whole=True),
        Key("requests that are under way at once; without it as many as suit the server", example=2),
    ] = 0
    formality: Annotated[Formality, _ADDRESSED] = "default"
    mode: Annotated[LlmMode, Key("form of the answers; plain is for models that translate and can do no more")] = "json"


ENGINES: Mapping[str, type[EngineSettings]] = {
    "memory": EngineSettings,
    "apertium": ApertiumSettings,
    "ctranslate2": CTranslate2Settings,
    "pseudo": EngineSettings,
    "libretranslate": LibreTranslateSettings,
    "deepl": DeepLSettings,
    "deep:google": DeepSettings,
    "deep:mymemory": DeepSettings,
    "deep:microsoft": DeepSettings,
    "deep:baidu": DeepSettings,
    "llm": LlmSettings,
}
"""Every name that `[draft] engines` and `--engine` know."""
