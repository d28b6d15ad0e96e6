"""What happens to arrivals by themselves: the unproven are forgotten, the unanswered written to and then closed."""

import logging
from datetime import datetime

from server.kernel import leases
from server.people import mail
from server.people.models import Arrival
from server.people.services.sign_up import turn_away
from server.people.services.vouching import lapse_arrival
from shared.languages import say, speaking

log = logging.getLogger(__name__)


def settle_due_arrivals(*, now: datetime, limit: int = 100) -> int:
    """Do what is due by this instant and answer how many were taken. Safe to run twice, and at once."""
    due = Arrival.objects.filter(next_at__isnull=False)
    taken: list[Arrival] = leases.claim(due, now=now, limit=limit)
    for arrival in taken:
        try:
            _settle(Arrival.objects.select_related("person", "invite__inviter").get(pk=arrival.pk), now)
        except Exception:  # one address that cannot be written to must not hold up the others
            log.exception("an arrival could not be settled")
            leases.postpone(arrival, now=now, attempts=arrival.attempts)
    return len(taken)


def _settle(arrival: Arrival, now: datetime) -> None:
    if arrival.state == Arrival.State.KNOCKING:
        turn_away(person=arrival.person)
    elif arrival.state == Arrival.State.ASKED:
        _wait_or_lapse(arrival, now)


def _wait_or_lapse(arrival: Arrival, now: datetime) -> None:
    until = arrival.ends_at
    if until is None or now >= until:
        if lapse_arrival(person_id=arrival.person_id, now=now):
            _say_goodbye(arrival)
        return
    mail.write_to(arrival.person, "still_waiting", inviter=_inviter(arrival), until=until)
    Arrival.objects.filter(pk=arrival.pk).update(spoken_of_at=now)
    leases.finish(arrival, next_at=until)


def _say_goodbye(arrival: Arrival) -> None:
    """Tried once: an address that takes no letters must not keep the account open."""
    try:
        mail.write_to(arrival.person, "account_closed", inviter=_inviter(arrival))
    except OSError:
        log.exception("a closed account could not be written to")


def _inviter(arrival: Arrival) -> str:
    inviter = arrival.invite.inviter if arrival.invite else None
    with speaking(arrival.person.language):
        return inviter.name if inviter else say("Whoever invited you")
