"""GET today, rounds and feed: read anew each time, sent only when something changed."""

from django.http import HttpResponse
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.views import APIView

from server.feed.api.card_shapes import FeedShape, RoundsShape
from server.feed.api.own_shapes import TodayShape
from server.feed.places import FEED_CURSOR, decode_mark, encode_mark
from server.feed.printing import print_ranked, print_rounds
from server.feed.printing_own import print_overview
from server.feed.selectors.feed import read_feed
from server.feed.selectors.rounds import read_rounds
from server.feed.selectors.today import read_today
from server.kernel.etags import answer_unless_known
from server.kernel.pages import page
from server.letters.services.visits import note_visit
from shared import clock


class TodayView(APIView):
    @extend_schema(operation_id="read_today", responses={200: TodayShape, 304: None})
    def get(self, request: Request) -> HttpResponse:
        """My habits today, each with its crowd. Reading it is opening Kith: the day, and no more, is remembered."""
        now = clock.now()
        note_visit(person=request.user, now=now)
        return answer_unless_known(request, print_overview(read_today(request.user, now=now)))


class RoundsView(APIView):
    @extend_schema(operation_id="read_rounds", responses={200: RoundsShape, 304: None})
    def get(self, request: Request) -> HttpResponse:
        """What friends have shown and I have not looked at, and the cards I hold as a witness."""
        return answer_unless_known(request, print_rounds(read_rounds(request.user, now=clock.now())))


class FeedView(APIView):
    @extend_schema(operation_id="read_feed", parameters=[FEED_CURSOR], responses={200: FeedShape, 304: None})
    def get(self, request: Request) -> HttpResponse:
        """Friends' check-ins in the order I asked for, the later pages as it stood when the first was read."""
        now = clock.now()
        after = decode_mark(request.query_params.get("cursor"), now=now)
        cards = read_feed(request.user, after=after, now=now)
        body = page(cards, show=print_ranked, mark_of=lambda ranked: encode_mark(ranked.mark))
        # The place to go on from names this instant, and makes nothing new of what is known.
        return answer_unless_known(request, body, known_by=body | {"next": body["next"] is not None})
