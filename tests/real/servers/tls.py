"""A server on loopback that speaks TLS, with a certificate made for the test, and a proxy that leads to it."""

from __future__ import annotations

import contextlib
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator, Sequence
from http.server import ThreadingHTTPServer
from pathlib import Path

from tests.real.servers.script import Handler, Script


def certificate(folder: Path, names: Sequence[str] = ("localhost",)) -> Path:
    """Make a key and a certificate for these hosts, in one file; needs the program openssl."""
    path = folder / "both.pem"
    for_names = ["-subj", f"/CN={names[0]}", "-addext", f"subjectAltName={','.join(f'DNS:{name}' for name in names)}"]
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", str(path), *for_names]
    written = subprocess.run(made, capture_output=True, check=True, text=True)
    path.write_text(path.read_text() + written.stdout)
    return path


@contextlib.contextmanager
def serving(certificate: Path, protocol: type[Handler], script: Script) -> Iterator[int]:
    """Serve while the block runs; gives the port."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Scripted", (protocol,), {"script": script}))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        script.stopped.set()
        server.shutdown()
        server.server_close()
        thread.join()


@contextlib.contextmanager
def proxy(port: int) -> Iterator[tuple[int, list[str]]]:
    """Lead every tunnel to a port of this machine; gives the proxy's own port, and what it was asked for."""
    asked: list[str] = []
    listening = socket.create_server(("127.0.0.1", 0))

    tunnels: list[threading.Thread] = []

    def serve() -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = listening.accept()
                tunnels.append(threading.Thread(target=_tunnel, args=(client, port, asked), daemon=True))
                tunnels[-1].start()

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield listening.getsockname()[1], asked
    finally:
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        for tunnel in tunnels:
            tunnel.join(10)


def _tunnel(client: socket.socket, port: int, asked: list[str]) -> None:
    head = b""
    while b"\r\n\r\n" not in head and (data := client.recv(4096)):
        head += data
    asked.append(head.decode("latin-1").partition(" HTTP/")[0])
    client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
    with client, socket.create_connection(("127.0.0.1", port)) as server:
        back = threading.Thread(target=_copy, args=(server, client), daemon=True)
        back.start()
        _copy(client, server)
        back.join()


def _copy(one: socket.socket, other: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := one.recv(65536):
            other.sendall(data)
        other.shutdown(socket.SHUT_WR)
