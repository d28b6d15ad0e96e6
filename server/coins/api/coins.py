"""Coins of a group: my purse, gifts, offers."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.coins import services
from server.coins.models import CoinTransfer, Offer
from server.coins.selectors import Coins, read_coins
from server.habits.printing_days import print_instant
from server.kernel.said import LineField, Said
from server.kernel.schema import made_by_phone, refuses
from server.people.api.shapes import PersonShape
from server.people.models import Person
from server.people.printing import brief
from shared import clock, limits
from shared.codes import Code
from shared.coins import A_DAY, PRICE_MAX


class CoinsOnInput(Said):
    on = serializers.BooleanField()


class GiftInput(Said):
    person = serializers.UUIDField(help_text="A member who showed up")
    coins = serializers.IntegerField(min_value=1, max_value=A_DAY)


class OfferInput(Said):
    title = LineField(max_length=limits.TITLE_MAX)
    price = serializers.IntegerField(min_value=1, max_value=PRICE_MAX)


class OfferShape(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    person = PersonShape()
    title = serializers.CharField()
    price = serializers.IntegerField()


class MoveShape(serializers.Serializer[Any]):
    person = PersonShape()
    coins = serializers.IntegerField()
    title = serializers.CharField(help_text="Of an offer of mine that was taken; empty for a gift")
    at = serializers.DateTimeField()


class CoinsShape(serializers.Serializer[Any]):
    on = serializers.BooleanField(help_text="There are coins in this group")
    mine_on = serializers.BooleanField(help_text="I want some, in any group")
    left_today = serializers.IntegerField(help_text="Of my four, over all groups; gone overnight")
    purse = serializers.IntegerField(help_text="What I received here and have not spent")
    takers = PersonShape(many=True, help_text="Members I can give some to now: they showed up")
    offers = OfferShape(many=True)
    received = MoveShape(many=True, help_text="Gifts to me, latest first")
    taken = MoveShape(many=True, help_text="Who took an offer of mine, latest first")


class CoinsView(APIView):
    @extend_schema(operation_id="read_coins", responses=CoinsShape)
    def get(self, request: Request, challenge_id: UUID) -> Response:
        """My coins in a group I am in. Nobody else's purse is told."""
        return Response(_print(read_coins(request.user, challenge_id, now=clock.now())))

    @extend_schema(operation_id="set_group_coins", request=CoinsOnInput, responses={204: None})
    def put(self, request: Request, challenge_id: UUID) -> Response:
        """Whether there are coins in this group, if I look after it."""
        services.want_group_coins(creator=request.user, challenge_id=challenge_id, on=_on(request))
        return Response(status=204)


class MyCoinsView(APIView):
    @extend_schema(operation_id="set_my_coins", request=CoinsOnInput, responses={204: None})
    def put(self, request: Request) -> Response:
        """Whether I give and get coins at all."""
        services.want_coins(person=request.user, on=_on(request))
        return Response(status=204)


class GiftView(APIView):
    @extend_schema(
        operation_id="give_coins", parameters=[made_by_phone("gift_id")], request=GiftInput, responses={204: None},
        **refuses(
            Code.CHALLENGE_OVER, Code.COINS_OFF, Code.COIN_ONESELF, Code.NOT_SHOWN_UP, Code.COINS_GIVEN, Code.CONFLICT
        ),
    )  # fmt: skip
    def put(self, request: Request, challenge_id: UUID, gift_id: UUID) -> Response:
        """Give some of today's four to somebody who showed up."""
        said = GiftInput(data=request.data)
        said.is_valid(raise_exception=True)
        services.give_coins(
            giver=request.user, challenge_id=challenge_id, gift_id=gift_id, person_id=said.validated_data["person"],
            coins=said.validated_data["coins"], now=clock.now(),
        )  # fmt: skip
        return Response(status=204)


class OfferView(APIView):
    @extend_schema(
        operation_id="save_offer", parameters=[made_by_phone("offer_id")], request=OfferInput, responses={204: None},
        **refuses(Code.GROWN_UPS_ONLY, Code.COINS_OFF),
    )  # fmt: skip
    def put(self, request: Request, challenge_id: UUID, offer_id: UUID) -> Response:
        """Write what I would do for coins, or write it otherwise."""
        said = OfferInput(data=request.data)
        said.is_valid(raise_exception=True)
        services.save_offer(
            writer=request.user, challenge_id=challenge_id, offer_id=offer_id, now=clock.now(), **said.validated_data
        )
        return Response(status=204)

    @extend_schema(operation_id="close_offer", responses={204: None})
    def delete(self, request: Request, challenge_id: UUID, offer_id: UUID) -> Response:
        """Take my offer back."""
        services.close_offer(writer=request.user, challenge_id=challenge_id, offer_id=offer_id, now=clock.now())
        return Response(status=204)


class TakeView(APIView):
    @extend_schema(
        operation_id="take_offer", parameters=[made_by_phone("take_id")], request=None, responses={204: None},
        **refuses(Code.GROWN_UPS_ONLY, Code.COINS_OFF, Code.COIN_ONESELF, Code.COINS_FEW, Code.CONFLICT),
    )  # fmt: skip
    def put(self, request: Request, challenge_id: UUID, offer_id: UUID, take_id: UUID) -> Response:
        """Spend received coins on a member's offer. The rest is between the two."""
        services.take_offer(
            taker=request.user, challenge_id=challenge_id, offer_id=offer_id, take_id=take_id, now=clock.now()
        )
        return Response(status=204)


def _on(request: Request) -> bool:
    said = CoinsOnInput(data=request.data)
    said.is_valid(raise_exception=True)
    return bool(said.validated_data["on"])


def _print(coins: Coins) -> dict[str, Any]:
    return {
        "on": coins.on, "mine_on": coins.mine_on, "left_today": coins.left_today, "purse": coins.purse,
        "takers": [brief(person) for person in coins.takers],
        "offers": [_print_offer(offer) for offer in coins.offers],
        "received": [_print_move(one) for one in coins.received], "taken": [_print_move(one) for one in coins.taken],
    }  # fmt: skip


def _print_offer(offer: Offer) -> dict[str, Any]:
    return {"id": str(offer.id), "person": brief(offer.writer), "title": offer.title, "price": offer.price}


def _print_move(move: CoinTransfer) -> dict[str, Any]:
    return {
        "person": brief(move.giver or Person()), "coins": move.coins, "title": move.offer.title if move.offer else "",
        "at": print_instant(move.created_at),
    }  # fmt: skip
