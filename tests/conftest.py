"""What holds for every test? Repeatable laws, no traffic beyond this machine, and real programs or a skip by name."""

from __future__ import annotations

import ipaddress
import socket
from typing import Any

import hypothesis
import pytest

from tests.real.programs import advice, in_ci, missing

# The same examples every time: a failure is a change of the code, never of the weather.
hypothesis.settings.register_profile("repeatable", derandomize=True, deadline=None, database=None, print_blob=False)
hypothesis.settings.register_profile("search", max_examples=5000, deadline=None)
hypothesis.settings.load_profile("repeatable")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test marked by `needs` whose programs are missing; fail it where nothing may be missing."""
    absent = missing(name for mark in item.iter_markers("real") for name in mark.args)
    if not absent:
        return
    reason = f"needs {', '.join(program.name for program in absent)}: {advice(absent)}"
    if in_ci():
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture(autouse=True)
def _no_models(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep models that somebody installed on this machine out of the tests."""
    monkeypatch.setenv("MANYTONGUES_MODELS", "/nowhere/models")


@pytest.fixture(autouse=True)
def _loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection that would leave this machine, before a packet does."""
    connect, connect_ex, getaddrinfo = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Any) -> None:
        refuse_beyond_loopback(self.family, address)
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        refuse_beyond_loopback(self.family, address)
        return connect_ex(self, address)

    def guarded_getaddrinfo(host: Any, *rest: Any, **named: Any) -> Any:
        refuse_beyond_loopback(socket.AF_INET, (host,))
        return getaddrinfo(host, *rest, **named)

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_getaddrinfo)


def refuse_beyond_loopback(family: int, address: Any) -> None:
    """Fail the test for an address of the internet that is not of this machine; no `except Exception` hides it."""
    if family not in {socket.AF_INET, socket.AF_INET6}:
        return
    host = address[0].decode() if isinstance(address[0], bytes) else address[0]
    if host in {None, "", "localhost"}:
        return
    try:
        inside = ipaddress.ip_address(host).is_loopback
    except ValueError:
        inside = False
    if not inside:
        pytest.fail(f"a test reached for {host}")
