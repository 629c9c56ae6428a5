"""What does DeepL answer?

As its documentation has it (developers.deepl.com): JSON with the key in a header, tags parsed strictly as XML,
glossaries of version 3. What it does not document is refused, and noted as wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

from tests.real.servers.script import Asked, Handler

SOURCES = ["EN", "DE", "ES", "PT", "ZH", "NB"]
TARGETS = ["DE", "EN-GB", "EN-US", "ES", "NB", "PT-BR", "PT-PT", "ZH", "ZH-HANS", "ZH-HANT", "KO"]


TEXTS, BODY = 50, 128 * 1024
"""Texts of a request, and its bytes."""
FIELDS: dict[str, type | tuple[str, ...]] = {
    "text": list,
    "source_lang": str,
    "target_lang": str,
    "context": str,
    "glossary_id": str,
    "formality": ("default", "more", "less", "prefer_more", "prefer_less"),
    "show_billed_characters": bool,
    "preserve_formatting": bool,
    "split_sentences": ("0", "1", "nonewlines"),
    "tag_handling": ("xml", "html"),
    "tag_handling_version": ("v1", "v2"),
    "outline_detection": bool,
    "model_type": str,
}
"""Of a request for translations: what each may be."""


class DeepL(Handler):
    """Speaks at `/v2/translate`, `/v2/languages` and `/v3/glossaries`."""

    own = {  # noqa: RUF012
        "no-glossaries": lambda handler, asked: (
            handler.send_json({"message": "not in your plan"}, 456)
            if "glossaries" in asked.path
            else handler.answer(asked, "")
        ),
        "unbilled": lambda handler, asked: handler.send_json(
            {"translations": [{"text": text, "detected_source_language": "EN"} for text in asked.json["text"]]}
        ),
    }

    def answer(self, asked: Asked, fault: str) -> None:
        """Answer as the service does."""
        key = asked.headers.get("Authorization", "")
        wrong = list(_undocumented(asked))
        self.script.wrong += wrong
        if len(asked.body) > BODY:
            self.send_json({"message": "Request Entity Too Large"}, 413)
        elif wrong:
            self.send_json({"message": wrong}, 400)
        elif self.script.key and key != f"DeepL-Auth-Key {self.script.key}":
            self.send_json({"message": f"Invalid {key}"}, 403)
        elif asked.path == "/v2/languages":
            codes = TARGETS if asked.query.get("type") == "target" else SOURCES
            self.send_json([{"language": code, "name": code, "supports_formality": code == "DE"} for code in codes])
        elif asked.path.startswith("/v3/glossaries"):
            self._glossary(asked)
        elif asked.path == "/v2/translate":
            self._translate(asked.json, fault)
        else:
            self.send_json({"message": "Not found"}, 404)

    def _translate(self, given: dict[str, Any], fault: str) -> None:
        texts = given["text"]
        if given["target_lang"] not in TARGETS or given["source_lang"] not in SOURCES:
            self.send_json({"message": "Value for 'target_lang' not supported."}, 400)
        elif not all(map(_is_xml, texts)) or (self.script.bad and any(self.script.bad in text for text in texts)):
            self.send_json({"message": f"Tag handling parsing failed, please check input: {texts}"}, 400)
        else:
            answers = self.script.translations(texts, fault)
            billed = [len(re.sub("<[^>]*>", "", text)) for text in texts] + [0] * len(answers)
            self.send_json(
                {
                    "translations": [
                        {"text": text, "detected_source_language": "EN", "billed_characters": count}
                        for text, count in zip(answers, billed, strict=False)
                    ]
                }
            )

    def _glossary(self, asked: Asked) -> None:
        name = asked.path.removeprefix("/v3/glossaries").strip("/")
        held = self.script.held
        if asked.method == "DELETE":
            held.pop(name, None)
            self.send(204, b"")
            return
        if not name:
            name = f"glossary-{len(held) + 1}"
            held[name] = {}
        for each in asked.json["dictionaries"]:
            entries = dict(line.split("\t") for line in each["entries"].splitlines())
            held[name].setdefault(f"{each['source_lang']}>{each['target_lang']}", {}).update(entries)
        self.send_json(
            {
                "glossary_id": name,
                "name": "Manytongues",
                "creation_time": "2026-11-28T12:00:00.000000Z",
                "dictionaries": [
                    {"source_lang": each["source_lang"], "target_lang": each["target_lang"], "entry_count": 1}
                    for each in asked.json["dictionaries"]
                ],
            }
        )


def _undocumented(asked: Asked) -> Iterator[str]:
    """What a request has that is not documented."""
    if asked.body and asked.headers.get("Content-Type") != "application/json":
        yield "a body that says of no type, or of another"
    if asked.path == "/v2/translate":
        yield from _wrong_fields(asked)
    elif asked.path == "/v2/languages":
        if asked.method != "GET" or asked.query.get("type") not in (None, "source", "target") or len(asked.query) > 1:
            yield f"{asked.method} of languages, {asked.query}"
    elif asked.path == "/v3/glossaries":
        if asked.method != "POST" or asked.json.keys() != {"name", "dictionaries"}:
            yield f"{asked.method} of glossaries, {asked.body!r}"
    elif asked.method not in ("PATCH", "DELETE"):
        yield f"{asked.method} of {asked.path}"
    if asked.path.startswith("/v3/glossaries") and asked.method in ("POST", "PATCH"):
        for each in asked.json["dictionaries"]:
            if each.keys() != {"source_lang", "target_lang", "entries", "entries_format"}:
                yield f"a dictionary of {sorted(each)}"


def _wrong_fields(asked: Asked) -> Iterator[str]:
    given = asked.json
    if asked.method != "POST" or asked.query or not {"text", "target_lang"} <= given.keys():
        yield f"{asked.method} of translations, {asked.query}"
    if not 0 < len(given["text"]) <= TEXTS or not all(isinstance(each, str) for each in given["text"]):
        yield f"{len(given['text'])} texts"
    for name, value in given.items():
        allowed = FIELDS.get(name, ())
        if not (isinstance(value, allowed) if isinstance(allowed, type) else value in allowed):
            yield f"{name}: {value!r}"


def _is_xml(text: str) -> bool:
    try:
        ElementTree.fromstring(f"<text>{text}</text>")
    except ElementTree.ParseError:
        return False
    return True
