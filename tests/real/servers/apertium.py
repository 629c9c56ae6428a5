"""What does apertium-apy answer?

As its source has it: `/listPairs`, and `/translateRaw` that hands a text in Apertium's stream format to a pipeline. A
word-bound blank stops the pipeline, an unknown word gets an asterisk.
"""

from __future__ import annotations

import re

from tests.real.servers.script import Asked, Handler

PAIRS = [("eng", "spa"), ("spa", "eng"), ("spa", "por"), ("spa", "cat_valencia"), ("eng", "kaz")]
_STREAM = re.compile(r"\[[^\]]*\]|\\.|[^\W\d_]{2,}|.", re.DOTALL)


def turned(stream: str) -> str:
    """Turn the words of a stream around; those that begin with x are unknown."""

    def part(found: re.Match[str]) -> str:
        word = found[0]
        if not word[0].isalpha():
            return word
        return f"*{word}" if word[0] in "xX" else word[::-1]

    return _STREAM.sub(part, stream)


class Apertium(Handler):
    """Speaks at `/listPairs` and `/translateRaw`."""

    def answer(self, asked: Asked, fault: str) -> None:
        """Answer as the service does."""
        given = {**asked.query, **{key: values[0] for key, values in asked.form.items()}}
        if asked.path == "/listPairs":
            pairs = [{"sourceLanguage": one, "targetLanguage": other} for one, other in PAIRS]
            self.send_json({"responseData": pairs, "responseDetails": None, "responseStatus": 200})
        elif asked.path != "/translateRaw":
            self.send_json({"status": "error", "code": 404}, 404)
        elif tuple(given["langpair"].split("|")) not in PAIRS or given["deformat"] != "False":
            self.send_json({"status": "error", "code": 400, "explanation": "That pair is not installed"}, 400)
        elif "[[" in given["q"] or "\0" in given["q"] or (self.script.bad and self.script.bad in given["q"]):
            self.send_json({"status": "error", "code": 503, "explanation": "internal error"}, 503)
        else:
            answers = self.script.translations([given["q"]], fault)
            self.send(200, "".join(answers).encode(), {"Content-Type": "application/json; charset=UTF-8"})
