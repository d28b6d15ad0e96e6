"""Photos, at addresses that ask each time who may see them now. A browser keeps one as long as a phone does."""

from typing import cast
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import patch_vary_headers
from rest_framework.request import Request

from server.door.page import page
from server.habits.api.path import read_day
from server.habits.api.photos import answer_bytes
from server.habits.selectors.days import get_visible_photo
from server.media.models import Photo
from server.media.renderings import LARGE, SMALL
from server.people.models import Person
from server.responses.faces import get_visible_face


@page("GET")
def photo(request: HttpRequest, person: Person, habit_id: UUID, date: str, n: int) -> HttpResponseBase:
    return _bytes(request, get_visible_photo(person, habit_id, read_day(date), n), LARGE)


@page("GET")
def face(request: HttpRequest, person: Person, habit_id: UUID, date: str, friend_id: UUID) -> HttpResponseBase:
    """A picture somebody answered with, for the two it is between."""
    return _bytes(request, get_visible_face(person, habit_id, read_day(date), friend_id), SMALL)


def _bytes(request: HttpRequest, shown: Photo, size: int) -> HttpResponse:
    response = answer_bytes(cast(Request, request), shown, str(size))  # it reads headers only, and both have them
    patch_vary_headers(response, ["Cookie"])
    return response
