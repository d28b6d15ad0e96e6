"""What a habit's check-ins are shown beside: chosen by its owner, seen by whoever may see it at that moment."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import PolymorphicProxySerializer, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.beside.api.shapes import DAY_ONE, INPUTS, AnchorAnswerShape
from server.beside.models import Anchor
from server.beside.printing import print_anchor
from server.beside.selectors.anchors import get_anchor_photo, own_anchor
from server.beside.services import anchors
from server.habits.api.photos import SIZE, AnyAccept, answer_bytes
from server.kernel.schema import refuses
from server.media.services import FOR_GOOD
from server.people.models import Person
from shared import clock
from shared.codes import Code, Refused

UNWELCOME = (*FOR_GOOD, Code.PHOTO_MISSING, Code.PHOTO_CONFLICT, Code.OWN_ANCHORS_ONLY)


class AnchorView(APIView):
    @extend_schema(
        operation_id="put_anchor",
        request=PolymorphicProxySerializer("AnchorInput", list(INPUTS.values()), resource_type_field_name=None),
        responses=AnchorAnswerShape, **refuses(*UNWELCOME),
    )  # fmt: skip
    def put(self, request: Request, habit_id: UUID) -> Response:
        """Choose what my days stand beside: own day 1, yesterday, a picture or clip of mine, a check-in I may see."""
        body = _said(request.data)
        body.is_valid(raise_exception=True)
        _choose(request.user, habit_id, body.validated_data)
        return Response({"anchor": print_anchor(own_anchor(request.user, habit_id, now=clock.now()))})


class AnchorBytesView(APIView):
    """Asks each time whether this viewer may see it now, like a day's own photos."""

    content_negotiation_class = AnyAccept

    @extend_schema(
        operation_id="see_anchor", parameters=[SIZE], responses={(200, "image/webp"): OpenApiTypes.BINARY, 304: None}
    )
    def get(self, request: Request, habit_id: UUID, n: int, size: str) -> HttpResponse:
        """A picture of what stands beside this habit, as WebP."""
        return answer_bytes(request, get_anchor_photo(request.user, habit_id, n, now=clock.now()), size)


def _said(data: Any) -> Any:
    kind = data.get("kind") if isinstance(data, dict) else None
    wanted = INPUTS.get(kind) if isinstance(kind, str) else None
    if wanted is None:
        raise Refused(Code.INVALID, "kind")
    return wanted(data=data)


def _choose(owner: Person, habit_id: UUID, said: dict[str, Any]) -> None:
    now = clock.now()
    if said["kind"] == DAY_ONE:
        anchors.stand_beside_day_one(owner=owner, habit_id=habit_id)
    elif said["kind"] == Anchor.Kind.YESTERDAY:
        anchors.stand_beside_yesterday(owner=owner, habit_id=habit_id, now=now)
    elif said["kind"] == Anchor.Kind.PICTURE:
        anchors.stand_beside_pictures(owner=owner, habit_id=habit_id, photo_ids=said["photos"], now=now)
    else:
        anchors.stand_beside_check_in(owner=owner, habit_id=habit_id, their_id=said["habit"], day=said["date"], now=now)
