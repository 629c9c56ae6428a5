"""Do requests arrive whole, come back in time, and keep keys and texts to themselves?"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from i18n.draft.engine import Traffic
from i18n.draft.engines.transport import Page, Patience, Transport, TransportError, address, traffic
from i18n.draft.engines.transport.answers import charset, wait
from i18n.draft.engines.transport.sender import Keys
from tests.real.servers.script import Asked, Handler, Script, serving

KEY = "Kei+key/öäü 0123456789"


class Echo(Handler):
    """Says what it was sent."""

    def answer(self, asked: Asked, fault: str) -> None:
        self.send(200, asked.body or asked.query.get("q", "").encode())


@pytest.fixture
def script() -> Script:
    return Script()


@pytest.fixture
def url(script: Script) -> Iterator[str]:
    with serving(script, Echo) as address:
        yield address


def quick(seconds: float = 5.0, **more: object) -> Transport:
    return Transport("", Patience(total=seconds, backoff=0.01), **more)  # type: ignore[arg-type]


def test_json_and_forms_arrive_as_they_are(url: str, script: Script) -> None:
    transport = quick(headers={"X-Key": "a"})
    assert transport.post(url, json={"q": ["ä“&"]}, headers={"X-More": "b"}).json() == {"q": ["ä“&"]}
    transport.post(url, form=[("q", "ä&"), ("q", "b")])
    assert [asked.method for asked in script.asked] == ["POST", "POST"]
    assert script.asked[1].form == {"q": ["ä&", "b"]}
    first = script.asked[0].headers
    assert (first["X-Key"], first["X-More"], first["Content-Type"]) == ("a", "b", "application/json")


def test_connections_are_kept_open(url: str, script: Script) -> None:
    transport = quick()
    for n in range(20):
        assert transport.get(url, {"q": f"{n}"}).text == f"{n}"
    assert script.connections == 1
    transport.close()


def test_many_threads_get_their_own_answers(url: str, script: Script) -> None:
    script.delay = 0.005
    transport = quick()
    with ThreadPoolExecutor(8) as pool:
        answers = [*pool.map(lambda n: transport.post(url, json=n).json(), range(80))]
    assert answers == [*range(80)]
    assert script.connections <= 8


@pytest.mark.parametrize("fault", ["dropped", "cut-off", "busy", "broken", "overloaded", "unavailable"])
def test_a_post_is_sent_again(fault: str, url: str, script: Script) -> None:
    script.faults = [fault]
    assert quick().post(url, json="x").json() == "x"
    assert [asked.json for asked in script.asked] == ["x", "x"]


def test_a_post_is_repeated_by_redirects_that_say_so_only(url: str, script: Script) -> None:
    script.faults = ["same-host"]
    assert quick().post(url, json="x").json() == "x"
    script.faults = ["nowhere"]
    with pytest.raises(TransportError, match="another host"):
        quick().post(url, json="x")


@pytest.mark.parametrize("fault", ["slow", "trickling", "trickling-headers"])
def test_closing_cuts_what_is_under_way(fault: str, url: str, script: Script) -> None:
    script.always = fault
    transport = quick(60.0)
    before = set(threading.enumerate())

    def send() -> str:
        with pytest.raises(TransportError) as caught:
            transport.get(url)
        assert caught.value.final
        return caught.value.reason

    with ThreadPoolExecutor(3) as pool:
        sent = [pool.submit(send) for _ in range(3)]
        while len(script.asked) < 3:
            time.sleep(0.01)
        transport.close()
        assert {one.result(timeout=2) for one in sent} == {"the run was ended"}
    with pytest.raises(TransportError, match="the run was ended"):
        transport.get(url)
    assert not [one for one in set(threading.enumerate()) - before if one.name == "i18n-deadlines"]
    transport.open()
    script.always = ""
    assert transport.get(url, {"q": "again"}).text == "again"


def test_closing_ends_a_wait(url: str, script: Script) -> None:
    script.always = "unavailable"
    transport = Transport("", Patience(total=600, backoff=300))
    with ThreadPoolExecutor(1) as pool:
        sent = pool.submit(transport.get, url)
        while not script.asked:
            time.sleep(0.01)
        transport.close()
        with pytest.raises(TransportError):
            sent.result(timeout=2)


def test_an_idle_connection_that_was_dropped_costs_nothing(url: str, script: Script) -> None:
    transport = quick()
    transport.get(url)
    script.faults = ["dropped"]
    assert transport.get(url, {"q": "x"}).text == "x"


@pytest.mark.parametrize(
    "fault", ["forbidden", "no-key", "unpaid", "quota-456", "broken", "busy", "bad-request", "elsewhere", "slow"]
)
def test_neither_key_nor_text_is_told(
    fault: str, url: str, script: Script, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    script.always = fault
    caplog.set_level(logging.DEBUG)
    transport = quick(0.3, headers={"Authorization": "Key k-0123456789"}, secrets=["k-0123456789"])
    with pytest.raises(TransportError) as caught:
        transport.get(url, {"q": "Sumi's secret"})
    told = [repr(caught.value), repr(caught.value.__context__), caplog.text, *capfd.readouterr()]
    assert not [each for each in told if "0123" in each or "Sumi" in each]
    assert b"k-0123456789" in script.received


def test_a_reason_that_repeats_the_servers_words_holds_no_key(url: str, script: Script) -> None:
    def judge(page: Page) -> None:
        raise TransportError(f"it said: {page.text}", final=True)

    script.always = "bad-request"
    with pytest.raises(TransportError) as caught:
        quick(headers={"Authorization": "Key k-0123456789"}, secrets=["k-0123456789"], judge=judge).get(url)
    assert "Key …" in caught.value.reason
    assert "0123456789" not in caught.value.reason


def test_a_key_that_is_no_header_is_not_told(url: str) -> None:
    key = "line\nbreak-in-a-key"
    with pytest.raises(TransportError) as caught:
        quick(headers={"Authorization": key}, secrets=[key]).get(url)
    assert "break" not in repr(caught.value)


def test_a_key_never_travels_unencrypted() -> None:
    with pytest.raises(TransportError, match="unencrypted"):
        quick(secrets=["0123456789"]).get("http://api.example.com/translate")


def test_keys_are_found_in_every_spelling() -> None:
    cleaned = Keys([KEY, "ab"]).clean(
        "Kei+key/öäü 0123456789 | Kei%2Bkey%2F%C3%B6%C3%A4%C3%BC%200123456789 | "
        "Kei%2Bkey%2F%C3%B6%C3%A4%C3%BC+0123456789 | Kei+key/\\u00f6\\u00e4\\u00fc 0123456789 | ab"
    )
    assert cleaned == "… | … | … | … | ab"


@pytest.mark.parametrize(
    ("url", "where"),
    [
        ("http://localhost:5000", Traffic.LOOPBACK),
        ("http://127.8.0.1", Traffic.LOOPBACK),
        ("http://[::1]:5000", Traffic.LOOPBACK),
        ("http://[::ffff:127.0.0.1]", Traffic.LOOPBACK),
        ("http://192.168.1.7", Traffic.LAN),
        ("http://nas.local", Traffic.LAN),
        ("http://[fe80::1%25eth0]", Traffic.LAN),
        ("https://example.com", Traffic.THIRD_PARTY),
        ("https://localhost.example.com", Traffic.THIRD_PARTY),
        ("https://127.0.0.1.example.com", Traffic.THIRD_PARTY),
        ("http://127.0.0.1@example.com", Traffic.THIRD_PARTY),
        ("", Traffic.THIRD_PARTY),
    ],
)
def test_how_far_an_address_is(url: str, where: Traffic) -> None:
    assert traffic(url) is where


def test_an_address_is_shown_without_users_and_paths() -> None:
    assert address("https://ana:secret@host.example:8443/path?key=1") == "host.example:8443"


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("7", 7.0), (" 7 ", 7.0), ("soon", None), ("", None), (None, None), ("-1", None), ("²", None)],
)
def test_waits(header: str | None, seconds: float | None) -> None:
    assert wait(header) == seconds


def test_a_wait_until_a_day_long_past_is_none() -> None:
    assert wait("Wed, 21 Oct 2015 07:28:00 GMT") == 0.0


@pytest.mark.parametrize(
    ("kind", "name"),
    [("text/html; charset=ISO-8859-1", "iso-8859-1"), ('text/html; charset="utf-8"; x', "utf-8"), ("a/b", "utf-8")],
)
def test_encodings(kind: str, name: str) -> None:
    assert charset(kind) == name
