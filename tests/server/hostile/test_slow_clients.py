"""Who sends slowly, or never to the end, is cut off, and keeps nobody else waiting."""

import json
import socket
from collections.abc import Iterator
from contextlib import ExitStack, closing

import pytest

from tests.server.hostile.wire import GIVEN_UP, HELLO, POST, said, served, status, trickled

pytestmark = pytest.mark.sqlite


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[str, int]]:
    with served() as address:
        yield address


@pytest.mark.parametrize("head", [b"", b"G", b"GET / HTTP/1.1\r\n", b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "])
def test_a_head_that_never_ends_is_hung_up_on(server: tuple[str, int], head: bytes) -> None:
    assert said(server, head) == b""


def test_a_head_that_trickles_is_hung_up_on(server: tuple[str, int]) -> None:
    drops, answer = trickled(server, b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n", b"X-More: 1\r\n")
    assert drops > 0
    assert answer == b""


def test_the_second_head_on_a_connection_has_no_more_time(server: tuple[str, int]) -> None:
    with closing(socket.create_connection(server, GIVEN_UP)) as line:
        line.sendall(HELLO)
        heard = b""
        while not heard.endswith(b"}"):
            heard += line.recv(65536)
        line.sendall(HELLO[:20])
        assert line.recv(65536) == b""


@pytest.mark.parametrize("length", [b"Content-Length: 100\r\n\r\n", b"Transfer-Encoding: chunked\r\n\r\n5\r\n{"])
def test_a_body_that_stops_is_answered_later(server: tuple[str, int], length: bytes) -> None:
    answer = said(server, POST + length)
    assert status(answer) == 408
    problem = json.loads(answer.rpartition(b"\r\n\r\n")[2])
    assert (problem["status"], problem["code"]) == (408, "unavailable")


def test_a_body_that_trickles_is_answered_later(server: tuple[str, int]) -> None:
    drops, answer = trickled(server, POST + b"Content-Length: 100000\r\n\r\n", b"x")
    assert drops > 0
    assert status(answer) == 408


def test_a_body_that_keeps_coming_is_waited_for(server: tuple[str, int]) -> None:
    """Ten times the pace, for longer than the first wait: it is read to its end, and then refused as nobody's."""
    drops, answer = trickled(server, POST + b"Connection: close\r\nContent-Length: 800000\r\n\r\n", b"x" * 20_000, 40)
    assert drops == 40
    assert status(answer) == 401


def test_many_who_hang_keep_nobody_waiting(server: tuple[str, int]) -> None:
    with ExitStack() as lines:
        for _ in range(100):
            line = lines.enter_context(closing(socket.create_connection(server, GIVEN_UP)))
            line.sendall(POST + b"Content-Length: 100\r\n\r\n{")
        assert status(said(server, HELLO.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))) == 200
