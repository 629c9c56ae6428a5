"""What does Baidu's general translation answer?

As its documentation has it: a form signed with the key, which itself is not sent; errors come with status 200.
"""

from __future__ import annotations

import hashlib

from tests.real.servers.script import Asked, Fault, Handler


def _error(code: str) -> Fault:
    return lambda handler, asked: handler.send_json({"error_code": code, "error_msg": f"no {asked.form}"})


class Baidu(Handler):
    """Speaks at `/api/trans/vip/translate`."""

    own = {"unpaid-54004": _error("54004"), "often-54003": _error("54003"), "odd": _error("</b>")}  # noqa: RUF012

    def answer(self, asked: Asked, fault: str) -> None:
        """Answer as the service does; the key of the script is `APPID:APPKEY`."""
        given = {key: values[0] for key, values in asked.form.items()}
        appid, _, key = self.script.key.partition(":")
        signed = hashlib.md5((appid + given["q"] + given["salt"] + key).encode()).hexdigest()
        if given["appid"] != appid or given["sign"] != signed:
            self.send_json({"error_code": "54001", "error_msg": "Invalid Sign"})
            return
        lines = self.script.translations(given["q"].split("\n"), fault)
        results = [{"src": one, "dst": other} for one, other in zip(given["q"].split("\n"), lines, strict=False)]
        self.send_json({"from": given["from"], "to": given["to"], "trans_result": results})
