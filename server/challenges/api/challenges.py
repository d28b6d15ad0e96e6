"""Challenges: mine, one of them, making one, starting one from another, changing it."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from server.challenges.api.shapes import (
    ChallengeInput,
    ChallengesShape,
    EditInput,
    ForkInput,
    GroupFacesShape,
    PageShape,
)
from server.challenges.printing import print_asked, print_faces, print_mine, print_page
from server.challenges.selectors.page import read_faces, read_page
from server.challenges.selectors.reading import invitations_to, present_in
from server.challenges.services.making import Edit, edit_challenge, fork_challenge, make_challenge
from server.challenges.services.terms import Brought, Terms
from server.habits.api.path import DATE, read_day
from server.kernel.schema import made_by_phone, refuses
from shared import clock
from shared.challenges.kinds import Kind
from shared.codes import Code

BRINGING = (Code.HABIT_UNFIT, Code.SENSITIVE_HERE, Code.TOO_MANY_HABITS, Code.INVALID_SCHEDULE)
COMING_IN = (*BRINGING, Code.GROWN_UPS_ONLY, Code.TOO_MANY_CHALLENGES, Code.NOT_CONFIRMED_YET)


class ChallengesView(APIView):
    @extend_schema(operation_id="list_challenges", responses=ChallengesShape)
    def get(self, request: Request) -> Response:
        """Those I am in, over or not, the latest start first; and those friends ask me to."""
        asked = invitations_to(request.user, now=clock.now())
        return Response({
            "items": [print_mine(one) for one in present_in(request.user)],
            "asked": [print_asked(one) for one in asked],
        })  # fmt: skip


class ChallengeView(APIView):
    @extend_schema(operation_id="read_challenge", responses=PageShape)
    def get(self, request: Request, challenge_id: UUID) -> Response:
        """The group's page, for whoever is in it."""
        now = clock.now()
        return Response(print_page(read_page(request.user, challenge_id, now=now), now=now))

    @extend_schema(
        operation_id="make_challenge", parameters=[made_by_phone("challenge_id")], request=ChallengeInput,
        responses={200: PageShape, 201: PageShape}, **refuses(Code.CHALLENGE_DATES, *COMING_IN),
    )  # fmt: skip
    def put(self, request: Request, challenge_id: UUID) -> Response:
        """Make one, with me in it. The same id again is done."""
        said = ChallengeInput(data=request.data)
        said.is_valid(raise_exception=True)
        words, now = said.validated_data, clock.now()
        _, is_new = make_challenge(
            creator=request.user, challenge_id=challenge_id, terms=_terms(words), brought=brought(words), now=now
        )
        page = print_page(read_page(request.user, challenge_id, now=now), now=now)
        return Response(page, status=201 if is_new else 200)

    @extend_schema(
        operation_id="edit_challenge", request=EditInput, responses=PageShape,
        **refuses(Code.CHALLENGE_DATES, Code.CHALLENGE_OVER, Code.CHALLENGE_RUNS),
    )  # fmt: skip
    def patch(self, request: Request, challenge_id: UUID) -> Response:
        """Change what its members read, if I look after it. Days that were lived stay as they are."""
        said = EditInput(data=request.data)
        said.is_valid(raise_exception=True)
        words, now = said.validated_data, clock.now()
        weekdays = frozenset(words.pop("weekdays")) if "weekdays" in words else None
        edit_challenge(creator=request.user, challenge_id=challenge_id, edit=Edit(weekdays=weekdays, **words), now=now)
        return Response(print_page(read_page(request.user, challenge_id, now=now), now=now))


class ForkView(APIView):
    @extend_schema(
        operation_id="fork_challenge", parameters=[made_by_phone("new_id")], request=ForkInput,
        responses={200: PageShape, 201: PageShape},
        **refuses(Code.CHALLENGE_DATES, Code.CHALLENGE_PRIVATE, *COMING_IN),
    )  # fmt: skip
    def put(self, request: Request, challenge_id: UUID, new_id: UUID) -> Response:
        """The same once more, from another date on, with nobody in it but me."""
        said = ForkInput(data=request.data)
        said.is_valid(raise_exception=True)
        words, now = said.validated_data, clock.now()
        _, is_new = fork_challenge(
            creator=request.user, challenge_id=new_id, from_id=challenge_id, starts_on=words["starts_on"],
            brought=brought(words), now=now,
        )  # fmt: skip
        page = print_page(read_page(request.user, new_id, now=now), now=now)
        return Response(page, status=201 if is_new else 200)


class FacesView(APIView):
    @extend_schema(operation_id="read_challenge_day", parameters=[DATE], responses=GroupFacesShape)
    def get(self, request: Request, challenge_id: UUID, date: str) -> Response:
        """Everybody on one date."""
        day = read_day(date)
        view, faces = read_faces(request.user, challenge_id, day, now=clock.now())
        return Response({"date": date, "items": print_faces(faces, view)})


def brought(words: dict[str, Any]) -> Brought:
    return Brought(words["habit"], words.get("own_target"))


def _terms(words: dict[str, Any]) -> Terms:
    named = {name: words[name] for name in Terms.__slots__ if name in words}
    if "weekdays" in named:
        named["weekdays"] = frozenset(named["weekdays"])
    return Terms(**named | {"kind": Kind(words["kind"]), "icon": words.get("icon") or "star"})
