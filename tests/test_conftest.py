"""Can a test reach beyond this machine?"""

from __future__ import annotations

import socket
import subprocess
import sys

import pytest

from tests.cli.commands import environment


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1", "example.org", b"example.org"])
def test_a_name_or_address_elsewhere_is_refused(host: str | bytes) -> None:
    with pytest.raises(pytest.fail.Exception, match="a test reached for"):
        socket.getaddrinfo(host, 80)


@pytest.mark.parametrize("method", ["connect", "connect_ex"])
def test_a_connection_elsewhere_is_refused(method: str) -> None:
    with socket.socket() as outward, pytest.raises(pytest.fail.Exception, match=r"192\.0\.2\.1"):
        getattr(outward, method)(("192.0.2.1", 80))


def test_loopback_is_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        assert client.getpeername() == server.getsockname()


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("socket.create_connection(('192.0.2.1', 80), 1)", 99),
        ("socket.getaddrinfo('example.org', 80)", 99),
        ("socket.socket(socket.AF_INET6).connect(('2001:db8::1', 80))", 99),
        ("server = socket.create_server(('127.0.0.1', 0)); socket.create_connection(server.getsockname())", 0),
    ],
)
def test_a_process_that_a_test_starts_reaches_no_further(code: str, status: int) -> None:
    done = subprocess.run([sys.executable, "-c", f"import socket; {code}"], env=environment(), check=False)
    assert done.returncode == status
