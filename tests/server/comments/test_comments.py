"""Words of one's own about a friend's day: who may write them, who reads them, and when they are gone."""

from datetime import timedelta
from typing import Any

import pytest

from server.comments.forgetting import forget_comments
from server.comments.models import Comment
from server.notifications.channels import Console
from server.people.models import Person
from shared import ids, limits
from shared.clock import StoppedClock
from tests.server import cast, world
from tests.server.cast import Door
from tests.server.circle import DAY, Circle, everybody, gather, notices
from tests.server.threads import all_at_once

WORDS = "What a morning"


def write(circle: Circle, door: Door, text: Any = WORDS, comment_id: object = None, on: Any = None) -> Any:
    return door.put(f"{circle.day(on)}/comments/{comment_id or ids.uuid7()}", {"text": text})


def named(circle: Circle, *names: str) -> None:
    """Ana lets them write, and showed up today."""
    for name in names or ("Ben",):
        world.let_write(circle.ana, circle.people[name].id)
    circle.post()


def read(circle: Circle, door: Door, on: Any = None) -> list[str]:
    answer = door.get(f"{circle.day(on)}/comments")
    return [one["text"] for one in answer.json()["items"]] if answer.status_code == 200 else []


def about(person: Person, birth_year: int | None) -> None:
    Person.objects.filter(pk=person.pk).update(birth_year=birth_year)


@pytest.mark.sqlite
def test_a_named_friend_writes_and_the_owner_reads(circle: Circle) -> None:
    named(circle)
    (card,) = circle.ben.get("/feed").json()["items"]
    assert (card["may_write"], card["my_comments"]) == (True, [])
    assert write(circle, circle.ben).status_code == 204
    (said,) = circle.item()["comments"]
    assert (said["text"], said["person"]["name"]) == (WORDS, "Ben")
    assert [one["text"] for one in circle.ben.get("/feed").json()["items"][0]["my_comments"]] == [WORDS]
    circle.settle()
    (told,) = [one for one in circle.ana.get("/notices").json()["items"] if one["kind"] == "comment"]
    assert (told["text"], told["words"], told["about"]) == ("Ben wrote to you.", WORDS, said["id"])


def test_nobody_is_named_by_default_and_only_those_who_are_may(circle: Circle) -> None:
    circle.post()
    assert circle.ben.get("/feed").json()["items"][0]["may_write"] is False
    assert world.refusal(write(circle, circle.ben)) == (409, "own_words_closed")
    world.let_write(circle.ana, circle.people["Ben"].id)
    assert world.refusal(write(circle, circle.cleo)) == (409, "own_words_closed")
    assert write(circle, circle.ben).status_code == 204
    world.let_write(circle.ana, circle.people["Ben"].id, allowed=False)
    assert world.refusal(write(circle, circle.ben)) == (409, "own_words_closed")
    assert read(circle, circle.ana) == [WORDS], "what was written stays"
    assert Comment.objects.count() == 1


def test_it_is_between_the_two_of_them(circle: Circle) -> None:
    named(circle, "Ben", "Cleo")
    comment_id = ids.uuid7()
    write(circle, circle.ben, comment_id=comment_id)
    for role, door in everybody(circle).items():
        assert read(circle, door) == ([WORDS] if role in {"owner", "witness"} else []), role
        if role not in {"owner", "witness"}:
            assert WORDS not in "".join(door.get(path).content.decode() for path in ("/feed", "/rounds", "/notices"))
            assert door.delete(f"{circle.day()}/comments/{comment_id}").status_code in {401, 404}, role
    assert world.refusal(write(circle, circle.cleo, comment_id=comment_id)) == (404, "not_found")
    assert world.refusal(write(circle, circle.ana)) == (404, "not_found")


@pytest.mark.parametrize("ending", ["unfriended", "blocked", "restricted", "seat ended", "suspended", "undone"])
def test_access_is_decided_at_each_reading(circle: Circle, ending: str) -> None:
    named(circle)
    write(circle, circle.ben)
    circle.settle()
    ben, ana = circle.people["Ben"].id, circle.people["Ana"].id
    acts = {
        "unfriended": lambda: circle.ana.delete(f"/friends/{ben}"),
        "blocked": lambda: circle.ben.put(f"/blocks/{ana}"),
        "restricted": lambda: circle.ana.put(f"/friends/{ben}/distance", {"muted": False, "restricted": True}),
        "seat ended": lambda: world.end_seat(circle.ana, ben, circle.habit),
        "suspended": lambda: Person.objects.filter(pk=ben).update(is_active=False),
        "undone": lambda: world.undo(circle.ana, circle.habit, circle.today),
    }
    acts[ending]()
    assert read(circle, circle.ana) == []
    assert "Ben wrote to you." not in notices(circle.ana)
    assert WORDS not in circle.ana.get("/today").content.decode()
    if ending != "suspended":
        assert world.refusal(write(circle, circle.ben)) == (404, "not_found")


def test_friends_anew_find_nothing_of_before(circle: Circle) -> None:
    named(circle)
    write(circle, circle.ben)
    ben = circle.people["Ben"]
    circle.ana.delete(f"/friends/{ben.id}")
    circle.settle()
    circle.time.advance(timedelta(minutes=5))
    cast.befriend(circle.people["Ana"], ben)
    world.take_seat(circle.ana, circle.ben, ben.id, circle.habit)
    assert (read(circle, circle.ana), read(circle, circle.ben)) == ([], [])
    assert world.refusal(write(circle, circle.ben)) == (409, "own_words_closed"), "it is given anew, or not"


@pytest.mark.parametrize("who", ["ana", "ben"])
def test_either_takes_it_away_for_both_and_no_resend_brings_it_back(circle: Circle, who: str) -> None:
    named(circle)
    comment_id = ids.uuid7()
    write(circle, circle.ben, comment_id=comment_id)
    for _ in range(2):
        assert getattr(circle, who).delete(f"{circle.day()}/comments/{comment_id}").status_code == 204
    assert (read(circle, circle.ana), read(circle, circle.ben)) == ([], [])
    assert write(circle, circle.ben, comment_id=comment_id).status_code == 204
    assert read(circle, circle.ana) == []
    assert Comment.objects.get().text == "", "not one word of it is kept"


def test_said_otherwise_on_the_same_day_and_no_later(circle: Circle) -> None:
    named(circle)
    comment_id, day = ids.uuid7(), circle.today
    for text in (WORDS, WORDS, "What an evening"):
        assert write(circle, circle.ben, text, comment_id).status_code == 204
    circle.settle()
    assert read(circle, circle.ana) == ["What an evening"]
    assert notices(circle.ana).count("Ben wrote to you.") == 1
    circle.wake()
    assert write(circle, circle.ben, "What an evening", comment_id, day).status_code == 204, "a late resend"
    assert world.refusal(write(circle, circle.ben, "Other", comment_id, day)) == (409, "window_closed")
    circle.post()
    assert world.refusal(write(circle, circle.ben, "Other", comment_id)) == (409, "conflict")
    assert read(circle, circle.ana, day) == ["What an evening"]


def test_a_day_posted_anew_is_spoken_of_anew(circle: Circle) -> None:
    named(circle)
    write(circle, circle.ben)
    circle.time.advance(timedelta(minutes=1))
    world.undo(circle.ana, circle.habit, circle.today)
    circle.settle()
    circle.time.advance(timedelta(minutes=1))
    circle.post()
    assert read(circle, circle.ana) == []
    assert write(circle, circle.ben, "Once more").status_code == 204
    circle.settle()
    assert read(circle, circle.ana) == ["Once more"]


@pytest.mark.parametrize(
    "text", ["", "  ", "x" * 281, "see https://evil.example", "www.evil.example", 7, None, "a\u0000"]
)
def test_words_that_are_no_line(circle: Circle, text: Any) -> None:
    named(circle)
    assert world.refusal(write(circle, circle.ben, text)) in {(400, "invalid")}
    assert not Comment.objects.exists()


def test_it_stands_on_one_line_and_nothing_in_it_reorders(circle: Circle) -> None:
    named(circle)
    write(circle, circle.ben, "one\ntwo \u202eeert")
    assert read(circle, circle.ana) == ["one two eert"]


@pytest.mark.parametrize(("owner", "writer", "may"), [(2009, 1990, False), (2009, 2009, True), (1990, 2009, True)])
def test_grown_ups_have_set_words_only_for_somebody_who_may_be_under_18(
    circle: Circle, owner: int, writer: int, may: bool
) -> None:
    about(circle.people["Ana"], owner)
    about(circle.people["Ben"], writer)
    answer = circle.ana.put(f"/friends/{circle.people['Ben'].id}/own-words", {"allowed": True})
    assert (answer.status_code == 204) == may
    if not may:
        assert world.refusal(answer) == (422, "presets_only")
    circle.post()
    assert (write(circle, circle.ben).status_code == 204) == may


def test_a_flag_from_before_does_not_outlive_the_rule(circle: Circle) -> None:
    """Named while neither was certainly grown up; the writer is the first to be."""
    for name in ("Ana", "Ben"):
        about(circle.people[name], 2008)
    named(circle)
    assert circle.ben.get("/feed").json()["items"][0]["may_write"] is True
    about(circle.people["Ben"], 2007)
    assert circle.ben.get("/feed").json()["items"][0]["may_write"] is False
    assert world.refusal(write(circle, circle.ben)) == (409, "own_words_closed")


def test_five_a_day_to_one_friend(circle: Circle) -> None:
    named(circle)
    answers = [write(circle, circle.ben, f"Line {n}") for n in range(limits.COMMENTS_PER_DAY + 1)]
    assert [one.status_code for one in answers[:-1]] == [204] * limits.COMMENTS_PER_DAY
    assert world.refusal(answers[-1]) == (409, "too_many_comments")
    circle.wake()
    assert write(circle, circle.ben, on=circle.today - DAY).status_code == 204


@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_exactly_so_many_pass(time: StoppedClock) -> None:
    circle = gather(time)
    named(circle)
    calls = [lambda n=n: write(circle, circle.ben, f"Line {n}").status_code for n in range(12)]
    assert sorted(all_at_once(calls)) == [204] * limits.COMMENTS_PER_DAY + [409] * (12 - limits.COMMENTS_PER_DAY)
    assert Comment.objects.count() == limits.COMMENTS_PER_DAY


def test_from_somebody_muted_it_is_in_the_list_and_rings_nowhere(
    circle: Circle, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.NOTICES_ON_CONSOLE = True
    assert Console.interrupts
    named(circle, "Ben", "Cleo")
    circle.ana.put(f"/friends/{circle.people['Ben'].id}/distance", {"muted": True, "restricted": False})
    write(circle, circle.ben)
    write(circle, circle.cleo, "Louder")
    circle.send()
    rung = capsys.readouterr().out
    assert "Cleo wrote to you." in rung
    assert "Ben wrote to you." not in rung
    assert {"Ben wrote to you.", "Cleo wrote to you."} <= set(notices(circle.ana))
    assert WORDS not in rung, "no words on a lock screen"
    assert circle.ana.get("/friends").json()["items"][0]["own_words"] is True, "muting takes nothing else away"


def test_a_departed_friends_words_go_with_them(circle: Circle) -> None:
    named(circle)
    write(circle, circle.ben)
    assert forget_comments(circle.people["Ben"].id) == 1
    assert forget_comments(circle.people["Ben"].id) == 0
    assert read(circle, circle.ana) == []
