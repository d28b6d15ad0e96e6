"""The change log and the notices don't grow for ever, and a phone that was away that long starts anew."""

from datetime import timedelta

from server.feed.tasks import forget_old_facts
from server.kernel.models import Fact
from server.notifications.models import Delivery, Notice
from server.notifications.tasks import forget_old_notices
from tests.server import world
from tests.server.circle import Circle, notices


def test_after_ninety_days_a_phone_starts_anew(circle: Circle) -> None:
    seq = circle.ana.get("/changes").json()["seq"]
    circle.time.advance(timedelta(days=60))
    circle.post()
    circle.settle()
    forget_old_facts()
    assert circle.ana.get(f"/changes?after={seq}").status_code == 200
    latest = circle.ana.get("/changes").json()["seq"]
    circle.time.advance(timedelta(days=91))
    forget_old_facts()
    assert not Fact.objects.exists()
    assert circle.ana.get(f"/changes?after={seq}").json()["code"] == "resync"
    assert circle.ana.get(f"/changes?after={latest}").json()["check_ins"] == []
    assert len(circle.ana.get("/changes").json()["check_ins"]) == 1


def test_a_fact_somebody_still_owes_is_kept(circle: Circle) -> None:
    circle.post()
    circle.settle()
    owed = Fact.objects.order_by("-seq").first()
    assert owed is not None
    Fact.objects.filter(pk=owed.pk).update(next_at=circle.time.instant, owed=["somebody"])
    circle.time.advance(timedelta(days=91))
    forget_old_facts()
    assert list(Fact.objects.values_list("pk", flat=True)) == [owed.pk]


def test_old_notices_go_and_are_not_told_once_more(circle: Circle) -> None:
    circle.post()
    day = circle.today
    world.react(circle.ben, circle.habit, day, "clap")
    circle.send()
    assert "Ben saw you first." in notices(circle.ana)
    circle.time.advance(timedelta(days=91))
    forget_old_notices()
    assert Notice.objects.count() == Delivery.objects.count() == 0
    world.react(circle.cleo, circle.habit, day, "clap")
    circle.send()
    assert not any("saw you first" in line for line in notices(circle.ana))
