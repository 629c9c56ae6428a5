"""Are encrypted connections checked, kept and cut like the others?"""

from __future__ import annotations

import shutil
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from i18n.draft.engines.transport import Patience, Transport, TransportError
from i18n.draft.engines.transport import connections as module
from tests.real.servers import tls
from tests.real.servers.script import Asked, Handler, Script

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not shutil.which("openssl"), reason="needs the program openssl"),
]


class Hello(Handler):
    """Answers the same to everything."""

    def answer(self, asked: Asked, fault: str) -> None:
        self.send(200, b"hello")


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tls.certificate(tmp_path_factory.mktemp("tls"))


@pytest.fixture
def script() -> Script:
    return Script()


@pytest.fixture
def url(certificate: Path, script: Script) -> Iterator[str]:
    with tls.serving(certificate, Hello, script) as port:
        yield f"https://localhost:{port}/"


@pytest.fixture
def trusted(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))
    module._certificates.cache_clear()
    yield
    module._certificates.cache_clear()


def test_a_certificate_of_nobody_is_refused_at_once(url: str, script: Script) -> None:
    with pytest.raises(TransportError, match="certificate cannot be trusted") as caught:
        Transport().get(url)
    assert caught.value.final
    assert script.asked == []


@pytest.mark.usefixtures("trusted")
def test_connections_are_kept(url: str, script: Script) -> None:
    transport = Transport()
    assert {transport.get(url).text for _ in range(5)} == {"hello"}
    assert script.connections == 1


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize("fault", ["trickling", "trickling-headers", "slow"])
def test_deadlines_hold(fault: str, url: str, script: Script) -> None:
    transport = Transport()
    transport.get(url)
    transport.patience = Patience(total=0.3)
    script.always = fault
    with pytest.raises(TransportError, match="in time"):
        transport.get(url)


def test_a_handshake_that_never_comes_is_cut_by_the_end_of_the_run() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        transport = Transport("", Patience(total=600, connect=600))
        threading.Timer(0.2, transport.close).start()
        with pytest.raises(TransportError, match="the run was ended"):
            transport.get(f"https://localhost:{silent.getsockname()[1]}/")
