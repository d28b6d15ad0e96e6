"""One history, with and without a letter, sealed, let go, opened: who isn't told of letters hears the same bytes."""

from typing import Any

import pytest
from django.db import transaction

from server.letters.models import SealedLetter
from server.notifications.models import Notice
from shared import clock
from tests.server.circle import Circle, gather
from tests.server.hearing import outsiders, said_to
from tests.server.letters import story
from tests.server.letters.story import choose, let_go, see

WORLDS = ("no letter", "unseen", "let go", "left closed", "opened")


def _world(time: clock.StoppedClock, which: str) -> tuple[list[Any], list[Any]]:
    """Ana misses a day and stays away for a week; everybody listens three times."""
    start = time.instant
    circle = gather(time, starts_on=story.PROMISED)
    doors = outsiders(circle)
    if which != "no letter":
        story.keep_letters(circle.ben, circle.habit)
        story.write(circle)
        circle.ben.put(f"/habits/{circle.habit}/gold-letter", {"text": "Soon"})
    heard = list(said_to(circle, doors))
    miss = story.miss_a_day(circle)
    _act(circle, which, miss)
    circle.send()
    heard += said_to(circle, doors)
    story.until_it_may_open(circle, miss)
    if which in {"left closed", "opened"}:
        choice = {"left closed": "leave_closed", "opened": "open"}[which]
        assert choose(circle, miss, choice).status_code == 200
    circle.send()
    heard += said_to(circle, doors)
    told = sorted(Notice.objects.exclude(recipient__name__in=["Ana", "Ben"]).values_list("recipient__name", "kind"))
    states = SealedLetter.objects.filter(miss=miss["id"]).values_list("state", flat=True)
    assert list(states) == {"no letter": [], "left closed": ["closed"], "opened": ["opened"]}.get(which, ["burnt"])
    time.move_to(start)
    return heard, told


def _act(circle: Circle, which: str, miss: dict[str, Any]) -> None:
    if which == "let go":
        let_go(circle.ben, miss)
    elif which != "unseen":
        see(circle, miss)


@pytest.mark.django_db
def test_gallery_friends_and_strangers_hear_nothing_of_letters(time: clock.StoppedClock) -> None:
    worlds = []
    for which in WORLDS:
        with transaction.atomic():
            worlds.append(_world(time, which))
            transaction.set_rollback(True)  # nothing of one world stays in the next
    (heard, told), *others = worlds
    assert len(heard) > 0
    for heard_there, told_there in others:
        for one, other in zip(heard, heard_there, strict=True):
            assert one == other
        assert told == told_there
