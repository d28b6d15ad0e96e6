"""Links for guests, as their owner makes and withdraws them."""

from typing import Any
from uuid import UUID

from django.conf import settings
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.guests.models import GuestLink
from server.guests.selectors import links_of
from server.guests.services.links import open_guest_link, withdraw_guest_link
from server.habits.api.path import DATE, read_day
from server.habits.printing_days import print_instant
from server.kernel.schema import refuses
from shared import clock
from shared.codes import Code


class GuestAnswerShape(serializers.Serializer[Any]):
    name = serializers.CharField()
    kind = serializers.CharField()
    answered_at = serializers.DateTimeField()


class GuestLinkShape(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    habit = serializers.UUIDField()
    date = serializers.DateField()
    expires_at = serializers.DateTimeField()
    living = serializers.BooleanField(help_text="Whether it still shows the photo")
    answer = GuestAnswerShape(allow_null=True)


class NewGuestLinkShape(GuestLinkShape):
    url = serializers.CharField(help_text="Shown this once")


class GuestLinksShape(serializers.Serializer[Any]):
    items = GuestLinkShape(many=True)


class DayGuestLinksView(APIView):
    @extend_schema(
        operation_id="open_guest_link", parameters=[DATE], request=None, responses={201: NewGuestLinkShape},
        **refuses(Code.TOO_MANY_INVITES),
    )  # fmt: skip
    def post(self, request: Request, habit_id: UUID, date: str) -> Response:
        """A link that shows this day's photo to one person without Kith, in one browser, for a week."""
        link, token = open_guest_link(owner=request.user, habit_id=habit_id, date=read_day(date), now=clock.now())
        return Response(_print(link) | {"url": f"{settings.PUBLIC_URL}/g/{token}"}, status=201)


class GuestLinksView(APIView):
    @extend_schema(operation_id="list_guest_links", responses=GuestLinksShape)
    def get(self, request: Request) -> Response:
        """My links that live, and what guests answered."""
        return Response({"items": [_print(link) for link in links_of(request.user, now=clock.now())]})


class GuestLinkView(APIView):
    @extend_schema(operation_id="withdraw_guest_link", responses={204: None})
    def delete(self, request: Request, link_id: UUID) -> Response:
        """It shows nothing any more, at once; its answer goes with it."""
        withdraw_guest_link(owner=request.user, link_id=link_id, now=clock.now())
        return Response(status=204)


def _print(link: GuestLink) -> dict[str, Any]:
    answered = {"name": link.name, "kind": link.kind, "answered_at": print_instant(link.answered_at)}
    return {
        "id": str(link.id),
        "habit": str(link.check_in.habit_id),
        "date": link.check_in.date.isoformat(),
        "expires_at": print_instant(link.expires_at),
        "living": link.withdrawn_at is None and clock.now() < link.expires_at,
        "answer": answered if link.answered_at else None,
    }
