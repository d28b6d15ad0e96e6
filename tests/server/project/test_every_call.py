"""What holds for every call of the API, the ones still to be written included."""

import json

import pytest

from tests.server.project.calls import FRIEND, GOOD, SOMETHING, calls_with_a_body, every_call, said_wrong
from tests.server.world import check_in, take_seat

pytestmark = pytest.mark.django_db
CALLS = list(every_call())
WITH_BODY = calls_with_a_body()
FOR_FRIENDS = {"react_to_day", "answer_seat", "answer_miss", "write_gold_letter", "nudge", "write_comment"}
NEEDS_A_PAST = {
    "answer_miss", "answer_arrival", "answer_letter", "answer_with_face", "nudge", "write_comment", "edit_challenge",
    "fork_challenge", "join_challenge", "join_challenge_by_link", "set_group_coins", "give_coins", "save_offer",
}  # fmt: skip
"""No day was missed, nobody signed up yet and nobody may write: what is said here is only read, not answered."""
PUBLIC = {"read_about"}
"""Answered before anybody is signed in."""

NONSENSE = [
    b"", b"{", b"[]", b"null", b"7", b'"x"', b"{}", b'{"a": 1}', b"\xff\xfe", b"[" * 5000,
    b'{"schedule": [], "title": {}, "habit": 5, "photos": "x", "reminders": {}, "kind": [], "role": null, "zone": 3}',
    b'{"title": "\\u0000", "zone": "\\u0000", "kind": "\\u0000", "caption": "\\ud800", "sent_at": "9999-99-99"}',
    b'{"sent_at": "0001-01-01T00:00:00Z", "captured_at": "9999-12-31T23:59:59Z", "zone": "UTC", "photos": []}',
    b'{"first": "0001-01-01", "last": "9999-12-31", "habit": null, "starts_on": "9999-12-31", "amount": "1e400"}',
]  # fmt: skip


@pytest.fixture
def at_home(door, ana):
    """Ana, whose one habit has the id that every path is filled with."""
    promised = door(ana).put(f"/habits/{SOMETHING['uuid']}", json=GOOD["save_habit"])
    assert promised.status_code == 201, promised.content
    return door(ana)


def assert_refusal(answer):
    assert answer["Content-Type"] == "application/problem+json", (answer.status_code, answer.content[:200])
    body = answer.json()
    assert body["status"] == answer.status_code
    assert body["code"]


@pytest.mark.parametrize(("method", "path"), [call for call in CALLS if call.id not in PUBLIC])
def test_nobody_is_told_anything_without_a_token(door, method, path):
    answer = getattr(door(None), method)(path)
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"]
    assert_refusal(answer)


@pytest.mark.parametrize(("method", "path"), CALLS)
def test_no_body_breaks_it(at_home, method, path):
    for body in NONSENSE:
        answer = getattr(at_home, method)(
            path, **({} if method == "get" else {"data": body, "Content_Type": "application/json"})
        )
        assert answer.status_code < 500, (body, answer.content[:200])
        if answer.status_code >= 400:
            assert_refusal(answer)


@pytest.mark.parametrize(("method", "path"), [call for call in CALLS if call.values[0] == "get"])
@pytest.mark.parametrize(
    "query",
    ["cursor=x", "cursor=%00", "after=-1", "after=x", "after=99999999999999999999999", "from=x&to=y",
     "from=9999-12-31&to=0001-01-01", "from=0001-01-01&to=9999-12-31"],
)  # fmt: skip
def test_no_query_breaks_it(at_home, method, path, query):
    answer = at_home.get(f"{path}?{query}")
    assert answer.status_code < 500
    if answer.status_code >= 400:
        assert_refusal(answer)


@pytest.mark.parametrize(("method", "path"), [call for call in CALLS if "2026-03-02" in call.values[1]])
@pytest.mark.parametrize("date", ["0001-01-01", "9999-12-31", "2026-02-30", "2026-3-2", "today", "99999-01-01"])
def test_no_date_breaks_it(at_home, method, path, date):
    answer = getattr(at_home, method)(path.replace("2026-03-02", date))
    assert 400 <= answer.status_code < 500
    assert_refusal(answer)


@pytest.fixture
def both(at_home, door, ana, ben, befriend):
    """Ana, who showed up today, and Ben, her witness."""
    befriend(ana, ben)
    friend = door(ben)
    take_seat(at_home, friend, ben.id, SOMETHING["uuid"])
    assert check_in(at_home, SOMETHING["uuid"], SOMETHING["date"]).status_code == 201
    return at_home, friend, str(ben.id)


@pytest.mark.parametrize(("method", "path"), [call for call in CALLS if call.id in GOOD])
def test_no_field_breaks_it(both, method, path, request):
    operation = request.node.callspec.id
    someone = both[1] if operation in FOR_FRIENDS else both[0]
    here = path.replace(FRIEND, both[2])
    good, *wrong = [
        json.dumps(body).replace(FRIEND, both[2]) for body in (GOOD[operation], *said_wrong(GOOD[operation]))
    ]
    answers = [
        getattr(someone, method)(here, data=said.encode(), Content_Type="application/json") for said in (good, *wrong)
    ]
    assert answers[0].status_code < 300 or operation in NEEDS_A_PAST, answers[0].content
    for said, answer in zip(wrong, answers[1:], strict=True):
        assert answer.status_code < 500, (said, answer.content[:200])
        if answer.status_code >= 400:
            assert_refusal(answer)


def test_every_call_with_a_body_has_a_good_one_to_spoil():
    assert set(GOOD) == WITH_BODY
