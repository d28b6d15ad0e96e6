"""Own words and faces are reported by whom they were sent to, read at the desk and hidden there."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from server.moderation.forgetting import forget_reports
from server.moderation.models import Report
from shared import ids
from tests.server import images, world
from tests.server.cast import Door
from tests.server.circle import Circle
from tests.server.desk import open_desk

WORDS, SELFIE = "Not kind at all", images.jpeg((64, 48))


def report(door: Door, subject: str, subject_id: Any) -> int:
    said = {"subject": subject, "subject_id": str(subject_id), "reason": "harassment"}
    return int(door.put(f"/reports/{ids.uuid7()}", said).status_code)


def decide(host: Client, act: str) -> str:
    """At the page of the one report; what it shows."""
    page = f"{reverse('admin:moderation_report_changelist')}{Report.objects.get().id}/change/"
    shown = host.get(page).content.decode()
    assert host.post(page, {"act": act, "why": ""}).status_code == 302
    return shown


def test_a_comment(circle: Circle) -> None:
    world.let_write(circle.ana, circle.people["Ben"].id)
    circle.post()
    comment = world.comment(circle.ben, circle.habit, circle.today, WORDS)
    assert [report(door, "comment", comment) for door in (circle.cleo, circle.ben, circle.ana)] == [404, 404, 201]
    host = open_desk()
    assert WORDS in decide(host, "hide")
    assert circle.item()["comments"] == []
    assert circle.ben.get(f"{circle.day()}/comments").json()["items"][0]["text"] == WORDS, "to its writer as before"
    decide(host, "show")
    assert [one["text"] for one in circle.item()["comments"]] == [WORDS]


def test_the_words_of_a_cheer(circle: Circle) -> None:
    world.let_write(circle.ana, circle.people["Ben"].id)
    miss = circle.miss_a_day()
    said = {"kind": "cheer", "preset": "hug", "words": WORDS}
    assert circle.ben.put(f"/misses/{miss['id']}/answer", said).status_code == 200
    (cheer,) = circle.item()["miss"]["cheers"]
    assert [report(door, "cheer", cheer["id"]) for door in (circle.cleo, circle.ben, circle.ana)] == [404, 404, 201]
    assert WORDS in decide(open_desk(), "hide")
    (hidden,) = circle.item()["miss"]["cheers"]
    assert (hidden["preset"], hidden["words"]) == ("hug", ""), "that they cheered stays"


@pytest.mark.parametrize("sent_with", ["answer", "cheer", "nudge"])
def test_a_face(circle: Circle, sent_with: str) -> None:
    photo, address = _send(circle, sent_with)
    assert circle.ana.get(address).status_code == 200
    assert [report(door, "face", photo) for door in (circle.cleo, circle.ben, circle.ana)] == [404, 404, 201]
    host = open_desk()
    shown = decide(host, "hide")
    picture = reverse("admin:reported_photo", args=[Report.objects.get().id, 1])
    assert picture in shown
    assert host.get(picture)["Content-Type"] == "image/webp"
    assert (circle.ana.get(address).status_code, circle.ben.get(address).status_code) == (404, 200)
    assert photo not in circle.ana.get("/today").content.decode() + circle.ana.get("/notices").content.decode()
    decide(host, "show")
    assert circle.ana.get(address).status_code == 200


def _send(circle: Circle, sent_with: str) -> tuple[str, str]:
    """Ben's face, and where it is seen."""
    ben = circle.people["Ben"].id
    if sent_with == "answer":
        circle.post()
        return world.answer_with_face(circle.ben, circle.habit, circle.today, SELFIE), f"{circle.day()}/faces/{ben}/320"
    miss = circle.miss_a_day() if sent_with == "cheer" else {}
    photo = str(world.put_photo(circle.ben, SELFIE, photo_id=str(ids.uuid7())).json()["id"])
    if miss:
        answer = circle.ben.put(f"/misses/{miss['id']}/answer", {"kind": "cheer", "photo": photo})
        address = f"/misses/{miss['id']}/faces/{ben}/320"
    else:
        answer = circle.ben.put(f"{circle.day()}/nudge", {"preset": "with_you", "photo": photo})
        address = f"{circle.day()}/nudges/{ben}/320"
    assert answer.status_code < 300, answer.content
    circle.settle()
    return photo, address


@pytest.mark.parametrize("who", ["Ana", "Ben"])
def test_a_report_goes_with_either_of_the_two(circle: Circle, who: str) -> None:
    world.let_write(circle.ana, circle.people["Ben"].id)
    circle.post()
    comment = world.comment(circle.ben, circle.habit, circle.today, WORDS)
    photo = world.answer_with_face(circle.ben, circle.habit, circle.today, SELFIE)
    assert [report(circle.ana, *one) for one in (("comment", comment), ("face", photo))] == [201, 201]
    assert forget_reports(circle.people[who].id) == 2
    assert not Report.objects.exists()
