"""What makes a browser the first: a cookie of its own for each link, sent nowhere else."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from shared import limits

NAME = "kith_guest"


def give_key(response: HttpResponseBase, token: str, key: str) -> None:
    """Lax: the link is opened once more from a chat, which is another site."""
    response.set_cookie(
        NAME, key, max_age=int(limits.GUEST_LINK_LIFE.total_seconds()), path=f"/g/{token}",
        secure=settings.HTTPS, httponly=True, samesite="Lax",
    )  # fmt: skip


def key_of(request: HttpRequest) -> str:
    return request.COOKIES.get(NAME, "")
