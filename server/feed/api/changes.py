"""GET changes: what a phone needs to have everything of its own."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.feed.api.own_shapes import OwnMissShape, Shape
from server.feed.printing_changes import print_changes
from server.feed.selectors.changes import read_changes
from server.habits.api.habit_shapes import HabitShape, RestShape
from server.habits.api.shapes import CheckInShape
from server.kernel.schema import refuses
from server.letters.api.shapes import OpenedGoldShape
from server.people.api.shapes import MeShape
from shared import clock
from shared.codes import Code

AFTER = OpenApiParameter(
    "after", {"type": "integer", "minimum": 0, "maximum": 2**63 - 1},
    description="`seq` of the last answer; without it everything is told",
)  # fmt: skip


class RemovedShape(Shape):
    noun = serializers.CharField(help_text="habit, check_in, rest, miss or gold_letter")
    id = serializers.UUIDField()


class StandingLetterShape(Shape):
    """Whether a habit has its blue letter; the words are in no copy of a phone."""

    habit = serializers.UUIDField()
    has = serializers.BooleanField()
    since = serializers.DateTimeField(allow_null=True)
    off = serializers.BooleanField()


class ChangesShape(Shape):
    seq = serializers.IntegerField()
    full = serializers.BooleanField()
    me = MeShape(allow_null=True)
    habits = HabitShape(many=True)
    check_ins = CheckInShape(many=True)
    rests = RestShape(many=True)
    misses = OwnMissShape(many=True)
    blue_letters = StandingLetterShape(many=True)
    gold_letters = OpenedGoldShape(many=True)
    removed = RemovedShape(many=True)


class AfterSerializer(serializers.Serializer[Any]):
    after = serializers.IntegerField(min_value=0, max_value=2**63 - 1, required=False)


class ChangesView(APIView):
    @extend_schema(operation_id="read_changes", parameters=[AFTER], responses=ChangesShape, **refuses(Code.RESYNC))
    def get(self, request: Request) -> Response:
        """What became of my own nouns since; 410 `resync` when that is too long ago to tell."""
        asked = AfterSerializer(data=request.query_params.dict())
        asked.is_valid(raise_exception=True)
        changes = read_changes(request.user, after=asked.validated_data.get("after"))
        return Response(print_changes(changes, request.user, now=clock.now()))
