"""Friends, how far one keeps them, and blocks. Asking twice is like asking once; no answer tells of the other side."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.kernel.schema import refuses
from server.people.api.shapes import DistanceInput, FriendsShape, OwnWordsInput, PeopleShape
from server.people.printing import brief, print_friend
from server.people.selectors import blocks_of, ties_of
from server.people.services.blocks import block_person, unblock_person
from server.people.services.distance import keep_distance, let_write
from server.people.services.friendship import unfriend
from shared import clock
from shared.codes import Code


class FriendsView(APIView):
    @extend_schema(operation_id="list_friends", responses=FriendsShape)
    def get(self, request: Request) -> Response:
        """All friends, oldest friendship first."""
        return Response({"items": [print_friend(tie) for tie in ties_of(request.user)]})


class FriendView(APIView):
    @extend_schema(operation_id="unfriend", responses={204: None})
    def delete(self, request: Request, person_id: UUID) -> Response:
        """End a friendship, silently and in both directions."""
        unfriend(person=request.user, friend_id=person_id, now=clock.now())
        return Response(status=204)


class DistanceView(APIView):
    @extend_schema(operation_id="keep_distance", request=DistanceInput, responses={204: None})
    def put(self, request: Request, person_id: UUID) -> Response:
        """Mute or restrict a friend, or no longer. They are not told."""
        said = DistanceInput(data=request.data)
        said.is_valid(raise_exception=True)
        keep_distance(person=request.user, friend_id=person_id, now=clock.now(), **said.validated_data)
        return Response(status=204)


class OwnWordsView(APIView):
    @extend_schema(
        operation_id="let_write", request=OwnWordsInput, responses={204: None}, **refuses(Code.PRESETS_ONLY)
    )  # fmt: skip
    def put(self, request: Request, person_id: UUID) -> Response:
        """Let a friend write to me in their own words, or no longer."""
        said = OwnWordsInput(data=request.data)
        said.is_valid(raise_exception=True)
        let_write(person=request.user, friend_id=person_id, now=clock.now(), **said.validated_data)
        return Response(status=204)


class BlocksView(APIView):
    @extend_schema(operation_id="list_blocks", responses=PeopleShape)
    def get(self, request: Request) -> Response:
        """Whom I have blocked, latest first."""
        return Response({"items": [brief(row.blocked) for row in blocks_of(request.user)]})


class BlockView(APIView):
    @extend_schema(operation_id="block", request=None, responses={204: None})
    def put(self, request: Request, person_id: UUID) -> Response:
        """Block somebody: any friendship ends at once, and they are not told."""
        block_person(person=request.user, other_id=person_id, now=clock.now())
        return Response(status=204)

    @extend_schema(operation_id="unblock", responses={204: None})
    def delete(self, request: Request, person_id: UUID) -> Response:
        """Take a block back. What it ended stays ended."""
        unblock_person(person=request.user, other_id=person_id)
        return Response(status=204)
