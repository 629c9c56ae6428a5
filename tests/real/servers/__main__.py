"""How is a server tried by hand? `python -m tests.real.servers libretranslate --port 5000 --fault busy-1`.

Then the `url` of the engine's table in `i18n.toml` names it. Translations are the text with its words turned around,
marks kept. A fault holds for every answer.
"""

from __future__ import annotations

import argparse
import importlib
import threading

from tests.real.servers.script import FAULTS, SPOILED, Handler, Script, serving

PROTOCOLS = {
    "apertium": ("tests.real.servers.apertium", "Apertium", ""),
    "baidu": ("tests.real.servers.baidu", "Baidu", "/api/trans/vip/translate"),
    "deepl": ("tests.real.servers.deepl", "DeepL", ""),
    "google": ("tests.real.servers.google", "Google", "/m"),
    "libretranslate": ("tests.real.servers.libretranslate", "LibreTranslate", ""),
    "microsoft": ("tests.real.servers.microsoft", "Microsoft", "/translate?api-version=3.0"),
    "mymemory": ("tests.real.servers.mymemory", "MyMemory", "/get"),
    "openai": ("tests.real.servers.openai", "OpenAI", "/v1"),
}
"""By name: module, handler, and the path that a configuration names."""


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("protocol", choices=sorted(PROTOCOLS))
    parser.add_argument("--port", type=int, default=5001)
    parser.add_argument("--fault", default="", metavar="FAULT", help=" ".join(sorted({*FAULTS, *SPOILED})))
    parser.add_argument("--key", default="", help="wanted from those who ask")
    parser.add_argument("--delay", type=float, default=0.0, help="seconds before each answer")
    given = parser.parse_args()
    module, name, path = PROTOCOLS[given.protocol]
    protocol: type[Handler] = getattr(importlib.import_module(module), name)
    if given.fault and given.fault not in {*FAULTS, *SPOILED, *protocol.own}:
        parser.error(f"there are the faults {' '.join(sorted({*FAULTS, *SPOILED, *protocol.own}))}")
    script = Script(always=given.fault, key=given.key, delay=given.delay)
    with serving(script, protocol, given.port) as url:
        print(f"{url}{path} speaks as {given.protocol} does; Ctrl-C ends it.", flush=True)  # noqa: T201
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            print(f"{len(script.asked)} requests, {len(script.texts)} texts")  # noqa: T201


if __name__ == "__main__":
    main()
