"""Every address of the server. The API is versioned; health, metrics and the admin, where it has a path, are not."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from server.operations.views import metrics, readyz
from server.people.api.about import show_document
from server.project.auth_bodies import nobody_has_a_phone_number
from server.project.health import healthz

api = [
    path("", include("server.people.urls")),
    path("", include("server.media.urls")),
    path("", include("server.habits.urls")),
    path("", include("server.responses.urls")),
    path("", include("server.challenges.urls")),
    path("", include("server.letters.urls")),
    path("", include("server.nudges.urls")),
    path("", include("server.comments.urls")),
    path("", include("server.guests.urls")),
    path("", include("server.coins.urls")),
    path("", include("server.beside.urls")),
    path("", include("server.feed.urls")),
    path("", include("server.notifications.urls")),
    path("", include("server.moderation.urls")),
    path("", include("server.leaving.urls")),
]

urlpatterns = [
    path("healthz", healthz),
    path("readyz", readyz),
    path("metrics", metrics),
    path("api/auth/app/v1/account/phone", nobody_has_a_phone_number),
    path("api/auth/", include("allauth.headless.urls")),
    path("api/v1/", include(api)),
    path("", include("server.guests.pages.urls")),
    path("leave", include("server.leaving.pages.urls")),
    path("", RedirectView.as_view(pattern_name="door:today")),
    path("door", include("server.door.urls")),
    path("legal/<str:document>-<int:version>", show_document),
]
if settings.ADMIN_PATH:
    urlpatterns.append(path(f"{settings.ADMIN_PATH}/", admin.site.urls))

handler400 = "server.project.errors.not_understood"
handler403 = "server.project.errors.not_allowed"
handler404 = "server.project.errors.not_found"
handler500 = "server.project.errors.broken"
