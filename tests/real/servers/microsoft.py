"""What does Microsoft's translator answer?

As the documentation of its version 3.0 has it: languages without a key, JSON with the key in a header, tags as HTML.
"""

from __future__ import annotations

from tests.real.servers.script import Asked, Handler

CODES = ["en", "de", "es", "pt", "pt-PT", "zh-Hans", "zh-Hant", "nb", "sr-Latn"]


class Microsoft(Handler):
    """Speaks at `/translate` and `/languages`."""

    def answer(self, asked: Asked, fault: str) -> None:
        """Answer as the service does."""
        codes = {code.lower() for code in CODES}
        key = asked.headers.get("Ocp-Apim-Subscription-Key", "")
        if asked.path == "/languages":
            named = {code: {"name": f"Language {code}", "nativeName": code, "dir": "ltr"} for code in CODES}
            self.send_json({"translation": named if asked.query.get("scope") == "translation" else {}})
        elif self.script.key and key != self.script.key:
            self.send_json({"error": {"code": 401000, "message": f"The request with {key} is not authorized"}}, 401)
        elif asked.query.get("api-version") != "3.0" or asked.query["to"].lower() not in codes:
            self.send_json({"error": {"code": 400036, "message": "The target language is not valid."}}, 400)
        else:
            texts = self.script.translations([each["text"] for each in asked.json], fault)
            to = asked.query["to"]
            self.send_json([{"translations": [{"text": text, "to": to}]} for text in texts])
