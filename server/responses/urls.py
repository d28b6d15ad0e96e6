"""Addresses of the responses app, under the API's prefix."""

from django.urls import path

from server.responses.api.days import LookView, ReactionView, ThanksView
from server.responses.api.faces import FaceAnswerView, FaceBytesView, FaceView
from server.responses.api.misses import MissAnswerView, MissFaceBytesView, MissFaceView, MissLookView

DAY = "habits/<uuid:habit_id>/days/<str:date>"

urlpatterns = [
    path(f"{DAY}/look", LookView.as_view()),
    path(f"{DAY}/reaction", ReactionView.as_view()),
    path(f"{DAY}/face", FaceAnswerView.as_view()),
    path(f"{DAY}/faces/<uuid:person_id>", FaceView.as_view()),
    path(f"{DAY}/faces/<uuid:person_id>/<str:size>", FaceBytesView.as_view()),
    path(f"{DAY}/thanks/<uuid:person_id>", ThanksView.as_view()),
    path("misses/<uuid:miss_id>/look", MissLookView.as_view()),
    path("misses/<uuid:miss_id>/answer", MissAnswerView.as_view()),
    path("misses/<uuid:miss_id>/faces/<uuid:person_id>", MissFaceView.as_view()),
    path("misses/<uuid:miss_id>/faces/<uuid:person_id>/<str:size>", MissFaceBytesView.as_view()),
]
