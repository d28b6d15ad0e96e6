"""PUT, GET, PATCH and DELETE of a habit day."""

import re
from decimal import Decimal
from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.habits.api.path import DATE, read_day
from server.habits.api.shapes import CheckInShape, InstantField
from server.habits.printing_days import print_check_in
from server.habits.selectors.days import get_visible_check_in
from server.habits.services.check_in_changes import edit_check_in, undo_check_in
from server.habits.services.check_ins import post_check_in
from server.habits.services.marks import Posting
from server.kernel.said import Said
from server.kernel.schema import refuses
from shared import clock, limits
from shared.codes import Code

WHOLE, PLACES = len(str(limits.AMOUNT_MAX)) - 1, limits.AMOUNT_PLACES
AMOUNT = rf"^([0-9]{{1,{WHOLE}}}(\.[0-9]{{1,{PLACES}}})?|{limits.AMOUNT_MAX}(\.0{{1,{PLACES}}})?)$"


@extend_schema_field({"type": "string", "format": "decimal", "nullable": True, "pattern": AMOUNT})
class AmountField(serializers.CharField):
    """A day's absolute total, in plain digits."""

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_null=True, trim_whitespace=False, **options)

    def to_internal_value(self, data: Any) -> Any:
        text = super().to_internal_value(data)
        if not re.fullmatch(AMOUNT, text):
            self.fail("invalid")
        return Decimal(text)


class MomentSerializer(Said):
    """When the phone sent this, and when the person did it; both by the phone's clock."""

    sent_at = InstantField()
    captured_at = InstantField()


class PostingSerializer(MomentSerializer):
    zone = serializers.CharField(max_length=64)
    caption = serializers.CharField(max_length=limits.CAPTION_MAX, allow_blank=True, default="")
    amount = AmountField(default=None)
    source = serializers.ChoiceField(limits.SOURCES, default="none")
    photos = serializers.ListField(child=serializers.UUIDField(), max_length=limits.PHOTOS_PER_DAY_MAX, default=list)


class EditSerializer(MomentSerializer):
    caption = serializers.CharField(max_length=limits.CAPTION_MAX, allow_blank=True, required=False)
    amount = AmountField(required=False)


class UndoSerializer(serializers.Serializer[Any]):
    captured_at = InstantField()
    sent_at = InstantField(required=False, help_text="Now by the phone's clock; without it that clock is believed.")


class DayView(APIView):
    """The check-in of one habit day."""

    @extend_schema(operation_id="read_check_in", parameters=[DATE], responses=CheckInShape)
    def get(self, request: Request, habit_id: UUID, date: str) -> Response:
        """The mark of a day: all of it for its owner, without clock times for somebody with a seat."""
        check_in = get_visible_check_in(request.user, habit_id, read_day(date))
        return Response(print_check_in(check_in, viewer=request.user))

    @extend_schema(
        operation_id="post_check_in", parameters=[DATE], request=PostingSerializer,
        responses={200: CheckInShape, 201: CheckInShape},
        **refuses(Code.DAY_CLOSED, Code.DAY_IN_FUTURE, Code.TOO_OLD, Code.UNKNOWN_ZONE),
    )  # fmt: skip
    def put(self, request: Request, habit_id: UUID, date: str) -> Response:
        """Post a day. Sent again, or by a second device, it meets its twin; undone later, it answers only that."""
        check_in, made = post_check_in(
            owner=request.user, habit_id=habit_id, date=read_day(date),
            posting=Posting(**_valid(PostingSerializer, request.data)), now=clock.now(),
        )  # fmt: skip
        if check_in.undone_at:
            return Response({"undone": True})
        return Response(print_check_in(check_in, viewer=request.user), status=201 if made else 200)

    @extend_schema(
        operation_id="edit_check_in", parameters=[DATE], request=EditSerializer, responses=CheckInShape,
        **refuses(Code.DAY_CLOSED, Code.DAY_IN_FUTURE, Code.TOO_OLD),
    )  # fmt: skip
    def patch(self, request: Request, habit_id: UUID, date: str) -> Response:
        """Change caption or amount; the later words win."""
        said = _valid(EditSerializer, request.data)
        moment = {name: said.pop(name) for name in ("sent_at", "captured_at")}
        check_in = edit_check_in(
            owner=request.user, habit_id=habit_id, date=read_day(date), changes=said, now=clock.now(), **moment
        )
        return Response(print_check_in(check_in, viewer=request.user))

    @extend_schema(
        operation_id="undo_check_in", parameters=[DATE, UndoSerializer], responses={200: CheckInShape},
        **refuses(Code.DAY_CLOSED),
    )  # fmt: skip
    def delete(self, request: Request, habit_id: UUID, date: str) -> Response:
        """Take the day back, until it closes."""
        now = clock.now()
        moment = {"sent_at": now} | _valid(UndoSerializer, request.query_params.dict())
        check_in = undo_check_in(owner=request.user, habit_id=habit_id, date=read_day(date), now=now, **moment)
        return Response(print_check_in(check_in, viewer=request.user))


def _valid(serializer: type[serializers.Serializer[Any]], data: Any) -> dict[str, Any]:
    read = serializer(data=data)
    read.is_valid(raise_exception=True)
    return dict(read.validated_data)
