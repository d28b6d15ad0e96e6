"""The demo's way in for a browser: a link that signs it in as a demo person. Nowhere else is there such a thing.

The link is signed with this demo's secret and stands in its terminal, where the codes of sign-in stand, too.
"""

from datetime import timedelta

from django.core import signing
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect

from server.door import cookies
from server.people.models import Person
from server.people.sessions import device_of, open_session

SALT = "the demo's way in"
LASTS = timedelta(days=7)


def path_for(person: Person) -> str:
    return f"/demo/{signing.dumps(str(person.pk), salt=SALT)}"


def come_in(request: HttpRequest, key: str) -> HttpResponseBase:
    try:
        person = get_object_or_404(Person, pk=signing.loads(key, salt=SALT, max_age=LASTS))
    except signing.BadSignature as unknown:
        raise Http404 from unknown
    response = redirect("door:today")
    cookies.give_token(response, open_session(person, device_of(request)))
    return response
