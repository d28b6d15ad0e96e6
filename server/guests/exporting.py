"""Links for guests, for the export of who made them."""

from collections.abc import Iterator
from typing import Any

from server.guests.models import GuestLink
from server.kernel.batches import each
from server.people.models import Person


def guest_links(person: Person) -> Iterator[dict[str, Any]]:
    for link in each(GuestLink.objects.filter(owner=person).select_related("check_in")):
        yield {
            "habit": link.check_in.habit_id, "date": link.check_in.date, "made_at": link.created_at,
            "expires_at": link.expires_at, "withdrawn_at": link.withdrawn_at, "name": link.name, "kind": link.kind,
            "answered_at": link.answered_at, "beside_wished_at": link.beside_wished_at,
            "beside_used_at": link.beside_used_at,
        }  # fmt: skip
