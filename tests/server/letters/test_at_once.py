"""Opening, letting go, coming back and leaving at the same moment: each is answered, whoever comes first."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from server.letters.models import GoldLetter, SealedLetter
from shared import clock
from tests.server import cast, world
from tests.server.circle import Circle, gather
from tests.server.letters import story
from tests.server.letters.story import WORDS, choose, fate, may_open, miss_a_day, see
from tests.server.threads import all_at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def circle(transactional_db: None, time: clock.StoppedClock) -> Circle:
    circle = gather(time, starts_on=story.PROMISED)
    story.keep_letters(circle.ben, circle.habit)
    story.write(circle)
    return circle


def _codes(answers: list[Any]) -> list[int]:
    assert not [answer for answer in answers if isinstance(answer, Exception)], answers
    return [answer.status_code for answer in answers]


def test_letting_go_seeing_and_a_comeback_at_once(circle: Circle) -> None:
    """The window runs still: whoever is first, a comeback burns the letter and nothing revives it."""
    miss = miss_a_day(circle)
    path = f"/misses/{miss['id']}"
    back = partial(world.check_in, circle.ana, circle.habit, circle.today)
    go = partial(circle.ben.put, f"{path}/answer", {"kind": "let_go"})
    look = partial(cast.door_of(circle.people["Ben"]).put, f"{path}/look")
    posted, let_go, seen = _codes(all_at_once([back, go, look]))
    assert (posted, seen) == (201, 204)
    assert let_go in {200, 409}
    assert fate(circle, miss) in {("burnt", "comeback"), ("burnt", "let_go")}


@pytest.mark.parametrize("meanwhile", ["the last keeper leaves", "a photo from before arrives", "rest"])
def test_opening_while_its_reason_goes(circle: Circle, meanwhile: str) -> None:
    miss = may_open(circle)
    captured = circle.time.instant - timedelta(days=3, hours=4)
    acts: dict[str, Callable[[], Any]] = {
        "the last keeper leaves": partial(circle.ben.delete, f"/habits/{circle.habit}/seat"),
        "a photo from before arrives": partial(
            world.check_in, cast.door_of(circle.people["Ana"]), circle.habit, miss["date"], captured_at=captured
        ),
        "rest": partial(world.rest, cast.door_of(circle.people["Ana"]), circle.today, circle.today, circle.habit),
    }
    opened, other = all_at_once([partial(choose, circle, miss, "open"), acts[meanwhile]])
    assert not isinstance(other, Exception)
    if opened.status_code == 200:
        assert opened.json()["text"] == WORDS
        assert fate(circle, miss) == ("opened", None)
    else:
        assert (opened.status_code, opened.json()["code"]) == (409, "letter_gone")
        assert fate(circle, miss)[0] == "burnt"


def test_two_letters_asked_for_at_once_open_one(circle: Circle) -> None:
    first = miss_a_day(circle)
    see(circle, first)
    circle.stay_away()
    second = circle.item()["miss"]
    see(circle, second)
    story.until_it_may_open(circle, second)
    doors = [cast.door_of(circle.people["Ana"]) for _ in range(4)]
    asked = [first, second, first, second]
    answers = all_at_once(
        [
            partial(door.put, f"/misses/{miss['id']}/letter", {"choice": "open"})
            for door, miss in zip(doors, asked, strict=True)
        ]
    )
    assert sorted(_codes(answers)) == [200, 200, 409, 409]
    assert sorted(SealedLetter.objects.exclude(state="sealed").values_list("state", flat=True)) == ["burnt", "opened"]


def test_a_gold_letter_is_withdrawn_or_opens_never_both(circle: Circle) -> None:
    circle.ben.put(f"/habits/{circle.habit}/gold-letter", {"text": "Seven"})
    circle.keep(6)
    post = partial(world.check_in, circle.ana, circle.habit, circle.today)
    _codes(all_at_once([post, partial(circle.ben.delete, f"/habits/{circle.habit}/gold-letter")]))
    left = GoldLetter.objects.first()
    assert left is None or left.opened_at is not None
