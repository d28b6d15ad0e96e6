"""What a guest does with a link: opens it in one browser, answers, and asks to keep watching."""

import secrets
from datetime import datetime

from django.db import transaction

from server.guests.facts import GUEST_ANSWERED
from server.guests.models import GuestLink
from server.guests.selectors import get_claimed, get_link, hashed
from server.kernel.facts import record
from server.people.services.invites import open_invite, withdraw_invite
from shared import limits
from shared.codes import Code, Refused
from shared.words import one_line


def claim(*, token: str, now: datetime) -> str:
    """Take the link for this browser and answer the key for its cookie. Raises Refused(not_found) if another has it."""
    link, key = get_link(token, now=now), secrets.token_urlsafe(limits.GUEST_TOKEN_BYTES)
    if not GuestLink.objects.filter(id=link.id, browser_hash="").update(browser_hash=hashed(key)):
        raise Refused(Code.NOT_FOUND)
    return key


@transaction.atomic
def answer(*, token: str, key: str, name: str, kind: str, now: datetime) -> GuestLink:
    """One answer under one name; said anew, it takes the place of the first. Raises Refused(not_found, invalid)."""
    link = GuestLink.objects.select_for_update(of=("self",)).get(id=get_claimed(token, key, now=now).id)
    said = one_line(name, limits.NAME_MAX)
    if kind not in limits.REACTIONS:
        raise Refused(Code.INVALID, "kind")
    if (link.name, link.kind) != (said, kind):
        link.name, link.kind, link.answered_at = said, kind, link.answered_at or now
        link.save(update_fields=["name", "kind", "answered_at"])
        record(GUEST_ANSWERED, person_id=link.owner_id, now=now, guest_link=str(link.id))
    return link


@transaction.atomic
def keep_watching(*, token: str, key: str, now: datetime, beside: bool = False) -> str:
    """An invite of the owner's for this guest; the answer is its token, shown this once.

    `beside`: they would like to start beside this photo, which is remembered for when they are friends.

    Asked once more, the one before is withdrawn. Raises Refused: not_found, too_many (three for one guest),
    beside_closed where nobody may start beside it, and what making an invite refuses.
    """
    link = GuestLink.objects.select_for_update(of=("self",)).get(id=get_claimed(token, key, now=now).id)
    if beside and not link.check_in.habit.opens_beside:
        raise Refused(Code.BESIDE_CLOSED)
    if link.invites_made >= limits.GUEST_INVITES_MAX:
        raise Refused(Code.TOO_MANY)
    if link.invite_id is not None:
        withdraw_invite(inviter=link.owner, invite_id=link.invite_id, now=now)
    link.invite, invite_token = open_invite(inviter=link.owner, now=now)
    link.invites_made += 1
    link.beside_wished_at = now if beside else link.beside_wished_at
    link.save(update_fields=["invite", "invites_made", "beside_wished_at"])
    return invite_token
