"""What a request may send is bounded before anything stores it."""

import asyncio
from typing import Any

import pytest

from server.kernel.body_limit import BodyLimit

LIMIT, LONGER = 10, 20
CHUNK = b"1234567"


class Phone:
    """Sends chunks for as long as it is asked, at most `chunks` of them, then hangs up."""

    def __init__(self, chunks: int) -> None:
        self.left = chunks
        self.sent = 0

    async def receive(self) -> dict[str, Any]:
        if self.left == 0:
            return {"type": "http.disconnect"}
        self.left -= 1
        self.sent += len(CHUNK)
        return {"type": "http.request", "body": CHUNK, "more_body": self.left > 0}


def arrives(phone: Phone, path: str = "/", length: bytes | None = None) -> bytes:
    """The body an app behind the limit reads; afterwards it waits for the phone to hang up, as Django does."""
    body = bytearray()

    async def app(scope: Any, receive: Any, send: Any) -> None:
        message = await receive()
        while message["more_body"]:
            body.extend(message["body"])
            message = await receive()
        body.extend(message["body"])
        assert (await receive())["type"] == "http.disconnect"

    async def send(message: dict[str, Any]) -> None: ...

    headers = [(b"content-length", length)] if length is not None else []
    scope = {"type": "http", "path": path, "headers": headers}
    asyncio.run(BodyLimit(app, limit=LIMIT, longer={"/photos/": LONGER})(scope, phone.receive, send))
    return bytes(body)


@pytest.mark.parametrize("length", [None, b"7"])
def test_a_body_within_the_limit_arrives_whole(length: bytes | None) -> None:
    assert arrives(Phone(1), length=length) == CHUNK


def test_a_body_past_the_limit_is_cut_just_past_it() -> None:
    assert len(arrives(Phone(1000))) == LIMIT + 1
    assert len(arrives(Phone(1000), "/photos/1")) == LONGER + 1


def test_a_body_that_announces_too_much_is_not_taken() -> None:
    assert arrives(Phone(5), length=b"35") == b""
    assert arrives(Phone(2), "/photos/1", length=b"14") == CHUNK * 2


@pytest.mark.parametrize("length", [b"", b"-5", b"many", b"\xff"])
def test_a_length_that_is_none_does_not_lift_the_limit(length: bytes) -> None:
    assert len(arrives(Phone(1000), length=length)) == LIMIT + 1


def test_an_empty_body_is_empty() -> None:
    async def receive() -> dict[str, Any]:
        return messages.pop(0)

    messages = [{"type": "http.request", "body": b"", "more_body": False}, {"type": "http.disconnect"}]
    phone = Phone(0)
    phone.receive = receive  # type: ignore[method-assign]  # a phone that sends nothing
    assert arrives(phone) == b""
