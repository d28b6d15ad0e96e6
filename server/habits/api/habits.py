"""Habits: promise, read, change, archive, calendar."""

from datetime import date
from uuid import UUID

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, PolymorphicProxySerializer, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.habits.api.habit_shapes import (
    CalendarShape,
    GlimpseShape,
    HabitShape,
    HabitsShape,
    PromiseChange,
    PromiseInput,
)
from server.habits.api.path import read_day
from server.habits.printing import print_glimpse, print_habit, print_habits
from server.habits.selectors.audiences import get_own_habit, get_visible_habit, own_habits
from server.habits.selectors.calendar import read_calendar
from server.habits.selectors.days import standing_check_ins
from server.habits.services.habits import Promise, archive_habit, edit_habit, save_habit
from server.kernel.schema import made_by_phone, refuses
from shared import clock
from shared.codes import Code, Refused

YEAR = 366
"""The longest stretch of habit days one answer shows."""
RANGE = [
    OpenApiParameter("from", OpenApiTypes.DATE, description="First habit day; default: four weeks ago"),
    OpenApiParameter("to", OpenApiTypes.DATE, description="Last habit day; default: today"),
]


class HabitsView(APIView):
    @extend_schema(operation_id="list_habits", responses=HabitsShape)
    def get(self, request: Request) -> Response:
        """My habits, oldest first."""
        return Response({"items": print_habits(list(own_habits(request.user)))})


class HabitView(APIView):
    @extend_schema(
        operation_id="read_habit",
        responses=PolymorphicProxySerializer("HabitAsSeen", [HabitShape, GlimpseShape], resource_type_field_name=None),
    )
    def get(self, request: Request, habit_id: UUID) -> Response:
        """All of it for its owner; a glimpse for somebody with a seat."""
        habit, relation = get_visible_habit(request.user, habit_id)
        if relation == "owner":
            return Response(print_habit(habit))
        number = standing_check_ins().filter(habit=habit).count()
        return Response(print_glimpse(habit, role=relation, day_number=number))

    @extend_schema(
        operation_id="save_habit", parameters=[made_by_phone("habit_id")],
        request=PromiseInput, responses={200: HabitShape, 201: HabitShape},
        **refuses(Code.INVALID_SCHEDULE, Code.TOO_MANY_HABITS),
    )  # fmt: skip
    def put(self, request: Request, habit_id: UUID) -> Response:
        """Promise a habit under an id made by the phone, or say all of it anew."""
        promise = _promise(PromiseInput(data=request.data))
        habit, new = save_habit(owner=request.user, habit_id=habit_id, promise=promise, now=clock.now())
        return Response(print_habit(habit), status=201 if new else 200)

    @extend_schema(
        operation_id="change_habit", request=PromiseChange, responses=HabitShape, **refuses(Code.INVALID_SCHEDULE)
    )
    def patch(self, request: Request, habit_id: UUID) -> Response:
        """Change what is given."""
        promise = _promise(PromiseChange(data=request.data))
        return Response(
            print_habit(edit_habit(owner=request.user, habit_id=habit_id, promise=promise, now=clock.now()))
        )

    @extend_schema(operation_id="archive_habit", responses={204: None})
    def delete(self, request: Request, habit_id: UUID) -> Response:
        """End a promise; its days are kept."""
        archive_habit(owner=request.user, habit_id=habit_id, now=clock.now())
        return Response(status=204)


class CalendarView(APIView):
    @extend_schema(operation_id="read_calendar", parameters=RANGE, responses=CalendarShape)
    def get(self, request: Request, habit_id: UUID) -> Response:
        """Day states, strength and streak, for the owner only."""
        habit = get_own_habit(request.user, habit_id)
        first, last = _day(request, "from"), _day(request, "to")
        if first and last and not 0 <= (last - first).days <= YEAR:
            raise Refused(Code.INVALID, "to")
        return Response(read_calendar(habit, first=first, last=last, now=clock.now()))


def _day(request: Request, name: str) -> date | None:
    text = request.query_params.get(name)
    try:
        return None if text is None else read_day(text)
    except Refused as error:
        raise Refused(Code.INVALID, name) from error


def _promise(wanted: PromiseInput) -> Promise:
    wanted.is_valid(raise_exception=True)
    given = dict(wanted.validated_data)
    if "reminders" in given:
        given["reminders"] = tuple(given["reminders"])
    return Promise(**given)
