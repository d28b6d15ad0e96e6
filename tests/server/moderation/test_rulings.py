"""Deciding about a report: what it does, who is told, what a moderator sees, and the trail nobody edits."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import Error, transaction
from django.test import Client
from django.urls import reverse

from server.media.renderings import SIZES
from server.moderation.models import Report, Ruling
from server.people.models import Block, Person
from server.people.services.second_factor import enrol
from shared import ids
from tests.server import world
from tests.server.access.village import PICTURE
from tests.server.circle import Circle
from tests.server.desk import knock, open_desk
from tests.server.letters.story import keep_letters

MINUTE = timedelta(minutes=1)
QUEUE = "admin:moderation_report_changelist"


def _report(circle: Circle, subject: str, subject_id: object, reason: str = "nudity") -> str:
    """Ben reports it; answers the address of its page at the desk."""
    report = str(ids.uuid7())
    said = {"subject": subject, "subject_id": str(subject_id), "reason": reason}
    assert circle.ben.put(f"/reports/{report}", said).status_code == 201
    return f"{reverse(QUEUE)}{report}/change/"


def _post_with_photo(circle: Circle) -> dict[str, str]:
    photo = world.put_photo(circle.ana, PICTURE, photo_id=str(ids.uuid7())).json()["id"]
    return circle.post(photos=[photo], caption="Look at this")


def _decide(host: Client, page: str, act: str, why: str = "") -> None:
    answer = host.post(page, {"act": act, "why": why})
    assert answer.status_code == 302, answer.content.decode()


def _shown(circle: Circle) -> tuple[str, int]:
    """The caption and the photos of Ana's day as Cleo sees them."""
    (card,) = circle.cleo.get("/feed").json()["items"]
    return card["caption"], len(card["photos"])


@pytest.mark.sqlite
def test_what_is_hidden_is_its_owners_alone_and_the_day_counts(circle: Circle) -> None:
    posted = _post_with_photo(circle)
    day = f"/habits/{circle.habit}/days/{circle.today}"
    host, page = open_desk(), _report(circle, "check_in", posted["id"])
    before = circle.item()["day_number"]
    assert _shown(circle) == ("Look at this", 1)

    _decide(host, page, "hide", "a stranger in the picture")
    assert _shown(circle) == ("", 0)
    for door in (circle.ben, circle.cleo):
        seen = door.get(day).json()
        assert (seen["caption"], seen["photos"]) == ("", [])
        assert door.get(f"{day}/photos/1/{max(SIZES)}").status_code == 404
        assert "Look at this" not in door.get("/rounds").content.decode()
    assert circle.ana.get(day).json()["caption"] == "Look at this"
    assert circle.ana.get(f"{day}/photos/1/{max(SIZES)}").status_code == 200
    assert circle.item()["day_number"] == before

    _decide(host, page, "show")
    assert _shown(circle) == ("Look at this", 1)
    assert circle.ben.get(f"{day}/photos/1/{max(SIZES)}").status_code == 200


def test_who_is_decided_about_is_told_and_learns_nothing_of_who_reported(circle: Circle) -> None:
    posted = circle.post(caption="Look at this")
    host, page = open_desk(), _report(circle, "check_in", posted["id"])
    for act in ("hide", "warn", "dismiss"):
        _decide(host, page, act)
    circle.settle()
    told = [one for one in circle.ana.get("/notices").json()["items"] if one["kind"] == "moderated"]
    assert {one["text"].split(".")[0] for one in told} == {
        "The people who run this Kith ask you to read its rules",
        "Something you showed was hidden by the people who run this Kith",
    }
    assert len(told) == 2
    assert "Ben" not in str(told)
    assert str(circle.people["Ben"].id) not in str(told)
    assert all(one["kind"] != "moderated" for one in circle.ben.get("/notices").json()["items"])


def test_a_person_is_suspended_and_let_back(circle: Circle) -> None:
    host, page = open_desk(), _report(circle, "person", circle.people["Ana"].id, "harassment")
    _decide(host, page, "suspend")
    assert circle.ana.get("/me").status_code == 401
    _decide(host, page, "let_back")
    assert Person.objects.get(pk=circle.people["Ana"].pk).is_active


def test_a_letter_is_hidden_from_whom_it_was_written_to(circle: Circle) -> None:
    keep_letters(circle.ben, circle.habit)
    circle.ben.put(f"/habits/{circle.habit}/gold-letter", {"text": "Not kind"})
    circle.keep(7)
    (letter,) = circle.ana.get(f"/habits/{circle.habit}/letters").json()["gold"]
    report = str(ids.uuid7())
    said = {"subject": "letter", "subject_id": letter["id"], "reason": "harassment"}
    assert circle.ana.put(f"/reports/{report}", said).status_code == 201
    seq, host, page = circle.ana.get("/changes").json()["seq"], open_desk(), f"{reverse(QUEUE)}{report}/change/"
    _decide(host, page, "hide")
    assert circle.ana.get(f"/habits/{circle.habit}/letters").json()["gold"] == []
    assert "Not kind" not in circle.ana.get("/changes").content.decode()
    told = circle.ana.get(f"/changes?after={seq}").json()
    assert told["removed"] == [{"noun": "gold_letter", "id": letter["id"]}], "it goes from her phone, too"
    _decide(host, page, "show")
    (shown,) = circle.ana.get(f"/changes?after={told['seq']}").json()["gold_letters"]
    assert shown["text"] == "Not kind"


def test_who_asked_for_pictures_of_a_body_is_gone_for_the_reporter_at_once(circle: Circle) -> None:
    _report(circle, "person", circle.people["Ana"].id, "body_pictures")
    assert Block.objects.filter(blocker=circle.people["Ben"], blocked=circle.people["Ana"]).exists()
    assert circle.ben.get(f"/habits/{circle.habit}").status_code == 404
    assert circle.ben.get("/friends").json()["items"] == []
    assert all("Ben" not in one["text"] for one in circle.ana.get("/notices").json()["items"])


def test_what_cannot_wait_is_read_first(circle: Circle) -> None:
    posted = circle.post()
    for subject, subject_id, reason in (
        ("check_in", posted["id"], "nudity"),
        ("person", circle.people["Ana"].id, "something_else"),
        ("check_in", posted["id"], "harm"),
    ):
        page = _report(circle, subject, subject_id, reason)
        circle.time.advance(MINUTE)
    host = open_desk()
    _decide(host, page, "dismiss")
    _report(circle, "person", circle.people["Ana"].id, "body_pictures")
    listed = host.get(reverse(QUEUE)).context["cl"].queryset
    assert [one.reason for one in listed] == ["body_pictures", "nudity", "something_else", "harm"]


def test_a_moderator_sees_what_was_reported_and_no_other_page(circle: Circle) -> None:
    posted, eve = _post_with_photo(circle), Person.objects.create_user("eve@example.org", "a long password", name="Eve")
    page = _report(circle, "check_in", posted["id"])
    circle.wake()
    other = _post_with_photo(circle)
    call_command("moderator", "eve@example.org")
    eve.refresh_from_db()
    desk = Client()
    assert knock(desk, enrol(person=eve, issuer="Kith")[1][0], address="eve@example.org").status_code == 302
    shown = desk.get(page).content.decode()
    assert "Look at this" in shown
    photo = reverse("admin:reported_photo", args=[page.split("/")[-3], 1])
    assert photo in shown
    answer = desk.get(photo)
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/webp")
    assert "no-store" in answer["Cache-Control"]
    assert desk.get(reverse("admin:reported_photo", args=[page.split("/")[-3], 2])).status_code == 404
    assert desk.get(reverse("admin:reported_photo", args=[other["id"], 1])).status_code == 404
    for closed in ("people_person", "habits_habit", "habits_miss"):
        assert desk.get(reverse(f"admin:{closed}_changelist")).status_code == 403
    assert desk.get(reverse("admin:moderation_ruling_changelist")).status_code == 200
    assert Client().get(photo).status_code == 302


def test_the_history_of_a_person_stands_beside_a_report(circle: Circle) -> None:
    posted, host = circle.post(), open_desk()
    _decide(host, _report(circle, "check_in", posted["id"]), "warn", "the first time")
    shown = host.get(_report(circle, "person", circle.people["Ana"].id)).content.decode()
    assert "reported: nudity (closed)" in shown
    assert "decided: warn the person · the first time" in shown


@pytest.mark.parametrize("act", ["hide", "show", "nonsense"])
def test_only_what_fits_is_decided(circle: Circle, act: str) -> None:
    host, page = open_desk(), _report(circle, "person", circle.people["Ana"].id)
    assert host.post(page, {"act": act}).status_code == 200
    assert Ruling.objects.count() == 0
    assert Report.objects.get().state == Report.State.OPEN


@pytest.mark.sqlite
def test_the_trail_is_not_edited_by_anybody(circle: Circle) -> None:
    host, page = open_desk(), _report(circle, "person", circle.people["Ana"].id)
    _decide(host, page, "warn", "as it was")
    ruling = Ruling.objects.get()
    address = f"{reverse('admin:moderation_ruling_changelist')}{ruling.id}"
    assert host.post(f"{address}/change/", {"note": "otherwise"}).status_code == 403
    assert host.post(f"{address}/delete/", {"post": "yes"}).status_code == 403
    with pytest.raises(Error, match="never edited"), transaction.atomic():
        Ruling.objects.update(note="otherwise")
    ruling.note = "otherwise"
    with pytest.raises(ValueError, match="never edited"):
        ruling.save()
    assert Ruling.objects.get().note == "as it was"
