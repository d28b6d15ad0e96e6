"""Comments, at the address of the day they are about."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.comments.printing import print_comment
from server.comments.selectors import may_comment, own_on, readable_on
from server.comments.services import remove_comment, write_comment
from server.habits.api.path import DATE, read_day
from server.habits.selectors.days import get_visible_check_in
from server.kernel.said import Said
from server.kernel.schema import made_by_phone, refuses
from server.people.api.shapes import PersonShape
from shared import clock, ids, limits
from shared.codes import Code, Refused


class CommentInput(Said):
    text = serializers.CharField(max_length=limits.COMMENT_MAX, help_text="One line, without links")


class CommentShape(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    person = PersonShape()
    text = serializers.CharField()
    written_at = serializers.DateTimeField()


class CommentsShape(serializers.Serializer[Any]):
    items = CommentShape(many=True)
    may_write = serializers.BooleanField(help_text="The owner lets me, and nothing is in the way now")


class CommentsView(APIView):
    @extend_schema(operation_id="list_comments", parameters=[DATE], responses=CommentsShape)
    def get(self, request: Request, habit_id: UUID, date: str) -> Response:
        """About my own day, what friends wrote to me; about a friend's, what I wrote."""
        me, now = request.user, clock.now()
        check_in = get_visible_check_in(me, habit_id, read_day(date))
        mine = check_in.owner_id == me.id
        said = readable_on([check_in.id]) if mine else own_on([check_in.id], me)
        may = not mine and bool(may_comment(me, [(habit_id, check_in.owner_id)], now=now))
        return Response({"items": [print_comment(one) for one in said[check_in.id]], "may_write": may})


class CommentView(APIView):
    @extend_schema(
        operation_id="write_comment", parameters=[DATE, made_by_phone("comment_id")], request=CommentInput,
        responses={204: None},
        **refuses(
            Code.CONFLICT, Code.OWN_WORDS_CLOSED, Code.COMMENTS_CLOSED, Code.WINDOW_CLOSED, Code.TOO_MANY_COMMENTS
        ),
    )  # fmt: skip
    def put(self, request: Request, habit_id: UUID, date: str, comment_id: UUID) -> Response:
        """Write to a friend about their day, where they let me. Only the two of us read it."""
        said = CommentInput(data=request.data)
        said.is_valid(raise_exception=True)
        if not ids.is_uuid7(comment_id):
            raise Refused(Code.INVALID, "comment_id")
        write_comment(
            writer=request.user, habit_id=habit_id, date=read_day(date), comment_id=comment_id,
            text=said.validated_data["text"], now=clock.now(),
        )  # fmt: skip
        return Response(status=204)

    @extend_schema(operation_id="remove_comment", parameters=[DATE], responses={204: None})
    def delete(self, request: Request, habit_id: UUID, date: str, comment_id: UUID) -> Response:
        """Take away what I wrote, or what was written to me, for both and for good."""
        day, now = read_day(date), clock.now()
        remove_comment(remover=request.user, habit_id=habit_id, date=day, comment_id=comment_id, now=now)
        return Response(status=204)
