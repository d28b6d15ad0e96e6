"""Gold letters: a witness seals one, the owner reads what has opened."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.habits.selectors.audiences import get_own_habit
from server.kernel.schema import refuses
from server.letters.api.shapes import GoldLetterInput, MyGoldLetterShape, OpenedLettersShape
from server.letters.printing import print_gold, print_my_gold, print_sealed
from server.letters.selectors.blue_letters import opened_blue
from server.letters.selectors.gold_letters import get_witness_seat, opened_for, sealed_of
from server.letters.services.gold_letters import thank_for_letter, withdraw_gold_letter, write_gold_letter
from shared import clock
from shared.codes import Code


class GoldLetterView(APIView):
    @extend_schema(operation_id="read_my_gold_letter", responses=MyGoldLetterShape)
    def get(self, request: Request, habit_id: UUID) -> Response:
        """What I, a witness, have sealed for the next milestone."""
        habit = get_witness_seat(request.user, habit_id).habit
        return Response(print_my_gold(sealed_of(request.user, habit)))

    @extend_schema(
        operation_id="write_gold_letter",
        request=GoldLetterInput,
        responses=MyGoldLetterShape,
        **refuses(Code.LETTER_NOT_HERE, Code.NO_MILESTONE_LEFT),
    )
    def put(self, request: Request, habit_id: UUID) -> Response:
        """Seal it, or seal other words in its place."""
        said = GoldLetterInput(data=request.data)
        said.is_valid(raise_exception=True)
        text = said.validated_data["text"]
        sealed = write_gold_letter(witness=request.user, habit_id=habit_id, text=text, now=clock.now())
        return Response(print_my_gold(sealed))

    @extend_schema(operation_id="withdraw_gold_letter", responses={204: None})
    def delete(self, request: Request, habit_id: UUID) -> Response:
        """Take it back before it opens."""
        withdraw_gold_letter(witness=request.user, habit_id=habit_id)
        return Response(status=204)


class GoldThanksView(APIView):
    @extend_schema(operation_id="thank_for_letter", request=None, responses={204: None})
    def put(self, request: Request, letter_id: UUID) -> Response:
        """Thank the friend who wrote a letter that has opened."""
        thank_for_letter(owner=request.user, letter_id=letter_id, now=clock.now())
        return Response(status=204)


class OpenedLettersView(APIView):
    @extend_schema(operation_id="read_letters", responses=OpenedLettersShape)
    def get(self, request: Request, habit_id: UUID) -> Response:
        """Every letter of my habit that has opened."""
        habit = get_own_habit(request.user, habit_id)
        gold = opened_for(request.user).filter(habit=habit)
        blue = opened_blue(habit)
        return Response({"gold": [print_gold(one) for one in gold], "blue": [print_sealed(one) for one in blue]})
