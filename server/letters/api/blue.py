"""The blue letter: its owner writes it and never reads it back; witnesses who keep it may."""

from uuid import UUID

from drf_spectacular.utils import PolymorphicProxySerializer, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.kernel.schema import refuses
from server.letters.api.shapes import (
    BlueLetterInput,
    KeptBlueLetterShape,
    LetterAnswerInput,
    OwnBlueLetterShape,
    SealedLetterShape,
)
from server.letters.printing import print_sealed, print_view
from server.letters.selectors.blue_letters import get_own_sealed, view_letter, view_own_letter
from server.letters.services.blue_letters import answer_letter, take_letter_back, write_letter
from shared import clock
from shared.codes import Code

SHAPES = [OwnBlueLetterShape, KeptBlueLetterShape]


class BlueLetterView(APIView):
    @extend_schema(
        operation_id="read_blue_letter",
        responses=PolymorphicProxySerializer("BlueLetterAsSeen", SHAPES, resource_type_field_name=None),
    )
    def get(self, request: Request, habit_id: UUID) -> Response:
        """Whether there is one; its words only for a witness who keeps it."""
        return Response(print_view(view_letter(request.user, habit_id, now=clock.now())))

    @extend_schema(
        operation_id="write_blue_letter",
        request=BlueLetterInput,
        responses=OwnBlueLetterShape,
        **refuses(Code.MISS_STILL_OPEN, Code.LETTER_NOT_HERE),
    )
    def put(self, request: Request, habit_id: UUID) -> Response:
        """Write it, or write it anew, unseen. Not while a miss is open."""
        said = BlueLetterInput(data=request.data)
        said.is_valid(raise_exception=True)
        now = clock.now()
        habit = write_letter(owner=request.user, habit_id=habit_id, text=said.validated_data["text"], now=now)
        return Response(print_view(view_own_letter(habit, now=now)))

    @extend_schema(operation_id="take_blue_letter_back", responses={204: None}, **refuses(Code.MISS_STILL_OPEN))
    def delete(self, request: Request, habit_id: UUID) -> Response:
        """No letter any more. Not while a miss is open."""
        take_letter_back(owner=request.user, habit_id=habit_id, now=clock.now())
        return Response(status=204)


class SealedLetterView(APIView):
    @extend_schema(operation_id="read_sealed_letter", responses=SealedLetterShape)
    def get(self, request: Request, miss_id: UUID) -> Response:
        """What my miss made of my letter; its words once I opened it."""
        return Response(print_sealed(get_own_sealed(request.user, miss_id)))

    @extend_schema(
        operation_id="answer_letter",
        request=LetterAnswerInput,
        responses=SealedLetterShape,
        **refuses(Code.CONFLICT, Code.LETTER_NOT_YET, Code.LETTER_GONE),
    )
    def put(self, request: Request, miss_id: UUID) -> Response:
        """Open it, or leave it closed."""
        said = LetterAnswerInput(data=request.data)
        said.is_valid(raise_exception=True)
        choice = said.validated_data["choice"]
        return Response(
            print_sealed(answer_letter(owner=request.user, miss_id=miss_id, choice=choice, now=clock.now()))
        )
