"""The list of notices: whose it is, what it says now, and what disappears from it."""

import pytest

from server.notifications.models import Notice
from tests.server import cast, world
from tests.server.circle import DAY, Circle, everybody, notices


def _answered(circle: Circle) -> dict[str, str]:
    """Ana's newest notice: Ben saw her first."""
    circle.post()
    world.react(circle.ben, circle.habit, circle.today, "clap")
    circle.settle()
    return dict(circle.ana.get("/notices").json()["items"][0])


@pytest.mark.sqlite
def test_a_notice_says_what_when_and_about_whom(circle: Circle) -> None:
    notice = _answered(circle)
    told = {"id", "kind", "text", "created_at", "read_at", "habit", "date", "person"}
    assert set(notice) == told | {"miss", "words", "picture", "about", "challenge"}
    assert (notice["kind"], notice["text"], notice["read_at"]) == ("first_answer", "Ben saw you first.", None)
    assert (notice["habit"], notice["date"]) == (circle.habit, "2026-03-02")
    assert notice["person"] == {
        "id": str(circle.people["Ben"].id),
        "name": "Ben",
        "avatar": circle.people["Ben"].avatar,
    }


def test_reading_once_is_remembered(circle: Circle) -> None:
    notice = _answered(circle)
    unread = circle.ana.get("/today").json()["notices"]
    assert circle.ana.put(f"/notices/{notice['id']}/read").status_code == 204
    first = circle.ana.get("/notices").json()["items"][0]["read_at"]
    circle.time.advance(DAY / 24)
    assert circle.ana.put(f"/notices/{notice['id']}/read").status_code == 204
    assert circle.ana.get("/notices").json()["items"][0]["read_at"] == first
    assert circle.ana.get("/today").json()["notices"] == unread - 1


def test_another_answer_makes_the_gathered_notice_new(circle: Circle) -> None:
    eve = cast.arrive("Eve")
    door = cast.door_of(eve)
    cast.befriend(circle.people["Ana"], eve)
    world.take_seat(circle.ana, door, eve.id, circle.habit, "gallery")
    _answered(circle)
    circle.time.advance(DAY / 1440)
    world.react(circle.cleo, circle.habit, circle.today, "clap")
    circle.settle()
    gathered = circle.ana.get("/notices").json()["items"][0]
    circle.ana.put(f"/notices/{gathered['id']}/read")
    circle.time.advance(DAY / 1440)
    world.react(door, circle.habit, circle.today, "fire")
    circle.settle()
    now = circle.ana.get("/notices").json()["items"][0]
    assert (now["id"], now["text"], now["read_at"]) == (gathered["id"], "Cleo and Eve answered too.", None)


def test_words_follow_the_present(circle: Circle) -> None:
    _answered(circle)
    circle.ben.patch("/me", {"name": "Benedict"})
    assert notices(circle.ana)[0] == "Benedict saw you first."


@pytest.mark.parametrize("ending", ["unfriended", "blocked", "seat ended", "left", "archived", "suspended"])
def test_what_its_reader_may_no_longer_see_disappears(circle: Circle, ending: str) -> None:
    notice = _answered(circle)
    ben, ana = circle.people["Ben"], circle.people["Ana"]
    acts = {
        "unfriended": lambda: circle.ben.delete(f"/friends/{ana.id}"),
        "blocked": lambda: circle.ana.put(f"/blocks/{ben.id}"),
        "seat ended": lambda: world.end_seat(circle.ana, ben.id, circle.habit),
        "left": lambda: circle.ben.delete(f"/habits/{circle.habit}/seat"),
        "archived": lambda: circle.ana.delete(f"/habits/{circle.habit}"),
        "suspended": lambda: type(ben).objects.filter(pk=ben.pk).update(is_active=False),
    }
    acts[ending]()
    assert not any("Ben" in line for line in notices(circle.ana))
    assert circle.ana.put(f"/notices/{notice['id']}/read").status_code == 404
    assert Notice.objects.get(id=notice["id"]).read_at is None


def test_a_witness_who_lost_the_seat_lost_the_card(circle: Circle) -> None:
    circle.miss_a_day()
    assert len(notices(circle.ben)) == 1
    world.end_seat(circle.ana, circle.people["Ben"].id, circle.habit)
    assert notices(circle.ben) == []


def test_the_card_ends_with_its_window(circle: Circle) -> None:
    circle.miss_a_day()
    circle.wake(5)
    assert not any(item["date"] == "2026-03-09" for item in circle.ben.get("/notices").json()["items"])


def test_nobody_reads_anothers_notices(circle: Circle) -> None:
    notice = _answered(circle)
    for role, door in everybody(circle).items():
        answer = door.put(f"/notices/{notice['id']}/read")
        expected = {"owner": 204, "anonymous": 401, "suspended": 401}.get(role, 404)
        assert answer.status_code == expected, role
        listed = door.get("/notices")
        assert listed.status_code == (401 if expected == 401 else 200)
        if role not in {"owner", "anonymous", "suspended"}:
            assert "Ben saw you first." not in listed.content.decode()


def test_a_long_list_comes_in_pages(circle: Circle) -> None:
    for _ in range(12):
        circle.post()
        world.react(circle.ben, circle.habit, circle.today, "clap")
        circle.time.advance(DAY / 1440)
        world.react(circle.cleo, circle.habit, circle.today, "clap")
        circle.wake()
    first = circle.ana.get("/notices").json()
    second = circle.ana.get(f"/notices?cursor={first['next']}").json()
    seen = [item["id"] for item in first["items"] + second["items"]]
    assert len(first["items"]) == 20
    assert len(seen) == len(set(seen)) == 26
    assert second["next"] is None


def test_what_is_known_is_not_sent_twice(circle: Circle) -> None:
    tag = circle.ana.get("/notices").headers["ETag"]
    assert circle.ana.get("/notices", If_None_Match=tag).status_code == 304
    _answered(circle)
    assert circle.ana.get("/notices", If_None_Match=tag).status_code == 200
