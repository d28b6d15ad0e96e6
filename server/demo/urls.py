"""The addresses of a demo: every address of Kith, and the link its terminal names."""

from django.urls import path

from server.demo.way_in import come_in
from server.project.urls import handler400, handler403, handler404, handler500, urlpatterns

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

urlpatterns = [*urlpatterns, path("demo/<str:key>", come_in)]
