"""Who is told what, once, and in which words."""

import pytest

from server.kernel.models import Fact
from server.notifications.models import Delivery, Notice
from tests.server import cast, world
from tests.server.circle import DAY, Circle, notices

HUG = {"kind": "cheer", "preset": "hug"}


def _tell_everything_twice() -> None:
    """Every fact once more, as after a worker that was killed before it could say it was done."""
    for fact in Fact.objects.exclude(next_at__isnull=False):
        fact.owed = ["server.notifications.handlers.habits.tell_missed"] if fact.kind == "day_missed" else []
        fact.next_at = fact.happened_at if fact.owed else None
        fact.save()
    cast.relay_all()


def _friend(circle: Circle, name: str, role: str = "gallery") -> cast.Door:
    person = cast.arrive(name)
    door = cast.door_of(person)
    cast.befriend(circle.people["Ana"], person)
    world.take_seat(circle.ana, door, person.id, circle.habit, role)
    return door


def test_a_friend_hears_that_they_are_asked_and_the_owner_that_they_agreed(circle: Circle) -> None:
    eve = cast.arrive("Eve")
    door = cast.door_of(eve)
    cast.befriend(circle.people["Ana"], eve)
    world.offer_seat(circle.ana, eve.id, circle.habit)
    circle.settle()
    assert notices(door) == ["Ana would like you to look, once a day, for 30 days."]
    door.put(f"/habits/{circle.habit}/seat", {"answer": "accept"})
    circle.settle()
    assert notices(circle.ana)[0] == "Eve is in."
    assert notices(door) == []


def test_a_no_is_never_told(circle: Circle) -> None:
    eve = cast.arrive("Eve")
    cast.befriend(circle.people["Ana"], eve)
    world.offer_seat(circle.ana, eve.id, circle.habit)
    circle.settle()
    before = notices(circle.ana)
    cast.door_of(eve).put(f"/habits/{circle.habit}/seat", {"answer": "decline"})
    circle.settle()
    assert notices(circle.ana) == before


def test_the_first_answer_at_once_and_the_others_together(circle: Circle) -> None:
    dora, emil = _friend(circle, "Dora"), _friend(circle, "Emil")
    circle.post()
    circle.settle()
    before = notices(circle.ana)
    for door in (circle.ben, circle.cleo, dora, emil):
        circle.time.advance(DAY / 1440)
        world.react(door, circle.habit, circle.today, "clap")
        circle.settle()
    told = notices(circle.ana)
    assert told[: -len(before)] == ["Cleo, Dora and Emil answered too.", "Ben saw you first."]


def test_the_first_is_first_even_if_heard_of_last(circle: Circle) -> None:
    circle.post()
    world.react(circle.cleo, circle.habit, circle.today, "clap")
    circle.time.advance(DAY / 1440)
    world.react(circle.ben, circle.habit, circle.today, "clap")
    waiting = Fact.objects.filter(kind="reaction_given").order_by("seq")
    waiting.filter(pk=waiting[0].pk).update(next_at=circle.time.instant + DAY / 24)
    circle.settle()
    assert set(notices(circle.ana)[:2]) == {"Ben answered too.", "Cleo saw you first."}
    circle.time.advance(DAY / 24)
    circle.settle()
    assert set(notices(circle.ana)[:2]) == {"Ben answered too.", "Cleo saw you first."}


def test_an_answer_taken_back_is_no_longer_told(circle: Circle) -> None:
    circle.post()
    circle.settle()
    before = notices(circle.ana)
    world.react(circle.ben, circle.habit, circle.today, "clap")
    circle.settle()
    circle.ben.delete(f"{circle.day()}/reaction")
    assert notices(circle.ana) == before


def test_thanks_reaches_whoever_answered(circle: Circle) -> None:
    circle.post()
    world.react(circle.ben, circle.habit, circle.today, "clap")
    circle.ana.put(f"{circle.day()}/thanks/{circle.people['Ben'].id}")
    circle.settle()
    assert notices(circle.ben) == ["Ana says thanks."]
    assert notices(circle.cleo) == []


def test_one_card_a_date_for_a_witness_however_many_habits(circle: Circle) -> None:
    other = world.promise(circle.ana, title="Stretch")["id"]
    world.take_seat(circle.ana, circle.ben, circle.people["Ben"].id, other, "witness")
    for _ in range(7):
        circle.post()
        world.check_in(circle.ana, other, circle.today)
        circle.wake()
    circle.stay_away()
    assert notices(circle.ben) == ["Ana's day stayed empty. Cheer, or let it go?"]
    assert notices(circle.cleo) == []
    _tell_everything_twice()
    assert Notice.objects.filter(kind="miss").count() == 1


def test_a_cheer_reaches_the_owner_and_letting_go_is_silent(circle: Circle) -> None:
    miss = circle.miss_a_day()
    before = notices(circle.ana)
    circle.ben.put(f"/misses/{miss['id']}/answer", {"kind": "let_go"})
    circle.settle()
    assert notices(circle.ana) == before
    circle.ben.put(f"/misses/{miss['id']}/answer", HUG)
    circle.settle()
    assert notices(circle.ana)[0] == "Ben sends you a hug."
    circle.ben.put(f"/misses/{miss['id']}/answer", HUG | {"preset": "take_your_time"})
    circle.settle()
    assert notices(circle.ana)[0] == "Ben says: take your time."
    assert len(notices(circle.ana)) == len(before) + 1
    circle.ben.put(f"/misses/{miss['id']}/answer", {"kind": "let_go"})
    assert notices(circle.ana) == before


def test_a_comeback_is_told_to_those_who_held_the_card(circle: Circle) -> None:
    circle.miss_a_day()
    late = _friend(circle, "Eve", "witness")
    circle.post()
    circle.settle()
    assert notices(circle.ben) == ["Ana is back. Say hello first?"]
    assert notices(late) == notices(circle.cleo) == []


def test_a_comeback_before_grace_ends_was_never_a_card(circle: Circle) -> None:
    circle.keep(7)
    circle.wake()
    circle.post()
    circle.go(circle.today, 13)
    assert notices(circle.ben) == []


def test_two_days_away_and_one_return_is_one_hello(circle: Circle) -> None:
    circle.keep(7)
    circle.stay_away()
    circle.stay_away()
    assert len(notices(circle.ben)) == 2
    circle.post()
    circle.settle()
    assert notices(circle.ben) == ["Ana is back. Say hello first?"]


def test_a_phone_that_was_offline_is_told_once(circle: Circle) -> None:
    circle.keep(7)
    done_at = circle.time.instant
    empty = circle.stay_away()
    assert len(notices(circle.ben)) == 1
    answer = world.check_in(circle.ana, circle.habit, empty, captured_at=done_at)
    assert answer.status_code == 201, answer.content
    circle.settle()
    assert notices(circle.ben) == ["Ana did it. The phone was offline."]


def test_rest_takes_the_card_away_without_a_word(circle: Circle) -> None:
    miss = circle.miss_a_day()
    circle.ben.put(f"/misses/{miss['id']}/answer", HUG)
    circle.settle()
    world.rest(circle.ana, miss["date"], miss["date"])
    circle.settle()
    assert notices(circle.ben) == []
    assert not any("hug" in line for line in notices(circle.ana))


def test_the_gentle_week_tells_nobody(circle: Circle) -> None:
    circle.keep(2)
    circle.stay_away()
    assert notices(circle.ben) == []
    assert Notice.objects.filter(kind="miss").count() == 0


def test_a_day_undone_and_posted_anew_is_answered_anew(circle: Circle) -> None:
    circle.post()
    world.react(circle.ben, circle.habit, circle.today, "clap")
    circle.settle()
    circle.time.advance(DAY / 24)
    world.undo(circle.ana, circle.habit, circle.today)
    circle.settle()
    assert "Ben saw you first." not in notices(circle.ana)
    circle.time.advance(DAY / 24)
    circle.post()
    world.react(circle.cleo, circle.habit, circle.today, "clap")
    circle.settle()
    assert notices(circle.ana)[0] == "Cleo saw you first."
    assert "Ben saw you first." not in notices(circle.ana)


def test_each_thing_told_has_one_delivery_a_channel(circle: Circle) -> None:
    circle.post()
    world.react(circle.ben, circle.habit, circle.today, "clap")
    world.react(circle.cleo, circle.habit, circle.today, "clap")
    circle.settle()
    for notice in Notice.objects.all():
        assert sorted(Delivery.objects.filter(notice=notice).values_list("channel", flat=True)) == ["console", "in_app"]


@pytest.mark.parametrize("word", ["failed", "lost", "broke", "again", "noticed", "shame"])
def test_words_that_are_never_said(circle: Circle, word: str) -> None:
    miss = circle.miss_a_day()
    circle.ben.put(f"/misses/{miss['id']}/answer", HUG)
    circle.settle()
    assert not any(word in line.lower() for line in notices(circle.ana) + notices(circle.ben))
