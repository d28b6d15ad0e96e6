"""Seasons: again, lighter, or done; and doing without the gentle days."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.habits.api.habit_shapes import HabitShape, RenewalInput, SeasonChoiceInput
from server.habits.printing import print_habit
from server.habits.services.seasons import Renewal, change_season, renew_season
from server.kernel.schema import refuses
from shared import clock
from shared.codes import Code


class SeasonView(APIView):
    @extend_schema(
        operation_id="renew_season", request=RenewalInput, responses={200: HabitShape, 201: HabitShape},
        **refuses(Code.CONFLICT, Code.INVALID_SCHEDULE, Code.SEASON_RUNS),
    )  # fmt: skip
    def put(self, request: Request, habit_id: UUID, number: int) -> Response:
        """Again, or lighter: begin this season, and ask those picked to look. Sent again, it is the same season."""
        wanted = RenewalInput(data=request.data)
        wanted.is_valid(raise_exception=True)
        habit, new = renew_season(
            owner=request.user, habit_id=habit_id, number=number, renewal=Renewal(**wanted.validated_data),
            now=clock.now(),
        )  # fmt: skip
        return Response(print_habit(habit), status=201 if new else 200)

    @extend_schema(
        operation_id="change_season", request=SeasonChoiceInput, responses=HabitShape,
        **refuses(Code.CONFLICT, Code.SEASON_RUNS),
    )  # fmt: skip
    def patch(self, request: Request, habit_id: UUID, number: int) -> Response:
        """Done: the habit goes on alone. In earnest: no gentle days from tomorrow on."""
        wanted = SeasonChoiceInput(data=request.data)
        wanted.is_valid(raise_exception=True)
        habit = change_season(
            owner=request.user, habit_id=habit_id, number=number, choice=wanted.validated_data["choice"],
            now=clock.now(),
        )  # fmt: skip
        return Response(print_habit(habit))
