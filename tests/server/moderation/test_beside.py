"""A picture or clip beside somebody's days is reported by whoever sees it there, read at the desk and hidden."""

from typing import Any

import pytest
from django.urls import reverse

from server.moderation.forgetting import forget_reports
from server.moderation.models import Report
from shared import ids
from tests.server import world
from tests.server.access.village import PICTURE
from tests.server.cast import Door, arrive, door_of
from tests.server.circle import Circle
from tests.server.desk import open_desk
from tests.server.moderation.test_words_and_faces import decide, report

LARGE = 1080


@pytest.fixture
def circle(circle: Circle) -> Circle:
    circle.post(photos=[_picture(circle.ana)])
    return circle


def _picture(door: Door) -> str:
    return str(world.put_photo(door, PICTURE, photo_id=str(ids.uuid7())).json()["id"])


def _stand(circle: Circle, frames: int = 2) -> str:
    """Ana's own pictures beside her days; the anchor's id, as her friends read it on her card."""
    said = {"kind": "picture", "photos": [_picture(circle.ana) for _ in range(frames)]}
    assert circle.ana.put(f"/habits/{circle.habit}/anchor", said).status_code == 200
    anchor = _beside(circle.ben)
    assert anchor is not None
    return str(anchor["id"])


def _beside(door: Door) -> dict[str, Any] | None:
    """What stands on Ana's card; None is her day 1."""
    (card,) = door.get("/feed").json()["items"]
    return card["anchor"]  # type: ignore[no-any-return]


def _bytes(door: Door, circle: Circle) -> int:
    return int(door.get(f"/habits/{circle.habit}/anchor/0/{LARGE}").status_code)


@pytest.mark.sqlite
def test_what_stands_beside_is_hidden_from_all_but_its_owner_and_shown_once_more(circle: Circle) -> None:
    anchor = _stand(circle)
    assert report(circle.cleo, "anchor", anchor) == 201
    host = open_desk()
    decide(host, "hide")
    for door in (circle.ben, circle.cleo):
        assert (_beside(door), _bytes(door, circle)) == (None, 404), "day 1 stands there"
    assert (circle.item()["anchor"]["id"], _bytes(circle.ana, circle)) == (anchor, 200), "to her as before"
    decide(host, "show")
    for door in (circle.ben, circle.cleo):
        beside = _beside(door)
        assert beside is not None
        assert (beside["id"], _bytes(door, circle)) == (anchor, 200)


def test_the_desk_shows_its_frames_and_no_other_picture(circle: Circle) -> None:
    assert report(circle.ben, "anchor", _stand(circle, frames=2)) == 201
    host = open_desk()
    shown, filed = decide(host, "dismiss"), Report.objects.get()
    addresses = [reverse("admin:reported_photo", args=[filed.id, n]) for n in (1, 2, 3)]
    assert [address in shown for address in addresses] == [True, True, False]
    assert [host.get(address).status_code for address in addresses] == [200, 200, 404]


def test_only_whoever_sees_it_reports_it(circle: Circle) -> None:
    anchor, stranger = _stand(circle), door_of(arrive("Dan"))
    world.end_seat(circle.ana, circle.people["Cleo"].id, circle.habit)
    doors = (stranger, circle.ana, circle.cleo, circle.ben)
    assert [report(door, "anchor", anchor) for door in doors] == [404, 404, 404, 201]
    decide(open_desk(), "hide")
    assert report(circle.ben, "anchor", anchor) == 404, "it is not there for him"


def test_a_day_that_stands_beside_is_reported_as_the_day_it_is(circle: Circle) -> None:
    said = {"kind": "check_in", "habit": circle.habit, "date": str(circle.today)}
    assert circle.ana.put(f"/habits/{circle.habit}/anchor", said).status_code == 200
    anchor = _beside(circle.ben)
    assert anchor is not None
    assert report(circle.ben, "anchor", anchor["id"]) == 404


def test_who_is_decided_about_is_told_and_not_by_whom(circle: Circle) -> None:
    report(circle.ben, "anchor", _stand(circle))
    decide(open_desk(), "hide")
    circle.settle()
    (told,) = [one for one in circle.ana.get("/notices").json()["items"] if one["kind"] == "moderated"]
    assert told["text"].startswith("Something you showed was hidden")
    assert "Ben" not in str(told)


def test_the_report_goes_with_whose_it_was_about(circle: Circle) -> None:
    assert report(circle.ben, "anchor", _stand(circle)) == 201
    assert forget_reports(circle.people["Ben"].id) == 0
    assert Report.objects.get().reporter is None
    assert forget_reports(circle.people["Ana"].id) == 1
    assert not Report.objects.exists()
