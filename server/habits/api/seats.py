"""Seats: the owner asks, the friend answers, either ends it."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.habits.api.habit_shapes import HeldSeatsShape, SeatAnswerInput, SeatOfferInput
from server.habits.printing import print_seat_held
from server.habits.selectors.audiences import seats_held_by
from server.habits.services.circles import hide_from_circle, show_to_circle
from server.habits.services.seats import answer_seat, end_seat, leave_seat, offer_seat
from server.kernel.schema import refuses
from shared import clock
from shared.codes import Code
from shared.moods import Role


class OfferView(APIView):
    @extend_schema(
        operation_id="offer_seat", request=SeatOfferInput, responses={204: None}, **refuses(Code.TOO_MANY_WITNESSES)
    )
    def put(self, request: Request, habit_id: UUID, person_id: UUID) -> Response:
        """Ask a friend to be witness or gallery."""
        wanted = SeatOfferInput(data=request.data)
        wanted.is_valid(raise_exception=True)
        role = Role(wanted.validated_data["role"])
        offer_seat(owner=request.user, habit_id=habit_id, person_id=person_id, role=role, now=clock.now())
        return Response(status=204)

    @extend_schema(operation_id="end_seat", responses={204: None})
    def delete(self, request: Request, habit_id: UUID, person_id: UUID) -> Response:
        """Take a seat back, silently."""
        end_seat(owner=request.user, habit_id=habit_id, person_id=person_id, now=clock.now())
        return Response(status=204)


class CircleSeatsView(APIView):
    @extend_schema(operation_id="show_to_circle", request=None, responses={204: None})
    def put(self, request: Request, habit_id: UUID, circle_id: UUID) -> Response:
        """Show a habit to a circle: everybody in it sits in the gallery. Misses are for witnesses only."""
        show_to_circle(owner=request.user, habit_id=habit_id, circle_id=circle_id, now=clock.now())
        return Response(status=204)

    @extend_schema(operation_id="hide_from_circle", responses={204: None})
    def delete(self, request: Request, habit_id: UUID, circle_id: UUID) -> Response:
        """No longer, silently."""
        hide_from_circle(owner=request.user, habit_id=habit_id, circle_id=circle_id, now=clock.now())
        return Response(status=204)


class HeldSeatsView(APIView):
    @extend_schema(operation_id="list_seats_held", responses=HeldSeatsShape)
    def get(self, request: Request) -> Response:
        """Seats others offered me or I took."""
        return Response({"items": [print_seat_held(seat) for seat in seats_held_by(request.user)]})


class HeldSeatView(APIView):
    @extend_schema(operation_id="answer_seat", request=SeatAnswerInput, responses={204: None})
    def put(self, request: Request, habit_id: UUID) -> Response:
        """I'm in, I'd rather just cheer, or no."""
        wanted = SeatAnswerInput(data=request.data)
        wanted.is_valid(raise_exception=True)
        answer_seat(person=request.user, habit_id=habit_id, now=clock.now(), **wanted.validated_data)
        return Response(status=204)

    @extend_schema(operation_id="leave_seat", responses={204: None})
    def delete(self, request: Request, habit_id: UUID) -> Response:
        """Stop looking, silently."""
        leave_seat(person=request.user, habit_id=habit_id, now=clock.now())
        return Response(status=204)
