"""What does MyMemory answer?"""

from __future__ import annotations

from tests.real.servers.script import Asked, Handler


def _body(text: str, status: int | str = 200, **more: object) -> dict[str, object]:
    match = {"translation": text, "match": 0.85, "quality": 70}
    return {
        "responseData": {"translatedText": text, "match": 0.85},
        "quotaFinished": False,
        "responseDetails": "",
        "responseStatus": status,
        "matches": [match],
        **more,
    }


def _quota(handler: Handler, asked: Asked) -> None:
    warning = "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY."
    handler.send_json(_body(warning, "429", quotaFinished=True))


def _bad_pair(handler: Handler, asked: Asked) -> None:
    handler.send_json(_body("'XX' IS AN INVALID TARGET LANGUAGE", "403"))


def _no_data(handler: Handler, asked: Asked) -> None:
    handler.send_json({"responseData": None, "responseStatus": 200})


class MyMemory(Handler):
    """Speaks at `/get`; errors come with status 200."""

    own = {"quota": _quota, "bad-pair": _bad_pair, "no-data": _no_data}  # noqa: RUF012

    def answer(self, asked: Asked, fault: str) -> None:
        """Answer with the translation of `q`, as the best of its matches."""
        texts = self.script.translations([asked.query.get("q", "")], fault)
        self.send_json(_body("".join(texts[:1]), matches=[] if not any(texts) else _body(texts[0])["matches"]))
