"""The server's addresses, and some behind which something of ours is wrong."""

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import path

from server.project import urls

handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500


def stumble(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("a fault of ours, with ana@example.org in it")


def take_long(request: HttpRequest) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(30)")
    return HttpResponse()


urlpatterns = [
    *urls.urlpatterns,
    path("api/v1/stumble", stumble),
    path("stumble", stumble),
    path("api/v1/slow", take_long),
    path("slow", take_long),
]
