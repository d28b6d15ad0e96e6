"""Every address of the server. The API is versioned; health, metrics and the admin are not."""

from django.contrib import admin
from django.urls import include, path

from server.operations.views import metrics, readyz
from server.people.api.about import show_document
from server.project.admin_login import CountedLogin
from server.project.health import healthz

admin.site.login_form = CountedLogin

api = [
    path("", include("server.people.urls")),
    path("", include("server.media.urls")),
    path("", include("server.habits.urls")),
    path("", include("server.responses.urls")),
    path("", include("server.letters.urls")),
    path("", include("server.feed.urls")),
    path("", include("server.notifications.urls")),
    path("", include("server.moderation.urls")),
    path("", include("server.leaving.urls")),
]

urlpatterns = [
    path("healthz", healthz),
    path("readyz", readyz),
    path("metrics", metrics),
    path("api/auth/", include("allauth.headless.urls")),
    path("api/v1/", include(api)),
    path("leave", include("server.leaving.pages.urls")),
    path("legal/<str:document>-<int:version>", show_document),
    path("admin/", admin.site.urls),
]

handler400 = "server.project.errors.not_understood"
handler404 = "server.project.errors.not_found"
handler500 = "server.project.errors.broken"
