"""GET notices, and marking one read."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.kernel.etags import answer_unless_known
from server.kernel.pages import CURSOR, decode_cursor, encode_cursor, page
from server.notifications.kinds import Kind
from server.notifications.printing import print_notices
from server.notifications.selectors import read_notices, told_notices
from server.notifications.services import mark_read
from server.people.api.shapes import PersonShape
from shared import clock


class NoticeShape(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    kind = serializers.CharField(help_text=", ".join(Kind))
    text = serializers.CharField()
    created_at = serializers.DateTimeField()
    read_at = serializers.DateTimeField(allow_null=True)
    habit = serializers.UUIDField(allow_null=True)
    date = serializers.DateField(allow_null=True)
    person = PersonShape(allow_null=True)
    miss = serializers.UUIDField(allow_null=True)
    challenge = serializers.UUIDField(allow_null=True, help_text="The group whose page to open")
    words = serializers.CharField(help_text="A friend's own, in the list alone: no push carries them")
    picture = serializers.UUIDField(allow_null=True, help_text="Set while their face is there to be seen")
    about = serializers.UUIDField(allow_null=True, help_text="The comment or the cheer, to delete or to report")


class NoticesShape(serializers.Serializer[Any]):
    items = NoticeShape(many=True)
    next = serializers.CharField(allow_null=True)


class NoticesView(APIView):
    @extend_schema(operation_id="read_notices", parameters=[CURSOR], responses={200: NoticesShape, 304: None})
    def get(self, request: Request) -> HttpResponse:
        """What Kith told me, newest first. A page may be short: what may no longer be said is left out."""
        notices = read_notices(request.user, before=decode_cursor(request.query_params.get("cursor")))
        printed = print_notices(notices, told_notices(notices, now=clock.now()))
        body = page(
            notices, show=lambda notice: printed.get(notice.id), mark_of=lambda notice: encode_cursor(notice.id)
        )
        body["items"] = [item for item in body["items"] if item is not None]
        return answer_unless_known(request, body)


class NoticeReadView(APIView):
    @extend_schema(operation_id="read_notice", request=None, responses={204: None})
    def put(self, request: Request, notice_id: UUID) -> Response:
        """I have read this."""
        mark_read(reader=request.user, notice_id=notice_id, now=clock.now())
        return Response(status=204)
