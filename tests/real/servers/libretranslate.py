"""What does LibreTranslate answer?

As its source has it: texts are parsed as HTML, so an empty tag comes back as a pair, and answers are unescaped; one bad
text fails the whole request; a missing key is a bad request.
"""

from __future__ import annotations

import html
import re

from tests.real.servers.script import Asked, Handler, status

_EMPTY = re.compile(r"<(\w+)\s*/>")
LANGUAGES = ["en", "es", "de", "zh-Hans", "zh-Hant", "pt", "pt-BR", "nb", "ar"]


class LibreTranslate(Handler):
    """Speaks at `/translate`, `/languages` and `/frontend/settings`."""

    longest = 2000
    own = {  # noqa: RUF012
        "wants-key": lambda handler, _: handler.send_json({"error": "Visit https://x.example to get an API key"}, 400),
        "bad-key": lambda handler, _: handler.send_json({"error": "Invalid API key"}, 403),
        "no-pages": status(404),
    }

    def answer(self, asked: Asked, fault: str) -> None:
        """Answer as the service does."""
        if asked.path == "/languages":
            self.send_json([{"code": code, "name": code, "targets": LANGUAGES} for code in LANGUAGES])
        elif asked.path == "/frontend/settings":
            self.send_json({"apiKeys": False, "charLimit": self.longest, "keyRequired": False})
        elif asked.path != "/translate" or asked.method != "POST":
            self.send_json({"error": "Not found"}, 404)
        else:
            self._translate(asked, fault)

    def _translate(self, asked: Asked, fault: str) -> None:
        given = asked.json
        texts = given["q"]
        if self.script.key and given.get("api_key") != self.script.key:
            self.send_json({"error": "Invalid API key"}, 403)
        elif given["target"] not in LANGUAGES or given["format"] != "html":
            self.send_json({"error": f"{given['target']} is not supported"}, 400)
        elif any(len(text) > self.longest for text in texts):
            self.send_json({"error": "Invalid request: request exceeds text limit"}, 400)
        elif self.script.bad and any(self.script.bad in text for text in texts):
            self.send_json({"error": f"Cannot translate text: {texts}"}, 500)
        else:
            answers = self.script.translations([_EMPTY.sub(r"<\1></\1>", text) for text in texts], fault)
            self.send_json({"translatedText": [html.unescape(answer) for answer in answers]})
