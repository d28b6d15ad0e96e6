"""Pages neither skip nor repeat, and a cursor is only what we gave out."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.kernel.pages import decode_cursor, encode_cursor, page
from shared.codes import Code, Refused

IDS = [UUID(int=n) for n in range(1, 46)]


def walk(size):
    """Read all pages as a phone does, and answer what it saw."""
    seen, cursor = [], None
    while True:
        last = decode_cursor(cursor)
        rows = [row for row in IDS if last is None or row > last][: size + 1]
        answer = page(rows, show=str, mark_of=encode_cursor, size=size)
        seen += answer["items"]
        cursor = answer["next"]
        if cursor is None:
            return seen


@pytest.mark.parametrize("size", [1, 9, 15, 20, 44, 45, 46])
def test_walking_the_pages_shows_every_row_once(size):
    assert walk(size) == [str(row) for row in IDS]


def test_a_page_without_rows_is_the_last():
    assert page([], show=str, mark_of=encode_cursor) == {"items": [], "next": None}


@given(st.uuids())
def test_a_cursor_leads_back_to_its_row(row):
    assert decode_cursor(encode_cursor(row)) == row


@pytest.mark.parametrize("nothing", [None, ""])
def test_no_cursor_is_the_beginning(nothing):
    assert decode_cursor(nothing) is None


@pytest.mark.parametrize("forged", ["x", "AAAA", "!" * 22, "A" * 23, "ü" * 22, "A" * 10_000, "A" * 20 + "==", " " * 22])
def test_a_forged_cursor_is_refused(forged):
    with pytest.raises(Refused) as refused:
        decode_cursor(forged)
    assert refused.value.code == Code.INVALID


@given(st.text(max_size=30))
def test_anything_else_is_refused_or_one_of_ours(text):
    try:
        row = decode_cursor(text)
    except Refused:
        return
    assert row is None or encode_cursor(row) == text
