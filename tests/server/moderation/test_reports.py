"""Reporting what one may see, silently; and reading reports in the admin."""

import pytest
from django.urls import reverse

from server.kernel.models import Fact
from server.moderation.models import Report
from server.notifications.models import Notice
from shared import ids, limits
from tests.server import world
from tests.server.cast import Door
from tests.server.circle import Circle, everybody
from tests.server.desk import open_desk


def _file(door: Door, subject: str, subject_id: object, report_id: object = None, **changes: str) -> object:
    said = {"subject": subject, "subject_id": str(subject_id), "reason": "harassment"} | changes
    return door.put(f"/reports/{report_id or ids.uuid7()}", said)


@pytest.mark.sqlite
@pytest.mark.parametrize("reason", sorted({*limits.REPORT_REASONS} - {"body_pictures"}))
def test_a_check_in_is_reported_and_nobody_is_told(circle: Circle, reason: str) -> None:
    posted = circle.post()
    circle.settle()
    facts, told = Fact.objects.count(), Notice.objects.count()
    answer = _file(circle.ben, "check_in", posted["id"], reason=reason, note="please look")
    assert answer.status_code == 201, answer.content
    assert set(answer.json()) == {"id", "subject", "subject_id", "reason", "note"}
    circle.settle()
    assert (Fact.objects.count(), Notice.objects.count()) == (facts, told)
    report = Report.objects.get()
    assert (report.reporter_id, report.reason, report.note) == (circle.people["Ben"].id, reason, "please look")


def test_sent_twice_it_is_one_report_even_after_the_friendship(circle: Circle) -> None:
    posted, report_id = circle.post(), ids.uuid7()
    assert _file(circle.ben, "check_in", posted["id"], report_id).status_code == 201
    circle.ben.put(f"/blocks/{circle.people['Ana'].id}")
    assert _file(circle.ben, "check_in", posted["id"], report_id).status_code == 200
    assert _file(circle.ben, "check_in", posted["id"]).status_code == 404
    assert Report.objects.count() == 1


def test_an_id_holds_one_report(circle: Circle) -> None:
    posted, report_id = circle.post(), ids.uuid7()
    _file(circle.ben, "check_in", posted["id"], report_id)
    other = _file(circle.ben, "check_in", posted["id"], report_id, reason="nudity")
    assert other.json()["code"] == "conflict"
    foreign = _file(circle.cleo, "check_in", posted["id"], report_id)
    assert (foreign.status_code, foreign.json()["code"]) == (404, "not_found")
    assert Report.objects.get().reason == "harassment"


@pytest.mark.parametrize(
    "changes",
    [{"reason": "ugly"}, {"subject": "habit"}, {"subject_id": "x"}, {"note": "n" * 501}, {"reason": ""}],
)
def test_reports_we_do_not_understand(circle: Circle, changes: dict[str, str]) -> None:
    posted = circle.post()
    said = {"subject": "check_in", "subject_id": posted["id"], "reason": "harm"} | changes
    answer = circle.ben.put(f"/reports/{ids.uuid7()}", said)
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid")
    assert Report.objects.count() == 0


def test_everybody_reports_only_what_they_may_see(circle: Circle) -> None:
    doors, posted = everybody(circle), circle.post()
    ana = circle.people["Ana"].id
    friends = {"friend", "invited", "former witness"}
    for role, door in doors.items():
        nobody = 401 if role in {"anonymous", "suspended"} else 404
        before = Report.objects.count()
        day, person = _file(door, "check_in", posted["id"]).status_code, _file(door, "person", ana).status_code
        assert day == (201 if role in {"witness", "gallery"} else nobody), role
        assert person == (201 if role in {"witness", "gallery"} | friends else nobody), role
        assert Report.objects.count() == before + [day, person].count(201)


def test_an_undone_day_is_not_there_to_report(circle: Circle) -> None:
    posted = circle.post()
    world.undo(circle.ana, circle.habit, circle.today)
    assert _file(circle.ben, "check_in", posted["id"]).status_code == 404


def test_the_admin_lists_reports_and_edits_none(circle: Circle) -> None:
    posted = circle.post(caption="Look at this")
    _file(circle.ben, "check_in", posted["id"], note="please look")
    _file(circle.ben, "person", circle.people["Ana"].id)
    host, reports = open_desk(), reverse("admin:moderation_report_changelist")
    listed = host.get(reports)
    assert listed.status_code == 200
    assert "Look at this" in listed.content.decode()
    report = Report.objects.get(subject="check_in")
    page = f"{reports}{report.id}/change/"
    assert "please look" in host.get(page).content.decode()
    host.post(page, {"act": "", "state": "closed", "reason": "nudity", "note": "changed"})
    report.refresh_from_db()
    assert (report.state, report.reason, report.note) == ("open", "harassment", "please look")
    host.post(page, {"act": "dismiss"})
    report.refresh_from_db()
    assert report.state == "closed"
    assert host.post(f"{reports}{report.id}/delete/", {"post": "yes"}).status_code == 403
    assert host.get(f"{reports}add/").status_code == 403
