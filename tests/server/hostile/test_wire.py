"""What is no HTTP, or two kinds of it at once, said to the real server on a real socket."""

from collections.abc import Iterator

import pytest

from tests.server.hostile.wire import HELLO, POST, said, served, status

pytestmark = pytest.mark.sqlite
CLOSE = b"Connection: close\r\n\r\n"


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[str, int]]:
    with served() as address:
        yield address


@pytest.fixture(autouse=True)
def _it_goes_on(server: tuple[str, int]) -> Iterator[None]:
    yield
    assert status(said(server, HELLO[:-2] + CLOSE)) == 200


@pytest.mark.parametrize(
    "garbage",
    [
        b"\x00" * 100 + b"\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 20 + b"\r\n\r\n",
        b"GET\r\n\r\n", b"GET /\xff HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", b"GET / HTTP/1.1\r\nHost : localhost\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n", b"GET / HTTP/1.1\r\nHost: localhost\r\nX: a\x00b\r\n\r\n",
    ],
)  # fmt: skip
def test_what_is_no_request_is_refused(server: tuple[str, int], garbage: bytes) -> None:
    assert status(said(server, garbage)) == 400


def test_garbage_behind_a_request_changes_nothing_about_it(server: tuple[str, int]) -> None:
    answer = said(server, HELLO + b"\x00garbage\r\n\r\n" * 10)
    assert answer.startswith(b"HTTP/1.1 200")
    assert answer.count(b"HTTP/1.1 400") == 1


def test_requests_in_a_row_are_answered_in_a_row(server: tuple[str, int]) -> None:
    assert said(server, HELLO * 20 + HELLO[:-2] + CLOSE).count(b"HTTP/1.1 200") == 21


@pytest.mark.parametrize(
    "lengths",
    [
        b"Content-Length: 5\r\nContent-Length: 6\r\n", b"Content-Length: -1\r\n", b"Content-Length: 5, 6\r\n",
        b"Content-Length: +5\r\n", b"Content-Length: 0x5\r\n", b"Transfer-Encoding: gzip, chunked\r\n",
        b"Transfer-Encoding: xchunked\r\n", b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
        b"Content-Length: 99999999999999999999999\r\n",
    ],
)  # fmt: skip
def test_a_body_of_two_lengths_is_no_body(server: tuple[str, int], lengths: bytes) -> None:
    """Whoever stands in front must not see another request than we do."""
    assert status(said(server, POST + lengths + b"\r\nabcdef")) in {400, 501}


def test_chunks_win_over_a_length_and_nothing_is_left_over(server: tuple[str, int]) -> None:
    smuggled = POST + b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + HELLO
    answer = said(server, smuggled)
    assert answer.count(b"HTTP/1.1 ") <= 2
    assert status(answer) in {400, 401}


@pytest.mark.parametrize(
    "head",
    [
        b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Big: " + b"x" * 200_000 + b"\r\n",
        b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n" + b"X-Many: 1\r\n" * 20_000,
        b"GET /" + b"x" * 200_000 + b" HTTP/1.1\r\nHost: localhost\r\n",
        b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Endless: " + b"x" * 200_000,
    ],
    ids=["one", "many", "target", "unfinished"],
)
def test_a_giant_head_is_not_kept(server: tuple[str, int], head: bytes) -> None:
    answer = said(server, head + b"\r\n")
    assert answer == b"" or status(answer) == 400


@pytest.mark.parametrize(
    "chunk", [b"zz\r\nx\r\n", b"fffffffffffffffffffff\r\nx", b"-5\r\nx", b"5;" + b"x" * 100_000 + b"\r\n"]
)
def test_chunks_that_are_none_are_refused(server: tuple[str, int], chunk: bytes) -> None:
    answer = said(server, POST + b"Transfer-Encoding: chunked\r\n\r\n" + chunk)
    assert answer == b"" or status(answer) in {400, 408}
