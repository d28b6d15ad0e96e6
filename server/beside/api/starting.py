"""Starting beside a check-in, and what a guest's page offered to start beside."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.beside.api.shapes import BesideOffersShape, StartBesideInput
from server.beside.printing import print_offer
from server.beside.selectors.offers import read_offers
from server.beside.services.starting import start_beside
from server.habits.api.habit_shapes import HabitShape
from server.habits.printing import print_habit
from server.kernel.schema import made_by_phone, refuses
from shared import clock
from shared.codes import Code


class StartBesideView(APIView):
    @extend_schema(
        operation_id="start_beside", parameters=[made_by_phone("habit_id")], request=StartBesideInput,
        responses={200: HabitShape, 201: HabitShape},
        **refuses(Code.BESIDE_CLOSED, Code.TOO_MANY_HABITS),
    )  # fmt: skip
    def put(self, request: Request, habit_id: UUID) -> Response:
        """Promise what a friend promised, beside their check-in, under an id made by the phone. They are told."""
        said = StartBesideInput(data=request.data)
        said.is_valid(raise_exception=True)
        given = said.validated_data
        habit, made = start_beside(
            person=request.user, habit_id=habit_id, their_id=given["habit"], day=given["date"],
            starts_on=given.get("starts_on"), now=clock.now(),
        )  # fmt: skip
        return Response(print_habit(habit), status=201 if made else 200)


class BesideOffersView(APIView):
    @extend_schema(operation_id="list_beside_offers", responses=BesideOffersShape)
    def get(self, request: Request) -> Response:
        """What I may start beside because I asked to on a guest's page."""
        return Response({"items": [print_offer(offer) for offer in read_offers(request.user, now=clock.now())]})
