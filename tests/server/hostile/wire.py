"""The real server on a real socket, with little patience; and what is said to it byte by byte."""

import select
import socket
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import uvicorn

from server.kernel.patience import Patience
from server.project.asgi import application
from server.project.wire import PatientProtocol

SECONDS = 0.4
"""How long this server waits for a head, and for a body to begin with."""
PACE = 100_000
GIVEN_UP = 20
HELLO = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"
POST = b"PATCH /api/v1/me HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"


class Hasty(PatientProtocol):
    head_seconds = SECONDS


class Server(uvicorn.Server):
    """Says when it can be reached."""

    def __init__(self) -> None:
        app: Any = Patience(application, start=SECONDS, pace=PACE)
        super().__init__(
            uvicorn.Config(app, host="127.0.0.1", port=0, http=Hasty, lifespan="off", log_level="critical")
        )
        self.up = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.up.set()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@contextmanager
def served() -> Iterator[tuple[str, int]]:
    """The address of a server that runs as long as the block."""
    server = Server()
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    assert server.up.wait(GIVEN_UP)
    yield server.servers[0].sockets[0].getsockname()
    server.should_exit = True
    thread.join(GIVEN_UP)


def said(address: tuple[str, int], *pieces: bytes) -> bytes:
    """Send these bytes and answer everything the server says until it hangs up."""
    with closing(socket.create_connection(address, GIVEN_UP)) as line:
        for piece in pieces:
            line.sendall(piece)
        return _until_closed(line)


def trickled(address: tuple[str, int], start: bytes, drop: bytes, at_most: int = 1000) -> tuple[int, bytes]:
    """Send a start, then a drop again and again as long as the server takes it; how many it took, and its answer."""
    with closing(socket.create_connection(address, GIVEN_UP)) as line:
        line.sendall(start)
        drops = 0
        while not select.select([line], [], [], SECONDS / 20)[0]:
            if drops < at_most:
                line.sendall(drop)
                drops += 1
            assert drops < 1000, "the server waits for ever"
        return drops, _until_closed(line)


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


def _until_closed(line: socket.socket) -> bytes:
    heard = bytearray()
    try:
        while piece := line.recv(65536):
            heard += piece
    except ConnectionResetError:
        pass  # it hung up on bytes that were still on their way
    return bytes(heard)
