"""Giving coins, writing offers, taking them. Whoever's account goes down is held meanwhile, so sums are exact."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from server.challenges.selectors.groups import Group, load_group
from server.challenges.selectors.reading import get_membership
from server.challenges.selectors.sight import shown_to
from server.challenges.services.making import get_created
from server.coins.models import CoinTransfer, NoCoins, Offer
from server.coins.selectors import given_by, moves_of, showed_up, today_of, who_is_off
from server.kernel.text import one_line
from server.people.locks import lock_people
from server.people.models import Person
from shared import ids
from shared.codes import Code, Refused
from shared.coins import OFFERS_MAX, Transfer, check_gift, check_take


@transaction.atomic
def give_coins(
    *, giver: Person, challenge_id: UUID, gift_id: UUID, person_id: UUID, coins: int, now: datetime
) -> None:  # fmt: skip
    """Give some of today's four to a member who showed up. The same id again is done.

    Raises Refused: not_found (nobody they see there), challenge_over, coins_off (they, the other or the group want
    none), coin_oneself, not_shown_up, coins_given, conflict where the id is another gift.
    """
    lock_people(giver.id)
    group = _group(giver, challenge_id)
    if _is_known(gift_id, giver, challenge_id, person_id, coins):
        return
    if person_id not in shown_to(giver, group, now=now):
        raise Refused(Code.NOT_FOUND)
    if group.challenge.ended_at is not None:
        raise Refused(Code.CHALLENGE_OVER)
    _check_on(group, giver.id, person_id)
    today = today_of(group, giver.id, now)
    gift = Transfer(giver.id, person_id, coins, today)
    check_gift(given_by(giver, today), gift, showed_up=showed_up(group, giver.id, person_id, now))
    CoinTransfer.objects.create(
        id=gift_id, challenge=group.challenge, giver=giver, receiver_id=person_id, coins=coins,
        given_on=today, created_at=now,
    )  # fmt: skip


@transaction.atomic
def save_offer(
    *, writer: Person, challenge_id: UUID, offer_id: UUID, title: str, price: int, now: datetime
) -> None:  # fmt: skip
    """Write an offer, or change one of one's own. Raises Refused: not_found, grown_ups_only, coins_off, too_many."""
    lock_people(writer.id)
    group = _group(writer, challenge_id)
    known = Offer.objects.filter(id=offer_id).first()
    if known is not None and (known.writer_id, known.challenge_id) != (writer.id, challenge_id):
        raise Refused(Code.NOT_FOUND)
    if not ids.is_uuid7(offer_id):
        raise Refused(Code.INVALID, "An offer's id is a UUIDv7.")
    _check_grown_up(group, writer, now)
    _check_on(group, writer.id)
    mine = Offer.objects.filter(challenge=challenge_id, writer=writer, closed_at__isnull=True)
    if known is None and mine.count() >= OFFERS_MAX:
        raise Refused(Code.TOO_MANY)
    fields = {"challenge": group.challenge, "writer": writer, "title": one_line(title), "price": price}
    Offer.objects.update_or_create(id=offer_id, defaults=fields, create_defaults=fields | {"created_at": now})


@transaction.atomic
def close_offer(*, writer: Person, challenge_id: UUID, offer_id: UUID, now: datetime) -> None:
    """Take an offer back. What was taken of it stays. Raises Refused(not_found)."""
    mine = Offer.objects.filter(id=offer_id, writer=writer, challenge=challenge_id)
    get_membership(writer, challenge_id)
    if not mine.exists():
        raise Refused(Code.NOT_FOUND)
    mine.filter(closed_at__isnull=True).update(closed_at=now)


@transaction.atomic
def take_offer(*, taker: Person, challenge_id: UUID, offer_id: UUID, take_id: UUID, now: datetime) -> None:
    """Spend received coins on an offer of a member one sees. The same id again is done. What follows is between them.

    Raises Refused: not_found, grown_ups_only, coins_off, coin_oneself, coins_few, conflict.
    """
    lock_people(taker.id)
    group = _group(taker, challenge_id)
    offer = Offer.objects.filter(id=offer_id, challenge=challenge_id).first()
    if offer is None or offer.writer_id not in shown_to(taker, group, now=now):
        raise Refused(Code.NOT_FOUND)
    known = CoinTransfer.objects.filter(id=take_id).first()
    if known is not None:
        if (known.giver_id, known.offer_id) != (taker.id, offer_id):
            raise Refused(Code.CONFLICT)
        return
    if offer.closed_at is not None:
        raise Refused(Code.NOT_FOUND)
    _check_grown_up(group, taker, now)
    _check_on(group, taker.id, offer.writer_id)
    check_take(moves_of(taker, challenge_id), Transfer(taker.id, offer.writer_id, offer.price))
    CoinTransfer.objects.create(
        id=take_id, challenge=group.challenge, giver=taker, receiver_id=offer.writer_id, coins=offer.price,
        offer=offer, created_at=now,
    )  # fmt: skip


@transaction.atomic
def want_coins(*, person: Person, on: bool) -> None:
    """Whether this person gives and gets coins, in every group."""
    lock_people(person.id)
    if on:
        NoCoins.objects.filter(person=person).delete()
    else:
        NoCoins.objects.get_or_create(person=person)


@transaction.atomic
def want_group_coins(*, creator: Person, challenge_id: UUID, on: bool) -> None:
    """Whether there are coins in this group. Raises Refused(not_found) for whoever does not look after it."""
    lock_people(creator.id)
    get_created(creator, challenge_id)
    if on:
        NoCoins.objects.filter(challenge=challenge_id).delete()
    else:
        NoCoins.objects.get_or_create(challenge_id=challenge_id)


def _group(person: Person, challenge_id: UUID) -> Group:
    return load_group(get_membership(person, challenge_id).challenge)


def _is_known(gift_id: UUID, giver: Person, challenge_id: UUID, person_id: UUID, coins: int) -> bool:
    if not ids.is_uuid7(gift_id):
        raise Refused(Code.INVALID, "A gift's id is a UUIDv7.")
    known = CoinTransfer.objects.filter(id=gift_id).first()
    if known is None:
        return False
    if (known.giver_id, known.challenge_id, known.receiver_id, known.coins) != (
        giver.id, challenge_id, person_id, coins,
    ):  # fmt: skip
        raise Refused(Code.CONFLICT)
    return True


def _check_on(group: Group, *person_ids: UUID) -> None:
    off, is_off = who_is_off(group)
    if is_off or off & set(person_ids):
        raise Refused(Code.COINS_OFF)


def _check_grown_up(group: Group, person: Person, now: datetime) -> None:
    if not person.is_adult(today_of(group, person.id, now)):
        raise Refused(Code.GROWN_UPS_ONLY)
