"""What challenges hear about. Each may run twice."""

from datetime import date
from uuid import UUID

from server.challenges.services.carrying import tell_chains_of
from server.challenges.services.ends import look_for_ends_of
from server.challenges.services.leaving import part_pairs
from server.kernel.models import Fact
from shared import clock


def follow_check_in(fact: Fact) -> None:
    """Somebody came in: a chain may be waiting for one more, or for nobody."""
    day = date.fromisoformat(fact.payload["date"])
    tell_chains_of(UUID(fact.payload["habit"]), day, now=clock.now())


def follow_clock(fact: Fact) -> None:
    """A journey may move an end."""
    look_for_ends_of(fact.person_id)


def follow_block(fact: Fact) -> None:
    """Two who were alone together are so no longer."""
    part_pairs(UUID(fact.payload["person"]), UUID(fact.payload["blocked"]), now=clock.now())
