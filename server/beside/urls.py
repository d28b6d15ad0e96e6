"""Addresses of the beside app, under the API's prefix."""

from django.urls import path

from server.beside.api.anchors import AnchorBytesView, AnchorView
from server.beside.api.role_models import RoleModelView
from server.beside.api.starting import BesideOffersView, StartBesideView

HABIT = "habits/<uuid:habit_id>"

urlpatterns = [
    path(f"{HABIT}/anchor", AnchorView.as_view()),
    path(f"{HABIT}/anchor/<int:n>/<str:size>", AnchorBytesView.as_view()),
    path(f"{HABIT}/role-models/<uuid:model_id>", RoleModelView.as_view()),
    path(f"{HABIT}/beside", StartBesideView.as_view()),
    path("beside/offers", BesideOffersView.as_view()),
]
